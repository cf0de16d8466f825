// SPDX-License-Identifier: GPL-3.0-or-later
// The brokers: what each says of its disks is asked of all of them at once.
#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireadmin.h"
#include "streams/kafka/wireerror.h"

#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

struct Disks {
    std::map<int, Result<WireLogDirs>> byBroker;
};

Disks fetchDisks(KafkaClient& client, const std::vector<WireBroker>& brokers,
    const std::optional<std::vector<TopicInfo>>& topics, const Token& token)
{
    std::vector<KafkaClient::Asked> asked;
    for (const WireBroker& broker : brokers)
        asked.push_back({broker.id, logDirsCall(topics)});
    const auto answers = client.many(asked, token);
    Disks out;
    for (size_t i = 0; i < answers.size(); ++i) {
        const int id = asked[i].node;
        auto dirs = answers[i] ? logDirsOf(*answers[i])
                               : Result<WireLogDirs>(tl::unexpected(answers[i].error()));
        if (dirs && dirs->code != wire::kNone) {
            Error error = errorOfCode(dirs->code);
            error.where = client.where();
            dirs = tl::unexpected(std::move(error));
        }
        if (dirs)
            for (LogSize& copy : dirs->copies)
                copy.broker = id;
        out.byBroker.insert_or_assign(id, std::move(dirs));
    }
    return out;
}

void count(ClusterInfo& info, const std::vector<TopicInfo>& topics)
{
    std::map<int, int> leads;
    for (const TopicInfo& topic : topics) {
        ++info.topics;
        for (const PartitionInfo& part : topic.partitions) {
            ++info.partitions;
            if (part.leader < 0)
                ++info.withoutLeader;
            else
                ++leads[part.leader];
            if (part.inSync.size() < part.replicas.size())
                ++info.underReplicated;
        }
    }
    for (BrokerInfo& broker : info.brokers)
        broker.leads = leads[broker.id];
}

Result<ClusterInfo> fetchCluster(KafkaClient& client, const Token& token)
{
    const auto metadata = client.metadata(std::nullopt, token);
    if (!metadata)
        return tl::unexpected(metadata.error());
    ClusterInfo info;
    info.id = metadata->cluster;
    info.controller = metadata->controller;
    for (const WireBroker& broker : metadata->brokers) {
        BrokerInfo one;
        one.id = broker.id;
        one.host = broker.host;
        one.port = broker.port;
        one.rack = broker.rack;
        one.isController = broker.id == metadata->controller;
        info.brokers.push_back(std::move(one));
    }
    count(info, metadata->topics);
    const Disks disks = fetchDisks(client, metadata->brokers, std::nullopt, token);
    for (BrokerInfo& broker : info.brokers) {
        const auto found = disks.byBroker.find(broker.id);
        if (found == disks.byBroker.end())
            continue;
        if (!found->second) {
            // Without the right to ask the sizes stay unknown, the broker is well.
            const Error& error = found->second.error();
            if (error.kind != Error::Kind::Auth && error.kind != Error::Kind::Unsupported)
                broker.problem = error;
            continue;
        }
        qint64 bytes = 0;
        for (const LogSize& copy : found->second->copies)
            bytes += copy.bytes;
        broker.logBytes = bytes;
        broker.diskTotal = found->second->total;
        broker.diskFree = found->second->free;
    }
    info.version = client.version();
    return info;
}

} // namespace

Call<ClusterInfo> KafkaCluster::cluster()
{
    return m_core->reads().run(kReadLimit, fetchCluster);
}

Call<std::vector<ConfigEntry>> KafkaCluster::brokerConfig(int broker)
{
    return m_core->reads().run(kReadLimit,
        [broker](KafkaClient& client, const Token& token) -> Result<std::vector<ConfigEntry>> {
            // Only the broker itself tells what stands in its file.
            const auto answer
                = client.node(broker, configsCall({{4, QString::number(broker), {}}}, true), token);
            if (!answer)
                return tl::unexpected(answer.error());
            auto told = configsOf(*answer);
            if (!told)
                return tl::unexpected(told.error());
            if (told->empty())
                return oddAnswer("DescribeConfigs");
            if (told->front().problem)
                return tl::unexpected(*told->front().problem);
            return std::move(told->front().entries);
        });
}

Call<LogSizes> KafkaCluster::logSizes(const QStringList& topics)
{
    return m_core->reads().run(
        kReadLimit, [topics](KafkaClient& client, const Token& token) -> Result<LogSizes> {
            const auto metadata
                = client.metadata(topics.isEmpty() ? std::nullopt : std::optional(topics), token);
            if (!metadata)
                return tl::unexpected(metadata.error());
            const Disks disks = fetchDisks(client, metadata->brokers,
                topics.isEmpty() ? std::nullopt : std::optional(metadata->topics), token);
            LogSizes out;
            for (const auto& [broker, dirs] : disks.byBroker) {
                if (dirs)
                    out.copies.insert(out.copies.end(), dirs->copies.begin(), dirs->copies.end());
                else
                    out.failed.emplace(broker, dirs.error());
            }
            return out;
        });
}

Call<std::vector<Reassignment>> KafkaCluster::reassignments()
{
    return m_core->reads().run(kReadLimit,
        [](KafkaClient& client, const Token& token) -> Result<std::vector<Reassignment>> {
            const auto answer = client.any(reassignmentsCall(), token);
            return answer ? reassignmentsOf(*answer) : tl::unexpected(answer.error());
        });
}

Call<std::vector<Quota>> KafkaCluster::quotas()
{
    return m_core->reads().run(
        kReadLimit, [](KafkaClient& client, const Token& token) -> Result<std::vector<Quota>> {
            const auto answer = client.any(quotasCall(), token);
            return answer ? quotasOf(*answer) : tl::unexpected(answer.error());
        });
}

} // namespace pilothouse::streams
