// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as text: TSV, CSV, JSON, INSERT, Markdown. Pure, streaming, always the raw value.
#pragma once

#include "ui/grid/celltype.h"

#include <QByteArray>
#include <QStringList>

#include <span>
#include <vector>

namespace pilothouse::ui
{

enum class CopyFormat { Tsv, Csv, Json, JsonLines, Insert, Markdown };

[[nodiscard]] QString formatName(CopyFormat format);
[[nodiscard]] QString fileSuffix(CopyFormat format);
[[nodiscard]] QString fileFilter(CopyFormat format); // "CSV (*.csv)" for file dialogs

class RowFormatter final
{
public:
    // `table` is written into INSERT as it is (already quoted where needed). `header`: names of the
    // columns first (TSV and CSV).
    RowFormatter(CopyFormat format, std::vector<TableColumn> columns, QString table = {},
        bool header = true);

    void begin(QByteArray& out);
    void row(QByteArray& out, std::span<const CellView> cells);
    void end(QByteArray& out);

    // Cells of which only the first part was held; the caller says so.
    [[nodiscard]] qint64 cutCells() const { return m_cut; }

private:
    void json(QByteArray& out, std::span<const CellView> cells) const;
    void insert(QByteArray& out, std::span<const CellView> cells) const;

    const CopyFormat m_format;
    const std::vector<TableColumn> m_columns;
    std::vector<CellType> m_types;
    QList<QByteArray> m_keys; // JSON keys, escaped and unique
    QByteArray m_insertHead;
    const bool m_header;
    bool m_first = true;
    qint64 m_cut = 0;
};

// One cell alone, exactly as stored; NULL is empty.
[[nodiscard]] QByteArray rawCell(const CellView& cell);
// A name as a quoted SQL identifier where it needs quotes.
[[nodiscard]] QByteArray sqlIdentifier(const QString& name);

} // namespace pilothouse::ui
