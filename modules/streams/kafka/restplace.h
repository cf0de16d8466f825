// SPDX-License-Identifier: GPL-3.0-or-later
// RestPlace: where a schema registry or a Connect cluster is and how it is entered, read once from
// the service's options. Read by all lanes.
#pragma once

#include "core/adapter.h"
#include "core/http/httptypes.h"
#include "core/tunnel/sshtunnel.h"

#include <atomic>

namespace pilothouse::streams
{

struct RestPlace {
    QString service; // id
    QUrl base; // with any path, without its last slash
    QString user; // Basic, when not empty
    Secret password;
    HttpHeaders headers; // values may be secret
    QByteArray type; // of bodies
    TlsConfig tls;
    milliseconds connectLimit{5'000};
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<SshTunnel> tunnel; // null: direct
    Error problem; // `detail` not empty: the options cannot be used
    mutable std::atomic<int> open{0}; // connections, for the pill

    bool usable() const { return problem.detail.isEmpty(); }
};

// Options "registry", "connect" (several, parted by commas) with their "_login" and "_headers".
// What is not named gives nothing.
using RestPlaces = std::vector<std::shared_ptr<const RestPlace>>;
RestPlaces restPlacesOf(const AdapterContext& context, const QString& option,
    const std::shared_ptr<WriteGate>& gate, const std::shared_ptr<SshTunnel>& tunnel);

// "Authorization: env:NAME; X-Team: data": a value "env:NAME" is read from the environment and kept
// out of the logs.
Result<HttpHeaders> restHeadersOf(const QString& text);

} // namespace pilothouse::streams
