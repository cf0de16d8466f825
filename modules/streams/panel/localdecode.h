// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a message without a decoder: JSON, text, or bytes with the number of a schema
// before them. Pure.
#pragma once

#include "streams/api/decoding.h"

namespace pilothouse::streams
{

inline constexpr qsizetype kMostTree = 2 << 20; // bytes; longer documents are text only

DecodedMessage decodedHere(const Message& message);
DecodedBytes decodedBytesHere(const QByteArray& bytes, bool whole);

// JSON over several lines, two blanks a level; strings and numbers stay exactly as written.
QByteArray indentedJson(QByteArrayView json);

} // namespace pilothouse::streams
