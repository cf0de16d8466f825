// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers on axes and in legends: at most three significant digits. Full precision belongs on
// hover.

#include <QtCore/QString>

namespace pilothouse::ui
{

// 33140 → "33.1k", 0.0042 → "0.0042", NaN → "–".
[[nodiscard]] QString compactNumber(double value);
// 2 412 → "2.36 KB", by steps of 1024.
[[nodiscard]] QString compactBytes(double bytes);

} // namespace pilothouse::ui
