// SPDX-License-Identifier: GPL-3.0-or-later
// Rates, gaps and forgetting.
#include "core/seriesring.h"

#include <algorithm>
#include <limits>

namespace pilothouse
{

namespace
{
constexpr double kGap = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kPacesToGap = 3;
} // namespace

void SeriesRing::add(qint64 time, double value, qint64 expectedMs)
{
    const auto before = m_last;
    if (before && time <= before->time)
        return;
    m_last = SeriesPoint{time, value};
    const bool hole = before && time - before->time > kPacesToGap * expectedMs;
    if (hole && !m_points.empty())
        m_points.push_back({before->time + 1, kGap});
    if (m_kind == Kind::Gauge) {
        m_points.push_back({time, value});
    } else if (before && !hole) {
        if (value < before->value)
            m_points.push_back({time, kGap});
        else
            m_points.push_back({time,
                (value - before->value) * 1000.0 / static_cast<double>(time - before->time)});
    }
    while (!m_points.empty() && m_points.front().time < time - m_keepMs)
        m_points.pop_front();
}

void SeriesRing::restore(const std::vector<SeriesPoint>& older, qint64 expectedMs)
{
    const bool empty = m_points.empty();
    const qint64 end = empty ? std::numeric_limits<qint64>::max() : m_points.front().time;
    std::deque<SeriesPoint> before;
    for (const SeriesPoint& point : older) {
        if (point.time >= end)
            break;
        if (!before.empty() && point.time <= before.back().time)
            continue;
        if (!before.empty() && point.time - before.back().time > kPacesToGap * expectedMs)
            before.push_back({before.back().time + 1, kGap});
        before.push_back(point);
    }
    if (before.empty())
        return;
    if (empty || end - before.back().time > kPacesToGap * expectedMs)
        before.push_back({before.back().time + 1, kGap});
    m_points.insert(m_points.begin(), before.begin(), before.end());
}

std::vector<SeriesPoint> SeriesRing::between(qint64 from, qint64 to) const
{
    const auto byTime = [](const SeriesPoint& p, qint64 t) {
        return p.time < t;
    };
    const auto first = std::lower_bound(m_points.begin(), m_points.end(), from, byTime);
    const auto last = std::lower_bound(first, m_points.end(), to, byTime);
    return {first, last};
}

std::optional<double> SeriesRing::latest() const
{
    if (m_points.empty() || m_points.back().value != m_points.back().value)
        return {};
    return m_points.back().value;
}

} // namespace pilothouse
