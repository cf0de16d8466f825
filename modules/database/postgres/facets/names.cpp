// SPDX-License-Identifier: GPL-3.0-or-later
// Search and lineage: names, and which view reads what.
#include "database/postgres/facets/facets.h"

#include "database/postgres/catalogue.h"

#include <QSet>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// The largest relations first, then functions; schemas of the server itself are left out.
std::string searchSql(const std::string& where, int limit)
{
    return R"(
SELECT * FROM (
SELECT n.nspname, c.relname, c.relkind::text, c.relispartition, c.reltuples::bigint AS rows,
       c.relpages AS weight
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.oid >= 16384
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT n.nspname, p.proname, 'fn', false, -1, -1
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.oid >= 16384 AND n.nspname !~ '^pg_'
) t(nspname, name, kind, partition, rows, weight))"
        + where + " ORDER BY weight DESC, nspname, name LIMIT "
        + std::to_string(std::max(0, limit));
}

std::vector<SearchItem> itemsOf(const Context& context, const pqxx::result& result)
{
    std::vector<SearchItem> out;
    out.reserve(result.size());
    for (const auto& row : result) {
        SearchItem item;
        const QString schema = str(row[0]);
        item.name = str(row[1]);
        item.entity = entityOf(context, schema, item.name);
        const bool function = str(row[2]) == "fn"_L1;
        item.kind = wordOf(
            function ? ObjectKind::Function : kindOfRelkind(row[2].c_str()[0], yes(row[3])));
        item.context = num(row[4]) > 0 ? u"%1 · ~%2"_s.arg(schema).arg(num(row[4])) : schema;
        out.push_back(std::move(item));
    }
    return out;
}

// Views and materialised views with what their rule reads; foreign keys; partitions are their
// parent.
constexpr char kEdges[] = R"(
SELECT DISTINCT sn.nspname, s.relname, tn.nspname, t.relname, 'view'
  FROM pg_rewrite w JOIN pg_class t ON t.oid = w.ev_class AND t.relkind IN ('v', 'm')
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
       AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> w.ev_class AND d.deptype = 'n'
  JOIN pg_class s ON s.oid = d.refobjid AND s.relkind IN ('r', 'p', 'v', 'm', 'f')
  JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_namespace tn ON tn.oid = t.relnamespace
 WHERE t.oid >= 16384 AND s.oid >= 16384
UNION ALL
SELECT DISTINCT sn.nspname, s.relname, tn.nspname, t.relname, 'foreign-key'
  FROM pg_constraint k JOIN pg_class s ON s.oid = k.confrelid JOIN pg_class t ON t.oid = k.conrelid
  JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_namespace tn ON tn.oid = t.relnamespace
 WHERE k.contype = 'f' AND k.conparentid = 0 AND NOT s.relispartition AND NOT t.relispartition
 ORDER BY 1, 2, 3, 4)";

std::vector<LineageEdge> within(std::vector<LineageEdge> all, const EntityId& start, int hops)
{
    QSet<QString> reached{start.name};
    for (int hop = 0; hop < hops; ++hop) {
        const QSet<QString> frontier = reached;
        for (const LineageEdge& e : all) {
            if (frontier.contains(e.from.name))
                reached.insert(e.to.name);
            if (frontier.contains(e.to.name))
                reached.insert(e.from.name);
        }
        if (reached.size() == frontier.size())
            break;
    }
    std::erase_if(all, [&](const LineageEdge& e) {
        return !reached.contains(e.from.name) || !reached.contains(e.to.name);
    });
    return all;
}

} // namespace

Call<std::vector<SearchItem>> PgSearch::snapshot(int limit)
{
    return m_lane.run(30s,
        [limit, context = m_context](
            Meta& meta, const Token& token) -> Result<std::vector<SearchItem>> {
            const auto r = meta.query(searchSql({}, limit), token);
            if (!r)
                return tl::unexpected(r.error());
            return itemsOf(*context, *r);
        });
}

Call<std::vector<SearchItem>> PgSearch::find(const QString& text, int limit)
{
    return m_lane.run(10s,
        [text, limit, context = m_context](
            Meta& meta, const Token& token) -> Result<std::vector<SearchItem>> {
            const auto r = meta.query(searchSql(" WHERE position(lower(" + lit(text)
                                              + ") IN lower(nspname || '.' || name)) > 0",
                                          limit),
                token);
            if (!r)
                return tl::unexpected(r.error());
            return itemsOf(*context, *r);
        });
}

Call<std::vector<LineageEdge>> PgLineage::edges(const EntityId& entity, int hops)
{
    return m_lane.run(30s,
        [entity, hops, context = m_context](
            Meta& meta, const Token& token) -> Result<std::vector<LineageEdge>> {
            if (entity.ns != context->config.ns && !context->config.aliases.contains(entity.ns))
                return std::vector<LineageEdge>{};
            const auto r = meta.query(kEdges, token);
            if (!r)
                return tl::unexpected(r.error());
            std::vector<LineageEdge> out;
            for (const auto& row : *r)
                out.push_back({entityOf(*context, str(row[0]), str(row[1])),
                    entityOf(*context, str(row[2]), str(row[3])), str(row[4]), {}});
            // Written rows of the target stand for the rate of an edge where they are measured.
            if (entity.name.isEmpty())
                return out;
            return within(std::move(out), entity, std::max(1, hops));
        });
}

} // namespace pilothouse::database::postgres
