// SPDX-License-Identifier: GPL-3.0-or-later
// WrittenBox: what became of each message of an act, put in on the lane and taken out on the GUI
// thread. Thread-safe.
#pragma once

#include "streams/api/acts.h"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace pilothouse::streams
{

class WrittenBox final
{
public:
    // For ProduceRequest and ReplayRequest; keeps the box alive as long as the act.
    static std::function<void(const Written&)> listener(const std::shared_ptr<WrittenBox>& box)
    {
        return [box](const Written& one) {
            const std::lock_guard lock(box->m_mutex);
            box->m_told.push_back(one);
        };
    }
    std::vector<Written> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_told, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Written> m_told;
};

} // namespace pilothouse::streams
