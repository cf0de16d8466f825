// SPDX-License-Identifier: GPL-3.0-or-later
// What each session did over time, from the samples seen so far; pure, bounded to two hours. What
// was not sampled is a gap.
#pragma once

#include "database/api/activity.h"

#include <QHash>

#include <deque>
#include <vector>

namespace pilothouse::database
{

struct SessionSpan {
    enum class Kind { Active, IdleInTransaction, Waiting };

    Kind kind = Kind::Active;
    QDateTime from;
    QDateTime to; // of the last sample that saw it
    QString text; // what the bar says: command, or relation and holder
    bool operator==(const SessionSpan&) const = default;
};

class SessionHistory final
{
public:
    static constexpr int kKeepSeconds = 7200;
    static constexpr int kGapSeconds = 15; // a longer hole between samples is not filled in

    void add(const ActivitySnapshot& snapshot);
    const std::deque<SessionSpan>& of(int pid) const;
    QDateTime since() const { return m_since; } // first sample
    void clear();

private:
    QHash<int, std::deque<SessionSpan>> m_spans;
    QDateTime m_since;
    QDateTime m_last;
};

} // namespace pilothouse::database
