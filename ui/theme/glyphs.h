// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Status glyphs: every state has its own shape, so that colour never speaks alone. 12 px glyphs
// stand in content, cells in grids, 8 px marks on the rail and on connection pills.

#include "ui/theme/tokens.h"

#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>

class QPainter;

namespace pilothouse::ui
{

class Theme;

enum class Glyph {
    None, // draws nothing
    Ok,
    Warn,
    Error,
    Running,
    Queued,
    Retry,
    Skipped,
    Unknown,
    Paused,
    // Streams.
    Streaming,
    BetweenTriggers,
    Restarting,
    // Work that waits, or never comes.
    UpstreamFailed,
    Reschedule, // looks again later
    Scheduled,
    Deferred,
    AwaitingInput,
    Gone, // its task is no longer there
    NoStatus,
    // Changes; not states, drawn in accent.
    Created,
    Changed,
    Removed,
};

enum class Mark { Circle, Triangle, Diamond, Ring };

[[nodiscard]] Token glyphColor(Glyph glyph);
[[nodiscard]] Mark glyphMark(Glyph glyph);
// The state as a word in the interface language, for assistive technology and tooltips.
[[nodiscard]] QString glyphWord(Glyph glyph);
// Dash and gap in pixels of an edge in this state; empty means solid.
[[nodiscard]] QList<qreal> glyphEdgeDash(Glyph glyph);

// Draws the glyph into the box (12 px in content) in its own colour; what is cut out of a filled
// shape shows `ground`, the colour under it.
void paintGlyph(QPainter& painter, const QRectF& box, Glyph glyph, const Theme& theme,
    Token ground = Token::Surface);
void paintGlyph(
    QPainter& painter, const QRectF& box, Glyph glyph, const QColor& color, const QColor& ground);

// The cell of a grid; `box` is its 14 px square, below 11 px the mark in it is left out.
void paintGlyphCell(QPainter& painter, const QRectF& box, Glyph glyph, const Theme& theme,
    Token ground = Token::Surface);

// Draws the 8 px mark; `cutOut` leaves a ring of that many pixels of `ground` around it.
void paintMark(QPainter& painter, const QRectF& box, Mark mark, const QColor& color);
void paintMark(QPainter& painter, const QRectF& box, Mark mark, const QColor& color,
    const QColor& ground, qreal cutOut);

} // namespace pilothouse::ui
