// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: the ends of topics, the commits and lags of groups.
#include "streams/api/names.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/kafkagroups.h"
#include "streams/kafka/kafkatopics.h"

#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// A sampler keeps a ring for each metric: a cluster with more than this is sampled where looked at.
constexpr size_t kMostTopics = 1000;
constexpr size_t kMostGroups = 1000;

MetricInfo metric(
    const QString& id, Text title, MetricInfo::Kind kind, MetricInfo::Unit unit, EntityId entity)
{
    MetricInfo info;
    info.id = id;
    info.title = std::move(title);
    info.kind = kind;
    info.unit = unit;
    info.entity = std::move(entity);
    return info;
}

Result<std::vector<MetricInfo>> fetchCatalogue(
    KafkaClient& client, const QString& ns, const Token& token)
{
    using Kind = MetricInfo::Kind;
    using Unit = MetricInfo::Unit;
    const auto topics = fetchTopics(client, std::nullopt, token);
    if (!topics)
        return tl::unexpected(topics.error());
    std::vector<MetricInfo> out;
    for (const TopicInfo& topic : *topics) {
        if (topic.internal || topic.problem || out.size() >= kMostTopics)
            continue;
        out.push_back(metric(topicInMetric(topic.name), PH_TEXT("streams", "Messages written"),
            Kind::Counter, Unit::PerSecond, {ns, topic.name}));
    }
    const auto list = fetchGroups(client, token);
    if (!list) // without the right to see groups there are topics still
        return list.error().kind == Error::Kind::Auth ? Result<std::vector<MetricInfo>>(out)
                                                      : tl::unexpected(list.error());
    QStringList names; // those that are at work first
    for (const bool resting : {false, true})
        for (const GroupInfo& group : list->groups)
            if ((group.state == "Empty"_L1) == resting && size_t(names.size()) < kMostGroups)
                names.append(group.name);
    const auto commits = fetchCommits(client, names, token);
    if (!commits)
        return tl::unexpected(commits.error());
    for (qsizetype i = 0; i < names.size(); ++i) {
        std::set<QString> read;
        for (const CommitTold& commit : (*commits)[size_t(i)].commits)
            read.insert(commit.topic);
        for (const QString& topic : read) {
            const EntityId group{ns, groupEntity(names[i])};
            auto lag = metric(groupLagMetric(names[i], topic), PH_TEXT("streams", "Lag"),
                Kind::Gauge, Unit::Count, group);
            auto rate = metric(groupOutMetric(names[i], topic), PH_TEXT("streams", "Messages read"),
                Kind::Counter, Unit::PerSecond, group);
            lag.labels = rate.labels = {{u"topic"_s, topic}, {u"group"_s, names[i]}};
            out.push_back(std::move(lag));
            out.push_back(std::move(rate));
        }
    }
    return out;
}

// Of one group and topic: none where a partition does not tell, so that no sum is too small.
struct Sums {
    qint64 lag = 0;
    Consumption::Commits commits;
    bool whole = true;
};

Result<std::vector<MetricSample>> fetchSamples(
    KafkaClient& client, Consumption& consumption, const QStringList& ids, const Token& token)
{
    std::set<QString> topics;
    std::set<QString> groups;
    for (const QString& id : ids) {
        const auto parsed = parsedMetric(id);
        if (parsed && parsed->kind == StreamMetric::Kind::TopicIn)
            topics.insert(parsed->topic);
        else if (parsed)
            groups.insert(parsed->group);
    }
    std::map<std::pair<QString, QString>, Sums> sums;
    const QStringList names(groups.begin(), groups.end());
    if (!names.isEmpty()) {
        const auto lags = fetchLags(client, names, token);
        if (!lags)
            return tl::unexpected(lags.error());
        for (const GroupLag& group : *lags) {
            for (const PartitionLag& part : group.partitions) {
                Sums& sum = sums[{group.group, part.topic}];
                sum.lag += part.lag.value_or(0);
                if (part.committed)
                    sum.commits[part.partition] = *part.committed;
                sum.whole = sum.whole && !group.problem && !part.problem;
            }
        }
    }
    std::map<QString, std::optional<qint64>> ends;
    if (!topics.empty()) {
        const auto found = fetchTopics(client, QStringList(topics.begin(), topics.end()), token);
        if (!found)
            return tl::unexpected(found.error());
        const auto bounds = fetchBounds(client, *found, Isolation::Uncommitted, token);
        if (!bounds)
            return tl::unexpected(bounds.error());
        for (const PartitionOffsets& one : *bounds) {
            auto& end = ends.try_emplace(one.topic, 0).first->second;
            if (end && one.end)
                *end += *one.end;
            else
                end.reset();
        }
    }
    std::vector<MetricSample> out;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString& id : ids) {
        const auto parsed = parsedMetric(id);
        if (!parsed)
            continue;
        if (parsed->kind == StreamMetric::Kind::TopicIn) {
            if (const auto end = ends.find(parsed->topic); end != ends.end() && end->second)
                out.push_back({id, now, double(*end->second)});
            continue;
        }
        const auto sum = sums.find({parsed->group, parsed->topic});
        if (sum == sums.end() || !sum->second.whole)
            continue;
        const qint64 value = parsed->kind == StreamMetric::Kind::GroupLag
            ? sum->second.lag
            : consumption.counted(parsed->group, parsed->topic, sum->second.commits);
        out.push_back({id, now, double(value)});
    }
    return out;
}

} // namespace

Call<std::vector<MetricInfo>> KafkaMetrics::catalogue()
{
    return m_core->facets().run(
        kFacetLimit, [ns = m_core->config().ns](KafkaClient& client, const Token& token) {
            return fetchCatalogue(client, ns, token);
        });
}

Call<std::vector<MetricSample>> KafkaMetrics::sample(const QStringList& ids)
{
    return m_core->facets().run(kFacetLimit,
        [ids, consumption = m_core->consumption()](KafkaClient& client, const Token& token) {
            return fetchSamples(client, *consumption, ids, token);
        });
}

} // namespace pilothouse::streams
