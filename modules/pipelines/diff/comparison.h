// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison: two versions of a pipeline as one picture: the later one, and what it left out. Pure.
#pragma once

#include "pipelines/diff/changes.h"

namespace pilothouse::pipelines
{

struct Comparison {
    Pipeline both; // the later version; behind it what only the earlier one has
    Changes changes;
    int created = 0; // nodes
    int changed = 0;
    int removed = 0;
    bool operator==(const Comparison&) const = default;
};

Comparison compared(const Pipeline& before, const Pipeline& after);

} // namespace pilothouse::pipelines
