// SPDX-License-Identifier: GPL-3.0-or-later
// Brokers of one test: clients stay behind the proxies, brokers fall and rise as they are told.
#include "tests/support/ownkafka.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class OwnKafkaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_kafka.problem().isEmpty())
            return;
        if (qEnvironmentVariable("CI") == u"true"_s)
            QFAIL(qPrintable(m_kafka.problem()));
        QSKIP(qPrintable(m_kafka.problem()));
    }

    void clientsAreToldOfTheProxies()
    {
        const QJsonObject brokers = test::askKafka(m_kafka.address(), {u"metadata"_s})
                                        .toObject()
                                        .value(u"brokers"_s)
                                        .toObject();
        QCOMPARE(brokers.value(u"1"_s).toString(), m_kafka.address(1));
        QCOMPARE(brokers.value(u"2"_s).toString(), m_kafka.address(2));
        QVERIFY(m_kafka.config().address == m_kafka.address());
    }

    void allTrafficGoesThroughThem()
    {
        QVERIFY(m_kafka.ask({u"create"_s, u"both"_s, u"2"_s, u"2"_s}).isNull());
        QVERIFY(m_kafka.waitUntilWhole());
        const qint64 first = m_kafka.proxy(1).counters().toTarget;
        const qint64 second = m_kafka.proxy(2).counters().toTarget;
        test::askKafka(m_kafka.address(), {u"fill"_s, u"both"_s, u"2000"_s, u"bytes=500"_s});
        QVERIFY(m_kafka.proxy(1).counters().toTarget > first + 300'000);
        QVERIFY(m_kafka.proxy(2).counters().toTarget > second + 300'000);
        const QJsonObject ends = m_kafka.ask({u"ends"_s, u"both"_s}).toObject();
        QCOMPARE(ends.value(u"0"_s).toInt() + ends.value(u"1"_s).toInt(), 2000);
    }

    void whatIsWrittenIsRead()
    {
        m_kafka.ask({u"create"_s, u"words"_s, u"1"_s});
        m_kafka.ask({u"write"_s, u"words"_s},
            "{\"key\": \"a\", \"value\": {\"base64\": \"AP8=\"},"
            " \"headers\": [[\"h\", \"x\"]], \"timestamp\": 7}\n"
            "{\"key\": \"a\", \"value\": null}\n");
        const QJsonArray read = m_kafka.ask({u"read"_s, u"words"_s}).toArray();
        QCOMPARE(read.size(), 2);
        const QJsonObject one = read.at(0).toObject();
        QCOMPARE(one.value(u"value"_s).toObject().value(u"base64"_s).toString(), u"AP8="_s);
        QCOMPARE(one.value(u"timestamp"_s).toInt(), 7);
        QCOMPARE(one.value(u"headers"_s).toArray().at(0).toArray().at(1).toString(), u"x"_s);
        QVERIFY(read.at(1).toObject().value(u"value"_s).isNull());
    }

    void transactionsEndAsTheyAreTold()
    {
        m_kafka.ask({u"create"_s, u"paid"_s, u"1"_s});
        m_kafka.ask({u"transact"_s, u"paid"_s, u"3"_s, u"commit"_s});
        m_kafka.ask({u"transact"_s, u"paid"_s, u"2"_s, u"abort"_s});
        m_kafka.ask({u"transact"_s, u"paid"_s, u"4"_s, u"hang"_s});
        // Two marks of an end take an offset each.
        QCOMPARE(m_kafka.ask({u"ends"_s, u"paid"_s}).toObject().value(u"0"_s).toInt(), 11);
        QCOMPARE(m_kafka.ask({u"read"_s, u"paid"_s}).toArray().size(), 3);
    }

    void groupsHaveMembersAndCommits()
    {
        m_kafka.ask({u"create"_s, u"queue"_s, u"4"_s});
        m_kafka.ask({u"commit"_s, u"resting"_s, u"queue"_s, u"0=0:a word"_s});
        QCOMPARE(m_kafka.ask({u"committed"_s, u"resting"_s})
                     .toObject()
                     .value(u"queue"_s)
                     .toObject()
                     .value(u"0"_s)
                     .toArray()
                     .at(1)
                     .toString(),
            u"a word"_s);
        test::GroupMember member(m_kafka.address(), u"busy"_s, u"queue"_s, {u"--pause"_s});
        QVERIFY(member.waitForPartitions(4));
        QCOMPARE(m_kafka.ask({u"group"_s, u"busy"_s}).toObject().value(u"state"_s).toString(),
            u"STABLE"_s);
        member.leave();
        QCOMPARE(m_kafka.ask({u"group"_s, u"busy"_s}).toObject().value(u"state"_s).toString(),
            u"EMPTY"_s);
    }

    void aBrokerStaysDownUntilItIsBroughtBack()
    {
        QVERIFY(m_kafka.takeDown(2));
        QVERIFY(QTest::qWaitFor([this] { return !m_kafka.isWhole(); }, 60'000));
        m_kafka.bringBack(2);
        QVERIFY(m_kafka.waitUntilWhole());
    }

    void aKilledBrokerIsStartedAnew()
    {
        m_kafka.kill(2);
        QVERIFY(m_kafka.waitUntilWhole());
        test::askKafka(m_kafka.address(), {u"fill"_s, u"both"_s, u"100"_s});
    }

private:
    test::OwnKafka m_kafka{{.brokers = 2, .proxied = true}};
};

PH_TEST_MAIN(QCoreApplication, OwnKafkaTest)
#include "tst_ownkafka.moc"
