// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Events: what happened on a service, with its cause where the service knows it.
#pragma once

#include "core/call.h"
#include "core/entityid.h"

#include <vector>

namespace pilothouse
{

struct Event {
    enum class Severity { Info, Warning, Error };

    QString id; // stable: an event seen twice is one event
    QDateTime begin;
    std::optional<QDateTime> end; // none: a moment, or still going on (see `ongoing`)
    bool ongoing = false;
    Severity severity = Severity::Info;
    QString kind; // stable word, e.g. "lock-wait", "deadlock", "slow-statement"
    Text title;
    QString detail; // the service's own words
    EntityId entity;
    std::optional<EntityId> cause;
    bool operator==(const Event&) const = default;
};

struct EventPage {
    std::vector<Event> events;
    QString cursor; // hand back at the next call
    bool more = false;
};

class EventsFacet
{
public:
    virtual ~EventsFacet() = default;
    virtual Call<EventPage> since(const QDateTime& from, const QString& cursor, int limit) = 0;
};

} // namespace pilothouse
