// SPDX-License-Identifier: GPL-3.0-or-later
// What a GraphView paints, and which part of it anew: a state that changed repaints its own place.
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

namespace
{

constexpr int kRingReach = 12; // pixels around a node that are its own
constexpr double kVeil = 0.55; // over what was known last
constexpr int kMostPieces = 40; // of a region that are painted one by one

} // namespace

GraphLook GraphView::look() const
{
    const bool searches = !m_searchText.isEmpty() && !m_matches.isEmpty();
    return {m_scene, m_lookup, m_geometry, m_scale, m_origin, m_current, m_hover, hasFocus(),
        &m_selected, &m_matched, searches ? &m_found : &m_lit, &m_marked, &m_differs, m_phase, true,
        false, 1};
}

void GraphView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const GraphLook shown = look();
    // A piece of a picture stands on whole pixels only with a whole ratio.
    const double ratio = devicePixelRatioF();
    const bool pieces = ratio == std::floor(ratio) && event->region().rectCount() <= kMostPieces;
    if (pieces)
        for (const QRect& piece : event->region())
            m_painter.paint(painter, piece, shown);
    else
        m_painter.paint(
            painter, ratio == std::floor(ratio) ? event->region().boundingRect() : rect(), shown);
    const QRectF map = minimapBox();
    if (event->region().intersects(map.toAlignedRect()))
        m_painter.paintMinimap(painter, map, QRectF(toScene({}), QSizeF(size()) / m_scale), shown);
    if (m_faded)
        painter.fillRect(rect(), Theme::of(this).color(Token::Canvas, kVeil));
    if (m_edit)
        m_edit->paint(painter);
    if (m_drag == Drag::Band) {
        painter.setPen(Theme::of(this).color(Token::Accent));
        painter.setBrush(Theme::of(this).color(Token::Accent, 0.12));
        painter.drawRect(QRectF(m_pressed, m_last).normalized());
    }
}

void GraphView::setFaded(bool faded)
{
    if (std::exchange(m_faded, faded) == faded)
        return;
    updateDashes();
    update();
}

QRegion GraphView::nodeArea(int node) const
{
    if (node < 0 || m_geometry.nodes[size_t(node)].isNull())
        return {};
    const QRect area
        = nodeRect(node).toAlignedRect().adjusted(-kRingReach, -kRingReach, kRingReach, kRingReach);
    return area.intersects(rect()) ? QRegion(area.intersected(rect())) : QRegion();
}

// A box for each bend: the box of a long edge would be most of the canvas.
QRegion GraphView::edgeArea(int edge) const
{
    QRegion area;
    const auto& line = m_geometry.lines[size_t(edge)];
    constexpr int kReach = 8; // half the head of an arrow, at the largest usual zoom
    const int reach = kReach + int(4 * m_scale);
    for (int p = line.first + 1; p < line.first + line.count; ++p) {
        const QPointF a = (m_geometry.points[size_t(p) - 1] - m_origin) * m_scale;
        const QPointF b = (m_geometry.points[size_t(p)] - m_origin) * m_scale;
        const QRect box
            = QRectF(a, b).normalized().toAlignedRect().adjusted(-reach, -reach, reach, reach);
        if (box.intersects(rect()))
            area += box.intersected(rect());
    }
    return area;
}

// The scene has the shape it had: states, words and numbers are new.
void GraphView::repaintChanges(const GraphScene& before)
{
    QRegion area;
    bool blocks = false; // the minimap shows them
    for (int i = 0; i < int(m_scene.nodes.size()); ++i) {
        const GraphNode& a = before.nodes[size_t(i)];
        const GraphNode& b = m_scene.nodes[size_t(i)];
        if (a == b)
            continue;
        blocks = blocks || a.tone != b.tone || a.faint != b.faint;
        area += nodeArea(i);
        if (area.rectCount() > kMostPieces)
            break;
    }
    for (int e = 0; e < int(m_scene.edges.size()) && area.rectCount() <= kMostPieces; ++e)
        if (!(before.edges[size_t(e)] == m_scene.edges[size_t(e)]))
            area += edgeArea(e);
    if (area.rectCount() > kMostPieces) {
        update();
        return;
    }
    if (blocks)
        area += minimapBox().toAlignedRect();
    update(area);
}

void GraphView::setHover(int node)
{
    const int before = std::exchange(m_hover, node);
    if (before == node)
        return;
    update(nodeArea(before) + nodeArea(node));
}

// 1 for every edge that is chosen or touches a chosen node.
void GraphView::remark()
{
    std::vector<char> marked;
    const auto mark = [&](int edge) {
        marked.resize(m_scene.edges.size(), 0);
        marked[size_t(edge)] = 1;
    };
    for (int node = 0; node < int(m_selected.size()); ++node) {
        if (!m_selected[size_t(node)])
            continue;
        for (const auto* steps : {&m_lookup.next(node), &m_lookup.previous(node)})
            for (const auto& step : *steps)
                mark(step.edge);
    }
    if (m_edge >= 0) {
        marked.clear(); // of many edges at a node the chosen one has to be seen
        mark(m_edge);
    }
    if (marked != m_marked) {
        m_marked = std::move(marked);
        update();
    }
}

bool GraphView::isMarked(int edge) const
{
    return !m_marked.empty() && m_marked[size_t(edge)];
}

// Only edges that move are painted again.
void GraphView::dashStep()
{
    m_phase += 24.0 / 20; // 24 px a second
    if (m_scale < GraphPainter::kMiddle)
        return;
    QRegion area;
    for (int e = 0; e < int(m_scene.edges.size()); ++e) {
        if (!m_scene.edges[size_t(e)].moving)
            continue;
        area += edgeArea(e);
        if (area.rectCount() > kMostPieces) {
            update();
            return;
        }
    }
    update(area);
}

void GraphView::updateDashes()
{
    const bool live = isVisible() && !m_faded && (hasFocus() || underMouse())
        && !Theme::of(this).reduceMotion()
        && std::ranges::any_of(m_scene.edges, &GraphEdge::moving);
    if (live && !m_dashTimer.isActive())
        m_dashTimer.start();
    else if (!live)
        m_dashTimer.stop();
}

} // namespace pilothouse::ui
