// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions on a real server: what arrives is what is stored, at any size, and Stop stops the
// server.
#include "tests/database/postgres/harness.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly)
        ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)
        : 0;
}

} // namespace

class QueryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>();
        PH_NEED_SERVER(*m_server);
        m_service = std::make_unique<Service>(m_server->config(), m_server->password());
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_server.reset();
    }
    void init() { m_session = m_service->as<Query>().open(u"test"_s); }
    void cleanup() { m_session.reset(); }

    void scriptTellsEverything()
    {
        const auto ran = run(*m_session,
            u"create table hello (id int primary key, name text);\n"
            "insert into hello values (1, 'a'), (2, null);\n"
            "select * from hello order by id; -- done\n"
            "do $$ begin raise notice 'heard %', 7; end $$"_s);
        QVERIFY(ran.end && *ran.end);
        const auto finished = ran.all<StatementFinished>();
        QCOMPARE(finished.size(), size_t(4));
        QCOMPARE(finished[0].tag, u"CREATE TABLE"_s);
        QCOMPARE(finished[1].rows, 2);
        QCOMPARE(finished[2].tag, u"SELECT 2"_s);
        QVERIFY(ran.store());
        QCOMPARE(ran.store()->columns()[0].type, u"integer"_s);
        QVERIFY(ran.store()->columns()[0].rightAligned);
        QTRY_COMPARE(ran.store()->rowCount(), 2);
        QTRY_COMPARE(ran.store()->countKind(), TableStore::Count::Exact);
        QCOMPARE(ran.cell(0, 1), u"a"_s);
        QCOMPARE(ran.cell(1, 1), u"<null>"_s);
        QCOMPARE(ran.all<RowsSoFar>().back().rows, 2);
        QCOMPARE(ran.all<RowsSoFar>().back().bytes, 3); // "1", "a" and "2"
        QCOMPARE(ran.all<Notice>().front().text, u"heard 7"_s);
        QVERIFY(m_session->backendPid() > 0);
        QFile audit(m_service->folder.filePath(u"audit.jsonl"_s));
        QVERIFY(audit.open(QIODevice::ReadOnly));
        const QByteArray lines = audit.readAll();
        QVERIFY(lines.contains("insert into hello"));
        QVERIFY(!lines.contains("select * from hello"));
    }

    // Both ways of reading give the very same bytes.
    void valuesAreExact_data()
    {
        QTest::addColumn<bool>("single");
        QTest::newRow("copy") << false;
        QTest::newRow("single row") << true;
    }
    void valuesAreExact()
    {
        QFETCH(bool, single);
        RunRequest request;
        request.text
            = u"select 9007199254740993::bigint, 0.1::float8, 1e-7::real,"
              " 12345678901234567890.123456789::numeric, true, '\\x00ff'::bytea,"
              " E'tab\\there\\nline\\\\ \\\\N', ''::text, null::text, 'NaN'::numeric,"
              " '{a,\"b,c\",NULL}'::text[], '2024-02-29 12:00:00.123456+02'::timestamptz,"
              " '{\"a\": 1}'::jsonb, 'ab'::char(5), '客户 고객 🚀'::text, 1::numeric(12,2) as n"_s;
        if (single) {
            request.text += u" where :one = 1"_s;
            request.params.insert(u"one"_s, u"1"_s);
        }
        const auto ran = run(*m_session, request);
        QVERIFY2(ran.all<StatementFinished>().size() == 1, qPrintable(ran.error().detail));
        const QStringList expected{u"9007199254740993"_s, u"0.1"_s, u"1e-07"_s,
            u"12345678901234567890.123456789"_s, u"t"_s, u"\\x00ff"_s, u"tab\there\nline\\ \\N"_s,
            u""_s, u"<null>"_s, u"NaN"_s, u"{a,\"b,c\",NULL}"_s, u"2024-02-29 10:00:00.123456+00"_s,
            u"{\"a\": 1}"_s, u"ab   "_s, u"客户 고객 🚀"_s, u"1.00"_s};
        QTRY_COMPARE(ran.store()->rowCount(), 1);
        for (int i = 0; i < expected.size(); ++i)
            QCOMPARE(ran.cell(0, i), expected[i]);
        QCOMPARE(ran.store()->columns()[15].type, u"numeric(12,2)"_s);
        QCOMPARE(ran.store()->columns()[13].type, u"character(5)"_s);
    }

    // What came before the server thinks again is seen at once, not with what comes next.
    void rowsBeforeALongPauseAreSeen()
    {
        RunRequest request;
        request.text = u"select g, repeat('x', 100), case when g = 2000 then pg_sleep(600)::text"
                       " end from generate_series(1, 3000) g"_s;
        QObject owner;
        Ran ran;
        auto stream = m_session->run(request).attach(
            &owner,
            [&](std::vector<QueryEvent>&& e) {
                ran.events.insert(ran.events.end(), e.begin(), e.end());
            },
            [&](VoidResult r) { ran.end = r; });
        QTRY_VERIFY_WITH_TIMEOUT(ran.store(), 10'000);
        // The server itself keeps back what fills less than a packet of 8 KB.
        QTRY_VERIFY_WITH_TIMEOUT(ran.store()->rowCount() > 1850, 10'000);
        QVERIFY(ran.store()->rowCount() < 2000);
        stream.cancel();
    }

    void errorsPointIntoTheScript()
    {
        const QString script = u"select '🚀'; select\n nope from pg_class; select 3"_s;
        const auto ran = run(*m_session, script);
        const auto failed = ran.all<StatementFailed>();
        QCOMPARE(failed.size(), size_t(1));
        QCOMPARE(failed[0].error.code, u"42703"_s);
        QCOMPARE(failed[0].position, script.indexOf(u"nope"_s));
        QCOMPARE(ran.all<StatementFinished>().size(), size_t(1)); // the third did not run
        QVERIFY(ran.end && *ran.end);
    }

    void transactionsAreShown()
    {
        auto ran = run(*m_session, u"begin; create table t_open (a int)"_s);
        QCOMPARE(ran.all<StatementFinished>().back().transaction, TransactionState::Open);
        QCOMPARE(m_session->transaction(), TransactionState::Open);
        run(*m_session, u"select 1/0"_s);
        QCOMPARE(m_session->transaction(), TransactionState::Failed);
        run(*m_session, u"rollback"_s);
        QCOMPARE(m_session->transaction(), TransactionState::None);
        QCOMPARE(m_server->psql(
                     u"select count(*) from pg_stat_activity where state ~ 'in transaction'"_s),
            u"0"_s);
    }

    // The server ends the session in the middle: what comes next must not run on a new connection,
    // where it would count at once.
    void aLostTransactionIsNotContinued_data()
    {
        QTest::addColumn<QString>("next");
        QTest::addColumn<bool>("asksGuard");
        QTest::newRow("write") << u"insert into t_lost values (2)"_s << false;
        QTest::newRow("script") << u"select 1; insert into t_lost values (2)"_s << false;
        QTest::newRow("commit") << u"commit"_s << false;
        QTest::newRow("connected anew by something else") << u"commit"_s << true;
    }
    void aLostTransactionIsNotContinued()
    {
        QFETCH(QString, next);
        QFETCH(bool, asksGuard);
        run(*m_session, u"drop table if exists t_lost; create table t_lost (a int)"_s);
        run(*m_session, u"begin; insert into t_lost values (1)"_s);
        QCOMPARE(m_session->transaction(), TransactionState::Open);
        endSession();
        if (asksGuard) {
            // Until it has noticed that its connection is gone.
            QTRY_VERIFY(await(m_session->guard()).has_value());
            (void)await(m_session->explain(u"select 1"_s, {}, ExplainMode::Plain));
        }
        auto ran = run(*m_session, next);
        QCOMPARE(ran.error().code, u"transaction-lost"_s);
        QVERIFY2(ran.error().detail.contains(u"terminating connection"_s),
            qPrintable(ran.error().detail));
        QVERIFY(ran.all<StatementFinished>().empty());
        QCOMPARE(ran.all<StatementFailed>().back().transaction, TransactionState::None);
        QCOMPARE(m_session->transaction(), TransactionState::None);
        QCOMPARE(m_server->psql(u"select count(*) from t_lost"_s), u"0"_s);
        // Refused once: now everybody knows.
        ran = run(*m_session, u"insert into t_lost values (3)"_s);
        QCOMPARE(ran.all<StatementFinished>().size(), size_t(1));
        // Another one who believes in it still is refused as well.
        RunRequest late;
        late.text = u"commit"_s;
        late.inTransaction = true;
        QCOMPARE(run(*m_session, late).error().code, u"transaction-lost"_s);
    }

    void aLostTransactionIsSeenWhileIdle()
    {
        run(*m_session, u"begin; select 1"_s);
        auto seen = await(m_session->look());
        QVERIFY(seen && *seen == TransactionState::Open);
        QVERIFY(lastStatement().contains(u"select 1"_s)); // looking says nothing to the server
        endSession();
        (void)QTest::qWaitFor([&] { // told once
            seen = await(m_session->look());
            return !seen;
        });
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, u"transaction-lost"_s);
        QVERIFY(seen.error().detail.contains(u"terminating connection"_s));
        QCOMPARE(m_session->transaction(), TransactionState::None);
        seen = await(m_session->look());
        QVERIFY(seen && *seen == TransactionState::None);
        QCOMPARE(run(*m_session, u"select 1"_s).all<StatementFinished>().size(), size_t(1));
    }

    void aTransactionLostWithItsStatementIsTold()
    {
        run(*m_session, u"begin"_s);
        auto ran = run(*m_session, u"select pg_terminate_backend(pg_backend_pid())"_s);
        QCOMPARE(ran.error().code, u"transaction-lost"_s);
        QVERIFY(!ran.error().hint.isEmpty());
        QVERIFY(ran.end && !*ran.end);
        QCOMPARE(m_session->transaction(), TransactionState::None);
    }

    // Asked inside the user's transaction, it would be what the list of sessions shows, and take
    // the snapshot before the isolation level is chosen.
    void theGuardStaysOutOfTransactions()
    {
        run(*m_session, u"create table if not exists t_quiet (a int)"_s);
        QVERIFY(await(m_session->guard()));
        run(*m_session, u"begin"_s);
        QVERIFY(await(m_session->guard()));
        auto ran = run(*m_session, u"set transaction isolation level serializable"_s);
        QVERIFY2(ran.all<StatementFinished>().size() == 1, qPrintable(ran.error().detail));
        run(*m_session, u"insert into t_quiet values (1)"_s);
        const auto guard = await(m_session->guard());
        QVERIFY(guard && guard->roleMayWrite);
        QCOMPARE(lastStatement(), u"insert into t_quiet values (1)"_s);
        run(*m_session, u"select 1/0"_s);
        QVERIFY(await(m_session->guard())); // no statement may run here
        run(*m_session, u"rollback"_s);
    }

    void parametersGoApart()
    {
        RunRequest request;
        request.text = u"select :name::text, $1::int"_s;
        request.params = {{u"name"_s, u"'; drop table hello; --"_s}, {u"1"_s, u"41"_s}};
        auto ran = run(*m_session, request);
        QTRY_COMPARE(ran.store()->rowCount(), 1);
        QCOMPARE(ran.cell(0, 0), u"'; drop table hello; --"_s);
        QCOMPARE(ran.cell(0, 1), u"41"_s);
        request.params.remove(u"1"_s);
        ran = run(*m_session, request);
        QCOMPARE(ran.error().code, u"parameter"_s);
    }

    void cancelAtTheServer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("sleeping") << u"select pg_sleep(60)"_s;
        QTest::newRow("streaming") << u"select generate_series(1, 500000000), repeat('x', 100)"_s;
        QTest::newRow("computing") << u"select count(*) from generate_series(1, 20000000000) g"_s;
    }
    void cancelAtTheServer()
    {
        QFETCH(QString, text);
        run(*m_session, u"select 1"_s); // connected
        const int pid = m_session->backendPid();
        RunRequest request;
        request.text = text;
        QObject owner;
        std::optional<VoidResult> end;
        auto stream = m_session->run(request).attach(
            &owner, [](std::vector<QueryEvent>&&) {}, [&](VoidResult r) { end = r; });
        const QString state = u"select state from pg_stat_activity where pid = %1"_s.arg(pid);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->psql(state), u"active"_s, 5000);
        QElapsedTimer clock;
        clock.start();
        stream.stop();
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 2500);
        const qint64 ms = clock.elapsed();
        qInfo("stopped after %lld ms", ms);
        QVERIFY(!*end);
        QCOMPARE(end->error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->psql(state), u"idle"_s, 2500);
        // The same connection goes on.
        const auto ran = run(*m_session, u"select 42"_s);
        QVERIFY2(ran.all<StatementFinished>().size() == 1, qPrintable(ran.error().detail));
        QCOMPARE(m_session->backendPid(), pid);
    }

    void rowLimitEndsEarly()
    {
        RunRequest request;
        request.text = u"select * from generate_series(1, 100000000)"_s;
        request.rowLimit = 500;
        const auto ran = run(*m_session, request);
        QCOMPARE(ran.all<StatementFinished>().size(), size_t(1));
        QVERIFY(ran.all<StatementFinished>().front().cut);
        QTRY_COMPARE(ran.store()->rowCount(), 500);
        QTRY_COMPARE(ran.store()->countKind(), TableStore::Count::AtLeast);
        QCOMPARE(run(*m_session, u"select 1"_s).all<StatementFinished>().size(), size_t(1));
    }

    void hugeCellIsCut()
    {
        const auto ran
            = run(*m_session, u"select repeat('x', 200 * 1024 * 1024) as big, 1 as n"_s, 120'000);
        QVERIFY2(ran.all<StatementFinished>().size() == 1, qPrintable(ran.error().detail));
        QTRY_COMPARE(ran.store()->rowCount(), 1);
        QTRY_VERIFY(!ran.store()->cell(0, 0).loading);
        const CellView cell = ran.store()->cell(0, 0);
        QCOMPARE(cell.fullSize, qsizetype(200) << 20);
        QCOMPARE(cell.size, qsizetype(64) << 10);
        QCOMPARE(ran.cell(0, 1), u"1"_s);
    }

    void saveCellWhole()
    {
        const QString file = m_service->folder.filePath(u"cell.txt"_s);
        const auto task = m_session->saveCell(
            u"select g, repeat('y', 3000000) from generate_series(1, 3) g"_s, {}, 2, 1, file);
        QCOMPARE(finish(*task, 30'000), TaskStatus::State::Done);
        QCOMPARE(QFile(file).size(), 3'000'000);
    }

    void hugeRowEndsWithItsNumber()
    {
        const auto ran = run(*m_session,
            u"select g, case when g = 3 then repeat('x', 150000000) end a,"
            " case when g = 3 then repeat('y', 150000000) end b from generate_series(1, 5) g"_s,
            180'000);
        QCOMPARE(ran.error().code, u"row-size"_s);
        QTRY_COMPARE(ran.store()->rowCount(), 2);
        const auto failed = ran.all<StatementFailed>();
        QCOMPARE(failed.size(), size_t(1));
        QVERIFY(failed[0].remedy.contains(u"octet_length"_s));
        const auto helped = run(*m_session, failed[0].remedy, 60'000);
        QTRY_COMPARE(helped.store()->rowCount(), 1);
        QCOMPARE(helped.cell(0, 1), u"150000000"_s);
    }

    void fiveMillionRows()
    {
        const bool full = qEnvironmentVariableIsSet("PILOTHOUSE_TEST_FULL");
        const qint64 rows = full ? 5'000'000 : 500'000;
        run(*m_session, u"select 1"_s);
        const qint64 before = residentMemory();
        QElapsedTimer clock;
        clock.start();
        qint64 firstRow = -1;
        RunRequest request;
        request.text
            = u"select g, md5(g::text), g * 0.01 from generate_series(1, %1) g"_s.arg(rows);
        QObject owner;
        std::optional<VoidResult> end;
        std::shared_ptr<TableStore> store;
        auto stream = m_session->run(request).attach(
            &owner,
            [&](std::vector<QueryEvent>&& events) {
                for (const auto& e : events)
                    if (const auto* started = std::get_if<ResultStarted>(&e)) {
                        store = started->store;
                        connect(store.get(), &TableStore::rowsAppended, &owner, [&] {
                            if (firstRow < 0)
                                firstRow = clock.elapsed();
                        });
                    }
            },
            [&](VoidResult r) { end = r; });
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 300'000);
        QVERIFY(end->has_value());
        QTRY_COMPARE(store->rowCount(), rows);
        const qint64 grown = (residentMemory() - before) >> 20;
        qInfo("%lld rows in %lld ms, first after %lld ms, %lld MB more", rows, clock.elapsed(),
            firstRow, grown);
        QVERIFY2(grown <= 150, qPrintable(QString::number(grown)));
        QTRY_VERIFY(!store->cell(rows - 1, 0).loading);
        QCOMPARE(store->cell(rows - 1, 0).view().toByteArray(), QByteArray::number(rows));
    }

    void explains()
    {
        run(*m_session, u"create table ex as select g as id from generate_series(1, 1000) g"_s);
        auto plan = await(
            m_session->explain(u"select * from ex where id > 10"_s, {}, ExplainMode::Analyze));
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
        QVERIFY(plan->analyzed);
        QVERIFY(plan->root.executed);
        QCOMPARE(plan->root.actualRows, 990.0);
        QCOMPARE(plan->root.relation, u"public.ex"_s);
        plan = await(m_session->explain(u"delete from ex"_s, {}, ExplainMode::Analyze));
        QCOMPARE(plan.error().code, u"guard"_s);
        plan = await(m_session->explain(u"delete from ex"_s, {}, ExplainMode::AnalyzeInRollback));
        QVERIFY(plan && plan->rolledBack);
        plan = await(m_session->explain(
            u"select * from ex where id > :n"_s, {{u"n"_s, u"5"_s}}, ExplainMode::Plain));
        QVERIFY(plan && !plan->analyzed);
        QCOMPARE(m_server->psql(u"select count(*) from ex"_s), u"1000"_s);
    }

    void invalidUtf8Arrives()
    {
        m_server->psql(
            u"create database ascii encoding 'SQL_ASCII' template template0 locale 'C' owner pilot"_s);
        ServiceConfig config = m_server->config();
        config.options.insert(u"database"_s, u"ascii"_s);
        Service service(config, m_server->password());
        const auto session = service.as<Query>().open(u"ascii"_s);
        const auto ran = run(*session, u"select E'a\\xff\\xfeb', E'\\xe5\\xae\\xa2'"_s);
        QTRY_COMPARE(ran.store()->rowCount(), 1);
        QCOMPARE(ran.store()->cell(0, 0).view().toByteArray(),
            QByteArray("a\xff\xfe"
                       "b"));
        QCOMPARE(ran.cell(0, 1), u"客"_s);
    }

private:
    QString ofSession(const QString& what) const
    {
        return m_server->psql(u"select %1 from pg_stat_activity where pid = %2"_s.arg(what).arg(
            m_session->backendPid()));
    }
    QString lastStatement() const { return ofSession(u"query"_s); }
    void endSession() const
    {
        QCOMPARE(ofSession(u"pg_terminate_backend(pid)"_s), u"t"_s);
        QTRY_COMPARE(ofSession(u"count(*)"_s), u"0"_s);
    }

    std::unique_ptr<PostgresFixture> m_server;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Session> m_session;
};

PH_TEST_MAIN(QCoreApplication, QueryTest)
#include "tst_query.moc"
