// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Connect over Kafka Connect's REST API.
#pragma once

#include "streams/kafka/connectclient.h"
#include "streams/kafka/kafkacore.h"

namespace pilothouse::streams
{

class KafkaConnect final : public Connect
{
public:
    // The core names a cluster at least.
    explicit KafkaConnect(std::shared_ptr<KafkaCore> core);

    Call<ConnectorList> connectors() override;
    Act pause(const ConnectorInfo& connector, bool paused) override;
    Act restart(const ConnectorInfo& connector, bool onlyFailed) override;
    Act restartTask(const ConnectorInfo& connector, int task) override;

private:
    Act act(ActParts parts, const ConnectorInfo& connector, RestRequest request);

    const std::shared_ptr<KafkaCore> m_core;
    Lane<ConnectClient> m_lane;
};

} // namespace pilothouse::streams
