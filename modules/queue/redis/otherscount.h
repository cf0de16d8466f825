// SPDX-License-Identifier: GPL-3.0-or-later
// What others made a counter of the server grow by: the server counts our own commands, too, and a
// walk over a million keys would be the only thing to see in a plot. Pure.
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace pilothouse::queue
{

class OthersCount final
{
public:
    // `total` as the server tells it, `ours` counted when it was sent, both ever growing. What is
    // still on its way counts as arrived, so that the answer may be late but is never too much.
    double take(double total, qint64 ours)
    {
        if (total < m_total) { // the server started again and counts anew
            m_before = ours;
            m_told = 0;
        }
        m_total = total;
        m_told = std::max(m_told, total - static_cast<double>(ours - m_before));
        return m_told;
    }

private:
    double m_total = 0;
    double m_told = 0;
    qint64 m_before = 0; // ours, when the server began to count
};

} // namespace pilothouse::queue
