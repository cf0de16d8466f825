// SPDX-License-Identifier: GPL-3.0-or-later
// Consumer groups: requests and answers. Pure.
#pragma once

#include "streams/api/groups.h"
#include "streams/kafka/wireapi.h"

namespace pilothouse::streams
{

WireCall listGroupsCall();
struct WireGroups {
    qint16 code = 0;
    std::vector<GroupInfo> groups;
};
Result<WireGroups> groupsOf(const WireAnswer& answer);

// Of the classic protocol, and of KIP-848 ("consumer").
WireCall describeGroupsCall(const QStringList& groups);
Result<std::vector<std::pair<qint16, GroupDetail>>> describedGroupsOf(const WireAnswer& answer);
WireCall describeConsumerGroupsCall(const QStringList& groups);
Result<std::vector<std::pair<qint16, GroupDetail>>> describedConsumerGroupsOf(
    const WireAnswer& answer);

// What a member of a "consumer" group was given: Kafka's embedded ConsumerProtocolAssignment.
std::vector<AssignedPartition> assignmentOf(QByteArrayView bytes);

// Everything these groups have committed; one group per call where the broker takes only one.
WireCall commitsCall(const QStringList& groups);
WireCall commitsCall(const QString& group);
struct CommitTold {
    QString topic;
    int partition = 0;
    qint64 offset = -1; // -1: no commit
    int leaderEpoch = -1;
    QString metadata;
    qint16 code = 0;
};
struct CommitsTold {
    QString group;
    qint16 code = 0;
    std::vector<CommitTold> commits;
};
Result<std::vector<CommitsTold>> manyCommitsOf(const WireAnswer& answer);
Result<CommitsTold> commitsOf(const WireAnswer& answer, const QString& group);

// Commits as somebody who is not a member: the broker refuses it while the group has members.
WireCall commitCall(const QString& group, std::vector<CommitTold> commits);
// Takes commits away; `deleteGroupsCall` the group as a whole.
WireCall deleteCommitsCall(const QString& group, std::vector<AssignedPartition> partitions);
WireCall deleteGroupsCall(const QStringList& groups);
// One code for each partition (or group), in the order of the answer.
struct PartitionCode {
    QString topic;
    int partition = 0;
    qint16 code = 0;
};
Result<std::vector<PartitionCode>> committedOf(const WireAnswer& answer);
Result<std::vector<PartitionCode>> deletedCommitsOf(const WireAnswer& answer, qint16& code);
Result<std::vector<std::pair<QString, qint16>>> deletedGroupsOf(const WireAnswer& answer);

} // namespace pilothouse::streams
