// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/api/states.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

const std::array<StateWord, 14>& taskStates()
{
    static const std::array<StateWord, 14> kWords{u"success"_s, u"failed"_s, u"running"_s,
        u"restarting"_s, u"queued"_s, u"scheduled"_s, u"deferred"_s, u"awaiting_input"_s,
        u"up_for_retry"_s, u"up_for_reschedule"_s, u"upstream_failed"_s, u"skipped"_s, u"removed"_s,
        u"no_status"_s};
    return kWords;
}

StateWord stateWord(QStringView word)
{
    const auto& words = taskStates();
    if (word.isEmpty())
        return words.back();
    const auto it = std::find(words.begin(), words.end(), word);
    return it == words.end() ? word.toString() : *it;
}

Phase phaseOf(const StateWord& word)
{
    static const QHash<QString, Phase> kPhases{{u"success"_s, Phase::Done},
        {u"failed"_s, Phase::Done}, {u"upstream_failed"_s, Phase::Done},
        {u"skipped"_s, Phase::Done}, {u"removed"_s, Phase::Done}, {u"running"_s, Phase::Active},
        {u"restarting"_s, Phase::Active}, {u"queued"_s, Phase::Waiting},
        {u"scheduled"_s, Phase::Waiting}, {u"deferred"_s, Phase::Waiting},
        {u"awaiting_input"_s, Phase::Waiting}, {u"up_for_retry"_s, Phase::Waiting},
        {u"up_for_reschedule"_s, Phase::Waiting}, {u"no_status"_s, Phase::Waiting}};
    return kPhases.value(word, Phase::Unknown);
}

StateWord worseOf(const StateWord& a, const StateWord& b)
{
    // Unknown words come first: what is not understood must not be hidden behind a success.
    static const std::array<StateWord, 14> kRank{u"failed"_s, u"upstream_failed"_s,
        u"up_for_retry"_s, u"up_for_reschedule"_s, u"awaiting_input"_s, u"restarting"_s,
        u"running"_s, u"deferred"_s, u"queued"_s, u"scheduled"_s, u"no_status"_s, u"success"_s,
        u"skipped"_s, u"removed"_s};
    const auto rank = [](const StateWord& word) {
        const auto it = std::find(kRank.begin(), kRank.end(), word);
        return it == kRank.end() ? -1 : int(it - kRank.begin());
    };
    return rank(b) < rank(a) ? b : a;
}

} // namespace pilothouse::workflow
