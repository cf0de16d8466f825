// SPDX-License-Identifier: GPL-3.0-or-later
// Moving nodes with their edges, and what is painted over the graph while an edge is drawn.
#include "ui/graph/graphedit.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace pilothouse::ui
{

QStringList GraphEdit::movable() const
{
    QStringList ids;
    for (int i = 0; i < int(m_view.m_selected.size()); ++i) {
        if (!m_view.m_selected[size_t(i)] || m_view.m_geometry.nodes[size_t(i)].isNull())
            continue;
        bool inside = false;
        for (int at = m_view.m_lookup.parent(i); at >= 0; at = m_view.m_lookup.parent(at))
            inside = inside || m_view.m_selected[size_t(at)];
        if (!inside)
            ids.append(m_view.m_scene.nodes[size_t(i)].id);
    }
    return ids;
}

void GraphEdit::lift()
{
    m_view.finishMove();
    m_moving = true;
    m_tops.clear();
    m_moved.clear();
    m_lines.clear();
    std::vector<char> moves(m_view.m_scene.nodes.size(), 0);
    const QStringList ids = movable();
    for (const QString& id : ids) {
        m_tops.push_back(m_view.m_lookup.node(id));
        moves[size_t(m_tops.back())] = 1;
    }
    for (int i = 0; i < int(moves.size()); ++i) {
        for (int at = m_view.m_lookup.parent(i); at >= 0 && !moves[size_t(i)];
             at = m_view.m_lookup.parent(at))
            moves[size_t(i)] = moves[size_t(at)];
        if (moves[size_t(i)] && !m_view.m_geometry.nodes[size_t(i)].isNull())
            m_moved.push_back(i);
    }
    for (int edge = 0; edge < int(m_view.m_scene.edges.size()); ++edge) {
        const int from = m_view.m_lookup.from(edge);
        const int to = m_view.m_lookup.to(edge);
        if (m_view.m_geometry.lines[size_t(edge)].count > 1
            && (moves[size_t(from)] || moves[size_t(to)]))
            m_lines.push_back({edge, double(moves[size_t(from)]), double(moves[size_t(to)])});
    }
}

// From where they stand; only what moves is touched.
void GraphEdit::shift(QPointF by)
{
    GraphGeometry& now = m_view.m_geometry;
    const GraphGeometry& goal = m_view.m_goal;
    for (const int node : m_moved) {
        now.nodes[size_t(node)] = goal.nodes[size_t(node)].translated(by);
        now.nodeIndex.move(node, now.nodes[size_t(node)]);
    }
    for (const Line& line : m_lines) {
        const auto& part = now.lines[size_t(line.edge)];
        for (int p = 0; p < part.count; ++p) {
            const double share = double(p) / (part.count - 1);
            now.points[size_t(part.first + p)] = goal.points[size_t(part.first + p)]
                + by * (line.from * (1 - share) + line.to * share);
        }
        now.boundLine(line.edge);
        now.lineIndex.move(line.edge, now.lineBounds[size_t(line.edge)]);
    }
    m_view.update();
}

void GraphEdit::drop(QPointF by)
{
    Places places;
    for (const int node : m_tops) {
        QPointF at = m_view.m_goal.nodes[size_t(node)].topLeft() + by;
        if (const int parent = m_view.m_lookup.parent(node); parent >= 0)
            at -= m_view.m_goal.nodes[size_t(parent)].topLeft();
        places[m_view.m_scene.nodes[size_t(node)].id] = {std::round(at.x()), std::round(at.y())};
    }
    m_view.m_fitting = false;
    Q_EMIT nodesMoved(places);
}

void GraphEdit::nudge(QPointF by)
{
    Places places;
    const QStringList ids = movable();
    for (const QString& id : ids)
        if (const auto at = m_view.placeOf(id))
            places[id] = *at + by;
    if (!places.empty())
        Q_EMIT nodesMoved(places);
}

void GraphEdit::hold()
{
    m_view.m_fitting = false;
}

void GraphEdit::paint(QPainter& painter)
{
    if (!isConnecting())
        return;
    paintPorts(painter);
    const QPointF from = place(m_from);
    QPointF to = m_pointer;
    if (m_to.node >= 0)
        to = m_to.port >= 0 ? place(m_to) : m_view.nodeRect(m_to.node).center();
    else if (m_byKey)
        to = from;
    const Theme& theme = Theme::of(&m_view);
    const Token tone = m_why.isEmpty() ? Token::Accent : Token::StatusError;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path(from);
    const bool down = m_view.m_geometry.topDown;
    const double reach = std::max(30.0, std::abs(down ? (to - from).y() : (to - from).x()) / 2)
        * (isOutput(m_from) ? 1 : -1);
    const QPointF out = down ? QPointF(0, reach) : QPointF(reach, 0);
    path.cubicTo(from + out, to - out, to);
    QPen pen(theme.color(tone), 2.2);
    if (!m_why.isEmpty())
        pen.setDashPattern({2, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (m_byKey)
        painter.drawEllipse(from, 9, 9);
    if (!m_why.isEmpty())
        paintWhy(painter, m_byKey ? m_view.nodeRect(m_to.node).bottomLeft() : m_pointer);
}

// Ports that fit have a ring, all others step back.
void GraphEdit::paintPorts(QPainter& painter) const
{
    const Theme& theme = Theme::of(&m_view);
    if (m_view.m_scale < GraphPainter::kMiddle)
        return;
    const QRectF seen(m_view.toScene({}), QSizeF(m_view.size()) / m_view.m_scale);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int node : m_view.m_geometry.nodeIndex.touching(seen)) {
        const auto& ports = m_view.m_scene.nodes[size_t(node)].ports;
        for (int i = 0; i < int(ports.size()); ++i) {
            const End end{node, i};
            if (end == m_from)
                continue;
            const QPointF at = place(end);
            const bool fits = node != m_from.node && isOutput(end) != isOutput(m_from)
                && m_rule(edgeTo(end)).isEmpty();
            const double r = (fits ? 9 : 7) * m_view.m_scale;
            painter.setPen(fits ? QPen(theme.color(Token::Accent), 2) : QPen(Qt::NoPen));
            painter.setBrush(fits ? QBrush(Qt::NoBrush) : theme.color(Token::Canvas, 0.7));
            painter.drawEllipse(at, r, r);
        }
    }
}

void GraphEdit::paintWhy(QPainter& painter, QPointF at) const
{
    const Theme& theme = Theme::of(&m_view);
    constexpr double kWidth = 300;
    constexpr double kPad = 8;
    painter.setFont(theme.font(TextStyle::Cell));
    QRectF text
        = painter.boundingRect(QRectF(0, 0, kWidth, 400), Qt::AlignLeft | Qt::TextWordWrap, m_why);
    text.moveTopLeft(at + QPointF(14, 16));
    QRectF box = text.adjusted(-kPad, -kPad, kPad, kPad);
    const QPointF back(std::min(0.0, m_view.width() - box.right() - 4),
        std::min(0.0, m_view.height() - box.bottom() - 4));
    box.translate(back);
    painter.setPen(theme.color(Token::StatusError));
    painter.setBrush(theme.color(Token::Overlay));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(text.translated(back), Qt::AlignLeft | Qt::TextWordWrap, m_why);
}

} // namespace pilothouse::ui
