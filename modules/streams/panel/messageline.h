// SPDX-License-Identifier: GPL-3.0-or-later
// MessageLine: one line of text in a list of messages, coloured in parts. It is laid out once and
// drawn as often as it is seen: plain text in letters of one width goes to the painter as glyphs,
// without being shaped at all.
#pragma once

#include "streams/panel/matchfinder.h"

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QRawFont>

#include <memory>

class QPainter;
class QTextLayout;

namespace pilothouse::streams
{

// A font as lists need it; made once for all lines.
class MessageFont final
{
public:
    MessageFont() = default;
    explicit MessageFont(const QFont& font);

    const QFont& font() const { return m_font; }
    const QRawFont& raw() const { return m_raw; }
    qreal letter() const { return m_letter; } // 0: letters differ
    qreal ascent() const { return m_ascent; }
    qreal height() const { return m_height; }
    // The glyph of a plain letter or an ellipsis; 0: it has to be shaped.
    quint32 glyph(QChar c) const;

private:
    QFont m_font;
    QRawFont m_raw;
    qreal m_letter = 0;
    qreal m_ascent = 0;
    qreal m_height = 0;
    std::vector<quint32> m_glyphs; // of 0x20 to 0x7e, then the ellipsis
};

class MessageLine final
{
public:
    struct Part {
        TextSpan span;
        QColor ink;
        QColor ground; // invalid: none
    };

    // Of parts that overlap the later one is seen.
    MessageLine(const QString& text, const MessageFont& font, const QColor& ink,
        const std::vector<Part>& parts = {});
    ~MessageLine();
    MessageLine(MessageLine&&) noexcept;
    MessageLine& operator=(MessageLine&&) noexcept;
    Q_DISABLE_COPY(MessageLine)

    qreal width() const { return m_width; }
    qreal height() const { return m_height; }
    bool isShaped() const { return m_layout != nullptr; }
    void draw(QPainter& painter, QPointF topLeft) const;

private:
    bool layGlyphs(const QString& text, const MessageFont& font, const std::vector<QColor>& inks);
    void shape(const QString& text, const MessageFont& font, const std::vector<Part>& parts);

    struct Ground {
        QRectF box;
        QColor color;
    };
    qreal m_width = 0;
    qreal m_height = 0;
    QColor m_ink;
    std::vector<Ground> m_grounds;
    std::vector<std::pair<QColor, QGlyphRun>> m_runs;
    qreal m_ascent = 0;
    std::unique_ptr<QTextLayout> m_layout; // of text that has to be shaped
};

} // namespace pilothouse::streams
