// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redissocket.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// A wait is cut into pieces so that a stop asked for between two checks is not missed.
constexpr milliseconds kPiece{200};

QString systemWords(int code)
{
    return QString::fromLocal8Bit(strerror(code));
}

Error connectError(int code)
{
    Error error{Error::Kind::Refused, {}, systemWords(code),
        PH_TEXT("queue", "Is the server running, and is address and port right?"), {}};
    if (code == ETIMEDOUT || code == EHOSTUNREACH || code == ENETUNREACH)
        error.kind = Error::Kind::Timeout;
    else if (code == EACCES || code == EPERM)
        error.kind = Error::Kind::Auth;
    else if (code == ENOENT)
        error.kind = Error::Kind::NotFound;
    return error;
}

void tune(int fd)
{
    const int on = 1, idle = 15, interval = 5, count = 3, limit = 30'000;
    setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
    setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
}

Result<SocketHandle> connectOne(int family, const sockaddr* address, socklen_t size,
    Clock::time_point until, const Token& token)
{
    SocketHandle fd(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd)
        return tl::unexpected(connectError(errno));
    if (::connect(fd.get(), address, size) != 0) {
        if (errno != EINPROGRESS)
            return tl::unexpected(connectError(errno));
        for (;;) {
            const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now());
            if (token.stopped() || left.count() <= 0)
                return fail(token.stopped() && !token.timedOut() ? Error::Kind::Cancelled
                                                                 : Error::Kind::Timeout,
                    u"no answer to the connection request"_s, {},
                    PH_TEXT("queue", "Is there a firewall in between, or is the host down?"));
            pollfd p{fd.get(), POLLOUT, 0};
            if (::poll(&p, 1, int(std::min(left, kPiece).count())) > 0)
                break;
        }
        int code = 0;
        socklen_t length = sizeof code;
        getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &code, &length);
        if (code != 0)
            return tl::unexpected(connectError(code));
    }
    if (family != AF_UNIX)
        tune(fd.get());
    return fd;
}

Result<SocketHandle> connectUnix(const QString& path, Clock::time_point until, const Token& token)
{
    sockaddr_un address{};
    const QByteArray bytes = path.toLocal8Bit();
    if (size_t(bytes.size()) >= sizeof address.sun_path)
        return fail(Error::Kind::NotFound, u"the socket's path is too long"_s);
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, bytes.constData(), size_t(bytes.size()));
    return connectOne(
        AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address, until, token);
}

} // namespace

Result<RedisAddress> parsedAddress(const QString& address)
{
    RedisAddress out;
    QString text = address.trimmed();
    if (text.startsWith(u"unix://"_s))
        text = text.sliced(7);
    if (text.startsWith(u'/')) {
        out.socket = text;
        return out;
    }
    for (const QString& scheme : {u"redis://"_s, u"rediss://"_s})
        if (text.startsWith(scheme))
            text = text.sliced(scheme.size());
    const qsizetype bracket = text.lastIndexOf(u']');
    const qsizetype colon = text.lastIndexOf(u':');
    const bool bareV6 = bracket < 0 && text.count(u':') > 1;
    if (colon > bracket && !bareV6) {
        bool ok = false;
        out.port = text.sliced(colon + 1).toUShort(&ok);
        if (!ok || out.port == 0)
            return fail(Error::Kind::Unsupported, u"not a port: %1"_s.arg(text.sliced(colon + 1)),
                {}, PH_TEXT("queue", "Write the address as host:port or as a socket's path."));
        text.truncate(colon);
    }
    if (text.startsWith(u'[') && text.endsWith(u']'))
        text = text.sliced(1, text.size() - 2);
    if (text.isEmpty())
        return fail(Error::Kind::Unsupported, u"no host in the address"_s, {},
            PH_TEXT("queue", "Write the address as host:port or as a socket's path."));
    out.host = text;
    return out;
}

Result<SocketHandle> connectSocket(
    const RedisAddress& address, milliseconds limit, const Token& token)
{
    const auto until = Clock::now() + limit;
    if (!address.socket.isEmpty())
        return connectUnix(address.socket, until, token);

    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int code = getaddrinfo(address.host.toUtf8().constData(),
        QByteArray::number(address.port).constData(), &hints, &found);
    if (code != 0)
        return fail(Error::Kind::NotFound, QString::fromLocal8Bit(gai_strerror(code)), {},
            PH_TEXT("queue", "The host name %1 is not known here.").arg(address.host));
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> list(found, freeaddrinfo);
    Result<SocketHandle> last = fail(Error::Kind::NotFound, u"the host has no address"_s);
    for (const addrinfo* a = list.get(); a; a = a->ai_next) {
        last = connectOne(a->ai_family, a->ai_addr, a->ai_addrlen, until, token);
        if (last || token.stopped())
            break;
    }
    return last;
}

VoidResult waitFor(int fd, short events, const Token& token, Clock::time_point until)
{
    for (;;) {
        const bool late = token.timedOut() || Clock::now() >= until;
        if (late || token.stopped())
            return fail(late ? Error::Kind::Timeout : Error::Kind::Cancelled,
                late ? u"the server did not answer in time"_s : QString());
        pollfd p{fd, events, 0};
        const auto piece = std::max(token.remaining(kPiece), milliseconds(1));
        const int n = ::poll(&p, 1, int(piece.count()));
        if (n > 0)
            return {};
        if (n < 0 && errno != EINTR)
            return fail(Error::Kind::Internal, systemWords(errno));
    }
}

} // namespace pilothouse::queue
