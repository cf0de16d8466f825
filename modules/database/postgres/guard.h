// SPDX-License-Identifier: GPL-3.0-or-later
// The write guard: what may be sent while the write gate does not allow writes. Allow-lists only.
// The first half is pure (the kind of statement), the second asks the server's catalogue what the
// names in it would call; nothing of the statement is planned or run for that. Where somebody gave
// a function the name of one of the server's, or made a cast, the server is asked what it would
// take.
#pragma once

#include "database/api/statement.h"
#include "database/postgres/connection.h"

namespace pilothouse::database::postgres
{

// Why it is refused; empty: the kind is one of those that only read.
std::optional<Text> refusalOfKind(const Statement& statement);

// Whether the role could change anything in this database, by its own rights.
Result<bool> roleMayWrite(Connection& connection, const Token& token);

// Both halves, refused with code "guard" when a name in the statement could call something that is
// not known to be harmless: directly, as an attribute, by an operator or a cast, or inside a view
// or a row policy. Each statement alone: BEGIN READ ONLY and one query in it come first, so that
// the mode cannot be switched any more. `end` is always called afterwards.
VoidResult checkReadOnly(Connection& connection, const Statement& statement, const Token& token);
VoidResult beginReadOnly(Connection& connection, const Token& token);
void endReadOnly(Connection& connection);

Error guardRefusal(Text reason, const QString& service);

} // namespace pilothouse::database::postgres
