// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoint: where a client library has to connect to, directly or at the near end of a tunnel.
#pragma once

#include <QString>

namespace pilothouse
{

// Either a unix socket (`path`) or host and port.
struct Endpoint {
    QString host;
    quint16 port = 0;
    QString path;

    bool isUnix() const { return !path.isEmpty(); }
    bool operator==(const Endpoint&) const = default;
};

} // namespace pilothouse
