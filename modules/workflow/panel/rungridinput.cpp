// SPDX-License-Identifier: GPL-3.0-or-later
// RunGrid: keys and mouse.
#include "workflow/panel/rungrid.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{
constexpr int kArrowEnd = 24; // px, of a row that is in no group
}

void RunGrid::keyPressEvent(QKeyEvent* event)
{
    auto [row, column] = cursor();
    if (column < 0) {
        row = -1;
        column = columns() - 1;
    }
    const bool ctrl = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, (viewport()->height() - m_layout.head) / m_layout.row - 1);
    const GridRow* at = row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
    switch (event->key()) {
    case Qt::Key_F10:
        if (!event->modifiers().testFlag(Qt::ShiftModifier))
            return event->ignore();
        askMenu();
        break;
    case Qt::Key_Left:
        if (at && at->opens() && at->open && event->modifiers().testFlag(Qt::ShiftModifier))
            setGroupOpen(at->id, false);
        else
            moveTo(row, column - 1);
        break;
    case Qt::Key_Right:
        if (at && at->opens() && !at->open && event->modifiers().testFlag(Qt::ShiftModifier))
            setGroupOpen(at->id, true);
        else
            moveTo(row, column + 1);
        break;
    case Qt::Key_Up:
        moveTo(row - 1, column);
        break;
    case Qt::Key_Down:
        moveTo(row + 1, column);
        break;
    case Qt::Key_Home:
        moveTo(ctrl ? -1 : row, 0);
        break;
    case Qt::Key_End:
        moveTo(ctrl ? m_rows.size() - 1 : row, columns() - 1);
        break;
    case Qt::Key_PageUp:
        moveTo(row - page, column);
        break;
    case Qt::Key_PageDown:
        moveTo(row + page, column);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (at && at->more > 0)
            showMore(*at);
        else if (at && at->opens())
            setGroupOpen(at->id, !at->open);
        else if (!m_run.isEmpty())
            Q_EMIT opened(m_run, m_task);
        break;
    case Qt::Key_Space:
        Q_EMIT compareAsked();
        break;
    case Qt::Key_X:
        Q_EMIT swapAsked();
        break;
    case Qt::Key_W:
        Q_EMIT whyAsked();
        break;
    case Qt::Key_Delete:
        Q_EMIT clearAsked();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom - 1);
        break;
    case Qt::Key_Minus:
        setZoom(m_zoom + 1);
        break;
    case Qt::Key_0:
        setZoom(0);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RunGrid::resizeEvent(QResizeEvent* event)
{
    const bool right = horizontalScrollBar()->value() >= horizontalScrollBar()->maximum();
    QAbstractScrollArea::resizeEvent(event);
    measure();
    updateScrollBars(right);
    tellShown();
}

void RunGrid::scrollContentsBy(int, int)
{
    viewport()->update();
    tellShown();
}

void RunGrid::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const int row = rowAt(at.y());
    // A group opens by its name, a mapped task by its arrow: its name chooses it.
    if (event->button() != Qt::RightButton && at.x() < m_layout.labels && row >= 0
        && m_rows.at(row).opens()
        && (m_rows.at(row).group || at.x() < kArrowEnd + m_rows.at(row).depth * 12)) {
        setGroupOpen(m_rows.at(row).id, !m_rows.at(row).open);
        return;
    }
    if (row >= 0 && m_rows.at(row).more > 0) {
        showMore(m_rows.at(row));
        return;
    }
    int column = columnAt(at.x());
    if (at.x() < m_layout.labels && row >= 0)
        column = cursor().second >= 0 ? cursor().second : columns() - 1;
    if (row >= -1 && column >= 0)
        moveTo(row, column);
}

void RunGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const int row = rowAt(at.y());
    const int column = columnAt(at.x());
    if (row >= -1 && column >= 0)
        Q_EMIT opened(m_run, m_task);
}

void RunGrid::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() != QContextMenuEvent::Mouse)
        askMenu();
    else if (!m_run.isEmpty() && rowAt(event->pos().y()) >= -1) // chosen by the press
        Q_EMIT menuAsked(event->globalPos());
}

void RunGrid::askMenu()
{
    const auto [row, column] = cursor();
    if (!m_run.isEmpty() && column >= 0)
        Q_EMIT menuAsked(
            viewport()->mapToGlobal(QPoint(xOf(column) + m_layout.pitch, yOf(row) + m_layout.row)));
}

void RunGrid::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? -1 : 1));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

bool RunGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos().y());
        const int column = columnAt(help->pos().x());
        const QString text = row >= -1 && column >= 0 ? tooltip(row, column)
            : row >= 0                                ? m_rows.at(row).id
                                                      : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void RunGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    speak();
}

void RunGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace pilothouse::workflow
