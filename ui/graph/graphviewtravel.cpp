// SPDX-License-Identifier: GPL-3.0-or-later
// From node to node and from edge to edge, by keys.
#include "ui/graph/graphview.h"

#include <QtGui/QKeyEvent>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

// Layer by layer along the flow, in a layer from its begin.
std::vector<int> GraphView::readingOrder() const
{
    std::vector<int> order = shownNodes();
    const bool down = m_geometry.topDown;
    std::ranges::stable_sort(order, {}, [&](int node) {
        const QRectF& box = m_geometry.nodes[size_t(node)];
        return down ? std::pair(box.y(), box.x()) : std::pair(box.x(), box.y());
    });
    return order;
}

// Behind the last node (and before the first) the focus goes on to what is next in the window.
bool GraphView::focusNextPrevChild(bool next)
{
    if (hasFocus()) {
        const std::vector<int> order = readingOrder();
        const auto at = std::ranges::find(order, m_current);
        int node = -1;
        if (at == order.end())
            node = order.empty() ? -1 : next ? order.front() : order.back();
        else if (next ? at + 1 != order.end() : at != order.begin())
            node = next ? *(at + 1) : *(at - 1);
        if (node >= 0) {
            setCurrentNode(node, true);
            select(node, false);
            return true;
        }
    }
    return QWidget::focusNextPrevChild(next);
}

// Along the flow: the nearest neighbour by an edge. Across: the nearest card in that direction.
int GraphView::travel(int key) const
{
    const bool down = m_geometry.topDown;
    const QPointF here = m_geometry.nodes[m_current].center();
    const int forth = down ? Qt::Key_Down : Qt::Key_Right;
    const int back = down ? Qt::Key_Up : Qt::Key_Left;
    int best = -1;
    double least = 1e300;
    if (key == forth || key == back) {
        const auto& steps = key == forth ? m_lookup.next(m_current) : m_lookup.previous(m_current);
        for (const auto& step : steps) {
            int other = step.node;
            while (other >= 0 && m_geometry.nodes[other].isNull())
                other = m_lookup.parent(other);
            if (other < 0 || other == m_current)
                continue;
            const QPointF way = m_geometry.nodes[other].center() - here;
            const double far = way.x() * way.x() + way.y() * way.y();
            if (far < least) {
                least = far;
                best = other;
            }
        }
        if (best >= 0)
            return best;
    }
    const QPointF towards = key == Qt::Key_Right ? QPointF(1, 0)
        : key == Qt::Key_Left                    ? QPointF(-1, 0)
        : key == Qt::Key_Down                    ? QPointF(0, 1)
                                                 : QPointF(0, -1);
    for (const int node : shownNodes()) {
        if (node == m_current)
            continue;
        // Nodes of a layer begin at one line, however wide they are.
        QPointF way = m_geometry.nodes[node].center() - here;
        const QPointF begin
            = m_geometry.nodes[node].topLeft() - m_geometry.nodes[m_current].topLeft();
        (down ? way.ry() : way.rx()) = down ? begin.y() : begin.x();
        const double ahead = QPointF::dotProduct(way, towards);
        const double aside = std::abs(way.x() * towards.y()) + std::abs(way.y() * towards.x());
        if (ahead <= 1)
            continue;
        if (const double far = ahead + 3 * aside; far < least) {
            least = far;
            best = node;
        }
    }
    return best;
}

bool GraphView::travelKey(QKeyEvent* event)
{
    const int key = event->key();
    const bool arrow
        = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (!arrow && key != Qt::Key_Home && key != Qt::Key_End)
        return false;
    const std::vector<int> order = readingOrder();
    if (order.empty())
        return false;
    int node = -1;
    switch (key) {
    case Qt::Key_Home:
        node = order.front();
        break;
    case Qt::Key_End:
        node = order.back();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        node = m_current < 0 ? order.front() : travel(key);
        break;
    default:
        break;
    }
    if (node >= 0) {
        setCurrentNode(node, true);
        if (!(event->modifiers() & Qt::ControlModifier))
            select(node, event->modifiers() & Qt::ShiftModifier);
    }
    return true;
}

void GraphView::selectEdge(int edge)
{
    if (edge >= int(m_scene.edges.size()) || std::exchange(m_edge, edge) == edge)
        return;
    remark();
    // Spoken where a screen reader listens.
    setAccessibleDescription(edge < 0 ? QString() : edgeWords(edge));
    Q_EMIT edgeSelected(edge);
}

// E goes through the edges of the current node; on an edge, arrows and Enter go to its ends.
bool GraphView::edgeKey(QKeyEvent* event)
{
    const int key = event->key();
    if (key == Qt::Key_E && m_current >= 0 && !(event->modifiers() & Qt::ControlModifier)) {
        std::vector<int> edges;
        for (const auto* steps : {&m_lookup.next(m_current), &m_lookup.previous(m_current)})
            for (const auto& step : *steps)
                if (m_geometry.lines[size_t(step.edge)].count > 1)
                    edges.push_back(step.edge);
        if (edges.empty())
            return true;
        const int count = int(edges.size());
        const auto at = std::ranges::find(edges, m_edge);
        const int step = event->modifiers() & Qt::ShiftModifier ? count - 1 : 1;
        const int place = at != edges.end() ? (int(at - edges.begin()) + step) % count
            : step == 1                     ? 0
                                            : count - 1;
        selectEdge(edges[size_t(place)]);
        return true;
    }
    if (m_edge < 0)
        return false;
    const bool down = m_geometry.topDown;
    const int from = m_lookup.from(m_edge);
    const int to = m_lookup.to(m_edge);
    int node = -1;
    if (key == (down ? Qt::Key_Down : Qt::Key_Right))
        node = to;
    else if (key == (down ? Qt::Key_Up : Qt::Key_Left))
        node = from;
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        node = m_current == to ? from : to;
    // What stands in a closed group is the group.
    while (node >= 0 && m_geometry.nodes[size_t(node)].isNull())
        node = m_lookup.parent(node);
    if (node < 0)
        return false;
    setCurrentNode(node, true);
    select(node, false);
    return true;
}

QString GraphView::edgeWords(int index) const
{
    const GraphEdge& edge = m_scene.edges[size_t(index)];
    const auto name = [&](int node) {
        return node < 0 ? QString() : m_scene.nodes[size_t(node)].title;
    };
    const QString ends = tr("%1 to %2").arg(name(m_lookup.from(index)), name(m_lookup.to(index)));
    return edge.label.isEmpty() ? ends : ends + u", "_s + edge.label;
}

} // namespace pilothouse::ui
