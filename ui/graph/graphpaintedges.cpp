// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/theme/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace pilothouse::ui
{

namespace
{

// Of a curve much longer than the screen only what can be seen: dashes and strokes cost by length.
QPainterPath visiblePart(const QPainterPath& curve, const QRectF& seen)
{
    QPainterPath part;
    const auto polygons = curve.toSubpathPolygons();
    for (const QPolygonF& polygon : polygons) {
        bool joined = false;
        for (int i = 0; i + 1 < polygon.size(); ++i) {
            const QPointF a = polygon[i];
            const QPointF b = polygon[i + 1];
            const bool near = std::min(a.x(), b.x()) <= seen.right()
                && std::max(a.x(), b.x()) >= seen.left() && std::min(a.y(), b.y()) <= seen.bottom()
                && std::max(a.y(), b.y()) >= seen.top();
            if (near && !joined)
                part.moveTo(a);
            if (near)
                part.lineTo(b);
            joined = near;
        }
    }
    return part;
}

} // namespace

// The painter stands in scene coordinates here.
void GraphPainter::paintEdge(QPainter& painter, int index, const GraphLook& look) const
{
    const GraphEdge& edge = look.scene.edges[index];
    const auto& line = look.geometry.lines[index];
    const int from = look.lookup.from(index);
    const int to = look.lookup.to(index);
    const auto chosen = [&](int node) {
        return look.selected && !look.selected->empty() && (*look.selected)[node];
    };
    const bool lit = look.lit && !look.lit->empty();
    const bool behind = lit && !((*look.lit)[from] && (*look.lit)[to]);
    const bool selected = chosen(from) && chosen(to);
    const double fade = behind ? 0.2 : edge.faint ? 0.45 : 1;
    QPen pen(m_theme.color(selected ? Token::Accent : edge.tone, fade));
    const double width = selected ? std::max(2.2, edge.width) : edge.width;
    // Never thinner than a pixel: cheaper to draw, and still there from afar.
    const bool thin = width * look.scale <= 1.2;
    pen.setWidthF(thin ? 0 : width);
    pen.setCosmetic(thin);
    pen.setCapStyle(Qt::FlatCap);
    const QList<qreal> dash = edge.dash.isEmpty() && line.back ? QList<qreal>{2, 3} : edge.dash;
    if (!dash.isEmpty() && look.scale >= kMiddle) {
        QList<qreal> pattern;
        for (const qreal part : dash)
            pattern.append(part / std::max(thin ? 1 : width, 1.0));
        pen.setDashPattern(pattern);
        if (edge.moving)
            pen.setDashOffset(-look.phase / std::max(width, 1.0));
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QRectF& bounds = look.geometry.lineBounds[index];
    const bool longer
        = bounds.width() > 2 * m_seen.width() || bounds.height() > 2 * m_seen.height();
    const QPainterPath curve = look.geometry.curve(index);
    painter.drawPath(longer ? visiblePart(curve, m_seen) : curve);
    if (look.scale < kMiddle || line.count < 2)
        return;
    // Edges come in level, whichever side they come from.
    const QPointF tip = look.geometry.points[line.first + line.count - 1];
    const QPointF way = tip - look.geometry.points[line.first + line.count - 2];
    const bool down = look.geometry.topDown;
    const double sign = (down ? way.y() : way.x()) < 0 ? -1 : 1;
    const QPointF along = down ? QPointF(0, sign) : QPointF(sign, 0);
    const QPointF side(along.y(), along.x());
    const bool port = edge.toPort >= 0;
    if (port)
        return; // the port's own shape ends the line
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(QPolygonF{tip, tip - along * 7 + side * 3.5, tip - along * 7 - side * 3.5});
}

void GraphPainter::paintEdgeLabel(QPainter& painter, int index, const GraphLook& look)
{
    const GraphEdge& edge = look.scene.edges[index];
    const auto& line = look.geometry.lines[index];
    if (line.count < 2)
        return;
    const QPointF a = look.geometry.points[line.first];
    const QPointF b = look.geometry.points[line.first + 1];
    const QPointF middle = ((a + b) / 2 - look.origin) * look.scale;
    const QFont& face = font(TextStyle::MonoSmall, look.scale);
    const QFontMetricsF metrics(face);
    const QSizeF size(metrics.horizontalAdvance(edge.label) + 6, metrics.height());
    const QRectF plate(middle - QPointF(size.width(), size.height()) / 2, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Canvas));
    painter.drawRect(plate);
    painter.setFont(face);
    painter.setPen(m_theme.color(edge.tone));
    painter.drawText(plate, Qt::AlignCenter, edge.label);
}

} // namespace pilothouse::ui
