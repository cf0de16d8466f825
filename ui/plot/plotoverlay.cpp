// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotoverlay.h"

#include "ui/theme/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int smallestBrush = 6; // pixels; less is a click
constexpr int handleWidth = 6;
constexpr int handleHeight = 24;
} // namespace

PlotOverlay::PlotOverlay(PlotGeometry geometry, QWidget* parent)
    : QWidget(parent)
    , m_plot(std::move(geometry))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", u"inner"_s);
    followTheme(this);
}

void PlotOverlay::setCursorTime(std::optional<qint64> time)
{
    if (time == m_time)
        return;
    m_time = time;
    update();
}

int PlotOverlay::inside(int x) const
{
    const QRect area = m_plot.area();
    return std::clamp(x, area.left(), area.right());
}

void PlotOverlay::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_brushFrom = m_plot.timeAt(inside(qRound(event->position().x())));
    m_brushTo = m_brushFrom;
    update();
}

void PlotOverlay::mouseMoveEvent(QMouseEvent* event)
{
    m_own = true;
    const qint64 time = m_plot.timeAt(inside(qRound(event->position().x())));
    if (m_dragging)
        m_brushTo = time;
    Q_EMIT pointerMoved(time);
    setCursorTime(time);
    update();
}

void PlotOverlay::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    choose();
}

void PlotOverlay::choose()
{
    if (m_brushFrom && m_brushTo
        && std::abs(m_plot.xAt(*m_brushFrom) - m_plot.xAt(*m_brushTo)) >= smallestBrush)
        Q_EMIT rangeChosen(std::min(*m_brushFrom, *m_brushTo), std::max(*m_brushFrom, *m_brushTo));
    m_brushFrom.reset();
    m_brushTo.reset();
    update();
}

void PlotOverlay::leaveEvent(QEvent*)
{
    m_own = false;
    Q_EMIT pointerMoved(std::nullopt);
    setCursorTime(std::nullopt);
}

void PlotOverlay::focusOutEvent(QFocusEvent* event)
{
    if (!underMouse())
        leaveEvent(event);
    QWidget::focusOutEvent(event);
}

void PlotOverlay::step(int pixels, bool select)
{
    const QRect area = m_plot.area();
    const int x = m_time ? qRound(m_plot.xAt(*m_time)) : area.center().x();
    const qint64 time = m_plot.timeAt(inside(x + pixels));
    if (select) {
        if (!m_brushFrom)
            m_brushFrom = m_plot.timeAt(inside(x));
        m_brushTo = time;
    } else {
        m_brushFrom.reset();
        m_brushTo.reset();
    }
    m_own = true;
    Q_EMIT pointerMoved(time);
    setCursorTime(time);
    update();
}

void PlotOverlay::keyPressEvent(QKeyEvent* event)
{
    const bool select = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        step(-8, select);
        return;
    case Qt::Key_Right:
        step(8, select);
        return;
    case Qt::Key_Z:
        choose();
        return;
    case Qt::Key_Escape:
        if (m_brushFrom) {
            m_dragging = false;
            m_brushFrom.reset();
            m_brushTo.reset();
            update();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PlotOverlay::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    const QRect area = m_plot.area();
    QPainter painter(this);
    paintUnrecorded(painter);
    if (m_brushFrom && m_brushTo) {
        const double left = m_plot.xAt(std::min(*m_brushFrom, *m_brushTo));
        const double right = m_plot.xAt(std::max(*m_brushFrom, *m_brushTo));
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()),
            theme.color(Token::Accent, 0.12));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        for (const double x : {left, right})
            painter.drawRoundedRect(
                QRectF(x - handleWidth / 2.0, area.center().y() - handleHeight / 2.0, handleWidth,
                    handleHeight),
                2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!m_time)
        return;
    const double x = std::round(m_plot.xAt(*m_time));
    if (x < area.left() || x > area.right())
        return;
    painter.fillRect(QRectF(x, area.top(), 1, area.height()), theme.color(Token::Text2));
    if (m_own)
        paintTooltip(painter, x);
}

void PlotOverlay::paintUnrecorded(QPainter& painter) const
{
    const QString words = m_plot.unrecorded();
    if (words.isEmpty())
        return;
    const Theme& theme = Theme::of(this);
    const QRect area = m_plot.area();
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(area.adjusted(8, 4, -8, -4), static_cast<int>(Qt::AlignCenter),
        painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width() - 16));
}

void PlotOverlay::paintTooltip(QPainter& painter, double x) const
{
    const Theme& theme = Theme::of(this);
    const QList<PlotTip> lines = m_plot.tooltip(*m_time);
    if (lines.isEmpty())
        return;
    constexpr int kMark = 10;
    constexpr int kIndent = kMark + 6;
    painter.setFont(theme.font(TextStyle::MonoSmall));
    const QFontMetrics metrics = painter.fontMetrics();
    int wide = 0;
    for (const PlotTip& line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line.text) + (line.tone ? kIndent : 0));
    const int row = 16;
    QRectF box(
        x + 10, m_plot.area().top() + 4, wide + 16, row * static_cast<int>(lines.size()) + 10);
    if (box.right() > width() - 4)
        box.moveRight(x - 10);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Overlay));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    double y = box.top() + 5;
    for (qsizetype i = 0; i < lines.size(); ++i, y += row) {
        double left = box.left() + 8;
        if (lines[i].tone) {
            QPen mark(theme.color(*lines[i].tone), 2);
            mark.setCapStyle(Qt::FlatCap);
            if (lines[i].dashed)
                mark.setDashPattern({1, 1});
            painter.setPen(mark);
            painter.drawLine(QPointF(left, y + row / 2.0), QPointF(left + kMark, y + row / 2.0));
            left += kIndent;
        }
        painter.setPen(theme.color(i == 0 ? Token::Text3 : Token::Text));
        painter.drawText(QRectF(left, y, wide + 1, row),
            static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), lines[i].text);
    }
}

} // namespace pilothouse::ui
