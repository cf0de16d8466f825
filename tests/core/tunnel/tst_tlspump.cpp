// SPDX-License-Identifier: GPL-3.0-or-later
// TLS by the pump: what is accepted, what is refused and in which words, and that nothing stays
// behind.
#include "core/tunnel/tlspump.h"

#include "core/lane.h"

#include "tests/core/tunnel/tlsecho.h"
#include "tests/support/await.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Mode = TlsConfig::Mode;

int openDescriptors()
{
    return int(QDir(u"/proc/self/fd"_s)
                   .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                   .size());
}

QByteArray readExactly(int fd, qsizetype size)
{
    QByteArray got;
    char b[65536];
    while (got.size() < size) {
        pollfd p{fd, POLLIN, 0};
        if (::poll(&p, 1, 20'000) <= 0)
            break;
        const ssize_t n = ::recv(fd, b, sizeof b, MSG_DONTWAIT);
        if (n < 0 && errno == EAGAIN)
            continue;
        if (n <= 0)
            break;
        got.append(b, n);
    }
    return got;
}

// What an adapter keeps on its lane.
struct Link {
    TlsPump pump;
    int fd = -1;
    ~Link() { drop(); }
    void drop()
    {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
};

} // namespace

class TlsPumpTest final : public QObject
{
    Q_OBJECT

    TestCerts m_certs;
    TestCerts::Pair m_good;
    Runtime m_runtime;

    TlsConfig config(Mode mode) const { return {mode, m_certs.ca(), {}, {}}; }

    Result<QByteArray> talk(const TlsConfig& tls, const QString& host, quint16 port,
        const QString& name, QByteArray text = "hello")
    {
        Lane<Link> lane(m_runtime, u"pump"_s);
        return await(lane.run(10s, [=](Link& link, const Token& token) -> Result<QByteArray> {
            auto fd = link.pump.connect(Endpoint{host, port, {}}, name, tls, token);
            if (!fd)
                return tl::unexpected(fd.error());
            link.fd = *fd;
            // A server that refused us may be gone already; the pump knows why.
            const bool sent
                = ::send(link.fd, text.constData(), size_t(text.size()), MSG_NOSIGNAL) >= 0;
            const QByteArray reply = sent ? readExactly(link.fd, text.size()) : QByteArray();
            if (reply.size() != text.size())
                return tl::unexpected(link.pump.error().value_or(Error{}));
            return reply;
        }));
    }

private Q_SLOTS:
    void initTestCase() { m_good = m_certs.issue(u"good"_s, u"DNS:localhost,IP:127.0.0.1"_s); }

    void acceptsWhatItShould_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("name");
        QTest::newRow("full, name") << int(Mode::VerifyFull) << u"localhost"_s;
        QTest::newRow("full, address") << int(Mode::VerifyFull) << u"127.0.0.1"_s;
        QTest::newRow("chain only, other name") << int(Mode::VerifyCa) << u"other.example"_s;
        QTest::newRow("encrypt only, other name") << int(Mode::Require) << u"other.example"_s;
    }
    void acceptsWhatItShould()
    {
        QFETCH(int, mode);
        QFETCH(QString, name);
        TlsEcho echo(m_good);
        const auto reply = talk(config(Mode(mode)), u"127.0.0.1"_s, echo.port(), name);
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(*reply, "hello");
        QCOMPARE(echo.lastServerName(), name == u"127.0.0.1"_s ? QString() : name);
        QTRY_COMPARE(echo.openConnections(), 0);
    }

    void refusesWrongName()
    {
        TlsEcho echo(m_good);
        for (const QString& name : {u"other.example"_s, u"127.0.0.2"_s}) {
            const auto reply = talk(config(Mode::VerifyFull), u"127.0.0.1"_s, echo.port(), name);
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, Error::Kind::Auth);
            QVERIFY2(
                reply.error().detail.contains(u"mismatch"_s), qPrintable(reply.error().detail));
        }
    }

    void refusesExpired()
    {
        TlsEcho echo(m_certs.issue(u"old"_s, u"DNS:localhost"_s, -1));
        const auto reply
            = talk(config(Mode::VerifyCa), u"127.0.0.1"_s, echo.port(), u"localhost"_s);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Auth);
        QCOMPARE(reply.error().detail, u"certificate has expired"_s);
    }

    void refusesUnknownAuthority()
    {
        TlsEcho echo(m_good);
        TestCerts others;
        const TlsConfig otherCa{Mode::VerifyCa, others.ca(), {}, {}};
        const TlsConfig systemCa{Mode::VerifyFull, {}, {}, {}};
        for (const TlsConfig& tls : {otherCa, systemCa}) {
            const auto reply = talk(tls, u"127.0.0.1"_s, echo.port(), u"localhost"_s);
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, Error::Kind::Auth);
            QVERIFY2(!reply.error().detail.isEmpty(), "no words");
            qInfo() << "unknown authority:" << reply.error().detail;
        }
    }

    void showsTheClientCertificate()
    {
        TlsEcho echo(m_good, m_certs.ca());
        const auto mine = m_certs.issue(u"client"_s, u"email:ada@example.org"_s);
        TlsConfig tls = config(Mode::VerifyFull);
        const auto without = talk(tls, u"127.0.0.1"_s, echo.port(), u"localhost"_s);
        QVERIFY(!without);
        QCOMPARE(without.error().kind, Error::Kind::Auth);
        QVERIFY2(without.error().detail.contains(u"certificate required"_s),
            qPrintable(without.error().detail));
        tls.cert = mine.cert;
        tls.key = mine.key;
        const auto with = talk(tls, u"127.0.0.1"_s, echo.port(), u"localhost"_s);
        QVERIFY2(with, with ? "" : qPrintable(with.error().detail));
        tls.key = m_good.key; // not of this certificate
        const auto mixed = talk(tls, u"127.0.0.1"_s, echo.port(), u"localhost"_s);
        QVERIFY(!mixed);
        QCOMPARE(mixed.error().kind, Error::Kind::Auth);
        tls.cert = m_certs.path(u"missing.pem"_s);
        const auto missing = talk(tls, u"127.0.0.1"_s, echo.port(), u"localhost"_s);
        QVERIFY(!missing);
        QCOMPARE(missing.error().detail, QString(tls.cert + u": No such file or directory"_s));
    }

    void movesMuchBothWays()
    {
        TlsEcho echo(m_good);
        Lane<Link> lane(m_runtime, u"pump"_s);
        QByteArray big(32 << 20, Qt::Uninitialized);
        QRandomGenerator(7).fillRange(reinterpret_cast<quint32*>(big.data()), big.size() / 4);
        QElapsedTimer clock;
        clock.start();
        const auto same = await(lane.run(60s, [&](Link& link, const Token& token) -> Result<bool> {
            auto fd
                = link.pump.connect(u"localhost"_s, echo.port(), config(Mode::VerifyFull), token);
            if (!fd)
                return tl::unexpected(fd.error());
            link.fd = *fd;
            std::thread writer([&] {
                for (qsizetype at = 0; at < big.size();) {
                    const ssize_t n
                        = ::send(*fd, big.constData() + at, size_t(big.size() - at), MSG_NOSIGNAL);
                    if (n <= 0)
                        return;
                    at += n;
                }
            });
            const QByteArray got = readExactly(*fd, big.size());
            writer.join();
            return got == big;
        }));
        QVERIFY2(same, same ? "" : qPrintable(same.error().detail));
        QVERIFY(*same);
        qInfo() << "32 MiB there and back:" << clock.elapsed() << "ms";
    }

    void endsWhenTheServerCloses()
    {
        TlsEcho echo(m_good);
        echo.closeAfterOneReply();
        Lane<Link> lane(m_runtime, u"pump"_s);
        const auto end = await(lane.run(10s, [&](Link& link, const Token& token) -> Result<int> {
            auto fd
                = link.pump.connect(u"localhost"_s, echo.port(), config(Mode::VerifyFull), token);
            if (!fd)
                return tl::unexpected(fd.error());
            link.fd = *fd;
            (void)::send(*fd, "last", 4, MSG_NOSIGNAL);
            if (readExactly(*fd, 4) != "last")
                return -2;
            char b = 0;
            const auto n = ::recv(*fd, &b, 1, 0);
            return link.pump.isRunning() || link.pump.error() ? -3 : int(n);
        }));
        QCOMPARE(end.value_or(-4), 0);
    }

    void namesACutAndAReset()
    {
        TlsEcho echo(m_good);
        FaultProxy proxy(echo.port());
        Lane<Link> lane(m_runtime, u"pump"_s);
        const auto error
            = await(lane.run(10s, [&](Link& link, const Token& token) -> Result<Error> {
                  auto fd = link.pump.connect(Endpoint{proxy.host(), proxy.port(), {}},
                      u"localhost"_s, config(Mode::VerifyFull), token);
                  if (!fd)
                      return tl::unexpected(fd.error());
                  link.fd = *fd;
                  (void)::send(*fd, "x", 1, MSG_NOSIGNAL);
                  if (readExactly(*fd, 1) != "x")
                      return fail(Error::Kind::Internal, u"no echo"_s);
                  proxy.resetOpen();
                  char b = 0;
                  (void)::recv(*fd, &b, 1, 0);
                  return link.pump.error().value_or(Error{});
              }));
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Protocol);
        qInfo() << "after a reset:" << error->detail;
    }

    void plainServerIsNotTls()
    {
        // Answers anything with words that are no TLS.
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in a{};
        a.sin_family = AF_INET;
        a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof a;
        ::bind(listener, reinterpret_cast<sockaddr*>(&a), size);
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&a), &size);
        ::listen(listener, 1);
        std::thread server([listener] {
            const int c = ::accept(listener, nullptr, nullptr);
            (void)::send(c, "-ERR unknown command\r\n", 22, MSG_NOSIGNAL);
            char b[512];
            while (::recv(c, b, sizeof b, 0) > 0) { }
            ::close(c);
        });
        const auto reply
            = talk(config(Mode::Require), u"127.0.0.1"_s, ntohs(a.sin_port), u"localhost"_s);
        server.join();
        ::close(listener);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QVERIFY(!reply.error().hint.isEmpty());
    }

    void nobodyThere()
    {
        FaultProxy proxy(quint16(1));
        proxy.refuse();
        const auto reply
            = talk(config(Mode::Require), u"127.0.0.1"_s, proxy.port(), u"localhost"_s);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Refused);
        QVERIFY(reply.error().detail.contains(u"Connection refused"_s));
    }

    void handshakeInABlackHoleIsCancelled()
    {
        TlsEcho echo(m_good);
        FaultProxy proxy(echo.port());
        proxy.blackHole();
        Lane<Link> lane(m_runtime, u"pump"_s);
        std::atomic<bool> started{false};
        std::atomic<bool> ended{false};
        auto call = lane.run(60s, [&](Link& link, const Token& token) -> Result<int> {
            started = true;
            auto fd = link.pump.connect(Endpoint{proxy.host(), proxy.port(), {}}, u"localhost"_s,
                config(Mode::VerifyFull), token);
            ended = true;
            return fd;
        });
        QTRY_VERIFY(started);
        QTRY_COMPARE(proxy.counters().open, 1);
        QElapsedTimer clock;
        clock.start();
        call.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 2500);
        qInfo() << "handshake cancelled after" << clock.elapsed() << "ms";
    }

    void handshakeInABlackHoleTimesOut()
    {
        TlsEcho echo(m_good);
        FaultProxy proxy(echo.port());
        proxy.blackHole();
        Lane<Link> lane(m_runtime, u"pump"_s);
        std::atomic<bool> ended{false};
        const auto end = await(lane.run(300ms, [&](Link& link, const Token& token) -> Result<int> {
            auto fd = link.pump.connect(Endpoint{proxy.host(), proxy.port(), {}}, u"localhost"_s,
                config(Mode::VerifyFull), token);
            ended = true;
            return fd;
        }));
        QVERIFY(!end);
        QCOMPARE(end.error().kind, Error::Kind::Timeout);
        QTRY_VERIFY_WITH_TIMEOUT(ended, 2500);
    }

    void leavesNothingBehind()
    {
        TlsEcho echo(m_good);
        (void)talk(config(Mode::VerifyFull), u"localhost"_s, echo.port(), u"localhost"_s);
        QTRY_COMPARE(echo.openConnections(), 0);
        const int before = openDescriptors();
        for (int i = 0; i < 40; ++i) {
            const auto name = i % 4 == 3 ? u"wrong.example"_s : u"localhost"_s;
            (void)talk(config(Mode::VerifyFull), u"localhost"_s, echo.port(), name);
        }
        QTRY_COMPARE(echo.openConnections(), 0);
        QTRY_COMPARE(m_runtime.abandonedThreads(), 0);
        QTRY_VERIFY2(openDescriptors() <= before, "descriptors are left open");
    }
};

PH_TEST_MAIN(QCoreApplication, TlsPumpTest)
#include "tst_tlspump.moc"
