// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkafetch.h"

#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kElection{200}; // between two looks at who leads

} // namespace

void TopicReader::add(int partition, qint64 from, std::optional<qint64> end)
{
    m_positions[partition] = from;
    if (end) {
        m_ends[partition] = *end;
        if (from >= *end)
            m_done.insert(partition);
    }
}

bool TopicReader::isOpen(int partition) const
{
    return m_done.count(partition) == 0;
}

bool TopicReader::isDone() const
{
    return m_done.size() == m_positions.size();
}

void TopicReader::setTopicPartitions(const std::vector<PartitionInfo>& partitions)
{
    m_leaders.clear();
    m_lost = false;
    for (const PartitionInfo& part : partitions) {
        m_leaders[part.id] = part.leader;
        if (part.leader < 0)
            m_lost = true;
    }
}

VoidResult TopicReader::findLeaders(const Token& token)
{
    const auto topics = fetchTopics(m_client, QStringList{m_topic}, token);
    if (!topics)
        return tl::unexpected(topics.error());
    if (topics->empty())
        return tl::unexpected(errorOfCode(wire::kUnknownTopicOrPartition));
    const TopicInfo& topic = topics->front();
    // A partition without a leader is told with the topic; its other partitions can be read.
    if (topic.problem && topic.partitions.empty())
        return tl::unexpected(*topic.problem);
    setTopicPartitions(topic.partitions);
    return {};
}

// Messages were deleted before our place, or the log was cut behind it.
VoidResult TopicReader::putInside(const std::vector<int>& partitions, const Token& token)
{
    std::vector<OffsetAsk> asks;
    for (const int partition : partitions) {
        asks.push_back({m_topic, partition, kBeginOffset});
        asks.push_back({m_topic, partition, kEndOffset});
    }
    const auto told = fetchOffsets(m_client, asks, Isolation::Uncommitted, token);
    if (!told)
        return tl::unexpected(told.error());
    for (size_t i = 0; i < partitions.size(); ++i) {
        const OffsetAnswer& begin = (*told)[2 * i];
        const OffsetAnswer& end = (*told)[2 * i + 1];
        if (begin.problem || end.problem)
            continue;
        const int partition = partitions[i];
        m_positions[partition] = std::clamp(m_positions[partition], begin.offset, end.offset);
        if (const auto last = m_ends.find(partition);
            last != m_ends.end() && m_positions[partition] >= std::min(last->second, end.offset))
            m_done.insert(partition);
    }
    return {};
}

void TopicReader::take(
    const FetchedPartition& fetched, const Visit& visit, Round& round, std::vector<int>& outside)
{
    const int partition = fetched.partition;
    const auto position = m_positions.find(partition);
    if (position == m_positions.end())
        return;
    if (fetched.code == wire::kOffsetOutOfRange) {
        outside.push_back(partition);
        return;
    }
    if (fetched.code != wire::kNone) {
        m_problems.insert_or_assign(partition, errorOfCode(fetched.code));
        m_lost = true;
        return;
    }
    m_bytes += fetched.records.size();
    const auto end = m_ends.find(partition);
    bool partitionDone = false;
    const WalkResult walked = walkRecords(
        fetched, position->second, m_isolation, m_decompressor, [&](const RawRecord& record) {
            if (end != m_ends.end() && record.offset >= end->second) {
                partitionDone = true;
                return false;
            }
            const Next next = visit(partition, record);
            partitionDone = next == Next::PartitionDone;
            round.stopped = next == Next::Stop;
            return next == Next::Go;
        });
    round.moved = round.moved || walked.next > position->second;
    position->second = walked.next;
    if (walked.problem)
        m_problems.insert_or_assign(partition, *walked.problem);
    if (end != m_ends.end() && position->second >= end->second) {
        position->second = end->second;
        partitionDone = true;
    }
    if (partitionDone)
        m_done.insert(partition);
}

Result<TopicReader::Round> TopicReader::step(const Token& token, const Visit& visit)
{
    Round round;
    if (m_lost) {
        if (!m_leaders.empty())
            std::this_thread::sleep_for(kElection);
        if (const auto found = findLeaders(token); !found)
            return tl::unexpected(found.error());
    }
    m_problems.clear();

    // Each round another partition comes first, as a full answer leaves out the last ones.
    std::map<int, std::vector<FetchAsk>> byLeader;
    std::vector<std::pair<int, qint64>> open;
    for (const auto& [partition, offset] : m_positions)
        if (isOpen(partition))
            open.emplace_back(partition, offset);
    for (size_t i = 0; i < open.size(); ++i) {
        const auto& [partition, offset] = open[(i + m_turn) % open.size()];
        const auto leader = m_leaders.find(partition);
        if (leader == m_leaders.end() || leader->second < 0) {
            m_problems.insert_or_assign(partition,
                errorOfCode(
                    leader == m_leaders.end() ? wire::kUnknownTopicOrPartition : qint16(5)));
            m_lost = true;
            continue;
        }
        byLeader[leader->second].push_back({partition, offset});
    }
    ++m_turn;
    std::vector<KafkaClient::Asked> asked;
    for (auto& [leader, asks] : byLeader)
        asked.push_back({leader, fetchCall(m_topic, asks, m_isolation, m_limits)});
    const auto answers = m_client.many(asked, token);
    if (token.stopped())
        return fail(
            token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, m_client.where());

    std::vector<int> outside;
    for (size_t i = 0; i < answers.size(); ++i) {
        const auto fetched = answers[i]
            ? fetchedOf(*answers[i])
            : Result<std::vector<FetchedPartition>>(tl::unexpected(answers[i].error()));
        if (!fetched) {
            if (fetched.error().kind == Error::Kind::Auth)
                return tl::unexpected(fetched.error());
            for (const FetchAsk& ask : byLeader[asked[i].node])
                m_problems.insert_or_assign(ask.partition, fetched.error());
            m_lost = true;
            continue;
        }
        for (const FetchedPartition& one : *fetched) {
            take(one, visit, round, outside);
            if (round.stopped)
                return round;
        }
    }
    if (!outside.empty()) {
        if (const auto done = putInside(outside, token); !done)
            return tl::unexpected(done.error());
        round.moved = true;
    }
    return round;
}

Result<std::vector<std::optional<Message>>> firstMessages(
    KafkaClient& client, const std::vector<FirstAsk>& asks, qint64 cut, const Token& token)
{
    // A partition is asked for once in a request: the second place in it waits for the next turn.
    std::vector<std::optional<Message>> out(asks.size());
    std::map<std::pair<QString, int>, std::map<int, size_t>> turns;
    std::map<std::pair<QString, int>, int> seen;
    for (size_t i = 0; i < asks.size(); ++i) {
        const int turn = seen[{asks[i].topic, asks[i].partition}]++;
        turns[{asks[i].topic, turn}].emplace(asks[i].partition, i);
    }
    FetchLimits limits;
    limits.waitMs = 50;
    limits.partitionBytes = 16 << 10; // a first batch comes whole, however large
    for (const auto& turn : turns) { // no binding: a lambda below takes them
        const auto& key = turn.first;
        const auto& indexes = turn.second;
        TopicReader reader(client, key.first, Isolation::Uncommitted);
        reader.setLimits(limits);
        for (const auto& [partition, i] : indexes)
            reader.add(partition, asks[i].offset, asks[i].end);
        int idle = 0;
        while (!reader.isDone() && idle < 3) {
            const auto round = reader.step(token, [&](int partition, const RawRecord& record) {
                const size_t i = indexes.at(partition);
                out[i] = messageOf(key.first, partition, record, cut);
                return asks[i].last ? TopicReader::Next::Go : TopicReader::Next::PartitionDone;
            });
            if (!round)
                return tl::unexpected(round.error());
            idle = round->moved ? 0 : idle + 1;
        }
    }
    return out;
}

} // namespace pilothouse::streams
