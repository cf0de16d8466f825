// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of what differs between two versions, on the scene of both.
#pragma once

#include "pipelines/diff/comparison.h"
#include "ui/graph/graphscene.h"

namespace pilothouse::pipelines
{

// What is created, changed and removed has its sign; edges that come or go are dashed.
void putChanges(ui::GraphScene& scene, const Changes& changes);

} // namespace pilothouse::pipelines
