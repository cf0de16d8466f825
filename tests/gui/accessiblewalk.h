// SPDX-License-Identifier: GPL-3.0-or-later
// Walks what assistive technology sees of a window and says what is wrong with it.
#pragma once

#include <QStringList>
#include <QWidget>

namespace pilothouse::test
{

// One line per control that has no name, or that no key reaches. Invisible and disabled ones are
// not looked at; views are asked for at most `children` of their items.
QStringList accessibleProblems(QWidget* root, int children = 60);

// How many controls the last walk looked at: a walk over nothing proves nothing.
int accessibleControlsSeen();

} // namespace pilothouse::test
