// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectClient: a lane's view of Kafka Connect clusters.
// Source: kafka.apache.org, "Kafka Connect REST API"; KIP-745 for restarting with tasks.
#pragma once

#include "streams/api/connect.h"
#include "streams/kafka/restclient.h"

namespace pilothouse::streams
{

class ConnectClient final
{
public:
    explicit ConnectClient(const RestPlaces& places);

    // Of all clusters, at the same time those that fail; an error when none answers. The topics a
    // connector has really used cost a request each.
    enum class Topics { Used, Named };
    Result<ConnectorList> connectors(const Token& token, Topics topics = Topics::Used);

private:
    static Result<std::vector<ConnectorInfo>> connectorsAt(
        RestClient& client, Topics topics, size_t already, const Token& token);

    std::vector<std::unique_ptr<RestClient>> m_clients;
};

// The answer to /connectors?expand=status&expand=info.
Result<std::vector<ConnectorInfo>> connectorsOf(const QJsonValue& answer);
// True for settings whose values are not shown.
bool holdsSecret(const QString& setting);
inline const QString kHiddenValue = QString::fromUtf8("••••••");

} // namespace pilothouse::streams
