// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/chip.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QHash>
#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>
#include <tuple>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int padding = 6;
constexpr int glyphSize = 11;
constexpr int glyphGap = 5;
constexpr int closeSpace = 16;

// Chips show states and tags: few texts, each measured and drawn again in every row of a frame.
double widthOf(const QFont& font, const QString& text)
{
    constexpr qsizetype most = 500;
    // Not the font itself: it must not outlive the application.
    thread_local std::tuple<QStringList, double, int> measured;
    thread_local QHash<QString, double> widths;
    const auto look = std::tuple(font.families(), font.pointSizeF(), int(font.weight()));
    if (look != measured || widths.size() >= most) {
        measured = look;
        widths.clear();
    }
    if (const auto known = widths.constFind(text); known != widths.constEnd())
        return *known;
    return *widths.insert(text, QFontMetricsF(font).horizontalAdvance(text));
}
} // namespace

QSize chipSize(const Theme& theme, const QString& text, Glyph glyph)
{
    const double words = widthOf(theme.font(TextStyle::Micro), text);
    const int sign = glyph == Glyph::None ? 0 : glyphSize + glyphGap;
    return {static_cast<int>(std::ceil(words)) + 2 * padding + sign, theme.metric(Metric::Chip)};
}

void paintChip(QPainter& painter, const QRectF& box, const QString& text, Token tone,
    const Theme& theme, Glyph glyph)
{
    const double height = std::min(box.height(), static_cast<double>(theme.metric(Metric::Chip)));
    const QRectF plate(box.left(), std::round(box.center().y() - height / 2), box.width(), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(softOf(tone)));
    const int radius = theme.metric(Metric::RadiusChip);
    painter.drawRoundedRect(plate, radius, radius);
    double x = plate.left() + padding;
    const QColor ink = theme.color(tone == Token::StatusIdle ? Token::Text2 : tone);
    if (glyph != Glyph::None) {
        paintGlyph(painter,
            QRectF(x, std::round(plate.center().y() - glyphSize / 2.0), glyphSize, glyphSize),
            glyph, ink, theme.color(softOf(tone)));
        x += glyphSize + glyphGap;
    }
    const QFont font = theme.font(TextStyle::Micro);
    painter.setFont(font);
    painter.setPen(ink);
    const QRectF words(x, plate.top(), plate.right() - x - padding + 1, plate.height());
    painter.drawText(words, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
        widthOf(font, text) <= words.width()
            ? text
            : QFontMetricsF(font).elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
}

Chip::Chip(const QString& text, Token tone, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
    followTheme(this);
}

void Chip::setText(const QString& text)
{
    m_text = text;
    describe();
}

void Chip::setTone(Token tone)
{
    m_tone = tone;
    update();
}

void Chip::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    describe();
}

void Chip::setClosable(bool closable)
{
    m_closable = closable;
    setFocusPolicy(closable ? Qt::StrongFocus : Qt::NoFocus);
    describe();
}

void Chip::describe()
{
    const QString word = glyphWord(m_glyph);
    setAccessibleName(word.isEmpty() ? m_text : u"%1, %2"_s.arg(m_text, word));
    if (m_closable)
        setToolTip(tr("Remove %1 (Del)").arg(m_text));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    QSize size = chipSize(Theme::of(this), m_text, m_glyph);
    if (m_closable)
        size.rwidth() += closeSpace;
    return size;
}

QSize Chip::minimumSizeHint() const
{
    return sizeHint();
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintChip(painter, rect(), m_text, m_tone, theme, m_glyph);
    if (m_closable) {
        const QRectF cross(width() - padding - 9, (height() - 9) / 2, 9, 9);
        paintIcon(painter, cross, u"close"_s,
            theme.color(m_tone == Token::StatusIdle ? Token::Text2 : m_tone));
    }
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_closable && event->position().x() >= width() - padding - closeSpace + 4)
        Q_EMIT closed();
    else
        QWidget::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_closable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

StatusChip::StatusChip(Glyph glyph, const QString& text, QWidget* parent)
    : Chip(text, glyphColor(glyph), parent)
{
    setGlyph(glyph);
}

void StatusChip::setState(Glyph glyph, const QString& text)
{
    setTone(glyphColor(glyph));
    setGlyph(glyph);
    setText(text);
}

} // namespace pilothouse::ui
