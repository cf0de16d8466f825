// SPDX-License-Identifier: GPL-3.0-or-later
// pipeline.generate: a pipeline of 50 nodes, one of them a stream, to all of its files. The
// catalogue is read before, as in the program. In processor time.
#include "pipelines/catalogue/loader.h"
#include "pipelines/generate/generate.h"
#include "tests/bench/benchfile.h"

#include <QTest>

#include <ctime>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 200;

// Of this process: other work on the machine does not count.
double cpuMs()
{
    timespec t{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

Value text(const QString& value)
{
    return Value::ofText(value);
}

Value column(const QString& name, const QString& type)
{
    Value value;
    value.kind = Value::Kind::Map;
    value.entries = {{u"name"_s, text(name)}, {u"type"_s, text(type)}};
    return value;
}

// A topic, its ingest, and 12 times a query, two checks and a store.
Pipeline fifty()
{
    Pipeline pipeline;
    pipeline.id = u"1"_s;
    pipeline.name = u"fifty"_s;
    pipeline.schedule = {{u"cron"_s, text(u"@hourly"_s)}};
    pipeline.task = {{u"retries"_s, Value::ofNumber(2)}};
    const auto add = [&](const QString& id, const QString& kind, const Settings& params) {
        Node node;
        node.id = id;
        node.kind = kind;
        node.params = params;
        pipeline.nodes.push_back(node);
    };
    const Setting database{u"connection"_s, text(u"shop_db"_s)};
    Value columns;
    columns.kind = Value::Kind::List;
    columns.items = {column(u"id"_s, u"bigint"_s), column(u"at"_s, u"timestamptz"_s)};
    add(u"events"_s, u"source.kafka"_s,
        {{u"connection"_s, text(u"shop_kafka"_s)}, {u"topic"_s, text(u"shop.events"_s)}});
    add(u"ingest"_s, u"ingest.table"_s,
        {database, {u"table"_s, text(u"bronze.events"_s)}, {u"columns"_s, columns}});
    pipeline.edges = {{u"events"_s, {}, u"ingest"_s, {}, {}}};
    Value ids;
    ids.kind = Value::Kind::List;
    ids.items = {text(u"id"_s)};
    for (int i = 0; i < 12; ++i) {
        const QString n = QString::number(i);
        const Setting table{u"table"_s, text(u"silver.t"_s + n)};
        add(u"clean_"_s + n, u"process.sql"_s,
            {database, {u"sql"_s, text(u"SELECT * FROM bronze.events\nWHERE id % 12 = "_s + n)},
                {u"mode"_s, text(u"replace"_s)}, table});
        add(u"not_null_"_s + n, u"quality.not_null"_s, {database, table, {u"columns"_s, ids}});
        add(u"unique_"_s + n, u"quality.unique"_s, {database, table, {u"columns"_s, ids}});
        add(u"store_"_s + n, u"store.postgres"_s,
            {database, {u"table"_s, text(u"gold.t"_s + n)},
                {u"query"_s, text(u"SELECT * FROM silver.t"_s + n)}, {u"mode"_s, text(u"merge"_s)},
                {u"keys"_s, ids}});
        pipeline.edges.push_back({u"ingest"_s, {}, u"clean_"_s + n, {}, u"sensor"_s});
        for (const QString& check : {u"not_null_"_s, u"unique_"_s}) {
            pipeline.edges.push_back({u"clean_"_s + n, {}, check + n, {}, {}});
            pipeline.edges.push_back({check + n, {}, u"store_"_s + n, {}, {}});
        }
    }
    return pipeline;
}

} // namespace

class BenchGenerate final : public QObject
{
    Q_OBJECT

private slots:
    void generates()
    {
        const Pipeline pipeline = fifty();
        const CataloguePtr catalogue = builtInCatalogue();
        Target target;
        target.tool = u"airflow"_s;
        target.version = u"3.3.2"_s;
        for (const QString& name : {u"standard"_s, u"common-sql"_s, u"postgres"_s})
            target.providers[u"apache-airflow-providers-"_s + name] = u"7.0"_s;
        QCOMPARE(pipeline.nodes.size(), size_t(50));
        std::vector<double> times;
        for (int i = -5; i < kRuns; ++i) {
            const double begun = cpuMs();
            const Generated out = generate(pipeline, *catalogue, target);
            const double used = cpuMs() - begun;
            QVERIFY(out.problems.empty() && out.files.size() > 5);
            if (i >= 0)
                times.push_back(used);
        }
        bench::Figure figure;
        figure.name = u"pipeline.generate"_s;
        figure.ours = bench::median(times);
        figure.unit = u"ms"_s;
        figure.runs = kRuns;
        figure.aim = 5;
        QVERIFY(bench::write(figure));
    }
};

QTEST_GUILESS_MAIN(BenchGenerate)
#include "bench_generate.moc"
