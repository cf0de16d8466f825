// SPDX-License-Identifier: GPL-3.0-or-later
// Colours and fonts of an editor from the theme's tokens; QScintilla does not follow the palette.
#pragma once

#include "ui/editor/codeeditor.h"

namespace pilothouse::ui
{

class Theme;

// Paper, caret, margins, selection, brackets and the lexer of the language (none when not
// coloured).
void dressEditor(QsciScintilla& edit, CodeLanguage language, bool coloured, const Theme& theme);

inline constexpr int kErrorIndicator = 8;
inline constexpr int kErrorMarker = 1;

} // namespace pilothouse::ui
