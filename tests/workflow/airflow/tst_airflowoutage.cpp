// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days of the real servers: the web server is killed while a log is followed, the scheduler
// dies, logins run out, a role may not write; and Airflow behind TLS with a private authority and
// behind an ssh host.
#include "core/facets/health.h"
#include "core/http/httpclient.h"
#include "core/lane.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/serverscript.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airlive.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = HealthReport::State;

namespace
{

constexpr int kBack = 120'000; // ms until a server is back on a busy machine

} // namespace

#define PH_READY(thing)                                                                            \
    if (!(thing).isReady() && qEnvironmentVariable("CI") != "true"_L1)                             \
        QSKIP(qPrintable((thing).problem()));                                                      \
    QVERIFY2((thing).isReady(), qPrintable((thing).problem()))

class AirflowOutageTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<AirflowFixture>> m_servers;

    AirflowFixture& server(int major)
    {
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<AirflowFixture>(major);
        return *server;
    }

    static void rows()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }

    static State stateOf(const AirflowClient& client)
    {
        const auto report = await(client.as<HealthFacet>().probe());
        return report ? report->state : State::Unknown;
    }

    static QString script(const QString& name)
    {
        return QString::fromUtf8(PH_SERVERS_FOLDER) + u'/' + name;
    }

    // What the API server gives to somebody else at this moment.
    static QByteArray freshToken(const AirflowFixture& server)
    {
        QByteArray token;
        QObject context;
        Runtime runtime;
        Lane<HttpClient> lane(runtime, u"token"_s);
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(server.address() + u"/auth/token"_s);
        request.headers = {{"Content-Type", "application/json"}};
        request.body = QJsonDocument(QJsonObject{{u"username"_s, AirflowFixture::user()},
                                         {u"password"_s, server.password().reveal()}})
                           .toJson();
        const auto answer = await(lane.run(milliseconds(60'000),
            [request](HttpClient& http, const Token& t) { return http.send(request, t); }));
        return answer ? QJsonDocument::fromJson(answer->body)
                            .object()
                            .value("access_token"_L1)
                            .toString()
                            .toLatin1()
                      : QByteArray();
    }
    static QString refusalOf(const AirflowFixture& server, const QByteArray& token)
    {
        Runtime runtime;
        Lane<HttpClient> lane(runtime, u"token"_s);
        HttpRequest request;
        request.url = QUrl(server.address() + u"/api/v2/pools"_s);
        request.headers = {{"Authorization", "Bearer " + token}};
        const auto answer = await(lane.run(milliseconds(60'000),
            [request](HttpClient& http, const Token& t) { return http.send(request, t); }));
        return answer ? QString() : answer.error().code;
    }

    // Changes a line of the server's configuration file in its own place, owner and mode.
    static bool configure(
        const AirflowFixture& server, const QByteArray& from, const QByteArray& to)
    {
        QFile file(server.homeFolder() + u"/airflow.cfg"_s);
        if (!file.open(QIODevice::ReadWrite))
            return false;
        QByteArray text = file.readAll();
        if (!text.contains(from))
            return false;
        text.replace(from, to);
        return file.seek(0) && file.write(text) == text.size() && file.resize(text.size());
    }

private Q_SLOTS:
    void cleanupTestCase() { m_servers.clear(); }

    void viewerMayNotWrite_data() { rows(); }
    void viewerMayNotWrite()
    {
        QFETCH(int, major);
        AirflowFixture& airflow = server(major);
        PH_READY(airflow);
        ServiceConfig config = airflow.config();
        config.user = u"viewer"_s;
        AirflowClient client(config, airflow.viewerPassword());
        PH_VALUE(list, await(client.as<Dags>().list()));
        QVERIFY(list.dags.size() >= 10); // reading is allowed
        const DagInfo* dag
            = find(list.dags, [](const DagInfo& d) { return d.id == "shop_price_import"_L1; });
        QVERIFY(dag);
        TriggerRequest request;
        request.dag = dag->id;
        for (const Act& act :
            {client.as<Acts>().trigger(request), client.as<Dags>().setPaused(*dag, !dag->paused)}) {
            QCOMPARE(client.apply(act), TaskStatus::State::Failed);
            QVERIFY(!client.outcome);
            QCOMPARE(client.outcome.error().kind, Error::Kind::Auth);
            QCOMPARE(client.outcome.error().code, u"403"_s);
            QVERIFY(client.outcome.error().hint.key.contains("role of this user"));
        }
        PH_VALUE(can, await(client.as<Admin>().capabilities()));
        QVERIFY(!can.mayWrite); // from now on the window offers no acts
        QVERIFY(await(client.as<Dags>().list()));
    }

    void wrongPassword_data() { rows(); }
    void wrongPassword()
    {
        QFETCH(int, major);
        AirflowFixture& airflow = server(major);
        PH_READY(airflow);
        AirflowClient client(airflow.config(), Secret(u"not-this-one"_s));
        const auto list = await(client.as<Dags>().list());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Auth);
        QVERIFY(list.error().hint.key.contains("not accepted"));
    }

    void behindTls_data() { rows(); }
    void behindTls()
    {
        QFETCH(int, major);
        AirflowFixture& airflow = server(major);
        PH_READY(airflow);
        const QString port = QString::number(QUrl(airflow.address()).port());
        ServerScript relay(script(u"tls-relay"_s), {port});
        PH_READY(relay);
        ServiceConfig config = airflow.config();
        config.address = u"https://localhost:%1"_s.arg(relay.fact("port"));
        {
            AirflowClient stranger(config, airflow.password()); // knows only the system's
            const auto list = await(stranger.as<Dags>().list());
            QVERIFY(!list);
            QCOMPARE(list.error().kind, Error::Kind::Auth);
            QVERIFY(list.error().hint.key.contains("certificates"));
        }
        config.tls.mode = TlsConfig::Mode::VerifyFull;
        config.tls.ca = relay.fact("ca");
        AirflowClient client(config, airflow.password());
        PH_VALUE(list, await(client.as<Dags>().list()));
        QVERIFY(list.dags.size() >= 10);

        ServerScript elsewhere(script(u"tls-relay"_s), {port, u"wrong-name"_s});
        PH_READY(elsewhere);
        config.address = u"https://localhost:%1"_s.arg(elsewhere.fact("port"));
        config.tls.ca = elsewhere.fact("ca");
        AirflowClient other(config, airflow.password());
        const auto refused = await(other.as<Dags>().list());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Auth);
    }

    void throughSsh_data() { rows(); }
    void throughSsh()
    {
        QFETCH(int, major);
        AirflowFixture& airflow = server(major);
        PH_READY(airflow);
        ServerScript sshd(script(u"sshd"_s));
        PH_READY(sshd);
        ServiceConfig config = airflow.config();
        config.sshJump = u"jump"_s;
        config.options.insert(u"ssh_config"_s, sshd.fact("config"));
        AirflowClient client(config, airflow.password());
        PH_VALUE(list, await(client.as<Dags>().list()));
        QVERIFY(list.dags.size() >= 10);
    }

    // The web server is killed while a log is followed: what is asked meanwhile fails with a way
    // out, and the log goes on by itself, every line once. Then its tokens last five seconds.
    void killedWhileFollowing_data() { rows(); }
    void killedWhileFollowing()
    {
        QFETCH(int, major);
        AirflowFixture& airflow = server(major);
        PH_READY(airflow);
        AirflowClient client(airflow.config(), airflow.password());
        const QString dag = u"shop_nightly_backup"_s;
        PH_VALUE(details, await(client.as<Dags>().details(dag)));
        if (details.info.paused)
            QCOMPARE(client.apply(client.as<Dags>().setPaused(details.info, false)),
                TaskStatus::State::Done);
        constexpr int kLines = 20;
        TriggerRequest request;
        request.dag = dag;
        request.run = u"killed_%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        request.conf = {{u"seconds"_s, kLines}};
        QCOMPARE(client.apply(client.as<Acts>().trigger(request)), TaskStatus::State::Done);

        QObject context;
        std::vector<LogLines> pieces;
        std::optional<VoidResult> end;
        const auto held
            = client.as<Logs>()
                  .read({{dag, request.run, u"dump"_s, -1}, 1, true})
                  .attach(
                      &context,
                      [&](std::vector<LogLines>&& more) {
                          std::move(more.begin(), more.end(), std::back_inserter(pieces));
                      },
                      [&](VoidResult result) { end = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(textOf(pieces).contains(u"table 2 of %1"_s.arg(kLines)), kBack);
        if (major == 3)
            QVERIFY(configure(airflow, "[api_auth]\n", "[api_auth]\njwt_expiration_time = 5\n"));
        airflow.kill(major == 3 ? u"api-server"_s : u"webserver"_s);
        std::optional<Error> meanwhile;
        const auto isDown = [&] {
            const auto list = await(client.as<Dags>().list());
            if (!list)
                meanwhile = list.error();
            return !list;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDown(), 20'000);
        QVERIFY2(!meanwhile->hint.isEmpty(), qPrintable(meanwhile->detail));
        QTRY_VERIFY_WITH_TIMEOUT(await(client.as<Dags>().list()).has_value(), kBack);
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 2 * kBack);
        QVERIFY2(*end, endOf(end).constData());
        const QString text = textOf(pieces);
        qsizetype at = 0;
        for (int i = 0; i < kLines; ++i) {
            const QString line = u"table %1 of %2"_s.arg(i).arg(kLines);
            QVERIFY2(text.count(line) == 1, qPrintable(line + u'\n' + text));
            QVERIFY(text.indexOf(line) >= at);
            at = text.indexOf(line);
        }
        if (major == 2)
            return;

        AirflowClient later(airflow.config(), airflow.password());
        QVERIFY(await(later.as<Dags>().list()));
        const QByteArray token = freshToken(airflow);
        QVERIFY(!token.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(refusalOf(airflow, token), u"401"_s, 60'000);
        QVERIFY(await(later.as<Dags>().list())); // it has fetched another one
        QVERIFY(configure(airflow, "jwt_expiration_time = 5\n", ""));
        airflow.kill(u"api-server"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!await(later.as<Dags>().list()), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(await(later.as<Dags>().list()).has_value(), kBack);
    }

    // Both servers at once: it takes a scheduler twenty seconds to be called dead.
    void schedulerDies()
    {
        std::map<int, std::unique_ptr<AirflowClient>> clients;
        for (const int major : {3, 2}) {
            AirflowFixture& airflow = server(major);
            PH_READY(airflow);
            clients[major] = std::make_unique<AirflowClient>(airflow.config(), airflow.password());
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(*clients[major]), State::Healthy, kBack);
            QVERIFY(airflow.stop(u"scheduler"_s));
        }
        for (const auto& [major, client] : clients) {
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(*client), State::Failing, kBack);
            PH_VALUE(report, await(client->as<HealthFacet>().probe()));
            QVERIFY2(report.text.key.contains("cheduler"), report.text.key.constData());
            PH_VALUE(state, await(client->as<Admin>().state()));
            const ComponentHealth* scheduler = find(state.components,
                [](const ComponentHealth& c) { return c.name == "scheduler"_L1; });
            QVERIFY(scheduler);
            QCOMPARE(scheduler->status, u"unhealthy"_s);
            QVERIFY(await(client->as<Dags>().list())); // the rest is there
        }
        // Meanwhile the cookie of Airflow 2 has ended: a new login, without a word.
        const QString said = server(2).sql(u"DELETE FROM session"_s);
        QVERIFY2(!said.startsWith("ERROR"_L1), qPrintable(said));
        QTRY_VERIFY_WITH_TIMEOUT(await(clients[2]->as<Dags>().list()).has_value(), 60'000);
        for (const auto& [major, client] : clients)
            QVERIFY(server(major).start(u"scheduler"_s));
        for (const auto& [major, client] : clients)
            QTRY_COMPARE_WITH_TIMEOUT(stateOf(*client), State::Healthy, kBack);
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowOutageTest)
#include "tst_airflowoutage.moc"
