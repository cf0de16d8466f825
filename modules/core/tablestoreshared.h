// SPDX-License-Identifier: GPL-3.0-or-later
// What the three ends of a table store share. Only for tablestore*.cpp.
#pragma once

#include "core/spillfile.h"
#include "core/tablechunk.h"
#include "core/tablestore.h"

#include <atomic>
#include <mutex>

namespace pilothouse
{

namespace detail
{

using ChunkPtr = std::shared_ptr<const TableChunk>;

struct TableEntry {
    qint64 firstRow = 0;
    qint64 offset = -1; // in the spill file; -1: in memory only, never evicted
    qint64 bytes = 0;
    int rows = 0;
    bool failed = false; // could not be read back
    bool waiting = false; // a read is asked for
    quint64 lastUse = 0; // turn in which a cell was looked at
    ChunkPtr chunk; // null: not resident
};

// A chunk that was published from memory and has a place in the file now.
struct TableMove {
    qint64 firstRow;
    qint64 offset;
};

struct TableShared {
    TableShared(int columnCount, TableStoreOptions o, std::shared_ptr<Post> p)
        : columns(columnCount)
        , options(std::move(o))
        , post(std::move(p))
    {
    }

    // The writer's part of the budget holds what the GUI has not taken yet, so that memory stays
    // flat while the GUI is busy.
    qint64 writerBudget() const { return options.residentBytes / 4; }
    qint64 readerBudget() const { return options.residentBytes - writerBudget(); }

    const int columns;
    const TableStoreOptions options;
    const std::shared_ptr<Post> post;
    std::atomic<bool> closed{false}; // the store is gone

    std::mutex mutex; // held for moments only: never during I/O
    std::vector<TableEntry> fresh; // published, not yet taken; the last may be a growing tail
    qint64 freshBytes = 0;
    std::vector<TableMove> moves;
    std::shared_ptr<SpillFile> file;
    bool announced = false;

    std::function<void()> onFresh; // GUI thread only; empty once the store is gone
};

} // namespace detail

struct TableReader::Private {
    int columns = 0;
    std::vector<detail::TableEntry> entries;
    std::shared_ptr<detail::SpillFile> file;

    qint64 rows() const
    {
        return entries.empty() ? 0 : entries.back().firstRow + entries.back().rows;
    }
};

struct TableWriter::Private {
    explicit Private(std::shared_ptr<detail::TableShared> s);

    VoidResult publishChunk();
    void publishTail();
    void publish(detail::TableEntry entry);
    VoidResult startSpilling();
    bool chunkIsFull() const;

    const std::shared_ptr<detail::TableShared> shared;
    detail::TableChunkBuilder builder;
    std::shared_ptr<detail::SpillFile> file; // null until memory is used up
    std::vector<detail::TableEntry> inMemory; // published before that
    qint64 inMemoryBytes = 0;
    qint64 firstRow = 0; // of the builder
    qint64 bytes = 0;
    int tailRows = 0; // of the builder, already published
    std::optional<Error> error;
};

// Reads one chunk; any thread that may block.
Result<detail::ChunkPtr> readChunk(
    const detail::SpillFile& file, const detail::TableEntry& entry, int columns);

} // namespace pilothouse
