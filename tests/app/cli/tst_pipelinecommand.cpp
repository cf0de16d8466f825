// SPDX-License-Identifier: GPL-3.0-or-later
// "pilothouse pipeline" as a process without a display: what it prints, how it ends, what it
// leaves.
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray kOrders = R"(pipeline: 1
id: 5f0c7a52
name: orders
schedule:
  cron: '@daily'
nodes:
  orders:
    kind: source.kafka
    layer: bronze
    params:
      topic: shop.orders.v1
  clean:
    kind: process.sql
    title: 訂單 "clean" <b>
    params:
      sql: |
        SELECT *
        FROM orders
edges:
  - orders -> clean
)";

const QByteArray kRevenue = R"(pipeline: 1
id: 5f0c7a52
name: revenue
environments:
  dev:
    schema: scratch
nodes:
  clean:
    kind: process.sql
    params:
      connection: shop_db
      sql: DELETE FROM ${schema}.revenue
)";

const QByteArray kFlow = R"([
  {"dag_id": "first", "schedule": "@daily", "tasks": [
    {"task_id": "a", "operator": "BashOperator", "bash_command": "echo hi"},
    {"task_id": "b", "operator": "BashOperator", "dependencies": ["a"]}]},
  {"dag_id": "second", "tasks": [{"task_id": "x", "operator": "PythonOperator"}]}
])";

} // namespace

class PipelineCommandTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    QString m_error;

    QString at(const QString& name) { return m_folder->filePath(name); }
    QString put(const QString& name, const QByteArray& bytes)
    {
        QFile file(at(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return at(name);
    }
    QByteArray got(const QString& name)
    {
        QFile file(at(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    int run(const QStringList& words)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        for (const QString& name : {u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"HOME"_s})
            environment.insert(name, m_folder->path() + u"/home"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QString::fromLatin1(PILOTHOUSE_PROGRAM), QStringList{u"pipeline"_s} + words);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out = QString::fromUtf8(process.readAllStandardOutput());
        m_error = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void wrongWordsAreOneSentence_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const QString& line :
            {u"nonsense"_s, u"diff one"_s, u"diff a b c"_s, u"import"_s, u"import a.json"_s,
                u"picture a --out a.gif"_s, u"picture a --out"_s, u"diff a b --out c"_s, u"check"_s,
                u"generate a --out b"_s, u"generate a --out b --target airflow-4"_s,
                u"picture a --out a.png --theme blue"_s, u"diff a b --json=yes"_s})
            QTest::newRow(qPrintable(line)) << line.split(u' ');
    }
    void wrongWordsAreOneSentence()
    {
        QFETCH(const QStringList, words);
        QCOMPARE(run(words), 2);
        QVERIFY(m_out.isEmpty());
        QCOMPARE(m_error.count(u'\n'), 1);
        QVERIFY(m_error.endsWith(u".\n"_s));
    }

    void helpNamesEveryCommand()
    {
        QCOMPARE(run({u"--help"_s}), 0);
        for (const QString& word :
            {u"check"_s, u"generate"_s, u"import"_s, u"diff"_s, u"picture"_s})
            QVERIFY(m_out.contains(word));
        QCOMPARE(run({u"diff"_s, u"--help"_s}), 0);
        QVERIFY(m_out.contains(u"Exit codes"_s));
    }

    void aFlowOfOneBecomesADocument()
    {
        put(u"one.json"_s, R"({"dag_id":"one","tasks":[{"task_id":"a","operator":"B"}]})");
        QCOMPARE(run({u"import"_s, u"one.json"_s, u"--out"_s, u"one.pipeline.yaml"_s}), 0);
        QCOMPARE(m_out, u"one.pipeline.yaml\n"_s);
        QVERIFY(got(u"one.pipeline.yaml"_s).contains("name: one\n"));
        // The same again changes nothing; over another's work it does not go.
        const QByteArray first = got(u"one.pipeline.yaml"_s);
        QCOMPARE(run({u"import"_s, u"one.json"_s, u"--out"_s, u"one.pipeline.yaml"_s}), 0);
        QCOMPARE(got(u"one.pipeline.yaml"_s), first);
        put(u"one.pipeline.yaml"_s, first + "# mine\n");
        QCOMPARE(run({u"import"_s, u"one.json"_s, u"--out"_s, u"one.pipeline.yaml"_s}), 1);
        QVERIFY(m_error.startsWith(u"one.pipeline.yaml: error: "_s));
        QCOMPARE(got(u"one.pipeline.yaml"_s), first + "# mine\n");
    }

    void aFlowOfSeveralBecomesAFolder()
    {
        put(u"flow.json"_s, kFlow);
        QCOMPARE(run({u"import"_s, u"flow.json"_s, u"--out"_s, u"made/here"_s}), 0);
        QCOMPARE(QDir(at(u"made/here"_s)).entryList(QDir::Files),
            (QStringList{u"first.pipeline.yaml"_s, u"second.pipeline.yaml"_s}));
        // Imported, it means the same.
        put(u"first.json"_s,
            R"({"dag_id": "first", "schedule": "@daily", "tasks": [
            {"task_id": "b", "operator": "BashOperator", "dependencies": ["a"]},
            {"task_id": "a", "operator": "BashOperator", "bash_command": "echo hi"}]})");
        QCOMPARE(
            run({u"diff"_s, u"--json"_s, u"first.json"_s, u"made/here/first.pipeline.yaml"_s}), 1);
        const QJsonArray changes = QJsonDocument::fromJson(m_out.toUtf8())["pipelines"_L1][0]
                                       .toObject()["changes"_L1]
                                       .toArray();
        QStringList fields; // it has an id of its own now, and a cron
        for (const QJsonValue& change : changes)
            fields.append(change["field"_L1].toString());
        QCOMPARE(fields, (QStringList{u"id"_s, u"schedule.cron"_s, u"schedule.schedule"_s}));
        QVERIFY(got(u"made/here/first.pipeline.yaml"_s).contains("  cron: \"@daily\"\n"));
    }

    void aBrokenFlowIsToldWithItsPlace()
    {
        put(u"flow.json"_s, "[\n{\"dag_id\": }]");
        QCOMPARE(run({u"import"_s, u"flow.json"_s, u"--out"_s, u"o.pipeline.yaml"_s}), 1);
        QVERIFY2(m_error.startsWith(u"flow.json:2:"_s), qPrintable(m_error));
        QVERIFY(!QFile::exists(at(u"o.pipeline.yaml"_s)));
    }

    void differencesAreToldByMeaning()
    {
        put(u"old.pipeline.yaml"_s, kOrders);
        // Written otherwise, with comments, in another order: the same.
        QByteArray same = kOrders;
        same.replace("cron: '@daily'", "# every day\n  cron: \"@daily\"");
        put(u"new.pipeline.yaml"_s, same);
        QCOMPARE(run({u"diff"_s, u"old.pipeline.yaml"_s, u"new.pipeline.yaml"_s}), 0);
        QVERIFY(m_out.isEmpty());
        put(u"new.pipeline.layout"_s, "places:\n  clean: [1, 2]\n");
        QCOMPARE(run({u"diff"_s, u"old.pipeline.yaml"_s, u"new.pipeline.yaml"_s}), 0);
        QCOMPARE(m_out, u"Only places: clean\n"_s);
        same.replace("FROM orders", "FROM bronze").replace("- orders -> clean", "[]");
        put(u"new.pipeline.yaml"_s, same.replace("edges:\n  []", "edges: []"));
        QCOMPARE(run({u"diff"_s, u"old.pipeline.yaml"_s, u"new.pipeline.yaml"_s}), 1);
        QCOMPARE(m_out,
            u"~ node clean\n    params.sql\n      - SELECT *\n      - FROM orders\n      - \n"
            "      + SELECT *\n      + FROM bronze\n      + \n- edge orders -> clean\n"
            "Only places: clean\n"_s);
        QCOMPARE(run({u"diff"_s, u"old.pipeline.yaml"_s, u"no.pipeline.yaml"_s}), 2);
        QVERIFY(m_error.startsWith(u"no.pipeline.yaml: error: "_s));
    }

    void badInputIsNamedAndNothingHangs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begin");
        QTest::newRow("a tab") << QByteArray("pipeline: 1\nname: a\n\tnodes: {}\n")
                               << u"bad.pipeline.yaml:3:"_s;
        QTest::newRow("an anchor")
            << QByteArray("pipeline: 1\nname: a\nowner: &me x\n") << u"bad.pipeline.yaml:3:"_s;
        QTest::newRow("a newer version")
            << QByteArray("pipeline: 2\nname: a\n") << u"bad.pipeline.yaml:1:"_s;
        QTest::newRow("another file")
            << QByteArray("services:\n  a: {}\n") << u"bad.pipeline.yaml:1:"_s;
        QTest::newRow("nothing") << QByteArray() << u"bad.pipeline.yaml:"_s;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\0\0bad", 7) << u"bad.pipeline.yaml:"_s;
        QTest::newRow("large") << QByteArray((16 << 20) + 1, '#') << u"bad.pipeline.yaml: error"_s;
    }
    void badInputIsNamedAndNothingHangs()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, begin);
        put(u"bad.pipeline.yaml"_s, text);
        QCOMPARE(run({u"picture"_s, u"bad.pipeline.yaml"_s, u"--out"_s, u"p.png"_s}), 1);
        QVERIFY2(m_error.startsWith(begin), qPrintable(m_error));
        QVERIFY(!QFile::exists(at(u"p.png"_s)));
        QVERIFY(m_out.isEmpty());
    }

    void aPipeIsNoDocument()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(at(u"p.pipeline.yaml"_s)).constData(), 0600), 0);
        QCOMPARE(run({u"diff"_s, u"p.pipeline.yaml"_s, u"p.pipeline.yaml"_s}), 2);
        QVERIFY(m_error.contains(u"no ordinary file"_s));
    }

    void picturesHaveEverything_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }
    void picturesHaveEverything()
    {
        QFETCH(const QString, theme);
        put(u"o.pipeline.yaml"_s, kOrders);
        QCOMPARE(
            run({u"picture"_s, u"o.pipeline.yaml"_s, u"--out"_s, u"o.svg"_s, u"--theme"_s, theme}),
            0);
        QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
        QXmlStreamReader xml(got(u"o.svg"_s));
        QString words;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters)
                words += xml.text();
        }
        QVERIFY(!xml.hasError());
        QVERIFY(words.contains(u"orders"_s));
        QVERIFY2(words.contains(u"訂單"_s), qPrintable(words));
        QVERIFY2(words.contains(u"clean\" <b>"_s), qPrintable(words));
        QCOMPARE(
            run({u"picture"_s, u"o.pipeline.yaml"_s, u"--out"_s, u"o.png"_s, u"--theme"_s, theme}),
            0);
        const QImage image(at(u"o.png"_s));
        QVERIFY(image.width() > 400);
        const int light = image.pixelColor(2, 2).lightness();
        QVERIFY(theme == u"dark" ? light < 60 : light > 200);
        const QString keep = qEnvironmentVariable("PH_PICTURES");
        if (!keep.isEmpty()) {
            QDir().mkpath(keep);
            QVERIFY(image.save(keep + u"/pipeline-command-%1.png"_s.arg(theme)));
        }
    }

    void checkTellsLineAndColumn()
    {
        put(u"o.pipeline.yaml"_s, kOrders);
        QCOMPARE(run({u"check"_s, u"o.pipeline.yaml"_s}), 1);
        QVERIFY(m_out.isEmpty());
        QVERIFY2(m_error.contains(QRegularExpression(
                     u"(?m)^o\\.pipeline\\.yaml:\\d+:\\d+: error: .*\\[orders, connection\\]$"_s)),
            qPrintable(m_error));
        QCOMPARE(run({u"check"_s, u"o.pipeline.yaml"_s, u"--json"_s}), 1);
        const QJsonObject told = QJsonDocument::fromJson(m_out.toUtf8()).object();
        QCOMPARE(told.value(u"exitCode"_s).toInt(), 1);
        QVERIFY(told.value(u"target"_s).toString().startsWith(u"airflow 3."_s));
        QVERIFY(m_error.isEmpty());
    }

    void generateWritesAndNeverOverAHand()
    {
        const QString document = u"r.pipeline.yaml"_s;
        put(document, kRevenue);
        const QStringList words{u"generate"_s, document, u"--target"_s, u"airflow-3"_s,
            u"--environment"_s, u"dev"_s, u"--out"_s, u"dags"_s};
        QCOMPARE(run(words), 0);
        QCOMPARE(m_out, u"dags/revenue.py\n"_s);
        const QByteArray dag = got(u"dags/revenue.py"_s);
        QVERIFY(dag.contains("scratch.revenue"));
        QCOMPARE(run(words), 0);
        QCOMPARE(got(u"dags/revenue.py"_s), dag);
        put(u"dags/revenue.py"_s, dag + "# mine\n");
        QCOMPARE(run(words), 1);
        QVERIFY(m_error.startsWith(u"dags/revenue.py: error: "_s));
        QCOMPARE(got(u"dags/revenue.py"_s), dag + "# mine\n");
    }

    void packagesDecideWhatIsUsed()
    {
        put(u"two.txt"_s, "apache-airflow==2.11.2\n");
        put(u"none.txt"_s, "requests==2.0\n");
        const QString document = u"r.pipeline.yaml"_s;
        put(document, kRevenue);
        const QStringList words{u"generate"_s, document, u"--environment"_s, u"dev"_s, u"--out"_s,
            u"dags"_s, u"--target"_s};
        QCOMPARE(run(words + QStringList{u"airflow-2"_s, u"--providers"_s, u"two.txt"_s}), 0);
        QVERIFY(!got(u"dags/revenue.py"_s).contains("SQLExecuteQueryOperator"));
        QCOMPARE(run(words + QStringList{u"airflow-3"_s, u"--providers"_s, u"two.txt"_s}), 1);
        QVERIFY(m_error.startsWith(u"two.txt: error: "_s));
        QCOMPARE(run(words + QStringList{u"airflow-3"_s, u"--providers"_s, u"none.txt"_s}), 1);
        QVERIFY(m_error.startsWith(u"none.txt: error: "_s));
    }

    void oneOfSeveralIsNamed()
    {
        put(u"flow.json"_s, kFlow);
        QCOMPARE(run({u"picture"_s, u"flow.json"_s, u"--out"_s, u"o.png"_s}), 1);
        QVERIFY(m_error.contains(u"first, second"_s));
        QCOMPARE(run({u"picture"_s, u"flow.json"_s, u"--out"_s, u"o.png"_s, u"--pipeline"_s,
                     u"second"_s}),
            0);
        QVERIFY(!QImage(at(u"o.png"_s)).isNull());
    }

    void aFolderThatIsNotThereIsNamed()
    {
        put(u"o.pipeline.yaml"_s, kOrders);
        QCOMPARE(run({u"picture"_s, u"o.pipeline.yaml"_s, u"--out"_s, u"none/o.png"_s}), 1);
        QVERIFY(m_error.startsWith(u"none/o.png: error: "_s));
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineCommandTest)
#include "tst_pipelinecommand.moc"
