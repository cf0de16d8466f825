// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Actions: what can be done to an entity from anywhere (palette, map, timeline).
#pragma once

#include "core/act.h"
#include "core/call.h"

namespace pilothouse
{

class ActionsFacet
{
public:
    virtual ~ActionsFacet() = default;
    // Acts with their effects already counted; empty when there is nothing to do.
    virtual Call<std::vector<Act>> forEntity(const EntityId& entity) = 0;
};

} // namespace pilothouse
