// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphparts.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>
#include <numbers>

namespace pilothouse::ui::glyphparts
{

QPen penOf(const QColor& color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void ring(QPainter& p, qreal radius)
{
    p.drawEllipse(QPointF(0, 0), radius, radius);
}

void dot(QPainter& p, const QColor& color, qreal radius)
{
    p.save();
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    ring(p, radius);
    p.restore();
}

void arc(QPainter& p, qreal radius, qreal from, qreal span)
{
    p.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), static_cast<int>(from * 16),
        static_cast<int>(span * 16));
}

void octagon(QPainter& p, qreal radius)
{
    QPolygonF shape;
    for (int i = 0; i < 8; ++i) {
        const qreal angle = (i + 0.5) * std::numbers::pi / 4;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    p.drawPolygon(shape);
}

void arrowUp(QPainter& p, qreal half)
{
    p.drawLine(QPointF(0, half), QPointF(0, -half));
    p.drawPolyline(QPolygonF{{-half * 0.8, -half * 0.2}, {0, -half}, {half * 0.8, -half * 0.2}});
}

void hourglass(QPainter& p, qreal half)
{
    const qreal w = half * 0.78;
    p.drawLine(QPointF(-w - 0.6, -half), QPointF(w + 0.6, -half));
    p.drawLine(QPointF(-w - 0.6, half), QPointF(w + 0.6, half));
    p.drawPolyline(QPolygonF{{-w, -half}, {-w, -half * 0.6}, {w, half * 0.6}, {w, half}});
    p.drawPolyline(QPolygonF{{w, -half}, {w, -half * 0.6}, {-w, half * 0.6}, {-w, half}});
}

void person(QPainter& p, qreal half)
{
    p.drawEllipse(QPointF(0, -half * 0.42), half * 0.42, half * 0.42);
    QPainterPath shoulders(QPointF(-half * 0.85, half));
    shoulders.cubicTo(-half * 0.75, half * 0.05, half * 0.75, half * 0.05, half * 0.85, half);
    p.drawPath(shoulders);
}

void roundArrow(QPainter& p, qreal radius)
{
    arc(p, radius, 150, 290);
    const qreal k = radius / 4.5;
    p.drawPolyline(QPolygonF{{-5.0 * k, -5.0 * k}, {-5.0 * k, -2.1 * k}, {-2.1 * k, -2.1 * k}});
}

void hands(QPainter& p, qreal scale)
{
    p.drawPolyline(QPolygonF{{0, -2.5 * scale}, {0, 0.2 * scale}, {1.9 * scale, 1.2 * scale}});
}

} // namespace pilothouse::ui::glyphparts
