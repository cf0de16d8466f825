// SPDX-License-Identifier: GPL-3.0-or-later
// Blocking sockets; the destructor shuts them all down.
#include "tests/core/http/testserver.h"

#include <QFile>

#include <atomic>
#include <cstring>
#include <list>
#include <mutex>
#include <set>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse::test
{

class TestServer::Worker final
{
public:
    Worker(Handler handler, const QString& path)
        : m_handler(std::move(handler))
    {
        if (path.isEmpty()) {
            m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in a{};
            a.sin_family = AF_INET;
            a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof a;
            ::bind(m_listener, reinterpret_cast<sockaddr*>(&a), size);
            ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&a), &size);
            port = ntohs(a.sin_port);
        } else {
            m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_un a{};
            a.sun_family = AF_UNIX;
            std::strncpy(a.sun_path, QFile::encodeName(path).constData(), sizeof a.sun_path - 1);
            ::bind(m_listener, reinterpret_cast<sockaddr*>(&a), sizeof a);
        }
        ::listen(m_listener, 32);
        m_thread = std::thread([this] { acceptAll(); });
    }
    ~Worker()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
        {
            std::lock_guard lock(m_mutex);
            for (const int fd : m_fds)
                ::shutdown(fd, SHUT_RDWR);
        }
        for (std::thread& t : m_clients)
            t.join();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    quint16 port = 0;
    std::atomic<int> accepted{0};
    std::atomic<int> requests{0};

private:
    void acceptAll()
    {
        for (;;) {
            const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0)
                return;
            ++accepted;
            std::lock_guard lock(m_mutex);
            m_fds.insert(fd);
            m_clients.emplace_back([this, fd] {
                serve(fd);
                std::lock_guard inner(m_mutex);
                m_fds.erase(fd);
                ::close(fd);
            });
        }
    }

    void serve(int fd)
    {
        QByteArray in;
        const auto more = [&] {
            char b[16384];
            const ssize_t n = ::recv(fd, b, sizeof b, 0);
            if (n > 0)
                in.append(b, n);
            return n > 0;
        };
        const Write write = [fd](const QByteArray& bytes) {
            for (qsizetype at = 0; at < bytes.size();) {
                const ssize_t n
                    = ::send(fd, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
                if (n <= 0)
                    return false;
                at += n;
            }
            return true;
        };
        for (;;) {
            qsizetype end = -1;
            while ((end = in.indexOf("\r\n\r\n")) < 0)
                if (!more())
                    return;
            ServerRequest r;
            const QList<QByteArray> lines = in.left(end).replace("\r\n", "\n").split('\n');
            const QList<QByteArray> first = lines.value(0).split(' ');
            r.method = first.value(0);
            r.target = first.value(1);
            for (const QByteArray& line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                r.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
            }
            in.remove(0, end + 4);
            const qsizetype size = r.headers.value("content-length").toLongLong();
            while (in.size() < size)
                if (!more())
                    return;
            r.body = in.left(size);
            in.remove(0, size);
            ++requests;
            if (!m_handler(r, write))
                return;
        }
    }

    Handler m_handler;
    int m_listener = -1;
    std::mutex m_mutex;
    std::set<int> m_fds;
    std::list<std::thread> m_clients;
    std::thread m_thread;
};

TestServer::TestServer(Handler handler, const QString& unixPath)
    : m_worker(std::make_unique<Worker>(std::move(handler), unixPath))
{
}

TestServer::~TestServer() = default;

quint16 TestServer::port() const
{
    return m_worker->port;
}
int TestServer::accepted() const
{
    return m_worker->accepted;
}
int TestServer::requests() const
{
    return m_worker->requests;
}

QByteArray TestServer::answer(int status, const QByteArray& body, const QByteArray& extraHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body;
}

} // namespace pilothouse::test
