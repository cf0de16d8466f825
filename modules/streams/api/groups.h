// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts Groups and GroupActs: consumer groups, who is in them, how far they are, and moving
// them. Lag is messages (offsets, see topics.h) and never negative: commits are read before the
// ends.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "streams/api/topics.h"

#include <algorithm>

namespace pilothouse::streams
{

struct GroupInfo {
    QString name;
    QString type; // "classic", "consumer" (KIP-848), "share"; empty: an older broker does not tell
    QString protocol; // "consumer" for groups that read topics, "connect" …; empty without members
    QString state; // as the broker says it: "Stable", "Empty", "PreparingRebalance", "Dead" …
    bool operator==(const GroupInfo&) const = default;
};
struct GroupList {
    std::vector<GroupInfo> groups; // by name
    std::map<int, Error> failed; // brokers whose groups are missing
};

struct AssignedPartition {
    QString topic;
    int partition = 0;
    bool operator==(const AssignedPartition&) const = default;
    bool operator<(const AssignedPartition& other) const
    {
        const int order = topic.compare(other.topic);
        return order != 0 ? order < 0 : partition < other.partition;
    }
};

struct MemberInfo {
    QString id;
    QString client; // client id
    QString host;
    QString instance; // of a static member
    std::vector<AssignedPartition> assigned;
    bool operator==(const MemberInfo&) const = default;
};

struct GroupDetail {
    GroupInfo info;
    QString assignor; // "range", "uniform" …
    int coordinator = -1; // broker
    std::vector<MemberInfo> members;
    // The broker can list this group but not tell its members to us: never shown as "0 members".
    std::optional<Error> unreadable;
    bool operator==(const GroupDetail&) const = default;
};

struct PartitionLag {
    QString topic;
    int partition = 0;
    std::optional<qint64> committed; // none: no commit (not 0)
    QString metadata; // of the commit
    std::optional<qint64> begin;
    std::optional<qint64> end;
    // None: no commit, or the end is not known.
    std::optional<qint64> lag;
    // The committed offset is no longer kept: what lay between is lost to this group.
    bool lost() const { return committed && begin && *committed < *begin; }
    std::optional<Error> problem;
    bool operator==(const PartitionLag&) const = default;
};
struct GroupLag {
    QString group;
    std::vector<PartitionLag> partitions; // by topic and number
    std::optional<Error> problem; // its coordinator did not tell
    // Of what is known.
    qint64 total() const
    {
        qint64 sum = 0;
        for (const PartitionLag& p : partitions)
            sum += p.lag.value_or(0);
        return sum;
    }
    bool operator==(const GroupLag&) const = default;
};

// How old the next message of a group is, measured by the messages themselves: time of the newest
// one minus that of the one at the committed offset. Nothing to read: zero.
struct TimeLag {
    QString topic;
    int partition = 0;
    std::optional<milliseconds> behind; // none: not known
    bool operator==(const TimeLag&) const = default;
};

struct ResetRequest {
    enum class To { Earliest, Latest, Time, Offset, Shift };

    QString group;
    QString topic;
    std::vector<int> partitions; // empty: all
    To to = To::Earliest;
    // Offset, or by how much to shift (messages, may be negative). Only what has a commit is
    // shifted.
    qint64 value = 0;
    QDateTime time; // UTC
};
// One partition of a dry run.
struct ResetStep {
    QString topic;
    int partition = 0;
    std::optional<qint64> committed; // none: no commit
    QString metadata;
    int leaderEpoch = -1; // of the commit, handed back by undo
    qint64 begin = 0;
    qint64 end = 0;
    qint64 target = 0; // between begin and end
    bool clipped = false; // what was asked for lies outside
    // The message that would be read first; none: the end, or it could not be read.
    std::optional<qint64> timestamp; // ms since 1970 UTC
    QByteArray key; // of it; null: no key, or no message
    std::optional<Error> problem; // this partition cannot be moved now
    bool operator==(const ResetStep&) const = default;
};
struct ResetPlan {
    QString group;
    QString state; // of the group, when the plan was made
    int members = 0;
    QDateTime made; // UTC
    std::vector<ResetStep> steps;
    int uncommitted = 0; // left out of `steps`: without a commit there is nothing to shift
    bool isPossible() const
    {
        return members == 0 && !steps.empty()
            && std::none_of(steps.begin(), steps.end(),
                [](const ResetStep& s) { return s.problem.has_value(); });
    }
    bool operator==(const ResetPlan&) const = default;
};

class Groups
{
public:
    virtual ~Groups() = default;

    virtual Call<GroupList> groups() = 0;
    virtual Call<GroupDetail> group(const QString& name) = 0;
    // In one round: coordinators, commits, then the ends of all partitions concerned. A member's
    // partition without a commit is listed too.
    virtual Call<std::vector<GroupLag>> lags(const QStringList& groups) = 0;
    virtual Call<std::vector<TimeLag>> timeLags(const QString& group) = 0;
};

class GroupActs
{
public:
    virtual ~GroupActs() = default;

    // A dry run: changes nothing.
    virtual Call<ResetPlan> planReset(const ResetRequest& request) = 0;
    // Writes `undoFile` (resetundo.h), looks once more (Conflict when a member has joined or a
    // commit has moved since the plan), then commits all partitions in one request.
    virtual Act reset(const ResetPlan& plan, const QString& undoFile) = 0;
    // Puts back what `undoFile` holds: each offset with its metadata, and no commit where there was
    // none. Conflict when the group has members.
    virtual Act undoReset(const QString& undoFile) = 0;
    virtual Act removeGroup(const QString& group) = 0;
    virtual Act removeCommits(const QString& group, const QString& topic) = 0;
};

} // namespace pilothouse::streams
