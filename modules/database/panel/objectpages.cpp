// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/panel/objectpages.h"

#include "database/api/names.h"
#include "database/api/sqlscript.h"

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

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

Result<QString> pageStatement(const ObjectPage& page)
{
    QStringList keys;
    QStringList order;
    QStringList values;
    for (const QString& key : page.keys) {
        keys.append(quoteName(key));
        order.append(quoteName(key) % u" DESC"_s);
    }
    for (const QString& value : page.after)
        values.append(quoteLiteral(value));

    const QString where = page.where.trimmed();
    QStringList conditions;
    if (!where.isEmpty())
        conditions.append(u'(' % where % u"\n)"_s); // a comment ends with its line
    if (!values.isEmpty())
        conditions.append(u'(' % keys.join(u", "_s) % u") < ("_s % values.join(u", "_s) % u')');

    QString sql
        = u"SELECT * FROM "_s % quoteName(page.object.schema) % u'.' % quoteName(page.object.name);
    if (!conditions.isEmpty())
        sql += u" WHERE "_s % conditions.join(u" AND "_s);
    if (!order.isEmpty())
        sql += u" ORDER BY "_s % order.join(u", "_s);
    sql += u" LIMIT "_s % QString::number(kObjectPageRows);

    if (where.isEmpty())
        return sql;
    const Text hint = PH_TEXT("database", "WHERE takes one condition, without parameters.");
    if (splitScript(sql).size() != 1 || !plainlyReads(sql) || !parametersOf(where).isEmpty())
        return fail(Error::Kind::Unsupported, where, {}, hint, u"where"_s);
    return sql;
}

} // namespace pilothouse::database
