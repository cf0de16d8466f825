// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Health: is the service well, by its own answer.
#pragma once

#include "core/call.h"

namespace pilothouse
{

struct HealthReport {
    enum class State { Unknown, Healthy, Degraded, Failing };

    State state = State::Unknown;
    milliseconds latency{0};
    QString version; // as the server says it, e.g. "PostgreSQL 15.20"
    Text text; // why it is degraded; empty when healthy
    bool operator==(const HealthReport&) const = default;
};

class HealthFacet
{
public:
    virtual ~HealthFacet() = default;
    // An error means failing; the sampler turns it into a report.
    virtual Call<HealthReport> probe() = 0;
};

} // namespace pilothouse
