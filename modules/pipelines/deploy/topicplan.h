// SPDX-License-Identifier: GPL-3.0-or-later
// What a deploy does to a topic: makes it, adds partitions, changes settings. Never fewer
// partitions, never removed. Pure, any thread.
#pragma once

#include "pipelines/deploy/plantypes.h"

namespace pilothouse::pipelines
{

// Fills change, config, notes and refusals of the unit's plan.
void planTopic(UnitPlan& plan, const std::optional<PresentTopic>& present);

// What the unit's settings say: `partitions` and `replication` (-1: the brokers' default), and the
// broker's own settings (`retention.ms` …), also from `retention` and `cleanup`.
struct WantedTopic {
    int partitions = -1;
    int replication = -1;
    std::map<QString, QString> config;
    bool operator==(const WantedTopic&) const = default;
};
WantedTopic wantedTopic(const Unit& unit);

} // namespace pilothouse::pipelines
