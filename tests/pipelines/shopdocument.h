// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's pipeline as a document, changed documents of it, and problems as lines of text.
#pragma once

#include "pipelines/api/target.h"
#include "pipelines/check/check.h"
#include "pipelines/yaml/yamlstore.h"

namespace pilothouse::test
{

using namespace pipelines;
using namespace Qt::StringLiterals;

inline const QByteArray kShop = R"(pipeline: 1
id: 5f0c7a52
name: orders_hourly
schedule:
  cron: 5 * * * *
  timezone: Asia/Taipei
task:
  retries: 2
environments:
  dev:
    warehouse: warehouse_dev
  production:
    warehouse: warehouse
nodes:
  orders:
    kind: source.kafka
    params:
      connection: shop_kafka
      topic: shop.orders.v1
  bronze:
    kind: ingest.table
    params:
      connection: ${warehouse}
      table: bronze.orders
      columns:
        - {name: id, type: bigint, nullable: false}
        - {name: total, type: 'numeric(12, 2)'}
        - {name: placed_at, type: timestamp with time zone}
  clean:
    kind: process.sql
    params:
      connection: ${warehouse}
      sql: SELECT id, total, placed_at FROM bronze.orders WHERE placed_at >= '{{ ds }}'
      mode: replace
      table: silver.orders
  filled:
    kind: quality.not_null
    params:
      connection: ${warehouse}
      table: silver.orders
      columns: [id]
  load:
    kind: store.postgres
    params:
      connection: ${warehouse}
      table: gold.orders
      query: SELECT * FROM silver.orders
      mode: merge
      keys: [id]
    task:
      retries: 1
edges:
  - orders -> bronze
  - edge: bronze -> clean
    trigger: asset
  - clean -> filled
  - clean -> load
  - filled -> load:after
)";

// As the program's own words, in English.
inline QString words(const Text& text)
{
    if (text.key.isEmpty())
        return text.args.value(0);
    QString said = QString::fromUtf8(text.key);
    for (qsizetype i = text.args.size(); i > 0; --i)
        said.replace(u'%' + QString::number(i), text.args[i - 1]);
    return said.replace(u"%n"_s, QString::number(text.count));
}

// "40 error clean.mode: …"
inline QString lineOf(const Problem& problem)
{
    static const QString severities[]{u"error"_s, u"warning"_s, u"hint"_s};
    QString line
        = QString::number(problem.place.line) + u' ' + severities[size_t(problem.severity)];
    if (!problem.node.isEmpty() || !problem.field.isEmpty())
        line += u' ' + problem.node;
    if (!problem.field.isEmpty())
        line += u'.' + problem.field;
    return line + u": "_s + words(problem.message);
}

inline Target airflow(const QString& version, const QString& environment = u"dev"_s)
{
    return {u"airflow"_s, version, {{u"apache-airflow-providers-smtp"_s, u"3.2.0"_s}}, environment};
}

inline QByteArray changed(const QByteArray& from, const QByteArray& to)
{
    if (!kShop.contains(from))
        qWarning("not in the document: %s", from.constData());
    return QByteArray(kShop).replace(from, to);
}

// With the places in the text.
inline std::vector<Problem> problemsOf(
    const Catalogue& catalogue, const QByteArray& text, const Target& target)
{
    const StoredFile file = YamlStore().read(text);
    if (file.pipelines.size() != 1 || !file.pipelines.front().problems.empty()) {
        qWarning("not readable");
        return {};
    }
    const StoredPipeline& stored = file.pipelines.front();
    std::vector<Problem> problems = check(stored.pipeline, catalogue, target);
    place(problems, stored);
    return problems;
}

} // namespace pilothouse::test
