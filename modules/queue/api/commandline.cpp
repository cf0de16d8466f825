// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/api/commandline.h"

#include <QStringDecoder>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char kHex[] = "0123456789abcdef";

QString hexByte(uchar c)
{
    return u"\\x"_s + QLatin1Char(kHex[c >> 4]) + QLatin1Char(kHex[c & 15]);
}

// Length of the valid UTF-8 sequence of at least two bytes at `i`, or 0. Overlong forms, surrogates
// and values above U+10FFFF are not valid.
int utf8Length(QByteArrayView s, qsizetype i)
{
    const auto at = [&](qsizetype k) {
        return k < s.size() ? uchar(s[k]) : uchar(0);
    };
    const auto tail = [](uchar c) {
        return (c & 0xC0) == 0x80;
    };
    const uchar a = at(i), b = at(i + 1), c = at(i + 2), d = at(i + 3);
    if (a >= 0xC2 && a <= 0xDF)
        return tail(b) ? 2 : 0;
    if (a >= 0xE0 && a <= 0xEF) {
        const bool bounds = (a != 0xE0 || b >= 0xA0) && (a != 0xED || b <= 0x9F);
        return bounds && tail(b) && tail(c) ? 3 : 0;
    }
    if (a >= 0xF0 && a <= 0xF4) {
        const bool bounds = (a != 0xF0 || b >= 0x90) && (a != 0xF4 || b <= 0x8F);
        return bounds && tail(b) && tail(c) && tail(d) ? 4 : 0;
    }
    return 0;
}

bool needsQuotes(QByteArrayView word)
{
    if (word.isEmpty())
        return true;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto c = uchar(word[i]);
        if (c <= ' ' || c == 0x7F || c == '"' || c == '\'' || c == '\\')
            return true;
        if (c >= 0x80) {
            const int n = utf8Length(word, i);
            if (n == 0 || (c == 0xC2 && uchar(word[i + 1]) < 0xA1)) // C1 controls, no-break space
                return true;
            i += n - 1;
        }
    }
    return false;
}

int hexValue(QChar c)
{
    const char16_t u = c.toLower().unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    return u >= u'a' && u <= u'f' ? u - u'a' + 10 : -1;
}

// Index of the first word that is a secret, or the number of words.
size_t secretFrom(const Command& c)
{
    const auto is = [&](size_t i, const char* word) {
        return i < c.size() && c[i].compare(word, Qt::CaseInsensitive) == 0;
    };
    if (is(0, "AUTH"))
        return 1;
    if (is(0, "ACL") && is(1, "SETUSER"))
        return 3;
    if (is(0, "CONFIG") && is(1, "SET"))
        for (size_t i = 2; i + 1 < c.size(); i += 2)
            if (is(i, "requirepass") || is(i, "masterauth") || is(i, "masteruser")
                || is(i, "tls-key-file-pass") || is(i, "tls-client-key-file-pass"))
                return i + 1;
    if (is(0, "HELLO") || is(0, "MIGRATE"))
        for (size_t i = 1; i < c.size(); ++i)
            if (is(i, "AUTH") || is(i, "AUTH2"))
                return i + 1;
    return c.size();
}

} // namespace

QString quoted(QByteArrayView word)
{
    if (!needsQuotes(word))
        return QString::fromUtf8(word);
    QString out = u"\""_s;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto c = uchar(word[i]);
        switch (c) {
        case '"':
            out += u"\\\""_s;
            continue;
        case '\\':
            out += u"\\\\"_s;
            continue;
        case '\n':
            out += u"\\n"_s;
            continue;
        case '\r':
            out += u"\\r"_s;
            continue;
        case '\t':
            out += u"\\t"_s;
            continue;
        case '\a':
            out += u"\\a"_s;
            continue;
        case '\b':
            out += u"\\b"_s;
            continue;
        default:
            break;
        }
        if (c >= 0x20 && c < 0x7F) {
            out += QLatin1Char(char(c));
            continue;
        }
        const int n = utf8Length(word, i);
        if (n == 0 || (c == 0xC2 && uchar(word[i + 1]) < 0xA1)) {
            for (int k = 0; k < std::max(n, 1); ++k)
                out += hexByte(uchar(word[i + k]));
        } else {
            out += QString::fromUtf8(word.sliced(i, n));
        }
        i += std::max(n, 1) - 1;
    }
    return out + u'"';
}

QString written(const Command& command)
{
    const size_t secret = secretFrom(command);
    QString out;
    for (size_t i = 0; i < command.size(); ++i) {
        if (i > 0)
            out += u' ';
        out += i >= secret ? u"***"_s : quoted(command[i]);
    }
    return out;
}

QString shortened(const Command& command, int limit)
{
    const size_t secret = secretFrom(command);
    QString out;
    for (size_t i = 0; i < command.size() && out.size() < limit; ++i) {
        if (i > 0)
            out += u' ';
        if (i >= secret)
            out += u"***"_s;
        else if (command[i].size() > 64)
            out += quoted(QByteArrayView(command[i]).first(48)) + u"… ("_s
                + QString::number(command[i].size()) + u" B)"_s;
        else
            out += quoted(command[i]);
    }
    return out.size() > limit ? out.first(limit - 1) + u'…' : out;
}

Result<Command> parsed(QStringView line)
{
    const auto broken = [] {
        return fail(Error::Kind::Protocol, u"quotes do not match"_s, {},
            PH_TEXT("queue", "Close the quotes, and leave a space after them."), u"syntax"_s);
    };
    Command out;
    qsizetype i = 0;
    while (true) {
        while (i < line.size() && line[i].isSpace())
            ++i;
        if (i >= line.size())
            return out;
        QByteArray word;
        if (line[i] == u'"' || line[i] == u'\'') {
            const QChar quote = line[i++];
            bool closed = false;
            while (i < line.size()) {
                const QChar c = line[i];
                if (c == quote) {
                    closed = true;
                    ++i;
                    break;
                }
                if (c == u'\\' && quote == u'"' && i + 1 < line.size()) {
                    const QChar e = line[i + 1];
                    const int hi = i + 3 < line.size() ? hexValue(line[i + 2]) : -1;
                    const int lo = i + 3 < line.size() ? hexValue(line[i + 3]) : -1;
                    if (e == u'x' && hi >= 0 && lo >= 0) {
                        word += char(hi * 16 + lo);
                        i += 4;
                        continue;
                    }
                    const char16_t u = e.unicode();
                    word += u == u'n' ? QByteArray("\n")
                        : u == u'r'   ? QByteArray("\r")
                        : u == u't'   ? QByteArray("\t")
                        : u == u'b'   ? QByteArray("\b")
                        : u == u'a'   ? QByteArray("\a")
                                      : QString(e).toUtf8();
                    i += 2;
                    continue;
                }
                if (c == u'\\' && quote == u'\'' && i + 1 < line.size() && line[i + 1] == u'\'') {
                    word += '\'';
                    i += 2;
                    continue;
                }
                const int n = c.isHighSurrogate() && i + 1 < line.size() ? 2 : 1;
                word += line.sliced(i, n).toUtf8();
                i += n;
            }
            if (!closed || (i < line.size() && !line[i].isSpace()))
                return broken();
        } else {
            const qsizetype from = i;
            while (i < line.size() && !line[i].isSpace()) {
                if (line[i] == u'"' || line[i] == u'\'')
                    return broken();
                ++i;
            }
            word = line.sliced(from, i - from).toUtf8();
        }
        out.push_back(std::move(word));
    }
}

QString entityName(QByteArrayView key)
{
    QString out;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const auto c = uchar(key[i]);
        if (c == '\\') {
            out += u"\\\\"_s;
        } else if (c < 0x80) {
            out += c < 0x20 || c == 0x7F ? hexByte(c) : QString(QLatin1Char(char(c)));
        } else if (const int n = utf8Length(key, i)) {
            out += QString::fromUtf8(key.sliced(i, n));
            i += n - 1;
        } else {
            out += hexByte(c);
        }
    }
    return out;
}

QByteArray keyOfEntity(QStringView name)
{
    QByteArray out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] != u'\\') {
            const int n = name[i].isHighSurrogate() && i + 1 < name.size() ? 2 : 1;
            out += name.sliced(i, n).toUtf8();
            i += n - 1;
        } else if (i + 3 < name.size() && name[i + 1] == u'x' && hexValue(name[i + 2]) >= 0
            && hexValue(name[i + 3]) >= 0) {
            out += char(hexValue(name[i + 2]) * 16 + hexValue(name[i + 3]));
            i += 3;
        } else {
            out += '\\';
            if (i + 1 < name.size() && name[i + 1] == u'\\')
                ++i;
        }
    }
    return out;
}

bool isPlainText(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto c = uchar(bytes[i]);
        if (c >= 0x80) {
            const int n = utf8Length(bytes, i);
            if (n == 0)
                return false;
            i += n - 1;
        } else if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) {
            return false;
        }
    }
    return true;
}

QByteArray globEscaped(QByteArrayView name)
{
    QByteArray out;
    for (const char c : name) {
        if (c == '*' || c == '?' || c == '[' || c == ']' || c == '\\' || c == '^')
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace pilothouse::queue
