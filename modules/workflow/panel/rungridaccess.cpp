// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/rungridaccess.h"

#include "workflow/panel/rungrid.h"
#include "workflow/panel/worktext.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{

// One cell; row 0 is the line of run states, tasks follow.
class CellAccess final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellAccess(RunGrid* grid, int row, int column)
        : m_grid(grid)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override
    {
        return m_grid && m_column < m_grid->columns() && m_row <= m_grid->rows().size();
    }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_grid);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_grid->cellWords(m_row - 1, m_column);
        return kind == QAccessible::Description ? m_grid->tooltip(m_row - 1, m_column) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        const QRect cell = m_grid->cellRect(m_row - 1, m_column);
        return {m_grid->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        const auto [row, column] = m_grid->cursor();
        state.focused = state.selected = row == m_row - 1 && column == m_column;
        const QRect cell = m_grid->cellRect(m_row - 1, m_column);
        state.offscreen = !m_grid->viewport()->rect().intersects(cell);
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
            ? static_cast<QAccessibleTableCellInterface*>(this)
            : nullptr;
    }

    bool isSelected() const override { return state().selected; }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

private:
    const QPointer<RunGrid> m_grid;
    const int m_row;
    const int m_column;
};

class GridAccess final : public QAccessibleWidget, public QAccessibleTableInterface
{
    Q_DISABLE_COPY_MOVE(GridAccess)

public:
    explicit GridAccess(RunGrid* grid)
        : QAccessibleWidget(grid, QAccessible::Table)
    {
    }
    ~GridAccess() override
    {
        for (const QAccessible::Id id : m_cells)
            QAccessible::deleteAccessibleInterface(id);
    }

    RunGrid* grid() const { return static_cast<RunGrid*>(widget()); }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    // What is on screen comes as children, so that a walk over a grid of thousands ends.
    int childCount() const override
    {
        const auto [first, last] = grid()->shownColumns();
        return std::max(0, last - first + 1) * rowCount();
    }
    QAccessibleInterface* child(int index) const override
    {
        const int first = grid()->shownColumns().first;
        if (index < 0 || index >= childCount() || rowCount() == 0)
            return nullptr;
        return cellAt(index % rowCount(), first + index / rowCount());
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* cell
            = const_cast<QAccessibleInterface*>(child)->tableCellInterface(); // const in name only
        return cell
            ? (cell->columnIndex() - grid()->shownColumns().first) * rowCount() + cell->rowIndex()
            : -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        const auto [row, column] = grid()->cursor();
        return column < 0 || !grid()->hasFocus() ? nullptr : cellAt(row + 1, column);
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        const quint64 key = (quint64(row) << 32) | quint32(column);
        QAccessible::Id& id = m_cells[key];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new CellAccess(grid(), row, column));
        return QAccessible::accessibleInterface(id);
    }
    int selectedCellCount() const override { return grid()->cursor().second >= 0 ? 1 : 0; }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        const auto [row, column] = grid()->cursor();
        return column < 0 ? QList<QAccessibleInterface*>()
                          : QList<QAccessibleInterface*>{cellAt(row + 1, column)};
    }
    QString columnDescription(int column) const override { return grid()->cellWords(-1, column); }
    QString rowDescription(int row) const override
    {
        return row >= 1 && row <= grid()->rows().size() ? grid()->rows().at(row - 1).id : QString();
    }
    int columnCount() const override { return grid()->columns(); }
    int rowCount() const override { return grid()->columns() == 0 ? 0 : grid()->rows().size() + 1; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { }

private:
    mutable QHash<quint64, QAccessible::Id> m_cells;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* grid = qobject_cast<RunGrid*>(object);
    return grid ? new GridAccess(grid) : nullptr;
}

} // namespace

void installGridAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

int gridAccessChild(const RunGrid& grid, int row, int column)
{
    return (column - grid.shownColumns().first) * (grid.rows().size() + 1) + row + 1;
}

} // namespace pilothouse::workflow
