// SPDX-License-Identifier: GPL-3.0-or-later
// The GUI's end: takes published chunks over, keeps the most recently seen ones and asks a lane for
// the others.
#include "ui/logview/logstore.h"

#include "core/lane.h"
#include "ui/logview/logstoreshared.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr milliseconds kTakeEvery{33};
constexpr milliseconds kLimit{600'000};
constexpr milliseconds kTurn{1000}; // of packing; the rest is the next turn's

struct Loaded {
    qint64 firstRow;
    Result<detail::LogChunkPtr> chunk;
};

} // namespace

struct LogStore::Private {
    Private(LogStore& store, Runtime& runtime, LogStoreOptions o)
        : q(store)
        , shared(std::make_shared<detail::LogShared>(std::move(o), runtime.post()))
        , writer(std::make_shared<LogWriter>(std::make_unique<LogWriter::Private>(shared)))
        , packLane(runtime, u"log-pack"_s)
        , readLane(runtime, u"log-read"_s)
    {
    }

    void pack();
    void take();
    void takeSoon();
    void evict();
    size_t indexOf(qint64 row) const;
    void want(size_t index);
    void readWanted();
    void onLoaded(std::vector<Loaded> loaded);

    LogStore& q;
    const std::shared_ptr<detail::LogShared> shared;
    const std::shared_ptr<LogWriter> writer;
    Lane<> packLane;
    Lane<> readLane;
    Call<bool> packing;
    Call<std::vector<Loaded>> reading;

    std::vector<detail::LogEntry> entries;
    std::vector<size_t> resident; // entries with a chunk that may be evicted
    qint64 evictableBytes = 0;
    qint64 pinnedBytes = 0; // in memory only
    qint64 rows = 0;
    qint64 textBytes = 0;
    qint64 longest = 0;
    std::array<qint64, 3> shown{};
    std::array<qint64, 3> heads{};
    bool times = false;
    bool sources = false;
    bool wasBehind = false;
    bool told = false; // of a failure
    mutable size_t lastIndex = 0;
    quint64 turn = 1;
    std::shared_ptr<pilothouse::detail::SpillFile> file;
    std::vector<size_t> wanted; // newest last
    QTimer turnTimer;
    QTimer takeTimer;
    Clock::time_point lastTake{};
};

LogStore::LogStore(Runtime& runtime, LogStoreOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, runtime, std::move(options)))
{
    d->shared->onFresh = [this] {
        d->takeSoon();
    };
    d->turnTimer.setSingleShot(true);
    d->turnTimer.setInterval(0);
    connect(&d->turnTimer, &QTimer::timeout, this, [this] { d->readWanted(); });
    d->takeTimer.setSingleShot(true);
    connect(&d->takeTimer, &QTimer::timeout, this, [this] { d->take(); });
}

LogStore::~LogStore()
{
    d->shared->closed = true;
    d->shared->onFresh = {};
}

void LogStore::feed(qint64 bytes, std::function<void(LogWriter&)> work)
{
    d->shared->queuedBytes += bytes;
    {
        std::lock_guard lock(d->shared->mutex);
        d->shared->queue.push_back({bytes, std::move(work)});
    }
    d->wasBehind = d->wasBehind || behind();
    d->pack();
}

bool LogStore::behind() const
{
    return d->shared->queuedBytes > d->shared->options.queueBytes;
}

bool LogStore::isBusy() const
{
    std::lock_guard lock(d->shared->mutex);
    return d->packing.running() || !d->shared->queue.empty() || !d->shared->fresh.empty();
}

// One job at a time empties the queue; what is fed while its answer travels starts the next.
void LogStore::Private::pack()
{
    if (packing.running())
        return;
    packing = packLane
                  .run(kLimit,
                      [s = shared, w = writer](NoConnection&, const Token& token) -> Result<bool> {
                          const auto until = Clock::now() + kTurn;
                          while (!token.stopped() && Clock::now() < until) {
                              detail::LogFeed feed;
                              {
                                  std::lock_guard lock(s->mutex);
                                  if (!s->queue.empty()) {
                                      feed = std::move(s->queue.front());
                                      s->queue.pop_front();
                                  }
                              }
                              if (!feed.work)
                                  break;
                              feed.work(*w);
                              s->queuedBytes -= feed.bytes;
                          }
                          w->d->publishTail();
                          return true;
                      })
                  .onDone(&q, [this](Result<bool>) {
                      bool more = false;
                      {
                          std::lock_guard lock(shared->mutex);
                          more = !shared->queue.empty();
                      }
                      if (more)
                          pack();
                      else
                          take();
                      if (wasBehind && !more) {
                          wasBehind = false;
                          Q_EMIT q.caughtUp();
                      }
                  });
}

void LogStore::Private::takeSoon()
{
    const auto wait
        = std::chrono::duration_cast<milliseconds>(lastTake + kTakeEvery - Clock::now());
    if (!takeTimer.isActive())
        takeTimer.start(std::max(wait, milliseconds(0)));
    if (wasBehind && shared->queuedBytes <= shared->options.queueBytes / 4) {
        wasBehind = false;
        Q_EMIT q.caughtUp();
    }
}

void LogStore::Private::take()
{
    std::vector<detail::LogEntry> fresh;
    std::vector<std::pair<qint64, qint64>> moves;
    std::optional<Error> error;
    {
        std::lock_guard lock(shared->mutex);
        fresh.swap(shared->fresh);
        moves.swap(shared->moves);
        shared->freshBytes = 0;
        shared->announced = false;
        file = shared->file;
        if (!told)
            error = shared->error;
    }
    lastTake = Clock::now();
    const auto forget = [this](const detail::LogEntry& last) {
        for (size_t k = 0; k < 3; ++k) {
            shown[k] -= last.shown[k];
            heads[k] -= last.heads[k];
        }
        textBytes -= last.textBytes;
        if (last.chunk)
            pinnedBytes -= last.bytes;
        rows = last.firstRow;
    };
    for (detail::LogEntry& entry : fresh) {
        if (!entries.empty() && entries.back().firstRow == entry.firstRow) { // the tail grew
            forget(entries.back());
            entries.pop_back();
        }
        entry.shownBefore = shown;
        entry.headsBefore = heads;
        for (size_t k = 0; k < 3; ++k) {
            shown[k] += entry.shown[k];
            heads[k] += entry.heads[k];
        }
        rows = entry.firstRow + entry.rows;
        textBytes += entry.textBytes;
        longest = std::max(longest, entry.longest);
        times = times || entry.firstTime != 0;
        sources = sources || entry.sources;
        entry.lastUse = turn;
        if (entry.chunk && entry.offset >= 0) {
            evictableBytes += entry.bytes;
            resident.push_back(entries.size());
        } else if (entry.chunk) {
            pinnedBytes += entry.bytes;
        }
        entries.push_back(std::move(entry));
    }
    for (const auto& [firstRow, offset] : moves) {
        const size_t index = indexOf(firstRow);
        detail::LogEntry& entry = entries[index];
        entry.offset = offset;
        if (entry.chunk) {
            pinnedBytes -= entry.bytes;
            evictableBytes += entry.bytes;
            resident.push_back(index);
        }
    }
    evict();
    if (error) {
        told = true;
        Q_EMIT q.failed(*error);
    }
    if (!fresh.empty())
        Q_EMIT q.rowsAppended(rows);
}

void LogStore::Private::evict()
{
    const qint64 budget = shared->readerBudget();
    if (evictableBytes <= budget)
        return;
    std::sort(resident.begin(), resident.end(),
        [this](size_t a, size_t b) { return entries[a].lastUse < entries[b].lastUse; });
    size_t gone = 0;
    for (; gone < resident.size() && evictableBytes > budget * 3 / 4; ++gone) {
        detail::LogEntry& entry = entries[resident[gone]];
        evictableBytes -= entry.bytes;
        entry.chunk.reset();
    }
    resident.erase(resident.begin(), resident.begin() + static_cast<qsizetype>(gone));
}

size_t LogStore::Private::indexOf(qint64 row) const
{
    if (lastIndex < entries.size()) {
        const detail::LogEntry& last = entries[lastIndex];
        if (row >= last.firstRow && row < last.firstRow + last.rows)
            return lastIndex;
    }
    const auto at = std::upper_bound(entries.begin(), entries.end(), row,
        [](qint64 r, const detail::LogEntry& e) { return r < e.firstRow; });
    lastIndex = static_cast<size_t>(at - entries.begin()) - 1;
    return lastIndex;
}

void LogStore::Private::want(size_t index)
{
    detail::LogEntry& entry = entries[index];
    if (entry.waiting || entry.failed)
        return;
    entry.waiting = true;
    wanted.push_back(index);
    if (!turnTimer.isActive() && !reading.running())
        turnTimer.start();
}

void LogStore::Private::readWanted()
{
    ++turn;
    if (wanted.empty() || reading.running() || !file)
        return;
    std::vector<detail::LogEntry> batch;
    // The newest wishes first; what was scrolled past long ago is not read at all.
    while (!wanted.empty() && batch.size() < 8) {
        detail::LogEntry entry = entries[wanted.back()];
        entry.marks.reset();
        batch.push_back(std::move(entry));
        wanted.pop_back();
    }
    for (const size_t index : wanted)
        entries[index].waiting = false;
    wanted.clear();
    reading = readLane
                  .run(kLimit,
                      [f = file, batch = std::move(batch)](
                          NoConnection&, const Token&) -> Result<std::vector<Loaded>> {
                          std::vector<Loaded> out;
                          for (const detail::LogEntry& entry : batch)
                              out.push_back({entry.firstRow, detail::readLogChunk(*f, entry)});
                          return out;
                      })
                  .onDone(&q, [this](Result<std::vector<Loaded>> loaded) {
                      if (loaded)
                          onLoaded(std::move(*loaded));
                  });
}

void LogStore::Private::onLoaded(std::vector<Loaded> loaded)
{
    std::optional<Error> error;
    for (Loaded& one : loaded) {
        const size_t index = indexOf(one.firstRow);
        detail::LogEntry& entry = entries[index];
        entry.waiting = false;
        if (!one.chunk) {
            entry.failed = true;
            error = std::move(one.chunk.error());
        } else if (!entry.chunk) {
            entry.chunk = std::move(*one.chunk);
            entry.lastUse = turn;
            evictableBytes += entry.bytes;
            resident.push_back(index);
        }
    }
    evict();
    if (error)
        Q_EMIT q.failed(*error);
    Q_EMIT q.linesLoaded();
    if (!wanted.empty())
        turnTimer.start();
}

qint64 LogStore::rowCount() const
{
    return d->rows;
}
qint64 LogStore::textBytes() const
{
    return d->textBytes;
}
qint64 LogStore::longestLine() const
{
    return d->longest;
}
qint64 LogStore::warnings() const
{
    return d->heads[size_t(LogFilter::Warnings)];
}
qint64 LogStore::errors() const
{
    return d->heads[size_t(LogFilter::Errors)];
}
bool LogStore::hasTimes() const
{
    return d->times;
}
bool LogStore::hasSources() const
{
    return d->sources;
}
qint64 LogStore::residentBytes() const
{
    return d->evictableBytes + d->pinnedBytes;
}
qint64 LogStore::spilledBytes() const
{
    return d->file ? d->file->size() : 0;
}

LogLine LogStore::line(qint64 row) const
{
    if (row < 0 || row >= d->rows)
        return {};
    const size_t index = d->indexOf(row);
    detail::LogEntry& entry = d->entries[index];
    if (entry.chunk) [[likely]] {
        entry.lastUse = d->turn;
        return entry.chunk->line(static_cast<int>(row - entry.firstRow));
    }
    d->want(index);
    LogLine line;
    line.loading = !entry.failed;
    return line;
}

LogMark LogStore::mark(qint64 row) const
{
    if (row < 0 || row >= d->rows)
        return {};
    const detail::LogEntry& entry = d->entries[d->indexOf(row)];
    return {(*entry.marks)[static_cast<size_t>(row - entry.firstRow)]};
}

qint64 LogStore::shownCount(LogFilter filter) const
{
    return filter == LogFilter::All ? d->rows : d->shown[size_t(filter)];
}

qint64 LogStore::shownRow(LogFilter filter, qint64 index) const
{
    if (filter == LogFilter::All || index < 0 || index >= shownCount(filter))
        return index;
    const size_t k = size_t(filter);
    const auto at = std::upper_bound(d->entries.begin(), d->entries.end(), index,
        [k](qint64 i, const detail::LogEntry& e) { return i < e.shownBefore[k] + e.shown[k]; });
    qint64 left = index - at->shownBefore[k];
    for (int i = 0; i < at->rows; ++i)
        if (LogMark{(*at->marks)[size_t(i)]}.kind() == filter && left-- == 0)
            return at->firstRow + i;
    return at->firstRow;
}

qint64 LogStore::shownBefore(LogFilter filter, qint64 row) const
{
    if (filter == LogFilter::All || row <= 0)
        return std::clamp<qint64>(row, 0, d->rows);
    if (row >= d->rows)
        return shownCount(filter);
    const detail::LogEntry& entry = d->entries[d->indexOf(row)];
    qint64 count = entry.shownBefore[size_t(filter)];
    for (qint64 i = 0; i < row - entry.firstRow; ++i)
        count += LogMark{(*entry.marks)[size_t(i)]}.kind() == filter ? 1 : 0;
    return count;
}

qint64 LogStore::nextOf(LogFilter filter, qint64 row, bool forward) const
{
    const qint64 step = forward ? 1 : -1;
    for (qint64 r = row + step; r >= 0 && r < d->rows;) {
        const detail::LogEntry& entry = d->entries[d->indexOf(r)];
        const qint64 end = forward ? entry.firstRow + entry.rows : entry.firstRow - 1;
        if (entry.heads[size_t(filter)] > 0)
            for (; r != end; r += step)
                if (LogMark{(*entry.marks)[size_t(r - entry.firstRow)]}.heads(filter))
                    return r;
        r = end;
    }
    return -1;
}

qint64 LogStore::groupEnd(qint64 row) const
{
    int depth = 0;
    for (qint64 r = row; r < d->rows; ++r) {
        const LogMark m = mark(r);
        depth += m.groupBegin() ? 1 : 0;
        if (m.groupEnd() && --depth == 0)
            return r + 1;
    }
    return d->rows;
}

std::shared_ptr<const LogReader> LogStore::reader() const
{
    auto p = std::make_shared<LogReader::Private>();
    p->entries = d->entries;
    p->file = d->file;
    return std::make_shared<const LogReader>(std::move(p));
}

} // namespace pilothouse::ui
