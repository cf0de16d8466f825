// SPDX-License-Identifier: GPL-3.0-or-later
// FakeLogs: a workflow service that only has logs: scripted pieces, delays and failures, on real
// lanes, and a record of what was read.
#pragma once

#include "core/servicehub.h"
#include "workflow/api/logs.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace pilothouse::test
{

// Lines of one piece; "ERROR …" and "WARN …" have that level, lines that begin with a blank
// continue the one above.
workflow::LogLines packLines(const QList<QByteArray>& lines, qint64 firstTime = 0);

struct FakeLog {
    std::vector<workflow::LogLines> pieces;
    int pieceDelay = 0; // ms before each
    bool live = false; // stays open until finish()
    std::optional<Error> error = std::nullopt; // at the end, or where it breaks
    int breakAt = -1; // piece before which `error` comes
    int breaks = 1 << 20; // how often; afterwards it is read to its end
};

// Set and changed from the GUI thread at any time. It outlives the hub.
class FakeLogs final
{
public:
    using Key = std::tuple<QString, int, int>; // task, map, try

    void set(const QString& task, int tryNumber, FakeLog log, int map = -1);
    void append(const QString& task, int tryNumber, workflow::LogLines piece, int map = -1);
    void finish(const QString& task, int tryNumber, int map = -1); // no longer live
    // Every log that follows breaks now, and new reads are refused, until back().
    void kill();
    void back();

    // Adds the service "shop-airflow" to the hub.
    void join(ServiceHub& hub);

    std::vector<Key> reads() const; // in the order they began
    int open() const { return m_open; }
    int mostOpen() const { return m_most; }
    // Steady time in ns at which the last piece that holds `text` was handed on, 0: never.
    qint64 handedOn(const QByteArray& text) const;

private:
    friend class FakeLogsAdapter;
    VoidResult run(
        const workflow::LogQuery& query, const Token& token, Sink<workflow::LogLines>& sink);

    mutable std::mutex m_mutex;
    std::condition_variable m_news;
    std::map<Key, FakeLog> m_logs;
    std::vector<Key> m_reads;
    std::vector<std::pair<QByteArray, qint64>> m_handed; // text, when
    std::atomic<int> m_open{0};
    std::atomic<int> m_most{0};
    bool m_killed = false;
};

} // namespace pilothouse::test
