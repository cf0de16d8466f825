// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

namespace
{
constexpr double kDotStep = 24;
constexpr double kBack = 0.3; // what steps back behind a highlight
} // namespace

QRectF GraphPainter::screen(const GraphLook& look, const QRectF& rect) const
{
    return {(rect.x() - look.origin.x()) * look.scale, (rect.y() - look.origin.y()) * look.scale,
        rect.width() * look.scale, rect.height() * look.scale};
}

QColor GraphPainter::tone(const GraphLook& look, int node, Token token) const
{
    const bool behind = look.lit && !look.lit->empty() && node >= 0 && !(*look.lit)[node];
    return behind ? m_theme.color(token, kBack) : m_theme.color(token);
}

void GraphPainter::paint(QPainter& painter, const QRectF& area, const GraphLook& look)
{
    const QRectF seen(look.origin + area.topLeft() / look.scale, area.size() / look.scale);
    const double reach = 16;
    const QRectF wide = seen.adjusted(-reach, -reach, reach, reach);
    m_seen = wide;
    const std::vector<int> nodes = look.geometry.nodeIndex.touching(wide);
    const std::vector<int> edges = look.geometry.lineIndex.touching(wide);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, m_theme.color(Token::Canvas));
    if (look.dots && look.scale >= kFar)
        paintDots(painter, area, look);
    if (look.scale < kFar) {
        for (const int n : nodes)
            if (look.scene.nodes[n].isGroup && look.scene.nodes[n].open)
                paintGroup(painter, n, look);
        paintPlainLines(painter, edges, look);
        paintBlocks(painter, nodes, look);
        return;
    }
    if (const int step = int(std::floor(std::log2(look.scale) * 4)); step != m_textStep) {
        m_textStep = step;
        m_texts.clear();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    // Outer groups first; what lies in a group comes after it in the list of a scene, or not.
    std::vector<int> groups;
    for (const int n : nodes)
        if (look.scene.nodes[n].isGroup && look.scene.nodes[n].open)
            groups.push_back(n);
    std::ranges::stable_sort(groups, {},
        [&](int n) { return -look.geometry.nodes[n].width() * look.geometry.nodes[n].height(); });
    for (const int n : groups)
        paintGroup(painter, n, look);
    if (look.scale < kMiddle && edges.size() > 400)
        paintPlainLines(painter, edges, look);
    else {
        painter.save();
        painter.scale(look.scale, look.scale);
        painter.translate(-look.origin);
        for (const int e : edges)
            paintEdge(painter, e, look);
        painter.restore();
    }
    for (const int n : nodes)
        if (!(look.scene.nodes[n].isGroup && look.scene.nodes[n].open))
            paintNode(painter, n, look);
    if (look.scale >= kMiddle)
        for (const int e : edges)
            if (!look.scene.edges[e].label.isEmpty())
                paintEdgeLabel(painter, e, look);
}

void GraphPainter::paintDots(QPainter& painter, const QRectF& area, const GraphLook& look) const
{
    const double step = kDotStep * look.scale * (look.scale < kMiddle ? 2 : 1);
    const auto first = [&](double origin) {
        const double at = -std::fmod(origin * look.scale, step);
        return at < 0 ? at + step : at;
    };
    QList<QPointF> dots;
    for (double y = first(look.origin.y()); y < area.bottom(); y += step)
        for (double x = first(look.origin.x()); x < area.right(); x += step)
            dots.append({std::floor(x), std::floor(y)});
    painter.setPen(m_theme.color(Token::Line));
    painter.drawPoints(dots.constData(), int(dots.size()));
}

void GraphPainter::paintBlocks(
    QPainter& painter, const std::vector<int>& nodes, const GraphLook& look) const
{
    // One call for each colour.
    std::map<QRgb, QList<QRectF>> blocks;
    std::map<QRgb, QList<QRectF>> rings;
    const QRgb plain = m_theme.color(Token::TextOff).rgba();
    for (const int n : nodes) {
        const GraphNode& node = look.scene.nodes[n];
        if (node.isGroup && node.open)
            continue;
        QRectF box = screen(look, look.geometry.nodes[n]);
        box.setSize(box.size().expandedTo({2, 2}));
        const bool behind = look.lit && !look.lit->empty() && !(*look.lit)[n];
        const bool idle = node.tone == Token::StatusIdle || node.faint;
        const QRgb color = behind ? m_theme.color(Token::LineStrong).rgba()
            : idle                ? plain
                                  : m_theme.color(node.tone).rgba();
        blocks[color].append(box);
        if ((look.selected && !look.selected->empty() && (*look.selected)[n]) || n == look.current)
            rings[m_theme.color(Token::Accent).rgba()].append(box.adjusted(-3, -3, 2, 2));
        else if (look.matched && !look.matched->empty() && (*look.matched)[n])
            rings[m_theme.color(Token::OnMark).rgba()].append(box.adjusted(-2, -2, 1, 1));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (const auto& [color, boxes] : blocks) {
        painter.setBrush(QColor::fromRgba(color));
        painter.drawRects(boxes.constData(), int(boxes.size()));
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto& [color, boxes] : rings) {
        painter.setPen(QPen(QColor::fromRgba(color), 2));
        painter.drawRects(boxes.constData(), int(boxes.size()));
    }
}

void GraphPainter::paintPlainLines(
    QPainter& painter, const std::vector<int>& edges, const GraphLook& look) const
{
    std::map<QRgb, QList<QLineF>> lines;
    const auto place = [&](QPointF p) {
        return (p - look.origin) * look.scale;
    };
    const QRgb idle = m_theme.color(Token::LineStrong).rgba();
    const QRgb behind = m_theme.color(Token::Line).rgba();
    for (const int e : edges) {
        const GraphEdge& edge = look.scene.edges[e];
        const auto& line = look.geometry.lines[e];
        const bool back = look.lit && !look.lit->empty()
            && !((*look.lit)[look.lookup.from(e)] && (*look.lit)[look.lookup.to(e)]);
        const QRgb color = back                            ? behind
            : edge.faint || edge.tone == Token::StatusIdle ? idle
                                                           : m_theme.color(edge.tone).rgba();
        QList<QLineF>& list = lines[color];
        // Bends closer than a few pixels cannot be seen.
        QPointF from = place(look.geometry.points[line.first]);
        for (int p = line.first + 1; p < line.first + line.count; ++p) {
            const QPointF to = place(look.geometry.points[p]);
            if (p + 1 < line.first + line.count && (to - from).manhattanLength() < 4)
                continue;
            list.append({from, to});
            from = to;
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& [color, list] : lines) {
        painter.setPen(QPen(QColor::fromRgba(color), 0));
        painter.drawLines(list.constData(), int(list.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void GraphPainter::paintMinimap(
    QPainter& painter, const QRectF& box, const QRectF& area, const GraphLook& look)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::LineStrong));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF inner = box.adjusted(8, 8, -8, -8);
    const QRectF& bounds = look.geometry.bounds;
    if (bounds.isEmpty())
        return;
    GraphLook small = look;
    small.scale = std::min(inner.width() / bounds.width(), inner.height() / bounds.height());
    small.origin = bounds.center() - QPointF(inner.center().x(), inner.center().y()) / small.scale;
    painter.save();
    painter.setClipRect(box.adjusted(1, 1, -1, -1));
    paintBlocks(painter, look.geometry.nodeIndex.touching(bounds), small);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Accent));
    painter.setBrush(m_theme.color(Token::Accent, 0.12));
    painter.drawRoundedRect(screen(small, area).intersected(box.adjusted(3, 3, -3, -3)), 3, 3);
    painter.restore();
}

} // namespace pilothouse::ui
