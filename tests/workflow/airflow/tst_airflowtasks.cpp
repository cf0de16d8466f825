// SPDX-License-Identifier: GPL-3.0-or-later
// Against real servers, both major versions: instances of mapped tasks, notes of tasks, deadlines.
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airbench.h"

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kPromise
    = "from datetime import datetime, timedelta\n"
      "from airflow.sdk import (DAG, AsyncCallback, DeadlineAlert,\n"
      "                         DeadlineReference)\n"
      "from airflow.providers.standard.operators.empty import EmptyOperator\n"
      "with DAG('late_promise', schedule=None, catchup=False,\n"
      "         start_date=datetime(2026, 1, 1),\n"
      "         deadline=DeadlineAlert(\n"
      "             reference=DeadlineReference.DAGRUN_QUEUED_AT,\n"
      "             interval=timedelta(hours=1),\n"
      "             callback=AsyncCallback('asyncio.sleep', {'delay': 0}))):\n"
      "    EmptyOperator(task_id='one')\n";

} // namespace

class AirflowTasksTest final : public QObject, private AirflowBench
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(int, major);
        QFETCH(bool, privateApi);
        connectTo(major, privateApi);
    }
    void cleanup() { m_client.reset(); }
    void cleanupTestCase()
    {
        for (const auto& [major, server] : m_servers)
            if (server->isReady())
                server->removeDag(u"late_promise.py"_s);
    }

    void mappedAndNotes_data() { rows(); }
    void mappedAndNotes()
    {
        const RunInfo run = runThrough(u"shop_price_import"_s, {{u"suppliers"_s, 3}});
        QCOMPARE(run.state, u"success"_s);
        const QString dag = run.ref.dag;
        // Also of a task in a mapped group; by index, each once.
        for (const QString& name : {u"download"_s, u"check.store"_s}) {
            PH_VALUE(all, await(m_client->as<Runs>().mapped({dag, run.ref.run, name, -1})));
            QCOMPARE(all.size(), size_t(3));
            for (int i = 0; i < 3; ++i) {
                QCOMPARE(all[size_t(i)].ref, (TaskRef{dag, run.ref.run, name, i}));
                QCOMPARE(all[size_t(i)].state, u"success"_s);
                QVERIFY(all[size_t(i)].start.isValid());
            }
        }
        const auto none
            = await(m_client->as<Runs>().mapped({dag, run.ref.run, u"no_such_task"_s, -1}));
        QVERIFY(!none || none->empty());

        // A note of a task, and of one instance alone.
        const TaskRef summary{dag, run.ref.run, u"summary"_s, -1};
        const TaskRef second{dag, run.ref.run, u"download"_s, 1};
        for (const TaskRef& task : {summary, second}) {
            const QString note = u"seen \u2713 "_s + task.task;
            const Act act = m_client->as<Acts>().setTaskNote(task, note);
            QVERIFY2(act.statement.startsWith("PATCH /api/v"_L1), qPrintable(act.statement));
            QVERIFY(!act.destructive);
            const auto state = m_client->apply(act);
            QVERIFY2(state == TaskStatus::State::Done,
                m_client->outcome ? "" : qPrintable(m_client->outcome.error().detail));
            PH_VALUE(now, await(m_client->as<Runs>().instance(task)));
            QCOMPARE(now.note, note);
        }
        PH_VALUE(first, await(m_client->as<Runs>().instance({dag, run.ref.run, u"download"_s, 0})));
        QVERIFY(first.note.isEmpty());
        QCOMPARE(m_client->apply(m_client->as<Acts>().setTaskNote(summary, {})),
            TaskStatus::State::Done);
        PH_VALUE(cleared, await(m_client->as<Runs>().instance(summary)));
        QVERIFY(cleared.note.isEmpty());
        m_client->apply(m_client->as<Acts>().removeRun(run));
    }

    void deadlines_data() { rows(); }
    void deadlines()
    {
        const QString dag = u"late_promise"_s;
        if (m_major == 2 || !m_private) {
            const auto told = await(m_client->as<Runs>().deadlines(u"shop_daily_revenue"_s, 10));
            QVERIFY(!told);
            QCOMPARE(told.error().kind, Error::Kind::Unsupported);
            return;
        }
        AirflowFixture& server = *m_servers.at(3);
        QVERIFY(server.putDag(u"late_promise.py"_s, kPromise));
        const auto isThere = [&] {
            const auto details = await(m_client->as<Dags>().details(dag));
            return details && !details->info.stale;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 120'000);
        PH_VALUE(none, await(m_client->as<Runs>().deadlines(dag, 10)));
        QVERIFY(none.empty());
        // Paused, so that its run stays queued and keeps its deadline.
        PH_VALUE(details, await(m_client->as<Dags>().details(dag)));
        if (!details.info.paused)
            m_client->apply(m_client->as<Dags>().setPaused(details.info, true));
        TriggerRequest request;
        request.dag = dag;
        request.run = freshRun();
        QCOMPARE(m_client->apply(m_client->as<Acts>().trigger(request)), TaskStatus::State::Done);
        PH_VALUE(told, await(m_client->as<Runs>().deadlines(dag, 10)));
        QCOMPARE(told.size(), size_t(1));
        QCOMPARE(told[0].run, request.run);
        QVERIFY(!told[0].missed);
        PH_VALUE(run, await(m_client->as<Runs>().run({dag, request.run})));
        QVERIFY(std::abs(run.queued.secsTo(told[0].time) - 3600) <= 5);
        const QString said = server.sql(
            u"UPDATE deadline SET missed = true WHERE dagrun_id = (SELECT id FROM dag_run "
            "WHERE run_id = '%1')"_s.arg(request.run));
        QVERIFY2(!said.startsWith("ERROR"_L1), qPrintable(said));
        PH_VALUE(late, await(m_client->as<Runs>().deadlines(dag, 10)));
        QCOMPARE(late.size(), size_t(1));
        QVERIFY(late[0].missed);
        m_client->apply(m_client->as<Acts>().removeRun(run));
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowTasksTest)
#include "tst_airflowtasks.moc"
