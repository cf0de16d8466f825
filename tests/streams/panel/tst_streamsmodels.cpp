// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the streams panel: what they show, in which order, and that rows merge by name.
#include "core/runtime.h"
#include "core/servicehub.h"
#include "streams/panel/brokerrows.h"
#include "streams/panel/grouprows.h"
#include "streams/panel/lagtrend.h"
#include "streams/panel/partitionrows.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtext.h"
#include "streams/panel/topicrows.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestStreamsModels final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    std::unique_ptr<Sampler> m_sampler;
    std::unique_ptr<StreamsWatch> m_watch;
    std::unique_ptr<StreamRates> m_rates;
    std::shared_ptr<StreamsWorld> m_world;

    StreamsFeed& feed() { return m_watch->feed(); }
    void fill(const std::function<void(StreamsWorld&)>& with)
    {
        with(*m_world);
        FakeStreams::join(*m_hub, m_world);
        m_watch = std::make_unique<StreamsWatch>(StreamsFeed::of(*m_hub, u"shop-kafka"_s));
        m_watch->setVisible(true);
        QTRY_VERIFY(feed().hasTopics());
        QTRY_COMPARE(feed().groupsRead(), int(m_world->groups.groups.size()));
    }

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<Runtime>();
        m_hub = std::make_unique<ServiceHub>(*m_runtime, nullptr);
        m_sampler = std::make_unique<Sampler>(*m_hub);
        m_rates = std::make_unique<StreamRates>(*m_sampler, u"shop-kafka"_s, nullptr);
        m_world = std::make_shared<StreamsWorld>();
    }
    void cleanup()
    {
        m_watch.reset();
        m_rates.reset();
        m_sampler.reset();
        m_hub.reset();
        m_runtime.reset();
    }
    void words();
    void trends_data();
    void trends();
    void behindSinceWhen();
    void topicsByLag();
    void topicsFiltered();
    void topicsInTrouble();
    void rowsComeAndGo();
    void groups();
    void notReadableIsNotNone();
    void partitionsWorstFirst();
    void partitionsWithoutGroup();
    void members();
    void brokers();
    void manyRows();
};

void TestStreamsModels::words()
{
    QCOMPARE(spanText(milliseconds(7 * 86'400'000LL)), u"7 d"_s);
    QCOMPARE(spanText(milliseconds(90'000)), u"90 s"_s);
    QCOMPARE(spanText(milliseconds(250)), u"250 ms"_s);
    QCOMPARE(behindText(milliseconds(11'525'000)), u"3 h 12 m"_s);
    QCOMPARE(behindText(milliseconds(0)), u"0 s"_s);
    const auto entry = [](const QString& name, const QString& value) {
        ConfigEntry out;
        out.name = name;
        out.value = value;
        return out;
    };
    const auto retention = entry(u"retention.ms"_s, u"259200000"_s);
    QCOMPARE(StreamText::keeps({}), QString());
    QCOMPARE(StreamText::keeps({retention}), u"3 d"_s);
    QCOMPARE(
        StreamText::keeps({retention, entry(u"cleanup.policy"_s, u"compact"_s)}), u"compact"_s);
    QCOMPARE(StreamText::keeps({retention, entry(u"cleanup.policy"_s, u"compact,delete"_s)}),
        u"compact, 3 d"_s);
    QCOMPARE(StreamText::keeps({entry(u"retention.ms"_s, u"-1"_s)}), u"for ever"_s);
}

void TestStreamsModels::trends_data()
{
    using Way = LagTrend::Way;
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<Way>("way");
    QTest::newRow("grows") << 1000.0 << 90.0 << 60 << Way::Grows;
    QTest::newRow("shrinks") << 100'000.0 << -500.0 << 60 << Way::Shrinks;
    QTest::newRow("stays") << 100'000.0 << 1.0 << 60 << Way::Steady;
    QTest::newRow("nothing") << 0.0 << 0.0 << 60 << Way::Steady;
    QTest::newRow("too short") << 1000.0 << 90.0 << 5 << Way::Unknown;
}

void TestStreamsModels::trends()
{
    QFETCH(double, from);
    QFETCH(double, perSecond);
    QFETCH(int, seconds);
    QFETCH(LagTrend::Way, way);
    std::vector<SeriesPoint> points{{0, 9e9}, {1, qQNaN()}}; // before a gap: not looked at
    for (int s = 0; s <= seconds; s += 2)
        points.push_back({1000LL * (s + 10), from + perSecond * s});
    const LagTrend trend = trendOf(points);
    QCOMPARE(int(trend.way), int(way));
    if (way == LagTrend::Way::Shrinks) {
        QVERIFY(qAbs(trend.perSecond + 500) < 1);
        QVERIFY(trend.drained);
        QCOMPARE(trend.drained->count() / 1000, 140); // 70,000 left
    }
}

void TestStreamsModels::behindSinceWhen()
{
    using Points = std::vector<SeriesPoint>;
    QCOMPARE(behindSince({}), std::nullopt);
    QCOMPARE(behindSince(Points{{1, 5}, {2, 0}}), std::nullopt); // not behind now
    QCOMPARE(behindSince(Points{{1, 0}, {2, 3}, {3, 0}, {4, 7}, {5, 9}}), std::optional<qint64>(4));
    QCOMPARE(behindSince(Points{{1, 3}, {2, 4}}), std::nullopt); // it may be longer
    QCOMPARE(behindSince(Points{{1, 0}, {2, qQNaN()}, {3, 4}}), std::nullopt); // so here
    fill(fillShop);
    GroupRows rows(feed());
    QCOMPARE(rows.cell(u"spark-bronze-orders"_s, GroupRows::Since).text, QString());
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-1);
    rows.setSince([at](const QString&) { return at; });
    QTRY_COMPARE(
        rows.cell(u"spark-bronze-orders"_s, GroupRows::Since).text, at.toString(u"HH:mm"_s));
    QTRY_VERIFY(feed().summary(u"archive"_s));
    if (feed().summary(u"archive"_s)->total == 0) // nothing to be behind with
        QCOMPARE(rows.cell(u"archive"_s, GroupRows::Since).text, QString());
    QCOMPARE(sinceText(at.addDays(-3)), at.addDays(-3).toString(u"MM-dd HH:mm"_s));
}

void TestStreamsModels::topicsByLag()
{
    fill(fillShop);
    TopicRows rows(feed(), *m_rates);
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(TopicRows::Lag, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(rows.hidden(), 1);
    QCOMPARE(model.idAt(0), u"shop.orders.v1"_s);
    const auto text = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, TopicRows::Lag), u"212,616"_s);
    QCOMPARE(text(0, TopicRows::Partitions), u"8"_s);
    QCOMPARE(text(0, TopicRows::Copies), u"3"_s);
    QCOMPARE(model.cell(model.index(0, TopicRows::Lag)).bar, 1.0);
    QVERIFY(model.cell(model.index(1, TopicRows::Lag)).bar > 0.5); // by logarithm
    QTRY_VERIFY(feed().size(u"shop.orders.v1"_s));
    QVERIFY(text(0, TopicRows::Size).endsWith(u" TB")); // all three copies
    m_watch->setTopics({u"shop.inventory.cdc"_s, u"shop.clicks.v2"_s});
    QTRY_VERIFY(feed().settings(u"shop.clicks.v2"_s));
    QCOMPARE(rows.cell(u"shop.inventory.cdc"_s, TopicRows::Keeps).text, u"compact"_s);
    QCOMPARE(rows.cell(u"shop.clicks.v2"_s, TopicRows::Keeps).text, u"3 d"_s);
    // What nobody recorded is not zero.
    QCOMPARE(text(0, TopicRows::In), u"–"_s);
}

void TestStreamsModels::topicsFiltered()
{
    fill(fillShop);
    TopicRows rows(feed(), *m_rates);
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.update();
    QCOMPARE(model.rowCount(), 5);
    model.setFilter(u"SHOP v1"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.total(), 5);
    rows.setInternal(true);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(rows.hidden(), 0);
}

void TestStreamsModels::topicsInTrouble()
{
    fill([](StreamsWorld& world) {
        fillShop(world);
        world.topics[1].partitions[0].leader = -1;
        world.topics[2].partitions[0].inSync = {1};
        world.topics[3].problem
            = Error{Error::Kind::Auth, {}, u"TOPIC_AUTHORIZATION_FAILED"_s, {}, {}};
    });
    TopicRows rows(feed(), *m_rates);
    QCOMPARE(rows.state(u"dlq.orders"_s).first, ui::Glyph::Error);
    QCOMPARE(rows.state(u"shop.clicks.v2"_s).first, ui::Glyph::Warn);
    QCOMPARE(rows.state(u"shop.inventory.cdc"_s).first, ui::Glyph::Unknown);
    QCOMPARE(rows.state(u"shop.orders.v1"_s).first, ui::Glyph::Ok);
}

void TestStreamsModels::rowsComeAndGo()
{
    fill(fillShop);
    TopicRows rows(feed(), *m_rates);
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(TopicRows::Lag, Qt::DescendingOrder);
    const QPersistentModelIndex kept = model.index(model.rowOf(u"shop.clicks.v2"_s), 0);
    {
        std::lock_guard lock(m_world->mutex);
        std::erase_if(
            m_world->topics, [](const TopicInfo& t) { return t.name == "dlq.orders"_L1; });
        TopicInfo made = m_world->topics.back();
        made.name = u"zebra"_s;
        m_world->topics.push_back(made);
        for (PartitionLag& part : m_world->lags[u"clicks-sink"_s].partitions)
            part.committed = 0;
    }
    feed().refresh();
    QTRY_VERIFY(feed().topic(u"zebra"_s));
    QTRY_VERIFY(feed().maxLag(u"shop.clicks.v2"_s).value_or(0) > 1'000'000);
    model.update();
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(model.rowOf(u"dlq.orders"_s) < 0);
    QCOMPARE(model.idAt(kept.row()), u"shop.clicks.v2"_s);
}

void TestStreamsModels::groups()
{
    fill(fillShop);
    m_watch->setGroups({u"archive"_s, u"clicks-sink"_s, u"spark-bronze-orders"_s});
    m_watch->setGroup(u"spark-bronze-orders"_s);
    QTRY_VERIFY(feed().detail(u"archive"_s) && feed().detail(u"spark-bronze-orders"_s));
    QTRY_VERIFY(feed().timeLags(u"spark-bronze-orders"_s));
    GroupRows rows(feed());
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(GroupRows::Lag, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.idAt(0), u"spark-bronze-orders"_s);
    QCOMPARE(model.index(0, GroupRows::Members).data().toString(), u"3"_s);
    QCOMPARE(model.index(0, GroupRows::Behind).data().toString(), u"10 m 12 s"_s);
    QCOMPARE(rows.cell(u"archive"_s, GroupRows::Members).text, u"0"_s);
    QCOMPARE(rows.cell(u"archive"_s, GroupRows::State).text, u"Empty"_s);
    QCOMPARE(rows.cell(u"clicks-sink"_s, GroupRows::Topics).text, u"shop.clicks.v2 and 1 more"_s);
}

void TestStreamsModels::notReadableIsNotNone()
{
    fill(fillShop);
    m_watch->setGroup(u"new-protocol"_s);
    GroupRows rows(feed());
    QCOMPARE(rows.cell(u"new-protocol"_s, GroupRows::Members).text, u"–"_s);
    QTRY_VERIFY(feed().detail(u"new-protocol"_s));
    QCOMPARE(rows.cell(u"new-protocol"_s, GroupRows::Members).text, u"not readable"_s);
    QVERIFY(rows.cell(u"new-protocol"_s, GroupRows::Members)
                .tip.contains(u"not readable with this library"));
}

void TestStreamsModels::partitionsWorstFirst()
{
    fill([](StreamsWorld& world) {
        fillShop(world);
        auto& parts = world.lags[u"spark-bronze-orders"_s].partitions;
        parts[6].committed.reset();
        parts[7].committed = 5; // long since deleted
    });
    m_watch->setTopic(u"shop.orders.v1"_s);
    m_watch->setGroup(u"spark-bronze-orders"_s);
    QTRY_VERIFY(feed().partitions(u"spark-bronze-orders"_s));
    QTRY_VERIFY(feed().detail(u"spark-bronze-orders"_s));
    PartitionRows rows(feed());
    rows.setShown(u"shop.orders.v1"_s, u"spark-bronze-orders"_s);
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(PartitionRows::Lag, Qt::DescendingOrder);
    QCOMPARE(model.idAt(0), u"7"_s);
    QCOMPARE(model.idAt(1), u"0"_s);
    QCOMPARE(model.idAt(7), u"6"_s); // not known is last
    QCOMPARE(rows.cell(u"0"_s, PartitionRows::Lag).text, u"61,204"_s);
    QCOMPARE(rows.cell(u"6"_s, PartitionRows::Lag).text, u"no commit"_s);
    QCOMPARE(rows.cell(u"7"_s, PartitionRows::Lag).glyph, ui::Glyph::Error);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::Member).text, u"exec-2"_s);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::Leader).text, u"b2"_s);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::Consumed).text, u"–"_s);
    rows.noteLags(1000);
    {
        std::lock_guard lock(m_world->mutex);
        *m_world->lags[u"spark-bronze-orders"_s].partitions[1].committed += 200;
    }
    const auto committed = [this] {
        return feed().partitions(u"spark-bronze-orders"_s)->partitions[1].lag;
    };
    QTRY_COMPARE(committed(), 48'611);
    rows.noteLags(3000);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::Consumed).text, u"100/s"_s);
}

void TestStreamsModels::partitionsWithoutGroup()
{
    fill(fillShop);
    m_watch->setTopic(u"shop.payments.v1"_s);
    QTRY_VERIFY(feed().offsets(u"shop.payments.v1"_s));
    PartitionRows rows(feed());
    rows.setShown(u"shop.payments.v1"_s, {});
    QCOMPARE(rows.ids().size(), 4);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::End).text, u"500,001"_s);
    QCOMPARE(rows.cell(u"1"_s, PartitionRows::Messages).text, u"450,001"_s);
}

void TestStreamsModels::members()
{
    fill(fillShop);
    m_watch->setGroup(u"spark-bronze-orders"_s);
    QTRY_VERIFY(feed().detail(u"spark-bronze-orders"_s));
    QTRY_VERIFY(feed().partitions(u"spark-bronze-orders"_s));
    MemberRows rows(feed());
    rows.setGroup(u"spark-bronze-orders"_s);
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(MemberRows::Lag, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, MemberRows::Client).data().toString(), u"exec-1"_s);
    QCOMPARE(model.index(0, MemberRows::Lag).data().toString(), u"96,259"_s);
    QCOMPARE(model.index(0, MemberRows::Partitions).data().toString(), u"3"_s);
}

void TestStreamsModels::brokers()
{
    fill(fillShop);
    QTRY_COMPARE(feed().cluster().brokers.size(), size_t(3));
    BrokerRows rows(feed());
    StreamModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOrder(BrokerRows::Name, Qt::AscendingOrder);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, BrokerRows::Name).data().toString(), u"2 · controller"_s);
    QCOMPARE(model.index(0, BrokerRows::Address).data().toString(), u"kafka-1:9092"_s);
    QCOMPARE(model.index(0, BrokerRows::Disk).data().toString(), u"948 GB of 2 TB"_s);

    SettingRows settings;
    settings.setEntries(m_world->brokerConfigs[1]);
    QCOMPARE(settings.cell(u"num.io.threads"_s, SettingRows::Source).text, u"broker's file"_s);
}

void TestStreamsModels::manyRows()
{
    fill([](StreamsWorld& world) { fillManyStreams(world, 5000, 2, 40); });
    TopicRows rows(feed(), *m_rates);
    StreamModel model(rows);
    model.setOrder(TopicRows::Lag, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.idAt(0), u"topic-00039"_s);
    model.setFilter(u"0499"_s);
    QCOMPARE(model.rowCount(), 11);
}

PH_TEST_MAIN(QCoreApplication, TestStreamsModels)
#include "tst_streamsmodels.moc"
