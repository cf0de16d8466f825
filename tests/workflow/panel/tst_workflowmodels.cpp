// SPDX-License-Identifier: GPL-3.0-or-later
// The shared poller and the models of the workflow panels, on contracts in memory.
#include "core/runtime.h"
#include "core/servicehub.h"
#include "tests/support/cputime.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "workflow/panel/dagmodel.h"
#include "workflow/panel/gridrows.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/worktext.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowModelsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    std::shared_ptr<FakeWorld> m_world;

    std::shared_ptr<RunFeed> feed() { return RunFeed::of(*m_hub, u"shop-airflow"_s); }
    int asked(const QString& method)
    {
        std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    // Requests of the last `ms`.
    int askedWithin(qint64 ms)
    {
        std::lock_guard lock(m_world->mutex);
        const qint64 from = QDateTime::currentMSecsSinceEpoch() - ms;
        return int(std::count_if(m_world->askedAt.begin(), m_world->askedAt.end(),
            [from](qint64 at) { return at >= from; }));
    }
    static void pass(qint64 ms)
    {
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() >= ms, int(ms) + 5000);
    }
    void watchOrders(FeedWatch& watch)
    {
        watch.setVisible(true);
        watch.setDag(u"orders_hourly"_s);
        QTRY_VERIFY(watch.feed().book(u"orders_hourly"_s));
        QTRY_VERIFY(watch.feed().book(u"orders_hourly"_s)->isRead());
        const auto& runs = watch.feed().book(u"orders_hourly"_s)->runs();
        watch.setShown(runs.front().info.ref.run, runs.back().info.ref.run);
        QTRY_VERIFY(runs.front().cellsRead.isValid());
        QTRY_VERIFY(watch.feed().book(u"orders_hourly"_s)->structure());
    }

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<Runtime>();
        m_hub = std::make_unique<ServiceHub>(*m_runtime, nullptr);
        m_world = std::make_shared<FakeWorld>();
        FakeWorkflow::join(*m_hub, m_world);
        fillOrders(*m_world);
    }
    void cleanup()
    {
        m_hub.reset();
        m_runtime.reset();
    }

    void oneFeedPerService()
    {
        const auto a = feed();
        QCOMPARE(a.get(), feed().get());
        QVERIFY(a.get() != RunFeed::of(*m_hub, u"other"_s).get());
    }

    void hiddenAsksNothing()
    {
        FeedWatch watch(feed());
        watch.setDag(u"orders_hourly"_s);
        pass(RunFeed::kPace + 200); // there is no condition for what must not happen
        QCOMPARE(feed()->requests(), 0);
        watchOrders(watch);
        watch.setVisible(false);
        const int before = feed()->requests();
        pass(RunFeed::kPace * 2 + 500);
        QCOMPARE(feed()->requests(), before);
    }

    void atMostOneASecondAndFresh()
    {
        FeedWatch one(feed());
        FeedWatch two(feed()); // a second panel costs nothing more
        watchOrders(one);
        two.setVisible(true);
        two.setDag(u"orders_hourly"_s);
        QTRY_VERIFY(feed()->hasDags());
        const int cellsBefore = asked(u"cells"_s);
        const RunBook* book = feed()->book(u"orders_hourly"_s);
        QElapsedTimer clock;
        clock.start();
        double oldest = 0;
        const int first = feed()->requests();
        while (clock.elapsed() < 12'000) {
            pass(100);
            oldest = std::max(
                oldest, double(book->newest()->cellsRead.msecsTo(QDateTime::currentDateTimeUtc())));
        }
        QVERIFY2(feed()->requests() - first <= 13, qPrintable(QString::number(feed()->requests())));
        QVERIFY(asked(u"cells"_s) - cellsBefore >= 4);
        QVERIFY2(oldest <= 3300, qPrintable(QString::number(oldest)));
        qInfo("%d requests in 12 s, oldest cell %.0f ms", feed()->requests() - first, oldest);
    }

    void factsFitIntoTheRound()
    {
        FeedWatch watch(feed());
        int turns = 0;
        watchOrders(watch);
        const int first = feed()->requests();
        const int states = asked(u"state"_s);
        const QDateTime read = feed()->serverRead();
        watch.setFacts([&turns] { ++turns; });
        const RunBook* book = feed()->book(u"orders_hourly"_s);
        QElapsedTimer clock;
        clock.start();
        double oldest = 0;
        while (clock.elapsed() < 14'000) {
            pass(100);
            oldest = std::max(
                oldest, double(book->newest()->cellsRead.msecsTo(QDateTime::currentDateTimeUtc())));
        }
        QVERIFY2(feed()->requests() - first <= 15, qPrintable(QString::number(feed()->requests())));
        QVERIFY(turns >= 1);
        QVERIFY(asked(u"state"_s) > states);
        QVERIFY(asked(u"pools"_s) >= 2);
        QVERIFY(feed()->serverRead() > read);
        QVERIFY2(oldest <= 4300, qPrintable(QString::number(oldest)));
        // Nobody wants them any more, e.g. the task runs.
        watch.setFacts({});
        const int before = turns;
        pass(6000); // there is no condition for what must not happen
        QCOMPARE(turns, before);
    }

    void aChangeIsSeen()
    {
        FeedWatch watch(feed());
        watchOrders(watch);
        RunRef ref;
        {
            std::lock_guard lock(m_world->mutex);
            RunInfo& last = m_world->runs[u"orders_hourly"_s].back();
            ref = last.ref;
            last.state = u"success"_s;
            for (Cell& cell : m_world->cells[{ref.dag, ref.run}])
                cell.state = u"success"_s;
            m_world->touch(ref.dag, ref.run);
        }
        const RunBook* book = feed()->book(ref.dag);
        QTRY_COMPARE_WITH_TIMEOUT(book->find(ref.run)->info.state, u"success"_s, 4000);
        QTRY_COMPARE_WITH_TIMEOUT(
            book->find(ref.run)->cell(u"load_fct_orders"_s)->state, u"success"_s, 4000);
        // Nothing moves any more: the window is idle.
        QTRY_VERIFY_WITH_TIMEOUT(feed()->isIdle(), 4000);
    }

    void idleIsQuiet()
    {
        {
            std::lock_guard lock(m_world->mutex);
            m_world->runs[u"orders_hourly"_s].back().state = u"success"_s;
        }
        FeedWatch watch(feed());
        watchOrders(watch);
        QTRY_VERIFY(feed()->isIdle());
        QTRY_VERIFY_WITH_TIMEOUT(askedWithin(1500) == 0, 15'000); // what had to be read is read
        const int before = feed()->requests();
        pass(11'000);
        QVERIFY(feed()->requests() - before <= 2);
    }

    void failuresSlowItDown()
    {
        FeedWatch watch(feed());
        watchOrders(watch);
        int failures = 0;
        connect(feed().get(), &RunFeed::failed, this, [&failures] { ++failures; });
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken = Error{Error::Kind::Refused, {}, u"refused"_s, {}, {}};
        }
        QTRY_VERIFY_WITH_TIMEOUT(failures >= 2, 8000);
        QVERIFY(feed()->error().has_value());
        QVERIFY(askedWithin(2000) <= 3);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken.reset();
        }
        feed()->retry();
        QTRY_VERIFY_WITH_TIMEOUT(!feed()->error(), 3000);
    }

    void onlyTheUserLogsInAgain()
    {
        m_world->refused = Error{Error::Kind::Auth, {}, u"Invalid credentials"_s, {}, u"401"_s};
        FeedWatch watch(feed());
        watch.setVisible(true);
        QTRY_VERIFY(feed()->error().has_value());
        const int before = asked(u"list"_s);
        pass(1500); // there is no condition for what must not happen
        QCOMPARE(asked(u"list"_s), before);
        feed()->retry();
        QTRY_VERIFY(asked(u"list"_s) > before);
        QCOMPARE(asked(u"probe"_s), 0);
        feed()->retryByHand();
        QTRY_VERIFY(feed()->hasDags());
        QCOMPARE(asked(u"probe"_s), 1);
        QVERIFY(!feed()->error());
    }

    void whatIsRefusedAloneDoesNotFailTheRest()
    {
        m_world->errors[u"pools"_s] = Error{Error::Kind::Auth, {}, u"Forbidden"_s, {}, u"403"_s};
        m_world->errors[u"structure"_s] = Error{Error::Kind::Unsupported, {}, u"no"_s, {}, {}};
        FeedWatch watch(feed());
        watch.setVisible(true);
        watch.setDag(u"orders_hourly"_s);
        QTRY_VERIFY(watch.feed().book(u"orders_hourly"_s));
        QTRY_VERIFY(watch.feed().book(u"orders_hourly"_s)->isRead());
        QTRY_VERIFY(feed()->poolsError().has_value());
        QVERIFY(!feed()->error());
    }

    void aDagThatIsGone()
    {
        m_world->errors[u"page"_s] = Error{Error::Kind::NotFound, {}, u"gone"_s, {}, u"404"_s};
        FeedWatch watch(feed());
        watch.setVisible(true);
        watch.setDag(u"orders_hourly"_s);
        QTRY_VERIFY(feed()->isLost(u"orders_hourly"_s));
        QVERIFY(!feed()->error());
    }

    void aDagIsDeletedOrStaleWhileItIsOpen()
    {
        FeedWatch watch(feed());
        watchOrders(watch);
        const QString dag = u"orders_hourly"_s;
        QVERIFY(!feed()->isLost(dag));
        DagDetails kept;
        {
            std::lock_guard lock(m_world->mutex);
            kept = m_world->details[dag];
            m_world->details.erase(dag);
            m_world->dags.clear();
        }
        feed()->refresh();
        QTRY_VERIFY(feed()->isLost(dag));
        QVERIFY(!feed()->error());
        {
            std::lock_guard lock(m_world->mutex);
            kept.info.stale = true;
            m_world->details[dag] = kept;
        }
        feed()->refresh();
        QTRY_VERIFY(feed()->isStale(dag));
        QVERIFY(!feed()->isLost(dag));
        {
            std::lock_guard lock(m_world->mutex);
            m_world->details[dag].info.stale = false;
        }
        feed()->refresh();
        QTRY_VERIFY(!feed()->isStale(dag));
    }

    void theClockStopsAtTheLastAnswer()
    {
        FeedWatch watch(feed());
        watchOrders(watch);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken = Error{Error::Kind::Refused, {}, u"refused"_s, {}, {}};
        }
        feed()->retry();
        QTRY_VERIFY(feed()->error().has_value());
        const QDateTime last = feed()->serverNow();
        QCOMPARE(last, feed()->lastGood());
        pass(50);
        QCOMPARE(feed()->serverNow(), last);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken.reset();
        }
        feed()->retry();
        QTRY_VERIFY(!feed()->error());
        QVERIFY(feed()->serverNow() > last);
    }

    void aSilentPartIsNamed()
    {
        const QDateTime since({2026, 3, 17}, {5, 0}, Qt::UTC);
        ServerState server;
        server.components = {{u"metadatabase"_s, u"healthy"_s, {}},
            {u"scheduler"_s, u"healthy"_s, since}, {u"triggerer"_s, {}, {}}};
        QVERIFY(WorkText::problems(server, QTimeZone::utc()).isEmpty());
        server.components[1].status = u"unhealthy"_s;
        QVERIFY(WorkText::isSchedulerSilent(server));
        QVERIFY(WorkText::problems(server, QTimeZone("Asia/Taipei")).contains(u"03-17 13:00:00"_s));
        server.components[2].status = u"unhealthy"_s;
        QCOMPARE(WorkText::problems(server, QTimeZone::utc()).count(u'\n'), 1);
        // It is asked again when the service's health says so, and once more when all is well.
        FeedWatch watch(feed());
        watchOrders(watch);
        const int before = asked(u"state"_s);
        m_world->server.components[0].status = u"unhealthy"_s;
        HealthReport report;
        report.state = HealthReport::State::Failing;
        m_hub->reportHealth(u"shop-airflow"_s, report, {});
        QTRY_VERIFY(WorkText::isSchedulerSilent(feed()->serverState()));
        QCOMPARE(asked(u"state"_s), before + 1);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->server.components[0].status = u"healthy"_s;
        }
        report.state = HealthReport::State::Healthy;
        m_hub->reportHealth(u"shop-airflow"_s, report, {});
        QTRY_VERIFY(!WorkText::isSchedulerSilent(feed()->serverState()));
    }

    // Airflow 3 orders by and shows run_after; Airflow 2 has the logical date only.
    void runsAreNamedByWhenTheyWereDue()
    {
        RunInfo run;
        run.logical = QDateTime({2026, 3, 17}, {3, 55, 20}, Qt::UTC);
        run.after = run.logical.addSecs(3600);
        QCOMPARE(whenOf(run), run.after);
        QCOMPARE(runName(run, QTimeZone::utc(), run.after), u"04:55:20"_s);
        run.after = {};
        QCOMPARE(whenOf(run), run.logical);
    }

    void listMergesById()
    {
        fillMany(*m_world, u"aaa"_s, 2, 0, 3);
        fillMany(*m_world, u"zzz"_s, 2, 0, 3);
        FeedWatch watch(feed());
        watch.setVisible(true);
        watch.setBars({u"aaa"_s, u"orders_hourly"_s, u"zzz"_s});
        QTRY_VERIFY(!feed()->bars(u"zzz"_s).empty());
        DagModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.take(*feed());
        QCOMPARE(model.rowCount(), 3);
        const QPersistentModelIndex orders(model.index(model.indexOf(u"orders_hourly"_s)));
        model.setOrder(DagModel::Order::NextRun);
        model.setFilter(u"s"_s); // orders_hourly alone
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(orders.isValid() && orders.row() == 0);
        model.setFilter({});
        QCOMPARE(orders.data(DagModel::IdRole).toString(), u"orders_hourly"_s);
        model.setFilter(u"state:running"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(u"state:success tag:gold"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(u"tag:"_s); // still being typed
        QCOMPARE(model.rowCount(), 3);
        model.setFilter(u"is:"_s);
        QCOMPARE(model.rowCount(), 3);
        model.setFilter(u"is:running"_s);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0).data(DagModel::LineRole).toString().contains(u"gold"_s));
        model.setFilter(u"is:paused"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(u"is:active"_s);
        QCOMPARE(model.rowCount(), 3);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->dags.erase(m_world->dags.begin()); // orders_hourly
        }
        feed()->refresh();
        QTRY_COMPARE(feed()->dags().size(), size_t(2));
        model.take(*feed());
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!orders.isValid());
    }

    void fiveThousandDags()
    {
        for (int i = 0; i < 5000; ++i) {
            DagInfo dag;
            dag.id = dag.title = u"dag_%1"_s.arg(i, 5, 10, QLatin1Char('0'));
            dag.tags = {u"team%1"_s.arg(i % 20)};
            m_world->dags.push_back(dag);
        }
        FeedWatch watch(feed());
        watch.setVisible(true);
        QTRY_COMPARE(feed()->dags().size(), size_t(5001));
        DagModel model;
        model.take(*feed());
        const double began = test::threadCpuMs();
        model.take(*feed());
        model.setFilter(u"tag:team7"_s);
        model.setFilter(u"dag_04"_s);
        model.setFilter({});
        const double took = test::threadCpuMs() - began;
        qInfo("merge and three filters of 5,000: %.1f ms", took);
        QVERIFY(took < 500);
    }

    void rowsOfGroups()
    {
        fillMany(*m_world, u"many"_s, 12, 3, 2);
        RunBook book(u"many"_s);
        RunPage page;
        page.runs = m_world->runs[u"many"_s];
        book.merge(page, RunBook::Page::Newest);
        book.setStructure(m_world->structures[u"many"_s]);
        GridRows rows;
        rows.build(book, {});
        QCOMPARE(rows.size(), 15);
        QVERIFY(rows.at(0).group);
        QCOMPARE(rows.at(1).depth, 1);
        rows.build(book, {u"group_0"_s});
        QCOMPARE(rows.size(), 11);
        QCOMPARE(rows.rowShowing(u"group_0.task_0"_s), 0);
        const RunRef ref = page.runs.back().ref;
        book.mergeCells(
            {{ref, m_world->cells[{ref.dag, ref.run}]}}, QDateTime::currentDateTimeUtc());
        const auto cell = GridRows::cell(*book.find(ref.run), rows.at(0));
        QVERIFY(cell && cell->group);
        int members = 0;
        for (const auto& [state, count] : cell->children)
            members += count;
        QCOMPARE(members, 4);
    }

    void olderPagesAndHoles()
    {
        fillMany(*m_world, u"many"_s, 1, 0, 30);
        const auto& all = m_world->runs[u"many"_s];
        RunBook book(u"many"_s);
        RunPage page;
        page.runs.assign(all.rbegin(), all.rbegin() + 10);
        page.more = true;
        page.total = 30;
        book.merge(page, RunBook::Page::Newest);
        QCOMPARE(book.runs().size(), size_t(10));
        QCOMPARE(book.newest()->info.ref, all.back().ref);
        // A change of a run that was not paged in would leave a hole.
        QVERIFY(!book.merge({all.front()}));
        QCOMPARE(book.runs().size(), size_t(10));
        page.runs.assign(all.rbegin() + 10, all.rend());
        page.more = false;
        book.merge(page, RunBook::Page::Older);
        QCOMPARE(book.runs().size(), size_t(30));
        QVERIFY(!book.hasOlder());
        QVERIFY(std::is_sorted(book.runs().begin(), book.runs().end(),
            [](const RunEntry& a, const RunEntry& b) { return a.info.after < b.info.after; }));
        QCOMPARE(book.total(), 30);
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << -1.0 << u"–"_s;
        QTest::newRow("zero") << 0.0 << u"0 s"_s;
        QTest::newRow("tenths") << 2.34 << u"2.3 s"_s;
        QTest::newRow("seconds") << 59.4 << u"59 s"_s;
        QTest::newRow("minutes") << 652.0 << u"10 m 52 s"_s;
        QTest::newRow("padded") << 69.0 << u"1 m 09 s"_s;
        QTest::newRow("hours") << 3780.0 << u"1 h 03 m"_s;
        QTest::newRow("days") << 93'600.0 << u"1 d 02 h"_s;
    }
    void durations()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(seconds), text);
    }

    void usual()
    {
        QVERIFY(!usualOf({1, 2}).isKnown());
        const Usual known = usualOf({10, 12, 11, -1, 90});
        QCOMPARE(known.count, 4);
        QCOMPARE(known.median, 11.5);
        QCOMPARE(known.high, 90.0);
    }
};

PH_TEST_MAIN(QCoreApplication, WorkflowModelsTest)
#include "tst_workflowmodels.moc"
