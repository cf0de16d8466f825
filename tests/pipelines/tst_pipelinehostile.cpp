// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile values in every parameter of every kind of node: whatever they hold, what is generated is
// the same program with other constants, and the constants are the values.
#include "database/api/statement.h"
#include "pipelines/generate/fingerprint.h"
#include "tests/pipelines/everykind.h"
#include "tests/pipelines/goldenfiles.h"
#include "tests/pipelines/hostile.h"
#include "tests/pipelines/pythonreader.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

// The program of a file as its tree, with constants taken out, and those constants.
const QString kReader = uR"py(
import ast, json, sys
def codes(text):
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]
class Mask(ast.NodeTransformer):
    def __init__(self): self.found = []
    def visit_Constant(self, node):
        if isinstance(node.value, str): self.found.append(codes(node.value))
        return ast.copy_location(ast.Constant(0), node)
    def visit_Call(self, node):
        node = self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "literal":
            return node.args[0]
        return node
def read(text):
    tree = ast.parse(text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))
    compile(text, "dag", "exec")  # tells what the tree alone does not
    # What is imported and defined before the DAG depends on what the DAG uses.
    mask = Mask()
    return ast.dump(mask.visit(tree.body[-1])), mask.found
shapes, out = {}, []
for number, (group, text) in enumerate(json.load(sys.stdin)[0]):
    try:
        shape, found = read(text)
    except (SyntaxError, ValueError) as error:
        out.append([number, str(error)]); continue
    if shapes.setdefault(group, shape) != shape:
        out.append([number, "another program"])
    else:
        out.append([number, found])
print(json.dumps([out]))
)py"_s;

Pipeline around(const Node& node)
{
    Pipeline pipeline;
    pipeline.id = u"1"_s;
    pipeline.name = u"hostile"_s;
    pipeline.nodes = {node};
    return pipeline;
}

} // namespace

class PipelineHostileTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyParameter_data()
    {
        QTest::addColumn<QString>("kind");
        for (const NodeKind& kind : builtInCatalogue()->kinds)
            if (kind.runs == Runs::Task)
                QTest::addRow("%s", qPrintable(kind.id)) << kind.id;
    }
    void everyParameter()
    {
        QFETCH(QString, kind);
        const NodeKind& spec = *builtInCatalogue()->kind(kind);
        const bool full = qEnvironmentVariableIsSet("PILOTHOUSE_TEST_FULL");
        const std::vector<QString> hostile = test::hostileTexts(full ? 200 : 0);
        QJsonArray files;
        struct Told {
            QString field;
            QString text;
        };
        std::vector<Told> told; // by file
        int refused = 0, group = 0;
        for (const auto& chosen : test::choicesOf(spec, test::airflow(3))) {
            ++group;
            const auto add = [&](const FieldSpec* field, const QString& value) {
                const Node node = test::nodeOf(spec, chosen, [&](const FieldSpec& one) -> QString {
                    // dbt refuses names it cannot quote.
                    const bool quotable = kind == u"process.dbt"
                        && (one.type == FieldType::Table || one.type == FieldType::Columns);
                    return &one == field ? value
                        : quotable ? u"plain.name"_s.sliced(one.type == FieldType::Table ? 0 : 6)
                        : one.language == u"json" ? u"{}"_s
                        : one.language == u"sql"  ? u"1 = 1"_s
                                                  : u"plain_%1"_s.arg(one.name);
                });
                const Generated out = generate(around(node), *builtInCatalogue(), test::airflow(3));
                if (out.files.empty()) {
                    ++refused;
                    // Nothing is refused without a word, and nothing that is plain.
                    QVERIFY(!out.problems.empty());
                    QVERIFY2(field, qPrintable(test::said(out.problems)));
                    return;
                }
                const auto made
                    = std::ranges::find(out.files, u"hostile.py"_s, &GeneratedFile::path);
                QVERIFY(made != out.files.end());
                // What a model of dbt holds is a file of its own: see dbtProjectsKeepTheirShape.
                QCOMPARE(out.files.size() > 1,
                    chosen.contains(u"materialized"_s) && chosen.at(u"source"_s) == u"model");
                // No value stands before the DAG; once a group the whole file is read.
                const QString text = QString::fromUtf8(made->text);
                const qsizetype dag = text.indexOf(u"\nwith DAG("_s);
                files.append(QJsonArray{group, field ? text.sliced(dag) : text});
                told.push_back({field ? field->name : QString(), value});
            };
            add(nullptr, {});
            for (const FieldSpec& field : spec.fields) {
                const bool holds = field.type != FieldType::Choice
                    && field.type != FieldType::Number && field.type != FieldType::Bool
                    && field.type != FieldType::Duration;
                // Python code is a program by its nature: see pythonCodeStaysInItsFunction.
                // What a choice has nothing to do with was tried with the first one.
                const bool again = group > 1
                    && std::none_of(field.when.begin(), field.when.end(), [&](const auto& one) {
                           const auto now = chosen.find(one.first);
                           return now != chosen.end()
                               && now->second != spec.field(one.first)->standard.text;
                       });
                if (again || !holds || (field.language == u"python" && kind == u"process.python"))
                    continue;
                for (const QString& text : hostile)
                    if (!text.isEmpty())
                        add(&field, text);
            }
        }
        const QJsonValue read = test::python(kReader, files);
        QCOMPARE(read.toArray().size(), qsizetype(told.size()));
        for (const QJsonValue& one : read.toArray()) {
            const size_t at = size_t(one.toArray().at(0).toInt());
            const QJsonValue found = one.toArray().at(1);
            QVERIFY2(found.isArray(),
                qPrintable(told[at].field + u": "_s + found.toString() + u"\n"_s
                    + told[at].text.left(80) + u"\n"_s
                    + files.at(qsizetype(at)).toArray().at(1).toString().right(1500)));
        }
        // Values arrive as they are, unless they become part of a statement of SQL.
        int exact = 0;
        for (size_t i = 0; i < told.size(); ++i) {
            const QJsonArray found = read.toArray().at(qsizetype(i)).toArray().at(1).toArray();
            if (found.contains(test::codesOf(told[i].text)))
                ++exact;
        }
        qInfo("%s: %zu programs, %d of them with the value as it is, %d refused", qPrintable(kind),
            told.size(), exact, refused);
        // Models of dbt stand in files of their own.
        if (!kind.startsWith(u"quality"))
            QVERIFY(exact * 10 >= int(told.size()) * (kind == u"process.dbt" ? 3 : 4));
    }

    // Statements of SQL keep their shape too: the same tokens, names and texts apart.
    void statementsKeepTheirShape()
    {
        const auto shape = [](const QString& sql, const QString& value) -> QString {
            QStringList words;
            const database::Statement read = database::readStatement(sql);
            for (const database::SqlToken& token : read.tokens) {
                const QString text = sql.mid(token.start, token.length);
                const bool name = text.startsWith(u'"') || text.startsWith(u"plain_")
                    || text == value; // one that needs no quotes
                const bool literal = text.startsWith(u'\'') || text.startsWith(u"E'");
                words.append(name ? u"NAME"_s : literal ? u"TEXT"_s : text);
            }
            return words.join(u' ') + (read.broken ? u" BROKEN"_s : QString());
        };
        QJsonArray files;
        std::vector<std::pair<int, QString>> told; // group and value
        int group = 0;
        for (const QString& id :
            {u"quality.unique"_s, u"quality.not_null"_s, u"quality.accepted_values"_s,
                u"quality.relationships"_s, u"quality.freshness"_s}) {
            const NodeKind& kind = *builtInCatalogue()->kind(id);
            for (const FieldSpec& field : kind.fields) {
                if (field.name == u"where" || field.name == u"connection"
                    || field.type == FieldType::Choice)
                    continue;
                ++group;
                std::vector<QString> texts = test::hostileTexts(100);
                texts.insert(texts.begin(), u"plain_y"_s);
                for (const QString& text : texts) {
                    // A point parts schema and table; no text of a server holds a zero.
                    if (text.isEmpty() || text.contains(u'.') || text.contains(QChar(u'\0')))
                        continue;
                    const Node node = test::nodeOf(
                        kind, {{u"severity"_s, u"error"_s}}, [&](const FieldSpec& one) {
                            return one.name == u"where"  ? u"1 = 1"_s
                                : one.name == field.name ? text
                                                         : u"plain_x"_s;
                        });
                    const Generated out
                        = generate(around(node), *builtInCatalogue(), test::airflow(3));
                    QVERIFY2(!out.files.empty(), qPrintable(text));
                    files.append(QString::fromUtf8(out.files.front().text));
                    told.emplace_back(group, text);
                }
            }
        }
        const QJsonArray found = test::python(uR"py(
import ast, json, sys
print(json.dumps([[next(k.value.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Call)
                        for k in n.keywords if k.arg == "sql")
                   for text in json.load(sys.stdin)[0]]]))
)py"_s,
            files)
                                     .toArray();
        QCOMPARE(found.size(), qsizetype(told.size()));
        QVERIFY(told.size() > 1000);
        QString plain;
        for (size_t i = 0; i < told.size(); ++i) {
            const QString now = shape(found.at(qsizetype(i)).toString(), told[i].second);
            if (i == 0 || told[i].first != told[i - 1].first)
                plain = now; // of the value that means no harm
            QVERIFY2(now == plain,
                qPrintable(told[i].second + u'\n' + found.at(qsizetype(i)).toString()));
        }
    }

    void pythonCodeStaysInItsFunction()
    {
        const NodeKind& kind = *builtInCatalogue()->kind(u"process.python");
        std::vector<QString> bodies{u"x = 1"_s, u"return 1\n"_s, u"if True:\n    pass"_s,
            u"text = '''\nat the left\n'''\nreturn text"_s, u"# only a comment"_s, u"pass\n\n\n"_s,
            u"\"\"\"doc\"\"\""_s, u"x = (1,\n2)"_s, u"\fimport os"_s, u"pass\rimport os"_s,
            u"'''"_s, u"\"\"\""_s, u")"_s, u"("_s, u"x = 1 \\"_s, u"'a\nimport os"_s, u"f'{x'"_s,
            u"\timport os"_s,
            u"pass\n\x0c"
            "evil()"_s,
            u"return '''\\'''"_s};
        for (const QString& text : test::hostileTexts(400))
            bodies.push_back(text);
        QJsonArray files;
        int taken = 0;
        for (const QString& body : bodies) {
            const Node node = test::nodeOf(kind, {{u"environment"_s, u"worker"_s}},
                [&](const FieldSpec& one) { return one.name == u"code" ? body : u"plain"_s; });
            const Generated out = generate(around(node), *builtInCatalogue(), test::airflow(3));
            if (out.files.empty())
                continue;
            files.append(QString::fromUtf8(out.files.front().text));
            ++taken;
        }
        QVERIFY(taken > 40);
        // A body that is no Python is told by the target; one that is stays where it is.
        const QJsonValue wrong = test::python(uR"py(
import ast, json, sys
wrong, read = [], 0
for number, text in enumerate(json.load(sys.stdin)[0]):
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        continue
    read += 1
    dag = tree.body[-1]
    kinds = [type(one).__name__ for one in dag.body]
    if not isinstance(dag, ast.With) or kinds != ["FunctionDef", "Assign"] \
            or dag.body[0].name != "run_node" or ast.unparse(dag.body[1]) != \
            "node = run_node(name='plain')":
        wrong.append([number, kinds, text[-400:]])
print(json.dumps([[wrong, read]]))
)py"_s,
            files);
        QCOMPARE(wrong.toArray().at(0), QJsonValue(QJsonArray()));
        QVERIFY(wrong.toArray().at(1).toInt() >= 8);
    }

    // Job files, DDL and what stands around a pipeline; a stream, and the same as a batch.
    void streamsAndNames_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::newRow("stream") << u"sensor"_s;
        QTest::newRow("batch") << u"available_now"_s;
    }
    void streamsAndNames()
    {
        QFETCH(QString, trigger);
        QJsonArray dags;
        QStringList told;
        for (const QString& text : test::hostileTexts(100)) {
            if (text.isEmpty())
                continue;
            const Generated out
                = generate(streamWith(text, trigger), *builtInCatalogue(), test::airflow(3));
            if (text.contains(QChar(u'\0'))) {
                QVERIFY(out.files.empty()); // no database can hold it
                continue;
            }
            QVERIFY2(out.problems.empty(), qPrintable(test::said(out.problems)));
            for (const GeneratedFile& file : out.files) {
                const Fingerprint head = fingerprint(file.text);
                QCOMPARE(head.state, Fingerprint::State::Untouched);
                QCOMPARE(head.document.toUtf8(), text.toUtf8());
                if (file.path == u"shop_events.py") {
                    dags.append(QJsonArray{1, QString::fromUtf8(file.text)});
                    told.append(text);
                }
                // Qt's reader of JSON drops a mark of the byte order.
                if (!file.path.endsWith(u"job.json") || text.startsWith(QChar(0xfeff)))
                    continue;
                const QJsonObject job = QJsonDocument::fromJson(file.text).object();
                const QJsonObject sink = job[u"sink"_s].toObject();
                QCOMPARE(sink[u"connection"_s].toString().toUtf8(), text.toUtf8());
                QCOMPARE(sink[u"columns"_s].toArray().at(1)[u"name"_s].toString().toUtf8(),
                    text.toUtf8());
            }
        }
        const QJsonArray read = test::python(kReader, dags).toArray();
        QCOMPARE(read.size(), told.size());
        for (const QJsonValue& one : read) {
            const QString& text = told.at(one.toArray().at(0).toInt());
            QVERIFY2(one.toArray().at(1).isArray(),
                qPrintable(text + u": "_s + one.toArray().at(1).toString()));
            QVERIFY2(one.toArray().at(1).toArray().contains(test::codesOf(text)), qPrintable(text));
        }
    }

    // What a job of its own is told, of every streaming kind the worker runs.
    void jobsOfStreams_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("cdc") << u"source.cdc"_s;
        QTest::newRow("sse") << u"source.sse"_s;
    }
    void jobsOfStreams()
    {
        QFETCH(QString, kind);
        const NodeKind& spec = *builtInCatalogue()->kind(kind);
        const auto jobOf = [&](const FieldSpec* field, const QString& text) -> QJsonObject {
            const Node node = test::nodeOf(spec, test::choicesOf(spec, test::airflow(3)).front(),
                [&](const FieldSpec& one) -> QString {
                    return &one == field ? text : u"plain_"_s + one.name;
                });
            const Generated out = generate(around(node), *builtInCatalogue(), test::airflow(3));
            for (const GeneratedFile& file : out.files) {
                if (fingerprint(file.text).state != Fingerprint::State::Untouched)
                    return {};
                if (file.path.endsWith(u"/job.json"))
                    return QJsonDocument::fromJson(file.text).object();
            }
            return {};
        };
        // The same keys whatever is in them, and the text is one of the values.
        const std::function<QStringList(const QJsonValue&)> texts
            = [&](const QJsonValue& value) -> QStringList {
            QStringList all{value.toString()};
            for (const QJsonValue& item : value.toArray())
                all += texts(item);
            const QJsonObject object = value.toObject();
            for (auto one = object.begin(); one != object.end(); ++one)
                all += texts(one.value());
            return all;
        };
        const QJsonObject plain = jobOf(nullptr, {});
        QVERIFY(!plain.isEmpty());
        int arrived = 0;
        for (const FieldSpec& field : spec.fields) {
            if (isTextual(field)) {
                for (const QString& text : test::hostileTexts(50)) {
                    // Qt's reader of JSON drops a mark of the byte order.
                    if (text.isEmpty() || text.startsWith(QChar(0xfeff)))
                        continue;
                    const QJsonObject job = jobOf(&field, text);
                    QVERIFY2(job.keys() == plain.keys(), qPrintable(field.name + text));
                    for (const char* part : {"source", "sink"})
                        QCOMPARE(job[QLatin1String(part)].toObject().keys(),
                            plain[QLatin1String(part)].toObject().keys());
                    const QStringList found = texts(job);
                    arrived += std::ranges::any_of(
                        found, [&](const QString& one) { return one.toUtf8() == text.toUtf8(); });
                }
            }
        }
        QVERIFY(arrived > 400);
    }

    // Programs for Spark, of every choice: the same program with other constants.
    void sparkPrograms()
    {
        const NodeKind& spec = *builtInCatalogue()->kind(u"process.spark_streaming"_s);
        QJsonArray files;
        QStringList told;
        int group = 0;
        for (const auto& chosen : test::choicesOf(spec, test::airflow(3))) {
            ++group;
            const auto add = [&](const FieldSpec* field, const QString& text) {
                Pipeline pipeline = test::readPipeline(
                    test::contentOf(test::goldenFolder() + u"/shop_windows.pipeline.yaml"_s));
                Node node = test::nodeOf(spec, chosen, [&](const FieldSpec& one) -> QString {
                    return &one == field            ? text
                        : one.language == u"python" ? u"df = df.limit(5)"_s
                                                    : u"plain_"_s + one.name;
                });
                node.id = u"per_minute"_s;
                pipeline.nodes[1] = node;
                const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(3));
                for (const GeneratedFile& file : out.files) {
                    if (file.path != u"shop_windows.per_minute/job.py")
                        continue;
                    files.append(QJsonArray{group, QString::fromUtf8(file.text)});
                    told.append(field ? text : QString());
                    return;
                }
                QVERIFY2(field, qPrintable(test::said(out.problems)));
                QVERIFY(!out.problems.empty());
            };
            add(nullptr, {});
            for (const FieldSpec& field : spec.fields) {
                // What a choice has nothing to do with was tried with the first one.
                const bool again
                    = group > 1 && std::ranges::none_of(field.when, [&](const auto& one) {
                          return chosen.at(one.first) != spec.field(one.first)->standard.text;
                      });
                if (again || !isTextual(field) || field.language == u"python")
                    continue;
                for (const QString& text : test::hostileTexts(0))
                    if (!text.isEmpty())
                        add(&field, text);
            }
        }
        QVERIFY(files.size() > 800);
        QString whole = kReader;
        whole.replace(u"mask.visit(tree.body[-1])"_s, u"mask.visit(tree)"_s);
        const QJsonArray read = test::python(whole, files).toArray();
        QCOMPARE(read.size(), told.size());
        int exact = 0;
        for (const QJsonValue& one : read) {
            const QString& text = told.at(one.toArray().at(0).toInt());
            QVERIFY2(one.toArray().at(1).isArray(),
                qPrintable(text + u": "_s + one.toArray().at(1).toString()));
            exact += one.toArray().at(1).toArray().contains(test::codesOf(text));
        }
        QVERIFY2(exact * 10 > told.size() * 6, qPrintable(QString::number(exact)));
    }

private:
    static bool isTextual(const FieldSpec& field)
    {
        switch (field.type) {
        case FieldType::Choice:
        case FieldType::Number:
        case FieldType::Bool:
        case FieldType::Duration:
            return false;
        default:
            return true;
        }
    }

    static Pipeline streamWith(const QString& text, const QString& trigger)
    {
        Pipeline pipeline = test::readPipeline(
            test::contentOf(test::goldenFolder() + u"/shop_events.pipeline.yaml"_s));
        pipeline.title = pipeline.note = pipeline.owner = text;
        pipeline.tags = {text};
        pipeline.id = text;
        pipeline.edges.back().trigger = trigger;
        for (Node& node : pipeline.nodes) {
            node.title = node.note = text;
            if (node.kind != u"ingest.table")
                continue;
            for (Setting& setting : node.params) {
                if (setting.name == u"columns")
                    setting.value.items[1].entries[0].second = Value::ofText(text);
                if (setting.name == u"connection")
                    setting.value = Value::ofText(text);
            }
        }
        return pipeline;
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineHostileTest)
#include "tst_pipelinehostile.moc"
