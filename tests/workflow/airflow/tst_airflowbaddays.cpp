// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days: what a server, a gateway or the net between may do, played by a small HTTP server. Each
// ends in an error with a way out, or is mended without a word. Logging in: tst_airflowlogin.
#include "core/facets/health.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airlive.h"
#include "tests/workflow/airflow/scriptedairflow.h"

#include <QElapsedTimer>
#include <QFile>

#include <mutex>
#include <thread>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class AirflowBadDaysTest final : public QObject
{
    Q_OBJECT

    static std::unique_ptr<AirflowClient> client(const ServiceConfig& config)
    {
        return std::make_unique<AirflowClient>(config, Secret(kPassword));
    }

private Q_SLOTS:
    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, int status, const QByteArray& body, Error::Kind kind,
                             const QString& words) {
            QTest::newRow(name) << status << body << kind << words;
        };
        row("401", 401, R"({"detail": "Not authenticated"})", Error::Kind::Auth,
            u"Not authenticated"_s);
        row("403", 403, R"({"detail": "Forbidden"})", Error::Kind::Auth, u"Forbidden"_s);
        row("404", 404, R"({"detail": "not found"})", Error::Kind::NotFound, u"not found"_s);
        row("409", 409, R"({"detail": {"reason": "Unique", "message": "twice"}})",
            Error::Kind::Conflict, u"Unique\ntwice"_s);
        row("422", 422, R"({"detail": [{"loc": ["query", "limit"], "msg": "too big"}]})",
            Error::Kind::Refused, u"query.limit: too big"_s);
        row("500", 500, "Internal Server Error", Error::Kind::Protocol, u"Internal Server Error"_s);
        row("503-html", 503, "<html><title>Down for a while</title></html>", Error::Kind::Refused,
            u"an HTML page: Down for a while"_s);
        row("html", 200, "<!doctype html><title>Sign in</title>", Error::Kind::Protocol,
            u"an HTML page: Sign in"_s);
        row("cut", 200, kDags.left(30), Error::Kind::Protocol, u"of 30"_s);
        row("other-json", 200, R"({"hello": 1})", Error::Kind::Protocol, u"no list dags"_s);
        row("302", 302, "", Error::Kind::Auth, u"https://sso.example/login"_s);
    }
    void statuses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, words);
        std::atomic<bool> broken{true};
        Scripted server([&](const ServerRequest&, const Write& write) {
            if (!broken)
                return json(write, kDags);
            QByteArray headers = status == 302 ? "Location: https://sso.example/login\r\n" : kJson;
            if (body.startsWith('<'))
                headers = "Content-Type: text/html; charset=utf-8\r\n";
            return write(TestServer::answer(status, body, headers));
        });
        const auto airflow = client(server.config());
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, kind);
        QVERIFY2(list.error().detail.contains(words), qPrintable(list.error().detail));
        QVERIFY(!list.error().hint.isEmpty());
        QCOMPARE(list.error().where, u"scripted"_s);
        broken = false; // and it goes on by itself
        const auto again = await(airflow->as<Dags>().list());
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->dags.size(), size_t(1));
    }

    void hugeList()
    {
        QByteArray body = R"({"dags": [)";
        for (int i = 0; i < 8000; ++i)
            body += (i ? ",{\"dag_id\": \"dag_" : "{\"dag_id\": \"dag_") + QByteArray::number(i)
                + "\", \"description\": \"" + QByteArray(1250, 'x') + "\"}";
        body += "], \"total_entries\": 8000}";
        QVERIFY(body.size() > 10'000'000);
        Scripted server(
            [&](const ServerRequest&, const Write& write) { return json(write, body); });
        ServiceConfig config = server.config();
        config.options.insert(u"answer_timeout"_s, 30'000);
        const auto airflow = client(config);
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
        QCOMPARE(list->dags.size(), size_t(8000));
        QCOMPARE(server.asked, 1);
    }

    // The server cuts pages to its own limit; the rest is fetched, four at a time.
    void pages()
    {
        Scripted server([](const ServerRequest& r, const Write& write) {
            const qsizetype at = r.target.indexOf("offset=");
            const int offset = r.target.mid(at + 7).toInt();
            QByteArray items;
            for (int i = offset; i < std::min(offset + 50, 1030); ++i)
                items += (items.isEmpty() ? "" : ",") + QByteArray("{\"dag_id\": \"d")
                    + QByteArray::number(i) + "\"}";
            std::this_thread::sleep_for(milliseconds(20));
            return json(write, "{\"dags\": [" + items + "], \"total_entries\": 1030}");
        });
        const auto airflow = client(server.config());
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
        QCOMPARE(list->dags.size(), size_t(1030));
        QCOMPARE(list->dags.back().id, u"d1029"_s);
        QCOMPARE(server.asked, 21);
        QVERIFY(server.mostAtOnce > 1 && server.mostAtOnce <= 4);
    }

    void hangs()
    {
        std::atomic<bool> hang{true};
        Scripted server([&](const ServerRequest&, const Write& write) {
            for (int i = 0; hang && i < 200; ++i)
                std::this_thread::sleep_for(milliseconds(20));
            return json(write, kDags);
        });
        ServiceConfig config = server.config();
        config.options.insert(u"answer_timeout"_s, 200);
        const auto airflow = client(config);
        QElapsedTimer clock;
        clock.start();
        const auto list = await(airflow->as<Dags>().importErrors());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Timeout);
        QVERIFY(clock.elapsed() < 2000);
        hang = false;
        QTRY_VERIFY_WITH_TIMEOUT(await(airflow->as<Dags>().list()).has_value(), 8000);
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            Scripted gone([](const ServerRequest&, const Write&) { return false; });
            port = gone.server.port();
        }
        ServiceConfig config;
        config.id = u"gone"_s;
        config.address = u"127.0.0.1:%1"_s.arg(port);
        const auto airflow = client(config);
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Refused);
        QVERIFY(list.error().hint.key.contains("Is the server running"));
    }

    void notAirflow()
    {
        TestServer other([](const ServerRequest&, const Write& write) {
            return write(TestServer::answer(404, "nothing here"));
        });
        ServiceConfig config;
        config.id = u"other"_s;
        config.address = u"http://127.0.0.1:%1/prefix"_s.arg(other.port());
        const auto airflow = client(config);
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Unsupported);
        QVERIFY(!list.error().hint.isEmpty());
    }

    // ---- Acts
    void actOutcomes()
    {
        std::atomic<int> mode{0};
        std::atomic<int> writes{0};
        Scripted server([&](const ServerRequest& r, const Write& write) {
            if (r.method == "GET")
                return json(write, kDags);
            ++writes;
            switch (mode) {
            case 0:
                return json(write, "{}");
            case 1:
                return json(write, R"({"detail": "already exists, really"})", 409);
            case 2:
                return json(write, R"({"detail": "Forbidden"})", 403);
            case 3:
                return json(write, R"({"detail": "Token Expired"})", 401);
            default:
                return false; // received, and the connection breaks
            }
        });
        const auto airflow = client(server.config());
        QVERIFY(await(airflow->as<Dags>().list()));
        TriggerRequest request;
        request.dag = u"a b/c"_s;
        request.run = u"r+1"_s;
        const Act act = airflow->as<Acts>().trigger(request);
        QCOMPARE(act.statement,
            u"POST /api/v2/dags/a%20b%2Fc/dagRuns {\"dag_run_id\":\"r+1\",\"logical_date\":null}"_s);
        QCOMPARE(airflow->apply(act), TaskStatus::State::Done);
        mode = 1;
        QCOMPARE(airflow->apply(act), TaskStatus::State::Failed);
        QCOMPARE(airflow->outcome.error().detail, u"already exists, really"_s);
        QCOMPARE(airflow->outcome.error().kind, Error::Kind::Conflict);
        mode = 2;
        QCOMPARE(airflow->apply(act), TaskStatus::State::Failed);
        mode = 4;
        writes = 0;
        QCOMPARE(airflow->apply(act), TaskStatus::State::Unknown);
        QCOMPARE(writes, 1); // never sent twice
        QFile audit(airflow->folder.filePath(u"audit.jsonl"_s));
        QVERIFY(audit.open(QIODevice::ReadOnly));
        const QByteArray lines = audit.readAll();
        QVERIFY(lines.contains("unknown") && lines.contains("dagRuns"));
        QVERIFY(!lines.contains(kPassword.toUtf8()));
    }

    void gateIsAsked()
    {
        Scripted server(
            [](const ServerRequest&, const Write& write) { return json(write, kDags); });
        ServiceConfig config = server.config();
        config.writes = WriteMode::Off;
        const auto airflow = client(config);
        QVERIFY(await(airflow->as<Dags>().list()));
        const int before = server.asked;
        DagInfo dag;
        dag.id = u"a"_s;
        const Act act = airflow->as<Dags>().setPaused(dag, true);
        QCOMPARE(airflow->apply(act), TaskStatus::State::Refused);
        QCOMPARE(server.asked, before); // nothing was sent
        airflow->gate->lift();
        QCOMPARE(airflow->apply(act), TaskStatus::State::Done);
        QCOMPARE(server.asked, before + 1);
    }

    // ---- Health
    void skewAndDeadScheduler()
    {
        std::atomic<int> mode{0};
        Scripted server([&](const ServerRequest& r, const Write& write) {
            if (!r.target.startsWith("/api/v2/monitor/health"))
                return json(write, "{}", 404);
            const QByteArray status = mode == 1 ? "unhealthy" : "healthy";
            const auto now = QDateTime::currentDateTimeUtc().addSecs(mode == 2 ? -300 : 0);
            return write(TestServer::answer(200,
                "{\"metadatabase\": {\"status\": \"healthy\"}, \"scheduler\": {\"status\": \""
                    + status + "\", \"latest_scheduler_heartbeat\": \""
                    + now.addSecs(mode == 1 ? -90 : 0).toString(Qt::ISODate).toUtf8() + "\"}}",
                kJson
                    + "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss"_s).toUtf8()
                    + " GMT\r\n"));
        });
        for (const int m : {0, 1, 2}) {
            mode = m;
            const auto airflow = client(server.config());
            const auto report = await(airflow->as<HealthFacet>().probe());
            QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
            QCOMPARE(report->version, u"Airflow 3.3.2"_s);
            using State = HealthReport::State;
            QCOMPARE(report->state,
                m == 0       ? State::Healthy
                    : m == 1 ? State::Failing
                             : State::Degraded);
            if (m == 1)
                QVERIFY(report->text.args.front().toInt() >= 89);
            if (m == 2)
                QVERIFY(std::abs(report->text.args.front().toInt() - 300) <= 2);
        }
    }

    // ---- Logs
    // Airflow dies in the middle of an answer, comes back with another secret, and not a line is
    // lost or shown twice.
    void followOverRestart()
    {
        std::mutex mutex;
        int polls = 0;
        QByteArrayList tokens;
        const auto events = [](int from, int to) {
            QByteArray out;
            for (int i = from; i < to; ++i)
                out += (i > from ? "," : "") + QByteArray("{\"event\": \"line ")
                    + QByteArray::number(i) + "\"}";
            return out;
        };
        Scripted server([&](const ServerRequest& r, const Write& write) {
            std::lock_guard lock(mutex);
            if (!r.target.contains("/logs/")) {
                const QByteArray state = polls >= 6 ? "success" : "running";
                return json(write,
                    "{\"dag_id\": \"d\", \"dag_run_id\": \"r\", \"task_id\": \"t\", "
                    "\"map_index\": -1, \"try_number\": 1, \"state\": \""
                        + state + "\"}");
            }
            const qsizetype at = r.target.indexOf("token=");
            tokens += at < 0 ? QByteArray() : r.target.mid(at + 6);
            switch (++polls) {
            case 1:
                return json(write,
                    "{\"content\": [" + events(0, 3) + "], \"continuation_token\": \"one\"}");
            case 2: // breaks off after two whole events
                write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n" + kJson + "\r\n{\"content\": ["
                    + events(3, 5) + ", {\"eve");
                return false;
            case 3:
                return false; // not back yet
            case 4:
                return json(write, R"({"detail": "Bad Signature b'xyz' does not match"})", 400);
            case 5: // from the begin
                return json(write,
                    "{\"content\": [" + events(0, 7) + "], \"continuation_token\": \"two\"}");
            case 6:
                return json(
                    write, "{\"content\": [" + events(7, 9) + "], \"continuation_token\": null}");
            default:
                return write(TestServer::answer(200,
                    QByteArray("[" + events(0, 10) + "]").mid(1).chopped(1).replace("},", "}\n"),
                    "Content-Type: application/x-ndjson\r\n"));
            }
        });
        const auto airflow = client(server.config());
        const auto log
            = collect(airflow->as<Logs>().read({{u"d"_s, u"r"_s, u"t"_s, -1}, 1, true}), 60'000);
        QVERIFY2(log.end && *log.end, endOf(log.end).constData());
        QStringList expected;
        for (int i = 0; i < 10; ++i)
            expected += u"line %1"_s.arg(i);
        QCOMPARE(textOf(log.values), expected.join(u'\n'));
        QCOMPARE(tokens.value(1), QByteArray("one"));
        QCOMPARE(tokens.value(5), QByteArray("two"));
    }

    // Stop is heard while an answer is awaited; a log that goes on is one request a poll.
    void followStops()
    {
        std::atomic<int> looks{0};
        std::atomic<int> reads{0};
        Scripted server([&](const ServerRequest& r, const Write& write) {
            if (!r.target.contains("/logs/")) {
                ++looks;
                return json(write, R"({"task_id": "t", "try_number": 1, "state": "running"})");
            }
            ++reads;
            return json(write, R"({"content": [{"event": "x"}], "continuation_token": "k"})");
        });
        const auto airflow = client(server.config());
        QObject context;
        bool some = false;
        std::optional<VoidResult> end;
        auto stream = airflow->as<Logs>()
                          .read({{u"d"_s, u"r"_s, u"t"_s, -1}, 1, true})
                          .attach(
                              &context, [&](std::vector<LogLines>&&) { some = true; },
                              [&](VoidResult result) { end = std::move(result); });
        QTRY_VERIFY(some);
        QTRY_VERIFY_WITH_TIMEOUT(reads >= 4, 30'000);
        QCOMPARE(looks, 1);
        QTRY_VERIFY_WITH_TIMEOUT(looks == 2, 30'000); // now and then all the same
        QElapsedTimer clock;
        clock.start();
        stream.stop();
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 2000);
        QVERIFY(clock.elapsed() < 1000);
        QCOMPARE(end->error().kind, Error::Kind::Cancelled);
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowBadDaysTest)
#include "tst_airflowbaddays.moc"
