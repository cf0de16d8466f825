// SPDX-License-Identifier: GPL-3.0-or-later
// The writing end: collects rows, publishes chunks, and puts them on the file once the memory for
// the result is used up. Small results never touch the disk.
#include "core/tablestoreshared.h"

#include <utility>

namespace pilothouse
{

namespace
{

constexpr qint64 kChunkBytes = 4 << 20;
constexpr qsizetype kCutTo = 64 << 10;

} // namespace

TableWriter::Private::Private(std::shared_ptr<detail::TableShared> s)
    : shared(std::move(s))
    , builder(shared->columns, shared->options.rowsPerChunk, shared->options.cellLimit, kCutTo)
{
}

TableWriter::TableWriter(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

TableWriter::~TableWriter()
{
    flush();
}

qint64 TableWriter::rows() const
{
    return d->firstRow + d->builder.rows();
}

qint64 TableWriter::bytes() const
{
    return d->bytes + d->builder.bytes();
}

VoidResult TableWriter::append(std::span<const QByteArrayView> cells)
{
    if (d->error) [[unlikely]]
        return tl::unexpected<Error>(*d->error);
    if (d->shared->closed.load(std::memory_order_relaxed)) [[unlikely]]
        return fail(Error::Kind::Cancelled, {});
    d->builder.append(cells);
    if (d->chunkIsFull()) [[unlikely]]
        return d->publishChunk();
    return {};
}

void TableWriter::flush()
{
    if (d->builder.rows() > d->tailRows && !d->shared->closed.load(std::memory_order_relaxed))
        d->publishTail();
}

bool TableWriter::Private::chunkIsFull() const
{
    const qint64 rows = builder.rows();
    return rows >= shared->options.rowsPerChunk
        || builder.bytes() + rows * shared->columns * qint64(sizeof(quint32)) >= kChunkBytes;
}

VoidResult TableWriter::Private::startSpilling()
{
    auto opened = detail::SpillFile::open(shared->options.spillFolder, shared->options.spillLimit);
    if (!opened)
        return tl::unexpected<Error>(std::move(opened.error()));
    file = std::move(*opened);
    {
        std::lock_guard lock(shared->mutex);
        shared->file = file;
    }
    for (detail::TableEntry& entry : inMemory) {
        const auto& image = entry.chunk->image();
        const auto offset = file->append(image.data(), static_cast<qint64>(image.size()));
        if (!offset)
            return tl::unexpected<Error>(offset.error());
        std::lock_guard lock(shared->mutex);
        shared->moves.push_back({entry.firstRow, *offset});
    }
    inMemory.clear();
    inMemoryBytes = 0;
    return {};
}

VoidResult TableWriter::Private::publishChunk()
{
    detail::TableEntry entry;
    entry.chunk = builder.build();
    if (!entry.chunk) {
        error = Error{Error::Kind::Internal, {}, QString::fromLatin1("out of memory"), {},
            QString::fromLatin1("spill-failed")};
        return tl::unexpected<Error>(*error);
    }
    entry.firstRow = firstRow;
    entry.rows = builder.rows();
    entry.bytes = static_cast<qint64>(entry.chunk->image().size());

    if (!file && inMemoryBytes + entry.bytes > shared->readerBudget())
        if (auto started = startSpilling(); !started)
            error = std::move(started.error());
    if (file && !error) {
        const auto offset = file->append(entry.chunk->image().data(), entry.bytes);
        if (offset)
            entry.offset = *offset;
        else
            error = offset.error(); // this one chunk stays in memory
    } else if (!error) {
        inMemory.push_back(entry);
        inMemoryBytes += entry.bytes;
    }

    firstRow += entry.rows;
    bytes += builder.bytes();
    tailRows = 0;
    builder.clear();
    publish(std::move(entry));
    if (error)
        return tl::unexpected<Error>(*error);
    return {};
}

void TableWriter::Private::publishTail()
{
    detail::TableEntry entry;
    entry.chunk = builder.build();
    if (!entry.chunk)
        return; // the next full chunk tells
    entry.firstRow = firstRow;
    entry.rows = builder.rows();
    entry.bytes = static_cast<qint64>(entry.chunk->image().size());
    tailRows = entry.rows;
    publish(std::move(entry));
}

void TableWriter::Private::publish(detail::TableEntry entry)
{
    detail::ChunkPtr replaced; // freed after the lock
    std::lock_guard lock(shared->mutex);
    auto& fresh = shared->fresh;
    shared->freshBytes += entry.bytes;
    if (!fresh.empty() && fresh.back().firstRow == entry.firstRow) {
        shared->freshBytes -= fresh.back().chunk ? fresh.back().bytes : 0;
        replaced = std::exchange(fresh.back(), std::move(entry)).chunk;
    } else {
        fresh.push_back(std::move(entry));
    }
    for (detail::TableEntry& old : fresh) {
        if (shared->freshBytes <= shared->writerBudget())
            break;
        if (old.offset >= 0 && old.chunk && &old != &fresh.back()) {
            shared->freshBytes -= old.bytes;
            old.chunk.reset();
        }
    }
    if (std::exchange(shared->announced, true))
        return;
    shared->post->run([weak = std::weak_ptr(shared)] {
        if (const auto s = weak.lock(); s && s->onFresh)
            s->onFresh();
    });
}

} // namespace pilothouse
