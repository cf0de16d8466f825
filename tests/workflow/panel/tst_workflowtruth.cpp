// SPDX-License-Identifier: GPL-3.0-or-later
// During a run on the real servers, with mapped tasks, a retry, a deferred task and one that is
// cleared, grid, graph and Gantt are compared with the API every second, cell by cell: what is on
// the screen was the server's answer within the last three seconds. And what looking costs.
#include "core/lane.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/await.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/httprelay.h"
#include "ui/graph/graphview.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QUrl>

#include <algorithm>
#include <deque>
#include <map>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kOld = 3000; // ms a cell may be old
constexpr int kEvery = 1000; // ms between two questions
constexpr int kLimit = 300'000; // a run on a busy machine

const QString kDag = u"truth_of_cells"_s;
// At the end only mapped tasks change, one long after the other.
const QByteArray kSource = R"(
import time
from datetime import datetime, timedelta
from airflow.providers.common.compat.sdk import DAG, BaseOperator, task
from airflow.providers.standard.triggers.temporal import TimeDeltaTrigger

class Away(BaseOperator):
    def execute(self, context):
        self.defer(trigger=TimeDeltaTrigger(timedelta(seconds=10)), method_name="back")

    def back(self, context, event=None):
        print("back")

with DAG("truth_of_cells", schedule=None, start_date=datetime(2026, 1, 1), catchup=False):
    @task
    def first():
        time.sleep(2)

    @task
    def mapped(seconds):
        time.sleep(seconds)

    @task(retries=1, retry_delay=timedelta(seconds=8))
    def retried(ti=None):
        if ti.try_number < 2:
            raise ValueError("once")

    @task(trigger_rule="all_done")
    def last():
        time.sleep(1)

    begin = first()
    [begin >> mapped.expand(seconds=[1, 3, 5, 18, 28]), begin >> retried(),
     begin >> Away(task_id="away")] >> last()
)";

// What one view says of one task: a state, or of a mapped task how many are in each.
using Words = std::map<QString, QString>; // "grid mapped" → "running×1 success×2"

QString wordsOf(std::map<QString, int> counts)
{
    // Before the scheduler has made it, a task has no instance or one without a state.
    counts.erase(u"no_status"_s);
    QStringList words;
    for (const auto& [state, count] : counts)
        words.append(count == 1 ? state : u"%1×%2"_s.arg(state).arg(count));
    return words.join(u' ');
}

struct Sample {
    qint64 at; // ms, when it was asked for
    Words words;
};

// Since when something is shown that the server says no longer; -1: it says so.
qint64 wrongSince(
    const std::vector<Sample>& samples, const QString& key, const QString& shown, qint64 first)
{
    const auto says = [&](const Sample& one) {
        const auto it = one.words.find(key);
        return (it == one.words.end() ? QString() : it->second) == shown;
    };
    const auto last = std::find_if(samples.rbegin(), samples.rend(), says);
    if (last == samples.rbegin())
        return -1;
    // The first answer that said otherwise; a state that came and went between two answers is
    // counted from when it was shown.
    return last == samples.rend() ? first : std::max(first, std::prev(last)->at);
}

} // namespace

class WorkflowTruthTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<AirflowFixture>> m_servers;

    // Time for what must not happen.
    static void pass(int ms)
    {
        (void)QTest::qWaitFor([] { return false; }, ms);
    }

    // What the API says, by the same keys as what the views show.
    static Words told(const std::vector<TaskInstance>& instances)
    {
        std::map<QString, std::map<QString, int>> counts;
        Words words;
        for (const TaskInstance& one : instances) {
            ++counts[one.ref.task][one.state];
            words[u"gantt %1 %2"_s.arg(one.ref.task).arg(one.ref.map)] = wordsOf({{one.state, 1}});
        }
        for (const auto& [task, states] : counts) {
            words[u"grid "_s + task] = wordsOf(states);
            StateWord worst = states.begin()->first;
            for (const auto& [state, count] : states)
                worst = worseOf(worst, state);
            words[u"graph "_s + task] = wordsOf({{states.size() == 1 ? worst : u"mixed"_s, 1}});
        }
        return words;
    }

    static Words shown(const WorkflowPanel& panel, const WorkflowPanel& gantt, const RunRef& ref)
    {
        Words words;
        const RunGrid* grid = panel.runs()->grid();
        const int column = panel.feed().book(ref.dag)->indexOf(ref.run);
        std::map<QString, bool> mixed; // mapped tasks with instances in several states
        for (int row = 0; row < grid->rows().size(); ++row) {
            const auto cell = grid->cellAt(row, column);
            if (!cell || cell->group)
                continue;
            std::map<QString, int> counts;
            for (const auto& [state, count] : cell->children)
                counts[state] += count;
            if (counts.empty())
                counts[cell->state] = 1;
            mixed[cell->task] = counts.size() > 1;
            words[u"grid "_s + cell->task] = wordsOf(counts);
        }
        for (const ui::GraphNode& node : panel.graph()->view()->scene().nodes)
            if (!node.isGroup)
                words[u"graph "_s + node.id]
                    = wordsOf({{mixed[node.id] ? u"mixed"_s : node.word, 1}});
        std::map<QString, std::pair<int, QString>> newest; // by task and map: try, state
        for (const GanttView::Bar& bar : gantt.runs()->gantt()->bars()) {
            auto& [number, state] = newest[u"gantt %1 %2"_s.arg(bar.task).arg(bar.map)];
            if (bar.tryNumber >= number)
                std::tie(number, state) = std::tuple(bar.tryNumber, bar.state);
        }
        for (const auto& [key, bar] : newest)
            words[key] = wordsOf({{bar.second, 1}});
        return words;
    }

    ServiceConfig config(int major, const QString& id, const QString& address = {})
    {
        ServiceConfig config = m_servers[major]->config();
        config.id = id;
        config.ns = u"airflow://"_s + id;
        if (!address.isEmpty())
            config.address = address;
        return config;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(int, major);
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<AirflowFixture>(major);
        if (!server->isReady() && qEnvironmentVariable("CI") != "true"_L1)
            QSKIP(qPrintable(server->problem()));
        QVERIFY2(server->isReady(), qPrintable(server->problem()));
    }
    void cleanupTestCase() { m_servers.clear(); }

    void cellsAreTrue_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3") << 3;
        QTest::newRow("2") << 2;
    }
    void cellsAreTrue()
    {
        QFETCH(int, major);
        AirflowFixture& server = *m_servers[major];
        QVERIFY(server.putDag(u"truth_of_cells.py"_s, kSource));
        FakeWorkbench bench;
        bench.hub().setDescriptors({airflowDescriptor()});
        bench.hub().add(config(major, u"shown"_s), server.password());
        // Asks on connections of its own.
        bench.hub().add(config(major, u"oracle"_s), server.password());
        auto* acts = bench.hub().contract<Acts>(u"oracle"_s);
        auto* dags = bench.hub().contract<Dags>(u"oracle"_s);
        auto* runs = bench.hub().contract<Runs>(u"oracle"_s);
        QVERIFY(acts && dags && runs);
        const auto isThere = [&] {
            const auto details = await(dags->details(kDag));
            return details && !details->info.stale;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 120'000);
        TriggerRequest request;
        request.dag = kDag;
        request.run = u"truth__%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(finish(*acts->trigger(request).make(), 60'000), TaskStatus::State::Done);
        const RunRef ref{kDag, request.run};

        WorkflowPanel panel(bench, u"shown"_s); // grid and graph
        WorkflowPanel gantt(bench, u"shown"_s); // both ask through one poller
        for (WorkflowPanel* one : {&panel, &gantt}) {
            one->resize(1389, 766);
            one->show();
        }
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().hasDags() && panel.feed().dag(kDag), 60'000);
        gantt.runs()->setView(RunsPane::Gantt);
        for (WorkflowPanel* one : {&panel, &gantt})
            one->show(Target{kDag, ref.run, {}, -1});
        QTRY_VERIFY_WITH_TIMEOUT(
            panel.feed().book(kDag) && panel.feed().book(kDag)->find(ref.run), 60'000);

        std::vector<Sample> samples;
        std::map<QString, std::pair<QString, qint64>> since; // what is shown since when
        std::deque<std::pair<qint64, qint64>> took; // when, ms
        QSet<QString> wrong;
        QSet<QString> states;
        qint64 compared = 0, oldest = 0, slowest = 0;
        bool cleared = false, over = false;
        QElapsedTimer clock;
        clock.start();
        while (!over && clock.elapsed() < kLimit) {
            const qint64 asked = clock.elapsed();
            const auto truth = await(runs->instances(ref));
            const auto run = await(runs->run(ref));
            QVERIFY2(truth, truth ? "" : qPrintable(truth.error().detail));
            QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
            samples.push_back({asked, told(*truth)});
            for (const TaskInstance& one : *truth)
                states.insert(one.state);
            const qint64 now = clock.elapsed();
            slowest = std::max(slowest, now - asked);
            // The promise is for a server that answers; what it took in the last ten seconds
            // comes on top, for the three questions of a round of ours.
            took.push_back({now, now - asked});
            while (took.front().first < now - 10'000)
                took.pop_front();
            qint64 lately = 0;
            for (const auto& [at, ms] : took)
                lately = std::max(lately, ms);
            const qint64 limit = std::min<qint64>(kOld + 3 * lately, 10 * kOld);
            Words seen = shown(panel, gantt, ref);
            for (const auto& [key, words] : samples.back().words)
                seen.try_emplace(key); // what should be there and is not
            for (const auto& [key, words] : seen) {
                auto& [before, first] = since.try_emplace(key, words, now).first->second;
                if (before != words)
                    std::tie(before, first) = std::tuple(words, now);
                ++compared;
                const qint64 bad = wrongSince(samples, key, words, first);
                if (bad < 0)
                    continue;
                oldest = std::max(oldest, now - bad);
                if (now - bad > limit && !wrong.contains(key + words)) {
                    wrong.insert(key + words);
                    qInfo("%s: %s is shown since %lld ms", qPrintable(key), qPrintable(words),
                        now - bad);
                }
            }
            const auto first = std::ranges::find_if(
                *truth, [](const auto& i) { return i.ref.task == "first"_L1; });
            const bool away = states.contains(u"deferred"_s);
            if (!cleared && away && first != truth->end() && first->state == "success"_L1) {
                ClearRequest clear;
                clear.dag = ref.dag;
                clear.run = ref.run;
                clear.tasks = {{u"first"_s, -1}};
                const auto preview = await(acts->tryClear(clear));
                QVERIFY2(preview, preview ? "" : qPrintable(preview.error().detail));
                cleared = finish(*acts->clear(clear, *preview).make(), 60'000)
                    == TaskStatus::State::Done;
                QVERIFY(cleared);
            }
            over = cleared && isFinal(run->state);
            QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() >= asked + kEvery, 5000);
        }
        QVERIFY(over);
        // At the end all agree in everything.
        const auto left = await(runs->instances(ref));
        QVERIFY(left);
        const Words end = told(*left);
        QTRY_COMPARE_WITH_TIMEOUT(shown(panel, gantt, ref), end, 10 * kOld);
        qInfo("%lld cells compared in %lld s, the oldest %lld ms old (promised: %d), the slowest "
              "question took %lld ms",
            compared, clock.elapsed() / 1000, oldest, kOld, slowest);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringList(wrong.values()).join(u", "_s)));
        for (const auto& state : {u"running"_s, u"up_for_retry"_s, u"deferred"_s, u"success"_s})
            QVERIFY2(states.contains(state), qPrintable(state)); // it was worth looking
        server.removeDag(u"truth_of_cells.py"_s);
    }

    // What looking costs a server: nothing while hidden, one request in ten seconds while nothing
    // moves, one a second while a run goes on.
    void asksLittle_data() { cellsAreTrue_data(); }
    void asksLittle()
    {
        QFETCH(int, major);
        AirflowFixture& server = *m_servers[major];
        HttpRelay relay(quint16(QUrl(server.address()).port()));
        FakeWorkbench bench;
        bench.hub().setDescriptors({airflowDescriptor()});
        bench.hub().add(config(major, u"shown"_s, relay.address()), server.password());
        bench.hub().add(config(major, u"oracle"_s), server.password());
        auto* acts = bench.hub().contract<Acts>(u"oracle"_s);
        const QString dag = u"shop_nightly_backup"_s;
        const auto details = await(bench.hub().contract<Dags>(u"oracle"_s)->details(dag));
        QVERIFY(details);
        if (details->info.paused)
            QCOMPARE(finish(*bench.hub()
                                 .contract<Dags>(u"oracle"_s)
                                 ->setPaused(details->info, false)
                                 .make(),
                         60'000),
                TaskStatus::State::Done);

        WorkflowPanel panel(bench, u"shown"_s);
        panel.resize(1389, 766);
        panel.show();
        QTRY_VERIFY_WITH_TIMEOUT(panel.feed().hasDags(), 60'000);
        panel.show(Target{dag, {}, {}, -1});
        QTRY_VERIFY_WITH_TIMEOUT(
            panel.feed().book(dag) && panel.feed().book(dag)->isRead(), 60'000);

        // Of a window that has settled, over `ms`.
        const auto asks = [&](int ms) {
            const auto before = relay.asked().size();
            pass(ms);
            QByteArrayList asked = relay.asked().mid(before);
            // The panel chooses the task that runs where it has chosen none: its log is followed.
            const auto all = asked.size();
            asked.removeIf([](const QByteArray& one) {
                return one.contains("/taskInstances/dump/logs/") || one.endsWith("Instances/dump");
            });
            qInfo("%lld requests in %d ms, %lld more for a log that is followed",
                qint64(asked.size()), ms, qint64(all - asked.size()));
            return asked;
        };
        TriggerRequest request;
        request.dag = dag;
        request.run = u"cost__%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
        request.conf = {{u"seconds"_s, 600}};
        QCOMPARE(finish(*acts->trigger(request).make(), 60'000), TaskStatus::State::Done);
        panel.feed().expectChange(dag);
        const auto runs = [&] {
            const RunEntry* run = panel.feed().book(dag)->find(request.run);
            const Cell* cell = run ? run->cell(u"dump"_s) : nullptr;
            return cell && cell->state == "running"_L1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), 120'000);
        pass(2000); // what the cell's change has made the card and the log ask
        // The grid alone; then with what the window asks for overview and timeline beside it.
        bench.sampler().setActive(false);
        pass(2000);
        const QByteArrayList visible = asks(10'000);
        QVERIFY2(visible.size() <= 11, visible.join('\n').constData());
        bench.sampler().setActive(true);
        const QByteArrayList whole = asks(30'000);
        QVERIFY2(whole.size() <= 55, whole.join('\n').constData());
        bench.sampler().setActive(false);

        panel.hide();
        pass(1000); // what was under way
        const QByteArrayList hidden = asks(4000);
        QVERIFY2(hidden.isEmpty(), hidden.join('\n').constData());

        auto run = await(bench.hub().contract<Runs>(u"oracle"_s)->run({dag, request.run}));
        QVERIFY(run);
        QCOMPARE(finish(*acts->markRun(*run, u"failed"_s).make(), 60'000), TaskStatus::State::Done);
        panel.QWidget::show();
        const auto ended = [&] {
            const RunEntry* entry = panel.feed().book(dag)->find(request.run);
            return entry && isFinal(entry->info.state) && panel.feed().isIdle();
        };
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 60'000);
        pass(3000);
        const QByteArrayList idle = asks(20'000);
        QVERIFY2(idle.size() <= 2, idle.join('\n').constData());
    }
};

PH_TEST_MAIN(QApplication, WorkflowTruthTest)
#include "tst_workflowtruth.moc"
