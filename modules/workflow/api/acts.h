// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Acts: starting, clearing, marking and ending runs. What a change would touch is asked of
// the server first; the act carries the exact request.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "workflow/api/runs.h"

namespace pilothouse::workflow
{

struct TriggerRequest {
    QString dag;
    QString run; // empty: the server names it
    QDateTime logical; // UTC; invalid: none (or now where the server needs one)
    QJsonObject conf;
    QStringList secrets = {}; // values of `conf` by name: sent, but neither shown nor logged
    QString note = {};
};

struct ClearRequest {
    QString dag;
    QString run; // the run the tasks are cleared in
    std::vector<std::pair<QString, int>> tasks; // id and map index (-1: all); empty: the whole run
    bool upstream = false;
    bool downstream = false;
    bool past = false;
    bool future = false;
    bool onlyFailed = false;
    bool onlyRunning = false;
    bool latestVersion = false; // run again with the newest code
};

struct MarkRequest {
    TaskRef task;
    StateWord state; // success, failed, skipped
    bool upstream = false;
    bool downstream = false;
    bool past = false;
    bool future = false;
};

struct BackfillRequest {
    QString dag;
    QDateTime from; // UTC, both ends included
    QDateTime to;
    bool backwards = false;
    QString reprocess; // "none", "failed", "completed"
    int maxActiveRuns = 1;
    QJsonObject conf;
};

struct BackfillInfo {
    qint64 id = 0;
    QString dag;
    QDateTime from;
    QDateTime to;
    bool paused = false;
    QDateTime created;
    QDateTime completed;
    bool operator==(const BackfillInfo&) const = default;
};

// A dry run: which instances the server would touch, with their states now.
struct DryRun {
    std::vector<TaskInstance> instances;
    std::vector<QDateTime> logicalDates; // of a backfill
    bool byServer = true; // false: worked out here, because the server has no dry run for it
};

class Acts
{
public:
    virtual ~Acts() = default;

    virtual Act trigger(const TriggerRequest& request) = 0;
    virtual Call<DryRun> tryClear(const ClearRequest& request) = 0;
    virtual Act clear(const ClearRequest& request, const DryRun& preview) = 0;
    virtual Call<DryRun> tryMark(const MarkRequest& request) = 0;
    virtual Act mark(const MarkRequest& request, const DryRun& preview) = 0;
    // A run as success or failed ("cancel" is failed: its running tasks are ended).
    virtual Act markRun(const RunInfo& run, const StateWord& state) = 0;
    virtual Act removeRun(const RunInfo& run) = 0;
    virtual Act setNote(const RunRef& run, const QString& note) = 0;
    virtual Act setTaskNote(const TaskRef& task, const QString& note) = 0;

    virtual Call<DryRun> tryBackfill(const BackfillRequest& request) = 0;
    virtual Act backfill(const BackfillRequest& request, const DryRun& preview) = 0;
    virtual Call<std::vector<BackfillInfo>> backfills(const QString& dag) = 0;
    virtual Act pauseBackfill(const BackfillInfo& backfill, bool paused) = 0;
    virtual Act cancelBackfill(const BackfillInfo& backfill) = 0;
};

} // namespace pilothouse::workflow
