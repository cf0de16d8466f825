// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pieces that glyphs and grid cells are drawn from, around the origin, with the painter's own pen.
// Only for glyph*.cpp.

#include <QtCore/QtGlobal>
#include <QtGui/QPen>

class QPainter;

namespace pilothouse::ui::glyphparts
{

[[nodiscard]] QPen penOf(const QColor& color, qreal width = 1.4);
void ring(QPainter& p, qreal radius);
void dot(QPainter& p, const QColor& color, qreal radius); // filled
void arc(QPainter& p, qreal radius, qreal from, qreal span); // degrees
void octagon(QPainter& p, qreal radius);
void arrowUp(QPainter& p, qreal half);
void hourglass(QPainter& p, qreal half);
void person(QPainter& p, qreal half); // head and shoulders
void roundArrow(QPainter& p, qreal radius); // most of a circle, going back
void hands(QPainter& p, qreal scale); // of a clock

} // namespace pilothouse::ui::glyphparts
