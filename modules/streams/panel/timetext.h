// SPDX-License-Identifier: GPL-3.0-or-later
// A moment as it is typed: "2026-03-17 13:40", "13:40:05.250", "-2 h", "3 d ago". Pure.
#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace pilothouse::streams
{

// UTC; none when it is not a time. A clock without a date is today's in `zone`; a duration counts
// back from `now`: ms, s, m, h, d, w.
std::optional<QDateTime> readTime(const QString& text, const QTimeZone& zone, const QDateTime& now);
// "2026-03-17 13:40:00.000", as readTime takes it.
QString timeText(const QDateTime& time, const QTimeZone& zone);
// "UTC+8"
QString zoneText(const QTimeZone& zone, const QDateTime& at);

} // namespace pilothouse::streams
