// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of grids: an outline or a filled square, and the glyph's mark in it.
#include "ui/theme/glyphparts.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace pilothouse::ui
{

using namespace glyphparts;

namespace
{

bool isSoft(Glyph glyph)
{
    return glyph == Glyph::UpstreamFailed || glyph == Glyph::Running || glyph == Glyph::Retry;
}

bool isDashed(Glyph glyph)
{
    return glyph == Glyph::Scheduled || glyph == Glyph::Queued || glyph == Glyph::Gone
        || glyph == Glyph::Unknown;
}

void twoArrows(QPainter& p, qreal r)
{
    arc(p, r, 160, -130);
    arc(p, r, 340, -130);
    const qreal k = r / 3.2;
    p.drawPolyline(QPolygonF{{2.9 * k, -3.4 * k}, {2.9 * k, -1.3 * k}, {0.8 * k, -1.3 * k}});
    p.drawPolyline(QPolygonF{{-2.9 * k, 3.4 * k}, {-2.9 * k, 1.3 * k}, {-0.8 * k, 1.3 * k}});
}

// Its centre at the origin.
void cellMark(QPainter& p, Glyph glyph, const QColor& color, const QColor& ground)
{
    p.setPen(penOf(color, 1.3));
    p.setBrush(Qt::NoBrush);
    switch (glyph) {
    case Glyph::Error:
        p.setPen(penOf(ground, 1.6));
        p.drawLine(QPointF(-2.1, -2.1), QPointF(2.1, 2.1));
        p.drawLine(QPointF(2.1, -2.1), QPointF(-2.1, 2.1));
        break;
    case Glyph::UpstreamFailed:
        arrowUp(p, 3);
        break;
    case Glyph::Running:
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawPolygon(QPolygonF{{-1.8, -2.8}, {3, 0}, {-1.8, 2.8}});
        break;
    case Glyph::Restarting:
        twoArrows(p, 3);
        break;
    case Glyph::Retry:
        roundArrow(p, 3.1);
        break;
    case Glyph::Reschedule:
        roundArrow(p, 3.3);
        dot(p, color, 1.1);
        break;
    case Glyph::Scheduled:
        dot(p, color, 1.5);
        break;
    case Glyph::Queued:
        hands(p, 1);
        break;
    case Glyph::Deferred:
        hourglass(p, 3.3);
        break;
    case Glyph::AwaitingInput:
        person(p, 3.7);
        break;
    case Glyph::Skipped:
        p.drawLine(QPointF(-2.6, 2.6), QPointF(2.6, -2.6));
        break;
    case Glyph::Gone:
        p.drawLine(QPointF(-2.6, 0), QPointF(2.6, 0));
        break;
    default:
        break;
    }
}

} // namespace

void paintGlyphCell(
    QPainter& painter, const QRectF& box, Glyph glyph, const Theme& theme, Token ground)
{
    if (glyph == Glyph::None)
        return;
    const QColor color = theme.color(glyphColor(glyph));
    const bool filled = glyph == Glyph::Ok || glyph == Glyph::Error;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    const qreal size = std::min(box.width(), box.height());
    if (glyph == Glyph::NoStatus) {
        dot(painter, color, std::min(1.5, size / 4));
        painter.restore();
        return;
    }
    const qreal half = size / 2 - (filled ? 0 : 0.65);
    const qreal radius = std::min(3.0, size / 4);
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(glyph == Glyph::Ok ? theme.color(Token::StatusOk, 0.85) : color);
    } else {
        QPen pen(color, 1.3);
        if (isDashed(glyph))
            pen.setDashPattern({2, 1.6});
        painter.setPen(pen);
        painter.setBrush(
            isSoft(glyph) ? QBrush(theme.color(softOf(glyphColor(glyph)))) : QBrush(Qt::NoBrush));
    }
    painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), radius, radius);
    if (size >= 11) {
        const qreal scale = size / 14;
        painter.scale(scale, scale);
        cellMark(painter, glyph, color, theme.color(ground));
    }
    painter.restore();
}

} // namespace pilothouse::ui
