// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline as the tree a *.pipeline.yaml holds (resources/pipelines/README.md), and the words
// edges are written with. Pure.
#pragma once

#include "pipelines/api/document.h"

namespace pilothouse::pipelines
{

inline constexpr int kSchemaVersion = 1;

Value treeOf(const Pipeline& pipeline);

// "orders:out -> bronze:in"; without a port, the first that fits.
QString edgeText(const Edge& edge);
std::optional<Edge> parsedEdge(const QString& text); // without trigger

} // namespace pilothouse::pipelines
