// SPDX-License-Identifier: GPL-3.0-or-later
// ValueNode: a decoded value, whatever its encoding was, and its way to JSON and to fields. Pure.
#pragma once

#include "streams/api/decoding.h"

namespace pilothouse::streams
{

struct ValueNode {
    enum class Kind { Null, Bool, Number, Text, List, Record };

    Kind kind = Kind::Null;
    QString name; // empty: of the whole, and of the members of a list
    QString type; // as its schema names it
    QString text; // of what has no children; a number as JSON writes it
    std::vector<ValueNode> children;
};

// How much one value may become; more is refused, not built.
inline constexpr int kMostNodes = 200'000;
inline constexpr int kMostDepth = 100;

DecodedField fieldOf(const ValueNode& node);
QByteArray jsonOf(const ValueNode& node); // in one line
QString indentedJsonOf(const ValueNode& node);

ValueNode textNode(const QString& text, const QString& type);
// A number as JSON knows it; what is none (NaN) becomes text.
ValueNode numberNode(double value, const QString& type);
ValueNode numberNode(qint64 value, const QString& type);
// Bytes in a value: as text where they are one, else as 0x….
ValueNode bytesNode(QByteArrayView bytes, const QString& type);

// UTF-8 without control characters other than tabs and line ends.
bool isText(QByteArrayView bytes);
// "2026-11-22T16:00:00.123Z", of units since 1970 with so many digits; the number when that is no
// time of our calendar.
QString timeText(qint64 units, int digits);

} // namespace pilothouse::streams
