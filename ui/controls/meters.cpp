// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/meters.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

void paintSparkline(QPainter& painter, const QRectF& box, const QList<double>& values, Token tone,
    const Theme& theme)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (values.size() < 2 || low > high)
        return;
    const QRectF area = box.adjusted(1, 2, -3, -2);
    const double step = area.width() / static_cast<double>(values.size() - 1);
    const double span = high > low ? high - low : 1;
    const auto place = [&](qsizetype i) {
        const double share = high > low ? (values[i] - low) / span : 0.5;
        return QPointF(
            area.left() + step * static_cast<double>(i), area.bottom() - share * area.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen pen(theme.color(tone), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QColor fill = theme.color(tone, 0.12);
    for (qsizetype i = 0; i < values.size();) {
        if (!std::isfinite(values[i])) {
            ++i;
            continue;
        }
        QPolygonF run;
        for (; i < values.size() && std::isfinite(values[i]); ++i)
            run << place(i);
        QPolygonF ground = run;
        ground << QPointF(run.last().x(), box.bottom()) << QPointF(run.first().x(), box.bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(ground);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen);
        painter.drawPolyline(run);
    }
    if (std::isfinite(values.last())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(tone));
        painter.drawEllipse(place(values.size() - 1), 1.8, 1.8);
    }
    painter.restore();
}

void paintSizeBar(
    QPainter& painter, const QRectF& box, double fraction, Token tone, const Theme& theme)
{
    const QRectF bar(box.left(), std::round(box.center().y() - 2.5), box.width(), 5);
    painter.fillRect(bar, theme.color(Token::Press));
    const double share = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    if (share > 0) // whatever is not zero stays visible
        painter.fillRect(QRectF(bar.left(), bar.top(), std::max(1.0, share * bar.width()), 5),
            theme.color(tone));
}

ProgressLine::ProgressLine(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    followTheme(this);
}

void ProgressLine::setFraction(double fraction)
{
    m_fraction = fraction;
    setAccessibleDescription(
        fraction < 0 ? tr("amount not known") : u"%1 %"_s.arg(std::lround(fraction * 100)));
    update();
}

void ProgressLine::setTone(Token tone)
{
    m_tone = tone;
    update();
}

void ProgressLine::setThickness(int pixels)
{
    m_thickness = pixels;
    updateGeometry();
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {96, m_thickness};
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double top = (height() - m_thickness) / 2.0;
    const double radius = m_thickness > 2 ? 2 : 0;
    painter.setBrush(theme.color(Token::Press));
    painter.drawRoundedRect(QRectF(0, top, width(), m_thickness), radius, radius);
    const double share = m_fraction < 0 ? 0.33 : std::clamp(m_fraction, 0.0, 1.0);
    painter.setBrush(theme.color(m_tone));
    painter.drawRoundedRect(QRectF(0, top, share * width(), m_thickness), radius, radius);
}

Sparkline::Sparkline(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

void Sparkline::setValues(const QList<double>& values)
{
    m_values = values;
    update();
}

void Sparkline::setTone(Token tone)
{
    m_tone = tone;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {76, 18};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), m_values, m_tone, Theme::of(this));
}

SizeBar::SizeBar(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

void SizeBar::setFraction(double fraction)
{
    m_fraction = fraction;
    update();
}

void SizeBar::setTone(Token tone)
{
    m_tone = tone;
    update();
}

QSize SizeBar::sizeHint() const
{
    return {52, 18};
}

void SizeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSizeBar(painter, rect(), m_fraction, m_tone, Theme::of(this));
}

} // namespace pilothouse::ui
