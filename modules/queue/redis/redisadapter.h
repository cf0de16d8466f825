// SPDX-License-Identifier: GPL-3.0-or-later
// RedisAdapter: one Redis service: its contracts and facets over a handful of lanes.
#pragma once

#include "queue/redis/redisconsole.h"
#include "queue/redis/redisfacets.h"
#include "queue/redis/rediskeyspace.h"
#include "queue/redis/redisstreams.h"
#include "queue/redis/redisvalues.h"

namespace pilothouse::queue
{

class RedisAdapter final : public Adapter
{
public:
    explicit RedisAdapter(AdapterContext context);

    int connections() const override { return m_core->connections(); }

private:
    const std::shared_ptr<RedisCore> m_core;
    RedisKeyspace m_keyspace;
    RedisValues m_values;
    RedisStreams m_streams;
    RedisConsole m_console;
    RedisServer m_server;
    RedisHealth m_health;
    RedisMetrics m_metrics;
    RedisEvents m_events;
    RedisSearch m_search;
    RedisLineage m_lineage;
    RedisRows m_rows;
    RedisActions m_actions;
};

} // namespace pilothouse::queue
