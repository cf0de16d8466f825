// SPDX-License-Identifier: GPL-3.0-or-later
// Which statement reads a page of an object's rows; pure. Pages go by the primary key, newest
// first, so that a page costs the same however deep it is. Without a key, and in an order of the
// user's, a page is so many rows from the first one on.
#pragma once

#include "core/error.h"
#include "database/api/relation.h"

namespace pilothouse::database
{

inline constexpr int kObjectPageRows = 100;

struct RowOrder {
    QString column; // empty: by key, newest first; without a key in no order
    bool descending = false;
    bool operator==(const RowOrder&) const = default;
};

struct ObjectPage {
    ObjectRef object;
    QStringList keys; // columns of the primary key in order; empty: there is none
    QStringList after; // by key: its values in the last row of the page before; empty: none
    QString where; // a condition, as the user typed it
    RowOrder order = {};
    qint64 skip = 0; // not by key: rows before this page

    bool isByKey() const { return !keys.isEmpty() && order.column.isEmpty(); }
};

// Key columns in their order; empty when there is no primary key.
QStringList keyColumns(const RelationDetails& details);

// Fails (Unsupported) unless the condition is one that makes a single statement that only reads,
// and stays inside the brackets it is put into. `conditionAt`: where it begins in the statement, or
// -1.
Result<QString> pageStatement(const ObjectPage& page, qsizetype* conditionAt = nullptr);

} // namespace pilothouse::database
