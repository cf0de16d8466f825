// SPDX-License-Identifier: GPL-3.0-or-later
// What the three ends of a log store share. Only for logstore*.cpp.
#pragma once

#include "core/spillfile.h"
#include "ui/logview/logstore.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>

namespace pilothouse::ui
{

namespace detail
{

using LogChunkPtr = std::shared_ptr<const LogChunk>;

struct LogEntry {
    qint64 firstRow = 0;
    qint64 offset = -1; // in the file; -1: in memory only, never evicted
    qint64 bytes = 0; // of the image
    int rows = 0;
    std::array<qint64, 3> shown{}; // rows of each kind in it
    std::array<qint64, 3> heads{};
    std::array<qint64, 3> shownBefore{}; // in all entries before it; set by the GUI's end
    std::array<qint64, 3> headsBefore{};
    qint64 textBytes = 0;
    qint64 longest = 0;
    qint64 firstTime = 0;
    qint64 lastTime = 0;
    bool sources = false;
    bool waiting = false; // a read is asked for
    bool failed = false;
    quint64 lastUse = 0;
    std::shared_ptr<const std::vector<quint8>> marks;
    LogChunkPtr chunk; // null: not resident
};

struct LogFeed {
    qint64 bytes = 0;
    std::function<void(LogWriter&)> work;
};

struct LogShared {
    LogShared(LogStoreOptions o, std::shared_ptr<pilothouse::detail::Post> p)
        : options(std::move(o))
        , post(std::move(p))
    {
    }
    qint64 writerBudget() const { return options.residentBytes / 4; }
    qint64 readerBudget() const { return options.residentBytes - writerBudget(); }

    const LogStoreOptions options;
    const std::shared_ptr<pilothouse::detail::Post> post;
    std::atomic<bool> closed{false};
    std::atomic<qint64> queuedBytes{0};

    std::mutex mutex; // held for moments only: never during I/O
    std::deque<LogFeed> queue;
    std::vector<LogEntry> fresh; // published and not yet taken; the last may be a growing tail
    qint64 freshBytes = 0;
    std::vector<std::pair<qint64, qint64>> moves; // first row and its place in the file
    std::shared_ptr<pilothouse::detail::SpillFile> file;
    std::optional<Error> error;
    bool announced = false;
    std::function<void()> onFresh; // GUI thread only
};

Result<LogChunkPtr> readLogChunk(const pilothouse::detail::SpillFile& file, const LogEntry& entry);

} // namespace detail

struct LogWriter::Private {
    explicit Private(std::shared_ptr<detail::LogShared> s)
        : shared(std::move(s))
    {
    }
    bool publishChunk();
    void publishTail();
    detail::LogEntry entryNow() const;
    void publish(detail::LogEntry entry);
    VoidResult startSpilling();
    void fail(Error e);

    const std::shared_ptr<detail::LogShared> shared;
    LogChunkBuilder builder;
    std::shared_ptr<pilothouse::detail::SpillFile> file; // null until memory is used up
    std::vector<detail::LogEntry> inMemory; // published before that
    qint64 inMemoryBytes = 0;
    qint64 firstRow = 0; // of the builder
    qint64 longest = 0; // in the builder
    bool sources = false;
    int tailRows = 0; // of the builder, already published
    bool failed = false;
};

struct LogReader::Private {
    std::vector<detail::LogEntry> entries;
    std::shared_ptr<pilothouse::detail::SpillFile> file;

    qint64 rows() const
    {
        return entries.empty() ? 0 : entries.back().firstRow + entries.back().rows;
    }
};

} // namespace pilothouse::ui
