// SPDX-License-Identifier: GPL-3.0-or-later
// Health and metrics out of INFO.
#include "queue/redis/redisfacets.h"

#include "queue/redis/redisinfo.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

struct Known {
    const char* id;
    const char* line; // of INFO
    Text title;
    MetricInfo::Kind kind;
    MetricInfo::Unit unit;
};

const std::vector<Known>& known()
{
    using Kind = MetricInfo::Kind;
    using Unit = MetricInfo::Unit;
    static const std::vector<Known> all{
        {"ops.total", "total_commands_processed", PH_TEXT("queue", "Operations"), Kind::Counter,
            Unit::PerSecond},
        {"ops.reads", "", PH_TEXT("queue", "Reads"), Kind::Counter, Unit::PerSecond},
        {"ops.writes", "", PH_TEXT("queue", "Writes"), Kind::Counter, Unit::PerSecond},
        {"memory.used", "used_memory", PH_TEXT("queue", "Memory used"), Kind::Gauge, Unit::Bytes},
        {"memory.resident", "used_memory_rss", PH_TEXT("queue", "Memory resident"), Kind::Gauge,
            Unit::Bytes},
        {"clients", "connected_clients", PH_TEXT("queue", "Clients"), Kind::Gauge, Unit::Count},
        {"clients.blocked", "blocked_clients", PH_TEXT("queue", "Clients waiting"), Kind::Gauge,
            Unit::Count},
        {"keys.hits", "keyspace_hits", PH_TEXT("queue", "Key hits"), Kind::Counter,
            Unit::PerSecond},
        {"keys.misses", "keyspace_misses", PH_TEXT("queue", "Key misses"), Kind::Counter,
            Unit::PerSecond},
        {"hit.ratio", "", PH_TEXT("queue", "Hit ratio since start"), Kind::Gauge, Unit::Ratio},
        {"keys.evicted", "evicted_keys", PH_TEXT("queue", "Evicted keys"), Kind::Counter,
            Unit::PerSecond},
        {"keys.expired", "expired_keys", PH_TEXT("queue", "Expired keys"), Kind::Counter,
            Unit::PerSecond},
        {"keys", "", PH_TEXT("queue", "Keys"), Kind::Gauge, Unit::Count},
        {"network.in", "total_net_input_bytes", PH_TEXT("queue", "Bytes received"), Kind::Counter,
            Unit::Bytes},
        {"network.out", "total_net_output_bytes", PH_TEXT("queue", "Bytes sent"), Kind::Counter,
            Unit::Bytes},
        {"replica.lag", "", PH_TEXT("queue", "Replica lag"), Kind::Gauge, Unit::Seconds},
        {"fragmentation", "mem_fragmentation_ratio", PH_TEXT("queue", "Memory fragmentation"),
            Kind::Gauge, Unit::Ratio},
        {"connections.rejected", "rejected_connections", PH_TEXT("queue", "Rejected connections"),
            Kind::Counter, Unit::PerSecond},
    };
    return all;
}

std::optional<double> hitRatio(const ServerInfo& info)
{
    const auto hits = info.number("keyspace_hits");
    const auto misses = info.number("keyspace_misses");
    if (!hits || !misses || *hits + *misses <= 0)
        return std::nullopt;
    return *hits / (*hits + *misses);
}

// Seconds: of a replica to its primary, else the worst of its replicas.
std::optional<double> replicaLag(const ServerInfo& info)
{
    if (info.text("role") == "slave") {
        if (info.text("master_link_status") != "up")
            return std::nullopt;
        return info.number("master_last_io_seconds_ago");
    }
    std::optional<double> worst;
    const int replicas = info.text("connected_slaves").toInt();
    for (int i = 0; i < replicas; ++i) {
        const QByteArray name = "slave" + QByteArray::number(i);
        const QByteArray line = info.text(name);
        const qint64 lag = innerNumber(line, "lag", -1);
        if (lag >= 0)
            worst = std::max(worst.value_or(0.0), double(lag));
    }
    return worst;
}

} // namespace

std::optional<double> metricOf(const ServerInfo& info, const QString& id)
{
    if (id == "hit.ratio"_L1)
        return hitRatio(info);
    if (id == "replica.lag"_L1)
        return replicaLag(info);
    if (id == "keys"_L1) {
        if (info.lines.isEmpty())
            return std::nullopt;
        double sum = 0;
        for (const qint64 n : info.databases)
            sum += double(n);
        return sum;
    }
    for (const Known& k : known()) {
        if (id == QLatin1StringView(k.id))
            return info.number(k.line);
    }
    return std::nullopt;
}

std::vector<MetricInfo> metricsOf(const ServerInfo& info, bool tellsCalls, const EntityId& entity)
{
    const auto isTold = [&](const QString& id) {
        if (id == kReadsMetric || id == kWritesMetric)
            return tellsCalls;
        return id == "hit.ratio"_L1 || metricOf(info, id);
    };
    std::vector<MetricInfo> out;
    for (const Known& k : known()) {
        MetricInfo metric;
        metric.id = QString::fromLatin1(k.id);
        if (!isTold(metric.id))
            continue; // by this server
        metric.title = k.title;
        metric.kind = k.kind;
        metric.unit = k.unit;
        metric.entity = entity;
        const double maxMemory = info.number("maxmemory").value_or(0);
        if (metric.id == "memory.used"_L1 && maxMemory > 0)
            metric.limit = maxMemory;
        if (metric.id == "clients"_L1 && info.number("maxclients"))
            metric.limit = *info.number("maxclients");
        out.push_back(std::move(metric));
    }
    return out;
}

Text degradedBy(const ServerInfo& info)
{
    if (info.text("loading") == "1")
        return PH_TEXT("queue", "The server is loading its data.");
    if (info.text("role") == "slave" && info.text("master_link_status") == "down")
        return PH_TEXT("queue", "The link to the primary is down.");
    if (info.text("rdb_last_bgsave_status") == "err")
        return PH_TEXT("queue", "The last snapshot could not be written.");
    if (info.text("aof_last_write_status") == "err")
        return PH_TEXT("queue", "The append-only file cannot be written.");
    const double limit = info.number("maxmemory").value_or(0);
    const double used = info.number("used_memory").value_or(0);
    if (limit > 0 && used >= limit * 0.95)
        return PH_TEXT("queue", "Memory is at its limit.");
    const double most = info.number("maxclients").value_or(0);
    if (most > 0 && info.number("connected_clients").value_or(0) >= most * 0.95)
        return PH_TEXT("queue", "Nearly all connections are taken.");
    return {};
}

Call<HealthReport> RedisHealth::probe()
{
    return m_core->facets().run(
        kFacetLimit, [](RedisConnection& c, const Token& token) -> Result<HealthReport> {
            c.askAgain(); // the sampler asks by itself only while it is let in
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            const auto begin = Clock::now();
            const auto pong = c.read({"PING"}, token);
            if (!pong)
                return tl::unexpected(pong.error());
            HealthReport report;
            report.latency = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
            report.state = HealthReport::State::Healthy;
            const auto text = c.read({"INFO"}, token);
            if (!text) // by its access rules; it answered, and that is what was asked
                return text.error().kind == Error::Kind::Auth ? Result<HealthReport>(report)
                                                              : tl::unexpected(text.error());
            const ServerInfo info = parsedInfo(text->bytes);
            report.version = u"Redis "_s + QString::fromUtf8(info.text("redis_version"));
            report.text = degradedBy(info);
            if (!report.text.isEmpty())
                report.state = HealthReport::State::Degraded;
            return report;
        });
}

} // namespace pilothouse::queue
