// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken as an ssh host, and what is refused before ssh sees it.
#include "core/tunnel/sshjump.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class SshJumpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("host") << u"bastion"_s << QString() << u"bastion"_s << 0;
        QTest::newRow("all") << u"ada@bastion.example.org:2222"_s << u"ada"_s
                             << u"bastion.example.org"_s << 2222;
        QTest::newRow("user with @") << u"ada@corp@bastion"_s << u"ada@corp"_s << u"bastion"_s << 0;
        QTest::newRow("v4") << u"root@10.0.0.1:22"_s << u"root"_s << u"10.0.0.1"_s << 22;
        QTest::newRow("v6") << u"fe80::1%eth0"_s << QString() << u"fe80::1%eth0"_s << 0;
        QTest::newRow("v6 port") << u"ada@[::1]:2222"_s << u"ada"_s << u"::1"_s << 2222;
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, user);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto jump = SshJump::parse(text);
        QVERIFY(jump);
        QCOMPARE(jump->user, user);
        QCOMPARE(jump->host, host);
        QCOMPARE(jump->port, port);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList bad{u""_s, u"-oProxyCommand=touch /tmp/x"_s, u"ada@-oProxyCommand=x"_s,
            u"-l@host"_s, u"@host"_s, u"host;ls"_s, u"host`id`"_s, u"a b"_s, u"$(id)@host"_s,
            u"host:"_s, u"host:0"_s, u"host:70000"_s, u"host:-p"_s, u"[::1"_s, u"[::1]x"_s,
            u"[::1]:"_s, u"host\nname"_s, u"höst"_s};
        for (const QString& text : bad)
            QTest::addRow("'%s'", qPrintable(text)) << text;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto jump = SshJump::parse(text);
        QVERIFY(!jump);
        QCOMPARE(jump.error().kind, Error::Kind::Refused);
        QCOMPARE(jump.error().code, u"guard"_s);
    }

    void targets()
    {
        QCOMPARE(forwardTarget(u"db"_s, 5432).value(), u"db:5432"_s);
        QCOMPARE(forwardTarget(u"::1"_s, 5432).value(), u"[::1]:5432"_s);
        QCOMPARE(forwardTarget(u"/run/postgresql/.s.PGSQL.5432"_s, 0).value(),
            u"/run/postgresql/.s.PGSQL.5432"_s);
        QVERIFY(!forwardTarget(u"-db"_s, 5432));
        QVERIFY(!forwardTarget(u"db"_s, 0));
        QVERIFY(!forwardTarget(u"/run/a:b"_s, 0));
        QVERIFY(!forwardTarget(u"/run/%h"_s, 0));
    }

    void argumentsEndWithTheHost()
    {
        const QStringList args = sshArguments(
            {u"ada"_s, u"bastion"_s, 2222}, u"/tmp/a"_s, u"db:5432"_s, 10, u"/etc/conf"_s);
        QCOMPARE(args.first(2), (QStringList{u"-F"_s, u"/etc/conf"_s}));
        QCOMPARE(args.last(6),
            (QStringList{u"-p"_s, u"2222"_s, u"-l"_s, u"ada"_s, u"--"_s, u"bastion"_s}));
        QVERIFY(args.contains(u"/tmp/a:db:5432"_s));
        QVERIFY(args.contains(u"BatchMode=yes"_s));
        QVERIFY(args.contains(u"ExitOnForwardFailure=yes"_s));
        QVERIFY(args.contains(u"ServerAliveInterval=10"_s));
    }

    void understandsSsh()
    {
        QCOMPARE(kindOfSshWords(u"ada@b: Permission denied (publickey)."_s), Error::Kind::Auth);
        QCOMPARE(kindOfSshWords(u"Host key verification failed."_s), Error::Kind::Auth);
        QCOMPARE(kindOfSshWords(u"ssh: connect to host b port 22: Connection refused"_s),
            Error::Kind::Refused);
        QCOMPARE(kindOfSshWords(u"ssh: connect to host b port 22: Connection timed out"_s),
            Error::Kind::Timeout);
        QCOMPARE(kindOfSshWords(u"Bad configuration option"_s), Error::Kind::Protocol);
    }
};

PH_TEST_MAIN(QCoreApplication, SshJumpTest)
#include "tst_sshjump.moc"
