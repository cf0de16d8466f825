// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of nodes: frame, glyphs and icon. A graph has a few dozen different ones at most.
#include "ui/graph/graphpainter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kRadius = 6;
constexpr double kHeader = 28;
constexpr double kGlyph = 12;
constexpr double kLeastRoom = 20; // pixels for a title; with less the glyph stands alone
constexpr qsizetype kMostBodies = 400;

} // namespace

size_t qHash(const GraphPainter::Body& b, size_t seed) noexcept
{
    return qHashMulti(seed, b.width, b.height, b.plate, b.border, b.glyphInk, b.changeInk, b.ring,
        int(b.glyph), int(b.change), b.dashed, b.second, b.alone, b.dotted, b.icon);
}

GraphPainter::Body GraphPainter::bodyOf(int index, const QRectF& box, const GraphLook& look) const
{
    const GraphNode& node = look.scene.nodes[index];
    const double s = look.scale;
    Body body;
    body.near = s >= kMiddle;
    body.card = !node.rows.empty();
    const bool hover = index == look.hover;
    const Token plate = node.soft ? softOf(node.tone)
        : body.card               ? Token::Surface
        : hover                   ? Token::Hover
                                  : Token::Raised;
    const bool toned = node.border == GraphNode::Border::Toned;
    const bool changes = node.change == Glyph::Created || node.change == Glyph::Removed;
    const auto ink = [&](Token token) {
        return tone(look, index, token).rgba();
    };
    body.plate = ink(plate);
    body.border = ink(changes ? Token::Accent : toned ? node.tone : Token::LineStrong);
    body.dashed = changes || node.border == GraphNode::Border::Dashed;
    body.glyph = node.glyph;
    body.change = node.change;
    body.glyphInk = ink(node.tone);
    body.changeInk = ink(Token::Accent);
    if (body.card && body.near && !node.soft) {
        body.header = ink(hover ? Token::Hover : Token::Raised);
        body.line = ink(Token::Line);
    }
    if (body.card && body.near) {
        body.icon = node.icon;
        body.iconInk = ink(node.iconTone);
    }
    body.chevron = !body.card && body.near && node.isGroup;
    body.second = !body.card && body.near && !node.subtitle.isEmpty();
    const int glyphs = int(node.glyph != Glyph::None) + int(node.change != Glyph::None);
    const double used = glyphs * (kGlyph * std::max(s, 0.75) + 5 * s) + 16 * s;
    body.alone = !body.near && box.width() - used < kLeastRoom;
    return body;
}

void GraphPainter::paintBody(QPainter& painter, const QRectF& box, const Body& body, double s) const
{
    const double size = kGlyph * std::max(s, 0.75);
    QPen pen(QColor::fromRgba(body.border), 1);
    if (body.dashed)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(QColor::fromRgba(body.plate));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kRadius * s, kRadius * s);
    const QColor ground = QColor::fromRgba(body.header ? body.header : body.plate);
    const double header = body.card && body.near ? kHeader * s : box.height();
    if (body.header) {
        painter.save();
        painter.setClipRect(QRectF(box.left(), box.top(), box.width(), header));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), kRadius * s, kRadius * s);
        painter.restore();
        painter.setPen(QColor::fromRgba(body.line));
        painter.drawLine(QPointF(box.left() + 1, box.top() + header),
            QPointF(box.right() - 1, box.top() + header));
    }
    const double at = box.top() + (body.second ? box.height() * 0.34 : header / 2);
    const std::pair<Glyph, QRgb> change{body.change, body.changeInk};
    const std::pair<Glyph, QRgb> state{body.glyph, body.glyphInk};
    if (body.alone) {
        const double own = std::min({size, box.height() - 2, box.width() - 2});
        paintGlyph(painter,
            QRectF(box.center().x() - own / 2, box.center().y() - own / 2, own, own),
            body.change == Glyph::None ? body.glyph : body.change,
            QColor::fromRgba(body.change == Glyph::None ? body.glyphInk : body.changeInk), ground);
        return;
    }
    double x = body.card ? box.right() - 9 * s : box.left() + 8 * s;
    for (const auto& [glyph, ink] :
        body.card ? std::array{state, change} : std::array{change, state}) {
        if (glyph == Glyph::None)
            continue;
        const double left = body.card ? x - size : x;
        paintGlyph(
            painter, QRectF(left, at - size / 2, size, size), glyph, QColor::fromRgba(ink), ground);
        x = body.card ? left - 5 * s : x + size + 5 * s;
    }
    if (!body.icon.isEmpty())
        paintIcon(painter, QRectF(box.left() + 9 * s, at - 7 * s, 14 * s, 14 * s), body.icon,
            QColor::fromRgba(body.iconInk));
    if (body.chevron)
        paintIcon(painter, QRectF(box.right() - 19 * s, at - 5.5 * s, 11 * s, 11 * s),
            u"chevron-right"_s, m_theme.color(Token::Text3));
}

// From the picture of this body; a file gets it drawn.
void GraphPainter::putBody(
    QPainter& painter, const QRectF& box, const Body& wanted, const GraphLook& look)
{
    const auto draw = [&](QPainter& p, const QRectF& area) {
        if (wanted.ring == 0) {
            paintBody(p, area, wanted, look.scale);
            return;
        }
        const double width = m_theme.focusRingWidth();
        QPen pen(QColor::fromRgba(wanted.ring), width);
        if (wanted.dotted)
            pen.setStyle(Qt::DotLine);
        p.setPen(pen);
        p.setBrush(Qt::NoBrush);
        const double in = width / 2;
        p.drawRoundedRect(area.adjusted(in, in, -in, -in), kRadius + 2, kRadius + 2);
    };
    // The ring around a large group is drawn, not kept.
    if (look.exact || box.width() * box.height() > 400'000) {
        draw(painter, box);
        return;
    }
    if (m_bodyScale != look.scale * look.ratio || m_bodies.size() > kMostBodies) {
        m_bodies.clear();
        m_bodyScale = look.scale * look.ratio;
    }
    Body body = wanted;
    body.width = qRound(box.width() * look.ratio);
    body.height = qRound(box.height() * look.ratio);
    QImage& picture = m_bodies[body];
    if (picture.isNull()) {
        picture = QImage(body.width, body.height, QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(look.ratio);
        picture.fill(Qt::transparent);
        QPainter p(&picture);
        p.setRenderHint(QPainter::Antialiasing);
        draw(p, QRectF(QPointF(), box.size()));
    }
    painter.drawImage(box.topLeft(), picture);
}

} // namespace pilothouse::ui
