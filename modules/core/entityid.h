// SPDX-License-Identifier: GPL-3.0-or-later
// EntityId: the one name of everything (the OpenLineage pair), and Link: where a jump leads.
#pragma once

#include "core/timerange.h"

#include <QHashFunctions>
#include <QString>

#include <optional>

namespace pilothouse
{

// `ns` comes from the profile (postgres://shop-db), never from the live connection; `name` is the
// object inside it (shop.gold.fct_orders, cache:product:1). An empty name is the service itself.
struct EntityId {
    QString ns;
    QString name;

    bool isEmpty() const { return ns.isEmpty(); }
    bool operator==(const EntityId&) const = default;
    auto operator<=>(const EntityId&) const = default;
};

inline size_t qHash(const EntityId& id, size_t seed = 0)
{
    return qHashMulti(seed, id.ns, id.name);
}

// A jump, a lineage edge's end and a search hit are this one value. `view` names what to show of
// the entity ("locks", "data"); empty: the panel's usual.
struct Link {
    EntityId entity;
    std::optional<TimeRange> range;
    QString view;

    bool operator==(const Link&) const = default;
};

} // namespace pilothouse
