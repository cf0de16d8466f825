// SPDX-License-Identifier: GPL-3.0-or-later
// ScanPace: how many keys one step of a walk may visit so that the server is busy for about the
// aimed time. Pure.
#pragma once

#include <algorithm>

namespace pilothouse::queue
{

class ScanPace final
{
public:
    static constexpr int kFirst = 100;
    static constexpr int kLeast = 10;
    static constexpr int kMost = 600; // above this the step gets longer, the walk not faster
    // Half of what a step may take: the cost is a mean, and the dearest of a thousand steps is to
    // stay near a millisecond as well.
    static constexpr double kAimMs = 0.5;

    explicit ScanPace(double aimMs = kAimMs)
        : m_aimMs(aimMs)
    {
    }

    int count() const { return m_count; }
    double stepMs() const { return m_costMs * m_count; }

    // Steps with this COUNT took the server so long, on average. Slower at once, faster by little:
    // a step that is too long hurts others, one that is too short only us.
    void record(int count, double ms)
    {
        if (count <= 0 || ms < 0)
            return;
        const double cost = ms / count;
        m_costMs = m_costMs <= 0 || cost > m_costMs ? cost : 0.7 * m_costMs + 0.3 * cost;
        const double wanted = m_costMs > 0 ? m_aimMs / m_costMs : kMost;
        const double bounded = std::min(wanted, m_count * 1.5);
        m_count = std::clamp(int(bounded), kLeast, kMost);
    }

private:
    const double m_aimMs;
    double m_costMs = 0; // per COUNT
    int m_count = kFirst;
};

} // namespace pilothouse::queue
