// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes and groups: their words, rings and ports.
#include "ui/graph/graphpainter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QtMath>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kRadius = 6;
constexpr double kHeader = 28;
constexpr double kGlyph = 12;
constexpr double kLeastText = 0.7; // of the full size: smaller cannot be read

bool has(const std::vector<char>* list, int place)
{
    return list && !list->empty() && (*list)[size_t(place)];
}

void paintPort(QPainter& p, QPointF at, PortShape shape, double r)
{
    switch (shape) {
    case PortShape::Circle:
        p.drawEllipse(at, r, r);
        break;
    case PortShape::Square:
        p.drawRoundedRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), 1, 1);
        break;
    case PortShape::Diamond:
        p.drawPolygon(QPolygonF{at + QPointF(0, -r * 1.2), at + QPointF(r * 1.2, 0),
            at + QPointF(0, r * 1.2), at + QPointF(-r * 1.2, 0)});
        break;
    case PortShape::Hexagon: {
        QPolygonF shapeOf;
        for (int i = 0; i < 6; ++i)
            shapeOf << at + QPointF(std::cos(i * M_PI / 3), std::sin(i * M_PI / 3)) * r * 1.1;
        p.drawPolygon(shapeOf);
        break;
    }
    case PortShape::Triangle:
        p.drawPolygon(QPolygonF{
            at + QPointF(0, -r * 1.1), at + QPointF(r * 1.1, r), at + QPointF(-r * 1.1, r)});
        break;
    }
}

} // namespace

double GraphPainter::words(QPainter& painter, const QString& words, QPointF at, double room,
    TextStyle style, const QColor& ink, const GraphLook& look, bool right)
{
    return m_text.draw(painter, {words, at, room, style, ink, 0, right},
        std::max(look.scale, kLeastText), look.exact);
}

double GraphPainter::title(
    QPainter& painter, int node, QPointF at, double room, Token ink, const GraphLook& look)
{
    const QString& words = look.scene.nodes[node].title;
    const int differs = look.differs && !look.differs->empty() ? (*look.differs)[size_t(node)] : 0;
    return m_text.draw(painter,
        {words, at, room, TextStyle::ControlStrong, tone(look, node, ink), differs, false},
        std::max(look.scale, kLeastText), look.exact);
}

// Chosen nodes have a ring, the keyboard's cursor a dotted one, outside of it when it is both.
void GraphPainter::paintRing(QPainter& painter, int node, const QRectF& box, const GraphLook& look)
{
    const bool selected = has(look.selected, node);
    const bool cursor = node == look.current && look.focused;
    const bool match = has(look.matched, node);
    if (!selected && !cursor && !match)
        return;
    Body ring;
    ring.ring = m_theme.color(selected || cursor ? Token::Accent : Token::OnMark).rgba();
    const auto put = [&](double out) {
        putBody(painter, box.adjusted(-out, -out, out, out), ring, look);
    };
    const double width = m_theme.focusRingWidth();
    if (selected || match)
        put(2 + width);
    ring.dotted = true;
    if (cursor)
        put(selected ? 4 + 2 * width : 2 + width);
}

void GraphPainter::paintGroup(QPainter& painter, int index, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    const QRectF box = screen(look, look.geometry.nodes[index]);
    const double s = look.scale;
    painter.setPen(
        tone(look, index, node.border == GraphNode::Border::Toned ? node.tone : Token::LineStrong));
    painter.setBrush(tone(look, index, Token::Surface));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kRadius * s + 2, kRadius * s + 2);
    paintRing(painter, index, box, look);
    if (s < kFar)
        return;
    const double middle = box.top() + kHeader * s / 2;
    paintIcon(painter, QRectF(box.left() + 8 * s, middle - 6 * s, 12 * s, 12 * s),
        u"chevron-down"_s, tone(look, index, Token::Text2));
    double right = box.right() - 10 * s;
    if (node.glyph != Glyph::None) {
        right -= kGlyph * s;
        paintGlyph(painter, QRectF(right, middle - 6 * s, 12 * s, 12 * s), node.glyph,
            tone(look, index, node.tone), m_theme.color(Token::Surface));
    }
    const double left = box.left() + 25 * s;
    title(painter, index, {left, middle}, right - left - 7 * s, Token::Text2, look);
}

// A slip of paper: no state, no ports.
void GraphPainter::paintNote(QPainter& painter, int index, const GraphLook& look)
{
    const QRectF box = screen(look, look.geometry.nodes[index]);
    const double s = look.scale;
    painter.setPen(QPen(tone(look, index, Token::LineStrong), 1, Qt::DashLine));
    painter.setBrush(tone(look, index, Token::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (s >= kFar) {
        QFont font = m_theme.font(TextStyle::Cell);
        font.setPointSizeF(std::max(1.0, font.pointSizeF() * s));
        painter.setFont(font);
        painter.setPen(tone(look, index, Token::Text2));
        painter.save();
        const QRectF text = box.adjusted(10 * s, 8 * s, -8 * s, -6 * s);
        painter.setClipRect(text, Qt::IntersectClip);
        painter.drawText(
            text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, look.scene.nodes[index].note);
        painter.restore();
    }
    paintRing(painter, index, box, look);
}

void GraphPainter::paintNode(QPainter& painter, int index, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    if (!node.note.isEmpty()) {
        paintNote(painter, index, look);
        return;
    }
    const QRectF box = screen(look, look.geometry.nodes[index]);
    const double s = look.scale;
    const Body body = bodyOf(index, box, look);
    if (look.exact)
        paintBody(painter, box, body, s);
    else
        putBody(painter, box, body, look);
    if (!body.alone) {
        if (body.card)
            paintCard(painter, index, box, look);
        else
            paintSmall(painter, index, box, look);
    }
    if (node.progress >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone(look, index, node.tone));
        const double inset = kRadius * s / 2;
        painter.drawRect(QRectF(box.left() + inset, box.bottom() - 3 * s,
            (box.width() - 2 * inset) * std::clamp(node.progress, 0.0, 1.0), 3 * s));
    }
    if (s >= kMiddle && !node.ports.empty())
        paintPorts(painter, index, box, look);
    paintRing(painter, index, box, look);
}

void GraphPainter::paintSmall(
    QPainter& painter, int index, const QRectF& box, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    const double s = look.scale;
    const bool near = s >= kMiddle;
    const bool second = near && !node.subtitle.isEmpty();
    const double at = second ? box.top() + box.height() * 0.34 : box.center().y();
    const double below = second ? box.top() + box.height() * 0.72 : at;
    const double size = kGlyph * std::max(s, 0.75);
    double left = box.left() + 8 * s;
    for (const Glyph glyph : {node.change, node.glyph})
        left += glyph == Glyph::None ? 0 : size + 5 * s;
    double right = box.right() - 8 * s;
    double lower = right; // where the second line ends
    if (near && node.isGroup)
        right -= 14 * s;
    QString badge = node.badge;
    if (node.isGroup && badge.isEmpty())
        badge = QString::number(look.lookup.members(index));
    if (near && !badge.isEmpty()) {
        // Beside the second line, so that the name has the first one for itself.
        double& end = second ? lower : right;
        end -= words(painter, badge, {end, below}, box.width() / 2, TextStyle::Micro,
                   tone(look, index, node.badgeTone), look, true)
            + 6 * s;
    }
    const Token ink = node.faint ? Token::Text2 : Token::Text;
    const double wide = title(painter, index, {left, at}, right - left, ink, look);
    if (node.change == Glyph::Removed)
        painter.drawLine(QPointF(left, at), QPointF(left + wide, at));
    if (second) {
        const double start = box.left() + 8 * s;
        words(painter, node.subtitle, {start, below}, lower - start, TextStyle::Micro,
            tone(look, index, Token::Text3), look);
    }
}

void GraphPainter::paintCard(QPainter& painter, int index, const QRectF& box, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    const double s = look.scale;
    const bool near = s >= kMiddle;
    const double header = near ? kHeader * s : box.height();
    const double at = box.top() + header / 2;
    const double size = kGlyph * std::max(s, 0.75);
    double right = box.right() - 9 * s;
    for (const Glyph glyph : {node.glyph, node.change})
        right -= glyph == Glyph::None ? 0 : size + 5 * s;
    const double left = box.left() + (node.icon.isEmpty() || !near ? 9 : 30) * s;
    const Token ink = node.faint || node.change == Glyph::Removed ? Token::Text2 : Token::Text;
    const double wide = title(painter, index, {left, at}, right - left, ink, look);
    if (node.change == Glyph::Removed)
        painter.drawLine(QPointF(left, at), QPointF(left + wide, at));
    if (!near)
        return;
    double y = box.top() + header + 12 * s;
    for (const auto& [label, value] : node.rows) {
        const double used = words(painter, value, {box.right() - 9 * s, y}, box.width() * 0.6,
            TextStyle::MonoSmall, tone(look, index, Token::Text), look, true);
        words(painter, label, {box.left() + 9 * s, y}, box.width() - 24 * s - used,
            TextStyle::Micro, tone(look, index, Token::Text3), look);
        y += 16 * s;
    }
}

void GraphPainter::paintPorts(
    QPainter& painter, int index, const QRectF& box, const GraphLook& look) const
{
    const GraphNode& node = look.scene.nodes[index];
    for (int i = 0; i < int(node.ports.size()); ++i) {
        const GraphPort& port = node.ports[i];
        const QPointF at = box.topLeft()
            + graphPortPlace(node, look.geometry.nodes[index].size(), i, look.geometry.topDown)
                * look.scale;
        bool connected = false;
        bool marked = false;
        const auto uses = [&](const auto& steps, int GraphEdge::*end) {
            for (const auto& step : steps) {
                if (look.scene.edges[step.edge].*end != i)
                    continue;
                connected = true;
                marked = marked || has(look.marked, step.edge);
            }
        };
        uses(look.lookup.next(index), &GraphEdge::fromPort);
        uses(look.lookup.previous(index), &GraphEdge::toPort);
        if (marked) {
            painter.setPen(QPen(m_theme.color(Token::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            paintPort(painter, at, port.shape, 8 * look.scale);
        }
        const QColor color = tone(look, index, port.tone);
        painter.setPen(QPen(color, connected ? 0 : 1.5));
        painter.setBrush(connected ? color : m_theme.color(Token::Canvas));
        paintPort(painter, at, port.shape, 5 * look.scale);
    }
}

} // namespace pilothouse::ui
