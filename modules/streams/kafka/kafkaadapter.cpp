// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaadapter.h"

namespace pilothouse::streams
{

KafkaAdapter::KafkaAdapter(AdapterContext context)
    : m_core(std::make_shared<KafkaCore>(std::move(context)))
    , m_cluster(m_core)
    , m_topics(m_core)
    , m_groups(m_core)
    , m_messages(m_core)
    , m_topicActs(m_core)
    , m_groupActs(m_core)
    , m_access(m_core)
    , m_decoding(m_core)
    , m_health(m_core)
    , m_metrics(m_core)
    , m_events(m_core)
    , m_search(m_core)
    , m_lineage(m_core)
    , m_preview(m_core)
{
    offer<Cluster>(&m_cluster);
    offer<Topics>(&m_topics);
    offer<Groups>(&m_groups);
    offer<Messages>(&m_messages);
    offer<TopicActs>(&m_topicActs);
    offer<GroupActs>(&m_groupActs);
    offer<Access>(&m_access);
    offer<Decoding>(&m_decoding);
    offer<HealthFacet>(&m_health);
    offer<MetricsFacet>(&m_metrics);
    offer<EventsFacet>(&m_events);
    offer<SearchFacet>(&m_search);
    offer<LineageFacet>(&m_lineage);
    offer<PreviewFacet>(&m_preview);
    if (m_core->setup()->registry) {
        m_schemas = std::make_unique<KafkaSchemas>(m_core);
        offer<Schemas>(m_schemas.get());
        offer<Encoding>(&m_decoding);
    }
    if (!m_core->setup()->connects.empty()) {
        m_connect = std::make_unique<KafkaConnect>(m_core);
        offer<Connect>(m_connect.get());
    }
}

} // namespace pilothouse::streams
