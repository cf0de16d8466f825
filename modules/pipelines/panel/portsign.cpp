// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/portsign.h"

#include "pipelines/panel/pipelinescene.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <numbers>

namespace pilothouse::pipelines
{

namespace
{

struct Entry {
    PortType type;
    QString words;
};

std::array<Entry, 5> entries()
{
    return {{{PortType::Stream, PortLegend::tr("stream")},
        {PortType::Table, PortLegend::tr("table")}, {PortType::File, PortLegend::tr("file")},
        {PortType::Model, PortLegend::tr("model")}, {PortType::Check, PortLegend::tr("check")}}};
}

constexpr int kSign = 16; // sign and space before the word
constexpr int kGap = 14;

} // namespace

void paintPortSign(QPainter& p, QPointF at, ui::PortShape shape, double r, const QColor& color)
{
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    switch (shape) {
    case ui::PortShape::Circle:
        p.drawEllipse(at, r, r);
        break;
    case ui::PortShape::Square:
        p.drawRoundedRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), 1, 1);
        break;
    case ui::PortShape::Diamond:
        p.drawPolygon(QPolygonF{at + QPointF(0, -r * 1.3), at + QPointF(r * 1.3, 0),
            at + QPointF(0, r * 1.3), at + QPointF(-r * 1.3, 0)});
        break;
    case ui::PortShape::Hexagon: {
        QPolygonF sign;
        for (int i = 0; i < 6; ++i)
            sign << at
                    + QPointF(
                          std::cos(i * std::numbers::pi / 3), std::sin(i * std::numbers::pi / 3))
                        * r * 1.15;
        p.drawPolygon(sign);
        break;
    }
    case ui::PortShape::Triangle:
        p.drawPolygon(QPolygonF{
            at + QPointF(0, -r * 1.1), at + QPointF(r * 1.15, r), at + QPointF(-r * 1.15, r)});
        break;
    }
}

PortLegend::PortLegend(QWidget* parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Entry& entry : entries())
        words.append(entry.words);
    setAccessibleName(tr("Types of ports: %1").arg(words.join(u", ")));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize PortLegend::sizeHint() const
{
    const QFontMetricsF metrics(ui::Theme::of(this).font(ui::TextStyle::Caption));
    double wide = 8;
    for (const Entry& entry : entries())
        wide += kSign + metrics.horizontalAdvance(entry.words) + kGap;
    return {int(std::ceil(wide)), 20};
}

void PortLegend::paintEvent(QPaintEvent*)
{
    const auto& theme = ui::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = theme.font(ui::TextStyle::Caption);
    painter.setFont(font);
    double x = 8;
    for (const Entry& entry : entries()) {
        paintPortSign(
            painter, {x, height() / 2.0}, shapeOf(entry.type), 4, theme.color(toneOf(entry.type)));
        const double wide = QFontMetricsF(font).horizontalAdvance(entry.words);
        painter.setPen(theme.color(ui::Token::Text2));
        painter.drawText(QRectF(x + kSign - 6, 0, wide + 2, height()),
            Qt::AlignLeft | Qt::AlignVCenter, entry.words);
        x += kSign + wide + kGap;
    }
}

} // namespace pilothouse::pipelines
