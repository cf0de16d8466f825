// SPDX-License-Identifier: GPL-3.0-or-later
// Column descriptions of results: names and the server's own names of types.
#pragma once

#include "core/tablestore.h"
#include "database/postgres/handles.h"

namespace pilothouse::database::postgres
{

struct DescribedColumns {
    std::vector<TableColumn> columns;
    std::vector<int> modifiers; // pg_attribute.atttypmod of each
    bool named = true; // every type has its name; else the server must be asked
};

DescribedColumns columnsOf(const PGresult* result);

// format_type() of the types every server has; empty for others.
QString builtinTypeName(quint32 oid, int modifier);
bool isNumber(quint32 oid);

} // namespace pilothouse::database::postgres
