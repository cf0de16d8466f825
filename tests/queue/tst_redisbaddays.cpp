// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days of a Redis connection: each ends in a clear error, in time, and the next request after
// the trouble is over works.
#include "core/facets/health.h"
#include "tests/queue/redislive.h"
#include "tests/support/faultproxy.h"
#include "tests/support/serverscript.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class RedisBadDaysTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisFixture> m_server;

    ServiceConfig through(const FaultProxy& proxy) const
    {
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        config.options.insert(u"connect_timeout"_s, 700);
        return config;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RedisFixture>();
        PH_NEED_SERVER(*m_server);
        m_server->cli({u"DEBUG"_s, u"POPULATE"_s, u"200000"_s, u"k"_s});
    }

    void closedPort()
    {
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:1"_s;
        RedisClient client(config);
        const auto answer = await(client.as<Console>().read({"PING"}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::Refused);
        QCOMPARE(answer.error().where, u"cache"_s);
        QVERIFY(!answer.error().hint.isEmpty());
        QTRY_COMPARE(client.adapter->connections(), 0);
    }

    void unknownHostAndBadAddress()
    {
        for (const QString& address : {u"no-such-host.invalid:6379"_s, u"127.0.0.1:notaport"_s,
                 u""_s, u"/no/such/redis.sock"_s}) {
            ServiceConfig config = m_server->config();
            config.address = address;
            RedisClient client(config);
            const auto answer = await(client.as<Console>().read({"PING"}));
            QVERIFY2(!answer.has_value(), qPrintable(address));
            QVERIFY(!answer.error().detail.isEmpty());
        }
    }

    void hungServer()
    {
        FaultProxy proxy(m_server->port());
        proxy.blackHole();
        RedisClient client(through(proxy));
        QElapsedTimer time;
        time.start();
        const auto answer = await(client.as<Console>().read({"PING"}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::Timeout);
        QVERIFY(time.elapsed() < 12'000);
        proxy.pass();
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
    }

    // It hangs after the connection was made; the user does not wait for it.
    void cancelWhileItHangs()
    {
        FaultProxy proxy(m_server->port());
        RedisClient client(through(proxy));
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
        proxy.blackHole();
        QObject context;
        auto call = client.as<Console>().read({"GET", "k:1"}).onDone(&context, [](Result<Reply>) {
            QFAIL("a cancelled call was answered");
        });
        QTRY_VERIFY(proxy.counters().open > 0);
        call.cancel();
        proxy.pass();
        QElapsedTimer time;
        time.start();
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
        QVERIFY(time.elapsed() < 12'000);
    }

    void killedWhileScanning()
    {
        RedisFixture server;
        PH_NEED_SERVER(server);
        server.cli({u"DEBUG"_s, u"POPULATE"_s, u"500000"_s, u"k"_s});
        RedisClient client(server.config());
        QObject context;
        qint64 seen = 0;
        std::optional<VoidResult> end;
        const auto stream = client.as<Keyspace>().scan({}).attach(
            &context,
            [&](std::vector<NameBatch>&& batches) {
                for (const NameBatch& b : batches)
                    seen += b.size();
                server.kill();
            },
            [&](VoidResult result) { end = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 20'000);
        QVERIFY(!end->has_value());
        QVERIFY(seen > 0); // what arrived stays
        QVERIFY(end->error().kind == Error::Kind::Protocol
            || end->error().kind == Error::Kind::Refused);
        QVERIFY(!end->error().detail.isEmpty());
        QVERIFY(server.start());
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
    }

    void replyCutInTheMiddle()
    {
        FaultProxy proxy(m_server->port());
        RedisClient client(through(proxy));
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
        m_server->cli({u"SETRANGE"_s, u"long"_s, u"999999"_s, u"z"_s});
        proxy.cutAfter(50'000);
        const auto answer = await(client.as<Values>().text("long", 0, 1'000'000));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        proxy.pass();
        const auto again = await(client.as<Values>().text("long", 0, 1'000'000));
        QVERIFY(again.has_value());
        QCOMPARE(again->bytes.size(), 1'000'000);
    }

    // An idle connection the server has closed costs the next read nothing.
    void afterAnOutage()
    {
        FaultProxy proxy(m_server->port());
        RedisClient client(through(proxy));
        QVERIFY(await(client.as<HealthFacet>().probe()).has_value());
        proxy.refuse();
        const auto away = await(client.as<HealthFacet>().probe());
        QVERIFY(!away.has_value());
        QCOMPARE(away.error().kind, Error::Kind::Refused);
        proxy.pass();
        QVERIFY(await(client.as<HealthFacet>().probe()).has_value());
        proxy.resetOpen();
        QVERIFY(await(client.as<HealthFacet>().probe()).has_value());
    }

    // A write that was under way is neither repeated nor called failed: nobody knows.
    void writeUnderWayIsUnknown()
    {
        FaultProxy proxy(m_server->port());
        RedisClient client(through(proxy));
        auto& keys = client.as<Keyspace>();
        QCOMPARE(client.apply(keys.expire("k:1", std::chrono::hours(1))), TaskStatus::State::Done);
        proxy.cutAfter(0);
        const auto state = client.apply(keys.expire("k:2", std::chrono::hours(1)));
        QVERIFY(state == TaskStatus::State::Unknown || state == TaskStatus::State::Failed);
        proxy.pass();
    }

    void replyThatIsTooLarge()
    {
        m_server->cli({u"SETRANGE"_s, u"huge"_s, u"104857600"_s, u"z"_s});
        RedisClient client(m_server->config());
        const auto answer = await(client.as<Console>().read({"GET", "huge"}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, u"too-large"_s);
        QVERIFY(await(client.as<Console>().read({"PING"})).has_value());
        m_server->cli({u"DEL"_s, u"huge"_s});
    }

    void secretIsInNoError()
    {
        RedisFixture server({u"marked-secret-9"_s, {}});
        PH_NEED_SERVER(server);
        RedisClient client(server.config(), u"marked-secret-8"_s);
        const auto answer = await(client.as<Console>().read({"PING"}));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::Auth);
        QVERIFY(!answer.error().detail.contains(u"marked"_s));
        const auto refused = await(client.as<Console>().read({"AUTH", "marked-secret-9"}));
        QVERIFY(!refused.has_value());
        QVERIFY(!refused.error().detail.contains(u"marked"_s));
    }

    // Several lanes at once, and again: the server hears of one wrong password only, until somebody
    // asks for another try.
    void aRefusedLoginIsNotRepeated()
    {
        RedisFixture server({u"marked-secret-9"_s, {}});
        PH_NEED_SERVER(server);
        FaultProxy proxy(server.port());
        ServiceConfig config = server.config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        RedisClient client(config, u"marked-secret-8"_s);
        const auto askAll = [&client](bool works) {
            int right = 0;
            QObject context;
            const auto judge = [&right, works](const auto& answer) {
                right += works ? answer.has_value()
                               : !answer && answer.error().kind == Error::Kind::Auth;
            };
            const auto a = client.as<Keyspace>()
                               .details({"k"}, DetailFields(kAllDetails))
                               .onDone(&context, judge);
            const auto b = client.as<Server>().slowLog(10).onDone(&context, judge);
            const auto c = client.as<Keyspace>().scan({}).attach(
                &context, [](std::vector<NameBatch>&&) {}, judge);
            return QTest::qWaitFor([&right] { return right == 3; }, 20'000);
        };
        QVERIFY(askAll(false));
        QVERIFY(askAll(false));
        QCOMPARE(proxy.counters().accepted, 1);
        server.cli({u"ACL"_s, u"SETUSER"_s, u"default"_s, u">marked-secret-8"_s});
        QVERIFY(askAll(false)); // nobody has asked for it
        QCOMPARE(proxy.counters().accepted, 1);
        QVERIFY(await(client.as<HealthFacet>().probe()).has_value());
        QCOMPARE(proxy.counters().accepted, 2);
        QVERIFY(askAll(true));
    }

    void tls_data()
    {
        QTest::addColumn<QStringList>("server");
        QTest::addColumn<QString>("with"); // ca, mutual, nothing
        QTest::addColumn<bool>("good");
        QTest::newRow("private CA") << QStringList{u"server"_s} << u"ca"_s << true;
        QTest::newRow("unknown CA") << QStringList{u"server"_s} << u"nothing"_s << false;
        QTest::newRow("wrong name") << QStringList{u"wrong-name"_s} << u"ca"_s << false;
        QTest::newRow("expired") << QStringList{u"expired"_s} << u"ca"_s << false;
        QTest::newRow("mutual") << QStringList{u"server"_s, u"mutual"_s} << u"mutual"_s << true;
        QTest::newRow("mutual without ours")
            << QStringList{u"server"_s, u"mutual"_s} << u"ca"_s << false;
    }
    void tls()
    {
        QFETCH(QStringList, server);
        QFETCH(QString, with);
        QFETCH(bool, good);
        ServerScript script(QFINDTESTDATA("../support/servers/redis-tls"), server);
        PH_NEED_SERVER(script);
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:"_s + script.fact("port");
        config.tls.mode = TlsConfig::Mode::VerifyFull;
        if (with != "nothing"_L1)
            config.tls.ca = script.fact("ca");
        if (with == "mutual"_L1) {
            config.tls.cert = script.folder() + u"/tls/client.crt"_s;
            config.tls.key = script.folder() + u"/tls/client.key"_s;
        }
        RedisClient client(config, script.password());
        const auto answer = await(client.as<Console>().read({"PING"}));
        if (good) {
            QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
            QVERIFY(await(client.as<HealthFacet>().probe()).has_value());
        } else {
            QVERIFY(!answer.has_value());
            QCOMPARE(answer.error().kind, Error::Kind::Auth);
            QVERIFY(!answer.error().detail.isEmpty());
        }
    }

    void plainServerAskedForTls()
    {
        ServiceConfig config = m_server->config();
        config.tls.mode = TlsConfig::Mode::VerifyFull;
        config.options.insert(u"connect_timeout"_s, 1000);
        RedisClient client(config);
        QVERIFY(!await(client.as<Console>().read({"PING"})).has_value());
    }

    void throughSsh()
    {
        ServerScript script(QFINDTESTDATA("../support/servers/sshd"));
        PH_NEED_SERVER(script);
        ServiceConfig config = m_server->config();
        config.sshJump = u"jump"_s;
        config.options.insert(u"ssh_config"_s, script.fact("config"));
        RedisClient client(config);
        const auto answer = await(client.as<Console>().read({"GET", "k:1"}));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    }
};

PH_TEST_MAIN(QCoreApplication, RedisBadDaysTest)
#include "tst_redisbaddays.moc"
