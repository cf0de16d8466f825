// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Lineage: which object feeds which.
#pragma once

#include "core/call.h"
#include "core/entityid.h"

#include <vector>

namespace pilothouse
{

struct LineageEdge {
    EntityId from;
    EntityId to;
    QString kind; // "view", "function", "group", "foreign-key"
    QString rateMetric; // metric id of its rate, empty when there is none
    bool operator==(const LineageEdge&) const = default;
};

class LineageFacet
{
public:
    virtual ~LineageFacet() = default;
    // Edges within `hops` of the entity; an empty entity name asks for all edges of the service.
    virtual Call<std::vector<LineageEdge>> edges(const EntityId& entity, int hops) = 0;
};

} // namespace pilothouse
