// SPDX-License-Identifier: GPL-3.0-or-later
// SeriesRing: the points of one metric, bounded in time and number, with gaps marked.
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>
#include <vector>

namespace pilothouse
{

struct SeriesPoint {
    qint64 time = 0; // ms since epoch, UTC
    double value = 0; // a rate per second for counters; NaN marks a gap before the next point
};

class SeriesRing final
{
public:
    enum class Kind { Gauge, Counter };

    explicit SeriesRing(Kind kind = Kind::Gauge, qint64 keepMs = 7'200'000)
        : m_kind(kind)
        , m_keepMs(keepMs)
    {
    }

    // `expectedMs` is the pace asked for: a hole of more than three paces is a gap. A counter that
    // runs backwards (server restarted) starts anew and leaves a gap.
    void add(qint64 time, double value, qint64 expectedMs);
    // What was measured before the first point (in order of time, of counters their rates), from an
    // earlier run. A hole of more than three paces is a gap, so is the one up to the first point.
    void restore(const std::vector<SeriesPoint>& older, qint64 expectedMs);
    std::vector<SeriesPoint> between(qint64 from, qint64 to) const;
    std::optional<double> latest() const;
    size_t size() const { return m_points.size(); }

private:
    Kind m_kind;
    qint64 m_keepMs;
    std::deque<SeriesPoint> m_points;
    std::optional<SeriesPoint> m_last; // as measured, before the rate
};

} // namespace pilothouse
