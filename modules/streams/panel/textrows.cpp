// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/textrows.h"

#include "streams/panel/sheettable.h"

#include <QItemSelectionModel>

#include <algorithm>

namespace pilothouse::streams
{

TextRows::TextRows(QStringList titles, QObject* parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
{
}

void TextRows::setRows(std::vector<TextRow> rows)
{
    if (rows == m_all)
        return;
    m_all = std::move(rows);
    apply();
}

void TextRows::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    apply();
}

bool TextRows::fits(const TextRow& row) const
{
    return m_filter.isEmpty()
        || std::any_of(row.cells.begin(), row.cells.end(),
            [this](const QString& cell) { return cell.contains(m_filter, Qt::CaseInsensitive); });
}

// The same rows with other words keep what is chosen and where one has scrolled to.
void TextRows::apply()
{
    std::vector<TextRow> rows;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(rows),
        [this](const TextRow& row) { return fits(row); });
    const bool same = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
            [](const TextRow& a, const TextRow& b) { return a.key == b.key; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString TextRows::keyAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[size_t(row)].key : QString();
}

int TextRows::rowOf(const QString& key) const
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [&key](const TextRow& row) { return row.key == key; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int TextRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TextRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant TextRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TextRow& row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.cells.value(index.column());
    case SheetTable::ToneRole:
        return int(row.tone);
    case SheetTable::GlyphRole:
        return index.column() == 0 ? int(row.glyph) : 0;
    default:
        return {};
    }
}

QVariant TextRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_titles.value(section)
                                                                    : QVariant();
}

QString currentKey(const QTableView& view)
{
    const auto* rows = qobject_cast<const TextRows*>(view.model());
    return rows ? rows->keyAt(view.currentIndex().row()) : QString();
}

QStringList selectedKeys(const QTableView& view)
{
    QStringList out;
    if (const auto* rows = qobject_cast<const TextRows*>(view.model()))
        for (const QModelIndex& index : view.selectionModel()->selectedRows())
            out.append(rows->keyAt(index.row()));
    return out;
}

void choose(QTableView& view, const QString& key)
{
    const auto* rows = qobject_cast<const TextRows*>(view.model());
    if (!rows || rows->rowCount() == 0)
        return;
    const QModelIndex index = rows->index(std::max(0, rows->rowOf(key)), 0);
    if (index != view.currentIndex())
        view.setCurrentIndex(index);
}

void fitColumns(QTableView& view, int count)
{
    constexpr int kGlyph = 24, kWidest = 320;
    for (int i = 0; i < count; ++i) {
        view.resizeColumnToContents(i);
        view.setColumnWidth(i, std::min(kWidest, view.columnWidth(i) + (i == 0 ? kGlyph : 8)));
    }
}

} // namespace pilothouse::streams
