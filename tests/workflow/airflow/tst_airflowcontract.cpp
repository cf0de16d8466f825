// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the workflow module against real servers, both major versions, with and without
// the private calls: what is read is what the server holds, and each act does what its preview
// says.
#include "tests/support/testmain.h"
#include "tests/workflow/airflow/airbench.h"

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class AirflowContractTest final : public QObject, private AirflowBench
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

    // ---- Dags
    void dags_data() { rows(); }
    void dags()
    {
        PH_VALUE(list, await(m_client->as<Dags>().list()));
        QVERIFY(list.dags.size() >= 10);
        QCOMPARE(qint64(list.dags.size()), list.total);
        const DagInfo* revenue
            = find(list.dags, [](const DagInfo& d) { return d.id == u"shop_daily_revenue"_s; });
        QVERIFY(revenue);
        QCOMPARE(revenue->schedule, u"0 3 * * *"_s);
        QVERIFY(revenue->tags.contains(u"gold"_s));
        QVERIFY(revenue->owners.contains(u"analytics"_s));
        QVERIFY(!revenue->stale);
        QVERIFY(revenue->parsed.isValid());
        QVERIFY(!revenue->fileToken.isEmpty());

        PH_VALUE(details, await(m_client->as<Dags>().details(u"shop_discount_simulation"_s)));
        QVERIFY(details.params.size() >= 3);
        QCOMPARE(details.info.id, u"shop_discount_simulation"_s);
        PH_VALUE(doc, await(m_client->as<Dags>().details(revenue->id)));
        QVERIFY(doc.doc.contains("Daily revenue"_L1));
        QVERIFY(doc.start.isValid());

        PH_VALUE(source, await(m_client->as<Dags>().source(revenue->id, 0)));
        QVERIFY(source.text.contains("shop_daily_revenue"_L1));
        PH_VALUE(errors, await(m_client->as<Dags>().importErrors()));
        QVERIFY(find(errors, [](const ImportError& e) {
            return e.file.endsWith("shop_broken_feed.py"_L1)
                && e.trace.contains("shop_feeds_that_nobody_wrote"_L1);
        }));
        const auto versions = await(m_client->as<Dags>().versions(revenue->id));
        if (m_major == 3) {
            QVERIFY(versions && !versions->empty());
            PH_VALUE(old, await(m_client->as<Dags>().source(revenue->id, versions->back().number)));
            QCOMPARE(old.version, versions->back().number);
        } else {
            QVERIFY(!versions);
            QCOMPARE(versions.error().kind, Error::Kind::Unsupported);
        }
    }

    void pauseAndParse_data() { rows(); }
    void pauseAndParse()
    {
        PH_VALUE(before, await(m_client->as<Dags>().details(u"shop_returns_triage"_s)));
        const Act act = m_client->as<Dags>().setPaused(before.info, !before.info.paused);
        QCOMPARE(act.language, u"http"_s);
        QCOMPARE(act.statement,
            u"PATCH /api/v%1/dags/shop_returns_triage?update_mask=is_paused {\"is_paused\": %2}"_s
                .arg(m_major == 3 ? 2 : 1)
                .arg(before.info.paused ? u"false"_s : u"true"_s));
        QCOMPARE(m_client->apply(act), TaskStatus::State::Done);
        PH_VALUE(after, await(m_client->as<Dags>().details(u"shop_returns_triage"_s)));
        QCOMPARE(after.info.paused, !before.info.paused);
        m_client->apply(m_client->as<Dags>().setPaused(before.info, before.info.paused));
        // Nobody takes requests now: the second one finds the first waiting, which is as good.
        AirflowFixture& server = *m_servers.at(m_major);
        const QString parser = m_major == 3 ? u"dag-processor"_s : u"scheduler"_s;
        const QString waiting = u"select count(*) from dag_priority_parsing_request"_s;
        server.freeze(parser, true);
        for (int i = 0; i < 2; ++i) {
            const auto state = m_client->apply(m_client->as<Dags>().parseAgain(after.info));
            QVERIFY2(state == TaskStatus::State::Done,
                m_client->outcome ? "" : qPrintable(m_client->outcome.error().detail));
        }
        QCOMPARE(server.sql(waiting), u"1"_s);
        server.freeze(parser, false);
        QTRY_COMPARE_WITH_TIMEOUT(server.sql(waiting), u"0"_s, 60'000);
    }

    // ---- Structure
    void structure_data() { rows(); }
    void structure()
    {
        PH_VALUE(s, await(m_client->as<Structure>().structure(u"shop_daily_revenue"_s, 0)));
        QCOMPARE(
            s.groupsFrom, m_private ? DagStructure::Groups::Told : DagStructure::Groups::Inferred);
        QCOMPARE(s.tasks.size(), size_t(8));
        const GroupInfo* clean
            = find(s.groups, [](const GroupInfo& g) { return g.id == u"transform.clean"_s; });
        QVERIFY(clean);
        QCOMPARE(clean->parent, u"transform"_s);
        const workflow::TaskInfo* join = find(
            s.tasks, [](const workflow::TaskInfo& t) { return t.id == u"transform.join"_s; });
        QVERIFY(join);
        QCOMPARE(join->group, u"transform"_s);
        QCOMPARE(join->label, u"join"_s);
        QCOMPARE(join->triggerRule, u"all_success"_s);
        const workflow::TaskInfo* load
            = find(s.tasks, [](const workflow::TaskInfo& t) { return t.id == u"load"_s; });
        QVERIFY(load);
        QCOMPARE(load->retries, 1);
        QCOMPARE(load->retryDelay, 5.0);
        // Joins of groups are walked through: start leads to both tasks of the group.
        const auto edge = [&](const QString& from, const QString& to) {
            return find(s.edges, [&](const TaskEdge& e) { return e.from == from && e.to == to; });
        };
        const TaskEdge* begin = edge(u"start"_s, u"extract.orders"_s);
        QVERIFY(begin);
        if (m_private)
            QCOMPARE(begin->label, u"new day"_s);
        QVERIFY(edge(u"start"_s, u"extract.payments"_s));
        QVERIFY(edge(u"transform.join"_s, u"load"_s));
        QCOMPARE(s.edges.size(), size_t(8));
        QCOMPARE(s.tasks.front().id, u"start"_s);

        PH_VALUE(mapped, await(m_client->as<Structure>().structure(u"shop_price_import"_s, 0)));
        const workflow::TaskInfo* download
            = find(mapped.tasks, [](const workflow::TaskInfo& t) { return t.id == u"download"_s; });
        QVERIFY(download && download->mapped);
        const auto missing = await(m_client->as<Structure>().structure(u"no_such_dag"_s, 0));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);

        PH_VALUE(map, await(m_client->as<Structure>().map()));
        const MapNode* orders = find(map.nodes, [](const MapNode& n) {
            return n.kind == MapNode::Kind::Asset
                && n.uri == u"file://lake/silver/orders.parquet"_s;
        });
        QVERIFY(orders);
        const auto leads = [&](const QString& from, const QString& to) {
            return std::find(map.edges.begin(), map.edges.end(), std::pair(from, to))
                != map.edges.end();
        };
        QVERIFY(leads(u"dag:shop_orders_ingest"_s, orders->id));
        QVERIFY(leads(orders->id, u"dag:shop_orders_mart"_s));
    }

    // ---- Runs, Logs
    void mappedRun_data() { rows(); }
    void mappedRun()
    {
        const RunInfo run = runThrough(u"shop_price_import"_s, {{u"suppliers"_s, 3}});
        QCOMPARE(run.state, u"success"_s);
        QCOMPARE(run.type, u"manual"_s);
        QCOMPARE(run.conf.value("suppliers"_L1).toInt(), 3);
        QVERIFY(run.start.isValid() && run.end >= run.start);
        QCOMPARE(run.versions.empty(), m_major == 2);

        RunQuery query;
        query.dag = run.ref.dag;
        query.limit = 5;
        PH_VALUE(page, await(m_client->as<Runs>().page(query)));
        QVERIFY(!page.runs.empty());
        QCOMPARE(page.runs.front().ref, run.ref);
        query.before = run.after;
        PH_VALUE(older, await(m_client->as<Runs>().page(query)));
        QVERIFY(!find(older.runs, [&](const RunInfo& r) { return r.ref == run.ref; }));
        query = {};
        query.changedSince = run.start;
        PH_VALUE(changed, await(m_client->as<Runs>().page(query)));
        QVERIFY(find(changed.runs, [&](const RunInfo& r) { return r.ref == run.ref; }));
        PH_VALUE(bars, await(m_client->as<Runs>().latest({run.ref.dag, u"shop_pulse"_s}, 3)));
        QVERIFY(find(bars, [&](const RunInfo& r) { return r.ref == run.ref; }));

        PH_VALUE(instances, await(m_client->as<Runs>().instances(run.ref)));
        QCOMPARE(instances.size(), size_t(11)); // suppliers, 3 × download, validate, store, summary
        PH_VALUE(cells, await(m_client->as<Runs>().cells(run.ref.dag, {run.ref.run})));
        QCOMPARE(cells.size(), size_t(1));
        const Cell* download
            = find(cells[0].cells, [](const Cell& c) { return c.task == u"download"_s; });
        QVERIFY(download);
        QCOMPARE(download->state, u"success"_s);
        QCOMPARE(download->children, (std::vector<std::pair<StateWord, int>>{{u"success"_s, 3}}));
        QVERIFY(!download->group && download->start.isValid() && download->end.isValid());
        // Cell by cell the same as the instances.
        for (const Cell& cell : cells[0].cells) {
            if (cell.group)
                continue;
            QVERIFY2(find(instances,
                         [&](const TaskInstance& ti) {
                             return ti.ref.task == cell.task && ti.state == cell.state;
                         }),
                qPrintable(cell.task));
        }

        const TaskRef one{run.ref.dag, run.ref.run, u"download"_s, 1};
        PH_VALUE(instance, await(m_client->as<Runs>().instance(one)));
        QCOMPARE(instance.ref, one);
        QCOMPARE(instance.operatorName.isEmpty(), false);
        QCOMPARE(instance.pool, u"default_pool"_s);
        QVERIFY(instance.duration >= 0);
        PH_VALUE(xcoms, await(m_client->as<Runs>().xcoms(one)));
        QVERIFY(find(xcoms, [](const XComEntry& x) { return x.key == u"return_value"_s; }));
        PH_VALUE(value, await(m_client->as<Runs>().xcom(one, u"return_value"_s)));
        QCOMPARE(value, QByteArray("50"));
        PH_VALUE(past, await(m_client->as<Runs>().past(run.ref.dag, u"summary"_s, 5)));
        QVERIFY(!past.empty());

        const auto log = collect(m_client->as<Logs>().read({one, 1, false}));
        QVERIFY2(log.end && *log.end, endOf(log.end).constData());
        QVERIFY2(textOf(log.values).contains("prices of S-001"_L1), qPrintable(textOf(log.values)));
        QVERIFY(std::any_of(log.values.begin(), log.values.end(), [](const LogLines& piece) {
            return std::any_of(piece.rows.begin(), piece.rows.end(), [](const LogLines::Row& row) {
                return row.time > 0 && row.level == LogLevel::Info && row.source > 0;
            });
        }));
        const auto none = collect(m_client->as<Logs>().read({one, 9, false}));
        QVERIFY(none.end && !none.end->has_value());
    }

    void failedRun_data() { rows(); }
    void failedRun()
    {
        const RunInfo run = runThrough(u"shop_payment_reconcile"_s, {{u"wait"_s, 1}});
        QCOMPARE(run.state, u"failed"_s);
        const TaskRef task{run.ref.dag, run.ref.run, u"reconcile"_s, -1};
        PH_VALUE(tries, await(m_client->as<Runs>().tries(task)));
        QCOMPARE(tries.size(), size_t(4));
        QCOMPARE(tries.front().tryNumber, 1);
        QCOMPARE(tries.back().state, u"failed"_s);
        QCOMPARE(tries.back().maxTries, 4);
        for (const int number : {1, 4}) {
            const auto log = collect(m_client->as<Logs>().read({task, number, false}));
            QVERIFY(log.end && *log.end);
            const QString text = textOf(log.values);
            QVERIFY2(text.contains(u"try %1: asking the bank"_s.arg(number)), qPrintable(text));
            QVERIFY2(
                text.contains("ConnectionError: the bank does not answer"_L1), qPrintable(text));
            bool traced = false;
            for (const LogLines& piece : log.values)
                for (qsizetype i = 0; i < piece.size(); ++i)
                    traced = traced
                        || (piece.at(i).startsWith("Traceback") && piece.rows[size_t(i)].continued
                            && piece.rows[size_t(i)].level == LogLevel::Error);
            QVERIFY2(traced, qPrintable(text));
        }

        MarkRequest mark;
        mark.task = task;
        mark.state = u"success"_s;
        PH_VALUE(marked, await(m_client->as<Acts>().tryMark(mark)));
        QVERIFY(!marked.instances.empty());
        QCOMPARE(applyOrAgain([&] { return m_client->as<Acts>().mark(mark, marked); }),
            TaskStatus::State::Done);
        PH_VALUE(now, await(m_client->as<Runs>().instance(task)));
        QCOMPARE(now.state, u"success"_s);
        // What waited for it goes on, and the run is done again.
        const auto rests = [&] {
            const auto book
                = await(m_client->as<Runs>().instance({run.ref.dag, run.ref.run, u"book"_s, -1}));
            const auto whole = await(m_client->as<Runs>().run(run.ref));
            return book && book->state == u"success"_s && whole && isFinal(whole->state);
        };
        QTRY_VERIFY_WITH_TIMEOUT(rests(), kRunLimit);
        // Clear: what the dry run names is what runs again. Of a run that rests: one that the
        // scheduler ends at this very moment may stay ended, with a task that never runs.
        ClearRequest clear;
        clear.dag = run.ref.dag;
        clear.run = run.ref.run;
        clear.tasks = {{u"reconcile"_s, -1}};
        clear.downstream = true;
        PH_VALUE(preview, await(m_client->as<Acts>().tryClear(clear)));
        QVERIFY(preview.byServer);
        QVERIFY(find(preview.instances, [](const TaskInstance& ti) {
            return ti.ref.task == u"reconcile"_s && ti.state == u"success"_s;
        }));
        QVERIFY(find(
            preview.instances, [](const TaskInstance& ti) { return ti.ref.task == u"alert"_s; }));
        QVERIFY(!find(
            preview.instances, [](const TaskInstance& ti) { return ti.ref.task == u"fetch"_s; }));
        const Act act = m_client->as<Acts>().clear(clear, preview);
        QVERIFY(act.destructive && act.statement.contains("clearTaskInstances"_L1));
        QCOMPARE(m_client->apply(act), TaskStatus::State::Done);
        PH_VALUE(again, await(m_client->as<Runs>().run(run.ref)));
        QVERIFY2(
            again.state == u"queued"_s || again.state == u"running"_s, qPrintable(again.state));
        PH_VALUE(cleared, await(m_client->as<Runs>().instance(task)));
        QVERIFY(cleared.state != u"success"_s);
        QCOMPARE(m_client->apply(m_client->as<Acts>().setNote(run.ref, u"seen"_s)),
            TaskStatus::State::Done);
        PH_VALUE(noted, await(m_client->as<Runs>().run(run.ref)));
        QCOMPARE(noted.note, u"seen"_s);
        QCOMPARE(applyOrAgain([&] { return m_client->as<Acts>().markRun(run, u"failed"_s); }),
            TaskStatus::State::Done);
        QCOMPARE(applyOrAgain([&] { return m_client->as<Acts>().removeRun(run); }),
            TaskStatus::State::Done);
        const auto gone = await(m_client->as<Runs>().run(run.ref));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    // A log that grows: every line once, in order, to the last one.
    void follow_data() { rows(); }
    void follow()
    {
        const QString dag = u"shop_nightly_backup"_s;
        PH_VALUE(details, await(m_client->as<Dags>().details(dag)));
        if (details.info.paused)
            m_client->apply(m_client->as<Dags>().setPaused(details.info, false));
        TriggerRequest request;
        request.dag = dag;
        request.run = freshRun();
        request.conf = {{u"seconds"_s, 6}};
        QCOMPARE(m_client->apply(m_client->as<Acts>().trigger(request)), TaskStatus::State::Done);
        const auto log = collect(
            m_client->as<Logs>().read({{dag, request.run, u"dump"_s, -1}, 1, true}), kRunLimit);
        QVERIFY2(log.end && *log.end, endOf(log.end).constData());
        const QString text = textOf(log.values);
        qsizetype at = 0;
        for (int i = 0; i < 6; ++i) {
            const QString line = u"table %1 of 6"_s.arg(i);
            QCOMPARE(text.count(line), 1);
            QVERIFY(text.indexOf(line) >= at);
            at = text.indexOf(line);
        }
        QVERIFY(log.values.size() > 1); // it came while it grew
        QVERIFY(std::any_of(log.values.begin(), log.values.end(),
            [](const LogLines& piece) { return piece.live; }));
    }

    // ---- Acts that the server refuses
    void refusals_data() { rows(); }
    void refusals()
    {
        QVERIFY(await(m_client->as<Admin>().capabilities())); // acts are written for who answers
        TriggerRequest request;
        request.dag = u"shop_price_import"_s;
        request.conf = {{u"suppliers"_s, -1}};
        QCOMPARE(m_client->apply(m_client->as<Acts>().trigger(request)), TaskStatus::State::Failed);
        QVERIFY2(m_client->outcome.error().detail.contains("-1 is less than the minimum"_L1),
            qPrintable(m_client->outcome.error().detail));
        QCOMPARE(m_client->outcome.error().code, u"400"_s);
        BackfillRequest backfill;
        backfill.dag = u"shop_daily_revenue"_s;
        backfill.from = QDateTime({2026, 2, 1}, {}, Qt::UTC);
        backfill.to = QDateTime({2026, 2, 3}, {3, 0}, Qt::UTC);
        const auto tried = await(m_client->as<Acts>().tryBackfill(backfill));
        if (m_major == 3) {
            QVERIFY2(tried, tried ? "" : qPrintable(tried.error().detail));
            QVERIFY(tried->logicalDates.size() >= 2);
        } else {
            QVERIFY(!tried);
            QCOMPARE(tried.error().kind, Error::Kind::Unsupported);
            QVERIFY(!tried.error().hint.isEmpty());
        }
    }

    // ---- Admin
    void admin_data() { rows(); }
    void admin()
    {
        PH_VALUE(can, await(m_client->as<Admin>().capabilities()));
        QCOMPARE(can.major, m_major);
        QVERIFY(can.version.startsWith(QString::number(m_major)));
        QCOMPARE(can.backfills, m_major == 3);
        QCOMPARE(can.privateStructure, m_private);
        PH_VALUE(state, await(m_client->as<Admin>().state()));
        const ComponentHealth* scheduler = find(
            state.components, [](const ComponentHealth& c) { return c.name == u"scheduler"_s; });
        QVERIFY(scheduler);
        QCOMPARE(scheduler->status, u"healthy"_s);
        QVERIFY(scheduler->heartbeat.isValid());
        QVERIFY(std::abs(state.skewMs) < 20'000); // a busy server stamps its answers late
        PH_VALUE(pools, await(m_client->as<Admin>().pools()));
        QVERIFY(find(pools, [](const PoolInfo& p) { return p.name == u"default_pool"_s; }));

        PoolInfo pool;
        pool.name = u"test-pool"_s;
        pool.size = 3;
        pool.isNew = true;
        QCOMPARE(m_client->apply(m_client->as<Admin>().setPool(pool)), TaskStatus::State::Done);
        pool.size = 4;
        pool.isNew = false;
        const auto changed = m_client->apply(m_client->as<Admin>().setPool(pool));
        QVERIFY2(changed == TaskStatus::State::Done,
            m_client->outcome ? "" : qPrintable(m_client->outcome.error().detail));
        PH_VALUE(after, await(m_client->as<Admin>().pools()));
        const PoolInfo* made
            = find(after, [](const PoolInfo& p) { return p.name == u"test-pool"_s; });
        QVERIFY(made);
        QCOMPARE(made->size, 4);
        QCOMPARE(m_client->apply(m_client->as<Admin>().removePool(*made)), TaskStatus::State::Done);

        VariableInfo variable;
        variable.key = u"test_variable"_s;
        variable.value = u"one"_s;
        variable.isNew = true;
        QCOMPARE(
            m_client->apply(m_client->as<Admin>().setVariable(variable)), TaskStatus::State::Done);
        variable.value = u"two"_s;
        variable.isNew = false;
        QCOMPARE(
            m_client->apply(m_client->as<Admin>().setVariable(variable)), TaskStatus::State::Done);
        PH_VALUE(variables, await(m_client->as<Admin>().variables()));
        const VariableInfo* stored
            = find(variables, [](const VariableInfo& v) { return v.key == u"test_variable"_s; });
        QVERIFY(stored);
        QCOMPARE(stored->value, std::optional(u"two"_s));
        QCOMPARE(m_client->apply(m_client->as<Admin>().removeVariable(*stored)),
            TaskStatus::State::Done);
        QVERIFY(await(m_client->as<Admin>().connections()));
        PH_VALUE(assets, await(m_client->as<Admin>().assets()));
        const AssetInfo* orders = find(assets,
            [](const AssetInfo& a) { return a.uri == u"file://lake/silver/orders.parquet"_s; });
        QVERIFY(orders);
        QCOMPARE(orders->producers, QStringList{u"shop_orders_ingest.write"_s});
        QVERIFY(orders->consumers.contains(u"shop_orders_mart"_s));
        QVERIFY(await(m_client->as<Admin>().assetEvents(orders->id, 5)));
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowContractTest)
#include "tst_airflowcontract.moc"
