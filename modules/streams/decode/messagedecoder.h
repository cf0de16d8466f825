// SPDX-License-Identifier: GPL-3.0-or-later
// MessageDecoder: messages as far as they can be read. It parses each schema once; where schemas
// come from and how a command runs is its user's matter. Blocking as far as these are; one thread.
#pragma once

#include "streams/decode/avroschema.h"
#include "streams/decode/frame.h"
#include "streams/decode/protoschema.h"
#include "streams/decode/unpack.h"

#include <QHash>

#include <functional>

namespace pilothouse::streams
{

// Empty functions: there is no registry.
struct SchemaSource {
    std::function<Result<SchemaInfo>(int id)> byId;
    std::function<Result<SchemaInfo>(const QString& guid)> byGuid;
    std::function<Result<SchemaInfo>(const QString& subject, int version)> byVersion;
};
using CommandRunner = std::function<Result<QByteArray>(const QByteArray& input)>;

class MessageDecoder final
{
public:
    explicit MessageDecoder(SchemaSource source);
    ~MessageDecoder();
    MessageDecoder(const MessageDecoder&) = delete;
    MessageDecoder& operator=(const MessageDecoder&) = delete;

    DecodedMessage decode(
        const Message& message, const DecodeChoice& choice, const CommandRunner& run = {});
    // The value as JSON where it stands in a frame and can be read; for searching.
    std::optional<QByteArray> framedJson(
        QByteArrayView value, const std::vector<MessageHeader>& headers);
    // What could not be had before may be there now.
    void forgetProblems();

private:
    struct Known; // a schema, parsed
    DecodedBytes decodeBytes(QByteArrayView bytes, const std::vector<MessageHeader>& headers,
        bool key, const DecodeChoice& choice, const CommandRunner& run);
    // The value behind the frame and the name of its format, or why not.
    struct Read {
        ValueNode node;
        QString format;
    };
    Result<Read> read(const Frame& frame, const Known& schema) const;
    bool showFramed(const Frame& frame, DecodedBytes& out); // false: see its problem
    const Known& known(const Frame& frame);
    Known parsed(Result<SchemaInfo> schema);
    VoidResult collect(const SchemaInfo& schema, std::vector<std::pair<QString, QString>>& out,
        QStringList& seen, int depth);

    const SchemaSource m_source;
    QHash<QString, std::shared_ptr<const Known>> m_known; // by number or GUID
    Decompressor m_decompressor{kMostUnpacked};
};

} // namespace pilothouse::streams
