// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/celltext.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexDigit(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Without fraction and zone; none when it is no time of day.
std::optional<QString> plainTime(const QString& stored)
{
    static const QRegularExpression parts(uR"(^((?:\d{4,}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d))"
                                          uR"((?:\.\d+)?(?:[+-][\d:]+|Z)?$)"_s);
    const auto match = parts.match(stored);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace

QString withSymbols(QString text)
{
    for (QChar& c : text) {
        const char16_t u = c.unicode();
        if (u >= 0x20 && u != 0x7f && !(u >= 0x80 && u < 0xa0) && u != 0x2028 && u != 0x2029
            && !(u >= 0x202a && u <= 0x202e) && !(u >= 0x2066 && u <= 0x2069))
            continue;
        if (u == u'\n' || u == 0x2028 || u == 0x2029)
            c = u'\u21b5';
        else if (u == u'\t')
            c = u'\u21e5';
        else if (u < 0x20)
            c = QChar(0x2400 + u);
        else if (u == 0x7f)
            c = u'\u2421';
        else
            c = u'\ufffd'; // C1 controls and marks that turn the direction of what follows
    }
    return text;
}

QString visibleText(QByteArrayView utf8, qsizetype most)
{
    const bool longer = utf8.size() > most * 4;
    QString text = QString::fromUtf8(longer ? utf8.first(most * 4) : utf8);
    if (text.size() > most) {
        text.truncate(most - 1);
        if (!text.isEmpty() && text.back().isHighSurrogate())
            text.chop(1);
        text += u'\u2026';
    } else if (longer) {
        text += u'\u2026';
    }
    return withSymbols(std::move(text));
}

qint64 binarySize(qint64 literalSize)
{
    return std::max<qint64>(0, literalSize - 2) / 2;
}

QByteArray binaryBytes(QByteArrayView literal, qsizetype most)
{
    if (!literal.startsWith("\\x"))
        return literal.first(std::min(literal.size(), most)).toByteArray();
    QByteArray out;
    const qsizetype n = std::min<qsizetype>((literal.size() - 2) / 2, most);
    out.reserve(n);
    for (qsizetype i = 0; i < n; ++i) {
        const int high = hexDigit(literal[2 + 2 * i]);
        const int low = hexDigit(literal[3 + 2 * i]);
        if (high < 0 || low < 0)
            break;
        out += static_cast<char>(high * 16 + low);
    }
    return out;
}

QString binaryText(QByteArrayView literal, qint64 literalSize)
{
    constexpr qsizetype kShown = 18;
    if (!literal.startsWith("\\x"))
        return visibleText(literal);
    const bool longer = literalSize > kShown;
    return visibleText(longer ? literal.first(std::min(literal.size(), kShown)) : literal)
        + (longer ? u"\u2026 "_s : u" "_s) + byteSize(binarySize(literalSize));
}

QString byteSize(qint64 bytes)
{
    static constexpr std::array units{"B"_L1, "KB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1};
    double value = static_cast<double>(bytes);
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals) + u' ' + units[unit];
}

std::vector<JsonSpan> jsonSpans(QStringView text)
{
    using Kind = JsonSpan::Kind;
    std::vector<JsonSpan> out;
    const auto add = [&](Kind kind, qsizetype from, qsizetype to) {
        if (!out.empty() && kind == Kind::Punctuation && out.back().kind == kind)
            out.back().length = to - out.back().start;
        else
            out.push_back({kind, from, to - from});
    };
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype start = i;
        const QChar c = text[i];
        if (c == u'"') {
            for (++i; i < text.size() && text[i] != u'"'; ++i)
                if (text[i] == u'\\')
                    ++i;
            i = std::min(i + 1, text.size());
            qsizetype next = i;
            while (next < text.size() && text[next].isSpace())
                ++next;
            add(next < text.size() && text[next] == u':' ? Kind::Key : Kind::String, start, i);
        } else if (c.isDigit() || c == u'-') {
            while (i < text.size()
                && (text[i].isLetterOrNumber() || text[i] == u'.' || text[i] == u'-'
                    || text[i] == u'+'))
                ++i;
            add(Kind::Number, start, i);
        } else if (c.isLetter()) {
            while (i < text.size() && text[i].isLetter())
                ++i;
            add(Kind::Word, start, i);
        } else {
            ++i;
            add(Kind::Punctuation, start, i);
        }
    }
    return out;
}

QString grouped(const QString& number, QChar separator)
{
    const qsizetype sign = number.startsWith(u'-') || number.startsWith(u'+') ? 1 : 0;
    qsizetype end = sign;
    while (end < number.size() && number[end] >= u'0' && number[end] <= u'9')
        ++end;
    if (end == sign || (end < number.size() && number[end] != u'.' && number[end] != u'e'))
        return number;
    QString out = number;
    for (qsizetype at = end - 3; at > sign; at -= 3)
        out.insert(at, separator);
    return out;
}

bool isJsonNumber(QByteArrayView text)
{
    qsizetype i = text.startsWith('-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - start;
    };
    const bool zero = i < text.size() && text[i] == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0)
            return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

QString timeToSeconds(const QString& stored)
{
    return plainTime(stored).value_or(stored);
}

QString dateOf(const QString& stored)
{
    const auto time = plainTime(stored);
    return time && time->size() > 8 ? time->chopped(9) : stored;
}

QString clockOf(const QString& stored)
{
    const auto time = plainTime(stored);
    return time ? time->right(8) : stored;
}

} // namespace pilothouse::ui
