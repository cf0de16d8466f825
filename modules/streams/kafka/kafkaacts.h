// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts TopicActs and GroupActs over Kafka. What an act sends is written in its statement, one
// request to a line; every request passes the write gate when it is sent.
#pragma once

#include "streams/api/acts.h"
#include "streams/api/groups.h"
#include "streams/kafka/kafkacore.h"

namespace pilothouse::streams
{

class KafkaTopicActs final : public TopicActs
{
public:
    explicit KafkaTopicActs(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<NewTopic> tryCreate(const NewTopic& topic) override;
    Act create(const NewTopic& topic) override;
    Act addPartitions(const TopicInfo& topic, int count) override;
    Act changeConfig(const QString& topic, const std::vector<ConfigChange>& changes) override;
    Act deleteRecords(const QString& topic, const std::map<int, qint64>& before) override;
    Act remove(const TopicInfo& topic) override;
    Act produce(const ProduceRequest& request) override;
    Act produceAll(const std::vector<ProduceRequest>& requests) override;
    Act replay(const ReplayRequest& request) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

class KafkaGroupActs final : public GroupActs
{
public:
    explicit KafkaGroupActs(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<ResetPlan> planReset(const ResetRequest& request) override;
    Act reset(const ResetPlan& plan, const QString& undoFile) override;
    Act undoReset(const QString& undoFile) override;
    Act removeGroup(const QString& group) override;
    Act removeCommits(const QString& group, const QString& topic) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

} // namespace pilothouse::streams
