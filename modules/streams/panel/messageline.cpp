// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messageline.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace pilothouse::streams
{

namespace
{

constexpr char16_t kFirst = 0x20;
constexpr char16_t kLast = 0x7e;
constexpr char16_t kEllipsis = 0x2026;

} // namespace

MessageFont::MessageFont(const QFont& font)
    : m_font(font)
    , m_raw(QRawFont::fromFont(font))
{
    const QFontMetricsF metrics(font);
    m_ascent = metrics.ascent();
    m_height = metrics.ascent() + metrics.descent();
    if (!QFontInfo(font).fixedPitch() || !m_raw.isValid())
        return;
    m_letter = metrics.horizontalAdvance(u'i');
    QString letters;
    for (char16_t c = kFirst; c <= kLast; ++c)
        letters += QChar(c);
    letters += QChar(kEllipsis);
    const QList<quint32> glyphs = m_raw.glyphIndexesForString(letters);
    if (glyphs.size() == letters.size())
        m_glyphs.assign(glyphs.begin(), glyphs.end());
}

quint32 MessageFont::glyph(QChar c) const
{
    if (m_glyphs.empty())
        return 0;
    const char16_t code = c.unicode();
    return code == kEllipsis            ? m_glyphs.back()
        : code < kFirst || code > kLast ? 0
                                        : m_glyphs[size_t(code - kFirst)];
}

MessageLine::MessageLine(
    const QString& text, const MessageFont& font, const QColor& ink, const std::vector<Part>& parts)
    : m_height(font.height())
    , m_ink(ink)
    , m_ascent(font.ascent())
{
    std::vector<QColor> inks(size_t(text.size()), ink);
    for (const Part& part : parts)
        for (qsizetype i = std::max<qsizetype>(0, part.span.start);
             i < std::min(text.size(), part.span.start + part.span.length); ++i)
            inks[size_t(i)] = part.ink;
    if (!layGlyphs(text, font, inks)) {
        shape(text, font, parts);
        return;
    }
    for (const Part& part : parts)
        if (part.ground.isValid() && part.span.start < text.size())
            m_grounds.push_back(
                {{double(part.span.start) * font.letter(), 0,
                     double(std::min(part.span.length, text.size() - part.span.start))
                         * font.letter(),
                     font.height()},
                    part.ground});
}

MessageLine::~MessageLine() = default;
MessageLine::MessageLine(MessageLine&&) noexcept = default;
MessageLine& MessageLine::operator=(MessageLine&&) noexcept = default;

// One run for each colour. False: there is a letter that has to be shaped.
bool MessageLine::layGlyphs(
    const QString& text, const MessageFont& font, const std::vector<QColor>& inks)
{
    if (font.letter() <= 0)
        return false;
    struct Run {
        QColor ink;
        QList<quint32> glyphs;
        QList<QPointF> places;
    };
    std::vector<Run> runs;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const quint32 glyph = font.glyph(text[i]);
        if (glyph == 0)
            return false;
        if (text[i] == u' ')
            continue;
        const QColor& ink = inks[size_t(i)];
        auto run = std::find_if(
            runs.begin(), runs.end(), [&](const Run& one) { return one.ink == ink; });
        if (run == runs.end())
            run = runs.insert(runs.end(), Run{ink, {}, {}});
        run->glyphs.append(glyph);
        run->places.append(QPointF(double(i) * font.letter(), 0));
    }
    for (Run& run : runs) {
        QGlyphRun out;
        out.setRawFont(font.raw());
        out.setGlyphIndexes(run.glyphs);
        out.setPositions(run.places);
        m_runs.emplace_back(run.ink, out);
    }
    m_width = double(text.size()) * font.letter();
    return true;
}

void MessageLine::shape(
    const QString& text, const MessageFont& font, const std::vector<Part>& parts)
{
    QList<QTextLayout::FormatRange> formats;
    for (const Part& part : parts) {
        QTextLayout::FormatRange range;
        range.start = int(part.span.start);
        range.length = int(std::min(part.span.length, text.size() - part.span.start));
        range.format.setForeground(part.ink);
        if (part.ground.isValid())
            range.format.setBackground(part.ground);
        if (range.length > 0)
            formats.append(range);
    }
    m_layout = std::make_unique<QTextLayout>(text, font.font());
    m_layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    m_layout->setTextOption(option);
    m_layout->setFormats(formats);
    m_layout->beginLayout();
    QTextLine line = m_layout->createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    m_layout->endLayout();
    m_width = line.isValid() ? line.naturalTextWidth() : 0;
    m_height = m_layout->boundingRect().height();
}

void MessageLine::draw(QPainter& painter, QPointF topLeft) const
{
    painter.setPen(m_ink);
    if (m_layout) {
        m_layout->draw(&painter, topLeft);
        return;
    }
    for (const Ground& ground : m_grounds)
        painter.fillRect(ground.box.translated(topLeft), ground.color);
    const QPointF baseline = topLeft + QPointF(0, m_ascent);
    for (const auto& [ink, glyphs] : m_runs) {
        painter.setPen(ink);
        painter.drawGlyphRun(baseline, glyphs);
    }
}

} // namespace pilothouse::streams
