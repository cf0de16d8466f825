// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/searchpanel.h"

#include "core/servicehub.h"
#include "streams/api/names.h"
#include "streams/panel/hitmodel.h"
#include "streams/panel/messageexport.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/messageview.h"
#include "streams/panel/partitionbars.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/searchbar.h"
#include "ui/controls/button.h"
#include "ui/drafts.h"
#include "ui/noticebench.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

namespace
{

constexpr int kSheetWidth = 360; // px, the least
constexpr int kPaceMs = 250; // numbers and bars
constexpr int kEscapeMs = 2'000;
constexpr qsizetype kMostGroups = 60; // in a menu
constexpr qsizetype kMostAsked = 1'000; // groups; of more it is not asked what they read

} // namespace

SearchPanel::SearchPanel(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Panel(bench, parent)
    , m_service(service)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_search(new TopicSearch(bench.hub(), service, this))
    , m_hits(new HitModel(this))
{
    addActions();
    buildLayout();
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, this, &SearchPanel::tell);
    m_escape.setSingleShot(true);
    m_escape.setInterval(kEscapeMs);
    connect(&m_escape, &QTimer::timeout, this, [this] {
        m_escaped = false;
        tellProgress();
    });
    connect(m_search, &TopicSearch::storeChanged, this, [this] {
        m_hits->setPartitions({});
        m_partitions->setChosen({});
        m_hits->setStore(m_search->store());
        m_view->clear();
        tell();
    });
    auto state = std::make_shared<TopicSearch::State>(TopicSearch::State::Idle);
    connect(m_search, &TopicSearch::changed, this, [this, state] {
        if (std::exchange(*state, m_search->state()) != m_search->state())
            tell(); // a word of its own at once, numbers at their pace
        else if (!m_pace.isActive())
            m_pace.start();
    });
    connect(m_search, &TopicSearch::saveDue, this, &SearchPanel::save);
    connect(m_bar, &SearchBar::topicsKnown, this, [this] {
        if (m_example)
            showExample();
    });
    connect(&bench.drafts(), &ui::Drafts::flushing, this, &SearchPanel::save);
    connect(m_hits, &QAbstractItemModel::rowsInserted, this, &SearchPanel::tellPage);
    connect(m_table, &MessageTable::currentMessageChanged, this, [this] {
        if (const Message* message = m_table->current())
            m_view->show(*message);
    });
    connect(m_table, &MessageTable::opened, m_view, [this] { m_view->focusValue(); });
    connect(m_partitions, &PartitionBars::chosenChanged, this, [this] {
        m_hits->setPartitions(m_partitions->chosen());
        tell();
    });
    connect(m_bar, &SearchBar::startAsked, this, &SearchPanel::start);
    connect(m_bar, &SearchBar::exportAsked, this, &SearchPanel::showExportMenu);
    connect(m_bar, &SearchBar::topicChosen, this, [this] {
        if (m_search->state() == TopicSearch::State::Idle)
            Q_EMIT titleChanged();
    });
    connect(m_view, &MessageView::resetHereAsked, this, &SearchPanel::askForGroup);
    connect(m_view, &MessageView::produceAsked, this, &SearchPanel::produceAgain);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, [this](const QString& id) {
        if (id == "widen"_L1) {
            m_bar->widen();
            start();
        } else if (id == "again"_L1) {
            start();
        } else if (id == "go-on"_L1) {
            m_search->goOn();
        } else {
            m_bar->setFocusToPattern();
        }
    });
    connect(&bench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id != m_service)
            return;
        m_config.cancel();
        m_groups.cancel();
        m_lags.cancel();
    });
    connect(&bench.hub(), &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service)
            refreshWhenVisible();
    });
    tell();
}

SearchPanel::~SearchPanel() = default;

QString SearchPanel::title() const
{
    const bool idle = m_search->state() == TopicSearch::State::Idle;
    const QString topic = idle ? m_bar->topic() : m_search->query().topic;
    if (topic.isEmpty())
        return tr("Search");
    const QString pattern = idle ? QString() : m_search->query().pattern.pattern;
    return pattern.isEmpty() ? tr("%1 · search").arg(topic)
                             : QString(topic + u" · "_s + pattern.left(30));
}

QString SearchPanel::iconName() const
{
    return u"search"_s;
}

QString SearchPanel::kind() const
{
    return u"streams.search"_s;
}

void SearchPanel::refresh()
{
    m_bar->askTopics();
    tell();
}

void SearchPanel::open(const Link& link)
{
    const StreamEntity entity = parsedEntity(link.entity.name);
    if (entity.kind == StreamEntity::Kind::Topic)
        restoreState({{u"topic"_s, entity.name}});
}

void SearchPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_bar->askTopics();
}

void SearchPanel::start()
{
    if (!m_bar->problem().isEmpty())
        return;
    const SearchQuery query = m_bar->query();
    m_compacted = false;
    m_hits->setPattern(query.pattern);
    m_view->setPattern(query.pattern);
    askCompaction();
    m_search->start(query);
    // Space is the search's from here on; the list has the focus once there is something in it.
    m_pause->setFocus(Qt::OtherFocusReason);
    Q_EMIT titleChanged();
}

void SearchPanel::cancel()
{
    m_escaped = false;
    m_search->cancel();
}

// Compacted topics have fewer records than offsets: the numbers are called what they are.
void SearchPanel::askCompaction()
{
    auto* topics = workbench().hub().contract<Topics>(m_service);
    if (!topics)
        return;
    m_config = topics->config(m_bar->topic())
                   .onDone(this, [this](const Result<std::vector<ConfigEntry>>& config) {
                       if (!config)
                           return;
                       for (const ConfigEntry& entry : *config)
                           if (entry.name == "cleanup.policy"_L1)
                               m_compacted = entry.value.value_or(QString()).contains("compact"_L1);
                       tellProgress();
                   });
}

QString SearchPanel::draftKey() const
{
    return u"streams.search/%1"_s.arg(m_id);
}

void SearchPanel::save()
{
    const QJsonObject saved = m_search->saved();
    if (saved.isEmpty() || m_search->state() == TopicSearch::State::Done)
        workbench().drafts().remove(draftKey());
    else
        workbench().drafts().put(draftKey(), saved);
}

QJsonObject SearchPanel::saveState() const
{
    QJsonObject out = m_bar->saved();
    out[u"version"_s] = 1;
    out[u"search"_s] = m_id;
    if (m_search->state() == TopicSearch::State::Done)
        out[u"done"_s] = m_search->saved();
    out[u"sizes"_s] = QString::fromLatin1(m_split->saveState().toBase64());
    return out;
}

void SearchPanel::restoreState(const QJsonObject& state)
{
    m_bar->restore(state);
    m_split->restoreState(QByteArray::fromBase64(state[u"sizes"_s].toString().toLatin1()));
    const QString id = state[u"search"_s].toString();
    if (!id.isEmpty() && m_search->state() == TopicSearch::State::Idle) {
        m_id = id;
        if (m_search->restore(workbench().drafts().get(draftKey()))
            || m_search->restore(state[u"done"_s].toObject())) {
            m_hits->setPattern(m_search->query().pattern);
            m_view->setPattern(m_search->query().pattern);
        }
    }
    Q_EMIT titleChanged();
    tell();
}

qint64 SearchPanel::drawnRows() const
{
    return m_frame->state() == ui::PanelState::Ready ? m_table->drawnRows() : 0;
}

void SearchPanel::showExample()
{
    m_example = true;
    const QString topic = m_bar->largestTopic();
    if (topic.isEmpty() || m_search->state() != TopicSearch::State::Idle)
        return; // once the topics are known
    m_bar->restore({{u"topic"_s, topic}, {u"from"_s, u"-5m"_s}});
    start();
}

QList<QAction*> SearchPanel::panelActions() const
{
    return m_actions + m_table->tableActions() + m_view->actions();
}

void SearchPanel::step(int by)
{
    const int rows = m_hits->rowCount();
    if (rows == 0)
        return;
    const int at = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -by;
    m_table->setCurrentIndex(m_hits->index(
        std::clamp(at < 0 ? (by > 0 ? 0 : rows - 1) : at + by, 0, rows - 1), MessageList::Value));
}

void SearchPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_search->isActive()) {
        if (m_escaped) {
            cancel();
        } else {
            m_escaped = true;
            m_escape.start();
            tellProgress();
        }
        return;
    }
    Panel::keyPressEvent(event);
}

void SearchPanel::showExportMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"export"_s);
    const bool hits = m_search->store() && m_search->store()->rowCount() > 0;
    for (const bool range : {false, true}) {
        if (range)
            menu->addSeparator();
        for (const MessageFormat format :
            {MessageFormat::JsonLines, MessageFormat::Csv, MessageFormat::Raw}) {
            const QString name = formatFilter(format).section(u" ("_s, 0, 0);
            const auto add = [&](const QString& text, MessageValues values) {
                QAction* one = menu->addAction(text.arg(name));
                one->setEnabled(range ? m_bar->problem().isEmpty() : hits);
                connect(one, &QAction::triggered, this,
                    [this, format, range, values] { askForFile(format, range, values); });
            };
            if (format == MessageFormat::Raw) {
                add(range ? tr("The whole range as %1…") : tr("Hits as %1…"), MessageValues::Bytes);
                continue;
            }
            add(range ? tr("The whole range as %1, decoded…") : tr("Hits as %1, decoded…"),
                MessageValues::Decoded);
            add(range ? tr("The whole range as %1, bytes in base64…")
                      : tr("Hits as %1, bytes in base64…"),
                MessageValues::Bytes);
        }
    }
    // Below its button, ending where it ends.
    const QWidget* button = m_bar->exportButton();
    menu->popup(button->mapToGlobal(
        QPoint(button->width() - menu->sizeHint().width(), button->height() + 2)));
}

void SearchPanel::askForFile(MessageFormat format, bool wholeRange, MessageValues values)
{
    auto* dialog = new QFileDialog(this,
        wholeRange ? tr("Export the range") : tr("Export the hits"), {}, formatFilter(format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(formatSuffix(format));
    const QString topic = wholeRange ? m_bar->topic() : m_search->query().topic;
    dialog->selectFile(topic + u'.' + formatSuffix(format));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format, wholeRange, values](
            const QString& file) { exportTo(file, format, wholeRange, values); });
    dialog->open();
}

void SearchPanel::exportTo(
    const QString& file, MessageFormat format, bool wholeRange, MessageValues values)
{
    ServiceHub& hub = workbench().hub();
    if (wholeRange) {
        SearchQuery query = m_bar->query();
        query.pattern = {};
        startExport(exportRange(hub, m_service, std::move(query), file, format, values), file);
    } else if (m_search->store()) {
        startExport(exportHits(hub, m_service, *m_search->store(), file, format, values), file);
    }
}

// That it is done is told wherever the user is by then; what failed the window says by itself.
void SearchPanel::startExport(std::unique_ptr<Task> task, const QString& file)
{
    ui::Workbench* bench = &workbench();
    const Task* started = bench->startTask(std::move(task));
    connect(started, &Task::finished, started, [bench, started, file] {
        if (!started->outcome())
            return;
        ui::offer(*bench, tr("The export is done"),
            u"%1\n%2"_s.arg(ui::words(*started->outcome()), file), tr("Open folder"), qApp,
            [folder = QFileInfo(file).absolutePath()] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
            });
    });
}

// Which group: a menu, with those that read the topic first.
void SearchPanel::askForGroup(const QString& topic, int partition, qint64 offset)
{
    Q_EMIT resetHereAsked(topic, partition, offset);
    if (m_reset && m_reset->isVisible()) { // a hit can be chosen while it is open
        m_reset->openAt(m_reset->group(), topic, partition, offset);
        return;
    }
    auto* groups = workbench().hub().contract<Groups>(m_service);
    if (!groups)
        return;
    m_groups = groups->groups().onDone(
        this, [this, topic, partition, offset](const Result<GroupList>& list) {
            auto* of = workbench().hub().contract<Groups>(m_service);
            if (!list)
                workbench().report(list.error());
            if (!list || !of)
                return;
            QStringList names;
            for (const GroupInfo& group : list->groups)
                names << group.name;
            const auto choose = [this, topic, partition, offset](const QString& group) {
                openReset(group, topic, partition, offset);
            };
            if (names.isEmpty() || names.size() > kMostAsked) {
                showGroups({}, names, choose);
                return;
            }
            m_lags = of->lags(names).onDone(
                this, [this, topic, names, choose](const Result<std::vector<GroupLag>>& lags) {
                    QStringList readers;
                    if (lags)
                        for (const GroupLag& one : *lags)
                            if (std::any_of(one.partitions.begin(), one.partitions.end(),
                                    [&](const PartitionLag& p) { return p.topic == topic; }))
                                readers << one.group;
                    showGroups(readers, names, choose);
                });
        });
}

void SearchPanel::showGroups(const QStringList& readers, const QStringList& all,
    const std::function<void(const QString&)>& choose)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"groups"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QMenu* to, const QString& group) {
        if (to->actions().size() < kMostGroups)
            connect(to->addAction(QString(group).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [choose, group] { choose(group); });
    };
    for (const QString& group : readers)
        add(menu, group);
    QMenu* others = readers.isEmpty() || readers.size() == all.size()
        ? menu
        : menu->addMenu(tr("Another group"));
    for (const QString& group : all)
        if (!readers.contains(group))
            add(others, group);
    if (all.isEmpty())
        menu->addAction(tr("There is no group"))->setEnabled(false);
    menu->popup(m_view->menuPlace());
}

void SearchPanel::openReset(
    const QString& group, const QString& topic, int partition, qint64 offset)
{
    if (!m_reset)
        m_reset = new ResetSheet(workbench(), m_service, this);
    showSheet(m_reset);
    m_reset->openAt(group, topic, partition, offset);
}

void SearchPanel::produceAgain(const Message& message)
{
    if (!m_produce)
        m_produce = new ProduceSheet(workbench(), m_service, this);
    showSheet(m_produce);
    m_produce->open(message.topic, message);
}

void SearchPanel::showSheet(Sheet* sheet)
{
    if (sheet->parentWidget() != m_sides) { // new
        sheet->setMinimumWidth(kSheetWidth);
        m_sides->addWidget(sheet);
        connect(sheet, &Sheet::closed, this, [this, sheet] {
            sheet->hide();
            m_table->setFocus(Qt::OtherFocusReason);
        });
    }
    for (Sheet* other : {static_cast<Sheet*>(m_reset), static_cast<Sheet*>(m_produce)})
        if (other && other != sheet)
            other->hide();
    sheet->show();
    const int wide = std::max(kSheetWidth, width() * 37 / 100);
    QList<int> sizes{width() - wide};
    for (int i = 1; i < m_sides->count(); ++i)
        sizes << wide;
    m_sides->setSizes(sizes);
}

} // namespace pilothouse::streams
