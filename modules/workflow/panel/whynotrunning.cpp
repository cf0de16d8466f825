// SPDX-License-Identifier: GPL-3.0-or-later
// The order is Airflow's own: what makes a task "scheduled" comes first, what makes it "queued"
// after that, what makes it "running" last.
#include "workflow/panel/whynotrunning.h"

#include "workflow/panel/whyheartbeats.h"

#include <QLocale>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using Kind = WhyCheck::Kind;
using Verdict = WhyCheck::Verdict;

namespace
{

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(WhyNotRunning)
};

QString bold(const QString& text)
{
    return WorkText::strong(text);
}

// A step of the way to running; blockers of a later step are "next" while an earlier one blocks.
int stepOf(Kind kind)
{
    switch (kind) {
    case Kind::Pool:
    case Kind::ActiveTasks:
    case Kind::MappedLimit:
        return 1;
    case Kind::Triggerer:
        return 2;
    default:
        return 0;
    }
}

// The step a task in this state has still to take.
int stepReached(const StateWord& state)
{
    if (state == "queued"_L1)
        return 3;
    if (state == "scheduled"_L1)
        return 1;
    if (state == "deferred"_L1)
        return 2;
    return 0;
}

WhyCheck pausedCheck(const WhyFacts& facts)
{
    const QString title = Words::tr("DAG paused");
    if (!facts.dag)
        return WhyCheck::unknown(Kind::Paused, title);
    const bool paused = facts.dag->info.paused;
    return WhyCheck::of(Kind::Paused, title, paused ? Words::tr("yes") : Words::tr("no"),
        paused ? Verdict::Now : Verdict::Ok);
}

WhyCheck poolCheck(const WhyFacts& facts)
{
    const QString name
        = facts.task.pool.isEmpty() && facts.pool ? facts.pool->name : facts.task.pool;
    const QString title = name.isEmpty() ? Words::tr("Pool") : Words::tr("Pool %1").arg(name);
    if (!facts.pool) {
        WhyCheck found = WhyCheck::unknown(Kind::Pool, title);
        if (facts.poolError)
            found.value = facts.poolError->code == "403"_L1 ? Words::tr("may not be read")
                                                            : Words::tr("could not be read");
        return found;
    }
    const PoolInfo& pool = *facts.pool;
    if (pool.size == PoolInfo::kUnlimited)
        return WhyCheck::of(Kind::Pool, title, Words::tr("no limit"), Verdict::Ok)
            .at(facts.poolRead);
    const int used = std::max(0, pool.size - pool.open);
    const bool full = pool.open < std::max(1, facts.task.poolSlots);
    WhyCheck found = WhyCheck::of(Kind::Pool, title,
        Words::tr("%1 of %2 used").arg(used).arg(pool.size), full ? Verdict::Now : Verdict::Ok);
    found.blocker = name;
    found.read = facts.poolRead;
    if (full)
        for (const TaskInstance& holder : facts.holders)
            found.details.push_back({holder.state,
                holder.ref.dag + u'.' + holder.ref.task
                    + (holder.ref.map >= 0 ? u" [%1]"_s.arg(holder.ref.map) : QString()),
                holder.ref.run,
                durationText(spanOf(holder.start.isValid() ? holder.start : holder.queued,
                    holder.end, facts.holdersRead.isValid() ? facts.holdersRead : facts.now))});
    return found;
}

WhyCheck limitCheck(Kind kind, const QString& title, int used, int limit, const QDateTime& read)
{
    if (limit <= 0 || used < 0)
        return WhyCheck::unknown(kind, title);
    return WhyCheck::of(kind, title, Words::tr("%1 of %2").arg(used).arg(limit),
        used >= limit ? Verdict::Now : Verdict::Ok)
        .at(read);
}

WhyCheck ruleCheck(const WhyFacts& facts)
{
    const QString title = facts.triggerRule.isEmpty()
        ? Words::tr("Trigger rule")
        : Words::tr("Trigger rule %1").arg(facts.triggerRule);
    if (!facts.upstream)
        return WhyCheck::unknown(Kind::TriggerRule, title);
    if (facts.upstream->empty())
        return WhyCheck::of(Kind::TriggerRule, title, Words::tr("no task before it"), Verdict::Ok);
    std::vector<StateWord> states;
    int done = 0;
    for (const UpstreamFact& up : *facts.upstream) {
        states.push_back(up.state);
        done += isFinal(up.state) ? 1 : 0;
    }
    const RuleState state = ruleState(facts.triggerRule, states);
    WhyCheck found = WhyCheck::of(Kind::TriggerRule, title,
        Words::tr("%1 of %2 done").arg(done).arg(int(states.size())),
        state == RuleState::Met           ? Verdict::Ok
            : state == RuleState::Unknown ? Verdict::Unknown
                                          : Verdict::Now)
                         .at(facts.cellsRead);
    if (state == RuleState::Never)
        found.value = Words::tr("can no longer be met");
    QStringList waited;
    for (const UpstreamFact& up : *facts.upstream) {
        if (!isFinal(up.state))
            waited.append(up.task);
        const double ran = spanOf(up.start, up.end, facts.now);
        QString value = ran < 0 ? QString() : durationText(ran);
        if (!isFinal(up.state) && up.usual.isKnown())
            value = value.isEmpty()
                ? Words::tr("usual %1").arg(durationText(up.usual.median))
                : Words::tr("%1, usual %2").arg(value, durationText(up.usual.median));
        found.details.push_back({up.state, up.task, up.state, value});
    }
    if (found.verdict == Verdict::Now && !waited.isEmpty())
        found.blocker = waited.size() == 1 ? waited.front()
                                           : Words::tr("%n tasks", nullptr, int(waited.size()));
    return found;
}

WhyCheck pastCheck(const WhyFacts& facts)
{
    const QString title = u"depends_on_past"_s;
    if (!facts.dependsOnPast)
        return WhyCheck::unknown(Kind::DependsOnPast, title);
    if (!*facts.dependsOnPast)
        return WhyCheck::of(Kind::DependsOnPast, title, Words::tr("no"), Verdict::Ok);
    if (facts.firstRun)
        return WhyCheck::of(
            Kind::DependsOnPast, title, Words::tr("yes, no run before it"), Verdict::Ok)
            .at(facts.runsRead);
    if (!facts.previous)
        return WhyCheck::of(Kind::DependsOnPast, title,
            Words::tr("yes, the run before is not known"), Verdict::Unknown);
    const bool good = *facts.previous == "success"_L1 || *facts.previous == "skipped"_L1;
    return WhyCheck::of(Kind::DependsOnPast, title,
        Words::tr("yes, the run before: %1").arg(*facts.previous),
        good ? Verdict::Ok : Verdict::Now)
        .at(facts.cellsRead);
}

WhyCheck retryCheck(const WhyFacts& facts)
{
    const QString title = Words::tr("Waits for its next try");
    if (!facts.nextTry.isValid())
        return WhyCheck::of(Kind::Retry, title, Words::tr("time not told"), Verdict::Now)
            .at(facts.taskRead);
    const qint64 in = facts.now.secsTo(facts.nextTry);
    return WhyCheck::of(Kind::Retry, title,
        in > 0 ? Words::tr("in %1").arg(durationText(double(in))) : Words::tr("due"), Verdict::Now)
        .at(facts.taskRead);
}

QString clauseNow(const WhyCheck& c)
{
    const QString name = bold(c.blocker);
    switch (c.kind) {
    case Kind::ImportError:
        return Words::tr("The DAG's file has an error, so nothing of it is scheduled.");
    case Kind::Paused:
        return Words::tr("The DAG is paused.");
    case Kind::StartDate:
        return Words::tr("Its start date has not come yet.");
    case Kind::Pool:
        return Words::tr("It waits for a slot in %1.").arg(name);
    case Kind::ActiveRuns:
        return Words::tr("The DAG already has as many active runs as it may.");
    case Kind::ActiveTasks:
        return Words::tr("The DAG already runs as many tasks as it may.");
    case Kind::TriggerRule:
        return c.blocker.isEmpty() ? Words::tr("Its trigger rule can no longer be met.")
                                   : Words::tr("It waits for %1.").arg(name);
    case Kind::DependsOnPast:
        return Words::tr("It waits for the same task in the run before.");
    case Kind::Retry:
        return Words::tr("It waits for its next try, %1.").arg(c.value);
    case Kind::MappedLimit:
        return Words::tr("As many of its instances run as may.");
    case Kind::Scheduler:
        return c.blocker.isEmpty()
            ? Words::tr("The server says that its scheduler is not well: %1.").arg(bold(c.value))
            : Words::tr("The scheduler was last heard from %1.").arg(c.value);
    case Kind::Origin:
        return {}; // of what runs
    case Kind::Triggerer:
        return c.blocker.isEmpty()
            ? Words::tr("The server says that its triggerer is not well: %1.").arg(bold(c.value))
            : Words::tr("The triggerer was last heard from %1.").arg(c.value);
    }
    return {};
}

QString clauseNext(const WhyCheck& c)
{
    switch (c.kind) {
    case Kind::Pool:
        return Words::tr("When that ends, it waits for a slot in %1.").arg(bold(c.blocker));
    case Kind::ActiveTasks:
        return Words::tr("When that ends, it waits until fewer tasks of the DAG run.");
    case Kind::MappedLimit:
        return Words::tr("When that ends, it waits until fewer of its instances run.");
    default:
        return {};
    }
}

QString sentenceOf(const WhyFacts& facts, std::vector<WhyCheck>& checks)
{
    const auto first = [&checks](Verdict verdict) {
        return std::find_if(checks.begin(), checks.end(),
            [verdict](const WhyCheck& c) { return c.verdict == verdict; });
    };
    // A scheduler that does not answer explains everything else.
    auto now = std::find_if(checks.begin(), checks.end(),
        [](const WhyCheck& c) { return c.verdict == Verdict::Now && c.kind == Kind::Scheduler; });
    if (now == checks.end())
        now = first(Verdict::Now);
    if (now == checks.end()) {
        if (!facts.pickedUp)
            return Words::tr("The scheduler has not picked this run up yet.");
        if (facts.task.state == "queued"_L1)
            return Words::tr("It has its slot and waits for a worker.");
        if (facts.task.state == "deferred"_L1)
            return Words::tr("It waits in the triggerer for its event.");
        if (facts.task.state == "up_for_reschedule"_L1)
            return Words::tr("A sensor that gave its slot back; it looks again later.");
        if (facts.task.state == "awaiting_input"_L1)
            return Words::tr("It waits for a person to answer.");
        return Words::tr(
            "Nothing that can be read holds it back. The scheduler should start it soon.");
    }
    QString sentence = clauseNow(*now);
    now->told = now->kind == Kind::Retry || now->kind == Kind::Paused
        || now->kind == Kind::Scheduler || now->kind == Kind::Triggerer;
    if (const auto next = first(Verdict::Next); next != checks.end())
        sentence += u' ' + clauseNext(*next);
    return sentence;
}

// Which tasks before it made its rule impossible.
QString neverSentence(const WhyFacts& facts)
{
    QStringList failed;
    if (facts.upstream)
        for (const UpstreamFact& up : *facts.upstream)
            if (up.state == "failed"_L1 || up.state == "upstream_failed"_L1)
                failed.append(bold(up.task));
    if (failed.isEmpty())
        return Words::tr("It will not run: a task before it failed.");
    return failed.size() == 1
        ? Words::tr("It will not run: %1 before it ended badly.").arg(failed.front())
        : Words::tr(
            "It will not run: %n tasks before it ended badly.", nullptr, int(failed.size()));
}

} // namespace

RuleState ruleState(const QString& rule, const std::vector<StateWord>& upstream)
{
    int success = 0, failed = 0, skipped = 0, done = 0;
    for (const StateWord& state : upstream) {
        success += state == "success"_L1 ? 1 : 0;
        failed += state == "failed"_L1 || state == "upstream_failed"_L1 ? 1 : 0;
        skipped += state == "skipped"_L1 ? 1 : 0;
        done += isFinal(state) ? 1 : 0;
    }
    const int all = int(upstream.size());
    const bool over = done == all;
    const auto when = [over](bool met, bool never) {
        return met ? RuleState::Met : never || over ? RuleState::Never : RuleState::Waits;
    };
    if (all == 0 || rule == "always"_L1 || rule == "dummy"_L1)
        return RuleState::Met;
    if (rule == "all_success"_L1)
        return when(success == all, failed + skipped > 0);
    if (rule == "all_failed"_L1)
        return when(failed == all, success + skipped > 0);
    if (rule == "all_done"_L1)
        return when(over, false);
    if (rule == "all_done_setup_success"_L1 || rule == "all_done_min_one_success"_L1)
        return when(over && success > 0, over && success == 0);
    if (rule == "all_skipped"_L1)
        return when(skipped == all, success + failed > 0);
    if (rule == "one_success"_L1)
        return when(success > 0, false);
    if (rule == "one_failed"_L1)
        return when(failed > 0, false);
    if (rule == "one_done"_L1)
        return when(success + failed > 0, false);
    if (rule == "none_failed"_L1)
        return when(over && failed == 0, failed > 0);
    if (rule == "none_failed_min_one_success"_L1 || rule == "none_failed_or_skipped"_L1)
        return when(over && failed == 0 && success > 0, failed > 0);
    if (rule == "none_skipped"_L1)
        return when(over && skipped == 0, skipped > 0);
    return RuleState::Unknown;
}

WhyCheck WhyCheck::of(Kind kind, const QString& title, const QString& value, Verdict verdict)
{
    return {kind, title, value, verdict, {}, {}, false, {}};
}

WhyCheck WhyCheck::at(const QDateTime& when) &&
{
    read = when;
    return std::move(*this);
}

WhyCheck WhyCheck::unknown(Kind kind, const QString& title)
{
    return of(kind, title, Words::tr("not told"), Verdict::Unknown);
}

WhyAnswer whyNotRunning(const WhyFacts& facts)
{
    WhyAnswer answer;
    auto& checks = answer.checks;
    if (facts.importError && !facts.importError->isEmpty()) {
        checks.push_back(WhyCheck::of(
            Kind::ImportError, Words::tr("Import error"), Words::tr("yes"), Verdict::Now));
        checks.back().details.push_back(
            {{}, facts.importError->section(u'\n', -1, -1, QString::SectionSkipEmpty), {}, {}});
    }
    checks.push_back(pausedCheck(facts));
    const QDateTime start = facts.dag ? facts.dag->start : QDateTime();
    if (start.isValid() && facts.run && facts.run->logical.isValid()
        && (facts.run->logical < start || facts.now < start))
        checks.push_back(WhyCheck::of(Kind::StartDate, Words::tr("Start date"),
            start.toTimeZone(facts.zone).toString(u"yyyy-MM-dd HH:mm"_s), Verdict::Now));
    checks.push_back(poolCheck(facts));
    const DagInfo info = facts.dag ? facts.dag->info : DagInfo();
    WhyCheck runs
        = limitCheck(Kind::ActiveRuns, Words::tr("Active runs, %1").arg(u"max_active_runs"_s),
            facts.activeRuns, info.maxActiveRuns, facts.runsRead);
    // A run that is itself active has its place already.
    if (runs.verdict == Verdict::Now && (!facts.run || facts.run->state != "queued"_L1))
        runs.verdict = Verdict::Ok;
    checks.push_back(runs);
    checks.push_back(
        limitCheck(Kind::ActiveTasks, Words::tr("Active tasks, %1").arg(u"max_active_tasks"_s),
            facts.activeTasks, info.maxActiveTasks, facts.cellsRead));
    checks.push_back(ruleCheck(facts));
    checks.push_back(pastCheck(facts));
    if (facts.task.state == "up_for_retry"_L1)
        checks.push_back(retryCheck(facts));
    if (facts.mapped && facts.mappedLimit > 0)
        checks.push_back(limitCheck(Kind::MappedLimit, Words::tr("Mapped instances at once"),
            facts.mappedActive, facts.mappedLimit, facts.cellsRead));
    else if (!facts.concurrency.isEmpty())
        checks.push_back(WhyCheck::of(
            Kind::MappedLimit, Words::tr("Instances at once"), facts.concurrency, Verdict::Now)
                             .at(facts.ownRead));
    checks.push_back(WhyHeartbeats::scheduler(facts));
    if (facts.task.state == "deferred"_L1)
        checks.push_back(WhyHeartbeats::triggerer(facts));

    const Phase phase = phaseOf(facts.task.state);
    if (facts.task.state == "upstream_failed"_L1) {
        for (WhyCheck& c : checks)
            if (c.verdict == Verdict::Now && c.kind != Kind::TriggerRule)
                c.verdict = Verdict::Ok;
        answer.waits = false;
        answer.sentence = neverSentence(facts);
        return answer;
    }
    answer.waits = phase == Phase::Waiting || phase == Phase::Unknown;
    if (!answer.waits) {
        const bool active = phase == Phase::Active;
        if (const auto origin = active ? WhyHeartbeats::origin(facts) : std::nullopt)
            checks.push_back(*origin);
        for (WhyCheck& c : checks)
            if (c.verdict == Verdict::Now && !(active && WhyHeartbeats::lookAfter(c.kind)))
                c.verdict = Verdict::Ok;
        answer.sentence = active
            ? WhyHeartbeats::sentence(facts, checks, answer.doubtful)
            : Words::tr("It does not wait: it ended as %1.").arg(bold(facts.task.state));
        return answer;
    }
    // What this task has passed cannot hold it back; what comes after a blocker is next.
    const int reached = stepReached(facts.task.state);
    int blocking = 9;
    for (WhyCheck& c : checks) {
        const bool always = c.kind == Kind::Scheduler || c.kind == Kind::ImportError;
        if (c.verdict == Verdict::Now && !always && stepOf(c.kind) < reached
            && c.kind != Kind::Paused)
            c.verdict = Verdict::Ok;
        if (c.verdict == Verdict::Now)
            blocking = std::min(blocking, stepOf(c.kind));
    }
    for (WhyCheck& c : checks)
        if (c.verdict == Verdict::Now && stepOf(c.kind) > blocking)
            c.verdict = Verdict::Next;
    answer.sentence = sentenceOf(facts, checks);
    return answer;
}

} // namespace pilothouse::workflow
