// SPDX-License-Identifier: GPL-3.0-or-later
// Act: a change of a service, with everything the user must see before it is sent.
#pragma once

#include "core/entityid.h"
#include "core/task.h"

#include <functional>
#include <memory>
#include <vector>

namespace pilothouse
{

struct ActEffect {
    QString icon; // icon name
    Text text; // "Rows deleted"
    QString value; // "1,023,118", as counted on the server
    bool operator==(const ActEffect&) const = default;
};

// Shown by Workbench::confirm; `make` builds the task that sends exactly `statement`.
struct Act {
    Text title; // the menu entry: "Truncate…"
    Text question; // the dialog's title
    Text consequence; // one sentence below it
    Text button; // names the act
    QString icon;
    QString service; // service id
    EntityId target;
    QString typedName; // what must be typed on production when destructive
    std::vector<ActEffect> effects;
    QString statement; // the exact statement or request
    QString language; // "sql", "redis": how the statement is coloured
    bool destructive = false;
    std::function<std::unique_ptr<Task>()> make;
};

} // namespace pilothouse
