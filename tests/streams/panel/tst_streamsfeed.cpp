// SPDX-License-Identifier: GPL-3.0-or-later
// The one poller of a cluster, by what it asks: only what is on screen, lags in chunks, nothing
// while hidden, and old values that stay when a part fails.
#include "core/runtime.h"
#include "core/servicehub.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamswatch.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestStreamsFeed final : public QObject
{
    Q_OBJECT

    using Part = StreamsFeed::Part;
    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    std::shared_ptr<StreamsWorld> m_world;

    std::shared_ptr<StreamsFeed> feed() { return StreamsFeed::of(*m_hub, u"shop-kafka"_s); }
    int asked(const QString& method)
    {
        std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    void change(const std::function<void(StreamsWorld&)>& with)
    {
        std::lock_guard lock(m_world->mutex);
        with(*m_world);
    }

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<Runtime>();
        m_hub = std::make_unique<ServiceHub>(*m_runtime, nullptr);
        m_world = std::make_shared<StreamsWorld>();
        FakeStreams::join(*m_hub, m_world);
    }
    void cleanup()
    {
        m_hub.reset();
        m_runtime.reset();
    }
    void asksNothingHidden();
    void sharesOneFeed();
    void asksWhatIsOnScreen();
    void chunksOfLags();
    void shownGroupsFirst();
    void keepsOldValues();
    void failsAsAWhole();
    void coordinatorAway();
    void groupGone();
    void oneSlowAnswer();
    void lacksContracts();
};

void TestStreamsFeed::asksNothingHidden()
{
    fillShop(*m_world);
    StreamsWatch watch(feed());
    watch.setTopics({u"shop.orders.v1"_s});
    QCoreApplication::processEvents();
    QCOMPARE(asked(u"topics"_s), 0);
    QVERIFY(!feed()->isAsking());
    watch.setVisible(true);
    QTRY_VERIFY(feed()->hasTopics());
    QTRY_COMPARE(feed()->groupsRead(), 4);
    watch.setVisible(false);
    QVERIFY(!feed()->isAsking());
}

void TestStreamsFeed::sharesOneFeed()
{
    fillShop(*m_world);
    StreamsWatch one(feed()), other(feed());
    one.setVisible(true);
    other.setVisible(true);
    QTRY_VERIFY(feed()->hasTopics());
    QCOMPARE(&one.feed(), &other.feed());
    QCOMPARE(asked(u"topics"_s), 1);
}

void TestStreamsFeed::asksWhatIsOnScreen()
{
    fillShop(*m_world);
    StreamsWatch watch(feed());
    watch.setVisible(true);
    watch.setTopics({u"shop.orders.v1"_s});
    QTRY_VERIFY(feed()->settings(u"shop.orders.v1"_s));
    QVERIFY(!feed()->settings(u"dlq.orders"_s));
    QCOMPARE(asked(u"offsets"_s), 0);
    QCOMPARE(asked(u"group"_s), 0);
    watch.setTopic(u"dlq.orders"_s);
    QTRY_VERIFY(feed()->offsets(u"dlq.orders"_s));
    watch.setGroups({u"archive"_s});
    QTRY_VERIFY(feed()->detail(u"archive"_s));
    QVERIFY(!feed()->partitions(u"archive"_s)); // sums only
    watch.setGroup(u"archive"_s);
    QTRY_VERIFY(feed()->partitions(u"archive"_s));
    QTRY_VERIFY(feed()->timeLags(u"archive"_s));
    // Of groups on screen that are behind too, one after the other.
    watch.setGroups({u"spark-bronze-orders"_s});
    QTRY_VERIFY_WITH_TIMEOUT(feed()->timeLags(u"spark-bronze-orders"_s), 10'000);
}

// A thousand groups of two hundred partitions: never all at once.
void TestStreamsFeed::chunksOfLags()
{
    fillManyStreams(*m_world, 4, 200, 200);
    StreamsWatch watch(feed());
    watch.setVisible(true);
    QTRY_COMPARE_WITH_TIMEOUT(feed()->groupsRead(), 200, 20'000);
    change([](StreamsWorld& world) {
        for (const QStringList& chunk : world.lagsAsked)
            QVERIFY(chunk.size() <= StreamsFeed::kMostGroups);
        QVERIFY(world.lagsAsked.size() >= 8);
    });
    QCOMPARE(feed()->readers(u"topic-00000"_s).size(), size_t(50));
}

void TestStreamsFeed::shownGroupsFirst()
{
    fillManyStreams(*m_world, 4, 2, 300);
    StreamsWatch watch(feed());
    watch.setGroups({u"group-00290"_s});
    watch.setGroup(u"group-00299"_s);
    watch.setVisible(true);
    QTRY_VERIFY(asked(u"lags"_s) > 0);
    change([](StreamsWorld& world) {
        QCOMPARE(world.lagsAsked.front().value(0), u"group-00299"_s);
        QCOMPARE(world.lagsAsked.front().value(1), u"group-00290"_s);
    });
    // They are asked again before the rest has been read for the first time.
    const auto times = [this](const QString& group) {
        std::lock_guard lock(m_world->mutex);
        return std::count_if(m_world->lagsAsked.begin(), m_world->lagsAsked.end(),
            [&group](const QStringList& chunk) { return chunk.contains(group); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(times(u"group-00299"_s) >= 2, 10'000);
    QVERIFY(feed()->groupsRead() < 300);
}

void TestStreamsFeed::keepsOldValues()
{
    fillShop(*m_world);
    StreamsWatch watch(feed());
    watch.setVisible(true);
    watch.setTopics({u"shop.orders.v1"_s});
    QTRY_COMPARE(feed()->maxLag(u"shop.orders.v1"_s), 212'616);
    const QDateTime read = feed()->read(Part::Lags);
    QVERIFY(read.isValid());
    change([](StreamsWorld& world) {
        world.errors[u"lags"_s] = Error{Error::Kind::Timeout, {}, u"broker 2"_s, {}, {}};
    });
    QTRY_VERIFY(feed()->error(Part::Lags).has_value());
    QCOMPARE(feed()->maxLag(u"shop.orders.v1"_s), 212'616);
    QVERIFY(!feed()->error(Part::Topics));
    change([](StreamsWorld& world) { world.errors.clear(); });
    QTRY_VERIFY_WITH_TIMEOUT(!feed()->error(Part::Lags), 12'000);
}

void TestStreamsFeed::failsAsAWhole()
{
    fillShop(*m_world);
    m_world->broken = Error{Error::Kind::Refused, {}, u"no broker"_s, {}, {}};
    StreamsWatch watch(feed());
    watch.setVisible(true);
    QTRY_VERIFY(feed()->isOld());
    QCOMPARE(asked(u"groups"_s), 0); // one question is enough
    QCOMPARE(asked(u"topics"_s), 1);
    change([](StreamsWorld& world) { world.broken.reset(); });
    feed()->retry();
    QTRY_VERIFY(feed()->hasTopics());
    QVERIFY(!feed()->isOld());
}

// What a coordinator does not tell is not gone.
void TestStreamsFeed::coordinatorAway()
{
    fillShop(*m_world);
    StreamsWatch watch(feed());
    watch.setVisible(true);
    QTRY_COMPARE(feed()->groupsRead(), 4);
    change([](StreamsWorld& world) {
        world.groups.groups.erase(world.groups.groups.begin() + 1);
        world.groups.failed[2] = Error{Error::Kind::Timeout, {}, u"broker 2"_s, {}, {}};
    });
    feed()->refresh();
    QTRY_COMPARE(feed()->withoutGroups().size(), size_t(1));
    QCOMPARE(feed()->groups().size(), size_t(4));
    QVERIFY(feed()->group(u"clicks-sink"_s));
}

void TestStreamsFeed::groupGone()
{
    fillShop(*m_world);
    StreamsWatch watch(feed());
    watch.setVisible(true);
    QTRY_COMPARE(feed()->groupsRead(), 4);
    change([](StreamsWorld& world) { world.groups.groups.erase(world.groups.groups.begin() + 1); });
    feed()->refresh();
    QTRY_COMPARE(feed()->groups().size(), size_t(3));
    QVERIFY(!feed()->maxLag(u"shop.clicks.v2"_s));
    QVERIFY(!feed()->summary(u"clicks-sink"_s));
}

// A broker that is slow once is asked again before it is said not to answer.
void TestStreamsFeed::oneSlowAnswer()
{
    change([](StreamsWorld& world) { fillShop(world); });
    StreamsWatch watch(feed());
    watch.setVisible(true);
    QTRY_VERIFY(feed()->read(Part::Cluster).isValid());
    const auto problem = [this]() -> bool {
        return feed()->cluster().brokers.front().problem.has_value();
    };
    QVERIFY(!problem());
    int told = 0, saidBad = 0;
    connect(feed().get(), &StreamsFeed::factsChanged, this, [&] {
        ++told;
        saidBad += problem() ? 1 : 0;
    });
    const int before = asked(u"cluster"_s);
    change([](StreamsWorld& world) {
        world.cluster.brokers.front().problem = Error{Error::Kind::Timeout, {}, u"slow"_s, {}, {}};
        world.cluster.brokers.front().diskTotal.reset();
    });
    feed()->refresh();
    QTRY_VERIFY(asked(u"cluster"_s) > before && told > 0);
    QVERIFY(saidBad == 0 || asked(u"cluster"_s) > before + 1); // not on the first miss
    QTRY_VERIFY(problem()); // the second one, soon
    QCOMPARE(asked(u"cluster"_s), before + 2);
    change([](StreamsWorld& world) { world.cluster.brokers.front().problem.reset(); });
    feed()->refresh();
    QTRY_VERIFY(!problem());
    // Nobody listens there: that is no slow answer.
    change([](StreamsWorld& world) {
        world.cluster.brokers.front().problem = Error{Error::Kind::Refused, {}, u"no"_s, {}, {}};
    });
    feed()->refresh();
    QTRY_VERIFY(problem());
    disconnect(feed().get(), nullptr, this, nullptr);
}

void TestStreamsFeed::lacksContracts()
{
    ServiceHub hub(*m_runtime, nullptr);
    const auto world = std::make_shared<StreamsWorld>();
    fillShop(*world);
    world->lacking = {u"Groups"_s, u"Cluster"_s};
    FakeStreams::join(hub, world);
    StreamsWatch watch(StreamsFeed::of(hub, u"shop-kafka"_s));
    watch.setVisible(true);
    QTRY_VERIFY(watch.feed().hasTopics());
    QVERIFY(watch.feed().groups().empty());
}

PH_TEST_MAIN(QCoreApplication, TestStreamsFeed)
#include "tst_streamsfeed.moc"
