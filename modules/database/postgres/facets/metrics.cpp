// SPDX-License-Identifier: GPL-3.0-or-later
// One query for all database-wide figures; per-table figures for the ten largest tables only.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"

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

} // namespace

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
            return out;
        });
}

Call<std::vector<MetricSample>> PgMetrics::sample(const QStringList& ids)
{
    return m_lane.run(
        10s, [ids](Meta& meta, const Token& token) -> Result<std::vector<MetricSample>> {
            std::string sql = "SELECT extract(epoch FROM clock_timestamp())";
            QStringList wanted;
            bool tables = false;
            for (const Figure& f : figures())
                if (const QString id = QString::fromLatin1(f.id); ids.contains(id)) {
                    wanted += id;
                    sql += std::string(", ") + f.expression;
                }
            for (const QString& id : ids)
                tables = tables || id.startsWith("table."_L1);
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
            if (!tables)
                return out;
            const auto t = meta.query(kTables, token);
            if (!t)
                return tl::unexpected(t.error());
            for (const auto& line : *t) {
                const QString name = joinName({str(line[0]), str(line[1])});
                const auto add = [&](QLatin1StringView word, const pqxx::field& field) {
                    const QString id = u"table."_s + word + u':' + name;
                    if (ids.contains(id) && !field.is_null())
                        out.push_back({id, time, real(field)});
                };
                add("size"_L1, line[2]);
                add("writes"_L1, line[4]);
                add("dead"_L1, line[5]);
            }
            return out;
        });
}

} // namespace pilothouse::database::postgres
