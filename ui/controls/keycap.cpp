// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/keycap.h"

#include "ui/theme/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int capHeight = 18;
constexpr int capPadding = 5;
} // namespace

QString keyText(const QKeySequence& keys)
{
    QStringList words;
    for (const QString& word : keys.toString(QKeySequence::PortableText).split(u'+')) {
        if (word == "Shift"_L1)
            words << u"⇧"_s;
        else if (word == "Return"_L1)
            words << (words.isEmpty() ? u"Enter"_s : u"↵"_s);
        else if (word == "Backtab"_L1) // what Tab becomes with Shift
            words << (words.contains(u"⇧"_s) ? QStringList{u"Tab"_s}
                                             : QStringList{u"⇧"_s, u"Tab"_s});
        else if (word == "Left"_L1)
            words << u"←"_s;
        else if (word == "Right"_L1)
            words << u"→"_s;
        else if (word == "Up"_L1)
            words << u"↑"_s;
        else if (word == "Down"_L1)
            words << u"↓"_s;
        else if (!word.isEmpty())
            words << word;
        else if (words.isEmpty() || words.last() != "+"_L1)
            words << u"+"_s; // the plus key itself splits into two empty words
    }
    return keys.isEmpty() ? QString() : words.join(u' ');
}

QSize keyCapSize(const Theme& theme, const QString& text)
{
    if (text.isEmpty())
        return {};
    const double width = QFontMetricsF(theme.font(TextStyle::MonoSmall)).horizontalAdvance(text);
    return {std::max(static_cast<int>(std::ceil(width)) + 2 * capPadding, capHeight), capHeight};
}

void paintKeyCap(QPainter& painter, const QRectF& box, const QString& text, const Theme& theme,
    const QColor& ink)
{
    const QSize size = keyCapSize(theme, text);
    if (size.isEmpty())
        return;
    const QRectF cap(std::round(box.center().x() - size.width() / 2.0),
        std::round(box.center().y() - size.height() / 2.0), size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = ink;
    edge.setAlphaF(0.5F);
    // On plain plates the border is the one of controls; on fills it is a weaker ink.
    const bool plain = ink == theme.color(Token::Text3) || ink == theme.color(Token::Text2);
    painter.setPen(QPen(plain ? theme.color(Token::LineStrong) : edge, 1));
    painter.setBrush(Qt::NoBrush);
    const int radius = theme.metric(Metric::RadiusChip);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(ink);
    painter.setFont(theme.font(TextStyle::MonoSmall));
    painter.drawText(cap, Qt::AlignCenter, text);
    painter.restore();
}

KeyCap::KeyCap(const QKeySequence& keys, QWidget* parent)
    : KeyCap(keyText(keys), parent)
{
}

KeyCap::KeyCap(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    followTheme(this);
}

void KeyCap::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(Theme::of(this), m_text);
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    paintKeyCap(painter, rect(), m_text, theme, theme.color(Token::Text3));
}

} // namespace pilothouse::ui
