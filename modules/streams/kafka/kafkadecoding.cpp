// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkadecoding.h"

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

} // namespace pilothouse::streams
