// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkamoves.h"

#include "streams/kafka/kafkafetch.h"
#include "streams/kafka/kafkagroups.h"
#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"

#include "core/wholefile.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kShownKey = 1024; // bytes of a key in a dry run

std::map<Place, CommitTold> byPlace(const std::vector<CommitTold>& commits)
{
    std::map<Place, CommitTold> out;
    for (const CommitTold& commit : commits)
        if (commit.offset >= 0)
            out[{commit.topic, commit.partition}] = commit;
    return out;
}

Error awake(const QString& where, int members)
{
    return {Error::Kind::Conflict, where, u"members: %1"_s.arg(members),
        PH_TEXT("streams", "The group has members. Stop its consumers first."),
        u"NON_EMPTY_GROUP"_s};
}

Error movedOn(const QString& where, const QString& topic, int partition)
{
    return {Error::Kind::Conflict, where, u"%1 [%2]"_s.arg(topic).arg(partition),
        PH_TEXT("streams", "A commit has moved meanwhile. Make the dry run once more."),
        u"guard"_s};
}

VoidResult saved(const QString& path, const QByteArray& text, const QString& where)
{
    WholeFile file(path);
    if (file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text) == text.size() && file.commit())
        return {};
    return fail(Error::Kind::Refused, path + u": "_s + file.errorString(), where,
        PH_TEXT("streams", "Without its undo file the group is not moved."), u"guard"_s);
}

CommitTold commitAt(const QString& topic, int partition, qint64 offset, int epoch, QString metadata)
{
    CommitTold one;
    one.topic = topic;
    one.partition = partition;
    one.offset = offset;
    one.leaderEpoch = epoch;
    one.metadata = std::move(metadata);
    return one;
}

qint64 wantedOf(const ResetRequest& request, const ResetStep& step, const OffsetAnswer* time)
{
    using To = ResetRequest::To;
    switch (request.to) {
    case To::Earliest:
        return step.begin;
    case To::Latest:
        return step.end;
    case To::Offset:
        return request.value;
    case To::Shift:
        return step.committed.value_or(0) + request.value; // see planMove: never without
    case To::Time:
        return time && time->offset >= 0 ? time->offset : step.end;
    }
    return step.end;
}

} // namespace

Result<int> coordinatorOfResting(KafkaClient& client, const QString& group, const Token& token)
{
    const auto detail = describeGroups(client, {group}, token);
    if (!detail)
        return tl::unexpected(detail.error());
    if (detail->front().unreadable)
        return tl::unexpected(*detail->front().unreadable);
    if (!detail->front().members.empty())
        return tl::unexpected(awake(client.where(), int(detail->front().members.size())));
    auto node = client.coordinators({group}, token);
    if (!node)
        return tl::unexpected(node.error());
    return node->at(group);
}

Result<std::map<Place, CommitTold>> commitsOfGroup(
    KafkaClient& client, const QString& group, const Token& token)
{
    const auto commits = fetchCommits(client, {group}, token);
    if (!commits)
        return tl::unexpected(commits.error());
    if (commits->front().problem)
        return tl::unexpected(*commits->front().problem);
    // A commit that was not told is not one that is not there.
    for (const CommitTold& commit : commits->front().commits)
        if (commit.code != wire::kNone)
            return tl::unexpected(errorOfCode(commit.code));
    return byPlace(commits->front().commits);
}

VoidResult applyMove(KafkaClient& client, int node, const QString& group,
    const std::vector<CommitTold>& commits, const std::vector<AssignedPartition>& without,
    const Token& token, TaskProgress& progress, std::vector<Place>& done)
{
    std::optional<Error> failed;
    const auto judge = [&](const std::vector<PartitionCode>& codes) {
        for (const PartitionCode& one : codes) {
            if (one.code == wire::kNone) {
                done.emplace_back(one.topic, one.partition);
            } else if (!failed) {
                failed = errorOfCode(one.code);
                failed->where = client.where();
                failed->detail += u" %1 [%2]"_s.arg(one.topic).arg(one.partition);
            }
        }
    };
    if (!commits.empty()) {
        const auto answer = client.change(node, commitCall(group, commits), token, progress);
        if (!answer)
            return tl::unexpected(answer.error());
        const auto codes = committedOf(*answer);
        if (!codes)
            return tl::unexpected(codes.error());
        judge(*codes);
    }
    if (!without.empty() && !failed) {
        const auto answer = client.change(node, deleteCommitsCall(group, without), token, progress);
        if (!answer)
            return tl::unexpected(answer.error());
        qint16 code = 0;
        const auto codes = deletedCommitsOf(*answer, code);
        if (!codes)
            return tl::unexpected(codes.error());
        if (code != wire::kNone)
            return tl::unexpected(errorOfCode(code));
        judge(*codes);
    }
    return failed ? VoidResult(tl::unexpected(std::move(*failed))) : VoidResult();
}

void commitsBefore(const ResetUndo& undo, const std::vector<Place>* only,
    std::vector<CommitTold>& commits, std::vector<AssignedPartition>& without)
{
    for (const UndoCommit& c : undo.commits) {
        if (only
            && std::find(only->begin(), only->end(), Place(c.topic, c.partition)) == only->end())
            continue;
        if (c.offset)
            commits.push_back(commitAt(c.topic, c.partition, *c.offset, c.leaderEpoch, c.metadata));
        else
            without.push_back({c.topic, c.partition});
    }
}

Result<ResetPlan> planMove(KafkaClient& client, const ResetRequest& request, const Token& token)
{
    ResetPlan plan;
    plan.group = request.group;
    plan.made = QDateTime::currentDateTimeUtc();
    const auto detail = describeGroups(client, {request.group}, token);
    if (!detail)
        return tl::unexpected(detail.error());
    if (detail->front().unreadable)
        return tl::unexpected(*detail->front().unreadable);
    plan.state = detail->front().info.state;
    plan.members = int(detail->front().members.size());
    const auto commits = commitsOfGroup(client, request.group, token);
    if (!commits)
        return tl::unexpected(commits.error());
    auto topics = fetchTopics(client, QStringList{request.topic}, token);
    if (!topics)
        return tl::unexpected(topics.error());
    if (topics->empty() || topics->front().partitions.empty())
        return tl::unexpected(!topics->empty() && topics->front().problem
                ? *topics->front().problem
                : errorOfCode(wire::kUnknownTopicOrPartition));
    if (!request.partitions.empty())
        std::erase_if(topics->front().partitions, [&](const PartitionInfo& part) {
            return std::find(request.partitions.begin(), request.partitions.end(), part.id)
                == request.partitions.end();
        });
    const auto bounds = fetchBounds(client, *topics, Isolation::Uncommitted, token);
    if (!bounds)
        return tl::unexpected(bounds.error());
    std::vector<OffsetAnswer> times;
    if (request.to == ResetRequest::To::Time) {
        std::vector<OffsetAsk> asks;
        const qint64 ms = std::max<qint64>(0, request.time.toMSecsSinceEpoch());
        for (const PartitionOffsets& one : *bounds)
            asks.push_back({one.topic, one.partition, ms});
        auto told = fetchOffsets(client, asks, Isolation::Uncommitted, token);
        if (!told)
            return tl::unexpected(told.error());
        times = std::move(*told);
    }
    std::vector<FirstAsk> asks;
    for (size_t i = 0; i < bounds->size(); ++i) {
        const PartitionOffsets& one = (*bounds)[i];
        ResetStep step;
        step.topic = one.topic;
        step.partition = one.partition;
        step.problem = one.problem;
        if (!times.empty() && times[i].problem)
            step.problem = times[i].problem;
        if (const auto commit = commits->find({one.topic, one.partition});
            commit != commits->end()) {
            step.committed = commit->second.offset;
            step.metadata = commit->second.metadata;
            step.leaderEpoch = commit->second.leaderEpoch;
        } else if (request.to == ResetRequest::To::Shift) {
            // A first commit somewhere would leave out all that lies before it.
            ++plan.uncommitted;
            continue;
        }
        step.begin = one.begin.value_or(0);
        step.end = one.end.value_or(0);
        const qint64 wanted = wantedOf(request, step, times.empty() ? nullptr : &times[i]);
        step.target = std::clamp(wanted, step.begin, std::max(step.begin, step.end));
        step.clipped = step.target != wanted;
        asks.push_back({step.topic, step.partition, step.target, step.end});
        plan.steps.push_back(std::move(step));
    }
    // The record there is told where it can be read; without it the plan still holds.
    if (const auto found = firstMessages(client, asks, kShownKey, token)) {
        for (size_t i = 0; i < found->size(); ++i) {
            if (const auto& message = (*found)[i]) {
                plan.steps[i].key = message->key;
                if (message->timestamp >= 0)
                    plan.steps[i].timestamp = message->timestamp;
            }
        }
    }
    return plan;
}

std::vector<CommitTold> commitsOfPlan(const ResetPlan& plan)
{
    std::vector<CommitTold> out;
    for (const ResetStep& s : plan.steps)
        out.push_back(commitAt(s.topic, s.partition, s.target, -1, {}));
    return out;
}

Result<Text> moveGroup(KafkaClient& client, const ResetPlan& plan, const QString& cluster,
    const QString& undoFile, const Token& token, TaskProgress& progress)
{
    if (const auto may = client.mayWrite(); !may)
        return tl::unexpected(may.error());
    if (plan.members > 0)
        return tl::unexpected(awake(client.where(), plan.members));
    if (!plan.isPossible())
        return fail(Error::Kind::Refused, {}, client.where(),
            PH_TEXT("streams", "The dry run found partitions that cannot be moved now."),
            u"guard"_s);
    const auto node = coordinatorOfResting(client, plan.group, token);
    if (!node)
        return tl::unexpected(node.error());
    const auto now = commitsOfGroup(client, plan.group, token);
    if (!now)
        return tl::unexpected(now.error());
    for (const ResetStep& step : plan.steps) {
        const auto commit = now->find({step.topic, step.partition});
        const auto offset
            = commit == now->end() ? std::optional<qint64>() : std::optional(commit->second.offset);
        if (offset != step.committed)
            return tl::unexpected(movedOn(client.where(), step.topic, step.partition));
    }
    const ResetUndo undo = undoOf(plan, cluster);
    if (const auto file = saved(undoFile, writtenUndo(undo), client.where()); !file)
        return tl::unexpected(file.error());
    std::vector<Place> done;
    const auto moved
        = applyMove(client, *node, plan.group, commitsOfPlan(plan), {}, token, progress, done);
    if (!moved && !done.empty()) { // no partition stays half done: those taken go back
        std::vector<CommitTold> commits;
        std::vector<AssignedPartition> without;
        commitsBefore(undo, &done, commits, without);
        std::vector<Place> back;
        if (!applyMove(client, *node, plan.group, commits, without, token, progress, back)) {
            Error half = moved.error();
            half.hint = PH_TEXT("streams",
                "Some partitions were moved and could not be moved back. Take the reset back from "
                "its undo file.");
            return tl::unexpected(std::move(half));
        }
    }
    if (!moved)
        return tl::unexpected(moved.error());
    return PH_PLURAL("streams", "%n partition(s) moved").plural(int(plan.steps.size()));
}

Result<Text> moveGroupBack(
    KafkaClient& client, const ResetUndo& undo, const Token& token, TaskProgress& progress)
{
    if (const auto may = client.mayWrite(); !may)
        return tl::unexpected(may.error());
    const auto node = coordinatorOfResting(client, undo.group, token);
    if (!node)
        return tl::unexpected(node.error());
    const auto now = commitsOfGroup(client, undo.group, token);
    if (!now)
        return tl::unexpected(now.error());
    // What is back already stays: a way back that stopped halfway can be gone once more.
    std::vector<Place> still;
    bool anyMoved = false;
    bool anyThere = false;
    for (const UndoCommit& c : undo.commits) {
        const auto commit = now->find({c.topic, c.partition});
        const auto offset
            = commit == now->end() ? std::optional<qint64>() : std::optional(commit->second.offset);
        anyMoved = anyMoved || c.offset != c.movedTo;
        anyThere = anyThere || (c.offset != c.movedTo && offset == c.movedTo);
        if (offset == c.movedTo)
            still.emplace_back(c.topic, c.partition);
        else if (offset != c.offset)
            return fail(Error::Kind::Conflict, u"%1 [%2]"_s.arg(c.topic).arg(c.partition),
                client.where(),
                PH_TEXT("streams",
                    "The group has read on since: taking the reset back would "
                    "lose that."),
                u"guard"_s);
    }
    if (anyMoved && !anyThere)
        return fail(Error::Kind::Conflict, undo.group, client.where(),
            PH_TEXT("streams", "This reset was taken back already."), u"guard"_s);
    std::vector<CommitTold> commits;
    std::vector<AssignedPartition> without;
    commitsBefore(undo, &still, commits, without);
    std::vector<Place> done;
    const auto back = applyMove(client, *node, undo.group, commits, without, token, progress, done);
    if (!back)
        return tl::unexpected(back.error());
    return PH_PLURAL("streams", "%n partition(s) moved back").plural(int(still.size()));
}

} // namespace pilothouse::streams
