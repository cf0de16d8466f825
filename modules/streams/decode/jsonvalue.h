// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as a ValueNode: keys in their order and numbers exactly as written, which QJsonDocument
// keeps neither of. Pure.
#pragma once

#include "streams/decode/valuenode.h"

namespace pilothouse::streams
{

// None: this is no JSON, or more of it than is built. Objects and lists alone count as JSON where
// `whole` says so, because any number is also a text.
std::optional<ValueNode> jsonValueOf(QByteArrayView bytes, bool whole = true);

} // namespace pilothouse::streams
