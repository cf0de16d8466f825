// SPDX-License-Identifier: GPL-3.0-or-later
// During a run on the real server the grid is compared with the API every second, cell by cell:
// what is on the screen was the server's answer within the last three seconds. The limit here is
// ten times that, for a busy machine; the real figure is told.
#include "core/lane.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>

#include <algorithm>
#include <deque>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

class WorkflowTruthTest final : public QObject
{
    Q_OBJECT

    static constexpr int kOld = 3000; // ms a cell may be old
    static constexpr int kEvery = 1000; // ms between two questions

    struct Sample {
        qint64 at; // ms, when it was asked for
        QHash<QString, QSet<QString>> states; // by task: of all its instances
    };

    std::unique_ptr<AirflowFixture> m_airflow;

private Q_SLOTS:
    void initTestCase()
    {
        m_airflow = std::make_unique<AirflowFixture>(3);
        if (!m_airflow->isReady() && !qEnvironmentVariableIsSet("CI"))
            QSKIP(qPrintable(m_airflow->problem()));
        QVERIFY2(m_airflow->isReady(), qPrintable(m_airflow->problem()));
    }
    void cleanupTestCase() { m_airflow.reset(); }

    void cellsAreTrue_data()
    {
        QTest::addColumn<QString>("dag");
        QTest::newRow("mapped") << u"shop_price_import"_s;
        QTest::newRow("quick") << u"shop_pulse"_s;
    }
    void cellsAreTrue()
    {
        QFETCH(QString, dag);
        FakeWorkbench bench;
        bench.hub().setDescriptors({airflowDescriptor()});
        ServiceConfig config = m_airflow->config();
        bench.hub().add(config, m_airflow->password());
        ServiceConfig other = config;
        other.id = u"oracle"_s; // asks on connections of its own
        other.ns = u"airflow://oracle"_s;
        bench.hub().add(other, m_airflow->password());

        WorkflowPanel panel(bench, config.id);
        panel.resize(1389, 766);
        panel.show();
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().hasDags(), 60'000);
        panel.show(Target{dag, {}, {}, -1});
        QTRY_VERIFY_WITH_TIMEOUT(
            panel.feed().book(dag) && panel.feed().book(dag)->isRead(), 60'000);

        auto* acts = bench.hub().contract<Acts>(u"oracle"_s);
        auto* dags = bench.hub().contract<Dags>(u"oracle"_s);
        auto* runs = bench.hub().contract<Runs>(u"oracle"_s);
        QVERIFY(acts && dags && runs);
        if (const DagInfo* info = panel.feed().dag(dag); info && info->paused)
            QCOMPARE(finish(*dags->setPaused(*info, false).make()), TaskStatus::State::Done);
        TriggerRequest request;
        request.dag = dag;
        request.run = u"truth__%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(finish(*acts->trigger(request).make()), TaskStatus::State::Done);
        panel.feed().expectChange(dag);
        const RunRef ref{dag, request.run};
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().book(dag)->find(ref.run), 15'000);

        std::deque<Sample> samples;
        int compared = 0;
        int wrong = 0;
        qint64 oldest = 0;
        QHash<QString, qint64> unseen; // "task state", since when it is shown
        QElapsedTimer clock;
        clock.start();
        bool over = false;
        while (!over && clock.elapsed() < 120'000) {
            Sample sample;
            sample.at = clock.elapsed();
            const auto truth = await(runs->instances(ref));
            const auto run = await(runs->run(ref));
            QVERIFY2(truth && run, truth ? "" : qPrintable(truth.error().detail));
            for (const TaskInstance& one : *truth)
                sample.states[one.ref.task].insert(one.state);
            samples.push_back(sample);
            over = isFinal(run->state)
                && panel.feed().book(dag)->find(ref.run)->info.state == run->state;
            const qint64 now = clock.elapsed();
            const RunEntry* shown = panel.feed().book(dag)->find(ref.run);
            for (const Cell& cell : shown->cells) {
                if (cell.group || !cell.children.empty())
                    continue;
                // The newest moment at which the server said what is shown.
                const auto last
                    = std::find_if(samples.rbegin(), samples.rend(), [&cell](const Sample& one) {
                          return one.states.value(cell.task).contains(cell.state)
                              || !one.states.contains(cell.task);
                      });
                ++compared;
                if (last == samples.rbegin())
                    continue;
                // A state that came and went between two questions may be shown as long as a cell
                // may be old; one the server never said stays wrong.
                const QString shownState = cell.task + u' ' + cell.state;
                const qint64 since = last == samples.rend()
                    ? unseen.insert(shownState, unseen.value(shownState, now)).value()
                    : last->at;
                const qint64 age = now - since;
                oldest = std::max(oldest, age);
                if (age > (last == samples.rend() ? kOld + kEvery : 10 * kOld)) {
                    ++wrong;
                    qInfo("%s shows %s", qPrintable(cell.task), qPrintable(cell.state));
                }
            }
            while (samples.size() > 60)
                samples.pop_front();
            const qint64 next = sample.at + kEvery;
            QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() >= next, 5000);
        }
        QVERIFY(over);
        // At the end both agree in every cell.
        const auto left = await(runs->instances(ref));
        QVERIFY(left);
        QHash<QString, QSet<QString>> last;
        for (const TaskInstance& one : *left)
            last[one.ref.task].insert(one.state);
        const auto agrees = [&] {
            const RunEntry* shown = panel.feed().book(dag)->find(ref.run);
            return std::ranges::all_of(shown->cells, [&last](const Cell& cell) {
                return cell.group || !cell.children.empty()
                    || last.value(cell.task) == QSet<QString>{cell.state};
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(agrees(), 10 * kOld);
        QVERIFY(compared > 3);
        QCOMPARE(wrong, 0);
        qInfo("%d cells compared in %lld s, the oldest %lld ms old (promised: %d)", compared,
            clock.elapsed() / 1000, oldest, kOld);
    }
};

PH_TEST_MAIN(QApplication, WorkflowTruthTest)
#include "tst_workflowtruth.moc"
