// SPDX-License-Identifier: GPL-3.0-or-later
// One query per level of the tree; sizes are estimates from relpages, so no file is touched.
#include "database/postgres/catalogue.h"

#include "database/api/names.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const char kRelationRows[] = R"(
SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispartition, pg_get_userbyid(c.relowner),
       obj_description(c.oid, 'pg_class'),
       CASE WHEN c.relkind = 'p' THEN coalesce(parts.rows, -1) ELSE c.reltuples::bigint END,
       CASE WHEN c.relkind = 'p' THEN coalesce(parts.pages, 0) ELSE c.relpages::bigint END
         * current_setting('block_size')::bigint,
       (SELECT p.oid::regclass::text FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
         WHERE i.inhrelid = c.oid AND c.relispartition LIMIT 1),
       coalesce(parts.n, 0)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE k.relkind <> 'p') AS n,
         sum(k.reltuples) FILTER (WHERE k.reltuples >= 0 AND k.relkind <> 'p')::bigint AS rows,
         sum(k.relpages)::bigint AS pages
       FROM pg_partition_tree(c.oid) t JOIN pg_class k ON k.oid = t.relid) parts
    ON c.relkind = 'p'
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S'))";

ObjectKind kindOfRelkind(char relkind, bool partition)
{
    switch (relkind) {
    case 'r':
        return partition ? ObjectKind::Partition : ObjectKind::Table;
    case 'p':
        return ObjectKind::PartitionedTable;
    case 'v':
        return ObjectKind::View;
    case 'm':
        return ObjectKind::MaterialisedView;
    case 'f':
        return partition ? ObjectKind::Partition : ObjectKind::ForeignTable;
    case 'S':
        return ObjectKind::Sequence;
    case 'i':
    case 'I':
        return ObjectKind::Index;
    case 'c':
        return ObjectKind::Type;
    default:
        return ObjectKind::Other;
    }
}

RelationInfo relationOf(const pqxx::row& row)
{
    RelationInfo r;
    r.oid = static_cast<quint32>(num(row[0], 0));
    r.ref.schema = str(row[1]);
    r.ref.name = str(row[2]);
    r.ref.kind = kindOfRelkind(row[3].c_str()[0], yes(row[4]));
    r.owner = str(row[5]);
    r.comment = str(row[6]);
    r.rows = num(row[7]);
    r.bytes = num(row[8], 0);
    r.parent = str(row[9]);
    r.partitions = static_cast<int>(num(row[10], 0));
    return r;
}

std::string regclass(const QString& schema, const QString& name)
{
    return lit(quoteAlways(schema) + u'.' + quoteAlways(name)) + "::regclass";
}

std::string functionOid(const ObjectRef& o)
{
    return "(SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE"
           " n.nspname = "
        + lit(o.schema) + " AND p.proname = " + lit(o.name)
        + " AND pg_get_function_identity_arguments(p.oid) = " + lit(o.arguments) + ")";
}

Call<DatabaseInfo> PgCatalogue::database()
{
    return m_lane.run(15s, [](Meta& meta, const Token& token) -> Result<DatabaseInfo> {
        // The search path a new session of this role gets, not the one of this connection.
        const auto r = meta.query(R"(
SELECT current_database(), current_setting('server_version'), current_setting('server_version_num'),
       current_user, pg_encoding_to_char(d.encoding), r.rolsuper,
       coalesce((SELECT reset_val FROM pg_settings WHERE name = 'search_path'), '')
  FROM pg_database d, pg_roles r
 WHERE d.datname = current_database() AND r.rolname = current_user)",
            token);
        if (!r)
            return tl::unexpected(r.error());
        if (r->empty())
            return fail(Error::Kind::Protocol, {}, meta.service());
        const auto row = (*r)[0];
        DatabaseInfo info;
        info.name = str(row[0]);
        info.version = u"PostgreSQL "_s + str(row[1]).section(u' ', 0, 0);
        info.versionNumber = static_cast<int>(num(row[2], 0));
        info.user = str(row[3]);
        info.encoding = str(row[4]);
        info.superuser = yes(row[5]);
        const QStringList path = str(row[6]).split(u',', Qt::SkipEmptyParts);
        for (QString part : path) {
            part = part.trimmed();
            if (part.startsWith(u'"'))
                part = splitName(part).value_or(QStringList{part}).constFirst();
            info.searchPath += part == "$user"_L1 ? info.user : part;
        }
        info.entityPrefix = joinName({info.name});
        return info;
    });
}

Call<std::vector<SchemaInfo>> PgCatalogue::schemas()
{
    return m_lane.run(15s, [](Meta& meta, const Token& token) -> Result<std::vector<SchemaInfo>> {
        const auto r = meta.query(R"(
SELECT n.nspname, pg_get_userbyid(n.nspowner), obj_description(n.oid, 'pg_namespace'),
       coalesce(c.n, 0), coalesce(c.pages, 0) * current_setting('block_size')::bigint,
       n.nspname ~ '^pg_' OR n.nspname = 'information_schema', has_schema_privilege(n.oid, 'USAGE')
  FROM pg_namespace n
  LEFT JOIN (SELECT relnamespace, sum(relpages)::bigint AS pages,
               count(*) FILTER (WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT relispartition) AS n
               FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'i') GROUP BY 1) c
    ON c.relnamespace = n.oid
 WHERE n.nspname !~ '^pg_(toast|temp)'
 ORDER BY 6, n.nspname)",
            token);
        if (!r)
            return tl::unexpected(r.error());
        std::vector<SchemaInfo> out;
        for (const auto& row : *r)
            out.push_back({str(row[0]), str(row[1]), str(row[2]), num(row[3], 0), num(row[4], 0),
                yes(row[5]), yes(row[6])});
        return out;
    });
}

Call<std::vector<RelationInfo>> PgCatalogue::relations(const QString& schema)
{
    return m_lane.run(
        30s, [schema](Meta& meta, const Token& token) -> Result<std::vector<RelationInfo>> {
            const auto r = meta.query(std::string(kRelationRows)
                    + " AND NOT c.relispartition AND n.nspname = " + lit(schema)
                    + " ORDER BY c.relname",
                token);
            if (!r)
                return tl::unexpected(r.error());
            std::vector<RelationInfo> out;
            out.reserve(r->size());
            for (const auto& row : *r)
                out.push_back(relationOf(row));
            return out;
        });
}

Call<std::vector<FunctionInfo>> PgCatalogue::functions(const QString& schema)
{
    return m_lane.run(
        30s, [schema](Meta& meta, const Token& token) -> Result<std::vector<FunctionInfo>> {
            const auto r = meta.query(R"(
SELECT p.oid, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.prokind,
       pg_get_function_result(p.oid), l.lanname,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
       p.prosecdef, obj_description(p.oid, 'pg_proc')
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
 WHERE n.nspname = )"
                    + lit(schema) + " ORDER BY p.proname, 4",
                token);
            if (!r)
                return tl::unexpected(r.error());
            std::vector<FunctionInfo> out;
            for (const auto& row : *r) {
                FunctionInfo f;
                f.oid = static_cast<quint32>(num(row[0], 0));
                f.ref = {ObjectKind::Function, str(row[1]), str(row[2]), str(row[3]), {}};
                const char kind = row[4].c_str()[0];
                if (kind != 'f' && kind != 'w')
                    f.ref.kind = kind == 'p' ? ObjectKind::Procedure : ObjectKind::Aggregate;
                f.result = str(row[5]);
                f.language = str(row[6]);
                f.volatility = str(row[7]);
                f.securityDefiner = yes(row[8]);
                f.comment = str(row[9]);
                out.push_back(std::move(f));
            }
            return out;
        });
}

Call<RelationDetails> PgCatalogue::relation(const QString& schema, const QString& name)
{
    return m_lane.run(15s,
        [=](Meta& meta, const Token& token) { return readRelation(meta, schema, name, token); });
}

Call<QString> PgCatalogue::ddl(const ObjectRef& object)
{
    return m_lane.run(
        15s, [object](Meta& meta, const Token& token) { return readDdl(meta, object, token); });
}

Call<std::vector<Privilege>> PgCatalogue::privileges(const ObjectRef& object)
{
    return m_lane.run(15s,
        [object](Meta& meta, const Token& token) { return readPrivileges(meta, object, token); });
}

Call<RelationSizes> PgCatalogue::sizes(const QString& schema, const QString& name)
{
    return m_lane.run(
        30s, [=](Meta& meta, const Token& token) { return readSizes(meta, schema, name, token); });
}

Call<std::vector<Dependent>> PgCatalogue::dependents(const ObjectRef& object)
{
    return m_lane.run(30s,
        [object](Meta& meta, const Token& token) { return readDependents(meta, object, token); });
}

Call<CompletionSnapshot> PgCatalogue::completion()
{
    return m_lane.run(
        60s, [](Meta& meta, const Token& token) { return readCompletion(meta, token); });
}

} // namespace pilothouse::database::postgres
