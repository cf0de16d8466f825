// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whyheartbeats.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using Kind = WhyCheck::Kind;
using Verdict = WhyCheck::Verdict;

namespace
{

constexpr int kLateHeartbeat = 30; // s: Airflow's own scheduler_health_check_threshold

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(WhyNotRunning)
};

const ComponentHealth* component(const WhyFacts& facts, QLatin1StringView name)
{
    const auto it = std::find_if(facts.components.begin(), facts.components.end(),
        [name](const ComponentHealth& c) { return c.name == name; });
    return it == facts.components.end() ? nullptr : &*it;
}

WhyCheck heartbeatCheck(
    const WhyFacts& facts, Kind kind, const QString& title, QLatin1StringView name)
{
    const ComponentHealth* part = component(facts, name);
    if (!part || (part->status.isEmpty() && !part->heartbeat.isValid()))
        return WhyCheck::unknown(kind, title);
    const bool sick = !part->status.isEmpty() && part->status != "healthy"_L1;
    if (!part->heartbeat.isValid())
        return WhyCheck::of(kind, title, part->status, sick ? Verdict::Now : Verdict::Ok)
            .at(facts.componentsRead);
    // How late it was when it was read: it may have come since.
    const QDateTime& at = facts.componentsRead.isValid() ? facts.componentsRead : facts.now;
    const QString age = durationText(double(std::max<qint64>(0, part->heartbeat.secsTo(at))));
    WhyCheck found = WhyCheck::of(kind, title, Words::tr("%1 ago").arg(age),
        sick || part->heartbeat.secsTo(at) > kLateHeartbeat ? Verdict::Now : Verdict::Ok);
    found.blocker = age;
    found.read = facts.componentsRead;
    return found;
}

QString momentOf(const QDateTime& at, const WhyFacts& facts)
{
    const QDateTime local = at.toTimeZone(facts.zone);
    const bool today = local.date() == facts.now.toTimeZone(facts.zone).date();
    return local.toString(today ? u"HH:mm:ss"_s : u"MM-dd HH:mm:ss"_s);
}

} // namespace

bool WhyHeartbeats::lookAfter(Kind kind)
{
    return kind == Kind::Scheduler || kind == Kind::Origin;
}

WhyCheck WhyHeartbeats::scheduler(const WhyFacts& facts)
{
    return heartbeatCheck(facts, Kind::Scheduler, Words::tr("Scheduler heartbeat"), "scheduler"_L1);
}

// The triggerer that has a deferred task: another one may be well.
WhyCheck WhyHeartbeats::triggerer(const WhyFacts& facts)
{
    const QString title = Words::tr("Triggerer heartbeat");
    const QDateTime& heard = facts.task.triggererHeard;
    const WhyCheck any = heartbeatCheck(facts, Kind::Triggerer, title, "triggerer"_L1);
    const qint64 late
        = heard.isValid() && facts.taskRead.isValid() ? heard.secsTo(facts.taskRead) : 0;
    if (late <= kLateHeartbeat)
        return any;
    const QString age = durationText(double(late));
    WhyCheck found
        = WhyCheck::of(Kind::Triggerer, title, Words::tr("%1 ago").arg(age), Verdict::Now);
    found.blocker = age;
    found.read = facts.taskRead;
    return found;
}

// With an executor inside the scheduler what it started goes with it: by its host, the one that
// worked when the task started, and whether it still does. None: nothing is told of it.
std::optional<WhyCheck> WhyHeartbeats::origin(const WhyFacts& facts)
{
    if (!facts.schedulers || !facts.task.start.isValid() || facts.task.host.isEmpty())
        return {};
    const QDateTime& at = facts.schedulersRead.isValid() ? facts.schedulersRead : facts.now;
    const JobInfo* origin = nullptr;
    for (const JobInfo& job : *facts.schedulers) {
        if (job.host != facts.task.host || !job.start.isValid() || job.start > facts.task.start
            || !job.heartbeat.isValid() || job.heartbeat.secsTo(facts.task.start) > kLateHeartbeat)
            continue;
        if (!origin || job.heartbeat > origin->heartbeat)
            origin = &job;
    }
    if (!origin)
        return {};
    const qint64 age = std::max<qint64>(0, origin->heartbeat.secsTo(at));
    const bool gone = age > kLateHeartbeat || origin->end.isValid();
    WhyCheck found = WhyCheck::of(Kind::Origin, Words::tr("The scheduler that started it"),
        Words::tr("heard %1 ago").arg(durationText(double(age))),
        gone ? Verdict::Now : Verdict::Ok);
    found.blocker = momentOf(origin->heartbeat, facts);
    found.read = facts.schedulersRead;
    if (gone)
        for (const JobInfo& job : *facts.schedulers)
            if (job.start > origin->start && job.heartbeat.secsTo(at) <= kLateHeartbeat)
                found.details.push_back({{}, job.host, Words::tr("another one works"),
                    Words::tr("since %1").arg(momentOf(job.start, facts))});
    return found;
}

// The server's word is as old as the last sign of who looks after the task.
QString WhyHeartbeats::sentence(
    const WhyFacts& facts, const std::vector<WhyCheck>& checks, bool& doubtful)
{
    const auto now = std::find_if(
        checks.begin(), checks.end(), [](const WhyCheck& c) { return c.verdict == Verdict::Now; });
    doubtful = now != checks.end();
    if (!doubtful)
        return Words::tr("It runs, for %1 by now.")
            .arg(durationText(spanOf(facts.task.start, facts.task.end, facts.now)));
    const QString said = WorkText::strong(facts.task.state);
    if (now->kind == Kind::Origin)
        return Words::tr("The server says %1, but the scheduler that started it has not been heard "
                         "since %2. It may be lost; the server notices that by itself.")
            .arg(said, now->blocker);
    const ComponentHealth* part = component(facts, "scheduler"_L1);
    if (!part || !part->heartbeat.isValid())
        return Words::tr("The server says %1, but its scheduler is not well: %2. Nobody would "
                         "notice that it stopped.")
            .arg(said, WorkText::strong(now->value));
    return Words::tr("The server says %1, but the scheduler has not been heard since %2, for %3. "
                     "Nobody would notice that it stopped.")
        .arg(said, momentOf(part->heartbeat, facts), now->blocker);
}

} // namespace pilothouse::workflow
