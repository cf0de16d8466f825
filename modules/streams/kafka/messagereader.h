// SPDX-License-Identifier: GPL-3.0-or-later
// MessageReader: reads a topic's partitions from given offsets on, round by round. Over librdkafka
// where that can do it as it should, else over the protocol itself. Lane thread only.
#pragma once

#include "streams/kafka/kafkaclient.h"
#include "streams/kafka/wirerecords.h"

namespace pilothouse::streams
{

class MessageReader
{
public:
    enum class Next { Go, PartitionDone, Stop };
    using Visit = std::function<Next(int partition, const RawRecord&)>;

    virtual ~MessageReader() = default;

    // Without `end` (exclusive) the partition is followed for ever.
    virtual void add(int partition, qint64 from, std::optional<qint64> end = {}) = 0;

    // One round: what has come goes to `visit`. An error only when nothing can be read at all:
    // NotFound (the topic is gone), Auth, Cancelled, Timeout.
    struct Round {
        bool stopped = false; // the visitor said Stop
        bool moved = false; // some position went on
    };
    virtual Result<Round> step(const Token& token, const Visit& visit) = 0;

    virtual bool isDone() const = 0; // every partition with an end has reached it
    virtual const std::map<int, qint64>& positions() const = 0;
    // Partitions that could not be read in the last round.
    virtual const std::map<int, Error>& problems() const = 0;
    // What somebody else has learned lately.
    virtual void setTopicPartitions(const std::vector<PartitionInfo>& partitions) = 0;
    virtual void setLogEnd(int /*partition*/, qint64 /*end*/) { }
};

// Whether it keeps up with messages as they come, or goes through many as fast as it can.
enum class ReadKind { Follow, Scan };
std::unique_ptr<MessageReader> makeReader(
    KafkaClient& client, const QString& topic, Isolation isolation, ReadKind kind);

} // namespace pilothouse::streams
