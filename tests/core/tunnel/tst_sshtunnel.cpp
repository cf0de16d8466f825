// SPDX-License-Identifier: GPL-3.0-or-later
// Through a real sshd on a free loopback port, with keys made for the occasion.
#include "core/tunnel/sshtunnel.h"

#include "core/lane.h"
#include "core/tunnel/tcpconnect.h"
#include "core/tunnel/tlspump.h"

#include "tests/core/tunnel/tlsecho.h"
#include "tests/support/await.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

void write(const QString& path, const QString& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

bool run(const QString& program, const QStringList& arguments)
{
    QProcess p;
    p.start(program, arguments);
    return p.waitForFinished() && p.exitCode() == 0;
}

// A line there and back through an established way.
Result<QByteArray> echoThrough(int fd)
{
    char b[64];
    (void)::send(fd, "ping", 4, MSG_NOSIGNAL);
    pollfd p{fd, POLLIN, 0};
    if (::poll(&p, 1, 10'000) <= 0)
        return fail(Error::Kind::Timeout, u"no echo"_s);
    const ssize_t n = ::recv(fd, b, sizeof b, 0);
    return QByteArray(b, std::max<ssize_t>(0, n));
}

} // namespace

class SshTunnelTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_sshd;
    quint16 m_port = 0;
    QString m_config;
    QString m_jump;
    Runtime m_runtime;
    TestCerts m_certs;
    std::unique_ptr<TlsEcho> m_echo;

    SshOptions options() const { return {u"ssh"_s, m_config, 10}; }

    Result<Endpoint> open(SshTunnel& tunnel, quint16 port, milliseconds limit = 20s)
    {
        Lane<> lane(m_runtime, u"ssh"_s);
        return await(lane.run(limit, [&tunnel, port](NoConnection&, const Token& token) {
            return tunnel.open(u"127.0.0.1"_s, port, token);
        }));
    }
    // TLS through the tunnel: the name checked is the server's, not that of the near end.
    Result<QByteArray> talk(const Endpoint& near)
    {
        Lane<TlsPump> lane(m_runtime, u"tls"_s);
        const TlsConfig tls{TlsConfig::Mode::VerifyFull, m_certs.ca(), {}, {}};
        return await(lane.run(20s, [=](TlsPump& pump, const Token& token) -> Result<QByteArray> {
            auto fd = pump.connect(near, u"localhost"_s, tls, token);
            if (!fd)
                return tl::unexpected(fd.error());
            const UniqueFd held(*fd);
            return echoThrough(*fd);
        }));
    }
    QList<qint64> sshProcesses() const
    {
        QList<qint64> out;
        for (const QString& pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile f(u"/proc/%1/cmdline"_s.arg(pid));
            if (pid.toLongLong() > 0 && f.open(QIODevice::ReadOnly)
                && f.readAll().contains(m_config.toUtf8()))
                out << pid.toLongLong();
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString sshd
            = QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
        if (sshd.isEmpty() || QStandardPaths::findExecutable(u"ssh"_s).isEmpty()) {
            QVERIFY2(qEnvironmentVariable("CI") != u"true"_s, "no sshd or ssh on this machine");
            QSKIP("no sshd or ssh on this machine");
        }
        if (::geteuid() == 0)
            QDir().mkpath(u"/run/sshd"_s);
        for (const QString& key : {u"host"_s, u"user"_s, u"stranger"_s})
            QVERIFY(run(u"ssh-keygen"_s,
                {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s,
                    m_dir.filePath(key)}));
        QFile::copy(m_dir.filePath(u"user.pub"_s), m_dir.filePath(u"authorized"_s));
        m_port = freeLoopbackPort().value();
        write(m_dir.filePath(u"sshd_config"_s),
            u"Port %1\nListenAddress 127.0.0.1\nHostKey %2/host\nPidFile none\n"
            "AuthorizedKeysFile %2/authorized\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"
            "PermitRootLogin yes\nAllowTcpForwarding yes\n"_s.arg(m_port)
                .arg(m_dir.path()));
        QFile hostKey(m_dir.filePath(u"host.pub"_s));
        QVERIFY(hostKey.open(QIODevice::ReadOnly));
        write(m_dir.filePath(u"known"_s),
            u"[127.0.0.1]:%1 %2"_s.arg(m_port).arg(QString::fromUtf8(hostKey.readAll())));
        m_config = m_dir.filePath(u"ssh_config"_s);
        write(m_config,
            u"IdentityFile %1/user\nIdentitiesOnly yes\nUserKnownHostsFile %1/known\n"
            "GlobalKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n"_s.arg(m_dir.path()));
        m_sshd.setStandardErrorFile(m_dir.filePath(u"sshd.log"_s));
        m_sshd.start(sshd, {u"-D"_s, u"-e"_s, u"-f"_s, m_dir.filePath(u"sshd_config"_s)});
        QVERIFY(m_sshd.waitForStarted());
        QTRY_VERIFY(accepts(Endpoint{u"127.0.0.1"_s, m_port, {}}));
        m_jump = u"%1@127.0.0.1:%2"_s.arg(qEnvironmentVariable("USER", u"root"_s)).arg(m_port);
        m_echo = std::make_unique<TlsEcho>(m_certs.issue(u"echo"_s, u"DNS:localhost"_s));
    }
    void cleanupTestCase()
    {
        m_sshd.terminate();
        m_sshd.waitForFinished();
        QVERIFY(sshProcesses().isEmpty());
    }

    void forwardsToAUnixSocket()
    {
        QString folder;
        {
            SshTunnel tunnel(m_jump, SshTunnel::Near::Unix, options());
            QElapsedTimer clock;
            clock.start();
            const auto near = open(tunnel, m_echo->port());
            QVERIFY2(near, near ? "" : qPrintable(near.error().detail));
            qInfo() << "tunnel ready after" << clock.elapsed() << "ms";
            QVERIFY(near->path.endsWith(u".s.PGSQL.%1"_s.arg(m_echo->port())));
            folder = QFileInfo(near->path).path();
            QCOMPARE(QFileInfo(folder).permissions()
                    & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
                QFile::Permissions());
            QCOMPARE(talk(*near).value_or("failed"), "ping");
            // The second lane gets the same process.
            QCOMPARE(open(tunnel, m_echo->port()).value().path, near->path);
            QCOMPARE(tunnel.running(), 1);
            QCOMPARE(sshProcesses().size(), 1);
        }
        QVERIFY(sshProcesses().isEmpty());
        QVERIFY(!QFile::exists(folder));
    }

    void forwardsToAPort()
    {
        SshTunnel tunnel(m_jump, SshTunnel::Near::Port, options());
        const auto near = open(tunnel, m_echo->port());
        QVERIFY2(near, near ? "" : qPrintable(near.error().detail));
        QVERIFY(near->port != 0 && near->path.isEmpty());
        QCOMPARE(talk(*near).value_or("failed"), "ping");
    }

    void startsAgainAfterItDied()
    {
        SshTunnel tunnel(m_jump, SshTunnel::Near::Unix, options());
        QVERIFY(open(tunnel, m_echo->port()));
        const auto first = sshProcesses();
        QCOMPARE(first.size(), 1);
        ::kill(pid_t(first.first()), SIGKILL);
        QTRY_COMPARE(tunnel.running(), 0);
        const auto near = open(tunnel, m_echo->port());
        QVERIFY2(near, near ? "" : qPrintable(near.error().detail));
        QVERIFY(sshProcesses() != first);
        QCOMPARE(talk(*near).value_or("failed"), "ping");
    }

    void diesWithTheNetwork()
    {
        FaultProxy proxy(m_port);
        SshOptions o = options();
        o.aliveSeconds = 1;
        write(m_dir.filePath(u"proxied_config"_s),
            u"HostKeyAlias [127.0.0.1]:%1\nInclude %2\n"_s.arg(m_port).arg(m_config));
        o.configFile = m_dir.filePath(u"proxied_config"_s);
        const QString jump = m_jump.section(u':', 0, 0) + u":%1"_s.arg(proxy.port());
        SshTunnel tunnel(jump, SshTunnel::Near::Unix, o);
        auto near = open(tunnel, m_echo->port());
        QVERIFY2(near, near ? "" : qPrintable(near.error().detail));
        proxy.blackHole();
        QTRY_COMPARE_WITH_TIMEOUT(tunnel.running(), 0, 20'000);
        proxy.pass();
        near = open(tunnel, m_echo->port());
        QVERIFY2(near, near ? "" : qPrintable(near.error().detail));
        QCOMPARE(talk(*near).value_or("failed"), "ping");
    }

    void saysWhatSshSaid()
    {
        SshOptions o = options();
        o.configFile = m_dir.filePath(u"stranger_config"_s);
        write(o.configFile,
            u"IdentityFile %1/stranger\nIdentitiesOnly yes\nUserKnownHostsFile %1/known\n"
            "StrictHostKeyChecking yes\n"_s.arg(m_dir.path()));
        SshTunnel stranger(m_jump, SshTunnel::Near::Unix, o);
        auto near = open(stranger, m_echo->port());
        QVERIFY(!near);
        QCOMPARE(near.error().kind, Error::Kind::Auth);
        QVERIFY2(
            near.error().detail.contains(u"Permission denied"_s), qPrintable(near.error().detail));

        write(o.configFile,
            u"IdentityFile %1/user\nUserKnownHostsFile /dev/null\nStrictHostKeyChecking yes\n"_s
                .arg(m_dir.path()));
        SshTunnel unknown(m_jump, SshTunnel::Near::Unix, o);
        near = open(unknown, m_echo->port());
        QVERIFY(!near);
        QCOMPARE(near.error().kind, Error::Kind::Auth);
        QVERIFY(near.error().detail.contains(u"Host key verification failed"_s));

        FaultProxy nobody(quint16(1));
        nobody.refuse();
        SshTunnel refused(
            u"root@127.0.0.1:%1"_s.arg(nobody.port()), SshTunnel::Near::Unix, options());
        near = open(refused, m_echo->port());
        QVERIFY(!near);
        QCOMPARE(near.error().kind, Error::Kind::Refused);

        SshOptions none = options();
        none.program = u"no-such-ssh"_s;
        SshTunnel missing(m_jump, SshTunnel::Near::Unix, none);
        near = open(missing, m_echo->port());
        QVERIFY(!near);
        QCOMPARE(near.error().kind, Error::Kind::Unsupported);

        SshTunnel evil(u"-oProxyCommand=true"_s, SshTunnel::Near::Unix, options());
        near = open(evil, m_echo->port());
        QVERIFY(!near);
        QCOMPARE(near.error().code, u"guard"_s);
    }

    void startInABlackHole()
    {
        FaultProxy proxy(m_port);
        proxy.blackHole();
        SshTunnel tunnel(
            u"root@127.0.0.1:%1"_s.arg(proxy.port()), SshTunnel::Near::Unix, options());
        const auto late = open(tunnel, m_echo->port(), 400ms);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::Timeout);
        QTRY_VERIFY_WITH_TIMEOUT(sshProcesses().isEmpty(), 2500);

        Lane<> lane(m_runtime, u"ssh"_s);
        auto call = lane.run(60s, [&](NoConnection&, const Token& token) {
            return tunnel.open(u"127.0.0.1"_s, m_echo->port(), token);
        });
        QTRY_COMPARE(sshProcesses().size(), 1);
        QElapsedTimer clock;
        clock.start();
        call.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(sshProcesses().isEmpty(), 2500);
        qInfo() << "start of ssh cancelled after" << clock.elapsed() << "ms";
    }
};

PH_TEST_MAIN(QCoreApplication, SshTunnelTest)
#include "tst_sshtunnel.moc"
