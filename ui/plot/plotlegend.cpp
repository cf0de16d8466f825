// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plotlegend.h"

#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <cmath>

namespace pilothouse::ui
{

namespace
{
constexpr int kMark = 12;
constexpr int kGap = 6;
constexpr int kBetween = 12;
} // namespace

PlotLegend::PlotLegend(PlotView* plot, QWidget* parent)
    : QWidget(parent)
    , m_plot(plot)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    followTheme(this);
    connect(plot, &PlotView::drawn, this, [this] {
        updateGeometry();
        update();
        setToolTip(m_plot->description());
        setAccessibleName(m_plot->description());
    });
}

int PlotLegend::widthWith(bool names) const
{
    const Theme& theme = Theme::of(this);
    const QFontMetricsF words(theme.font(TextStyle::Cell));
    const QFontMetricsF numbers(theme.font(TextStyle::Mono));
    double width = 0;
    for (const PlotLabel& label : m_plot->labels()) {
        width += kMark + kGap + numbers.horizontalAdvance(label.newest) + kBetween;
        if (names)
            width += words.horizontalAdvance(label.name) + kGap;
    }
    return std::max(0, static_cast<int>(std::ceil(width)) - kBetween);
}

QSize PlotLegend::sizeHint() const
{
    return {widthWith(true), 20};
}

QSize PlotLegend::minimumSizeHint() const
{
    return {widthWith(false), 20};
}

void PlotLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool names = width() >= widthWith(true);
    double x = width() - widthWith(names);
    const double middle = std::floor(height() / 2.0) + 0.5;
    const auto write = [&](const QString& text, TextStyle style, Token tone) {
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(tone));
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(text);
        painter.drawText(QRectF(x, 0, wide + 2, height()), Qt::AlignVCenter, text);
        x += wide + kGap;
    };
    for (const PlotLabel& label : m_plot->labels()) {
        QPen pen(theme.color(label.tone), 2);
        if (label.dashed)
            pen.setDashPattern({1, 1});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, middle), QPointF(x + kMark, middle));
        x += kMark + kGap;
        if (names)
            write(label.name, TextStyle::Cell, Token::Text2);
        write(label.newest, TextStyle::Mono, Token::Text);
        x += kBetween - kGap;
    }
}

} // namespace pilothouse::ui
