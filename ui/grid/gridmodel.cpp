// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridmodel.h"

#include "ui/grid/celltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

GridModel::GridModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

GridModel::~GridModel() = default;

void GridModel::setStore(std::shared_ptr<TableStore> store)
{
    const QJsonObject kept = saveColumnSettings();
    beginResetModel();
    if (m_store)
        disconnect(m_store.get(), nullptr, this, nullptr);
    m_store = std::move(store);
    m_types.clear();
    m_page = 0;
    m_total = m_store ? m_store->rowCount() : 0;
    m_rows = rowsOnPage(m_total);
    if (m_store) {
        for (const TableColumn& column : m_store->columns())
            m_types.push_back(cellTypeOf(column));
        connect(m_store.get(), &TableStore::rowsAppended, this, &GridModel::grow);
        connect(m_store.get(), &TableStore::cellsLoaded, this, &GridModel::onLoaded);
        connect(m_store.get(), &TableStore::failed, this, &GridModel::readFailed);
    }
    m_settings.assign(m_types.size(), {});
    m_kept = kept;
    for (size_t i = 0; i < m_types.size(); ++i)
        m_settings[i] = ColumnSettings::fromJson(m_kept[m_store->columns()[i].name].toObject());
    endResetModel();
    Q_EMIT totalRowsChanged(m_total);
}

qint64 GridModel::totalRows() const
{
    return m_total;
}

int GridModel::pageCount() const
{
    return static_cast<int>(std::max<qint64>(1, (m_total + m_pageRows - 1) / m_pageRows));
}

int GridModel::rowsOnPage(qint64 total) const
{
    return static_cast<int>(std::clamp<qint64>(total - m_page * m_pageRows, 0, m_pageRows));
}

void GridModel::setPage(int page)
{
    page = std::clamp(page, 0, pageCount() - 1);
    if (page == m_page)
        return;
    beginResetModel();
    m_page = page;
    m_rows = rowsOnPage(m_total);
    endResetModel();
}

void GridModel::setPageRows(qint64 rows)
{
    m_pageRows = rows;
}

void GridModel::grow(qint64 total)
{
    m_total = total;
    const int rows = rowsOnPage(total);
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    Q_EMIT totalRowsChanged(m_total);
}

void GridModel::onLoaded(qint64 first, qint64 last)
{
    const qint64 start = m_page * m_pageRows;
    first = std::max(first - start, qint64(0));
    last = std::min<qint64>(last - start, m_rows - 1);
    if (first <= last && !m_types.empty())
        Q_EMIT dataChanged(
            index(static_cast<int>(first), 0), index(static_cast<int>(last), columnCount() - 1));
}

CellView GridModel::cell(int row, int column) const
{
    return m_store ? m_store->cell(storeRow(row), column) : CellView{};
}

const TableColumn& GridModel::column(int column) const
{
    return m_store->columns()[static_cast<size_t>(column)];
}

const ColumnSettings& GridModel::columnSettings(int column) const
{
    return m_settings[static_cast<size_t>(column)];
}

void GridModel::setColumnSettings(int column, const ColumnSettings& settings)
{
    ColumnSettings& mine = m_settings[static_cast<size_t>(column)];
    if (mine == settings)
        return;
    mine = settings;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, column), index(m_rows - 1, column));
    Q_EMIT columnSettingsChanged(column);
}

QJsonObject GridModel::saveColumnSettings() const
{
    QJsonObject out = m_kept;
    for (size_t i = 0; i < m_settings.size(); ++i) {
        const QString& name = m_store->columns()[i].name;
        if (m_settings[i].isDefault())
            out.remove(name);
        else
            out[name] = m_settings[i].toJson();
    }
    return out;
}

void GridModel::restoreColumnSettings(const QJsonObject& json)
{
    m_kept = json;
    for (int i = 0; i < columnCount(); ++i)
        setColumnSettings(i, ColumnSettings::fromJson(json[column(i).name].toObject()));
}

int GridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_types.size());
}

QVariant GridModel::text(const CellView& cell, int column) const
{
    if (cell.loading)
        return {};
    if (cell.isNull())
        return u"NULL"_s;
    if (cellType(column) == CellType::Boolean && cell.size == 1)
        return *cell.data == 't' ? u"true"_s : u"false"_s;
    if (cellType(column) == CellType::Binary)
        return binaryText(cell.view(), cell.fullSize);
    return visibleText(cell.view());
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(cell(index.row(), index.column()), index.column());
    case Qt::AccessibleTextRole: {
        const CellView c = cell(index.row(), index.column());
        if (c.loading)
            return tr("loading");
        if (!c.isNull() && c.size == 0)
            return tr("empty text");
        return text(c, index.column());
    }
    case Qt::ToolTipRole: {
        const CellView c = cell(index.row(), index.column());
        if (!c.isCut())
            return {};
        return tr("The first %1 of %2. Space shows more.")
            .arg(byteSize(c.size), byteSize(c.fullSize));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumber(cellType(index.column())) ? Qt::AlignRight : Qt::AlignLeft)
                | Qt::AlignVCenter));
    case RawRole: {
        const CellView c = cell(index.row(), index.column());
        return c.isNull() || c.loading ? QByteArray() : QByteArray(c.data, c.size);
    }
    case NullRole:
        return cell(index.row(), index.column()).isNull();
    case LoadingRole:
        return cell(index.row(), index.column()).loading;
    case CutRole:
        return cell(index.row(), index.column()).isCut();
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(storeRow(section) + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return column(section).name;
    case TypeRole:
        return column(section).type;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(column(section).name + u' ' + column(section).type).trimmed();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            (isNumber(cellType(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

} // namespace pilothouse::ui
