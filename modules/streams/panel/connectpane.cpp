// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/connectpane.h"

#include "streams/panel/sheettable.h"
#include "streams/panel/textrows.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/errors/errorwords.h"
#include "ui/states/toaststack.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

constexpr int kAgainMs = 10'000; // while it is seen
constexpr int kListLeast = 220;

Glyph glyphOf(const QString& state)
{
    return state == "RUNNING"_L1 ? Glyph::Running
        : state == "FAILED"_L1   ? Glyph::Error
        : state == "PAUSED"_L1   ? Glyph::Paused
        : state == "STOPPED"_L1  ? Glyph::Paused
                                 : Glyph::Unknown;
}

bool hasFailed(const ConnectorInfo& connector)
{
    return connector.state == "FAILED"_L1
        || std::any_of(connector.tasks.begin(), connector.tasks.end(),
            [](const ConnectorTask& task) { return task.state == "FAILED"_L1; });
}

QString keyOf(const ConnectorInfo& connector)
{
    return connector.cluster + u' ' + connector.name;
}

QVBoxLayout* column(QWidget* of)
{
    auto* out = new QVBoxLayout(of);
    out->setContentsMargins(0, 0, 0, 0);
    out->setSpacing(0);
    return out;
}

} // namespace

ConnectPane::ConnectPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : ServicePane(workbench, service, u"plug"_s, parent)
{
    buildLayout();
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, &ConnectPane::refresh);
    judge();
}

void ConnectPane::buildLayout()
{
    auto* split = new QSplitter(frame());
    split->setChildrenCollapsible(false);
    auto* left = new QWidget(split);
    m_filter = new ui::SearchField(tr("Filter connectors"), left);
    m_filter->answerSlashIn(this);
    m_rows
        = new TextRows({tr("Connector"), tr("State"), tr("Kind"), tr("Tasks"), tr("Topics")}, this);
    m_list = new SheetTable(tr("Connectors"), left);
    m_list->setModel(m_rows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    left->setMinimumWidth(kListLeast);
    auto* lists = column(left);
    auto* filter = new QHBoxLayout;
    filter->setContentsMargins(10, 5, 10, 5);
    filter->addWidget(m_filter);
    lists->addLayout(filter);
    m_away = new ui::ElidedLabel({}, ui::TextStyle::Caption, Token::StatusWarn, left);
    m_away->setContentsMargins(12, 0, 12, 6);
    m_away->hide();
    lists->addWidget(m_away);
    lists->addWidget(m_list, 1);
    split->addWidget(left);
    split->addWidget(buildSide(split));
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    setContent(split);
    setFocusProxy(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QString key = currentKey(*m_list);
        m_rows->setFilter(text);
        choose(*m_list, key);
        showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ConnectPane::showCurrent);

    m_pauseAct
        = addAct(m_list, tr("Pause or resume the connector…"), QKeySequence(Qt::Key_Space), [this] {
              const ConnectorInfo* one = current();
              if (auto* connect = contract<Connect>(); connect && one)
                  send(connect->pause(*one, one->state != "PAUSED"_L1));
          });
    const auto restart = [this](bool onlyFailed) {
        const ConnectorInfo* one = current();
        if (auto* connect = contract<Connect>(); connect && one)
            send(connect->restart(*one, onlyFailed));
    };
    m_restartAct = addAct(m_list, tr("Restart what failed of the connector…"),
        QKeySequence(Qt::Key_R), [restart] { restart(true); });
    m_restartAllAct = addAct(m_list, tr("Restart the connector with all its tasks…"),
        QKeySequence(Qt::SHIFT | Qt::Key_R), [restart] { restart(false); });
    m_restartTaskAct = addAct(m_tasks, tr("Restart the task…"), QKeySequence(Qt::Key_R), [this] {
        const ConnectorInfo* one = current();
        const QString task = currentKey(*m_tasks);
        if (auto* connect = contract<Connect>(); connect && one && !task.isEmpty())
            send(connect->restartTask(*one, task.toInt()));
    });
    connect(m_pause, &QAbstractButton::clicked, m_pauseAct, &QAction::trigger);
    connect(m_restart, &QAbstractButton::clicked, this, [this] {
        const ConnectorInfo* one = current();
        (one && hasFailed(*one) ? m_restartAct : m_restartAllAct)->trigger();
    });
    connect(m_restartTask, &QAbstractButton::clicked, m_restartTaskAct, &QAction::trigger);
}

QWidget* ConnectPane::buildSide(QWidget* parent)
{
    auto* side = new QWidget(parent);
    m_header = new ui::PanelHeader(tr("Connector"), side);
    m_what = new ui::SegmentedControl(tr("What is shown of the connector"), m_header);
    m_what->addSegment(tr("Trace"));
    m_what->addSegment(tr("Settings"));
    m_header->addRight(m_what);
    connect(m_what, &ui::SegmentedControl::currentChanged, this, &ConnectPane::showCurrent);
    m_taskRows = new TextRows({tr("Task"), tr("State"), tr("Worker")}, this);
    m_tasks = new SheetTable(tr("Tasks of the connector"), side);
    m_tasks->setModel(m_taskRows);
    m_tasks->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_tasks->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ConnectPane::showCurrent);
    m_text = new ui::CodeEditor(
        ui::CodeLanguage::Plain, tr("Trace or settings of the connector"), side);
    m_text->setReadOnly(true);
    auto* footer = new ui::PanelFooter(side);
    footer->setFixedHeight(40);
    m_pause = new ui::Button(tr("Pause…"), ui::ButtonVariant::Default, footer);
    m_pause->setIconName(u"pause"_s);
    m_restart = new ui::Button(tr("Restart…"), ui::ButtonVariant::Default, footer);
    m_restart->setIconName(u"refresh"_s);
    m_restartTask = new ui::Button(tr("Restart task…"), ui::ButtonVariant::Default, footer);
    footer->addLeft(m_pause);
    footer->addLeft(m_restart);
    footer->addLeft(m_restartTask);
    ui::keepClear(side, footer);
    auto* rows = column(side);
    rows->addWidget(m_header);
    rows->addWidget(m_tasks, 1);
    rows->addWidget(m_text, 3);
    rows->addWidget(footer);
    return side;
}

void ConnectPane::refresh()
{
    auto* connect = contract<Connect>();
    if (!connect) {
        showNothing(tr("No Kafka Connect"),
            tr("Name the address of its REST API in the options of the connection."));
        return;
    }
    if (!m_connectors)
        showAsking(tr("asking for the connectors"), false);
    m_call = connect->connectors().onDone(this, [this](Result<ConnectorList> answer) {
        m_old = !answer;
        if (!answer) {
            if (m_connectors)
                fill();
            showFailure(answer.error(), m_connectors.has_value());
            return;
        }
        m_connectors = std::move(answer->connectors);
        m_failed = std::move(answer->failed);
        tellAway();
        showContent();
        fill();
    });
}

void ConnectPane::showTopic(const QString& topic)
{
    m_topic = topic;
    if (m_connectors)
        fill();
}

void ConnectPane::showConnector(const QString& name)
{
    m_wanted = name;
    m_topic.clear();
    m_filter->clear();
    if (m_connectors)
        fill();
}

void ConnectPane::fill()
{
    std::vector<TextRow> rows;
    for (const ConnectorInfo& one : *m_connectors) {
        if (!m_topic.isEmpty() && !one.topics.contains(m_topic))
            continue;
        const auto running = std::count_if(one.tasks.begin(), one.tasks.end(),
            [](const ConnectorTask& task) { return task.state == "RUNNING"_L1; });
        const bool failed = hasFailed(one);
        const QString name
            = one.cluster.isEmpty() ? one.name : tr("%1 at %2").arg(one.name, one.cluster);
        rows.push_back({keyOf(one),
            {name, failed ? u"FAILED"_s : one.state, one.isSource ? tr("source") : tr("sink"),
                tr("%1 of %2").arg(running).arg(one.tasks.size()), one.topics.join(u", "_s)},
            markOf(failed ? u"FAILED"_s : one.state), toneOf(failed)});
    }
    if (rows.empty() && m_failed.empty()) {
        showNothing(tr("No connectors"),
            m_topic.isEmpty() ? tr("Kafka Connect is there and has none.")
                              : tr("None reads or writes %1.").arg(m_topic));
        return;
    }
    if (state() == ui::PanelState::Empty)
        showContent();
    std::stable_sort(rows.begin(), rows.end(), [](const TextRow& a, const TextRow& b) {
        return (a.cells[1] == "FAILED"_L1) > (b.cells[1] == "FAILED"_L1);
    });
    QString key = currentKey(*m_list);
    if (const QString wanted = std::exchange(m_wanted, {}); !wanted.isEmpty())
        for (const ConnectorInfo& one : *m_connectors)
            if (one.name == wanted)
                key = keyOf(one);
    m_rows->setRows(std::move(rows));
    choose(*m_list, key);
    fitColumns(*m_list, 4);
    showCurrent();
}

// How it is while Connect does not answer nobody knows.
Glyph ConnectPane::markOf(const QString& state) const
{
    return m_old ? Glyph::Unknown : glyphOf(state);
}

Token ConnectPane::toneOf(bool failed) const
{
    return m_old ? Token::Text3 : failed ? Token::StatusError : Token::Text;
}

// Those of the others stand in the list all the same.
void ConnectPane::tellAway()
{
    QStringList words;
    for (const auto& [address, error] : m_failed)
        words.append(ui::ErrorWords::line(error, tr("Connect at %1").arg(address)));
    m_away->setText(words.join(u"  ·  "_s));
    m_away->setVisible(!words.isEmpty());
}

QString ConnectPane::awayText() const
{
    return m_away->isHidden() ? QString() : m_away->text();
}

const ConnectorInfo* ConnectPane::current() const
{
    const QString key = currentKey(*m_list);
    if (!m_connectors || key.isEmpty())
        return nullptr;
    const auto at = std::find_if(m_connectors->begin(), m_connectors->end(),
        [&key](const ConnectorInfo& one) { return keyOf(one) == key; });
    return at == m_connectors->end() ? nullptr : &*at;
}

void ConnectPane::showCurrent()
{
    const ConnectorInfo* one = current();
    m_header->setTitle(one ? one->name : tr("Connector"));
    m_header->setSubtitle(one ? one->worker : QString());
    std::vector<TextRow> rows;
    if (one)
        for (const ConnectorTask& task : one->tasks) {
            const bool failed = task.state == "FAILED"_L1;
            rows.push_back(
                {QString::number(task.id), {QString::number(task.id), task.state, task.worker},
                    markOf(task.state), toneOf(failed)});
        }
    const QString before = currentKey(*m_tasks);
    {
        const QSignalBlocker quiet(m_tasks->selectionModel());
        m_taskRows->setRows(std::move(rows));
        // Of another connector, what failed first.
        const QString key = currentKey(*m_list);
        const auto failed = one ? std::find_if(one->tasks.begin(), one->tasks.end(),
                                [](const ConnectorTask& task) { return task.state == "FAILED"_L1; })
                                : std::vector<ConnectorTask>::const_iterator();
        if (std::exchange(m_shown, key) == key || !one || failed == one->tasks.end())
            choose(*m_tasks, before);
        else
            choose(*m_tasks, QString::number(failed->id));
    }
    QString text;
    if (one && m_what->currentIndex() == 1) {
        for (const auto& [name, value] : one->config)
            text += name + u'=' + value + u'\n';
    } else if (one) {
        const int task = currentKey(*m_tasks).toInt();
        for (const ConnectorTask& t : one->tasks)
            if (t.id == task)
                text = t.trace;
        if (text.isEmpty())
            text = one->trace;
        if (text.isEmpty())
            text = tr("Nothing failed here.");
    }
    if (m_text->text() != text)
        m_text->setText(text);
    judge();
}

QString ConnectPane::shownText() const
{
    return m_text->text();
}

void ConnectPane::send(Act act)
{
    confirm(std::move(act), [this](const Result<Text>& outcome) {
        if (!outcome)
            workbench().report(outcome.error());
        refresh(); // a worker takes a moment; the next look tells more
    });
}

void ConnectPane::judge()
{
    const ConnectorInfo* one = current();
    const QString refused = refusal();
    const bool may = one && refused.isEmpty();
    const bool paused = one && one->state == "PAUSED"_L1;
    m_pause->setText(paused ? tr("Resume…") : tr("Pause…"));
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    for (ui::Button* button : {m_pause, m_restart, m_restartTask}) {
        button->setEnabled(may);
        button->setToolTip(refused);
    }
    if (may)
        m_restart->setToolTip(
            hasFailed(*one) ? tr("The connector and its tasks that failed") : tr("With all tasks"));
    for (QAction* action : {m_pauseAct, m_restartAct, m_restartAllAct, m_restartTaskAct})
        if (action)
            action->setEnabled(may);
    if (one && one->tasks.empty()) {
        m_restartTask->setEnabled(false);
        m_restartTaskAct->setEnabled(false);
    }
}

void ConnectPane::showEvent(QShowEvent* event)
{
    ServicePane::showEvent(event);
    if (m_connectors)
        refresh();
    m_again.start();
}

void ConnectPane::hideEvent(QHideEvent* event)
{
    ServicePane::hideEvent(event);
    m_again.stop();
}

} // namespace pilothouse::streams
