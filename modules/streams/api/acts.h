// SPDX-License-Identifier: GPL-3.0-or-later
// Contract TopicActs: changing topics and writing messages. Each act carries its exact preview; the
// adapter refuses it where the connection may not write.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "streams/api/messages.h"

namespace pilothouse::streams
{

struct NewTopic {
    QString name;
    int partitions = -1; // -1: the brokers' default
    int replication = -1;
    std::map<QString, QString> config;
    bool operator==(const NewTopic&) const = default;
};

// What a change of settings would do: old and new of each, as the brokers tell.
struct ConfigChange {
    QString name;
    std::optional<QString> before;
    std::optional<QString> after; // none: back to the default
    bool operator==(const ConfigChange&) const = default;
};

struct Draft {
    int partition = -1; // -1: by the key, as Kafka's own clients do (murmur2), else by turns
    QByteArray key; // null: none
    QByteArray value; // null: a tombstone
    std::vector<MessageHeader> headers;
    std::optional<qint64> timestamp; // ms since 1970 UTC; none: now
    bool operator==(const Draft&) const = default;
};
// Told for each message as soon as it is known.
struct Written {
    size_t index = 0; // of the draft
    int partition = -1;
    qint64 offset = -1;
    std::optional<Error> problem;
    bool operator==(const Written&) const = default;
};
struct ProduceRequest {
    QString topic;
    std::vector<Draft> drafts;
    int perSecond = 0; // 0: as fast as the broker takes them
    std::function<void(const Written&)> onWritten; // on the lane's thread; may be empty
};

// Messages of one topic once more, to the same or another.
struct ReplayRequest {
    QString topic;
    std::vector<std::pair<int, qint64>> messages; // partition and offset
    QString to;
    bool samePartition = false;
    int perSecond = 0;
    std::function<void(const Written&)> onWritten;
};

class TopicActs
{
public:
    virtual ~TopicActs() = default;

    // The brokers check it without making it; the error is theirs.
    virtual Call<NewTopic> tryCreate(const NewTopic& topic) = 0;
    virtual Act create(const NewTopic& topic) = 0;
    // Messages with a key go to other partitions from then on.
    virtual Act addPartitions(const TopicInfo& topic, int count) = 0;
    // Only the named settings change, whatever else is set. Refused with Kafka before 2.3, whose
    // only call resets what it is not told.
    virtual Act changeConfig(const QString& topic, const std::vector<ConfigChange>& changes) = 0;
    // Everything before these offsets: partition → first that is kept.
    virtual Act deleteRecords(const QString& topic, const std::map<int, qint64>& before) = 0;
    virtual Act remove(const TopicInfo& topic) = 0;
    virtual Act produce(const ProduceRequest& request) = 0;
    // To several topics, one after the other; the first that fails ends it.
    virtual Act produceAll(const std::vector<ProduceRequest>& requests) = 0;
    virtual Act replay(const ReplayRequest& request) = 0;
};

} // namespace pilothouse::streams
