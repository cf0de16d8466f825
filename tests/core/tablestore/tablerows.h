// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that can be made again from their number, to compare what was stored with what should be.
#pragma once

#include "core/tablestore.h"

#include <array>
#include <charconv>
#include <cstring>

namespace pilothouse::test
{

inline constexpr int kColumns = 10;

inline std::vector<TableColumn> columns(int n = kColumns)
{
    std::vector<TableColumn> out;
    for (int i = 0; i < n; ++i)
        out.push_back({QString::fromLatin1("c%1").arg(i), QString::fromLatin1("text"), 25, false});
    return out;
}

// About 150 bytes a row; column 3 is NULL in every 7th row, column 4 empty in every 5th.
struct RowMaker {
    std::array<std::array<char, 32>, kColumns> buffers;
    std::array<QByteArrayView, kColumns> cells;

    std::span<const QByteArrayView> operator()(qint64 row)
    {
        for (int c = 0; c < kColumns; ++c) {
            auto& buffer = buffers[static_cast<size_t>(c)];
            auto& cell = cells[static_cast<size_t>(c)];
            if (c == 3 && row % 7 == 0) {
                cell = {};
                continue;
            }
            if (c == 4 && row % 5 == 0) {
                cell = QByteArrayView(buffer.data(), 0);
                continue;
            }
            std::memcpy(buffer.data(), "value-", 6);
            char* end = std::to_chars(buffer.data() + 6, buffer.data() + 32, row * 10 + c).ptr;
            for (int pad = 0; pad < (row + c) % 6; ++pad)
                *end++ = '.';
            cell = QByteArrayView(buffer.data(), end - buffer.data());
        }
        return cells;
    }
};

// Empty when the stored row equals the made one.
inline QString difference(RowMaker& make, qint64 row, int column, const CellView& got)
{
    const QByteArrayView want = make(row)[static_cast<size_t>(column)];
    const QString at = QString::fromLatin1("row %1 column %2: ").arg(row).arg(column);
    if (got.loading)
        return at + QString::fromLatin1("loading");
    if ((want.data() == nullptr) != got.isNull())
        return at + QString::fromLatin1("NULL mixed up");
    if (!got.isNull() && got.view() != want)
        return at + QString::fromUtf8(got.view());
    return {};
}

} // namespace pilothouse::test
