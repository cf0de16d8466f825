// SPDX-License-Identifier: GPL-3.0-or-later
// The GUI's end: takes published chunks over, keeps the most recently seen ones and asks the
// store's own lane for the others.
#include "core/tablestore.h"

#include "core/lane.h"
#include "core/tablestoreshared.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse
{

namespace
{

constexpr int kDrainMs = 50; // new rows are told at most 20 times a second
constexpr std::chrono::seconds kReadLimit{60};

struct Loaded {
    qint64 firstRow;
    Result<detail::ChunkPtr> chunk;
};

} // namespace

struct TableStore::Private {
    Private(TableStore& store, Runtime& r, std::vector<TableColumn> c, TableStoreOptions o)
        : q(store)
        , runtime(r)
        , columns(std::move(c))
        , shared(std::make_shared<detail::TableShared>(
              static_cast<int>(columns.size()), std::move(o), r.post()))
    {
    }

    void take(); // what the writer published
    void takeSoon();
    void keep(size_t index, detail::ChunkPtr chunk);
    void evict();
    size_t indexOf(qint64 row);
    void want(size_t index);
    void readWanted();
    void onLoaded(std::vector<Loaded> loaded);

    TableStore& q;
    Runtime& runtime;
    const std::vector<TableColumn> columns;
    const std::shared_ptr<detail::TableShared> shared;
    std::weak_ptr<TableWriter> writer;
    bool writerTaken = false;

    std::vector<detail::TableEntry> entries;
    std::vector<size_t> resident; // indexes of entries with a chunk that could be evicted
    qint64 evictableBytes = 0;
    qint64 pinnedBytes = 0; // chunks that are in memory only
    qint64 rows = 0;
    Count count = Count::Unknown;
    size_t lastIndex = 0;
    quint64 turn = 1;
    std::shared_ptr<detail::SpillFile> file;

    std::vector<size_t> wanted; // newest last
    std::vector<size_t> dropped;
    std::unique_ptr<Lane<>> lane;
    Call<std::vector<Loaded>> reading;
    QTimer turnTimer;
    QTimer takeTimer;
    QElapsedTimer sinceTake;
};

TableStore::TableStore(
    Runtime& runtime, std::vector<TableColumn> columns, TableStoreOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, runtime, std::move(columns), std::move(options)))
{
    d->turnTimer.setParent(this); // they follow the store to its thread
    d->takeTimer.setParent(this);
    d->shared->onFresh = [this] {
        d->takeSoon();
    };
    d->turnTimer.setSingleShot(true);
    d->turnTimer.setInterval(0);
    connect(&d->turnTimer, &QTimer::timeout, this, [this] { d->readWanted(); });
    d->takeTimer.setSingleShot(true);
    connect(&d->takeTimer, &QTimer::timeout, this, [this] { d->take(); });
}

TableStore::~TableStore()
{
    d->shared->closed = true;
    d->shared->onFresh = {};
}

std::shared_ptr<TableWriter> TableStore::writer()
{
    Q_ASSERT_X(!d->writerTaken, "TableStore::writer", "there is one writer");
    d->writerTaken = true;
    return std::shared_ptr<TableWriter>(
        new TableWriter(std::make_unique<TableWriter::Private>(d->shared)));
}

const std::vector<TableColumn>& TableStore::columns() const
{
    return d->columns;
}

qint64 TableStore::rowCount() const
{
    return d->rows;
}

TableStore::Count TableStore::countKind() const
{
    return d->count;
}

void TableStore::finish(Count kind)
{
    d->count = kind;
    d->take();
}

qint64 TableStore::residentBytes() const
{
    return d->evictableBytes + d->pinnedBytes;
}

qint64 TableStore::spilledBytes() const
{
    return d->file ? d->file->size() : 0;
}

CellView TableStore::cell(qint64 row, int column) const
{
    if (row < 0 || row >= d->rows || column < 0 || column >= d->shared->columns)
        return {};
    const size_t index = d->indexOf(row);
    detail::TableEntry& entry = d->entries[index];
    if (entry.chunk) [[likely]] {
        entry.lastUse = d->turn;
        return entry.chunk->cell(static_cast<int>(row - entry.firstRow), column);
    }
    d->want(index);
    return {nullptr, 0, 0, true};
}

std::shared_ptr<const TableReader> TableStore::reader() const
{
    d->take();
    auto p = std::make_shared<TableReader::Private>();
    p->columns = d->shared->columns;
    p->entries = d->entries;
    p->file = d->file;
    // Only what is nowhere else is kept in memory by a reader.
    for (detail::TableEntry& entry : p->entries)
        if (entry.offset >= 0)
            entry.chunk.reset();
    return std::make_shared<const TableReader>(std::move(p));
}

void TableStore::Private::takeSoon()
{
    if (!sinceTake.isValid() || sinceTake.elapsed() >= kDrainMs)
        take();
    else if (!takeTimer.isActive())
        takeTimer.start(kDrainMs - static_cast<int>(sinceTake.elapsed()));
}

void TableStore::Private::take()
{
    std::vector<detail::TableEntry> fresh;
    std::vector<detail::TableMove> moves;
    {
        std::lock_guard lock(shared->mutex);
        fresh.swap(shared->fresh);
        moves.swap(shared->moves);
        shared->freshBytes = 0;
        shared->announced = false;
        file = shared->file;
    }
    sinceTake.start();
    ++turn;
    for (detail::TableEntry& entry : fresh) {
        if (!entries.empty() && entries.back().firstRow == entry.firstRow) {
            pinnedBytes -= entries.back().bytes; // a tail is always in memory only
            entries.pop_back();
        }
        rows = entry.firstRow + entry.rows;
        detail::ChunkPtr chunk = std::exchange(entry.chunk, {});
        entries.push_back(std::move(entry));
        if (chunk)
            keep(entries.size() - 1, std::move(chunk));
    }
    for (const detail::TableMove& move : moves) {
        const size_t index = indexOf(move.firstRow);
        detail::TableEntry& entry = entries[index];
        entry.offset = move.offset;
        pinnedBytes -= entry.bytes;
        evictableBytes += entry.bytes;
        resident.push_back(index);
    }
    evict();
    if (!fresh.empty())
        Q_EMIT q.rowsAppended(rows);
}

size_t TableStore::Private::indexOf(qint64 row)
{
    if (lastIndex < entries.size()) {
        const detail::TableEntry& e = entries[lastIndex];
        if (row >= e.firstRow && row < e.firstRow + e.rows)
            return lastIndex;
    }
    const auto at = std::upper_bound(entries.begin(), entries.end(), row,
        [](qint64 r, const detail::TableEntry& e) { return r < e.firstRow; });
    lastIndex = static_cast<size_t>(at - entries.begin()) - 1;
    return lastIndex;
}

void TableStore::Private::keep(size_t index, detail::ChunkPtr chunk)
{
    detail::TableEntry& entry = entries[index];
    entry.chunk = std::move(chunk);
    if (entry.offset < 0) {
        pinnedBytes += entry.bytes;
        return;
    }
    evictableBytes += entry.bytes;
    resident.push_back(index);
}

// Rows that only passed by go before rows somebody has looked at. Never during painting.
void TableStore::Private::evict()
{
    while (evictableBytes + pinnedBytes > shared->readerBudget() && resident.size() > 1) {
        const auto oldest = std::min_element(resident.begin(), resident.end(),
            [this](size_t a, size_t b) { return entries[a].lastUse < entries[b].lastUse; });
        detail::TableEntry& entry = entries[*oldest];
        if (entry.lastUse == turn)
            return; // all of it is on screen
        evictableBytes -= entry.bytes;
        entry.chunk.reset();
        *oldest = resident.back();
        resident.pop_back();
    }
}

void TableStore::Private::want(size_t index)
{
    detail::TableEntry& entry = entries[index];
    if (entry.waiting || entry.failed)
        return;
    entry.waiting = true;
    wanted.push_back(index);
    if (!turnTimer.isActive() && !reading.running())
        turnTimer.start();
}

void TableStore::Private::readWanted()
{
    if (reading.running() || wanted.empty())
        return;
    // The newest requests first: at most half of what may be in memory, two chunks always.
    size_t first = wanted.size();
    qint64 bytes = 0;
    while (first > 0) {
        bytes += entries[wanted[first - 1]].bytes;
        if (wanted.size() - first >= 2 && bytes > shared->readerBudget() / 2)
            break;
        --first;
    }
    const auto end = wanted.begin() + static_cast<qsizetype>(first);
    dropped.assign(wanted.begin(), end);
    wanted.erase(wanted.begin(), end);
    std::vector<size_t> indexes = std::exchange(wanted, {});
    std::vector<detail::TableEntry> ask;
    for (const size_t index : indexes)
        ask.push_back(entries[index]);
    if (!lane)
        lane = std::make_unique<Lane<>>(runtime, u"table"_s);
    reading
        = lane->run(kReadLimit,
                  [ask = std::move(ask), from = file, columnCount = shared->columns](
                      NoConnection&, const Token& token) -> Result<std::vector<Loaded>> {
                      std::vector<Loaded> out;
                      for (const detail::TableEntry& entry : ask) {
                          if (token.stopped())
                              break;
                          out.push_back({entry.firstRow, readChunk(*from, entry, columnCount)});
                      }
                      return out;
                  })
              .onDone(&q, [this, indexes = std::move(indexes)](Result<std::vector<Loaded>> loaded) {
                  if (loaded) {
                      onLoaded(std::move(*loaded));
                      return;
                  }
                  std::vector<Loaded> none;
                  for (const size_t index : indexes)
                      none.push_back(
                          {entries[index].firstRow, tl::unexpected<Error>(loaded.error())});
                  onLoaded(std::move(none));
              });
}

void TableStore::Private::onLoaded(std::vector<Loaded> loaded)
{
    ++turn;
    std::vector<std::pair<qint64, qint64>> ranges;
    std::optional<Error> error;
    for (Loaded& one : loaded) {
        const size_t index = indexOf(one.firstRow);
        detail::TableEntry& entry = entries[index];
        entry.waiting = false;
        if (!one.chunk) {
            entry.failed = true;
            error = one.chunk.error();
        } else if (!entry.chunk) {
            entry.lastUse = turn;
            keep(index, std::move(*one.chunk));
        }
        ranges.emplace_back(entry.firstRow, entry.firstRow + entry.rows - 1);
    }
    // Whoever still shows a dropped chunk asks again when it paints.
    for (const size_t index : std::exchange(dropped, {})) {
        entries[index].waiting = false;
        ranges.emplace_back(
            entries[index].firstRow, entries[index].firstRow + entries[index].rows - 1);
    }
    evict();
    if (!wanted.empty())
        turnTimer.start();
    const QPointer<TableStore> alive(&q);
    if (error)
        Q_EMIT q.failed(*error);
    for (const auto& [first, last] : ranges)
        if (alive)
            Q_EMIT q.cellsLoaded(first, last);
}

} // namespace pilothouse
