// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipelines/templates/shopbox.h"

#include "core/auditlog.h"
#include "database/postgres/postgresadapter.h"
#include "queue/redis/redisdescriptor.h"
#include "streams/kafka/kafkadescriptor.h"
#include "workflow/airflow/airflowdescriptor.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <algorithm>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLimitMs = 120'000;
const QStringList& servers()
{
    static const QStringList names{
        u"airflow3"_s, u"airflow2"_s, u"kafka"_s, u"dbt"_s, u"streamjob"_s, u"redis"_s};
    return names;
}

// What tasks write, not what streams do.
const QStringList& targets()
{
    static const QStringList tables{u"bronze.etl_orders"_s, u"silver.etl_orders_by_country"_s,
        u"gold.etl_sales_by_country"_s, u"bronze.elt_orders"_s, u"dbt_shop.daily_revenue"_s,
        u"gold.lambda_days"_s, u"silver.shop_orders"_s, u"gold.shop_sales"_s};
    return tables;
}

const QStringList& streamTables()
{
    static const QStringList tables{
        u"bronze.lambda_orders"_s, u"silver.kappa_payments"_s, u"bronze.shop_orders"_s};
    return tables;
}

const QStringList& views()
{
    static const QStringList names{
        u"gold.lambda_sales"_s, u"gold.kappa_payments_daily"_s, u"gold.shop_sales_daily"_s};
    return names;
}

} // namespace

ShopBox::ShopBox()
    : m_sandbox(servers())
{
    if (!m_sandbox.isReady())
        return;
    m_hub = std::make_unique<ServiceHub>(
        m_runtime, std::make_shared<AuditLog>(m_dir.filePath(u"audit.jsonl"_s)));
    m_hub->setDescriptors({database::postgres::postgresDescriptor(), queue::redisDescriptor(),
        streams::kafkaDescriptor(), workflow::airflowDescriptor()});
    const auto add = [this](const char* id, const char* module, const char* tool,
                         const QString& address, const QString& user, const QVariantMap& options) {
        ServiceConfig config;
        config.id = QString::fromLatin1(id);
        config.module = QString::fromLatin1(module);
        config.tool = QString::fromLatin1(tool);
        config.ns = config.tool + u"://"_s + config.id;
        config.address = address;
        config.user = user;
        config.writes = WriteMode::On;
        config.options = options;
        m_hub->add(config, Secret(m_sandbox.password(config.id)));
    };
    add("shop-db", "database", "postgresql", at(u"postgres"_s), u"pilot"_s,
        {{u"database"_s, QVariant(u"shop"_s)}});
    add("shop-cache", "queue", "redis", at(u"redis"_s), {}, {});
    add("shop-kafka", "streams", "kafka", at(u"kafka"_s), {},
        {{u"registry"_s, QVariant(registry())}});
    for (const int major : {2, 3}) {
        const QString dags = m_sandbox.folder() + u"/data/airflow%1/dags"_s.arg(major);
        const QString jobs = m_sandbox.folder() + u"/data/streamjob/supervisord.conf"_s;
        add(major == 3 ? "shop-airflow" : "shop-airflow-2", "workflow", "airflow",
            u"http://"_s + at(u"airflow%1"_s.arg(major)), u"admin"_s,
            {{u"dags"_s, dags}, {u"jobs"_s, jobs}});
    }
}

ShopBox::~ShopBox() = default;

ServiceId ShopBox::airflow(int major)
{
    return major == 3 ? u"shop-airflow"_s : u"shop-airflow-2"_s;
}

QString ShopBox::at(const QString& server) const
{
    return u"127.0.0.1:%1"_s.arg(m_sandbox.port(server));
}

QString ShopBox::registry() const
{
    return u"http://"_s + at(u"schema-registry"_s) + u"/apis/ccompat/v7"_s;
}

QByteArray ShopBox::program(
    const QString& path, const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kLimitMs) || process.exitCode() != 0)
        return "ERROR " + process.readAll();
    return process.readAll().trimmed();
}

QString ShopBox::sql(const QString& statement) const
{
    return m_sandbox.psql(statement, u"shop"_s);
}

qint64 ShopBox::number(const QString& statement) const
{
    const QString said = sql(statement);
    bool fine = false;
    const qint64 value = said.toLongLong(&fine);
    if (!fine)
        qWarning("%s", qPrintable(said));
    return fine ? value : -1;
}

QByteArray ShopBox::redis(const QStringList& words) const
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"REDISCLI_AUTH"_s, m_sandbox.password(u"shop-cache"_s));
    process.setProcessEnvironment(environment);
    process.start(
        u"redis-cli"_s, QStringList{u"-p"_s, QString::number(m_sandbox.port(u"redis"_s))} + words);
    process.waitForFinished(kLimitMs);
    return process.readAllStandardOutput().trimmed();
}

bool ShopBox::putDag(int major, const QString& fileName, const QByteArray& text) const
{
    QFile file(m_sandbox.folder() + u"/data/airflow%1/dags/"_s.arg(major) + fileName);
    return file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther)
        && file.write(text) == text.size();
}

qint64 ShopBox::orderOf(int major) const
{
    return m_turn * 10 + major;
}

QByteArray ShopBox::unreadable(int major) const
{
    return "no order: " + QByteArray::number(orderOf(major));
}

bool ShopBox::sendOrders(int major)
{
    const QByteArray order = QJsonDocument(
        QJsonObject{{u"order_id"_s, orderOf(major)},
            {u"total"_s, 12.5}}).toJson(QJsonDocument::Compact);
    const QByteArray said = program(QString::fromUtf8(PH_TILL),
        {at(u"kafka"_s), registry(), u"3"_s}, order + "\n\"" + unreadable(major) + "\"\n");
    if (said.startsWith("ERROR"))
        m_problem = QString::fromUtf8(said);
    return m_problem.isEmpty();
}

void ShopBox::emptyTargets()
{
    QString text;
    for (const QString& table : targets())
        text += u"DROP TABLE IF EXISTS %1 CASCADE;\n"_s.arg(table);
    const QString said = sql(u"SET client_min_messages = error;\n"_s + text);
    QVERIFY2(said.isEmpty(), qPrintable(said));
    for (const QByteArray& key :
        redis({u"--scan"_s, u"--pattern"_s, u"sales:country:*"_s}).split('\n'))
        if (!key.isEmpty())
            redis({u"del"_s, QString::fromUtf8(key)});
    QCOMPARE(redis({u"--scan"_s, u"--pattern"_s, u"sales:country:*"_s}), QByteArray());
}

void ShopBox::verifyTargets(int major)
{
    // ETL: the day's orders by country, as the shop has them.
    QVERIFY(number(u"SELECT count(*) FROM gold.etl_sales_by_country"_s) > 0);
    QCOMPARE(sql(u"SELECT sum(orders) || ' ' || sum(revenue) FROM gold.etl_sales_by_country"_s),
        sql(u"SELECT count(*) || ' ' || sum(total) FROM bronze.etl_orders "
            "WHERE status NOT IN ('cancelled', 'returned')"_s));
    // ELT: every order, and dbt's models of them.
    QCOMPARE(number(u"SELECT count(*) FROM bronze.elt_orders"_s),
        number(u"SELECT count(*) FROM gold.fct_orders"_s));
    QVERIFY(number(u"SELECT count(*) FROM dbt_shop.daily_revenue"_s) > 0);
    // Lambda: days of the batch, orders of the stream, one view over both.
    QVERIFY(number(u"SELECT count(*) FROM gold.lambda_days"_s) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(
        number(
            u"SELECT count(*) FROM bronze.lambda_orders WHERE order_id = %1"_s.arg(orderOf(major))),
        1, kLimitMs);
    QVERIFY(number(u"SELECT count(*) FROM gold.lambda_sales"_s) > 0);
    // Kappa: one row for each payment.
    QVERIFY(number(u"SELECT count(*) FROM silver.kappa_payments"_s) > 0);
    QCOMPARE(number(u"SELECT sum(payments) FROM gold.kappa_payments_daily"_s),
        number(u"SELECT count(DISTINCT payment_id) FROM silver.kappa_payments"_s));
    // E-commerce: each event once in bronze, the malformed one in the dead letters, gold and cache.
    QTRY_COMPARE_WITH_TIMEOUT(
        number(
            u"SELECT count(*) FROM bronze.shop_orders WHERE order_id = %1"_s.arg(orderOf(major))),
        1, kLimitMs);
    QCOMPARE(number(u"SELECT sum(orders) FROM gold.shop_sales"_s),
        number(u"SELECT count(*) FROM silver.shop_orders"_s));
    const QByteArrayList keys
        = redis({u"--scan"_s, u"--pattern"_s, u"sales:country:*"_s}).split('\n');
    QCOMPARE(qint64(keys.size()), number(u"SELECT count(DISTINCT country) FROM gold.shop_sales"_s));
    for (const QByteArray& key : keys) {
        const QString country = QString::fromUtf8(key).section(u':', -1);
        QCOMPARE(QString::fromUtf8(redis({u"hget"_s, QString::fromUtf8(key), u"orders"_s})),
            sql(u"SELECT sum(orders) FROM gold.shop_sales WHERE country = '%1'"_s.arg(country)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(deadLetters(unreadable(major)), 1, kLimitMs);
}

// Of the one job: others that read the topic set the same record aside, each once.
int ShopBox::deadLetters(const QByteArray& value) const
{
    const QByteArray read = program(
        QString::fromUtf8(PH_KAFKA_ASK), {at(u"kafka"_s), u"read"_s, u"shop.orders.v1.dlq"_s});
    const QJsonArray letters = QJsonDocument::fromJson(read).array();
    return int(std::count_if(letters.begin(), letters.end(), [&](const QJsonValue& letter) {
        return letter[u"value"_s].toString().toUtf8() == value
            && letter[u"headers"_s].toArray().contains(
                QJsonArray{u"job"_s, u"shop_sales.orders_bronze"_s});
    }));
}

void ShopBox::remove(const QStringList& pipelines)
{
    const QString jobs = m_sandbox.folder() + u"/data/streamjob/jobs"_s;
    for (const QString& name : pipelines) {
        for (const int major : {2, 3}) {
            const QDir dags(m_sandbox.folder() + u"/data/airflow%1/dags"_s.arg(major));
            for (const QString& file :
                {QString(name + u".py"_s), QString(name + u"_arrivals.py"_s)})
                QFile::remove(dags.filePath(file));
        }
        for (const QString& file : QDir(jobs).entryList({name + u".*.conf"_s}))
            QFile::remove(jobs + u'/' + file);
    }
    program(u"/usr/bin/supervisorctl"_s,
        {u"-c"_s, m_sandbox.folder() + u"/data/streamjob/supervisord.conf"_s, u"update"_s});
    for (const QString& name : pipelines)
        for (const QString& folder : QDir(jobs).entryList({name + u".*"_s}, QDir::Dirs))
            QDir(jobs + u'/' + folder).removeRecursively();
    QString text = u"SET client_min_messages = error;\n"_s;
    for (const QString& view : views())
        text += u"DROP VIEW IF EXISTS %1 CASCADE;\n"_s.arg(view);
    for (const QString& table : targets() + streamTables())
        text += u"DROP TABLE IF EXISTS %1 CASCADE;\n"_s.arg(table);
    // What a job has read belongs to its table.
    if (sql(u"SELECT to_regclass('pilothouse.stream_offsets') IS NOT NULL"_s) == u"t")
        for (const QString& name : pipelines)
            text += u"DELETE FROM pilothouse.stream_offsets WHERE job LIKE '%1.%';\n"_s.arg(name);
    const QString said = sql(text);
    QVERIFY2(said.isEmpty(), qPrintable(said));
}

void ShopBox::end()
{
    m_hub.reset();
    m_sandbox.rest({u"airflow2"_s});
}

} // namespace pilothouse::test
