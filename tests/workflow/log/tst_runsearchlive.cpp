// SPDX-License-Identifier: GPL-3.0-or-later
// Search over a run of 500 tasks with three tries each on the real server, 2 MB a log; in CI over
// every tenth task with a tenth of that. What is found, how soon after its bytes came, in which
// order, with how many calls at once, and how it stops.
#include "core/auditlog.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/httprelay.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"
#include "workflow/api/dags.h"
#include "workflow/panel/runsearch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

namespace
{

const QString kDag = u"shop_catalog_rebuild"_s;
const QString kNeedle = u"needle-48211"_s;
constexpr int kTasks = 500;
constexpr int kEvery = 10; // tasks: one with the needle
constexpr int kTries = 3;
constexpr int kSoon = 200; // ms from the bytes to the hit
constexpr int kStops = 250; // ms

} // namespace

class TestRunSearchLive final : public QObject
{
    Q_OBJECT

    // Time for what must not happen.
    static void pass(int ms)
    {
        (void)QTest::qWaitFor([] { return false; }, ms);
    }

    // A run that is ended as soon as its tasks are there, so that only its logs are seeded.
    RunInfo makeRun(ServiceHub& hub, const QString& service)
    {
        auto* acts = hub.contract<Acts>(service);
        auto* runs = hub.contract<Runs>(service);
        const RunRef ref{kDag, u"searched_%1"_s.arg(QDateTime::currentMSecsSinceEpoch())};
        auto* dags = hub.contract<Dags>(service);
        const auto details = test::await(dags->details(kDag));
        if (details && details->info.paused)
            test::finish(*dags->setPaused(details->info, false).make(), 60'000);
        TriggerRequest request;
        request.dag = ref.dag;
        request.run = ref.run;
        const auto trigger = acts->trigger(request).make();
        if (test::finish(*trigger, 60'000) != TaskStatus::State::Done) {
            qInfo("%s",
                trigger->outcome() ? "no answer" : qPrintable(trigger->outcome().error().detail));
            return {};
        }
        const auto hasTasks = [&] {
            const auto cells = test::await(runs->cells(ref.dag, {ref.run}), 60'000);
            return cells && !cells->empty() && cells->front().cells.size() >= size_t(kTasks);
        };
        if (!QTest::qWaitFor(hasTasks, 180'000)) {
            qInfo("the scheduler made no tasks");
            return {};
        }
        auto run = test::await(runs->run(ref));
        if (!run) {
            qInfo("%s", qPrintable(run.error().detail));
            return {};
        }
        // Airflow may answer "Database error": scheduler and API server lock each other out.
        const Act mark = acts->markRun(*run, stateWord(u"failed"));
        const auto marked = [&] {
            return test::finish(*mark.make(), 120'000) == TaskStatus::State::Done;
        };
        if (!QTest::qWaitFor(marked, 180'000))
            return {};
        run = test::await(runs->run(ref));
        return run ? *run : RunInfo();
    }

private Q_SLOTS:
    void searchesARunOf500Tasks()
    {
        const bool full = qEnvironmentVariableIsSet("PILOTHOUSE_TEST_FULL");
        const qint64 bytes = full ? 2'000'000 : 200'000;
        test::AirflowFixture server(3);
        if (!server.isReady() && qEnvironmentVariable("CI") != "true"_L1)
            QSKIP(qPrintable(server.problem()));
        QVERIFY2(server.isReady(), qPrintable(server.problem()));
        test::HttpRelay relay(quint16(QUrl(server.address()).port()), kNeedle.toUtf8());
        QTemporaryDir folder;
        Runtime runtime;
        ServiceHub hub(runtime, std::make_shared<AuditLog>(folder.filePath(u"audit.jsonl"_s)));
        hub.setDescriptors({airflowDescriptor()});
        ServiceConfig config = server.config();
        config.address = relay.address();
        hub.add(config, server.password());

        const RunInfo run = makeRun(hub, config.id);
        QCOMPARE(run.state, u"failed"_s);
        const QString problem = server.seedLogs(kDag, run.ref.run, bytes, kTries, kNeedle, kEvery);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        auto instances = test::await(hub.contract<Runs>(config.id)->instances(run.ref), 120'000);
        QVERIFY(instances.has_value());
        QCOMPARE(instances->size(), size_t(kTasks));
        if (!full) { // those that have the needle, by the order in which the logs were seeded
            std::ranges::sort(*instances, {}, [](const TaskInstance& one) { return one.ref.task; });
            instances->resize(kTasks / 10);
        }
        for (TaskInstance& one : *instances) // none ran: their logs were put there
            one.host = u"seeded"_s;
        const int expected = int(instances->size()) / kEvery * (kTries - 1);

        RunSearch search(hub, config.id);
        int mostReading = 0;
        std::vector<qint64> shown;
        connect(&search, &RunSearch::hitsAdded, this,
            [&](int from, int to) { shown.insert(shown.end(), size_t(to - from), relay.now()); });
        connect(&search, &RunSearch::progressed, this,
            [&] { mostReading = std::max(mostReading, search.reading()); });
        const auto logs = logsOf(*instances);
        QCOMPARE(logs.size(), instances->size() * kTries);
        // What failed comes first, the newest of it before the others.
        const auto other = std::ranges::find_if(
            logs, [](const RunLog& log) { return log.state != "failed"_L1; });
        QVERIFY(std::ranges::all_of(
            other, logs.end(), [](const RunLog& log) { return log.state != "failed"_L1; }));
        QVERIFY(std::is_sorted(
            logs.begin(), other, [](const RunLog& a, const RunLog& b) { return a.end > b.end; }));

        const auto before = relay.asked().size();
        QElapsedTimer clock;
        clock.start();
        search.start(logs, {kNeedle});
        QTRY_VERIFY_WITH_TIMEOUT(!search.isRunning(), 2 * 3'600'000);
        const double seconds = double(clock.elapsed()) / 1000;
        const qint64 megabytes = search.bytes() / 1'000'000;
        QVERIFY2(search.failed() == 0, search.error() ? qPrintable(search.error()->detail) : "");
        QCOMPARE(search.searched(), int(logs.size()));
        QCOMPARE(search.found(), expected);
        for (const RunHit& hit : search.hits()) {
            QVERIFY(hit.text.contains(kNeedle.toUtf8()));
            QVERIFY(search.logs()[size_t(hit.log)].tryNumber < kTries);
        }
        // In the order of the list: with four at once none is more than three places early.
        QByteArrayList read = relay.asked().mid(before);
        read.removeIf([](const QByteArray& one) { return !one.contains("/logs/"); });
        QVERIFY(read.size() >= qsizetype(logs.size()));
        QHash<QByteArray, qsizetype> places;
        for (const RunLog& log : logs)
            places.insert(log.task.task.toUtf8() + "/logs/" + QByteArray::number(log.tryNumber),
                places.size());
        for (qsizetype i = 0; i < read.size(); ++i) {
            const QByteArray name = read[i].mid(read[i].indexOf("/taskInstances/") + 15);
            const qsizetype place = places.value(name.split('?').constFirst(), read.size());
            QVERIFY2(place < i + RunSearch::kAtOnce, name.constData());
        }
        QVERIFY(mostReading <= RunSearch::kAtOnce);
        QVERIFY2(relay.mostAtOnce() <= 4, qPrintable(QString::number(relay.mostAtOnce())));

        const std::vector<qint64> arrived = relay.seen();
        QCOMPARE(arrived.size(), shown.size());
        qint64 slowest = 0;
        for (size_t i = 0; i < shown.size(); ++i)
            slowest = std::max(slowest, shown[i] - arrived[i]);
        QVERIFY2(slowest <= 10 * kSoon, qPrintable(QString::number(slowest)));

        search.start(logs, {u"partition"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!search.hits().empty(), 60'000);
        clock.start();
        search.stop();
        QVERIFY(!search.isRunning());
        QCOMPARE(search.reading(), 0);
        const qint64 stopped = clock.elapsed();
        QVERIFY2(stopped <= kStops, qPrintable(QString::number(stopped)));
        // And nothing more is asked for.
        pass(kStops);
        const auto last = relay.asked().size();
        pass(1000);
        QCOMPARE(relay.asked().size(), last);
        qInfo("%lld MB of %zu logs in %.1f s, %d calls at once; a hit %lld ms after its bytes "
              "(promised: %d); stopped in %lld ms",
            megabytes, logs.size(), seconds, relay.mostAtOnce(), slowest, kSoon, stopped);
    }
};

PH_TEST_MAIN(QCoreApplication, TestRunSearchLive)
#include "tst_runsearchlive.moc"
