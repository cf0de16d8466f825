// SPDX-License-Identifier: GPL-3.0-or-later
// AirSetup: what one Airflow connection was configured with, read once. Read by all lanes.
#pragma once

#include "core/adapter.h"
#include "core/http/httptypes.h"
#include "core/tunnel/sshtunnel.h"

#include <atomic>

namespace pilothouse::workflow
{

enum class AirAuth { None, Password, TokenCommand };

struct AirSetup {
    ServiceConfig config;
    Secret secret;
    std::shared_ptr<WriteGate> gate;
    QUrl base; // scheme, host, port and path prefix without its last slash
    AirAuth auth = AirAuth::None;
    QStringList tokenCommand; // program and arguments, no shell
    milliseconds tokenLimit{10'000};
    HttpHeaders headers; // of a gateway; values may be secret
    int pageSize = 100; // the server cuts more than its own limit silently
    milliseconds connectLimit{5'000};
    milliseconds answerLimit{15'000}; // of one answer of the panel's reads
    bool privateApi = true;
    std::shared_ptr<SshTunnel> tunnel; // null: direct
    Error problem; // `detail` not empty: the configuration cannot be used
    mutable std::atomic<int> open{0}; // connections, for the pill

    bool usable() const { return problem.detail.isEmpty(); }
};

std::shared_ptr<const AirSetup> airSetupOf(const AdapterContext& context);

// "http://host:8080/prefix", "https://…", "host", "host:port". Empty: not an address.
QUrl airBaseOf(const QString& address, bool tls);
// "X-Team: data; Authorization: env:NAME": one header per line or between semicolons; a value
// "env:NAME" is read from the environment. Pure but for that.
Result<HttpHeaders> airHeadersOf(const QString& text);

} // namespace pilothouse::workflow
