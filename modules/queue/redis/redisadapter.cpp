// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisadapter.h"

namespace pilothouse::queue
{

RedisAdapter::RedisAdapter(AdapterContext context)
    : m_core(std::make_shared<RedisCore>(std::move(context)))
    , m_keyspace(m_core)
    , m_values(m_core)
    , m_streams(m_core)
    , m_console(m_core)
    , m_server(m_core)
    , m_health(m_core)
    , m_metrics(m_core)
    , m_events(m_core)
    , m_search(m_core)
    , m_lineage(m_core)
    , m_rows(m_core)
    , m_actions(m_core, m_keyspace)
{
    offer<Keyspace>(&m_keyspace);
    offer<Values>(&m_values);
    offer<Streams>(&m_streams);
    offer<Console>(&m_console);
    offer<Server>(&m_server);
    offer<HealthFacet>(&m_health);
    offer<MetricsFacet>(&m_metrics);
    offer<EventsFacet>(&m_events);
    offer<SearchFacet>(&m_search);
    offer<LineageFacet>(&m_lineage);
    offer<QueryFacet>(&m_rows);
    offer<PreviewFacet>(&m_rows);
    offer<ActionsFacet>(&m_actions);
}

} // namespace pilothouse::queue
