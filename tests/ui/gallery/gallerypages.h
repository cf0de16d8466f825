// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages of the gallery: each a widget with sample values, made only of our own controls.

#include <QtWidgets/QWidget>

namespace pilothouse::gallery
{

QWidget* componentsPage();
QWidget* statesPage();
QWidget* confirmPage(); // shows its dialog over itself once it is visible

} // namespace pilothouse::gallery
