// SPDX-License-Identifier: GPL-3.0-or-later
// The packing end: collects lines, publishes chunks, and puts them on the file once the memory for
// the log is used up. A small log never touches the disk. And the reading end, for lanes.
#include "ui/logview/logstoreshared.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

LogWriter::LogWriter(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

LogWriter::~LogWriter() = default;

bool LogWriter::add(QByteArrayView text, const LogFacts& facts)
{
    if (d->failed || d->shared->closed.load(std::memory_order_relaxed)) [[unlikely]]
        return false;
    d->builder.add(text, facts);
    d->longest = std::max<qint64>(d->longest, text.size());
    d->sources = d->sources || !facts.source.isEmpty();
    if (d->builder.isFull()) [[unlikely]]
        return d->publishChunk();
    return true;
}

void LogWriter::Private::fail(Error e)
{
    failed = true;
    std::lock_guard lock(shared->mutex);
    if (!shared->error)
        shared->error = std::move(e);
}

detail::LogEntry LogWriter::Private::entryNow() const
{
    detail::LogEntry entry;
    entry.chunk = builder.build();
    if (!entry.chunk)
        return entry;
    entry.firstRow = firstRow;
    entry.rows = builder.rows();
    entry.bytes = static_cast<qint64>(entry.chunk->image().size());
    entry.shown = builder.shown();
    entry.heads = builder.heads();
    entry.textBytes = builder.bytes();
    entry.longest = longest;
    entry.firstTime = builder.firstTime();
    entry.lastTime = builder.lastTime();
    entry.sources = sources;
    entry.marks = std::make_shared<const std::vector<quint8>>(builder.marks());
    return entry;
}

VoidResult LogWriter::Private::startSpilling()
{
    auto opened = pilothouse::detail::SpillFile::open(
        shared->options.spillFolder, shared->options.spillLimit);
    if (!opened)
        return tl::unexpected<Error>(std::move(opened.error()));
    file = std::move(*opened);
    {
        std::lock_guard lock(shared->mutex);
        shared->file = file;
    }
    for (detail::LogEntry& entry : inMemory) {
        const auto& image = entry.chunk->image();
        const auto offset = file->append(image.data(), static_cast<qint64>(image.size()));
        if (!offset)
            return tl::unexpected<Error>(offset.error());
        std::lock_guard lock(shared->mutex);
        shared->moves.emplace_back(entry.firstRow, *offset);
    }
    inMemory.clear();
    inMemoryBytes = 0;
    return {};
}

bool LogWriter::Private::publishChunk()
{
    detail::LogEntry entry = entryNow();
    if (!entry.chunk) {
        fail(Error{Error::Kind::Internal, {}, u"out of memory"_s, {}, u"spill-failed"_s});
        return false;
    }
    if (!file && inMemoryBytes + entry.bytes > shared->readerBudget())
        if (auto started = startSpilling(); !started)
            fail(std::move(started.error()));
    if (file && !failed) {
        if (const auto offset = file->append(entry.chunk->image().data(), entry.bytes))
            entry.offset = *offset;
        else
            fail(offset.error()); // this one chunk stays in memory
    } else if (!failed) {
        inMemory.push_back(entry);
        inMemoryBytes += entry.bytes;
    }
    firstRow += entry.rows;
    tailRows = 0;
    longest = 0;
    sources = false;
    builder.clear();
    publish(std::move(entry));
    return !failed;
}

void LogWriter::Private::publishTail()
{
    if (builder.rows() == tailRows || failed)
        return;
    detail::LogEntry entry = entryNow();
    if (!entry.chunk)
        return; // the next full chunk tells
    tailRows = entry.rows;
    publish(std::move(entry));
}

void LogWriter::Private::publish(detail::LogEntry entry)
{
    detail::LogChunkPtr replaced; // freed after the lock
    std::lock_guard lock(shared->mutex);
    auto& fresh = shared->fresh;
    shared->freshBytes += entry.bytes;
    if (!fresh.empty() && fresh.back().firstRow == entry.firstRow) {
        shared->freshBytes -= fresh.back().chunk ? fresh.back().bytes : 0;
        replaced = std::exchange(fresh.back(), std::move(entry)).chunk;
    } else {
        fresh.push_back(std::move(entry));
    }
    for (detail::LogEntry& old : fresh) {
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

Result<detail::LogChunkPtr> detail::readLogChunk(
    const pilothouse::detail::SpillFile& file, const LogEntry& entry)
{
    pilothouse::detail::ChunkImage image(static_cast<size_t>(entry.bytes));
    if (!image.data())
        return pilothouse::fail(Error::Kind::Internal, u"out of memory"_s);
    if (auto read = file.read(entry.offset, image.data(), entry.bytes); !read)
        return tl::unexpected<Error>(std::move(read.error()));
    auto chunk = LogChunk::fromImage(std::move(image));
    if (!chunk || chunk->rows() != entry.rows)
        return pilothouse::fail(Error::Kind::Internal,
            u"lines from %1: what was written is not what was read"_s.arg(entry.firstRow), {}, {},
            u"spill-failed"_s);
    return chunk;
}

LogReader::LogReader(std::shared_ptr<Private> p)
    : d(std::move(p))
{
}

qint64 LogReader::rowCount() const
{
    return d->rows();
}

VoidResult LogReader::forEachChunk(qint64 from, qint64 to, const Visit& f) const
{
    from = std::max<qint64>(from, 0);
    to = std::min(to, d->rows());
    auto at = std::upper_bound(d->entries.begin(), d->entries.end(), from,
        [](qint64 row, const detail::LogEntry& e) { return row < e.firstRow; });
    if (at == d->entries.begin())
        return {};
    for (--at; at != d->entries.end() && at->firstRow < to; ++at) {
        detail::LogChunkPtr chunk = at->chunk;
        if (!chunk) {
            auto read = detail::readLogChunk(*d->file, *at);
            if (!read)
                return tl::unexpected<Error>(std::move(read.error()));
            chunk = std::move(*read);
        }
        if (!f(at->firstRow, *chunk, *at->marks))
            return {};
    }
    return {};
}

Result<qint64> LogReader::rowAtTime(qint64 time) const
{
    for (const detail::LogEntry& entry : d->entries) {
        if (entry.lastTime < time)
            continue;
        qint64 found = -1;
        const auto look = [&](qint64 first, const LogChunk& chunk, const std::vector<quint8>&) {
            for (int i = 0; i < chunk.rows() && found < 0; ++i)
                if (const LogLine line = chunk.line(i); line.facts.time >= time)
                    found = first + i;
            return false;
        };
        if (auto read = forEachChunk(entry.firstRow, entry.firstRow + entry.rows, look); !read)
            return tl::unexpected<Error>(std::move(read.error()));
        if (found >= 0)
            return found;
    }
    return qint64(-1);
}

} // namespace pilothouse::ui
