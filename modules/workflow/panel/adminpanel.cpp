// SPDX-License-Identifier: GPL-3.0-or-later
// Only what is shown is asked for; nothing here is polled.
#include "workflow/panel/adminpanel.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"
#include "workflow/panel/worktext.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kStateVersion = 1;
const QString kMasked = u"••••••••"_s;
} // namespace

AdminPanel::AdminPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_edits(workbench.drafts(), workbench.hub(), service)
{
    buildLayout();
    buildActions();
    refreshWhenVisible();
}

AdminPanel::~AdminPanel() = default;

QString AdminPanel::title() const
{
    const Service* service = workbench().hub().service(m_service);
    return tr("%1 · server")
        .arg(service && !service->config.title.isEmpty() ? service->config.title : m_service);
}

QString AdminPanel::iconName() const
{
    return u"server"_s;
}

QString AdminPanel::kind() const
{
    return u"workflow.admin"_s;
}

void AdminPanel::buildLayout()
{
    auto* content = new QWidget;
    m_header = new ui::PanelHeader(tr("Server"), content);
    m_views = new ui::SegmentedControl(tr("What is shown of the server"), content);
    for (const QString& text : viewNames())
        m_views->addSegment(text);
    m_header->addRight(m_views);
    m_filter = new ui::SearchField(tr("Filter"), content);
    m_filter->answerSlashIn(this);
    m_filter->setFixedWidth(180);
    m_header->addRight(m_filter);

    m_split = new QSplitter(Qt::Vertical, content);
    m_table = new QTableWidget(m_split);
    m_table->setAccessibleName(tr("Lines of the server"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        ui::Theme::of(this).metric(ui::Metric::GridRow));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_detail = new QPlainTextEdit(m_split);
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setAccessibleName(tr("Whole text of the line"));
    ui::setTextStyle(m_detail, ui::TextStyle::Mono);
    m_split->addWidget(m_table);
    m_split->addWidget(m_detail);
    m_split->setSizes({500, 200});

    auto* footer = new ui::PanelFooter(content);
    m_act = new ui::Button(QString(), ui::ButtonVariant::Default, footer);
    m_act->hide();
    m_numberName = new QLabel(tr("Slots"), footer);
    ui::setTextStyle(m_numberName, ui::TextStyle::Cell);
    m_number = new QSpinBox(footer);
    m_number->setRange(PoolInfo::kUnlimited, 100'000);
    m_number->setSpecialValueText(tr("no limit"));
    m_number->setAccessibleName(tr("Slots"));
    m_numberName->setBuddy(m_number);
    m_set = new ui::Button(tr("Set…"), ui::ButtonVariant::Primary, footer);
    for (QWidget* part : std::initializer_list<QWidget*>{m_numberName, m_number, m_set}) {
        part->hide();
        footer->addLeft(part);
    }
    footer->addRight(m_act);
    connect(m_act, &QAbstractButton::clicked, this, [this] {
        if (line() && line()->act && workbench().hub().contract<Admin>(m_service))
            send(line()->act(), line()->key);
    });
    connect(m_set, &QAbstractButton::clicked, this, [this] {
        if (!line() || !workbench().hub().contract<Admin>(m_service))
            return;
        if (line()->setNumber)
            send(line()->setNumber(m_number->value()), line()->key);
        else if (line()->setText)
            send(line()->setText(m_detail->toPlainText()), line()->key);
    });
    connect(m_number, &QSpinBox::valueChanged, this, &AdminPanel::edited);
    connect(m_detail, &QPlainTextEdit::textChanged, this, &AdminPanel::edited);
    connect(m_views, &ui::SegmentedControl::currentChanged, this, &AdminPanel::askView);
    connect(m_filter, &QLineEdit::textChanged, this, &AdminPanel::filter);
    connect(m_table, &QTableWidget::currentCellChanged, this, &AdminPanel::choose);

    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_header);
    inside->addWidget(m_split, 1);
    inside->addWidget(footer);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void AdminPanel::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Ask the server again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("Filter the lines"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    const QStringList names = viewNames();
    for (int view = 0; view < names.size(); ++view)
        add(names[view], QKeySequence(Qt::CTRL | (Qt::Key_1 + view)),
            [this, view] { setView(view); });
}

QStringList AdminPanel::viewNames()
{
    return {tr("Parts"), tr("Pools"), tr("Variables"), tr("Connections"), tr("Assets"),
        tr("Import errors")};
}

QJsonObject AdminPanel::stateOf(int view)
{
    return {{u"version"_s, kStateVersion}, {u"view"_s, view}};
}

void AdminPanel::setView(int view)
{
    m_views->setCurrentIndex(view);
}

void AdminPanel::refresh()
{
    if (!workbench().hub().contract<Admin>(m_service)) {
        setState(State::NotConnected);
        m_frame->showNotConnected(
            {u"server"_s, tr("%1 is not in this profile").arg(m_service), {}, {}});
        return;
    }
    if (!m_have) {
        setState(State::Loading);
        m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    }
    askView();
}

template <class T, class F>
void AdminPanel::list(Result<T> answer, const QStringList& heads, F line)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    std::vector<Line> lines;
    lines.reserve(answer->size());
    for (const auto& one : *answer)
        lines.push_back(line(one));
    take(heads, std::move(lines));
}

void AdminPanel::askView()
{
    ServiceHub& hub = workbench().hub();
    auto* admin = hub.contract<Admin>(m_service);
    auto* dags = hub.contract<Dags>(m_service);
    if (!admin || !dags)
        return;
    const QTimeZone zone = workbench().timeContext().zone();
    const auto time = [zone](const QDateTime& t) {
        return t.isValid() ? t.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"–"_s;
    };
    switch (m_views->currentIndex()) {
    case Pools:
        m_poolsCall = admin->pools().onDone(
            this, [this](Result<std::vector<PoolInfo>> answer) { showPools(std::move(answer)); });
        break;
    case Variables:
        m_variablesCall
            = admin->variables().onDone(this, [this](Result<std::vector<VariableInfo>> answer) {
                  list(std::move(answer), {tr("Key"), tr("Value"), tr("Description")},
                      [this](const VariableInfo& v) -> Line {
                          Line line{{v.key, v.value.value_or(kMasked), v.description},
                              v.value.value_or(QString()), {}};
                          line.key = u"variable/"_s + v.key;
                          line.masked = !v.value;
                          line.setText = [this, v](const QString& text) {
                              VariableInfo changed = v;
                              changed.value = text;
                              return workbench().hub().contract<Admin>(m_service)->setVariable(
                                  changed);
                          };
                          return line;
                      });
              });
        break;
    case Connections:
        m_connectionsCall
            = admin->connections().onDone(this, [this](Result<std::vector<ConnectionInfo>> answer) {
                  list(std::move(answer),
                      {tr("Id"), tr("Type"), tr("Host"), tr("Port"), tr("Schema"), tr("User"),
                          tr("Description")},
                      [](const ConnectionInfo& c) -> Line {
                          return {{c.id, c.type, c.host,
                                      c.port > 0 ? QString::number(c.port) : QString(), c.schema,
                                      c.login, c.description},
                              c.description, {}};
                      });
              });
        break;
    case Assets:
        m_assetsCall = admin->assets().onDone(
            this, [this, time](Result<std::vector<AssetInfo>> answer) {
                list(std::move(answer),
                    {tr("Name"), u"URI"_s, tr("Made by"), tr("Used by"), tr("Last event")},
                    [this, time](const AssetInfo& a) -> Line {
                        return {{a.name, a.uri, a.producers.join(u", "_s),
                                    a.consumers.join(u", "_s), time(a.lastEvent)},
                            a.uri, [this, a] {
                                return workbench().hub().contract<Admin>(m_service)->materialize(a);
                            }};
                    });
            });
        break;
    case Errors:
        m_errorsCall = dags->importErrors().onDone(
            this, [this, time](Result<std::vector<ImportError>> answer) {
                list(std::move(answer), {tr("File"), tr("Since"), tr("Error")},
                    [time](const ImportError& e) -> Line {
                        return {{e.file, time(e.time),
                                    e.trace.section(u'\n', -1, -1, QString::SectionSkipEmpty)},
                            e.trace, {}};
                    });
            });
        break;
    default:
        m_partsCall = admin->state().onDone(
            this, [this](Result<ServerState> answer) { showParts(std::move(answer)); });
        break;
    }
}

void AdminPanel::showParts(Result<ServerState> answer)
{
    if (!answer)
        return failed(answer.error());
    std::vector<Line> lines;
    for (const ComponentHealth& part : answer->components) {
        const qint64 age = part.heartbeat.isValid()
            ? std::max<qint64>(0, part.heartbeat.secsTo(answer->serverTime))
            : -1;
        lines.push_back({{part.name, part.status,
                             age >= 0 ? tr("%1 ago").arg(durationText(double(age))) : u"–"_s},
            {}, {}});
    }
    m_header->setSubtitle(std::abs(answer->skewMs) > 2000
            ? tr("its clock differs by %1")
                  .arg(durationText(std::abs(double(answer->skewMs)) / 1000))
            : QString());
    take({tr("Part"), tr("State"), tr("Heartbeat")}, std::move(lines));
}

void AdminPanel::showPools(Result<std::vector<PoolInfo>> answer)
{
    list(std::move(answer),
        {tr("Pool"), tr("Slots"), tr("Open"), tr("Running"), tr("Queued"), tr("Scheduled"),
            tr("Deferred"), tr("Description")},
        [this](const PoolInfo& p) -> Line {
            Line line{
                {p.name, p.size == PoolInfo::kUnlimited ? u"∞"_s : QString::number(p.size),
                    QString::number(p.open), QString::number(p.running), QString::number(p.queued),
                    QString::number(p.scheduled), QString::number(p.deferred), p.description},
                p.description, {}};
            line.number = p.size;
            line.key = u"pool/"_s + p.name;
            line.setNumber = [this, p](int slots_) {
                PoolInfo changed = p;
                changed.size = slots_;
                return workbench().hub().contract<Admin>(m_service)->setPool(changed);
            };
            return line;
        });
}

void AdminPanel::take(const QStringList& heads, std::vector<Line> lines)
{
    m_have = true;
    m_retry->succeeded();
    setState(State::Ready);
    m_lines = std::move(lines);
    m_table->setColumnCount(int(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(int(m_lines.size()));
    for (int row = 0; row < int(m_lines.size()); ++row) {
        for (int column = 0; column < heads.size(); ++column) {
            const QString text = m_lines[size_t(row)].texts.value(column);
            auto* item = new QTableWidgetItem(QString(text).replace(u'\n', u' '));
            item->setToolTip(text);
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < heads.size(); ++column)
        m_table->setColumnWidth(column, std::min(360, m_table->columnWidth(column) + 16));
    if (m_views->currentIndex() != Parts)
        m_header->setSubtitle(QLocale().toString(int(m_lines.size())));
    filter();
    choose();
}

void AdminPanel::failed(const Error& error)
{
    // A list that may not be read is no reason to take the panel away.
    if (m_have && error.kind == Error::Kind::Auth) {
        take({tr("Not allowed")}, {{{error.detail}, error.detail, {}}});
        return;
    }
    m_retry->failed(error, m_have);
    setState(m_have ? State::Stale : State::Error);
}

void AdminPanel::filter()
{
    const QString text = m_filter->text();
    for (int row = 0; row < int(m_lines.size()); ++row)
        m_table->setRowHidden(row,
            !text.isEmpty()
                && m_lines[size_t(row)].texts.filter(text, Qt::CaseInsensitive).isEmpty());
}

const AdminPanel::Line* AdminPanel::line() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < int(m_lines.size()) ? &m_lines[size_t(row)] : nullptr;
}

void AdminPanel::choose()
{
    const Line* at = line();
    m_filling = true;
    m_detail->setReadOnly(!at || !at->setText);
    m_detail->setPlaceholderText(
        at && at->setText ? tr("Masked: its value is not shown, a new one may be set") : QString());
    const auto edit = at && !at->key.isEmpty() ? m_edits.get(at->key) : std::nullopt;
    m_detail->setPlainText(!at ? QString() : at->setText && edit ? *edit : at->detail);
    m_detail->setVisible(at && (at->setText || !at->detail.isEmpty()));
    m_number->setVisible(at && at->setNumber);
    m_numberName->setVisible(at && at->setNumber);
    m_number->setValue(!at ? 0 : at->setNumber && edit ? edit->toInt() : at->number);
    m_filling = false;
    m_set->setVisible(at && (at->setNumber || at->setText));
    edited();
    const bool acts = at && at->act && workbench().hub().contract<Admin>(m_service);
    m_act->setVisible(acts);
    if (acts)
        m_act->setText(ui::words(at->act().title));
}

// What differs from the server may be set.
void AdminPanel::edited()
{
    const Line* at = line();
    if (m_filling || !at)
        return;
    const QString text = m_detail->toPlainText();
    const bool other = at->setText ? text != at->detail : m_number->value() != at->number;
    if (other && (at->setText || at->setNumber))
        m_edits.put(at->key, at->setText ? text : QString::number(m_number->value()), at->masked);
    else if (!at->key.isEmpty())
        m_edits.remove(at->key);
    m_set->setEnabled(other);
    tellUnsaved();
}

void AdminPanel::tellUnsaved()
{
    const bool unsaved = hasUnsavedWork();
    if (std::exchange(m_unsaved, unsaved) != unsaved)
        Q_EMIT unsavedWorkChanged(unsaved);
}

void AdminPanel::send(Act act, const QString& key)
{
    workbench().confirm(std::move(act), this, [this, key](Task* task) {
        if (!task)
            return;
        if (!task->outcome())
            workbench().report(task->outcome().error());
        else
            m_edits.remove(key);
        tellUnsaved();
        askView();
    });
}

QJsonObject AdminPanel::saveState() const
{
    return stateOf(m_views->currentIndex());
}

void AdminPanel::restoreState(const QJsonObject& state)
{
    if (state.value(u"version"_s).toInt() == kStateVersion)
        m_views->setCurrentIndex(std::clamp(state.value(u"view"_s).toInt(), 0, int(Errors)));
}

qint64 AdminPanel::drawnRows() const
{
    return m_table->rowCount();
}

} // namespace pilothouse::workflow
