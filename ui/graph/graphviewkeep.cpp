// SPDX-License-Identifier: GPL-3.0-or-later
// A large graph is laid out on a lane. Until then everything stays where it was, and what is new
// stands where it is pinned.
#include "ui/graph/graphview.h"

namespace pilothouse::ui
{

void GraphView::keepPlaces(const GraphLookup& lookup, const GraphGeometry& geometry)
{
    const auto corner = [&](int node) {
        QPointF at;
        for (int in = m_lookup.parent(node); in >= 0; in = -1)
            at = m_geometry.nodes[size_t(in)].topLeft();
        return at;
    };
    m_geometry.topDown = geometry.topDown;
    for (int i = 0; i < int(m_scene.nodes.size()); ++i) {
        const GraphNode& node = m_scene.nodes[size_t(i)];
        const int was = lookup.node(node.id);
        QRectF& rect = m_geometry.nodes[size_t(i)];
        if (was >= 0)
            rect = geometry.nodes[size_t(was)];
        else if (node.pinned && !(m_lookup.parent(i) >= 0 && corner(i).isNull()))
            rect = QRectF({}, graphNodeSize(node));
        if (node.pinned && !rect.isNull())
            rect.moveTopLeft(corner(i) + *node.pinned);
    }
    for (int e = 0; e < int(m_scene.edges.size()); ++e) {
        const GraphEdge& edge = m_scene.edges[size_t(e)];
        const auto end = [&](int node, int port, bool output) -> QPointF {
            const QRectF& rect = m_geometry.nodes[size_t(node)];
            if (port >= 0)
                return rect.topLeft()
                    + graphPortPlace(
                        m_scene.nodes[size_t(node)], rect.size(), port, m_geometry.topDown);
            if (m_geometry.topDown)
                return {rect.center().x(), output ? rect.bottom() : rect.top()};
            return {output ? rect.right() : rect.left(), rect.center().y()};
        };
        const int from = shownFor(m_lookup.from(e));
        const int to = shownFor(m_lookup.to(e));
        if (from < 0 || to < 0 || from == to)
            continue;
        m_geometry.lines[size_t(e)] = {int(m_geometry.points.size()), 2, false};
        m_geometry.points.push_back(end(from, from == m_lookup.from(e) ? edge.fromPort : -1, true));
        m_geometry.points.push_back(end(to, to == m_lookup.to(e) ? edge.toPort : -1, false));
    }
    m_geometry.index();
    m_goal = m_geometry;
}

GraphEdit* GraphView::makeEditable(GraphEdit::Rule rule)
{
    Q_ASSERT(!m_edit);
    m_edit = new GraphEdit(*this, std::move(rule));
    return m_edit;
}

} // namespace pilothouse::ui
