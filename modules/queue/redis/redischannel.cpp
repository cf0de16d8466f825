// SPDX-License-Identifier: GPL-3.0-or-later
// How the bytes get there: a plain socket, the near end of an ssh tunnel, or one end of a pair
// whose other end speaks TLS. The pump serves every hiredis, so both kinds of it behave the same.
#include "queue/redis/redisconnection.h"

#include <fcntl.h>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

Result<RedisAddress> throughTunnel(
    const RedisSetup& setup, const RedisAddress& target, const Token& token)
{
    const auto near = setup.tunnel->open(
        target.socket.isEmpty() ? target.host : target.socket, target.port, token);
    if (!near)
        return tl::unexpected(near.error());
    return RedisAddress{near->host, near->port, near->path};
}

} // namespace

Result<RedisChannel> openChannel(const RedisSetup& setup, const Token& token)
{
    const auto target = parsedAddress(setup.config.address);
    if (!target)
        return tl::unexpected(target.error());
    auto at = setup.tunnel ? throughTunnel(setup, *target, token) : *target;
    if (!at)
        return tl::unexpected(at.error());

    const bool tls = setup.config.tls.mode != TlsConfig::Mode::Off;
    if (!tls || (!target->socket.isEmpty())) {
        auto fd = connectSocket(*at, setup.connectLimit, token);
        if (!fd)
            return tl::unexpected(fd.error());
        return RedisChannel{std::move(*fd), {}};
    }
    RedisChannel channel;
    channel.pump = std::make_shared<TlsPump>();
    const auto fd = channel.pump->connect(
        Endpoint{at->host, at->port, at->socket}, target->host, setup.config.tls, token);
    if (!fd)
        return tl::unexpected(fd.error());
    channel.fd = SocketHandle(*fd);
    ::fcntl(*fd, F_SETFL, ::fcntl(*fd, F_GETFL) | O_NONBLOCK);
    return channel;
}

} // namespace pilothouse::queue
