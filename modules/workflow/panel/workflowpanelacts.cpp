// SPDX-License-Identifier: GPL-3.0-or-later
// WorkflowPanel: what is done to runs and tasks, and the comparison of two runs.
#include "workflow/panel/workflowpanel.h"

#include "core/servicehub.h"
#include "ui/errors/errorwords.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/actdesk.h"
#include "workflow/panel/adminpanel.h"
#include "workflow/panel/backfilllist.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/notesheet.h"
#include "workflow/panel/readerdialog.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whypane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kNeeds = "pilothouseNeeds"; // of an act: "run", "task", "compared"

void refuseIn(const QList<QAction*>& acts, const QString& reason)
{
    for (QAction* act : acts) {
        act->setEnabled(reason.isEmpty());
        act->setToolTip(reason.isEmpty() ? act->text() : reason);
    }
}

} // namespace

void WorkflowPanel::connectActs()
{
    connect(grid(), &RunGrid::compareAsked, this, &WorkflowPanel::markCompared);
    connect(grid(), &RunGrid::swapAsked, this, &WorkflowPanel::swapCompared);
    connect(grid(), &RunGrid::clearAsked, this, &WorkflowPanel::openClear);
    connect(m_card, &TaskCard::retryAsked, this, &WorkflowPanel::openClear);
    connect(m_card, &TaskCard::markAsked, this, [this](const QString& state) {
        MarkRequest request;
        request.task = m_card->task();
        request.state = state;
        m_desk->mark(request);
    });
    connect(m_dags, &DagPane::importErrorsAsked, this, [this] {
        workbench().openPanel(
            u"workflow.admin"_s, m_service, AdminPanel::stateOf(AdminPanel::Errors));
    });
    connect(m_dags, &DagPane::menuAsked, this, &WorkflowPanel::showDagMenu);
    connect(m_runs, &RunsPane::triggerAsked, this, &WorkflowPanel::openTrigger);
    connect(m_runs, &RunsPane::pauseAsked, this, [this] {
        if (const DagInfo* dag = feed().dag(m_runs->dag()))
            m_desk->setPaused(*dag, !dag->paused);
    });
    connect(m_runs, &RunsPane::compareAsked, this, [this] {
        if (m_mode == Mode::Compare) {
            grid()->setCompared({}, {});
            setMode(Mode::Overview);
        } else {
            markCompared();
        }
    });
    connect(m_diff, &DiffPane::taskChosen, this,
        [this](const QString& task) { grid()->setCurrent(grid()->currentRun(), task); });

    connect(m_clear, &ClearSheet::previewChanged, this, [this] {
        const auto cells = m_clear->cells();
        grid()->setRings(cells);
        QSet<QString> here;
        for (const auto& [run, task] : cells)
            if (run == grid()->currentRun())
                here.insert(task);
        m_graph->setRings(here);
    });
    connect(m_clear, &ClearSheet::clearAsked, this, [this] {
        if (m_clear->preview())
            m_desk->clear(m_clear->request(), *m_clear->preview());
    });
    connect(m_trigger, &TriggerSheet::triggerAsked, this, [this](const TriggerRequest& request) {
        m_desk->trigger(
            request, [this, dag = request.dag] { m_trigger->forget(dag); },
            [this](const Error& error) { return m_trigger->tell(error); });
    });
    connect(m_backfill, &BackfillSheet::backfillAsked, this, [this] {
        if (m_backfill->preview())
            m_desk->backfill(m_backfill->request(), *m_backfill->preview());
    });
    connect(
        m_note, &NoteSheet::noteAsked, this, [this](const TaskRef& target, const QString& note) {
            m_desk->setNote(target, note, [this, target] { m_note->forget(target); });
        });
    connect(m_card, &TaskCard::noteAsked, this, [this] { openNote(true); });
    connect(m_backfills, &BackfillList::newAsked, this, &WorkflowPanel::openBackfill);
    connect(m_backfills, &BackfillList::pauseAsked, m_desk, &ActDesk::pauseBackfill);
    connect(m_backfills, &BackfillList::cancelAsked, m_desk, &ActDesk::cancelBackfill);
    const auto close = [this] {
        m_side->openSheet(nullptr);
        grid()->setFocus();
    };
    connect(m_clear, &ClearSheet::closed, this, close);
    connect(m_trigger, &TriggerSheet::closed, this, close);
    connect(m_backfill, &BackfillSheet::closed, this, close);
    connect(m_note, &NoteSheet::closed, this, close);
    connect(m_backfills, &BackfillList::closed, this, close);
    connect(m_desk, &ActDesk::done, this, [this, close](bool good) {
        m_card->refresh();
        if (!good)
            return; // what was typed stays, to be corrected
        m_clear->close();
        if (m_side->sheet() == m_backfills || m_side->sheet() == m_backfill)
            openBackfills(); // how it goes on is seen there
        else
            close();
    });
}

void WorkflowPanel::addActs()
{
    QAction* compare
        = listAct(tr("Compare this run"), QKeySequence(Qt::Key_Space), [this] { markCompared(); });
    listAct(tr("Swap the compared runs"), QKeySequence(Qt::Key_X), [this] { swapCompared(); });
    addAct(tr("Copy the comparison as Markdown"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] {
            if (m_mode == Mode::Compare)
                m_diff->copyMarkdown();
        })
        ->setProperty(kNeeds, u"compared"_s);
    m_starts = {addAct(tr("Retry the task…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                    [this] { openClear(); }),
        listAct(tr("Clear tasks…"), QKeySequence(Qt::Key_Delete), [this] { openClear(); }),
        addAct(tr("Trigger a run…"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { openTrigger(); }),
        addAct(tr("Backfill…"), {}, [this] { openBackfill(); })};
    addAct(tr("Backfills of the DAG"), {}, [this] { openBackfills(); });
    m_writes = {addAct(tr("Note of the task…"), {}, [this] { openNote(true); }),
        addAct(tr("Note of the run…"), {}, [this] { openNote(false); })};
    m_starts.append(addAct(
        tr("Pause the DAG, or let it run again…"), {}, [this] { Q_EMIT m_runs->pauseAsked(); }));
    m_writes.append(addAct(tr("Parse the DAG's file again…"), {}, [this] { parseAgain(); }));
    addAct(tr("Source of the DAG"), {}, [this] { showSource(); });
    const QStringList views = AdminPanel::viewNames();
    for (int view = 0; view < views.size(); ++view)
        addAct(tr("Server: %1").arg(views[view]), {}, [this, view] {
            workbench().openPanel(u"workflow.admin"_s, m_service, AdminPanel::stateOf(view));
        });
    addAct(tr("Deadlines: the next run that missed one"), {}, [this] { showMissed(); });
    m_writes.append(addAct(tr("Cancel the run…"), {}, [this] {
        if (const RunInfo* run = currentRun())
            m_desk->endRun(*run, stateWord(u"failed"));
    }));
    m_starts.append(addAct(tr("Mark the run success…"), {}, [this] {
        if (const RunInfo* run = currentRun())
            m_desk->endRun(*run, stateWord(u"success"));
    }));
    m_writes.append(addAct(tr("Delete the run…"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] {
        if (const RunInfo* run = currentRun())
            m_desk->removeRun(*run);
    }));
    const QList<QAction*> ofRun{
        compare, m_writes[1], m_writes[3], m_starts.last(), m_writes.last()};
    QList<QAction*> ofTask{m_starts[1], m_writes[0]};
    for (QAction* act : ofRun)
        act->setProperty(kNeeds, u"run"_s);
    for (QAction* act : {m_starts[0], m_starts[1]})
        act->setProperty(kNeeds, u"run"_s); // the whole of it may be meant
    ofTask.last()->setProperty(kNeeds, u"task"_s);
    for (const QString& state : {u"success"_s, u"failed"_s, u"skipped"_s}) {
        m_starts.append(addAct(tr("Mark the task %1…").arg(state), {}, [this, state] {
            if (!m_card->task().task.isEmpty())
                Q_EMIT m_card->markAsked(state);
        }));
        ofTask.append(m_starts.last());
        ofTask.last()->setProperty(kNeeds, u"task"_s);
    }
    connect(grid(), &RunGrid::menuAsked, this, [this, ofTask, ofRun](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setObjectName(u"grid menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        if (!grid()->currentTask().isEmpty())
            menu->addActions(ofTask);
        menu->addSeparator();
        menu->addActions(ofRun);
        menu->popup(at);
    });
}

// From the run with the cursor to older ones, and round.
void WorkflowPanel::showMissed()
{
    const RunBook* book = feed().book(m_runs->dag());
    const int count = book ? int(book->runs().size()) : 0;
    int known = 0;
    for (int i = 0; i < count; ++i)
        known += book->deadline(book->runs()[size_t(i)].info.ref.run) ? 1 : 0;
    const int from = count > 0 ? book->indexOf(grid()->currentRun()) : -1;
    for (int i = 1; i <= count; ++i) {
        const QString& run = book->runs()[size_t((from - i + 2 * count) % count)].info.ref.run;
        const DeadlineInfo* deadline = book->deadline(run);
        if (!deadline || !deadline->missed)
            continue;
        m_runs->setView(RunsPane::Grid);
        grid()->setCurrent(run, {});
        grid()->setFocus();
        return;
    }
    workbench().notify(tr("No run missed a deadline"),
        feed().capabilities().deadlines ? tr("%n deadlines are known", nullptr, known)
                                        : tr("This server does not tell deadlines."));
}

// What the header has for the chosen DAG, for the row under the pointer.
void WorkflowPanel::showDagMenu(const QString& dag, const QPoint& at)
{
    chooseDag(dag);
    const DagInfo* info = feed().dag(dag);
    if (!info)
        return;
    auto* menu = new QMenu(m_dags);
    menu->setObjectName(u"dag menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](const QString& text, auto slot) {
        QAction* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QList<QAction*> starts{add(tr("Trigger a run…"), [this] { openTrigger(); })};
    starts += add(info->paused ? tr("Let the DAG run again…") : tr("Pause the DAG…"),
        [this] { Q_EMIT m_runs->pauseAsked(); });
    starts += add(tr("Backfill…"), [this] { openBackfill(); });
    refuseIn(starts, feed().endWords(dag));
    add(tr("Backfills of the DAG"), [this] { openBackfills(); });
    add(tr("Parse the DAG's file again…"), [this] { parseAgain(); });
    add(tr("Source of the DAG"), [this] { showSource(); });
    menu->addSeparator();
    add(tr("Copy the DAG's id"), [dag] { QGuiApplication::clipboard()->setText(dag); });
    menu->popup(at);
}

void WorkflowPanel::parseAgain()
{
    if (const DagInfo* dag = feed().dag(m_runs->dag()))
        m_desk->parseAgain(*dag);
}

// As it is deployed now.
void WorkflowPanel::showSource()
{
    auto* dags = workbench().hub().contract<Dags>(m_service);
    const QString dag = m_runs->dag();
    if (!dags || dag.isEmpty())
        return;
    m_askSource = dags->source(dag, 0).onDone(this, [this, dag](Result<DagSource> answer) {
        if (answer)
            (new ReaderDialog(tr("Source of %1").arg(dag), answer->text, this))->open();
        else
            workbench().report(answer.error());
    });
}

const RunInfo* WorkflowPanel::currentRun() const
{
    const RunBook* book = feed().book(m_runs->dag());
    const RunEntry* run = book ? book->find(grid()->currentRun()) : nullptr;
    return run ? &run->info : nullptr;
}

// A is the run to judge by, B the one that is judged: the later of the two, until one swaps them.
void WorkflowPanel::markCompared()
{
    const RunBook* book = feed().book(m_runs->dag());
    const QString run = grid()->currentRun();
    if (!book || run.isEmpty())
        return;
    QString a = grid()->comparedA();
    QString b = grid()->comparedB();
    if (a.isEmpty() || run == a) {
        a = run == a ? QString() : run;
        b.clear();
    } else {
        b = run;
        if (book->indexOf(a) > book->indexOf(b))
            std::swap(a, b);
    }
    grid()->setCompared(a, b);
    showCompared();
}

void WorkflowPanel::swapCompared()
{
    grid()->setCompared(grid()->comparedB(), grid()->comparedA());
    showCompared();
}

void WorkflowPanel::showCompared()
{
    const bool both = !grid()->comparedA().isEmpty() && !grid()->comparedB().isEmpty();
    if (both) {
        m_diff->compare(m_runs->dag(), grid()->comparedA(), grid()->comparedB());
        m_diff->setCurrentTask(grid()->currentTask());
    }
    const bool hadFocus = grid()->hasFocus();
    setMode(both ? Mode::Compare : Mode::Overview);
    if (hadFocus)
        (m_runs->isVisible() ? static_cast<QWidget*>(grid()) : m_diff)->setFocus();
}

void WorkflowPanel::openClear()
{
    TaskRef task{m_runs->dag(), grid()->currentRun(), m_card->task().task, m_card->task().map};
    if (task.run.isEmpty())
        return;
    // On the row of a group its tasks are meant, not the whole run.
    const RunBook* book = feed().book(m_runs->dag());
    const QString& group = m_card->group();
    const QStringList tasks
        = book && !group.isEmpty() ? book->tasksOf(group, task.run) : QStringList();
    if (!tasks.isEmpty())
        task.task = group;
    updateRefused();
    m_side->openSheet(m_clear);
    m_clear->open(task, tasks);
}

void WorkflowPanel::openTrigger()
{
    const RunBook* book = feed().book(m_runs->dag());
    if (!book)
        return;
    updateRefused();
    m_side->openSheet(m_trigger);
    if (book->details()) {
        m_trigger->open(m_runs->dag(), book->details()->params);
        return;
    }
    const QString dag = m_runs->dag();
    m_trigger->open(dag, std::nullopt);
    auto* dags = workbench().hub().contract<Dags>(m_service);
    if (!dags)
        return;
    m_askParams = dags->details(dag).onDone(this, [this](Result<DagDetails> answer) {
        if (answer)
            m_trigger->open(answer->info.id, answer->params);
        else
            m_trigger->setUnread(ui::ErrorWords::line(answer.error(), feed().service()));
    });
}

void WorkflowPanel::openBackfill()
{
    if (m_runs->dag().isEmpty())
        return;
    updateRefused();
    m_side->openSheet(m_backfill);
    m_backfill->open(m_runs->dag());
}

void WorkflowPanel::openBackfills()
{
    if (m_runs->dag().isEmpty())
        return;
    updateRefused();
    m_side->openSheet(m_backfills);
    m_backfills->open(m_runs->dag());
}

void WorkflowPanel::openNote(bool ofTask)
{
    const RunInfo* run = currentRun();
    const auto& at = m_card->instance();
    if (!run || (ofTask && !at))
        return;
    const QString name = runName(*run, workbench().timeContext().zone(), feed().serverNow());
    TaskRef target = ofTask ? m_card->task() : TaskRef{run->ref.dag, run->ref.run, {}, -1};
    updateRefused();
    m_side->openSheet(m_note);
    m_note->open(target,
        ofTask ? mappedKey(target.task, target.map) + u", "_s + name : tr("Run %1").arg(name),
        ofTask ? at->note : run->note);
}

void WorkflowPanel::updateRefused()
{
    const QString& dag = m_runs->dag();
    const QString refused = m_desk->refused(dag);
    const QString start = m_desk->refusedStart(dag);
    m_card->setActsRefused(start, refused);
    m_clear->setRefused(start);
    m_trigger->setRefused(start);
    m_note->setRefused(refused);
    m_backfills->setRefused(refused);
    m_backfill->setRefused(start.isEmpty() && !feed().capabilities().backfills
                && !feed().capabilities().version.isEmpty()
            ? tr("This server has no backfill of its own")
            : start);
    refuseIn(m_starts, feed().endWords(dag));
    refuseIn(m_writes, feed().isLost(dag) ? feed().endWords(dag) : QString());
    for (QAction* act : std::as_const(m_actions)) {
        const QString needs = act->property(kNeeds).toString();
        const bool refusable = m_starts.contains(act) || m_writes.contains(act);
        if (needs.isEmpty() || (refusable && !act->isEnabled()))
            continue; // another reason comes first
        refuseIn({act},
            needs == "run"_L1 && !currentRun()                        ? tr("No run is chosen")
                : needs == "task"_L1 && m_card->task().task.isEmpty() ? tr("No task is chosen")
                : needs == "compared"_L1 && m_mode != Mode::Compare ? tr("No two runs are compared")
                                                                    : QString());
    }
}

} // namespace pilothouse::workflow
