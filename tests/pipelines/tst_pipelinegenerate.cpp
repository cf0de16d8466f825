// SPDX-License-Identifier: GPL-3.0-or-later
// What is generated: as the golden files have it, read by Python, and told from foreign files.
#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/wiring.h"
#include "tests/pipelines/goldenfiles.h"
#include "tests/pipelines/hostile.h"
#include "tests/pipelines/pythonreader.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

class PipelineGenerateTest final : public QObject
{
    Q_OBJECT

private slots:
    void templatesAreSound()
    {
        const auto problems = checkTemplates(*builtInCatalogue());
        QVERIFY2(problems.empty(), qPrintable(test::said(problems)));
    }

    void golden_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("major");
        for (const QString& file :
            QDir(test::goldenFolder()).entryList({u"*.pipeline.yaml"_s}, QDir::Files))
            for (const int major : {2, 3})
                QTest::addRow("%s on Airflow %d", qPrintable(file), major)
                    << file.chopped(14) << major;
    }
    void golden()
    {
        QFETCH(QString, name);
        QFETCH(int, major);
        const Pipeline pipeline = test::readPipeline(
            test::contentOf(test::goldenFolder() + u'/' + name + u".pipeline.yaml"_s));
        const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(major));
        QVERIFY2(out.problems.empty(), qPrintable(test::said(out.problems)));
        QVERIFY(!out.files.empty());
        const QString folder = u"%1/%2.airflow-%3/"_s.arg(test::goldenFolder(), name).arg(major);
        QStringList wanted = QDir(folder).entryList(QDir::Files);
        if (qEnvironmentVariableIsSet("PH_UPDATE_GOLDEN")) {
            for (const QString& old : std::as_const(wanted))
                QFile::remove(folder + old);
            wanted.clear();
            for (const GeneratedFile& file : out.files) {
                if (isWorker(file))
                    continue;
                QDir().mkpath(folder);
                QFile made(folder + QString(file.path).replace(u'/', u'~'));
                QVERIFY(made.open(QIODevice::WriteOnly));
                made.write(file.text);
                wanted.append(QString(file.path).replace(u'/', u'~'));
            }
        }
        QStringList got;
        for (const GeneratedFile& file : out.files) {
            if (isWorker(file))
                continue;
            const QString flat = QString(file.path).replace(u'/', u'~');
            got.append(flat);
            QCOMPARE(
                QString::fromUtf8(file.text), QString::fromUtf8(test::contentOf(folder + flat)));
            const Fingerprint mark = fingerprint(file.text);
            QCOMPARE(mark.state, Fingerprint::State::Untouched);
            QCOMPARE(mark.document, pipeline.id);
            if (file.path.endsWith(u".py") && !file.path.contains(u'/'))
                linesAreThoseOfNodes(file);
        }
        got.sort();
        wanted.sort();
        QCOMPARE(got, wanted);
        QCOMPARE(generate(pipeline, *builtInCatalogue(), test::airflow(major)).files, out.files);
    }

    void unitsOfAStream()
    {
        const Pipeline pipeline = test::readPipeline(
            test::contentOf(test::goldenFolder() + u"/shop_events.pipeline.yaml"_s));
        const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(3));
        QVERIFY2(out.problems.empty(), qPrintable(test::said(out.problems)));
        QStringList units;
        for (const Unit& unit : out.units)
            units.append(u"%1 %2 [%3]"_s.arg(int(unit.kind)).arg(unit.name, unit.nodes.join(u',')));
        QCOMPARE(units.join(u'\n'),
            u"3 bronze.events [ingest]\n2 shop.events.v1 [events]\n"
            "2 shop.events.v1.dlq [ingest]\n1 shop_events.ingest [ingest]\n"
            "0 shop_events [daily]"_s);
        QCOMPARE(QString::fromUtf8(out.units[0].statement), uR"(CREATE SCHEMA IF NOT EXISTS bronze;
CREATE TABLE IF NOT EXISTS bronze.events (
    event_id bigint NOT NULL,
    "user" text,
    amount numeric(12, 2),
    _rest jsonb,
    _extracted_at timestamptz NOT NULL,
    _ingested_at timestamptz NOT NULL,
    _source text NOT NULL,
    _batch_id bigint NOT NULL,
    PRIMARY KEY (event_id)
);
)"_s);
        // The worker is there whole, each file of it with its head.
        const auto main = std::ranges::find(
            out.files, u"shop_events.ingest/pilothouse_worker/__main__.py"_s, &GeneratedFile::path);
        QVERIFY(main != out.files.end());
        QCOMPARE(fingerprint(main->text).state, Fingerprint::State::Untouched);
    }

    // A stream that the DAG runs as a batch is no unit of its own, and its files are the DAG's.
    void availableNow()
    {
        Pipeline pipeline = test::readPipeline(
            test::contentOf(test::goldenFolder() + u"/shop_available.pipeline.yaml"_s));
        const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(3));
        for (const Unit& unit : out.units)
            QVERIFY(unit.kind != UnitKind::StreamJob);
        QCOMPARE(out.units.back().nodes, (QStringList{u"ingest"_s, u"daily"_s}));
        for (const GeneratedFile& file : out.files)
            QCOMPARE(file.unit, u"shop_available"_s);

        const auto refusedWith = [](const Pipeline& changed) -> QString {
            const Generated made = generate(changed, *builtInCatalogue(), test::airflow(3));
            return made.files.empty() ? test::said(made.problems) : QString();
        };
        // It cannot be both at once.
        Pipeline both = pipeline;
        Node other = both.nodes.back();
        other.id = u"weekly"_s;
        both.nodes.push_back(other);
        both.edges.push_back({u"ingest"_s, {}, u"weekly"_s, {}, u"sensor"_s});
        QVERIFY(refusedWith(both).contains(u"all edges from it need that trigger"));
        // An event stream has no end.
        Pipeline endless = pipeline;
        endless.nodes.front().kind = u"source.sse"_s;
        endless.nodes.front().params = {{u"url"_s, Value::ofText(u"https://example.org/"_s)},
            {u"connection"_s, Value::ofText(u"shop_kafka"_s)},
            {u"topic"_s, Value::ofText(u"edits"_s)}};
        endless.edges.push_back({u"events"_s, {}, u"daily"_s, {}, u"available_now"_s});
        QVERIFY(refusedWith(endless).contains(u"has no end"));
    }

    void tellsWhoChangedAFile()
    {
        const QByteArray text = withFingerprint("a = 1\n", u"1 2\"\n"_s, u"x=y"_s, "#");
        Fingerprint mark = fingerprint(text);
        QCOMPARE(mark.state, Fingerprint::State::Untouched);
        QCOMPARE(mark.document, u"1 2\"\n"_s);
        QCOMPARE(mark.name, u"x=y"_s);
        QCOMPARE(fingerprint(text + " ").state, Fingerprint::State::ChangedByHand);
        QCOMPARE(fingerprint(QByteArray(text).replace("a = 1", "a = 2")).state,
            Fingerprint::State::ChangedByHand);
        QCOMPARE(fingerprint("a = 1\n").state, Fingerprint::State::Foreign);
        QCOMPARE(fingerprint("").state, Fingerprint::State::Foreign);
        const QByteArray json = withFingerprint("{\n  \"a\": 1\n}\n", u"1"_s, u"n"_s, {});
        QVERIFY(QJsonDocument::fromJson(json).isObject());
        QCOMPARE(fingerprint(json).state, Fingerprint::State::Untouched);
        QCOMPARE(fingerprint(QByteArray(json).replace("1\n", "2\n")).state,
            Fingerprint::State::ChangedByHand);
    }

    void wiresInFewLines()
    {
        using Edges = std::vector<std::pair<QString, QString>>;
        const auto lines = [](const Edges& edges) {
            return wiringLines(edges, 40).join(u'\n');
        };
        QCOMPARE(lines({{u"a"_s, u"b"_s}, {u"b"_s, u"c"_s}}), u"a >> b >> c"_s);
        QCOMPARE(lines({{u"a"_s, u"b"_s}, {u"a"_s, u"c"_s}, {u"b"_s, u"d"_s}, {u"c"_s, u"d"_s}}),
            u"a >> [b, c] >> d"_s);
        QCOMPARE(lines({{u"a"_s, u"c"_s}, {u"b"_s, u"c"_s}}), u"[a, b] >> c"_s);
        QCOMPARE(lines({{u"a"_s, u"b"_s}, {u"a"_s, u"b"_s}}), u"a >> b"_s);
        QCOMPARE(lines({{u"a"_s, u"c"_s}, {u"b"_s, u"c"_s}, {u"b"_s, u"d"_s}}),
            u"a >> c\nb >> [c, d]"_s);
    }

    // Every edge is in the lines and no other, whatever the graph.
    void wiresEveryEdgeOnce()
    {
        QRandomGenerator dice(7);
        QJsonArray graphs;
        for (int round = 0; round < 300; ++round) {
            std::set<std::pair<QString, QString>> edges;
            const int nodes = dice.bounded(2, 12);
            for (int i = dice.bounded(1, 25); i > 0; --i) {
                const int from = dice.bounded(nodes - 1);
                edges.emplace(u"n%1"_s.arg(from), u"n%1"_s.arg(dice.bounded(from + 1, nodes)));
            }
            QJsonArray wanted;
            for (const auto& [from, to] : edges)
                wanted.append(QJsonArray{from, to});
            graphs.append(QJsonArray{
                wiringLines({edges.begin(), edges.end()}, dice.bounded(20, 100)).join(u'\n'),
                wanted});
        }
        const QJsonValue wrong = test::python(uR"(
import json, sys
class Task:
    def __init__(self, name): self.name = name
    def __rshift__(self, other):
        for one in other if isinstance(other, list) else [other]:
            edges.append([self.name, one.name])
        return other
    def __rrshift__(self, other):
        for one in other:
            edges.append([one.name, self.name])
        return self
wrong = []
for number, (lines, wanted) in enumerate(json.load(sys.stdin)[0]):
    edges = []
    exec(lines, {f"n{i}": Task(f"n{i}") for i in range(12)})
    if sorted(edges) != sorted(wanted):
        wrong.append([number, lines])
print(json.dumps([wrong]))
)"_s,
            graphs);
        QCOMPARE(wrong, QJsonValue(QJsonArray()));
    }

private:
    // Every job has a copy of the worker, which has tests of its own.
    static bool isWorker(const GeneratedFile& file)
    {
        return file.path.contains(u"/pilothouse_worker/");
    }

    // The lines told of a node hold its id and nobody else's.
    static void linesAreThoseOfNodes(const GeneratedFile& file)
    {
        const QStringList lines = QString::fromUtf8(file.text).split(u'\n');
        for (const auto& [node, range] : file.nodes) {
            const QString text
                = lines.mid(range.begin.line - 1, range.end.line - range.begin.line).join(u'\n');
            QVERIFY2(text.contains(u"task_id=\"%1\""_s.arg(node)), qPrintable(node + text));
            QCOMPARE(text.count(u"task_id="_s), 1);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineGenerateTest)
#include "tst_pipelinegenerate.moc"
