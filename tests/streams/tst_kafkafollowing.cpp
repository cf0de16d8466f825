// SPDX-License-Identifier: GPL-3.0-or-later
// Following and searching through bad days of three brokers: a leader that moves, brokers that die
// and hang, batches that make no sense, more messages than a view can take.
#include "streams/api/messages.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <QJsonObject>
#include <QtEndian>

#include <set>
#include <thread>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 90'000;

// A tail, and which messages came.
class Follower final
{
public:
    Follower(KafkaTestClient& client, const QString& topic, TopicPlace::Kind from,
        std::map<int, qint64> positions = {})
        : m_box(client.runtime, 100'000, [this](std::vector<Message>&& some, quint64 lost) {
            for (const Message& m : some) {
                if (!places.emplace(m.partition, m.offset).second)
                    ++twice;
            }
            dropped += lost;
        })
    {
        TailQuery query;
        query.topic = topic;
        query.from = {from, 0, {}};
        query.positions = std::move(positions);
        m_stream = client.as<Messages>()
                       .tail(query, m_box.writer())
                       .attach(
                           &m_context, [this](std::vector<ReadState>&& s) { state = s.back(); },
                           [this](VoidResult e) { end = e; });
    }

    std::set<std::pair<int, qint64>> places;
    int twice = 0;
    quint64 dropped = 0;
    ReadState state;
    std::optional<VoidResult> end;

private:
    Mailbox<Message> m_box;
    QObject m_context;
    Stream<ReadState> m_stream;
};

} // namespace

class KafkaFollowingTest final : public QObject
{
    Q_OBJECT

    OwnKafka m_kafka{{.major = 4, .brokers = 3}};
    std::unique_ptr<KafkaTestClient> m_client;

    int leaderOf(const QString& topic, int partition) const
    {
        return m_kafka.ask({u"metadata"_s})
            .toObject()
            .value(u"topics"_s)
            .toObject()
            .value(topic)
            .toObject()
            .value(QString::number(partition))
            .toObject()
            .value(u"leader"_s)
            .toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        PH_NEED_KAFKA(m_kafka);
        m_client = std::make_unique<KafkaTestClient>(m_kafka);
    }
    void cleanup()
    {
        for (int i = 1; i <= 3; ++i) {
            m_kafka.freeze(i, false);
            m_kafka.bringBack(i);
        }
        QVERIFY(m_kafka.waitUntilWhole());
    }

    // No group is joined nor looked up: that would make the brokers set up a topic for groups.
    void nothingIsLeftBehind()
    {
        m_kafka.ask({u"create"_s, u"quiet"_s, u"2"_s, u"3"_s});
        m_kafka.ask({u"fill"_s, u"quiet"_s, u"100"_s});
        Follower follower(*m_client, u"quiet"_s, TopicPlace::Kind::Begin);
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(100), kPatience);
        const auto topics = m_kafka.ask({u"metadata"_s}).toObject().value(u"topics"_s).toObject();
        QCOMPARE(topics.keys(), QStringList{u"quiet"_s});
    }

    // Each partition from where one was in it; the others from the place that is asked for.
    void itGoesOnFromPositions()
    {
        m_kafka.ask({u"create"_s, u"on"_s, u"3"_s, u"3"_s});
        m_kafka.ask({u"fill"_s, u"on"_s, u"300"_s});
        Follower all(*m_client, u"on"_s, TopicPlace::Kind::Begin);
        QTRY_COMPARE_WITH_TIMEOUT(all.places.size(), size_t(300), kPatience);
        std::set<std::pair<int, qint64>> wanted;
        for (const auto& [partition, offset] : all.places)
            if (partition == 2 || (partition == 0 && offset >= 10))
                wanted.insert({partition, offset});
        // Behind the end is at the end.
        Follower on(*m_client, u"on"_s, TopicPlace::Kind::Begin, {{0, 10}, {1, 1'000'000}});
        QTRY_COMPARE_WITH_TIMEOUT(on.places.size(), wanted.size(), kPatience);
        QCOMPARE(on.places, wanted);
        m_kafka.ask({u"fill"_s, u"on"_s, u"30"_s});
        QTRY_COMPARE_WITH_TIMEOUT(on.places.size(), wanted.size() + 30, kPatience);
    }

    // Whatever became of its leader, each message comes, once.
    // Tails never end: one too many is told so at once, and finds a place when another goes.
    void asManyAsItMay()
    {
        const QString topic = u"many"_s;
        m_kafka.ask({u"create"_s, topic, u"1"_s, u"1"_s});
        std::vector<std::unique_ptr<Follower>> all;
        for (int i = 0; i < 6; ++i)
            all.push_back(std::make_unique<Follower>(*m_client, topic, TopicPlace::Kind::Begin));
        Follower more(*m_client, topic, TopicPlace::Kind::Begin);
        QVERIFY(QTest::qWaitFor([&] { return more.end.has_value(); }, kPatience));
        QCOMPARE(more.end->error().kind, Error::Kind::Refused);
        all.pop_back();
        QVERIFY(QTest::qWaitFor(
            [&] {
                Follower again(*m_client, topic, TopicPlace::Kind::Begin);
                return QTest::qWaitFor(
                           [&] { return !again.state.positions.empty() || again.end; }, kPatience)
                    && !again.end;
            },
            kPatience));
        for (const auto& one : all)
            QVERIFY(!one->end);
    }

    void aLeaderMoves_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("in order") << 0;
        QTest::newRow("killed") << 1;
        QTest::newRow("hangs") << 2;
    }
    void aLeaderMoves()
    {
        QFETCH(int, how);
        const QString topic = u"moved.%1"_s.arg(how);
        m_kafka.ask({u"create"_s, topic, u"3"_s, u"3"_s});
        m_kafka.ask({u"fill"_s, topic, u"300"_s});
        Follower follower(*m_client, topic, TopicPlace::Kind::Begin);
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(300), kPatience);
        int partition = 0;
        while (partition < 2 && leaderOf(topic, partition) == 1) // that is the controller too
            ++partition;
        const int leader = leaderOf(topic, partition);
        QVERIFY(leader > 1);
        if (how == 0)
            QVERIFY(m_kafka.takeDown(leader));
        else if (how == 1)
            m_kafka.kill(leader);
        else
            m_kafka.freeze(leader, true);
        if (how != 1)
            QTRY_VERIFY_WITH_TIMEOUT(leaderOf(topic, partition) != leader, kPatience);
        m_kafka.ask({u"fill"_s, topic, u"300"_s});
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(600), kPatience);
        m_kafka.freeze(leader, false);
        m_kafka.bringBack(leader);
        QVERIFY(m_kafka.waitUntilWhole());
        m_kafka.ask({u"fill"_s, topic, u"300"_s});
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(900), kPatience);
        QCOMPARE(follower.twice, 0);
        QVERIFY(!follower.end);
        QTRY_VERIFY_WITH_TIMEOUT(follower.state.problems.empty(), kPatience);
    }

    // Partitions that lie on the dead broker alone are told of; they go on when it is back.
    void aBrokerIsAway()
    {
        m_kafka.ask({u"create"_s, u"single"_s, u"6"_s, u"1"_s});
        m_kafka.ask({u"fill"_s, u"single"_s, u"600"_s});
        Follower follower(*m_client, u"single"_s, TopicPlace::Kind::Begin);
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(600), kPatience);
        QVERIFY(m_kafka.takeDown(3));
        QTRY_VERIFY_WITH_TIMEOUT(!follower.state.problems.empty(), kPatience);
        QVERIFY(!follower.end);
        m_kafka.bringBack(3);
        QVERIFY(m_kafka.waitUntilWhole());
        m_kafka.ask({u"fill"_s, u"single"_s, u"600"_s});
        QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(1200), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(follower.state.problems.empty(), kPatience);
        QCOMPARE(follower.twice, 0);
    }

    // All brokers hang: whoever stops looking is let go at once, with all connections.
    void isLetGoWhileAllHang()
    {
        KafkaTestClient client(m_kafka);
        m_kafka.ask({u"create"_s, u"held"_s, u"6"_s, u"1"_s});
        m_kafka.ask({u"fill"_s, u"held"_s, u"600"_s});
        {
            Follower follower(client, u"held"_s, TopicPlace::Kind::Begin);
            QTRY_COMPARE_WITH_TIMEOUT(follower.places.size(), size_t(600), kPatience);
            QVERIFY(client.adapter->connections() > 3); // ours and librdkafka's
            for (int i = 1; i <= 3; ++i)
                m_kafka.freeze(i, true);
        }
        // Those of the lane stay open, one to each broker.
        QTRY_VERIFY_WITH_TIMEOUT(client.adapter->connections() <= 3, 10'000);
    }

    // A batch damaged on the broker's disk is told of and stepped over; what lies behind it comes.
    void aBatchThatMakesNoSense()
    {
        m_kafka.ask({u"create"_s, u"damaged"_s, u"1"_s, u"1"_s});
        for (int i = 0; i < 3; ++i)
            m_kafka.ask({u"fill"_s, u"damaged"_s, u"10"_s});
        const int leader = leaderOf(u"damaged"_s, 0);
        QVERIFY(m_kafka.takeDown(leader));
        QFile log(m_kafka.logFolder(leader) + u"/damaged-0/00000000000000000000.log"_s);
        QVERIFY(log.open(QIODevice::ReadWrite));
        const QByteArray head = log.read(12);
        const qint64 second = 12 + qFromBigEndian<qint32>(head.constData() + 8);
        log.seek(second + 61); // the length of its first record
        log.write(QByteArray(4, '\xff'));
        log.close();
        m_kafka.bringBack(leader);
        QVERIFY(m_kafka.waitUntilWhole());
        Follower follower(*m_client, u"damaged"_s, TopicPlace::Kind::Begin);
        QTRY_VERIFY_WITH_TIMEOUT(follower.places.size() >= 20, kPatience);
        QVERIFY(follower.places.count({0, 29}) > 0);
        QVERIFY(!follower.end);
        SearchQuery query;
        query.topic = u"damaged"_s;
        const auto all = collect(m_client->as<Messages>().search(query), kPatience);
        QVERIFY(all.end && all.end->has_value());
        QCOMPARE(all.values.back().progress.done(), all.values.back().progress.total());
        m_kafka.ask({u"delete"_s, u"damaged"_s}); // else its copies never come whole
    }

    // 50,000 a second into a view that takes its time: what did not fit is counted, memory is not
    // taken for it.
    void aFloodIntoASlowView()
    {
        m_kafka.ask({u"create"_s, u"flood"_s, u"4"_s, u"1"_s});
        quint64 came = 0, dropped = 0;
        Mailbox<Message> box(
            m_client->runtime, 1000, [&](std::vector<Message>&& some, quint64 lost) {
                came += some.size();
                dropped += lost;
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
            });
        TailQuery query;
        query.topic = u"flood"_s;
        QObject context;
        ReadState state;
        auto stream = m_client->as<Messages>()
                          .tail(query, box.writer())
                          .attach(
                              &context, [&](std::vector<ReadState>&& s) { state = s.back(); },
                              [](VoidResult) {});
        QTRY_COMPARE_WITH_TIMEOUT(state.positions.size(), size_t(4), kPatience);
        m_kafka.ask({u"fill"_s, u"flood"_s, u"200000"_s, u"rate=50000"_s, u"bytes=300"_s});
        QTRY_COMPARE_WITH_TIMEOUT(state.messages, 200'000, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(came + dropped, quint64(200'000), kPatience);
        QVERIFY(dropped > 0);
        QCOMPARE(box.droppedTotal(), dropped);
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaFollowingTest)
#include "tst_kafkafollowing.moc"
