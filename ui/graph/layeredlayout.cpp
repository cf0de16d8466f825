// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layeredlayout.h"

#include "ui/graph/layoutgroups.h"

#include <algorithm>

namespace pilothouse::ui::layered
{

namespace
{

QPointF point(Direction direction, Spot spot)
{
    return direction == Direction::LeftToRight ? QPointF(spot.along, spot.cross)
                                               : QPointF(spot.cross, spot.along);
}

void loop(const QRectF& node, Direction direction, Layout& layout, Route& route)
{
    constexpr double kOut = 12;
    route.first = int(layout.points.size());
    const double x = node.right();
    const double y = node.top();
    if (direction == Direction::LeftToRight)
        layout.points.insert(layout.points.end(),
            {{x, y + node.height() * 0.3}, {x + kOut, y - kOut / 2}, {x - kOut, y - kOut / 2},
                {x - node.width() * 0.2, y}});
    else
        layout.points.insert(layout.points.end(),
            {{x - node.width() * 0.2, node.bottom()}, {x + kOut / 2, node.bottom() + kOut},
                {x + kOut / 2, node.bottom() - kOut}, {x, node.bottom() - node.height() * 0.3}});
    route.count = 4;
    route.back = true;
}

} // namespace

Layout layOut(const Graph& graph, const Options& options, const Layout* previous)
{
    const Memory* before = previous ? previous->memory.get() : nullptr;
    if (before && before->direction != options.direction)
        before = nullptr;
    Groups groups(graph, options, before);
    groups.solveAll();

    Layout layout;
    layout.nodes.resize(graph.nodes.size());
    layout.routes.resize(graph.edges.size());
    layout.finished = groups.finished();
    layout.memory = groups.memory();
    const Direction direction = options.direction;
    for (int i = 0; i < int(graph.nodes.size()); ++i) {
        if (!groups.shown(i))
            continue;
        const Spot corner = groups.corner(i);
        const Spot size = groups.size(i);
        layout.nodes[i] = QRectF(point(direction, corner),
            QSizeF(point(direction, size).x(), point(direction, size).y()));
        layout.bounds
            = layout.bounds.isNull() ? layout.nodes[i] : layout.bounds.united(layout.nodes[i]);
    }
    layout.points.reserve(graph.edges.size() * 3);
    for (int i = 0; i < int(graph.edges.size()); ++i) {
        Route& route = layout.routes[i];
        if (groups.loops(i)) {
            loop(layout.nodes[graph.edges[i].from], direction, layout, route);
            continue;
        }
        route.first = int(layout.points.size());
        route.back = groups.route(i, [&](Spot spot) {
            const QPointF p = point(direction, spot);
            if (int(layout.points.size()) > route.first && layout.points.back() == p)
                return;
            layout.points.push_back(p);
        });
        route.count = int(layout.points.size()) - route.first;
    }
    for (const QPointF& p : layout.points)
        layout.bounds = QRectF(
            QPointF(std::min(layout.bounds.left(), p.x()), std::min(layout.bounds.top(), p.y())),
            QPointF(
                std::max(layout.bounds.right(), p.x()), std::max(layout.bounds.bottom(), p.y())));
    return layout;
}

} // namespace pilothouse::ui::layered
