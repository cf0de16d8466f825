// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two versions, by meaning.
#include "pipelines/api/edits.h"
#include "pipelines/diff/changes.h"
#include "tests/pipelines/randomedits.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;
using What = Change::What;
using How = Change::How;

namespace
{

Node node(const QString& id)
{
    Node made;
    made.id = id;
    made.kind = u"process.sql"_s;
    made.params = {{u"sql"_s, Value::ofText(u"SELECT 1"_s)}, {u"limit"_s, Value::ofNumber(10)}};
    return made;
}

Document chain()
{
    Document document;
    document.pipeline.name = u"chain"_s;
    document.pipeline.nodes = {node(u"a"_s), node(u"b"_s), node(u"c"_s)};
    document.pipeline.edges
        = {{u"a"_s, {}, u"b"_s, {}, {}}, {u"b"_s, u"out"_s, u"c"_s, u"in"_s, {}}};
    document.pipeline.schedule = {{u"cron"_s, Value::ofText(u"@daily"_s)}};
    document.layout.places = {{u"a"_s, {1, 1}}};
    return document;
}

} // namespace

class PipelineChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDiffersFromItself()
    {
        QVERIFY(changes(chain().pipeline, chain().pipeline).empty());
        QVERIFY(moved(chain().layout, chain().layout).isEmpty());
    }

    void orderIsNoMeaning()
    {
        Document other = chain();
        std::reverse(other.pipeline.nodes.begin(), other.pipeline.nodes.end());
        std::reverse(other.pipeline.edges.begin(), other.pipeline.edges.end());
        std::reverse(other.pipeline.nodes[0].params.begin(), other.pipeline.nodes[0].params.end());
        QVERIFY(changes(chain().pipeline, other.pipeline).empty());
    }

    void eachKindOfChangeHasItsName_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<Change>("change");
        const auto changed = [](What what, const QString& id, const QString& field,
                                 std::optional<Value> before, std::optional<Value> after) {
            return Change{what, How::Changed, id, {}, field, std::move(before), std::move(after)};
        };
        QTest::newRow("a parameter") << Edit(SetSetting{
            Section::Params, u"a"_s, u"limit"_s, Setting{u"limit"_s, Value::ofNumber(20)}, -1})
                                     << changed(What::Node, u"a"_s, u"params.limit"_s,
                                            Value::ofNumber(10), Value::ofNumber(20));
        QTest::newRow("a parameter less")
            << Edit(SetSetting{Section::Params, u"a"_s, u"limit"_s, {}, -1})
            << changed(What::Node, u"a"_s, u"params.limit"_s, Value::ofNumber(10), {});
        QTest::newRow("a field of a task")
            << Edit(SetSetting{Section::Task, u"a"_s, u"retries"_s,
                   Setting{u"retries"_s, Value::ofNumber(3)}, -1})
            << changed(What::Node, u"a"_s, u"task.retries"_s, {}, Value::ofNumber(3));
        QTest::newRow("the schedule")
            << Edit(SetSetting{Section::Schedule, {}, u"cron"_s,
                   Setting{u"cron"_s, Value::ofText(u"@hourly"_s)}, -1})
            << changed(What::Pipeline, {}, u"schedule.cron"_s, Value::ofText(u"@daily"_s),
                   Value::ofText(u"@hourly"_s));
        QTest::newRow("a layer") << Edit(SetField{u"b"_s, Field::Layer,
            u"gold"_s}) << changed(What::Node, u"b"_s, u"layer"_s, {}, Value::ofText(u"gold"_s));
        QTest::newRow("a trigger")
            << Edit(SetTrigger{{u"a"_s, {}, u"b"_s, {}, {}}, u"asset"_s})
            << Change{What::Edge, How::Changed, u"a -> b"_s, {u"a"_s, {}, u"b"_s, {}, u"asset"_s},
                   u"trigger"_s, {}, Value::ofText(u"asset"_s)};
        QTest::newRow("a node more") << Edit(AddNode{node(u"d"_s), 0})
                                     << Change{What::Node, How::Added, u"d"_s, {}, {}, {}, {}};
        const Edge edge{u"a"_s, {}, u"c"_s, {}, {}};
        QTest::newRow("an edge more") << Edit(
            AddEdge{edge, 0}) << Change{What::Edge, How::Added, u"a -> c"_s, edge, {}, {}, {}};
        const Edge gone{u"b"_s, u"out"_s, u"c"_s, u"in"_s, {}};
        QTest::newRow("an edge less")
            << Edit(RemoveEdge{gone})
            << Change{What::Edge, How::Removed, u"b:out -> c:in"_s, gone, {}, {}, {}};
        QTest::newRow("a group") << Edit(AddGroup{{u"g"_s, {}, {}, {}}, -1})
                                 << Change{What::Group, How::Added, u"g"_s, {}, {}, {}, {}};
        QTest::newRow("a note") << Edit(AddNote{{u"n"_s, u"why"_s}, -1})
                                << Change{What::Note, How::Added, u"n"_s, {}, {}, {}, {}};
        QTest::newRow("an environment")
            << Edit(AddEnvironment{{u"dev"_s, {}}, -1})
            << Change{What::Environment, How::Added, u"dev"_s, {}, {}, {}, {}};
    }
    void eachKindOfChangeHasItsName()
    {
        QFETCH(const Edit, edit);
        QFETCH(const Change, change);
        Document after = chain();
        QVERIFY(applyTo(after, edit).has_value());
        QCOMPARE(changes(chain().pipeline, after.pipeline), Changes{change});
        QVERIFY(moved(chain().layout, after.layout).isEmpty());
    }

    void aNodeThatGoesTakesItsEdges()
    {
        Document after = chain();
        QVERIFY(applyTo(after, RemoveNode{u"b"_s}).has_value());
        const Changes found = changes(chain().pipeline, after.pipeline);
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(changeOf(found, What::Node, u"b"), std::optional(How::Removed));
        QCOMPARE(changeOf(found, What::Edge, u"a -> b"), std::optional(How::Removed));
        QVERIFY(!changeOf(found, What::Node, u"a"));
    }

    void placesAreToldApart()
    {
        Document after = chain();
        QVERIFY(applyTo(after,
            Edits{Move{{{u"a"_s, {}}, {u"b"_s, QPointF(5, 5)}}}, AddGroup{{u"g"_s, {}, {}, {}}, -1},
                Collapse{u"g"_s, true}})
                    .has_value());
        QCOMPARE(moved(chain().layout, after.layout), (QStringList{u"b"_s, u"a"_s, u"g"_s}));
        QCOMPARE(changes(chain().pipeline, after.pipeline).size(), size_t(1));
    }

    // Nothing is told exactly when both are the same but for their order.
    void randomDocumentsAgreeWithTheirEdits()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            test::RandomEdits random(seed);
            Document document = chain();
            for (int i = 0; i < 200; ++i) {
                const Edit edit = random.next(document);
                Document after = document;
                if (!applyTo(after, edit))
                    continue;
                const bool same = after.pipeline == document.pipeline;
                QCOMPARE(changes(document.pipeline, after.pipeline).empty(), same);
                document = after;
            }
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineChangesTest)
#include "tst_pipelinechanges.moc"
