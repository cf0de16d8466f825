// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy's thread: one poll loop over all sockets, woken by a pipe when a test changes the mode.
#include "tests/support/faultproxy.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <functional>
#include <limits>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse::test
{

namespace
{

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

enum class Mode { Pass, BlackHole, Reset, Refuse };
constexpr qint64 kNoCut = std::numeric_limits<qint64>::max();
constexpr qint64 kMaxQueued = 4 << 20;

union Address {
    sockaddr any;
    sockaddr_in inet;
    sockaddr_un local;
};

struct Place {
    Address address{};
    socklen_t size = 0;

    static Place inet(quint16 port)
    {
        Place p;
        p.address.inet.sin_family = AF_INET;
        p.address.inet.sin_port = htons(port);
        p.address.inet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        p.size = sizeof(sockaddr_in);
        return p;
    }
    static Place local(const QString& path)
    {
        Place p;
        const QByteArray name = QFile::encodeName(path);
        Q_ASSERT(name.size() < qsizetype(sizeof(p.address.local.sun_path)));
        p.address.local.sun_family = AF_UNIX;
        std::memcpy(p.address.local.sun_path, name.constData(), size_t(name.size()) + 1);
        p.size = sizeof(sockaddr_un);
        return p;
    }
    int socket() const
    {
        return ::socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    }
};

struct Piece {
    Clock::time_point due;
    QByteArray bytes;
};

struct Flow {
    std::deque<Piece> queue;
    qint64 queued = 0;
    bool ended = false; // the reading side saw the end
    bool closed = false; // and the writing side was told
};

struct Connection {
    int client = -1;
    int target = -1; // not opened while in the black hole
    Flow up;
    Flow down;
    qint64 replyLeft = kNoCut;
    bool dead = false;
};

void closeNow(int& fd, bool withReset)
{
    if (fd < 0)
        return;
    if (withReset) {
        const linger hard{1, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    } else {
        ::shutdown(fd, SHUT_RDWR);
    }
    ::close(fd);
    fd = -1;
}

} // namespace

class FaultProxy::Worker final
{
public:
    Worker(Place target, Place listenAt, const QString& path)
        : m_target(target)
        , m_listenAt(listenAt)
        , m_path(path)
    {
        if (::pipe2(m_wake, O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("fault proxy: no pipe");
        listen();
        m_thread = std::thread([this] { loop(); });
    }
    ~Worker()
    {
        change([this] { m_quit = true; });
        m_thread.join();
        ::close(m_wake[0]);
        ::close(m_wake[1]);
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(Worker)

    // Runs `f` on the worker's thread and waits for it.
    void change(std::function<void()> f)
    {
        std::unique_lock lock(m_mutex);
        m_change = std::move(f);
        (void)!::write(m_wake[1], "x", 1);
        m_changed.wait(lock, [this] { return !m_change; });
    }

    void setMode(Mode mode, milliseconds delay = {}, qint64 cut = kNoCut)
    {
        change([this, mode, delay, cut] {
            m_mode = mode;
            m_delay = delay;
            m_cut = cut;
            for (Connection& c : m_connections)
                c.replyLeft = cut;
            if (mode == Mode::Reset || mode == Mode::Refuse)
                closeAll(mode == Mode::Reset);
            if (mode == Mode::Refuse)
                unlisten();
            else if (m_listener < 0)
                listen();
        });
    }
    void closeAll(bool withReset)
    {
        for (Connection& c : m_connections) {
            closeNow(c.client, withReset);
            closeNow(c.target, withReset);
        }
        m_connections.clear();
        count();
    }

    quint16 port() const { return m_port; }
    const QString& path() const { return m_path; }
    bool listening() const
    {
        std::lock_guard lock(m_mutex);
        return m_listener >= 0;
    }
    Counters counters() const
    {
        std::lock_guard lock(m_countersMutex);
        return m_counters;
    }

private:
    void listen()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
        m_listener = m_listenAt.socket();
        const int on = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (::bind(m_listener, &m_listenAt.address.any, m_listenAt.size) != 0
            || ::listen(m_listener, 64) != 0)
            qFatal("fault proxy: cannot listen: %s", std::strerror(errno));
        if (m_path.isEmpty()) {
            // The port found the first time is kept for the times after refuse().
            ::getsockname(m_listener, &m_listenAt.address.any, &m_listenAt.size);
            m_port = ntohs(m_listenAt.address.inet.sin_port);
        }
    }
    void unlisten()
    {
        if (m_listener >= 0)
            ::close(m_listener);
        m_listener = -1;
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }

    void loop()
    {
        for (;;) {
            std::vector<pollfd> fds{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
            int wait = -1;
            for (Connection& c : m_connections)
                watch(c, fds, wait);
            ::poll(fds.data(), fds.size(), wait);
            if (fds[0].revents != 0 && obey())
                return;
            if (fds[1].revents != 0 && m_listener >= 0)
                accept();
            for (Connection& c : m_connections)
                move(c);
            m_connections.remove_if([](Connection& c) {
                if (c.dead) {
                    closeNow(c.client, false);
                    closeNow(c.target, false);
                }
                return c.dead;
            });
            count();
        }
    }

    bool obey()
    {
        char drain[16];
        while (::read(m_wake[0], drain, sizeof drain) > 0) { }
        std::lock_guard lock(m_mutex);
        if (m_change)
            m_change();
        if (m_quit) {
            unlisten();
            closeAll(false);
        }
        m_change = nullptr;
        m_changed.notify_all();
        return m_quit;
    }

    void accept()
    {
        for (;;) {
            int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (fd < 0)
                return;
            {
                std::lock_guard lock(m_countersMutex);
                ++m_counters.accepted;
            }
            if (m_mode == Mode::Reset) {
                closeNow(fd, true);
                continue;
            }
            Connection c;
            c.client = fd;
            c.replyLeft = m_cut;
            m_connections.push_back(std::move(c));
        }
    }

    // The black hole watches no socket at all: a hang-up would wake poll() without end.
    void watch(const Connection& c, std::vector<pollfd>& fds, int& wait) const
    {
        if (m_mode == Mode::BlackHole)
            return;
        if (c.target < 0) {
            wait = 0;
            return;
        }
        const auto events = [&](const Flow& in, const Flow& out) {
            short e = 0;
            if (!in.ended && in.queued < kMaxQueued)
                e |= POLLIN;
            if (!out.queue.empty()) {
                const auto left
                    = std::chrono::ceil<milliseconds>(out.queue.front().due - Clock::now());
                if (left.count() <= 0)
                    e |= POLLOUT;
                else
                    wait = wait < 0 ? int(left.count()) : std::min(wait, int(left.count()));
            }
            return e;
        };
        const short atClient = events(c.up, c.down);
        const short atTarget = events(c.down, c.up);
        fds.push_back({atClient != 0 ? c.client : -1, atClient, 0});
        fds.push_back({atTarget != 0 ? c.target : -1, atTarget, 0});
    }

    void move(Connection& c)
    {
        if (m_mode == Mode::BlackHole)
            return;
        if (c.target < 0) {
            c.target = m_target.socket();
            if (::connect(c.target, &m_target.address.any, m_target.size) != 0
                && errno != EINPROGRESS) {
                c.dead = true;
                return;
            }
        }
        take(c, c.client, c.up, milliseconds(0));
        take(c, c.target, c.down, m_delay);
        give(c, c.target, c.up, false);
        give(c, c.client, c.down, true);
        if (c.up.closed && c.down.closed)
            c.dead = true;
    }

    static void take(Connection& c, int from, Flow& flow, milliseconds delay)
    {
        char buffer[16384];
        while (!c.dead && !flow.ended && flow.queued < kMaxQueued) {
            const ssize_t n = ::recv(from, buffer, sizeof buffer, 0);
            if (n > 0) {
                flow.queue.push_back({Clock::now() + delay, QByteArray(buffer, n)});
                flow.queued += n;
            } else if (n == 0) {
                flow.ended = true;
            } else {
                // ENOTCONN: the connection to the target is still being made.
                if (errno != EAGAIN && errno != ENOTCONN)
                    c.dead = true;
                return;
            }
        }
    }

    void give(Connection& c, int to, Flow& flow, bool isReply)
    {
        while (!c.dead && !flow.queue.empty() && flow.queue.front().due <= Clock::now()) {
            QByteArray& bytes = flow.queue.front().bytes;
            const qint64 want
                = isReply ? std::min<qint64>(bytes.size(), c.replyLeft) : bytes.size();
            const ssize_t n = ::send(to, bytes.constData(), size_t(want), MSG_NOSIGNAL);
            if (n < 0) {
                if (errno != EAGAIN && errno != ENOTCONN)
                    c.dead = true;
                return;
            }
            flow.queued -= n;
            bytes.remove(0, n);
            if (bytes.isEmpty())
                flow.queue.pop_front();
            {
                std::lock_guard lock(m_countersMutex);
                (isReply ? m_counters.fromTarget : m_counters.toTarget) += n;
            }
            if (isReply && c.replyLeft != kNoCut) {
                c.replyLeft -= n;
                if (c.replyLeft <= 0)
                    c.dead = true;
            }
        }
        if (flow.ended && flow.queue.empty() && !flow.closed) {
            ::shutdown(to, SHUT_WR);
            flow.closed = true;
        }
    }

    void count()
    {
        std::lock_guard lock(m_countersMutex);
        m_counters.open = int(m_connections.size());
    }

    const Place m_target;
    Place m_listenAt;
    const QString m_path;
    quint16 m_port = 0;
    int m_wake[2] = {-1, -1};

    mutable std::mutex m_mutex; // guards m_change, and m_listener against readers
    std::condition_variable m_changed;
    std::function<void()> m_change;
    int m_listener = -1;

    // The worker's own.
    bool m_quit = false;
    Mode m_mode = Mode::Pass;
    milliseconds m_delay{0};
    qint64 m_cut = kNoCut;
    std::list<Connection> m_connections;

    mutable std::mutex m_countersMutex;
    Counters m_counters;
    std::thread m_thread;
};

FaultProxy::FaultProxy(quint16 targetPort)
    : m_worker(std::make_unique<Worker>(Place::inet(targetPort), Place::inet(0), QString()))
{
}

FaultProxy::FaultProxy(const QString& targetPath, const QString& listenPath)
    : m_worker(
        std::make_unique<Worker>(Place::local(targetPath), Place::local(listenPath), listenPath))
{
}

FaultProxy::~FaultProxy() = default;

quint16 FaultProxy::port() const
{
    return m_worker->port();
}
QString FaultProxy::path() const
{
    return m_worker->path();
}
bool FaultProxy::isListening() const
{
    return m_worker->listening();
}
void FaultProxy::pass()
{
    m_worker->setMode(Mode::Pass);
}
void FaultProxy::blackHole()
{
    m_worker->setMode(Mode::BlackHole);
}
void FaultProxy::delay(milliseconds time)
{
    m_worker->setMode(Mode::Pass, time);
}
void FaultProxy::cutAfter(qint64 replyBytes)
{
    m_worker->setMode(Mode::Pass, {}, replyBytes);
}
void FaultProxy::reset()
{
    m_worker->setMode(Mode::Reset);
}
void FaultProxy::refuse()
{
    m_worker->setMode(Mode::Refuse);
}
void FaultProxy::resetOpen()
{
    m_worker->change([this] { m_worker->closeAll(true); });
}
FaultProxy::Counters FaultProxy::counters() const
{
    return m_worker->counters();
}

} // namespace pilothouse::test
