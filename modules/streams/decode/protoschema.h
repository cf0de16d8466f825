// SPDX-License-Identifier: GPL-3.0-or-later
// Protobuf: a schema as .proto text, and messages read by it. The only place that knows the
// library. Source: protobuf.dev, "Encoding"; docs.confluent.io, "Wire format" for the message's
// index.
#pragma once

#include "core/error.h"
#include "streams/decode/valuenode.h"

#include <memory>

namespace pilothouse::streams
{

class ProtoSchema final
{
public:
    // `references`: name as it is imported → text, each after those it imports itself.
    static Result<std::shared_ptr<const ProtoSchema>> make(
        const QString& text, const std::vector<std::pair<QString, QString>>& references = {});
    ~ProtoSchema();
    ProtoSchema(const ProtoSchema&) = delete;
    ProtoSchema& operator=(const ProtoSchema&) = delete;

    // What stands behind a frame: the way to the message in its file, then the message.
    Result<ValueNode> readIndexed(QByteArrayView bytes) const;
    // The first message of the file.
    Result<ValueNode> read(QByteArrayView bytes, const std::vector<int>& path = {0}) const;

private:
    ProtoSchema();
    struct Library;
    std::unique_ptr<Library> m_library;
};

} // namespace pilothouse::streams
