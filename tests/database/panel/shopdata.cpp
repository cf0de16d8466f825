// SPDX-License-Identifier: GPL-3.0-or-later
#include "shopdata.h"

#include <QRegularExpression>

namespace pilothouse::test
{

using namespace database;
using namespace Qt::StringLiterals;

namespace
{

ColumnInfo column(const QString& name, const QString& type, bool notNull, int key = 0)
{
    ColumnInfo c;
    c.name = name;
    c.type = type;
    c.notNull = notNull;
    c.keyPosition = key;
    return c;
}

Dependent dependent(
    ObjectKind kind, const QString& name, Dependent::Certainty certainty, const QString& via = {})
{
    Dependent d;
    d.ref = {kind, u"gold"_s, name, {}, {}};
    d.certainty = certainty;
    d.via = via;
    return d;
}

RelationInfo relation(ObjectKind kind, const QString& name, qint64 rows)
{
    RelationInfo r;
    r.ref = {kind, u"gold"_s, name, {}, {}};
    r.owner = u"warehouse_owner"_s;
    r.rows = rows;
    r.bytes = std::max<qint64>(8192, rows * 640);
    return r;
}

SessionInfo session(int pid, const QString& application, const QString& state, const QString& query,
    int seconds, std::vector<int> blockedBy = {})
{
    SessionInfo s;
    s.pid = pid;
    s.database = u"shop"_s;
    s.user = u"migrator"_s;
    s.application = application;
    s.client = u"10.2.9.14:51822"_s;
    s.backendType = u"client backend"_s;
    s.state = state;
    s.query = query;
    const auto now = QDateTime::currentDateTimeUtc();
    s.backendStart = now.addSecs(-seconds - 60);
    s.transactionStart = s.queryStart = s.stateChange = now.addSecs(-seconds);
    s.blockedBy = std::move(blockedBy);
    return s;
}

LockInfo lock(int pid, const QString& mode, bool granted, int seconds)
{
    LockInfo l;
    l.pid = pid;
    l.type = u"relation"_s;
    l.relation = u"gold.fct_orders"_s;
    l.mode = mode;
    l.granted = granted;
    if (!granted)
        l.waitStart = QDateTime::currentDateTimeUtc().addSecs(-seconds);
    return l;
}

} // namespace

void fillCatalogue(FakeDatabase& db)
{
    db.info.name = u"shop"_s;
    db.info.version = u"PostgreSQL 15.20"_s;
    db.info.entityPrefix = u"shop"_s;
    db.schemas.resize(2);
    db.schemas[0].name = u"gold"_s;
    db.schemas[0].relations = 3;
    db.schemas[1].name = u"public"_s;
    db.schemas[1].relations = 0;

    RelationDetails orders;
    orders.relation = relation(ObjectKind::PartitionedTable, u"fct_orders"_s, 142'318'204);
    orders.relation.comment = u"one row per order"_s;
    orders.partitionKey = u"RANGE (placed_at)"_s;
    orders.columns = {column(u"order_id"_s, u"bigint"_s, true, 1),
        column(u"customer_id"_s, u"bigint"_s, true),
        column(u"placed_at"_s, u"timestamp with time zone"_s, true, 2),
        column(u"status"_s, u"order_status"_s, true), column(u"total"_s, u"numeric(12,2)"_s, true),
        column(u"items"_s, u"jsonb"_s, false), column(u"tags"_s, u"text[]"_s, false)};
    orders.columns[1].references = u"gold.dim_customer.customer_id"_s;
    orders.columns[3].defaultText = u"'paid'::order_status"_s;
    orders.columns[4].comment = u"in the order's own currency"_s;
    const auto index = [&](const QString& name, const QString& on, qint64 bytes, qint64 scans) {
        IndexInfo i;
        i.name = name;
        i.method = u"btree"_s;
        i.definition = u"CREATE INDEX %1 ON gold.fct_orders USING btree (%2)"_s.arg(name, on);
        i.bytes = bytes;
        i.scans = scans;
        i.tuplesRead = scans * 3;
        orders.indexes.push_back(i);
    };
    index(u"fct_orders_pkey"_s, u"order_id, placed_at"_s, 18'200'000'000, 8'214'503);
    orders.indexes[0].primary = orders.indexes[0].unique = true;
    index(u"ix_fct_orders_customer"_s, u"customer_id"_s, 12'400'000'000, 1'204'118);
    index(u"ix_fct_orders_status"_s, u"status"_s, 9'100'000'000, 0);
    for (int month = 1; month <= 3; ++month) {
        PartitionInfo p;
        p.ref = {ObjectKind::Partition, u"gold"_s, u"fct_orders_2026_0%1"_s.arg(month), {}, {}};
        p.bound = u"FOR VALUES FROM ('2026-0%1-01') TO ('2026-0%2-01')"_s.arg(month).arg(month + 1);
        p.rows = 3'900'000 + month;
        p.bytes = 2'800'000'000 + month;
        orders.partitions.push_back(p);
    }
    db.details[u"gold.fct_orders"_s] = orders;

    RelationDetails view;
    view.relation = relation(ObjectKind::View, u"v_open_orders"_s, -1);
    view.columns = {column(u"order_id"_s, u"bigint"_s, false)};
    db.details[u"gold.v_open_orders"_s] = view;

    db.relations[u"gold"_s] = {
        orders.relation, view.relation, relation(ObjectKind::Table, u"dim_customer"_s, 2'104'550)};
    FunctionInfo refresh;
    refresh.ref = {ObjectKind::Function, u"gold"_s, u"refresh_mart"_s, u"day date"_s, {}};
    refresh.result = u"void"_s;
    refresh.language = u"plpgsql"_s;
    refresh.volatility = u"volatile"_s;
    FunctionInfo all = refresh;
    all.ref.arguments.clear();
    db.functions[u"gold"_s] = {all, refresh};

    RelationSizes sizes;
    sizes.table = 103'300'000'000;
    sizes.indexes = 44'770'000'000;
    sizes.toast = 3'330'000'000;
    sizes.total = 151'400'000'000;
    sizes.rows = 142'318'204;
    sizes.liveRows = 142'300'100;
    sizes.deadRows = 18'104;
    sizes.indexScans = 8'214'503;
    sizes.sequentialScans = 112;
    sizes.lastAnalyze = QDateTime({2026, 3, 17}, {4, 12, 40}, Qt::UTC);
    db.sizes[u"gold.fct_orders"_s] = sizes;
    db.dependents[u"gold.fct_orders"_s]
        = {dependent(ObjectKind::View, u"v_open_orders"_s, Dependent::Certainty::Dropped),
            dependent(ObjectKind::View, u"v_orders_daily"_s, Dependent::Certainty::Dropped),
            dependent(ObjectKind::MaterialisedView, u"mv_orders_by_country"_s,
                Dependent::Certainty::Dropped, u"gold.v_orders_daily"_s),
            dependent(ObjectKind::Function, u"refresh_mart"_s, Dependent::Certainty::Mentioned)};
    Privilege owner;
    owner.grantee = owner.grantor = u"warehouse_owner"_s;
    owner.rights = owner.grantable = {u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s};
    Privilege reader;
    reader.grantee = u"analyst"_s;
    reader.grantor = u"warehouse_owner"_s;
    reader.rights = {u"SELECT"_s};
    db.privileges = {owner, reader};
    db.ddl = u"CREATE TABLE gold.fct_orders (\n    order_id bigint NOT NULL,\n    placed_at "
             u"timestamptz NOT NULL\n) PARTITION BY RANGE (placed_at);\n"_s;
    db.acts = {AdminAct::Analyze, AdminAct::Drop};
    db.completion.schemas = {u"gold"_s, u"public"_s};
    db.completion.searchPath = {u"public"_s};
    db.completion.relations = {{u"gold"_s, u"fct_orders"_s, ObjectKind::Table,
        {{u"order_id"_s, u"bigint"_s}, {u"total"_s, u"numeric"_s}}}};
}

void fillLocks(FakeDatabase& db)
{
    const QString merge = u"MERGE INTO gold.fct_orders t USING gold.stg_fct_orders s"_s;
    db.activity.sessions = {
        session(48211, u"alembic 0142"_s, u"idle in transaction"_s,
            u"CREATE INDEX ix_fct_orders_country_placed\n  ON gold.fct_orders (country, placed_at)"_s,
            2168),
        session(48377, u"merge_fct_orders"_s, u"active"_s, merge, 2042, {48211}),
        session(48398, u"spark-stage"_s, u"active"_s, u"COPY gold.stg_fct_orders FROM STDIN"_s,
            1300, {48377}),
        session(48402, u"orders-api"_s, u"active"_s,
            u"UPDATE gold.fct_orders SET status = $1 WHERE order_id = $2"_s, 1391, {48211}),
        session(48501, u"psql"_s, u"idle"_s, u"SELECT 1"_s, 10)};
    db.activity.locks
        = {lock(48211, u"ShareLock"_s, true, 0), lock(48377, u"RowExclusiveLock"_s, false, 2042),
            lock(48398, u"RowExclusiveLock"_s, false, 1300),
            lock(48402, u"RowExclusiveLock"_s, false, 1391)};
    db.activity.maxConnections = 100;
}

std::function<FakeRows(const QString&)> ordersPages(qint64 total)
{
    return [total](const QString& sql) {
        FakeRows out;
        out.columns = {{u"order_id"_s, u"bigint"_s, 20, true, false},
            {u"customer_id"_s, u"bigint"_s, 20, true, false},
            {u"placed_at"_s, u"timestamp with time zone"_s, 1184, false, false},
            {u"status"_s, u"order_status"_s, 0, false, true},
            {u"total"_s, u"numeric(12,2)"_s, 1700, true, false},
            {u"items"_s, u"jsonb"_s, 3802, false, false},
            {u"tags"_s, u"text[]"_s, 1009, false, false}};
        static const QRegularExpression after(u"< \\('(\\d+)'"_s);
        const auto match = after.match(sql);
        qint64 id = match.hasMatch() ? match.captured(1).toLongLong() - 1 : 90'414'651;
        const qint64 oldest = 90'414'651 - total + 1;
        static const QStringList states{u"paid"_s, u"paid"_s, u"packing"_s, u"cancelled"_s};
        for (int i = 0; i < 100 && id >= oldest; ++i, --id)
            out.rows.push_back({QString::number(id), QString::number(id % 99'991),
                u"2026-03-17 13:%1:%2.731+08"_s.arg(12 - i / 60, 2, 10, QLatin1Char('0'))
                    .arg(59 - i % 60, 2, 10, QLatin1Char('0')),
                states[i % 4], u"%1.%2"_s.arg(id % 9'000).arg(id % 100, 2, 10, QLatin1Char('0')),
                u"{\"n\": %1, \"sku\": \"HB-%2\"}"_s.arg(i % 7 + 1).arg(id % 4000),
                i % 6 == 5 ? QString() : u"{app,repeat}"_s});
        out.tag = u"SELECT %1"_s.arg(out.rows.size());
        return out;
    };
}

FakeRows numbers(int rows, int batch, int batchDelay)
{
    FakeRows out;
    out.columns = {{u"n"_s, u"integer"_s, 23, true, false}};
    out.rows.reserve(size_t(rows));
    for (int i = 0; i < rows; ++i)
        out.rows.push_back({QString::number(i)});
    out.batch = batch;
    out.batchDelay = batchDelay;
    out.tag = u"SELECT %1"_s.arg(rows);
    return out;
}

} // namespace pilothouse::test
