// SPDX-License-Identifier: GPL-3.0-or-later
// Partitions as they are typed: "0, 3, 7-9"; empty means all. Pure.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace pilothouse::streams
{

// Sorted, each once; none when it is not a list of partitions.
std::optional<std::vector<int>> readPartitions(const QString& text);
QString partitionText(const std::vector<int>& partitions);

} // namespace pilothouse::streams
