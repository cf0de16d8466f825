// SPDX-License-Identifier: GPL-3.0-or-later
// check(): every kind of mistake is told at its line, in words, and what is fine is left alone.
#include "pipelines/catalogue/loader.h"
#include "tests/pipelines/shopdocument.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class PipelineCheckTest : public QObject
{
    Q_OBJECT

private:
    const CataloguePtr m_catalogue = builtInCatalogue();
    const YamlStore m_store;

    QStringList linesOf(const QByteArray& text, const Target& target)
    {
        QStringList lines;
        for (const Problem& problem : problemsOf(*m_catalogue, text, target))
            lines.append(lineOf(problem));
        return lines;
    }

private Q_SLOTS:
    void nothingIsWrong_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("Airflow 2") << u"2.11.2"_s;
        QTest::newRow("Airflow 3") << u"3.3.2"_s;
    }
    void nothingIsWrong()
    {
        QFETCH(QString, version);
        QCOMPARE(linesOf(kShop, airflow(version)), QStringList());
        QCOMPARE(linesOf(kShop, airflow(version, u"production"_s)), QStringList());
        QCOMPARE(linesOf(kShop, airflow(version, {})), QStringList());
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, const QByteArray& text, const QStringList& said) {
            QTest::newRow(name) << text << said;
        };
        row("unknown kind", changed("kind: source.kafka", "kind: source.kafak"),
            {u"15 error orders: The catalogue has no kind source.kafak."_s});
        row("class path", changed("kind: source.kafka", "kind: airflow.providers.kafka.KafkaHook"),
            {u"15 hint orders: 1 nodes are operators outside the catalogue: their "
             u"arguments are "
             u"not checked."_s});
        row("unknown parameter", changed("topic: shop", "topci: shop"),
            {u"19 error orders.topci: topci is not known here."_s,
                u"17 error orders.topic: Topic is missing."_s});
        row("empty", changed("      topic: shop.orders.v1\n", "      topic: ''\n"),
            {u"19 error orders.topic: Topic is missing."_s});
        row("pattern of a topic", changed("topic: shop.orders.v1", "topic: shop orders"),
            {u"19 error orders.topic: A topic has letters, digits, dots, dashes and "
             u"underscores, "
             u"at most 249 of them."_s});
        row("ill-typed", changed("keys: [id]", "keys: {id: 1}"),
            {u"49 error load.keys: A list is expected here."_s});
        row("choice", changed("mode: merge", "mode: upsert"),
            {u"48 error load.mode: upsert is none of append, merge, delete_insert."_s,
                u"49 warning load.keys: Keys is not used: Write mode is upsert."_s});
        row("not used", changed("mode: merge", "mode: append"),
            {u"49 warning load.keys: Keys is not used: Write mode is Append."_s});
        row("missing for a mode", changed("      keys: [id]\n", ""),
            {u"44 error load.keys: Keys is missing."_s});
        row("range", changed("retries: 1", "retries: 101"),
            {u"51 error load.retries: At most 100."_s});
        row("number", changed("retries: 1", "retries: many"),
            {u"51 error load.retries: many is no number."_s});
        row("cron", changed("cron: 5 * * * *", "cron: 61 * * * *"),
            {u"5 error .cron: 61 is no minute: 0 to 59."_s});
        row("cron of four fields", changed("cron: 5 * * * *", "cron: 5 * * *"),
            {u"5 error .cron: Five fields: minute, hour, day, month and weekday."_s});
        row("zone", changed("Asia/Taipei", "Asia/Taipeh"),
            {u"6 error .timezone: Asia/Taipeh is no time zone, as Asia/Taipei."_s});
        row("schedule of another time",
            changed("  timezone: Asia/Taipei", "  timezone: UTC\n  zone: UTC"),
            {u"7 warning .zone: zone is not known here."_s});
        row("end before start",
            changed("  timezone: Asia/Taipei", "  start_date: 2026-03-02\n  end_date: 2026-03-01"),
            {u"7 warning .end_date: It ends before it starts."_s});
        row("catch-up without a start", changed("  timezone: Asia/Taipei", "  catchup: true"),
            {u"6 warning .catchup: There is nothing to catch up with: no start is set."_s});
        row("columns",
            changed("{name: total, type: 'numeric(12, 2)'}", "{name: total, type: '1; drop'}"),
            {u"25 error bronze.columns: total: 1; drop is no type of a column."_s});
        row("two columns of a name", changed("name: total", "name: id"),
            {u"25 error bronze.columns: Two columns are called id."_s});
        row("table", changed("table: gold.orders", "table: gold.orders; drop table x"),
            {u"46 error load.table: gold.orders; drop table x is no table, as shop.orders."_s});
        row("template where none is filled in",
            changed("topic: shop.orders.v1", "start: '{{ ds }}'\n      topic: shop.orders.v1"),
            {u"19 error orders.start: {{ ds }} is none of earliest, latest."_s});
        row("no such value", changed("connection: shop_kafka", "connection: ${kafka}"),
            {u"18 error orders.connection: No environment has a value kafka."_s});
        row("one environment lacks a value",
            changed("    warehouse: warehouse\n", "    warehouse: warehouse\n    kafka: k\n"),
            {u"10 warning .dev.kafka: dev has no kafka, other environments have."_s});
        row("password in an environment",
            changed("warehouse: warehouse_dev", "warehouse: postgres://etl:s3cret@db/w"),
            {u"11 error .dev.warehouse: This holds a password. Keep it in a connection."_s,
                u"23 error bronze.connection: This is no id of a connection."_s,
                u"32 error clean.connection: This is no id of a connection."_s,
                u"39 error filled.connection: This is no id of a connection."_s,
                u"45 error load.connection: This is no id of a connection."_s});
        row("secret in SQL",
            changed("SELECT id, total", "SELECT dblink('host=db password=hunter2'), id, total"),
            {u"33 error clean.sql: This holds a password. Keep it in a connection."_s});
        row("access key", changed("topic: shop.orders.v1", "topic: AKIAIOSFODNN7EXAMPLE"),
            {u"19 error orders.topic: This holds an access key. Keep it in a connection."_s});
        row("unknown port", changed("- clean -> load\n", "- clean:outt -> load\n"),
            {u"57 error load: SQL has no port outt."_s});
        row("types", changed("- clean -> load\n", "- orders -> load\n"),
            {u"57 error load: A stream is no table. Put a node that writes it into one "
             u"between "
             u"them."_s});
        row("a check is no table", changed("- filled -> load:after", "- filled -> load:in"),
            {u"58 error load: A check gives no rows. Connect it to what waits for it."_s});
        row("nothing connected", changed("  - orders -> bronze\n", ""),
            {u"20 error bronze: Nothing is connected to Messages."_s});
        row("two on one input",
            changed("  - clean -> filled\n", "  - clean -> filled\n  - load -> filled\n"),
            {u"57 error filled: Table takes one edge only."_s,
                u"57 error filled: These wait for each other: filled → load → filled."_s});
        row("cycle",
            changed("  - filled -> load:after", "  - filled -> load:after\n  - load -> clean"),
            {u"59 error clean: These wait for each other: clean → load → clean."_s});
        row("no trigger",
            changed("  - edge: bronze -> clean\n    trigger: asset\n", "  - bronze -> clean\n"),
            {u"54 error clean: bronze streams and never ends. Say what starts clean."_s});
        row("no trigger of that name", changed("trigger: asset", "trigger: magic"),
            {u"54 error clean: magic is no trigger."_s});
        row("trigger where none is needed",
            changed("  - clean -> filled\n", "  - {edge: clean -> filled, trigger: asset}\n"),
            {u"56 warning filled: No trigger is needed here: clean ends by itself."_s});
        row("nothing waits for a check", changed("  - filled -> load:after\n", ""),
            {u"36 warning filled: Nothing waits for this check: bad rows go on."_s});
        row("tries of a stream",
            changed("    kind: ingest.table\n", "    kind: ingest.table\n    task: {retries: 3}\n"),
            {u"22 warning bronze.retries: A job that streams has no tries: this is not used."_s});
        row("two write a table", changed("table: gold.orders", "table: silver.orders"),
            {u"46 warning load.table: clean writes silver.orders too, and one of them "
             u"replaces "
             u"what the other wrote."_s});
        row("worst case",
            changed("      retries: 1\n",
                "      retries: 2\n      retry_delay: 4m\n      retry_exponential_backoff: "
                "true\n      execution_timeout: 11m\n      finish_within: 20m\n"),
            {u"51 warning load.retries: Worst case is 56m58s: 3 tries of 11m and up to "
             u"23m58s of "
             u"waits. The limit is 20m."_s});
        row("no time-out", changed("      retries: 1\n", "      finish_within: 20m\n"),
            {u"50 warning load.execution_timeout: A try may take for ever: without a "
             u"time-out "
             u"nobody can say whether it ends within 20m."_s});
        row("worst case of a run",
            changed("  timezone: Asia/Taipei", "  dagrun_timeout: 1h\n  timezone: Asia/Taipei")
                .replace("  retries: 2\n", "  retries: 2\n  execution_timeout: 20m\n"),
            {u"6 warning .dagrun_timeout: Worst case of a run is 3h5m: clean → "
             u"filled → load. The limit is 1h."_s});
        row("a column nobody reads",
            changed("SELECT id, total, placed_at FROM", "SELECT id, placed_at FROM"),
            {u"25 hint bronze.columns: Nobody reads the column total."_s});
        row("star reads them all", changed("SELECT id, total, placed_at FROM", "SELECT * FROM"),
            {});
        row("star of one table", changed("SELECT id, total, placed_at FROM", "SELECT o.* FROM"),
            {});
        row("count reads none",
            changed("SELECT id, total, placed_at FROM", "SELECT count(*), id, total FROM"), {});
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        QCOMPARE(linesOf(text, airflow(u"3.3.2"_s)).join(u'\n'), said.join(u'\n'));
    }

    void tellsWhatTheTargetCannotDo_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char* name, const char* version, const QByteArray& text,
                             const QStringList& said) {
            QTest::newRow(name) << QString::fromLatin1(version) << text << said;
        };
        const QByteArray sla = changed("retries: 1", "sla: 20m");
        row("sla of 2", "2.11.2", sla, {});
        row("sla of 3", "3.0.0", sla,
            {u"51 error load.sla: Airflow 3 has no such field. Use the deadline of the "
             u"schedule."_s});
        const QByteArray factor = changed("retries: 1",
            "retries: 1\n      retry_exponential_backoff: true\n      retry_factor: 3");
        row("factor of 3.2", "3.2.0", factor, {});
        row("factor of 3.1", "3.1.5", factor,
            {u"53 error load.retry_factor: Before Airflow 3.2 the wait always doubles."_s});
        const QByteArray deadline = changed(
            "  timezone: Asia/Taipei", "  deadline: 50m\n  deadline_email: [data@example.org]");
        row("deadline of 3.1", "3.1.0", deadline, {});
        row("deadline of 2", "2.11.2", deadline,
            {u"6 error .deadline: Needs Airflow 3.1 or newer with the SMTP provider."_s,
                u"7 error .deadline_email: Needs Airflow 3.1 or newer with the SMTP provider."_s});
        const QByteArray rule = changed("retries: 1", "trigger_rule: all_done_min_one_success");
        row("choice of 3.1", "3.1.0", rule, {});
        row("choice of 2", "2.11.2", rule,
            {u"51 error load.trigger_rule: Needs airflow 3.1 or newer; this is 2.11.2."_s});
    }
    void tellsWhatTheTargetCannotDo()
    {
        QFETCH(QString, version);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        QCOMPARE(linesOf(text, airflow(version)).join(u'\n'), said.join(u'\n'));
    }

    void everyFixTakesItsProblemAway_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("worst case") << changed("      retries: 1\n",
            "      retries: 2\n      retry_delay: 4m\n      execution_timeout: 11m\n      "
            "finish_within: 20m\n") << QStringList{u"Use 1 tries"_s};
        QTest::newRow("two tries fit") << changed("      retries: 1\n",
            "      retries: 5\n      retry_delay: 4m\n      execution_timeout: 11m\n      "
            "finish_within: 26m\n") << QStringList{u"Use 2 tries"_s};
        QTest::newRow("not even one fits") << changed("      retries: 1\n",
            "      retries: 1\n      execution_timeout: 30m\n      finish_within: 20m\n")
                                           << QStringList{u"One try, time out after 20m"_s};
        QTest::newRow("no time-out")
            << changed("      retries: 1\n", "      retries: 0\n      finish_within: 20m\n")
            << QStringList{u"Time out after 20m"_s};
        QTest::newRow("no trigger")
            << changed("  - edge: bronze -> clean\n    trigger: asset\n", "  - bronze -> clean\n")
            << QStringList{u"Start when new rows are there"_s, u"Start by time and wait for rows"_s,
                   u"Read what is there and stop"_s};
        QTest::newRow("trigger too much")
            << changed("  - clean -> filled\n", "  - {edge: clean -> filled, trigger: asset}\n")
            << QStringList{u"Remove the trigger"_s};
        QTest::newRow("mistyped name") << changed(
            "      mode: merge\n", "      mode: merge\n      colunms: [{name: id, type: bigint}]\n")
                                       << QStringList{u"Rename to columns"_s};
        QTest::newRow("mistyped kind") << changed("kind: store.postgres", "kind: store.postgers")
                                       << QStringList{u"Change to store.postgres"_s};
        QTest::newRow("edge that does not fit") << changed("  - filled -> load:after",
            "  - filled -> load:in") << QStringList{u"Remove the edge"_s};
    }
    void everyFixTakesItsProblemAway()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, titles);
        const Target target = airflow(u"3.3.2"_s);
        const std::vector<Problem> problems = problemsOf(*m_catalogue, text, target);
        QCOMPARE(problems.size(), size_t(1));
        QStringList offered;
        for (const Fix& fix : problems.front().fixes) {
            offered.append(words(fix.title));
            Document document{m_store.read(text).pipelines.front().pipeline, {}};
            QVERIFY(applyTo(document, fix.edits));
            for (const Problem& left : check(document.pipeline, *m_catalogue, target))
                QVERIFY(left.message != problems.front().message);
        }
        QCOMPARE(offered, titles);
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineCheckTest)
#include "tst_pipelinecheck.moc"
