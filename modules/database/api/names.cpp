// SPDX-License-Identifier: GPL-3.0-or-later
// Quoting follows quote_ident(), except that it also quotes every word the server treats specially.
#include "database/api/names.h"

#include <QSet>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

bool plain(const QString& name)
{
    if (name.isEmpty() || !(name[0] == u'_' || (name[0] >= u'a' && name[0] <= u'z')))
        return false;
    for (const QChar c : name)
        if (!(c == u'_' || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'$'))
            return false;
    return true;
}

// Reserved words of PostgreSQL (pg_get_keywords, categories R and T, and C where a table name with
// that word would not parse).
const QSet<QString>& reserved()
{
    static const QSet<QString> words = [] {
        const QString all
            = u"all analyse analyze and any array as asc asymmetric authorization "
              "between bigint binary bit boolean both case cast char character check coalesce "
              "collate "
              "collation column concurrently constraint create cross current_catalog current_date "
              "current_role current_schema current_time current_timestamp current_user dec decimal "
              "default deferrable desc distinct do else end except exists extract false fetch "
              "float "
              "for foreign freeze from full grant greatest group grouping having ilike in "
              "initially "
              "inner inout int integer intersect interval into is isnull join lateral leading "
              "least "
              "left like limit localtime localtimestamp national natural nchar none normalize not "
              "notnull null nullif numeric offset on only or order out outer overlaps overlay "
              "placing position precision primary real references returning right row select "
              "session_user setof similar smallint some substring symmetric system_user table "
              "tablesample then time timestamp to trailing treat trim true union unique user using "
              "values varchar variadic verbose when where window with xmlattributes xmlconcat "
              "xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize "
              "xmltable"_s;
        const QStringList list = all.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

QString quotedWith(const QString& text, QChar quote)
{
    QString out = text;
    out.replace(quote, QString(2, quote));
    return quote + out + quote;
}

} // namespace

QString quoteName(const QString& name)
{
    return plain(name) && !reserved().contains(name) ? name : quoteAlways(name);
}

QString quoteAlways(const QString& name)
{
    return quotedWith(name, u'"');
}

QString quoteLiteral(const QString& value)
{
    QString out = quotedWith(value, u'\'');
    if (out.contains(u'\\')) {
        out.replace(u'\\', u"\\\\"_s);
        out.prepend(u'E');
    }
    return out;
}

QString joinName(const QStringList& parts)
{
    QStringList out;
    for (const QString& part : parts) {
        const bool needs = part.isEmpty() || part.contains(u'.') || part.contains(u'"');
        out.append(needs ? quoteAlways(part) : part);
    }
    return out.join(u'.');
}

std::optional<QStringList> splitName(const QString& name)
{
    QStringList parts;
    qsizetype i = 0;
    while (i <= name.size()) {
        QString part;
        if (i < name.size() && name[i] == u'"') {
            for (++i;; ++i) {
                if (i >= name.size())
                    return std::nullopt;
                if (name[i] != u'"') {
                    part += name[i];
                } else if (i + 1 < name.size() && name[i + 1] == u'"') {
                    part += name[i++];
                } else {
                    ++i;
                    break;
                }
            }
            if (i < name.size() && name[i] != u'.')
                return std::nullopt;
        } else {
            while (i < name.size() && name[i] != u'.')
                part += name[i++];
            if (part.isEmpty())
                return std::nullopt;
        }
        parts.append(part);
        if (i == name.size())
            return parts;
        ++i; // the dot; a name may not end with one
    }
    return std::nullopt;
}

QString functionView(const QString& arguments)
{
    return u"function("_s % arguments % u')';
}

std::optional<QString> argumentsOf(const QString& view)
{
    constexpr auto kBegin = "function("_L1;
    if (!view.startsWith(kBegin) || !view.endsWith(u')'))
        return std::nullopt;
    return view.mid(kBegin.size(), view.size() - kBegin.size() - 1);
}

} // namespace pilothouse::database
