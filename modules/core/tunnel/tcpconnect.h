// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting a socket without blocking for longer than asked.
#pragma once

#include "core/error.h"
#include "core/token.h"
#include "core/tunnel/endpoint.h"
#include "core/tunnel/uniquefd.h"

#include <functional>
#include <vector>

#include <sys/socket.h>

namespace pilothouse
{

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
    int family = 0;
};

// Asks the system's resolver, which cannot be cancelled: call it on a lane only.
Result<std::vector<SocketAddress>> addressesOf(const Endpoint& at);

// Waits until `fd` is ready for `events` (poll's), `until` has passed or somebody asked to stop.
using WaitReady = std::function<VoidResult(int fd, short events, Clock::time_point until)>;

// Tries the addresses in turn, each with its share of the time. The socket is non-blocking, and a
// TCP connection whose peer is gone ends after 30 s.
Result<UniqueFd> connectSocket(const Endpoint& at, const std::vector<SocketAddress>& addresses,
    Clock::time_point deadline, const WaitReady& wait);

// True if somebody accepts there, within a moment; only for this machine.
bool accepts(const Endpoint& local);
Result<quint16> freeLoopbackPort();

} // namespace pilothouse
