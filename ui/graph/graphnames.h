// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where names are cut: what tells a node from its neighbours stays visible, be it at the end.

#include "ui/graph/graphscene.h"

namespace pilothouse::ui
{

// By node: the first character that tells its title from every other one in the same group, or the
// begin of the word around it. 0: the first one does.
[[nodiscard]] std::vector<int> differingPlaces(const GraphScene& scene);

// What is left of a name: its first `head` characters, dots if `gap`, those from `from` up to `to`,
// dots if `open`.
struct CutName {
    int head = 0;
    int from = 0;
    int to = 0;
    bool gap = false;
    bool open = false;
    bool operator==(const CutName&) const = default;
};

// `ends`: how wide the first 1, 2, 3 … characters are; `dots`: an ellipsis.
[[nodiscard]] CutName cutName(
    const std::vector<double>& ends, double room, double dots, int differs);

} // namespace pilothouse::ui
