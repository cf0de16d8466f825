// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement reads a page of an object's rows; pure. Pages go by the primary key, newest
// first, so that a page costs the same however deep it is.
#pragma once

#include "core/error.h"
#include "database/api/relation.h"

namespace pilothouse::database
{

inline constexpr int kObjectPageRows = 100;

struct ObjectPage {
    ObjectRef object;
    QStringList keys; // columns of the primary key in order; empty: no paging
    QStringList after; // their values in the last row of the page before; empty: the first page
    QString where; // a condition, as the user typed it
};

// Key columns in their order; empty when there is no primary key.
QStringList keyColumns(const RelationDetails& details);

// Fails (Unsupported) unless the condition is one that makes a single statement that only reads.
Result<QString> pageStatement(const ObjectPage& page);

} // namespace pilothouse::database
