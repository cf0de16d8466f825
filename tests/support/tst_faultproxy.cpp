// SPDX-License-Identifier: GPL-3.0-or-later
// The fault proxy itself: every mode does what its name says, over TCP and over a unix socket.
#include "tests/support/faultproxy.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

int connectTo(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<sockaddr*>(&a), sizeof a) == 0)
        return fd;
    ::close(fd);
    return -1;
}

sockaddr_un localAddress(const QString& path)
{
    sockaddr_un a{};
    a.sun_family = AF_UNIX;
    std::strncpy(a.sun_path, path.toLocal8Bit().constData(), sizeof a.sun_path - 1);
    return a;
}

// Sends back what it gets, one connection after the other.
class Echo final
{
public:
    explicit Echo(const QString& path = {})
    {
        m_fd = ::socket(path.isEmpty() ? AF_INET : AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (path.isEmpty()) {
            sockaddr_in a{};
            a.sin_family = AF_INET;
            a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof a;
            ::bind(m_fd, reinterpret_cast<sockaddr*>(&a), size);
            ::getsockname(m_fd, reinterpret_cast<sockaddr*>(&a), &size);
            port = ntohs(a.sin_port);
        } else {
            const sockaddr_un a = localAddress(path);
            ::bind(m_fd, reinterpret_cast<const sockaddr*>(&a), sizeof a);
        }
        ::listen(m_fd, 8);
        m_thread = std::thread([this] {
            for (;;) {
                const int c = ::accept(m_fd, nullptr, nullptr);
                if (c < 0)
                    return;
                char b[4096];
                for (ssize_t n = 0; (n = ::recv(c, b, sizeof b, 0)) > 0;)
                    (void)::send(c, b, size_t(n), MSG_NOSIGNAL);
                ::close(c);
            }
        });
    }
    ~Echo()
    {
        ::shutdown(m_fd, SHUT_RDWR);
        m_thread.join();
        ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Echo)
    quint16 port = 0;

private:
    int m_fd = -1;
    std::thread m_thread;
};

bool readable(int fd, int ms)
{
    pollfd p{fd, POLLIN, 0};
    return ::poll(&p, 1, ms) > 0;
}

// Reads until `size` bytes, the end or an error; the error is left in errno.
QByteArray readAll(int fd, qsizetype size, ssize_t* last = nullptr)
{
    QByteArray got;
    while (got.size() < size && readable(fd, 10'000)) {
        char b[4096];
        const ssize_t n = ::recv(fd, b, sizeof b, 0);
        if (last)
            *last = n;
        if (n <= 0)
            break;
        got.append(b, n);
    }
    return got;
}

void say(int fd, const QByteArray& text)
{
    QCOMPARE(::send(fd, text.constData(), size_t(text.size()), MSG_NOSIGNAL), text.size());
}

} // namespace

class FaultProxyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesAndCounts()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        const int fd = connectTo(proxy.port());
        QVERIFY(fd >= 0);
        const QByteArray big(3'000'000, 'x');
        std::thread writer([&] {
            for (qsizetype at = 0; at < big.size();)
                at += ::send(fd, big.constData() + at, size_t(big.size() - at), MSG_NOSIGNAL);
        });
        QCOMPARE(readAll(fd, big.size()).size(), big.size());
        writer.join();
        QCOMPARE(proxy.counters().accepted, 1);
        QCOMPARE(proxy.counters().open, 1);
        QCOMPARE(proxy.counters().toTarget, big.size());
        QCOMPARE(proxy.counters().fromTarget, big.size());
        ::close(fd);
        QTRY_COMPARE(proxy.counters().open, 0);
    }

    void blackHoleIsSilentAndHealsAgain()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        const int old = connectTo(proxy.port());
        say(old, "one");
        QCOMPARE(readAll(old, 3), "one");
        proxy.blackHole();
        say(old, "two");
        QVERIFY(!readable(old, 200));
        const int fresh = connectTo(proxy.port());
        QVERIFY(fresh >= 0);
        QVERIFY(!readable(fresh, 100));
        QTRY_COMPARE(proxy.counters().open, 2);
        proxy.pass();
        QCOMPARE(readAll(old, 3), "two");
        ::close(old);
        say(fresh, "three");
        QCOMPARE(readAll(fresh, 5), "three");
        ::close(fresh);
    }

    void delaysReplies()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        proxy.delay(150ms);
        const int fd = connectTo(proxy.port());
        QElapsedTimer clock;
        clock.start();
        say(fd, "late");
        QCOMPARE(readAll(fd, 4), "late");
        QVERIFY2(clock.elapsed() >= 150, qPrintable(QString::number(clock.elapsed())));
        ::close(fd);
    }

    void cutsInTheMiddleOfAReply()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        proxy.cutAfter(5);
        const int fd = connectTo(proxy.port());
        say(fd, "0123456789");
        ssize_t last = -1;
        QCOMPARE(readAll(fd, 10, &last), "01234");
        QCOMPARE(last, 0);
        ::close(fd);
    }

    void resets()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        const int fd = connectTo(proxy.port());
        say(fd, "a");
        QCOMPARE(readAll(fd, 1), "a");
        proxy.resetOpen();
        char b = 0;
        QCOMPARE(::recv(fd, &b, 1, 0), -1);
        QCOMPARE(errno, ECONNRESET);
        ::close(fd);

        proxy.reset();
        const int next = connectTo(proxy.port());
        if (next >= 0) { // the reset may come before connect() returns
            QVERIFY(readable(next, 10'000));
            QCOMPARE(::recv(next, &b, 1, 0), -1);
            QCOMPARE(errno, ECONNRESET);
            ::close(next);
        }
    }

    void refusesAndListensAgain()
    {
        Echo echo;
        FaultProxy proxy(echo.port);
        const quint16 port = proxy.port();
        const int fd = connectTo(port);
        QTRY_COMPARE(proxy.counters().open, 1);
        proxy.refuse();
        QVERIFY(!proxy.isListening());
        ssize_t last = -1;
        QCOMPARE(readAll(fd, 1, &last), QByteArray());
        QCOMPARE(connectTo(port), -1);
        QCOMPARE(errno, ECONNREFUSED);
        ::close(fd);
        proxy.pass();
        QCOMPARE(proxy.port(), port);
        const int again = connectTo(port);
        QVERIFY(again >= 0);
        say(again, "b");
        QCOMPARE(readAll(again, 1), "b");
        ::close(again);
    }

    void worksOnAUnixSocket()
    {
        QTemporaryDir dir;
        Echo echo(dir.filePath(u"echo"_s));
        FaultProxy proxy(dir.filePath(u"echo"_s), dir.filePath(u"proxy"_s));
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un a = localAddress(proxy.path());
        QCOMPARE(::connect(fd, reinterpret_cast<const sockaddr*>(&a), sizeof a), 0);
        say(fd, "local");
        QCOMPARE(readAll(fd, 5), "local");
        proxy.refuse();
        ::close(fd);
        const int none = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(::connect(none, reinterpret_cast<const sockaddr*>(&a), sizeof a) != 0);
        ::close(none);
    }
};

PH_TEST_MAIN(QCoreApplication, FaultProxyTest)
#include "tst_faultproxy.moc"
