// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wiregroups.h"

#include "streams/kafka/wiremetadata.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<AssignedPartition> partitionsOf(WireReader& r, bool withId)
{
    std::vector<AssignedPartition> out;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        if (withId)
            (void)r.uuid();
        const QString topic = r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p)
            out.push_back({topic, r.int32()});
        r.end();
    }
    std::sort(out.begin(), out.end());
    return out;
}

template <class T>
std::map<QString, std::vector<const T*>> byTopic(const std::vector<T>& all)
{
    std::map<QString, std::vector<const T*>> out;
    for (const T& one : all)
        out[one.topic].push_back(&one);
    return out;
}

CommitTold commitOf(WireReader& r, const QString& topic, bool withEpoch)
{
    CommitTold one;
    one.topic = topic;
    one.partition = r.int32();
    one.offset = r.int64();
    if (withEpoch)
        one.leaderEpoch = r.int32();
    one.metadata = r.string();
    one.code = r.int16();
    r.end();
    return one;
}

std::vector<CommitTold> commitsOfTopics(WireReader& r, bool withEpoch)
{
    std::vector<CommitTold> out;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString topic = r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p)
            out.push_back(commitOf(r, topic, withEpoch));
        r.end();
    }
    return out;
}

} // namespace

WireCall listGroupsCall()
{
    return {api::ListGroups, [](WireWriter& w, qint16 version) {
                if (version >= 4)
                    w.array(0); // states: all
                if (version >= 5)
                    w.array(0); // types: all
                w.end();
            }};
}

Result<WireGroups> groupsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    WireGroups out;
    r.skip(4);
    out.code = r.int16();
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        GroupInfo group;
        group.name = r.string();
        group.protocol = r.string();
        if (answer.version >= 4)
            group.state = r.string();
        if (answer.version >= 5)
            group.type = r.string().toLower();
        r.end();
        out.groups.push_back(std::move(group));
    }
    if (!r.ok())
        return oddAnswer("ListGroups");
    return out;
}

WireCall describeGroupsCall(const QStringList& groups)
{
    return {api::DescribeGroups, [groups](WireWriter& w, qint16 version) {
                w.array(groups.size());
                for (const QString& group : groups)
                    w.string(group);
                if (version >= 3)
                    w.boolean(false);
            }};
}

std::vector<AssignedPartition> assignmentOf(QByteArrayView bytes)
{
    WireReader r(bytes);
    const qint16 version = r.int16();
    if (!r.ok() || version < 0)
        return {};
    auto out = partitionsOf(r, false);
    return r.ok() ? out : std::vector<AssignedPartition>();
}

Result<std::vector<std::pair<qint16, GroupDetail>>> describedGroupsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<std::pair<qint16, GroupDetail>> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        GroupDetail group;
        const qint16 code = r.int16();
        group.info.name = r.string();
        group.info.state = r.string();
        group.info.protocol = r.string();
        group.info.type = u"classic"_s;
        group.assignor = r.string();
        for (qsizetype m = 0, count = r.array(); m < count && r.ok(); ++m) {
            MemberInfo member;
            member.id = r.string();
            if (answer.version >= 4)
                member.instance = r.string();
            member.client = r.string();
            member.host = r.string();
            (void)r.bytes(); // what it subscribed to
            const QByteArrayView assigned = r.bytes();
            if (group.info.protocol == "consumer"_L1)
                member.assigned = assignmentOf(assigned);
            group.members.push_back(std::move(member));
        }
        if (answer.version >= 3)
            r.skip(4);
        out.emplace_back(code, std::move(group));
    }
    if (!r.ok())
        return oddAnswer("DescribeGroups");
    return out;
}

WireCall describeConsumerGroupsCall(const QStringList& groups)
{
    return {api::ConsumerGroupDescribe, [groups](WireWriter& w, qint16) {
                w.array(groups.size());
                for (const QString& group : groups)
                    w.string(group);
                w.boolean(false);
                w.end();
            }};
}

Result<std::vector<std::pair<qint16, GroupDetail>>> describedConsumerGroupsOf(
    const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<std::pair<qint16, GroupDetail>> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        GroupDetail group;
        const qint16 code = r.int16();
        (void)r.string();
        group.info.name = r.string();
        group.info.state = r.string();
        r.skip(8); // epochs
        group.assignor = r.string();
        group.info.protocol = u"consumer"_s;
        group.info.type = u"consumer"_s;
        for (qsizetype m = 0, count = r.array(); m < count && r.ok(); ++m) {
            MemberInfo member;
            member.id = r.string();
            member.instance = r.string();
            (void)r.string(); // rack
            r.skip(4); // epoch
            member.client = r.string();
            member.host = r.string();
            for (qsizetype t = 0, topics = r.array(); t < topics && r.ok(); ++t)
                (void)r.string();
            (void)r.string(); // subscribed by a pattern
            member.assigned = partitionsOf(r, true);
            r.end();
            (void)partitionsOf(r, true); // what it shall have
            r.end();
            if (answer.version >= 1)
                r.skip(1); // on its way between the protocols
            r.end();
            group.members.push_back(std::move(member));
        }
        r.skip(4);
        r.end();
        out.emplace_back(code, std::move(group));
    }
    if (!r.ok())
        return oddAnswer("ConsumerGroupDescribe");
    return out;
}

WireCall commitsCall(const QStringList& groups)
{
    return {api::OffsetFetchMany, [groups](WireWriter& w, qint16 version) {
                w.array(groups.size());
                for (const QString& group : groups) {
                    w.string(group);
                    if (version >= 9) {
                        w.nullableString(std::nullopt); // not as a member
                        w.int32(-1);
                    }
                    w.array(-1); // all topics
                    w.end();
                }
                w.boolean(false); // what open transactions committed is not waited for
                w.end();
            }};
}

WireCall commitsCall(const QString& group)
{
    return {api::OffsetFetch, [group](WireWriter& w, qint16) {
                w.string(group);
                w.array(-1);
            }};
}

Result<std::vector<CommitsTold>> manyCommitsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<CommitsTold> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        CommitsTold told;
        told.group = r.string();
        told.commits = commitsOfTopics(r, true);
        told.code = r.int16();
        r.end();
        out.push_back(std::move(told));
    }
    if (!r.ok())
        return oddAnswer("OffsetFetch");
    return out;
}

Result<CommitsTold> commitsOf(const WireAnswer& answer, const QString& group)
{
    WireReader r = answer.reader();
    CommitsTold told;
    told.group = group;
    if (answer.version >= 3)
        r.skip(4);
    told.commits = commitsOfTopics(r, answer.version >= 5);
    told.code = r.int16();
    if (!r.ok())
        return oddAnswer("OffsetFetch");
    return told;
}

WireCall commitCall(const QString& group, std::vector<CommitTold> commits)
{
    return {
        api::OffsetCommit, [group, commits = std::move(commits)](WireWriter& w, qint16 version) {
            const auto topics = byTopic(commits);
            w.string(group);
            w.int32(-1); // generation: not a member
            w.string(u"");
            if (version >= 7)
                w.nullableString(std::nullopt);
            if (version <= 4)
                w.int64(-1); // kept as long as the broker keeps commits
            w.array(qsizetype(topics.size()));
            for (const auto& [topic, parts] : topics) {
                w.string(topic);
                w.array(qsizetype(parts.size()));
                for (const CommitTold* c : parts) {
                    w.int32(c->partition);
                    w.int64(c->offset);
                    if (version >= 6)
                        w.int32(c->leaderEpoch);
                    w.nullableString(c->metadata);
                }
            }
        }};
}

WireCall deleteCommitsCall(const QString& group, std::vector<AssignedPartition> partitions)
{
    return {api::OffsetDelete, [group, partitions = std::move(partitions)](WireWriter& w, qint16) {
                const auto topics = byTopic(partitions);
                w.string(group);
                w.array(qsizetype(topics.size()));
                for (const auto& [topic, parts] : topics) {
                    w.string(topic);
                    w.array(qsizetype(parts.size()));
                    for (const AssignedPartition* p : parts)
                        w.int32(p->partition);
                }
            }};
}

WireCall deleteGroupsCall(const QStringList& groups)
{
    return {api::DeleteGroups, [groups](WireWriter& w, qint16) {
                w.array(groups.size());
                for (const QString& group : groups)
                    w.string(group);
            }};
}

Result<std::vector<PartitionCode>> committedOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<PartitionCode> out;
    if (answer.version >= 3)
        r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString topic = r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            const int partition = r.int32();
            out.push_back({topic, partition, r.int16()});
        }
    }
    if (!r.ok())
        return oddAnswer("OffsetCommit");
    return out;
}

Result<std::vector<PartitionCode>> deletedCommitsOf(const WireAnswer& answer, qint16& code)
{
    WireReader r = answer.reader();
    std::vector<PartitionCode> out;
    code = r.int16();
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString topic = r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            const int partition = r.int32();
            out.push_back({topic, partition, r.int16()});
        }
    }
    if (!r.ok())
        return oddAnswer("OffsetDelete");
    return out;
}

Result<std::vector<std::pair<QString, qint16>>> deletedGroupsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<std::pair<QString, qint16>> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString group = r.string();
        out.emplace_back(group, r.int16());
    }
    if (!r.ok())
        return oddAnswer("DeleteGroups");
    return out;
}

} // namespace pilothouse::streams
