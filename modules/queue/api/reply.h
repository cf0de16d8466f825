// SPDX-License-Identifier: GPL-3.0-or-later
// Reply: a server's answer as a value, owned by nobody but itself.
#pragma once

#include <QByteArray>

#include <vector>

namespace pilothouse::queue
{

struct Reply {
    enum class Type { Null, Status, Error, Integer, Bytes, Array };

    Type type = Type::Null;
    QByteArray bytes; // Status, Error, Bytes
    qint64 integer = 0; // Integer
    std::vector<Reply> items; // Array; a map comes as its keys and values in turn

    bool isNull() const { return type == Type::Null; }
    bool isArray() const { return type == Type::Array; }
    bool isText() const { return type == Type::Bytes || type == Type::Status; }
    bool isError() const { return type == Type::Error; }
    bool operator==(const Reply&) const = default;
};

} // namespace pilothouse::queue
