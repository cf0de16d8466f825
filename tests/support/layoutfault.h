// SPDX-License-Identifier: GPL-3.0-or-later
// Whether all parts of a panel have the room they need.
#pragma once

#include <QString>

class QWidget;

namespace pilothouse::test
{

// What is wrong: a part outside the panel, narrower than its words, or over another one; empty when
// all is well. What lies in a scroll area is reached by scrolling and not looked at.
QString layoutFault(const QWidget& panel);

} // namespace pilothouse::test
