// SPDX-License-Identifier: GPL-3.0-or-later
// KafkaAdapter: one Kafka cluster: its contracts and facets over a handful of lanes.
#pragma once

#include "streams/kafka/kafkaaccess.h"
#include "streams/kafka/kafkaacts.h"
#include "streams/kafka/kafkaconnect.h"
#include "streams/kafka/kafkadecoding.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/kafkagroups.h"
#include "streams/kafka/kafkamessages.h"
#include "streams/kafka/kafkaschemas.h"
#include "streams/kafka/kafkatopics.h"

namespace pilothouse::streams
{

class KafkaAdapter final : public Adapter
{
public:
    explicit KafkaAdapter(AdapterContext context);

    int connections() const override { return m_core->connections(); }

private:
    const std::shared_ptr<KafkaCore> m_core;
    KafkaCluster m_cluster;
    KafkaTopics m_topics;
    KafkaGroups m_groups;
    KafkaMessages m_messages;
    KafkaTopicActs m_topicActs;
    KafkaGroupActs m_groupActs;
    KafkaAccess m_access;
    KafkaDecoding m_decoding;
    KafkaHealth m_health;
    KafkaMetrics m_metrics;
    KafkaEvents m_events;
    KafkaSearch m_search;
    KafkaLineage m_lineage;
    KafkaPreview m_preview;
    std::unique_ptr<KafkaSchemas> m_schemas; // null: no registry is named
    std::unique_ptr<KafkaConnect> m_connect; // null: no cluster is named
};

} // namespace pilothouse::streams
