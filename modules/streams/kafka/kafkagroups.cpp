// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkagroups.h"

#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <set>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTries = 4;
constexpr milliseconds kElection{150};
constexpr qsizetype kGroupsAtOnce = 100; // in one request

// The groups by coordinator, in parts; those without one get their error.
Result<std::vector<std::pair<int, QStringList>>> byCoordinator(KafkaClient& client,
    const QStringList& groups, qsizetype atOnce, const Token& token,
    const std::function<void(const QString&, const Error&)>& without)
{
    const auto nodes = client.coordinators(groups, token);
    if (!nodes)
        return tl::unexpected(nodes.error());
    std::map<int, QStringList> byNode;
    for (const auto& [group, node] : *nodes) {
        if (node)
            byNode[*node].append(group);
        else
            without(group, node.error());
    }
    std::vector<std::pair<int, QStringList>> out;
    for (const auto& [node, names] : byNode)
        for (qsizetype i = 0; i < names.size(); i += atOnce)
            out.emplace_back(node, names.mid(i, atOnce));
    return out;
}

template <class T>
Result<T> decoded(const Result<WireAnswer>& answer, Result<T> (*decode)(const WireAnswer&))
{
    return answer ? decode(*answer) : Result<T>(tl::unexpected(answer.error()));
}

using Described = std::vector<std::pair<qint16, GroupDetail>>;

// One kind of request for these groups; what the brokers know goes into `found`.
VoidResult describe(KafkaClient& client, const QStringList& names, bool newer, const Token& token,
    std::map<QString, GroupDetail>& found)
{
    const auto parts = byCoordinator(
        client, names, kGroupsAtOnce, token, [&](const QString& group, const Error& error) {
            found[group].info.name = group;
            found[group].unreadable = error;
        });
    if (!parts)
        return tl::unexpected(parts.error());
    std::vector<KafkaClient::Asked> asked;
    for (const auto& [node, groups] : *parts)
        asked.push_back(
            {node, newer ? describeConsumerGroupsCall(groups) : describeGroupsCall(groups)});
    const auto answers = client.many(asked, token);
    for (size_t i = 0; i < answers.size(); ++i) {
        const auto told
            = decoded<Described>(answers[i], newer ? describedConsumerGroupsOf : describedGroupsOf);
        if (!told) {
            if (newer && told.error().kind == Error::Kind::Unsupported)
                continue; // the broker has no groups of that kind
            for (const QString& group : (*parts)[i].second) {
                found[group].info.name = group;
                found[group].unreadable = told.error();
            }
            continue;
        }
        for (const auto& [code, detail] : *told) {
            const bool unknown
                = code == wire::kGroupIdNotFound || code == wire::kUnsupportedVersion;
            if (newer && unknown)
                continue; // of another kind
            GroupDetail& group = found[detail.info.name];
            group = detail;
            group.coordinator = (*parts)[i].first;
            if (code != wire::kNone)
                group.unreadable = errorOfCode(code);
        }
    }
    return {};
}

bool isDead(const GroupDetail& group)
{
    return !group.unreadable && group.members.empty() && group.info.state == "Dead"_L1;
}

Error unreadable(const QString& where)
{
    return {Error::Kind::Unsupported, where, {},
        PH_TEXT("streams", "The broker lists this group but does not tell us its members."),
        u"version"_s};
}

} // namespace

Result<GroupList> fetchGroups(KafkaClient& client, const Token& token)
{
    const auto brokers = client.brokers(token);
    if (!brokers)
        return tl::unexpected(brokers.error());
    std::vector<int> open;
    for (const auto& [id, broker] : *brokers)
        open.push_back(id);
    GroupList out;
    std::map<QString, GroupInfo> found;
    for (int attempt = 0; attempt < kTries && !open.empty() && !token.stopped(); ++attempt) {
        if (attempt > 0)
            std::this_thread::sleep_for(kElection);
        std::vector<KafkaClient::Asked> asked;
        for (const int id : open)
            asked.push_back({id, listGroupsCall()});
        open.clear();
        const auto answers = client.many(asked, token);
        for (size_t i = 0; i < answers.size(); ++i) {
            const int id = asked[i].node;
            const auto told = decoded<WireGroups>(answers[i], groupsOf);
            out.failed.erase(id);
            if (!told) {
                out.failed.emplace(id, told.error());
                continue;
            }
            for (const GroupInfo& group : told->groups)
                found[group.name] = group;
            if (told->code == wire::kNone)
                continue;
            Error error = errorOfCode(told->code);
            error.where = client.where();
            out.failed.emplace(id, std::move(error));
            if (passes(told->code)) // it has just become a coordinator and still loads
                open.push_back(id);
        }
    }
    for (auto& [name, group] : found)
        out.groups.push_back(std::move(group));
    if (out.groups.empty() && out.failed.size() == brokers->size() && !out.failed.empty())
        return tl::unexpected(out.failed.begin()->second);
    return out;
}

// Asked as classic groups first. A group of the newer protocol is "Dead" to that request, without
// any error, so those are asked about once more with the newer one.
Result<std::vector<GroupDetail>> describeGroups(
    KafkaClient& client, const QStringList& names, const Token& token)
{
    std::map<QString, GroupDetail> found;
    if (const auto done = describe(client, names, false, token, found); !done)
        return tl::unexpected(done.error());
    QStringList dead;
    for (const auto& [name, group] : found)
        if (isDead(group))
            dead.append(name);
    if (!dead.isEmpty())
        if (const auto done = describe(client, dead, true, token, found); !done)
            return tl::unexpected(done.error());
    std::vector<GroupDetail> out;
    for (const QString& name : names) {
        GroupDetail& group = found[name];
        group.info.name = name;
        out.push_back(group);
    }
    return out;
}

Result<std::vector<GroupCommits>> fetchCommits(
    KafkaClient& client, const QStringList& groups, const Token& token)
{
    std::map<QString, GroupCommits> found;
    QStringList open = groups;
    for (int attempt = 0; attempt < kTries && !open.isEmpty(); ++attempt) {
        if (attempt > 0) {
            if (token.stopped())
                break;
            std::this_thread::sleep_for(kElection);
        }
        const auto inOne = client.knows(api::OffsetFetchMany, token);
        if (!inOne)
            return tl::unexpected(inOne.error());
        const auto parts = byCoordinator(client, open, *inOne ? kGroupsAtOnce : 1, token,
            [&](const QString& group, const Error& error) { found[group].problem = error; });
        if (!parts)
            return tl::unexpected(parts.error());
        std::vector<KafkaClient::Asked> asked;
        for (const auto& [node, names] : *parts)
            asked.push_back({node, *inOne ? commitsCall(names) : commitsCall(names.front())});
        const auto answers = client.many(asked, token);
        open.clear();
        for (size_t i = 0; i < answers.size(); ++i) {
            const QStringList& names = (*parts)[i].second;
            Result<std::vector<CommitsTold>> told = tl::unexpected(Error());
            if (!answers[i]) {
                told = tl::unexpected(answers[i].error());
            } else if (*inOne) {
                told = manyCommitsOf(*answers[i]);
            } else if (auto one = commitsOf(*answers[i], names.front())) {
                told = std::vector<CommitsTold>{std::move(*one)};
            } else {
                told = tl::unexpected(one.error());
            }
            if (!told) {
                for (const QString& name : names)
                    found[name].problem = told.error();
                continue;
            }
            for (CommitsTold& one : *told) {
                GroupCommits& group = found[one.group];
                group = {std::move(one.commits), {}};
                if (one.code == wire::kNone)
                    continue;
                group.problem = errorOfCode(one.code);
                group.problem->where = client.where();
                if (passes(one.code))
                    open.append(one.group);
            }
        }
    }
    std::vector<GroupCommits> out;
    for (const QString& group : groups)
        out.push_back(found[group]);
    return out;
}

namespace
{

// Bounds of a topic's partitions by number.
using Bounds = std::map<QString, std::vector<PartitionOffsets>>;

PartitionLag lagOf(const PartitionLag& committed, const Bounds& bounds)
{
    PartitionLag lag = committed;
    const auto topic = bounds.find(lag.topic);
    if (topic == bounds.end() || lag.partition < 0
        || size_t(lag.partition) >= topic->second.size()) {
        lag.problem = errorOfCode(wire::kUnknownTopicOrPartition); // deleted since
        return lag;
    }
    const PartitionOffsets& at = topic->second[size_t(lag.partition)];
    lag.begin = at.begin;
    lag.end = at.end;
    if (!lag.problem)
        lag.problem = at.problem;
    // What is no longer kept is not read any more.
    if (lag.committed && lag.end)
        lag.lag = std::max<qint64>(
            0, *lag.end - std::max(*lag.committed, lag.begin.value_or(*lag.committed)));
    return lag;
}

} // namespace

Result<std::vector<GroupLag>> fetchLags(
    KafkaClient& client, const QStringList& groups, const Token& token)
{
    // Members before commits, commits before ends: what moves meanwhile makes a lag too large by
    // a little, never negative.
    const auto details = describeGroups(client, groups, token);
    if (!details)
        return tl::unexpected(details.error());
    const auto commits = fetchCommits(client, groups, token);
    if (!commits)
        return tl::unexpected(commits.error());
    std::set<QString> topics;
    for (const GroupCommits& group : *commits)
        for (const CommitTold& commit : group.commits)
            topics.insert(commit.topic);
    for (const GroupDetail& group : *details)
        for (const MemberInfo& member : group.members)
            for (const AssignedPartition& part : member.assigned)
                topics.insert(part.topic);
    const auto found = fetchTopics(client, QStringList(topics.begin(), topics.end()), token);
    if (!found)
        return tl::unexpected(found.error());
    auto ends = fetchBounds(client, *found, Isolation::Uncommitted, token);
    if (!ends)
        return tl::unexpected(ends.error());
    Bounds bounds;
    for (PartitionOffsets& one : *ends) {
        auto& parts = bounds[one.topic];
        parts.resize(std::max(parts.size(), size_t(one.partition) + 1));
        parts[size_t(one.partition)] = std::move(one);
    }

    std::vector<GroupLag> out;
    for (qsizetype g = 0; g < groups.size(); ++g) {
        GroupLag lag{groups[g], {}, (*commits)[size_t(g)].problem};
        std::set<AssignedPartition> assigned;
        for (const MemberInfo& member : (*details)[size_t(g)].members)
            assigned.insert(member.assigned.begin(), member.assigned.end());
        for (const CommitTold& commit : (*commits)[size_t(g)].commits) {
            PartitionLag one;
            one.topic = commit.topic;
            one.partition = commit.partition;
            one.metadata = commit.metadata;
            if (commit.code != wire::kNone)
                one.problem = errorOfCode(commit.code);
            if (commit.offset >= 0)
                one.committed = commit.offset;
            assigned.erase({commit.topic, commit.partition});
            lag.partitions.push_back(lagOf(one, bounds));
        }
        for (const AssignedPartition& part : assigned) {
            PartitionLag one;
            one.topic = part.topic;
            one.partition = part.partition;
            lag.partitions.push_back(lagOf(one, bounds));
        }
        std::sort(lag.partitions.begin(), lag.partitions.end(),
            [](const PartitionLag& a, const PartitionLag& b) {
                const int order = a.topic.compare(b.topic);
                return order != 0 ? order < 0 : a.partition < b.partition;
            });
        out.push_back(std::move(lag));
    }
    return out;
}

Call<GroupList> KafkaGroups::groups()
{
    return m_core->reads().run(kReadLimit, fetchGroups);
}

Call<GroupDetail> KafkaGroups::group(const QString& name)
{
    return m_core->reads().run(
        kReadLimit, [name](KafkaClient& client, const Token& token) -> Result<GroupDetail> {
            auto told = describeGroups(client, {name}, token);
            if (!told)
                return tl::unexpected(told.error());
            GroupDetail group = std::move(told->front());
            if (!isDead(group) && !group.unreadable)
                return group;
            // Not there, or of a kind this request does not know: the list tells them apart.
            const auto list = fetchGroups(client, token);
            if (!list)
                return tl::unexpected(list.error());
            const auto listed = std::find_if(list->groups.begin(), list->groups.end(),
                [&](const GroupInfo& one) { return one.name == name; });
            if (listed == list->groups.end()) {
                if (group.unreadable)
                    return tl::unexpected(*group.unreadable);
                Error error = errorOfCode(wire::kGroupIdNotFound);
                error.where = client.where();
                return tl::unexpected(std::move(error));
            }
            group.info = *listed;
            if (!group.unreadable)
                group.unreadable = unreadable(client.where());
            return group;
        });
}

Call<std::vector<GroupLag>> KafkaGroups::lags(const QStringList& groups)
{
    return m_core->offsets().run(kReadLimit, [groups](KafkaClient& client, const Token& token) {
        return fetchLags(client, groups, token);
    });
}

} // namespace pilothouse::streams
