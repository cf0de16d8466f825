// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/statemark.h"

#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

enum class Shape {
    Unknown,
    Success,
    Failed,
    UpstreamFailed,
    Running,
    Restarting,
    Retry,
    Reschedule,
    Scheduled,
    Queued,
    Deferred,
    Input,
    Skipped,
    Removed,
    NoStatus
};

Shape shapeOf(const StateWord& word)
{
    static const QHash<QString, Shape> kShapes{{u"success"_s, Shape::Success},
        {u"failed"_s, Shape::Failed}, {u"upstream_failed"_s, Shape::UpstreamFailed},
        {u"running"_s, Shape::Running}, {u"restarting"_s, Shape::Restarting},
        {u"up_for_retry"_s, Shape::Retry}, {u"up_for_reschedule"_s, Shape::Reschedule},
        {u"scheduled"_s, Shape::Scheduled}, {u"queued"_s, Shape::Queued},
        {u"deferred"_s, Shape::Deferred}, {u"awaiting_input"_s, Shape::Input},
        {u"skipped"_s, Shape::Skipped}, {u"removed"_s, Shape::Removed},
        {u"no_status"_s, Shape::NoStatus}, {QString(), Shape::NoStatus}};
    return kShapes.value(word, Shape::Unknown);
}

QPen penOf(const QColor& color, qreal width = 1.4)
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
    p.drawEllipse(QPointF(0, 0), radius, radius);
    p.restore();
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
    p.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), 150 * 16, 290 * 16);
    const qreal k = radius / 4.5;
    p.drawPolyline(QPolygonF{{-5.0 * k, -5.0 * k}, {-5.0 * k, -2.1 * k}, {-2.1 * k, -2.1 * k}});
}

void hands(QPainter& p, qreal k)
{
    p.drawPolyline(QPolygonF{{0, -2.2 * k}, {0, 0.2 * k}, {1.7 * k, 1.1 * k}});
}

void twoArrows(QPainter& p, qreal r)
{
    const QRectF box(-r, -r, 2 * r, 2 * r);
    p.drawArc(box, 160 * 16, -130 * 16);
    p.drawArc(box, 340 * 16, -130 * 16);
    const qreal k = r / 3.2;
    p.drawPolyline(QPolygonF{{2.9 * k, -3.4 * k}, {2.9 * k, -1.3 * k}, {0.8 * k, -1.3 * k}});
    p.drawPolyline(QPolygonF{{-2.9 * k, 3.4 * k}, {-2.9 * k, 1.3 * k}, {-0.8 * k, 1.3 * k}});
}

void dashedRing(QPainter& p, const QColor& color)
{
    QPen pen(color, 1.4, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1.8, 1.72});
    p.setPen(pen);
    ring(p, 4.9);
}

// Those that ui/theme does not have; on a 12 x 12 field with its centre at the origin.
void ownGlyph(QPainter& p, Shape shape, const QColor& color)
{
    p.setPen(penOf(color));
    p.setBrush(Qt::NoBrush);
    switch (shape) {
    case Shape::UpstreamFailed:
        octagon(p, 5.3);
        p.setPen(penOf(color, 1.3));
        arrowUp(p, 2.4);
        break;
    case Shape::Reschedule:
        roundArrow(p, 4.5);
        p.setPen(penOf(color, 1.2));
        hands(p, 0.9);
        break;
    case Shape::Scheduled:
        ring(p, 4.9);
        dot(p, color, 1.6);
        break;
    case Shape::Deferred:
        hourglass(p, 4.8);
        break;
    case Shape::Input:
        person(p, 5);
        break;
    case Shape::Removed:
        dashedRing(p, color);
        p.setPen(penOf(color));
        p.drawLine(QPointF(-2.2, 0), QPointF(2.2, 0));
        break;
    case Shape::NoStatus:
        dot(p, color, 1.5);
        break;
    default:
        dashedRing(p, color);
        break;
    }
}

Glyph sharedGlyph(Shape shape)
{
    switch (shape) {
    case Shape::Success:
        return Glyph::Ok;
    case Shape::Failed:
        return Glyph::Error;
    case Shape::Running:
        return Glyph::Running;
    case Shape::Restarting:
        return Glyph::Restarting;
    case Shape::Retry:
        return Glyph::Retry;
    case Shape::Queued:
        return Glyph::Queued;
    case Shape::Skipped:
        return Glyph::Skipped;
    default:
        return Glyph::None;
    }
}

bool isSoft(Shape shape)
{
    return shape == Shape::UpstreamFailed || shape == Shape::Running || shape == Shape::Retry;
}
bool isDashed(Shape shape)
{
    return shape == Shape::Scheduled || shape == Shape::Queued || shape == Shape::Removed
        || shape == Shape::Unknown;
}

// The mark inside a task cell, its centre at the origin.
void cellMark(QPainter& p, Shape shape, const QColor& color, const QColor& ground)
{
    p.setPen(penOf(color, 1.3));
    p.setBrush(Qt::NoBrush);
    switch (shape) {
    case Shape::Failed:
        p.setPen(penOf(ground, 1.6));
        p.drawLine(QPointF(-2.1, -2.1), QPointF(2.1, 2.1));
        p.drawLine(QPointF(2.1, -2.1), QPointF(-2.1, 2.1));
        break;
    case Shape::UpstreamFailed:
        arrowUp(p, 3);
        break;
    case Shape::Running:
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawPolygon(QPolygonF{{-1.8, -2.8}, {3, 0}, {-1.8, 2.8}});
        break;
    case Shape::Restarting:
        twoArrows(p, 3);
        break;
    case Shape::Retry:
        roundArrow(p, 3.1);
        break;
    case Shape::Reschedule:
        roundArrow(p, 3.3);
        dot(p, color, 1.1);
        break;
    case Shape::Scheduled:
        dot(p, color, 1.5);
        break;
    case Shape::Queued:
        hands(p, 1.1);
        break;
    case Shape::Deferred:
        hourglass(p, 3.3);
        break;
    case Shape::Input:
        person(p, 3.7);
        break;
    case Shape::Skipped:
        p.drawLine(QPointF(-2.6, 2.6), QPointF(2.6, -2.6));
        break;
    case Shape::Removed:
        p.drawLine(QPointF(-2.6, 0), QPointF(2.6, 0));
        break;
    case Shape::NoStatus:
        dot(p, color, 1.5);
        break;
    default:
        break;
    }
}

} // namespace

Token stateColor(const StateWord& word)
{
    switch (shapeOf(word)) {
    case Shape::Success:
        return Token::StatusOk;
    case Shape::Failed:
    case Shape::UpstreamFailed:
        return Token::StatusError;
    case Shape::Running:
    case Shape::Restarting:
        return Token::StatusRunning;
    case Shape::Retry:
        return Token::StatusWarn;
    case Shape::Reschedule:
    case Shape::Scheduled:
    case Shape::Queued:
    case Shape::Deferred:
    case Shape::Input:
        return Token::StatusQueued;
    default:
        return Token::StatusIdle;
    }
}

QList<qreal> stateEdgeDash(const StateWord& word)
{
    switch (shapeOf(word)) {
    case Shape::Success:
        return {};
    case Shape::Failed:
    case Shape::UpstreamFailed:
        return {2, 5};
    case Shape::Running:
    case Shape::Restarting:
        return {8, 5};
    default:
        return {4, 4};
    }
}

bool stateEdgeMoves(const StateWord& word)
{
    const Shape shape = shapeOf(word);
    return shape == Shape::Running || shape == Shape::Restarting;
}

void paintStateGlyph(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, Token ground)
{
    const Shape shape = shapeOf(word);
    const QColor color = theme.color(stateColor(word));
    if (const Glyph shared = sharedGlyph(shape); shared != Glyph::None) {
        ui::paintGlyph(painter, box, shared, color, theme.color(ground));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    const qreal scale = std::min(box.width(), box.height()) / 12;
    painter.scale(scale, scale);
    ownGlyph(painter, shape, color);
    painter.restore();
}

void paintStateCell(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, Token ground)
{
    const Shape shape = shapeOf(word);
    const QColor color = theme.color(stateColor(word));
    const bool filled = shape == Shape::Success || shape == Shape::Failed;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    const qreal size = std::min(box.width(), box.height());
    if (shape == Shape::NoStatus) {
        dot(painter, color, std::min(1.5, size / 4));
        painter.restore();
        return;
    }
    const qreal half = size / 2 - (filled ? 0 : 0.65);
    const qreal radius = std::min(3.0, size / 4);
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shape == Shape::Success ? theme.color(Token::StatusOk, 0.85) : color);
    } else {
        QPen pen(color, 1.3);
        if (isDashed(shape))
            pen.setDashPattern({2, 1.6});
        painter.setPen(pen);
        painter.setBrush(isSoft(shape) ? QBrush(theme.color(ui::softOf(stateColor(word))))
                                       : QBrush(Qt::NoBrush));
    }
    painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), radius, radius);
    if (size >= 11) {
        const qreal scale = size / 14;
        painter.scale(scale, scale);
        cellMark(painter, shape, color, theme.color(ground));
    }
    painter.restore();
}

void StateCells::paint(
    QPainter& painter, QPointF topLeft, qreal size, const StateWord& word, const ui::Theme& theme)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (size != m_size || ratio != m_ratio)
        clear();
    m_size = size;
    m_ratio = ratio;
    QPixmap& picture = m_pictures[word];
    if (picture.isNull()) {
        const int side = int(std::ceil((size + 2) * ratio));
        picture = QPixmap(side, side);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter p(&picture);
        paintStateCell(p, QRectF(1, 1, size, size), word, theme);
    }
    painter.drawPixmap(topLeft - QPointF(1, 1), picture);
}

} // namespace pilothouse::workflow
