// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Runs: runs of a DAG, the states of their tasks, tries and what tasks handed on.
#pragma once

#include "core/call.h"
#include "workflow/api/ids.h"
#include "workflow/api/states.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace pilothouse::workflow
{

struct RunInfo {
    RunRef ref;
    StateWord state;
    QString type; // the server's word: scheduled, manual, backfill, asset_triggered …
    QDateTime logical; // all UTC, invalid: none
    QDateTime after; // earliest start; orders the runs (Airflow 2: its logical date)
    QDateTime queued;
    QDateTime start;
    QDateTime end;
    QDateTime intervalStart;
    QDateTime intervalEnd;
    QDateTime decided; // last look of the scheduler at it
    QString by; // user or "rest_api" …; empty: not told
    QJsonObject conf;
    QString note;
    std::vector<int> versions; // of the code its tasks ran with; empty: the server keeps none
    std::optional<bool> missedDeadline;
    bool operator==(const RunInfo&) const = default;
};

struct RunQuery {
    QString dag; // empty: all DAGs (then with `changedSince` or `limit` only)
    QDateTime changedSince; // UTC; only runs that changed since; invalid: all
    QDateTime before; // UTC: only runs with run_after before it, for paging back; invalid: newest
    QStringList states; // empty: all
    int limit = 100;
};

struct RunPage {
    std::vector<RunInfo> runs; // newest first, by run_after
    qint64 total = -1; // of this query at the server, -1: not told
    bool more = false;
};

// One cell of the grid: a task in a run; a mapped task has its children's counts. Groups come too
// where the server tells them (`group`); they are worked out of their tasks else.
struct Cell {
    QString task; // task or group id
    StateWord state;
    QDateTime start; // UTC: earliest start, latest end of what it stands for
    QDateTime end;
    int tries = 0; // 0: not told
    int version = 0; // 0: not told
    bool group = false;
    bool hasNote = false;
    std::vector<std::pair<StateWord, int>> children; // mapped instances or members by state
    bool operator==(const Cell&) const = default;
};

struct RunCells {
    RunRef run;
    std::vector<Cell> cells; // empty: the scheduler has not picked the run up yet
    bool operator==(const RunCells&) const = default;
};

struct TaskInstance {
    TaskRef ref;
    StateWord state;
    QString title; // rendered map index or display name
    QDateTime scheduled; // UTC
    QDateTime queued;
    QDateTime start;
    QDateTime end;
    double duration = -1; // seconds, -1: not told
    int tryNumber = 0;
    int maxTries = 0; // retries allowed + 1 where told, else 0
    QString operatorName;
    QString pool;
    int poolSlots = 1;
    QString queue;
    int priority = 0;
    QString host;
    QString executor;
    QString unixName;
    qint64 pid = 0;
    QString note;
    QJsonObject rendered; // rendered template fields
    QString trigger; // class of a deferred task's trigger, with its state in the server's words
    QDateTime triggererHeard; // UTC: last heartbeat of the triggerer that has it; invalid: not told
    int version = 0;
    bool operator==(const TaskInstance&) const = default;
};

// A promise of the code about when a run or a task is done, where the server keeps such.
struct DeadlineInfo {
    QString run;
    QString name; // of the alert; may be empty
    QDateTime time; // UTC
    bool missed = false;
    QString dag = {};
    QString task = {}; // empty: of the run
    bool operator==(const DeadlineInfo&) const = default;
};

struct XComEntry {
    QString key;
    QDateTime time; // UTC
    int map = -1;
    bool operator==(const XComEntry&) const = default;
};

class Runs
{
public:
    virtual ~Runs() = default;

    virtual Call<RunPage> page(const RunQuery& query) = 0;
    // The newest `perDag` runs of each, for sparkbars; one request per DAG at most, four at once.
    virtual Call<std::vector<RunInfo>> latest(const QStringList& dags, int perDag) = 0;
    virtual Call<RunInfo> run(const RunRef& run) = 0;
    // States of all tasks of these runs of one DAG, in as few requests as the server allows.
    virtual Call<std::vector<RunCells>> cells(const QString& dag, const QStringList& runs) = 0;
    // Every instance with its details, mapped ones too.
    virtual Call<std::vector<TaskInstance>> instances(const RunRef& run) = 0;
    virtual Call<TaskInstance> instance(const TaskRef& task) = 0;
    // The instances of a mapped task in its run, by index; the ref's own index does not matter.
    virtual Call<std::vector<TaskInstance>> mapped(const TaskRef& task) = 0;
    // All tries, oldest first, the current one included.
    virtual Call<std::vector<TaskInstance>> tries(const TaskRef& task) = 0;
    // Past instances of one task, newest first, for its usual duration.
    virtual Call<std::vector<TaskInstance>> past(const QString& dag, const QString& task, int limit)
        = 0;
    // Running and queued instances that hold slots of a pool.
    virtual Call<std::vector<TaskInstance>> holders(const QString& pool, int limit) = 0;
    // The server's own answer to "why does it not run": name and reason of each unmet dependency.
    virtual Call<std::vector<std::pair<QString, QString>>> dependencies(const TaskRef& task) = 0;

    // Of the newest runs of a DAG, the latest first. Unsupported where the server keeps none.
    virtual Call<std::vector<DeadlineInfo>> deadlines(const QString& dag, int limit) = 0;
    // Those that were missed of late, of all DAGs, the latest first. Unsupported as above.
    virtual Call<std::vector<DeadlineInfo>> missed(int limit) = 0;

    virtual Call<std::vector<XComEntry>> xcoms(const TaskRef& task) = 0;
    // The value as JSON text, exactly as stored; cut at 1 MB.
    virtual Call<QByteArray> xcom(const TaskRef& task, const QString& key) = 0;
};

} // namespace pilothouse::workflow
