// SPDX-License-Identifier: GPL-3.0-or-later
// OIDs from pg_type.dat; they never change.
#include "database/postgres/columns.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

QString withLength(const QString& name, int modifier)
{
    return modifier > 4 ? name + u'(' + QString::number(modifier - 4) + u')' : name;
}

QString numericName(int modifier)
{
    if (modifier < 4)
        return u"numeric"_s;
    const int precision = ((modifier - 4) >> 16) & 0xffff;
    int scale = (modifier - 4) & 0x7ff;
    scale = (scale ^ 1024) - 1024; // an 11-bit number with sign
    return u"numeric(%1,%2)"_s.arg(precision).arg(scale);
}

} // namespace

bool isNumber(quint32 oid)
{
    switch (oid) {
    case 20:
    case 21:
    case 23:
    case 26:
    case 700:
    case 701:
    case 790:
    case 1700:
        return true;
    default:
        return false;
    }
}

QString builtinTypeName(quint32 oid, int modifier)
{
    switch (oid) {
    case 1042:
        return withLength(u"character"_s, modifier);
    case 1043:
        return withLength(u"character varying"_s, modifier);
    case 1700:
        return numericName(modifier);
    default:
        break;
    }
    if (modifier >= 0)
        return {};
    switch (oid) {
    case 16:
        return u"boolean"_s;
    case 17:
        return u"bytea"_s;
    case 19:
        return u"name"_s;
    case 20:
        return u"bigint"_s;
    case 21:
        return u"smallint"_s;
    case 23:
        return u"integer"_s;
    case 25:
        return u"text"_s;
    case 26:
        return u"oid"_s;
    case 114:
        return u"json"_s;
    case 142:
        return u"xml"_s;
    case 700:
        return u"real"_s;
    case 701:
        return u"double precision"_s;
    case 1007:
        return u"integer[]"_s;
    case 1009:
        return u"text[]"_s;
    case 1016:
        return u"bigint[]"_s;
    case 1082:
        return u"date"_s;
    case 1114:
        return u"timestamp without time zone"_s;
    case 1184:
        return u"timestamp with time zone"_s;
    case 1186:
        return u"interval"_s;
    case 2950:
        return u"uuid"_s;
    case 3802:
        return u"jsonb"_s;
    default:
        return {};
    }
}

DescribedColumns columnsOf(const PGresult* result)
{
    DescribedColumns out;
    const int n = PQnfields(result);
    for (int i = 0; i < n; ++i) {
        TableColumn c;
        c.name = QString::fromUtf8(PQfname(result, i));
        c.typeOid = PQftype(result, i);
        c.type = builtinTypeName(c.typeOid, PQfmod(result, i));
        c.rightAligned = isNumber(c.typeOid);
        out.named = out.named && !c.type.isEmpty();
        out.columns.push_back(std::move(c));
        out.modifiers.push_back(PQfmod(result, i));
    }
    return out;
}

} // namespace pilothouse::database::postgres
