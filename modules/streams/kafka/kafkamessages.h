// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Messages over Kafka: each tail and search on a lane it shares with few others.
#pragma once

#include "streams/kafka/kafkacore.h"
#include "streams/kafka/kafkafetch.h"

namespace pilothouse::streams
{

class KafkaMessages final : public Messages
{
public:
    explicit KafkaMessages(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Stream<ReadState> tail(const TailQuery& query, MailboxWriter<Message> to) override;
    Call<MessagePage> page(const PageQuery& query) override;
    Call<Message> message(const QString& topic, int partition, qint64 offset) override;
    Stream<SearchBatch> search(const SearchQuery& query) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// Lane side: where places lie in each of a topic's partitions, and between which ends.
struct PlaceInLog {
    int partition = 0;
    qint64 begin = 0; // of the log
    qint64 end = 0; // exclusive; with Committed: of what is settled
    qint64 at = 0; // the place, inside of both
};
struct PlacesInLog {
    std::vector<PlaceInLog> places;
    std::map<int, Error> problems; // partitions that could not be asked
    std::vector<PartitionInfo> partitions;
};
Result<PlacesInLog> findPlaces(KafkaClient& client, const QString& topic,
    const std::vector<int>& partitions, const TopicPlace& place, Isolation isolation,
    const Token& token);

Result<MessagePage> readPage(KafkaClient& client, const PageQuery& query, const Token& token);
Result<Message> readMessage(
    KafkaClient& client, const QString& topic, int partition, qint64 offset, const Token& token);

} // namespace pilothouse::streams
