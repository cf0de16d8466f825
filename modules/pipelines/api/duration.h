// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as documents write them: "90s", "15m", "1h30m", "2d". Pure.
#pragma once

#include <QString>

#include <optional>

namespace pilothouse::pipelines
{

// Seconds; none: not a duration. Units fall from d to s, each at most once, numbers are whole.
std::optional<qint64> durationOf(QStringView text);
// The shortest way to write it: "1h30m"; zero is "0s".
QString durationText(qint64 seconds);

} // namespace pilothouse::pipelines
