// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Type styles and font families. Copies of Inter and JetBrains Mono are embedded; Chinese and
// Korean come from the system, in an order that follows the interface language because shared code
// points differ.

#include <QtCore/QStringList>
#include <QtGui/QFont>

namespace pilothouse::ui
{

enum class TextStyle {
    Display,
    Kpi,
    Title,
    Heading,
    Body,
    Control,
    ControlStrong, // panel titles
    Cell,
    Caption,
    Micro,
    Mono,
    MonoStrong,
    MonoSmall,
    MonoAxis,
};

// The interface languages: "en", "zh_TW", "ko". Anything else counts as English.
[[nodiscard]] QStringList interfaceFamilies(const QString& language);
[[nodiscard]] QStringList monoFamilies(const QString& language);

// A font of exactly the size in the design language, also for half pixels.
[[nodiscard]] QFont textFont(TextStyle style, const QString& language);
[[nodiscard]] int lineHeight(TextStyle style);

// Adds the embedded faces to the font database once per process; false when one could not be read.
bool loadEmbeddedFonts();

} // namespace pilothouse::ui
