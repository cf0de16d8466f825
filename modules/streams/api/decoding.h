// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Decoding: what the bytes of messages mean. Schemas are fetched once and kept; a command
// of the user's own runs as a process with a deadline. Bytes nobody can read stay bytes, with the
// reason.
#pragma once

#include "core/call.h"
#include "streams/api/messages.h"
#include "streams/api/schemas.h"

namespace pilothouse::streams
{

// One value of a decoded message, with the type its schema names ("string", "timestamp-millis",
// "map", "null or string"); of JSON without a schema its JSON type.
struct DecodedField {
    QString name; // empty: of the whole, and of the members of a list
    QString type;
    QString value; // as shown; empty for what has children
    std::vector<DecodedField> children;
    bool isNull = false;
    bool operator==(const DecodedField&) const = default;
};

struct DecodedBytes {
    // "JSON", "Avro", "Protobuf", "JSON Schema", "Text", "Number", "Bytes"; empty: null
    QString format;
    // On the way there: "gzip", "zstd", "snappy", "lz4", the name of a command.
    QStringList unpacked;
    std::optional<int> schemaId; // as it stands before the value, also when it is not known
    std::optional<SchemaInfo> schema; // with subject and version where the registry tells them
    QByteArray json; // what has a structure, in one line; else empty
    QString text; // what can be read of it: the JSON indented, the text; empty: bytes
    DecodedField root;
    std::optional<Error> problem; // why it is not decoded further
    bool operator==(const DecodedBytes&) const = default;
};

struct DecodedMessage {
    DecodedBytes key;
    DecodedBytes value;
    bool operator==(const DecodedMessage&) const = default;
};

// How to read the values of a topic where the bytes do not say it themselves.
struct DecodeChoice {
    enum class Unpack { ByItself, None, Gzip, Zstd, Snappy, Lz4 };

    Unpack unpack = Unpack::ByItself; // by the magic bytes
    QStringList command; // program and arguments; value on its input, text or JSON on its output
    std::optional<int> schemaId; // for Avro without a frame
    bool operator==(const DecodeChoice&) const = default;
};

class Decoding
{
public:
    virtual ~Decoding() = default;

    // One for each, in order; never fails for a single message.
    virtual Call<std::vector<DecodedMessage>> decode(
        const std::vector<Message>& messages, const DecodeChoice& choice)
        = 0;
    // Which of them match, one for each, as a tail with this filter would say it.
    virtual Call<std::vector<bool>> matching(
        const std::vector<Message>& messages, const MessagePattern& pattern)
        = 0;
};

} // namespace pilothouse::streams
