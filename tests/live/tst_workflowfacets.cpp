// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of a workflow service on real servers, both major versions: what an overview, a
// timeline, the palette and a map ask.
#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airlive.h"

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowFacetsTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<AirflowFixture>> m_servers;
    std::unique_ptr<AirflowClient> m_client;
    QString m_ns;

    RunInfo failedRun()
    {
        const QString dag = u"shop_payment_reconcile"_s;
        const auto details = await(m_client->as<Dags>().details(dag));
        if (details && details->info.paused)
            m_client->apply(m_client->as<Dags>().setPaused(details->info, false));
        TriggerRequest request;
        request.dag = dag;
        request.run = u"facets_%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        request.conf = {{u"wait"_s, 1}};
        m_client->apply(m_client->as<Acts>().trigger(request));
        RunInfo run;
        (void)QTest::qWaitFor(
            [&] {
                const auto now = await(m_client->as<Runs>().run({dag, request.run}));
                if (now)
                    run = *now;
                return now && isFinal(now->state);
            },
            180'000);
        return run;
    }

private Q_SLOTS:
    void facets_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }
    void facets()
    {
        QFETCH(int, major);
        m_servers.clear(); // one pair of servers at a time
        auto& server = m_servers[major] = std::make_unique<AirflowFixture>(major);
        if (!server->isReady()) {
            if (qEnvironmentVariable("CI") == "true"_L1)
                QFAIL(qPrintable(server->problem()));
            QSKIP(qPrintable(server->problem()));
        }
        const ServiceConfig config = server->config();
        m_ns = config.ns;
        m_client = std::make_unique<AirflowClient>(config, server->password());

        QVERIFY(await(m_client->as<Admin>().state())); // logged in before the probe's short limit
        PH_VALUE(health, await(m_client->as<HealthFacet>().probe()));
        QVERIFY(health.version.startsWith(u"Airflow %1."_s.arg(major)));
        QCOMPARE(health.state, HealthReport::State::Healthy);
        QVERIFY(health.latency.count() > 0);

        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-5);
        const RunInfo run = failedRun();
        QCOMPARE(run.state, u"failed"_s);

        PH_VALUE(catalogue, await(m_client->as<MetricsFacet>().catalogue()));
        QStringList ids;
        for (const MetricInfo& info : catalogue)
            ids.append(info.id);
        const MetricInfo* pool = find(
            catalogue, [](const MetricInfo& m) { return m.id == u"pool.default_pool.occupied"_s; });
        QVERIFY(pool && pool->limit > 0);
        PH_VALUE(samples, await(m_client->as<MetricsFacet>().sample(ids)));
        const MetricSample* failed
            = find(samples, [](const MetricSample& s) { return s.id == u"runs.failed.day"_s; });
        QVERIFY(failed && failed->value >= 1);
        const MetricSample* silence = find(
            samples, [](const MetricSample& s) { return s.id == u"scheduler.heartbeat.age"_s; });
        QVERIFY(silence && silence->value >= 0);

        PH_VALUE(page, await(m_client->as<EventsFacet>().since(before, {}, 100)));
        const Event* event = find(page.events,
            [&](const Event& e) { return e.kind == u"run-failed"_s && e.detail == run.ref.run; });
        QVERIFY(event);
        QCOMPARE(event->severity, Event::Severity::Error);
        QCOMPARE(event->entity, dagEntity(m_ns, run.ref.dag));
        QCOMPARE(event->cause, std::optional(taskEntity(m_ns, run.ref.dag, u"reconcile"_s)));
        QVERIFY(find(page.events, [](const Event& e) { return e.kind == u"task-failed"_s; }));
        QVERIFY(find(page.events, [](const Event& e) { return e.kind == u"import-error"_s; }));
        QVERIFY(!page.cursor.isEmpty());

        PH_VALUE(items, await(m_client->as<SearchFacet>().snapshot(5000)));
        QVERIFY(find(items, [](const SearchItem& i) { return i.name == u"shop_price_import"_s; }));
        QVERIFY(find(items,
            [](const SearchItem& i) { return i.kind == u"task"_s && i.name == u"reconcile"_s; }));
        PH_VALUE(found, await(m_client->as<SearchFacet>().find(u"payment"_s, 10)));
        QVERIFY(!found.empty());

        PH_VALUE(edges, await(m_client->as<LineageFacet>().edges({m_ns, {}}, 1)));
        const EntityId orders{m_ns, u"file://lake/silver/orders.parquet"_s};
        QVERIFY(find(edges, [&](const LineageEdge& e) {
            return e.from == taskEntity(m_ns, u"shop_orders_ingest"_s, u"write"_s)
                && e.to == orders;
        }));
        QVERIFY(find(edges, [&](const LineageEdge& e) {
            return e.from == orders && e.to == dagEntity(m_ns, u"shop_orders_mart"_s);
        }));
        PH_VALUE(tasks,
            await(m_client->as<LineageFacet>().edges(dagEntity(m_ns, u"shop_daily_revenue"_s), 1)));
        QVERIFY(find(tasks, [&](const LineageEdge& e) {
            return e.kind == u"task"_s
                && e.to == taskEntity(m_ns, u"shop_daily_revenue"_s, u"load"_s);
        }));

        PH_VALUE(rows,
            await(m_client->as<PreviewFacet>().preview(
                taskEntity(m_ns, run.ref.dag, u"reconcile"_s), 10)));
        QCOMPARE(rows.columns.size(), 4);
        PH_VALUE(acts, await(m_client->as<ActionsFacet>().forEntity(dagEntity(m_ns, run.ref.dag))));
        QCOMPARE(acts.size(), size_t(3)); // trigger, pause, clear what failed
        QVERIFY(acts[2].statement.contains("\"only_failed\":true"_L1));
        QCOMPARE(m_client->apply(m_client->as<Acts>().removeRun(run)), TaskStatus::State::Done);
        m_client.reset();
    }
};

PH_TEST_MAIN(QCoreApplication, WorkflowFacetsTest)
#include "tst_workflowfacets.moc"
