// SPDX-License-Identifier: GPL-3.0-or-later
// One query for all database-wide figures; per-table figures for the ten largest tables only, and
// for every edge of lineage the rows that flow along it.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"
#include "database/postgres/facets/flowsql.h"

#include <QSet>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Kind = MetricInfo::Kind;
using Unit = MetricInfo::Unit;

struct Figure {
    const char* id;
    Text title;
    Kind kind;
    Unit unit;
    const char* expression; // over pg_stat_database d
};

std::vector<Figure> figures()
{
    return {
        {"transactions", PH_TEXT("postgres", "Transactions"), Kind::Counter, Unit::PerSecond,
            "d.xact_commit + d.xact_rollback"},
        {"rollbacks", PH_TEXT("postgres", "Rollbacks"), Kind::Counter, Unit::PerSecond,
            "d.xact_rollback"},
        {"rows.read", PH_TEXT("postgres", "Rows read"), Kind::Counter, Unit::PerSecond,
            "d.tup_fetched"},
        {"rows.written", PH_TEXT("postgres", "Rows written"), Kind::Counter, Unit::PerSecond,
            "d.tup_inserted + d.tup_updated + d.tup_deleted"},
        {"deadlocks", PH_TEXT("postgres", "Deadlocks"), Kind::Counter, Unit::PerSecond,
            "d.deadlocks"},
        {"temp.bytes", PH_TEXT("postgres", "Spilled to temporary files"), Kind::Counter,
            Unit::Bytes, "d.temp_bytes"},
        {"cache.hit", PH_TEXT("postgres", "Cache hit ratio"), Kind::Gauge, Unit::Ratio,
            "d.blks_hit::float8 / nullif(d.blks_hit + d.blks_read, 0)"},
        {"size", PH_TEXT("postgres", "Database size"), Kind::Gauge, Unit::Bytes,
            "(SELECT sum(relpages)::bigint * current_setting('block_size')::bigint FROM pg_class)"},
        {"connections", PH_TEXT("postgres", "Connections"), Kind::Gauge, Unit::Count,
            "(SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')"},
        {"connections.active", PH_TEXT("postgres", "Active sessions"), Kind::Gauge, Unit::Count,
            "(SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
            " AND state = 'active')"},
        {"connections.idleintransaction", PH_TEXT("postgres", "Idle in transaction"), Kind::Gauge,
            Unit::Count,
            "(SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%')"},
        {"locks.waiting", PH_TEXT("postgres", "Sessions waiting for a lock"), Kind::Gauge,
            Unit::Count, "(SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock')"},
        // On a replica the age of what was replayed last; on a primary the slowest replica. Without
        // any replica there is no figure.
        {"replication.lag", PH_TEXT("postgres", "Replication lag"), Kind::Gauge, Unit::Seconds,
            "CASE WHEN pg_is_in_recovery()"
            " THEN extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())"
            " ELSE (SELECT max(extract(epoch FROM coalesce(replay_lag, '0')))"
            " FROM pg_stat_replication) END"},
    };
}

// The ten largest, by pages; partitions count for themselves.
constexpr char kTables[] = R"(
SELECT n.nspname, c.relname, c.relpages::bigint * current_setting('block_size')::bigint, s.n_live_tup,
       s.n_tup_ins + s.n_tup_upd + s.n_tup_del, s.n_dead_tup
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_stat_user_tables s ON s.relid = c.oid
 WHERE c.relkind IN ('r', 'm') ORDER BY c.relpages DESC, c.relname LIMIT 10)";

// Of views and partitioned tables the tables below count. The views of the server's statistics
// would add up every table there is.
std::string flowSql()
{
    return std::string("WITH RECURSIVE ") + kFlow + R"(, below(oid, part) AS (
    SELECT oid, oid FROM flow
  UNION
    SELECT b.oid, x.child FROM below b JOIN pg_class c ON c.oid = b.part AND c.relkind IN ('v', 'p')
     CROSS JOIN LATERAL (SELECT source FROM rule WHERE target = b.part
         UNION ALL SELECT inhrelid FROM pg_inherits WHERE inhparent = b.part) x(child)
)
SELECT n.nspname, c.relname, f.reads, f.writes,
       sum(pg_stat_get_tuples_returned(p.oid) + pg_stat_get_tuples_fetched(p.oid)
           + coalesce((SELECT sum(pg_stat_get_tuples_fetched(i.indexrelid))
                         FROM pg_index i WHERE i.indrelid = p.oid), 0))::bigint,
       sum(pg_stat_get_tuples_inserted(p.oid) + pg_stat_get_tuples_updated(p.oid)
           + pg_stat_get_tuples_deleted(p.oid))::bigint
  FROM flow f JOIN pg_class c ON c.oid = f.oid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN below b ON b.oid = f.oid LEFT JOIN pg_class p ON p.oid = b.part AND p.relkind IN ('r', 'm')
 GROUP BY f.oid, n.nspname, c.relname, f.reads, f.writes)";
}

void addSample(std::vector<MetricSample>& out, const QSet<QString>& ids, QString id,
    const QDateTime& time, const pqxx::field& field)
{
    if (!field.is_null() && ids.contains(id))
        out.push_back({std::move(id), time, real(field)});
}

VoidResult sampleTables(Meta& meta, const QSet<QString>& ids, const QDateTime& time,
    std::vector<MetricSample>& out, const Token& token)
{
    const auto tables = meta.query(kTables, token);
    if (!tables)
        return tl::unexpected(tables.error());
    for (const auto& row : *tables) {
        const QString name = joinName({str(row[0]), str(row[1])});
        addSample(out, ids, u"table.size:"_s + name, time, row[2]);
        addSample(out, ids, u"table.writes:"_s + name, time, row[4]);
        addSample(out, ids, u"table.dead:"_s + name, time, row[5]);
    }
    return {};
}

VoidResult sampleFlows(Meta& meta, const QSet<QString>& ids, const QDateTime& time,
    std::vector<MetricSample>& out, const Token& token)
{
    const auto flows = meta.query(flowSql(), token);
    if (!flows)
        return tl::unexpected(flows.error());
    for (const auto& row : *flows) {
        addSample(out, ids, flowMetric(u"reads"_s, str(row[0]), str(row[1])), time, row[4]);
        addSample(out, ids, flowMetric(u"writes"_s, str(row[0]), str(row[1])), time, row[5]);
    }
    return {};
}

} // namespace

QString flowMetric(const QString& word, const QString& schema, const QString& name)
{
    return u"relation."_s + word + u':' + joinName({schema, name});
}

Call<std::vector<MetricInfo>> PgMetrics::catalogue()
{
    return m_lane.run(10s,
        [context = m_context](Meta& meta, const Token& token) -> Result<std::vector<MetricInfo>> {
            const auto head = meta.query("SELECT current_setting('max_connections')", token);
            if (!head)
                return tl::unexpected(head.error());
            std::vector<MetricInfo> out;
            for (const Figure& f : figures()) {
                MetricInfo info{QString::fromLatin1(f.id), f.title, f.kind, f.unit, {},
                    {context->config.ns, joinName({context->settings.database})}, qQNaN()};
                if (info.id == "connections"_L1)
                    info.limit = real((*head)[0][0], qQNaN());
                out.push_back(std::move(info));
            }
            const auto tables = meta.query(kTables, token);
            if (!tables)
                return tl::unexpected(tables.error());
            for (const auto& row : *tables) {
                const QString schema = str(row[0]);
                const QString name = str(row[1]);
                const EntityId entity = entityOf(*context, schema, name);
                const QMap<QString, QString> labels{{u"table"_s, joinName({schema, name})}};
                const auto add = [&](const char* word, Text title, Kind kind, Unit unit) {
                    out.push_back(
                        {u"table."_s + QLatin1StringView(word) + u':' + joinName({schema, name}),
                            std::move(title), kind, unit, labels, entity, qQNaN()});
                };
                add("size", PH_TEXT("postgres", "Table size"), Kind::Gauge, Unit::Bytes);
                add("writes", PH_TEXT("postgres", "Table writes"), Kind::Counter, Unit::PerSecond);
                add("dead", PH_TEXT("postgres", "Dead rows"), Kind::Gauge, Unit::Count);
            }
            const auto flows = meta.query(flowSql(), token);
            if (!flows)
                return tl::unexpected(flows.error());
            for (const auto& row : *flows) {
                const QString schema = str(row[0]);
                const QString name = str(row[1]);
                const auto add = [&](const QString& word, Text title) {
                    out.push_back({flowMetric(word, schema, name), std::move(title), Kind::Counter,
                        Unit::PerSecond, {{u"relation"_s, joinName({schema, name})}},
                        entityOf(*context, schema, name), qQNaN()});
                };
                if (yes(row[2]))
                    add(u"reads"_s, PH_TEXT("postgres", "Rows read"));
                if (yes(row[3]))
                    add(u"writes"_s, PH_TEXT("postgres", "Rows written"));
            }
            return out;
        });
}

Call<std::vector<MetricSample>> PgMetrics::sample(const QStringList& wantedIds)
{
    return m_lane.run(10s,
        [ids = QSet<QString>(wantedIds.begin(), wantedIds.end())](
            Meta& meta, const Token& token) -> Result<std::vector<MetricSample>> {
            std::string sql = "SELECT extract(epoch FROM clock_timestamp())";
            QStringList wanted;
            bool tables = false;
            bool flows = false;
            for (const Figure& f : figures())
                if (const QString id = QString::fromLatin1(f.id); ids.contains(id)) {
                    wanted += id;
                    sql += std::string(", ") + f.expression;
                }
            for (const QString& id : ids) {
                tables = tables || id.startsWith("table."_L1);
                flows = flows || id.startsWith("relation."_L1);
            }
            sql += " FROM pg_stat_database d WHERE d.datname = current_database()";
            const auto r = meta.query(sql, token);
            if (!r)
                return tl::unexpected(r.error());
            std::vector<MetricSample> out;
            if (r->empty())
                return out;
            const auto row = (*r)[0];
            const QDateTime time = when(row[0]);
            for (qsizetype i = 0; i < wanted.size(); ++i)
                if (const auto field = row[static_cast<pqxx::row::size_type>(i + 1)];
                    !field.is_null())
                    out.push_back({wanted[i], time, real(field)});
            if (tables)
                if (auto read = sampleTables(meta, ids, time, out, token); !read)
                    return tl::unexpected(read.error());
            if (flows)
                if (auto read = sampleFlows(meta, ids, time, out, token); !read)
                    return tl::unexpected(read.error());
            return out;
        });
}

} // namespace pilothouse::database::postgres
