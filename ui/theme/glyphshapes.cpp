// SPDX-License-Identifier: GPL-3.0-or-later
// The 12 px glyphs, each written on a 12 x 12 field with its centre at the origin.
#include "ui/theme/glyphparts.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace pilothouse::ui
{

using namespace glyphparts;

namespace
{

QPainterPath roundTriangle()
{
    QPainterPath path;
    path.moveTo(0, -4.9);
    path.lineTo(5.2, 4.4);
    path.lineTo(-5.2, 4.4);
    path.closeSubpath();
    return path;
}

void arrowHead(QPainter& p, QPointF tip, qreal degrees)
{
    p.save();
    p.translate(tip);
    p.rotate(degrees);
    p.setBrush(p.pen().color());
    p.setPen(Qt::NoPen);
    p.drawPolygon(QPolygonF{{2.4, 0}, {-1.2, -2.2}, {-1.2, 2.2}});
    p.restore();
}

void twoBars(QPainter& p, qreal height)
{
    p.drawLine(QPointF(-2, -height), QPointF(-2, height));
    p.drawLine(QPointF(2, -height), QPointF(2, height));
}

void box(QPainter& p)
{
    p.drawRoundedRect(QRectF(-4.8, -4.8, 9.6, 9.6), 2, 2);
}

void wave(QPainter& p)
{
    QPainterPath path(QPointF(-2.6, 0.4));
    path.cubicTo(-1.6, -1.9, -0.8, -1.9, 0, 0);
    path.cubicTo(0.8, 1.9, 1.6, 1.9, 2.6, -0.4);
    p.drawPath(path);
}

void dashedRing(QPainter& p, const QColor& color)
{
    QPen pen(color, 1.4, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1.8, 1.72});
    p.setPen(pen);
    ring(p, 4.9);
    p.setPen(penOf(color));
}

void filledGlyph(QPainter& p, Glyph glyph, const QColor& color, const QColor& ground)
{
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    if (glyph == Glyph::Ok)
        ring(p, 5.5);
    else if (glyph == Glyph::Error)
        octagon(p, 5.9);
    else {
        p.setPen(penOf(color, 1.6));
        p.drawPath(roundTriangle());
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(penOf(ground, 1.5));
    if (glyph == Glyph::Ok)
        p.drawPolyline(QPolygonF{{-2.4, 0.2}, {-0.7, 1.9}, {2.5, -1.7}});
    else if (glyph == Glyph::Error) {
        p.drawLine(QPointF(-1.9, -1.9), QPointF(1.9, 1.9));
        p.drawLine(QPointF(1.9, -1.9), QPointF(-1.9, 1.9));
    } else {
        p.drawLine(QPointF(0, -1.6), QPointF(0, 1.0));
        p.drawPoint(QPointF(0, 3.2));
    }
}

// Of work that waits, or never comes.
bool waitingGlyph(QPainter& p, Glyph glyph, const QColor& color)
{
    switch (glyph) {
    case Glyph::UpstreamFailed:
        octagon(p, 5.3);
        p.setPen(penOf(color, 1.3));
        arrowUp(p, 2.4);
        return true;
    case Glyph::Reschedule:
        roundArrow(p, 4.5);
        p.setPen(penOf(color, 1.2));
        hands(p, 0.8);
        return true;
    case Glyph::Scheduled:
        ring(p, 4.9);
        dot(p, color, 1.6);
        return true;
    case Glyph::Deferred:
        hourglass(p, 4.8);
        return true;
    case Glyph::AwaitingInput:
        person(p, 5);
        return true;
    case Glyph::Gone:
        dashedRing(p, color);
        p.drawLine(QPointF(-2.2, 0), QPointF(2.2, 0));
        return true;
    case Glyph::NoStatus:
        dot(p, color, 1.5);
        return true;
    default:
        return false;
    }
}

void outlinedGlyph(QPainter& p, Glyph glyph, const QColor& color)
{
    p.setPen(penOf(color));
    p.setBrush(Qt::NoBrush);
    if (waitingGlyph(p, glyph, color))
        return;
    switch (glyph) {
    case Glyph::Running:
        arc(p, 4.9, 90, -270);
        p.setBrush(color);
        p.setPen(Qt::NoPen);
        p.drawPolygon(QPolygonF{{-1.3, -2.2}, {2.3, 0}, {-1.3, 2.2}});
        break;
    case Glyph::Queued:
        ring(p, 4.9);
        hands(p, 1);
        break;
    case Glyph::Retry:
        roundArrow(p, 4.5);
        break;
    case Glyph::Skipped:
        ring(p, 4.9);
        p.drawLine(QPointF(-1.8, 1.8), QPointF(1.8, -1.8));
        break;
    case Glyph::Unknown:
        dashedRing(p, color);
        break;
    case Glyph::Paused:
        twoBars(p, 3.8);
        break;
    case Glyph::Streaming:
        ring(p, 4.9);
        wave(p);
        break;
    case Glyph::BetweenTriggers:
        ring(p, 4.9);
        p.drawLine(QPointF(-1.3, -1.7), QPointF(-1.3, 1.7));
        p.drawLine(QPointF(1.3, -1.7), QPointF(1.3, 1.7));
        break;
    case Glyph::Restarting:
        arc(p, 4.5, 160, -130);
        arc(p, 4.5, 340, -130);
        arrowHead(p, {3.9, -2.25}, 60);
        arrowHead(p, {-3.9, 2.25}, 240);
        break;
    case Glyph::Created:
        box(p);
        p.drawLine(QPointF(-2.3, 0), QPointF(2.3, 0));
        p.drawLine(QPointF(0, -2.3), QPointF(0, 2.3));
        break;
    case Glyph::Changed:
        box(p);
        wave(p);
        break;
    case Glyph::Removed:
        box(p);
        p.drawLine(QPointF(-2.3, 0), QPointF(2.3, 0));
        break;
    default:
        break;
    }
}

} // namespace

void paintGlyph(
    QPainter& painter, const QRectF& area, Glyph glyph, const QColor& color, const QColor& ground)
{
    if (glyph == Glyph::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center());
    const qreal scale = std::min(area.width(), area.height()) / 12.0;
    painter.scale(scale, scale);
    if (glyph == Glyph::Ok || glyph == Glyph::Warn || glyph == Glyph::Error)
        filledGlyph(painter, glyph, color, ground);
    else
        outlinedGlyph(painter, glyph, color);
    painter.restore();
}

void paintGlyph(
    QPainter& painter, const QRectF& area, Glyph glyph, const Theme& theme, Token ground)
{
    paintGlyph(painter, area, glyph, theme.color(glyphColor(glyph)), theme.color(ground));
}

} // namespace pilothouse::ui
