// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Topics: topics, their partitions, settings and offsets. Offsets count from 0; the end is
// the offset the next message will get. With compaction and transactions fewer messages than
// offsets lie between two of them, so differences are "offsets", not "messages".
#pragma once

#include "core/call.h"
#include "streams/api/cluster.h"

#include <QDateTime>

namespace pilothouse::streams
{

struct PartitionInfo {
    int id = 0;
    int leader = -1; // -1: none now
    std::vector<int> replicas; // broker ids, the preferred leader first
    std::vector<int> inSync;
    std::vector<int> offline;
    bool operator==(const PartitionInfo&) const = default;
};

struct TopicInfo {
    QString name;
    bool internal = false; // Kafka's own
    std::vector<PartitionInfo> partitions; // by id
    std::optional<Error> problem; // this topic cannot be told (rights, just deleted)

    int replication() const
    {
        return partitions.empty() ? 0 : int(partitions.front().replicas.size());
    }
    bool operator==(const TopicInfo&) const = default;
};

struct PartitionOffsets {
    QString topic;
    int partition = 0;
    std::optional<qint64> begin; // first offset that is kept; none: see `problem`
    std::optional<qint64> end;
    std::optional<Error> problem; // its leader did not tell
    bool operator==(const PartitionOffsets&) const = default;
};

// Where a moment lies in a partition: the first message of that time or later.
struct TimeOffset {
    QString topic;
    int partition = 0;
    std::optional<qint64> offset; // none with no problem: every message is older
    qint64 timestamp = -1; // of that message, ms since 1970 UTC
    std::optional<Error> problem;
    bool operator==(const TimeOffset&) const = default;
};

struct ProducerState {
    int partition = 0;
    qint64 id = -1;
    int epoch = -1;
    int lastSequence = -1;
    QDateTime lastWrite; // UTC
    std::optional<qint64> transactionBegin; // offset at which an open transaction began
    bool operator==(const ProducerState&) const = default;
};

enum class Isolation { Uncommitted, Committed };

class Topics
{
public:
    virtual ~Topics() = default;

    virtual Call<std::vector<TopicInfo>> topics() = 0; // by name
    // NotFound when there is none of that name.
    virtual Call<TopicInfo> topic(const QString& name) = 0;
    virtual Call<std::vector<ConfigEntry>> config(const QString& topic) = 0;
    // The settings of many topics that differ from the brokers' and those of `names`; one request.
    virtual Call<std::map<QString, std::vector<ConfigEntry>>> configs(
        const QStringList& topics, const QStringList& names)
        = 0;
    // Begin and end of every partition of these topics: one request to each broker at a time, all
    // brokers at once. With Committed the end is the last stable offset: what lies behind it
    // belongs to transactions still open.
    virtual Call<std::vector<PartitionOffsets>> offsets(
        const QStringList& topics, Isolation isolation = Isolation::Uncommitted)
        = 0;
    virtual Call<std::vector<TimeOffset>> offsetsAt(
        const QStringList& topics, const QDateTime& time)
        = 0;
    // Who wrote lately, by partition; Kafka 2.8 and later.
    virtual Call<std::vector<ProducerState>> producers(const QString& topic) = 0;
};

} // namespace pilothouse::streams
