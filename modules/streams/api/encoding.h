// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Encoding: JSON as the bytes of a schema, with the frame of the registry before them.
#pragma once

#include "core/call.h"
#include "streams/api/schemas.h"

#include <QByteArray>

namespace pilothouse::streams
{

class Encoding
{
public:
    virtual ~Encoding() = default;

    // Protocol: the JSON does not fit the schema, with the path of what is wrong. Unsupported: no
    // encoder for this kind of schema.
    virtual Call<QByteArray> encode(const SchemaInfo& schema, const QByteArray& json) = 0;
};

} // namespace pilothouse::streams
