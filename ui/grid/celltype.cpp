// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/celltype.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

// Names as PostgreSQL's format_type() writes them, its short aliases, and what other tools use.
constexpr std::array kTypes{
    std::pair{"int2"_L1, CellType::Integer},
    std::pair{"int4"_L1, CellType::Integer},
    std::pair{"int8"_L1, CellType::Integer},
    std::pair{"int"_L1, CellType::Integer},
    std::pair{"integer"_L1, CellType::Integer},
    std::pair{"bigint"_L1, CellType::Integer},
    std::pair{"smallint"_L1, CellType::Integer},
    std::pair{"oid"_L1, CellType::Integer},
    std::pair{"xid"_L1, CellType::Integer},
    std::pair{"numeric"_L1, CellType::Decimal},
    std::pair{"decimal"_L1, CellType::Decimal},
    std::pair{"float4"_L1, CellType::Decimal},
    std::pair{"float8"_L1, CellType::Decimal},
    std::pair{"real"_L1, CellType::Decimal},
    std::pair{"double"_L1, CellType::Decimal},
    std::pair{"double precision"_L1, CellType::Decimal},
    std::pair{"timestamp"_L1, CellType::Timestamp},
    std::pair{"timestamptz"_L1, CellType::Timestamp},
    std::pair{"timestamp without time zone"_L1, CellType::Timestamp},
    std::pair{"timestamp with time zone"_L1, CellType::Timestamp},
    std::pair{"date"_L1, CellType::Timestamp},
    std::pair{"time"_L1, CellType::Timestamp},
    std::pair{"timetz"_L1, CellType::Timestamp},
    std::pair{"time without time zone"_L1, CellType::Timestamp},
    std::pair{"time with time zone"_L1, CellType::Timestamp},
    std::pair{"datetime"_L1, CellType::Timestamp},
    std::pair{"bool"_L1, CellType::Boolean},
    std::pair{"boolean"_L1, CellType::Boolean},
    std::pair{"json"_L1, CellType::Json},
    std::pair{"jsonb"_L1, CellType::Json},
    std::pair{"bytea"_L1, CellType::Binary},
    std::pair{"blob"_L1, CellType::Binary},
    std::pair{"uuid"_L1, CellType::Uuid},
};

} // namespace

CellType cellTypeOf(const TableColumn& column)
{
    if (column.isEnum)
        return CellType::Enum;
    const QString type = column.type.trimmed().toLower();
    if (type.endsWith("[]"_L1))
        return CellType::Array;
    // "timestamp(3) with time zone" is "timestamp with time zone"
    QString bare = type;
    if (const qsizetype open = bare.indexOf(u'('); open >= 0) {
        const qsizetype close = bare.indexOf(u')', open);
        bare.remove(open, (close < 0 ? bare.size() : close + 1) - open);
        bare = bare.simplified();
    }
    const auto at = std::find_if(
        kTypes.begin(), kTypes.end(), [&](const auto& known) { return bare == known.first; });
    return at != kTypes.end() ? at->second : CellType::Text;
}

} // namespace pilothouse::ui
