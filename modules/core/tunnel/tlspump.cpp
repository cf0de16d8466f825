// SPDX-License-Identifier: GPL-3.0-or-later
// The pump's thread: connect, handshake, then move bytes both ways with one small buffer each, so
// that a slow side slows the other one down.
#include "core/tunnel/tlspump.h"

#include "core/tunnel/tcpconnect.h"
#include "core/tunnel/tlssetup.h"
#include "core/tunnel/uniquefd.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <future>
#include <mutex>
#include <thread>

#include <openssl/err.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kBuffer = 64 * 1024;
// A library that closed leaves its last bytes; the server gets this long to take them.
constexpr milliseconds kLinger{5000};

struct Buffer {
    std::array<char, kBuffer> data;
    size_t from = 0;
    size_t to = 0;
    bool empty() const { return from == to; }
    size_t left() const { return to - from; }
    void took(size_t n)
    {
        from += n;
        if (from == to)
            from = to = 0;
    }
};

// OpenSSL writes with write(2): a peer that is gone would raise SIGPIPE in this thread.
void blockSigpipe()
{
    sigset_t set;
    ::sigemptyset(&set);
    ::sigaddset(&set, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace

class TlsPump::Work final
{
public:
    Work()
        : m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }
    ~Work()
    {
        stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Work)

    Result<int> run(const Endpoint& at, std::vector<SocketAddress> addresses, SslHandle ssl,
        const Token& token);
    void stop()
    {
        m_stop = true;
        const quint64 one = 1;
        (void)!::write(m_wake.get(), &one, sizeof one);
    }
    bool running() const { return m_running; }
    std::optional<Error> error() const
    {
        std::lock_guard lock(m_mutex);
        return m_error;
    }

private:
    VoidResult wait(int fd, short events, Clock::time_point until) const;
    VoidResult open(const Endpoint& at, const std::vector<SocketAddress>& addresses,
        Clock::time_point deadline);
    void pump();
    bool moveUp();
    bool moveDown();
    bool failed(int result);
    void await();
    void end();

    UniqueFd m_wake;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_running{false};
    mutable std::mutex m_mutex;
    std::optional<Error> m_error;
    std::thread m_thread;

    // The thread's own.
    UniqueFd m_socket;
    UniqueFd m_near; // our end of the pair
    SslHandle m_ssl;
    Buffer m_up;
    Buffer m_down;
    bool m_plainEnded = false; // the library closed
    bool m_tlsEnded = false; // the server closed
    bool m_writeBroken = false; // what it still sent is read nevertheless
    short m_writeWants = 0;
    short m_readWants = 0;
    Clock::time_point m_lingerUntil = Clock::time_point::max();
};

VoidResult TlsPump::Work::wait(int fd, short events, Clock::time_point until) const
{
    for (;;) {
        if (m_stop)
            return fail(Error::Kind::Cancelled, {});
        const auto now = Clock::now();
        if (now >= until)
            return fail(Error::Kind::Timeout, u"no answer in time"_s);
        const auto left = std::chrono::ceil<milliseconds>(until - now);
        const int limit = int(std::min<milliseconds>(left, std::chrono::minutes(10)).count());
        std::array<pollfd, 2> fds{{{fd, events, 0}, {m_wake.get(), POLLIN, 0}}};
        if (::poll(fds.data(), fds.size(), limit) > 0 && fds[0].revents != 0)
            return {};
    }
}

VoidResult TlsPump::Work::open(
    const Endpoint& at, const std::vector<SocketAddress>& addresses, Clock::time_point deadline)
{
    auto socket = connectSocket(at, addresses, deadline,
        [this](int fd, short events, Clock::time_point until) { return wait(fd, events, until); });
    if (!socket)
        return tl::unexpected(socket.error());
    m_socket = std::move(*socket);
    ::SSL_set_fd(m_ssl.get(), m_socket.get());
    for (;;) {
        ::ERR_clear_error();
        errno = 0;
        const int result = ::SSL_connect(m_ssl.get());
        const int systemError = errno;
        if (result == 1)
            return {};
        short events = 0;
        switch (::SSL_get_error(m_ssl.get(), result)) {
        case SSL_ERROR_WANT_READ:
            events = POLLIN;
            break;
        case SSL_ERROR_WANT_WRITE:
            events = POLLOUT;
            break;
        default:
            return tl::unexpected(tlsError(m_ssl.get(), result, systemError));
        }
        if (auto ready = wait(m_socket.get(), events, deadline); !ready)
            return ready;
    }
}

Result<int> TlsPump::Work::run(
    const Endpoint& at, std::vector<SocketAddress> addresses, SslHandle ssl, const Token& token)
{
    int pair[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return fail(Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(errno)));
    UniqueFd far(pair[0]);
    m_near = UniqueFd(pair[1]);
    m_ssl = std::move(ssl);

    std::promise<VoidResult> promise;
    auto opened = promise.get_future();
    m_running = true;
    m_thread = std::thread([this, at, addresses = std::move(addresses), deadline = token.deadline(),
                               promise = std::move(promise)]() mutable {
        blockSigpipe();
        auto result = open(at, addresses, deadline);
        const bool ok = result.has_value();
        if (!ok)
            m_running = false;
        promise.set_value(std::move(result));
        if (ok)
            pump();
        end();
    });
    VoidResult result;
    {
        // The thread answers at the deadline by itself.
        const Interrupt interrupt(token, [this] { stop(); });
        result = opened.get();
    }
    if (!result)
        return tl::unexpected(result.error().kind == Error::Kind::Cancelled && token.timedOut()
                ? Error{Error::Kind::Timeout, {}, u"no answer in time"_s, {}, {}}
                : result.error());
    if (m_stop) // asked to stop just after the handshake
        return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
    return far.release();
}

bool TlsPump::Work::failed(int result)
{
    const int systemError = errno;
    Error error = tlsError(m_ssl.get(), result, systemError);
    std::lock_guard lock(m_mutex);
    if (!m_error || error.kind == Error::Kind::Auth)
        m_error = std::move(error);
    return false;
}

// Library to server; true if something moved.
bool TlsPump::Work::moveUp()
{
    bool moved = false;
    if (m_up.empty() && !m_plainEnded) {
        const ssize_t n = ::recv(m_near.get(), m_up.data.data(), kBuffer, MSG_DONTWAIT);
        if (n > 0)
            m_up.to = size_t(n);
        else if (n == 0 || errno != EAGAIN)
            m_plainEnded = true;
        moved = n > 0;
    }
    m_writeWants = 0;
    if (m_writeBroken)
        m_up.took(m_up.left());
    if (!m_up.empty() && !m_tlsEnded) {
        ::ERR_clear_error();
        errno = 0;
        const int n = ::SSL_write(m_ssl.get(), m_up.data.data() + m_up.from, int(m_up.left()));
        if (n > 0) {
            m_up.took(size_t(n));
            return true;
        }
        const int why = ::SSL_get_error(m_ssl.get(), n);
        if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE)
            m_writeWants = why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
        else {
            // What the server sent before it closed is still there to be read, and may be its
            // reason.
            m_writeBroken = true;
            return failed(n);
        }
    }
    return moved;
}

// Server to library.
bool TlsPump::Work::moveDown()
{
    m_readWants = 0;
    bool moved = false;
    if (m_down.empty() && !m_tlsEnded) {
        ::ERR_clear_error();
        errno = 0;
        const int n = ::SSL_read(m_ssl.get(), m_down.data.data(), int(kBuffer));
        const int why = n > 0 ? SSL_ERROR_NONE : ::SSL_get_error(m_ssl.get(), n);
        if (n > 0) {
            m_down.to = size_t(n);
            moved = true;
        } else if (why == SSL_ERROR_ZERO_RETURN) {
            m_tlsEnded = true;
        } else if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) {
            m_readWants = why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
        } else {
            m_tlsEnded = true;
            return failed(n);
        }
    }
    if (!m_down.empty()) {
        const ssize_t n = ::send(m_near.get(), m_down.data.data() + m_down.from, m_down.left(),
            MSG_DONTWAIT | MSG_NOSIGNAL);
        if (n > 0) {
            m_down.took(size_t(n));
            moved = true;
        } else if (errno != EAGAIN) {
            m_plainEnded = true; // nobody reads any more
            m_down.took(m_down.left());
        }
    }
    return moved;
}

void TlsPump::Work::await()
{
    short near = 0;
    if (m_up.empty() && !m_plainEnded)
        near |= POLLIN;
    if (!m_down.empty())
        near |= POLLOUT;
    const short socket = short(m_writeWants | m_readWants);
    // A closed end reports a hang-up whether asked or not: watch it only until it is known.
    const bool hung = m_lingerUntil != Clock::time_point::max();
    std::array<pollfd, 3> fds{
        {{m_wake.get(), POLLIN, 0}, {near == 0 && hung ? -1 : m_near.get(), near, 0},
            {socket == 0 ? -1 : m_socket.get(), socket, 0}}};
    int limit = -1;
    if (hung)
        limit = int(std::max<qint64>(
            0, std::chrono::ceil<milliseconds>(m_lingerUntil - Clock::now()).count()));
    ::poll(fds.data(), fds.size(), limit);
    if ((fds[1].revents & POLLHUP) != 0 && !hung)
        m_lingerUntil = Clock::now() + kLinger;
}

void TlsPump::Work::pump()
{
    while (!m_stop && Clock::now() < m_lingerUntil) {
        const bool down = moveDown();
        const bool up = moveUp();
        if ((m_plainEnded && (m_up.empty() || m_tlsEnded)) || (m_tlsEnded && m_down.empty()))
            break;
        if (!up && !down)
            await();
    }
    if (m_plainEnded && !m_tlsEnded && !m_writeBroken) {
        ::ERR_clear_error();
        ::SSL_shutdown(m_ssl.get());
    }
}

void TlsPump::Work::end()
{
    m_ssl.reset();
    m_socket.reset();
    m_running = false;
    m_near.reset(); // the library sees the end after error() can tell why
    ::OPENSSL_thread_stop();
}

TlsPump::TlsPump() = default;
TlsPump::~TlsPump() = default;

Result<int> TlsPump::connect(
    const QString& host, quint16 port, const TlsConfig& tls, const Token& token)
{
    return connect(Endpoint{host, port, {}}, host, tls, token);
}

Result<int> TlsPump::connect(
    const Endpoint& at, const QString& serverName, const TlsConfig& tls, const Token& token)
{
    m_work.reset();
    auto ssl = makeTlsSession(tls, serverName);
    if (!ssl)
        return tl::unexpected(ssl.error());
    auto addresses = addressesOf(at);
    if (!addresses)
        return tl::unexpected(addresses.error());
    m_work = std::make_unique<Work>();
    return m_work->run(at, std::move(*addresses), std::move(*ssl), token);
}

bool TlsPump::isRunning() const
{
    return m_work && m_work->running();
}

std::optional<Error> TlsPump::error() const
{
    return m_work ? m_work->error() : std::nullopt;
}

} // namespace pilothouse
