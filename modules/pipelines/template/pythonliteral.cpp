// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/duration.h"
#include "pipelines/template/literal.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// What a reader of the program could not see, or would see elsewhere than it is.
bool isHidden(char32_t sign)
{
    switch (QChar::category(sign)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return sign != U' ';
    default:
        return false;
    }
}

QString escaped(char32_t sign)
{
    switch (sign) {
    case U'\n':
        return u"\\n"_s;
    case U'\r':
        return u"\\r"_s;
    case U'\t':
        return u"\\t"_s;
    default:
        break;
    }
    const QString digits = QString::number(uint(sign), 16);
    if (sign < 0x100)
        return u"\\x"_s + digits.rightJustified(2, u'0');
    if (sign < 0x10000)
        return u"\\u"_s + digits.rightJustified(4, u'0');
    return u"\\U"_s + digits.rightJustified(8, u'0');
}

// The signs between the quotes. `lines`: between """ and """, where lines stay lines.
QString inner(const QString& text, QChar quote, bool lines)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t sign = text[i].unicode();
        const bool pair
            = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            sign = QChar::surrogateToUcs4(text[i], text[i + 1]);
        i += pair ? 1 : 0;
        if (sign == U'\\')
            out += u"\\\\"_s;
        else if (sign == U'\n' && lines)
            out += u'\n';
        else if (sign == quote.unicode()
            && (!lines || i + 1 == text.size() || text[i + 1] == quote))
            out += u'\\' + QString(quote);
        else if (isHidden(sign))
            out += escaped(sign);
        else
            out += QStringView(text).mid(pair ? i - 1 : i, pair ? 2 : 1);
    }
    return out;
}

QString duration(const QString& text)
{
    const auto seconds = durationOf(text);
    if (!seconds)
        return pythonText(text);
    static const std::pair<QString, qint64> kUnits[]
        = {{u"days"_s, 86'400}, {u"hours"_s, 3'600}, {u"minutes"_s, 60}, {u"seconds"_s, 1}};
    QStringList arguments;
    qint64 left = *seconds;
    for (const auto& [name, length] : kUnits) {
        if (left >= length)
            arguments.append(name + u'=' + QString::number(left / length));
        left %= length;
    }
    return u"timedelta("_s + arguments.join(u", "_s) + u')';
}

QString spaces(int count)
{
    return QString(count, u' ');
}

QString collection(QChar open, QChar close, const std::vector<std::pair<QString, const Value*>>& of,
    const Place& place)
{
    QStringList items;
    bool several = false;
    for (const auto& [key, value] : of) {
        items.append(key + pythonLiteral(*value, FieldType::Text, {}));
        several = several || items.constLast().contains(u'\n');
    }
    QString line = open + items.join(u", "_s) + close;
    if (!several && place.column + line.size() + place.suffix <= kLineWidth)
        return line;
    const int inside = place.indent + 4;
    QString out = QString(open) + u'\n';
    for (const auto& [key, value] : of)
        out += spaces(inside) + key
            + pythonLiteral(*value, FieldType::Text, {inside, int(inside + key.size()), 1})
            + u",\n"_s;
    return out + spaces(place.indent) + close;
}

} // namespace

bool isPythonWord(QStringView name)
{
    static const QStringList words
        = u"False None True and as assert async await break class continue def del elif else "
          "except finally for from global if import in is lambda nonlocal not or pass raise return "
          "try while with yield"_s.split(u' ');
    return words.contains(name);
}

QString pythonText(const QString& text)
{
    if (text.contains(u'\n') && text.size() > 1)
        return u"\"\"\"\\\n"_s + inner(text, u'"', true) + u"\"\"\""_s;
    // As formatters do: the other quotes where that saves escapes.
    const QChar quote = text.count(u'"') > text.count(u'\'') ? u'\'' : u'"';
    return quote + inner(text, quote, false) + quote;
}

QString pythonLiteral(const Value& value, FieldType type, const Place& place)
{
    std::vector<std::pair<QString, const Value*>> parts;
    switch (value.kind) {
    case Value::Kind::None:
        return u"None"_s;
    case Value::Kind::Bool:
        return value.isTrue() ? u"True"_s : u"False"_s;
    case Value::Kind::Number:
        return isPlainNumber(value.text) ? value.text : pythonText(value.text);
    case Value::Kind::Text:
        return type == FieldType::Duration ? duration(value.text) : pythonText(value.text);
    case Value::Kind::List:
        for (const Value& item : value.items)
            parts.emplace_back(QString(), &item);
        return collection(u'[', u']', parts, place);
    case Value::Kind::Map:
        for (const auto& [key, entry] : value.entries)
            parts.emplace_back(pythonText(key) + u": "_s, &entry);
        return collection(u'{', u'}', parts, place);
    }
    return u"None"_s;
}

} // namespace pilothouse::pipelines
