// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts Cluster and Topics over Kafka.
#pragma once

#include "streams/api/cluster.h"
#include "streams/api/topics.h"
#include "streams/kafka/kafkacore.h"

namespace pilothouse::streams
{

class KafkaCluster final : public Cluster
{
public:
    explicit KafkaCluster(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<ClusterInfo> cluster() override;
    Call<std::vector<ConfigEntry>> brokerConfig(int broker) override;
    Call<LogSizes> logSizes(const QStringList& topics) override;
    Call<std::vector<Reassignment>> reassignments() override;
    Call<std::vector<Quota>> quotas() override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

class KafkaTopics final : public Topics
{
public:
    explicit KafkaTopics(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<TopicInfo>> topics() override;
    Call<TopicInfo> topic(const QString& name) override;
    Call<std::vector<ConfigEntry>> config(const QString& topic) override;
    Call<std::map<QString, std::vector<ConfigEntry>>> configs(
        const QStringList& topics, const QStringList& names) override;
    Call<std::vector<PartitionOffsets>> offsets(
        const QStringList& topics, Isolation isolation) override;
    Call<std::vector<TimeOffset>> offsetsAt(
        const QStringList& topics, const QDateTime& time) override;
    Call<std::vector<ProducerState>> producers(const QString& topic) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// Lane side, shared with groups, messages and facets.

// These topics with their partitions; one that is not there is told by its `problem`.
Result<std::vector<TopicInfo>> fetchTopics(
    KafkaClient& client, const std::optional<QStringList>& names, const Token& token);
// What `times` ask of each partition (kEndOffset, kBeginOffset, or ms), in their order. Leaders are
// asked all at once; a partition whose leader moved meanwhile is asked again.
struct OffsetAnswer {
    qint64 offset = -1;
    qint64 timestamp = -1;
    std::optional<Error> problem;
};
Result<std::vector<OffsetAnswer>> fetchOffsets(KafkaClient& client,
    const std::vector<OffsetAsk>& asks, Isolation isolation, const Token& token);
// Begin and end of all partitions of these topics.
Result<std::vector<PartitionOffsets>> fetchBounds(KafkaClient& client,
    const std::vector<TopicInfo>& topics, Isolation isolation, const Token& token);

} // namespace pilothouse::streams
