// SPDX-License-Identifier: GPL-3.0-or-later
// Why a task does not run, or whether it really does: what heartbeats of the server's parts say.
#pragma once

#include "workflow/panel/whynotrunning.h"

namespace pilothouse::workflow
{

class WhyHeartbeats final
{
public:
    static WhyCheck scheduler(const WhyFacts& facts);
    static WhyCheck triggerer(const WhyFacts& facts);
    static std::optional<WhyCheck> origin(const WhyFacts& facts); // of a task that runs
    static bool lookAfter(WhyCheck::Kind kind); // without them nobody notices that a task stopped
    // Of a task that runs, by the server's word; `doubtful`: that word is old.
    static QString sentence(
        const WhyFacts& facts, const std::vector<WhyCheck>& checks, bool& doubtful);
};

} // namespace pilothouse::workflow
