// SPDX-License-Identifier: GPL-3.0-or-later
// *.pipeline.yaml: what is written reads back, an edit touches its own lines only, and what is
// wrong is told with its line.
#include "pipelines/yaml/layoutfile.h"
#include "pipelines/yaml/yamlstore.h"
#include "tests/pipelines/randomedits.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

// As somebody wrote it by hand.
const QByteArray kByHand = R"(# Orders of the shop, every hour.
pipeline: 1
name: orders_hourly
tags:   [shop, gold]   # for the filter

schedule:
  cron: '5 * * * *'

# What is loaded.
nodes:
  # from the shop's own events
  orders:
    kind: source.kafka
    params: {topic: shop.orders.v1}

  clean:   # drops what nobody reads
    kind: process.sql
    layer: silver
    params:
      sql: |
        SELECT *   # no comment
        FROM orders
      limit: 10   # rows
    task:
      retries: 2

edges:
  # the only one
  - orders:out -> clean
# the end
)";

QByteArrayList lines(const QByteArray& text)
{
    return text.split('\n');
}

// Lines that only one of them has, in order.
QByteArrayList onlyIn(const QByteArray& text, const QByteArray& other)
{
    QByteArrayList rest = lines(text);
    for (const QByteArray& line : lines(other))
        rest.removeOne(line);
    return rest;
}

} // namespace

class PipelineYamlTest : public QObject
{
    Q_OBJECT

private:
    const YamlStore m_store;

    Pipeline read(const QByteArray& text)
    {
        StoredFile file = m_store.read(text);
        if (file.pipelines.empty() || !file.pipelines.front().problems.empty()) {
            qWarning("not readable");
            return {};
        }
        return file.pipelines.front().pipeline;
    }

private Q_SLOTS:
    void readsWhatIsWrittenByHand()
    {
        const Pipeline pipeline = read(kByHand);
        QCOMPARE(pipeline.name, u"orders_hourly"_s);
        QCOMPARE(pipeline.tags, QStringList({u"shop"_s, u"gold"_s}));
        QCOMPARE(pipeline.nodes.size(), size_t(2));
        const Node* clean = pipeline.node(u"clean");
        QVERIFY(clean);
        QCOMPARE(
            find(clean->params, u"sql")->value.text, u"SELECT *   # no comment\nFROM orders\n"_s);
        QCOMPARE(find(clean->params, u"limit")->value, Value::ofNumber(10));
        QCOMPARE(pipeline.edges.front(), (Edge{u"orders"_s, u"out"_s, u"clean"_s, {}, {}}));
        QCOMPARE(m_store.read(kByHand).pipelines.front().places[u"clean"_s], (SourcePlace{16, 3}));
    }

    void anEditTouchesItsOwnLinesOnly_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArrayList>("gone");
        QTest::addColumn<QByteArrayList>("come");
        const auto set = [](Section section, const QString& id, const QString& name,
                             const Value& value) -> Edit {
            return SetSetting{section, id, name, Setting{name, value}, -1};
        };
        QTest::newRow("a number, its comment stays")
            << set(Section::Params, u"clean"_s, u"limit"_s, Value::ofNumber(20))
            << QByteArrayList{"      limit: 10   # rows"}
            << QByteArrayList{"      limit: 20   # rows"};
        QTest::newRow("a new field")
            << set(Section::Task, u"clean"_s, u"pool"_s, Value::ofText(u"warehouse"_s))
            << QByteArrayList{} << QByteArrayList{"      pool: warehouse"};
        QTest::newRow("a first field")
            << set(Section::Task, u"orders"_s, u"retries"_s, Value::ofNumber(1)) << QByteArrayList{}
            << QByteArrayList{"      retries: 1", "    task:"};
        QTest::newRow("in a map on one line")
            << set(Section::Params, u"orders"_s, u"group"_s, Value::ofText(u"g"_s))
            << QByteArrayList{"    params: {topic: shop.orders.v1}"}
            << QByteArrayList{"      topic: shop.orders.v1", "      group: g", "    params:"};
        QTest::newRow("the schedule")
            << set(Section::Schedule, {}, u"cron"_s, Value::ofText(u"10 * * * *"_s))
            << QByteArrayList{"  cron: '5 * * * *'"} << QByteArrayList{"  cron: \"10 * * * *\""};
        Node node;
        node.id = u"load"_s;
        node.kind = u"store.postgres"_s;
        QTest::newRow("a node") << Edit(AddNode{node, -1}) << QByteArrayList{}
                                << QByteArrayList{"  load:", "    kind: store.postgres"};
        QTest::newRow("an edge") << Edit(AddEdge{{u"clean"_s, {}, u"orders"_s, {}, {}}, -1})
                                 << QByteArrayList{} << QByteArrayList{"  - clean -> orders"};
        QTest::newRow("tags") << Edit(SetField{{}, Field::Tags, u"shop\nsilver"_s})
                              << QByteArrayList{"tags:   [shop, gold]   # for the filter"}
                              << QByteArrayList{"tags: [shop, silver]   # for the filter"};
        QTest::newRow("a place is kept elsewhere")
            << Edit(Move{{{u"clean"_s, QPointF(1, 2)}}}) << QByteArrayList{} << QByteArrayList{};
    }
    void anEditTouchesItsOwnLinesOnly()
    {
        QFETCH(const Edit, edit);
        QFETCH(const QByteArrayList, gone);
        QFETCH(const QByteArrayList, come);
        const auto after = m_store.apply(kByHand, u"orders_hourly"_s, {edit});
        QVERIFY(after.has_value());
        QCOMPARE(onlyIn(kByHand, *after), gone);
        QCOMPARE(onlyIn(*after, kByHand), come);
    }

    void undoingAnEditGivesTheSameText()
    {
        Document document{read(kByHand), {}};
        const Edit edit = SetSetting{
            Section::Task, u"clean"_s, u"retries"_s, Setting{u"retries"_s, Value::ofNumber(3)}, -1};
        const auto undo = applyTo(document, edit);
        QVERIFY(undo.has_value());
        const auto after = m_store.apply(kByHand, u"orders_hourly"_s, {edit});
        QVERIFY(after.has_value() && *after != kByHand);
        QCOMPARE(m_store.apply(*after, u"orders_hourly"_s, *undo), Result<QByteArray>(kByHand));
    }

    // Whatever is edited: the text holds exactly what the edited pipeline holds.
    void textAndEditsAgree_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 12; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void textAndEditsAgree()
    {
        QFETCH(const uint, seed);
        test::RandomEdits random(seed);
        QByteArray text = kByHand;
        Document document{read(kByHand), {}};
        int done = 0;
        for (int i = 0; i < 100; ++i) {
            const Edit edit = random.next(document);
            const QString name = document.pipeline.name;
            Document after = document;
            if (!applyTo(after, edit))
                continue;
            const auto written = m_store.apply(text, name, {edit});
            if (!written)
                qWarning().noquote() << written.error().hint.key << written.error().detail << text;
            QVERIFY(written.has_value());
            document = after;
            text = *written;
            QCOMPARE(read(text), document.pipeline);
            ++done;
        }
        QVERIFY(done > 25);
        // Comments above what is still there were never lost.
        QVERIFY(text.startsWith("# Orders of the shop, every hour.\npipeline: 1\n"));
        const auto fresh = m_store.written(document.pipeline);
        QVERIFY(fresh.has_value());
        QCOMPARE(read(*fresh), document.pipeline);
    }

    void whatIsWrongIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("words");
        const QByteArray head = "pipeline: 1\nname: p\n";
        const QByteArray nodes = head + "nodes:\n  a:\n    kind: process.sql\n";
        QTest::newRow("not YAML") << head + "nodes: [a" << 3 << 0 << QByteArray("not valid YAML");
        QTest::newRow("a tab") << head + "nodes:\n\ta: 1\n"
                               << 4 << 1 << QByteArray("a tab at the beginning of a line");
        QTest::newRow("another file")
            << QByteArray("version: 3\n") << 1 << 1 << QByteArray("not a pipeline");
        QTest::newRow("a list") << QByteArray("- 1\n") << 1 << 1 << QByteArray("not a pipeline");
        QTest::newRow("newer") << QByteArray("pipeline: 2\nname: p\n") << 1 << 11
                               << QByteArray("newer Pilothouse");
        QTest::newRow("no name") << QByteArray("pipeline: 1\n") << 1 << 1
                                 << QByteArray("name is missing");
        QTest::newRow("a bad name")
            << QByteArray("pipeline: 1\nname: a b\n") << 2 << 7 << QByteArray("Only letters");
        QTest::newRow("an unknown key") << nodes + "    retry: 3\n"
                                        << 6 << 5 << QByteArray("not known here");
        QTest::newRow("no kind") << head + "nodes:\n  a:\n    layer: x\n"
                                 << 4 << 3 << QByteArray("kind is missing");
        QTest::newRow("a bad id") << head + "nodes:\n  a\"b:\n    kind: x\n"
                                  << 4 << 3 << QByteArray("Only letters");
        QTest::newRow("twice") << nodes + "  a:\n    kind: x\n" << 6 << 3 << QByteArray("twice");
        QTest::newRow("twice, in a group") << nodes + "groups:\n  a:\n    title: x\n"
                                           << 7 << 3 << QByteArray("already");
        QTest::newRow("no such group") << nodes + "    group: g\n"
                                       << 6 << 12 << QByteArray("no group");
        QTest::newRow("an edge to nothing") << nodes + "edges:\n  - a -> b\n"
                                            << 7 << 5 << QByteArray("no node");
        QTest::newRow("no edge") << nodes + "edges:\n  - a to b\n"
                                 << 7 << 5 << QByteArray("written as");
        QTest::newRow("an anchor") << nodes + "    params: &all\n      x: 1\n"
                                   << 6 << 0 << QByteArray("Anchors");
        QTest::newRow("a circle of groups")
            << head + "groups:\n  a:\n    group: b\n  b:\n    group: a\n"
            << 4 << 3 << QByteArray("in itself");
        QTest::newRow("no text") << head + "owner: [me]\n" << 3 << 8 << QByteArray("be a text");
    }
    void whatIsWrongIsToldWithItsLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        QFETCH(const int, column);
        QFETCH(const QByteArray, words);
        const StoredFile file = m_store.read(text);
        const auto& problems
            = file.pipelines.empty() ? file.problems : file.pipelines.front().problems;
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().place.line, line);
        if (column > 0)
            QCOMPARE(problems.front().place.column, column);
        QVERIFY2(
            problems.front().message.key.contains(words), problems.front().message.key.constData());
        // Nothing is written over what could not be read.
        QVERIFY(!m_store.apply(text, u"p"_s, {SetField{{}, Field::Title, u"x"_s}}).has_value());
    }

    void placesAreKeptBeside()
    {
        const Pipeline pipeline = read(kByHand);
        Layout layout;
        layout.places = {{u"clean"_s, {120, -40}}, {u"orders"_s, {0, 0}}};
        const QByteArray text = layoutText(layout);
        QCOMPARE(text, QByteArray("places:\n  clean: [120, -40]\n  orders: [0, 0]\n"));
        QCOMPARE(readLayout(text, pipeline), layout);
        QCOMPARE(layoutText({}), QByteArray());
        // What is not of this pipeline, or no place, is left out.
        for (const QByteArray odd : {"places:\n  gone: [1, 2]\n", "places:\n  clean: [x, 2]\n",
                 "places: 3\n", "\t", "places:\n  clean: [1e300, 2]\n", "closed: [clean]\n"})
            QCOMPARE(readLayout(odd, pipeline), Layout());
    }

    void hostileBytes()
    {
        // Cut off anywhere and with any byte changed: told or read, never a crash.
        for (qsizetype cut = 0; cut < kByHand.size(); cut += 3)
            (void)m_store.read(kByHand.first(cut));
        for (qsizetype at = 0; at < kByHand.size(); ++at) {
            QByteArray changed = kByHand;
            for (const char c : {'\0', '\t', ':', '-', '#', '"', '&', '\xff'}) {
                changed[at] = c;
                const StoredFile file = m_store.read(changed);
                if (file.isReadable() && file.pipelines.front().problems.empty())
                    (void)m_store.apply(changed, file.pipelines.front().pipeline.name,
                        {SetField{{}, Field::Title, u"x"_s}});
            }
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineYamlTest)
#include "tst_pipelineyaml.moc"
