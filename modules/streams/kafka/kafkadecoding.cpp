// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkadecoding.h"

#include "streams/decode/avroschema.h"
#include "streams/kafka/messagematch.h"

#include <QtEndian>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

KafkaDecoding::KafkaDecoding(std::shared_ptr<KafkaCore> core)
    : m_core(std::move(core))
    , m_lane(m_core->runtime(), u"kafka-decode"_s, [setup = m_core->setup()] {
        return std::make_shared<RegistryDecoder>(setup->registry, setup->schemas);
    })
{
}

Call<std::vector<DecodedMessage>> KafkaDecoding::decode(
    const std::vector<Message>& messages, const DecodeChoice& choice)
{
    return m_lane.run(kReadLimit,
        [messages, choice](
            RegistryDecoder& decoder, const Token& token) -> Result<std::vector<DecodedMessage>> {
            return decoder.decode(messages, choice, token);
        });
}

Call<std::vector<bool>> KafkaDecoding::matching(
    const std::vector<Message>& messages, const MessagePattern& pattern)
{
    return m_lane.run(kReadLimit,
        [messages, pattern](
            RegistryDecoder& decoder, const Token& token) -> Result<std::vector<bool>> {
            const auto matcher = MessageMatcher::make(
                pattern, [&](const RawRecord& record) -> std::optional<QByteArray> {
                    return decoder.framedJson(record.value, headersOf(record), token);
                });
            if (!matcher)
                return tl::unexpected(matcher.error());
            std::vector<bool> out;
            out.reserve(messages.size());
            for (const Message& message : messages) {
                if (token.stopped())
                    return fail(Error::Kind::Cancelled, {});
                out.push_back((*matcher)->matches(rawOf(message)));
            }
            return out;
        });
}

Call<QByteArray> KafkaDecoding::encode(const SchemaInfo& schema, const QByteArray& json)
{
    return m_lane.run(
        kReadLimit, [schema, json](RegistryDecoder&, const Token&) -> Result<QByteArray> {
            Result<QByteArray> bytes = json; // of a JSON schema it is the payload itself
            if (schema.type == SchemaInfo::Type::Protobuf || !schema.references.empty())
                return fail(Error::Kind::Unsupported, schema.subject, {},
                    PH_TEXT("streams", "Only Avro and JSON without references can be encoded."));
            if (schema.type == SchemaInfo::Type::Avro) {
                const auto avro = AvroSchema::make(schema.text);
                if (!avro)
                    return tl::unexpected(avro.error());
                bytes = (*avro)->write(json);
            }
            if (!bytes)
                return bytes;
            QByteArray framed(5, '\0');
            qToBigEndian(qint32(schema.id), framed.data() + 1);
            return framed + *bytes;
        });
}

} // namespace pilothouse::streams
