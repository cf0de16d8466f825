// SPDX-License-Identifier: GPL-3.0-or-later
// OneObject: a panel of one thing, like a table or a document. A link to another thing opens a tab
// of its own instead of taking this one away; what is open already is gone to.
#pragma once

#include "core/entityid.h"

#include <QJsonObject>

namespace pilothouse::ui
{

class OneObject
{
public:
    virtual ~OneObject() = default;

    // It shows what the link leads to, or nothing yet.
    virtual bool isFor(const Link& link) const = 0;
    // It shows what a panel opened with this state would show.
    virtual bool shows(const QJsonObject& state) const
    {
        Q_UNUSED(state)
        return false;
    }
};

} // namespace pilothouse::ui
