// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs to lay out, the same in every run, and what is measured on a layout.
#pragma once

#include "ui/graph/layeredlayout.h"

#include <QtCore/QByteArray>

namespace pilothouse::test
{

namespace layered = ui::layered;

// n nodes in √n/2 layers, 1.5 n edges: every node but those of the first layer has an edge from the
// layer before, a fifth of all edges is long (2 layers up to half of all), one node has 500 edges
// to the layer after it (half of the nodes in small graphs), the rest join neighbouring layers.
[[nodiscard]] layered::Graph generated(int n, quint32 seed = 1);

[[nodiscard]] layered::Graph chain(int n);
[[nodiscard]] layered::Graph fan(int n); // a source, n nodes, a sink
[[nodiscard]] layered::Graph edges(int n, const std::vector<std::pair<int, int>>& pairs);

// Straight lines between the middles of nodes; those that share a node do not cross.
[[nodiscard]] qint64 straightCrossings(
    const std::vector<QPointF>& middles, const std::vector<layered::Edge>& edges);
[[nodiscard]] std::vector<QPointF> middles(const layered::Layout& layout);

// Two nodes that share a place, as text; empty when there are none. Groups hold what is in them.
[[nodiscard]] QByteArray overlap(const layered::Graph& graph, const layered::Layout& layout);

// The same graph as input for Graphviz, and the middles from its answer (dot -Tplain).
[[nodiscard]] QByteArray toDot(const layered::Graph& graph);
[[nodiscard]] std::vector<QPointF> fromPlain(const QByteArray& answer, size_t nodes);

} // namespace pilothouse::test
