// SPDX-License-Identifier: GPL-3.0-or-later
// The watch of a runtime: made, asked and closed only by the runtime.
#pragma once

#include "core/runtime.h"

namespace pilothouse::detail
{

std::shared_ptr<Watch> makeWatch();

// Waits for all tracked threads, at most `limit`, then lets the watch end by itself.
void closeWatch(const std::shared_ptr<Watch>& watch, milliseconds limit);

int liveThreads(const std::shared_ptr<Watch>& watch);

} // namespace pilothouse::detail
