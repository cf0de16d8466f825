// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include "ui/theme/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>
#include <numbers>

namespace pilothouse::ui
{

namespace
{

// All shapes are written on a 12 x 12 field with its centre at the origin.
constexpr qreal stroke = 1.4;

QPolygonF octagon(qreal radius)
{
    QPolygonF shape;
    for (int i = 0; i < 8; ++i) {
        const qreal angle = (i + 0.5) * std::numbers::pi / 4;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPainterPath roundTriangle()
{
    QPainterPath path;
    path.moveTo(0, -4.9);
    path.lineTo(5.2, 4.4);
    path.lineTo(-5.2, 4.4);
    path.closeSubpath();
    return path;
}

void arc(QPainter& p, qreal radius, qreal from, qreal span)
{
    p.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), static_cast<int>(from * 16),
        static_cast<int>(span * 16));
}

void arrowHead(QPainter& p, QPointF tip, qreal degrees)
{
    p.save();
    p.translate(tip);
    p.rotate(degrees);
    p.setBrush(p.pen().color());
    p.setPen(Qt::NoPen);
    p.drawPolygon(QPolygonF{{2.4, 0}, {-1.2, -2.2}, {-1.2, 2.2}});
    p.restore();
}

void twoBars(QPainter& p, qreal height)
{
    p.drawLine(QPointF(-2, -height), QPointF(-2, height));
    p.drawLine(QPointF(2, -height), QPointF(2, height));
}

void box(QPainter& p)
{
    p.drawRoundedRect(QRectF(-4.8, -4.8, 9.6, 9.6), 2, 2);
}

void filledGlyph(QPainter& p, Glyph glyph, const QColor& color, const QColor& ground)
{
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    if (glyph == Glyph::Ok)
        p.drawEllipse(QPointF(0, 0), 5.5, 5.5);
    else if (glyph == Glyph::Error)
        p.drawPolygon(octagon(5.9));
    else {
        p.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.drawPath(roundTriangle());
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (glyph == Glyph::Ok)
        p.drawPolyline(QPolygonF{{-2.4, 0.2}, {-0.7, 1.9}, {2.5, -1.7}});
    else if (glyph == Glyph::Error) {
        p.drawLine(QPointF(-1.9, -1.9), QPointF(1.9, 1.9));
        p.drawLine(QPointF(1.9, -1.9), QPointF(-1.9, 1.9));
    } else {
        p.drawLine(QPointF(0, -1.6), QPointF(0, 1.0));
        p.drawPoint(QPointF(0, 3.2));
    }
}

void outlinedGlyph(QPainter& p, Glyph glyph, const QColor& color)
{
    QPen pen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    p.setPen(pen);
    p.setBrush(Qt::NoBrush);
    switch (glyph) {
    case Glyph::Running:
        arc(p, 4.9, 90, -270);
        p.setBrush(color);
        p.setPen(Qt::NoPen);
        p.drawPolygon(QPolygonF{{-1.3, -2.2}, {2.3, 0}, {-1.3, 2.2}});
        break;
    case Glyph::Queued:
        arc(p, 4.9, 0, 360);
        p.drawPolyline(QPolygonF{{0, -2.5}, {0, 0.2}, {1.9, 1.2}});
        break;
    case Glyph::Retry:
        arc(p, 4.5, 150, 290);
        p.drawPolyline(QPolygonF{{-5.0, -5.0}, {-5.0, -2.1}, {-2.1, -2.1}});
        break;
    case Glyph::Skipped:
        arc(p, 4.9, 0, 360);
        p.drawLine(QPointF(-1.8, 1.8), QPointF(1.8, -1.8));
        break;
    case Glyph::Unknown:
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.8, 1.72});
        p.setPen(pen);
        arc(p, 4.9, 0, 360);
        break;
    case Glyph::Paused:
        twoBars(p, 3.8);
        break;
    case Glyph::Streaming: {
        arc(p, 4.9, 0, 360);
        QPainterPath wave(QPointF(-2.6, 0.4));
        wave.cubicTo(-1.6, -1.9, -0.8, -1.9, 0, 0);
        wave.cubicTo(0.8, 1.9, 1.6, 1.9, 2.6, -0.4);
        p.drawPath(wave);
        break;
    }
    case Glyph::BetweenTriggers:
        arc(p, 4.9, 0, 360);
        p.drawLine(QPointF(-1.3, -1.7), QPointF(-1.3, 1.7));
        p.drawLine(QPointF(1.3, -1.7), QPointF(1.3, 1.7));
        break;
    case Glyph::Restarting:
        arc(p, 4.5, 160, -130);
        arc(p, 4.5, 340, -130);
        arrowHead(p, {3.9, -2.25}, 60);
        arrowHead(p, {-3.9, 2.25}, 240);
        break;
    case Glyph::Created:
        box(p);
        p.drawLine(QPointF(-2.3, 0), QPointF(2.3, 0));
        p.drawLine(QPointF(0, -2.3), QPointF(0, 2.3));
        break;
    case Glyph::Changed: {
        box(p);
        QPainterPath wave(QPointF(-2.6, 0.5));
        wave.cubicTo(-1.6, -1.8, -0.8, -1.8, 0, 0);
        wave.cubicTo(0.8, 1.8, 1.6, 1.8, 2.6, -0.5);
        p.drawPath(wave);
        break;
    }
    case Glyph::Removed:
        box(p);
        p.drawLine(QPointF(-2.3, 0), QPointF(2.3, 0));
        break;
    default:
        break;
    }
}

} // namespace

Token glyphColor(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Ok:
        return Token::StatusOk;
    case Glyph::Warn:
    case Glyph::Retry:
        return Token::StatusWarn;
    case Glyph::Error:
        return Token::StatusError;
    case Glyph::Running:
    case Glyph::Streaming:
    case Glyph::Restarting:
        return Token::StatusRunning;
    case Glyph::Queued:
        return Token::StatusQueued;
    case Glyph::Created:
    case Glyph::Changed:
    case Glyph::Removed:
        return Token::Accent;
    default:
        return Token::StatusIdle;
    }
}

Mark glyphMark(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Ok:
    case Glyph::Running:
    case Glyph::Streaming:
    case Glyph::Restarting:
        return Mark::Circle;
    case Glyph::Warn:
    case Glyph::Retry:
        return Mark::Triangle;
    case Glyph::Error:
        return Mark::Diamond;
    default:
        return Mark::Ring;
    }
}

QList<qreal> glyphEdgeDash(Glyph glyph)
{
    switch (glyph) {
    case Glyph::None:
    case Glyph::Ok:
    case Glyph::Changed:
        return {};
    case Glyph::Warn:
        return {7, 4};
    case Glyph::Error:
        return {2, 5};
    case Glyph::Running:
    case Glyph::Streaming:
    case Glyph::Restarting:
        return {8, 5};
    default:
        return {4, 4};
    }
}

QString glyphWord(Glyph glyph)
{
    const auto word = [](const char* text) {
        return QCoreApplication::translate("pilothouse::ui::Glyph", text);
    };
    switch (glyph) {
    case Glyph::None:
        return {};
    case Glyph::Ok:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Healthy"));
    case Glyph::Warn:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Degraded"));
    case Glyph::Error:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Failing"));
    case Glyph::Running:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Running"));
    case Glyph::Queued:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Queued"));
    case Glyph::Retry:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Will retry"));
    case Glyph::Skipped:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Skipped"));
    case Glyph::Unknown:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Unknown"));
    case Glyph::Paused:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Paused"));
    case Glyph::Streaming:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Streaming"));
    case Glyph::BetweenTriggers:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Between triggers"));
    case Glyph::Restarting:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Restarting"));
    case Glyph::Created:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Created"));
    case Glyph::Changed:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Changed"));
    case Glyph::Removed:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Removed"));
    }
    return {};
}

void paintGlyph(
    QPainter& painter, const QRectF& area, Glyph glyph, const QColor& color, const QColor& ground)
{
    if (glyph == Glyph::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center());
    const qreal scale = std::min(area.width(), area.height()) / 12.0;
    painter.scale(scale, scale);
    if (glyph == Glyph::Ok || glyph == Glyph::Warn || glyph == Glyph::Error)
        filledGlyph(painter, glyph, color, ground);
    else
        outlinedGlyph(painter, glyph, color);
    painter.restore();
}

void paintGlyph(
    QPainter& painter, const QRectF& area, Glyph glyph, const Theme& theme, Token ground)
{
    paintGlyph(painter, area, glyph, theme.color(glyphColor(glyph)), theme.color(ground));
}

void paintMark(QPainter& painter, const QRectF& area, Mark mark, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center());
    const qreal half = std::min(area.width(), area.height()) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case Mark::Circle:
        painter.drawEllipse(QPointF(0, 0), half * 0.8, half * 0.8);
        break;
    case Mark::Triangle:
        painter.drawPolygon(QPolygonF{{0, -half * 0.9}, {half, half * 0.8}, {-half, half * 0.8}});
        break;
    case Mark::Diamond:
        painter.drawPolygon(QPolygonF{{0, -half}, {half, 0}, {0, half}, {-half, 0}});
        break;
    case Mark::Ring:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.4));
        painter.drawEllipse(QPointF(0, 0), half * 0.7, half * 0.7);
        break;
    }
    painter.restore();
}

void paintMark(QPainter& painter, const QRectF& area, Mark mark, const QColor& color,
    const QColor& ground, qreal cutOut)
{
    paintMark(painter, area.adjusted(-cutOut, -cutOut, cutOut, cutOut),
        mark == Mark::Ring ? Mark::Circle : mark, ground);
    paintMark(painter, area, mark, color);
}

} // namespace pilothouse::ui
