// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a pipeline on their way into another: as the edits that make them, exactly, and as YAML
// that can be read, sent and pasted anywhere. What comes from elsewhere is read as strictly as a
// file. Pure.
#pragma once

#include "core/error.h"
#include "pipelines/api/edits.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

// Nodes, groups with what is in them, notes, and the edges among them, with their places. A copy of
// a locked node is not locked.
Edits copied(const Document& document, const QStringList& ids);
QByteArray clipBytes(const Edits& parts);
QByteArray clipYaml(const Edits& parts);

// From clipBytes() or from any text; refused with the reason.
Result<Edits> partsFromBytes(const QByteArray& bytes);
Result<Edits> partsFromText(const QByteArray& text);

// The parts with names of their own in `into`, moved by `by`. Program text becomes plain text where
// `plainOnly`.
struct Pasting {
    Edits edits;
    QStringList ids; // of what is new, without what stands in a new group
};
Pasting pasting(const Edits& parts, const Document& into, QPointF by, bool plainOnly);

} // namespace pilothouse::pipelines
