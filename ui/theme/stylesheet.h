// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one style sheet of the application, written from the tokens of the theme in force.

#include "ui/theme/tokens.h"

#include <QtCore/QString>

namespace pilothouse::ui
{

class Theme;

// What the sheet knows, as dynamic properties (set them with setLook):
//   QPushButton  variant = primary | quiet | destructive | link; size = small
//   QToolButton  variant = quiet (default look) | outlined | segment; position = first|middle|last
//   any widget   plate = the name of a neutral token (background)
//   QLabel       tone = the name of a token of text, status or environment
//   QFrame       variant = panel | card | code | errorBox | warnBox | hline | vline
//   QLineEdit    variant = bare (no frame: inside a search field); state = error
inline constexpr Token firstPlate = Token::Ground;
inline constexpr Token lastPlate = Token::LineStrong;
inline constexpr Token firstTone = Token::Text;
inline constexpr Token lastTone = Token::EnvSandbox;
[[nodiscard]] QString buildStyleSheet(const Theme& theme);

} // namespace pilothouse::ui
