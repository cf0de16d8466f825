// SPDX-License-Identifier: GPL-3.0-or-later
// TopicReader: reads a topic's partitions from given offsets on, round by round, and finds its own
// way when a leader moves or messages are deleted under it. Lane thread only.
#pragma once

#include "streams/kafka/kafkaclient.h"
#include "streams/kafka/wirerecords.h"

namespace pilothouse::streams
{

class TopicReader final
{
public:
    enum class Next { Go, PartitionDone, Stop };
    using Visit = std::function<Next(int partition, const RawRecord&)>;

    TopicReader(KafkaClient& client, QString topic, Isolation isolation)
        : m_client(client)
        , m_topic(std::move(topic))
        , m_isolation(isolation)
    {
    }
    Q_DISABLE_COPY_MOVE(TopicReader)

    // Without `end` (exclusive) the partition is followed for ever.
    void add(int partition, qint64 from, std::optional<qint64> end = {});
    void setLimits(const FetchLimits& limits) { m_limits = limits; }

    // One round: a request to each leader, at once, and what came to `visit`. An error only when
    // nothing can be read at all: NotFound (the topic is gone), Auth, Cancelled, Timeout.
    struct Round {
        bool stopped = false; // the visitor said Stop
        bool moved = false; // some position went on
    };
    Result<Round> step(const Token& token, const Visit& visit);

    bool isDone() const; // every partition with an end has reached it; false without ends
    const std::map<int, qint64>& positions() const { return m_positions; }
    // Partitions that could not be read in the last round.
    const std::map<int, Error>& problems() const { return m_problems; }
    qint64 bytes() const { return m_bytes; } // as they came, packed
    void setTopicPartitions(const std::vector<PartitionInfo>& partitions);

private:
    VoidResult findLeaders(const Token& token);
    void take(const FetchedPartition& fetched, const Visit& visit, Round& round,
        std::vector<int>& outside);
    VoidResult putInside(const std::vector<int>& partitions, const Token& token);
    bool isOpen(int partition) const;

    KafkaClient& m_client;
    const QString m_topic;
    const Isolation m_isolation;
    FetchLimits m_limits;
    Decompressor m_decompressor;
    std::map<int, qint64> m_positions;
    std::map<int, qint64> m_ends;
    std::set<int> m_done;
    std::map<int, int> m_leaders;
    std::map<int, Error> m_problems;
    bool m_lost = true; // leaders are to be looked up
    size_t m_turn = 0; // which partition is asked first
    qint64 m_bytes = 0;
};

// The first message at or after an offset (or the last before the end), of each of these places;
// none where there is none.
struct FirstAsk {
    QString topic;
    int partition = 0;
    qint64 offset = 0;
    qint64 end = 0; // exclusive
    bool last = false; // the last one between the two
};
Result<std::vector<std::optional<Message>>> firstMessages(
    KafkaClient& client, const std::vector<FirstAsk>& asks, qint64 cut, const Token& token);

} // namespace pilothouse::streams
