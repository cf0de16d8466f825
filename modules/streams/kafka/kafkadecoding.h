// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts Decoding, with the schemas of the registry when there is one, and Encoding.
#pragma once

#include "streams/api/encoding.h"
#include "streams/kafka/kafkacore.h"
#include "streams/kafka/registrydecoder.h"

namespace pilothouse::streams
{

class KafkaDecoding final : public Decoding, public Encoding
{
public:
    explicit KafkaDecoding(std::shared_ptr<KafkaCore> core);

    Call<std::vector<DecodedMessage>> decode(
        const std::vector<Message>& messages, const DecodeChoice& choice) override;
    Call<std::vector<bool>> matching(
        const std::vector<Message>& messages, const MessagePattern& pattern) override;
    Call<QByteArray> encode(const SchemaInfo& schema, const QByteArray& json) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
    Lane<RegistryDecoder> m_lane;
};

} // namespace pilothouse::streams
