// SPDX-License-Identifier: GPL-3.0-or-later
// DDL text: the server's own pg_get_* functions where it has one, put together by hand for tables.
#include "database/postgres/catalogue.h"

#include "database/api/names.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

QString qualified(const ObjectRef& o)
{
    return quoteName(o.schema) + u'.' + quoteName(o.name);
}

Result<QString> single(Meta& meta, const std::string& sql, const Token& token)
{
    const auto r = meta.query(sql, token);
    if (!r)
        return tl::unexpected(r.error());
    if (r->empty() || (*r)[0][0].is_null())
        return fail(Error::Kind::NotFound, {}, meta.service());
    return str((*r)[0][0]);
}

QString columnLine(const ColumnInfo& c)
{
    QString line = u"    "_s + quoteName(c.name) + u' ' + c.type;
    if (c.generated)
        line += u" GENERATED ALWAYS AS ("_s + c.defaultText + u") STORED"_s;
    else if (c.identity)
        line += u' ' + c.defaultText;
    else if (!c.defaultText.isEmpty())
        line += u" DEFAULT "_s + c.defaultText;
    if (c.notNull)
        line += u" NOT NULL"_s;
    return line;
}

bool isConstraintIndex(const RelationDetails& d, const IndexInfo& index)
{
    for (const ConstraintInfo& c : d.constraints)
        if (c.name == index.name)
            return true;
    return false;
}

// What all relations may have behind them: indexes, triggers, comments.
QString tail(const RelationDetails& d)
{
    QString out;
    for (const IndexInfo& index : d.indexes)
        if (!isConstraintIndex(d, index))
            out += u"\n"_s + index.definition + u";\n"_s;
    for (const TriggerInfo& trigger : d.triggers)
        out += u"\n"_s + trigger.definition + u";\n"_s;
    const QString name = qualified(d.relation.ref);
    if (!d.relation.comment.isEmpty())
        out += u"\nCOMMENT ON "_s
            + (d.relation.ref.kind == ObjectKind::View                    ? u"VIEW "_s
                    : d.relation.ref.kind == ObjectKind::MaterialisedView ? u"MATERIALIZED VIEW "_s
                                                                          : u"TABLE "_s)
            + name + u" IS "_s + quoteLiteral(d.relation.comment) + u";\n"_s;
    for (const ColumnInfo& c : d.columns)
        if (!c.comment.isEmpty())
            out += u"COMMENT ON COLUMN "_s + name + u'.' + quoteName(c.name) + u" IS "_s
                + quoteLiteral(c.comment) + u";\n"_s;
    return out;
}

Result<QString> tableDdl(Meta& meta, const RelationDetails& d, const Token& token)
{
    const ObjectRef& ref = d.relation.ref;
    const std::string oid = std::to_string(d.relation.oid);
    if (ref.kind == ObjectKind::Partition) {
        const auto bound = single(
            meta, "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = " + oid, token);
        if (!bound)
            return bound;
        return u"CREATE TABLE "_s + qualified(ref) + u" PARTITION OF "_s + d.relation.parent
            + u"\n    "_s + *bound + u";\n"_s + tail(d);
    }
    QStringList lines;
    for (const ColumnInfo& c : d.columns)
        lines += columnLine(c);
    for (const ConstraintInfo& c : d.constraints)
        if (c.kind != ConstraintInfo::Kind::Trigger)
            lines += u"    CONSTRAINT "_s + quoteName(c.name) + u' ' + c.definition;
    const auto persistence
        = single(meta, "SELECT relpersistence FROM pg_class WHERE oid = " + oid, token);
    if (!persistence)
        return persistence;
    QString head = *persistence == "u"_L1 ? u"CREATE UNLOGGED TABLE "_s : u"CREATE TABLE "_s;
    QString end;
    if (ref.kind == ObjectKind::ForeignTable) {
        head = u"CREATE FOREIGN TABLE "_s;
        const auto server = single(meta,
            "SELECT s.srvname FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = "
            "f.ftserver"
            " WHERE f.ftrelid = "
                + oid,
            token);
        if (!server)
            return server;
        end = u" SERVER "_s + quoteName(*server);
    }
    if (!d.partitionKey.isEmpty())
        end += u" PARTITION BY "_s + d.partitionKey;
    return head + qualified(ref) + u" (\n"_s + lines.join(u",\n"_s) + u"\n)"_s + end + u";\n"_s
        + tail(d);
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
            .arg(qualified(o), str(row[0]), str(row[1]), str(row[2]), str(row[3]), str(row[4]),
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
    if (kind != ObjectKind::View && kind != ObjectKind::MaterialisedView)
        return tableDdl(meta, *d, token);
    const auto body = single(
        meta, "SELECT pg_get_viewdef(" + std::to_string(d->relation.oid) + ", true)", token);
    if (!body)
        return body;
    return (kind == ObjectKind::View ? u"CREATE OR REPLACE VIEW "_s
                                     : u"CREATE MATERIALIZED VIEW "_s)
        + qualified(d->relation.ref) + u" AS\n"_s + *body + u'\n' + tail(*d);
}

} // namespace pilothouse::database::postgres
