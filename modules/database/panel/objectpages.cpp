// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/panel/objectpages.h"

#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/api/sqltokens.h"

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

// It stays inside the brackets it is put into: no bracket closes what it did not open, nothing is
// left open, and no semicolon stands outside texts and names.
bool staysOneCondition(QStringView where)
{
    std::vector<QChar> open;
    for (const SqlToken& t : sqlTokens(where)) {
        if (t.kind == SqlToken::Kind::Broken)
            return false;
        if (t.kind != SqlToken::Kind::Symbol)
            continue;
        const QChar c = where[t.start];
        if (c == u';')
            return false;
        if (c == u'(' || c == u'[') {
            open.push_back(c);
        } else if (c == u')' || c == u']') {
            if (open.empty() || open.back() != (c == u')' ? u'(' : u'['))
                return false;
            open.pop_back();
        }
    }
    return open.empty();
}

// Rows that are equal in the column must come in the same order each time, or one of them is on two
// pages and another on none: the key tells them apart, else where the row lies, else all it says.
QStringList orderOf(const ObjectPage& page)
{
    QStringList out;
    if (page.isByKey()) {
        for (const QString& key : page.keys)
            out.append(quoteName(key) % u" DESC"_s);
        return out;
    }
    if (page.order.column.isEmpty())
        return out;
    const QString direction = page.order.descending ? u" DESC"_s : QString();
    out.append(quoteName(page.order.column) % direction);
    for (const QString& key : page.keys)
        if (key != page.order.column)
            out.append(quoteName(key) % direction);
    if (!page.keys.isEmpty())
        return out;
    switch (page.object.kind) {
    case ObjectKind::Table:
    case ObjectKind::PartitionedTable:
    case ObjectKind::Partition:
    case ObjectKind::MaterialisedView:
        out.append({u"tableoid"_s, u"ctid"_s});
        break;
    default:
        out.append(u'(' % quoteName(page.object.name) % u".*)::text"_s);
    }
    return out;
}

} // namespace

QStringList keyColumns(const RelationDetails& details)
{
    std::vector<const ColumnInfo*> keys;
    for (const ColumnInfo& c : details.columns)
        if (c.keyPosition > 0)
            keys.push_back(&c);
    std::sort(keys.begin(), keys.end(),
        [](const auto* a, const auto* b) { return a->keyPosition < b->keyPosition; });
    QStringList names;
    for (const ColumnInfo* c : keys)
        names.append(c->name);
    return names;
}

Result<QString> pageStatement(const ObjectPage& page, qsizetype* conditionAt)
{
    QStringList keys;
    QStringList values;
    if (page.isByKey()) {
        for (const QString& key : page.keys)
            keys.append(quoteName(key));
        for (const QString& value : page.after)
            values.append(quoteLiteral(value));
    }

    const QString where = page.where.trimmed();
    QStringList conditions;
    if (!where.isEmpty())
        conditions.append(u'(' % where % u"\n)"_s); // a comment ends with its line
    if (!values.isEmpty())
        conditions.append(u'(' % keys.join(u", "_s) % u") < ("_s % values.join(u", "_s) % u')');

    QString sql
        = u"SELECT * FROM "_s % quoteName(page.object.schema) % u'.' % quoteName(page.object.name);
    if (conditionAt)
        *conditionAt = where.isEmpty() ? -1 : sql.size() + qsizetype(" WHERE ("_L1.size());
    if (!conditions.isEmpty())
        sql += u" WHERE "_s % conditions.join(u" AND "_s);
    if (const QStringList order = orderOf(page); !order.isEmpty())
        sql += u" ORDER BY "_s % order.join(u", "_s);
    sql += u" LIMIT "_s % QString::number(kObjectPageRows);
    if (!page.isByKey() && page.skip > 0)
        sql += u" OFFSET "_s % QString::number(page.skip);

    if (where.isEmpty())
        return sql;
    const Text hint = PH_TEXT("database", "WHERE takes one condition, without parameters.");
    if (!staysOneCondition(where) || splitScript(sql).size() != 1 || !plainlyReads(sql)
        || !parametersOf(where).isEmpty())
        return fail(Error::Kind::Unsupported, where, {}, hint, u"where"_s);
    return sql;
}

} // namespace pilothouse::database
