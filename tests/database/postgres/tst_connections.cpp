// SPDX-License-Identifier: GPL-3.0-or-later
// Ways to the server, and bad days on the way.
#include "core/facets/health.h"
#include "core/facets/search.h"
#include "database/api/activity.h"
#include "database/api/catalogue.h"

#include "tests/database/postgres/harness.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ConnectionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>(u"pg"_s, QStringList{u"max_connections=20"_s});
        PH_NEED_SERVER(*m_server);
    }
    void cleanupTestCase() { m_server.reset(); }

    void refusals_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("wrong password") << u"password"_s << int(Error::Kind::Auth);
        QTest::newRow("no password") << u"none"_s << int(Error::Kind::Auth);
        QTest::newRow("closed port") << u"port"_s << int(Error::Kind::Refused);
        QTest::newRow("no such database") << u"database"_s << int(Error::Kind::NotFound);
        QTest::newRow("bad address") << u"address"_s << int(Error::Kind::Refused);
    }
    void refusals()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        ServiceConfig config = m_server->config();
        Secret secret = m_server->password();
        if (what == u"password"_s)
            secret = Secret(u"marked-secret-7f3a"_s);
        if (what == u"none"_s)
            secret = {};
        if (what == u"port"_s)
            config.address = u"127.0.0.1:1"_s;
        if (what == u"database"_s)
            config.options.insert(u"database"_s, u"nowhere"_s);
        if (what == u"address"_s)
            config.address = u"127.0.0.1:port"_s;
        // These must not help.
        qputenv("PGPASSWORD", m_server->password().reveal().toUtf8());
        qputenv("PGDATABASE", "shop");
        Service service(config, secret);
        const auto session = service.as<Query>().open(u"x"_s);
        const auto health = await(service.as<HealthFacet>().probe());
        const auto ran = run(*session, u"select 1"_s);
        qunsetenv("PGPASSWORD");
        qunsetenv("PGDATABASE");
        QVERIFY(!health);
        QCOMPARE(int(health.error().kind), kind);
        QCOMPARE(int(ran.error().kind), kind);
        QVERIFY(ran.end && !*ran.end);
        QCOMPARE(ran.error().where, u"shop-db"_s);
        QVERIFY(!ran.error().detail.contains(u"marked-secret"_s));
        QVERIFY2(!ran.error().hint.isEmpty(), qPrintable(ran.error().detail));
        QTRY_COMPARE(service.adapter->connections(), 0);
    }

    // Several lanes at once, and again: the server hears of one wrong password only, until somebody
    // asks for another try.
    void aRefusedLoginIsNotRepeated()
    {
        FaultProxy proxy(m_server->port());
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        Service service(config, Secret(u"wrong"_s));
        const auto askAll = [&service] {
            int refused = 0;
            QObject context;
            const auto judge = [&refused](const auto& answer) {
                refused += !answer && answer.error().kind == Error::Kind::Auth;
            };
            const auto a = service.as<Catalogue>().schemas().onDone(&context, judge);
            const auto b = service.as<Activity>().snapshot().onDone(&context, judge);
            const auto c = service.as<SearchFacet>().snapshot(10).onDone(&context, judge);
            return QTest::qWaitFor([&refused] { return refused == 3; }, 20'000);
        };
        QVERIFY(askAll());
        QVERIFY(askAll());
        QCOMPARE(proxy.counters().accepted, 1);
        QCOMPARE(await(service.as<HealthFacet>().probe()).error().kind, Error::Kind::Auth);
        QCOMPARE(proxy.counters().accepted, 2); // asked for
        QVERIFY(askAll());
        QCOMPARE(proxy.counters().accepted, 2);
        const auto session = service.as<Query>().open(u"test"_s);
        QCOMPARE(run(*session, u"SELECT 1"_s).error().kind, Error::Kind::Auth);
        QCOMPARE(proxy.counters().accepted, 3); // somebody typed it
    }

    void unixSocket()
    {
        Service service(m_server->superuser());
        const auto session = service.as<Query>().open(u"x"_s);
        QCOMPARE(run(*session, u"select 1"_s).all<StatementFinished>().size(), size_t(1));
        QVERIFY(await(service.as<Catalogue>().database()));
    }

    void hungServer()
    {
        FaultProxy proxy(m_server->port());
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        config.options.insert(u"connectTimeout"_s, 2000);
        Service service(config, m_server->password());
        service.runtime.setExitLimit(milliseconds(200));
        const auto session = service.as<Query>().open(u"x"_s);
        run(*session, u"select 1"_s);
        proxy.blackHole();
        RunRequest request;
        request.text = u"select pg_sleep(0.1)"_s;
        QObject owner;
        std::optional<VoidResult> end;
        auto stream = session->run(request).attach(
            &owner, [](std::vector<QueryEvent>&&) {}, [&](VoidResult r) { end = r; });
        // A busy server is not a dead one.
        QVERIFY(!QTest::qWaitFor([&] { return end.has_value(); }, 300));
        QElapsedTimer clock;
        clock.start();
        stream.stop(); // the cancel request cannot get through either: the socket is shut down
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 2500);
        qInfo("stopped in a black hole after %lld ms", clock.elapsed());
        const auto health = await(service.as<HealthFacet>().probe(), 8000);
        QCOMPARE(health.error().kind, Error::Kind::Timeout);
        proxy.pass();
        QTRY_VERIFY_WITH_TIMEOUT(
            run(*session, u"select 1"_s).all<StatementFinished>().size() == 1, 15'000);
    }

    void replyCutInTheMiddle()
    {
        FaultProxy proxy(m_server->port());
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        Service service(config, m_server->password());
        const auto session = service.as<Query>().open(u"x"_s);
        run(*session, u"select 1"_s);
        proxy.cutAfter(2'000'000);
        const auto ran
            = run(*session, u"select g, repeat('x', 100) from generate_series(1, 1000000) g"_s);
        QVERIFY(ran.end && !*ran.end);
        QCOMPARE(ran.error().kind, Error::Kind::Protocol);
        QVERIFY(ran.store());
        QTRY_COMPARE(ran.store()->countKind(), TableStore::Count::AtLeast);
        QVERIFY(ran.store()->rowCount() > 1000); // what arrived stays
        proxy.pass();
        QCOMPARE(run(*session, u"select 1"_s).all<StatementFinished>().size(), size_t(1));
    }

    void killedWhileStreaming()
    {
        PostgresFixture server;
        PH_NEED_SERVER(server);
        Service service(server.superuser());
        const auto session = service.as<Query>().open(u"x"_s);
        RunRequest request;
        request.text = u"select generate_series(1, 100000000), repeat('x', 100)"_s;
        QObject owner;
        Ran ran;
        auto stream = session->run(request).attach(
            &owner,
            [&](std::vector<QueryEvent>&& e) {
                ran.events.insert(ran.events.end(), e.begin(), e.end());
            },
            [&](VoidResult r) { ran.end = r; });
        QTRY_VERIFY_WITH_TIMEOUT(!ran.all<RowsSoFar>().empty(), 10'000);
        server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(ran.end.has_value(), 10'000);
        QVERIFY(!*ran.end);
        QCOMPARE(ran.error().kind, Error::Kind::Protocol);
        QVERIFY(ran.store()->rowCount() > 0);
    }

    void connectionLimitIsSaid()
    {
        ServiceConfig config = m_server->config();
        config.options.insert(u"maxConnections"_s, 3);
        Service service(config, m_server->password());
        std::vector<std::unique_ptr<Session>> sessions;
        for (int i = 0; i < 4; ++i) {
            sessions.push_back(service.as<Query>().open(QString::number(i)));
            const auto ran = run(*sessions.back(), u"select 1"_s);
            QCOMPARE(ran.all<StatementFinished>().size(), size_t(i < 3 ? 1 : 0));
            if (i == 3)
                QCOMPARE(ran.error().code, u"connection-limit"_s);
        }
        sessions.erase(sessions.begin());
        QTRY_COMPARE(
            run(*sessions.back(), u"select 1"_s).all<StatementFinished>().size(), size_t(1));
    }

    void answersWhenAllSlotsAreTaken()
    {
        Service service(m_server->config(), m_server->password());
        QVERIFY(await(service.as<Activity>().prepare()));
        ServiceConfig many = m_server->config();
        many.options.insert(u"maxConnections"_s, 40);
        Service crowd(many, m_server->password());
        std::vector<std::unique_ptr<Session>> sessions;
        Error last;
        for (int i = 0; i < 25 && last.code.isEmpty(); ++i) {
            sessions.push_back(crowd.as<Query>().open(QString::number(i)));
            last = run(*sessions.back(), u"select 1"_s).error();
        }
        QCOMPARE(last.code, u"53300"_s);
        const auto snapshot = await(service.as<Activity>().snapshot());
        QVERIFY2(snapshot, qPrintable(snapshot ? QString() : snapshot.error().detail));
        QVERIFY(snapshot->sessions.size() >= 15);
    }

    void tlsMatrix_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("withCa");
        QTest::addColumn<bool>("mutualUser");
        QTest::addColumn<bool>("works");
        using Mode = TlsConfig::Mode;
        QTest::newRow("private CA, full")
            << u"server"_s << int(Mode::VerifyFull) << true << false << true;
        QTest::newRow("mutual") << u"server"_s << int(Mode::VerifyFull) << true << true << true;
        QTest::newRow("unknown CA")
            << u"server"_s << int(Mode::VerifyFull) << false << false << false;
        QTest::newRow("require only")
            << u"server"_s << int(Mode::Require) << false << false << true;
        QTest::newRow("off") << u"server"_s << int(Mode::Off) << true << false << false;
        QTest::newRow("wrong name, full")
            << u"wrong-name"_s << int(Mode::VerifyFull) << true << false << false;
        QTest::newRow("wrong name, ca")
            << u"wrong-name"_s << int(Mode::VerifyCa) << true << false << true;
        QTest::newRow("expired") << u"expired"_s << int(Mode::VerifyFull) << true << false << false;
    }
    void tlsMatrix()
    {
        QFETCH(QString, certificate);
        QFETCH(int, mode);
        QFETCH(bool, withCa);
        QFETCH(bool, mutualUser);
        QFETCH(bool, works);
        auto& server = m_tls[certificate];
        if (!server)
            server = std::make_unique<PostgresFixture>(u"pg-tls"_s, QStringList{certificate});
        PH_NEED_SERVER(*server);
        ServiceConfig config = server->config(WriteMode::On, mutualUser ? u"mutual"_s : u"pilot"_s);
        config.tls.mode = TlsConfig::Mode(mode);
        if (withCa)
            config.tls.ca = server->value("ca");
        QTemporaryDir keys; // libpq wants a key only its reader can read
        if (mutualUser) {
            const QString key = keys.filePath(u"client.key"_s);
            const QString from = server->folder() + u"/tls/mutual.key"_s;
            QVERIFY(QFile::copy(
                QFile::exists(from) ? from : server->folder() + u"/tls/client.key"_s, key));
            QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
            config.tls.key = key;
            const QString cert = server->folder() + u"/tls/mutual.crt"_s;
            config.tls.cert = QFile::exists(cert) ? cert : server->folder() + u"/tls/client.crt"_s;
        }
        Service service(config, mutualUser ? Secret() : server->password());
        const auto session = service.as<Query>().open(u"tls"_s);
        const auto ran
            = run(*session, u"select ssl from pg_stat_ssl where pid = pg_backend_pid()"_s);
        QVERIFY2(
            (ran.all<StatementFinished>().size() == 1) == works, qPrintable(ran.error().detail));
        if (works) {
            QTRY_COMPARE(ran.store()->rowCount(), 1);
            QCOMPARE(ran.cell(0, 0), u"t"_s);
            QVERIFY(await(service.as<Catalogue>().database())); // libpqxx takes the same way
        } else {
            QCOMPARE(ran.error().kind, Error::Kind::Auth);
        }
    }

private:
    std::unique_ptr<PostgresFixture> m_server;
    std::map<QString, std::unique_ptr<PostgresFixture>> m_tls;
};

PH_TEST_MAIN(QCoreApplication, ConnectionsTest)
#include "tst_connections.moc"
