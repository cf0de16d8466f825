// SPDX-License-Identifier: GPL-3.0-or-later
// Acts: one statement each, confirmed, audited and gated. Shared by Admin, Activity and the Actions
// facet.
#pragma once

#include "core/act.h"
#include "core/lane.h"
#include "database/postgres/connection.h"

namespace pilothouse::database::postgres
{

// What one act sends. `before` runs first (SET lock_timeout …); its result is shown when `answers`.
struct ActStatement {
    QByteArray before;
    QByteArray sql;
    bool answersBool = false; // the single value must be true (pg_cancel_backend)
    bool closeAfter = false; // give the connection back at once
};

using ActLane = Lane<Connection>;

// For the audit log.
QString wordOf(Environment environment);

// Fills `act.make`; statement, service and audit come from the rest of the act.
void finishAct(Act& act, const QString& auditWord, ActStatement statement,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> lane);

} // namespace pilothouse::database::postgres
