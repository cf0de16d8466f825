// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tablechunk.h"

#include "core/tablestore.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace pilothouse::detail
{

namespace
{

// From this size on memory is mapped for itself: the heap would keep freed pieces for later.
constexpr size_t kMapFrom = 64 * 1024;
constexpr size_t kMapStep = 256 * 1024; // what of it is not written costs nothing

// The last few pieces that were given back. A result that streams asks for the next of the same
// size at once, and fresh pages cost more than the copy into them.
class SparePieces final
{
public:
    struct Piece {
        char* data = nullptr;
        size_t capacity = 0;
    };

    Piece take(size_t size)
    {
        const std::lock_guard lock(m_mutex);
        for (Piece& piece : m_pieces)
            if (piece.capacity >= size && piece.capacity <= 2 * size)
                return std::exchange(piece, {});
        return {};
    }
    // What does not fit here any more is returned.
    Piece keep(Piece piece)
    {
        if (piece.capacity > kLargest)
            return piece;
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_pieces[m_next++ % m_pieces.size()], piece);
    }

private:
    static constexpr size_t kLargest = 5 << 20;

    std::mutex m_mutex;
    std::array<Piece, 3> m_pieces;
    size_t m_next = 0;
};

SparePieces& spares()
{
    static SparePieces pieces;
    return pieces;
}

constexpr size_t padded(size_t n)
{
    return (n + 7) & ~size_t(7);
}

// Where to cut so that no UTF-8 character is split; at most three bytes before `at`.
qsizetype wholeCharacters(QByteArrayView text, qsizetype at)
{
    for (qsizetype i = at; i > at - 4 && i > 0; --i)
        if ((static_cast<uchar>(text[i]) & 0xC0u) != 0x80u)
            return i;
    return at; // not UTF-8 at all
}

} // namespace

ChunkImage::ChunkImage(size_t size)
{
    if (size >= kMapFrom) {
        const auto spare = spares().take(size);
        m_data = spare.data;
        m_capacity = spare.capacity;
        if (!m_data) {
            m_capacity = (size + kMapStep - 1) / kMapStep * kMapStep; // the next may be longer
            void* p = ::mmap(
                nullptr, m_capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            m_data = p == MAP_FAILED ? nullptr : static_cast<char*>(p);
        }
    } else {
        m_data = static_cast<char*>(::operator new(std::max<size_t>(size, 1), std::nothrow));
    }
    m_size = m_data ? size : 0;
}

ChunkImage::~ChunkImage()
{
    if (!m_data)
        return;
    if (m_capacity == 0) {
        ::operator delete(m_data);
    } else if (const auto over = spares().keep({m_data, m_capacity}); over.data) {
        ::munmap(over.data, over.capacity);
    }
}

ChunkImage::ChunkImage(ChunkImage&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

ChunkImage& ChunkImage::operator=(ChunkImage&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

std::shared_ptr<const TableChunk> TableChunk::fromImage(ChunkImage image, int columns)
{
    Head head;
    if (!image.data() || image.size() < sizeof head)
        return {};
    std::memcpy(&head, image.data(), sizeof head);
    const size_t starts = sizeof head + head.cuts * sizeof(CutCell);
    if (head.magic != kMagic || head.columns != static_cast<quint32>(columns)
        || image.size() < starts + head.columns * sizeof(quint64))
        return {};

    std::shared_ptr<TableChunk> chunk(new TableChunk);
    chunk->m_rows = static_cast<int>(head.rows);
    const char* base = image.data();
    chunk->m_cuts = {reinterpret_cast<const CutCell*>(base + sizeof head), head.cuts};
    const auto* start = reinterpret_cast<const quint64*>(base + starts);
    const size_t endsSize = padded(head.rows * sizeof(quint32));
    chunk->m_columns.reserve(head.columns);
    for (quint32 c = 0; c < head.columns; ++c) {
        if (start[c] > image.size() || image.size() - start[c] < endsSize)
            return {};
        const auto* ends = reinterpret_cast<const quint32*>(base + start[c]);
        const size_t held = head.rows ? ends[head.rows - 1] & ~kNull : 0;
        if (image.size() - start[c] - endsSize < held)
            return {};
        chunk->m_columns.push_back({ends, base + start[c] + endsSize});
    }
    chunk->m_image = std::move(image);
    return chunk;
}

qint64 TableChunk::fullSizeOf(int row, int column, qint64 held) const
{
    const auto at = std::lower_bound(m_cuts.begin(), m_cuts.end(), std::pair(row, column),
        [](const CutCell& cut, const std::pair<int, int>& key) {
            return std::pair(static_cast<int>(cut.row), static_cast<int>(cut.column)) < key;
        });
    return at != m_cuts.end() && static_cast<int>(at->row) == row
            && static_cast<int>(at->column) == column
        ? at->fullSize
        : held;
}

CellView TableChunk::cell(int row, int column) const
{
    const Column& c = m_columns[static_cast<size_t>(column)];
    const quint32 end = c.ends[row];
    if (end & kNull)
        return {};
    const quint32 begin = row ? c.ends[row - 1] & ~kNull : 0;
    const qsizetype size = end - begin;
    return {c.bytes + begin, size, m_cuts.empty() ? size : fullSizeOf(row, column, size), false};
}

TableChunkBuilder::TableChunkBuilder(
    int columns, int rowsHint, qsizetype cellLimit, qsizetype cutTo)
    : m_columns(static_cast<size_t>(columns))
    , m_cellLimit(cellLimit)
    , m_cutTo(std::min(cutTo, cellLimit))
{
    for (Column& c : m_columns)
        c.ends.reserve(static_cast<size_t>(std::min(rowsHint, 1024)));
}

void TableChunkBuilder::grow(Column& column, size_t need)
{
    const size_t capacity = std::max({need, column.capacity * 2, size_t(4096)});
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity);
    if (column.size)
        std::memcpy(bytes.get(), column.bytes.get(), column.size);
    column.bytes = std::move(bytes);
    column.capacity = capacity;
}

void TableChunkBuilder::append(std::span<const QByteArrayView> cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    for (size_t i = 0; i < m_columns.size(); ++i) {
        Column& c = m_columns[i];
        const QByteArrayView cell = cells[i];
        if (cell.data() == nullptr) {
            c.ends.push_back(static_cast<quint32>(c.size) | TableChunk::kNull);
            continue;
        }
        size_t n = static_cast<size_t>(cell.size());
        if (cell.size() > m_cellLimit) [[unlikely]] {
            n = static_cast<size_t>(wholeCharacters(cell, m_cutTo));
            m_cuts.push_back({static_cast<quint32>(m_rows), static_cast<quint32>(i), cell.size()});
        }
        if (c.capacity - c.size < n) [[unlikely]]
            grow(c, c.size + n);
        if (n)
            std::memcpy(c.bytes.get() + c.size, cell.data(), n);
        c.size += n;
        m_bytes += static_cast<qint64>(n);
        c.ends.push_back(static_cast<quint32>(c.size));
    }
    ++m_rows;
}

std::shared_ptr<const TableChunk> TableChunkBuilder::build() const
{
    const size_t endsSize = padded(static_cast<size_t>(m_rows) * sizeof(quint32));
    const size_t starts = sizeof(TableChunk::Head) + m_cuts.size() * sizeof(CutCell);
    size_t total = starts + m_columns.size() * sizeof(quint64);
    for (const Column& c : m_columns)
        total += endsSize + padded(c.size);

    ChunkImage image(total);
    if (!image.data())
        return {};
    const TableChunk::Head head{static_cast<quint32>(m_rows),
        static_cast<quint32>(m_columns.size()), static_cast<quint32>(m_cuts.size()),
        TableChunk::kMagic};
    std::memcpy(image.data(), &head, sizeof head);
    if (!m_cuts.empty())
        std::memcpy(image.data() + sizeof head, m_cuts.data(), m_cuts.size() * sizeof(CutCell));
    size_t at = starts + m_columns.size() * sizeof(quint64);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Column& c = m_columns[i];
        const quint64 start = at;
        std::memcpy(image.data() + starts + i * sizeof start, &start, sizeof start);
        if (m_rows)
            std::memcpy(
                image.data() + at, c.ends.data(), static_cast<size_t>(m_rows) * sizeof(quint32));
        at += endsSize;
        if (c.size)
            std::memcpy(image.data() + at, c.bytes.get(), c.size);
        at += padded(c.size);
    }
    return TableChunk::fromImage(std::move(image), static_cast<int>(m_columns.size()));
}

void TableChunkBuilder::clear()
{
    // A column that once held something huge does not keep that much for ever.
    constexpr size_t kKeep = 4 << 20;
    for (Column& c : m_columns) {
        c.size = 0;
        c.ends.clear();
        if (c.capacity > kKeep) {
            c.bytes.reset();
            c.capacity = 0;
        }
    }
    m_cuts.clear();
    m_rows = 0;
    m_bytes = 0;
}

} // namespace pilothouse::detail
