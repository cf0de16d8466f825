// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagefilter.h"

#include <QRegularExpression>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using Where = MessagePattern::Where;

namespace
{

struct Place {
    QLatin1StringView word;
    Where where;
};
constexpr Place kPlaces[] = {
    {"key:"_L1, MessagePattern::Key},
    {"header:"_L1, MessagePattern::Headers},
    {"headers:"_L1, MessagePattern::Headers},
    {"value:"_L1, MessagePattern::Value},
};

MessageFilter wrong(Text problem, qsizetype at)
{
    MessageFilter out;
    out.problem = std::move(problem);
    out.problemAt = at;
    return out;
}

QString unquoted(const QString& text)
{
    const QString plain = text.trimmed();
    return plain.size() >= 2 && plain.startsWith(u'"') && plain.endsWith(u'"')
        ? plain.sliced(1, plain.size() - 2)
        : plain;
}

// Parted by commas, those in quotation marks are part of a value; empty: something is missing.
QStringList readValues(const QString& text)
{
    QStringList out;
    QString word;
    bool quoted = false;
    for (const QChar c : QString(text + u',')) {
        if (c == u'"')
            quoted = !quoted;
        if (c != u',' || quoted) {
            word += c;
            continue;
        }
        if (word.trimmed().isEmpty())
            return {};
        out.append(unquoted(std::exchange(word, {})));
    }
    return quoted ? QStringList() : out;
}

// "$.country in (TW, KR)"; the $. may be missing. "key in (904)". No match: it is something else.
const QRegularExpression& oneOf()
{
    static const QRegularExpression kOneOf(
        u"^([^\\s=/\"]+)\\s+in\\s*\\((.*)$"_s, QRegularExpression::CaseInsensitiveOption);
    return kOneOf;
}

MessageFilter readOneOf(const QRegularExpressionMatch& match, qsizetype before)
{
    const QString all = match.captured(2);
    const bool open = all.count(u'"') % 2 != 0;
    if (open || !all.endsWith(u')'))
        return wrong(open ? PH_TEXT("streams", "The quotation mark is not closed")
                          : PH_TEXT("streams", "A ) is missing at the end"),
            before
                + (open ? match.capturedStart(2) + all.lastIndexOf(u'"') : match.capturedEnd(2)));
    QStringList values = readValues(all.chopped(1));
    if (values.isEmpty())
        return wrong(PH_TEXT("streams", "Several values are written $.country in (TW, KR)"),
            before + match.capturedStart(2));
    MessageFilter out;
    QString path = match.captured(1);
    static const QRegularExpression kPart(
        u"^(key|value|headers?(:(.*))?)$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto part = kPart.match(path); part.hasMatch()) {
        out.pattern.mode = MessagePattern::Mode::OneOf;
        out.pattern.pattern = values.join(u", "_s) + u' '; // never empty
        out.pattern.equals = part.captured(3);
        const QChar first = path[0].toLower();
        out.pattern.where = first == u'k' ? MessagePattern::Key
            : first == u'v'               ? MessagePattern::Value
                                          : MessagePattern::Headers;
        out.pattern.others = std::move(values);
        return out;
    }
    if (!path.startsWith(u'$'))
        path = u"$."_s + path;
    if (Text problem = pathProblem(path); !problem.isEmpty())
        return wrong(std::move(problem), before);
    out.pattern.mode = MessagePattern::Mode::Field;
    out.pattern.pattern = path;
    out.pattern.equals = values.takeFirst();
    out.pattern.others = std::move(values);
    out.pattern.where = MessagePattern::Value;
    return out;
}

bool meansTombstone(const QString& text)
{
    static const QRegularExpression kTombstone(u"^(is\\s*:\\s*tombstone|value\\s*==?\\s*null)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return kTombstone.match(text).hasMatch();
}

MessageFilter tombstones()
{
    MessageFilter out;
    out.pattern.mode = MessagePattern::Mode::Tombstone;
    out.pattern.pattern = u"tombstone"_s;
    out.pattern.where = MessagePattern::Value;
    return out;
}

MessageFilter readField(const QString& text, qsizetype before)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 0)
        return wrong(
            PH_TEXT("streams", "A field needs a value: $.order.id = 5"), before + text.size());
    qsizetype begin = sign + 1;
    if (begin < text.size() && text[begin] == u'=') // as programmers write it
        ++begin;
    const QString path = text.first(sign).trimmed();
    if (Text problem = pathProblem(path); !problem.isEmpty())
        return wrong(std::move(problem), before);
    QString value = text.sliced(begin).trimmed();
    if (value.isEmpty())
        return wrong(
            PH_TEXT("streams", "A field needs a value: $.order.id = 5"), before + text.size());
    if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
        value = value.sliced(1, value.size() - 2);
    MessageFilter out;
    out.pattern.mode = MessagePattern::Mode::Field;
    out.pattern.pattern = path;
    out.pattern.equals = value;
    out.pattern.where = MessagePattern::Value;
    return out;
}

MessageFilter readRegex(const QString& text, int where, qsizetype before)
{
    const qsizetype end = text.lastIndexOf(u'/');
    if (end <= 0)
        return wrong(
            PH_TEXT("streams", "The expression needs a / at its end"), before + text.size());
    const QString options = text.sliced(end + 1);
    if (!options.isEmpty() && options != u'i')
        return wrong(PH_TEXT("streams", "After the last / only an i may stand"), before + end + 1);
    const QString expression = text.sliced(1, end - 1);
    const QRegularExpression regex(expression);
    if (!regex.isValid())
        return wrong(Text::verbatim(regex.errorString()),
            before + 1 + std::max<qsizetype>(0, regex.patternErrorOffset()));
    if (expression.isEmpty())
        return {};
    MessageFilter out;
    out.pattern.mode = MessagePattern::Mode::Regex;
    out.pattern.pattern = expression;
    out.pattern.caseSensitive = options.isEmpty();
    out.pattern.where = where;
    return out;
}

MessageFilter readContains(QString text, int where)
{
    MessageFilter out;
    const bool exact = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    if (exact)
        text = text.sliced(1, text.size() - 2);
    out.pattern.pattern = text;
    out.pattern.caseSensitive = exact;
    out.pattern.where = where;
    return out;
}

Text placeWords(int where)
{
    switch (where) {
    case MessagePattern::Key:
        return PH_TEXT("streams", "The key contains “%1”");
    case MessagePattern::Headers:
        return PH_TEXT("streams", "A header contains “%1”");
    case MessagePattern::Value:
        return PH_TEXT("streams", "The value contains “%1”");
    default:
        return PH_TEXT("streams", "Key, headers or value contain “%1”");
    }
}

Text regexWords(int where)
{
    switch (where) {
    case MessagePattern::Key:
        return PH_TEXT("streams", "The key matches /%1/");
    case MessagePattern::Headers:
        return PH_TEXT("streams", "A header matches /%1/");
    case MessagePattern::Value:
        return PH_TEXT("streams", "The value matches /%1/");
    default:
        return PH_TEXT("streams", "Key, headers or value match /%1/");
    }
}

Text oneOfWords(const MessagePattern& pattern)
{
    const QString values = pattern.others.join(u"”, “"_s);
    if (pattern.where == MessagePattern::Headers && !pattern.equals.isEmpty())
        return PH_TEXT("streams", "The header %1 is one of “%2”").arg(pattern.equals).arg(values);
    return (pattern.where == MessagePattern::Key ? PH_TEXT("streams", "The key is one of “%1”")
            : pattern.where == MessagePattern::Value
            ? PH_TEXT("streams", "The value is one of “%1”")
            : PH_TEXT("streams", "A header is one of “%1”"))
        .arg(values);
}

} // namespace

Text pathProblem(const QString& path)
{
    static const QRegularExpression good(
        u"^\\$?(\\.?[^.\\[\\]=\\s]+|\\[\\d+\\])(\\.[^.\\[\\]=]+|\\[\\d+\\])*$"_s);
    return good.match(path).hasMatch()
        ? Text()
        : PH_TEXT("streams", "Write a field as $.order.items[0].sku");
}

Text patternWords(const MessagePattern& pattern)
{
    if (pattern.pattern.isEmpty())
        return {};
    switch (pattern.mode) {
    case MessagePattern::Mode::Contains:
        return placeWords(pattern.where).arg(pattern.pattern);
    case MessagePattern::Mode::Regex:
        return regexWords(pattern.where).arg(pattern.pattern);
    case MessagePattern::Mode::Tombstone:
        return PH_TEXT("streams", "The message is a tombstone: it has no value");
    case MessagePattern::Mode::OneOf:
        return oneOfWords(pattern);
    case MessagePattern::Mode::Field:
        break;
    }
    if (!pattern.others.isEmpty())
        return PH_TEXT("streams", "The field %1 is one of “%2”")
            .arg(pattern.pattern)
            .arg((QStringList{pattern.equals} + pattern.others).join(u"”, “"_s));
    return PH_TEXT("streams", "The field %1 is “%2”").arg(pattern.pattern).arg(pattern.equals);
}

MessageFilter readFilter(const QString& typed)
{
    QString text = typed;
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    qsizetype before = 0;
    while (before < text.size() && text[before].isSpace())
        ++before;
    text = text.sliced(before);
    if (text.isEmpty())
        return {};
    if (meansTombstone(text)) {
        MessageFilter out = tombstones();
        out.understood = patternWords(out.pattern);
        return out;
    }
    if (const auto match = oneOf().match(text); match.hasMatch()) {
        MessageFilter out = readOneOf(match, before);
        out.understood = patternWords(out.pattern);
        return out;
    }
    int where = MessagePattern::Anywhere;
    for (const Place& place : kPlaces) {
        if (!text.startsWith(place.word, Qt::CaseInsensitive))
            continue;
        where = place.where;
        qsizetype skip = place.word.size();
        while (skip < text.size() && text[skip].isSpace())
            ++skip;
        text = text.sliced(skip);
        before += skip;
        if (text.isEmpty())
            return wrong(PH_TEXT("streams", "What to look for is missing"), before);
        break;
    }
    MessageFilter out = text.startsWith(u"$.") || text.startsWith(u"$[") ? readField(text, before)
        : text.startsWith(u'/') ? readRegex(text, where, before)
                                : readContains(text, where);
    out.understood = patternWords(out.pattern);
    return out;
}

} // namespace pilothouse::streams
