// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/workflowpanel.h"

#include "core/servicehub.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/panebar.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runsearchpane.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/runtasks.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/statelegend.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/whybox.h"
#include "workflow/panel/whyfinder.h"
#include "workflow/panel/whypane.h"
#include "workflow/panel/worktext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

// What to look at first in a run: the worst that is not well.
QString telling(const RunEntry& run, const GridRows& rows)
{
    QString found;
    StateWord worst = u"success"_s;
    for (int i = 0; i < rows.size(); ++i) {
        const Cell* cell = rows.at(i).group ? nullptr : run.cell(rows.at(i).id);
        if (!cell || cell->state == "no_status"_L1)
            continue;
        if (worseOf(worst, cell->state) != worst) {
            worst = cell->state;
            found = cell->task;
        }
    }
    return found;
}

} // namespace

WorkflowPanel::WorkflowPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_watch(std::make_unique<FeedWatch>(RunFeed::of(workbench.hub(), service)))
{
    buildLayout();
    buildActions();
    connectFeed();
    connectPanes();
    connectActs();
    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, &WorkflowPanel::tick);
    refreshWhenVisible();
}

WorkflowPanel::~WorkflowPanel() = default;

RunFeed& WorkflowPanel::feed() const
{
    return m_watch->feed();
}

RunGrid* WorkflowPanel::grid() const
{
    return m_runs->grid();
}

QString WorkflowPanel::iconName() const
{
    return u"share"_s;
}

QString WorkflowPanel::kind() const
{
    return u"workflow.runs"_s;
}

void WorkflowPanel::connectFeed()
{
    RunFeed& of = feed();
    connect(&of, &RunFeed::answered, this, &WorkflowPanel::onAnswered);
    connect(&of, &RunFeed::failed, this, &WorkflowPanel::onFailed);
    connect(&of, &RunFeed::fellSilent, this, &WorkflowPanel::onSilent);
    connect(&of, &RunFeed::dagsChanged, this, &WorkflowPanel::start);
    // Asked for an example before anything was known: the runs of the list tell which.
    connect(&of, &RunFeed::barsChanged, this, [this] {
        if (m_example && m_runs->dag().isEmpty())
            showExample();
    });
    const auto mine = [this](const QString& dag) {
        if (dag != m_runs->dag())
            return;
        const RunBook* book = feed().book(dag);
        for (const QString& run : {grid()->comparedA(), grid()->comparedB()})
            if (!run.isEmpty() && book && book->isRead() && !book->find(run)) { // deleted
                grid()->setCompared({}, {});
                setMode(Mode::Overview);
            }
        chooseFirst();
    };
    connect(&of, &RunFeed::runsChanged, this, mine);
    connect(&of, &RunFeed::cellsChanged, this, [this, mine](const QString& dag) {
        mine(dag);
        showGantt();
        if (dag == m_runs->dag())
            updateWhy();
        const RunBook* book = feed().book(dag);
        const TaskRef& task = m_card->task();
        if (!book || task.dag != dag || task.map >= 0)
            return;
        const RunEntry* run = book->find(task.run);
        const Cell* cell = run ? run->cell(task.task) : nullptr;
        const auto& at = m_card->instance();
        if (cell && at && (cell->state != at->state || cell->tries > at->tryNumber))
            m_card->refresh();
    });
    connect(&workbench().hub(), &ServiceHub::writesChanged, this, [this](const QString& id) {
        if (id == m_service)
            updateRefused();
    });
}

// A feed that other tabs already use has its list before this panel asks.
void WorkflowPanel::start()
{
    if (!feed().hasDags() || feed().dags().empty())
        return;
    if (!m_wanted.dag.isEmpty()) {
        show(std::exchange(m_wanted, {}));
        openWantedForm();
    } else if (m_runs->dag().isEmpty() && !m_example) {
        chooseDag(m_dags->model().rowCount() > 0 ? m_dags->model().row(0).info.id
                                                 : feed().dags().front().id);
    }
}

void WorkflowPanel::onAnswered()
{
    m_retry->succeeded();
    markOld(false);
    if (feed().hasDags() && feed().dags().empty()) {
        setState(State::Empty);
        m_frame->showEmpty({u"share"_s, tr("No DAG on this server"),
            feed().importErrors().empty()
                ? tr("The server knows no DAG file without errors.")
                : tr("%n files have errors.", nullptr, int(feed().importErrors().size())),
            {}});
        return;
    }
    if (feed().hasDags())
        setState(State::Ready);
    updateRefused();
}

void WorkflowPanel::onFailed()
{
    const bool have = feed().hasDags();
    m_retry->failed(*feed().error(), have);
    setState(have ? State::Stale : State::Error);
    markOld(have);
    updateRefused();
}

void WorkflowPanel::markOld(bool old)
{
    m_dags->setStale(old);
    m_runs->setStale(old);
    m_log->setKnown(old ? m_runs->knownTime() : QString());
}

// A server that stands still is known by its silence long before a call is given up.
void WorkflowPanel::onSilent()
{
    if (!feed().hasDags())
        return;
    markOld(true);
    const QString since = m_runs->knownTime();
    m_frame->showStale(
        {since, tr("Last known values: no answer since %1.").arg(since), m_service, {}});
    setState(State::Stale);
    updateRefused();
}

void WorkflowPanel::chooseDag(const QString& dag)
{
    if (dag.isEmpty() || dag == m_runs->dag())
        return;
    m_choosing = true;
    m_dags->choose(dag);
    leaveSearches();
    m_clear->close();
    m_side->openSheet(nullptr); // a form of the former DAG; what was typed is a draft
    m_runs->setDag(dag);
    chooseCell({}, {}); // nothing of the former DAG stays beside the new name
    updateRefused();
    chooseFirst();
    Q_EMIT titleChanged();
}

// Runs come first, their cells a moment later: the run is chosen with the former, the task with
// the latter, and only while the user has not chosen himself.
void WorkflowPanel::chooseFirst()
{
    const RunBook* book = feed().book(m_runs->dag());
    if (!book || !book->newest() || !m_choosing)
        return;
    if (grid()->currentRun().isEmpty()) {
        const RunEntry* run = book->newest();
        if (m_example) // the newest that shows something
            for (const RunEntry& one : book->runs())
                if (one.info.state == "failed"_L1 || one.isActive())
                    run = &one;
        m_watch->setRun(run->info.ref.run);
        grid()->setCurrent(run->info.ref.run, {});
    }
    const RunEntry* run = book->find(grid()->currentRun());
    if (!run || !run->cellsRead.isValid())
        return;
    m_choosing = false;
    if (grid()->currentTask().isEmpty())
        if (const QString task = telling(*run, grid()->rows()); !task.isEmpty())
            grid()->setCurrent(run->info.ref.run, task);
}

void WorkflowPanel::chooseCell(const QString& run, const QString& key)
{
    m_watch->setRun(run);
    const int row = grid()->rows().indexOf(key);
    const GridRow* at = row >= 0 ? &grid()->rows().at(row) : nullptr;
    const auto [task, map] = taskOfKey(at && at->more > 0 ? at->of : key);
    const RunBook* book = feed().book(m_runs->dag());
    const bool group = book && book->isGroup(key, run);
    const TaskRef ref{m_runs->dag(), run, group ? QString() : task, map};
    m_card->show(ref, group ? key : QString());
    if (m_mode == Mode::Compare)
        m_diff->setCurrentTask(task);
    m_runs->gantt()->setCurrent(task);
    m_tasks->setRun({m_runs->dag(), run});
    m_graph->setRun(m_runs->dag(), run);
    m_graph->setCurrentTask(task);
    // Of a mapped task the log is that of the instance chosen in its list.
    if (!m_card->showsInstances())
        m_tasks->setTask(ref);
    else if (m_tasks->task().runRef() != ref.runRef() || m_tasks->task().task != task)
        m_tasks->setTask({});
    updateMapped();
    updateWhy();
    updateRefused();
    showGantt();
}

// Instances are read of the mapped tasks that are open in the grid or on the card.
void WorkflowPanel::updateMapped()
{
    QStringList tasks = grid()->openMapped();
    const TaskRef& task = m_card->task();
    if ((task.map >= 0 || m_card->showsInstances()) && !tasks.contains(task.task))
        tasks.append(task.task);
    m_mapped->setWanted({m_runs->dag(), grid()->currentRun()}, tasks);
}

// By itself for a task that waits; for any other only where one asks.
void WorkflowPanel::updateWhy()
{
    const TaskRef& task = m_card->task();
    const RunBook* book = feed().book(task.dag);
    const RunEntry* run = book ? book->find(task.run) : nullptr;
    const Cell* cell = run ? run->cell(task.task) : nullptr;
    StateWord state = cell ? cell->state : run && run->cellsRead.isValid() ? stateWord(u"") : u""_s;
    if (task.map >= 0)
        if (const TaskInstance* one = m_mapped->instance(task))
            state = one->state;
    const bool asked = m_side->view() == m_why;
    const bool waits = !state.isEmpty() && WhyBox::isFor(state) && !m_card->showsInstances();
    m_finder->ask(asked || waits ? task : TaskRef());
    if (m_finder->task().task.isEmpty())
        m_watch->setFacts({});
    else
        m_watch->setFacts([this] { m_finder->askOne(); });
}

void WorkflowPanel::showGantt()
{
    const bool gantt = m_runs->view() == RunsPane::Gantt;
    updateWanted();
    const RunBook* book = feed().book(m_runs->dag());
    if (gantt)
        m_runs->gantt()->show(book ? book->find(grid()->currentRun()) : nullptr, grid()->rows(),
            m_tasks->withTries());
}

void WorkflowPanel::updateWanted()
{
    m_tasks->setWanted(m_runs->view() == RunsPane::Gantt || m_logs->currentWidget() == m_search);
}

void WorkflowPanel::showLog()
{
    const TaskRef& task = m_tasks->task();
    if (task.task.isEmpty()) {
        m_log->clear();
        return;
    }
    if (!m_tasks->triesRead())
        return; // they are under way
    const RunBook* book = feed().book(task.dag);
    const RunEntry* run = book && task.map < 0 ? book->find(task.run) : nullptr;
    const Cell* cell = run ? run->cell(task.task) : nullptr;
    m_log->setTaskState(cell ? cell->state : StateWord());
    if (m_hitRow >= 0 && m_hitTask == task)
        m_log->showLine(task, m_tasks->tries(), m_hitTry, std::exchange(m_hitRow, -1));
    else
        m_log->showTask(task, m_tasks->tries());
}

void WorkflowPanel::showSearch(const QString& text)
{
    m_logs->setCurrentWidget(m_search);
    reveal(Pane::Log);
    updateWanted();
    m_search->setRun(m_tasks->run(), m_tasks->instances());
    if (!text.isEmpty())
        m_search->start(text);
    m_search->setFocus();
}

// Of the chosen task; before its instance has come, as the code says.
void WorkflowPanel::showPool()
{
    QString pool = m_card->instance() ? m_card->instance()->pool : QString();
    const RunBook* book = feed().book(m_runs->dag());
    if (pool.isEmpty() && book && book->structure())
        for (const TaskInfo& task : book->structure()->tasks)
            if (task.id == m_card->task().task)
                pool = task.pool;
    m_dags->setPool(pool);
}

void WorkflowPanel::tick()
{
    m_runs->tick();
    m_card->tick();
    m_graph->tick();
}

// What is looked for in one DAG says nothing about the next.
void WorkflowPanel::leaveSearches()
{
    m_runs->finder()->clear();
    m_log->findText({});
    m_search->leave();
    m_logs->setCurrentWidget(m_log);
    updateWanted();
}

// What no focused part has taken: first the search over the logs, then the pane that was asked
// for, then the comparison.
void WorkflowPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
        Panel::keyPressEvent(event);
        return;
    }
    if (m_mode != Mode::Compare && m_logs->currentWidget() == m_search) {
        m_search->leave();
        m_logs->setCurrentWidget(m_log);
        updateWanted();
    } else if (m_side->view() != m_card) {
        const bool hadFocus = m_why->isAncestorOf(QApplication::focusWidget());
        m_side->showView(m_card);
        updateWhy();
        if (hadFocus)
            grid()->setFocus();
    } else if (m_mode == Mode::Compare) {
        grid()->setCompared({}, {});
        setMode(Mode::Overview);
        grid()->setFocus();
    } else {
        event->ignore();
    }
}

void WorkflowPanel::showEvent(QShowEvent* event)
{
    shareOut();
    m_watch->setVisible(true);
    m_ticker.start();
    Panel::showEvent(event);
}

void WorkflowPanel::hideEvent(QHideEvent* event)
{
    m_watch->setVisible(false);
    m_ticker.stop();
    Panel::hideEvent(event);
}

} // namespace pilothouse::workflow
