// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as documents write them: "90s", "15m", "2h", "1d", "1h30m". Pure, any thread.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace pilothouse::pipelines
{

enum class DurationUnit { Seconds, Minutes, Hours, Days };

// Amounts with their units as written; none: it is no duration. A bare number is seconds.
std::optional<std::vector<std::pair<QString, DurationUnit>>> durationParts(QStringView text);
std::optional<double> durationSeconds(QStringView text);

} // namespace pilothouse::pipelines
