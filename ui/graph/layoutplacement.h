// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The second half of placement: where layers stand, and room for what is pinned or has no edges.

#include "ui/graph/layoutlevel.h"

namespace pilothouse::ui::layered
{

void placeLayers(Work& work); // starts and widths
// Corners of all items: keeps clear of pins, adds what stands apart, brings everything to zero.
void writeItems(Work& work, LevelResult& result);

} // namespace pilothouse::ui::layered
