// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/literal.h"

#include <QRegularExpression>
#include <QSet>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> noNul()
{
    return fail(Error::Kind::Unsupported, {}, {},
        PH_TEXT("Pipelines", "The target cannot hold a zero byte in a text."));
}

// Words PostgreSQL does not take for a column or table unless they are quoted: those reserved, also
// where functions and types may be called so.
const QSet<QString>& reserved()
{
    static const QSet<QString> words = [] {
        const QString list = u"all analyse analyze and any array as asc asymmetric authorization "
                             "binary both case cast check collate collation column concurrently "
                             "constraint create cross current_catalog current_date current_role "
                             "current_schema current_time current_timestamp current_user default "
                             "deferrable desc distinct do else end except false fetch for foreign "
                             "freeze from full grant group having ilike in initially inner "
                             "intersect into is isnull join lateral leading left like limit "
                             "localtime localtimestamp natural not notnull null offset on only or "
                             "order outer overlaps placing primary references returning right "
                             "select session_user similar some symmetric system_user table "
                             "tablesample then to trailing true union unique user using variadic "
                             "verbose when where window with between bigint bit boolean char "
                             "character coalesce dec decimal exists extract float greatest "
                             "grouping inout int integer interval least national nchar none "
                             "normalize nullif numeric out overlay position precision real row "
                             "setof smallint substring time timestamp treat trim values varchar "
                             "xmlattributes xmlconcat xmlelement xmlexists xmlforest "
                             "xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable"_s;
        const QStringList each = list.split(u' ');
        return QSet<QString>(each.begin(), each.end());
    }();
    return words;
}

QString yamlText(const QString& text)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_./-]*$"_s);
    static const QSet<QString> words{
        u"true"_s, u"false"_s, u"null"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"y"_s, u"n"_s};
    if (plain
            .match(text, 0, QRegularExpression::NormalMatch,
                QRegularExpression::DontCheckSubjectStringMatchOption)
            .hasMatch()
        && !text.endsWith(u'\n') && !words.contains(text.toLower()))
        return text;
    QString out = u"\""_s;
    for (const QChar sign : text) {
        const ushort code = sign.unicode();
        if (sign == u'"' || sign == u'\\')
            out += u'\\' + QString(sign);
        else if (sign == u'\n')
            out += u"\\n"_s;
        else if (sign == u'\t')
            out += u"\\t"_s;
        else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029
            || code == 0xfeff || sign.category() == QChar::Other_Format || code >= 0xfffe)
            out += u"\\u"_s + QString::number(code, 16).rightJustified(4, u'0');
        else
            out += sign;
    }
    return out + u'"';
}

} // namespace

Result<QString> sqlLiteral(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::None:
        return u"NULL"_s;
    case Value::Kind::Bool:
        return value.isTrue() ? u"TRUE"_s : u"FALSE"_s;
    case Value::Kind::Number:
        if (isPlainNumber(value.text))
            return value.text;
        break;
    case Value::Kind::Text:
        break;
    case Value::Kind::List: {
        QStringList items;
        for (const Value& item : value.items) {
            auto one = sqlLiteral(item);
            if (!one)
                return one;
            items.append(*one);
        }
        return items.join(u", "_s);
    }
    case Value::Kind::Map:
        return fail(Error::Kind::Unsupported, {}, {},
            PH_TEXT("Pipelines", "SQL has no value for a list of names and values."));
    }
    if (value.text.contains(QChar(u'\0')))
        return noNul();
    // E'…' reads backslashes the same way whatever standard_conforming_strings is.
    const bool slashes = value.text.contains(u'\\');
    QString inside = value.text;
    inside.replace(u'\'', u"''"_s);
    if (slashes)
        inside.replace(u'\\', u"\\\\"_s);
    return (slashes ? u"E'"_s : u"'"_s) + inside + u'\'';
}

Result<QString> sqlName(const QString& name)
{
    static const QRegularExpression plain(u"\\A[a-z_][a-z0-9_]*\\z"_s);
    if (name.contains(QChar(u'\0')))
        return noNul();
    if (name.isEmpty())
        return fail(Error::Kind::Unsupported, {}, {}, PH_TEXT("Pipelines", "A name is missing."));
    if (plain.match(name).hasMatch() && !reserved().contains(name))
        return name;
    QString inside = name;
    return u'"' + inside.replace(u'"', u"\"\""_s) + u'"';
}

Result<QString> sqlTable(const QString& name)
{
    QStringList out;
    for (const QString& part : name.split(u'.')) {
        auto one = sqlName(part);
        if (!one)
            return one;
        out.append(*one);
    }
    return out.join(u'.');
}

Result<QString> sqlType(const QString& name)
{
    static const QRegularExpression plain(
        u"\\A[A-Za-z][A-Za-z0-9_]*( [A-Za-z]+){0,3}(\\([0-9]+(, ?[0-9]+)?\\))?( [A-Za-z ]{1,20})?"
        "(\\[\\])?\\z"_s);
    return plain.match(name).hasMatch() ? Result<QString>(name) : sqlTable(name);
}

QString yamlLiteral(const Value& value, FieldType type)
{
    QStringList parts;
    switch (value.kind) {
    case Value::Kind::None:
        return u"null"_s;
    case Value::Kind::Bool:
        return value.isTrue() ? u"true"_s : u"false"_s;
    case Value::Kind::Number:
        return isPlainNumber(value.text) ? value.text : yamlText(value.text);
    case Value::Kind::Text:
        return yamlText(value.text);
    case Value::Kind::List:
        for (const Value& item : value.items)
            parts.append(yamlLiteral(item, type));
        return u'[' + parts.join(u", "_s) + u']';
    case Value::Kind::Map:
        for (const auto& [key, entry] : value.entries)
            parts.append(yamlText(key) + u": "_s + yamlLiteral(entry, type));
        return u'{' + parts.join(u", "_s) + u'}';
    }
    return u"null"_s;
}

Result<QString> shellWord(const Value& value)
{
    if (value.kind == Value::Kind::List) {
        QStringList words;
        for (const Value& item : value.items) {
            auto one = shellWord(item);
            if (!one)
                return one;
            words.append(*one);
        }
        return words.join(u' ');
    }
    if (value.kind == Value::Kind::Map)
        return fail(Error::Kind::Unsupported, {}, {},
            PH_TEXT("Pipelines", "A command has no word for a list of names and values."));
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./:@%+=,-]+\\z"_s);
    if (value.text.contains(QChar(u'\0')))
        return noNul();
    if (plain.match(value.text).hasMatch())
        return value.text;
    QString inside = value.text;
    return u'\'' + inside.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace pilothouse::pipelines
