// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one style sheet of the application, written from the tokens of the theme in force.

#include <QtCore/QString>

namespace pilothouse::ui
{

class Theme;

// What the sheet knows, as dynamic properties (set them with setLook):
//   QPushButton  variant = primary | quiet | destructive | link; size = small
//   QToolButton  variant = quiet (default look) | outlined | segment; position = first|middle|last
//   any widget   plate = a token name (background); tone = a token name (text of a label)
//   QFrame       variant = panel | card | code | errorBox | warnBox | hline | vline
//   QLineEdit    variant = bare (no frame: inside a search field); state = error
[[nodiscard]] QString buildStyleSheet(const Theme& theme);

} // namespace pilothouse::ui
