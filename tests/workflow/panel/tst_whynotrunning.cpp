// SPDX-License-Identifier: GPL-3.0-or-later
// Why a task does not run: every reason, alone and with what comes after it.
#include "tests/support/testmain.h"
#include "workflow/api/structure.h"
#include "workflow/panel/whynotrunning.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;
using Kind = WhyCheck::Kind;
using Verdict = WhyCheck::Verdict;

class WhyTest final : public QObject
{
    Q_OBJECT

    static WhyFacts calm()
    {
        WhyFacts facts;
        facts.now = QDateTime({2026, 3, 17}, {14, 12, 3}, Qt::UTC);
        facts.task.ref = {u"orders_hourly"_s, u"r"_s, u"load_fct_orders"_s, -1};
        facts.task.state = u"no_status"_s;
        facts.task.pool = u"warehouse_write"_s;
        facts.run = RunInfo();
        facts.run->state = u"running"_s;
        facts.run->logical = facts.now.addSecs(-700);
        facts.dag = DagDetails();
        facts.dag->info.maxActiveRuns = 3;
        facts.dag->info.maxActiveTasks = 16;
        facts.dag->start = facts.now.addDays(-300);
        facts.pool = PoolInfo{u"warehouse_write"_s, {}, 4, 1, 1, 0, 0, 0, 3, false};
        facts.activeRuns = 2;
        facts.activeTasks = 2;
        facts.triggerRule = u"all_success"_s;
        facts.upstream = std::vector<UpstreamFact>{{u"clean_orders"_s, u"success"_s, {}, {}, {}}};
        facts.dependsOnPast = false;
        facts.components = {{u"scheduler"_s, u"healthy"_s, facts.now.addSecs(-3)}};
        return facts;
    }
    static Verdict verdictOf(const WhyAnswer& answer, Kind kind)
    {
        for (const WhyCheck& check : answer.checks)
            if (check.kind == kind)
                return check.verdict;
        return Verdict::Unknown;
    }
    static const WhyCheck* checkOf(const WhyAnswer& answer, Kind kind)
    {
        for (const WhyCheck& check : answer.checks)
            if (check.kind == kind)
                return &check;
        return nullptr;
    }

private Q_SLOTS:
    void retriesWaitLongerWithEachTry()
    {
        const QDateTime end({2026, 3, 17}, {14, 0, 0}, Qt::UTC);
        workflow::TaskInfo task;
        QVERIFY(!earliestRetry(task, 1, end).isValid()); // the server told no delay
        task.retryDelay = 2;
        QCOMPARE(earliestRetry(task, 6, end), end.addSecs(2));
        task.retryFactor = 2;
        QCOMPARE(earliestRetry(task, 1, end), end.addSecs(2));
        QCOMPARE(earliestRetry(task, 4, end), end.addSecs(16));
        task.longestRetryDelay = 20;
        QCOMPARE(earliestRetry(task, 6, end), end.addSecs(20));
        QCOMPARE(earliestRetry(task, 2000, end), end.addSecs(20));
        QVERIFY(!earliestRetry(task, 1, {}).isValid());
    }

    void aHeartbeatDoesNotAgeWithItsReading()
    {
        WhyFacts facts = calm();
        facts.componentsRead = facts.now;
        facts.now = facts.now.addSecs(90); // nobody has read it since
        WhyAnswer answer = whyNotRunning(facts);
        QCOMPARE(verdictOf(answer, Kind::Scheduler), Verdict::Ok);
        QCOMPARE(checkOf(answer, Kind::Scheduler)->value, u"3 s ago"_s);
        QCOMPARE(checkOf(answer, Kind::Scheduler)->read, facts.componentsRead);
        facts.componentsRead = facts.now;
        answer = whyNotRunning(facts);
        QCOMPARE(verdictOf(answer, Kind::Scheduler), Verdict::Now);
        QCOMPARE(answer.sentence, u"The scheduler was last heard from 1 m 33 s ago."_s);
    }

    void nothingHoldsItBack()
    {
        const WhyAnswer answer = whyNotRunning(calm());
        QVERIFY(answer.waits);
        for (const WhyCheck& check : answer.checks)
            QCOMPARE(check.verdict, Verdict::Ok);
        QVERIFY(answer.sentence.contains(u"should start it soon"_s));
        QCOMPARE(answer.checks.front().kind, Kind::Paused);
    }

    void aFailedTaskBeforeItIsNamed()
    {
        WhyFacts facts = calm();
        facts.task.state = u"upstream_failed"_s;
        facts.upstream->push_back({u"expect_orders"_s, u"failed"_s, {}, {}, {}});
        const WhyAnswer answer = whyNotRunning(facts);
        QVERIFY(!answer.waits);
        QCOMPARE(verdictOf(answer, Kind::TriggerRule), Verdict::Now);
        QVERIFY2(answer.sentence.contains(WorkText::strong(u"expect_orders"_s)),
            qPrintable(answer.sentence));
    }

    void startDatesAreInTheZoneOfTheProfile()
    {
        WhyFacts facts = calm();
        facts.zone = QTimeZone("Asia/Taipei");
        facts.dag->start = QDateTime(facts.now.date().addDays(1), QTime(20, 0), Qt::UTC);
        for (const WhyCheck& check : whyNotRunning(facts).checks)
            if (check.kind == Kind::StartDate)
                QVERIFY2(check.value.endsWith(u"04:00"_s), qPrintable(check.value));
        QCOMPARE(verdictOf(whyNotRunning(facts), Kind::StartDate), Verdict::Now);
    }

    void oneReason_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, Kind kind, const char* says) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(says);
        };
        row("paused", Kind::Paused, "paused");
        row("pool", Kind::Pool, "warehouse_write</span>");
        row("runs", Kind::ActiveRuns, "active runs");
        row("tasks", Kind::ActiveTasks, "as many tasks");
        row("rule", Kind::TriggerRule, "expect_orders</span>");
        row("never", Kind::TriggerRule, "no longer be met");
        row("past", Kind::DependsOnPast, "run before");
        row("retry", Kind::Retry, "next try, in 4 m 00 s");
        row("mapped", Kind::MappedLimit, "of its instances");
        row("concurrency", Kind::MappedLimit, "of its instances");
        row("start", Kind::StartDate, "start date");
        row("import", Kind::ImportError, "has an error");
        row("scheduler", Kind::Scheduler, "scheduler");
        row("triggerer", Kind::Triggerer, "triggerer");
    }
    void oneReason()
    {
        QFETCH(int, kind);
        QFETCH(QString, says);
        const QByteArray name = QTest::currentDataTag();
        WhyFacts facts = calm();
        if (name == "paused") {
            facts.dag->info.paused = true;
        } else if (name == "pool") {
            facts.pool->open = 0;
            facts.task.state = u"scheduled"_s;
        } else if (name == "runs") {
            facts.activeRuns = 3;
            facts.run->state = u"queued"_s;
        } else if (name == "tasks") {
            facts.activeTasks = 16;
            facts.task.state = u"scheduled"_s;
        } else if (name == "rule") {
            facts.upstream->push_back(
                {u"expect_orders"_s, u"running"_s, facts.now.addSecs(-202), {}, {50, 60, 12}});
        } else if (name == "never") {
            facts.upstream->push_back({u"expect_orders"_s, u"failed"_s, {}, {}, {}});
        } else if (name == "past") {
            facts.dependsOnPast = true;
            facts.previous = u"failed"_s;
        } else if (name == "retry") {
            facts.task.state = u"up_for_retry"_s;
            facts.nextTry = facts.now.addSecs(240);
        } else if (name == "mapped") {
            facts.task.state = u"scheduled"_s;
            facts.mapped = true;
            facts.mappedActive = facts.mappedLimit = 4;
        } else if (name == "concurrency") { // as the server itself says it
            facts.task.state = u"scheduled"_s;
            facts.concurrency = u"The max task concurrency has been reached."_s;
        } else if (name == "start") {
            facts.dag->start = facts.now.addDays(1);
        } else if (name == "import") {
            facts.importError = u"Traceback\nNameError: name 'dag' is not defined"_s;
        } else if (name == "scheduler") {
            facts.components.front().heartbeat = facts.now.addSecs(-95);
        } else if (name == "triggerer") {
            facts.task.state = u"deferred"_s;
            facts.components.push_back({u"triggerer"_s, u"healthy"_s, facts.now.addSecs(-95)});
        }
        const WhyAnswer answer = whyNotRunning(facts);
        QCOMPARE(verdictOf(answer, Kind(kind)), Verdict::Now);
        QVERIFY2(answer.sentence.contains(says), qPrintable(answer.sentence));
        int blocking = 0;
        for (const WhyCheck& check : answer.checks)
            blocking += check.verdict == Verdict::Now || check.verdict == Verdict::Next ? 1 : 0;
        QCOMPARE(blocking, 1);
    }

    // "running" is the server's word; it is as good as who would correct it.
    void aRunningTaskWithoutItsSchedulerIsInDoubt()
    {
        WhyFacts facts = calm();
        facts.task.state = u"running"_s;
        facts.task.host = u"vm"_s;
        facts.task.start = facts.now.addSecs(-600);
        facts.schedulers = std::vector<JobInfo>{{u"SchedulerJob"_s, u"running"_s,
            facts.now.addSecs(-9000), {}, facts.now.addSecs(-4), u"vm"_s}};
        WhyAnswer answer = whyNotRunning(facts);
        QVERIFY2(answer.sentence.startsWith(u"It runs, for 10 m"_s), qPrintable(answer.sentence));
        QVERIFY(!answer.doubtful && !answer.waits);
        QCOMPARE(verdictOf(answer, Kind::Origin), Verdict::Ok);

        // Its scheduler is silent: since when, by the server's clock.
        facts.components.front().heartbeat = facts.now.addSecs(-300);
        answer = whyNotRunning(facts);
        QVERIFY2(answer.sentence.contains(u"says "_s), qPrintable(answer.sentence));
        QVERIFY2(answer.sentence.contains(u"the scheduler has not been heard since 14:07:03"_s),
            qPrintable(answer.sentence));
        QVERIFY(!answer.sentence.contains(u"It runs"_s));
        QVERIFY(answer.doubtful && !answer.waits);
        QCOMPARE(verdictOf(answer, Kind::Scheduler), Verdict::Now);
        facts.components.front() = {u"scheduler"_s, u"unhealthy"_s, {}};
        answer = whyNotRunning(facts);
        QVERIFY(answer.doubtful);
        QVERIFY2(answer.sentence.contains(u"unhealthy"_s), qPrintable(answer.sentence));
    }

    // The one that started it was killed, another one works: nobody waits for the orphan yet.
    void aTaskOfASchedulerThatIsGoneIsInDoubt()
    {
        WhyFacts facts = calm();
        facts.task.state = u"running"_s;
        facts.task.host = u"vm"_s;
        facts.task.start = facts.now.addSecs(-600);
        const JobInfo old{u"SchedulerJob"_s, u"running"_s, facts.now.addSecs(-9000), {},
            facts.now.addSecs(-200), u"vm"_s};
        const JobInfo fresh{u"SchedulerJob"_s, u"running"_s, facts.now.addSecs(-150), {},
            facts.now.addSecs(-2), u"vm"_s};
        facts.schedulers = std::vector<JobInfo>{fresh, old};
        WhyAnswer answer = whyNotRunning(facts);
        QVERIFY(answer.doubtful);
        QVERIFY2(answer.sentence.contains(
                     u"the scheduler that started it has not been heard since 14:08:43"_s),
            qPrintable(answer.sentence));
        const WhyCheck* origin = checkOf(answer, Kind::Origin);
        QVERIFY(origin && origin->details.size() == 1);
        QCOMPARE(origin->details.front().name, u"vm"_s);
        QCOMPARE(origin->details.front().value, u"since 14:09:33"_s);
        // On another host it was started by a worker of its own: nothing is said of it.
        facts.task.host = u"worker-3"_s;
        answer = whyNotRunning(facts);
        QVERIFY(!answer.doubtful && !checkOf(answer, Kind::Origin));
        // And where the server does not tell its processes.
        facts.task.host = u"vm"_s;
        facts.schedulers.reset();
        answer = whyNotRunning(facts);
        QVERIFY(!answer.doubtful && answer.sentence.startsWith(u"It runs"_s));
    }

    // Another triggerer may be well; the one that has this task is not.
    void itsOwnTriggererIsAsked()
    {
        WhyFacts facts = calm();
        facts.task.state = u"deferred"_s;
        facts.components.push_back({u"triggerer"_s, u"healthy"_s, facts.now.addSecs(-2)});
        facts.task.triggererHeard = facts.now.addSecs(-400);
        facts.taskRead = facts.now.addSecs(-300);
        QCOMPARE(verdictOf(whyNotRunning(facts), Kind::Triggerer), Verdict::Now);
        facts.taskRead = facts.now.addSecs(-395); // it was well then, and nobody has asked since
        QCOMPARE(verdictOf(whyNotRunning(facts), Kind::Triggerer), Verdict::Ok);
    }

    void whatComesAfterIsNext()
    {
        WhyFacts facts = calm();
        facts.upstream->push_back(
            {u"expect_orders"_s, u"running"_s, facts.now.addSecs(-202), {}, {50, 60, 12}});
        facts.pool->open = 0;
        TaskInstance holder;
        holder.ref = {u"wikimedia_sessions"_s, u"14:00"_s, u"merge"_s, 0};
        holder.state = u"running"_s;
        holder.start = facts.now.addSecs(-558);
        facts.holders = {holder};
        const WhyAnswer answer = whyNotRunning(facts);
        QCOMPARE(verdictOf(answer, Kind::TriggerRule), Verdict::Now);
        QCOMPARE(verdictOf(answer, Kind::Pool), Verdict::Next);
        QCOMPARE(answer.sentence,
            u"It waits for %1. When that ends, it waits for a slot in %2."_s.arg(
                WorkText::strong(u"expect_orders"_s), WorkText::strong(u"warehouse_write"_s)));
        const WhyCheck* pool = checkOf(answer, Kind::Pool);
        QCOMPARE(pool->value, u"4 of 4 used"_s);
        QCOMPARE(pool->details.size(), size_t(1));
        QCOMPARE(pool->details[0].name, u"wikimedia_sessions.merge [0]"_s);
        QCOMPARE(pool->details[0].value, u"9 m 18 s"_s);
        const WhyCheck* rule = checkOf(answer, Kind::TriggerRule);
        QCOMPARE(rule->value, u"1 of 2 done"_s);
        QCOMPARE(rule->details[1].value, u"3 m 22 s, usual 50 s"_s);
    }

    void whatItHasPassedDoesNotHold()
    {
        WhyFacts facts = calm();
        facts.task.state = u"queued"_s; // it has its slot
        facts.pool->open = 0;
        facts.upstream->push_back({u"x"_s, u"running"_s, {}, {}, {}});
        const WhyAnswer answer = whyNotRunning(facts);
        QCOMPARE(verdictOf(answer, Kind::Pool), Verdict::Ok);
        QCOMPARE(verdictOf(answer, Kind::TriggerRule), Verdict::Ok);
        QVERIFY(answer.sentence.contains(u"worker"_s));
    }

    void whatIsNotToldIsUnknown()
    {
        WhyFacts facts;
        facts.now = QDateTime::currentDateTimeUtc();
        facts.task.state = u"no_status"_s;
        facts.task.pool = u"p"_s;
        facts.poolError = Error{Error::Kind::Auth, {}, u"Forbidden"_s, {}, u"403"_s};
        const WhyAnswer answer = whyNotRunning(facts);
        for (const WhyCheck& check : answer.checks)
            QCOMPARE(check.verdict, Verdict::Unknown);
        QCOMPARE(checkOf(answer, Kind::Pool)->value, u"may not be read"_s);
    }

    void itRunsOrHasEnded()
    {
        WhyFacts facts = calm();
        facts.task.state = u"running"_s;
        facts.task.start = facts.now.addSecs(-62);
        QVERIFY(!whyNotRunning(facts).waits);
        QVERIFY(whyNotRunning(facts).sentence.contains(u"1 m 02 s"_s));
        facts.task.state = u"failed"_s;
        QVERIFY(whyNotRunning(facts).sentence.contains(WorkText::strong(u"failed"_s)));
    }

    void notPickedUp()
    {
        WhyFacts facts = calm();
        facts.pickedUp = false;
        QVERIFY(whyNotRunning(facts).sentence.contains(u"not picked this run up"_s));
    }

    void namesCannotBreakTheSentence()
    {
        WhyFacts facts = calm();
        facts.upstream->push_back({u"<a href=x>"_s, u"running"_s, {}, {}, {}});
        QVERIFY(!whyNotRunning(facts).sentence.contains(u"<a"_s));
    }

    void rules_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<int>("wanted");
        const auto row = [](const char* rule, const QStringList& states, RuleState wanted) {
            QTest::addRow("%s %s", rule, qPrintable(states.join(u',')))
                << QString::fromLatin1(rule) << states << int(wanted);
        };
        const QString s = u"success"_s, f = u"failed"_s, k = u"skipped"_s, r = u"running"_s,
                      u = u"upstream_failed"_s;
        row("all_success", {s, s}, RuleState::Met);
        row("all_success", {s, r}, RuleState::Waits);
        row("all_success", {u, r}, RuleState::Never);
        row("all_failed", {f, u}, RuleState::Met);
        row("all_failed", {s, r}, RuleState::Never);
        row("all_done", {f, k}, RuleState::Met);
        row("all_done", {f, r}, RuleState::Waits);
        row("all_skipped", {k, k}, RuleState::Met);
        row("all_skipped", {k, s}, RuleState::Never);
        row("one_success", {r, s}, RuleState::Met);
        row("one_success", {r, f}, RuleState::Waits);
        row("one_success", {f, f}, RuleState::Never);
        row("one_failed", {s, f}, RuleState::Met);
        row("one_failed", {s, s}, RuleState::Never);
        row("one_done", {r, f}, RuleState::Met);
        row("none_failed", {s, k}, RuleState::Met);
        row("none_failed", {s, f}, RuleState::Never);
        row("none_failed_min_one_success", {k, k}, RuleState::Never);
        row("none_failed_min_one_success", {k, s}, RuleState::Met);
        row("none_skipped", {s, f}, RuleState::Met);
        row("none_skipped", {k, r}, RuleState::Never);
        row("all_done_min_one_success", {f, s}, RuleState::Met);
        row("always", {r}, RuleState::Met);
        row("new_rule", {r}, RuleState::Unknown);
    }
    void rules()
    {
        QFETCH(QString, rule);
        QFETCH(QStringList, states);
        QFETCH(int, wanted);
        QCOMPARE(
            int(ruleState(rule, std::vector<StateWord>(states.begin(), states.end()))), wanted);
    }
};

PH_TEST_MAIN(QCoreApplication, WhyTest)
#include "tst_whynotrunning.moc"
