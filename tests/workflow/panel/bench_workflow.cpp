// SPDX-License-Identifier: GPL-3.0-or-later
// From the server's answers to painted cells: a grid of 900 tasks and 25 runs, a DAG of 8,000 runs.
// The answers are generated, in memory, on a lane; what is measured is everything from asking to
// the last cell on the screen.
#include "tests/bench/benchfile.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowBench final : public QObject
{
    Q_OBJECT

    // Milliseconds from showing the panel to a painting with all cells of the screen.
    static double open(int tasks, int groups, int runs)
    {
        auto world = std::make_shared<FakeWorld>();
        fillMany(*world, u"many"_s, tasks, groups, runs);
        if (runs > 400) // cells of the runs one sees
            for (const RunInfo& run : world->runs[u"many"_s])
                for (const workflow::TaskInfo& task : world->structures[u"many"_s].tasks) {
                    Cell cell;
                    cell.task = task.id;
                    cell.state = u"success"_s;
                    world->cells[{u"many"_s, run.ref.run}].push_back(cell);
                }
        FakeWorkbench bench;
        FakeWorkflow::join(bench.hub(), world);
        WorkflowPanel panel(bench, u"shop-airflow"_s);
        panel.resize(1389, 766);
        QElapsedTimer clock;
        clock.start();
        panel.show();
        RunGrid* grid = panel.runs()->grid();
        const auto painted = [&] {
            if (grid->columns() == 0 || grid->paintedCells() == 0)
                return false;
            const auto [first, last] = grid->shownColumns();
            for (int i = first; i <= last; ++i)
                if (!grid->book()->runs()[size_t(i)].cellsRead.isValid())
                    return false;
            return grid->paintedCells() >= (last - first + 1) * 10;
        };
        while (!painted() && clock.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        return painted() ? double(clock.elapsed()) : -1;
    }
    static void measure(const QString& name, int tasks, int groups, int runs, double aim)
    {
        std::vector<double> times;
        open(tasks, groups, runs);
        for (int i = 0; i < 5; ++i) {
            times.push_back(open(tasks, groups, runs));
            QVERIFY(times.back() > 0);
        }
        bench::Figure figure;
        figure.name = name;
        figure.ours = bench::median(times);
        figure.unit = u"ms"_s;
        figure.runs = int(times.size());
        figure.aim = aim;
        QVERIFY(bench::write(figure));
        qInfo("%s: %.0f ms, aim %.0f", qPrintable(name), figure.ours, aim);
    }

private Q_SLOTS:
    void grid() { measure(u"workflow.grid"_s, 900, 150, 25, 500); }
    void runs() { measure(u"workflow.runs"_s, 12, 0, 8000, 1000); }
};

PH_TEST_MAIN(QApplication, WorkflowBench)
#include "bench_workflow.moc"
