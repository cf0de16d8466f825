// SPDX-License-Identifier: GPL-3.0-or-later
// Search over all logs of a run: order, four at once, the same hits as a plain search, soon after
// their bytes, stopped at once, logs that break off; and the pane with real keys.
#include "workflow/panel/runsearch.h"

#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/log/fakelogs.h"
#include "workflow/panel/runsearchmodel.h"
#include "workflow/panel/runsearchpane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <set>

using namespace pilothouse;
using namespace pilothouse::workflow;
using pilothouse::test::FakeLog;
using namespace Qt::StringLiterals;

namespace
{

const RunRef kRun{u"wide"_s, u"manual__1"_s};

TaskInstance instance(int task, const char* state, int tries, qint64 endSecs)
{
    TaskInstance one;
    one.ref = {kRun.dag, kRun.run, u"task_%1"_s.arg(task), -1};
    one.state = stateWord(QString::fromLatin1(state));
    one.tryNumber = tries;
    one.end = QDateTime::fromSecsSinceEpoch(1'773'748'800 + endSecs, Qt::UTC);
    one.host = u"worker-1"_s;
    return one;
}

// Every 97th line of a log of task t and try n holds the needle.
QList<QByteArray> linesOf(int task, int tryNumber, int count)
{
    QList<QByteArray> out;
    for (int i = 0; i < count; ++i) {
        const bool hit = (i + task * 13 + tryNumber * 7) % 97 == 0;
        out << QByteArray("INFO task ") + QByteArray::number(task) + " line "
                + QByteArray::number(i) + (hit ? " order 48211 failed" : " nothing to see");
    }
    return out;
}

FakeLog logOf(int task, int tryNumber, int count, int pieces)
{
    const auto lines = linesOf(task, tryNumber, count);
    FakeLog log;
    const int each = (count + pieces - 1) / pieces;
    for (int i = 0; i < count; i += each)
        log.pieces.push_back(test::packLines(lines.mid(i, each)));
    return log;
}

} // namespace

class TestRunSearch final : public QObject
{
    Q_OBJECT

    using Found = std::set<std::tuple<QString, int, qint64>>;
    static Found foundBy(const RunSearch& search)
    {
        Found out;
        for (const RunHit& hit : search.hits()) {
            const RunLog& log = search.logs()[size_t(hit.log)];
            out.emplace(log.task.task, log.tryNumber, hit.row);
        }
        return out;
    }
    // `tasks` tasks with three tries each; what a plain search over the texts finds.
    static Found fill(test::FakeLogs& logs, std::vector<TaskInstance>& instances, int tasks,
        int lines, int pieces = 3)
    {
        Found want;
        for (int t = 0; t < tasks; ++t) {
            instances.push_back(instance(t, t % 3 == 0 ? "failed" : "success", 3, t));
            for (int n = 1; n <= 3; ++n) {
                logs.set(u"task_%1"_s.arg(t), n, logOf(t, n, lines, pieces));
                const auto all = linesOf(t, n, lines);
                for (int i = 0; i < lines; ++i)
                    if (all[i].contains("48211"))
                        want.emplace(u"task_%1"_s.arg(t), n, i);
            }
        }
        return want;
    }

private Q_SLOTS:
    void newestFailedTriesFirst()
    {
        const auto logs = logsOf({instance(1, "success", 1, 50), instance(2, "failed", 2, 10),
            instance(3, "failed", 2, 20), instance(4, "running", 1, 0), instance(5, "queued", 0, 0),
            instance(6, "success", 2, 90)});
        QStringList order;
        for (const RunLog& log : logs)
            order << u"%1.%2"_s.arg(log.task.task.mid(5)).arg(log.tryNumber);
        QCOMPARE(order,
            (QStringList{
                u"6.1"_s, u"3.2"_s, u"3.1"_s, u"2.2"_s, u"2.1"_s, u"4.1"_s, u"6.2"_s, u"1.1"_s}));
    }

    void findsWhatAPlainSearchFinds()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        std::vector<TaskInstance> instances;
        const Found want = fill(logs, instances, 40, 700);
        instances.push_back(instance(99, "failed", 1, 999)); // has no log
        RunSearch search(bench.hub(), u"shop-airflow"_s);
        RunSearchModel model(search);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        search.start(logsOf(instances), {u"48211"_s});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.searched(), 121);
        QCOMPARE(search.failed(), 0);
        QCOMPARE(search.withoutLog(), 1);
        QCOMPARE(search.found(), qint64(want.size()));
        QVERIFY(foundBy(search) == want);
        QVERIFY2(logs.mostOpen() <= 4, qPrintable(QString::number(logs.mostOpen())));
        const auto reads = logs.reads();
        // Four are opened at once, in any order.
        QVERIFY(std::any_of(reads.begin(), reads.begin() + 4,
            [](const auto& read) { return std::get<0>(read) == u"task_99"_s; }));
        // What went well comes last: the third tries of two tasks of three.
        for (int i = 0; i < 90; ++i)
            QVERIFY(std::get<2>(reads[size_t(i)]) < 3
                || std::get<0>(reads[size_t(i)]).mid(5).toInt() % 3 == 0);
        // The lines around, also across pieces.
        for (const RunHit& hit : search.hits()) {
            const RunLog& log = search.logs()[size_t(hit.log)];
            const auto all = linesOf(log.task.task.mid(5).toInt(), log.tryNumber, 700);
            QCOMPARE(hit.text, all[hit.row]);
            QCOMPARE(hit.before,
                all.mid(std::max<qint64>(0, hit.row - 2), std::min<qint64>(2, hit.row)));
            QCOMPARE(hit.after, all.mid(hit.row + 1, 2));
        }
        QCOMPARE(model.rowCount(), 120);
    }

    // A server has words also for a log that is not there; they are not searched.
    void whatNeverRanHasNoLog()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        TaskInstance empty = instance(1, "success", 1, 5); // an EmptyOperator
        TaskInstance skipped = instance(2, "skipped", 1, 5);
        TaskInstance failed = instance(3, "upstream_failed", 0, 5);
        for (TaskInstance* one : {&empty, &skipped, &failed})
            one->host.clear();
        TaskInstance begins = instance(4, "running", 1, 5); // its machine is not told yet
        begins.host.clear();
        for (int t = 1; t <= 5; ++t)
            logs.set(u"task_%1"_s.arg(t), 1,
                {{test::packLines({"ERROR *** Could not read served logs: Invalid URL"})}});
        RunSearchPane pane(bench, u"shop-airflow"_s);
        pane.resize(846, 420);
        pane.show();
        pane.setRun(kRun, {empty, skipped, failed, begins, instance(5, "failed", 1, 5)});
        pane.start(u"served"_s);
        QTRY_VERIFY(!pane.search().isRunning());
        QCOMPARE(pane.search().found(), 2);
        QCOMPARE(logs.reads().size(), size_t(2));
        QVERIFY2(pane.progress().contains(u"2 of 2 searched"_s)
                && pane.progress().contains(u"3 without a log"_s),
            qPrintable(pane.progress()));
    }

    void showsHitsSoonAndStopsAtOnce()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        std::vector<TaskInstance> instances;
        for (int t = 0; t < 50; ++t) {
            instances.push_back(instance(t, "failed", 1, t));
            FakeLog log = logOf(t, 1, 300, 100);
            log.pieceDelay = 10; // a second for each log
            logs.set(u"task_%1"_s.arg(t), 1, log);
        }
        RunSearch search(bench.hub(), u"shop-airflow"_s);
        double worst = 0;
        connect(&search, &RunSearch::hitsAdded, this, [&](int from, int to) {
            const qint64 now = Clock::now().time_since_epoch().count();
            for (int i = from; i < to; ++i) {
                const qint64 handed = logs.handedOn(search.hits()[size_t(i)].text);
                worst = std::max(worst, double(now - handed) / 1e6);
            }
        });
        search.start(logsOf(instances), {u"48211"_s});
        QTRY_VERIFY(search.hits().size() >= 12);
        QVERIFY(search.isRunning());
        QElapsedTimer clock;
        clock.start();
        search.stop();
        QVERIFY(!search.isRunning());
        QTRY_COMPARE(logs.open(), 0);
        const qint64 stopped = clock.elapsed();
        const size_t kept = search.hits().size();
        const size_t reads = logs.reads().size();
        qInfo("hit shown %.1f ms after its bytes at worst, stopped in %lld ms", worst,
            static_cast<long long>(stopped));
        QVERIFY2(worst <= 200, qPrintable(QString::number(worst)));
        QVERIFY2(stopped <= 250, qPrintable(QString::number(stopped)));
        QTRY_COMPARE(search.hits().size(), kept);
        QCOMPARE(logs.reads().size(), reads);
    }

    void goesOnAfterALogBrokeOff()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        std::vector<TaskInstance> instances;
        const Found want = fill(logs, instances, 2, 900, 9);
        FakeLog broken = logOf(0, 3, 900, 9);
        broken.error = Error{Error::Kind::Refused, {}, u"connection refused"_s, {}, {}};
        broken.breakAt = 5;
        broken.breaks = 1;
        logs.set(u"task_0"_s, 3, broken);
        FakeLog refused;
        refused.error = Error{Error::Kind::Auth, {}, u"HTTP 403"_s, {}, u"403"_s};
        logs.set(u"task_7"_s, 1, refused);
        instances.push_back(instance(7, "failed", 1, 5));
        RunSearch search(bench.hub(), u"shop-airflow"_s);
        search.start(logsOf(instances), {u"48211"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!search.isRunning(), 20'000);
        QVERIFY(foundBy(search) == want);
        QCOMPARE(search.found(), qint64(want.size())); // none twice
        QCOMPARE(search.failed(), 1);
        QCOMPARE(search.searched(), 6);
        QCOMPARE(search.error()->code, u"403"_s);
    }

    void keepsAtMostSoManyHits()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        std::vector<TaskInstance> instances;
        const QList<QByteArray> lines(30'000, QByteArray("INFO 48211"));
        for (int t = 0; t < 5; ++t) {
            instances.push_back(instance(t, "failed", 1, t));
            logs.set(u"task_%1"_s.arg(t), 1, {{test::packLines(lines)}});
        }
        RunSearch search(bench.hub(), u"shop-airflow"_s);
        search.start(logsOf(instances), {u"48211"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!search.isRunning(), 60'000);
        QCOMPARE(search.found(), 150'000);
        QVERIFY(search.hits().size() <= size_t(RunSearch::kMostHits));
        QVERIFY(search.hits().size() > 50'000);
    }

    void paneWithKeys()
    {
        test::FakeLogs logs;
        test::FakeWorkbench bench;
        logs.join(bench.hub());
        std::vector<TaskInstance> instances;
        const Found want = fill(logs, instances, 4, 300);
        RunSearchPane pane(bench, u"shop-airflow"_s);
        pane.resize(846, 420);
        pane.show();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pane.setRun(kRun, instances);
        pane.start({});
        auto* field = pane.findChild<QLineEdit*>();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"48211"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!pane.search().isRunning());
        QCOMPARE(pane.search().found(), qint64(want.size()));
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(pane.list().hasFocus());
        QSignalSpy opened(&pane, &RunSearchPane::hitOpened);
        QTest::keyClick(&pane.list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        const auto task = opened[0][0].value<TaskRef>();
        QVERIFY(want.contains({task.task, opened[0][1].toInt(), opened[0][2].toLongLong()}));
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(pane.grab().save(folder + u"/run-search.png"_s));
        QSignalSpy closed(&pane, &RunSearchPane::closed);
        QTest::keyClick(&pane.list(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }
};

PH_TEST_MAIN(QApplication, TestRunSearch)
#include "tst_runsearch.moc"
