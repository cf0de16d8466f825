// SPDX-License-Identifier: GPL-3.0-or-later
// Orders of a shop with every cell type, made from their number.
#pragma once

#include "core/tablestore.h"

#include <array>

namespace pilothouse::test
{

inline std::vector<TableColumn> shopColumns()
{
    using namespace Qt::StringLiterals;
    const auto column = [](const QString& name, const QString& type, bool isEnum = false) {
        TableColumn c;
        c.name = name;
        c.type = type;
        c.isEnum = isEnum;
        return c;
    };
    return {column(u"order_id"_s, u"int8"_s), column(u"placed_at"_s, u"timestamptz"_s),
        column(u"display_name"_s, u"text"_s), column(u"status"_s, u"order_status"_s, true),
        column(u"total"_s, u"numeric(12,2)"_s), column(u"items"_s, u"jsonb"_s),
        column(u"is_gift"_s, u"bool"_s), column(u"coupon"_s, u"text"_s),
        column(u"tags"_s, u"text[]"_s), column(u"photo"_s, u"bytea"_s),
        column(u"key"_s, u"uuid"_s)};
}

inline void appendShopRows(TableWriter& writer, qint64 from, qint64 to)
{
    static const std::array names{"林怡君", "김민준", "Aoife Byrne", "陳柏翰", "Mateo Rossi",
        "Priya\tNair", "Hannah Weissenberger-Oberholzer", "최유진"};
    static const std::array states{"paid", "packing", "shipped", "cancelled", "delivered"};
    static const std::array tags{"{gift,repeat}", "{app}", "{web,b2b,\"two words\",x,y}", "{}"};
    for (qint64 i = from; i < to; ++i) {
        const auto pick = [i](const auto& list) {
            return QByteArrayView(list[static_cast<size_t>(i) % list.size()]);
        };
        const QByteArray id = QByteArray::number(90'417'735 - i);
        const QByteArray at = "2026-03-17 14:05:" + QByteArray::number(59 - i % 50) + ".402+08";
        const QByteArray total = QByteArray::number(58 + i * 37 % 90'000) + ".90";
        const QByteArray items = "{\"n\":" + QByteArray::number(i % 7)
            + ",\"sku\":\"HB-2041\",\"gift\":null,\"名\":\"手沖\"}";
        const QByteArrayView cells[]
            = {id, at, pick(names), pick(states), total, items, i % 3 ? "f" : "t",
                i % 4 == 1       ? QByteArrayView()
                    : i % 4 == 2 ? ""
                                 : "SPRING10",
                pick(tags), i % 2 ? QByteArrayView() : "\\x89504e470d0a1a0a0000000d49484452",
                "7f3a9c11-e04b-4c1d-9d3e-1b2a3c4d5e6f"};
        (void)writer.append(cells);
    }
    writer.flush();
}

} // namespace pilothouse::test
