// SPDX-License-Identifier: GPL-3.0-or-later
// TableChunk: an immutable block of rows of a table, column by column, in one piece of memory that
// is also its form on disk. TableChunkBuilder collects the rows of the next one.
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <memory>
#include <span>
#include <vector>

namespace pilothouse
{

struct CellView;

namespace detail
{

// Memory that goes back to the system when it is freed (all but three pieces, for the next chunks),
// so that a long result stays flat. Any thread.
class ChunkImage final
{
public:
    ChunkImage() = default;
    explicit ChunkImage(size_t size); // uninitialised; null when there is no memory
    ~ChunkImage();
    ChunkImage(ChunkImage&& other) noexcept;
    ChunkImage& operator=(ChunkImage&& other) noexcept;
    Q_DISABLE_COPY(ChunkImage)

    char* data() const { return m_data; }
    size_t size() const { return m_size; }

private:
    char* m_data = nullptr;
    size_t m_size = 0;
    size_t m_capacity = 0; // of the mapping; 0: from the heap
};

// A cell that was longer than the limit: only its first part is kept.
struct CutCell {
    quint32 row = 0; // in the chunk
    quint32 column = 0;
    qint64 fullSize = 0;
};

// The image: Head, CutCell[cuts], then the start of each column's section (quint64 each), then per
// column `rows` ends (quint32, the top bit marks NULL) and the bytes of its cells back to back.
class TableChunk final
{
public:
    // Null when the image does not hold together (a file that was damaged).
    static std::shared_ptr<const TableChunk> fromImage(ChunkImage image, int columns);

    int rows() const { return m_rows; }
    CellView cell(int row, int column) const;
    const ChunkImage& image() const { return m_image; }

private:
    friend class TableChunkBuilder;
    struct Head {
        quint32 rows;
        quint32 columns;
        quint32 cuts;
        quint32 magic;
    };
    struct Column {
        const quint32* ends;
        const char* bytes;
    };
    static constexpr quint32 kMagic = 0x31434850; // "PHC1"
    static constexpr quint32 kNull = 0x80000000u;

    TableChunk() = default;
    qint64 fullSizeOf(int row, int column, qint64 held) const;

    ChunkImage m_image;
    int m_rows = 0;
    std::span<const CutCell> m_cuts; // by row, then column
    std::vector<Column> m_columns;
};

// Used by one thread.
class TableChunkBuilder final
{
public:
    // A cell longer than `cellLimit` keeps its first `cutTo` bytes, ending at a whole character.
    TableChunkBuilder(int columns, int rowsHint, qsizetype cellLimit, qsizetype cutTo);

    void append(std::span<const QByteArrayView> cells);
    int rows() const { return m_rows; }
    qint64 bytes() const { return m_bytes; } // payload held

    // What was collected so far as a chunk; the builder keeps it and can go on. Null: no memory.
    std::shared_ptr<const TableChunk> build() const;
    void clear();

private:
    struct Column {
        std::unique_ptr<char[]> bytes;
        size_t size = 0;
        size_t capacity = 0;
        std::vector<quint32> ends;
    };
    void grow(Column& column, size_t need);

    std::vector<Column> m_columns;
    std::vector<CutCell> m_cuts;
    const qsizetype m_cellLimit;
    const qsizetype m_cutTo;
    int m_rows = 0;
    qint64 m_bytes = 0;
};

} // namespace detail

} // namespace pilothouse
