// SPDX-License-Identifier: GPL-3.0-or-later
// EXPLAIN: the statement that is sent, and its JSON answer as a tree. The first half is pure.
#pragma once

#include "database/api/plan.h"
#include "database/api/query.h"
#include "database/api/statement.h"
#include "database/postgres/connection.h"

namespace pilothouse::database::postgres
{

QByteArray explainText(const QString& statement, bool analyze, int serverVersion);
// The answer of EXPLAIN (FORMAT JSON).
Result<Plan> parsePlan(const QByteArray& json, const QString& service);

// Lane thread. Guards, runs and parses.
Result<Plan> explainOn(Connection& connection, const QString& text, const Params& params,
    ExplainMode mode, const Token& token);

} // namespace pilothouse::database::postgres
