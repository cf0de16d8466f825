// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Cluster: the brokers, what they hold and how they are set up. All calls are reads; an
// answer may be known in part: a broker that did not answer is named with its error, and what only
// it could tell is missing rather than zero.
#pragma once

#include "core/call.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace pilothouse::streams
{

struct BrokerInfo {
    int id = -1;
    QString host; // as the broker names itself to clients
    int port = 0;
    QString rack;
    bool isController = false; // with KRaft: the broker that was named as one, any of them
    int leads = 0; // partitions
    std::optional<qint64> logBytes; // of its log folders; none: not told (rights, version, dead)
    std::optional<qint64> diskTotal; // bytes of the volumes, by Kafka 3.3 and later
    std::optional<qint64> diskFree;
    std::optional<Error> problem; // it did not answer
    bool operator==(const BrokerInfo&) const = default;
};

struct ClusterInfo {
    QString id; // as the cluster says it: not always unique
    QString version; // "Kafka 3.9": by the features the broker supports; "Kafka" when not told
    int controller = -1;
    std::vector<BrokerInfo> brokers; // by id
    int topics = 0;
    int partitions = 0;
    int withoutLeader = 0; // partitions
    int underReplicated = 0; // partitions with fewer copies in sync than there are
    bool operator==(const ClusterInfo&) const = default;
};

// One setting of a topic or a broker.
struct ConfigEntry {
    enum class Source { Unknown, Topic, BrokerDynamic, ClusterDynamic, BrokerFile, Default };

    QString name;
    std::optional<QString> value; // none: secret, or not set
    Source source = Source::Unknown;
    bool readOnly = false;
    bool sensitive = false;
    // What would hold without this level's own value, and the setting it comes from: of a topic's
    // segment.bytes it may be the broker's log.segment.bytes. Empty: not told (retention.ms).
    QString defaultValue;
    QString defaultName;
    QString help; // Kafka's own words, English; by Kafka 2.6 and later
    bool operator==(const ConfigEntry&) const = default;
};

// Bytes on disk: one copy of a partition on one broker.
struct LogSize {
    int broker = -1;
    QString folder;
    QString topic;
    int partition = 0;
    qint64 bytes = 0;
    qint64 behind = 0; // messages this copy lacks
    bool future = false; // being moved to this folder
    bool operator==(const LogSize&) const = default;
};
struct LogSizes {
    std::vector<LogSize> copies;
    std::map<int, Error> failed; // by broker
};

// A partition on its way to other brokers.
struct Reassignment {
    QString topic;
    int partition = 0;
    std::vector<int> replicas; // all, those that come and those that go included
    std::vector<int> adding;
    std::vector<int> removing;
    bool operator==(const Reassignment&) const = default;
};

// Limits of a user, a client id, an address.
struct Quota {
    // "user" → "alice"; an empty value is the default of all.
    std::map<QString, QString> entity;
    std::map<QString, double> limits; // "producer_byte_rate" → bytes per second and broker
    bool operator==(const Quota&) const = default;
};

class Cluster
{
public:
    virtual ~Cluster() = default;

    virtual Call<ClusterInfo> cluster() = 0;
    virtual Call<std::vector<ConfigEntry>> brokerConfig(int broker) = 0;
    // Empty `topics`: all.
    virtual Call<LogSizes> logSizes(const QStringList& topics) = 0;
    virtual Call<std::vector<Reassignment>> reassignments() = 0;
    virtual Call<std::vector<Quota>> quotas() = 0;
};

} // namespace pilothouse::streams
