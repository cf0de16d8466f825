// SPDX-License-Identifier: GPL-3.0-or-later
// The sequential reading end, for exports and copies on a lane.
#include "core/tablestoreshared.h"

#include <algorithm>

namespace pilothouse
{

Result<detail::ChunkPtr> readChunk(
    const detail::SpillFile& file, const detail::TableEntry& entry, int columns)
{
    detail::ChunkImage image(static_cast<size_t>(entry.bytes));
    if (!image.data())
        return fail(Error::Kind::Internal, QString::fromLatin1("out of memory"));
    if (auto read = file.read(entry.offset, image.data(), entry.bytes); !read)
        return tl::unexpected<Error>(std::move(read.error()));
    auto chunk = detail::TableChunk::fromImage(std::move(image), columns);
    if (!chunk || chunk->rows() != entry.rows)
        return fail(Error::Kind::Internal,
            QString::fromLatin1("rows from %1: what was written is not what was read")
                .arg(entry.firstRow),
            {}, {}, QString::fromLatin1("spill-failed"));
    return chunk;
}

TableReader::TableReader(std::shared_ptr<Private> p)
    : d(std::move(p))
{
}

qint64 TableReader::rowCount() const
{
    return d->rows();
}

int TableReader::columnCount() const
{
    return d->columns;
}

VoidResult TableReader::forEach(
    qint64 from, qint64 to, const std::function<bool(qint64, std::span<const CellView>)>& f) const
{
    from = std::max<qint64>(from, 0);
    to = std::min(to, d->rows());
    std::vector<CellView> cells(static_cast<size_t>(d->columns));
    auto at = std::upper_bound(d->entries.begin(), d->entries.end(), from,
        [](qint64 row, const detail::TableEntry& e) { return row < e.firstRow; });
    if (at == d->entries.begin())
        return {};
    for (--at; at != d->entries.end() && at->firstRow < to; ++at) {
        detail::ChunkPtr chunk = at->chunk;
        if (!chunk) {
            auto read = readChunk(*d->file, *at, d->columns);
            if (!read)
                return tl::unexpected<Error>(std::move(read.error()));
            chunk = std::move(*read);
        }
        const int first = static_cast<int>(std::max<qint64>(from - at->firstRow, 0));
        const int last = static_cast<int>(std::min<qint64>(to - at->firstRow, at->rows));
        for (int row = first; row < last; ++row) {
            for (int column = 0; column < d->columns; ++column)
                cells[static_cast<size_t>(column)] = chunk->cell(row, column);
            if (!f(at->firstRow + row, cells))
                return {};
        }
    }
    return {};
}

} // namespace pilothouse
