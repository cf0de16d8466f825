// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/messagedecoder.h"

#include "streams/decode/jsonvalue.h"

#include <QtEndian>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostKnown = 500; // parsed schemas
constexpr size_t kMostReferences = 200;
constexpr int kMostReferenceDepth = 20;

void show(DecodedBytes& out, const ValueNode& node, const QString& format)
{
    out.format = format;
    out.root = fieldOf(node);
    const bool structured
        = node.kind == ValueNode::Kind::Record || node.kind == ValueNode::Kind::List;
    if (structured || format != "Text"_L1)
        out.json = jsonOf(node);
    out.text = structured ? indentedJsonOf(node) : node.text;
}

void showBytes(DecodedBytes& out, QByteArrayView bytes)
{
    out.format = u"Bytes"_s;
    out.root = {};
    out.root.type = u"bytes"_s;
    // Numbers as Java's serializers write them; small ones, so that bytes by chance are not taken
    // for one.
    const auto number = [&](qint64 value, const QString& type) {
        out.format = u"Number"_s;
        out.root.type = type;
        out.root.value = QString::number(value);
        out.text = out.root.value;
    };
    constexpr qint64 kSmall = qint64(1) << 53;
    if (bytes.size() == 8) {
        const auto value = qFromBigEndian<qint64>(bytes.data());
        if (value > -kSmall && value < kSmall)
            number(value, u"long"_s);
    } else if (bytes.size() == 4) {
        number(qFromBigEndian<qint32>(bytes.data()), u"int"_s);
    }
}

// What needs no schema.
void readPlain(QByteArrayView bytes, DecodedBytes& out)
{
    if (const auto json = jsonValueOf(bytes)) {
        show(out, *json, u"JSON"_s);
    } else if (isText(bytes)) {
        show(out, textNode(QString::fromUtf8(bytes), u"string"_s), u"Text"_s);
    } else {
        showBytes(out, bytes);
    }
}

} // namespace

struct MessageDecoder::Known {
    SchemaInfo info;
    std::shared_ptr<const AvroSchema> avro;
    std::shared_ptr<const ProtoSchema> proto;
    std::optional<Error> problem;
    bool isThere = false; // the registry gave it, whether it could be parsed or not
};

MessageDecoder::MessageDecoder(SchemaSource source)
    : m_source(std::move(source))
{
}

MessageDecoder::~MessageDecoder() = default;

void MessageDecoder::forgetProblems()
{
    m_known.removeIf([](const auto& at) { return (*at)->problem.has_value(); });
}

// Depth first, so that each stands after those it needs.
VoidResult MessageDecoder::collect(const SchemaInfo& schema,
    std::vector<std::pair<QString, QString>>& out, QStringList& seen, int depth)
{
    for (const SchemaReference& one : schema.references) {
        const QString place = u"%1/%2/%3"_s.arg(one.subject).arg(one.version).arg(one.name);
        if (seen.contains(place))
            continue;
        seen.append(place);
        if (depth > kMostReferenceDepth || out.size() >= kMostReferences || !m_source.byVersion)
            return fail(Error::Kind::Unsupported, u"too many references"_s);
        const auto found = m_source.byVersion(one.subject, one.version);
        if (!found)
            return tl::unexpected(found.error());
        if (const auto more = collect(*found, out, seen, depth + 1); !more)
            return more;
        out.emplace_back(one.name, found->text);
    }
    return {};
}

MessageDecoder::Known MessageDecoder::parsed(Result<SchemaInfo> schema)
{
    Known out;
    if (!schema) {
        out.problem = schema.error();
        return out;
    }
    out.isThere = true;
    out.info = std::move(*schema);
    std::vector<std::pair<QString, QString>> references;
    QStringList seen;
    if (const auto all = collect(out.info, references, seen, 0); !all) {
        out.problem = all.error();
        return out;
    }
    if (out.info.type == SchemaInfo::Type::Avro) {
        QStringList texts;
        for (const auto& [name, text] : references)
            texts.append(text);
        if (auto made = AvroSchema::make(out.info.text, texts))
            out.avro = *made;
        else
            out.problem = made.error();
    } else if (out.info.type == SchemaInfo::Type::Protobuf) {
        if (auto made = ProtoSchema::make(out.info.text, references))
            out.proto = *made;
        else
            out.problem = made.error();
    }
    return out;
}

const MessageDecoder::Known& MessageDecoder::known(const Frame& frame)
{
    const QString name = frame.id ? QString::number(*frame.id) : frame.guid;
    if (m_known.size() >= kMostKnown && !m_known.contains(name))
        m_known.clear();
    auto& slot = m_known[name];
    if (!slot) {
        Result<SchemaInfo> schema = fail(Error::Kind::Unsupported, {}, {},
            PH_TEXT("streams", "Name the schema registry in the options of the connection."));
        if (frame.id && m_source.byId)
            schema = m_source.byId(*frame.id);
        else if (!frame.id && m_source.byGuid)
            schema = m_source.byGuid(frame.guid);
        slot = std::make_shared<const Known>(parsed(std::move(schema)));
    }
    return *slot;
}

Result<MessageDecoder::Read> MessageDecoder::read(const Frame& frame, const Known& schema) const
{
    if (schema.problem)
        return tl::unexpected(*schema.problem);
    Result<ValueNode> node = fail(Error::Kind::Protocol, u"the value is no JSON"_s);
    QString format;
    switch (schema.info.type) {
    case SchemaInfo::Type::Avro:
        format = u"Avro"_s;
        node = schema.avro->read(frame.payload);
        break;
    case SchemaInfo::Type::Protobuf:
        format = u"Protobuf"_s;
        node = frame.index.isEmpty()
            ? schema.proto->readIndexed(frame.payload)
            : schema.proto->readIndexed(QByteArray(frame.index + frame.payload.toByteArray()));
        break;
    case SchemaInfo::Type::Json:
        format = u"JSON Schema"_s;
        if (auto json = jsonValueOf(frame.payload, false))
            node = std::move(*json);
        break;
    }
    if (!node)
        return tl::unexpected(node.error());
    return Read{std::move(*node), format};
}

bool MessageDecoder::showFramed(const Frame& frame, DecodedBytes& out)
{
    const Known& schema = known(frame);
    out.schemaId = frame.id;
    if (schema.isThere)
        out.schema = schema.info;
    const auto value = read(frame, schema);
    if (value)
        show(out, value->node, value->format);
    else
        out.problem = value.error();
    return value.has_value();
}

DecodedBytes MessageDecoder::decodeBytes(QByteArrayView bytes,
    const std::vector<MessageHeader>& headers, bool key, const DecodeChoice& choice,
    const CommandRunner& run)
{
    DecodedBytes out;
    if (bytes.isNull()) {
        out.root.isNull = true;
        return out;
    }
    if (!key && !choice.command.isEmpty()) {
        const auto said = run ? run(bytes.toByteArray())
                              : Result<QByteArray>(fail(Error::Kind::Unsupported, {}));
        if (!said) {
            readPlain(bytes, out);
            out.problem = said.error();
            return out;
        }
        out.unpacked.append(choice.command.front());
        readPlain(*said, out);
        return out;
    }
    const Unpacked plain
        = unpack(bytes, key ? DecodeChoice::Unpack::ByItself : choice.unpack, m_decompressor);
    out.unpacked = plain.codecs;
    if (plain.problem) {
        readPlain(plain.bytes, out);
        out.problem = plain.problem;
        return out;
    }
    auto frame = frameOf(plain.bytes, headers, key);
    if (!frame && !key && choice.schemaId) {
        frame = Frame{choice.schemaId, {}, plain.bytes, QByteArray()};
        if (known(*frame).info.type == SchemaInfo::Type::Protobuf)
            frame->index = QByteArray(1, '\0'); // the first message
    }
    if (!frame) {
        readPlain(plain.bytes, out);
        return out;
    }
    if (!showFramed(*frame, out)) {
        const std::optional<Error> problem = std::exchange(out.problem, {});
        readPlain(plain.bytes, out);
        // A number of eight bytes may begin as a frame does.
        if (out.format == "Number"_L1 && !out.schema)
            out.schemaId.reset();
        else
            out.problem = problem;
    }
    return out;
}

DecodedMessage MessageDecoder::decode(
    const Message& message, const DecodeChoice& choice, const CommandRunner& run)
{
    DecodedMessage out;
    out.key = decodeBytes(message.key, message.headers, true, choice, run);
    out.value = decodeBytes(message.value, message.headers, false, choice, run);
    const bool structured = !out.value.json.isEmpty();
    if (message.isCut() && !structured)
        out.value.problem = Error{Error::Kind::Unsupported, {}, {},
            PH_TEXT("streams", "This is the beginning of a long value. Open it for all of it."),
            u"cut"_s};
    return out;
}

std::optional<QByteArray> MessageDecoder::framedJson(
    QByteArrayView value, const std::vector<MessageHeader>& headers)
{
    if (value.isEmpty())
        return std::nullopt;
    const Unpacked plain = unpack(value, DecodeChoice::Unpack::ByItself, m_decompressor);
    const auto frame = plain.problem ? std::nullopt : frameOf(plain.bytes, headers, false);
    if (!frame)
        return plain.codecs.isEmpty() || plain.problem ? std::nullopt : std::optional(plain.bytes);
    const auto out = read(*frame, known(*frame));
    return out ? std::optional(jsonOf(out->node)) : std::nullopt;
}

} // namespace pilothouse::streams
