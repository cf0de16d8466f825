// SPDX-License-Identifier: GPL-3.0-or-later
// The adapter's pure parts: pace of the walk, INFO, slow log, pages, edits, events between two
// looks.
#include "queue/redis/otherscount.h"
#include "queue/redis/redisfacets.h"
#include "queue/redis/redisguard.h"
#include "queue/redis/redisinfo.h"
#include "queue/redis/redisstreams.h"
#include "queue/redis/redisvalues.h"
#include "queue/redis/scanpace.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace Qt::StringLiterals;

namespace
{

Reply bytes(const QByteArray& text)
{
    return {Reply::Type::Bytes, text, 0, {}};
}
Reply integer(qint64 n)
{
    return {Reply::Type::Integer, {}, n, {}};
}
Reply array(std::vector<Reply> items)
{
    return {Reply::Type::Array, {}, 0, std::move(items)};
}

// A table with one command of these flags.
CommandTable tableWith(const QByteArray& name, const std::vector<Reply>& flags)
{
    CommandTable table;
    table.learn({name}, array({array({bytes(name), integer(2), array(flags)})}));
    return table;
}

} // namespace

class RedisDecodingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The server needs 2 µs, then 20 µs, then 0.1 µs per visited key.
    void paceAimsAtTheTime()
    {
        ScanPace pace(1.0);
        QCOMPARE(pace.count(), ScanPace::kFirst);
        for (int i = 0; i < 40; ++i)
            pace.record(pace.count(), pace.count() * 0.002);
        QVERIFY2(
            pace.count() > 450 && pace.count() <= 500, qPrintable(QString::number(pace.count())));
        pace.record(pace.count(), pace.count() * 0.02); // one dear step is enough
        QVERIFY2(pace.count() <= 50, qPrintable(QString::number(pace.count())));
        for (int i = 0; i < 200; ++i)
            pace.record(pace.count(), pace.count() * 0.0001);
        QCOMPARE(pace.count(), ScanPace::kMost);
        for (int i = 0; i < 5; ++i)
            pace.record(pace.count(), 10'000);
        QCOMPARE(pace.count(), ScanPace::kLeast);
    }

    void infoOfTheServer()
    {
        const ServerInfo info
            = parsedInfo("# Server\r\nredis_version:7.0.15\r\n\r\n# Keyspace\r\n"
                         "db0:keys=12,expires=3,avg_ttl=4\r\ndb3:keys=1\r\n"
                         "cmdstat_scan:calls=10,usec=2500,usec_per_call=250.00\r\n"
                         "broken line\r\n:empty\r\n");
        QCOMPARE(info.text("redis_version"), QByteArray("7.0.15"));
        QCOMPARE(info.databases.value(0), 12);
        QCOMPARE(info.databases.value(3), 1);
        const auto cost = commandCost(info, "scan");
        QVERIFY(cost.has_value());
        QCOMPARE(cost->calls, 10);
        QCOMPARE(cost->micros, 2500);
        QVERIFY(!commandCost(info, "get"));
        QCOMPARE(metricOf(info, u"keys"_s), std::optional(13.0));
        QCOMPARE(metricOf(info, u"memory.used"_s), std::nullopt); // a gap, not a zero
        QVERIFY(parsedInfo("").lines.isEmpty());
    }

    void replicaLagIsTheWorst()
    {
        const ServerInfo info
            = parsedInfo("role:master\r\nconnected_slaves:2\r\n"
                         "slave0:ip=10.0.0.1,port=6379,state=online,offset=1,lag=0\r\n"
                         "slave1:ip=10.0.0.2,port=6379,state=online,offset=1,lag=7\r\n");
        QCOMPARE(metricOf(info, u"replica.lag"_s), std::optional(7.0));
        QCOMPARE(metricOf(parsedInfo("role:master\r\nconnected_slaves:0\r\n"), u"replica.lag"_s),
            std::nullopt);
    }

    void degradedStates()
    {
        QVERIFY(degradedBy(parsedInfo("maxmemory:0\r\nused_memory:100\r\n")).isEmpty());
        QVERIFY(!degradedBy(parsedInfo("maxmemory:100\r\nused_memory:96\r\n")).isEmpty());
        QVERIFY(!degradedBy(parsedInfo("rdb_last_bgsave_status:err\r\n")).isEmpty());
        QVERIFY(!degradedBy(parsedInfo("role:slave\r\nmaster_link_status:down\r\n")).isEmpty());
    }

    void eventsOfTwoLooks()
    {
        const EntityId entity{u"redis://cache"_s, {}};
        const QDateTime time = QDateTime::fromSecsSinceEpoch(1'770'000'000, Qt::UTC);
        const auto before = parsedInfo("run_id:a\r\nevicted_keys:5\r\nrejected_connections:"
                                       "0\r\nrdb_last_bgsave_status:ok\r\n");
        const auto now = parsedInfo("run_id:a\r\nevicted_keys:8\r\nrejected_connections:2\r\nrdb_"
                                    "last_bgsave_status:err\r\n");
        const auto events = eventsBetween(before, now, time, entity);
        QStringList kinds;
        for (const Event& e : events)
            kinds += e.kind;
        QCOMPARE(kinds,
            (QStringList{u"eviction"_s, u"rejected-connections"_s, u"persistence-failure"_s}));
        QCOMPARE(events[0].title.count, 3);
        QVERIFY(eventsBetween({}, now, time, entity).empty()); // the first look knows no change
        QVERIFY(eventsBetween(now, now, time, entity).empty());
        const auto again = eventsBetween(now,
            parsedInfo("run_id:b\r\nevicted_keys:9\r\nuptime_in_seconds:60\r\n"), time, entity);
        QCOMPARE(again.size(), size_t(1)); // counters of another life are not compared
        QCOMPARE(again[0].kind, u"restart"_s);
        QCOMPARE(again[0].begin, time.addSecs(-60));
    }

    void slowLog()
    {
        const auto log
            = parsedSlowLog(array({array({integer(14), integer(1'770'000'000), integer(15'500),
                array({bytes("HGETALL"), bytes("big")}), bytes("127.0.0.1:5"), bytes("app")})}));
        QVERIFY(log.has_value());
        QCOMPARE(log->front().micros, 15'500);
        QCOMPARE(log->front().command, (Command{"HGETALL", "big"}));
        QCOMPARE(log->front().clientName, QByteArray("app"));
        QVERIFY(!parsedSlowLog(array({array({integer(1)})})).has_value());
        QVERIFY(!parsedSlowLog(bytes("x")).has_value());
    }

    void clientList()
    {
        const auto list = parsedClients("id=3 addr=127.0.0.1:9 name=app age=5 idle=1 cmd=get\nbad\n"
                                        "id=4 addr=127.0.0.1:10 name= age=1 idle=0 cmd=NULL\n",
            10);
        QCOMPARE(list.size(), size_t(2));
        QCOMPARE(list[0].name, QByteArray("app"));
        QCOMPARE(list[0].ageSeconds, 5);
        QCOMPARE(parsedClients("id=3 a=b\nid=4 a=b\n", 1).size(), size_t(1));
    }

    void unknownLagIsUnknown()
    {
        const auto groups = groupsOf(array({array(
            {bytes("name"), bytes("g"), bytes("pending"), integer(3), bytes("lag"), Reply{}})}));
        QVERIFY(groups.has_value());
        QVERIFY(!groups->front().lag.has_value());
        QCOMPARE(groups->front().pending, 3);
    }

    void pagesOfEachType()
    {
        PageQuery q;
        q.key = "k";
        q.type = KeyType::Hash;
        auto page = pageOf(q, array({bytes("17"), array({bytes("f"), bytes("v")})}));
        QVERIFY(page.has_value());
        QCOMPARE(page->next, QByteArray("17"));
        QCOMPARE(page->rows.front().field, QByteArray("f"));
        QVERIFY(!pageOf(q, array({bytes("17")})).has_value());

        q.type = KeyType::Stream;
        q.count = 1;
        page = pageOf(q, array({array({bytes("1-1"), array({bytes("a"), bytes("b")})})}));
        QVERIFY(page.has_value());
        QCOMPARE(page->next, QByteArray("(1-1"));
        QVERIFY(!pageOf(q, bytes("x")).has_value());

        q.type = KeyType::List;
        q.count = 100;
        q.from = 40;
        QCOMPARE(pageCommand(q), (Command{"LRANGE", "k", "40", "139"}));
        page = pageOf(q, array({bytes("x")}));
        QCOMPARE(page->rows.front().index, 40);
        QVERIFY(page->next.isEmpty());
        QVERIFY(pageCommand({"k", KeyType::Other, {}, {}, 100, false, 0}).empty());
    }

    void longPartsAreCutAndSaySo()
    {
        PageQuery q;
        q.type = KeyType::Set;
        const auto page
            = pageOf(q, array({bytes("0"), array({bytes(QByteArray(1'000'000, 'x'))})}));
        QCOMPARE(page->rows.front().value.size(), ValueRow::kPartLimit);
        QCOMPARE(page->rows.front().fullSize, 1'000'000);
    }

    void writesWithoutTheFlagAreFound_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        using K = CommandVerdict::Kind;
        QTest::newRow("get") << QByteArray("GET a") << int(K::Reads);
        QTest::newRow("lower case") << QByteArray("get a") << int(K::Reads);
        QTest::newRow("unknown") << QByteArray("FROB a") << int(K::Unknown);
        QTest::newRow("info") << QByteArray("INFO") << int(K::Reads);
        QTest::newRow("password") << QByteArray("CONFIG GET requirepass") << int(K::Refused);
        QTest::newRow("all settings") << QByteArray("CONFIG GET *") << int(K::Refused);
        QTest::newRow("limit") << QByteArray("CONFIG GET maxmemory") << int(K::Reads);
        QTest::newRow("set") << QByteArray("CONFIG SET dir /tmp") << int(K::Refused);
        QTest::newRow("two settings")
            << QByteArray("CONFIG SET slowlog-log-slower-than 1 dir /tmp") << int(K::Refused);
        QTest::newRow("eval") << QByteArray("eval 'return 1' 0") << int(K::Refused);
        QTest::newRow("keys") << QByteArray("KEYS *") << int(K::Refused);
        QTest::newRow("shutdown") << QByteArray("SHUTDOWN") << int(K::Refused);
        QTest::newRow("debug") << QByteArray("DEBUG SLEEP 0") << int(K::Refused);
        QTest::newRow("module") << QByteArray("MODULE LOAD /tmp/x.so") << int(K::Refused);
        QTest::newRow("empty") << QByteArray("") << int(K::Refused);
    }
    void writesWithoutTheFlagAreFound()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        const CommandTable table = tableWith("get", {bytes("readonly"), bytes("fast")});
        const auto command = parsed(QString::fromUtf8(line));
        QVERIFY(command.has_value());
        QCOMPARE(int(judge(*command, table).kind), kind);
    }

    // 7.0 flags PFCOUNT readonly, its key specification says RW.
    void keySpecificationsCount()
    {
        CommandTable table;
        const Reply spec = array({bytes("flags"), array({bytes("RW"), bytes("access")})});
        table.learn({"frob"},
            array({array({bytes("frob"), integer(2), array({bytes("readonly")}), integer(1),
                integer(1), integer(1), array({}), array({}), array({spec}), array({})})}));
        QCOMPARE(int(judge({"FROB", "a"}, table).kind), int(CommandVerdict::Kind::Writes));
    }

    void memoryOfEveryElementIsRefused()
    {
        const CommandTable table = tableWith("memory|usage", {bytes("readonly")});
        QCOMPARE(
            int(judge({"MEMORY", "USAGE", "a"}, table).kind), int(CommandVerdict::Kind::Reads));
        QCOMPARE(int(judge({"MEMORY", "USAGE", "a", "SAMPLES", "0"}, table).kind),
            int(CommandVerdict::Kind::Refused));
    }

    void othersAreWhatIsLeft()
    {
        OthersCount others;
        QCOMPARE(others.take(1000, 100), 900.0);
        QCOMPARE(others.take(1500, 600), 900.0); // only ours
        QCOMPARE(others.take(1510, 900), 900.0); // ours are still on their way
        QCOMPARE(others.take(1850, 900), 950.0);
        QCOMPARE(others.take(20, 950), 20.0); // it started again
        QCOMPARE(others.take(70, 990), 30.0);
    }

    void answersAsTables()
    {
        const RowSet table
            = rowsOf(array({array({bytes("a"), integer(1)}), array({bytes("b"), Reply{}})}), 10);
        QCOMPARE(table.columns.size(), 2);
        QCOMPARE(table.rows[0][1], QByteArray("1"));
        QVERIFY(table.rows[1][1].isNull());
        const RowSet cut = rowsOf(array({bytes("a"), bytes("b")}), 1);
        QCOMPARE(cut.rows.size(), size_t(1));
        QVERIFY(cut.truncated);
    }
};

PH_TEST_MAIN(QCoreApplication, RedisDecodingTest)
#include "tst_redisdecoding.moc"
