// SPDX-License-Identifier: GPL-3.0-or-later
// Deploys into a real Airflow 3 and 2: the version is read back, a broken node is named, a run is
// watched to its end, a pipeline that leaves is gone.
#include "pipelines/catalogue/loader.h"
#include "pipelines/deploy/deployrun.h"
#include "pipelines/deploy/presentreader.h"
#include "pipelines/deploy/runwatch.h"
#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/generate.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kLimit = 240'000; // on a busy machine

Node python(const QString& id, const QString& code)
{
    Node node;
    node.id = id;
    node.kind = u"process.python"_s;
    node.params = {{u"code"_s, Value::ofText(code), {}}};
    return node;
}

} // namespace

class DeployAirflowTest final : public QObject
{
    Q_OBJECT

    Runtime m_runtime;
    QTemporaryDir m_dir;
    std::map<int, std::unique_ptr<AirflowFixture>> m_servers;
    std::unique_ptr<ServiceHub> m_hub;
    ServiceId m_airflow;
    int m_major = 3;

    static void majors()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }
    void connectTo(int major)
    {
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<AirflowFixture>(major);
        QVERIFY2(server->isReady(), qPrintable(server->problem()));
        m_major = major;
        m_hub = std::make_unique<ServiceHub>(
            m_runtime, std::make_shared<AuditLog>(m_dir.filePath(u"audit.jsonl"_s)));
        m_hub->setDescriptors({workflow::airflowDescriptor()});
        ServiceConfig config = server->config();
        config.options.insert(u"dags"_s, server->dagsFolder());
        m_airflow = config.id;
        m_hub->add(config, server->password());
    }

    Pipeline pipeline(const QString& second) const
    {
        Pipeline pipeline;
        pipeline.id = u"deploy-test-%1"_s.arg(m_major);
        pipeline.name = u"ph_deploy_test"_s;
        pipeline.nodes = {python(u"first"_s, u"return 1"_s), python(u"second"_s, second)};
        pipeline.edges = {{u"first"_s, {}, u"second"_s, {}, {}}};
        return pipeline;
    }
    Generated generated(const Pipeline& pipeline) const
    {
        Target target;
        target.tool = u"airflow"_s;
        target.version = m_major == 3 ? u"3.0.0"_s : u"2.11.0"_s;
        return generate(pipeline, *builtInCatalogue(), target);
    }
    std::shared_ptr<DeployRun> deployed(const Generated& generated, const Pipeline& pipeline)
    {
        auto places = placesOf(*m_hub, m_airflow);
        if (!places)
            return nullptr;
        PresentReader reader(*m_hub, *places);
        QSignalSpy read(&reader, &PresentReader::finished);
        reader.read(generated, pipeline.id);
        if (!read.wait(60'000) || reader.error())
            return nullptr;
        DeployRequest request;
        request.places = std::move(*places);
        request.plan = planFor(generated, reader.present(), {pipeline.id, {}, {}});
        request.services = reader.services();
        request.versions = m_dir.filePath(u"deploys"_s);
        request.version.document = pipeline.id;
        request.version.pipeline = pipeline.name;
        request.version.generated = generated;
        request.parseLimit = milliseconds(kLimit);
        auto run = std::make_shared<DeployRun>(*m_hub, std::move(request));
        QSignalSpy finished(run.get(), &DeployRun::finished);
        run->start();
        if (!run->isOver())
            (void)finished.wait(kLimit);
        return run;
    }
    bool act(const Act& act)
    {
        const auto task = act.make();
        const auto state = finish(*task, 60'000);
        if (state != TaskStatus::State::Done)
            qWarning("%s", qPrintable(task->outcome().error().detail));
        return state == TaskStatus::State::Done;
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        m_hub.reset();
        m_servers.clear();
    }

    void deployBreakRepairRunRemove_data() { majors(); }
    void deployBreakRepairRunRemove()
    {
        QFETCH(int, major);
        connectTo(major);
        const Pipeline good = pipeline(u"print('from the second node')\nreturn 2"_s);
        const Generated first = generated(good);
        QVERIFY(first.isUsable() && !first.files.empty());
        auto run = deployed(first, good);
        QVERIFY(run);
        QVERIFY2(run->state() == DeployRun::State::Done,
            run->error() ? qPrintable(run->error()->detail) : "");
        qInfo("Airflow %d: read the new DAG; %s", major,
            qPrintable(run->steps().back().words.args.join(u' ')));

        // A node that breaks the import of the file: told by its id.
        Generated broken = generated(good);
        GeneratedFile& file = broken.files.front();
        SourceRange range;
        for (const auto& [node, place] : file.nodes)
            if (node == u"second")
                range = place;
        QVERIFY(range.begin.line > 0);
        QList<QByteArray> lines = file.text.split('\n');
        qsizetype at = range.begin.line - 1;
        while (lines[at].startsWith('@') || lines[at].startsWith("def "))
            ++at;
        qsizetype indent = 0;
        while (indent < lines[at].size() && lines[at][indent] == ' ')
            ++indent;
        lines.insert(at, QByteArray(indent, ' ') + "undefined_name");
        // As generated: with the hash of what it holds now.
        const qsizetype head = std::find_if(lines.begin(), lines.end(), [](const QByteArray& one) {
            return one.contains("pilothouse: id=");
        }) - lines.begin();
        file.text = withFingerprint(lines.mid(head + 1).join('\n'), good.id, good.name, "#");
        for (auto& [node, place] : file.nodes)
            if (node == u"second")
                ++place.end.line;
        run = deployed(broken, good);
        QVERIFY(run);
        QCOMPARE(run->state(), DeployRun::State::Failed);
        QVERIFY(run->importError());
        QCOMPARE(run->importError()->node, u"second"_s);
        QVERIFY2(run->importError()->words.contains(u"undefined_name"_s),
            qPrintable(run->importError()->words));
        QSignalSpy undone(run.get(), &DeployRun::finished);
        run->undo();
        QVERIFY(undone.wait(60'000));
        QCOMPARE(run->state(), DeployRun::State::Undone);
        ParseWatch parsed(*m_hub, m_airflow);
        QSignalSpy read(&parsed, &ParseWatch::finished);
        parsed.wait(good.name, first.files.front(), milliseconds(kLimit));
        QVERIFY(read.wait(kLimit));
        QVERIFY(parsed.outcome().parsed);
        auto* dags = m_hub->contract<workflow::Dags>(m_airflow);
        QTRY_VERIFY_WITH_TIMEOUT(
            await(dags->importErrors(), 60'000)
                .map([](const auto& errors) {
                    return std::none_of(errors.begin(), errors.end(),
                        [](const auto& error) { return error.file.contains(u"ph_deploy"_s); });
                })
                .value_or(false),
            kLimit);

        // Run it and watch the states of the nodes.
        const auto details = await(dags->details(good.name), 60'000);
        QVERIFY(details);
        if (details->info.paused)
            QVERIFY(act(dags->setPaused(details->info, false)));
        RunWatch watch(*m_hub);
        watch.watch(m_airflow, good.name, nullptr, {});
        watch.setActive(true);
        workflow::TriggerRequest request;
        request.dag = good.name;
        QVERIFY(act(m_hub->contract<workflow::Acts>(m_airflow)->trigger(request)));
        QTRY_VERIFY_WITH_TIMEOUT(
            watch.run() && watch.run()->state == u"success" && watch.cells().size() == 2, kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(watch.cells().at(u"first"_s).state, u"success"_s, kLimit);
        QTRY_COMPARE_WITH_TIMEOUT(watch.cells().at(u"second"_s).state, u"success"_s, kLimit);
        QVERIFY(!watch.error());

        // Nothing is left to generate: the file goes, nothing else.
        run = deployed(Generated(), good);
        QVERIFY(run);
        QCOMPARE(run->state(), DeployRun::State::Done);
        QVERIFY(!QFile::exists(m_servers[major]->dagsFolder() + u"/ph_deploy_test.py"_s));
        QVERIFY(QFile::exists(m_servers[major]->dagsFolder() + u"/shop_pulse.py"_s));
    }
};

PH_TEST_MAIN(QCoreApplication, DeployAirflowTest)
#include "tst_deployairflow.moc"
