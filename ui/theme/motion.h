// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Fading in and out, by the durations of the theme. Nothing moves with reduced motion, and under
// the offscreen platform only when animateOffscreen() was asked for: pictures and tests see the
// end.

#include "ui/theme/metrics.h"

#include <functional>

class QWidget;

namespace pilothouse::ui
{

// Milliseconds for this widget now; 0: at once.
[[nodiscard]] int motionTime(const QWidget* widget, Motion motion);
void animateOffscreen(bool on); // for tests of motion itself

// The widget is visible, or just about to be; windows fade as a whole. Ends fully opaque.
void fadeIn(QWidget* widget, Motion motion);
// Calls `gone` at the end, at once when nothing moves; never after the widget was destroyed.
void fadeOut(QWidget* widget, Motion motion, std::function<void()> gone);

} // namespace pilothouse::ui
