// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/pill.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int padding = 8;
constexpr int gap = 6;
} // namespace

Pill::Pill(const QString& service, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(service);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextStyle(this, TextStyle::Caption);
    describe();
    followTheme(this);
}

void Pill::setState(Glyph glyph, const QString& detail)
{
    if (glyph == m_glyph && detail == m_detail)
        return;
    m_glyph = glyph;
    m_detail = detail;
    describe();
}

void Pill::setService(const QString& service)
{
    setText(service);
    describe();
}

void Pill::describe()
{
    const QString words = m_detail.isEmpty()
        ? u"%1, %2"_s.arg(text(), glyphWord(m_glyph))
        : u"%1, %2, %3"_s.arg(text(), glyphWord(m_glyph), m_detail);
    setAccessibleName(words);
    setToolTip(words);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    const QFontMetrics mono(Theme::of(this).font(TextStyle::MonoSmall));
    const int detail = m_detail.isEmpty() ? 0 : gap + mono.horizontalAdvance(m_detail);
    return {2 * padding + 8 + gap + fontMetrics().horizontalAdvance(text()) + detail, 22};
}

void Pill::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool alarming
        = m_glyph == Glyph::Warn || m_glyph == Glyph::Error || m_glyph == Glyph::Retry;
    const Token tone = glyphColor(m_glyph);
    const QRectF plate(0, (height() - 22) / 2.0, width(), 22);
    if (alarming || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(alarming ? softOf(tone)
                : isDown()                    ? Token::Press
                                              : Token::Hover));
        painter.drawRoundedRect(plate, 3, 3);
    }
    paintMark(painter, QRectF(padding, plate.center().y() - 4, 8, 8), glyphMark(m_glyph),
        theme.color(tone));
    int x = padding + 8 + gap;
    painter.setFont(font());
    painter.setPen(theme.color(alarming ? tone : Token::Text2));
    const int words = fontMetrics().horizontalAdvance(text());
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(QRect(x, 0, words + 1, height()), flags, text());
    x += words + gap;
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.setPen(theme.color(alarming ? tone : Token::Text3));
    painter.drawText(QRect(x, 0, width() - x, height()), flags, m_detail);
}

} // namespace pilothouse::ui
