// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of a grid: copy as, the column under the pointer, and both together.
#include "ui/grid/gridview.h"

#include "ui/grid/celldelegate.h"
#include "ui/grid/celltext.h"
#include "ui/grid/gridheader.h"
#include "ui/grid/gridmodel.h"
#include "ui/theme/theme.h"

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

void GridView::fillColumnMenu(QMenu& menu, int column)
{
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
        toggle(tr("Group thousands"), settings.grouping,
            [](ColumnSettings& s, bool on) { s.grouping = on; });
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
    if (!settings.isDefault())
        connect(menu.addAction(tr("Show values as stored")), &QAction::triggered, this,
            [this, column] { m_model->setColumnSettings(column, {}); });
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
