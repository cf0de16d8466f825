// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and keys do: which port is meant, and which nodes move.
#include "ui/graph/graphedit.h"

#include "ui/graph/graphview.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr double kPortReach = 10; // pixels around a port where an edge begins
constexpr double kAimReach = 20; // and where it ends
constexpr double kHeader = 28; // of an open group: the part that acts as a node
constexpr double kChevron = 24;
} // namespace

GraphEdit::GraphEdit(GraphView& view, Rule rule)
    : QObject(&view)
    , m_view(view)
    , m_rule(std::move(rule))
{
    connect(&view, &GraphView::currentChanged, this, &GraphEdit::currentMoved);
}

bool GraphEdit::isOutput(End end) const
{
    return m_view.m_scene.nodes[size_t(end.node)].ports[size_t(end.port)].output;
}

QPointF GraphEdit::place(End end) const
{
    const QRectF box = m_view.nodeRect(end.node);
    const GraphNode& node = m_view.m_scene.nodes[size_t(end.node)];
    const QSizeF size = m_view.m_geometry.nodes[size_t(end.node)].size();
    return box.topLeft()
        + graphPortPlace(node, size, end.port, m_view.m_geometry.topDown) * m_view.m_scale;
}

QPointF GraphEdit::portAt(const QString& id, const QString& port, bool output) const
{
    const int node = m_view.shownPlace(id);
    if (node < 0)
        return {};
    const auto& ports = m_view.m_scene.nodes[size_t(node)].ports;
    for (size_t i = 0; i < ports.size(); ++i)
        if (ports[i].output == output && (port.isEmpty() || ports[i].name == port))
            return place({node, int(i)});
    return {};
}

// The nearest port within `reach` pixels.
GraphEdit::End GraphEdit::hit(QPointF at, double reach) const
{
    End best;
    if (m_view.m_scale < GraphPainter::kMiddle)
        return best;
    const QRectF near(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach);
    const QRectF area(m_view.toScene(near.topLeft()), near.size() / m_view.m_scale);
    double least = reach * reach;
    for (const int node : m_view.m_geometry.nodeIndex.touching(area)) {
        for (int port = 0; port < int(m_view.m_scene.nodes[size_t(node)].ports.size()); ++port) {
            const QPointF off = place({node, port}) - at;
            const double far = QPointF::dotProduct(off, off);
            if (far < least) {
                least = far;
                best = {node, port};
            }
        }
    }
    return best;
}

QPointF GraphEdit::placeAt(QPointF at, QString* group) const
{
    QPointF scene = m_view.toScene(at);
    int node = m_view.m_geometry.nodeAt(scene, m_view.m_lookup);
    const auto isOpen = [&](int i) {
        return m_view.m_scene.nodes[size_t(i)].isGroup && m_view.m_scene.nodes[size_t(i)].open;
    };
    while (node >= 0 && !isOpen(node))
        node = m_view.m_lookup.parent(node);
    if (group)
        *group = node < 0 ? QString() : m_view.m_scene.nodes[size_t(node)].id;
    if (node >= 0)
        scene -= m_view.m_geometry.nodes[size_t(node)].topLeft();
    return {std::round(scene.x()), std::round(scene.y())};
}

bool GraphEdit::press(QMouseEvent* event)
{
    const QPointF at = event->position();
    m_pressed = m_pointer = at;
    if (event->button() != Qt::LeftButton || m_view.m_spaceHeld || m_view.minimapBox().contains(at))
        return false;
    if (const End end = hit(at, kPortReach); end.node >= 0) {
        m_from = end;
        m_to = {};
        m_why.clear();
        m_byKey = false;
        m_view.update();
        return true;
    }
    const QPointF scene = m_view.toScene(at);
    const int node = m_view.m_geometry.nodeAt(scene, m_view.m_lookup);
    if (node < 0)
        return false;
    const GraphNode& held = m_view.m_scene.nodes[size_t(node)];
    const QRectF& rect = m_view.m_geometry.nodes[size_t(node)];
    if (held.isGroup) {
        const double chevron = held.open ? scene.x() - rect.left() : rect.right() - scene.x();
        if (chevron < kChevron || (held.open && scene.y() - rect.top() > kHeader))
            return false;
    }
    m_held = node;
    const bool add = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    m_only = !add && !m_view.m_selected.empty() && m_view.m_selected[size_t(node)];
    m_view.setCurrentNode(node, false);
    if (!m_only)
        m_view.select(node, add);
    return true;
}

bool GraphEdit::move(QMouseEvent* event)
{
    m_pointer = event->position();
    if (isConnecting() && !m_byKey) {
        End to = hit(m_pointer, kAimReach);
        if (to.node == m_from.node)
            to = {};
        if (to.node < 0) {
            const int node = m_view.m_geometry.nodeAt(m_view.toScene(m_pointer), m_view.m_lookup);
            if (node >= 0 && node != m_from.node)
                to = bestPort(node);
        }
        aim(to);
        return true;
    }
    if (m_held < 0 || !(event->buttons() & Qt::LeftButton))
        return false;
    if (!m_moving && (m_pointer - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return true;
    if (!m_moving)
        lift();
    shift((m_pointer - m_pressed) / m_view.m_scale);
    return true;
}

bool GraphEdit::release(QMouseEvent* event)
{
    m_pointer = event->position();
    if (isConnecting() && !m_byKey) {
        finish();
        return true;
    }
    if (m_held < 0)
        return false;
    const int node = std::exchange(m_held, -1);
    if (std::exchange(m_moving, false))
        drop((m_pointer - m_pressed) / m_view.m_scale);
    else if (m_only)
        m_view.select(node, false);
    m_view.update();
    return true;
}

GraphEdge GraphEdit::edgeTo(End to) const
{
    GraphEdge edge;
    const bool forth = isOutput(m_from);
    const End& from = forth ? m_from : to;
    const End& goal = forth ? to : m_from;
    const auto id = [this](End end) {
        return end.node < 0 ? QString() : m_view.m_scene.nodes[size_t(end.node)].id;
    };
    edge.from = id(from);
    edge.fromPort = from.port;
    edge.to = id(goal);
    edge.toPort = goal.port;
    return edge;
}

// The first port that fits, else the first on the right side: so that there is a reason to tell.
GraphEdit::End GraphEdit::bestPort(int node) const
{
    End first;
    const auto& ports = m_view.m_scene.nodes[size_t(node)].ports;
    for (int i = 0; i < int(ports.size()); ++i) {
        if (ports[size_t(i)].output == isOutput(m_from))
            continue;
        const End end{node, i};
        if (first.node < 0)
            first = end;
        if (m_rule(edgeTo(end)).isEmpty())
            return end;
    }
    return first.node < 0 ? End{node, -1} : first;
}

void GraphEdit::aim(End to)
{
    m_view.update();
    if (m_to == to)
        return;
    m_to = to;
    m_why.clear();
    if (to.node >= 0 && to.port >= 0 && isOutput(to) == isOutput(m_from))
        m_why
            = isOutput(to) ? tr("An edge leads to an input.") : tr("An edge comes from an output.");
    else if (to.node >= 0 && to.port < 0)
        m_why = tr("%1 has no port for this.").arg(m_view.m_scene.nodes[size_t(to.node)].title);
    else if (to.node >= 0)
        m_why = m_rule(edgeTo(to));
    // Spoken where a screen reader listens.
    const auto name = [this](End end) {
        const GraphNode& node = m_view.m_scene.nodes[size_t(end.node)];
        return end.port < 0 ? node.title : node.title + u' ' + node.ports[size_t(end.port)].name;
    };
    QString words = tr("Connect %1").arg(name(m_from));
    if (to.node >= 0)
        words = m_why.isEmpty() ? tr("Connect %1 to %2").arg(name(m_from), name(to)) : m_why;
    m_view.setAccessibleDescription(words);
}

void GraphEdit::finish()
{
    const End to = m_to;
    const GraphEdge edge = edgeTo(to);
    const QString why = m_why;
    cancel();
    if (to.node < 0)
        Q_EMIT connectDropped(edge, m_pointer);
    else if (!why.isEmpty())
        Q_EMIT connectRefused(why);
    else
        Q_EMIT connectWanted(edge);
}

void GraphEdit::cancel()
{
    m_from = m_to = {};
    m_why.clear();
    m_byKey = false;
    m_view.setAccessibleDescription({});
    m_view.update();
}

void GraphEdit::reset()
{
    if (isConnecting())
        cancel();
    m_held = -1;
    m_moving = false;
}

bool GraphEdit::startConnecting()
{
    const int node = m_view.m_current;
    if (node < 0)
        return false;
    const auto& ports = m_view.m_scene.nodes[size_t(node)].ports;
    const int count = int(ports.size());
    const int first = m_byKey && m_from.node == node ? m_from.port + 1 : 0;
    for (int step = 0; step < count; ++step) {
        const int port = (first + step) % count;
        if (!ports[size_t(port)].output)
            continue;
        m_from = {node, port};
        m_to = {-1, 0}; // aimed at nothing, which is to be said
        m_byKey = true;
        aim({});
        return true;
    }
    return false;
}

void GraphEdit::currentMoved()
{
    if (!m_byKey || m_view.m_current < 0)
        return;
    if (m_view.m_current == m_from.node)
        aim({});
    else
        aim(bestPort(m_view.m_current));
}

bool GraphEdit::key(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_moving) {
        shift({});
        reset();
        return true;
    }
    if (!isConnecting())
        return false;
    if (event->key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    if (!m_byKey || (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter))
        return false;
    if (m_to.node < 0)
        cancel();
    else
        finish();
    return true;
}

} // namespace pilothouse::ui
