// SPDX-License-Identifier: GPL-3.0-or-later
// UndoFiles: the files offset resets leave behind, kept beside the drafts in the state folder.
#pragma once

#include "core/lane.h"
#include "streams/api/resetundo.h"

namespace pilothouse::streams
{

struct UndoFile {
    QString path;
    ResetUndo undo;
};

class UndoFiles final
{
public:
    // `drafts`: the folder of drafts, whose neighbour this one's is.
    UndoFiles(Runtime& runtime, const QString& drafts);

    QString folder() const { return m_folder; }
    // Where a reset planned at this time (UTC) writes its file.
    QString pathFor(const QString& group, const QDateTime& made) const;
    // Those of this cluster (EntityId namespace), newest first, at most 200. Makes the folder.
    Call<std::vector<UndoFile>> list(const QString& cluster);
    Call<bool> remove(const QString& path);

private:
    const QString m_folder;
    Lane<> m_lane;
};

} // namespace pilothouse::streams
