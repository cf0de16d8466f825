// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/valueformats.h"

#include "ui/plot/numbertext.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <vector>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

bool isJson(const QByteArray& bytes)
{
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    return error.error == QJsonParseError::NoError;
}

// Calls f(token, offset) for each token of valid JSON; blanks between them are left out.
template <class F>
void eachToken(const QByteArray& json, F f)
{
    qsizetype i = 0;
    while (i < json.size()) {
        const char c = json[i];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            ++i;
            continue;
        }
        const qsizetype from = i++;
        if (c == '"') {
            while (i < json.size() && json[i] != '"')
                i += json[i] == '\\' ? 2 : 1;
            ++i;
        } else if (!strchr("{}[]:,", c)) {
            while (i < json.size() && !strchr("{}[]:, \n\r\t", json[i]))
                ++i;
        }
        f(QByteArrayView(json).sliced(from, std::min(i, json.size()) - from), from);
    }
}

} // namespace

bool isJsonTree(const QByteArray& bytes)
{
    return bytes.size() > 1 && (bytes.front() == '{' || bytes.front() == '[') && isJson(bytes);
}

QString indentedJson(const QByteArray& json)
{
    if (!isJson(json))
        return {};
    QByteArray out;
    int depth = 0;
    bool opened = false; // an empty object stays on its line
    const auto line = [&] {
        out += '\n';
        out += QByteArray(2 * depth, ' ');
    };
    eachToken(json, [&](QByteArrayView token, qsizetype) {
        const char c = token.front();
        if (c == '}' || c == ']') {
            --depth;
            if (!opened)
                line();
            out += token;
            opened = false;
            return;
        }
        if (opened)
            line();
        opened = false;
        out += token;
        if (c == '{' || c == '[') {
            ++depth;
            opened = true;
        } else if (c == ',') {
            line();
        } else if (c == ':') {
            out += ' ';
        }
    });
    return QString::fromUtf8(out);
}

std::optional<QByteArray> compactJson(const QByteArray& json)
{
    if (!isJson(json))
        return std::nullopt;
    QByteArray out;
    eachToken(json, [&](QByteArrayView token, qsizetype) { out += token; });
    return out;
}

std::optional<QByteArray> editedJson(const QByteArray& stored, const QByteArray& edited)
{
    const auto compact = compactJson(edited);
    const auto before = compact ? compactJson(stored) : std::nullopt;
    if (!before)
        return compact ? std::optional(edited) : std::nullopt;
    if (*compact == *before)
        return stored;
    if (*before == stored)
        return compact;
    if (indentedJson(stored).toUtf8() == stored)
        return edited; // what is seen is what is stored

    struct Span {
        QByteArrayView token;
        qsizetype from;
        qsizetype end() const { return from + token.size(); }
    };
    const auto spansOf = [](const QByteArray& json) {
        std::vector<Span> out;
        eachToken(json, [&](QByteArrayView token, qsizetype from) {
            out.push_back({token, from});
        });
        return out;
    };
    const std::vector<Span> was = spansOf(stored), is = spansOf(edited);
    const size_t most = std::min(was.size(), is.size());
    size_t head = 0, tail = 0;
    while (head < most && was[head].token == is[head].token)
        ++head;
    while (tail < most - head && was[was.size() - 1 - tail].token == is[is.size() - 1 - tail].token)
        ++tail;
    const size_t wasEnd = was.size() - tail, isEnd = is.size() - tail;
    const qsizetype from = head < wasEnd ? was[head].from : head > 0 ? was[head - 1].end() : 0;
    const qsizetype to = head < wasEnd ? was[wasEnd - 1].end() : from;
    QByteArray out = stored.first(from);
    if (head < isEnd)
        out += edited.sliced(is[head].from, is[isEnd - 1].end() - is[head].from);
    out += stored.sliced(to);
    return compactJson(out) == compact ? out : edited;
}

QString hexDump(const QByteArray& bytes, qint64 from)
{
    QString out;
    for (qsizetype i = 0; i < bytes.size(); i += 16) {
        const QByteArray part = bytes.mid(i, 16);
        QString text;
        for (const char c : part)
            text += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        out += u"%1  %2  |%3|\n"_s.arg(from + i, 8, 16, QLatin1Char('0'))
                   .arg(QString::fromLatin1(part.toHex(' ')), -47)
                   .arg(text);
    }
    return out;
}

std::optional<QByteArray> bytesOfHexDump(const QString& dump)
{
    static const QRegularExpression pair(u"^[0-9a-fA-F]{2}$"_s);
    QByteArray out;
    for (const QString& line : dump.split(u'\n', Qt::SkipEmptyParts)) {
        const QString middle = line.section(u"  "_s, 1).section(u"  |"_s, 0, 0);
        for (const QString& byte : middle.split(u' ', Qt::SkipEmptyParts)) {
            if (!pair.match(byte).hasMatch())
                return std::nullopt;
            out += char(byte.toInt(nullptr, 16));
        }
    }
    return out;
}

QString durationText(std::chrono::milliseconds time)
{
    const qint64 seconds = time.count() / 1000;
    if (seconds == 0)
        return u"%1 ms"_s.arg(time.count());
    const qint64 days = seconds / 86'400, hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;
    QStringList parts;
    if (days > 0)
        parts += u"%1 d"_s.arg(days);
    if (hours > 0)
        parts += u"%1 h"_s.arg(hours);
    if (minutes > 0 && days == 0)
        parts += u"%1 m"_s.arg(minutes);
    if (seconds % 60 > 0 && days == 0)
        parts += u"%1 s"_s.arg(seconds % 60);
    return parts.join(u' ');
}

std::optional<std::chrono::milliseconds> parsedDuration(const QString& text)
{
    static const QRegularExpression whole(
        u"^\\s*(?:(\\d{1,9})\\s*(ms|s|m|h|d)?\\s*)+$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(
        u"(\\d{1,9})\\s*(ms|s|m|h|d)?"_s, QRegularExpression::CaseInsensitiveOption);
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    qint64 ms = 0;
    auto it = part.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        const QString unit = match.captured(2).toLower();
        const qint64 factor = unit == "ms"_L1 ? 1
            : unit == "m"_L1                  ? 60'000
            : unit == "h"_L1                  ? 3'600'000
            : unit == "d"_L1                  ? 86'400'000
                                              : 1000;
        ms += match.captured(1).toLongLong() * factor;
    }
    return ms > 0 ? std::optional(std::chrono::milliseconds(ms)) : std::nullopt;
}

QString sizeText(qint64 bytes)
{
    return ui::compactBytes(double(bytes));
}

QString countText(qint64 count)
{
    return count < 1000 ? QString::number(count) : ui::compactNumber(double(count));
}

QString shortTypeName(const QString& type)
{
    if (type == "string"_L1)
        return u"str"_s;
    if (type == "stream"_L1)
        return u"strm"_s;
    return type.left(6);
}

} // namespace pilothouse::queue
