// SPDX-License-Identifier: GPL-3.0-or-later
// What a journal holds: a snapshot of a document with its history, then what happened since, one
// line of JSON each. A last line that is cut is as if it had not been written. Pure.
#pragma once

#include "pipelines/session/edithistory.h"

#include <QByteArray>

#include <variant>

namespace pilothouse::pipelines
{

struct JournalSnapshot {
    QString file; // empty: not saved anywhere yet
    NamedText text; // of the document at `position`
    Layout layout;
    std::vector<EditStep> steps;
    int position = 0;
    std::optional<EditHistory::Mark> saved;
    QByteArray disk; // hash of the file as it was known; empty: there was none
    bool operator==(const JournalSnapshot&) const = default;
};

struct JournalStep {
    EditStep step;
    bool merged = false; // takes the place of the last one
};
struct JournalUndo {
};
struct JournalRedo {
};
struct JournalSaved { // also: what is on the disk is now known to be something else
    QByteArray disk;
    std::optional<EditHistory::Mark> saved;
};
using JournalRecord
    = std::variant<JournalSnapshot, JournalStep, JournalUndo, JournalRedo, JournalSaved>;

QByteArray lineOf(const JournalRecord& record);

// None: no snapshot at its head.
struct JournalContent {
    JournalSnapshot snapshot;
    std::vector<JournalRecord> since;
    qsizetype size = 0; // of what could be read
};
std::optional<JournalContent> readJournal(const QByteArray& bytes);

// Leaves out the oldest steps, so that the rest is written in about `most` bytes.
void bound(JournalSnapshot& snapshot, qsizetype most);

} // namespace pilothouse::pipelines
