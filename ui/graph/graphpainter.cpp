// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/graph/graphlines.h"
#include "ui/theme/theme.h"

#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

namespace
{
constexpr double kDotStep = 24;
constexpr double kBack = 0.3; // what steps back behind a highlight

bool has(const std::vector<char>* list, int place)
{
    return list && !list->empty() && (*list)[size_t(place)];
}

} // namespace

void GraphPainter::themeChanged()
{
    m_text.clear();
    m_bodies.clear();
}

// On screen a node stands on whole pixels: its body is a picture.
QRectF GraphPainter::screen(const GraphLook& look, const QRectF& rect) const
{
    const QRectF box((rect.x() - look.origin.x()) * look.scale,
        (rect.y() - look.origin.y()) * look.scale, rect.width() * look.scale,
        rect.height() * look.scale);
    if (look.exact)
        return box;
    // Not at .5, where a rounding error would decide.
    const auto whole = [&](double v) {
        return std::floor(v * look.ratio + 0.499) / look.ratio;
    };
    return {whole(box.x()), whole(box.y()), std::max(whole(box.width()), 1 / look.ratio),
        std::max(whole(box.height()), 1 / look.ratio)};
}

QColor GraphPainter::tone(const GraphLook& look, int node, Token token) const
{
    const bool behind = look.lit && !look.lit->empty() && node >= 0 && !has(look.lit, node);
    return behind ? m_theme.color(token, kBack) : m_theme.color(token);
}

void GraphPainter::paint(QPainter& painter, const QRectF& area, const GraphLook& look)
{
    if (look.exact || painter.paintEngine()->type() != QPaintEngine::Raster)
        paintExact(painter, area, look);
    else
        paintQuick(painter, area, look);
}

// Outer groups first.
std::vector<int> GraphPainter::openGroups(
    const std::vector<int>& nodes, const GraphLook& look) const
{
    std::vector<int> groups;
    for (const int n : nodes)
        if (look.scene.nodes[n].isGroup && look.scene.nodes[n].open)
            groups.push_back(n);
    std::ranges::stable_sort(groups, {},
        [&](int n) { return -look.geometry.nodes[n].width() * look.geometry.nodes[n].height(); });
    return groups;
}

void GraphPainter::paintExact(QPainter& painter, const QRectF& area, const GraphLook& from)
{
    GraphLook look = from;
    look.exact = true;
    const QRectF seen(look.origin + area.topLeft() / look.scale, area.size() / look.scale);
    const std::vector<int> nodes
        = look.geometry.nodeIndex.touching(seen.adjusted(-16, -16, 16, 16));
    const std::vector<int> edges
        = look.geometry.lineIndex.touching(seen.adjusted(-16, -16, 16, 16));
    painter.fillRect(area, m_theme.color(Token::Canvas));
    if (look.dots && look.scale >= kFar) {
        painter.setPen(m_theme.color(Token::Line));
        const std::vector<QPointF> at = dots(area, look);
        painter.drawPoints(at.data(), int(at.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int n : openGroups(nodes, look))
        paintGroup(painter, n, look);
    painter.save();
    painter.scale(look.scale, look.scale);
    painter.translate(-look.origin);
    for (const int e : edges)
        paintEdge(painter, e, look);
    painter.restore();
    for (const int n : nodes)
        if (!(look.scene.nodes[n].isGroup && look.scene.nodes[n].open))
            paintNode(painter, n, look);
    if (look.scale >= kMiddle)
        for (const int e : edges)
            if (!look.scene.edges[e].label.isEmpty())
                paintEdgeLabel(painter, e, look);
}

void GraphPainter::paintQuick(QPainter& target, const QRectF& area, const GraphLook& from)
{
    GraphLook look = from;
    look.ratio = target.device()->devicePixelRatioF();
    look.origin += area.topLeft() / look.scale;
    const QRectF seen(look.origin, area.size() / look.scale);
    const double reach = 10 / look.scale + 12;
    const QRectF wide = seen.adjusted(-reach, -reach, reach, reach);
    const std::vector<int> nodes = look.geometry.nodeIndex.touching(wide);
    const std::vector<int> edges = look.geometry.lineIndex.touching(wide);
    const QSize size(
        int(std::ceil(area.width() * look.ratio)), int(std::ceil(area.height() * look.ratio)));
    if (size.isEmpty())
        return;
    m_pixels.resize(std::max(m_pixels.size(), size_t(size.width()) * size_t(size.height())));
    QImage image(reinterpret_cast<uchar*>(m_pixels.data()), size.width(), size.height(),
        qsizetype(size.width()) * qsizetype(sizeof(QRgb)), QImage::Format_RGB32);
    image.setDevicePixelRatio(look.ratio);
    image.fill(m_theme.color(Token::Canvas));
    GraphLines lines(image);
    const QRectF here(QPointF(), area.size());
    if (look.dots && look.scale >= kFar) {
        const QRgb color = m_theme.color(Token::Line).rgb();
        for (const QPointF at : dots(here, look))
            lines.fill(QRectF(at * look.ratio, QSizeF(1, 1)), color);
    }
    if (const std::vector<int> groups = openGroups(nodes, look); !groups.empty()) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const int n : groups)
            paintGroup(painter, n, look);
    }
    paintLines(lines, edges, seen, look);
    if (look.scale < kBlocks)
        paintBlocks(lines, nodes, look);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        if (look.scale < kBlocks)
            paintRings(painter, nodes, look);
        else
            for (const int n : nodes)
                if (!(look.scene.nodes[n].isGroup && look.scene.nodes[n].open))
                    paintNode(painter, n, look);
        if (look.scale >= kMiddle)
            for (const int e : edges)
                if (!look.scene.edges[e].label.isEmpty())
                    paintEdgeLabel(painter, e, look);
    }
    target.drawImage(area.topLeft(), image);
}

std::vector<QPointF> GraphPainter::dots(const QRectF& area, const GraphLook& look) const
{
    const double step = kDotStep * look.scale * (look.scale < kMiddle ? 2 : 1);
    const auto first = [&](double origin) {
        const double at = -std::fmod(origin * look.scale, step);
        return (at < 0 ? at + step : at) + 1e-6;
    };
    std::vector<QPointF> at;
    for (double y = first(look.origin.y()); y < area.bottom(); y += step)
        for (double x = first(look.origin.x()); x < area.right(); x += step)
            at.emplace_back(std::floor(x), std::floor(y));
    return at;
}

void GraphPainter::paintBlocks(
    GraphLines& lines, const std::vector<int>& nodes, const GraphLook& look) const
{
    const QRgb idle = m_theme.color(Token::TextOff).rgb();
    const QRgb back = m_theme.color(Token::LineStrong).rgb();
    for (const int n : nodes) {
        const GraphNode& node = look.scene.nodes[n];
        if (node.isGroup && node.open)
            continue;
        const QRectF box = screen(look, look.geometry.nodes[n]);
        const bool behind = look.lit && !look.lit->empty() && !has(look.lit, n);
        const QRgb color = behind                          ? back
            : node.tone == Token::StatusIdle || node.faint ? idle
                                                           : m_theme.color(node.tone).rgb();
        lines.fill(
            QRectF(box.topLeft() * look.ratio, (box.size() * look.ratio).expandedTo(QSizeF(2, 2))),
            color);
    }
}

void GraphPainter::paintRings(
    QPainter& painter, const std::vector<int>& nodes, const GraphLook& look)
{
    for (const int n : nodes)
        if (n == look.current || has(look.selected, n) || has(look.matched, n))
            paintRing(painter, n, screen(look, look.geometry.nodes[n]), look);
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
    small.ratio = painter.device()->devicePixelRatioF();
    small.scale = std::min(inner.width() / bounds.width(), inner.height() / bounds.height());
    small.origin = bounds.center() - QPointF(inner.width() / 2, inner.height() / 2) / small.scale;
    QImage image((inner.size() * small.ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(small.ratio);
    image.fill(m_theme.color(Token::Surface));
    GraphLines lines(image);
    paintBlocks(lines, look.geometry.nodeIndex.touching(bounds), small);
    painter.drawImage(inner.topLeft(), image);
    painter.save();
    painter.setClipRect(box.adjusted(1, 1, -1, -1));
    painter.setPen(m_theme.color(Token::Accent));
    painter.setBrush(m_theme.color(Token::Accent, 0.12));
    const QRectF shown = screen(small, area).translated(inner.topLeft());
    painter.drawRoundedRect(shown.intersected(box.adjusted(3, 3, -3, -3)), 3, 3);
    painter.restore();
}

} // namespace pilothouse::ui
