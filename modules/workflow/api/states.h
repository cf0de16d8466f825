// SPDX-License-Identifier: GPL-3.0-or-later
// The states of runs and tasks: the server's own words, kept as they came.
#pragma once

#include <QHash>
#include <QString>

#include <array>

namespace pilothouse::workflow
{

// A word of the server ("up_for_retry"); a null state is "no_status". A word this version does not
// know stays as it is and is shown as unknown. Words are shared: stateWord() gives one copy each.
using StateWord = QString;

// What a state means for waiting and polling; `Unknown` for a word that is new to us.
enum class Phase { Unknown, Waiting, Active, Done };

StateWord stateWord(QStringView word); // empty: "no_status"
Phase phaseOf(const StateWord& word);
// success, failed, upstream_failed, skipped, removed: nothing more comes by itself.
inline bool isFinal(const StateWord& word)
{
    return phaseOf(word) == Phase::Done;
}
// The fourteen words in the order of the legend.
const std::array<StateWord, 14>& taskStates();
// Which of two states a group shows: the one to look at first (failed before running …).
StateWord worseOf(const StateWord& a, const StateWord& b);

} // namespace pilothouse::workflow
