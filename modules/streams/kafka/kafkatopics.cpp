// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkatopics.h"

#include "streams/kafka/wireadmin.h"
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <set>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTries = 4;
constexpr milliseconds kElection{150}; // between two looks at who leads

using Place = std::pair<QString, int>;

Error noLeader(const QString& where)
{
    return {Error::Kind::Refused, where, u"LEADER_NOT_AVAILABLE"_s,
        PH_TEXT("streams", "The partition has no leader now: its brokers are away."),
        u"LEADER_NOT_AVAILABLE"_s};
}

// Leaders by partition; -1 where there is none.
Result<std::map<Place, int>> leadersOf(
    KafkaClient& client, const QStringList& topics, const Token& token)
{
    const auto found = fetchTopics(client, topics, token);
    if (!found)
        return tl::unexpected(found.error());
    std::map<Place, int> out;
    for (const TopicInfo& topic : *found)
        for (const PartitionInfo& part : topic.partitions)
            out[{topic.name, part.id}] = part.leader;
    return out;
}

// One look: asks the leaders, says which indexes are to be asked once more.
std::vector<size_t> askLeaders(KafkaClient& client, const std::vector<OffsetAsk>& asks,
    const std::vector<size_t>& open, const std::map<Place, int>& leaders, Isolation isolation,
    const Token& token, std::vector<OffsetAnswer>& out)
{
    // A broker takes a partition only once in a request: begin and end go in two.
    struct Batch {
        std::vector<size_t> indexes;
        std::vector<OffsetAsk> asks;
    };
    std::map<std::pair<int, int>, Batch> batches; // by leader and how often asked before
    std::map<Place, int> times;
    std::vector<size_t> again;
    for (const size_t i : open) {
        const Place place{asks[i].topic, asks[i].partition};
        const auto leader = leaders.find(place);
        if (leader == leaders.end()) {
            out[i].problem = errorOfCode(wire::kUnknownTopicOrPartition);
            out[i].problem->where = client.where();
            continue;
        }
        if (leader->second < 0) {
            out[i].problem = noLeader(client.where());
            again.push_back(i);
            continue;
        }
        Batch& batch = batches[{leader->second, times[place]++}];
        batch.indexes.push_back(i);
        batch.asks.push_back(asks[i]);
    }
    std::vector<KafkaClient::Asked> requests;
    std::vector<const Batch*> order;
    for (const auto& [key, batch] : batches) {
        requests.push_back({key.first, offsetsCall(batch.asks, isolation)});
        order.push_back(&batch);
    }
    const auto answers = client.many(requests, token);
    for (size_t b = 0; b < answers.size(); ++b) {
        const Batch& batch = *order[b];
        const auto told = answers[b]
            ? offsetsOf(*answers[b])
            : Result<std::vector<OffsetTold>>(tl::unexpected(answers[b].error()));
        std::map<Place, const OffsetTold*> byPlace;
        if (told)
            for (const OffsetTold& one : *told)
                byPlace[{one.topic, one.partition}] = &one;
        for (size_t k = 0; k < batch.indexes.size(); ++k) {
            OffsetAnswer& answer = out[batch.indexes[k]];
            answer = {};
            if (!told) {
                answer.problem = told.error();
                // Its broker is gone: by now somebody else may lead.
                if (told.error().kind == Error::Kind::Refused || told.error().code == "io"_L1)
                    again.push_back(batch.indexes[k]);
                continue;
            }
            const auto one = byPlace.find({batch.asks[k].topic, batch.asks[k].partition});
            if (one == byPlace.end() || one->second->code != wire::kNone) {
                const qint16 code = one == byPlace.end() ? qint16(-1) : one->second->code;
                answer.problem = errorOfCode(code);
                answer.problem->where = client.where();
                if (passes(code))
                    again.push_back(batch.indexes[k]);
                continue;
            }
            answer.offset = one->second->offset;
            answer.timestamp = one->second->timestamp;
        }
    }
    return again;
}

} // namespace

Result<std::vector<TopicInfo>> fetchTopics(
    KafkaClient& client, const std::optional<QStringList>& names, const Token& token)
{
    if (names && names->isEmpty())
        return std::vector<TopicInfo>();
    auto metadata = client.metadata(names, token);
    if (!metadata)
        return tl::unexpected(metadata.error());
    for (TopicInfo& topic : metadata->topics)
        if (topic.problem)
            topic.problem->where = client.where();
    return std::move(metadata->topics);
}

Result<std::vector<OffsetAnswer>> fetchOffsets(KafkaClient& client,
    const std::vector<OffsetAsk>& asks, Isolation isolation, const Token& token)
{
    std::vector<OffsetAnswer> out(asks.size());
    std::set<QString> names;
    std::vector<size_t> open;
    for (size_t i = 0; i < asks.size(); ++i) {
        names.insert(asks[i].topic);
        open.push_back(i);
    }
    const QStringList topics(names.begin(), names.end());
    for (int attempt = 0; attempt < kTries && !open.empty(); ++attempt) {
        if (attempt > 0) {
            if (token.remaining() < 2 * kElection)
                break;
            std::this_thread::sleep_for(kElection);
        }
        const auto leaders = leadersOf(client, topics, token);
        if (!leaders) {
            if (attempt == 0)
                return tl::unexpected(leaders.error());
            break;
        }
        open = askLeaders(client, asks, open, *leaders, isolation, token, out);
        if (token.stopped())
            return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                client.where());
    }
    return out;
}

Result<std::vector<PartitionOffsets>> fetchBounds(KafkaClient& client,
    const std::vector<TopicInfo>& topics, Isolation isolation, const Token& token)
{
    std::vector<OffsetAsk> asks;
    std::vector<PartitionOffsets> out;
    for (const TopicInfo& topic : topics) {
        for (const PartitionInfo& part : topic.partitions) {
            asks.push_back({topic.name, part.id, kBeginOffset});
            asks.push_back({topic.name, part.id, kEndOffset});
            out.push_back({topic.name, part.id, {}, {}, {}});
        }
    }
    const auto told = fetchOffsets(client, asks, isolation, token);
    if (!told)
        return tl::unexpected(told.error());
    for (size_t i = 0; i < out.size(); ++i) {
        const OffsetAnswer& begin = (*told)[2 * i];
        const OffsetAnswer& end = (*told)[2 * i + 1];
        if (!begin.problem)
            out[i].begin = begin.offset;
        if (!end.problem)
            out[i].end = end.offset;
        out[i].problem = begin.problem ? begin.problem : end.problem;
    }
    return out;
}

Call<std::vector<TopicInfo>> KafkaTopics::topics()
{
    return m_core->reads().run(kReadLimit, [](KafkaClient& client, const Token& token) {
        return fetchTopics(client, std::nullopt, token);
    });
}

Call<TopicInfo> KafkaTopics::topic(const QString& name)
{
    return m_core->reads().run(
        kReadLimit, [name](KafkaClient& client, const Token& token) -> Result<TopicInfo> {
            auto topics = fetchTopics(client, QStringList{name}, token);
            if (!topics)
                return tl::unexpected(topics.error());
            if (topics->empty())
                return tl::unexpected(errorOfCode(wire::kUnknownTopicOrPartition));
            if (topics->front().problem)
                return tl::unexpected(*topics->front().problem);
            return std::move(topics->front());
        });
}

Call<std::vector<ConfigEntry>> KafkaTopics::config(const QString& topic)
{
    return m_core->reads().run(kReadLimit,
        [topic](KafkaClient& client, const Token& token) -> Result<std::vector<ConfigEntry>> {
            const auto answer = client.any(configsCall({{2, topic, {}}}, true), token);
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

Call<std::map<QString, std::vector<ConfigEntry>>> KafkaTopics::configs(
    const QStringList& topics, const QStringList& names)
{
    using Out = std::map<QString, std::vector<ConfigEntry>>;
    return m_core->reads().run(
        kReadLimit, [topics, names](KafkaClient& client, const Token& token) -> Result<Out> {
            std::vector<ConfigAsk> asks;
            for (const QString& topic : topics)
                asks.push_back({2, topic, {}});
            const auto answer = client.any(configsCall(std::move(asks), false), token);
            if (!answer)
                return tl::unexpected(answer.error());
            auto told = configsOf(*answer);
            if (!told)
                return tl::unexpected(told.error());
            Out out;
            for (ConfigTold& one : *told) {
                if (one.problem) // just deleted, or not to be seen by us
                    continue;
                std::erase_if(one.entries, [&](const ConfigEntry& entry) {
                    return entry.source != ConfigEntry::Source::Topic
                        && !names.contains(entry.name);
                });
                out[one.name] = std::move(one.entries);
            }
            return out;
        });
}

Call<std::vector<PartitionOffsets>> KafkaTopics::offsets(
    const QStringList& topics, Isolation isolation)
{
    return m_core->offsets().run(kReadLimit,
        [topics, isolation](
            KafkaClient& client, const Token& token) -> Result<std::vector<PartitionOffsets>> {
            const auto found = fetchTopics(client, topics, token);
            if (!found)
                return tl::unexpected(found.error());
            return fetchBounds(client, *found, isolation, token);
        });
}

Call<std::vector<TimeOffset>> KafkaTopics::offsetsAt(
    const QStringList& topics, const QDateTime& time)
{
    return m_core->offsets().run(kReadLimit,
        [topics, time](KafkaClient& client, const Token& token) -> Result<std::vector<TimeOffset>> {
            const auto found = fetchTopics(client, topics, token);
            if (!found)
                return tl::unexpected(found.error());
            std::vector<OffsetAsk> asks;
            // A time before 1970 would be taken for "begin" or "end".
            const qint64 ms = std::max<qint64>(time.toMSecsSinceEpoch(), 0);
            for (const TopicInfo& topic : *found)
                for (const PartitionInfo& part : topic.partitions)
                    asks.push_back({topic.name, part.id, ms});
            const auto told = fetchOffsets(client, asks, Isolation::Uncommitted, token);
            if (!told)
                return tl::unexpected(told.error());
            std::vector<TimeOffset> out;
            for (size_t i = 0; i < asks.size(); ++i) {
                const OffsetAnswer& one = (*told)[i];
                TimeOffset at{asks[i].topic, asks[i].partition, {}, one.timestamp, one.problem};
                if (!one.problem && one.offset >= 0)
                    at.offset = one.offset;
                out.push_back(std::move(at));
            }
            return out;
        });
}

Call<std::vector<ProducerState>> KafkaTopics::producers(const QString& topic)
{
    return m_core->reads().run(kReadLimit,
        [topic](KafkaClient& client, const Token& token) -> Result<std::vector<ProducerState>> {
            const auto found = fetchTopics(client, QStringList{topic}, token);
            if (!found)
                return tl::unexpected(found.error());
            std::map<int, std::vector<int>> byLeader;
            for (const TopicInfo& one : *found) {
                if (one.problem)
                    return tl::unexpected(*one.problem);
                for (const PartitionInfo& part : one.partitions)
                    if (part.leader >= 0)
                        byLeader[part.leader].push_back(part.id);
            }
            std::vector<KafkaClient::Asked> asked;
            for (const auto& [leader, parts] : byLeader)
                asked.push_back({leader, producersCall(topic, parts)});
            std::vector<ProducerState> out;
            for (const auto& answer : client.many(asked, token)) {
                if (!answer)
                    return tl::unexpected(answer.error());
                auto some = producersOf(*answer);
                if (!some)
                    return some;
                std::move(some->begin(), some->end(), std::back_inserter(out));
            }
            std::sort(out.begin(), out.end(), [](const ProducerState& a, const ProducerState& b) {
                return std::pair(a.partition, a.id) < std::pair(b.partition, b.id);
            });
            return out;
        });
}

} // namespace pilothouse::streams
