// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes like those of the design: a run of tasks, a pipeline of cards with ports, groups, and the
// generated graph with a state for every node.
#pragma once

#include "tests/ui/graph/graphs.h"
#include "ui/graph/graphscene.h"

namespace pilothouse::test
{

[[nodiscard]] ui::GraphScene runScene();
[[nodiscard]] ui::GraphScene cardScene();
[[nodiscard]] ui::GraphScene groupScene(); // extract → (load: a → b, load.deep: c → d) → report
[[nodiscard]] ui::GraphScene generatedScene(int nodes);

} // namespace pilothouse::test
