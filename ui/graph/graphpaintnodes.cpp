// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QtMath>
#include <QtGui/QFontMetricsF>
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

const QFont& GraphPainter::font(TextStyle style, double scale)
{
    // Half pixel steps of the size on screen.
    const QFont base = m_theme.font(style);
    const int step = std::max(1, qRound(scale * 24));
    const auto [found, added] = m_fonts.try_emplace({int(style), step}, base);
    if (added)
        found->second.setPointSizeF(base.pointSizeF() * step / 24.0);
    return found->second;
}

double GraphPainter::text(QPainter& painter, int node, Part part, int row, const QString& words,
    QPointF corner, double width, TextStyle style, const QColor& color, double scale)
{
    if (words.isEmpty() || width < 6)
        return 0;
    const quint64 key = quint64(node) << 16U | quint64(part) << 12U | quint64(row & 0xfff);
    auto found = m_texts.find(key);
    const QFont& face = font(style, scale);
    if (found == m_texts.end()) {
        // A little narrower than asked, since the scale grows until the cache is dropped.
        const QFontMetricsF metrics(face);
        QStaticText text(metrics.elidedText(words, Qt::ElideRight, width));
        text.setTextFormat(Qt::PlainText);
        text.prepare({}, face);
        found = m_texts.insert(key, text);
    }
    painter.setFont(face);
    painter.setPen(color);
    const QSizeF size = found->size();
    if (part == Part::Value)
        corner.rx() -= size.width();
    painter.drawStaticText(QPointF(corner.x(), corner.y() - size.height() / 2), *found);
    return size.width();
}

void GraphPainter::paintRing(
    QPainter& painter, int node, const QRectF& box, const GraphLook& look) const
{
    const bool selected = look.selected && !look.selected->empty() && (*look.selected)[node];
    const bool cursor = node == look.current && look.focused;
    const bool match = look.matched && !look.matched->empty() && (*look.matched)[node];
    if (!selected && !cursor && !match)
        return;
    const double width = m_theme.focusRingWidth();
    const double out = 2 + width / 2;
    QPen pen(m_theme.color(selected || cursor ? Token::Accent : Token::OnMark), width);
    if (cursor && !selected)
        pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), kRadius + 2, kRadius + 2);
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
    const QColor words = tone(look, index, Token::Text2);
    paintIcon(painter, QRectF(box.left() + 8 * s, middle - 6 * s, 12 * s, 12 * s),
        u"chevron-down"_s, words);
    double right = box.right() - 10 * s;
    if (node.glyph != Glyph::None) {
        right -= kGlyph * s;
        paintGlyph(painter, QRectF(right, middle - 6 * s, 12 * s, 12 * s), node.glyph,
            tone(look, index, node.tone), m_theme.color(Token::Surface));
    }
    text(painter, index, Part::Title, 0, node.title, {box.left() + 25 * s, middle},
        right - box.left() - 32 * s, TextStyle::ControlStrong, words, std::max(s, 0.7));
}

void GraphPainter::paintNode(QPainter& painter, int index, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    const QRectF box = screen(look, look.geometry.nodes[index]);
    const double s = look.scale;
    const bool card = !node.rows.empty();
    const Token plate = node.soft ? softOf(node.tone)
        : card                    ? Token::Surface
        : index == look.hover     ? Token::Hover
                                  : Token::Raised;
    const bool toned = node.border == GraphNode::Border::Toned;
    QPen pen(tone(look, index, toned ? node.tone : Token::LineStrong), 1);
    if (node.border == GraphNode::Border::Dashed || node.change == Glyph::Created
        || node.change == Glyph::Removed) {
        pen.setDashPattern({4, 3});
        if (node.change != Glyph::None)
            pen.setColor(tone(look, index, Token::Accent));
    }
    painter.setPen(pen);
    painter.setBrush(tone(look, index, plate));
    const QRectF frame = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, kRadius * s, kRadius * s);
    if (card)
        paintCard(painter, index, box, look);
    else
        paintSmall(painter, index, box, look);
    if (node.progress >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone(look, index, node.tone));
        const double inset = kRadius * s / 2;
        painter.drawRect(QRectF(box.left() + inset, box.bottom() - 3 * s,
            (box.width() - 2 * inset) * std::clamp(node.progress, 0.0, 1.0), 3 * s));
    }
    if (s >= kMiddle)
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
    const double size = kGlyph * std::max(s, 0.75);
    double left = box.left() + 8 * s;
    const QColor ground = m_theme.color(node.soft ? softOf(node.tone) : Token::Raised);
    for (const auto& [glyph, color] :
        {std::pair(node.change, Token::Accent), std::pair(node.glyph, node.tone)}) {
        if (glyph == Glyph::None)
            continue;
        paintGlyph(painter, QRectF(left, at - size / 2, size, size), glyph,
            tone(look, index, color), ground);
        left += size + 5 * s;
    }
    const double words = std::max(s, 0.7);
    double right = box.right() - 8 * s;
    QString badge = node.badge;
    if (node.isGroup && badge.isEmpty())
        badge = QString::number(look.lookup.members(index));
    if (near && node.isGroup) {
        paintIcon(painter, QRectF(right - 11 * s, at - 5.5 * s, 11 * s, 11 * s), u"chevron-right"_s,
            tone(look, index, Token::Text3));
        right -= 14 * s;
    }
    if (near && !badge.isEmpty())
        right -= text(painter, index, Part::Value, 4, badge, {right, at}, box.width() / 2,
                     TextStyle::Micro, tone(look, index, node.badgeTone), s)
            + 6 * s;
    const Token ink = node.faint ? Token::Text2 : Token::Text;
    const double wide = text(painter, index, Part::Title, 0, node.title, {left, at}, right - left,
        TextStyle::ControlStrong, tone(look, index, ink), words);
    if (node.change == Glyph::Removed)
        painter.drawLine(QPointF(left, at), QPointF(left + wide, at));
    if (second)
        text(painter, index, Part::Subtitle, 0, node.subtitle,
            {box.left() + 8 * s, box.top() + box.height() * 0.72}, box.width() - 16 * s,
            TextStyle::Micro, tone(look, index, Token::Text3), s);
}

void GraphPainter::paintCard(QPainter& painter, int index, const QRectF& box, const GraphLook& look)
{
    const GraphNode& node = look.scene.nodes[index];
    const double s = look.scale;
    const bool near = s >= kMiddle;
    const double header = near ? kHeader * s : box.height();
    const double at = box.top() + header / 2;
    if (!node.soft && near) {
        painter.save();
        painter.setClipRect(QRectF(box.left(), box.top(), box.width(), header));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone(look, index, index == look.hover ? Token::Hover : Token::Raised));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), kRadius * s, kRadius * s);
        painter.restore();
    }
    const QColor ground = m_theme.color(node.soft ? softOf(node.tone) : Token::Raised);
    const double size = kGlyph * std::max(s, 0.75);
    double right = box.right() - 9 * s;
    for (const auto& [glyph, color] :
        {std::pair(node.glyph, node.tone), std::pair(node.change, Token::Accent)}) {
        if (glyph == Glyph::None)
            continue;
        right -= size;
        paintGlyph(painter, QRectF(right, at - size / 2, size, size), glyph,
            tone(look, index, color), ground);
        right -= 5 * s;
    }
    double left = box.left() + 9 * s;
    if (!node.icon.isEmpty() && near) {
        paintIcon(painter, QRectF(left, at - 7 * s, 14 * s, 14 * s), node.icon,
            tone(look, index, node.iconTone));
        left += 21 * s;
    }
    const Token ink = node.faint || node.change == Glyph::Removed ? Token::Text2 : Token::Text;
    const double wide = text(painter, index, Part::Title, 0, node.title, {left, at}, right - left,
        TextStyle::ControlStrong, tone(look, index, ink), std::max(s, 0.7));
    if (node.change == Glyph::Removed)
        painter.drawLine(QPointF(left, at), QPointF(left + wide, at));
    if (!near)
        return;
    painter.setPen(tone(look, index, Token::Line));
    painter.drawLine(
        QPointF(box.left() + 1, box.top() + header), QPointF(box.right() - 1, box.top() + header));
    double y = box.top() + header + 12 * s;
    for (int row = 0; row < int(node.rows.size()); ++row, y += 16 * s) {
        const auto& [label, value] = node.rows[row];
        const double used
            = text(painter, index, Part::Value, row + 8, value, {box.right() - 9 * s, y},
                box.width() * 0.6, TextStyle::MonoSmall, tone(look, index, Token::Text), s);
        text(painter, index, Part::Label, row + 8, label, {box.left() + 9 * s, y},
            box.width() - 24 * s - used, TextStyle::Micro, tone(look, index, Token::Text3), s);
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
        const auto uses = [&](const auto& steps, int GraphEdge::*end) {
            return std::ranges::any_of(
                steps, [&](const auto& step) { return look.scene.edges[step.edge].*end == i; });
        };
        const bool connected = uses(look.lookup.next(index), &GraphEdge::fromPort)
            || uses(look.lookup.previous(index), &GraphEdge::toPort);
        const QColor color = tone(look, index, port.tone);
        painter.setPen(QPen(color, connected ? 0 : 1.5));
        painter.setBrush(connected ? color : m_theme.color(Token::Canvas));
        paintPort(painter, at, port.shape, 5 * look.scale);
    }
}

} // namespace pilothouse::ui
