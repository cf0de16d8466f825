// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a facet's time for what stands beside the brokers: a Connect or a registry that hangs
// does not take the rest of the answer with it.
#pragma once

#include "core/lane.h"

namespace pilothouse::streams
{

inline constexpr milliseconds kRestLimit{2'000};

inline Token tokenWithin(milliseconds limit, const Token& token)
{
    const auto job = std::make_shared<pilothouse::detail::JobState>();
    job->deadline = (Clock::now() + token.remaining(limit)).time_since_epoch().count();
    return Token(job);
}

} // namespace pilothouse::streams
