// SPDX-License-Identifier: GPL-3.0-or-later
// Why a task does not run: from facts of the server to checks in a fixed order and one sentence.
// Pure: what is not known is said to be unknown, nothing is guessed.
#pragma once

#include "core/error.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"
#include "workflow/panel/worktext.h"

namespace pilothouse::workflow
{

struct UpstreamFact {
    QString task;
    StateWord state;
    QDateTime start; // UTC
    QDateTime end;
    Usual usual;
};

struct WhyFacts {
    QDateTime now; // UTC, the server's clock
    TaskInstance task;
    QDateTime taskRead; // UTC by the server's clock; invalid: not read
    std::optional<RunInfo> run;
    bool pickedUp = true; // false: the run has no task instances yet
    std::optional<DagDetails> dag;

    std::optional<PoolInfo> pool;
    std::optional<Error> poolError; // the pools may not be read
    std::vector<TaskInstance> holders; // of slots of this pool
    int activeRuns = -1; // running runs of the DAG, -1: not known
    int activeTasks = -1; // running and queued instances counted by max_active_tasks

    QString triggerRule; // empty: not known
    std::optional<std::vector<UpstreamFact>> upstream;
    std::optional<bool> dependsOnPast;
    std::optional<StateWord> previous; // of the same task in the run before
    bool firstRun = false; // there is no run before

    QDateTime nextTry; // UTC; of a task that waits for its retry
    bool mapped = false;
    int mappedActive = -1; // running instances of the same mapped task
    int mappedLimit = -1; // its limit, -1: none told
    QString concurrency; // the server's words: the task runs as often at once as it may
    QTimeZone zone = QTimeZone::utc(); // for times in words
    std::optional<QString> importError; // of the DAG's file, the server's words; empty: none
    std::vector<ComponentHealth> components;
    std::optional<std::vector<JobInfo>> schedulers; // of late, gone ones too; none: not told
    QDateTime schedulersRead; // UTC by the server's clock
    // When they were read, UTC by the server's clock; invalid: just now.
    QDateTime componentsRead;
    QDateTime poolRead;
    QDateTime holdersRead;
    QDateTime runsRead;
    QDateTime cellsRead; // states of the run's tasks
    QDateTime ownRead; // the server's own answer
};

struct WhyDetail {
    StateWord state; // glyph; empty: none
    QString name;
    QString word; // state or run
    QString value; // "3 m 22 s, usual 50 s"
    bool operator==(const WhyDetail&) const = default;
};

struct WhyCheck {
    enum class Kind {
        ImportError,
        Paused,
        StartDate,
        Pool,
        ActiveRuns,
        ActiveTasks,
        TriggerRule,
        DependsOnPast,
        Retry,
        MappedLimit,
        Scheduler,
        Origin, // the scheduler that started it
        Triggerer
    };
    // Now: this holds it back. Next: this will, once what holds it now is gone.
    enum class Verdict { Ok, Now, Next, Unknown };
    static WhyCheck of(Kind kind, const QString& title, const QString& value, Verdict verdict);
    static WhyCheck unknown(Kind kind, const QString& title);
    WhyCheck at(const QDateTime& when) &&; // its figures were read then

    Kind kind = Kind::Paused;
    QString title;
    QString value;
    Verdict verdict = Verdict::Ok;
    std::vector<WhyDetail> details;
    QString blocker; // what the sentence names: a task, a pool, a time; may be empty
    bool told = false; // the sentence says all there is to it
    QDateTime read; // UTC: when its figures were read; invalid: not told
    bool operator==(const WhyCheck&) const = default;
};

struct WhyAnswer {
    QString sentence; // rich text: names are bold
    bool waits = true; // false: it runs or has ended
    bool doubtful = false; // it runs, by a word nobody has confirmed of late
    std::vector<WhyCheck> checks;
};

WhyAnswer whyNotRunning(const WhyFacts& facts);

// Whether a trigger rule lets the task start. Never: it cannot any more, by this rule.
enum class RuleState { Met, Waits, Never, Unknown };
RuleState ruleState(const QString& rule, const std::vector<StateWord>& upstream);

} // namespace pilothouse::workflow
