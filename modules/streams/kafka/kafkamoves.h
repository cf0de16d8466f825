// SPDX-License-Identifier: GPL-3.0-or-later
// Moving a group's offsets: the dry run, the commit of all partitions in one request, and the way
// back. Lane side.
#pragma once

#include "streams/api/resetundo.h"
#include "streams/kafka/kafkaclient.h"
#include "streams/kafka/wiregroups.h"

namespace pilothouse::streams
{

using Place = std::pair<QString, int>; // topic and partition

// The one who coordinates it, when nobody is in the group; Conflict else.
Result<int> coordinatorOfResting(KafkaClient& client, const QString& group, const Token& token);
// What it has committed; places without a commit are not there.
Result<std::map<Place, CommitTold>> commitsOfGroup(
    KafkaClient& client, const QString& group, const Token& token);
// Commits these and takes those away; an error names the first partition that was not taken, `done`
// those that were.
VoidResult applyMove(KafkaClient& client, int node, const QString& group,
    const std::vector<CommitTold>& commits, const std::vector<AssignedPartition>& without,
    const Token& token, TaskProgress& progress, std::vector<Place>& done);

// What was there before a reset; of `only` these places when it is not null.
void commitsBefore(const ResetUndo& undo, const std::vector<Place>* only,
    std::vector<CommitTold>& commits, std::vector<AssignedPartition>& without);
std::vector<CommitTold> commitsOfPlan(const ResetPlan& plan);

Result<ResetPlan> planMove(KafkaClient& client, const ResetRequest& request, const Token& token);
// Looks once more, writes the undo file, commits. `cluster`: EntityId namespace.
Result<Text> moveGroup(KafkaClient& client, const ResetPlan& plan, const QString& cluster,
    const QString& undoFile, const Token& token, TaskProgress& progress);
Result<Text> moveGroupBack(
    KafkaClient& client, const ResetUndo& undo, const Token& token, TaskProgress& progress);

} // namespace pilothouse::streams
