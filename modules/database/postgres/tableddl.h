// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that make a table or view again, with indexes, triggers, policies, comments and
// what else belongs to it; owner and privileges are not part of it. Lane thread.
#pragma once

#include "database/api/relation.h"
#include "database/postgres/metalane.h"

namespace pilothouse::database::postgres
{

QString quotedName(const ObjectRef& object); // schema.name

Result<QString> tableDdl(Meta& meta, const RelationDetails& details, const Token& token);
Result<QString> viewDdl(Meta& meta, const RelationDetails& details, const Token& token);

} // namespace pilothouse::database::postgres
