// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logtext.h"

#include "ui/logview/logmatcher.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

namespace
{

constexpr int kTabColumns = 8;

std::optional<Token> inkOf(int colour)
{
    switch (colour) {
    case 0:
        return Token::Text3; // black would vanish in the dark
    case 1:
        return Token::StatusError;
    case 2:
        return Token::StatusOk;
    case 3:
        return Token::StatusWarn;
    case 4:
        return Token::Accent;
    case 5:
        return Token::StatusQueued;
    case 6:
        return Token::StatusRunning;
    default:
        return Token::Text;
    }
}

struct Pen {
    std::optional<Token> ink;
    bool bold = false;
    bool operator==(const Pen&) const = default;
};

// "1;31" and the like; what has no counterpart in our colours changes nothing.
void applyCodes(QByteArrayView codes, Pen& pen)
{
    std::vector<int> numbers{0};
    for (const char c : codes) {
        if (c >= '0' && c <= '9')
            numbers.back() = std::min(numbers.back() * 10 + (c - '0'), 9999);
        else if (c == ';' || c == ':')
            numbers.push_back(0);
    }
    for (size_t i = 0; i < numbers.size(); ++i) {
        const int n = numbers[i];
        if (n == 0)
            pen = {};
        else if (n == 1)
            pen.bold = true;
        else if (n == 22)
            pen.bold = false;
        else if (n == 39)
            pen.ink.reset();
        else if (n >= 30 && n <= 37)
            pen.ink = inkOf(n - 30);
        else if (n >= 90 && n <= 97)
            pen.ink = inkOf(n - 90);
        else if ((n == 38 || n == 48) && i + 1 < numbers.size()) {
            const bool indexed = numbers[i + 1] == 5;
            if (n == 38 && indexed && i + 2 < numbers.size() && numbers[i + 2] < 16)
                pen.ink = inkOf(numbers[i + 2] % 8);
            i += indexed ? 2 : 4;
        }
    }
}

// Control characters as symbols; marks that turn the direction of text as a box, so that a line
// reads as it is stored.
QChar visible(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x20 && u != u'\t')
        return QChar(char16_t(0x2400 + u));
    if (u == 0x7f)
        return QChar(char16_t(0x2421));
    const bool turns = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
    if (turns || (u >= 0x80 && u < 0xa0) || u == 0x2028 || u == 0x2029)
        return QChar(char16_t(0x2426));
    return c;
}

} // namespace

LogShown shownLine(QByteArrayView line, qsizetype most)
{
    LogShown out;
    if (line.size() > most) {
        qsizetype end = most;
        while (end > most - 4 && (uchar(line[end]) & 0xC0u) == 0x80u)
            --end; // not in the middle of a character
        out.hidden = line.size() - end;
        line = line.first(end);
    }
    Pen pen;
    qsizetype at = 0;
    while (at < line.size()) {
        const auto escape = line.sliced(at).indexOf(char(0x1b));
        const qsizetype end = escape < 0 ? line.size() : at + escape;
        if (end > at) {
            const auto begin = int(out.text.size());
            out.text += QString::fromUtf8(line.sliced(at, end - at));
            if (pen != Pen())
                out.spans.push_back({begin, int(out.text.size()) - begin, pen.ink, pen.bold});
        }
        if (end == line.size())
            break;
        const qsizetype length = escapeLength(line, end);
        if (length > 2 && line[end + 1] == '[' && line[end + length - 1] == 'm')
            applyCodes(line.sliced(end + 2, length - 3), pen);
        at = end + length;
    }
    std::transform(out.text.cbegin(), out.text.cend(), out.text.begin(), visible);
    return out;
}

QString copiedLine(QByteArrayView line)
{
    QByteArray scratch;
    return QString::fromUtf8(withoutEscapes(line, scratch));
}

bool isExceptionLine(QStringView text)
{
    if (text.isEmpty() || !(text[0].isLetter() || text[0] == u'_'))
        return false;
    qsizetype end = 0;
    bool lower = false;
    while (end < text.size()
        && (text[end].isLetterOrNumber() || text[end] == u'_' || text[end] == u'.')) {
        lower = lower || text[end].isLower();
        ++end;
    }
    // "CONTEXT:" and "DETAIL:" are PostgreSQL's own words.
    if (!lower || end < 4)
        return false;
    const auto dot = text.first(end).lastIndexOf(u'.');
    return text[dot + 1 < end ? dot + 1 : 0].isUpper() && (end == text.size() || text[end] == u':');
}

LogMeasure::LogMeasure(const QFont& font)
    : m_font(font)
    , m_column(QFontMetricsF(font).horizontalAdvance(u'0'))
{
}

qreal LogMeasure::advance(char32_t c, qreal at) const
{
    if (c == U'\t') {
        const qreal stop = m_column * kTabColumns;
        return (std::floor(at / stop + 1e-6) + 1) * stop - at;
    }
    if (c >= 0x20 && c < 0x7f)
        return m_column;
    const auto known = m_known.constFind(c);
    if (known != m_known.cend())
        return *known;
    const qreal width = QFontMetricsF(m_font).horizontalAdvance(QString::fromUcs4(&c, 1));
    m_known.insert(c, width);
    return width;
}

qreal LogMeasure::width(QStringView text, qreal from) const
{
    qreal at = from;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        at += advance(c, at);
        i += pair ? 1 : 0;
    }
    return at - from;
}

std::vector<int> LogMeasure::breaks(QStringView text, qreal width) const
{
    std::vector<int> out{0};
    const qreal most = std::max(width, m_column * 8);
    qreal at = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qreal step = advance(c, at);
        // A mark stays with the letter it belongs to.
        if (at + step > most && !QChar::isMark(c) && c != 0x200d) {
            out.push_back(int(i));
            at = c == U'\t' ? advance(c, 0) : step;
        } else {
            at += step;
        }
        i += pair ? 1 : 0;
    }
    return out;
}

} // namespace pilothouse::ui
