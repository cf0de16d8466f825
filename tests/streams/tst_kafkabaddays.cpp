// SPDX-License-Identifier: GPL-3.0-or-later
// Bad days of a cluster of two brokers: one dies, hangs, comes back; addresses that lead nowhere.
#include "core/facets/health.h"
#include "streams/api/groups.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <set>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class KafkaBadDaysTest final : public QObject
{
    Q_OBJECT

    OwnKafka m_kafka{{.major = 4, .brokers = 2, .proxied = true}};
    std::unique_ptr<KafkaTestClient> m_client;

    std::vector<PartitionOffsets> offsets()
    {
        const auto told = await(m_client->as<Topics>().offsets({u"single"_s}));
        return told ? *told : std::vector<PartitionOffsets>();
    }
    int known()
    {
        int n = 0;
        for (const PartitionOffsets& one : offsets())
            n += one.end ? 1 : 0;
        return n;
    }

private Q_SLOTS:
    void initTestCase()
    {
        PH_NEED_KAFKA(m_kafka);
        QVERIFY(m_kafka.ask({u"create"_s, u"single"_s, u"6"_s, u"1"_s}).isNull());
        QVERIFY(m_kafka.ask({u"create"_s, u"twice"_s, u"4"_s, u"2"_s}).isNull());
        m_kafka.ask({u"fill"_s, u"single"_s, u"600"_s});
        m_kafka.ask({u"fill"_s, u"twice"_s, u"600"_s});
        m_client = std::make_unique<KafkaTestClient>(m_kafka);
    }
    void cleanup()
    {
        for (int i = 1; i <= 2; ++i) {
            m_kafka.freeze(i, false);
            m_kafka.bringBack(i);
        }
        QVERIFY(m_kafka.waitUntilWhole());
    }

    void bothBrokersAreAsked()
    {
        const auto topic = await(m_client->as<Topics>().topic(u"twice"_s));
        QVERIFY(topic.has_value());
        std::set<int> leaders;
        for (const PartitionInfo& part : topic->partitions) {
            leaders.insert(part.leader);
            QCOMPARE(part.inSync.size(), size_t(2));
        }
        QCOMPARE(leaders.size(), size_t(2));
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 30'000);
    }

    // What lies on the other broker is still told, what does not is told as not known.
    void aDeadBroker()
    {
        QVERIFY(m_kafka.takeDown(2));
        std::vector<PartitionOffsets> told;
        QTRY_VERIFY_WITH_TIMEOUT((told = offsets()).size() == 6
                && std::any_of(told.begin(), told.end(),
                    [](const PartitionOffsets& o) { return o.problem.has_value(); }),
            60'000);
        for (const PartitionOffsets& one : told)
            QVERIFY(one.end.has_value() != one.problem.has_value());
        QVERIFY(std::any_of(
            told.begin(), told.end(), [](const PartitionOffsets& o) { return o.end.has_value(); }));
        const auto health = await(m_client->as<HealthFacet>().probe());
        QVERIFY(health.has_value());
        QTRY_VERIFY_WITH_TIMEOUT(
            await(m_client->as<HealthFacet>().probe()).value_or(HealthReport()).state
                == HealthReport::State::Degraded,
            60'000);
        m_kafka.bringBack(2);
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 60'000); // by itself
    }

    // It takes connections and never answers: the calls end in time, with what the other told.
    void aBrokerThatHangs()
    {
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 60'000);
        m_kafka.freeze(2, true);
        const auto told = await(m_client->as<Topics>().offsets({u"single"_s}));
        if (told) { // else it was a timeout, delivered in time
            for (const PartitionOffsets& one : *told)
                QVERIFY(one.end.has_value() != one.problem.has_value());
        } else {
            QCOMPARE(told.error().kind, Error::Kind::Timeout);
        }
        m_kafka.freeze(2, false);
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 60'000);
    }

    void aCallIsCancelledAtOnce()
    {
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 60'000);
        m_kafka.proxy(1).blackHole();
        m_kafka.proxy(2).blackHole();
        KafkaTestClient other(m_kafka);
        {
            QObject context;
            bool answered = false;
            const auto call = other.as<Topics>().topics().onDone(
                &context, [&](const Result<std::vector<TopicInfo>>&) { answered = true; });
            QTRY_COMPARE(other.adapter->connections(), 1);
            QVERIFY(!answered);
        }
        QTRY_COMPARE(other.adapter->connections(), 0); // let go, not waited for
        m_kafka.proxy(1).pass();
        m_kafka.proxy(2).pass();
        QTRY_COMPARE_WITH_TIMEOUT(known(), 6, 60'000);
    }

    void anAddressThatLeadsNowhere()
    {
        ServiceConfig config = m_kafka.config();
        config.address = u"127.0.0.1:1"_s;
        KafkaTestClient nobody(config);
        const auto refused = await(nobody.as<Topics>().topics());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().detail.contains(u"127.0.0.1:1"_s));
        config.address = u"no address"_s;
        KafkaTestClient odd(config);
        const auto unread = await(odd.as<Topics>().topics());
        QVERIFY(!unread);
        QCOMPARE(unread.error().code, u"guard"_s);
        // The first is dead, the second is there.
        config.address = u"127.0.0.1:1,"_s + m_kafka.address(1);
        KafkaTestClient second(config);
        QVERIFY(await(second.as<Topics>().topics()).has_value());
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaBadDaysTest)
#include "tst_kafkabaddays.moc"
