// SPDX-License-Identifier: GPL-3.0-or-later
// What a deploy would change: files, tables, topics, jobs; what it never touches.
#include "pipelines/deploy/jobhost.h"
#include "pipelines/deploy/plan.h"
#include "pipelines/deploy/tableplan.h"
#include "pipelines/deploy/topicplan.h"
#include "pipelines/generate/fingerprint.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QString kId = u"5f0c 7a52"_s;

QByteArray ours(const QByteArray& text, const QString& id = kId, const QString& name = u"orders"_s)
{
    return withFingerprint(text, id, name, "#");
}

Generated dag(const QByteArray& text)
{
    Generated generated;
    generated.units.push_back({UnitKind::Dag, u"orders"_s, {}, {}, {}, {}});
    generated.files.push_back({u"orders.py"_s, ours(text), u"orders"_s, {}});
    return generated;
}

Value column(const QString& name, const QString& type, bool nullable)
{
    Value value;
    value.kind = Value::Kind::Map;
    value.entries = {{u"name"_s, Value::ofText(name)}, {u"type"_s, Value::ofText(type)},
        {u"nullable"_s, Value::ofBool(nullable)}};
    return value;
}

Unit table(std::vector<Value> columns)
{
    Unit unit{UnitKind::Table, u"bronze.orders"_s, {}, u"shop_db"_s, {}, {}};
    Value list;
    list.kind = Value::Kind::List;
    list.items = std::move(columns);
    unit.settings.push_back({u"columns"_s, list, {}});
    return unit;
}

} // namespace

class PlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newChangedAndEqual()
    {
        const PlanContext context{kId, {}, {}};
        DeployPlan plan = planFor(dag("a = 1\n"), {}, context);
        QCOMPARE(plan.units.size(), size_t(1));
        QCOMPARE(plan.units[0].change, ChangeKind::Create);
        QVERIFY(!plan.isBlocked() && !plan.isEmpty());

        Present present;
        present.dags[u"orders.py"_s] = ours("a = 1\n");
        QVERIFY(planFor(dag("a = 1\n"), present, context).isEmpty());
        plan = planFor(dag("a = 2\n"), present, context);
        QCOMPARE(plan.units[0].change, ChangeKind::Change);
        QVERIFY(!plan.isBlocked());
        const QString preview = previewOf(plan);
        QVERIFY(preview.contains(u"\n-a = 1\n"_s) && preview.contains(u"\n+a = 2\n"_s));
        QVERIFY(preview.contains(u"--- a/orders.py\n+++ b/orders.py\n"_s));
        QCOMPARE(writesOf(plan.units[0].files),
            (std::vector<FileWrite>{{u"orders.py"_s, ours("a = 1\n"), ours("a = 2\n")}}));
    }

    // A unit that is left out blocks nobody and is not deployed.
    void leftOut()
    {
        Generated generated = dag("a = 1\n");
        generated.units.push_back(table({column(u"id"_s, u"bigint"_s, false)}));
        Present present;
        present.unknown[u"table:bronze.orders"_s]
            = Error{Error::Kind::Refused, {}, u"away"_s, {}, {}};
        QVERIFY(planFor(generated, present, {kId, {}, {}}).isBlocked());
        PlanContext context{kId, {}, {}};
        context.leftOut = {u"table:bronze.orders"_s};
        DeployPlan plan = planFor(generated, present, context);
        QVERIFY(!plan.isBlocked() && !plan.isEmpty());
        QCOMPARE(plan.count(ChangeKind::Create), 1);
        QCOMPARE(deployedOf(generated, plan).units.size(), size_t(1));
        QCOMPARE(deployedOf(generated, plan).files.size(), size_t(1));
        context.leftOut.insert(u"dag:orders"_s);
        plan = planFor(generated, present, context);
        QVERIFY(plan.isEmpty());
        QCOMPARE(previewOf(plan), QString());
        QVERIFY(deployedOf(generated, plan).files.empty());
    }

    void changedByHandIsShownAndKept()
    {
        const QByteArray deployed = ours("a = 1\n");
        Present present;
        present.dags[u"orders.py"_s] = deployed + "by_hand = 1\n";
        PlanContext context{kId, {}, [&](const QString& path, const QByteArray& hash) {
                                return path == u"orders.py" && hash == fingerprint(deployed).hash
                                    ? std::optional(deployed)
                                    : std::nullopt;
                            }};
        DeployPlan plan = planFor(dag("a = 2\n"), present, context);
        QVERIFY(plan.isBlocked());
        const FilePlan& file = plan.units[0].files[0];
        QCOMPARE(file.origin, FilePlan::Origin::ByHand);
        QCOMPARE(file.base, deployed);
        QVERIFY(writesOf(plan.units[0].files).empty());
        context.overwrite = {u"orders.py"_s};
        plan = planFor(dag("a = 2\n"), present, context);
        QVERIFY(!plan.isBlocked());
        QCOMPARE(writesOf(plan.units[0].files).size(), size_t(1));
    }

    void foreignFilesAreNeverTouched()
    {
        Present present;
        present.dags[u"orders.py"_s] = "print('mine')\n";
        const PlanContext context{kId, {u"orders.py"_s}, {}}; // not even if somebody says so
        DeployPlan plan = planFor(dag("a = 2\n"), present, context);
        QVERIFY(plan.isBlocked());
        QVERIFY(writesOf(plan.units[0].files).empty());
        present.dags[u"orders.py"_s] = ours("x = 1\n", u"another document"_s);
        QVERIFY(planFor(dag("a = 2\n"), present, context).isBlocked());
        // A foreign file that only quotes our mark leaves nothing and is not removed.
        present.dags.clear();
        present.dags[u"notes.txt"_s] = "see\n\n\n\n\n\n# pilothouse: id=5f0c%207a52 name=orders";
        plan = planFor(dag("a = 2\n"), present, context);
        QCOMPARE(plan.units.size(), size_t(1));
        QCOMPARE(plan.units[0].files.size(), size_t(1));
    }

    void whatIsNotGeneratedAnyMoreLeaves()
    {
        Present present;
        present.dags[u"orders_old.py"_s] = ours("a = 1\n", kId, u"orders_old"_s);
        present.jobs[u"orders.bronze/job.json"_s] = ours("x\n");
        present.jobs[u"orders.bronze.conf"_s] = ours("y\n") + "edited";
        present.running[u"orders.bronze"_s] = JobPhase::Running;
        PlanContext context{kId, {}, {}};
        DeployPlan plan = planFor(dag("a = 2\n"), present, context);
        QCOMPARE(plan.units.size(), size_t(3));
        QCOMPARE(plan.units[0].unit.name, u"orders.bronze"_s);
        QCOMPARE(plan.units[0].change, ChangeKind::Remove);
        QCOMPARE(plan.units[0].running, JobPhase::Running);
        QVERIFY(plan.units[0].isBlocked()); // one of its files was edited
        QCOMPARE(plan.units[1].change, ChangeKind::Create);
        QCOMPARE(plan.units[2].unit.name, u"orders_old"_s);
        QCOMPARE(plan.units[2].change, ChangeKind::Remove);
        QCOMPARE(wantedFor(dag(""), kId).dags.mark, "pilothouse: id=5f0c%207a52 ");
        QVERIFY(ours("").contains(wantedFor(dag(""), kId).dags.mark));
    }

    void tablesOnlyGrow()
    {
        const Unit unit = table({column(u"order_id"_s, u"int8"_s, false),
            column(u"Total €"_s, u"decimal(12, 2)"_s, true),
            column(u"placed_at"_s, u"timestamptz"_s, false)});
        TableWork work = planTable(unit, {});
        QCOMPARE(work.change, ChangeKind::Create);
        QCOMPARE(work.statements,
            QStringList{
                u"CREATE TABLE bronze.orders (\n    order_id int8 NOT NULL,\n"
                "    \"Total €\" decimal(12, 2),\n    placed_at timestamptz NOT NULL\n)"_s});
        PresentTable present{{{u"order_id"_s, u"bigint"_s, false},
            {u"Total €"_s, u"numeric(12,2)"_s, true}, {u"old"_s, u"text"_s, true}}};
        work = planTable(unit, present);
        QCOMPARE(work.change, ChangeKind::Change);
        QCOMPARE(work.statements,
            QStringList{u"ALTER TABLE bronze.orders ADD COLUMN placed_at timestamptz"_s});
        QCOMPARE(work.notes.size(), size_t(1)); // without NOT NULL
        QVERIFY(transactionOf(work.statements).contains(u"SET LOCAL lock_timeout"_s));
        present.columns.push_back({u"placed_at"_s, u"date"_s, false});
        work = planTable(unit, present);
        QCOMPARE(work.change, ChangeKind::None);
        QCOMPARE(work.notes.size(), size_t(1)); // the type differs and stays
        present.columns.back().type = u"timestamp with time zone"_s;
        QCOMPARE(planTable(unit, present).notes.size(), size_t(0));
    }

    void aStatementThatDestroysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<bool>("good");
        QTest::newRow("create") << QByteArray("CREATE TABLE a (b int); CREATE INDEX ON a (b);")
                                << true;
        QTest::newRow("schema") << QByteArray("CREATE SCHEMA IF NOT EXISTS bronze") << true;
        for (const char* text : {"DROP TABLE a", "CREATE TABLE a (b int); DELETE FROM a",
                 "CREATE TABLE a AS SELECT f()", "ALTER TABLE a DROP COLUMN b", "TRUNCATE a",
                 "ALTER TABLE a ADD b int, DROP c", "ALTER TABLE a ALTER b TYPE int",
                 "CREATE FUNCTION f() RETURNS int AS $$ $$", "CREATE TABLE a (b text DEFAULT '"})
            QTest::newRow(text) << QByteArray(text) << false;
    }
    void aStatementThatDestroysIsRefused()
    {
        QFETCH(QByteArray, statement);
        QFETCH(bool, good);
        Unit unit = table({});
        unit.statement = statement;
        QCOMPARE(!planTable(unit, {}).refusal, good);
    }

    void aTypeIsNothingButAType()
    {
        for (const QString& type : {u"int; DROP TABLE x"_s, u"int -- "_s, u"text DEFAULT 'x'"_s,
                 u""_s, u"int, DROP COLUMN a"_s}) {
            const TableWork work = planTable(table({column(u"a"_s, type, true)}), PresentTable());
            QVERIFY2(work.refusal, qPrintable(type));
        }
    }

    void topics()
    {
        Unit unit{UnitKind::Topic, u"shop.returns"_s, {}, u"shop_kafka"_s, {}, {}};
        unit.settings = {{u"partitions"_s, Value::ofNumber(12), {}},
            {u"retention"_s, Value::ofText(u"14d"_s), {}}};
        QCOMPARE(wantedTopic(unit).config,
            (std::map<QString, QString>{{u"retention.ms"_s, u"1209600000"_s}}));
        UnitPlan plan;
        plan.unit = unit;
        planTopic(plan, {});
        QCOMPARE(plan.change, ChangeKind::Create);
        plan = {};
        plan.unit = unit;
        planTopic(plan, PresentTopic{6, 1, {{u"retention.ms"_s, u"1209600000"_s}}});
        QCOMPARE(plan.change, ChangeKind::Change);
        QCOMPARE(plan.config, (std::vector<ConfigPlan>{{u"partitions"_s, u"6"_s, u"12"_s}}));
        plan = {};
        plan.unit = unit;
        planTopic(plan, PresentTopic{24, 1, {{u"retention.ms"_s, u"1209600000"_s}}});
        QCOMPARE(plan.change, ChangeKind::None);
        QCOMPARE(plan.notes.size(), size_t(1));
    }

    void whatCannotBeAskedBlocksOnlyItself()
    {
        Generated generated = dag("a = 1\n");
        generated.units.push_back(table({column(u"a"_s, u"int"_s, true)}));
        Present present;
        present.unknown[u"table:bronze.orders"_s]
            = Error{Error::Kind::Refused, {}, u"connection refused"_s, {}, {}};
        const DeployPlan plan = planFor(generated, present, {kId, {}, {}});
        QCOMPARE(plan.units[0].unit.kind, UnitKind::Table);
        QVERIFY(plan.units[0].isBlocked());
        QVERIFY(!plan.units[1].isBlocked());
        QCOMPARE(plan.units[1].change, ChangeKind::Create);
    }

    void withoutAHostJobsAreNotDeployed()
    {
        Generated generated = dag("a = 1\n");
        generated.units.push_back({UnitKind::StreamJob, u"orders.bronze"_s, {}, {}, {}, {}});
        generated.files.push_back({u"orders.bronze.conf"_s, ours("x\n"), u"orders.bronze"_s, {}});
        Present present;
        present.hasJobHost = false;
        const DeployPlan plan = planFor(generated, present, {kId, {}, {}});
        QCOMPARE(plan.units.size(), size_t(2));
        QCOMPARE(plan.units[0].change, ChangeKind::None);
        QCOMPARE(plan.units[0].notes.size(), size_t(1));
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.units[1].change, ChangeKind::Create);
    }

    void jobsTellTheirState()
    {
        const auto jobs = readSupervisorStatus(
            "orders.bronze                    RUNNING   pid 41, uptime 0:01:02\n"
            "g:other   FATAL     Exited too quickly (process log may have details)\n"
            "stopped   STOPPED   Not started\nunix:///x.sock no such file\n");
        QCOMPARE(jobs.size(), size_t(3));
        QCOMPARE(jobs[0].name, u"orders.bronze"_s);
        QCOMPARE(jobs[0].phase, JobPhase::Running);
        QCOMPARE(jobs[1].name, u"other"_s);
        QCOMPARE(jobs[1].phase, JobPhase::Failed);
        JobState state = jobs[0];
        readJobStatus(R"({"state": "streaming", "at": 1700000000.5, "lag": 18, "rows": 120,
            "rows_per_second": 42.5, "bad": 3, "batch_id": 1204, "error": null})",
            state);
        QCOMPARE(state.said, u"streaming"_s);
        QCOMPARE(state.lag, 18);
        QCOMPARE(state.batch, u"1204"_s);
        QCOMPARE(state.rowsPerSecond, 42.5);
        readJobStatus("{broken", state);
        QCOMPARE(state.lag, 18);
    }
};

PH_TEST_MAIN(QCoreApplication, PlanTest)
#include "tst_plan.moc"
