// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/configpane.h"

#include "core/servicehub.h"
#include "streams/panel/servicename.h"
#include "streams/panel/sheet.h"
#include "streams/panel/sheettable.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/errors/errorwords.h"
#include "ui/shownzone.h"
#include "ui/states/stateframe.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QTimer>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

// By words in the name or the value, and by whether the topic has a value of its own.
class ConfigRows final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyOwn(bool on)
    {
        m_onlyOwn = on;
        invalidateFilter();
    }
    void setWords(const QString& words)
    {
        m_words = words.trimmed();
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const auto* model = static_cast<const ConfigModel*>(sourceModel());
        const ConfigEntry& one = model->entry(row);
        return (!m_onlyOwn || model->isOwn(row))
            && (m_words.isEmpty() || one.name.contains(m_words, Qt::CaseInsensitive)
                || one.value.value_or(QString()).contains(m_words, Qt::CaseInsensitive));
    }

private:
    bool m_onlyOwn = false;
    QString m_words;
};

} // namespace

ConfigPane::ConfigPane(ui::Workbench& bench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(bench)
    , m_service(std::move(service))
    , m_model(new ConfigModel(this))
    , m_rows(new ConfigRows(this))
{
    m_rows->setSourceModel(m_model);
    buildLayout();
    auto* rows = static_cast<ConfigRows*>(m_rows);
    connect(m_filter, &QLineEdit::textChanged, this,
        [rows](const QString& text) { rows->setWords(text); });
    connect(m_only, &QAbstractButton::toggled, this, [rows](bool on) { rows->setOnlyOwn(on); });
    connect(m_model, &ConfigModel::edited, this, [this] {
        m_refused.clear();
        judge();
        tell();
        Q_EMIT editsChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ConfigPane::tell);
    connect(m_table, &QAbstractItemView::activated, this, &ConfigPane::edit);
    connect(m_frame, &ui::StateFrame::retryRequested, this, &ConfigPane::refresh);
    connect(m_apply, &QAbstractButton::clicked, this, &ConfigPane::apply);
    connect(m_discard, &QAbstractButton::clicked, this, &ConfigPane::discard);
    connect(&m_workbench.hub(), &ServiceHub::writesChanged, this, &ConfigPane::judge);
    addAct(tr("Edit the value"), QKeySequence(Qt::Key_F2), [this] { edit(); });
    addAct(tr("Reset to the default"), QKeySequence(Qt::Key_Delete), [this] {
        if (row() >= 0)
            m_model->toDefault(row());
    });
    addAct(tr("Undo the edit"), QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] {
        if (row() >= 0)
            m_model->undoEdit(row());
    });
    addAct(tr("Copy the name of the setting"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
        [this] { copy(ConfigModel::Name); });
    addAct(tr("Copy the value of the setting"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_C),
        [this] { copy(ConfigModel::Value); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ConfigPane::openMenu);
    addAct(tr("Change the settings"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (m_apply->isEnabled())
            apply();
    });
    showTopic({});
}

void ConfigPane::buildLayout()
{
    m_frame = new ui::StateFrame(this);
    auto* content = new QWidget(m_frame);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 12, 6);
    bar->setSpacing(8);
    m_filter = new ui::SearchField(tr("Filter settings"), content);
    m_filter->answerSlashIn(this);
    m_only = new ui::ToggleSwitch(tr("Only what differs"), content);
    auto* only = new ui::ElidedLabel(m_only->accessibleName(), TextStyle::Cell, Token::Text2);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_only);
    bar->addWidget(only);
    rows->addLayout(bar);

    m_table = new SheetTable(tr("Settings of the topic"), content);
    m_table->setModel(m_rows);
    m_table->setColumnWidth(ConfigModel::Name, 176);
    m_table->setColumnWidth(ConfigModel::Source, 84);
    m_table->setColumnWidth(ConfigModel::Default, 92);
    m_table->stretch(ConfigModel::Value);
    rows->addWidget(m_table, 1);

    m_help = new QLabel(content);
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_help->setContentsMargins(12, 6, 12, 6);
    m_help->setMinimumHeight(48);
    m_help->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    ui::setTextStyle(m_help, TextStyle::Cell);
    ui::setTone(m_help, Token::Text2);
    rows->addWidget(m_help);

    auto* footer = new ui::PanelFooter(content);
    footer->setFixedHeight(36);
    m_note = new ui::ElidedLabel({}, TextStyle::Caption, Token::Text2, footer);
    m_discard = new ui::Button(tr("Discard"), ui::ButtonVariant::Default, footer);
    m_apply = new ui::Button(tr("Change…"), ui::ButtonVariant::Primary, footer);
    m_apply->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    footer->addLeft(m_note);
    footer->addRight(m_discard);
    footer->addRight(m_apply);
    rows->addWidget(footer);
    ui::keepClear(content, footer);
    m_frame->setContent(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

QAction* ConfigPane::addAct(const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
    m_actions.append(action);
    return action;
}

void ConfigPane::showTopic(const QString& topic)
{
    if (!topic.isEmpty() && topic == m_topic)
        return;
    if (!m_topic.isEmpty())
        m_kept[m_topic] = m_model->edits();
    m_topic = topic;
    m_known = false;
    m_refused.clear();
    m_call = {};
    m_model->setEntries({});
    m_model->setEdits(m_kept[topic]);
    judge();
    m_help->clear();
    if (topic.isEmpty()) {
        ui::EmptyInfo empty;
        empty.iconName = u"sliders"_s;
        empty.heading = tr("No topic is chosen");
        empty.line = tr("Choose one to see its settings");
        m_frame->showEmpty(empty);
        return;
    }
    m_frame->showReady(); // nothing says any more that no topic is chosen
    ask();
}

void ConfigPane::refresh()
{
    if (!m_topic.isEmpty())
        ask();
}

void ConfigPane::ask()
{
    auto* topics = m_workbench.hub().contract<Topics>(m_service);
    if (!topics)
        return;
    m_frame->showLoading({tr("asking for the settings")}, m_known);
    m_call = topics->config(m_topic).onDone(this, [this](Result<std::vector<ConfigEntry>> answer) {
        if (!answer) {
            if (m_known)
                m_frame->showStale(
                    {m_shown, ui::ErrorWords::line(answer.error(), name()), m_service, {}});
            else
                m_frame->showError(
                    ui::ErrorWords::page(answer.error(), m_workbench.hub(), m_service));
            return;
        }
        m_known = true;
        m_shown = ui::shownTime(QDateTime::currentDateTimeUtc()).toString(u"HH:mm:ss"_s);
        const QString at = row() >= 0 ? m_model->entry(row()).name : QString();
        m_model->setEditable(m_workbench.hub().contract<TopicActs>(m_service));
        m_model->setEntries(std::move(*answer));
        m_frame->showReady();
        chooseSetting(at);
        judge();
    });
}

void ConfigPane::edit()
{
    const QModelIndex value = m_table->currentIndex().siblingAtColumn(ConfigModel::Value);
    if (value.flags().testFlag(Qt::ItemIsEditable)) {
        m_table->setCurrentIndex(value);
        m_table->edit(value);
    }
}

void ConfigPane::copy(ConfigModel::Column column)
{
    if (row() < 0)
        return;
    const ConfigEntry& one = m_model->entry(row());
    const QModelIndex value = m_model->index(row(), ConfigModel::Value);
    QGuiApplication::clipboard()->setText(
        column == ConfigModel::Name ? one.name : value.data(Qt::EditRole).toString());
}

// The acts of the pane, as far as they fit the setting one is at.
void ConfigPane::openMenu(const QPoint& at)
{
    if (const QModelIndex under = m_table->indexAt(at); under.isValid())
        m_table->setCurrentIndex(under);
    if (row() < 0)
        return;
    const bool can = m_model->canEdit(row());
    const bool edited = m_model->edits().count(m_model->entry(row()).name) > 0;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    enum { Edit, Default, Undo, CopyName, CopyValue };
    for (const int which : {CopyName, CopyValue, Edit, Default, Undo}) {
        QAction* action = m_actions[which];
        auto* entry = menu->addAction(action->text());
        // Once the menu has given the focus back: the field of a value needs it.
        connect(entry, &QAction::triggered, action, &QAction::trigger, Qt::QueuedConnection);
        entry->setShortcut(action->shortcut());
        entry->setShortcutVisibleInContextMenu(true);
        entry->setEnabled(which == Undo ? edited
                : which == Default      ? can && m_model->isOwn(row())
                : which == Edit         ? can
                                        : true);
        if (which == CopyValue)
            menu->addSeparator();
    }
    const QModelIndex name = m_table->currentIndex();
    const QPoint place = m_table->indexAt(at).isValid() ? at : m_table->visualRect(name).center();
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

int ConfigPane::row() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_rows->mapToSource(current).row() : -1;
}

void ConfigPane::chooseSetting(const QString& name)
{
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        const int source = m_rows->mapToSource(m_rows->index(i, 0)).row();
        if (name.isEmpty() || m_model->entry(source).name == name) {
            m_table->setCurrentIndex(m_rows->index(i, ConfigModel::Value));
            return;
        }
    }
}

void ConfigPane::tell()
{
    const int at = row();
    if (at < 0) {
        m_help->clear();
        return;
    }
    const ConfigEntry& one = m_model->entry(at);
    const QString wrong = m_model->problem(at);
    ui::setTone(m_help, wrong.isEmpty() ? Token::Text2 : Token::StatusError);
    if (!wrong.isEmpty()) {
        m_help->setText(u"%1: %2"_s.arg(one.name, wrong));
        return;
    }
    const auto edit = m_model->edits().find(one.name);
    const QString value = edit == m_model->edits().end() ? one.value.value_or(QString())
                                                         : edit->second.value_or(one.defaultValue);
    const QString gloss = ConfigModel::gloss(one.name, value);
    const QString head = gloss.isEmpty() ? one.name : u"%1 = %2"_s.arg(one.name, gloss);
    QString help = ConfigModel::helpText(one);
    if (help.isEmpty() && one.readOnly)
        help = tr("It cannot be changed while the topic lives");
    m_help->setText(help.isEmpty() ? head : u"%1. %2"_s.arg(head, help));
}

void ConfigPane::judge()
{
    const int count = int(m_model->changes().size());
    const QString off = Sheet::refusal(m_workbench.hub(), m_service);
    m_apply->setText(count == 0 ? tr("Change…") : tr("Change %n settings…", nullptr, count));
    m_apply->setEnabled(count > 0 && off.isEmpty() && !m_busy && !m_model->hasProblem());
    m_discard->setEnabled(count > 0 && !m_busy);
    m_note->setTone(m_refused.isEmpty() ? Token::Text2 : Token::StatusError);
    m_note->setText(!m_refused.isEmpty()  ? m_refused
            : count > 0 && !off.isEmpty() ? off
            : !m_known                    ? tr("Asking for the settings")
            : count > 0                   ? tr("%n edited, nothing is sent yet", nullptr, count)
                                          : tr("%n settings", nullptr, m_model->rowCount()));
}

void ConfigPane::apply()
{
    auto* acts = m_workbench.hub().contract<TopicActs>(m_service);
    const auto changes = m_model->changes();
    if (!acts || changes.empty() || m_busy)
        return;
    m_busy = true;
    judge();
    const QString topic = m_topic;
    m_workbench.confirm(acts->changeConfig(topic, changes), this, [this, topic](Task* task) {
        m_busy = false;
        if (!task) {
            judge();
            return;
        }
        const Result<Text>& outcome = task->outcome();
        if (outcome) {
            m_kept.erase(topic);
            if (topic == m_topic) {
                m_model->setEdits({});
                ask();
            }
            Q_EMIT changed(topic);
        } else if (topic == m_topic) {
            m_refused = ui::ErrorWords::line(outcome.error(), name());
        } else {
            m_workbench.report(outcome.error());
        }
        judge();
    });
}

void ConfigPane::discard()
{
    m_model->setEdits({});
}

QString ConfigPane::name() const
{
    return serviceName(m_workbench.hub(), m_service);
}

bool ConfigPane::hasEdits() const
{
    if (!m_model->edits().empty())
        return true;
    return std::any_of(m_kept.begin(), m_kept.end(),
        [this](const auto& kept) { return kept.first != m_topic && !kept.second.empty(); });
}

qint64 ConfigPane::drawnRows() const
{
    return m_table->drawnRows();
}

QString ConfigPane::helpText() const
{
    return m_help->text();
}

QString ConfigPane::note() const
{
    return m_note->text();
}

} // namespace pilothouse::streams
