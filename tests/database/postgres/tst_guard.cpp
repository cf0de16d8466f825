// SPDX-License-Identifier: GPL-3.0-or-later
// The write guard against a hostile script, as superuser on a protected connection. Judged by the
// server's state afterwards, not by what was answered.
#include "tests/database/postgres/harness.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDirIterator>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr char kSchema[] = R"(
CREATE TABLE t (id int primary key, v text);
INSERT INTO t SELECT g, 'v' || g FROM generate_series(1, 100) g;
CREATE SEQUENCE seq;
CREATE TABLE policed (id int);
INSERT INTO policed VALUES (1);
CREATE FUNCTION evil() RETURNS int LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_notify('evil', 'x'); EXECUTE 'COPY (SELECT 1) TO ''/tmp/MARK/evil'''; RETURN 1; END $$;
CREATE FUNCTION evil_stable(int) RETURNS int STABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN $1; END $$;
CREATE FUNCTION evil_row(t) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 1; END $$;
CREATE FUNCTION evil_definer() RETURNS boolean SECURITY DEFINER LANGUAGE sql AS
 $$ SELECT pg_cancel_backend(VICTIM) $$;
CREATE FUNCTION evil_op(int, text) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN true; END $$;
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = evil_op);
-- An operator that any statement could mean, and its other half.
CREATE FUNCTION evil_equal(text, int) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN true; END $$;
CREATE OPERATOR = (LEFTARG = text, RIGHTARG = int, FUNCTION = evil_equal, COMMUTATOR = =, NEGATOR = <>);
CREATE FUNCTION calm_unequal(text, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR <> (LEFTARG = text, RIGHTARG = int, FUNCTION = calm_unequal, NEGATOR = =);
CREATE FUNCTION evil_same(int, int) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN true; END $$;
CREATE OPERATOR ==== (LEFTARG = int, RIGHTARG = int, FUNCTION = evil_same);
CREATE OPERATOR !==== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4ne, NEGATOR = ====);
CREATE VIEW evil_negated AS SELECT id FROM t WHERE NOT id !==== 2;
CREATE VIEW evil_equals AS SELECT id FROM t WHERE v = id;
CREATE TYPE evil_type AS (a int);
CREATE FUNCTION evil_cast(int) RETURNS evil_type IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN ROW($1); END $$;
CREATE CAST (int AS evil_type) WITH FUNCTION evil_cast(int);
CREATE FUNCTION evil_check(int) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN true; END $$;
CREATE DOMAIN evil_domain AS int CHECK (evil_check(VALUE));
CREATE VIEW evil_view AS SELECT pg_terminate_backend(VICTIM) AS gone;
CREATE VIEW evil_view2 AS SELECT * FROM evil_view;
CREATE FUNCTION evil_policy() RETURNS boolean LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN true; END $$;
CREATE POLICY p ON policed USING (evil_policy());
ALTER TABLE policed ENABLE ROW LEVEL SECURITY;
ALTER TABLE policed FORCE ROW LEVEL SECURITY;
CREATE PROCEDURE evil_procedure() LANGUAGE sql AS $$ DELETE FROM t $$;
CREATE VIEW good_view AS SELECT id, upper(v) AS v FROM t WHERE id < 10;
CREATE AGGREGATE evil_sum(int) (SFUNC = int4pl, STYPE = int, FINALFUNC = evil_stable);
-- Names of the server's own functions, taken again.
CREATE FUNCTION upper(t) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 'x'; END $$;
CREATE FUNCTION length(text) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 1; END $$;
CREATE FUNCTION round(int) RETURNS int SECURITY DEFINER IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 1; END $$;
CREATE FUNCTION generate_series(text) RETURNS SETOF int LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN NEXT 1; END $$;
CREATE FUNCTION evil_step(text, text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN $1; END $$;
CREATE AGGREGATE sum(text) (SFUNC = evil_step, STYPE = text);
-- Casts that no statement has to name.
CREATE TYPE boxed AS (v int);
CREATE DOMAIN boxed_domain AS boxed;
CREATE FUNCTION evil_unbox(boxed) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 1; END $$;
CREATE CAST (boxed AS int) WITH FUNCTION evil_unbox(boxed) AS IMPLICIT;
-- UNION matches types of one category only.
CREATE TYPE crate AS (v int);
CREATE FUNCTION evil_crate(boxed) RETURNS crate IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN ROW(1); END $$;
CREATE CAST (boxed AS crate) WITH FUNCTION evil_crate(boxed) AS IMPLICIT;
-- From one of the server's own types: a UNION need not say that it has one.
CREATE TYPE packed AS (v int);
CREATE FUNCTION evil_pack(int) RETURNS packed IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN ROW(1); END $$;
CREATE CAST (int AS packed) WITH FUNCTION evil_pack(int) AS IMPLICIT;
CREATE TABLE packs (p packed[]);
INSERT INTO packs VALUES (ARRAY[ROW(1)::packed]);
CREATE VIEW packs_union AS SELECT ARRAY[1] AS p UNION ALL SELECT p FROM packs;
CREATE TYPE mood AS ENUM ('calm');
CREATE FUNCTION evil_mood_json(mood) RETURNS json IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN '1'; END $$;
CREATE CAST (mood AS json) WITH FUNCTION evil_mood_json(mood);
CREATE FUNCTION evil_mood_number(mood) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
 BEGIN PERFORM pg_terminate_backend(VICTIM); RETURN 1; END $$;
CREATE CAST (mood AS int) WITH FUNCTION evil_mood_number(mood);
CREATE TABLE boxes (id int, b boxed, d boxed_domain, a boxed[], m mood);
INSERT INTO boxes VALUES (1, ROW(1), ROW(1), ARRAY[ROW(1)::boxed], 'calm');
CREATE TABLE crates AS SELECT ROW(1)::crate AS c;
CREATE VIEW boxes_cast AS SELECT b + 1 AS n FROM boxes;
CREATE VIEW boxes_union AS SELECT b FROM boxes UNION ALL SELECT c FROM crates;
CREATE VIEW boxes_json AS SELECT row_to_json(boxes) AS j FROM boxes;
CREATE VIEW boxes_plain AS SELECT id, m FROM boxes UNION ALL SELECT 2, 'calm';
)";

} // namespace

class GuardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>();
        PH_NEED_SERVER(*m_server);
        // A session that a hostile statement would like to end.
        m_victim = std::make_unique<Service>(m_server->superuser());
        m_victimSession = m_victim->as<Query>().open(u"victim"_s);
        run(*m_victimSession, u"select 1"_s);
        QString schema = QString::fromUtf8(kSchema);
        schema.replace(u"VICTIM"_s, QString::number(m_victimSession->backendPid()));
        schema.replace(u"/tmp/MARK"_s, m_server->folder());
        QCOMPARE(m_server->psql(schema), QString());
        m_service = std::make_unique<Service>(m_server->superuser(WriteMode::Never));
        m_session = m_service->as<Query>().open(u"guarded"_s);
    }
    void cleanupTestCase()
    {
        m_session.reset();
        m_victimSession.reset();
        m_service.reset();
        m_victim.reset();
        m_server.reset();
    }

    void hostileScript_data()
    {
        QTest::addColumn<QString>("text");
        const QString file = m_server->folder() + u"/hostile"_s;
        const QString pid = QString::number(m_victimSession->backendPid());
        const QStringList all{
            // in the open
            u"BEGIN READ WRITE; DELETE FROM t; COMMIT"_s,
            u"SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; DELETE FROM t"_s,
            u"SELECT set_config('transaction_read_only', 'off', false); DELETE FROM t"_s,
            u"COMMIT; DELETE FROM t"_s,
            u"DELETE FROM t"_s,
            u"WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d"_s,
            u"COPY t TO PROGRAM 'cat > %1'"_s.arg(file),
            u"COPY (SELECT * FROM t) TO '%1'"_s.arg(file),
            u"SELECT lo_export(lo_from_bytea(0, 'x'), '%1')"_s.arg(file),
            u"SELECT pg_terminate_backend(%1)"_s.arg(pid),
            u"SELECT setval('seq', 100)"_s,
            u"SELECT nextval('seq')"_s,
            u"SELECT evil()"_s,
            u"EXPLAIN ANALYZE DELETE FROM t"_s,
            u"LOCK TABLE t IN ACCESS EXCLUSIVE MODE"_s,
            u"SELECT pg_advisory_lock(1)"_s,
            u"SELECT * FROM t FOR UPDATE"_s,
            u"SELECT pg_create_physical_replication_slot('s')"_s,
            u"NOTIFY evil, 'x'"_s,
            u"CHECKPOINT"_s,
            u"LOAD 'auto_explain'"_s,
            u"CALL evil_procedure()"_s,
            u"TRUNCATE t"_s,
            u"SELECT * INTO stolen FROM t"_s,
            u"PREPARE p AS DELETE FROM t; EXECUTE p"_s,
            u"REFRESH MATERIALIZED VIEW nothing"_s,
            u"ALTER SYSTEM SET work_mem = '1GB'"_s,
            u"SELECT pg_reload_conf()"_s,
            u"SELECT pg_read_file('/etc/passwd')"_s,
            // hiding the call
            u"DO $$ BEGIN EXECUTE 'select pg_ter' || 'minate_backend(%1)'; END $$"_s.arg(pid),
            u"SELECT query_to_xml('select pg_ter' || 'minate_backend(%1)', true, true, '')"_s.arg(
                pid),
            u"SELECT table_to_xml('evil_view'::regclass, true, true, '')"_s,
            u"SELECT * FROM evil_view"_s,
            u"SELECT count(*) FROM evil_view2"_s,
            u"TABLE evil_view"_s,
            u"SELECT evil_definer()"_s,
            u"SELECT (%1).pg_terminate_backend"_s.arg(pid),
            u"SELECT t.evil_row FROM t"_s,
            u"SELECT 1 === 'x'"_s,
            u"SELECT 1::evil_type"_s,
            u"SELECT 1::evil_domain"_s,
            u"SELECT * FROM policed"_s,
            u"EXPLAIN SELECT evil_stable(1)"_s,
            u"SELECT * FROM t WHERE id = evil_stable(1)"_s,
            u"SELECT evil_sum(id) FROM t"_s,
            u"SELECT \"pg_terminate_backend\" /* x */ (%1)"_s.arg(pid),
            u"SELECT U&\"pg\\005fterminate\\005fbackend\"(%1)"_s.arg(pid),
            u"SELECT PG_CATALOG . Pg_Terminate_Backend (%1)"_s.arg(pid),
            u"COPY (SELECT pg_terminate_backend(%1)) TO STDOUT"_s.arg(pid),
            u"SELECT * FROM ROWS FROM (pg_logical_emit_message(false, 'a', 'b')) x"_s,
            u"SELECT ts_stat('select pg_terminate_backend(%1)::text::tsvector')"_s.arg(pid),
            u"SELECT 'a\\'; SELECT pg_terminate_backend(%1); --'"_s.arg(pid),
            u"SELECT 1; DELETE FROM t"_s,
            u"SELECT dblink_exec('dbname=shop', 'DELETE FROM t')"_s,
            u"VALUES (pg_notify('evil', 'x'))"_s,
            u"SELECT txid_current()"_s,
            // an overload of a name the server has too
            u"SELECT upper(t) FROM t"_s,
            u"SELECT t.upper FROM t"_s,
            u"SELECT public.length('a')"_s,
            u"SELECT round(1)"_s,
            u"SELECT abs(x) FROM (SELECT round(id) FROM t) s(x)"_s,
            u"SELECT round(1.5) WHERE EXISTS (SELECT FROM t ORDER BY round(id))"_s,
            u"SELECT * FROM generate_series('1'::text)"_s,
            u"SELECT sum(v) FROM t"_s,
            u"SELECT sum(v) OVER () FROM t"_s,
            u"SELECT v FROM t GROUP BY v HAVING sum(v) > ''"_s,
            u"EXPLAIN SELECT round(1)"_s,
            u"COPY (SELECT round(1)) TO STDOUT"_s,
            u"EXPLAIN (COSTS off) SELECT upper('a'), round(1)"_s,
            u"EXPLAIN ANALYZE VERBOSE SELECT sum(v) FROM t"_s,
            u"EXPLAIN (FORMAT json) ((SELECT upper('a')) UNION SELECT upper(t) FROM t)"_s,
            u"COPY (SELECT upper('a') UNION SELECT upper(t) FROM t) TO STDOUT"_s,
            u"COPY (SELECT ')' || upper('a') || $$)$$ || upper(t) FROM t) TO STDOUT (FORMAT csv)"_s,
            u"SELECT upper('a'), evil()"_s,
            u"SELECT upper('a'); SELECT round(1)"_s,
            // a cast that is not written, or not by its types' names
            u"SELECT b::int FROM boxes"_s,
            u"SELECT CAST(d AS integer) FROM boxes"_s,
            u"SELECT m::int FROM boxes"_s,
            u"SELECT abs(b) FROM boxes"_s,
            u"SELECT b + 1 FROM boxes"_s,
            u"SELECT id FROM boxes WHERE b = 1"_s,
            u"SELECT x.id FROM boxes x JOIN boxes y ON x.id = y.b"_s,
            u"SELECT coalesce(b, c) FROM boxes, crates"_s,
            u"SELECT CASE WHEN id = 1 THEN c ELSE b END FROM boxes, crates"_s,
            u"SELECT a::int[] FROM boxes"_s,
            u"SELECT max(b) FROM (SELECT b FROM boxes) s HAVING sum(b) > 0"_s,
            u"VALUES (ROW(1)::crate), (ROW(1)::boxed)"_s,
            u"SELECT b FROM boxes UNION ALL SELECT c FROM crates"_s,
            u"SELECT c FROM crates UNION ALL SELECT d FROM boxes"_s,
            u"SELECT * FROM (SELECT c FROM crates EXCEPT ALL SELECT b FROM boxes) s"_s,
            u"SELECT a FROM boxes UNION ALL SELECT array_agg(c) FROM crates"_s,
            u"SELECT a FROM boxes UNION ALL SELECT ARRAY[1]"_s,
            u"SELECT ARRAY[1] UNION ALL SELECT p FROM packs"_s,
            u"SELECT p FROM packs UNION SELECT (SELECT array_agg(id) FROM t)"_s,
            u"SELECT * FROM packs_union"_s,
            // an operator of the user's in all its disguises
            u"SELECT v = id FROM t"_s,
            u"SELECT id FROM t WHERE v IN (id)"_s,
            u"SELECT id FROM t WHERE v IN (id, 2)"_s,
            u"SELECT id FROM t WHERE v IN (SELECT id FROM t)"_s,
            u"SELECT id FROM t WHERE v = ANY (ARRAY[1, 2])"_s,
            u"SELECT id FROM t WHERE NOT v <> id"_s,
            u"SELECT nullif(v, id::text), nullif(v, id) FROM t"_s,
            u"SELECT v IS DISTINCT FROM id FROM t"_s,
            u"SELECT CASE v WHEN id THEN 1 END FROM t"_s,
            u"SELECT x.id FROM t x JOIN t y ON x.v = y.id"_s,
            u"SELECT v OPERATOR(public.=) 1 FROM t"_s,
            u"SELECT id FROM t WHERE NOT id !==== 2"_s, // the planner takes the other one
            u"SELECT * FROM evil_equals"_s,
            u"SELECT * FROM evil_negated"_s,
            u"COPY (SELECT v = id FROM t) TO STDOUT"_s,
            u"EXPLAIN ANALYZE SELECT b::int FROM boxes"_s,
            u"COPY (SELECT b FROM boxes UNION ALL SELECT c FROM crates) TO STDOUT"_s,
            u"SELECT * FROM boxes_cast"_s,
            u"SELECT * FROM boxes_union"_s,
            u"SELECT to_json(m) FROM boxes"_s,
            u"SELECT jsonb_build_array(id, boxes) FROM boxes"_s,
            u"SELECT (boxes).row_to_json FROM boxes"_s,
            u"SELECT json_agg(s) FROM (SELECT m FROM boxes) s"_s,
            u"SELECT to_json(array_agg(boxes)) FROM boxes"_s,
            u"SELECT * FROM boxes_json"_s,
        };
        for (const QString& text : all)
            QTest::newRow(text.left(60).toUtf8().constData()) << text;
    }
    void hostileScript()
    {
        QFETCH(QString, text);
        const QString before = stateOfServer();
        const auto ran = run(*m_session, text);
        QCOMPARE(stateOfServer(), before);
        const auto failed = ran.all<StatementFailed>();
        QVERIFY(!failed.empty());
        // Everything hostile is refused by us; what does not exist fails at the server.
        if (!text.contains(u"dblink"_s)) {
            QCOMPARE(failed.front().error.code, u"guard"_s);
            QVERIFY(!failed.front().error.hint.isEmpty());
        }
    }

    void readingGoesOn_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
            {"SELECT * FROM t", "TABLE t", "VALUES (1), (2)", "SHOW work_mem",
                "WITH a AS (SELECT id FROM t) SELECT count(*), max(id) FROM a",
                "SELECT * FROM good_view", "EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM t",
                "COPY (SELECT * FROM t) TO STDOUT", "SELECT * FROM pg_stat_activity",
                "SELECT * FROM pg_locks", "SELECT to_char(now(), 'YYYY'), random(), 'a' ~ 'b'",
                "SELECT jsonb_build_object('a', 1) -> 'a', coalesce(null, 1), array[1,2]",
                "SELECT t.id, t.v FROM t JOIN good_view g USING (id) WHERE t.v LIKE 'v%'",
                "SELECT pg_size_pretty(pg_total_relation_size('t')), current_user",
                "SELECT row_number() OVER (ORDER BY id), id::numeric(10,2) FROM t LIMIT 3",
                "SELECT * FROM t TABLESAMPLE bernoulli (50)", "SELECT * FROM generate_series(1, 3)",
                "SELECT upper('a'), length('abc'), round(1.5), round(2.5::float8)",
                "SELECT upper(v), pg_catalog.length(v), sum(id) FROM t GROUP BY v",
                "SELECT sum(id) OVER (ORDER BY id) FROM t",
                "WITH a AS (SELECT round(1.5) AS x) SELECT upper(x::text) FROM a",
                "EXPLAIN SELECT upper('a'), round(1.5)",
                "EXPLAIN ANALYZE VERBOSE SELECT upper(v), sum(id) FROM t GROUP BY v",
                "EXPLAIN (ANALYZE, COSTS off) (SELECT upper(v) FROM t)",
                "COPY (SELECT upper(v), (round(1.5)), ')' FROM t) TO STDOUT",
                "COPY (SELECT length(v) FROM t) TO STDOUT WITH (FORMAT csv, HEADER)",
                // operators and casts that are there and not used
                "SELECT id = 1, v = 'a' FROM t WHERE id IN (1, 2) AND v <> 'b'",
                "SELECT id FROM t EXCEPT SELECT 3", "SELECT v FROM t UNION ALL SELECT 'x'",
                "SELECT 1 + 1", "SELECT * FROM boxes", "SELECT (b).v + 1, id::text, m FROM boxes",
                "SELECT id FROM boxes UNION SELECT 2 ORDER BY 1", "SELECT * FROM boxes_plain",
                "SELECT c FROM crates UNION ALL SELECT ROW(2)::crate",
                "SELECT b FROM boxes WHERE id = 1 LIMIT 10", "COPY boxes TO STDOUT",
                "SELECT row_to_json(t) FROM t", "SELECT jsonb_build_object('b', b) FROM boxes",
                "COPY boxes (id, b) TO STDOUT (FORMAT csv)",
                "EXPLAIN ANALYZE SELECT id FROM boxes WHERE id > 0"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void readingGoesOn()
    {
        QFETCH(QString, text);
        const auto ran = run(*m_session, text);
        QVERIFY2(ran.all<StatementFinished>().size() == 1,
            qPrintable(ran.error().detail + ran.error().hint.args.join(u' ')));
        QCOMPARE(m_session->transaction(), TransactionState::None);
    }

    // As superuser; a plain user may not choose what the server logs.
    void whatIsLookedUpIsNotLogged()
    {
        const auto ran = run(*m_session, u"SELECT upper('marked_in_no_log')"_s);
        QCOMPARE(ran.all<StatementFinished>().size(), size_t(1));
        bool found = false;
        QDirIterator files(m_server->folder(), {u"*log*"_s}, QDir::Files | QDir::Hidden,
            QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray text = file.readAll();
            found = found || text.contains("database system is ready");
            QVERIFY2(!text.contains("parse tree"), qPrintable(file.fileName()));
        }
        QVERIFY(found); // there is a log to look into
    }

    void explainIsGuardedToo()
    {
        const QString before = stateOfServer();
        for (const auto mode :
            {ExplainMode::Plain, ExplainMode::Analyze, ExplainMode::AnalyzeInRollback}) {
            const auto plan = await(m_session->explain(u"select evil_stable(1)"_s, {}, mode));
            QVERIFY(!plan);
            QCOMPARE(plan.error().code, u"guard"_s);
        }
        QCOMPARE(stateOfServer(), before);
        QVERIFY(await(m_session->explain(u"select * from t"_s, {}, ExplainMode::Analyze)));
    }

    void whoGuardsIsSaid()
    {
        auto guard = await(m_session->guard());
        QVERIFY(guard && guard->holder == GuardState::Holder::Pilothouse && guard->roleMayWrite);
        m_server->psql(u"grant select on all tables in schema public to viewer"_s);
        Service viewer(m_server->config(WriteMode::Never, u"viewer"_s), m_server->password());
        const auto session = viewer.as<Query>().open(u"viewer"_s);
        guard = await(session->guard());
        QVERIFY2(guard, qPrintable(guard ? QString() : guard.error().detail));
        QCOMPARE(guard->holder, GuardState::Holder::ServerRole);
        // SQL text and plain user functions may run where the role itself cannot write …
        QCOMPARE(run(*session, u"select query_to_xml('select 1', true, true, '')"_s)
                     .all<StatementFinished>()
                     .size(),
            size_t(1));
        // … but not what runs with its owner's rights, and not what reaches outside.
        QCOMPARE(run(*session, u"select evil_definer()"_s).error().code, u"guard"_s);
        QCOMPARE(run(*session, u"select pg_notify('a', 'b')"_s).error().code, u"guard"_s);
    }

    void liftedAndDroppedAgain()
    {
        Service service(m_server->superuser(WriteMode::Off));
        const auto session = service.as<Query>().open(u"lift"_s);
        QCOMPARE(run(*session, u"create table lifted (a int)"_s).error().code, u"guard"_s);
        service.gate->lift();
        QCOMPARE(
            run(*session, u"create table lifted (a int); begin; insert into lifted values (1)"_s)
                .all<StatementFinished>()
                .size(),
            size_t(3));
        service.gate->drop();
        // A transaction still open may only end.
        QCOMPARE(run(*session, u"insert into lifted values (2)"_s).error().code, u"guard"_s);
        QCOMPARE(run(*session, u"select 1"_s).error().code, u"guard"_s);
        QCOMPARE(run(*session, u"rollback to savepoint x"_s).error().code, u"guard"_s);
        QCOMPARE(run(*session, u"commit"_s).all<StatementFinished>().size(), size_t(1));
        QCOMPARE(run(*session, u"insert into lifted values (2)"_s).error().code, u"guard"_s);
        QCOMPARE(m_server->psql(u"select count(*) from lifted"_s), u"1"_s);
    }

private:
    // Rows, objects, sequences, slots, locks, settings, the victim, and files outside the data
    // folder.
    QString stateOfServer() const
    {
        QString state = m_server->psql(QString::fromUtf8(R"(
SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM t;
SELECT count(*) FROM pg_class WHERE oid >= 16384;
SELECT last_value, is_called FROM seq;
SELECT count(*) FROM pg_replication_slots;
SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
 WHERE a.application_name LIKE 'Pilothouse%' AND l.locktype IN ('relation', 'advisory');
SELECT count(*) FROM pg_stat_activity WHERE application_name = 'Pilothouse victim';
SELECT count(*) FROM pg_largeobject_metadata;
SELECT count(*) FROM pg_stat_activity WHERE state ~ 'in transaction';
SELECT count(*) FROM pg_file_settings WHERE sourcefile ~ 'auto.conf';
)"));
        state += u"\nvictim %1"_s.arg(m_victimSession->backendPid());
        QDirIterator files(m_server->folder(), QDir::Files | QDir::Hidden);
        QStringList names;
        while (files.hasNext())
            names += files.next();
        names.sort();
        return state + u'\n' + names.join(u'\n');
    }

    std::unique_ptr<PostgresFixture> m_server;
    std::unique_ptr<Service> m_victim;
    std::unique_ptr<Session> m_victimSession;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Session> m_session;
};

PH_TEST_MAIN(QCoreApplication, GuardTest)
#include "tst_guard.moc"
