// SPDX-License-Identifier: GPL-3.0-or-later
// What a grid does with many rows at once: find, copy, measure, export. Pure functions over a
// reader; blocking, for lanes.
#pragma once

#include "core/tablestore.h"
#include "core/task.h"
#include "ui/grid/copyformats.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace pilothouse::ui
{

struct FindRequest {
    QString text; // case does not matter
    qint64 row = 0; // the search starts behind (or before) this cell and goes round once
    int column = 0;
    bool forward = true;
};
struct FoundCell {
    qint64 row = 0;
    int column = 0;
    bool wrapped = false; // found after passing the end
};
// Empty: nowhere in the rows that arrived so far.
[[nodiscard]] Result<std::optional<FoundCell>> findInRows(
    const TableReader& reader, const FindRequest& request, const pilothouse::Token& token);

struct RowSelection {
    std::vector<std::pair<qint64, qint64>> rows; // [from, to), ascending
    std::vector<int> columns; // in the order they are shown
    [[nodiscard]] qint64 rowCount() const;
};
inline constexpr qint64 kMostCopiedBytes = 200 << 20;
struct CopiedRows {
    QByteArray text;
    qint64 rows = 0;
    qint64 cutCells = 0;
};
// A single cell as TSV is its raw value. Refused with code "copy-limit" above `most` bytes.
[[nodiscard]] Result<CopiedRows> copyRows(const TableReader& reader, const RowSelection& selection,
    CopyFormat format, const std::vector<TableColumn>& columns, const QString& table,
    const pilothouse::Token& token, qint64 most = kMostCopiedBytes);

// The largest absolute value of a numeric column; 0 when there is none.
[[nodiscard]] Result<double> columnMaximum(
    const TableReader& reader, int column, const pilothouse::Token& token);

struct ExportRequest {
    CopyFormat format = CopyFormat::Csv;
    std::vector<TableColumn> columns; // of the whole table
    QString table; // for INSERT
    QString file; // replaced only when all rows are written
};
// The body of a Task: progress in rows; ends with how many were written where.
[[nodiscard]] Result<Text> exportRows(const TableReader& reader, const ExportRequest& request,
    const pilothouse::Token& token, TaskProgress& progress);

} // namespace pilothouse::ui
