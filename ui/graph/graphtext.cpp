// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphtext.h"

#include "ui/graph/graphnames.h"
#include "ui/theme/theme.h"

#include <QtGui/QGlyphRun>
#include <QtGui/QPainter>

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kFirst = 0x20;
constexpr int kLast = 0x7e;
constexpr qsizetype kMostShaped = 4096;

bool isPlain(QStringView words)
{
    return std::ranges::all_of(
        words, [](QChar c) { return c.unicode() >= kFirst && c.unicode() <= kLast; });
}

} // namespace

void GraphText::clear()
{
    m_faces.clear();
    m_shaped.clear();
}

GraphText::Face& GraphText::face(TextStyle style, double scale)
{
    // Half pixel steps of the size on screen.
    const int step = std::max(1, qRound(scale * 24));
    const auto [found, added] = m_faces.try_emplace({int(style), step});
    Face& face = found->second;
    if (!added)
        return face;
    face.font = m_theme.font(style);
    face.font.setPointSizeF(face.font.pointSizeF() * step / 24.0);
    const QFontMetricsF metrics(face.font);
    face.below = (metrics.ascent() - metrics.descent()) / 2;
    face.raw = QRawFont::fromFont(face.font);
    QString all(u'\u2026');
    for (int c = kFirst; c <= kLast; ++c)
        all.append(QChar(c));
    const QList<quint32> glyphs = face.raw.glyphIndexesForString(all);
    if (glyphs.size() != all.size() || glyphs.contains(0)) {
        face.raw = QRawFont(); // then every text is shaped
        return face;
    }
    const QList<QPointF> widths = face.raw.advancesForGlyphIndexes(glyphs);
    face.dots = glyphs[0];
    face.dotsWidth = widths[0].x();
    for (int c = kFirst; c <= kLast; ++c) {
        face.glyphs[size_t(c)] = glyphs[c - kFirst + 1];
        face.widths[size_t(c)] = widths[c - kFirst + 1].x();
    }
    return face;
}

double GraphText::draw(QPainter& painter, const Line& line, double scale, bool exact)
{
    if (line.words.isEmpty() || line.room < 6)
        return 0;
    const Face& face = this->face(line.style, scale);
    painter.setPen(line.color);
    return !exact && face.raw.isValid() && isPlain(line.words)
        ? drawPlain(painter, line, face)
        : drawShaped(painter, line, face, exact);
}

double GraphText::drawPlain(QPainter& painter, const Line& line, const Face& face)
{
    const auto size = size_t(line.words.size());
    m_ends.resize(size);
    double end = 0;
    for (size_t i = 0; i < size; ++i)
        m_ends[i] = end += face.widths[line.words[qsizetype(i)].unicode()];
    const CutName cut = cutName(m_ends, line.room, face.dotsWidth, line.differs);
    m_glyphs.clear();
    m_places.clear();
    double x = 0;
    const auto put = [&](quint32 glyph, double width) {
        m_glyphs.push_back(glyph);
        m_places.emplace_back(x, 0);
        x += width;
    };
    const auto part = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            const char16_t c = line.words[i].unicode();
            put(face.glyphs[c], face.widths[c]);
        }
    };
    part(0, cut.head);
    if (cut.gap)
        put(face.dots, face.dotsWidth);
    part(cut.from, cut.to);
    if (cut.open)
        put(face.dots, face.dotsWidth);
    QGlyphRun run;
    run.setRawFont(face.raw);
    run.setRawData(m_glyphs.data(), m_places.data(), int(m_glyphs.size()));
    painter.drawGlyphRun(
        QPointF(line.right ? line.at.x() - x : line.at.x(), line.at.y() + face.below), run);
    return x;
}

QString GraphText::cutShaped(const Line& line, const QFontMetricsF& metrics)
{
    if (metrics.horizontalAdvance(line.words) <= line.room)
        return line.words;
    m_ends.clear();
    for (qsizetype i = 1; i <= line.words.size(); ++i)
        m_ends.push_back(metrics.horizontalAdvance(line.words, int(i)));
    const QString dots(u'\u2026');
    const CutName cut = cutName(m_ends, line.room, metrics.horizontalAdvance(dots), line.differs);
    return line.words.left(cut.head) + (cut.gap ? dots : QString())
        + line.words.mid(cut.from, cut.to - cut.from) + (cut.open ? dots : QString());
}

double GraphText::drawShaped(QPainter& painter, const Line& line, const Face& face, bool exact)
{
    painter.setFont(face.font);
    if (exact) {
        const QFontMetricsF metrics(face.font);
        const QString words = cutShaped(line, metrics);
        const double width = metrics.horizontalAdvance(words);
        painter.drawText(
            QPointF(line.right ? line.at.x() - width : line.at.x(), line.at.y() + face.below),
            words);
        return width;
    }
    if (m_shaped.size() > kMostShaped)
        m_shaped.clear();
    const QString key
        = u"%1 %2 %3"_s.arg(quintptr(&face)).arg(int(line.room)).arg(line.differs) + line.words;
    auto found = m_shaped.find(key);
    if (found == m_shaped.end()) {
        QStaticText text(cutShaped(line, QFontMetricsF(face.font)));
        text.setTextFormat(Qt::PlainText);
        text.prepare({}, face.font);
        found = m_shaped.insert(key, text);
    }
    const QSizeF size = found->size();
    painter.drawStaticText(QPointF(line.right ? line.at.x() - size.width() : line.at.x(),
                               line.at.y() - size.height() / 2),
        *found);
    return size.width();
}

} // namespace pilothouse::ui
