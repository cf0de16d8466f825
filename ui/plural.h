// SPDX-License-Identifier: GPL-3.0-or-later
// Which form of a text a count takes.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace pilothouse::ui
{

// For tr(text, nullptr, …); the text itself says the count as %1, in the user's digits.
inline int pluralOf(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

} // namespace pilothouse::ui
