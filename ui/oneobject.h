// SPDX-License-Identifier: GPL-3.0-or-later
// OneObject: a panel of one thing of its service, like a table. A link to another thing opens a tab
// of its own instead of taking this one away.
#pragma once

#include "core/entityid.h"

namespace pilothouse::ui
{

class OneObject
{
public:
    virtual ~OneObject() = default;

    // It shows what the link leads to, or nothing yet.
    virtual bool isFor(const Link& link) const = 0;
};

} // namespace pilothouse::ui
