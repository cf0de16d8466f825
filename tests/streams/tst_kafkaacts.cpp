// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts TopicActs and GroupActs against Kafka 3.9 and 4: each act does what its preview
// says, is refused where the connection may not write, and a reset can be taken back.
#include "streams/api/acts.h"
#include "streams/api/groups.h"
#include "streams/api/resetundo.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

using State = TaskStatus::State;

class KafkaActsTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<OwnKafka>> m_servers;
    OwnKafka* m_kafka = nullptr;
    std::unique_ptr<KafkaTestClient> m_client;

    TopicActs& acts() const { return m_client->as<TopicActs>(); }
    GroupActs& moves() const { return m_client->as<GroupActs>(); }
    QString undoFile() const { return m_client->folder.filePath(u"group.undo"_s); }
    QJsonObject topics()
    {
        return m_kafka->ask({u"metadata"_s}).toObject().value(u"topics"_s).toObject();
    }
    QJsonArray commit(const QString& group, const QString& topic, int partition)
    {
        return m_kafka->ask({u"committed"_s, group})
            .toObject()
            .value(topic)
            .toObject()
            .value(QString::number(partition))
            .toArray();
    }
    ResetPlan plan(const ResetRequest& request)
    {
        const auto made = await(moves().planReset(request));
        if (!made)
            qWarning("plan: %s", qPrintable(wordsOf(made)));
        return made.value_or(ResetPlan());
    }
    QString outcome() const { return wordsOf(m_client->outcome); }
    static ProduceRequest produceOf(const QString& topic, std::vector<Draft> drafts)
    {
        ProduceRequest request;
        request.topic = topic;
        request.drafts = std::move(drafts);
        return request;
    }
    static ReplayRequest replayOf(
        const QString& topic, std::vector<std::pair<int, qint64>> messages, const QString& to)
    {
        ReplayRequest request;
        request.topic = topic;
        request.messages = std::move(messages);
        request.to = to;
        return request;
    }
    static ResetRequest resetOf(const QString& group, const QString& topic,
        ResetRequest::To to = ResetRequest::To::Earliest, qint64 value = 0)
    {
        ResetRequest request;
        request.group = group;
        request.topic = topic;
        request.to = to;
        request.value = value;
        return request;
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
        m_kafka = server.get();
        m_client = std::make_unique<KafkaTestClient>(*server);
    }
    void cleanup() { m_client.reset(); }

    void topicsAreMadeAndRemoved()
    {
        const NewTopic topic{u"fresh"_s, 2, 1, {{u"retention.ms"_s, u"1000"_s}}};
        QVERIFY(await(acts().tryCreate(topic)).has_value());
        QVERIFY(!topics().contains(u"fresh"_s)); // only tried
        const Act create = acts().create(topic);
        QCOMPARE(create.statement,
            u"CreateTopics name=fresh partitions=2 replication=1 retention.ms=1000"_s);
        QVERIFY2(m_client->apply(create) == State::Done, qPrintable(outcome()));
        QTRY_COMPARE(topics().value(u"fresh"_s).toObject().size(), 2);
        QCOMPARE(
            m_kafka->ask({u"config"_s, u"fresh"_s}).toObject().value(u"retention.ms"_s), u"1000"_s);
        const auto twice = await(acts().tryCreate(topic));
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Error::Kind::Conflict);
        const auto odd = await(acts().tryCreate({u"a b"_s, 1, 1, {}}));
        QVERIFY(!odd);
        QCOMPARE(odd.error().kind, Error::Kind::Refused);

        const auto info = await(m_client->as<Topics>().topic(u"fresh"_s));
        QVERIFY(info.has_value());
        QVERIFY2(
            m_client->apply(acts().addPartitions(*info, 5)) == State::Done, qPrintable(outcome()));
        QTRY_COMPARE(topics().value(u"fresh"_s).toObject().size(), 5);
        const Act remove = acts().remove(*info);
        QVERIFY(remove.destructive);
        QCOMPARE(remove.typedName, u"fresh"_s);
        QVERIFY2(m_client->apply(remove) == State::Done, qPrintable(outcome()));
        QTRY_VERIFY(!topics().contains(u"fresh"_s));
    }

    void onlyWhatIsNamedChanges()
    {
        m_kafka->ask({u"create"_s, u"tuned"_s, u"1"_s, u"1"_s, u"retention.ms=86400000"_s,
            u"segment.bytes=1048576"_s});
        const Act act = acts().changeConfig(u"tuned"_s,
            {{u"max.message.bytes"_s, u"1048588"_s, u"2000000"_s},
                {u"segment.bytes"_s, u"1048576"_s, std::nullopt}});
        QCOMPARE(act.statement,
            u"IncrementalAlterConfigs topic=tuned\nset max.message.bytes=2000000\n"
            "delete segment.bytes"_s);
        QVERIFY2(m_client->apply(act) == State::Done, qPrintable(outcome()));
        QTRY_COMPARE(m_kafka->ask({u"config"_s, u"tuned"_s}).toObject(),
            (QJsonObject{
                {u"retention.ms"_s, u"86400000"_s}, {u"max.message.bytes"_s, u"2000000"_s}}));
        QVERIFY(
            m_client->apply(acts().changeConfig(u"tuned"_s, {{u"retention.ms"_s, {}, u"soon"_s}}))
            != State::Done);
    }

    void recordsAreDeleted()
    {
        m_kafka->ask({u"create"_s, u"long"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"long"_s, u"200"_s});
        QVERIFY2(
            m_client->apply(acts().deleteRecords(u"long"_s, {{0, 10}, {1, 20}})) == State::Done,
            qPrintable(outcome()));
        const QJsonObject begins = m_kafka->ask({u"begins"_s, u"long"_s}).toObject();
        QCOMPARE(begins.value(u"0"_s).toInt(), 10);
        QCOMPARE(begins.value(u"1"_s).toInt(), 20);
        QVERIFY(m_client->apply(acts().deleteRecords(u"long"_s, {{0, 15}, {7, 1}})) != State::Done);
        QCOMPARE(m_kafka->ask({u"begins"_s, u"long"_s}).toObject().value(u"0"_s).toInt(), 10);
    }

    // Keys go where Kafka's own clients would send them; each message is told of.
    void messagesAreWritten()
    {
        m_kafka->ask({u"create"_s, u"mine"_s, u"5"_s});
        m_kafka->ask({u"create"_s, u"theirs"_s, u"5"_s});
        QByteArray lines;
        ProduceRequest request = produceOf(u"mine"_s, {});
        for (int i = 0; i < 1200; ++i) {
            Draft draft;
            draft.key = "key-" + QByteArray::number(i);
            draft.value = QByteArray::number(i);
            request.drafts.push_back(draft);
            lines += "{\"key\": \"" + draft.key + "\", \"value\": \"" + draft.value + "\"}\n";
        }
        m_kafka->ask({u"write"_s, u"theirs"_s}, lines);
        auto told = std::make_shared<std::vector<Written>>();
        request.onWritten = [told](const Written& one) {
            told->push_back(one);
        };
        QVERIFY2(m_client->apply(acts().produce(request)) == State::Done, qPrintable(outcome()));
        QCOMPARE(told->size(), size_t(1200));
        const auto byKey = [this](const QString& topic) {
            QMap<QString, int> out;
            const QJsonArray all = m_kafka->ask({u"read"_s, topic}).toArray();
            for (const auto& one : all)
                out[one.toObject().value(u"key"_s).toString()]
                    = one.toObject().value(u"partition"_s).toInt();
            return out;
        };
        const auto mine = byKey(u"mine"_s);
        QCOMPARE(mine.size(), 1200);
        QCOMPARE(mine, byKey(u"theirs"_s));
        for (const Written& one : *told) {
            QVERIFY(!one.problem && one.offset >= 0);
            QCOMPARE(mine.value(u"key-%1"_s.arg(one.index)), one.partition);
        }
    }

    void aMessageWithEverything()
    {
        m_kafka->ask({u"create"_s, u"rich"_s, u"2"_s});
        Draft draft;
        draft.partition = 1;
        draft.key = QByteArray("\0\xff", 2);
        draft.headers = {{"a", "1"}, {"a", QByteArray()}};
        draft.timestamp = 1234;
        const ProduceRequest request = produceOf(u"rich"_s, {draft});
        const Act act = acts().produce(request);
        QCOMPARE(act.statement,
            u"Produce topic=rich acks=all records=1\nRecord partition=1 timestamp=1234 key=0x00ff "
            "header 'a'='1' header 'a'=null value=null"_s);
        QVERIFY2(m_client->apply(act) == State::Done, qPrintable(outcome()));
        const QJsonObject read = m_kafka->ask({u"read"_s, u"rich"_s}).toArray().at(0).toObject();
        QCOMPARE(read.value(u"partition"_s).toInt(), 1);
        QCOMPARE(read.value(u"timestamp"_s).toInt(), 1234);
        QVERIFY(read.value(u"value"_s).isNull());
        QCOMPARE(read.value(u"key"_s).toObject().value(u"base64"_s), u"AP8="_s);
        QCOMPARE(read.value(u"headers"_s).toArray().size(), 2);

        Draft large;
        large.value = QByteArray(17 << 20, 'x');
        auto told = std::make_shared<std::vector<Written>>();
        const ProduceRequest refused{
            .topic = u"rich"_s, .drafts = {large, draft}, .onWritten = [told](const Written& one) {
                told->push_back(one);
            }};
        QVERIFY(m_client->apply(acts().produce(refused)) != State::Done);
        QCOMPARE(told->size(), size_t(1)); // what comes after it is not sent
        QVERIFY(told->front().problem);
    }

    void deadLettersAreReplayed()
    {
        m_kafka->ask({u"create"_s, u"dead"_s, u"1"_s});
        m_kafka->ask({u"create"_s, u"alive"_s, u"1"_s});
        m_kafka->ask({u"write"_s, u"dead"_s},
            "{\"key\": \"a\", \"value\": \"1\", \"headers\": [[\"why\", \"x\"]]}\n"
            "{\"key\": \"b\", \"value\": \"2\"}\n{\"key\": \"c\", \"value\": null}\n");
        const ReplayRequest request = replayOf(u"dead"_s, {{0, 2}, {0, 0}}, u"alive"_s);
        QVERIFY2(m_client->apply(acts().replay(request)) == State::Done, qPrintable(outcome()));
        const QJsonArray read = m_kafka->ask({u"read"_s, u"alive"_s}).toArray();
        QCOMPARE(read.size(), 2);
        QCOMPARE(read.at(0).toObject().value(u"key"_s), u"c"_s);
        QVERIFY(read.at(0).toObject().value(u"value"_s).isNull());
        QCOMPARE(read.at(1).toObject().value(u"headers"_s).toArray().size(), 1);
    }

    void nothingIsWrittenOverAProtectedConnection()
    {
        m_kafka->ask({u"create"_s, u"safe"_s, u"1"_s});
        m_kafka->ask({u"fill"_s, u"safe"_s, u"5"_s});
        m_kafka->ask({u"commit"_s, u"safe-group"_s, u"safe"_s, u"0=1"_s});
        KafkaTestClient guarded(*m_kafka, WriteMode::Never);
        auto& topicActs = guarded.as<TopicActs>();
        auto& groupActs = guarded.as<GroupActs>();
        const auto info = await(guarded.as<Topics>().topic(u"safe"_s));
        QVERIFY(info.has_value());
        const auto planned = await(
            groupActs.planReset(resetOf(u"safe-group"_s, u"safe"_s, ResetRequest::To::Latest)));
        QVERIFY(planned.has_value()); // a dry run is a look
        const QString undo = guarded.folder.filePath(u"u"_s);
        const std::vector<Act> all{topicActs.create({u"unsafe"_s, 1, 1, {}}),
            topicActs.addPartitions(*info, 9),
            topicActs.changeConfig(u"safe"_s, {{u"retention.ms"_s, {}, u"1"_s}}),
            topicActs.deleteRecords(u"safe"_s, {{0, 3}}), topicActs.remove(*info),
            topicActs.produce(produceOf(u"safe"_s, {Draft()})),
            topicActs.replay(replayOf(u"safe"_s, {{0, 0}}, u"safe"_s)),
            groupActs.reset(*planned, undo), groupActs.removeGroup(u"safe-group"_s),
            groupActs.removeCommits(u"safe-group"_s, u"safe"_s)};
        for (const Act& act : all) {
            QVERIFY2(guarded.apply(act) == State::Refused, qPrintable(act.statement));
            QCOMPARE(guarded.outcome.error().code, u"guard"_s);
        }
        QVERIFY(!topics().contains(u"unsafe"_s));
        QCOMPARE(topics().value(u"safe"_s).toObject().size(), 1);
        QCOMPARE(m_kafka->ask({u"begins"_s, u"safe"_s}).toObject().value(u"0"_s).toInt(), 0);
        QCOMPARE(m_kafka->ask({u"ends"_s, u"safe"_s}).toObject().value(u"0"_s).toInt(), 5);
        QCOMPARE(commit(u"safe-group"_s, u"safe"_s, 0).at(0).toInt(), 1);
        QVERIFY(!QFile::exists(undo));
    }

    void aResetAndItsWayBack()
    {
        m_kafka->ask({u"create"_s, u"read"_s, u"3"_s, u"1"_s, u"retention.ms=-1"_s});
        m_kafka->ask({u"write"_s, u"read"_s},
            "{\"partition\": 0, \"key\": \"x\", \"value\": \"a\", \"timestamp\": 1000}\n"
            "{\"partition\": 0, \"key\": \"y\", \"value\": \"b\", \"timestamp\": 2000}\n"
            "{\"partition\": 1, \"value\": \"c\", \"timestamp\": 1500}\n");
        m_kafka->ask({u"commit"_s, u"mover"_s, u"read"_s, u"0=2:a word"_s, u"1=0"_s});
        const QJsonArray before = commit(u"mover"_s, u"read"_s, 0);

        ResetRequest toTime = resetOf(u"mover"_s, u"read"_s, ResetRequest::To::Time);
        toTime.time = QDateTime::fromMSecsSinceEpoch(1500, Qt::UTC);
        const ResetPlan dry = plan(toTime);
        QCOMPARE(dry.steps.size(), size_t(3));
        QVERIFY(dry.isPossible());
        QCOMPARE(dry.steps[0].committed, std::optional<qint64>(2));
        QCOMPARE(dry.steps[0].target, 1);
        QCOMPARE(dry.steps[0].key, QByteArray("y"));
        QCOMPARE(dry.steps[0].timestamp, std::optional<qint64>(2000));
        QCOMPARE(dry.steps[1].target, 0);
        QVERIFY(dry.steps[1].key.isNull());
        QVERIFY(!dry.steps[2].committed);
        QVERIFY(!dry.steps[2].timestamp); // the end
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0), before); // a dry run changes nothing

        const Act act = moves().reset(dry, undoFile());
        QVERIFY(act.destructive);
        QCOMPARE(act.typedName, u"mover"_s);
        QVERIFY(act.statement.contains(u"topic=read partition=0 offset=1"_s));
        QVERIFY2(m_client->apply(act) == State::Done, qPrintable(outcome()));
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0).at(0).toInt(), 1);
        QCOMPARE(commit(u"mover"_s, u"read"_s, 1).at(0).toInt(), 0);
        QCOMPARE(commit(u"mover"_s, u"read"_s, 2).at(0).toInt(-1), 0);
        QVERIFY(QFile::exists(undoFile()));

        QVERIFY2(
            m_client->apply(moves().undoReset(undoFile())) == State::Done, qPrintable(outcome()));
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0), before); // metadata and all
        QVERIFY(commit(u"mover"_s, u"read"_s, 2).isEmpty()); // none again, not 0

        // Twice is a conflict: it is no longer where the reset left it.
        QVERIFY(m_client->apply(moves().undoReset(undoFile())) != State::Done);
        QCOMPARE(m_client->outcome.error().kind, Error::Kind::Conflict);
    }

    void targetsStayInside_data()
    {
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("target");
        QTest::addColumn<bool>("clipped");
        using To = ResetRequest::To;
        QTest::newRow("earliest") << int(To::Earliest) << 0LL << 10LL << false;
        QTest::newRow("latest") << int(To::Latest) << 0LL << 100LL << false;
        QTest::newRow("offset") << int(To::Offset) << 42LL << 42LL << false;
        QTest::newRow("before the begin") << int(To::Offset) << 1LL << 10LL << true;
        QTest::newRow("behind the end") << int(To::Offset) << 1000LL << 100LL << true;
        QTest::newRow("back") << int(To::Shift) << -5LL << 45LL << false;
        QTest::newRow("on") << int(To::Shift) << 500LL << 100LL << true;
    }
    void targetsStayInside()
    {
        QFETCH(int, to);
        QFETCH(qint64, value);
        QFETCH(qint64, target);
        QFETCH(bool, clipped);
        if (!topics().contains(u"inside"_s)) {
            m_kafka->ask({u"create"_s, u"inside"_s, u"1"_s});
            m_kafka->ask({u"fill"_s, u"inside"_s, u"100"_s});
            m_kafka->ask({u"truncate"_s, u"inside"_s, u"0"_s, u"10"_s});
            m_kafka->ask({u"commit"_s, u"shifter"_s, u"inside"_s, u"0=50"_s});
        }
        const ResetPlan dry = plan(resetOf(u"shifter"_s, u"inside"_s, ResetRequest::To(to), value));
        QCOMPARE(dry.steps.size(), size_t(1));
        QCOMPARE(dry.steps[0].target, target);
        QCOMPARE(dry.steps[0].clipped, clipped);
    }

    // As Kafka's own tool: where nothing is committed there is nothing to shift.
    void withoutACommitNothingIsShifted()
    {
        m_kafka->ask({u"create"_s, u"partly"_s, u"3"_s});
        m_kafka->ask({u"fill"_s, u"partly"_s, u"90"_s});
        m_kafka->ask({u"commit"_s, u"partly-read"_s, u"partly"_s, u"1=20"_s});
        using To = ResetRequest::To;
        for (const qint64 by : {-5LL, 5LL}) {
            const ResetPlan dry = plan(resetOf(u"partly-read"_s, u"partly"_s, To::Shift, by));
            QCOMPARE(dry.uncommitted, 2);
            QCOMPARE(dry.steps.size(), size_t(1));
            QCOMPARE(dry.steps[0].partition, 1);
            QCOMPARE(dry.steps[0].target, 20 + by);
            QVERIFY(dry.isPossible());
        }
        const ResetPlan dry = plan(resetOf(u"partly-read"_s, u"partly"_s, To::Shift, -5));
        QCOMPARE(m_client->apply(moves().reset(dry, undoFile())), State::Done);
        QVERIFY(commit(u"partly-read"_s, u"partly"_s, 0).isEmpty());
        QCOMPARE(commit(u"partly-read"_s, u"partly"_s, 1).at(0).toInt(), 15);
        QVERIFY(commit(u"partly-read"_s, u"partly"_s, 2).isEmpty());
        QCOMPARE(m_client->apply(moves().undoReset(undoFile())), State::Done);
        QCOMPARE(commit(u"partly-read"_s, u"partly"_s, 1).at(0).toInt(), 20);
        // The other ends are places, also for what was never read.
        const ResetPlan all = plan(resetOf(u"partly-read"_s, u"partly"_s));
        QCOMPARE(all.uncommitted, 0);
        QCOMPARE(all.steps.size(), size_t(3));
        // The group has read another topic only.
        m_kafka->ask({u"create"_s, u"elsewhere"_s, u"1"_s});
        m_kafka->ask({u"fill"_s, u"elsewhere"_s, u"9"_s});
        m_kafka->ask({u"commit"_s, u"never-read"_s, u"elsewhere"_s, u"0=3"_s});
        const ResetPlan none = plan(resetOf(u"never-read"_s, u"partly"_s, To::Shift, -5));
        QCOMPARE(none.uncommitted, 3);
        QVERIFY(none.steps.empty());
        QVERIFY(!none.isPossible());
    }

    void aGroupThatWokeUpIsLeftAlone_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::newRow("classic") << u"classic"_s;
        QTest::newRow("consumer") << u"consumer"_s;
    }
    void aGroupThatWokeUpIsLeftAlone()
    {
        QFETCH(QString, protocol);
        QFETCH_GLOBAL(int, major);
        if (protocol == u"consumer"_s && major < 4) // it has no such groups
            return;
        const QString topic = u"woken."_s + protocol;
        const QString group = u"sleeper."_s + protocol;
        m_kafka->ask({u"create"_s, topic, u"2"_s});
        m_kafka->ask({u"fill"_s, topic, u"20"_s});
        m_kafka->ask({u"commit"_s, group, topic, u"0=1"_s, u"1=1"_s});
        const ResetRequest request = resetOf(group, topic);
        const ResetPlan dry = plan(request);
        QVERIFY(dry.isPossible());
        {
            GroupMember member(m_kafka->innerAddress(), group, topic, {protocol, u"--pause"_s});
            QVERIFY(member.waitForPartitions(2));
            QVERIFY(m_client->apply(moves().reset(dry, undoFile())) != State::Done);
            QCOMPARE(m_client->outcome.error().kind, Error::Kind::Conflict);
            QVERIFY(!plan(request).isPossible());
            QCOMPARE(plan(request).members, 1);
            member.leave();
        }
        QVERIFY(!QFile::exists(undoFile()));
        // A commit that has moved since the dry run is a conflict too.
        m_kafka->ask({u"commit"_s, group, topic, u"0=5"_s});
        QVERIFY(m_client->apply(moves().reset(dry, undoFile())) != State::Done);
        QCOMPARE(m_client->outcome.error().kind, Error::Kind::Conflict);
        QCOMPARE(commit(group, topic, 0).at(0).toInt(), 5);
    }

    // The brokers refuse one topic of a plan: those they took go back, with their metadata, and
    // what had no commit has none.
    void noPartitionIsHalfDone()
    {
        m_kafka->ask({u"create"_s, u"stays"_s, u"3"_s});
        m_kafka->ask({u"create"_s, u"goes"_s, u"1"_s});
        m_kafka->ask({u"fill"_s, u"stays"_s, u"90"_s});
        m_kafka->ask({u"fill"_s, u"goes"_s, u"9"_s});
        m_kafka->ask({u"commit"_s, u"torn"_s, u"stays"_s, u"0=7:a word"_s, u"1=9"_s});
        ResetPlan both = plan(resetOf(u"torn"_s, u"stays"_s));
        const ResetPlan other = plan(resetOf(u"torn"_s, u"goes"_s));
        both.steps.insert(both.steps.end(), other.steps.begin(), other.steps.end());
        QCOMPARE(both.steps.size(), size_t(4));
        m_kafka->ask({u"delete"_s, u"goes"_s});
        QVERIFY(m_client->apply(moves().reset(both, undoFile())) != State::Done);
        QVERIFY2(outcome().contains("goes"_L1), qPrintable(outcome()));
        QCOMPARE(commit(u"torn"_s, u"stays"_s, 0), (QJsonArray{7, u"a word"_s}));
        QCOMPARE(commit(u"torn"_s, u"stays"_s, 1).at(0).toInt(), 9);
        QVERIFY(commit(u"torn"_s, u"stays"_s, 2).isEmpty());
    }

    // Some partitions are back already: the others follow.
    void aWayBackThatStoppedHalfway()
    {
        m_kafka->ask({u"create"_s, u"halfway"_s, u"3"_s});
        m_kafka->ask({u"fill"_s, u"halfway"_s, u"90"_s});
        m_kafka->ask({u"commit"_s, u"walker"_s, u"halfway"_s, u"0=7:a word"_s, u"1=9"_s});
        const ResetPlan dry = plan(resetOf(u"walker"_s, u"halfway"_s, ResetRequest::To::Latest));
        QVERIFY2(
            m_client->apply(moves().reset(dry, undoFile())) == State::Done, qPrintable(outcome()));
        m_kafka->ask({u"commit"_s, u"walker"_s, u"halfway"_s, u"1=9"_s});
        QCOMPARE(m_client->apply(moves().undoReset(undoFile())), State::Done);
        QCOMPARE(commit(u"walker"_s, u"halfway"_s, 0), (QJsonArray{7, u"a word"_s}));
        QCOMPARE(commit(u"walker"_s, u"halfway"_s, 1).at(0).toInt(), 9);
        QVERIFY(commit(u"walker"_s, u"halfway"_s, 2).isEmpty());
    }

    void withoutAnUndoFileNothingMoves()
    {
        m_kafka->ask({u"create"_s, u"kept"_s, u"1"_s});
        m_kafka->ask({u"fill"_s, u"kept"_s, u"20"_s});
        m_kafka->ask({u"commit"_s, u"keeper"_s, u"kept"_s, u"0=7"_s});
        const ResetPlan dry = plan(resetOf(u"keeper"_s, u"kept"_s));
        QVERIFY(m_client->apply(moves().reset(dry, u"/proc/none/undo"_s)) != State::Done);
        QCOMPARE(commit(u"keeper"_s, u"kept"_s, 0).at(0).toInt(), 7);
    }

    void groupsAreForgotten()
    {
        m_kafka->ask({u"create"_s, u"seen"_s, u"1"_s});
        m_kafka->ask({u"create"_s, u"seen.too"_s, u"1"_s});
        m_kafka->ask({u"commit"_s, u"old"_s, u"seen"_s, u"0=0"_s});
        m_kafka->ask({u"commit"_s, u"old"_s, u"seen.too"_s, u"0=0"_s});
        QVERIFY2(m_client->apply(moves().removeCommits(u"old"_s, u"seen"_s)) == State::Done,
            qPrintable(outcome()));
        QVERIFY(commit(u"old"_s, u"seen"_s, 0).isEmpty());
        QVERIFY(!commit(u"old"_s, u"seen.too"_s, 0).isEmpty());
        QVERIFY2(
            m_client->apply(moves().removeGroup(u"old"_s)) == State::Done, qPrintable(outcome()));
        const auto gone = await(m_client->as<Groups>().group(u"old"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaActsTest)
#include "tst_kafkaacts.moc"
