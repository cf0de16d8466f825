// SPDX-License-Identifier: GPL-3.0-or-later
// WorkflowPanel: its panes, their places and keys.
#include "workflow/panel/workflowpanel.h"

#include "core/servicehub.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/panelretry.h"
#include "ui/focusguide.h"
#include "ui/graph/graphview.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/actdesk.h"
#include "workflow/panel/backfilllist.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/calendarview.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/notesheet.h"
#include "workflow/panel/panebar.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/rungrid.h"
#include "workflow/panel/runsearchpane.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/runtasks.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whyfinder.h"
#include "workflow/panel/whypane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

// Another server may have a DAG of the same name.
QString WorkflowPanel::title() const
{
    const Service* service = workbench().hub().service(m_service);
    const QString name
        = service && !service->config.title.isEmpty() ? service->config.title : m_service;
    const QString& dag = m_runs->dag();
    if (dag.isEmpty())
        return name;
    const bool alone = !service || workbench().hub().ofModule(service->config.module).size() < 2;
    return alone ? dag : u"%1 · %2"_s.arg(dag, name);
}

void WorkflowPanel::buildLayout()
{
    m_dags = new DagPane(*m_watch, this);
    m_runs = new RunsPane(*m_watch, this);
    m_mapped = new MappedTasks(workbench().hub(), feed(), this);
    grid()->setMapped(m_mapped);
    m_finder = new WhyFinder(workbench().hub(), feed(), this);
    m_finder->setZone(workbench().timeContext().zone());
    m_card = new TaskCard(workbench(), feed(), *m_mapped, *m_finder, this);
    m_why = new WhyPane(workbench(), feed(), *m_finder, this);
    m_side = new SidePane(this);
    m_side->addView(m_card);
    m_side->addView(m_why);
    m_runs->setZone(workbench().timeContext().zone());
    m_dags->setZone(workbench().timeContext().zone());

    m_desk = new ActDesk(workbench(), feed(), this);
    m_tasks = new RunTasks(workbench().hub(), feed(), this);
    m_diff = new DiffPane(workbench(), feed(), this);
    m_clear = new ClearSheet(workbench(), feed(), this);
    m_trigger = new TriggerSheet(workbench(), m_service, this);
    m_backfill = new BackfillSheet(workbench(), feed(), this);
    m_backfills = new BackfillList(workbench(), feed(), this);
    m_note = new NoteSheet(workbench(), m_service, this);
    for (QWidget* sheet :
        std::initializer_list<QWidget*>{m_clear, m_trigger, m_backfill, m_backfills, m_note})
        m_side->addSheet(sheet);

    m_graph = new GraphPane(workbench(), feed(), this);
    m_log = new LogPane(workbench(), m_service, this);
    m_search = new RunSearchPane(workbench(), m_service, this);
    m_logs = new QStackedWidget(this);
    m_logs->addWidget(m_log);
    m_logs->addWidget(m_search);

    m_rest = new QSplitter(Qt::Horizontal);
    m_rest->addWidget(m_runs);
    m_rest->addWidget(m_graph);
    m_rest->addWidget(m_diff);
    m_rest->setStretchFactor(0, 1);
    m_rest->setStretchFactor(1, 1);
    m_below = new QSplitter(Qt::Horizontal);
    m_below->addWidget(m_logs);
    m_below->addWidget(m_side);
    m_below->setStretchFactor(0, 1);
    m_below->setStretchFactor(1, 0);
    m_down = new QSplitter(Qt::Vertical);
    m_down->addWidget(m_rest);
    m_down->addWidget(m_below);
    m_down->setStretchFactor(0, 1);
    m_down->setStretchFactor(1, 1);
    m_down->setSizes({440, 330});
    m_across = new QSplitter(Qt::Horizontal);
    m_across->addWidget(m_dags);
    m_across->addWidget(m_down);
    m_across->setStretchFactor(0, 0);
    m_across->setStretchFactor(1, 1);
    m_across->setSizes({250, 1100});
    auto* content = new QWidget;
    m_bar = new PaneBar(content);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_bar);
    inside->addWidget(m_across, 1);
    arrange();

    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { feed().retry(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void WorkflowPanel::connectPanes()
{
    connect(m_bar, &PaneBar::changed, this, &WorkflowPanel::arrange);
    if (!feed().hasDags()) // how long their names are is known only then
        connect(
            &feed(), &RunFeed::dagsChanged, this,
            [this] {
                if (m_keeps)
                    divide();
                keepSizes();
            },
            Qt::SingleShotConnection);
    for (QSplitter* split : {m_across, m_rest, m_below})
        connect(split, &QSplitter::splitterMoved, this, &WorkflowPanel::keepSizes);
    const ServiceHub& hub = workbench().hub();
    connect(&hub, &ServiceHub::added, this, &WorkflowPanel::titleChanged);
    connect(&hub, &ServiceHub::removed, this, &WorkflowPanel::titleChanged);
    connect(m_side, &SidePane::asked, this, [this] { reveal(Pane::Task); });
    const auto chosen = [this] { // not only walked over
        reveal(Pane::Runs);
        setFocus();
    };
    connect(m_dags->list(), &QAbstractItemView::clicked, this, [this, chosen] {
        if (m_fit == Fit::Tabs)
            chosen();
    });
    connect(m_dags->list(), &QAbstractItemView::activated, this, chosen);
    const auto workedWith = [this]() -> QWidget* {
        const ui::PanelState state = m_runs->frame()->state();
        if (state != ui::PanelState::Empty && state != ui::PanelState::Error)
            return m_runs->dag().isEmpty() ? nullptr : m_runs->viewWidget();
        // No runs to work with: another DAG, then.
        return m_fit == Fit::Tabs ? m_runs->frame()->findChild<QAbstractButton*>()
                                  : static_cast<QWidget*>(m_dags->list());
    };
    auto* guide = new ui::FocusGuide(
        *this, workedWith, {m_dags->list(), grid(), m_runs->gantt(), m_runs->calendar()});
    connect(
        m_runs->frame(), &ui::StateFrame::stateChanged, guide, [this, guide](ui::PanelState to) {
            const bool nothing = to == ui::PanelState::Empty || to == ui::PanelState::Error;
            if (nothing && m_runs->isAncestorOf(QApplication::focusWidget()))
                setFocus(); // it was in a view that is hidden now
            guide->handOn();
        });
    connect(this, &Panel::titleChanged, guide, &ui::FocusGuide::handOn);
    for (QAction* action : m_graph->paneActions())
        connect(action, &QAction::triggered, this, [this] { reveal(Pane::Graph); });
    for (QAction* action : m_log->paneActions())
        connect(action, &QAction::triggered, this, [this] { reveal(Pane::Log); });
    connect(m_dags, &DagPane::chosen, this, [this](const QString& dag) {
        m_example = false;
        chooseDag(dag);
    });
    connect(grid(), &RunGrid::currentChanged, this, &WorkflowPanel::chooseCell);
    // What was chosen before anything was known of the DAG may turn out to be a group.
    const auto chooseAgain = [this](const QString& dag) {
        const RunBook* book = feed().book(dag);
        const QString run = grid()->currentRun();
        const QString key = grid()->currentTask();
        if (dag == m_runs->dag() && book && book->isGroup(key, run) != !m_card->group().isEmpty())
            chooseCell(run, key);
    };
    connect(&feed(), &RunFeed::structureChanged, this, chooseAgain);
    connect(&feed(), &RunFeed::cellsChanged, this, chooseAgain);
    connect(m_runs, &RunsPane::viewChanged, this, &WorkflowPanel::showGantt);
    connect(m_tasks, &RunTasks::instancesChanged, this, [this] {
        showGantt();
        if (m_logs->currentWidget() == m_search)
            m_search->setRun(m_tasks->run(), m_tasks->instances());
    });
    connect(m_graph, &GraphPane::taskChosen, this,
        [this](const QString& task) { grid()->setCurrent(grid()->currentRun(), task); });
    connect(m_graph, &GraphPane::taskOpened, this, [this] { Q_EMIT grid()->opened({}, {}); });
    connect(m_graph, &GraphPane::dagOpened, this, [this](const QString& dag) {
        m_graph->setMapShown(false);
        chooseDag(dag);
    });
    connect(m_tasks, &RunTasks::triesChanged, this, &WorkflowPanel::showLog);
    connect(m_log, &LogPane::runSearchRequested, this, &WorkflowPanel::showSearch);
    connect(m_search, &RunSearchPane::closed, this, [this] {
        m_logs->setCurrentWidget(m_log);
        updateWanted();
    });
    connect(m_search, &RunSearchPane::hitOpened, this,
        [this](const TaskRef& task, int tryNumber, qint64 row) {
            m_hitTask = task;
            m_hitTry = tryNumber;
            m_hitRow = row;
            m_logs->setCurrentWidget(m_log);
            grid()->setCurrent(task.run, mappedKey(task.task, task.map));
            m_tasks->setTask(task);
            showLog();
        });
    connect(m_runs->gantt(), &GanttView::currentChanged, this,
        [this](const QString& task) { grid()->setCurrent(grid()->currentRun(), task); });
    connect(m_why, &WhyPane::taskAsked, this,
        [this](const QString&, const QString& run, const QString& task) {
            grid()->setCurrent(run, task);
        });
    const auto askWhy = [this] {
        m_side->showView(m_why);
        updateWhy();
    };
    connect(grid(), &RunGrid::whyAsked, this, askWhy);
    connect(m_card, &TaskCard::whyAsked, this, askWhy);
    connect(m_graph, &GraphPane::whyAsked, this, askWhy);
    connect(m_card, &TaskCard::taskAsked, this,
        [this](const QString& task) { grid()->setCurrent(grid()->currentRun(), task); });
    connect(m_card, &TaskCard::instanceOpened, this, [this](int map) {
        grid()->setCurrent(grid()->currentRun(), mappedKey(m_card->task().task, map));
    });
    connect(m_card, &TaskCard::instanceChosen, this, [this](int map) {
        TaskRef task = m_card->task();
        task.map = map;
        m_tasks->setTask(task);
    });
    connect(grid(), &RunGrid::foldedChanged, this, &WorkflowPanel::updateMapped);
    connect(m_mapped, &MappedTasks::changed, this, [this](const QString& dag) {
        if (dag != m_runs->dag())
            return;
        grid()->show(feed().book(dag));
        if (const TaskInstance* one = m_mapped->instance(m_tasks->task()))
            m_tasks->notice(*one);
        const auto& at = m_card->instance();
        const TaskInstance* one = m_mapped->instance(m_card->task());
        if (one && at && (one->state != at->state || one->tryNumber > at->tryNumber))
            m_card->refresh();
        updateWhy();
    });
    connect(grid(), &RunGrid::opened, this, [this] {
        m_side->showView(m_card);
        m_logs->setCurrentWidget(m_log);
        reveal(Pane::Log);
        m_log->view().setFocus();
    });
    connect(&workbench().timeContext(), &ui::TimeContext::zoneChanged, this, [this] {
        m_runs->setZone(workbench().timeContext().zone());
        m_dags->setZone(workbench().timeContext().zone());
        m_finder->setZone(workbench().timeContext().zone());
        m_card->refresh();
    });
    connect(m_card, &TaskCard::instanceChanged, this, &WorkflowPanel::showPool);
}

QAction* WorkflowPanel::addAct(
    const QString& text, const QKeySequence& key, std::function<void()> slot)
{
    QAction* action = listAct(text, key, std::move(slot));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

// Its key is answered by the part of the panel that has the focus; it is in the list of keys and in
// the palette.
QAction* WorkflowPanel::listAct(
    const QString& text, const QKeySequence& key, std::function<void()> slot)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [slot = std::move(slot)] { slot(); });
    m_actions.append(action);
    return action;
}

void WorkflowPanel::buildActions()
{
    addAct(tr("Ask the server again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    addAct(tr("Filter DAGs"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        setMode(Mode::Overview);
        reveal(Pane::Dags);
        m_dags->filter()->setFocus(Qt::ShortcutFocusReason);
    });
    listAct(tr("Why is this task not running?"), QKeySequence(Qt::Key_W),
        [this] { Q_EMIT grid()->whyAsked(); });
    const auto view = [this](const QString& text, Qt::Key key, RunsPane::View which) {
        addAct(text, QKeySequence(Qt::CTRL | key), [this, which] {
            reveal(Pane::Runs);
            m_runs->setView(which);
            setFocus(); // handed on to the view
        });
    };
    view(tr("Grid of the runs"), Qt::Key_1, RunsPane::Grid);
    view(tr("Gantt of the run"), Qt::Key_2, RunsPane::Gantt);
    view(tr("Calendar of the runs"), Qt::Key_3, RunsPane::Calendar);
    addAct(tr("Map across DAGs"), QKeySequence(Qt::CTRL | Qt::Key_4), [this] {
        setMode(Mode::Overview);
        // Where it stands behind another pane it is to be seen, not put away.
        m_graph->setMapShown(!m_graph->isMapShown() || !m_graph->isVisible());
        reveal(Pane::Graph);
        m_graph->view()->setFocus(Qt::ShortcutFocusReason);
    });
    addAct(tr("Graph of the run"), QKeySequence(Qt::CTRL | Qt::Key_5), [this] {
        setMode(Mode::Overview);
        m_graph->setMapShown(false);
        reveal(Pane::Graph);
        m_graph->view()->setFocus(Qt::ShortcutFocusReason);
    });
    addAct(tr("Log of the task"), QKeySequence(Qt::CTRL | Qt::Key_6), [this] {
        setMode(Mode::Overview);
        m_logs->setCurrentWidget(m_log);
        updateWanted();
        reveal(Pane::Log);
        m_log->setFocus(Qt::ShortcutFocusReason);
    });
    addAct(tr("Show the task"), QKeySequence(Qt::CTRL | Qt::Key_7), [this] {
        m_side->showView(m_card);
        updateWhy();
    });
    addAct(tr("Search the logs of the run"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] { showSearch({}); });
    m_actions.append(m_graph->paneActions());
    m_actions.append(m_log->paneActions());
    addActs();
}

} // namespace pilothouse::workflow
