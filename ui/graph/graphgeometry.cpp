// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphgeometry.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

void GraphGeometry::boundLine(int edge)
{
    const Line& line = lines[size_t(edge)];
    if (line.count < 2)
        return;
    double left = points[line.first].x();
    double right = left;
    double top = points[line.first].y();
    double bottom = top;
    for (int p = line.first + 1; p < line.first + line.count; ++p) {
        left = std::min(left, points[p].x());
        right = std::max(right, points[p].x());
        top = std::min(top, points[p].y());
        bottom = std::max(bottom, points[p].y());
    }
    lineBounds[size_t(edge)] = QRectF(left - 2, top - 2, right - left + 4, bottom - top + 4);
}

void GraphGeometry::index()
{
    lineBounds.assign(lines.size(), {});
    for (int i = 0; i < int(lines.size()); ++i)
        boundLine(i);
    bounds = {};
    for (const QRectF& rect : nodes)
        if (!rect.isNull())
            bounds = bounds.isNull() ? rect : bounds.united(rect);
    for (const QRectF& rect : lineBounds)
        if (!rect.isNull())
            bounds = bounds.united(rect);
    nodeIndex.build(nodes);
    lineIndex.build(lineBounds);
}

QPainterPath GraphGeometry::curve(int edge) const
{
    const Line& line = lines[edge];
    QPainterPath path;
    if (line.count < 2)
        return path;
    path.moveTo(points[line.first]);
    for (int p = line.first + 1; p < line.first + line.count; ++p) {
        const QPointF a = points[p - 1];
        const QPointF b = points[p];
        const QPointF way = b - a;
        if (topDown ? way.x() == 0 : way.y() == 0)
            path.lineTo(b);
        else if (topDown)
            path.cubicTo(a + QPointF(0, way.y() / 2), b - QPointF(0, way.y() / 2), b);
        else
            path.cubicTo(a + QPointF(way.x() / 2, 0), b - QPointF(way.x() / 2, 0), b);
    }
    return path;
}

int GraphGeometry::nodeAt(QPointF at, const GraphLookup& lookup) const
{
    int best = -1;
    int depth = -1;
    for (const int i : nodeIndex.touching(QRectF(at, QSizeF(0, 0)))) {
        int own = 0;
        for (int p = lookup.parent(i); p >= 0; p = lookup.parent(p))
            ++own;
        if (own > depth) {
            depth = own;
            best = i;
        }
    }
    return best;
}

int GraphGeometry::lineAt(QPointF at, double reach) const
{
    const QRectF near(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach);
    int best = -1;
    double least = reach * reach;
    for (const int i : lineIndex.touching(near)) {
        const auto polygons = curve(i).toSubpathPolygons();
        for (const QPolygonF& polygon : polygons)
            for (int p = 0; p + 1 < polygon.size(); ++p) {
                const QPointF a = polygon[p];
                const QPointF way = polygon[p + 1] - a;
                const double length = QPointF::dotProduct(way, way);
                const double t = length > 0
                    ? std::clamp(QPointF::dotProduct(at - a, way) / length, 0.0, 1.0)
                    : 0;
                const QPointF off = at - (a + way * t);
                if (const double far = QPointF::dotProduct(off, off); far <= least) {
                    least = far;
                    best = i;
                }
            }
    }
    return best;
}

layered::Graph GraphLayoutMap::input(
    const GraphScene& scene, const GraphLookup& lookup, const std::vector<char>& only, bool topDown)
{
    layered::Graph graph;
    std::vector<int> places(scene.nodes.size(), -1);
    m_nodes.clear();
    m_edges.clear();
    const auto taken = [&](int node) {
        return node >= 0 && (only.empty() || only[node]);
    };
    for (int i = 0; i < int(scene.nodes.size()); ++i) {
        if (!taken(i))
            continue;
        const GraphNode& node = scene.nodes[i];
        places[i] = int(m_nodes.size());
        m_nodes.push_back(i);
        layered::Node out;
        const auto id = m_ids.constFind(node.id);
        out.id = id != m_ids.constEnd() ? *id : *m_ids.insert(node.id, int(m_ids.size()));
        out.size = graphNodeSize(node);
        out.open = node.isGroup && node.open;
        out.pinned = node.pinned;
        for (int p = 0; p < int(node.ports.size()); ++p)
            out.ports.push_back(graphPortPlace(node, out.size, p, topDown));
        graph.nodes.push_back(std::move(out));
    }
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const int parent = lookup.parent(m_nodes[i]);
        graph.nodes[i].parent = parent >= 0 ? places[parent] : -1;
    }
    for (int e = 0; e < int(scene.edges.size()); ++e) {
        if (!taken(lookup.from(e)) || !taken(lookup.to(e)))
            continue;
        m_edges.push_back(e);
        graph.edges.push_back({places[lookup.from(e)], places[lookup.to(e)],
            scene.edges[e].fromPort, scene.edges[e].toPort});
    }
    return graph;
}

GraphGeometry GraphLayoutMap::geometry(
    const GraphScene& scene, const layered::Layout& layout, bool topDown) const
{
    GraphGeometry out;
    out.topDown = topDown;
    out.nodes.assign(scene.nodes.size(), {});
    out.lines.assign(scene.edges.size(), {});
    out.points = layout.points;
    for (size_t i = 0; i < m_nodes.size(); ++i)
        out.nodes[m_nodes[i]] = layout.nodes[i];
    for (size_t i = 0; i < m_edges.size(); ++i)
        out.lines[m_edges[i]]
            = {layout.routes[i].first, layout.routes[i].count, layout.routes[i].back};
    out.index();
    return out;
}

} // namespace pilothouse::ui
