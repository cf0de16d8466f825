// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of pipelines: each can be taken back exactly, and what makes no sense changes nothing.
#include "pipelines/api/edits.h"
#include "tests/pipelines/randomedits.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

Node node(const QString& id, const QString& group = {})
{
    Node made;
    made.id = id;
    made.kind = u"process.sql"_s;
    made.group = group;
    return made;
}

// a → b → c, b and c in group g, a note.
Document chain()
{
    Document document;
    document.pipeline.name = u"chain"_s;
    document.pipeline.groups = {{u"g"_s, {}, {}, {}}};
    document.pipeline.nodes = {node(u"a"_s), node(u"b"_s, u"g"_s), node(u"c"_s, u"g"_s)};
    document.pipeline.edges = {{u"a"_s, {}, u"b"_s, {}, {}}, {u"b"_s, {}, u"c"_s, {}, {}},
        {u"a"_s, u"out"_s, u"c"_s, u"check"_s, {}}};
    document.pipeline.notes = {{u"n"_s, u"why"_s}};
    document.layout.places = {{u"b"_s, {10, 20}}};
    return document;
}

} // namespace

class PipelineEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNodeGoesWithItsEdgesAndComesBack()
    {
        Document document = chain();
        const Document before = document;
        const auto undo = applyTo(document, RemoveNode{u"b"_s});
        QVERIFY(undo.has_value());
        QCOMPARE(document.pipeline.edges.size(), size_t(1));
        QVERIFY(document.layout.places.empty());
        QVERIFY(applyTo(document, *undo).has_value());
        QCOMPARE(document, before);
    }

    void aNewNameIsFollowedEverywhere()
    {
        Document document = chain();
        QVERIFY(applyTo(document, Rename{u"b"_s, u"bronze"_s}).has_value());
        QCOMPARE(document.pipeline.edges.front().to, u"bronze"_s);
        QVERIFY(document.layout.places.contains(u"bronze"_s));
        QVERIFY(applyTo(document, Rename{u"g"_s, u"gold"_s}).has_value());
        QCOMPARE(document.pipeline.node(u"c")->group, u"gold"_s);
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::newRow("a name that is taken") << Edit(AddNode{node(u"a"_s)});
        QTest::newRow("a name of a group") << Edit(Rename{u"a"_s, u"g"_s});
        QTest::newRow("a name with a quote") << Edit(Rename{u"a"_s, u"a\"b"_s});
        QTest::newRow("no name") << Edit(AddNode{node({})});
        QTest::newRow("a letter outside ASCII") << Edit(Rename{u"a"_s, u"訂單"_s});
        QTest::newRow("a group that is not there") << Edit(AddNode{node(u"x"_s, u"no"_s)});
        QTest::newRow("a node that is not there") << Edit(RemoveNode{u"x"_s});
        QTest::newRow("an edge to itself") << Edit(AddEdge{{u"a"_s, {}, u"a"_s, {}, {}}});
        QTest::newRow("an edge twice") << Edit(AddEdge{{u"a"_s, {}, u"b"_s, {}, {}}});
        QTest::newRow("an edge to nothing") << Edit(AddEdge{{u"a"_s, {}, u"x"_s, {}, {}}});
        QTest::newRow("a group in itself") << Edit(PutInto{u"g"_s, u"g"_s});
        QTest::newRow("a schedule of a node")
            << Edit(SetSetting{Section::Schedule, u"a"_s, u"cron"_s, Setting{u"cron"_s, {}}});
        QTest::newRow("no place") << Edit(Move{{{u"a"_s, QPointF(qQNaN(), 0)}}});
        QTest::newRow("an owner of a node") << Edit(SetField{u"a"_s, Field::Owner, u"me"_s});
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(const Edit, edit);
        Document document = chain();
        QVERIFY(!applyTo(document, edit).has_value());
        QCOMPARE(document, chain());
    }

    void aGroupNeverStandsInItselfByWayOfAnother()
    {
        Document document = chain();
        QVERIFY(applyTo(document, AddGroup{{u"inner"_s, {}, u"g"_s, {}}}).has_value());
        QVERIFY(!applyTo(document, PutInto{u"g"_s, u"inner"_s}).has_value());
    }

    void allOrNone()
    {
        Document document = chain();
        const auto undo = applyTo(document, Edits{RemoveNode{u"a"_s}, RemoveNode{u"x"_s}});
        QVERIFY(!undo.has_value());
        QCOMPARE(document, chain());
    }

    void lockedNodesStayAsTheyAre()
    {
        Document document = chain();
        document.pipeline.nodes[1].locked = true;
        document.pipeline.nodes[1].lockReason = Text::verbatim(u"made in a loop"_s);
        const Document before = document;
        for (const Edit& edit : Edits{RemoveNode{u"b"_s}, Rename{u"b"_s, u"x"_s},
                 SetField{u"b"_s, Field::Title, u"x"_s}, PutInto{u"b"_s, {}},
                 SetSetting{Section::Task, u"b"_s, u"retries"_s,
                     Setting{u"retries"_s, Value::ofNumber(1)}}}) {
            const auto refused = applyTo(document, edit);
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().hint, before.pipeline.nodes[1].lockReason);
        }
        QCOMPARE(document, before);
        QVERIFY(applyTo(document, Move{{{u"b"_s, QPointF(1, 1)}}}).has_value());
    }

    // Thousands of edits, each undone and done again; then all of them back to the beginning.
    void everythingCanBeUndone_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 20; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void everythingCanBeUndone()
    {
        QFETCH(const uint, seed);
        test::RandomEdits random(seed);
        const Document begin = chain();
        Document document = begin;
        std::vector<Edits> undos;
        int refused = 0;
        for (int i = 0; i < 400; ++i) {
            const Document before = document;
            const Edit edit = random.next(document);
            const auto undo = applyTo(document, edit);
            if (!undo) {
                QCOMPARE(document, before);
                ++refused;
                continue;
            }
            const Document after = document;
            const auto redo = applyTo(document, *undo);
            QVERIFY(redo.has_value());
            QCOMPARE(document, before);
            QVERIFY(applyTo(document, *redo).has_value());
            QCOMPARE(document, after);
            undos.push_back(*undo);
        }
        QVERIFY(undos.size() > 100 && refused > 0);
        while (!undos.empty()) {
            QVERIFY(applyTo(document, undos.back()).has_value());
            undos.pop_back();
        }
        QCOMPARE(document, begin);
    }

    void freeNames()
    {
        const Document document = chain();
        QCOMPARE(freeId(document.pipeline, u"new"_s), u"new"_s);
        QCOMPARE(freeId(document.pipeline, u"a"_s), u"a_2"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineEditsTest)
#include "tst_pipelineedits.moc"
