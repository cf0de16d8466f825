// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of a Redis service: health, metrics, events, search, lineage, query, preview, actions.
#pragma once

#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "queue/api/server.h"
#include "queue/redis/otherscount.h"
#include "queue/redis/rediscore.h"

namespace pilothouse::queue
{

class RedisKeyspace;

class RedisHealth final : public HealthFacet
{
public:
    explicit RedisHealth(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    Call<HealthReport> probe() override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

// Calls of commands that read or change keys.
inline constexpr QLatin1StringView kReadsMetric{"ops.reads"};
inline constexpr QLatin1StringView kWritesMetric{"ops.writes"};

// Counters of the server less what this adapter did itself.
struct OthersCounts {
    OthersCount commands;
    OthersCount reads;
    OthersCount writes;
};

class RedisMetrics final : public MetricsFacet
{
public:
    explicit RedisMetrics(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<MetricInfo>> catalogue() override;
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override;

private:
    const std::shared_ptr<RedisCore> m_core;
    const std::shared_ptr<OthersCounts> m_others = std::make_shared<OthersCounts>(); // of the lane
};

class RedisEvents final : public EventsFacet
{
public:
    explicit RedisEvents(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    Call<EventPage> since(const QDateTime& from, const QString& cursor, int limit) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

class RedisSearch final : public SearchFacet
{
public:
    explicit RedisSearch(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<SearchItem>> snapshot(int limit) override;
    Call<std::vector<SearchItem>> find(const QString& text, int limit) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

class RedisLineage final : public LineageFacet
{
public:
    explicit RedisLineage(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<LineageEdge>> edges(const EntityId& entity, int hops) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

class RedisRows final : public QueryFacet, public PreviewFacet
{
public:
    explicit RedisRows(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }
    QStringList languages() const override;
    Call<RowSet> run(const QString& language, const QString& text, const QVariantMap& params,
        const std::optional<TimeRange>& range, int limit) override;
    Call<RowSet> preview(const EntityId& entity, int rows) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

class RedisActions final : public ActionsFacet
{
public:
    RedisActions(std::shared_ptr<RedisCore> core, RedisKeyspace& keyspace)
        : m_core(std::move(core))
        , m_keyspace(keyspace)
    {
    }
    Call<std::vector<Act>> forEntity(const EntityId& entity) override;

private:
    const std::shared_ptr<RedisCore> m_core;
    RedisKeyspace& m_keyspace;
};

// Pure: what INFO tells of one metric; none: the server does not tell it now.
std::optional<double> metricOf(const ServerInfo& info, const QString& id);
// `tellsCalls`: the server lets us tell reading commands from writing ones.
std::vector<MetricInfo> metricsOf(const ServerInfo& info, bool tellsCalls, const EntityId& entity);
// Pure: degraded states by INFO; an empty text is healthy.
Text degradedBy(const ServerInfo& info);
// Pure: the changes between two INFOs that are events (evictions, rejected connections, failed
// saves).
std::vector<Event> eventsBetween(
    const ServerInfo& before, const ServerInfo& now, const QDateTime& time, const EntityId& entity);
// Pure: an answer as a table.
RowSet rowsOf(const Reply& reply, int limit);

// The entity of a consumer group: "stream#group".
QString groupEntity(const QByteArray& stream, const QByteArray& group);
// The rate of a stream (entries added), by its key.
QString streamMetric(const QByteArray& stream);

// Streams among the names of a database, found by SCAN TYPE stream within a bound. Lane side.
Result<std::vector<QByteArray>> findStreams(
    RedisConnection& connection, const Token& token, int limit);

} // namespace pilothouse::queue
