// SPDX-License-Identifier: GPL-3.0-or-later
// How the bytes get there: a plain socket, or one end of a pair whose other end speaks TLS or ssh.
#include "queue/redis/redisconnection.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

Result<RedisChannel> openChannel(const RedisSetup& setup, const Token& token)
{
    const auto address = parsedAddress(setup.config.address);
    if (!address)
        return tl::unexpected(address.error());
    auto fd = connectSocket(*address, setup.connectLimit, token);
    if (!fd)
        return tl::unexpected(fd.error());
    return RedisChannel{std::move(*fd), {}};
}

} // namespace pilothouse::queue
