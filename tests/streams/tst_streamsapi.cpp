// SPDX-License-Identifier: GPL-3.0-or-later
// Names of entities and metrics, and the undo file of an offset reset.
#include "streams/api/access.h"
#include "streams/api/acts.h"
#include "streams/api/connect.h"
#include "streams/api/names.h"
#include "streams/api/resetundo.h"
#include "streams/api/schemas.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

class StreamsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entitiesAreTakenApart()
    {
        using Kind = StreamEntity::Kind;
        QCOMPARE(parsedEntity(groupEntity(u"a/b"_s)), (StreamEntity{Kind::Group, u"a/b"_s}));
        QCOMPARE(
            parsedEntity(connectorEntity(u"sink"_s)), (StreamEntity{Kind::Connector, u"sink"_s}));
        QCOMPARE(parsedEntity(subjectEntity(u"a/b-value"_s)),
            (StreamEntity{Kind::Subject, u"a/b-value"_s}));
        QCOMPARE(parsedEntity(brokerEntity(3)), (StreamEntity{Kind::Broker, u"3"_s}));
        QCOMPARE(
            parsedEntity(u"shop.orders.v1"_s), (StreamEntity{Kind::Topic, u"shop.orders.v1"_s}));
        QCOMPARE(parsedEntity(u"group"_s), (StreamEntity{Kind::Topic, u"group"_s}));
        QCOMPARE(parsedEntity({}), StreamEntity());
    }

    void metricsAreTakenApart()
    {
        using Kind = StreamMetric::Kind;
        QCOMPARE(parsedMetric(topicInMetric(u"t"_s)), (StreamMetric{Kind::TopicIn, {}, u"t"_s}));
        QCOMPARE(parsedMetric(groupOutMetric(u"a/b"_s, u"t"_s)),
            (StreamMetric{Kind::GroupOut, u"a/b"_s, u"t"_s}));
        QCOMPARE(parsedMetric(groupLagMetric(u"g"_s, u"t"_s)),
            (StreamMetric{Kind::GroupLag, u"g"_s, u"t"_s}));
        QVERIFY(!parsedMetric(u"topic.in/"_s));
        QVERIFY(!parsedMetric(u"group.lag/g"_s));
        QVERIFY(!parsedMetric(u"group.lag//t"_s));
        QVERIFY(!parsedMetric(u"brokers"_s));
    }

    void anUndoFileHoldsEverything()
    {
        ResetPlan plan;
        plan.group = u"g \"1\""_s;
        ResetStep moved;
        moved.topic = u"t"_s;
        moved.partition = 7;
        moved.committed = 9'007'199'254'740'993; // not a double
        moved.metadata = u"a\u0000b"_s;
        moved.leaderEpoch = 4;
        moved.target = 12;
        ResetStep first;
        first.topic = u"t"_s;
        first.partition = 8;
        first.target = 3;
        plan.steps = {moved, first};
        const ResetUndo undo = undoOf(plan, u"kafka://main"_s);
        const auto read = readUndo(writtenUndo(undo));
        QVERIFY(read.has_value());
        QCOMPARE(read->commits, undo.commits);
        QVERIFY(!read->commits[1].offset);
        QCOMPARE(read->group, plan.group);
        QCOMPARE(read->cluster, u"kafka://main"_s);
    }

    void whatIsNoUndoFileIsRefused()
    {
        for (const QByteArray& text : {QByteArray(), QByteArray("{}"), QByteArray("[1]"),
                 QByteArray("{\"schema\":1,\"kind\":\"offset-reset-undo\",\"group\":\"g\","
                            "\"commits\":[{\"topic\":\"t\",\"partition\":0}]}")}) {
            const auto read = readUndo(text);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, Error::Kind::Refused);
        }
    }

    void aSearchKnowsHowFarItIs()
    {
        SearchProgress progress;
        progress.range = {{0, {10, 30}}, {1, {5, 5}}, {2, {0, 10}}};
        progress.state.positions = {{0, 20}, {1, 5}};
        QCOMPARE(progress.total(), 30);
        QCOMPARE(progress.done(), 10);
    }
};

PH_TEST_MAIN(QCoreApplication, StreamsApiTest)
#include "tst_streamsapi.moc"
