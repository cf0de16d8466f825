// SPDX-License-Identifier: GPL-3.0-or-later
// What the bytes of a message look like in one line. Pure; nothing here changes what is copied.
#pragma once

#include "streams/api/messages.h"

#include <QTimeZone>

#include <optional>

namespace pilothouse::streams
{

struct BytesLook {
    enum class Kind { Null, Empty, Json, Text, Binary };

    Kind kind = Kind::Null;
    QString text; // control characters as symbols, binary as hex; empty for Null and Empty
    bool operator==(const BytesLook&) const = default;
};

// At most about `most` characters. A byte array that is null is not there at all.
BytesLook lookOf(const QByteArray& bytes, qsizetype most = 400);

// The number in the frame serializers of a schema registry write: byte 0, then four bytes.
std::optional<int> framedSchema(const QByteArray& bytes);

// "2026-03-17 13:45:11.902"; empty without a time.
QString timeText(qint64 msSinceEpoch, const QTimeZone& zone);
QString timeKindName(Message::TimeKind kind); // Kafka's own words

// "shop.orders.v1 5 @ 88,311,047" without the topic: how a message is named in titles.
QString placeName(int partition, qint64 offset);

// Memory a message takes, about.
qint64 bytesHeld(const Message& message);

// By time, then partition and offset: the order of lists, oldest first.
bool isOlder(const Message& a, const Message& b);

} // namespace pilothouse::streams
