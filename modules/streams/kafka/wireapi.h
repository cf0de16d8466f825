// SPDX-License-Identifier: GPL-3.0-or-later
// The requests this adapter sends at all, each with the versions its encoding knows, and whether it
// changes the cluster. This table is the guard's allow-list: there is no other way to a request.
// Source: kafka.apache.org/protocol, "The Messages"; a version below `flexibleFrom` has the classic
// encoding and request header 1, others the compact encoding and header 2.
#pragma once

#include "streams/kafka/wirecodec.h"

#include <functional>

namespace pilothouse::streams
{

struct WireApi {
    qint16 key;
    qint16 least; // versions
    qint16 most;
    qint16 flexibleFrom;
    bool changes; // passes only where the write gate allows it
};

namespace api
{
inline constexpr qint16 kNeverFlexible = 1000; // in the versions used here
inline constexpr WireApi Produce{0, 3, 8, kNeverFlexible, true};
inline constexpr WireApi Fetch{1, 4, 11, kNeverFlexible, false};
inline constexpr WireApi ListOffsets{2, 1, 5, kNeverFlexible, false};
inline constexpr WireApi Metadata{3, 5, 8, kNeverFlexible, false};
inline constexpr WireApi OffsetCommit{8, 2, 7, kNeverFlexible, true};
inline constexpr WireApi OffsetFetch{9, 2, 5, kNeverFlexible, false};
inline constexpr WireApi OffsetFetchMany{9, 8, 9, 6, false}; // many groups in one request
inline constexpr WireApi FindCoordinator{10, 1, 2, kNeverFlexible, false};
inline constexpr WireApi FindCoordinators{10, 4, 6, 3, false}; // many keys in one request
inline constexpr WireApi DescribeGroups{15, 1, 4, kNeverFlexible, false};
inline constexpr WireApi ListGroups{16, 1, 5, 3, false};
inline constexpr WireApi SaslHandshake{17, 1, 1, kNeverFlexible, false};
inline constexpr WireApi ApiVersions{18, 0, 3, 3, false};
inline constexpr WireApi CreateTopics{19, 2, 4, kNeverFlexible, true};
// The same with "validate only" set: the broker checks and makes nothing.
inline constexpr WireApi TryCreateTopics{19, 2, 4, kNeverFlexible, false};
inline constexpr WireApi DeleteTopics{20, 1, 3, kNeverFlexible, true};
inline constexpr WireApi DeleteRecords{21, 0, 1, kNeverFlexible, true};
inline constexpr WireApi DescribeAcls{29, 1, 1, kNeverFlexible, false};
inline constexpr WireApi CreateAcls{30, 1, 1, kNeverFlexible, true};
inline constexpr WireApi DeleteAcls{31, 1, 1, kNeverFlexible, true};
inline constexpr WireApi DescribeConfigs{32, 1, 3, kNeverFlexible, false};
inline constexpr WireApi DescribeLogDirs{35, 1, 4, 2, false};
inline constexpr WireApi SaslAuthenticate{36, 0, 1, kNeverFlexible, false};
inline constexpr WireApi CreatePartitions{37, 0, 1, kNeverFlexible, true};
inline constexpr WireApi DeleteGroups{42, 0, 1, kNeverFlexible, true};
inline constexpr WireApi IncrementalAlterConfigs{44, 0, 0, kNeverFlexible, true};
inline constexpr WireApi ListReassignments{46, 0, 0, 0, false};
inline constexpr WireApi OffsetDelete{47, 0, 0, kNeverFlexible, true};
inline constexpr WireApi DescribeQuotas{48, 0, 0, kNeverFlexible, false};
inline constexpr WireApi DescribeProducers{61, 0, 0, 0, false};
inline constexpr WireApi ConsumerGroupDescribe{69, 0, 1, 0, false};
} // namespace api

// One request, not yet for a certain version: that is the broker's to decide.
struct WireCall {
    WireApi api;
    std::function<void(WireWriter&, qint16 version)> write;
};

// What came back. Keep it while readers read.
struct WireAnswer {
    QByteArray frame; // without length, number and header
    qint16 version = 0;
    bool flexible = false;
    WireReader reader() const { return WireReader(frame, flexible); }
};

} // namespace pilothouse::streams
