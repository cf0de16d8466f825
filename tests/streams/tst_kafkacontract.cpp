// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts Cluster, Topics and Groups against Kafka 3.9 and 4: what is read is what the
// brokers hold, told by another client.
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "streams/api/groups.h"
#include "streams/api/names.h"
#include "streams/kafka/kafkafacets.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class KafkaContractTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<OwnKafka>> m_servers;
    std::map<int, std::unique_ptr<KafkaTestClient>> m_clients;
    OwnKafka* m_kafka = nullptr;
    KafkaTestClient* m_client = nullptr;

    template <class T>
    T& as() const
    {
        return m_client->as<T>();
    }
    std::optional<PartitionLag> lagOf(const GroupLag& lag, const QString& topic, int partition)
    {
        for (const PartitionLag& one : lag.partitions)
            if (one.topic == topic && one.partition == partition)
                return one;
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3.9") << 3;
        QTest::newRow("4") << 4;
    }
    void init()
    {
        QFETCH_GLOBAL(int, major);
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<OwnKafka>(OwnKafka::Options{.major = major});
        PH_NEED_KAFKA(*server);
        auto& client = m_clients[major];
        if (!client)
            client = std::make_unique<KafkaTestClient>(*server);
        m_kafka = server.get();
        m_client = client.get();
    }

    // ---- Cluster
    void theBrokers()
    {
        QFETCH_GLOBAL(int, major);
        m_kafka->ask({u"create"_s, u"brokers"_s, u"3"_s});
        m_kafka->ask({u"fill"_s, u"brokers"_s, u"100"_s, u"bytes=1000"_s});
        const auto cluster = await(as<Cluster>().cluster());
        QVERIFY2(cluster.has_value(), qPrintable(wordsOf(cluster)));
        QCOMPARE(cluster->brokers.size(), size_t(1));
        const BrokerInfo& broker = cluster->brokers.front();
        QCOMPARE(u"%1:%2"_s.arg(broker.host).arg(broker.port), m_kafka->address());
        QVERIFY(broker.isController);
        QVERIFY(broker.leads >= 3);
        QVERIFY(broker.logBytes.value_or(0) > 100'000);
        QVERIFY(broker.diskTotal.value_or(0) > broker.diskFree.value_or(1));
        QVERIFY(!broker.problem);
        QCOMPARE(cluster->withoutLeader, 0);
        QCOMPARE(cluster->underReplicated, 0);
        QCOMPARE(cluster->version, major == 3 ? u"Kafka 3.9"_s : u"Kafka 4.3"_s);
    }

    void aBrokersSettings()
    {
        const auto config = await(as<Cluster>().brokerConfig(1));
        QVERIFY(config.has_value());
        const auto entry = std::find_if(config->begin(), config->end(),
            [](const ConfigEntry& e) { return e.name == "num.partitions"_L1; });
        QVERIFY(entry != config->end());
        QCOMPARE(entry->value, u"3"_s);
        QCOMPARE(entry->source, ConfigEntry::Source::BrokerFile);
        QCOMPARE(entry->defaultValue, u"1"_s);
        QVERIFY(!entry->help.isEmpty());
        const auto other = await(as<Cluster>().brokerConfig(99));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::NotFound);
    }

    void sizesOnDisk()
    {
        m_kafka->ask({u"create"_s, u"sized"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"sized"_s, u"200"_s, u"bytes=1000"_s});
        const auto sizes = await(as<Cluster>().logSizes({u"sized"_s}));
        QVERIFY(sizes.has_value());
        QVERIFY(sizes->failed.empty());
        QCOMPARE(sizes->copies.size(), size_t(2));
        qint64 sum = 0;
        for (const LogSize& copy : sizes->copies) {
            QCOMPARE(copy.broker, 1);
            QCOMPARE(copy.topic, u"sized"_s);
            QCOMPARE(copy.behind, 0);
            sum += copy.bytes;
        }
        QVERIFY(sum > 200'000 && sum < 300'000);
    }

    void nothingIsMovedAndNobodyIsLimited()
    {
        const auto moves = await(as<Cluster>().reassignments());
        QVERIFY2(moves.has_value(), qPrintable(wordsOf(moves)));
        QVERIFY(moves->empty());
        const auto quotas = await(as<Cluster>().quotas());
        QVERIFY2(quotas.has_value(), qPrintable(wordsOf(quotas)));
        QVERIFY(quotas->empty());
    }

    // ---- Topics
    void topicsWithTheirPartitions()
    {
        m_kafka->ask({u"create"_s, u"parts.v1"_s, u"5"_s});
        const auto topics = await(as<Topics>().topics());
        QVERIFY(topics.has_value());
        QVERIFY(std::is_sorted(topics->begin(), topics->end(),
            [](const TopicInfo& a, const TopicInfo& b) { return a.name < b.name; }));
        const auto topic = await(as<Topics>().topic(u"parts.v1"_s));
        QVERIFY(topic.has_value());
        QVERIFY(std::find(topics->begin(), topics->end(), *topic) != topics->end());
        QCOMPARE(topic->partitions.size(), size_t(5));
        QCOMPARE(topic->replication(), 1);
        for (int i = 0; i < 5; ++i) {
            const PartitionInfo& part = topic->partitions[size_t(i)];
            QCOMPARE(part.id, i);
            QCOMPARE(part.leader, 1);
            QCOMPARE(part.inSync, std::vector<int>{1});
        }
        const auto none = await(as<Topics>().topic(u"not.there"_s));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
        QVERIFY(!m_kafka->ask({u"metadata"_s})
                     .toObject()
                     .value(u"topics"_s)
                     .toObject()
                     .contains(u"not.there"_s)); // looking made nothing
    }

    void aTopicsSettings()
    {
        m_kafka->ask({u"create"_s, u"kept"_s, u"1"_s, u"1"_s, u"retention.ms=1234567"_s,
            u"segment.bytes=1048576"_s});
        const auto config = await(as<Topics>().config(u"kept"_s));
        QVERIFY(config.has_value());
        QVERIFY(config->size() > 20);
        for (const ConfigEntry& entry : *config) {
            if (entry.name == "retention.ms"_L1) {
                QCOMPARE(entry.value, u"1234567"_s);
                QCOMPARE(entry.source, ConfigEntry::Source::Topic);
                QVERIFY(!entry.help.isEmpty());
            } else if (entry.name == "segment.bytes"_L1) {
                QCOMPARE(entry.source, ConfigEntry::Source::Topic);
                QCOMPARE(entry.defaultName, u"log.segment.bytes"_s);
                QCOMPARE(entry.defaultValue, u"67108864"_s);
            } else {
                QVERIFY2(entry.source != ConfigEntry::Source::Topic, qPrintable(entry.name));
            }
        }
        m_kafka->ask({u"create"_s, u"plain"_s, u"1"_s});
        const auto both
            = await(as<Topics>().configs({u"kept"_s, u"plain"_s}, {u"cleanup.policy"_s}));
        QVERIFY(both.has_value());
        QCOMPARE(both->at(u"kept"_s).size(), size_t(3));
        QCOMPARE(both->at(u"plain"_s).size(), size_t(1));
        QCOMPARE(both->at(u"plain"_s).front().value, u"delete"_s);
    }

    void beginsAndEndsOf200Partitions()
    {
        m_kafka->ask({u"create"_s, u"wide"_s, u"200"_s});
        m_kafka->ask({u"fill"_s, u"wide"_s, u"3000"_s});
        m_kafka->ask({u"truncate"_s, u"wide"_s, u"7"_s, u"2"_s});
        const auto offsets = await(as<Topics>().offsets({u"wide"_s}));
        QVERIFY(offsets.has_value());
        QCOMPARE(offsets->size(), size_t(200));
        const QJsonObject ends = m_kafka->ask({u"ends"_s, u"wide"_s}).toObject();
        const QJsonObject begins = m_kafka->ask({u"begins"_s, u"wide"_s}).toObject();
        qint64 sum = 0;
        for (const PartitionOffsets& one : *offsets) {
            const QString number = QString::number(one.partition);
            QVERIFY(!one.problem);
            QCOMPARE(one.begin, std::optional<qint64>(begins.value(number).toInteger(-1)));
            QCOMPARE(one.end, std::optional<qint64>(ends.value(number).toInteger(-1)));
            sum += *one.end;
        }
        QCOMPARE(sum, 3000);
        QCOMPARE((*offsets)[7].begin, std::optional<qint64>(2));
    }

    void theEndOfWhatIsCommitted()
    {
        m_kafka->ask({u"create"_s, u"paid"_s, u"1"_s});
        m_kafka->ask({u"transact"_s, u"paid"_s, u"3"_s, u"commit"_s});
        m_kafka->ask({u"transact"_s, u"paid"_s, u"2"_s, u"hang"_s});
        const auto all = await(as<Topics>().offsets({u"paid"_s}, Isolation::Uncommitted));
        const auto stable = await(as<Topics>().offsets({u"paid"_s}, Isolation::Committed));
        QVERIFY(all.has_value() && stable.has_value());
        QCOMPARE(all->front().end, std::optional<qint64>(6));
        QCOMPARE(stable->front().end, std::optional<qint64>(4));

        const auto producers = await(as<Topics>().producers(u"paid"_s));
        QVERIFY2(producers.has_value(), qPrintable(wordsOf(producers)));
        QVERIFY(std::any_of(producers->begin(), producers->end(),
            [](const ProducerState& p) { return p.transactionBegin == 4; }));
        QVERIFY(std::all_of(producers->begin(), producers->end(),
            [](const ProducerState& p) { return p.lastWrite.isValid(); }));
    }

    void whereAMomentLies()
    {
        m_kafka->ask({u"create"_s, u"timed"_s, u"2"_s});
        m_kafka->ask({u"write"_s, u"timed"_s},
            "{\"partition\": 0, \"value\": \"a\", \"timestamp\": 1000000}\n"
            "{\"partition\": 0, \"value\": \"b\", \"timestamp\": 2000000}\n"
            "{\"partition\": 1, \"value\": \"c\", \"timestamp\": 500000}\n");
        const auto at = await(as<Topics>().offsetsAt(
            {u"timed"_s}, QDateTime::fromMSecsSinceEpoch(1'500'000, Qt::UTC)));
        QVERIFY(at.has_value());
        QCOMPARE(at->size(), size_t(2));
        QCOMPARE((*at)[0].offset, std::optional<qint64>(1));
        QCOMPARE((*at)[0].timestamp, 2'000'000);
        QVERIFY(!(*at)[1].offset && !(*at)[1].problem);
    }

    // ---- Groups
    void aGroupWithMembers_data()
    {
        QTest::addColumn<bool>("newer");
        QTest::newRow("classic") << false;
        QTest::newRow("consumer") << true;
    }
    void aGroupWithMembers()
    {
        QFETCH_GLOBAL(int, major);
        QFETCH(bool, newer);
        if (newer && major == 3)
            QSKIP("Kafka 3.9 has the newer protocol switched off");
        const QString topic = newer ? u"led.newer"_s : u"led"_s;
        const QString group = newer ? u"readers.newer"_s : u"readers"_s;
        m_kafka->ask({u"create"_s, topic, u"4"_s});
        GroupMember member(m_kafka->innerAddress(), group, topic,
            newer ? QStringList{u"consumer"_s, u"--pause"_s} : QStringList{u"--pause"_s});
        QVERIFY(member.waitForPartitions(4));

        const auto list = await(as<Groups>().groups());
        QVERIFY(list.has_value());
        QVERIFY(list->failed.empty());
        const auto listed = std::find_if(list->groups.begin(), list->groups.end(),
            [&](const GroupInfo& g) { return g.name == group; });
        QVERIFY(listed != list->groups.end());
        if (major == 4)
            QCOMPARE(listed->type, newer ? u"consumer"_s : u"classic"_s);

        const auto detail = await(as<Groups>().group(group));
        QVERIFY2(detail.has_value(), qPrintable(wordsOf(detail)));
        QVERIFY(!detail->unreadable);
        QCOMPARE(detail->info.state, u"Stable"_s);
        QCOMPARE(detail->coordinator, 1);
        QCOMPARE(detail->members.size(), size_t(1));
        QCOMPARE(detail->members.front().assigned,
            (std::vector<AssignedPartition>{{topic, 0}, {topic, 1}, {topic, 2}, {topic, 3}}));
        QVERIFY(!detail->members.front().host.isEmpty());

        // Nothing is committed yet: its partitions are there, without a number that would lie.
        const auto lags = await(as<Groups>().lags({group}));
        QVERIFY(lags.has_value());
        QCOMPARE(lags->front().partitions.size(), size_t(4));
        for (const PartitionLag& part : lags->front().partitions) {
            QVERIFY(!part.committed && !part.lag);
            QCOMPARE(part.end, std::optional<qint64>(0));
        }
        member.leave();
        const auto empty = await(as<Groups>().group(group));
        QVERIFY(!empty || empty->members.empty()); // without a commit it may be gone
    }

    void aGroupThatIsNotThere()
    {
        const auto none = await(as<Groups>().group(u"nobody"_s));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    void lagsByPartition()
    {
        m_kafka->ask({u"create"_s, u"queue"_s, u"3"_s});
        m_kafka->ask({u"write"_s, u"queue"_s},
            "{\"partition\": 0, \"value\": \"a\"}\n{\"partition\": 0, \"value\": \"b\"}\n"
            "{\"partition\": 1, \"value\": \"c\"}\n");
        m_kafka->ask({u"commit"_s, u"slow"_s, u"queue"_s, u"0=1:a word"_s, u"1=1"_s});
        m_kafka->ask({u"commit"_s, u"other"_s, u"queue"_s, u"0=0"_s});
        const auto lags = await(as<Groups>().lags({u"slow"_s, u"nobody"_s, u"other"_s}));
        QVERIFY(lags.has_value());
        QCOMPARE(lags->size(), size_t(3));
        QCOMPARE((*lags)[0].group, u"slow"_s);
        QCOMPARE((*lags)[0].partitions.size(), size_t(2));
        const auto first = lagOf((*lags)[0], u"queue"_s, 0);
        QCOMPARE(first->committed, std::optional<qint64>(1));
        QVERIFY(first->metadata.startsWith(u"a word"_s)); // that client adds a zero byte
        QCOMPARE(first->end, std::optional<qint64>(2));
        QCOMPARE(first->lag, std::optional<qint64>(1));
        QCOMPARE(lagOf((*lags)[0], u"queue"_s, 1)->lag, std::optional<qint64>(0));
        QVERIFY((*lags)[1].partitions.empty());
        QCOMPARE((*lags)[2].total(), 2);
    }

    void whatIsLostIsNoLag()
    {
        m_kafka->ask({u"create"_s, u"lost"_s, u"1"_s});
        m_kafka->ask({u"fill"_s, u"lost"_s, u"10"_s});
        m_kafka->ask({u"commit"_s, u"late"_s, u"lost"_s, u"0=2"_s});
        m_kafka->ask({u"truncate"_s, u"lost"_s, u"0"_s, u"6"_s});
        const auto lags = await(as<Groups>().lags({u"late"_s}));
        QVERIFY(lags.has_value());
        const PartitionLag& part = lags->front().partitions.front();
        QCOMPARE(part.lag, std::optional<qint64>(4));
        QVERIFY(part.lost());
    }

    void aDeletedTopicIsTold()
    {
        m_kafka->ask({u"create"_s, u"brief"_s, u"1"_s});
        m_kafka->ask({u"commit"_s, u"faithful"_s, u"brief"_s, u"0=0"_s});
        m_kafka->ask({u"delete"_s, u"brief"_s});
        const auto lags = await(as<Groups>().lags({u"faithful"_s}));
        QVERIFY(lags.has_value());
        for (const PartitionLag& part : lags->front().partitions) { // Kafka may forget the commit
            QVERIFY(part.problem && !part.lag);
            QCOMPARE(part.problem->kind, Error::Kind::NotFound);
        }
    }

    void lagInTime()
    {
        // The messages are of 1970: half a minute after its start the broker would drop them.
        m_kafka->ask({u"create"_s, u"old"_s, u"3"_s, u"1"_s, u"retention.ms=-1"_s});
        m_kafka->ask({u"write"_s, u"old"_s},
            "{\"partition\": 0, \"value\": \"a\", \"timestamp\": 1000000}\n"
            "{\"partition\": 0, \"value\": \"b\", \"timestamp\": 1005000}\n"
            "{\"partition\": 0, \"value\": \"c\", \"timestamp\": 1090000}\n"
            "{\"partition\": 1, \"value\": \"d\", \"timestamp\": 1000000}\n");
        m_kafka->ask({u"commit"_s, u"behind"_s, u"old"_s, u"0=1"_s, u"1=1"_s, u"2=0"_s});
        const auto times = await(as<Groups>().timeLags(u"behind"_s));
        QVERIFY2(times.has_value(), qPrintable(wordsOf(times)));
        QCOMPARE(times->size(), size_t(3));
        QCOMPARE((*times)[0].behind, std::optional(milliseconds(85'000)));
        QCOMPARE((*times)[1].behind, std::optional(milliseconds(0)));
        QCOMPARE((*times)[2].behind, std::optional(milliseconds(0)));
    }

    // ---- Facets
    void rateAndLagAreMeasured()
    {
        m_kafka->ask({u"create"_s, u"measured"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"measured"_s, u"50"_s});
        const auto committed = [this] {
            m_kafka->ask({u"commit"_s, u"meter"_s, u"measured"_s, u"0=3"_s, u"1=4"_s});
            const QJsonObject told = m_kafka->ask({u"committed"_s, u"meter"_s}).toObject();
            return told.value(u"measured"_s).toObject().size() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(committed(), 60'000);
        Result<std::vector<MetricInfo>> catalogue;
        const auto info = [&](const QString& id) -> const MetricInfo* {
            for (const MetricInfo& one : *catalogue)
                if (one.id == id)
                    return &one;
            return nullptr;
        };
        const QStringList ids{topicInMetric(u"measured"_s),
            groupLagMetric(u"meter"_s, u"measured"_s), groupOutMetric(u"meter"_s, u"measured"_s)};
        // A group of commits alone is listed a moment later.
        QTRY_VERIFY_WITH_TIMEOUT((catalogue = await(as<MetricsFacet>().catalogue())).has_value()
                && std::all_of(ids.begin(), ids.end(), info),
            30'000);
        QCOMPARE(info(ids[0])->kind, MetricInfo::Kind::Counter);
        QCOMPARE(info(ids[1])->kind, MetricInfo::Kind::Gauge);
        QCOMPARE(info(ids[1])->entity.name, groupEntity(u"meter"_s));
        const auto samples = await(as<MetricsFacet>().sample(
            ids + QStringList{topicInMetric(u"not.there"_s), u"nonsense"_s}));
        QVERIFY2(samples.has_value(), qPrintable(wordsOf(samples)));
        QCOMPARE(samples->size(), size_t(3)); // what is not told is a gap
        QCOMPARE((*samples)[0].value, 50);
        QCOMPARE((*samples)[1].value, 43);
        QCOMPARE((*samples)[2].value, 7);

        const auto names = await(as<SearchFacet>().find(u"MEASUR"_s, 10));
        QVERIFY(names.has_value());
        QCOMPARE(names->size(), size_t(1));
        QCOMPARE(names->front().kind, u"topic"_s);
        const LineageEdge edge{{u"kafka://own-kafka"_s, u"measured"_s},
            {u"kafka://own-kafka"_s, groupEntity(u"meter"_s)}, u"group"_s, ids[2]};
        for (const QString& entity : {u"measured"_s, groupEntity(u"meter"_s)}) {
            const auto edges = await(as<LineageFacet>().edges({u"kafka://own-kafka"_s, entity}, 1));
            QVERIFY(edges.has_value());
            QCOMPARE(*edges, std::vector<LineageEdge>{edge});
        }
        const auto rows
            = await(as<PreviewFacet>().preview({u"kafka://own-kafka"_s, u"measured"_s}, 5));
        QVERIFY2(rows.has_value(), qPrintable(wordsOf(rows)));
        QCOMPARE(rows->rows.size(), size_t(5));
        QVERIFY(rows->truncated);
        QVERIFY(rows->rows.front()[4].startsWith("record "));
    }

    void itIsWell()
    {
        const auto report = await(as<HealthFacet>().probe());
        QVERIFY(report.has_value());
        QCOMPARE(report->state, HealthReport::State::Healthy);
        QVERIFY(report->version.startsWith(u"Kafka "_s));
    }

    void aLagThatPassesItsUsual()
    {
        m_kafka->ask({u"create"_s, u"lagging"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"lagging"_s, u"20"_s});
        m_kafka->ask({u"commit"_s, u"slow"_s, u"lagging"_s, u"0=0"_s, u"1=0"_s});
        const auto core = std::make_shared<KafkaCore>(AdapterContext{
            m_kafka->config(), m_kafka->password(), nullptr, nullptr, &m_client->runtime});
        KafkaEvents events(core, milliseconds(0));
        const QDateTime from = QDateTime::currentDateTimeUtc().addSecs(-60);
        const auto kinds = [&](const QString& kind) {
            const auto page = await(events.since(from, {}, 1000));
            QStringList out;
            if (!page)
                return out;
            for (const Event& event : page->events)
                if (event.kind == kind)
                    out.append(event.entity.name);
            return out;
        };
        for (size_t i = 0; i < UsualLag::kLeast; ++i)
            QVERIFY(kinds(u"lag-unusual"_s).isEmpty());
        m_kafka->ask({u"fill"_s, u"lagging"_s, u"2000"_s});
        QTRY_COMPARE(kinds(u"lag-unusual"_s), QStringList{u"group/slow"_s});
        m_kafka->ask({u"commit"_s, u"slow"_s, u"lagging"_s, u"0=1000"_s, u"1=1000"_s});
        QTRY_COMPARE(kinds(u"lag-usual"_s), QStringList{u"group/slow"_s});
        QCOMPARE(kinds(u"lag-unusual"_s).size(), 1);
    }

    // Last: so many groups would crowd the others out of the catalogue of metrics.
    void aThousandGroups()
    {
        // With the label `long` all of them.
        const int partitions = qEnvironmentVariableIsSet("PILOTHOUSE_TEST_FULL") ? 200 : 20;
        m_kafka->ask({u"create"_s, u"shared"_s, QString::number(partitions)});
        m_kafka->ask({u"groups"_s, u"many-"_s, u"1000"_s, u"shared"_s});
        QStringList names;
        for (int i = 0; i < 1000; ++i)
            names.append(u"many-%1"_s.arg(i));
        const auto lags = await(as<Groups>().lags(names));
        QVERIFY(lags.has_value());
        QCOMPARE(lags->size(), size_t(1000));
        for (const GroupLag& lag : *lags) {
            QVERIFY(!lag.problem);
            QCOMPARE(lag.partitions.size(), size_t(partitions));
        }
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaContractTest)
#include "tst_kafkacontract.moc"
