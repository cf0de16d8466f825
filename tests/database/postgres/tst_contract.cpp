// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue, Activity, Admin and the facets on a real server with names nobody should use.
#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "database/api/activity.h"
#include "database/api/admin.h"
#include "database/api/catalogue.h"
#include "database/api/names.h"

#include "tests/database/postgres/harness.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kOdd = u"Odd \"na.me\"\nwith 'quotes' 🚀"_s;

constexpr char kSchema[] = R"(
SET ROLE pilot;
CREATE SCHEMA gold;
CREATE TYPE gold.status AS ENUM ('paid', 'sent');
CREATE TABLE gold.customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
CREATE TABLE gold.orders (id bigint, placed_at timestamptz NOT NULL DEFAULT now(),
  customer_id bigint REFERENCES gold.customers (id), status gold.status, total numeric(12,2)
  CHECK (total >= 0), doubled numeric GENERATED ALWAYS AS (total * 2) STORED,
  PRIMARY KEY (id, placed_at)) PARTITION BY RANGE (placed_at);
CREATE TABLE gold.orders_24 PARTITION OF gold.orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE gold.orders_25 PARTITION OF gold.orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX orders_status ON gold.orders (status);
INSERT INTO gold.customers (name) SELECT 'c' || g FROM generate_series(1, 50) g;
INSERT INTO gold.orders SELECT g, '2024-06-01', 1 + g % 50, 'paid', g FROM generate_series(1, 1000) g;
CREATE VIEW gold.v_open AS SELECT * FROM gold.orders WHERE status = 'paid';
CREATE VIEW gold.v_daily AS SELECT placed_at::date AS d, sum(total) FROM gold.v_open GROUP BY 1;
CREATE MATERIALIZED VIEW gold.mv AS SELECT customer_id, count(*) AS n FROM gold.orders GROUP BY 1;
CREATE FUNCTION gold.refresh_mart(a int, b text DEFAULT 'x') RETURNS void LANGUAGE plpgsql AS $$
  BEGIN EXECUTE 'SELECT count(*) FROM gold.orders'; END $$;
CREATE FUNCTION gold.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON gold.customers FOR EACH ROW EXECUTE FUNCTION gold.touch();
COMMENT ON TABLE gold.customers IS 'who buys';
GRANT SELECT ON gold.orders TO viewer;
GRANT UPDATE (name) ON gold.customers TO viewer WITH GRANT OPTION;
ANALYZE;
)";

} // namespace

class ContractTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>();
        PH_NEED_SERVER(*m_server);
        QCOMPARE(m_server->psql(QString::fromUtf8(kSchema)), QString());
        QCOMPARE(
            m_server->psql(u"SET ROLE pilot; CREATE SCHEMA %1; CREATE TABLE %1.%1 (%1 int, b text);"
                           "INSERT INTO %1.%1 VALUES (1, 'x')"_s.arg(quoteAlways(kOdd))),
            QString());
        m_server->psql(u"GRANT pg_signal_backend TO pilot"_s);
        m_service = std::make_unique<Service>(m_server->config(), m_server->password());
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_server.reset();
    }

    void schemasAndRelations()
    {
        auto& catalogue = m_service->as<Catalogue>();
        const auto db = await(catalogue.database());
        QVERIFY2(db, qPrintable(db ? QString() : db.error().detail));
        QCOMPARE(db->name, u"shop"_s);
        QVERIFY(db->version.startsWith(u"PostgreSQL "_s));
        QCOMPARE(db->searchPath, (QStringList{u"pilot"_s, u"public"_s}));
        const auto schemas = await(catalogue.schemas());
        QVERIFY(schemas);
        QVERIFY(std::ranges::count(*schemas, kOdd, &SchemaInfo::name) == 1);
        const auto relations = await(catalogue.relations(u"gold"_s));
        QVERIFY(relations);
        QStringList names;
        for (const auto& r : *relations)
            names += r.ref.name + u':' + wordOf(r.ref.kind);
        QCOMPARE(names,
            (QStringList{u"customers:table"_s, u"customers_id_seq:sequence"_s,
                u"mv:materialised-view"_s, u"orders:partitioned-table"_s, u"v_daily:view"_s,
                u"v_open:view"_s}));
        QCOMPARE(relations->at(3).rows, 1000);
        QCOMPARE(relations->at(3).partitions, 2);
        QVERIFY(relations->at(3).bytes > 0);
        const auto functions = await(catalogue.functions(u"gold"_s));
        QVERIFY(functions);
        QCOMPARE(functions->size(), size_t(2));
        QCOMPARE(functions->at(0).ref.arguments, u"a integer, b text"_s);
    }

    void relationWithAllParts()
    {
        auto& catalogue = m_service->as<Catalogue>();
        const auto d = await(catalogue.relation(u"gold"_s, u"orders"_s));
        QVERIFY2(d, qPrintable(d ? QString() : d.error().detail));
        QCOMPARE(d->partitionKey, u"RANGE (placed_at)"_s);
        QCOMPARE(d->columns.size(), size_t(6));
        QCOMPARE(d->columns[0].keyPosition, 1);
        QCOMPARE(d->columns[1].keyPosition, 2);
        QCOMPARE(d->columns[2].references, u"gold.customers.id"_s);
        QCOMPARE(d->columns[3].type, u"gold.status"_s);
        QCOMPARE(d->columns[4].type, u"numeric(12,2)"_s);
        QVERIFY(d->columns[5].generated);
        QCOMPARE(d->indexes.size(), size_t(2));
        QVERIFY(d->indexes[0].primary);
        QCOMPARE(d->partitions.size(), size_t(2));
        QVERIFY(d->partitions[0].bound.startsWith(u"FOR VALUES FROM"_s));
        const auto c = await(catalogue.relation(u"gold"_s, u"customers"_s));
        QVERIFY(c);
        QCOMPARE(c->triggers.size(), size_t(1));
        QCOMPARE(c->relation.comment, u"who buys"_s);
        const auto missing = await(catalogue.relation(u"gold"_s, u"nothing"_s));
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
        const auto odd = await(catalogue.relation(kOdd, kOdd));
        QVERIFY(odd);
        QCOMPARE(odd->columns[0].name, kOdd);
    }

    // What it says makes the same object again.
    void ddlRoundTrip()
    {
        auto& catalogue = m_service->as<Catalogue>();
        for (const auto& [schema, name] :
            {std::pair{u"gold"_s, u"customers"_s}, std::pair{u"gold"_s, u"orders"_s},
                std::pair{u"gold"_s, u"orders_24"_s}, std::pair{u"gold"_s, u"v_daily"_s},
                std::pair{u"gold"_s, u"mv"_s}, std::pair{kOdd, kOdd}}) {
            const auto text = await(catalogue.ddl({ObjectKind::Table, schema, name, {}, {}}));
            QVERIFY2(text, qPrintable(text ? QString() : text.error().detail));
            const QString answer = m_server->psql(
                u"BEGIN; ALTER TABLE IF EXISTS %1.%2 RENAME TO old_one; %3 ROLLBACK;"_s.arg(
                    quoteAlways(schema), quoteAlways(name), *text));
            // Names of indexes and constraints are taken by the old one; the text itself must
            // parse.
            QVERIFY2(!answer.contains(u"syntax"_s), qPrintable(answer + u'\n' + *text));
        }
        const auto f = await(catalogue.ddl(
            {ObjectKind::Function, u"gold"_s, u"refresh_mart"_s, u"a integer, b text"_s, {}}));
        QVERIFY(f && f->contains(u"CREATE OR REPLACE FUNCTION gold.refresh_mart"_s));
        const auto i
            = await(catalogue.ddl({ObjectKind::Index, u"gold"_s, u"orders_status"_s, {}, {}}));
        QVERIFY(i && i->startsWith(u"CREATE INDEX orders_status"_s));
    }

    void whatBreaks()
    {
        auto& catalogue = m_service->as<Catalogue>();
        const auto d = await(
            catalogue.dependents({ObjectKind::PartitionedTable, u"gold"_s, u"orders"_s, {}, {}}));
        QVERIFY2(d, qPrintable(d ? QString() : d.error().detail));
        QStringList dropped;
        QStringList mentioned;
        for (const auto& one : *d)
            (one.certainty == Dependent::Certainty::Dropped ? dropped : mentioned)
                += one.ref.name + u':' + QString::number(one.depth);
        QVERIFY2(dropped.contains(u"v_open:1"_s), qPrintable(dropped.join(u' ')));
        QVERIFY2(dropped.contains(u"v_daily:2"_s), qPrintable(dropped.join(u' ')));
        QVERIFY(dropped.contains(u"mv:1"_s));
        QVERIFY2(!dropped.contains(u"orders_status:1"_s), qPrintable(dropped.join(u' ')));
        QCOMPARE(mentioned, QStringList{u"refresh_mart:1"_s});
        const auto key
            = await(catalogue.dependents({ObjectKind::Table, u"gold"_s, u"customers"_s, {}, {}}));
        QVERIFY(key);
        QVERIFY(std::ranges::any_of(*key, [](const Dependent& one) {
            return one.ref.kind == ObjectKind::Constraint && one.ref.table == u"orders"_s;
        }));
    }

    void privilegesAndSizes()
    {
        auto& catalogue = m_service->as<Catalogue>();
        const auto p
            = await(catalogue.privileges({ObjectKind::Table, u"gold"_s, u"customers"_s, {}, {}}));
        QVERIFY2(p, qPrintable(p ? QString() : p.error().detail));
        const auto column = std::ranges::find(*p, u"name"_s, &Privilege::column);
        QVERIFY(column != p->end());
        QCOMPARE(column->grantee, u"viewer"_s);
        QCOMPARE(column->grantable, QStringList{u"UPDATE"_s});
        const auto s = await(catalogue.sizes(u"gold"_s, u"orders"_s));
        QVERIFY2(s, qPrintable(s ? QString() : s.error().detail));
        QVERIFY(s->total > s->indexes && s->indexes > 0 && s->table > 0);
        QCOMPARE(s->rows, 1000);
        QVERIFY(s->lastAnalyze.isValid());
    }

    void completion()
    {
        const auto c = await(m_service->as<Catalogue>().completion());
        QVERIFY2(c, qPrintable(c ? QString() : c.error().detail));
        const auto orders = std::ranges::find_if(c->relations,
            [](const auto& r) { return r.schema == u"gold"_s && r.name == u"orders"_s; });
        QVERIFY(orders != c->relations.end());
        QCOMPARE(orders->columns.size(), size_t(6));
        QCOMPARE(orders->columns[4].type, u"numeric(12,2)"_s);
        QVERIFY(std::ranges::any_of(
            c->functions, [](const auto& f) { return f.name == u"date_trunc"_s; }));
        QVERIFY(c->types.contains(u"integer"_s));

        // The server's own functions are kept, those of users asked for again.
        const auto session = m_service->as<Query>().open(u"completion"_s);
        run(*session, u"create function gold.later() returns int language sql as 'select 1'"_s);
        const auto again = await(m_service->as<Catalogue>().completion());
        run(*session, u"drop function gold.later()"_s);
        QVERIFY(again);
        auto expected = c->functions;
        expected.push_back({u"gold"_s, u"later"_s, {}, u"integer"_s});
        std::ranges::sort(
            expected, {}, [](const auto& f) { return std::tie(f.name, f.schema, f.arguments); });
        auto got = again->functions;
        std::ranges::sort(
            got, {}, [](const auto& f) { return std::tie(f.name, f.schema, f.arguments); });
        QCOMPARE(got.size(), expected.size());
        QVERIFY(got == expected);
    }

    // A changed row of pg_attribute goes to the end of the table.
    void completionKeepsTheOrderOfColumns()
    {
        const auto session = m_service->as<Query>().open(u"altered"_s);
        run(*session,
            u"create table gold.altered (a int, b text, c date); create index on gold.altered (c);"
            " alter table gold.altered alter a set statistics 10, alter b set statistics 10;"
            " alter table gold.altered drop b, add d numeric(7,3)"_s);
        const auto c = await(m_service->as<Catalogue>().completion());
        run(*session, u"drop table gold.altered"_s);
        QVERIFY(c);
        const auto altered
            = std::ranges::find(c->relations, u"altered"_s, &CompletionSnapshot::Relation::name);
        QVERIFY(altered != c->relations.end());
        const std::vector<CompletionSnapshot::Column> expected{
            {u"a"_s, u"integer"_s}, {u"c"_s, u"date"_s}, {u"d"_s, u"numeric(7,3)"_s}};
        QVERIFY(altered->columns == expected);
        QVERIFY(std::ranges::none_of(c->relations, // an index has columns, but is no relation
            [](const auto& r) { return r.name.startsWith(u"altered_"_s); }));
    }

    void blockingAndItsEnd()
    {
        const auto holder = m_service->as<Query>().open(u"holder"_s);
        const auto waiter = m_service->as<Query>().open(u"waiter"_s);
        run(*holder, u"begin; lock table gold.customers in access exclusive mode"_s);
        run(*waiter, u"select 1"_s);
        QObject owner;
        RunRequest request;
        request.text = u"select count(*) from gold.customers"_s;
        Ran waited;
        auto stream = waiter->run(request).attach(
            &owner,
            [&](std::vector<QueryEvent>&& e) {
                waited.events.insert(waited.events.end(), e.begin(), e.end());
            },
            [&](VoidResult r) { waited.end = r; });
        auto& activity = m_service->as<Activity>();
        std::vector<BlockingNode> forest;
        ActivitySnapshot snapshot;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto s = await(activity.snapshot());
                if (s)
                    snapshot = *s;
                forest = s ? blockingForest(*s) : std::vector<BlockingNode>{};
                return forest.size() == 1;
            }(),
            10'000);
        QCOMPARE(forest[0].pid, holder->backendPid());
        QCOMPARE(forest[0].children[0].pid, waiter->backendPid());
        QCOMPARE(forest[0].children[0].wantedMode, u"AccessShareLock"_s);
        QCOMPARE(forest[0].children[0].wantedRelation, u"gold.customers"_s);
        QVERIFY(snapshot.maxConnections > 0);
        // The same, as an event with its cause.
        auto& events = m_service->as<EventsFacet>();
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto page = await(events.since({}, {}, 100));
                return page && !page->events.empty() && page->events[0].kind == u"lock-wait"_s
                    && page->events[0].cause
                    && page->events[0].cause->name.contains(QString::number(holder->backendPid()));
            }(),
            10'000);
        // An idle session has nothing to cancel.
        const auto nothing = await(activity.cancelAct(holder->backendPid()));
        QCOMPARE(nothing.error().kind, Error::Kind::Refused);
        const auto act = await(activity.terminateAct(holder->backendPid()));
        QVERIFY2(act, qPrintable(act ? QString() : act.error().detail));
        QCOMPARE(act->statement, u"SELECT pg_terminate_backend(%1)"_s.arg(holder->backendPid()));
        const auto task = act->make();
        QCOMPARE(finish(*task), TaskStatus::State::Done);
        QTRY_VERIFY_WITH_TIMEOUT(waited.end.has_value(), 10'000);
        QCOMPARE(waited.all<StatementFinished>().size(), size_t(1));
        // The terminated session's tab says what happened and goes on with a new connection.
        const auto after = run(*holder, u"select 1"_s);
        QVERIFY(after.end && *after.end);
    }

    void acts()
    {
        auto& admin = m_service->as<Admin>();
        QVERIFY(!admin.actsFor(ObjectKind::Table).empty());
        const ObjectRef odd{ObjectKind::Table, kOdd, kOdd, {}, {}};
        auto act = await(admin.act(AdminAct::Truncate, odd));
        QVERIFY2(act, qPrintable(act ? QString() : act.error().detail));
        QVERIFY(act->destructive);
        QVERIFY(!act->effects.empty());
        auto task = act->make();
        QCOMPARE(finish(*task), TaskStatus::State::Done);
        QCOMPARE(m_server->psql(u"SELECT count(*) FROM %1.%1"_s.arg(quoteAlways(kOdd))), u"0"_s);
        // DDL gives up instead of queueing behind a lock.
        const auto holder = m_service->as<Query>().open(u"holder"_s);
        run(*holder, u"begin; select * from gold.mv"_s);
        act = await(admin.act(
            AdminAct::Refresh, {ObjectKind::MaterialisedView, u"gold"_s, u"mv"_s, {}, {}}));
        QVERIFY(act);
        task = act->make();
        QCOMPARE(finish(*task), TaskStatus::State::Failed);
        QCOMPARE(task->outcome().error().kind, Error::Kind::Conflict);
        run(*holder, u"rollback"_s);
        // Off means off, also for an act made before.
        Service off(m_server->config(WriteMode::Never), m_server->password());
        act = await(off.as<Admin>().act(AdminAct::Drop, odd));
        QVERIFY(act);
        task = act->make();
        QCOMPARE(finish(*task), TaskStatus::State::Refused);
        QCOMPARE(m_server->psql(u"SELECT count(*) FROM %1.%1"_s.arg(quoteAlways(kOdd))), u"0"_s);
    }

    void facets()
    {
        const auto health = await(m_service->as<HealthFacet>().probe());
        QVERIFY2(health, qPrintable(health ? QString() : health.error().detail));
        QCOMPARE(health->state, HealthReport::State::Healthy);
        auto& metrics = m_service->as<MetricsFacet>();
        const auto list = await(metrics.catalogue());
        QVERIFY2(list, qPrintable(list ? QString() : list.error().detail));
        QStringList ids;
        for (const auto& m : *list)
            ids += m.id;
        QVERIFY(ids.contains(u"table.size:gold.orders_24"_s));
        const auto samples = await(metrics.sample(ids));
        QVERIFY2(samples, qPrintable(samples ? QString() : samples.error().detail));
        QStringList seen;
        for (const auto& s : *samples)
            seen += s.id;
        QVERIFY(
            seen.contains(u"transactions"_s) && seen.contains(u"table.writes:gold.orders_24"_s));
        QVERIFY(!seen.contains(u"replication.lag"_s)); // nobody replicates: a gap, not a zero

        const auto names = await(m_service->as<SearchFacet>().snapshot(1000));
        QVERIFY(names);
        const EntityId odd{u"postgres://shop-db"_s, joinName({u"shop"_s, kOdd, kOdd})};
        QVERIFY(std::ranges::count(*names, odd, &SearchItem::entity) == 1);
        QVERIFY(std::ranges::count(*names, u"gold · (a integer, b text)"_s, &SearchItem::context)
            == 1); // what tells overloads apart
        QVERIFY(
            std::ranges::count(*names, u"function(a integer, b text)"_s, &SearchItem::view) == 1);
        const auto found = await(m_service->as<SearchFacet>().find(u"V_OPE"_s, 10));
        QVERIFY(found && found->size() == 1);

        const EntityId orders{u"postgres://shop-db"_s, u"shop.gold.orders"_s};
        const auto edges = await(m_service->as<LineageFacet>().edges(orders, 1));
        QVERIFY2(edges, qPrintable(edges ? QString() : edges.error().detail));
        QVERIFY(std::ranges::any_of(*edges, [&](const LineageEdge& e) {
            return e.from == orders && e.to.name == u"shop.gold.v_open"_s && e.kind == u"view"_s;
        }));
        QVERIFY(std::ranges::none_of(
            *edges, [](const LineageEdge& e) { return e.to.name == u"shop.gold.v_daily"_s; }));

        const auto rows = await(m_service->as<PreviewFacet>().preview(orders, 5));
        QVERIFY2(rows, qPrintable(rows ? QString() : rows.error().detail));
        QCOMPARE(rows->rows.size(), size_t(5));
        const auto query = await(m_service->as<QueryFacet>().run(u"sql"_s,
            u"select g, :x::text from generate_series(1, 1000000) g"_s, {{u"x"_s, u"y"_s}}, {},
            10));
        QVERIFY2(query, qPrintable(query ? QString() : query.error().detail));
        QCOMPARE(query->rows.size(), size_t(10));
        QVERIFY(query->truncated);
        const auto refused = await(
            m_service->as<QueryFacet>().run(u"sql"_s, u"delete from gold.orders"_s, {}, {}, 10));
        QCOMPARE(refused.error().code, u"guard"_s);
        const auto acts = await(m_service->as<ActionsFacet>().forEntity(orders));
        QVERIFY(acts && acts->size() == 5);
    }

    void neverIdleInTransaction()
    {
        QCOMPARE(m_server->psql(
                     u"select count(*) from pg_stat_activity where state ~ 'in transaction'"_s),
            u"0"_s);
        QVERIFY(m_service->adapter->connections() > 0);
    }

private:
    std::unique_ptr<PostgresFixture> m_server;
    std::unique_ptr<Service> m_service;
};

PH_TEST_MAIN(QCoreApplication, ContractTest)
#include "tst_contract.moc"
