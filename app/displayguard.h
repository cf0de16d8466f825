// SPDX-License-Identifier: GPL-3.0-or-later
// DisplayGuard: while it lives, what Qt cannot go on without ends the program with NoDisplay and a
// sentence, instead of an abort and Qt's advice to install the program again.
#pragma once

#include <QtGlobal>

namespace pilothouse::app
{

// Lives while the QApplication is made. What Qt warns of meanwhile is printed when it goes. One at
// a time: Qt has one message handler.
class DisplayGuard final
{
    Q_DISABLE_COPY_MOVE(DisplayGuard)

public:
    DisplayGuard();
    ~DisplayGuard();
};

} // namespace pilothouse::app
