// SPDX-License-Identifier: GPL-3.0-or-later
// The names of schema languages: the same in every language.
#pragma once

#include "streams/api/schemas.h"

namespace pilothouse::streams
{

inline QString schemaTypeText(SchemaInfo::Type type)
{
    return QLatin1String(type == SchemaInfo::Type::Avro ? "Avro"
            : type == SchemaInfo::Type::Json            ? "JSON Schema"
                                                        : "Protobuf");
}

} // namespace pilothouse::streams
