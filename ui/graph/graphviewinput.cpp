// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer, wheel, pinch: what they do to a GraphView.
#include "ui/graph/graphview.h"

#include "ui/graph/graphsearchbar.h"
#include "ui/theme/theme.h"

#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGestureEvent>
#include <QtWidgets/QToolTip>

#include <cmath>

namespace pilothouse::ui
{

namespace
{
constexpr QSizeF kMinimap(150, 86);
constexpr double kMinimapMargin = 12;
constexpr double kEdgeReach = 5; // pixels beside an edge that are its own
constexpr double kHeader = 28; // of an open group: the part that acts as a node
} // namespace

QRectF GraphView::minimapBox() const
{
    // Not while everything is on screen anyway.
    const QRectF seen(toScene({}), QSizeF(size()) / m_scale);
    if (!m_minimap || width() < 420 || height() < 260 || m_geometry.bounds.isEmpty()
        || seen.contains(m_geometry.bounds))
        return {};
    return {{kMinimapMargin, height() - kMinimapMargin - kMinimap.height()}, kMinimap};
}

void GraphView::setMinimapShown(bool shown)
{
    m_minimap = shown;
    update();
}

void GraphView::panByMinimap(QPointF at)
{
    const QRectF inner = minimapBox().adjusted(8, 8, -8, -8);
    const QRectF& b = m_geometry.bounds;
    const double scale = std::min(inner.width() / b.width(), inner.height() / b.height());
    const QPointF target = b.center() + (at - inner.center()) / scale;
    m_fitting = false;
    setOrigin(target - QPointF(width(), height()) / 2 / m_scale);
}

bool GraphView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Gesture: {
        auto* gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture);
        if (const auto* pinch = static_cast<QPinchGesture*>(gesture)) {
            zoomAbout(mapFromGlobal(pinch->centerPoint()), pinch->scaleFactor());
            return true;
        }
        break;
    }
    case QEvent::NativeGesture: {
        const auto* native = static_cast<QNativeGestureEvent*>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture) {
            zoomAbout(native->position(), 1 + native->value());
            return true;
        }
        break;
    }
    case QEvent::ToolTip: {
        // What is cut short on the card, or too small to read.
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPointF at = toScene(help->pos());
        const int node = m_geometry.nodeAt(at, m_lookup);
        const int edge = node < 0 ? m_geometry.lineAt(at, kEdgeReach / m_scale) : -1;
        if (node < 0 && edge < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(
                help->globalPos(), node < 0 ? edgeWords(edge) : nodeWords(node), this);
        return true;
    }
    case QEvent::ShortcutOverride: {
        // Single keys are the canvas's own while it has the focus.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier
            && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Slash
                || key->key() == Qt::Key_0 || key->key() == Qt::Key_E || key->key() == Qt::Key_Plus
                || key->key() == Qt::Key_Minus)) {
            event->accept();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_last = event->position();
    m_dragged = -1;
    if (m_edit && m_edit->press(event))
        return;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    if (event->button() == Qt::LeftButton && minimapBox().contains(m_pressed)) {
        m_drag = Drag::Minimap;
        panByMinimap(m_pressed);
        return;
    }
    if (event->button() == Qt::MiddleButton || m_spaceHeld) {
        m_drag = Drag::Pan;
        m_spacePanned = m_spaceHeld;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    int node = m_geometry.nodeAt(toScene(m_pressed), m_lookup);
    // The inside of an open group is canvas.
    if (node >= 0 && m_scene.nodes[node].isGroup && m_scene.nodes[node].open) {
        const double down = toScene(m_pressed).y() - m_geometry.nodes[node].top();
        if (down > kHeader)
            node = -1;
    }
    const bool add = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (node < 0) {
        m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Band : Drag::Pan;
        if (m_drag == Drag::Pan)
            setCursor(Qt::ClosedHandCursor);
        return;
    }
    m_dragged = node;
    m_drag = m_pinning && !m_edit ? Drag::Node : Drag::None;
    setCurrentNode(node, false);
    select(node, add);
    // The chevron of a group.
    const QRectF box = nodeRect(node);
    const bool open = m_scene.nodes[node].open;
    const double chevron = open ? m_pressed.x() - box.left() : box.right() - m_pressed.x();
    if (m_scene.nodes[node].isGroup && chevron < 24 * m_scale && m_scale >= GraphPainter::kFar)
        toggleGroup(node);
}

void GraphView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_edit && m_edit->move(event))
        return;
    const QPointF by = at - m_last;
    const bool far = (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    switch (m_drag) {
    case Drag::None:
        setHover(m_geometry.nodeAt(toScene(at), m_lookup));
        break;
    case Drag::Pan:
        m_fitting = m_fitting && !far;
        setOrigin(m_origin - by / m_scale);
        break;
    case Drag::Minimap:
        panByMinimap(at);
        break;
    case Drag::Band:
        update();
        break;
    case Drag::Node:
        if (!far)
            break;
        // Only its card moves along; the rest makes room when it is let go.
        finishMove();
        m_geometry.nodes[m_dragged].moveTopLeft(
            m_goal.nodes[m_dragged].topLeft() + (at - m_pressed) / m_scale);
        m_geometry.index();
        update();
        break;
    }
    m_last = at;
}

void GraphView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_edit && m_edit->release(event))
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_last = event->position();
    unsetCursor();
    const bool far = (m_last - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (drag == Drag::Band)
        selectBand();
    else if (drag == Drag::Node && far)
        dropNode();
    else if (drag == Drag::Pan && !far && event->button() == Qt::LeftButton && !m_spacePanned) {
        if (std::ranges::count(m_selected, 1) > 0) {
            m_selected.clear();
            remark();
            Q_EMIT selectionChanged();
        }
        const int plate = plateAt(m_last);
        const int edge = plate >= 0 ? plate
            : m_scale >= GraphPainter::kBlocks
            ? m_geometry.lineAt(toScene(m_last), kEdgeReach / m_scale)
            : -1;
        if (edge < 0)
            setCurrentNode(-1, false);
        selectEdge(edge);
        if (plate >= 0)
            Q_EMIT plateClicked(plate);
    }
    m_spacePanned = m_spacePanned && m_spaceHeld;
    update();
}

QRectF GraphView::plateRect(int edge)
{
    return edge >= 0 && edge < int(m_scene.edges.size()) ? m_painter.plateOf(edge, look())
                                                         : QRectF();
}

// Of the few edges near by.
int GraphView::plateAt(QPointF at)
{
    const double reach = 120 / m_scale;
    const QPointF middle = toScene(at);
    const QRectF near(middle - QPointF(reach, reach), QSizeF(reach * 2, reach * 2));
    for (const int edge : m_geometry.lineIndex.touching(near))
        if (m_scene.edges[size_t(edge)].button && plateRect(edge).contains(at))
            return edge;
    return -1;
}

// Pinned where it was let go; inside a group counted from the group's corner.
void GraphView::dropNode()
{
    const int node = m_dragged;
    QPointF at = m_geometry.nodes[node].topLeft();
    if (const int parent = m_lookup.parent(node); parent >= 0)
        at -= m_geometry.nodes[parent].topLeft();
    at = {std::round(at.x()), std::round(at.y())};
    m_scene.nodes[node].pinned = at;
    m_fitting = false;
    layOut();
    Q_EMIT nodeMoved(m_scene.nodes[node].id, at);
}

void GraphView::selectBand()
{
    const QRectF band = QRectF(m_pressed, m_last).normalized();
    const QRectF area(toScene(band.topLeft()), band.size() / m_scale);
    m_selected.resize(m_scene.nodes.size(), 0);
    for (const int node : m_geometry.nodeIndex.touching(area))
        if (!(m_scene.nodes[node].isGroup && m_scene.nodes[node].open))
            m_selected[node] = 1;
    remark();
    Q_EMIT selectionChanged();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int node = m_geometry.nodeAt(toScene(event->position()), m_lookup);
    if (event->button() != Qt::LeftButton || node < 0 || minimapBox().contains(event->position()))
        return;
    if (m_scene.nodes[node].isGroup)
        toggleGroup(node);
    else
        Q_EMIT nodeActivated(m_scene.nodes[node].id);
}

void GraphView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setHover(-1);
    updateDashes();
    update();
}

void GraphView::wheelEvent(QWheelEvent* event)
{
    QPointF by = event->pixelDelta();
    if (by.isNull())
        by = QPointF(event->angleDelta()) * 0.5;
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAbout(event->position(), std::pow(2.0, (by.y() + by.x()) / 180));
    } else {
        if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
            by = {by.y(), 0};
        m_fitting = false;
        setOrigin(m_origin - by / m_scale);
    }
    event->accept();
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int node = byKey ? m_current : m_geometry.nodeAt(toScene(event->pos()), m_lookup);
    if (node >= 0 && !byKey) {
        setCurrentNode(node, false);
        if (m_selected.empty() || !m_selected[node])
            select(node, false);
    }
    const QPoint at
        = byKey && node >= 0 ? mapToGlobal(nodeRect(node).center().toPoint()) : event->globalPos();
    Q_EMIT contextMenuWanted(node < 0 ? QString() : m_scene.nodes[node].id, at);
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_search->placeIn(size());
    if (m_fitting)
        m_fitsAll ? fit() : fitReadable();
}

void GraphView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_fitting)
        m_fitsAll ? fit() : fitReadable();
    updateDashes();
}

void GraphView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    finishMove();
    m_dashTimer.stop();
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    // By Tab the focus is somewhere to be seen.
    const bool forth = event->reason() == Qt::TabFocusReason;
    if (m_current < 0 && (forth || event->reason() == Qt::BacktabFocusReason))
        if (const std::vector<int> order = readingOrder(); !order.empty())
            setCurrentNode(forth ? order.front() : order.back(), true);
    updateDashes();
    update();
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false;
    updateDashes();
    update();
}

} // namespace pilothouse::ui
