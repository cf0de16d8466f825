// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/frame.h"

#include <QUuid>
#include <QtEndian>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

std::optional<Frame> frameOf(
    QByteArrayView bytes, const std::vector<MessageHeader>& headers, bool key)
{
    constexpr qsizetype kNumber = 5, kGuid = 17;
    const auto numbered = [](QByteArrayView head) -> std::optional<int> {
        if (head.size() < kNumber || head[0] != 0)
            return std::nullopt;
        const auto id = qFromBigEndian<qint32>(head.data() + 1);
        return id > 0 ? std::optional(id) : std::nullopt;
    };
    const QByteArrayView wanted = key ? "__key_schema_id" : "__value_schema_id";
    for (const MessageHeader& header : headers) {
        if (header.name != wanted)
            continue;
        if (const auto id = numbered(header.value))
            return Frame{id, {}, bytes, header.value.mid(kNumber)};
        if (header.value.size() >= kGuid && header.value[0] == 1)
            return Frame{std::nullopt,
                QUuid::fromRfc4122(header.value.mid(1, kGuid - 1)).toString(QUuid::WithoutBraces),
                bytes, header.value.mid(kGuid)};
    }
    if (const auto id = numbered(bytes))
        return Frame{id, {}, bytes.sliced(kNumber), {}};
    return std::nullopt;
}

} // namespace pilothouse::streams
