// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a stream socket with a deadline: every address of a name in turn, or a unix socket.
// Blocking: lanes only.
#pragma once

#include "core/error.h"
#include "core/token.h"
#include "queue/redis/redishandles.h"

namespace pilothouse::queue
{

// "host:port", "[v6]:port", "/path/to/socket".
struct RedisAddress {
    QString host;
    quint16 port = 6379;
    QString socket; // unix socket path; host is empty then

    bool operator==(const RedisAddress&) const = default;
};
Result<RedisAddress> parsedAddress(const QString& address);

// A connected, non-blocking socket with keepalive; a peer that acknowledges nothing for 30 s is
// lost.
Result<SocketHandle> connectSocket(
    const RedisAddress& address, milliseconds limit, const Token& token);

// Waits until the socket is ready for `events` (poll's), `until` has passed or somebody asked to
// stop.
VoidResult waitFor(int fd, short events, const Token& token, Clock::time_point until);

} // namespace pilothouse::queue
