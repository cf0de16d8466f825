// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before or beside an encoded value: the number of its schema, or its GUID. Pure.
// Source: docs.confluent.io, "Wire format": a zero byte and four bytes of a number; or a header
// __value_schema_id (__key_schema_id) with the same, or with a one byte and sixteen bytes of a
// GUID.
#pragma once

#include "streams/api/messages.h"

#include <optional>

namespace pilothouse::streams
{

struct Frame {
    std::optional<int> id;
    QString guid; // where there is no number
    QByteArrayView payload;
    QByteArray index; // of a Protobuf message, when it stands in the header
};

// None: no frame. `headers` are those of the message.
std::optional<Frame> frameOf(
    QByteArrayView bytes, const std::vector<MessageHeader>& headers, bool key);

} // namespace pilothouse::streams
