// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Access over Kafka's protocol. Acts show the command of Kafka's own tool; what is sent is
// one request with the same rules.
#pragma once

#include "streams/api/access.h"
#include "streams/kafka/kafkacore.h"

namespace pilothouse::streams
{

class KafkaAccess final : public Access
{
public:
    explicit KafkaAccess(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<AccessRule>> rules() override;
    Act add(const AccessRule& rule) override;
    Act remove(const std::vector<AccessRule>& rules) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

} // namespace pilothouse::streams
