// SPDX-License-Identifier: GPL-3.0-or-later
// Which way a lag goes, from its last two minutes. Pure.
#pragma once

#include "core/call.h"
#include "core/seriesring.h"

#include <optional>
#include <vector>

namespace pilothouse::streams
{

struct LagTrend {
    enum class Way { Unknown, Steady, Grows, Shrinks };

    Way way = Way::Unknown;
    double perSecond = 0; // messages; negative while it shrinks
    std::optional<milliseconds> drained; // when nothing is left, if it goes on like this
    bool operator==(const LagTrend&) const = default;
};

// `points` by time; what lies before a gap is not looked at.
LagTrend trendOf(const std::vector<SeriesPoint>& points);
// Since when something is behind: ms since 1970, UTC. None: nothing is, or the points do not reach
// back to when nothing was.
std::optional<qint64> behindSince(const std::vector<SeriesPoint>& points);

} // namespace pilothouse::streams
