// SPDX-License-Identifier: GPL-3.0-or-later
// getaddrinfo, non-blocking connect, keepalive.
#include "core/tunnel/tcpconnect.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/un.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

const sockaddr* addressOf(const SocketAddress& a)
{
    return reinterpret_cast<const sockaddr*>(&a.storage);
}

QString nameOf(const Endpoint& at)
{
    return at.isUnix() ? at.path : u"%1:%2"_s.arg(at.host).arg(at.port);
}

tl::unexpected<Error> connectError(const Endpoint& at, int error)
{
    return fail(error == ETIMEDOUT ? Error::Kind::Timeout : Error::Kind::Refused,
        nameOf(at) + u": "_s + QString::fromLocal8Bit(std::strerror(error)));
}

// Linux: a dead peer is noticed after 15 s of silence plus three probes, or 30 s without an
// acknowledgement of what we sent.
void keepAlive(int fd)
{
    const int on = 1;
    const int idle = 15;
    const int interval = 5;
    const int count = 3;
    const unsigned userTimeout = 30'000;
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
    ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &userTimeout, sizeof userTimeout);
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

Result<std::vector<SocketAddress>> addressesOf(const Endpoint& at)
{
    std::vector<SocketAddress> out;
    if (at.isUnix()) {
        const QByteArray name = QFile::encodeName(at.path);
        sockaddr_un local{};
        if (name.size() >= qsizetype(sizeof local.sun_path))
            return fail(Error::Kind::Refused, nameOf(at) + u": path too long"_s);
        local.sun_family = AF_UNIX;
        std::memcpy(local.sun_path, name.constData(), size_t(name.size()));
        SocketAddress a;
        std::memcpy(&a.storage, &local, sizeof local);
        a.size = sizeof local;
        a.family = AF_UNIX;
        out.push_back(a);
        return out;
    }
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* list = nullptr;
    const QByteArray port = QByteArray::number(at.port);
    const int error = ::getaddrinfo(at.host.toUtf8().constData(), port.constData(), &hints, &list);
    if (error != 0)
        return fail(Error::Kind::Refused,
            nameOf(at) + u": "_s + QString::fromLocal8Bit(::gai_strerror(error)));
    for (const addrinfo* i = list; i; i = i->ai_next) {
        SocketAddress a;
        std::memcpy(&a.storage, i->ai_addr, i->ai_addrlen);
        a.size = i->ai_addrlen;
        a.family = i->ai_family;
        out.push_back(a);
    }
    ::freeaddrinfo(list);
    return out;
}

Result<UniqueFd> connectSocket(const Endpoint& at, const std::vector<SocketAddress>& addresses,
    Clock::time_point deadline, const WaitReady& wait)
{
    Result<UniqueFd> last = fail(Error::Kind::Refused, nameOf(at) + u": no address"_s);
    for (size_t i = 0; i < addresses.size(); ++i) {
        const SocketAddress& a = addresses[i];
        UniqueFd fd(::socket(a.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!fd) {
            last = connectError(at, errno);
            continue;
        }
        if (a.family != AF_UNIX)
            keepAlive(fd.get());
        if (::connect(fd.get(), addressOf(a), a.size) != 0) {
            if (errno != EINPROGRESS) {
                last = connectError(at, errno);
                continue;
            }
            const auto now = Clock::now();
            const auto share = deadline == Clock::time_point::max()
                ? deadline
                : now + (deadline - now) / int(addresses.size() - i);
            if (auto ready = wait(fd.get(), POLLOUT, share); !ready) {
                last = tl::unexpected(ready.error());
                if (ready.error().kind != Error::Kind::Timeout)
                    return last;
                continue;
            }
            int error = 0;
            socklen_t size = sizeof error;
            ::getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &size);
            if (error != 0) {
                last = connectError(at, error);
                continue;
            }
        }
        return fd;
    }
    return last;
}

bool accepts(const Endpoint& local)
{
    const auto addresses = addressesOf(local);
    if (!addresses || addresses->empty())
        return false;
    const SocketAddress& a = addresses->front();
    const UniqueFd fd(::socket(a.family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return fd && ::connect(fd.get(), addressOf(a), a.size) == 0;
}

Result<quint16> freeLoopbackPort()
{
    const UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof a;
    if (!fd || ::bind(fd.get(), reinterpret_cast<sockaddr*>(&a), size) != 0
        || ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&a), &size) != 0)
        return fail(Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    return ntohs(a.sin_port);
}

} // namespace pilothouse
