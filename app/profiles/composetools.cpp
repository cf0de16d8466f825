// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of the keys: the images' own documentation on their registries.
#include "app/profiles/composetools.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

const QList<ComposeTool>& composeTools()
{
    static const QList<ComposeTool> tools{
        {u"postgresql"_s, u"database"_s, u"PostgreSQL"_s,
            {u"postgres"_s, u"postgresql"_s, u"postgresql-repmgr"_s, u"postgis"_s, u"pgvector"_s,
                u"timescaledb"_s, u"timescaledb-ha"_s, u"citus"_s},
            5432, false, {u"POSTGRES_USER"_s, u"POSTGRESQL_USERNAME"_s}, u"postgres"_s,
            {u"POSTGRES_PASSWORD"_s, u"POSTGRESQL_PASSWORD"_s, u"POSTGRESQL_POSTGRES_PASSWORD"_s},
            {u"POSTGRES_DB"_s, u"POSTGRESQL_DATABASE"_s}},
        {u"redis"_s, u"queue"_s, u"Redis"_s,
            {u"redis"_s, u"redis-stack"_s, u"redis-stack-server"_s, u"valkey"_s, u"keydb"_s}, 6379,
            false, {}, {}, {u"REDIS_PASSWORD"_s, u"VALKEY_PASSWORD"_s}, {}},
        {u"kafka"_s, u"streams"_s, u"Kafka"_s,
            {u"kafka"_s, u"kafka-native"_s, u"cp-kafka"_s, u"cp-server"_s, u"confluent-local"_s,
                u"redpanda"_s},
            9092, false, {}, {}, {}, {}},
        {u"airflow"_s, u"workflow"_s, u"Airflow"_s, {u"airflow"_s}, 8080, true,
            {u"_AIRFLOW_WWW_USER_USERNAME"_s, u"AIRFLOW_USERNAME"_s}, u"airflow"_s,
            {u"_AIRFLOW_WWW_USER_PASSWORD"_s, u"AIRFLOW_PASSWORD"_s}, {}},
        {u"elasticsearch"_s, u"logs"_s, u"Elasticsearch"_s, {u"elasticsearch"_s}, 9200, true, {},
            u"elastic"_s, {u"ELASTIC_PASSWORD"_s, u"ELASTICSEARCH_PASSWORD"_s}, {}},
        {u"opensearch"_s, u"logs"_s, u"OpenSearch"_s, {u"opensearch"_s}, 9200, true, {}, u"admin"_s,
            {u"OPENSEARCH_INITIAL_ADMIN_PASSWORD"_s, u"OPENSEARCH_PASSWORD"_s}, {}},
        {u"mlflow"_s, u"registry"_s, u"MLflow"_s, {u"mlflow"_s, u"mlflow-server"_s}, 5000, true,
            {u"MLFLOW_TRACKING_USERNAME"_s}, {}, {u"MLFLOW_TRACKING_PASSWORD"_s}, {}},
        {u"minio"_s, u"lake"_s, u"MinIO"_s, {u"minio"_s}, 9000, true,
            {u"MINIO_ROOT_USER"_s, u"MINIO_ACCESS_KEY"_s}, u"minioadmin"_s,
            {u"MINIO_ROOT_PASSWORD"_s, u"MINIO_SECRET_KEY"_s}, {}},
        {u"prometheus"_s, u"metrics"_s, u"Prometheus"_s, {u"prometheus"_s}, 9090, true, {}, {}, {},
            {}},
        {u"grafana"_s, u"metrics"_s, u"Grafana"_s,
            {u"grafana"_s, u"grafana-oss"_s, u"grafana-enterprise"_s}, 3000, true,
            {u"GF_SECURITY_ADMIN_USER"_s, u"GRAFANA_ADMIN_USER"_s}, u"admin"_s,
            {u"GF_SECURITY_ADMIN_PASSWORD"_s, u"GRAFANA_ADMIN_PASSWORD"_s}, {}},
    };
    return tools;
}

QString imageName(const QString& image)
{
    QString name = image.section(u'@', 0, 0);
    const auto slash = name.lastIndexOf(u'/');
    if (const auto colon = name.lastIndexOf(u':'); colon > slash) // not the port of a registry
        name.truncate(colon);
    QStringList parts = name.toLower().split(u'/', Qt::SkipEmptyParts);
    // The first part is a registry when it could be a host.
    if (parts.size() > 1
        && (parts.first().contains(u'.') || parts.first().contains(u':')
            || parts.first() == u"localhost"))
        parts.removeFirst();
    return parts.mid(std::max<qsizetype>(0, parts.size() - 2)).join(u'/');
}

const ComposeTool* toolOfImage(const QString& image)
{
    const QString name = imageName(image);
    const QString last = name.section(u'/', -1);
    // prom/prometheus is one, but prometheus/node-exporter and grafana/loki are not: whole names
    // only.
    for (const ComposeTool& tool : composeTools())
        if (tool.images.contains(last))
            return &tool;
    return nullptr;
}

QString schemeOf(const ComposeTool& tool, const ComposeEnvironment& environment)
{
    const auto is = [&](const QString& key, const QString& value) {
        return environment.value(key).toLower() == value;
    };
    if (tool.tool == u"opensearch")
        return is(u"plugins.security.disabled"_s, u"true"_s)
                || is(u"DISABLE_SECURITY_PLUGIN"_s, u"true"_s)
            ? u"http"_s
            : u"https"_s;
    if (tool.tool == u"elasticsearch" && is(u"xpack.security.http.ssl.enabled"_s, u"true"_s))
        return u"https"_s;
    if (tool.tool == u"grafana" && is(u"GF_SERVER_PROTOCOL"_s, u"https"_s))
        return u"https"_s;
    return u"http"_s;
}

} // namespace pilothouse::app
