// SPDX-License-Identifier: GPL-3.0-or-later
// Edges: smooth pixels on screen, strokes in files.
#include "ui/graph/graphlines.h"
#include "ui/graph/graphpainter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QLineF>
#include <QtGui/QPainter>

#include <algorithm>
#include <numeric>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kSmooth = 450'000; // pixels along all edges; of more only their mass can be seen
constexpr double kLeastDash = 5; // pixels of dash and gap; shorter ones are a blur
constexpr double kHeadLength = 7;
constexpr double kHeadHalf = 3.5;

bool has(const std::vector<char>* list, int place)
{
    return list && !list->empty() && (*list)[size_t(place)];
}

} // namespace

GraphPainter::Edge GraphPainter::edgeLook(int index, const GraphLook& look) const
{
    const GraphEdge& edge = look.scene.edges[index];
    const int from = look.lookup.from(index);
    const int to = look.lookup.to(index);
    const bool behind
        = look.lit && !look.lit->empty() && !(has(look.lit, from) && has(look.lit, to));
    const bool chosen
        = has(look.marked, index) || (has(look.selected, from) && has(look.selected, to));
    Edge out;
    out.tone = chosen ? Token::Accent : edge.tone;
    out.alpha = chosen ? 1 : behind ? 0.2 : edge.faint ? 0.45 : 1;
    out.width = chosen ? std::max(2.2, edge.width) : edge.width;
    if (look.scale < kMiddle)
        return out;
    out.dash
        = edge.dash.isEmpty() && look.geometry.lines[index].back ? QList<qreal>{2, 3} : edge.dash;
    out.offset = edge.moving ? -look.phase : 0;
    return out;
}

void GraphPainter::paintLines(GraphLines& lines, const std::vector<int>& edges, const QRectF& seen,
    const GraphLook& look) const
{
    double length = 0;
    for (const int e : edges) {
        const QRectF& box = look.geometry.lineBounds[size_t(e)];
        length
            += std::max(std::min(box.width(), seen.width()), std::min(box.height(), seen.height()));
    }
    lines.setSmooth(look.scale >= kMiddle || length * look.scale * look.ratio <= kSmooth);
    // What is chosen lies on top.
    for (const int e : edges)
        if (!has(look.marked, e))
            paintLine(lines, e, look);
    lines.setSmooth(true);
    if (look.marked && !look.marked->empty())
        for (const int e : edges)
            if (has(look.marked, e))
                paintLine(lines, e, look);
}

void GraphPainter::paintLine(GraphLines& lines, int index, const GraphLook& look) const
{
    const auto& line = look.geometry.lines[index];
    if (line.count < 2)
        return;
    const Edge edge = edgeLook(index, look);
    const double k = look.scale * look.ratio;
    const bool idle = look.scale < kFar && edge.tone == Token::StatusIdle;
    lines.setPen(
        m_theme.color(idle ? Token::LineStrong : edge.tone).rgb(), edge.alpha, edge.width * k);
    if (edge.dash.size() >= 2 && edge.dash.size() <= 4
        && std::accumulate(edge.dash.begin(), edge.dash.end(), 0.0) * k >= kLeastDash) {
        std::array<double, 4> parts{};
        std::ranges::transform(edge.dash, parts.begin(), [&](qreal part) { return part * k; });
        lines.setDash(parts, int(edge.dash.size()), edge.offset * k);
    }
    const auto place = [&](int point) {
        return (look.geometry.points[size_t(point)] - look.origin) * k;
    };
    const bool down = look.geometry.topDown;
    const int last = line.first + line.count - 1;
    lines.moveTo(place(line.first));
    for (int p = line.first + 1; p <= last; ++p)
        lines.curveTo(place(p), down);
    // The port's own shape ends a line else.
    if (look.scale < kMiddle || look.scene.edges[index].toPort >= 0)
        return;
    const QPointF way = look.geometry.points[size_t(last)] - look.geometry.points[size_t(last) - 1];
    lines.head(place(last), kHeadLength * k, kHeadHalf * k, (down ? way.y() : way.x()) < 0, down);
}

// The painter stands in scene coordinates here.
void GraphPainter::paintEdge(QPainter& painter, int index, const GraphLook& look) const
{
    const auto& line = look.geometry.lines[index];
    if (line.count < 2)
        return;
    const Edge edge = edgeLook(index, look);
    QPen pen(m_theme.color(edge.tone, edge.alpha));
    // Never thinner than a pixel: still there from afar.
    const bool thin = edge.width * look.scale <= 1.2;
    pen.setWidthF(thin ? 0 : edge.width);
    pen.setCosmetic(thin);
    pen.setCapStyle(Qt::FlatCap);
    if (!edge.dash.isEmpty()) {
        const double unit = thin ? 1 : std::max(edge.width, 1.0);
        QList<qreal> pattern;
        for (const qreal part : edge.dash)
            pattern.append(part / unit);
        pen.setDashPattern(pattern);
        pen.setDashOffset(edge.offset / unit);
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(look.geometry.curve(index));
    if (look.scale < kMiddle || look.scene.edges[index].toPort >= 0)
        return;
    // Edges come in level, whichever side they come from.
    const QPointF tip = look.geometry.points[line.first + line.count - 1];
    const QPointF way = tip - look.geometry.points[line.first + line.count - 2];
    const bool down = look.geometry.topDown;
    const double sign = (down ? way.y() : way.x()) < 0 ? -1 : 1;
    const QPointF along = down ? QPointF(0, sign) : QPointF(sign, 0);
    const QPointF side(along.y(), along.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(QPolygonF{tip, tip - along * kHeadLength + side * kHeadHalf,
        tip - along * kHeadLength - side * kHeadHalf});
}

QRectF GraphPainter::plateOf(int index, const GraphLook& look)
{
    const GraphEdge& edge = look.scene.edges[index];
    const auto& line = look.geometry.lines[index];
    if (line.count < 2 || edge.label.isEmpty() || look.scale < kMiddle)
        return {};
    // On its longest part: a short one lies beside a port.
    QPointF middle;
    double longest = -1;
    for (int p = line.first; p + 1 < line.first + line.count; ++p) {
        const QPointF a = look.geometry.points[size_t(p)];
        const QPointF b = look.geometry.points[size_t(p) + 1];
        if (const double length = QLineF(a, b).length(); length > longest + 1) {
            longest = length;
            middle = ((a + b) / 2 - look.origin) * look.scale;
        }
    }
    const QFontMetricsF metrics(m_text.font(TextStyle::MonoSmall, look.scale));
    const double more = edge.button ? metrics.height() + 6 : 0; // its icon and a border
    const QSizeF size(
        metrics.horizontalAdvance(edge.label) + 6 + more, metrics.height() + (edge.button ? 6 : 0));
    return {middle - QPointF(size.width(), size.height()) / 2, size};
}

void GraphPainter::paintEdgeLabel(QPainter& painter, int index, const GraphLook& look)
{
    const GraphEdge& edge = look.scene.edges[index];
    QRectF plate = plateOf(index, look);
    if (plate.isNull())
        return;
    const QFont& face = m_text.font(TextStyle::MonoSmall, look.scale);
    if (edge.button) {
        const bool marked
            = look.marked && size_t(index) < look.marked->size() && (*look.marked)[size_t(index)];
        painter.setPen(m_theme.color(marked ? Token::Accent : Token::LineStrong));
        painter.setBrush(m_theme.color(Token::Raised));
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const double side = plate.height() - 6;
        paintIcon(painter, QRectF(plate.left() + 4, plate.top() + 3, side, side), u"bolt"_s,
            m_theme.color(edge.tone));
        plate.setLeft(plate.left() + side + 4);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Canvas));
        painter.drawRect(plate);
    }
    painter.setFont(face);
    painter.setPen(m_theme.color(edge.tone));
    painter.drawText(plate, Qt::AlignCenter, edge.label);
}

} // namespace pilothouse::ui
