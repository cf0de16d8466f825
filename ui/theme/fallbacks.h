// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts where only a family's name is known, as in QScintilla.
#pragma once

class QString;

namespace pilothouse::ui
{

// What stands in for our mono face where it has no sign. In typography.cpp.
void setFallbacks(const QString& language);

} // namespace pilothouse::ui
