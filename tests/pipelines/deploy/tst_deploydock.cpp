// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor has of deploying and running: the sheet beside the canvas, a run with its
// questions, the states of nodes.
#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/nodestates.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QSplitter>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class DeployDockTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<SessionBook> m_book;
    std::unique_ptr<QSplitter> m_panel;
    QWidget* m_inspector = nullptr;
    DeployDock* m_dock = nullptr;

    QStringList sent() const
    {
        const std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<FakeWorld>();
        workflow::DagDetails details;
        details.info.id = u"orders"_s;
        details.info.paused = true;
        m_world->details[u"orders"_s] = details;
        m_world->dags = {details.info};
        workflow::RunInfo run;
        run.ref = {u"orders"_s, u"run1"_s};
        run.state = u"running"_s;
        run.after = QDateTime::currentDateTimeUtc();
        m_world->runs[u"orders"_s] = {run};
        workflow::Cell clean;
        clean.task = u"clean"_s;
        clean.state = u"up_for_retry"_s;
        clean.tries = 2;
        m_world->cells[{u"orders"_s, u"run1"_s}] = {clean};

        m_bench = std::make_unique<FakeWorkbench>();
        FakeWorkflow::join(m_bench->hub(), m_world);
        m_book = std::make_unique<SessionBook>(m_bench->runtime(), m_bench->folder() + u"/p"_s);
        m_panel = std::make_unique<QSplitter>();
        auto* canvas = new QWidget(m_panel.get());
        canvas->setFocusPolicy(Qt::StrongFocus);
        m_inspector = new QWidget(m_panel.get());
        m_panel->setFocusProxy(canvas);
        m_panel->resize(1000, 700);
        m_dock = new DeployDock(*m_bench, builtInCatalogue(), m_panel.get(), m_inspector);
        Pipeline pipeline;
        pipeline.id = u"5f0c"_s;
        pipeline.name = u"orders"_s;
        Node node;
        node.id = u"clean"_s;
        node.kind = u"process.python"_s;
        pipeline.nodes = {node};
        const SessionPtr session = m_book->create(pipeline.id, pipeline);
        m_dock->setSession(session);
        QTRY_COMPARE(session->state(), DocumentSession::State::Ready);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        canvas->setFocus();
    }
    void cleanup()
    {
        m_panel.reset();
        m_book.reset();
        m_bench.reset();
    }

    void theSheetTakesThePlaceOfTheInspector()
    {
        QTest::keyClick(
            QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_dock->sheet()->isVisible());
        QVERIFY(!m_inspector->isVisible());
        // The service has no folder of DAGs: told, and nothing can be deployed.
        QTRY_COMPARE(m_dock->sheet()->desk()->state(), DeployDesk::State::Failed);
        QVERIFY(m_dock->sheet()->said().contains(u"folder"_s));
        m_dock->sheet()->setFocus();
        QTest::keyClick(m_dock->sheet(), Qt::Key_Escape);
        QVERIFY(!m_dock->sheet()->isVisible());
        QVERIFY(m_inspector->isVisible());
    }

    void aPausedPipelineIsSwitchedOnBeforeItRuns()
    {
        QSignalSpy said(m_dock, &DeployDock::said);
        m_dock->runAction()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->acts().size(), size_t(2), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 2, 10'000);
        QTRY_COMPARE(said.count(), 1);
        QCOMPARE(said.front().at(1).toBool(), false);
    }

    void aCancelledQuestionStartsNothing()
    {
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        m_dock->runOnce();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->acts().size(), size_t(1), 10'000);
        QVERIFY(sent().isEmpty());
    }

    void whatWasNeverDeployedCannotRun()
    {
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->errors[u"details"_s] = Error{Error::Kind::NotFound, {}, u"404"_s, {}, {}};
        }
        QSignalSpy said(m_dock, &DeployDock::said);
        m_dock->runOnce();
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 10'000);
        QVERIFY(said.front().at(0).toString().contains(u"deploy it first"_s));
        QVERIFY(said.front().at(1).toBool());
    }

    void statesOfTheLastRunStandOnTheNodes()
    {
        QSignalSpy changed(m_dock->watch(), &RunWatch::changed);
        m_dock->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_dock->watch()->cells().contains(u"clean"_s), 10'000);
        ui::GraphScene scene;
        scene.nodes.resize(2);
        scene.nodes[0].id = u"clean"_s;
        scene.nodes[1].id = u"new"_s;
        putStates(scene, *m_dock->watch());
        QCOMPARE(scene.nodes[0].glyph, ui::Glyph::Retry);
        QCOMPARE(scene.nodes[0].word, u"up_for_retry"_s);
        QCOMPARE(scene.nodes[0].badge, u"×2"_s);
        QCOMPARE(scene.nodes[1].glyph, ui::Glyph::None); // not deployed: no state
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->cells[{u"orders"_s, u"run1"_s}].front().state = u"success"_s;
        }
        QTRY_COMPARE_WITH_TIMEOUT(
            m_dock->watch()->cells().at(u"clean"_s).state, u"success"_s, 10'000);
        // A server that is away: the states stay, and are dated.
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->broken = Error{Error::Kind::Refused, {}, u"refused"_s, {}, {}};
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_dock->watch()->error(), 10'000);
        QVERIFY(m_dock->watch()->cells().contains(u"clean"_s));
        QVERIFY(m_dock->watch()->asOf().isValid());
    }

    void nothingIsAskedWhileHidden()
    {
        m_dock->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_dock->watch()->run(), 10'000);
        m_dock->setActive(false);
        const auto asked = [this] {
            const std::lock_guard lock(m_world->mutex);
            return m_world->asked.size();
        };
        const size_t before = asked();
        QVERIFY(!QTest::qWaitFor([&] { return asked() != before; }, 2'500));
        QCOMPARE(asked(), before);
    }

    void oneNodeRunsAgain()
    {
        m_dock->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_dock->watch()->run(), 10'000);
        m_dock->runNode(u"clean"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 1, 10'000);
        const std::lock_guard lock(m_world->mutex);
        QCOMPARE(m_world->clears.size(), size_t(1));
        QCOMPARE(m_world->clears.front().run, u"run1"_s);
        QCOMPARE(m_world->clears.front().tasks,
            (std::vector<std::pair<QString, int>>{{u"clean"_s, -1}}));
        QVERIFY(!m_world->clears.front().downstream);
    }

    void aStreamingJobNeverSucceeds()
    {
        JobState job;
        job.phase = JobPhase::Running;
        job.said = u"streaming"_s;
        QCOMPARE(glyphOfJob(job), ui::Glyph::Streaming);
        for (const JobPhase phase : {JobPhase::Absent, JobPhase::Stopped, JobPhase::Starting,
                 JobPhase::Running, JobPhase::Failed, JobPhase::Unknown}) {
            for (const QString& said :
                {u""_s, u"success"_s, u"streaming"_s, u"waiting"_s, u"failed"_s, u"stopped"_s}) {
                job.phase = phase;
                job.said = said;
                QVERIFY(glyphOfJob(job) != ui::Glyph::Ok);
            }
        }
    }
};

PH_TEST_MAIN(QApplication, DeployDockTest)
#include "tst_deploydock.moc"
