// SPDX-License-Identifier: GPL-3.0-or-later
// TopicReader: a MessageReader over the protocol itself: a request to each leader at once, round by
// round. Finds its own way when a leader moves or messages are deleted under it. Lane thread only.
#pragma once

#include "streams/kafka/messagereader.h"

namespace pilothouse::streams
{

class TopicReader final : public MessageReader
{
public:
    TopicReader(KafkaClient& client, QString topic, Isolation isolation)
        : m_client(client)
        , m_topic(std::move(topic))
        , m_isolation(isolation)
    {
    }
    Q_DISABLE_COPY_MOVE(TopicReader)

    void add(int partition, qint64 from, std::optional<qint64> end = {}) override;
    void setLimits(const FetchLimits& limits) { m_limits = limits; }

    Result<Round> step(const Token& token, const Visit& visit) override;
    bool isDone() const override;
    bool isDone(int partition) const { return !isOpen(partition); }
    const std::map<int, qint64>& positions() const override { return m_positions; }
    const std::map<int, Error>& problems() const override { return m_problems; }
    qint64 bytes() const { return m_bytes; } // as they came, packed
    void setTopicPartitions(const std::vector<PartitionInfo>& partitions) override;

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
