// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Groups over Kafka.
#pragma once

#include "streams/api/groups.h"
#include "streams/kafka/kafkacore.h"
#include "streams/kafka/wiregroups.h"

namespace pilothouse::streams
{

class KafkaGroups final : public Groups
{
public:
    explicit KafkaGroups(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<GroupList> groups() override;
    Call<GroupDetail> group(const QString& name) override;
    Call<std::vector<GroupLag>> lags(const QStringList& groups) override;
    Call<std::vector<TimeLag>> timeLags(const QString& group) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// Lane side, shared with acts and facets.
Result<GroupList> fetchGroups(KafkaClient& client, const Token& token);
// One for each name, in their order; `unreadable` where the coordinator did not tell.
Result<std::vector<GroupDetail>> describeGroups(
    KafkaClient& client, const QStringList& names, const Token& token);
// What each has committed, in their order.
struct GroupCommits {
    std::vector<CommitTold> commits;
    std::optional<Error> problem;
};
Result<std::vector<GroupCommits>> fetchCommits(
    KafkaClient& client, const QStringList& groups, const Token& token);
Result<std::vector<GroupLag>> fetchLags(
    KafkaClient& client, const QStringList& groups, const Token& token);

} // namespace pilothouse::streams
