// SPDX-License-Identifier: GPL-3.0-or-later
// What the server or libpq says, as an Error. The words stay verbatim; the kind comes from
// SQLSTATE.
#pragma once

#include "core/error.h"
#include "database/postgres/handles.h"

#include <QString>

namespace pilothouse::database::postgres
{

Error::Kind kindOfState(const QString& sqlState);

// Of a result with PGRES_FATAL_ERROR; `connection` tells whether the session is still there.
Error errorOf(const PGresult* result, const QString& service);
// Of a connection that broke or did not come up (made with PQERRORS_VERBOSE until it is up).
Error connectionError(const PGconn* connection, const QString& service, bool connecting);
// Of a message and a SQLSTATE, as libpqxx throws them.
Error errorOf(const QString& message, const QString& sqlState, const QString& service);

// 0-based position in the statement that was sent; -1: none.
int positionOf(const PGresult* result);

} // namespace pilothouse::database::postgres
