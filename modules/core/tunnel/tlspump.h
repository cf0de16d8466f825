// SPDX-License-Identifier: GPL-3.0-or-later
// TlsPump: TLS for a client library that has none: it gets one end of a socket pair, a small thread
// moves the bytes between the other end and an OpenSSL connection to the server.
#pragma once

#include "core/error.h"
#include "core/service.h"
#include "core/token.h"
#include "core/tunnel/endpoint.h"

#include <QtGlobal>

#include <memory>
#include <optional>

namespace pilothouse
{

// Lives next to the library's connection, on a lane. Ends when either side closes or when it is
// destroyed; neither waits for the peer.
class TlsPump final
{
public:
    TlsPump();
    ~TlsPump();
    Q_DISABLE_COPY_MOVE(TlsPump)

    // The library's descriptor (blocking, CLOEXEC), owned by the caller from here on; to cancel a
    // library that blocks in it, shutdown(2) it. A connection made before is ended.
    // Errors: Refused, Timeout, Cancelled, Auth (certificates, with OpenSSL's words), Protocol.
    Result<int> connect(
        const QString& host, quint16 port, const TlsConfig& tls, const Token& token);
    // The same through a tunnel: connects to `at`, checks the certificate for `serverName`.
    Result<int> connect(
        const Endpoint& at, const QString& serverName, const TlsConfig& tls, const Token& token);

    bool isRunning() const;
    // Why it ended, when that was not a plain close. With TLS 1.3 a server tells only after the
    // handshake that it does not like our certificate: ask here when the library says "closed".
    std::optional<Error> error() const;

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace pilothouse
