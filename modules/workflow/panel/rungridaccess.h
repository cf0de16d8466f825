// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive technology sees of the runs grid: a table of the cells on screen, each with its
// task, run and state as words.
#pragma once

namespace pilothouse::workflow
{

class RunGrid;

void installGridAccess(); // once per process; called by the grid
// The child of the grid's interface that stands for a cell; row -1: the run itself.
int gridAccessChild(const RunGrid& grid, int row, int column);

} // namespace pilothouse::workflow
