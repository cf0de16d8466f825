// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/actdesk.h"

#include "core/servicehub.h"
#include "ui/workbench.h"
#include "workflow/panel/runfeed.h"

namespace pilothouse::workflow
{

ActDesk::ActDesk(ui::Workbench& workbench, RunFeed& feed, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
}

Acts* ActDesk::acts() const
{
    return m_workbench.hub().contract<Acts>(m_feed.service());
}

QString ActDesk::refused(const QString& dag) const
{
    const Service* service = m_workbench.hub().service(m_feed.service());
    if (!service || !acts())
        return tr("Not connected");
    if (m_feed.isOld())
        return tr("The values are old");
    if (m_feed.isLost(dag))
        return m_feed.endWords(dag);
    if (service->gate && !service->gate->allows())
        return service->gate->canLift() ? tr("Writes are off for this connection")
                                        : tr("This connection is protected");
    return {};
}

QString ActDesk::refusedStart(const QString& dag) const
{
    const QString reason = refused(dag);
    return reason.isEmpty() ? m_feed.endWords(dag) : reason;
}

void ActDesk::confirm(Act act, const QString& dag, std::function<void()> then, Otherwise otherwise)
{
    m_workbench.confirm(std::move(act), this, [this, dag, then, otherwise](Task* task) {
        if (!task)
            return;
        m_feed.expectChange(dag);
        const bool good = task->outcome().has_value();
        if (good && then)
            then();
        if (!good && !(otherwise && otherwise(task->outcome().error())))
            m_workbench.report(task->outcome().error());
        Q_EMIT done(good);
    });
}

void ActDesk::setPaused(const DagInfo& dag, bool paused)
{
    if (auto* dags = m_workbench.hub().contract<Dags>(m_feed.service()))
        confirm(dags->setPaused(dag, paused), {});
}

void ActDesk::parseAgain(const DagInfo& dag)
{
    if (auto* dags = m_workbench.hub().contract<Dags>(m_feed.service()))
        confirm(dags->parseAgain(dag), {});
}

void ActDesk::trigger(
    const TriggerRequest& request, std::function<void()> then, Otherwise otherwise)
{
    if (acts())
        confirm(acts()->trigger(request), request.dag, std::move(then), std::move(otherwise));
}

void ActDesk::clear(const ClearRequest& request, const DryRun& preview)
{
    if (acts())
        confirm(acts()->clear(request, preview), request.dag);
}

void ActDesk::mark(const MarkRequest& request)
{
    if (!acts())
        return;
    m_marking = acts()->tryMark(request).onDone(this, [this, request](Result<DryRun> answer) {
        if (!answer)
            m_workbench.report(answer.error());
        else if (acts())
            confirm(acts()->mark(request, *answer), request.task.dag);
    });
}

void ActDesk::backfill(const BackfillRequest& request, const DryRun& preview)
{
    if (acts())
        confirm(acts()->backfill(request, preview), request.dag);
}

void ActDesk::endRun(const RunInfo& run, const StateWord& state)
{
    if (acts())
        confirm(acts()->markRun(run, state), run.ref.dag);
}

void ActDesk::setNote(const TaskRef& target, const QString& note, std::function<void()> then)
{
    if (acts())
        confirm(target.task.isEmpty() ? acts()->setNote(target.runRef(), note)
                                      : acts()->setTaskNote(target, note),
            target.dag, std::move(then));
}

void ActDesk::pauseBackfill(const BackfillInfo& backfill, bool paused)
{
    if (acts())
        confirm(acts()->pauseBackfill(backfill, paused), backfill.dag);
}

void ActDesk::cancelBackfill(const BackfillInfo& backfill)
{
    if (acts())
        confirm(acts()->cancelBackfill(backfill), backfill.dag);
}

void ActDesk::removeRun(const RunInfo& run)
{
    if (acts())
        confirm(
            acts()->removeRun(run), run.ref.dag, [this, ref = run.ref] { m_feed.forgetRun(ref); });
}

} // namespace pilothouse::workflow
