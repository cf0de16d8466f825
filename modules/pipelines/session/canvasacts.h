// SPDX-License-Identifier: GPL-3.0-or-later
// What one does on the canvas, as edits: each act is one step. Pure.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/api/edits.h"

#include <QRectF>

namespace pilothouse::pipelines
{

using Rects = std::map<QString, QRectF>; // of nodes, groups and notes on the canvas, by id
using Places = std::map<QString, QPointF>;

// With what stands in a group that is deleted.
Edits removal(const Pipeline& pipeline, const QStringList& ids);

// A new node of a kind, with what it has by default; its id is in the first edit.
Edits addition(const Document& document, const NodeKind& kind, const QString& group,
    std::optional<QPointF> place);

// Around all of them, in the group they have in common; nothing moves on the canvas.
Edits grouping(
    const Document& document, const QStringList& ids, const QString& id, const Rects& rects);
Edits ungrouping(const Document& document, const QString& group, const Rects& rects);

enum class Align { Left, Centre, Right, Top, Middle, Bottom };
// How far each has to go.
Places aligned(const Rects& rects, Align how);
Places distributed(const Rects& rects, bool down); // the same gap between neighbours

Edits moves(const Places& places);
// The edits that give these back to the automatic layout; none: nothing was placed.
Edits unplaced(const Document& document, const QStringList& ids);

} // namespace pilothouse::pipelines
