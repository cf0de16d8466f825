// SPDX-License-Identifier: GPL-3.0-or-later
// The hub and its only poller, against an adapter under the test's control.
#include "core/lane.h"
#include "core/sampler.h"
#include "core/servicehub.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pilothouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// What the server would answer; shared with every adapter of the test.
struct World {
    bool down = false;
    bool hung = false;
    bool refusesLogin = false;
    double counter = 0;
    int probes = 0;
    int samples = 0;
    std::vector<Event> events;
};

class TestAdapter final : public Adapter,
                          public HealthFacet,
                          public MetricsFacet,
                          public EventsFacet
{
public:
    TestAdapter(AdapterContext context, World& world)
        : m_world(world)
        , m_lane(*context.runtime, u"test"_s)
    {
        offer<HealthFacet>(this);
        offer<MetricsFacet>(this);
        offer<EventsFacet>(this);
    }
    int connections() const override { return 1; }

    Call<HealthReport> probe() override
    {
        ++m_world.probes;
        return m_lane.run(200ms,
            [down = m_world.down, hung = m_world.hung, refuses = m_world.refusesLogin](
                NoConnection&, const Token& token) -> Result<HealthReport> {
                if (refuses)
                    return fail(Error::Kind::Auth, u"password authentication failed"_s);
                while (hung && !token.stopped())
                    std::this_thread::yield();
                if (token.stopped())
                    return fail(Error::Kind::Timeout, {});
                if (down)
                    return fail(Error::Kind::Refused, u"connection refused"_s);
                HealthReport r;
                r.state = HealthReport::State::Healthy;
                r.version = u"Test 1"_s;
                return r;
            });
    }
    Call<std::vector<MetricInfo>> catalogue() override
    {
        MetricInfo info;
        info.id = u"ops"_s;
        info.kind = MetricInfo::Kind::Counter;
        return m_lane.run(
            200ms, [info](NoConnection&, const Token&) -> Result<std::vector<MetricInfo>> {
                return std::vector{info};
            });
    }
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override
    {
        ++m_world.samples;
        const double value = m_world.counter += 100;
        return m_lane.run(
            200ms, [ids, value](NoConnection&, const Token&) -> Result<std::vector<MetricSample>> {
                return std::vector{
                    MetricSample{ids.front(), QDateTime::currentDateTimeUtc(), value}};
            });
    }
    Call<EventPage> since(const QDateTime&, const QString&, int) override
    {
        EventPage page{m_world.events, u"c"_s, false};
        return m_lane.run(
            200ms, [page](NoConnection&, const Token&) -> Result<EventPage> { return page; });
    }

private:
    World& m_world;
    Lane<> m_lane;
};

ServiceConfig config(const QString& id, WriteMode writes = WriteMode::Ask)
{
    ServiceConfig c;
    c.id = id;
    c.module = u"test"_s;
    c.tool = u"testdb"_s;
    c.ns = u"test://"_s + id;
    c.aliases = {u"test://old-"_s + id};
    c.writes = writes;
    return c;
}

} // namespace

class HubTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceHub> makeHub(Runtime& runtime, World& world)
    {
        auto hub = std::make_unique<ServiceHub>(runtime, nullptr);
        AdapterDescriptor d;
        d.module = u"test"_s;
        d.tool = u"testdb"_s;
        d.make = [&world](AdapterContext c) {
            return std::make_unique<TestAdapter>(std::move(c), world);
        };
        hub->setDescriptors({std::move(d)});
        return hub;
    }

private Q_SLOTS:
    void servicesByIdNamespaceAndAlias()
    {
        Runtime runtime;
        World world;
        auto hub = makeHub(runtime, world);
        QSignalSpy added(hub.get(), &ServiceHub::added);
        hub->add(config(u"b"_s), {});
        hub->add(config(u"a"_s), {});
        auto foreign = config(u"c"_s);
        foreign.tool = u"something-else"_s;
        hub->add(foreign, {});
        QCOMPARE(added.size(), 3);
        QCOMPARE(hub->ids(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(hub->byNamespace(u"test://old-a"_s), u"a"_s);
        QVERIFY(hub->facet<HealthFacet>(u"a"_s));
        QVERIFY(!hub->facet<HealthFacet>(u"c"_s)); // kept, but nobody can steer it
        QVERIFY(hub->service(u"c"_s));
        hub->add(config(u"b"_s, WriteMode::Never), {}); // replaced in place
        QCOMPARE(hub->ids().first(), u"b"_s);
        QVERIFY(!hub->service(u"b"_s)->gate->allows());
        hub->clear();
        QVERIFY(hub->ids().isEmpty());
    }

    void writesAreLiftedOnlyWhereTheyMay()
    {
        Runtime runtime;
        World world;
        auto hub = makeHub(runtime, world);
        hub->add(config(u"off"_s, WriteMode::Off), {});
        hub->add(config(u"never"_s, WriteMode::Never), {});
        QVERIFY(!hub->service(u"off"_s)->gate->allows());
        hub->setWritesLifted(u"off"_s, true);
        hub->setWritesLifted(u"never"_s, true);
        QVERIFY(hub->service(u"off"_s)->gate->allows());
        QVERIFY(!hub->service(u"never"_s)->gate->allows());
        hub->setWritesLifted(u"off"_s, false);
        QVERIFY(!hub->service(u"off"_s)->gate->allows());
    }

    void samplerFollowsHealth()
    {
        Runtime runtime;
        World world;
        auto hub = makeHub(runtime, world);
        Sampler sampler(*hub);
        sampler.setPace(20ms);
        hub->add(config(u"a"_s), {});
        const auto state = [&] {
            return hub->service(u"a"_s)->health.state;
        };
        QTRY_COMPARE(state(), HealthReport::State::Healthy);
        world.down = true;
        QTRY_COMPARE(state(), HealthReport::State::Failing);
        QCOMPARE(hub->service(u"a"_s)->lastError.detail, u"connection refused"_s);
        QCOMPARE(hub->service(u"a"_s)->health.version, u"Test 1"_s); // the last one known
        world.down = false;
        world.hung = true;
        QTRY_COMPARE(hub->service(u"a"_s)->lastError.kind, Error::Kind::Timeout);
        world.hung = false;
        QTRY_COMPARE(state(), HealthReport::State::Healthy);
    }

    void aRefusedLoginIsTriedAgainOnlyWhenAsked()
    {
        Runtime runtime;
        World world;
        world.refusesLogin = true;
        auto hub = makeHub(runtime, world);
        Sampler sampler(*hub);
        sampler.setPace(20ms);
        hub->add(config(u"db"_s), {});
        QTRY_COMPARE(hub->service(u"db"_s)->health.state, HealthReport::State::Failing);
        QCOMPARE(world.samples, 0);
        QCOMPARE(sampler.untilProbe(u"db"_s), 0ms); // none is planned
        const int before = world.probes;
        sampler.setPace(10ms); // the window is shown again
        sampler.setActive(false);
        sampler.setActive(true);
        const auto seen = sampler.see(u"db"_s, {u"ops"_s});
        QCOMPARE(world.probes, before);
        world.refusesLogin = false;
        sampler.probeNow(u"db"_s); // the user asks
        QTRY_COMPARE(hub->service(u"db"_s)->health.state, HealthReport::State::Healthy);
        QVERIFY(before <= 2);
        QTRY_VERIFY(world.probes > before + 1); // its pace again
    }

    void samplerKeepsRatesAndEvents()
    {
        Runtime runtime;
        World world;
        auto hub = makeHub(runtime, world);
        Sampler sampler(*hub);
        sampler.setPace(20ms);
        Event e;
        e.id = u"one"_s;
        e.begin = QDateTime::currentDateTimeUtc();
        world.events = {e, e};
        hub->add(config(u"a"_s), {});
        const auto all
            = TimeRange{e.begin.addSecs(-60), QDateTime::currentDateTimeUtc().addSecs(600)};
        QTRY_VERIFY(sampler.series(u"a"_s, u"ops"_s, all).size() >= 3);
        for (const auto& p : sampler.series(u"a"_s, u"ops"_s, all))
            QVERIFY(std::isnan(p.value) || p.value > 0);
        QVERIFY(sampler.latest(u"a"_s, u"ops"_s).has_value());
        QTRY_COMPARE(sampler.events(all).size(), size_t(1)); // seen twice, kept once
        sampler.setActive(false);
        QTRY_VERIFY(!sampler.series(u"a"_s, u"ops"_s, all).empty());
        hub->remove(u"a"_s);
        QVERIFY(sampler.catalogue(u"a"_s).empty());
    }

    void ringMarksGapsAndForgets()
    {
        SeriesRing gauge(SeriesRing::Kind::Gauge, 10'000);
        gauge.add(1000, 1, 1000);
        gauge.add(2000, 2, 1000);
        gauge.add(9000, 3, 1000); // a hole of seven paces
        const auto points = gauge.between(0, 100'000);
        QCOMPARE(points.size(), size_t(4));
        QVERIFY(std::isnan(points[2].value));
        gauge.add(15'000, 4, 1000);
        QVERIFY(gauge.between(0, 100'000).front().time >= 5000);

        SeriesRing counter(SeriesRing::Kind::Counter);
        counter.add(1000, 100, 1000);
        QVERIFY(!counter.latest()); // one reading is no rate
        counter.add(2000, 150, 1000);
        QCOMPARE(*counter.latest(), 50.0);
        counter.add(3000, 10, 1000); // the server restarted
        QVERIFY(!counter.latest());
        counter.add(4000, 30, 1000);
        QCOMPARE(*counter.latest(), 20.0);
    }
};

PH_TEST_MAIN(QCoreApplication, HubTest)
#include "tst_hub.moc"
