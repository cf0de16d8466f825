// SPDX-License-Identifier: GPL-3.0-or-later
// OpenWork: what a panel holds at its service and what is lost with the panel, e.g. a transaction.
// A panel that can hold such work is one of these too; the shell asks it before it closes the tab.
#pragma once

#include <functional>

namespace pilothouse::ui
{

class OpenWork
{
public:
    virtual ~OpenWork() = default;

    virtual bool holdsOpenWork() const = 0;
    // Shows a question and returns at once; `close` is called when the tab may go, or never. Asked
    // again while the question stands, it stays the only one.
    virtual void askToClose(std::function<void()> close) = 0;
};

} // namespace pilothouse::ui
