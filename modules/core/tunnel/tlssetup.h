// SPDX-License-Identifier: GPL-3.0-or-later
// A profile's TLS settings as an OpenSSL session, and OpenSSL's failures as errors of ours.
#pragma once

#include "core/error.h"
#include "core/service.h"

#include <memory>

#include <openssl/ssl.h>

namespace pilothouse
{

struct SslDeleter {
    void operator()(SSL* ssl) const { ::SSL_free(ssl); }
};
using SslHandle = std::unique_ptr<SSL, SslDeleter>;

// A client session for this server. Require (and Prefer, which is not weaker here) encrypts only,
// VerifyCa checks the chain and the dates, VerifyFull the name or IP address as well. Auth when a
// certificate or key file cannot be used.
Result<SslHandle> makeTlsSession(const TlsConfig& tls, const QString& serverName);

// What went wrong after SSL_connect, SSL_read or SSL_write returned `result`; call it at once, on
// the same thread. Auth with OpenSSL's verify text when the server's or our certificate was not
// liked.
Error tlsError(SSL* ssl, int result, int systemError);

} // namespace pilothouse
