// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/airflow/httprelay.h"

#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace pilothouse::test
{

HttpRelay::HttpRelay(quint16 port, QByteArray needle)
    : m_port(port)
    , m_needle(std::move(needle))
    , m_server([this](const ServerRequest& request, const TestServer::Write& write) {
        return pass(request, write);
    })
{
    m_clock.start();
}

QString HttpRelay::address() const
{
    return QString::fromLatin1("http://127.0.0.1:%1").arg(m_server.port());
}

QByteArrayList HttpRelay::asked() const
{
    std::lock_guard lock(m_mutex);
    return m_asked;
}

std::vector<qint64> HttpRelay::seen() const
{
    std::lock_guard lock(m_mutex);
    return m_seen;
}

namespace
{

// Whether an answer is whole, as its head says.
class AnswerEnd final
{
public:
    bool isWholeWith(const QByteArray& bytes)
    {
        m_received += bytes.size();
        if (m_body < 0) {
            m_head += bytes;
            const auto end = m_head.indexOf("\r\n\r\n");
            if (end < 0)
                return false;
            m_body = end + 4;
            for (const QByteArray& line : m_head.left(end).toLower().split('\n'))
                if (line.startsWith("content-length:"))
                    m_length = line.mid(15).trimmed().toLongLong();
        }
        return m_length >= 0 ? m_received >= m_body + m_length : bytes.endsWith("0\r\n\r\n");
    }

private:
    QByteArray m_head;
    qint64 m_received = 0;
    qint64 m_body = -1;
    qint64 m_length = -1;
};

} // namespace

bool HttpRelay::pass(const ServerRequest& request, const TestServer::Write& write)
{
    if (!request.target.startsWith("/auth") && !request.target.startsWith("/login")
        && !request.target.endsWith("/version")) {
        std::lock_guard lock(m_mutex);
        m_asked.append(request.method + ' ' + request.target);
    }
    const int now = ++m_atOnce;
    int most = m_mostAtOnce;
    while (now > most && !m_mostAtOnce.compare_exchange_weak(most, now)) { }
    bool over = false;
    const bool on = forward(request, [&](const QByteArray& bytes, bool last) {
        // Before the client has all of it: it may ask the next thing at once.
        if (last && !std::exchange(over, true))
            --m_atOnce;
        return write(bytes);
    });
    if (!over)
        --m_atOnce;
    return on;
}

// One connection for each request, which the server closes behind its answer.
bool HttpRelay::forward(const ServerRequest& request, const Forward& write)
{
    QByteArray head = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (auto it = request.headers.cbegin(); it != request.headers.cend(); ++it)
        if (it.key() != "connection" && it.key() != "accept-encoding" && it.key() != "expect")
            head += it.key() + ": " + it.value() + "\r\n";
    const QByteArray out = head + "connection: close\r\n\r\n" + request.body;

    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{60, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(m_port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0
        && ::send(fd, out.constData(), size_t(out.size()), MSG_NOSIGNAL) == out.size()) {
        AnswerEnd end;
        QByteArray tail; // a needle may lie over the end of a piece
        std::vector<char> piece(64 << 10);
        for (ssize_t n = 0; (n = ::recv(fd, piece.data(), piece.size(), 0)) > 0;) {
            const QByteArray bytes(piece.data(), n);
            if (!write(bytes, end.isWholeWith(bytes)))
                break;
            if (m_needle.isEmpty())
                continue;
            tail += bytes;
            if (const auto found = tail.count(m_needle)) {
                std::lock_guard lock(m_mutex);
                m_seen.insert(m_seen.end(), size_t(found), m_clock.elapsed());
                tail = tail.mid(tail.lastIndexOf(m_needle) + m_needle.size());
            }
            tail = tail.right(m_needle.size() - 1);
        }
    }
    ::close(fd);
    return false;
}

} // namespace pilothouse::test
