// SPDX-License-Identifier: GPL-3.0-or-later
// What checks are made of: ports, retries, secrets; and check() on documents of any kind and size.
#include "pipelines/catalogue/loader.h"
#include "pipelines/check/ports.h"
#include "pipelines/check/retries.h"
#include "pipelines/check/secrets.h"
#include "pipelines/flow/flowstore.h"
#include "tests/pipelines/randomedits.h"
#include "tests/pipelines/shopdocument.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class PipelineRulesTest : public QObject
{
    Q_OBJECT

private:
    const CataloguePtr m_catalogue = builtInCatalogue();
    const YamlStore m_store;

private Q_SLOTS:
    void findsSecrets_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* name, const QString& text, bool found) {
            QTest::newRow(qPrintable(text.left(60).simplified()))
                << QString::fromLatin1(name) << text << found;
        };
        row("sql", u"host=db user=etl password=hunter2"_s, true);
        row("code", u"connect(password=\"hunter2\")"_s, true);
        row("code", u"{'password': 'hunter2'}"_s, true);
        row("url", u"https://etl:hunter2@example.org/x"_s, true);
        row("body", u"Authorization: Bearer abcdefghijklmnopqrstuvwxyz"_s, true);
        row("code", u"-----BEGIN RSA PRIVATE KEY-----\nMIIE"_s, true);
        row("code", u"-----BEGIN PRIVATE KEY-----\nMIIE"_s, true);
        row("code", u"key = 'ASIAIOSFODNN7EXAMPLE'"_s, true);
        row("code", u"ghp_abcdefghijklmnopqrstuvwxyz0123456789"_s, true);
        row("Authorization", u"Bearer x"_s, true);
        row("X-Api-Key", u"abc"_s, true);
        row("spark.hadoop.fs.s3a.secret.key", u"abc"_s, true);
        row("db_password", u"abc"_s, true);
        row("sql", u"SELECT password FROM users WHERE token = t.token"_s, false);
        row("code", u"password = os.environ['PASSWORD']"_s, false);
        row("code", u"connect(password=settings.password)"_s, false);
        row("code", u"connect(password=hook.get())"_s, false);
        row("sql", u"host=db password=${secret}"_s, false);
        row("sql", u"host=db password={{ conn.db.password }}"_s, false);
        row("sql", u"host=db password=****"_s, false);
        row("url", u"https://example.org/a@b"_s, false);
        row("X-Api-Key", u"{{ conn.api.password }}"_s, false);
        row("key", u"top:{sku}"_s, false);
        row("keys", u"id"_s, false);
        row("topic", u"password_changes"_s, false);
        row("max_tokens", u"5"_s, false);
    }
    void findsSecrets()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto secret = secretIn(name, Value::ofText(text));
        QCOMPARE(secret.has_value(), found);
        // What was found is not said again.
        if (secret)
            QVERIFY(!words(*secret).contains(text));
        const Value nested{Value::Kind::Map, {}, {}, {{name, Value::ofText(text)}}};
        QCOMPARE(secretIn(u"headers"_s, nested).has_value(), found);
    }

    void portsFit()
    {
        const PortType all[]{
            PortType::Stream, PortType::Table, PortType::File, PortType::Model, PortType::Check};
        for (const PortType from : all) {
            for (const PortType to : all) {
                const auto refused = portFits(from, to);
                const bool fits = from == to || (to == PortType::Check && from != PortType::Stream);
                QCOMPARE(!refused.has_value(), fits);
                QVERIFY(!refused || words(*refused).endsWith(u'.'));
            }
        }
    }

    void edgesFit()
    {
        const Pipeline shop = m_store.read(kShop).pipelines.front().pipeline;
        const auto fit = [&](const QString& from, const QString& to, const QString& port = {}) {
            return edgeFits(shop, *m_catalogue, Edge{from, {}, to, port, {}});
        };
        QVERIFY(!fit(u"bronze"_s, u"clean"_s).refused); // is there already
        QVERIFY(fit(u"bronze"_s, u"clean"_s).needsTrigger);
        QVERIFY(!fit(u"clean"_s, u"load"_s).needsTrigger);
        QVERIFY(fit(u"bronze"_s, u"filled"_s).refused); // its input is taken
        QVERIFY(fit(u"orders"_s, u"load"_s).refused);
        QVERIFY(fit(u"load"_s, u"load"_s).refused);
        QVERIFY(fit(u"load"_s, u"gone"_s).refused);
        QVERIFY(!fit(u"filled"_s, u"load"_s).refused); // the port that waits for checks
        QVERIFY(fit(u"filled"_s, u"load"_s, u"in"_s).refused);
        QVERIFY(!fit(u"filled"_s, u"load"_s, u"after"_s).refused);
        const NodeKind* python = m_catalogue->kind(u"process.python");
        const NodeKind* rest = m_catalogue->kind(u"source.rest");
        QCOMPARE(portsOf(rest, python, {}).input->name, u"files"_s);
        QCOMPARE(portsOf(python, rest, {}).input->name, u"after"_s);
        QVERIFY(!portsOf(nullptr, nullptr, {}).input);
        QCOMPARE(cycleBy(shop, {u"load"_s, {}, u"bronze"_s, {}, {}}),
            (QStringList{u"bronze"_s, u"clean"_s, u"load"_s}));
        QCOMPARE(cycleBy(shop, {u"orders"_s, {}, u"load"_s, {}, {}}), QStringList());
    }

    void retriesAsTheSchedulerDoesThem()
    {
        // Checked against next_retry_datetime() of Airflow 2.11 and 3.3: the plain figure, and up
        // to one second less than twice that.
        RetryRule rule;
        rule.retries = 3;
        rule.delay = 240;
        rule.timeout = 660;
        QCOMPARE(waitAfter(rule, 3), (SecondsRange{240, 240}));
        rule.factor = 2;
        QCOMPARE(waitAfter(rule, 1), (SecondsRange{240, 479}));
        QCOMPARE(waitAfter(rule, 2), (SecondsRange{480, 959}));
        rule.longestDelay = 600;
        QCOMPARE(waitAfter(rule, 2), (SecondsRange{480, 600}));
        QCOMPARE(waitAfter(rule, 3), (SecondsRange{600, 600}));
        const RetryPlan plan = retryPlan(rule, 660);
        QCOMPARE(plan.tries.size(), size_t(4));
        QCOMPARE(plan.waits.size(), size_t(3));
        QCOMPARE(plan.waiting, (SecondsRange{1'320, 1'679}));
        QCOMPARE(plan.end, (SecondsRange{1'320 + 4 * 660, 1'679 + 4 * 660}));
        QCOMPARE(plan.tries[1].start, (SecondsRange{900, 1'139}));
        rule.longestDelay.reset();
        QCOMPARE(waitAfter(rule, 900), (SecondsRange{86'400, 86'400}));
        rule.delay = 0;
        QCOMPARE(waitAfter(rule, 1), (SecondsRange{1, 1}));
        rule.delay = 240;
        rule.factor = 5;
        QCOMPARE(waitAfter(rule, 3), (SecondsRange{6'000, 11'999}));
        rule.finishWithin = 240 + 2 * 660;
        QCOMPARE(retriesThatFit(rule), std::optional<int>(0));
        rule.finishWithin = 479 + 2 * 660;
        QCOMPARE(retriesThatFit(rule), std::optional<int>(1));
        rule.finishWithin = 659;
        QCOMPARE(retriesThatFit(rule), std::optional<int>());
    }

    void retriesOfANode()
    {
        Pipeline pipeline
            = m_store
                  .read(changed("  retries: 2\n", "  retries: 2\n  retry_delay: ${wait}\n")
                            .replace("    warehouse: warehouse_dev",
                                "    warehouse: warehouse_dev\n    wait: 90s"))
                  .pipelines.front()
                  .pipeline;
        const RetryRule clean
            = retryRule(pipeline, *pipeline.node(u"clean"), *m_catalogue, airflow(u"3.3.2"_s));
        QCOMPARE(clean.retries, 2);
        QCOMPARE(clean.delay, qint64(90));
        Node load = *pipeline.node(u"load");
        QCOMPARE(retryRule(pipeline, load, *m_catalogue, airflow(u"3.3.2"_s)).retries, 1);
        load.task = {{u"retry_exponential_backoff"_s, Value::ofBool(true)},
            {u"retry_factor"_s, Value::ofNumber(4)}};
        QCOMPARE(retryRule(pipeline, load, *m_catalogue, airflow(u"3.2.0"_s)).factor, 4.0);
        QCOMPARE(retryRule(pipeline, load, *m_catalogue, airflow(u"3.1.0"_s)).factor, 2.0);
        load.task = {{u"retries"_s, Value::ofText(u"many"_s)}};
        QCOMPARE(retryRule(pipeline, load, *m_catalogue, airflow(u"3.2.0"_s)).retries, 0);
    }

    void problemsOfFlowsHaveTheirLine()
    {
        const QByteArray text = R"({
  "dag_id": "orders",
  "cron": "61 * * * *",
  "tasks": [
    {"task_id": "load", "operator": "PostgresOperator", "dependencies": ["check", "load2"],
     "sql": "x", "dsn": "host=db password=hunter2"},
    {"task_id": "load2", "operator": "BashOperator"},
    {"task_id": "check", "operator": "what", "dependencies": ["load"]}
  ]
})";
        const StoredFile file = FlowStore().read(text);
        QCOMPARE(file.pipelines.size(), size_t(1));
        std::vector<Problem> problems
            = check(file.pipelines.front().pipeline, *m_catalogue, airflow(u"3.3.2"_s, {}));
        place(problems, file.pipelines.front());
        QStringList lines;
        for (const Problem& problem : problems)
            lines.append(lineOf(problem));
        QCOMPARE(lines,
            (QStringList{u"3 error .cron: 61 is no minute: 0 to 59."_s,
                u"6 error load.dsn: This holds a password. Keep it in a connection."_s,
                u"5 error load: These wait for each other: load → check → load."_s,
                u"8 error check: The catalogue has no kind what."_s,
                u"5 hint load: 2 nodes are operators outside the catalogue: their arguments are "
                u"not checked."_s}));
        QCOMPARE(problems[1].place, (SourcePlace{6, 18}));
    }

    void goldenDocumentsAreSound()
    {
        const QDir folder(QFINDTESTDATA("golden"));
        const QStringList names = folder.entryList({u"*.pipeline.yaml"_s}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            for (const QString& version : {u"2.11.2"_s, u"3.3.2"_s}) {
                for (const Problem& problem : problemsOf(*m_catalogue, text, airflow(version)))
                    QVERIFY2(problem.severity != Problem::Severity::Error,
                        qPrintable(name + u": "_s + lineOf(problem)));
            }
        }
    }

    void longCyclesAndManyOfThem()
    {
        Pipeline pipeline;
        for (int i = 0; i < 20'000; ++i) {
            Node node;
            node.id = u"n%1"_s.arg(i);
            node.kind = u"mine.Operator"_s;
            pipeline.nodes.push_back(node);
            pipeline.edges.push_back({node.id, {}, u"n%1"_s.arg((i + 1) % 20'000), {}, {}});
        }
        const std::vector<Problem> problems
            = check(pipeline, *m_catalogue, airflow(u"3.3.2"_s, {}));
        QCOMPARE(problems.size(), size_t(2)); // the cycle, and the operators
        QCOMPARE(words(problems.front().message),
            u"These wait for each other: n0 → n1 → n2 → n3 → n4 → n5 → n6 → … → n19999 → n0."_s);
        QCOMPARE(problems.front().edge->from, u"n19999"_s);
    }

    void randomDocumentsNeverCrashIt()
    {
        size_t told = 0;
        for (quint32 seed = 1; seed <= 300; ++seed) {
            test::RandomEdits random(seed);
            Document document;
            document.pipeline.name = u"random"_s;
            for (int i = 0; i < 60; ++i)
                (void)applyTo(document, random.next(document));
            mix(document.pipeline, seed);
            for (const QString& version : {u"2.11.2"_s, u"3.3.2"_s}) {
                const auto problems = check(document.pipeline, *m_catalogue, airflow(version));
                told += problems.size();
                QVERIFY(std::ranges::is_sorted(problems, {}, &Problem::severity));
                for (const Problem& problem : problems) {
                    QVERIFY(!problem.message.isEmpty());
                    Document fixed = document;
                    for (const Fix& fix : problem.fixes)
                        (void)applyTo(fixed, fix.edits);
                }
            }
        }
        QVERIFY(told > 300);
    }

    void aThousandNodes()
    {
        Pipeline shop = m_store.read(kShop).pipelines.front().pipeline;
        Pipeline large = shop;
        large.nodes.clear();
        large.edges.clear();
        for (int copy = 0; copy < 200; ++copy) {
            const QString end = u"_%1"_s.arg(copy);
            for (Node node : shop.nodes) {
                node.id += end;
                for (Setting& setting : node.params) {
                    if (setting.name == u"table")
                        setting.value.text += end;
                }
                large.nodes.push_back(node);
            }
            for (Edge edge : shop.edges) {
                edge.from += end;
                edge.to += end;
                large.edges.push_back(edge);
            }
        }
        QCOMPARE(large.nodes.size(), size_t(1'000));
        const Target target = airflow(u"3.3.2"_s);
        QCOMPARE(check(large, *m_catalogue, target), std::vector<Problem>());
        QBENCHMARK
        {
            check(large, *m_catalogue, target);
        }
    }

private:
    // Real kinds with values of every wrong type.
    void mix(Pipeline& pipeline, quint32 seed)
    {
        QRandomGenerator random(seed);
        const auto below = [&](size_t count) {
            return random.bounded(int(count));
        };
        const Value values[]{Value::ofText(u"${nothing}"_s), Value::ofText(u"{{ ds"_s),
            Value::ofText(u"\u0000\n'\"\\"_s), Value::ofNumber(-5), Value::ofBool(true), Value(),
            {Value::Kind::List, {}, {Value(), Value::ofText(u"a"_s)}, {}},
            {Value::Kind::Map, {}, {}, {{u"name"_s, Value::ofText(u"x"_s)}}},
            {Value::Kind::List, {},
                {{Value::Kind::Map, {}, {}, {{u"name"_s, Value::ofText(u"x"_s)}}}}, {}},
            Value::ofText(QString(20'000, u'a')), Value::ofText(u"SELECT * FROM t"_s)};
        for (Node& node : pipeline.nodes) {
            const NodeKind& kind = m_catalogue->kinds[size_t(below(m_catalogue->kinds.size()))];
            node.kind = kind.id;
            for (const FieldSpec& field : kind.fields) {
                if (random.bounded(2) == 0)
                    node.params.push_back({field.name, values[below(std::size(values))]});
            }
            const FieldSpec& task = m_catalogue->task[size_t(below(m_catalogue->task.size()))];
            node.task.push_back({task.name, values[below(std::size(values))]});
        }
        for (const FieldSpec& field : m_catalogue->schedule)
            pipeline.schedule.push_back({field.name, values[below(std::size(values))]});
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineRulesTest)
#include "tst_pipelinerules.moc"
