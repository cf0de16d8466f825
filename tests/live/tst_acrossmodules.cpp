// SPDX-License-Identifier: GPL-3.0-or-later
// The questions an overview asks, put to both adapters through the hub and its facets alone: which
// service is worst, every edge with its rate, everything that happened within the hour.
#include "core/auditlog.h"
#include "core/facets/events.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "database/postgres/postgresadapter.h"
#include "queue/redis/redisdescriptor.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "tests/support/testsandbox.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pilothouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AcrossModulesTest final : public QObject
{
    Q_OBJECT

private:
    test::TestSandbox m_sandbox;
    QTemporaryDir m_folder;
    Runtime m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    std::unique_ptr<Sampler> m_sampler;

    ServiceConfig config(const QString& id, const QString& module, const QString& tool, int port)
    {
        ServiceConfig c;
        c.id = id;
        c.module = module;
        c.tool = tool;
        c.ns = (module == u"database"_s ? u"postgres://"_s : u"redis://"_s) + id;
        c.address = u"127.0.0.1:%1"_s.arg(port);
        c.writes = WriteMode::On;
        if (module == u"database"_s) {
            c.user = u"pilot"_s;
            c.options[u"database"_s] = u"shop"_s;
        }
        return c;
    }

    HealthReport::State worst() const
    {
        auto state = HealthReport::State::Healthy;
        for (const ServiceId& id : m_hub->ids()) {
            const auto s = m_hub->service(id)->health.state;
            if (s == HealthReport::State::Failing
                || (s != HealthReport::State::Healthy && state != HealthReport::State::Failing))
                state = s;
        }
        return state;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.isReady(), qPrintable(m_sandbox.problem()));
        m_hub = std::make_unique<ServiceHub>(
            m_runtime, std::make_shared<AuditLog>(m_folder.filePath(u"audit.jsonl"_s)));
        m_hub->setDescriptors({database::postgres::postgresDescriptor(), queue::redisDescriptor()});
        m_sampler = std::make_unique<Sampler>(*m_hub);
        m_sampler->setPace(500ms);
        m_hub->add(
            config(u"shop-db"_s, u"database"_s, u"postgresql"_s, m_sandbox.port(u"postgres"_s)),
            Secret(m_sandbox.password(u"shop-db"_s)));
        m_hub->add(config(u"shop-cache"_s, u"queue"_s, u"redis"_s, m_sandbox.port(u"redis"_s)),
            Secret(m_sandbox.password(u"shop-cache"_s)));
    }

    void worstHealth()
    {
        QTRY_COMPARE_WITH_TIMEOUT(int(worst()), int(HealthReport::State::Healthy), 30'000);
        for (const ServiceId& id : m_hub->ids())
            QVERIFY2(!m_hub->service(id)->health.version.isEmpty(), qPrintable(id));
        auto dead = config(u"dead"_s, u"queue"_s, u"redis"_s, 1);
        m_hub->add(dead, {});
        QTRY_COMPARE_WITH_TIMEOUT(int(worst()), int(HealthReport::State::Failing), 30'000);
        m_hub->remove(u"dead"_s);
        QCOMPARE(int(worst()), int(HealthReport::State::Healthy));
    }

    void everyEdgeWithItsRate()
    {
        int edges = 0;
        for (const ServiceId& id : m_hub->ids()) {
            auto* lineage = m_hub->facet<LineageFacet>(id);
            auto* metrics = m_hub->facet<MetricsFacet>(id);
            QVERIFY2(lineage && metrics, qPrintable(id));
            const auto found = test::await(lineage->edges({m_hub->service(id)->config.ns, {}}, 1));
            QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().detail));
            QVERIFY2(!found->empty(), qPrintable(id));
            const auto catalogue = test::await(metrics->catalogue());
            QVERIFY(catalogue.has_value());
            for (const LineageEdge& e : *found) {
                ++edges;
                QCOMPARE(m_hub->byNamespace(e.from.ns), id);
                QCOMPARE(m_hub->byNamespace(e.to.ns), id);
                QVERIFY(!e.from.name.isEmpty() && !e.to.name.isEmpty());
                QVERIFY2(!e.rateMetric.isEmpty(), qPrintable(e.from.name + u" → "_s + e.to.name));
                QVERIFY2(std::any_of(catalogue->begin(), catalogue->end(),
                             [&](const MetricInfo& m) { return m.id == e.rateMetric; }),
                    qPrintable(e.rateMetric));
                // The sampler follows it: two samples make a rate.
                QTRY_VERIFY2_WITH_TIMEOUT(m_sampler->latest(id, e.rateMetric).has_value(),
                    qPrintable(e.rateMetric), 30'000);
            }
        }
        qInfo("%d edges, each with a rate", edges);
        QVERIFY(edges > 0);
    }

    void allEventsOfAnHour()
    {
        for (const ServiceId& id : m_hub->ids()) {
            auto* events = m_hub->facet<EventsFacet>(id);
            QVERIFY2(events, qPrintable(id));
            const auto page = test::await(
                events->since(QDateTime::currentDateTimeUtc().addSecs(-3600), {}, 500));
            QVERIFY2(page.has_value(), qPrintable(page ? QString() : page.error().detail));
            for (const Event& e : page->events) {
                QVERIFY(!e.id.isEmpty() && !e.kind.isEmpty() && e.begin.isValid());
                QCOMPARE(m_hub->byNamespace(e.entity.ns), id);
            }
        }
    }

    void everyMetricIsSampledOrAGap()
    {
        for (const ServiceId& id : m_hub->ids()) {
            auto* metrics = m_hub->facet<MetricsFacet>(id);
            const auto catalogue = test::await(metrics->catalogue());
            QVERIFY(catalogue && !catalogue->empty());
            QStringList ids;
            for (const MetricInfo& m : *catalogue)
                ids.append(m.id);
            QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
            const auto samples = test::await(metrics->sample(ids));
            QVERIFY2(samples.has_value(), qPrintable(samples ? QString() : samples.error().detail));
            QVERIFY(!samples->empty());
            for (const MetricSample& s : *samples)
                QVERIFY2(ids.contains(s.id), qPrintable(s.id));
        }
    }

    void objectsAreFoundAndPreviewed()
    {
        for (const ServiceId& id : m_hub->ids()) {
            auto* search = m_hub->facet<SearchFacet>(id);
            auto* preview = m_hub->facet<PreviewFacet>(id);
            QVERIFY2(search && preview, qPrintable(id));
            const auto items = test::await(search->snapshot(500));
            QVERIFY2(items && !items->empty(), qPrintable(id));
            for (const SearchItem& item : *items)
                QCOMPARE(m_hub->byNamespace(item.entity.ns), id);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, AcrossModulesTest)
#include "tst_acrossmodules.moc"
