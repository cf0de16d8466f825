// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of a grid: copy as, the column under the pointer, and both together.
#include "ui/grid/gridview.h"

#include "ui/grid/celldelegate.h"
#include "ui/grid/celltext.h"
#include "ui/grid/columndialog.h"
#include "ui/grid/gridheader.h"
#include "ui/grid/gridmodel.h"
#include "ui/theme/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

void GridView::fillCopyMenu(QMenu& menu)
{
    for (const CopyFormat format : {CopyFormat::Tsv, CopyFormat::Csv, CopyFormat::Json,
             CopyFormat::Insert, CopyFormat::Markdown})
        connect(menu.addAction(formatName(format)), &QAction::triggered, this,
            [this, format] { copy(format); });
}

void GridView::showCopyMenu()
{
    QMenu menu;
    fillCopyMenu(menu);
    menu.exec(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void GridView::setSortable()
{
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
    m_header->setSortIndicatorClearable(true);
    setSortingEnabled(true); // a press selects the column no more; its menu does
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &GridView::orderRequested);
}

void GridView::showOrder(int column, Qt::SortOrder order)
{
    const QSignalBlocker quiet(m_header);
    m_header->setSortIndicator(column, order);
    m_header->viewport()->update();
}

void GridView::fillOrderMenu(QMenu& menu, int column)
{
    const bool by = m_header->sortIndicatorSection() == column;
    const Qt::SortOrder now = m_header->sortIndicatorOrder();
    const auto add = [&](const QString& text, bool on, int wanted, Qt::SortOrder order) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this,
            [this, wanted, order] { m_header->setSortIndicator(wanted, order); });
    };
    add(tr("Sort upwards"), by && now == Qt::AscendingOrder, column, Qt::AscendingOrder);
    add(tr("Sort downwards"), by && now == Qt::DescendingOrder, column, Qt::DescendingOrder);
    if (m_header->sortIndicatorSection() >= 0)
        add(tr("Do not sort"), false, -1, Qt::AscendingOrder);
    menu.addSeparator();
    connect(menu.addAction(tr("Select this column")), &QAction::triggered, this,
        [this, column] { selectColumn(column); });
}

void GridView::fillColumnMenu(QMenu& menu, int column)
{
    if (isSortingEnabled())
        fillOrderMenu(menu, column);
    const ColumnSettings settings = m_model->columnSettings(column);
    const auto toggle = [&](const QString& text, bool on, auto change) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, [this, column, change](bool checked) {
            ColumnSettings next = m_model->columnSettings(column);
            change(next, checked);
            m_model->setColumnSettings(column, next);
        });
    };
    if (isNumber(m_model->cellType(column))) {
        toggle(tr("Group thousands"), settings.number == NumberForm::Grouped,
            [](ColumnSettings& s, bool on) {
                s.number = on ? NumberForm::Grouped : NumberForm::Stored;
            });
        toggle(tr("Show bars"), settings.bar, [](ColumnSettings& s, bool on) { s.bar = on; });
    } else if (currentIndex().isValid()) {
        const CellView cell = m_model->cell(currentIndex().row(), column);
        const QString value = cell.isNull()
            ? QString()
            : QString::fromUtf8(cell.view().first(std::min<qsizetype>(cell.size, 200)));
        if (!value.isEmpty() && value.size() < 60) {
            QMenu* states = menu.addMenu(tr("“%1” means").arg(withSymbols(value)));
            QList<Glyph> choices = stateGlyphs();
            choices.prepend(Glyph::None);
            for (const Glyph glyph : std::as_const(choices)) {
                QAction* action
                    = states->addAction(glyph == Glyph::None ? tr("no state") : glyphWord(glyph));
                action->setCheckable(true);
                action->setChecked(settings.states.value(value, Glyph::None) == glyph);
                connect(action, &QAction::triggered, this, [this, column, value, glyph] {
                    ColumnSettings next = m_model->columnSettings(column);
                    if (glyph == Glyph::None)
                        next.states.remove(value);
                    else
                        next.states[value] = glyph;
                    m_model->setColumnSettings(column, next);
                });
            }
        }
    }
    connect(menu.addAction(tr("Fit to what is shown")), &QAction::triggered, this, [this, column] {
        int width = m_header->widthOf(column);
        const int top = std::max(rowAt(0), 0);
        for (int r = top; r < std::min(top + kSampleRows, m_model->rowCount()); ++r)
            width = std::max(width, m_delegate->widthOf(*m_model, r, column, 4 * kWidest));
        setColumnWidth(column, width);
    });
    if (m_header->count() - m_header->hiddenSectionCount() > 1)
        connect(menu.addAction(tr("Hide this column")), &QAction::triggered, this, [this, column] {
            setColumnHidden(column, true);
            keepArrangement();
        });
    connect(menu.addAction(tr("Columns…")), &QAction::triggered, this,
        [this, column] { showColumns(column); });
    if (!settings.isDefault())
        connect(menu.addAction(tr("Show values as stored")), &QAction::triggered, this,
            [this, column] { m_model->setColumnSettings(column, {}); });
}

std::vector<ColumnPlan> GridView::columnPlan() const
{
    constexpr int kValuesSeen = 40;
    std::vector<ColumnPlan> plan;
    for (int at = 0; at < m_header->count(); ++at) {
        const int c = m_header->logicalIndex(at);
        ColumnPlan column;
        column.column = c;
        column.name = m_model->column(c).name;
        column.type = m_model->headerData(c, Qt::Horizontal, GridModel::TypeRole).toString();
        column.cellType = m_model->cellType(c);
        column.shown = !isColumnHidden(c);
        const int kept = m_widths[column.name].toInt(); // a hidden column has no width of its own
        column.width = column.shown ? columnWidth(c) : kept > 0 ? kept : m_header->widthOf(c);
        column.settings = m_model->columnSettings(c);
        const bool text = column.cellType == CellType::Enum || column.cellType == CellType::Text;
        const int top = std::max(rowAt(0), 0);
        for (int r = top; text && r < std::min(top + kValuesSeen, m_model->rowCount()); ++r) {
            const CellView cell = m_model->cell(r, c);
            if (cell.isNull() || cell.loading || cell.size == 0 || cell.size > 60)
                continue;
            const QString value = QString::fromUtf8(cell.view());
            if (!column.seen.contains(value))
                column.seen.append(value);
        }
        column.seen.sort();
        plan.push_back(std::move(column));
    }
    return plan;
}

void GridView::showColumns(int current)
{
    if (!m_model || m_model->columnCount() == 0)
        return;
    if (current < 0)
        current = currentIndex().isValid() ? currentIndex().column() : m_header->logicalIndex(0);
    auto* dialog = new ColumnDialog(columnPlan(), m_header->visualIndex(current), this);
    connect(dialog, &ColumnDialog::applied, this, [this, dialog, model = QPointer(m_model)] {
        if (model && model == m_model)
            applyPlan(dialog->plan());
    });
    connect(dialog, &ColumnDialog::resetRequested, this, &GridView::resetColumns);
    dialog->open();
}

void GridView::applyPlan(const std::vector<ColumnPlan>& plan)
{
    // By name: another result may have come while the dialog was open.
    const auto columnOf = [this](const ColumnPlan& p) {
        return p.column < m_model->columnCount() && m_model->column(p.column).name == p.name
            ? p.column
            : -1;
    };
    m_sizing = true;
    for (size_t i = 0; i < plan.size(); ++i) {
        const int c = columnOf(plan[i]);
        if (c < 0)
            continue;
        m_header->moveSection(m_header->visualIndex(c), static_cast<int>(i));
        setColumnHidden(c, !plan[i].shown);
        m_widths[plan[i].name] = plan[i].width;
        if (plan[i].shown)
            setColumnWidth(c, plan[i].width);
        m_model->setColumnSettings(c, plan[i].settings);
    }
    m_sizing = false;
    keepArrangement();
}

void GridView::resetColumns()
{
    m_widths = {};
    m_order.clear();
    m_hidden.clear();
    for (int c = 0; m_model && c < m_model->columnCount(); ++c)
        m_model->setColumnSettings(c, {});
    sizeColumns();
    Q_EMIT stateEdited();
}

void GridView::arrangeColumns()
{
    const int count = m_model->columnCount();
    for (int c = 0; c < count; ++c)
        setColumnHidden(c, m_hidden.contains(m_model->column(c).name));
    if (m_header->hiddenSectionCount() == count && count > 0)
        setColumnHidden(0, false); // a result of which nothing was left
    std::vector<int> wanted;
    for (const QString& name : std::as_const(m_order))
        for (int c = 0; c < count; ++c)
            if (m_model->column(c).name == name)
                wanted.push_back(c);
    for (int c = 0; c < count; ++c)
        if (std::find(wanted.begin(), wanted.end(), c) == wanted.end())
            wanted.push_back(c);
    for (size_t i = 0; i < wanted.size(); ++i)
        m_header->moveSection(m_header->visualIndex(wanted[i]), static_cast<int>(i));
}

void GridView::keepArrangement()
{
    m_order.clear();
    m_hidden.clear();
    bool moved = false;
    for (int at = 0; at < m_header->count(); ++at) {
        const int c = m_header->logicalIndex(at);
        moved = moved || c != at;
        m_order.append(m_model->column(c).name);
        if (isColumnHidden(c))
            m_hidden.append(m_model->column(c).name);
    }
    if (!moved)
        m_order.clear();
    Q_EMIT stateEdited();
}

void GridView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_model || !currentIndex().isValid())
        return;
    QMenu menu;
    for (QAction* action : actions())
        if (action->shortcut() == QKeySequence(QKeySequence::Copy)
            || action->shortcut() == QKeySequence(QKeySequence::Find))
            menu.addAction(action);
    fillCopyMenu(*menu.addMenu(tr("Copy as")));
    connect(menu.addAction(tr("Preview")), &QAction::triggered, this, &GridView::showPreview);
    menu.addSeparator();
    fillColumnMenu(*menu.addMenu(tr("Column")), currentIndex().column());
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
        : event->globalPos();
    menu.exec(at);
}

} // namespace pilothouse::ui
