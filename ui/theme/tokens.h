// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The colours of the design language: one name per role, one value per scheme. Nothing outside
// ui/theme writes a colour; it names a token and asks the theme.

#include <QtCore/QLatin1StringView>
#include <QtGui/QColor>

namespace pilothouse::ui
{

enum class Scheme { Dark, Light };

enum class Token {
    // Neutral plates, from the window frame up to menus.
    Ground,
    Surface,
    Raised,
    Overlay,
    Field,
    Canvas,
    Hover,
    Press,
    Selection,
    Line,
    LineStrong,
    // Text.
    Text,
    Text2,
    Text3,
    TextOff,
    Accent,
    // Status, each followed somewhere below by its soft fill.
    StatusOk,
    StatusWarn,
    StatusError,
    StatusRunning,
    StatusQueued,
    StatusIdle,
    EnvProduction,
    EnvStaging,
    EnvSandbox,
    StatusOkSoft,
    StatusWarnSoft,
    StatusErrorSoft,
    StatusRunningSoft,
    StatusQueuedSoft,
    StatusIdleSoft,
    EnvProductionSoft,
    EnvStagingSoft,
    EnvSandboxSoft,
    // Fills and the text that stands on them.
    AccentFill,
    ErrorFill,
    OnFill,
    AccentSoft,
    Mark,
    OnMark,
    DiffAdd,
    DiffRemove,
    // Data series in the order they are given out.
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    Series7,
    Series8,
    // Code.
    SyntaxKeyword,
    SyntaxString,
    SyntaxNumber,
    SyntaxFunction,
    SyntaxType,
    SyntaxComment,
    // The dialog scrim, the one translucent colour besides plot fills.
    Scrim,
};

inline constexpr int tokenCount = static_cast<int>(Token::Scrim) + 1;
inline constexpr int seriesCount = 8;

// High contrast raises `line.strong` and draws `line` with the normal `line.strong`.
[[nodiscard]] QColor tokenColor(Token token, Scheme scheme, bool highContrast = false);

// The name in the design language, as "line.strong"; also the value of the `tone` and `plate`
// properties the style sheet knows.
[[nodiscard]] QLatin1StringView tokenName(Token token);

// The soft fill that belongs to a status, environment or accent colour; others return themselves.
[[nodiscard]] Token softOf(Token token);

// The token of the n-th series, counted from 0 and wrapping after eight.
[[nodiscard]] Token seriesToken(int index);

// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

} // namespace pilothouse::ui
