// SPDX-License-Identifier: GPL-3.0-or-later
// WorkflowPanel: what it is opened with, what is kept of it, and how it is read again.
#include "workflow/panel/workflowpanel.h"

#include "core/servicehub.h"
#include "ui/errors/absence.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/panebar.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/statelegend.h"
#include "workflow/panel/taskcard.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kStateVersion = 1;
}

void WorkflowPanel::open(const Link& link)
{
    const Target target = targetOf(link, feed().dagIds());
    m_wantedForm = link.view == u"trigger" || link.view == u"backfill" ? link.view : QString();
    if (!feed().hasDags()) {
        m_wanted = target;
        return;
    }
    show(target);
    openWantedForm();
}

void WorkflowPanel::openWantedForm()
{
    const QString form = std::exchange(m_wantedForm, {});
    if (form == u"trigger")
        openTrigger();
    else if (form == u"backfill")
        openBackfill();
}

void WorkflowPanel::show(const Target& target)
{
    if (target.dag.isEmpty())
        return;
    if (m_bar->shows(Pane::Dags))
        reveal(Pane::Runs);
    chooseDag(target.dag);
    if (target.run.isEmpty() && target.task.isEmpty())
        return;
    const RunBook* book = feed().book(target.dag);
    const QString run = target.run.isEmpty() && book && book->newest()
        ? book->newest()->info.ref.run
        : target.run;
    m_choosing = false;
    grid()->setCurrent(run, mappedKey(target.task, target.map));
}

void WorkflowPanel::refresh()
{
    if (!workbench().hub().contract<Dags>(m_service)) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"share"_s, workbench().hub(), m_service));
        return;
    }
    if (!feed().hasDags()) {
        setState(State::Loading);
        m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
        feed().retry();
        return;
    }
    // What is old stays marked until there is an answer.
    if (!feed().isOld())
        onAnswered();
    else if (state() != State::Stale)
        feed().error() ? onFailed() : onSilent();
    start();
    if (feed().error())
        feed().retry();
    else
        feed().refresh();
    m_card->refresh();
}

qint64 WorkflowPanel::drawnRows() const
{
    return m_dags->drawnRows() + grid()->drawnCells();
}

void WorkflowPanel::showExample()
{
    // The DAG whose last runs tell most: something failed, something runs.
    m_example = true;
    QString best;
    int most = -1;
    for (const DagInfo& dag : feed().dags()) {
        int score = 0;
        for (const RunInfo& run : feed().bars(dag.id))
            if (run.state != "queued"_L1) // has no tasks yet
                score += run.state == "success"_L1 ? 1 : 3;
        if (dag.paused)
            score /= 4;
        if (score > most && score > 0) {
            most = score;
            best = dag.id;
        }
    }
    chooseDag(best);
}

QJsonObject WorkflowPanel::saveState() const
{
    QJsonObject state;
    state.insert(u"version"_s, kStateVersion);
    state.insert(u"dag"_s, m_runs->dag());
    state.insert(u"run"_s, grid()->currentRun());
    state.insert(u"task"_s, grid()->currentTask());
    state.insert(u"view"_s, m_runs->view());
    state.insert(u"legend"_s, m_runs->legend()->isOpen());
    state.insert(u"folded"_s, QJsonArray::fromStringList(grid()->folded().values()));
    return state;
}

void WorkflowPanel::restoreState(const QJsonObject& state)
{
    if (state.value(u"version"_s).toInt() != kStateVersion)
        return;
    m_wanted = {state.value(u"dag"_s).toString(), state.value(u"run"_s).toString(),
        state.value(u"task"_s).toString(), -1};
    m_runs->setView(std::clamp(state.value(u"view"_s).toInt(), 0, 2));
    m_runs->legend()->setOpen(state.value(u"legend"_s).toBool());
    QSet<QString> folded;
    for (const QJsonValue& group : state.value(u"folded"_s).toArray())
        folded.insert(group.toString());
    grid()->setFolded(folded);
}

} // namespace pilothouse::workflow
