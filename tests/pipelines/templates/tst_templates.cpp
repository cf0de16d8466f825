// SPDX-License-Identifier: GPL-3.0-or-later
// Every template for real: checked and generated, deployed to the sandbox, read
// by Airflow 3 and 2 without an import error; those whose services the sandbox starts run green in
// both and what they promise lies in PostgreSQL, Kafka and Redis.
#include "pipelines/catalogue/loader.h"
#include "pipelines/catalogue/sandboxservices.h"
#include "pipelines/check/check.h"
#include "pipelines/deploy/deployrun.h"
#include "pipelines/deploy/presentreader.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/generate/generate.h"
#include "pipelines/generate/targets.h"
#include "tests/pipelines/templates/shopbox.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "workflow/api/acts.h"
#include "workflow/api/runs.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kLimit = 240'000; // on a busy machine

struct Sample {
    QString file;
    Pipeline pipeline;
    bool runs = false; // all it needs is in the sandbox
};

} // namespace

class TemplatesTest final : public QObject
{
    Q_OBJECT

    ShopBox m_box;
    QTemporaryDir m_dir;
    std::vector<Sample> m_samples;
    QElapsedTimer m_clock;
    // No two runs of a DAG may stand for the same moment.
    const QDateTime m_logical = QDateTime::currentDateTimeUtc().addDays(-3);
    const QString m_run = u"for_real_%1"_s.arg(m_logical.toSecsSinceEpoch());

    // As it is, but its own runs lie in the past: ours is the only one.
    Pipeline ended(Pipeline pipeline) const
    {
        std::erase_if(
            pipeline.schedule, [](const Setting& one) { return one.name == u"end_date"; });
        const QString end = m_logical.addDays(1).toString(u"yyyy-MM-dd"_s);
        pipeline.schedule.push_back({u"end_date"_s, Value::ofText(end)});
        return pipeline;
    }

    void lap(const char* words) { qInfo("%6.1f s %s", double(m_clock.elapsed()) / 1000, words); }

    static void majors()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }

    std::shared_ptr<DeployRun> deployed(int major, const Generated& generated, const Pipeline& of)
    {
        auto places = placesOf(m_box.hub(), ShopBox::airflow(major));
        if (!places)
            return nullptr;
        PresentReader reader(m_box.hub(), *places);
        QSignalSpy read(&reader, &PresentReader::finished);
        reader.read(generated, of.id);
        if (!read.wait(60'000) || reader.error())
            return nullptr;
        DeployRequest request;
        request.places = std::move(*places);
        request.plan = planFor(generated, reader.present(), {of.id, {}, {}});
        for (const UnitPlan& unit : request.plan.units) {
            for (const Text& refusal : unit.refusals)
                qWarning("%s: %s", qPrintable(unitKey(unit.unit)),
                    qPrintable(QString::fromUtf8(refusal.key) + refusal.args.join(u' ')));
            for (const FilePlan& file : unit.files)
                if (file.isBlocked())
                    qWarning("%s is somebody's", qPrintable(file.path));
        }
        request.services = reader.services();
        request.versions = m_dir.filePath(u"deploys"_s);
        request.version.document = of.id;
        request.version.pipeline = of.name;
        request.version.generated = generated;
        request.parseLimit = milliseconds(kLimit);
        auto run = std::make_shared<DeployRun>(m_box.hub(), std::move(request));
        QSignalSpy finished(run.get(), &DeployRun::finished);
        run->start();
        if (!run->isOver())
            (void)finished.wait(kLimit);
        return run;
    }

    void act(const Act& act)
    {
        const auto task = act.make();
        const auto state = finish(*task, 60'000);
        QVERIFY2(state == TaskStatus::State::Done,
            state == TaskStatus::State::Done ? "" : qPrintable(task->outcome().error().detail));
    }

    static bool isDone(const Act& act)
    {
        const auto task = act.make();
        return finish(*task, 60'000) == TaskStatus::State::Done;
    }

    // The newest run of the DAG, started by us.
    std::optional<workflow::RunInfo> runOf(int major, const QString& dag)
    {
        workflow::RunQuery query;
        query.dag = dag;
        const auto page = await(
            m_box.hub().contract<workflow::Runs>(ShopBox::airflow(major))->page(query), 60'000);
        if (page)
            for (const workflow::RunInfo& run : page->runs)
                if (run.ref.run == m_run)
                    return run;
        return std::nullopt;
    }

    QString failedTasks(int major, const workflow::RunRef& ref)
    {
        const auto cells = await(m_box.hub()
                                     .contract<workflow::Runs>(ShopBox::airflow(major))
                                     ->cells(ref.dag, {ref.run}),
            60'000);
        QStringList out;
        if (cells)
            for (const auto& run : *cells)
                for (const workflow::Cell& cell : run.cells)
                    out.append(cell.task + u'=' + cell.state);
        return ref.dag + u": "_s + out.join(u' ');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_clock.start();
        QVERIFY2(m_box.isReady(), qPrintable(m_box.problem()));
        lap("servers answer");
        const QDir folder(QString::fromUtf8(PH_TEMPLATES));
        for (const QString& name : folder.entryList({u"*.pipeline.yaml"_s}, QDir::Files)) {
            const auto read = readDocumentWithLayout(folder.filePath(name));
            QVERIFY(read && read->stored.pipelines.size() == 1);
            const Pipeline pipeline = ended(read->stored.pipelines.front().pipeline);
            m_samples.push_back({folder.filePath(name), pipeline,
                missingServices(pipeline, *builtInCatalogue()).isEmpty()});
        }
        QCOMPARE(m_samples.size(), 7U);
        m_box.remove(names()); // of a run that was broken off
        // The others say what they miss.
        QStringList waiting;
        for (const Sample& one : m_samples)
            if (!one.runs)
                waiting.append(one.pipeline.name + u": "_s
                    + missingServices(one.pipeline, *builtInCatalogue()).join(u", "_s));
        QCOMPARE(waiting,
            QStringList({u"gdelt_wikimedia: S3, HTTP services"_s,
                u"lakehouse_template: Spark, Iceberg"_s}));
    }

    void checksAndGenerates()
    {
        for (const Sample& one : m_samples)
            for (const int major : {2, 3}) {
                for (const Problem& problem :
                    check(one.pipeline, *builtInCatalogue(), sandboxTarget(major)))
                    QVERIFY2(problem.severity != Problem::Severity::Error,
                        qPrintable(one.pipeline.name + u'.' + problem.node + u": "_s
                            + QString::fromUtf8(problem.message.key)));
                const Generated made
                    = generate(one.pipeline, *builtInCatalogue(), sandboxTarget(major));
                for (const Problem& problem : made.problems)
                    qWarning("%s.%s: %s", qPrintable(one.pipeline.name), qPrintable(problem.node),
                        problem.message.key.constData());
                QVERIFY2(made.isUsable() && !made.files.empty(), qPrintable(one.pipeline.name));
            }
    }

    // What lies in the targets before and after is different in every run of this.
    void runsForReal_data() { majors(); }
    void runsForReal()
    {
        QFETCH(int, major);
        m_box.emptyTargets();
        auto& hub = m_box.hub();
        const ServiceId airflow = ShopBox::airflow(major);
        for (const Sample& one : m_samples) {
            const Generated made
                = generate(one.pipeline, *builtInCatalogue(), sandboxTarget(major));
            QVERIFY2(made.isUsable() && !made.files.empty(), qPrintable(one.pipeline.name));
            if (!one.runs) { // only its DAG: the rest has nowhere to go
                for (const GeneratedFile& file : made.files)
                    if (file.path.endsWith(u".py") && !file.path.contains(u'/'))
                        QVERIFY(m_box.putDag(major, file.path, file.text));
                continue;
            }
            const auto run = deployed(major, made, one.pipeline);
            QVERIFY(run);
            QVERIFY2(run->state() == DeployRun::State::Done,
                qPrintable(one.pipeline.name + u": "_s
                    + (run->error() ? QString(
                           run->error()->detail + QString::fromUtf8(run->error()->hint.key))
                                    : QString())));
        }
        lap("deployed");
        auto* dags = hub.contract<workflow::Dags>(airflow);
        auto* acts = hub.contract<workflow::Acts>(airflow);
        for (const QString& name : names())
            QTRY_VERIFY_WITH_TIMEOUT(await(dags->details(name), 60'000), kLimit);
        const auto broken = await(dags->importErrors(), 60'000);
        QVERIFY(broken);
        for (const workflow::ImportError& error : *broken)
            for (const QString& name : names())
                QVERIFY2(!error.file.contains(name), qPrintable(error.trace));
        lap("read by Airflow");
        QVERIFY2(m_box.sendOrders(major), qPrintable(m_box.problem()));
        for (const Sample& one : m_samples) {
            if (!one.runs)
                continue;
            const auto details = await(dags->details(one.pipeline.name), 60'000);
            QVERIFY(details);
            workflow::TriggerRequest request;
            request.dag = one.pipeline.name;
            request.run = m_run;
            request.logical = m_logical;
            // What a turn before this took away may be taken out of its list once more.
            QVERIFY2(QTest::qWaitFor([&] { return isDone(acts->trigger(request)); }, kLimit),
                qPrintable(request.dag));
            if (details->info.paused)
                act(dags->setPaused(details->info, false));
        }
        for (const Sample& one : m_samples) {
            if (!one.runs)
                continue;
            std::optional<workflow::RunInfo> run;
            QTRY_VERIFY_WITH_TIMEOUT((run = runOf(major, one.pipeline.name))
                    && (run->state == u"success" || run->state == u"failed"),
                kLimit);
            QVERIFY2(run->state == u"success", qPrintable(failedTasks(major, run->ref)));
            lap(qPrintable(one.pipeline.name));
        }
        m_box.verifyTargets(major);
        lap("data arrived");
        for (const Sample& one : m_samples)
            if (const auto details = await(dags->details(one.pipeline.name), 60'000);
                details && !details->info.paused)
                act(dags->setPaused(details->info, true));
    }

    void cleanupTestCase()
    {
        if (m_box.isReady())
            m_box.remove(names());
        m_box.end();
    }

private:
    QStringList names() const
    {
        QStringList out;
        for (const Sample& one : m_samples)
            out.append(one.pipeline.name);
        return out;
    }
};

PH_TEST_MAIN(QCoreApplication, TemplatesTest)
#include "tst_templates.moc"
