// SPDX-License-Identifier: GPL-3.0-or-later
// What the fake cluster of these tests holds, and worlds to begin with.
#pragma once

#include "core/facets/metrics.h"
#include "streams/api/access.h"
#include "streams/api/acts.h"
#include "streams/api/connect.h"
#include "streams/api/decoding.h"
#include "streams/api/groups.h"
#include "streams/api/schemas.h"

#include <atomic>
#include <mutex>
#include <set>

namespace pilothouse::test
{

using namespace streams;

// What the "cluster" holds; read on the lanes under one mutex.
struct StreamsWorld {
    std::mutex mutex;

    ClusterInfo cluster;
    std::map<int, std::vector<ConfigEntry>> brokerConfigs;
    LogSizes sizes;
    std::vector<Reassignment> reassignments;
    std::vector<Quota> quotas;
    std::vector<TopicInfo> topics;
    std::map<QString, std::vector<ConfigEntry>> configs; // by topic
    std::map<QString, std::vector<std::pair<qint64, qint64>>> offsets; // by topic: begin and end
    std::vector<PartitionOffsets> brokenOffsets; // told in place of those above
    std::map<QString, std::vector<ProducerState>> producers;
    GroupList groups;
    std::map<QString, GroupDetail> details; // by group
    std::map<QString, GroupLag> lags; // by group; its ends are those of `offsets`
    std::map<QString, std::vector<TimeLag>> timeLags;
    std::map<QString, std::vector<Message>> messages; // by topic, as they are read
    ReadState readState; // problems that tails and searches tell
    ResetPlan plan; // of every dry run; empty: made from `lags`
    std::vector<AccessRule> rules;
    std::vector<ConnectorInfo> connectors;
    std::map<QString, Error> connectsAway; // Connect clusters that do not answer
    std::map<QString, std::vector<SchemaInfo>> schemas; // by subject, oldest first
    QStringList deletedSubjects;
    std::map<QString, QString> levels;
    Compatibility compatibility{true, {}};
    std::function<DecodedMessage(const Message&)> decode; // none: JSON, text or bytes
    std::vector<MetricInfo> catalogue;
    std::map<QString, double> metrics;

    std::set<QString> lacking; // contracts not offered: "Access", "Schemas" …; before join()
    std::optional<Error> broken; // everything fails with it
    std::map<QString, Error> errors; // by method
    std::set<QString> silent; // methods that do not answer until they are taken out
    std::optional<Error> actFails; // every act that is sent
    std::vector<QString> asked; // methods, in order
    std::vector<QStringList> lagsAsked; // the groups of each call of lags()
    std::vector<QStringList> offsetsAsked; // the topics of each call of offsets()
    std::vector<TailQuery> tails;
    std::atomic<int> tailRounds{0}; // looks of tails at this world, also while they are held
    std::vector<SearchQuery> searches;
    std::vector<PageQuery> pages;
    std::vector<ResetRequest> resets; // dry runs asked for
    std::vector<ProduceRequest> produced;
    std::vector<ReplayRequest> replayed;
    std::vector<QString> sent; // statements of acts that ran
    std::function<void(StreamsWorld&)> afterAct;

    int count(const QString& method) const
    {
        return int(std::count(asked.begin(), asked.end(), method));
    }
};

// As on the design's screens: shop.orders.v1 with a group far behind at some partitions, others
// without lag, a compacted one, a dead-letter topic, an internal one; three brokers; groups that
// are stable, empty and not readable; some JSON messages; a schema, a connector, a rule.
void fillShop(StreamsWorld& world);
// So many topics, each with as many partitions, and groups which read all of them.
void fillManyStreams(StreamsWorld& world, int topics, int partitions, int groups);

} // namespace pilothouse::test
