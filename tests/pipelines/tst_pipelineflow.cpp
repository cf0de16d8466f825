// SPDX-License-Identifier: GPL-3.0-or-later
// Flows as JSON: read in their authors' words, edited without touching the rest.
#include "pipelines/flow/flowstore.h"
#include "tests/pipelines/randomedits.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kTwoDags = R"([
    {
        "dag_id": "orders",
        "schedule": "@hourly", "catchup": false,
        "default_args": {"retries": 2},
        "tags": ["shop"],
        "tasks": [
            {"task_id": "extract", "operator": "BashOperator", "bash_command": "echo \u00e9 1.50"},
            { "task_id":"load","operator":"SQLExecuteQueryOperator",
              "dependencies":["extract"], "sql": "INSERT …", "limit": 1.50 },
            {
                "task_id": "check",
                "operator": "PythonOperator",
                "dependencies": ["extract", "load"]
            }
        ]
    },
    {"dag_id": "other", "tasks": []}
]
)";

const QByteArray kBare
    = R"([{"id":"a","type":"x"},{"id":"b","type":"y","depends_on":"a","p":null}])";

Pipeline sorted(Pipeline pipeline)
{
    std::stable_sort(
        pipeline.edges.begin(), pipeline.edges.end(), [&](const Edge& a, const Edge& b) {
            const auto place = [&](const QString& id) {
                return std::find_if(pipeline.nodes.begin(), pipeline.nodes.end(),
                    [&](const Node& node) { return node.id == id; });
            };
            return place(a.to) < place(b.to);
        });
    return pipeline;
}

} // namespace

class PipelineFlowTest : public QObject
{
    Q_OBJECT

private:
    const FlowStore m_store;

    Pipeline read(const QByteArray& text, const QString& name)
    {
        for (StoredPipeline& stored : m_store.read(text).pipelines) {
            if (stored.pipeline.name == name && stored.problems.empty())
                return stored.pipeline;
        }
        qWarning("not readable");
        return {};
    }

private Q_SLOTS:
    void readsManyDags()
    {
        const StoredFile file = m_store.read(kTwoDags);
        QVERIFY(file.isReadable());
        QCOMPARE(file.pipelines.size(), size_t(2));
        const Pipeline& orders = file.pipelines.front().pipeline;
        QCOMPARE(orders.name, u"orders"_s);
        QCOMPARE(orders.nodes.size(), size_t(3));
        QCOMPARE(orders.edges.size(), size_t(3));
        QCOMPARE(find(orders.schedule, u"schedule")->value.text, u"@hourly"_s);
        QCOMPARE(find(orders.task, u"retries")->value, Value::ofNumber(2));
        QCOMPARE(
            find(orders.node(u"extract")->params, u"bash_command")->value.text, u"echo é 1.50"_s);
        QCOMPARE(file.pipelines.front().places.at(u"load"_s), (SourcePlace{9, 13}));
    }

    void readsOtherWords()
    {
        const Pipeline bare = read(kBare, u"flow"_s);
        QCOMPARE(bare.nodes.back().kind, u"y"_s);
        QCOMPARE(bare.edges.front(), (Edge{u"a"_s, {}, u"b"_s, {}, {}}));
        const Pipeline one = read(
            R"({"dags":[{"name":"n","tasks":[{"name":"t","kind":"k","needs":[]}]}]})", u"n"_s);
        QCOMPARE(one.nodes.front().id, u"t"_s);
    }

    void anEditTouchesItsOwnBytesOnly_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a parameter") << Edit(SetSetting{
            Section::Params, u"load"_s, u"limit"_s, Setting{u"limit"_s, Value::ofNumber(7)}, -1})
                                     << QByteArray("\"limit\": 1.50") << QByteArray("\"limit\": 7");
        QTest::newRow("a name, followed by the others")
            << Edit(Rename{u"load"_s, u"store"_s}) << QByteArray("\"task_id\":\"load\"")
            << QByteArray("\"task_id\":\"store\"");
        QTest::newRow("an edge less")
            << Edit(RemoveEdge{{u"extract"_s, {}, u"check"_s, {}, {}}})
            << QByteArray("[\"extract\", \"load\"]") << QByteArray("[\"load\"]");
        QTest::newRow("the schedule") << Edit(SetSetting{Section::Schedule, {}, u"schedule"_s,
            Setting{u"schedule"_s, Value::ofText(u"@daily"_s)}, -1})
                                      << QByteArray("@hourly") << QByteArray("@daily");
        QTest::newRow("a task for all")
            << Edit(SetSetting{
                   Section::Task, {}, u"retries"_s, Setting{u"retries"_s, Value::ofNumber(3)}, -1})
            << QByteArray("{\"retries\": 2}") << QByteArray("{\"retries\": 3}");
    }
    void anEditTouchesItsOwnBytesOnly()
    {
        QFETCH(const Edit, edit);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        const auto after = m_store.apply(kTwoDags, u"orders"_s, {edit});
        QVERIFY(after.has_value());
        QByteArray expected = kTwoDags;
        expected.replace(from, to);
        if (std::holds_alternative<Rename>(edit))
            expected.replace("[\"extract\", \"load\"]", "[\"extract\", \"store\"]");
        QCOMPARE(*after, expected);
    }

    void aTaskMoreAndLess()
    {
        Node node;
        node.id = u"mail"_s;
        node.kind = u"EmailOperator"_s;
        const auto more = m_store.apply(kTwoDags, u"orders"_s,
            {AddNode{node, -1}, AddEdge{{u"check"_s, {}, u"mail"_s, {}, {}}, -1}});
        QVERIFY(more.has_value());
        QVERIFY(!QJsonDocument::fromJson(*more).isNull());
        QVERIFY(more->contains("\"echo \\u00e9 1.50\""));
        const auto less = m_store.apply(*more, u"orders"_s, {RemoveNode{u"mail"_s}});
        QCOMPARE(less, Result<QByteArray>(kTwoDags));
        // The first one of an empty list.
        const auto first = m_store.apply(kTwoDags, u"other"_s, {AddNode{node, -1}});
        QVERIFY(first.has_value());
        QVERIFY(first->startsWith(kTwoDags.first(kTwoDags.indexOf("{\"dag_id\": \"other\""))));
    }

    void moreThanAFlowHoldsIsRefused_data()
    {
        QTest::addColumn<Edit>("edit");
        Node node;
        node.id = u"n"_s;
        node.kind = u"k"_s;
        node.layer = u"gold"_s;
        QTest::newRow("a layer") << Edit(AddNode{node, -1});
        QTest::newRow("a group") << Edit(AddGroup{{u"g"_s, {}, {}, {}}, -1});
        QTest::newRow("a title") << Edit(SetField{u"load"_s, Field::Title, u"x"_s});
        QTest::newRow("a port") << Edit(AddEdge{{u"load"_s, u"out"_s, u"extract"_s, {}, {}}, -1});
        QTest::newRow("a task's own field") << Edit(SetSetting{
            Section::Task, u"load"_s, u"retries"_s, Setting{u"retries"_s, Value::ofNumber(1)}, -1});
        QTest::newRow("a parameter with the name of the id") << Edit(SetSetting{Section::Params,
            u"load"_s, u"task_id"_s, Setting{u"task_id"_s, Value::ofText(u"x"_s)}, -1});
    }
    void moreThanAFlowHoldsIsRefused()
    {
        QFETCH(const Edit, edit);
        const auto after = m_store.apply(kTwoDags, u"orders"_s, {edit});
        QVERIFY(!after.has_value());
        QCOMPARE(after.error().kind, Error::Kind::Unsupported);
        QVERIFY(!after.error().hint.isEmpty());
    }

    void textAndEditsAgree_data()
    {
        QTest::addColumn<uint>("seed");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        for (uint seed = 1; seed <= 12; ++seed) {
            QTest::addRow("orders %u", seed) << seed << kTwoDags << u"orders"_s;
            QTest::addRow("bare %u", seed) << seed << kBare << u"flow"_s;
        }
    }
    void textAndEditsAgree()
    {
        QFETCH(const uint, seed);
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        test::RandomEdits random(seed);
        Document document{read(text, name), {}};
        int done = 0;
        for (int i = 0; i < 150; ++i) {
            Edit edit = random.next(document);
            if (auto* add = std::get_if<AddNode>(&edit)) {
                add->node.title.clear();
                add->node.layer.clear();
                add->node.note.clear();
            } else if (auto* edge = std::get_if<AddEdge>(&edit)) {
                edge->edge = {edge->edge.from, {}, edge->edge.to, {}, {}};
            }
            Document after = document;
            if (m_store.refuses(document.pipeline, edit) || !applyTo(after, edit))
                continue;
            const auto written = m_store.apply(text, name, {edit});
            if (!written)
                qWarning().noquote() << written.error().hint.key << written.error().detail << text;
            QVERIFY(written.has_value());
            text = *written;
            name = after.pipeline.name;
            document.pipeline = read(text, name);
            QCOMPARE(document.pipeline, sorted(after.pipeline));
            ++done;
        }
        QVERIFY(done > 25);
        if (name != u"flow")
            QVERIFY(m_store.written(document.pipeline).has_value());
    }

    void whatIsWrongIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("not JSON") << QByteArray("[\n{\"id\": }]") << 2
                                  << QByteArray("Not valid JSON");
        QTest::newRow("nothing of it")
            << QByteArray("{\"a\": 1}") << 1 << QByteArray("no list of tasks");
        QTest::newRow("a key twice")
            << QByteArray("[{\"id\":\"a\",\n\"id\":\"b\"}]") << 2 << QByteArray("there twice");
        QTest::newRow("a task twice")
            << QByteArray("[{\"id\":\"a\",\"type\":\"x\"},\n{\"id\":\"a\",\"type\":\"x\"}]") << 2
            << QByteArray("there already");
        QTest::newRow("waits for nothing")
            << QByteArray("[{\"id\":\"a\",\"type\":\"x\",\n\"depends_on\":[\"b\"]}]") << 2
            << QByteArray("no node");
        QTest::newRow("no operator")
            << QByteArray("[\n{\"id\":\"a\"}]") << 2 << QByteArray("kind is missing");
        QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']') << 1
                              << QByteArray("Nested");
    }
    void whatIsWrongIsToldWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        QFETCH(const QByteArray, words);
        const StoredFile file = m_store.read(text);
        const auto& problems
            = file.pipelines.empty() ? file.problems : file.pipelines.front().problems;
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front().place.line, line);
        QVERIFY2(
            problems.front().message.key.contains(words), problems.front().message.key.constData());
    }

    void hostileBytes()
    {
        for (qsizetype cut = 0; cut < kTwoDags.size(); ++cut)
            (void)m_store.read(kTwoDags.first(cut));
        for (qsizetype at = 0; at < kTwoDags.size(); ++at) {
            QByteArray changed = kTwoDags;
            for (const char c : {'\0', '"', '\\', '{', ']', ',', '\xff', '9'}) {
                changed[at] = c;
                (void)m_store.read(changed);
            }
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineFlowTest)
#include "tst_pipelineflow.moc"
