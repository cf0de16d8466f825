// SPDX-License-Identifier: GPL-3.0-or-later
// The templates a new pipeline begins with: each is sound, says what it needs, and what is
// generated of it is Python.
#include "pipelines/catalogue/loader.h"
#include "pipelines/catalogue/sandboxservices.h"
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
                const auto known = std::find_if(serviceTitles().begin(), serviceTitles().end(),
                    [&](const auto& one) { return one.first == service; });
                QVERIFY2(known != serviceTitles().end(), qPrintable(service));
                QVERIFY2(pipeline.note.contains(known->second.section(u' ', 0, 0)),
                    qPrintable(known->second));
            }
        }
        // Which of them the sandbox has is no word of the note: that would lie one day.
        QVERIFY(!pipeline.note.contains(u"not have"_s));
    }

    // By the kinds of its nodes against the recipes of the sandbox.
    void saysWhatTheSandboxMisses()
    {
        QDirIterator files(u":/pilothouse/pipelines/templates"_s);
        std::map<QString, QStringList> missing;
        while (files.hasNext()) {
            const Pipeline pipeline = sound(files.next()).pipeline;
            missing[pipeline.name] = missingServices(pipeline, *builtInCatalogue());
        }
        for (const QString& name : {u"etl_template"_s, u"elt_template"_s, u"lambda_template"_s,
                 u"kappa_template"_s, u"shop_sales"_s})
            QCOMPARE(missing.at(name), QStringList());
        const auto lacks = [](const char* service) {
            return !sandboxServices().contains(QString::fromLatin1(service));
        };
        QCOMPARE(missing.at(u"lakehouse_template"_s).contains(u"Spark"_s), lacks("spark"));
        QCOMPARE(missing.at(u"gdelt_wikimedia"_s).contains(u"S3"_s), lacks("s3"));
    }

    // No kind counts as tried whose services no recipe starts.
    void triedMeansTheSandboxHasIt()
    {
        int untried = 0;
        for (const NodeKind& kind : builtInCatalogue()->kinds) {
            QVERIFY2(!kind.tried || isInSandbox(kind.services), qPrintable(kind.id));
            untried += !kind.tried;
        }
        QVERIFY(untried > 0);
        QVERIFY(sandboxServices().contains(u"postgres"_s));
        QVERIFY(!sandboxServices().contains(u"driver"_s));
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
