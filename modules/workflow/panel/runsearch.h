// SPDX-License-Identifier: GPL-3.0-or-later
// RunSearch: looks for a text in the logs of all tasks of a run and all their tries. Logs are
// searched while they stream and never kept; at most four are read at once, the newest failed tries
// first.
#pragma once

#include "core/lane.h"
#include "core/servicehub.h"
#include "ui/logview/logmatcher.h"
#include "workflow/api/logs.h"
#include "workflow/api/runs.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace pilothouse::workflow
{

struct RunLog { // one log to search
    TaskRef task;
    int tryNumber = 1;
    StateWord state; // of that try
    QDateTime end; // UTC; of a try that runs: its start
    bool operator==(const RunLog&) const = default;
};

// The logs of a run in the order they are searched: failed tries, newest first, then those that
// run, then the others, newest first. `instances`: every instance, each at its last try; what was
// tried before has failed. Of one no machine ever had there is no log, whatever the server would
// say for it.
std::vector<RunLog> logsOf(const std::vector<TaskInstance>& instances);
bool hasLog(const TaskInstance& instance);

struct RunHit {
    int log = 0; // index into RunSearch::logs()
    qint64 row = 0; // line in its log, from 0
    qint64 time = 0; // microseconds UTC, 0: none
    LogLevel level = LogLevel::None;
    QByteArray text; // as it reads; of a long line the part around the match
    QList<QByteArray> before; // lines above and below, at most two each
    QList<QByteArray> after;
};

class RunSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSearch)

public:
    static constexpr int kAtOnce = 4;
    static constexpr int kMostHits = 100'000; // kept; the others are counted

    RunSearch(const ServiceHub& hub, ServiceId service, QObject* parent = nullptr);
    ~RunSearch() override;

    // Replaces one that runs; `without`: tasks of the run that have no log.
    void start(std::vector<RunLog> logs, const ui::LogPattern& pattern, int without = 0);
    void stop(); // what was found stays

    bool isRunning() const { return m_running; }
    const ui::LogPattern& pattern() const { return m_pattern; }
    const std::vector<RunLog>& logs() const { return m_logs; }
    const std::vector<RunHit>& hits() const { return m_hits; }
    qint64 found() const { return m_found; } // also those not kept
    int searched() const { return m_searched; } // logs read to their end, or that do not exist
    int failed() const { return m_failed; } // logs that could not be read
    int withoutLog() const { return m_without; } // also what turned out not to exist
    int reading() const { return int(m_reads.size()); }
    qint64 bytes() const { return m_bytes; }
    const std::optional<Error>& error() const { return m_error; } // the last one of a log

Q_SIGNALS:
    void started();
    void hitsAdded(int from, int to); // of hits(), `to` not included
    void hitChanged(int hit); // lines below it came
    void progressed();
    void finished(); // at the end, and after stop()

private:
    struct Scan;
    struct Scanned;
    struct Read;

    void next();
    void open(int log, Read& read);
    void scan(int log);
    void take(int log, Scanned&& scanned);
    void ended(int log, const VoidResult& end);
    void close(int log, bool good);

    const ServiceHub& m_hub;
    const ServiceId m_service;
    Lane<> m_lane;
    ui::LogPattern m_pattern;
    std::vector<RunLog> m_logs;
    size_t m_next = 0;
    std::map<int, std::unique_ptr<Read>> m_reads;
    std::vector<RunHit> m_hits;
    qint64 m_keptBytes = 0;
    qint64 m_found = 0;
    qint64 m_bytes = 0;
    int m_searched = 0;
    int m_failed = 0;
    int m_without = 0;
    bool m_running = false;
    std::optional<Error> m_error;
};

} // namespace pilothouse::workflow
