// SPDX-License-Identifier: GPL-3.0-or-later
// Avro: a schema as it is written in JSON, and values read by it. A reader of our own, because the
// bytes come from anywhere: each length is checked and what one value may become has a limit. Pure.
// Source: avro.apache.org, "Specification" 1.11, "Binary Encoding" and "Logical Types".
#pragma once

#include "core/error.h"
#include "streams/decode/valuenode.h"

#include <memory>

class QJsonValue;

namespace pilothouse::streams
{

struct AvroType {
    enum class Kind {
        Null,
        Boolean,
        Int,
        Long,
        Float,
        Double,
        Bytes,
        String,
        Record,
        Enum,
        Array,
        Map,
        Union,
        Fixed
    };

    struct Part { // a field, a branch, or what a list or map holds
        QString name;
        size_t type = 0;
    };

    Kind kind = Kind::Null;
    QString word; // as shown: "timestamp-millis", "Order", "null or string"
    QString logical;
    int scale = 0; // of a decimal
    int size = 0; // of a fixed
    std::vector<Part> parts;
    QStringList symbols;
};

class AvroSchema final
{
public:
    // `references`: texts whose names it uses, each after those it uses itself.
    static Result<std::shared_ptr<const AvroSchema>> make(
        const QString& text, const QStringList& references = {});

    // All bytes belong to the value.
    Result<ValueNode> read(QByteArrayView bytes) const;
    // What `json` is in this schema; an error names the place, "$.customer.id".
    Result<QByteArray> write(const QByteArray& json) const;
    const AvroType& at(size_t type) const { return m_types[type]; }

private:
    AvroSchema() = default;
    class Builder;

    std::vector<AvroType> m_types;
    size_t m_root = 0;
};

} // namespace pilothouse::streams
