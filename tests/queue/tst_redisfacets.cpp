// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of Redis on a real server.
#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "tests/queue/redislive.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class RedisFacetsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisFixture> m_server;
    std::unique_ptr<RedisClient> m_client;

    QByteArray cli(const QStringList& words) { return m_server->cli(words); }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RedisFixture>();
        PH_NEED_SERVER(*m_server);
    }
    void init()
    {
        cli({u"FLUSHALL"_s});
        cli({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"0"_s});
        m_client = std::make_unique<RedisClient>(m_server->config());
    }
    void cleanup() { m_client.reset(); }

    void health()
    {
        auto report = await(m_client->as<HealthFacet>().probe());
        QVERIFY(report.has_value());
        QCOMPARE(report->state, HealthReport::State::Healthy);
        QVERIFY(report->version.startsWith(u"Redis "_s));
        cli({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"900kb"_s});
        report = await(m_client->as<HealthFacet>().probe());
        QCOMPARE(report->state, HealthReport::State::Degraded);
        QVERIFY(!report->text.isEmpty());
    }

    void metrics()
    {
        cli({u"CONFIG"_s, u"SET"_s, u"maxmemory"_s, u"512mb"_s});
        m_server->script("XADD orders 1-0 f v\nXADD orders 2-0 f v\nGET nothing\n");
        const auto catalogue = await(m_client->as<MetricsFacet>().catalogue());
        QVERIFY(catalogue.has_value());
        QStringList ids;
        for (const MetricInfo& m : *catalogue)
            ids += m.id;
        for (const char* id :
            {"ops.total", "memory.used", "memory.resident", "clients", "keys.evicted", "keys",
                "keys.hits", "ops.reads", "ops.writes", "keys.misses", "stream.entries:orders"})
            QVERIFY2(ids.contains(QLatin1StringView(id)), id);
        const auto used = std::find_if(catalogue->begin(), catalogue->end(),
            [](const MetricInfo& m) { return m.id == "memory.used"_L1; });
        QCOMPARE(used->limit, 512.0 * 1024 * 1024);
        QVERIFY(!ids.contains(u"replica.lag"_s)); // it has none, so there is nothing to say

        const auto samples = await(m_client->as<MetricsFacet>().sample(ids));
        QVERIFY(samples.has_value());
        const auto value = [&](QLatin1StringView id) {
            const auto it = std::find_if(samples->begin(), samples->end(),
                [&](const MetricSample& s) { return s.id == id; });
            return it == samples->end() ? -1.0 : it->value;
        };
        QCOMPARE(value("stream.entries:orders"_L1), 2.0);
        QCOMPARE(value("keys"_L1), 1.0);
        QVERIFY(value("memory.used"_L1) > 500'000);
        const auto one = await(m_client->as<MetricsFacet>().sample({u"no.such"_s}));
        QVERIFY(one.has_value() && one->empty()); // a gap, not a zero
    }

    // A walk of our own over all keys must not be what a plot of the traffic shows.
    void operationsAreThoseOfOthers()
    {
        auto& metrics = m_client->as<MetricsFacet>();
        const auto total = [&] {
            const auto samples = await(metrics.sample({u"ops.total"_s}));
            return samples && samples->size() == 1 ? samples->front().value : -1.0;
        };
        const double before = total();
        QVERIFY(before >= 0);
        for (int i = 0; i < 200; ++i)
            QVERIFY(await(m_client->as<Console>().read({"GET", "nothing"})).has_value());
        const double own = total();
        QVERIFY2(own - before < 20, qPrintable(QString::number(own - before)));
        QByteArray script;
        for (int i = 0; i < 300; ++i)
            script += "GET nothing\n";
        m_server->script(script);
        QTRY_VERIFY2(total() - own >= 300, qPrintable(QString::number(total() - own)));
    }

    // By what each command does to keys, not by how often the server's sockets were ready.
    void readsAndWritesAreCalls()
    {
        auto& metrics = m_client->as<MetricsFacet>();
        const auto sampled = [&] {
            const auto samples = await(metrics.sample({u"ops.reads"_s, u"ops.writes"_s}));
            return samples && samples->size() == 2
                ? std::pair(samples->front().value, samples->back().value)
                : std::pair(-1.0, -1.0);
        };
        const auto before = sampled();
        QVERIFY(before.first >= 0 && before.second >= 0);
        QByteArray script;
        for (int i = 0; i < 300; ++i)
            script += "GET nothing\nPING\n";
        for (int i = 0; i < 100; ++i)
            script += "SET k v\n";
        script += "PFADD p a\nXADD s * f v\nXINFO STREAM s\n";
        m_server->script(script);
        for (int i = 0; i < 50; ++i) // ours
            QVERIFY(await(m_client->as<Console>().read({"STRLEN", "k"})).has_value());
        const auto after = sampled();
        QCOMPARE(after.first - before.first, 301.0);
        QCOMPARE(after.second - before.second, 102.0);
    }

    void events()
    {
        auto& facet = m_client->as<EventsFacet>();
        const QDateTime from = QDateTime::currentDateTimeUtc().addSecs(-60);
        const auto first = await(facet.since(from, {}, 100));
        QVERIFY(first.has_value());
        cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"0"_s});
        cli({u"SET"_s, u"slow:key"_s, u"1"_s});
        cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"10000"_s});
        m_server->script("CONFIG SET maxmemory-policy allkeys-lru\nCONFIG SET maxmemory 2mb\n");
        cli({u"DEBUG"_s, u"POPULATE"_s, u"60000"_s, u"e"_s});
        for (int i = 0; i < 5; ++i)
            cli({u"SET"_s, u"more%1"_s.arg(i), u"1"_s});
        const auto next = await(facet.since(from, first->cursor, 500));
        QVERIFY(next.has_value());
        QStringList kinds;
        bool slow = false;
        for (const Event& e : next->events) {
            kinds += e.kind;
            slow = slow || (e.kind == "slow-statement"_L1 && e.entity.name == "slow:key"_L1);
        }
        QVERIFY(slow);
        QVERIFY(kinds.contains(u"eviction"_s));
        // Seen twice is one event: the same ids come back for the same slow commands.
        const auto again = await(facet.since(from, next->cursor, 500));
        QStringList before, after;
        for (const Event& e : next->events)
            if (e.kind == "slow-statement"_L1)
                before += e.id;
        for (const Event& e : again->events)
            if (e.kind == "slow-statement"_L1)
                after += e.id;
        for (const QString& id : before)
            QVERIFY(after.contains(id));
        cli({u"CONFIG"_s, u"SET"_s, u"maxmemory-policy"_s, u"noeviction"_s});
    }

    void search()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"500"_s, u"cart:user"_s});
        m_server->script("SET session:a*b 1\n");
        const auto all = await(m_client->as<SearchFacet>().snapshot(100));
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), size_t(100));
        QCOMPARE(all->front().name, u"cart:"_s); // the most telling first
        QCOMPARE(all->front().kind, u"key-prefix"_s);
        const auto found = await(m_client->as<SearchFacet>().find(u"a*b"_s, 10));
        QCOMPARE(found->size(), size_t(1)); // a star is a star
        QCOMPARE(found->front().entity, (EntityId{u"redis://cache"_s, u"session:a*b"_s}));
        const auto exact = await(m_client->as<SearchFacet>().find(u"cart:user:7"_s, 3));
        QCOMPARE(exact->front().name, u"cart:user:7"_s);
    }

    void lineage()
    {
        m_server->script("XADD orders 1-0 f v\nXGROUP CREATE orders billing 0\n"
                         "XGROUP CREATE orders mail 0\nXADD clicks 1-0 f v\n");
        const auto all = await(m_client->as<LineageFacet>().edges({u"redis://cache"_s, {}}, 1));
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), size_t(2));
        QCOMPARE(all->front().from.name, u"orders"_s);
        QCOMPARE(all->front().to.name, u"orders#billing"_s);
        QCOMPARE(all->front().rateMetric, u"stream.entries:orders"_s);
        const auto one
            = await(m_client->as<LineageFacet>().edges({u"redis://cache"_s, u"orders#mail"_s}, 1));
        QCOMPARE(one->size(), size_t(1));
        const auto other
            = await(m_client->as<LineageFacet>().edges({u"kafka://x"_s, u"orders"_s}, 3));
        QVERIFY(other->empty());
    }

    void queryAndPreview()
    {
        m_server->script("HSET h a 1 b 2\nSET s hello\nXADD x 1-0 f v\n");
        auto& query = m_client->as<QueryFacet>();
        QCOMPARE(query.languages(), QStringList{u"redis"_s});
        const auto rows = await(query.run(u"redis"_s, u"HMGET h a b c"_s, {}, {}, 10));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->rows.size(), size_t(3));
        QVERIFY(rows->rows[2][0].isNull());
        QCOMPARE(await(query.run(u"redis"_s, u"DEL h"_s, {}, {}, 10)).error().code, u"guard"_s);
        QCOMPARE(cli({u"EXISTS"_s, u"h"_s}), QByteArray("1"));
        QVERIFY(!await(query.run(u"sql"_s, u"SELECT 1"_s, {}, {}, 10)).has_value());

        auto& preview = m_client->as<PreviewFacet>();
        const auto hash = await(preview.preview({u"redis://cache"_s, u"h"_s}, 10));
        QCOMPARE(hash->columns, (QStringList{u"field"_s, u"value"_s}));
        QCOMPARE(hash->rows.size(), size_t(2));
        QCOMPARE(await(preview.preview({u"redis://cache"_s, u"s"_s}, 10))->rows[0][0],
            QByteArray("hello"));
        QCOMPARE(await(preview.preview({u"redis://cache"_s, u"gone"_s}, 10)).error().kind,
            Error::Kind::NotFound);
    }

    void actions()
    {
        m_server->script("RPUSH l 1 2 3\nSET s x EX 100\n");
        auto& actions = m_client->as<ActionsFacet>();
        const auto acts = await(actions.forEntity({u"redis://cache"_s, u"s"_s}));
        QVERIFY(acts.has_value());
        QCOMPARE(acts->size(), size_t(3)); // expire, keep, delete
        QCOMPARE(acts->back().statement, u"UNLINK s"_s);
        QVERIFY(!acts->back().effects.empty());
        QVERIFY(await(actions.forEntity({u"redis://cache"_s, u"gone"_s}))->empty());
        QVERIFY(await(actions.forEntity({u"other://x"_s, u"s"_s}))->empty());
        QCOMPARE(m_client->apply(acts->back()), TaskStatus::State::Done);
        QCOMPARE(cli({u"EXISTS"_s, u"s"_s}), QByteArray("0"));
    }
};

PH_TEST_MAIN(QCoreApplication, RedisFacetsTest)
#include "tst_redisfacets.moc"
