// SPDX-License-Identifier: GPL-3.0-or-later
// Wiring: edges between tasks as the fewest readable lines, `a >> [b, c] >> d`. Pure.
#pragma once

#include <QStringList>

#include <utility>
#include <vector>

namespace pilothouse::pipelines
{

// Edges by variable names, each once; lines in the order of the edges, none wider than `width`
// unless it could not be shorter.
QStringList wiringLines(const std::vector<std::pair<QString, QString>>& edges, int width);

} // namespace pilothouse::pipelines
