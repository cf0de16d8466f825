// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a message as they are typed (text, JSON, hexadecimal digits, null) and back, and files
// with one message to a line. Pure.
#pragma once

#include "core/error.h"
#include "streams/api/acts.h"

#include <QJsonObject>

namespace pilothouse::streams
{

enum class BytesKind { Text, Json, Hex, Null };

// What says these bytes best: JSON only for an object or a list.
BytesKind kindOf(const QByteArray& bytes);
QString textOf(BytesKind kind, const QByteArray& bytes); // JSON as it stands
// Exactly what would be sent, or what is wrong with it. JSON goes as it was typed.
tl::expected<QByteArray, Text> bytesOf(BytesKind kind, const QString& text);

// One message to a line: {"key": …, "value": …, "headers": …, "partition": 0, "timestamp": …}.
// Key and value: a text, null, or any JSON, which is sent in one line; "keyHex" and "valueHex" for
// bytes. Headers: an object, or a list of [name, value] or {"name": …, "value": …}. Timestamp: ms
// since 1970 or ISO 8601. An error names its line; at most `limit` messages.
Result<std::vector<Draft>> readDrafts(const QByteArray& lines, size_t limit);

// As it is kept on disk, and back.
QJsonObject draftJson(const Draft& draft);
Draft draftOf(const QJsonObject& json);

Draft draftOf(const Message& message); // key, value and headers; by the key, now

} // namespace pilothouse::streams
