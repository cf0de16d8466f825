// SPDX-License-Identifier: GPL-3.0-or-later
// The same edits on every store: pipeline documents, JSON flows, and program text with nodes that
// no catalogue knows. What a store takes, its text then means; what it cannot hold it refuses.
#include "pipelines/diff/changes.h"
#include "pipelines/flow/flowstore.h"
#include "pipelines/yaml/yamlstore.h"
#include "tests/pipelines/randomedits.h"
#include "tests/pipelines/sourcestore.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kYaml = "pipeline: 1\nname: orders\n# why\nnodes:\n"
                         "  extract: # first\n    kind: ops.bash.Bash\n    params:\n"
                         "      retries: 2\n    source:\n      command: 'head + day'\n"
                         "  load:\n    kind: ops.sql.Insert\n    params: {table: t}\n"
                         "edges:\n  - extract -> load\n";
const QByteArray kFlow = "{\"dag_id\": \"orders\", \"tasks\": [\n"
                         "  {\"task_id\": \"extract\", \"operator\": \"Bash\", \"retries\": 2},\n"
                         "  {\"task_id\": \"load\", \"operator\": \"Insert\", \"table\": \"t\",\n"
                         "   \"dependencies\": [\"extract\"]}]}\n";
const QByteArray kSource = "# Orders of the shop.\n"
                           "pipeline orders\n"
                           "extract = ops.bash.Bash(   # first\n"
                           "    command=head + day,   # of today\n"
                           "    retries=2,\n"
                           "    until=now(),\n"
                           ")\n"
                           "load = ops.sql.Insert(table=\"t\", sql=QUERY)\n"
                           "each = ops.sql.Check(table=name)  # frozen: made in a loop\n"
                           "extract >> load\n"
                           "load >> each  # frozen: made in a loop too\n";

struct StoreCase {
    QByteArray name;
    std::shared_ptr<const DocumentStore> store;
    QByteArray text;
    int least; // edits it takes of 150
};

std::vector<StoreCase> cases()
{
    return {{"yaml", std::make_shared<YamlStore>(), kYaml, 40},
        {"flow", std::make_shared<FlowStore>(), kFlow, 25},
        {"source", std::make_shared<test::SourceStore>(), kSource, 25}};
}

Pipeline sound(const DocumentStore& store, const QByteArray& text)
{
    const StoredFile file = store.read(text);
    if (file.pipelines.empty() || !file.pipelines.front().problems.empty()) {
        qWarning().noquote() << "not readable" << text;
        return {};
    }
    return file.pipelines.front().pipeline;
}

// Without what only richer stores hold.
Edit plainer(Edit edit)
{
    if (auto* add = std::get_if<AddNode>(&edit)) {
        const Node& node = add->node;
        Node plain;
        plain.id = node.id;
        plain.kind = node.kind;
        plain.params = node.params;
        add->node = plain;
    } else if (auto* edge = std::get_if<AddEdge>(&edit)) {
        edge->edge = {edge->edge.from, {}, edge->edge.to, {}, {}};
    }
    return edit;
}

// Now and then an argument is program text.
Edit withSource(Edit edit, int turn)
{
    static const QStringList texts{u"head + day"_s, u"[f(x) for x in y]"_s, u"(a, b)"_s,
        u"\"it \" + 'x'"_s, u"lambda: 0"_s, u"訂單"_s};
    auto* set = std::get_if<SetSetting>(&edit);
    if (set && set->setting && set->section == Section::Params && turn % 3 == 0)
        set->setting
            = Setting{set->name, {}, SourceText{texts[turn % int(texts.size())], false, {}, {}}};
    return edit;
}

} // namespace

class PipelineStoresTest final : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<uint>("seed");
        const auto all = cases();
        for (int which = 0; which < int(all.size()); ++which) {
            for (uint seed = 1; seed <= 8; ++seed)
                QTest::addRow("%s %u", all[size_t(which)].name.constData(), seed) << which << seed;
        }
    }

private Q_SLOTS:
    void theSameEditsOnEveryStore_data() { rows(); }
    void theSameEditsOnEveryStore()
    {
        QFETCH(const int, which);
        QFETCH(const uint, seed);
        const StoreCase one = cases()[size_t(which)];
        test::RandomEdits random(seed);
        QByteArray text = one.text;
        Document document{sound(*one.store, text), {}};
        QCOMPARE(document.pipeline.name, u"orders"_s);
        std::vector<Edits> undos;
        int done = 0;
        int late = 0;
        for (int i = 0; i < 150; ++i) {
            Edit edit = withSource(random.next(document), i);
            if (one.store->refuses(document.pipeline, edit))
                edit = plainer(edit);
            Document after = document;
            const QString name = document.pipeline.name;
            const auto undo = applyTo(after, edit);
            const auto refusal = one.store->refuses(document.pipeline, edit);
            const auto written = one.store->apply(text, name, {edit});
            if (!undo || refusal) {
                // Neither text nor document: unless the edit is of the layout alone.
                QVERIFY(isLayoutOnly(edit) || !written.has_value());
                continue;
            }
            if (!written && written.error().kind == Error::Kind::Unsupported) {
                QVERIFY(!written.error().hint.isEmpty()); // it may say so late, but why
                ++late;
                continue;
            }
            if (!written)
                qWarning().noquote() << written.error().detail << '\n' << text;
            QVERIFY(written.has_value());
            text = *written;
            const Pipeline read = sound(*one.store, text);
            const Changes differ = changes(after.pipeline, read);
            if (!differ.empty())
                qWarning().noquote() << differ.front().id << differ.front().field << '\n' << text;
            QVERIFY(differ.empty());
            // Places in the text and what is locked are those of the text.
            document.pipeline = read;
            ++done;
        }
        QVERIFY2(done >= one.least, qPrintable(QString::number(done)));
        QVERIFY2(late * 5 <= done, qPrintable(QString::number(late)));
    }

    void eachEditCanBeTakenBack_data() { rows(); }
    void eachEditCanBeTakenBack()
    {
        QFETCH(const int, which);
        QFETCH(const uint, seed);
        const StoreCase one = cases()[size_t(which)];
        test::RandomEdits random(seed + 100);
        const Document begin{sound(*one.store, one.text), {}};
        int done = 0;
        for (int i = 0; i < 60; ++i) {
            const Edit edit = plainer(withSource(random.next(begin), i));
            Document after = begin;
            const auto undo = applyTo(after, edit);
            if (!undo || one.store->refuses(begin.pipeline, edit))
                continue;
            const auto there = one.store->apply(one.text, u"orders"_s, {edit});
            if (!there && there.error().kind == Error::Kind::Unsupported)
                continue;
            QVERIFY(there.has_value());
            const auto back = one.store->apply(*there, after.pipeline.name, *undo);
            QVERIFY2(back.has_value(), there->constData());
            QVERIFY(changes(begin.pipeline, sound(*one.store, *back)).empty());
            ++done;
        }
        QVERIFY(done > 3);
    }

    void aStoreTellsWhereThingsStand()
    {
        const Pipeline pipeline = sound(test::SourceStore(), kSource);
        const Node* extract = pipeline.node(u"extract");
        QVERIFY(extract);
        QCOMPARE(extract->kind, u"ops.bash.Bash"_s);
        QCOMPARE(extract->origin.begin, (SourcePlace{3, 1}));
        QCOMPARE(extract->origin.end, (SourcePlace{8, 1}));
        const Setting* command = find(extract->params, u"command");
        QVERIFY(command && command->source);
        QCOMPARE(command->source->text, u"head + day"_s);
        QCOMPARE(command->source->range, (SourceRange{{4, 13}, {4, 23}}));
        QVERIFY(find(extract->params, u"until")->source->readOnly);
        QCOMPARE(find(extract->params, u"retries")->value, Value::ofNumber(2));
        QVERIFY(pipeline.node(u"each")->locked);
        QVERIFY(pipeline.edges[1].locked);
        QCOMPARE(pipeline.edges[1].origin.begin, (SourcePlace{11, 1}));
    }

    void anEditOfCodeTouchesItsOwnBytes_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a literal") << Edit(SetSetting{Section::Params, u"extract"_s, u"retries"_s,
            Setting{u"retries"_s, Value::ofNumber(5)}, -1})
                                   << QByteArray("retries=2") << QByteArray("retries=5");
        QTest::newRow("an expression")
            << Edit(SetSetting{Section::Params, u"extract"_s, u"command"_s,
                   Setting{u"command"_s, {}, SourceText{u"tail"_s, false, {}, {}}}, -1})
            << QByteArray("command=head + day") << QByteArray("command=tail");
        QTest::newRow("a class") << Edit(SetField{u"load"_s, Field::Kind, u"ops.sql.Merge"_s})
                                 << QByteArray("ops.sql.Insert") << QByteArray("ops.sql.Merge");
    }
    void anEditOfCodeTouchesItsOwnBytes()
    {
        QFETCH(const Edit, edit);
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QByteArray expected = kSource;
        QCOMPARE(expected.count(from), 1);
        expected.replace(from, to);
        QCOMPARE(
            test::SourceStore().apply(kSource, u"orders"_s, {edit}), Result<QByteArray>(expected));
    }

    void whatIsLockedStays_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::newRow("a node") << Edit(RemoveNode{u"each"_s});
        QTest::newRow("a name") << Edit(Rename{u"each"_s, u"all"_s});
        QTest::newRow("its parameter")
            << Edit(SetSetting{Section::Params, u"each"_s, u"table"_s, {}, -1});
        QTest::newRow("an edge") << Edit(RemoveEdge{{u"load"_s, {}, u"each"_s, {}, {}}});
        QTest::newRow("a node with such an edge") << Edit(RemoveNode{u"load"_s});
        QTest::newRow("an argument") << Edit(SetSetting{Section::Params, u"extract"_s, u"until"_s,
            Setting{u"until"_s, Value::ofNumber(1)}, -1});
    }
    void whatIsLockedStays()
    {
        QFETCH(const Edit, edit);
        Document document{sound(test::SourceStore(), kSource), {}};
        const Document before = document;
        const auto done = applyTo(document, edit);
        QVERIFY(!done.has_value());
        QVERIFY(!done.error().hint.isEmpty());
        QCOMPARE(document, before);
        QVERIFY(!test::SourceStore().apply(kSource, u"orders"_s, {edit}).has_value());
        QVERIFY(applyTo(document, Move{{{u"each"_s, QPointF(1, 1)}}}).has_value());
    }

    void lockedGroupsStayToo()
    {
        Document document;
        document.pipeline.name = u"p"_s;
        document.pipeline.groups = {{u"g"_s, {}, {}, {}}, {u"h"_s, {}, {}, {}}};
        document.pipeline.groups[0].locked = true;
        document.pipeline.groups[0].lockReason = Text::verbatim(u"made in a loop"_s);
        const Document before = document;
        for (const Edit& edit : Edits{RemoveGroup{u"g"_s}, Rename{u"g"_s, u"x"_s},
                 SetField{u"g"_s, Field::Title, u"x"_s}, PutInto{u"g"_s, u"h"_s}})
            QVERIFY(!applyTo(document, edit).has_value());
        QCOMPARE(document, before);
    }

    // Nodes of one store go into another: by copy and paste, and by saving as a document.
    void codeGoesIntoADocumentAndBack()
    {
        const Pipeline pipeline = sound(test::SourceStore(), kSource);
        const auto yaml = YamlStore().written(pipeline);
        QVERIFY(yaml.has_value());
        const Pipeline copy = sound(YamlStore(), *yaml);
        QVERIFY(changes(pipeline, copy).empty());
        QVERIFY(!copy.node(u"each")->locked);
        QCOMPARE(find(copy.node(u"extract")->params, u"command")->source->text, u"head + day"_s);
        const auto code = test::SourceStore().written(copy);
        QVERIFY(code.has_value());
        QVERIFY(changes(pipeline, sound(test::SourceStore(), *code)).empty());
        // A flow has no place for program text and says so.
        for (const Edit& edit : Edits{AddNode{*pipeline.node(u"extract"), -1}})
            QVERIFY(FlowStore().refuses({}, edit).has_value());
    }

    void anArgumentIsThereOnce()
    {
        const StoredFile file = YamlStore().read(
            "pipeline: 1\nname: p\nnodes:\n  a:\n    kind: k\n    source:\n      x: f()\n"
            "    params:\n      x: 1\n");
        const auto& problems = file.pipelines.front().problems;
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems.front().place, (SourcePlace{7, 7}));
        QCOMPARE(problems.front().field, u"x"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineStoresTest)
#include "tst_pipelinestores.moc"
