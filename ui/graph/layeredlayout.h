// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Layered (Sugiyama) layout on plain values: sizes, edges, groups and pins in, rectangles and
// routes out. No widget, no thread, no recursion over the graph; the same input gives the same
// output.
//
// One rule above all: what the user has learned stays where it is. With a previous layout its
// layers, order and coordinates are kept, and only layers with something new and their neighbours
// move.

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtCore/QSizeF>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pilothouse::ui::layered
{

struct Node {
    int id = 0; // unique; a later layout knows the node by it
    QSizeF size; // of a plain node or a closed group
    int parent = -1; // place of the enclosing group in Graph::nodes, -1: none
    bool open = false; // a group that shows its inside; its size follows from it
    // Top left corner, never moved. In a group it is counted from the group's top left corner, so
    // that it travels with the group, and is kept inside its border.
    std::optional<QPointF> pinned;
    std::vector<QPointF> ports; // where edges may attach, from the top left corner
};

// From and to are places in Graph::nodes; a port of -1 is the middle of the side. Edges to
// something inside a closed group end at the group; what then has both ends in one group is not
// drawn.
struct Edge {
    int from = 0;
    int to = 0;
    int fromPort = -1;
    int toPort = -1;
};

struct Graph {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

enum class Direction { LeftToRight, TopDown };

// Quick: for the GUI thread, about 2 µs for each node and each layer an edge passes. Refined: fewer
// crossings, for a lane.
enum class Quality { Quick, Refined };

struct Options {
    Direction direction = Direction::LeftToRight;
    Quality quality = Quality::Quick;
    double layerGap = 40; // at least between two layers
    double nodeGap = 14; // between neighbours in a layer
    double edgeGap = 10; // between long edges that pass a layer
    double groupHead = 28; // above the inside of an open group
    double groupPad = 14; // around it
    // Asked now and then by a refined layout; true: answer with what is there.
    std::function<bool()> stopped;
};

// A part of Layout::points, from the edge's source to its target. A drawn curve passes each point
// in the direction of the layout (cubics with level tangents), so it never cuts through a node.
struct Route {
    int first = 0;
    int count = 0; // 0: not drawn
    bool back = false; // closes a cycle and runs against the direction
};

struct Memory; // layers and order, for the next layout

struct Layout {
    std::vector<QRectF> nodes; // as in Graph::nodes; null: inside a closed group
    std::vector<Route> routes; // as in Graph::edges
    std::vector<QPointF> points;
    QRectF bounds;
    bool finished = true; // false: stopped before it was fully refined
    std::shared_ptr<const Memory> memory;
};

// Any input is good: cycles, self loops, parallel edges, unconnected nodes, nothing at all.
[[nodiscard]] Layout layOut(
    const Graph& graph, const Options& options, const Layout* previous = nullptr);

} // namespace pilothouse::ui::layered
