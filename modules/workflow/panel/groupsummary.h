// SPDX-License-Identifier: GPL-3.0-or-later
// What the tasks of a group come to in one run: how many are in each state, since when, for how
// long, and which of them failed.
#pragma once

#include "workflow/panel/runbook.h"

namespace pilothouse::workflow
{

struct GroupSummary {
    bool isRead = false; // the states of the run; without one then, it is not picked up yet
    int tasks = 0; // of the run; before it is picked up those of the code
    std::vector<std::pair<StateWord, int>> states; // in the order of the legend, unknown words last
    StateWord state; // the worst; empty: none is told
    QDateTime start; // UTC, of the first; invalid: none has started
    QDateTime end; // UTC, of the last; invalid: something of it is still to come
    std::vector<Cell> failed; // worst first: failed, upstream_failed, up_for_retry
    bool operator==(const GroupSummary&) const = default;

    // Null and empty: nothing is known of the run, or of the group.
    static GroupSummary of(const RunEntry* run, const QString& group, const QStringList& tasks);
};

// Of a mapped task how many of its instances failed for good; 0: none, or it is not mapped.
int failedInstances(const Cell& cell);

} // namespace pilothouse::workflow
