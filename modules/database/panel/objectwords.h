// SPDX-License-Identifier: GPL-3.0-or-later
// Words for objects and for what can be done with them; pure.
#pragma once

#include "database/api/admin.h"
#include "database/api/relation.h"

namespace pilothouse::database
{

QString kindWords(ObjectKind kind); // "materialised view"
QString actWords(AdminAct act); // menu entry; … where it asks first
QString shownName(const ObjectRef& ref); // "gold.fct_orders", functions with "()"
QString sqlName(const ObjectRef& ref); // quoted where needed, functions with their arguments

bool isFunction(ObjectKind kind);
bool hasRows(ObjectKind kind); // SELECT * FROM it makes sense
bool hasSizes(ObjectKind kind); // it has files of its own, or partitions that do

} // namespace pilothouse::database
