// SPDX-License-Identifier: GPL-3.0-or-later
// RdkafkaReader: a MessageReader over librdkafka, which fetches ahead on threads of its own and
// follows leaders by itself. The simple consumer: no group is joined nor looked up.
//
// Wherever it stumbles or stays silent (the topic deleted, messages deleted under it, a batch it
// cannot read and would ask for again for ever) a round of the wire reader looks at the partition:
// that names the error, or steps over the place, and librdkafka goes on from there.
#pragma once

#include "streams/kafka/kafkafetch.h"
#include "streams/kafka/rdkafkaconf.h"

#include <set>

namespace pilothouse::streams
{

class RdkafkaReader final : public MessageReader
{
public:
    RdkafkaReader(KafkaClient& client, QString topic, Isolation isolation, ReadKind kind);
    ~RdkafkaReader() override { close(); }
    Q_DISABLE_COPY_MOVE(RdkafkaReader)

    void add(int partition, qint64 from, std::optional<qint64> end = {}) override;
    Result<Round> step(const Token& token, const Visit& visit) override;
    bool isDone() const override { return m_done.size() == m_positions.size(); }
    const std::map<int, qint64>& positions() const override { return m_positions; }
    const std::map<int, Error>& problems() const override { return m_problems; }
    void setTopicPartitions(const std::vector<PartitionInfo>&) override { }
    void setLogEnd(int partition, qint64 end) override;

private:
    VoidResult open();
    void close();
    void start(int partition);
    void stop(int partition);
    bool isOpen(int partition) const { return m_done.count(partition) == 0; }
    void finish(int partition);
    void take(const rd_kafka_message_t& message, const Visit& visit, Round& round);
    void takeRecord(const rd_kafka_message_t& message, const Visit& visit, Round& round);
    bool isQuiet() const;
    bool isByWire(int partition) const;
    std::vector<int> toLookAt(bool quiet) const;
    VoidResult look(
        const std::vector<int>& partitions, const Token& token, const Visit& visit, Round& round);

    KafkaClient& m_client;
    const QString m_topicName;
    const Isolation m_isolation;
    const ReadKind m_kind;
    RdkafkaNews m_news;
    ClientHandle m_handle;
    QueueHandle m_queue;
    TopicHandle m_topic;
    std::map<int, qint64> m_positions;
    std::map<int, qint64> m_ends;
    std::set<int> m_done;
    std::set<int> m_started;
    std::set<int> m_atEnd; // nothing more to come for now
    std::set<int> m_odd; // stumbled over something: to be looked at
    std::map<int, int> m_stuck; // how often in a row only the wire reader went on
    std::map<int, Error> m_problems;
    Clock::time_point m_heard; // when something came last
    Clock::time_point m_woken; // when its threads were last made to look
};

} // namespace pilothouse::streams
