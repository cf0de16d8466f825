// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/glyphs.h"

#include "ui/theme/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

namespace pilothouse::ui
{

Token glyphColor(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Ok:
        return Token::StatusOk;
    case Glyph::Warn:
    case Glyph::Retry:
        return Token::StatusWarn;
    case Glyph::Error:
    case Glyph::UpstreamFailed:
        return Token::StatusError;
    case Glyph::Running:
    case Glyph::Streaming:
    case Glyph::Restarting:
        return Token::StatusRunning;
    case Glyph::Queued:
    case Glyph::Reschedule:
    case Glyph::Scheduled:
    case Glyph::Deferred:
    case Glyph::AwaitingInput:
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
    case Glyph::UpstreamFailed:
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
    case Glyph::UpstreamFailed:
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
    case Glyph::UpstreamFailed:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Upstream failed"));
    case Glyph::Reschedule:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Looks again later"));
    case Glyph::Scheduled:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Scheduled"));
    case Glyph::Deferred:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Deferred"));
    case Glyph::AwaitingInput:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Awaits input"));
    case Glyph::Gone:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Removed"));
    case Glyph::NoStatus:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "No status"));
    case Glyph::Created:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Created"));
    case Glyph::Changed:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Changed"));
    case Glyph::Removed:
        return word(QT_TRANSLATE_NOOP("pilothouse::ui::Glyph", "Removed"));
    }
    return {};
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
