// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamrows.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype kMostMerged = 200; // rows that come or go one by one
}

StreamModel::StreamModel(StreamRows& rows, QObject* parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
    , m_columns(rows.columns())
{
}

void StreamModel::setFilter(const QString& text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    update();
}

void StreamModel::setOrder(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    update();
}

void StreamModel::update()
{
    m_rows.prepare();
    merge(wanted());
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_ids.size()) - 1, columnCount() - 1));
}

// What is not known stands last, either way; equals are by name.
QStringList StreamModel::wanted()
{
    struct Entry {
        double number;
        QString text;
        QString id;
    };
    const QStringList all = m_rows.ids();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    const bool byNumber = m_column >= 0 && m_columns[size_t(m_column)].number;
    m_total = int(all.size());
    std::vector<Entry> entries;
    entries.reserve(size_t(all.size()));
    for (const QString& id : all) {
        const QString title = m_rows.title(id);
        if (!std::all_of(words.begin(), words.end(), [&title](const QString& word) {
                return title.contains(word, Qt::CaseInsensitive);
            }))
            continue;
        entries.push_back({byNumber ? m_rows.number(id, m_column) : qQNaN(),
            byNumber || m_column <= 0 ? QString() : m_rows.cell(id, m_column).text, id});
    }
    const bool down = m_order == Qt::DescendingOrder;
    std::stable_sort(
        entries.begin(), entries.end(), [down, byNumber](const Entry& a, const Entry& b) {
            if (byNumber && std::isnan(a.number) != std::isnan(b.number))
                return std::isnan(b.number);
            if (byNumber && !std::isnan(a.number) && a.number != b.number)
                return down ? a.number > b.number : a.number < b.number;
            if (byNumber)
                return false; // as they come: by name
            const int order = a.text.isEmpty() && b.text.isEmpty() ? a.id.compare(b.id)
                                                                   : a.text.compare(b.text);
            return down ? order > 0 : order < 0;
        });
    QStringList ids;
    ids.reserve(qsizetype(entries.size()));
    for (const Entry& entry : entries)
        ids.append(entry.id);
    return ids;
}

void StreamModel::merge(const QStringList& ids)
{
    if (m_ids == ids)
        return;
    const QSet<QString> wantedSet(ids.begin(), ids.end());
    const QSet<QString> had(m_ids.begin(), m_ids.end());
    const QSet<QString> gone = had - wantedSet;
    const QSet<QString> come = wantedSet - had;
    if (gone.size() + come.size() > kMostMerged) {
        beginResetModel();
        m_ids = ids;
        endResetModel();
        return;
    }
    for (int row = int(m_ids.size()) - 1; row >= 0 && !gone.isEmpty(); --row) {
        if (!gone.contains(m_ids[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    if (!come.isEmpty()) {
        const int first = int(m_ids.size());
        beginInsertRows({}, first, first + int(come.size()) - 1);
        m_ids += QStringList(come.begin(), come.end());
        endInsertRows();
    }
    if (m_ids == ids)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<QString, int> rows;
    for (int row = 0; row < int(ids.size()); ++row)
        rows.insert(ids[row], row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before)
        after.append(index(rows.value(m_ids[old.row()]), old.column()));
    m_ids = ids;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

StreamCell StreamModel::cell(const QModelIndex& index) const
{
    StreamCell cell = m_rows.cell(m_ids[index.row()], index.column());
    if (!m_rows.isOld())
        return cell;
    // The last known values, and no verdict on them.
    if (cell.glyph != ui::Glyph::None)
        cell.glyph = ui::Glyph::Unknown;
    cell.tone = ui::Token::Text3;
    cell.barTone = ui::Token::StatusIdle;
    return cell;
}

int StreamModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int StreamModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant StreamModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell(index).text;
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return cell(index).tip;
    case Qt::TextAlignmentRole:
        return int(
            (column(index.column()).number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant StreamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return column(section).title;
    if (role == Qt::TextAlignmentRole)
        return int((column(section).number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace pilothouse::streams
