// SPDX-License-Identifier: GPL-3.0-or-later
// The templates a new pipeline begins with: each is sound, says what it needs, and what is
// generated of it is Python.
#include "pipelines/catalogue/loader.h"
#include "pipelines/check/check.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/generate/generate.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

// What the sandbox can start or has; words by which a note may name the others.
const QSet<QString> kSandbox{u"postgres"_s, u"kafka"_s, u"redis"_s, u"dbt"_s, u"files"_s};
const std::map<QString, QString> kWords{{u"spark"_s, u"Spark"_s}, {u"iceberg"_s, u"Iceberg"_s},
    {u"delta"_s, u"Delta"_s}, {u"s3"_s, u"S3"_s}, {u"http"_s, u"HTTP"_s}, {u"smtp"_s, u"mail"_s},
    {u"mlflow"_s, u"MLflow"_s}};

const QMap<QString, QString> kReady{{u"kafka"_s, u"Kafka"_s}, {u"postgres"_s, u"PostgreSQL"_s},
    {u"redis"_s, u"Redis"_s}, {u"dbt"_s, u"dbt"_s}};

Target airflow(const QString& version)
{
    Target target;
    target.tool = u"airflow"_s;
    target.version = version;
    target.providers = {{u"apache-airflow-providers-common-sql"_s, u"2.4.0"_s},
        {u"apache-airflow-providers-postgres"_s, u"7.1.1"_s},
        {u"apache-airflow-providers-smtp"_s, u"3.2.0"_s},
        {u"apache-airflow-providers-standard"_s, u"1.21.0"_s}};
    return target;
}

QByteArray textOf(const QString& file)
{
    QFile in(file);
    return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class PipelineDocumentsTest final : public QObject
{
    Q_OBJECT

private:
    static void rows()
    {
        QTest::addColumn<QString>("file");
        QDirIterator files(u":/pilothouse/pipelines/templates"_s);
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::newRow(qPrintable(documentStem(file))) << file;
        }
    }
    static StoredPipeline sound(const QString& file)
    {
        const StoredFile stored = storeFor(file).read(textOf(file));
        if (stored.pipelines.size() != 1 || !stored.pipelines.front().problems.empty())
            return {};
        return stored.pipelines.front();
    }

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(pilothouse_pipelinetemplates); }

    void thereAreAsManyAsPromised()
    {
        QDirIterator files(u":/pilothouse/pipelines/templates"_s);
        QSet<QString> ids;
        QSet<QString> names;
        while (files.hasNext()) {
            const Pipeline pipeline = sound(files.next()).pipeline;
            QVERIFY(!pipeline.name.isEmpty());
            ids.insert(pipeline.id);
            names.insert(pipeline.name);
        }
        QCOMPARE(ids.size(), 7);
        QCOMPARE(names.size(), 7);
    }

    void hasNoError_data() { rows(); }
    void hasNoError()
    {
        QFETCH(const QString, file);
        const StoredPipeline stored = sound(file);
        for (const QString& version : {u"2.11.2"_s, u"3.3.2"_s}) {
            const auto problems = check(stored.pipeline, *builtInCatalogue(), airflow(version));
            for (const Problem& problem : problems) {
                const QString words = problem.node + u": "_s
                    + QString::fromUtf8(problem.message.key) + problem.message.args.join(u", ");
                QVERIFY2(problem.severity != Problem::Severity::Error, qPrintable(words));
            }
        }
    }

    void saysWhatItNeeds_data() { rows(); }
    void saysWhatItNeeds()
    {
        QFETCH(const QString, file);
        const Pipeline pipeline = sound(file).pipeline;
        QVERIFY(!pipeline.title.isEmpty() && pipeline.tags.contains(u"template"_s));
        for (const Node& node : pipeline.nodes) {
            const NodeKind* kind = builtInCatalogue()->kind(node.kind);
            QVERIFY2(kind, qPrintable(node.kind));
            for (const QString& service : kind->services) {
                const auto word = kWords.find(service);
                if (kSandbox.contains(service)) {
                    if (kReady.contains(service))
                        QVERIFY2(pipeline.note.contains(kReady[service]), qPrintable(service));
                } else {
                    QVERIFY2(word != kWords.end(), qPrintable(service));
                    QVERIFY2(pipeline.note.contains(word->second), qPrintable(service));
                    QVERIFY(pipeline.note.contains(u"does not"_s));
                }
            }
        }
    }

    // An edit leaves its comments; written anew it means the same.
    void isKeptAsItIsWritten_data() { rows(); }
    void isKeptAsItIsWritten()
    {
        QFETCH(const QString, file);
        const QByteArray text = textOf(file);
        const Pipeline pipeline = sound(file).pipeline;
        const DocumentStore& store = storeFor(file);
        const auto renamed = store.apply(text, pipeline.name, {SetField{{}, Field::Name, u"x"_s}});
        QVERIFY(renamed.has_value());
        QByteArray expected = text;
        expected.replace(QByteArray("\nname: " + pipeline.name.toUtf8() + "\n"), "\nname: x\n");
        QCOMPARE(*renamed, expected);
        QVERIFY(store.written(pipeline).has_value());
    }

    void becomesPython_data() { rows(); }
    void becomesPython()
    {
        QFETCH(const QString, file);
        const Pipeline pipeline = sound(file).pipeline;
        for (const QString& version : {u"2.11.2"_s, u"3.3.2"_s}) {
            const Generated generated = generate(pipeline, *builtInCatalogue(), airflow(version));
            for (const Problem& problem : generated.problems) {
                if (problem.message.key.contains("cannot be generated yet"))
                    QSKIP("a kind of it cannot be generated yet");
                QVERIFY2(
                    problem.severity != Problem::Severity::Error, problem.message.key.constData());
            }
            QVERIFY(!generated.files.empty());
            for (const GeneratedFile& made : generated.files) {
                if (!made.path.endsWith(".py"_L1))
                    continue;
                QProcess python;
                python.start(u"python3"_s,
                    {u"-I"_s, u"-c"_s, u"import sys; compile(sys.stdin.read(), 'x', 'exec')"_s});
                python.write(made.text);
                python.closeWriteChannel();
                QVERIFY(python.waitForFinished(30'000));
                QVERIFY2(python.exitCode() == 0,
                    qPrintable(
                        made.path + u": "_s + QString::fromUtf8(python.readAllStandardError())));
            }
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineDocumentsTest)
#include "tst_pipelinedocuments.moc"
