// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Chinese and Korean text as light as its designers drew it; stems.cpp says why it must.
#pragma once

namespace pilothouse::ui
{

// Does nothing by itself: whoever calls it has the object file linked in.
void keepStemsAsDrawn();

} // namespace pilothouse::ui
