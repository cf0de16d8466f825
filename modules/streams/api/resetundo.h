// SPDX-License-Identifier: GPL-3.0-or-later
// The file an offset reset leaves behind so that it can be taken back: JSON, schema 1. Pure.
#pragma once

#include "streams/api/groups.h"

namespace pilothouse::streams
{

struct UndoCommit {
    QString topic;
    int partition = 0;
    std::optional<qint64> offset; // none: there was no commit
    QString metadata;
    int leaderEpoch = -1;
    qint64 movedTo = 0; // what the reset committed
    bool operator==(const UndoCommit&) const = default;
};
struct ResetUndo {
    QString cluster; // EntityId namespace
    QString group;
    QDateTime made; // UTC
    std::vector<UndoCommit> commits;
    bool operator==(const ResetUndo&) const = default;
};

ResetUndo undoOf(const ResetPlan& plan, const QString& cluster);
QByteArray writtenUndo(const ResetUndo& undo);
// Refused for what is not such a file.
Result<ResetUndo> readUndo(const QByteArray& json);

} // namespace pilothouse::streams
