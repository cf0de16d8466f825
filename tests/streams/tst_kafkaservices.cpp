// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts Access and Connect on real brokers and a real worker: rules come and go, connectors
// are paused, fail, are restarted.
#include "core/facets/lineage.h"
#include "core/facets/search.h"
#include "streams/api/access.h"
#include "streams/api/connect.h"
#include "streams/api/names.h"
#include "streams/kafka/connectclient.h"
#include "streams/kafka/wireacls.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/streamservers.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

using State = TaskStatus::State;

class KafkaServicesTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<OwnKafka>> m_servers;
    std::unique_ptr<StreamServer> m_connect; // at Kafka 4

    OwnKafka& server(int major)
    {
        auto& one = m_servers[major];
        if (!one)
            one = std::make_unique<OwnKafka>(OwnKafka::Options{.major = major});
        return *one;
    }
    static AccessRule ruleOf(const QString& name, bool prefix = false, bool allow = true)
    {
        return {u"TOPIC"_s, name, prefix, u"User:alice"_s, u"10.0.0.1"_s, u"READ"_s, allow};
    }
    bool hasStates(Connect& connect, const QString& name, const QString& own, const QString& task)
    {
        const auto all = await(connect.connectors());
        if (!all)
            return false;
        for (const ConnectorInfo& one : all->connectors)
            if (one.name == name)
                return one.state == own && one.tasks.size() == 1 && one.tasks.front().state == task;
        return false;
    }
    static ConnectorInfo named(Connect& connect, const QString& name)
    {
        const auto all = await(connect.connectors());
        for (const ConnectorInfo& one : all.value_or(ConnectorList()).connectors)
            if (one.name == name)
                return one;
        return {};
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        m_connect.reset();
        m_servers.clear();
    }

    void commands()
    {
        QCOMPARE(aclCommand(u"kafka:9092"_s, ruleOf(u"shop."_s, true), true),
            u"kafka-acls --bootstrap-server kafka:9092 --add --allow-principal User:alice "
            "--allow-host 10.0.0.1 --operation Read --topic shop. --resource-pattern-type "
            "prefixed"_s);
        AccessRule rule = ruleOf(u"*"_s, false, false);
        rule.operation = u"DESCRIBE_CONFIGS"_s;
        rule.resource = u"TRANSACTIONAL_ID"_s;
        rule.principal = u"User:o'neil"_s;
        QCOMPARE(aclCommand(u"k"_s, rule, false),
            u"kafka-acls --bootstrap-server k --remove --force --deny-principal "
            "'User:o'\\''neil' --deny-host 10.0.0.1 --operation DescribeConfigs "
            "--transactional-id '*'"_s);
        rule = ruleOf(u"a"_s);
        rule.operation = u"FLY"_s;
        QVERIFY(accessProblem(rule).has_value());
        rule = ruleOf(u"a"_s);
        rule.principal = u"alice"_s;
        QVERIFY(accessProblem(rule).has_value());
        QVERIFY(!accessProblem(ruleOf(u"a"_s)));
    }

    void noAuthorizer()
    {
        // Throttle time, SECURITY_DISABLED, its words, no resources.
        WireAnswer answer;
        answer.frame = QByteArray::fromHex("00000000"
                                           "0036"
                                           "0002"
                                           "6e6f"
                                           "00000000");
        answer.version = 1;
        const auto told = aclsOf(answer);
        QVERIFY(!told);
        QCOMPARE(told.error().kind, Error::Kind::Unsupported);
        QVERIFY(!told.error().hint.isEmpty());
        for (qsizetype size = 0; size < answer.frame.size(); ++size) {
            WireAnswer cut = answer;
            cut.frame.truncate(size);
            QVERIFY(!aclsOf(cut));
        }
    }

    void rules_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3.9") << 3;
        QTest::newRow("4") << 4;
    }
    void rules()
    {
        QFETCH(int, major);
        OwnKafka& kafka = server(major);
        PH_NEED_KAFKA(kafka);
        KafkaTestClient client(kafka);
        auto& access = client.as<Access>();
        QCOMPARE(
            await(access.rules()).value_or(std::vector<AccessRule>{{}}), std::vector<AccessRule>());
        const AccessRule one = ruleOf(u"orders"_s);
        const AccessRule two = ruleOf(u"shop."_s, true, false);
        AccessRule three{u"CLUSTER"_s, u"kafka-cluster"_s, false, u"User:*"_s, u"*"_s,
            u"IDEMPOTENT_WRITE"_s, true};
        for (const AccessRule& rule : {one, two, three}) {
            const Act act = access.add(rule);
            QVERIFY(act.statement.startsWith("kafka-acls --bootstrap-server 127.0.0.1:"_L1));
            QVERIFY2(client.apply(act) == State::Done, qPrintable(wordsOf(client.outcome)));
        }
        const auto has = [&](const AccessRule& rule) {
            const auto all = await(access.rules());
            return all && std::count(all->begin(), all->end(), rule) == 1;
        };
        QTRY_VERIFY(has(one));
        QTRY_VERIFY(has(two));
        QTRY_VERIFY(has(three));
        const Act remove = access.remove({one, three});
        QVERIFY(remove.destructive);
        QVERIFY2(client.apply(remove) == State::Done, qPrintable(wordsOf(client.outcome)));
        QTRY_COMPARE(await(access.rules()).value_or(std::vector<AccessRule>()),
            std::vector<AccessRule>{two});
        AccessRule odd = one;
        odd.operation = u"FLY"_s;
        QVERIFY(client.apply(access.add(odd)) == State::Refused || !client.outcome);
        KafkaTestClient reader(kafka, WriteMode::Never);
        QVERIFY(reader.apply(reader.as<Access>().remove({two})) == State::Refused);
        QVERIFY(has(two));
        QVERIFY(client.apply(access.remove({two})) == State::Done);
    }

    void secretsAreNotShown()
    {
        QVERIFY(holdsSecret(u"database.password"_s));
        QVERIFY(holdsSecret(u"ssl.key.password"_s));
        QVERIFY(holdsSecret(u"producer.override.sasl.jaas.config"_s));
        QVERIFY(holdsSecret(u"aws.secret.access.key"_s));
        QVERIFY(!holdsSecret(u"key.converter"_s));
        QVERIFY(!holdsSecret(u"topics"_s));
        const auto json = QJsonDocument::fromJson(
            "{\"a\":{\"status\":{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[],\"type\":"
            "\"source\"},\"info\":{\"config\":{\"connection.password\":\"hunter2\",\"url\":"
            "\"postgres://u:hunter2@db/x\",\"other.password\":\"${file:/x:y}\",\"topic\":"
            "\"t\"}}}}");
        const auto told = connectorsOf(json.object());
        QVERIFY(told.has_value());
        QCOMPARE(told->front().config.at(u"connection.password"_s), kHiddenValue);
        QVERIFY(!told->front().config.at(u"url"_s).contains("hunter2"_L1));
        QCOMPARE(told->front().config.at(u"other.password"_s), u"${file:/x:y}"_s);
        QCOMPARE(told->front().topics, QStringList{u"t"_s});
        QVERIFY(told->front().isSource);
    }

    void connectors()
    {
        OwnKafka& kafka = server(4);
        PH_NEED_KAFKA(kafka);
        m_connect
            = std::make_unique<StreamServer>(u"kafka-connect"_s, QStringList{kafka.innerAddress()});
        PH_NEED_KAFKA(*m_connect);
        const QString folder = m_connect->folder();
        QFile lines(folder + u"/in.log"_s);
        QVERIFY(lines.open(QIODevice::WriteOnly));
        lines.write("one\ntwo\n");
        lines.close();
        QVERIFY(lines.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        const auto make = [this](const QByteArray& name, const QByteArray& config) {
            return QTest::qWaitFor(
                [&] {
                    return m_connect
                        ->send("PUT", u"/connectors/"_s + QString::fromUtf8(name) + u"/config"_s,
                            config)
                        .has_value();
                },
                30'000);
        };
        QVERIFY(make("lines in",
            "{\"connector.class\":\"org.apache.kafka.connect.file.FileStreamSourceConnector\","
            "\"tasks.max\":\"1\",\"topic\":\"lines\",\"file\":\""
                + lines.fileName().toUtf8()
                + "\",\"topic.creation.default.partitions\":\"1\","
                  "\"topic.creation.default.replication.factor\":\"1\",\"my.password\":\"x1y2\"}"));
        QVERIFY(make("bad",
            "{\"connector.class\":\"org.apache.kafka.connect.file.FileStreamSinkConnector\","
            "\"tasks.max\":\"1\",\"topics\":\"lines\",\"file\":\""
                + folder.toUtf8()
                + "/out.log\",\"value.converter\":"
                  "\"org.apache.kafka.connect.json.JsonConverter\"}"));

        ServiceConfig config = kafka.config();
        config.options.insert(u"connect"_s, m_connect->url());
        KafkaTestClient client(config, kafka.password());
        auto& connect = client.as<Connect>();
        QTRY_VERIFY_WITH_TIMEOUT(
            hasStates(connect, u"lines in"_s, u"RUNNING"_s, u"RUNNING"_s), 60'000);
        // The lines are no JSON. Its consumer joins a group and finds a topic that is just made:
        // among other work a minute was not enough.
        QTRY_VERIFY_WITH_TIMEOUT(hasStates(connect, u"bad"_s, u"RUNNING"_s, u"FAILED"_s), 150'000);
        const ConnectorInfo bad = named(connect, u"bad"_s);
        QVERIFY(bad.tasks.front().trace.contains("JsonConverter"_L1)
            || bad.tasks.front().trace.contains("DataException"_L1));
        QVERIFY(!bad.isSource);
        const ConnectorInfo in = named(connect, u"lines in"_s);
        QVERIFY(in.isSource);
        QCOMPARE(in.config.at(u"my.password"_s), kHiddenValue);
        QVERIFY(in.topics.contains(u"lines"_s));

        const Act pause = connect.pause(in, true);
        QCOMPARE(pause.statement, u"PUT "_s + m_connect->url() + u"/connectors/lines%20in/pause"_s);
        QVERIFY2(client.apply(pause) == State::Done, qPrintable(wordsOf(client.outcome)));
        QTRY_VERIFY_WITH_TIMEOUT(
            hasStates(connect, u"lines in"_s, u"PAUSED"_s, u"PAUSED"_s), 60'000);
        QVERIFY(client.apply(connect.pause(in, false)) == State::Done);
        QTRY_VERIFY_WITH_TIMEOUT(
            hasStates(connect, u"lines in"_s, u"RUNNING"_s, u"RUNNING"_s), 60'000);

        const Act restart = connect.restart(bad, true);
        QCOMPARE(restart.statement,
            u"POST "_s + m_connect->url()
                + u"/connectors/bad/restart?includeTasks=true&onlyFailed=true"_s);
        QVERIFY2(client.apply(restart) == State::Done, qPrintable(wordsOf(client.outcome)));
        QTRY_VERIFY_WITH_TIMEOUT(hasStates(connect, u"bad"_s, u"RUNNING"_s, u"FAILED"_s), 60'000);
        QVERIFY2(client.apply(connect.restartTask(bad, 0)) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        ConnectorInfo none = bad;
        none.name = u"nobody"_s;
        QVERIFY(client.apply(connect.restart(none, false)) != State::Done);
        QCOMPARE(client.outcome.error().kind, Error::Kind::NotFound);
        ServiceConfig reading = config;
        reading.writes = WriteMode::Never;
        KafkaTestClient reader(reading, kafka.password());
        QVERIFY(reader.apply(reader.as<Connect>().pause(in, true)) == State::Refused);

        // A second Connect that is not there hides nothing of the first.
        ServiceConfig two = config;
        two.options.insert(u"connect"_s, QString(m_connect->url() + u",http://127.0.0.1:1"_s));
        KafkaTestClient both(two, kafka.password());
        const auto list = await(both.as<Connect>().connectors());
        QVERIFY2(list.has_value(), qPrintable(wordsOf(list)));
        QCOMPARE(list->connectors.size(), size_t(2));
        QCOMPARE(list->failed.size(), size_t(1));
        QCOMPARE(list->failed.begin()->first, u"127.0.0.1:1"_s);
        const auto names = await(both.as<SearchFacet>().find(u"lines in"_s, 10));
        QVERIFY2(names.has_value(), qPrintable(wordsOf(names)));
        QVERIFY(std::any_of(names->begin(), names->end(), [](const SearchItem& item) {
            return item.kind == u"connector"_s
                && item.entity.name == connectorEntity(u"lines in"_s);
        }));

        // From the source into the topic, from there into the sink.
        const auto edges = await(client.as<LineageFacet>().edges({config.ns, u"lines"_s}, 1));
        QVERIFY2(edges.has_value(), qPrintable(wordsOf(edges)));
        const LineageEdge into{{config.ns, connectorEntity(u"lines in"_s)}, {config.ns, u"lines"_s},
            u"connector"_s, topicInMetric(u"lines"_s)};
        const LineageEdge outOf{{config.ns, u"lines"_s}, {config.ns, connectorEntity(u"bad"_s)},
            u"connector"_s, groupOutMetric(u"connect-bad"_s, u"lines"_s)};
        QCOMPARE(std::count(edges->begin(), edges->end(), into), 1);
        QCOMPARE(std::count(edges->begin(), edges->end(), outOf), 1);
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaServicesTest)
#include "tst_kafkaservices.moc"
