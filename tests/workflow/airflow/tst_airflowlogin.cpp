// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in, played by a small HTTP server: renewal, refusal, the token of a command, and that no
// secret leaves the adapter.
#include "core/facets/health.h"
#include "core/facets/login.h"
#include "core/facets/metrics.h"
#include "core/facets/search.h"
#include "core/loginrenewal.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airlive.h"
#include "tests/workflow/airflow/scriptedairflow.h"
#include "workflow/api/schedule.h"
#include "workflow/panel/runfeed.h"

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class AirflowLoginTest final : public QObject
{
    Q_OBJECT

    static std::unique_ptr<AirflowClient> client(const ServiceConfig& config)
    {
        return std::make_unique<AirflowClient>(config, Secret(kPassword));
    }

private Q_SLOTS:
    // A token that has run out is renewed once, by one lane for all.
    void tokenExpires()
    {
        std::atomic<int> valid{1};
        Scripted server([&](const ServerRequest& r, const Write& write) {
            const QByteArray want = "Bearer token-secret-" + QByteArray::number(valid);
            if (r.headers.value("authorization") != want)
                return json(write, R"({"detail": "Token Expired"})", 401);
            return json(write, kDags);
        });
        const auto airflow = client(server.config());
        QVERIFY(await(airflow->as<Dags>().list()));
        QCOMPARE(server.logins, 1);
        valid = 2;
        int done = 0;
        QObject context;
        std::vector<Call<Dags::List>> calls;
        for (int i = 0; i < 6; ++i)
            calls.push_back(airflow->as<Dags>().list().onDone(
                &context, [&](Result<Dags::List> list) { done += list ? 1 : 0; }));
        QTRY_COMPARE_WITH_TIMEOUT(done, 6, 10'000);
        QCOMPARE(server.logins, 2);
        valid = -1; // nothing is accepted any more: an error after one renewal, no endless circle
        const auto refused = await(airflow->as<Dags>().list());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Auth);
        QCOMPARE(server.logins, 3);
    }

    // A few wrong passwords lock an account: one try, and the next when somebody asks for it.
    void refusedLoginIsNotRepeated()
    {
        Scripted server([](const ServerRequest& r, const Write& write) {
            if (r.target.startsWith("/api/v2/monitor/health"))
                return json(write, R"({"metadatabase": {"status": "healthy"}})");
            return json(write, kDags);
        });
        server.letsIn = false;
        const auto airflow = client(server.config());
        for (int i = 0; i < 5; ++i) {
            const auto list = await(airflow->as<Dags>().list());
            QVERIFY(!list);
            QCOMPARE(list.error().kind, Error::Kind::Auth);
            QCOMPARE(list.error().code, u"401"_s);
        }
        QCOMPARE(server.logins, 1);
        QVERIFY(!await(airflow->as<HealthFacet>().probe())); // nor does who looks after its health
        QCOMPARE(server.logins, 1);
        airflow->as<LoginFacet>().askAgain();
        QVERIFY(!await(airflow->as<HealthFacet>().probe()));
        QCOMPARE(server.logins, 2);
        server.letsIn = true; // the password was set right at the server
        QVERIFY(!await(airflow->as<Dags>().list()));
        airflow->as<LoginFacet>().askAgain();
        const auto let = await(airflow->as<HealthFacet>().probe());
        QVERIFY2(let, let ? "" : qPrintable(let.error().detail));
        QCOMPARE(server.logins, 3);
        QVERIFY(await(airflow->as<Dags>().list()));
        QCOMPARE(server.logins, 3);
    }

    // Who asks by himself: the sampler, the poller of the panels, every facet, on lanes of their
    // own. All of them together send a wrong password once.
    void nobodySendsARefusedPasswordAgain()
    {
        Scripted server([](const ServerRequest& r, const Write& write) {
            if (r.target.startsWith("/api/v2/monitor/health"))
                return json(write, R"({"metadatabase": {"status": "healthy"}})");
            return json(write, kDags);
        });
        server.letsIn = false;
        Runtime runtime;
        ServiceHub hub(runtime, nullptr);
        hub.setDescriptors({airflowDescriptor()});
        Sampler sampler(hub);
        sampler.setPace(milliseconds(1));
        ServiceConfig config = server.config();
        config.module = u"workflow"_s;
        config.tool = u"airflow"_s;
        const auto feed = RunFeed::of(hub, config.id);
        FeedWatch watch(feed);
        watch.setVisible(true);
        watch.setDag(u"a"_s);
        hub.add(config, Secret(kPassword));
        QTRY_VERIFY(feed->error().has_value());
        QTRY_COMPARE(hub.service(config.id)->health.state, HealthReport::State::Failing);
        QObject context;
        int done = 0;
        const auto count = [&done](const auto&) {
            ++done;
        };
        for (int tick = 0; tick < 60; ++tick) { // a minute of them
            sampler.setActive(false);
            sampler.setActive(true);
            feed->retry();
            auto probe = hub.facet<HealthFacet>(config.id)->probe().onDone(&context, count);
            auto metrics = hub.facet<MetricsFacet>(config.id)->catalogue().onDone(&context, count);
            auto list = hub.contract<Dags>(config.id)->list().onDone(&context, count);
            auto pools = hub.contract<Admin>(config.id)->pools().onDone(&context, count);
            QTRY_COMPARE(done, 4 * (tick + 1));
        }
        QCOMPARE(server.logins, 1);
        // The password was changed where it is kept: it comes with the next try by hand.
        server.letsIn = true;
        LoginRenewal::of(hub).setFetch([&](const ServiceId&, const LoginRenewal::Done& renewed) {
            hub.add(config, Secret(u"another"_s));
            renewed(true);
        });
        QTRY_VERIFY(feed->error().has_value());
        feed->retryByHand();
        QTRY_COMPARE(hub.service(config.id)->health.state, HealthReport::State::Healthy);
        QTRY_VERIFY(feed->hasDags());
        QCOMPARE(server.logins, 2);
    }

    void malformedTokenIsRenewedForbiddenIsNot()
    {
        std::atomic<bool> malformed{true};
        Scripted server([&](const ServerRequest& r, const Write& write) {
            if (malformed && r.headers.value("authorization").endsWith("-1"))
                return json(write, R"({"detail": "Invalid JWT token"})", 403);
            return malformed ? json(write, kDags) : json(write, R"({"detail": "Forbidden"})", 403);
        });
        const auto airflow = client(server.config());
        QVERIFY(await(airflow->as<Dags>().list()));
        QCOMPARE(server.logins, 2);
        malformed = false;
        const auto refused = await(airflow->as<Dags>().list());
        QVERIFY(!refused);
        QCOMPARE(server.logins, 2);
    }

    void secretsStayHome()
    {
        Scripted server([](const ServerRequest& r, const Write& write) {
            return json(write,
                "{\"detail\": \"you sent " + r.headers.value("authorization") + " and "
                    + kPassword.toUtf8() + " and " + r.headers.value("x-key") + "\"}",
                422);
        });
        ServiceConfig config = server.config();
        qputenv("PH_TEST_GATEWAY", "gateway-secret-5");
        config.options.insert(u"headers"_s, u"X-Key: env:PH_TEST_GATEWAY"_s);
        const auto airflow = client(config);
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY(!list);
        QVERIFY(list.error().detail.contains("you sent"_L1));
        for (const auto& secret : {kPassword, u"token-secret-1"_s, u"gateway-secret-5"_s})
            QVERIFY2(!list.error().detail.contains(secret), qPrintable(list.error().detail));
    }

    void tokenCommand()
    {
        std::mutex mutex;
        QByteArray seen;
        Scripted server([&](const ServerRequest& r, const Write& write) {
            std::lock_guard lock(mutex);
            seen = r.headers.value("authorization");
            return json(write, kDags);
        });
        ServiceConfig config = server.config();
        config.options.insert(u"tokenCommand"_s, u"/bin/echo \"from a command\""_s);
        {
            const auto airflow = client(config);
            QVERIFY(await(airflow->as<Dags>().list()));
            QCOMPARE(seen, QByteArray("Bearer from a command"));
            QCOMPARE(server.logins, 0);
        }
        for (const auto& bad : {u"/bin/false"_s, u"no-such-program-here"_s, u"/bin/true"_s,
                 u"/usr/bin/printf 'a\\nb'"_s}) {
            config.options.insert(u"tokenCommand"_s, bad);
            const auto airflow = client(config);
            const auto list = await(airflow->as<Dags>().list());
            QVERIFY2(!list, qPrintable(bad));
            QCOMPARE(list.error().kind, Error::Kind::Auth);
            QCOMPARE(list.error().code, u"token-command"_s);
            QVERIFY(!list.error().hint.isEmpty());
        }
        config.options.insert(u"tokenCommand"_s, u"/bin/sleep 20"_s);
        config.options.insert(u"tokenTimeout"_s, 200);
        const auto airflow = client(config);
        const auto list = await(airflow->as<Dags>().list());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, Error::Kind::Timeout);
    }

    // Not as this or that server describes them: one word for a schedule, in list and palette.
    void schedulesAreSaidAsInTheList()
    {
        Scripted server([](const ServerRequest& r, const Write& write) {
            if (r.target.contains("/tasks"))
                return json(write, R"({"tasks": [], "total_entries": 0})");
            const auto dag
                = [](const char* id, const char* summary, const char* words) -> QByteArray {
                return QByteArray(R"({"dag_id": ")") + id + R"(", "timetable_summary": ")" + summary
                    + R"(", "timetable_description": ")" + words + "\"}";
            };
            return json(write,
                "{\"dags\": [" + dag("a", "None", "Never, external triggers only") + ','
                    + dag("b", "0 6 * * *", "At 06:00") + ','
                    + dag("c", "Asset", "Triggered by assets") + "], \"total_entries\": 3}");
        });
        const auto airflow = client(server.config());
        const auto list = await(airflow->as<Dags>().list());
        const auto items = await(airflow->as<SearchFacet>().snapshot(10));
        QVERIFY(list && items);
        QCOMPARE(items->size(), size_t(3));
        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE((*items)[i].told, scheduleOf(list->dags[i]));
            QVERIFY((*items)[i].context.isEmpty());
        }
        QCOMPARE((*items)[0].told.key, QByteArray("by hand"));
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowLoginTest)
#include "tst_airflowlogin.moc"
