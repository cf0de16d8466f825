// SPDX-License-Identifier: GPL-3.0-or-later
// Places in a topic as offsets of its partitions, and pages of messages between them.
#include "streams/kafka/kafkamessages.h"
#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <deque>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// The first or last `limit` messages by time; what had no room is remembered by partition. Times
// inside a partition may run backwards: they are given as they must not, so that a partition is
// always kept from one end on, and the next page begins where this one ends.
class Keep final
{
public:
    Keep(size_t limit, bool newest)
        : m_limit(limit)
        , m_newest(newest)
    {
    }

    bool wants(qint64 time, int partition, qint64 offset) const
    {
        if (m_kept.size() < m_limit)
            return true;
        const Key key{time, partition, offset};
        return m_newest ? m_kept.begin()->first < key : key < std::prev(m_kept.end())->first;
    }
    void leftOut(int partition, qint64 offset)
    {
        const auto [it, fresh] = m_leftOut.try_emplace(partition, offset);
        if (!fresh)
            it->second = m_newest ? std::max(it->second, offset) : std::min(it->second, offset);
    }
    void add(qint64 time, Message message)
    {
        m_kept.emplace(Key{time, message.partition, message.offset}, std::move(message));
        if (m_kept.size() <= m_limit)
            return;
        const auto out = m_newest ? m_kept.begin() : std::prev(m_kept.end());
        leftOut(out->second.partition, out->second.offset);
        m_kept.erase(out);
    }
    size_t size() const { return m_kept.size(); }
    const std::map<int, qint64>& leftOut() const { return m_leftOut; }
    std::vector<Message> take()
    {
        std::vector<Message> out;
        for (auto& [key, message] : m_kept)
            out.push_back(std::move(message));
        return out;
    }

private:
    using Key = std::tuple<qint64, int, qint64>;
    const size_t m_limit;
    const bool m_newest;
    std::map<Key, Message> m_kept;
    std::map<int, qint64> m_leftOut;
};

using Stretches = std::map<int, std::pair<qint64, qint64>>; // partition → first, last (exclusive)

// Reads these stretches; answers how far each was read.
Result<std::map<int, qint64>> readStretches(KafkaClient& client, const PageQuery& query,
    const PlacesInLog& log, const Stretches& stretches, std::map<int, Error>& problems,
    const Token& token, const TopicReader::Visit& visit)
{
    TopicReader reader(client, query.topic, query.isolation);
    FetchLimits limits;
    limits.waitMs = 100;
    limits.partitionBytes = 256 << 10;
    reader.setLimits(limits);
    reader.setTopicPartitions(log.partitions);
    for (const auto& [partition, ends] : stretches)
        reader.add(partition, ends.first, ends.second);
    int idle = 0;
    while (!reader.isDone() && idle < 5) {
        const auto round = reader.step(token, visit);
        if (!round)
            return tl::unexpected(round.error());
        idle = round->moved ? 0 : idle + 1;
    }
    for (const auto& [partition, error] : reader.problems())
        problems.insert_or_assign(partition, error);
    return reader.positions();
}

Result<MessagePage> forwards(
    KafkaClient& client, const PageQuery& query, const PlacesInLog& log, const Token& token)
{
    MessagePage page;
    page.problems = log.problems;
    Keep keep(size_t(query.limit), false);
    Stretches stretches;
    page.atBegin = true;
    for (const PlaceInLog& place : log.places) {
        const auto given = query.positions.find(place.partition);
        const qint64 from = given == query.positions.end()
            ? place.at
            : std::clamp(given->second, place.begin, place.end);
        stretches[place.partition] = {from, place.end};
        page.previous[place.partition] = from;
        page.atBegin = page.atBegin && from == place.begin;
    }
    std::map<int, int> counts;
    std::map<int, qint64> times; // the newest so far
    auto positions = readStretches(client, query, log, stretches, page.problems, token,
        [&](int partition, const RawRecord& record) {
            qint64& time = times.try_emplace(partition, record.timestamp).first->second;
            time = std::max(time, record.timestamp);
            if (!keep.wants(time, partition, record.offset)) {
                keep.leftOut(partition, record.offset);
                return TopicReader::Next::PartitionDone;
            }
            keep.add(time, messageOf(query.topic, partition, record, query.cut));
            return ++counts[partition] >= query.limit ? TopicReader::Next::PartitionDone
                                                      : TopicReader::Next::Go;
        });
    if (!positions)
        return tl::unexpected(positions.error());
    page.next = std::move(*positions);
    for (const auto& [partition, offset] : keep.leftOut())
        page.next[partition] = offset;
    page.atEnd = page.problems.empty();
    for (const auto& [partition, ends] : stretches)
        page.atEnd = page.atEnd && page.next[partition] >= ends.second;
    page.messages = keep.take();
    return page;
}

// A stretch before the ends, wider and wider: compaction may have left few messages in it.
Result<MessagePage> backwards(KafkaClient& client, const PageQuery& query, const PlacesInLog& log,
    bool fromPositions, const Token& token)
{
    MessagePage page;
    page.problems = log.problems;
    Keep keep(size_t(query.limit), true);
    std::map<int, qint64> upper;
    std::map<int, qint64> lower;
    std::map<int, qint64> begins;
    std::map<int, qint64> times; // the oldest so far
    page.atEnd = true;
    for (const PlaceInLog& place : log.places) {
        const auto given = query.positions.find(place.partition);
        const qint64 end = fromPositions && given != query.positions.end()
            ? std::clamp(given->second, place.begin, place.end)
            : place.end;
        upper[place.partition] = lower[place.partition] = end;
        begins[place.partition] = place.begin;
        page.next[place.partition] = end;
        page.atEnd = page.atEnd && end == place.end;
    }
    const qint64 parts = std::max<qint64>(1, qint64(log.places.size()));
    qint64 width = parts <= 8 ? query.limit : std::max<qint64>(1, 4LL * query.limit / parts);
    for (int round = 0; round < 16; ++round, width *= 4) {
        Stretches stretches;
        for (auto& [partition, at] : lower) {
            const qint64 from = std::max(begins[partition], at - width);
            if (from < at)
                stretches[partition] = {from, at};
            at = from;
        }
        if (stretches.empty())
            break;
        std::map<int, std::deque<Message>> found; // the last of each stretch
        const auto read = readStretches(client, query, log, stretches, page.problems, token,
            [&](int partition, const RawRecord& record) {
                auto& last = found[partition];
                last.push_back(messageOf(query.topic, partition, record, query.cut));
                if (last.size() > size_t(query.limit)) {
                    keep.leftOut(partition, last.front().offset);
                    last.pop_front();
                }
                return TopicReader::Next::Go;
            });
        if (!read)
            return tl::unexpected(read.error());
        for (auto& [partition, last] : found) {
            for (auto message = last.rbegin(); message != last.rend(); ++message) {
                qint64& time = times.try_emplace(partition, message->timestamp).first->second;
                time = std::min(time, message->timestamp);
                if (keep.wants(time, partition, message->offset))
                    keep.add(time, std::move(*message));
                else
                    keep.leftOut(partition, message->offset);
            }
        }
        if (keep.size() >= size_t(query.limit))
            break;
    }
    page.previous = lower;
    for (const auto& [partition, offset] : keep.leftOut())
        page.previous[partition] = offset + 1;
    page.atBegin = true;
    for (const auto& [partition, at] : page.previous)
        page.atBegin = page.atBegin && at <= begins[partition];
    page.messages = keep.take();
    return page;
}

} // namespace

Result<PlacesInLog> findPlaces(KafkaClient& client, const QString& topic,
    const std::vector<int>& partitions, const TopicPlace& place, Isolation isolation,
    const Token& token)
{
    auto topics = fetchTopics(client, QStringList{topic}, token);
    if (!topics)
        return tl::unexpected(topics.error());
    if (topics->empty() || (topics->front().problem && topics->front().partitions.empty()))
        return tl::unexpected(topics->empty() ? errorOfCode(wire::kUnknownTopicOrPartition)
                                              : *topics->front().problem);
    PlacesInLog out;
    out.partitions = topics->front().partitions;
    if (!partitions.empty())
        std::erase_if(topics->front().partitions, [&](const PartitionInfo& part) {
            return std::find(partitions.begin(), partitions.end(), part.id) == partitions.end();
        });
    const auto bounds = fetchBounds(client, *topics, isolation, token);
    if (!bounds)
        return tl::unexpected(bounds.error());
    std::vector<OffsetAnswer> times;
    if (place.kind == TopicPlace::Kind::Time) {
        std::vector<OffsetAsk> asks;
        const qint64 ms = std::max<qint64>(0, place.time.toMSecsSinceEpoch());
        for (const PartitionOffsets& one : *bounds)
            asks.push_back({topic, one.partition, ms});
        auto told = fetchOffsets(client, asks, Isolation::Uncommitted, token);
        if (!told)
            return tl::unexpected(told.error());
        times = std::move(*told);
    }
    for (size_t i = 0; i < bounds->size(); ++i) {
        const PartitionOffsets& one = (*bounds)[i];
        if (!one.begin || !one.end) {
            if (one.problem)
                out.problems.emplace(one.partition, *one.problem);
            continue;
        }
        PlaceInLog at{one.partition, *one.begin, std::max(*one.begin, *one.end), 0};
        switch (place.kind) {
        case TopicPlace::Kind::Begin:
            at.at = at.begin;
            break;
        case TopicPlace::Kind::End:
            at.at = at.end;
            break;
        case TopicPlace::Kind::Offset:
            at.at = place.offset;
            break;
        case TopicPlace::Kind::BeforeEnd:
            at.at = at.end - place.offset;
            break;
        case TopicPlace::Kind::Time:
            if (times[i].problem) {
                out.problems.emplace(one.partition, *times[i].problem);
                continue;
            }
            at.at = times[i].offset < 0 ? at.end : times[i].offset;
            break;
        }
        at.at = std::clamp(at.at, at.begin, at.end);
        out.places.push_back(at);
    }
    return out;
}

Result<MessagePage> readPage(KafkaClient& client, const PageQuery& given, const Token& token)
{
    PageQuery query = given;
    query.limit = std::clamp(query.limit, 1, 10'000);
    const auto log
        = findPlaces(client, query.topic, query.partitions, query.from, query.isolation, token);
    if (!log)
        return tl::unexpected(log.error());
    if (query.backwards)
        return backwards(client, query, *log, true, token);
    if (query.positions.empty() && query.from.kind == TopicPlace::Kind::BeforeEnd) {
        query.limit = int(std::clamp<qint64>(query.from.offset, 1, query.limit));
        return backwards(client, query, *log, false, token);
    }
    return forwards(client, query, *log, token);
}

Result<Message> readMessage(
    KafkaClient& client, const QString& topic, int partition, qint64 offset, const Token& token)
{
    const auto found = firstMessages(client, {{topic, partition, offset, offset + 1}},
        std::numeric_limits<qint32>::max(), token);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->front())
        return fail(Error::Kind::NotFound, u"%1 @ %2"_s.arg(partition).arg(offset), client.where(),
            PH_TEXT("streams", "This message is not kept any more."));
    return *found->front();
}

} // namespace pilothouse::streams
