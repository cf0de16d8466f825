// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the parts of a scene stand: a layout brought back to the scene's own numbering, with an
// index for both nodes and edges.

#include "ui/graph/graphindex.h"
#include "ui/graph/graphscene.h"
#include "ui/graph/layeredlayout.h"

#include <QtGui/QPainterPath>

namespace pilothouse::ui
{

struct GraphGeometry {
    struct Line {
        int first = 0;
        int count = 0;
        bool back = false;
    };

    std::vector<QRectF> nodes; // by scene node; null: hidden
    std::vector<Line> lines; // by scene edge
    std::vector<QPointF> points;
    std::vector<QRectF> lineBounds;
    QRectF bounds;
    bool topDown = false;
    GraphIndex nodeIndex;
    GraphIndex lineIndex;

    void index(); // after nodes and lines changed
    void boundLine(int edge); // after its points changed
    // Level at every point; from far a plain line is enough.
    [[nodiscard]] QPainterPath curve(int edge) const;
    // The topmost node at a place: what is in a group before the group; -1: none.
    [[nodiscard]] int nodeAt(QPointF at, const GraphLookup& lookup) const;
    [[nodiscard]] int lineAt(QPointF at, double reach) const; // the nearest within reach
};

// Input for a layout and the way back. Ids are kept over the life of a view, so that a node is
// known again after the scene changed.
class GraphLayoutMap
{
public:
    // `only` (by node, empty: all) leaves the others out.
    [[nodiscard]] layered::Graph input(const GraphScene& scene, const GraphLookup& lookup,
        const std::vector<char>& only, bool topDown);
    [[nodiscard]] GraphGeometry geometry(
        const GraphScene& scene, const layered::Layout& layout, bool topDown) const;

private:
    QHash<QString, int> m_ids;
    std::vector<int> m_nodes; // layout node to scene node
    std::vector<int> m_edges;
};

} // namespace pilothouse::ui
