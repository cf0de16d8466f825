// SPDX-License-Identifier: GPL-3.0-or-later
// CellType: how a column's cells are drawn and written out, judged by the service's type name.
#pragma once

#include "core/tablestore.h"

namespace pilothouse::ui
{

enum class CellType {
    Text,
    Integer,
    Decimal,
    Timestamp, // dates and times too
    Boolean,
    Enum,
    Json,
    Array,
    Binary,
    Uuid,
};

[[nodiscard]] CellType cellTypeOf(const TableColumn& column);
[[nodiscard]] constexpr bool isNumber(CellType type)
{
    return type == CellType::Integer || type == CellType::Decimal;
}

} // namespace pilothouse::ui
