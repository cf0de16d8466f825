// SPDX-License-Identifier: GPL-3.0-or-later
// A span of time; both ends in UTC, `to` exclusive.
#pragma once

#include <QDateTime>

namespace pilothouse
{

struct TimeRange {
    QDateTime from;
    QDateTime to;

    bool isValid() const { return from.isValid() && to.isValid() && from < to; }
    bool contains(const QDateTime& t) const { return t >= from && t < to; }
    bool operator==(const TimeRange&) const = default;
};

} // namespace pilothouse
