// SPDX-License-Identifier: GPL-3.0-or-later
// DDL text: the server's own pg_get_* functions where it has one.
#include "database/postgres/catalogue.h"

#include "database/api/names.h"
#include "database/postgres/tableddl.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

Result<QString> single(Meta& meta, const std::string& sql, const Token& token)
{
    const auto r = meta.query(sql, token);
    if (!r)
        return tl::unexpected(r.error());
    if (r->empty() || (*r)[0][0].is_null())
        return fail(Error::Kind::NotFound, {}, meta.service());
    return str((*r)[0][0]);
}

} // namespace

Result<QString> readDdl(Meta& meta, const ObjectRef& o, const Token& token)
{
    const auto inTable = [&](const char* table, const char* column, const char* owner) {
        return std::string("(SELECT oid FROM ") + table + " WHERE " + column + " = " + lit(o.name)
            + " AND " + owner + " = " + regclass(o.schema, o.table) + ")";
    };
    switch (o.kind) {
    case ObjectKind::Function:
    case ObjectKind::Procedure: {
        auto text = single(meta, "SELECT pg_get_functiondef(" + functionOid(o) + ")", token);
        return text ? Result<QString>(text->trimmed() + u";\n"_s) : text;
    }
    case ObjectKind::Index: {
        auto text
            = single(meta, "SELECT pg_get_indexdef(" + regclass(o.schema, o.name) + ")", token);
        return text ? Result<QString>(*text + u";\n"_s) : text;
    }
    case ObjectKind::Constraint: {
        auto text = single(meta,
            "SELECT pg_get_constraintdef(" + inTable("pg_constraint", "conname", "conrelid") + ")",
            token);
        if (!text)
            return text;
        return u"ALTER TABLE "_s + quoteName(o.schema) + u'.' + quoteName(o.table)
            + u"\n    ADD CONSTRAINT "_s + quoteName(o.name) + u' ' + *text + u";\n"_s;
    }
    case ObjectKind::Trigger: {
        auto text = single(meta,
            "SELECT pg_get_triggerdef(" + inTable("pg_trigger", "tgname", "tgrelid") + ")", token);
        return text ? Result<QString>(*text + u";\n"_s) : text;
    }
    case ObjectKind::Schema:
        return u"CREATE SCHEMA "_s + quoteName(o.name) + u";\n"_s;
    case ObjectKind::Sequence: {
        const auto r
            = meta.query("SELECT format_type(seqtypid, NULL), seqincrement, seqmin, seqmax,"
                         " seqstart, seqcache, seqcycle FROM pg_sequence WHERE seqrelid = "
                    + regclass(o.schema, o.name),
                token);
        if (!r)
            return tl::unexpected(r.error());
        if (r->empty())
            return fail(Error::Kind::NotFound, {}, meta.service());
        const auto row = (*r)[0];
        return u"CREATE SEQUENCE %1 AS %2\n    INCREMENT BY %3 MINVALUE %4 MAXVALUE %5 START %6 CACHE %7%8;\n"_s
            .arg(quotedName(o), str(row[0]), str(row[1]), str(row[2]), str(row[3]), str(row[4]),
                str(row[5]), yes(row[6]) ? u" CYCLE"_s : QString());
    }
    default:
        break;
    }
    const auto d = readRelation(meta, o.schema, o.name, token);
    if (!d)
        return tl::unexpected(d.error());
    const ObjectKind kind = d->relation.ref.kind;
    if (kind == ObjectKind::Sequence) {
        ObjectRef sequence = o;
        sequence.kind = kind;
        return readDdl(meta, sequence, token);
    }
    return kind == ObjectKind::View || kind == ObjectKind::MaterialisedView
        ? viewDdl(meta, *d, token)
        : tableDdl(meta, *d, token);
}

} // namespace pilothouse::database::postgres
