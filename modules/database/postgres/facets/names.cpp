// SPDX-License-Identifier: GPL-3.0-or-later
// Search and lineage: names, and which view reads what.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"
#include "database/postgres/catalogue.h"
#include "database/postgres/facets/flowsql.h"

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
       c.relpages AS weight, '' AS arguments
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND c.oid >= 16384
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT n.nspname, p.proname, 'fn', false, -1, -1, pg_get_function_identity_arguments(p.oid)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.oid >= 16384 AND n.nspname !~ '^pg_'
) t(nspname, name, kind, partition, rows, weight, arguments))"
        + where + " ORDER BY weight DESC, nspname, name, arguments LIMIT "
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
        item.context = schema;
        if (function) { // overloads differ in nothing else
            item.context += u" · ("_s + str(row[6]) + u')';
            item.view = functionView(str(row[6]));
        } else if (num(row[4]) > 0)
            item.context += u" · ~"_s + QString::number(num(row[4]));
        out.push_back(std::move(item));
    }
    return out;
}

// Views and materialised views with what their rule reads; foreign keys; partitions are their
// parent. The last column: the metric of its rate, as PgMetrics names it.
std::string edgesSql()
{
    return std::string("WITH RECURSIVE ") + kFlow + R"(
SELECT sn.nspname, s.relname, tn.nspname, t.relname, e.kind,
       CASE WHEN f.oid IS NULL THEN '' WHEN e.kind = 'view' THEN 'reads' ELSE 'writes' END
  FROM (SELECT source, target, 'view', source FROM rule
        UNION ALL SELECT source, target, 'foreign-key', target FROM refers
       ) e(source, target, kind, rated)
  JOIN pg_class s ON s.oid = e.source JOIN pg_class t ON t.oid = e.target
  JOIN pg_namespace sn ON sn.oid = s.relnamespace JOIN pg_namespace tn ON tn.oid = t.relnamespace
  LEFT JOIN flow f ON f.oid = e.rated
 ORDER BY 1, 2, 3, 4)";
}

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
            const auto r = meta.query(edgesSql(), token);
            if (!r)
                return tl::unexpected(r.error());
            std::vector<LineageEdge> out;
            for (const auto& row : *r) {
                LineageEdge edge{entityOf(*context, str(row[0]), str(row[1])),
                    entityOf(*context, str(row[2]), str(row[3])), str(row[4]), {}};
                const QString word = str(row[5]);
                const int rated = edge.kind == "view"_L1 ? 0 : 2;
                if (!word.isEmpty())
                    edge.rateMetric = flowMetric(word, str(row[rated]), str(row[rated + 1]));
                out.push_back(std::move(edge));
            }
            if (entity.name.isEmpty())
                return out;
            return within(std::move(out), entity, std::max(1, hops));
        });
}

} // namespace pilothouse::database::postgres
