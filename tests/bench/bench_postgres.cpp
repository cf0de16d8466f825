// SPDX-License-Identifier: GPL-3.0-or-later
// select.5m, select.5m.single, select.memory and catalogue.20k against bare libpq loops on the same
// server in the same run. PILOTHOUSE_BENCH_ROWS and PILOTHOUSE_BENCH_TABLES make it smaller.
#include "core/tablestore.h"
#include "database/api/catalogue.h"
#include "database/postgres/pgsession.h"

#include "tests/bench/benchfile.h"
#include "tests/database/postgres/harness.h"

#include <QCoreApplication>
#include <QTimer>

#include <libpq-fe.h>

#include <cstdio>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr char kSelect[] = "select * from t5m";

QString unit()
{
    return bench::Stopwatch::countsCpu() ? u"CPU s"_s : u"s"_s;
}

int numberOf(const char* variable, int usual)
{
    const int n = qEnvironmentVariableIntValue(variable);
    return n > 0 ? n : usual;
}

struct Peer {
    explicit Peer(const PostgresFixture& server)
        : connection(PQconnectdb(QString(u"host=%1 port=%2 user=postgres dbname=shop"_s)
                                     .arg(server.socketFolder())
                                     .arg(server.port())
                                     .toUtf8()
                                     .constData()))
    {
    }
    ~Peer() { PQfinish(connection); }
    Q_DISABLE_COPY_MOVE(Peer)

    double copyBinary() const
    {
        const bench::Stopwatch clock;
        PQclear(PQexec(connection, "COPY (select * from t5m) TO STDOUT (FORMAT binary)"));
        char* row = nullptr;
        qint64 bytes = 0;
        int size = 0;
        while ((size = PQgetCopyData(connection, &row, 0)) > 0) {
            bytes += size;
            PQfreemem(row);
        }
        while (PGresult* r = PQgetResult(connection))
            PQclear(r);
        return bytes > 0 ? clock.ms() / 1000 : -1;
    }
    double singleRows() const
    {
        const bench::Stopwatch clock;
        PQsendQueryParams(connection, kSelect, 0, nullptr, nullptr, nullptr, nullptr, 0);
        PQsetSingleRowMode(connection);
        qint64 bytes = 0;
        while (PGresult* r = PQgetResult(connection)) {
            if (PQntuples(r) > 0)
                for (int i = 0; i < PQnfields(r); ++i)
                    bytes += PQgetlength(r, 0, i);
            PQclear(r);
        }
        return bytes > 0 ? clock.ms() / 1000 : -1;
    }
    double attributes() const
    {
        const bench::Stopwatch clock;
        PGresult* r = PQexec(connection,
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
            " JOIN pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped"
            " AND c.relkind IN ('r','p','v','m','f')");
        const int n = PQntuples(r);
        PQclear(r);
        return n > 0 ? clock.ms() / 1000 : -1;
    }
    PGconn* connection;
};

double select(Session& session, qint64 rows)
{
    const bench::Stopwatch clock;
    const Ran ran = run(session, QString::fromLatin1(kSelect), 600'000);
    const auto store = ran.store();
    if (!store || !QTest::qWaitFor([&] { return store->rowCount() == rows; }, 10'000)) {
        std::fprintf(stderr, "%s\n", qPrintable(ran.error().detail));
        return -1;
    }
    return clock.ms() / 1000;
}

bool report(const std::optional<bench::Figure>& figure)
{
    return figure && bench::write(*figure);
}

bool selects(const PostgresFixture& server, int rows)
{
    std::printf("filling %d rows\n", rows);
    const QString filled
        = server.psql(u"CREATE UNLOGGED TABLE t5m AS SELECT g::bigint AS id, timestamptz "
                      u"'2024-01-01' + (g % 31536000)"
                      " * interval '1 second' AS placed_at, 'customer-' || (g % 50000) AS name,"
                      " ((g::bigint * 7919 % 100003)::numeric / 100)::numeric(12,2) AS amount, "
                      "md5(g::text) AS hash"
                      " FROM generate_series(1, %1) g; VACUUM ANALYZE t5m;"_s.arg(rows));
    if (!filled.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(filled));
        return false;
    }
    Service service(server.superuser());
    const Peer peer(server);
    auto session = service.as<Query>().open(u"bench"_s);
    auto* pg = static_cast<postgres::PgSession*>(session.get());

    run(*session, u"select 1"_s);
    const qint64 idle = bench::proportionalMemory();
    qint64 peak = 0;
    QTimer sampler;
    QObject::connect(&sampler, &QTimer::timeout, &sampler,
        [&] { peak = std::max(peak, bench::proportionalMemory()); });
    sampler.start(50);
    if (select(*session, rows) < 0)
        return false;
    sampler.stop();
    bool ok = bench::write(
        {u"select.memory"_s, double(peak - idle) / (1 << 20), {}, {}, u"MB"_s, true, 1, 150});

    ok = report(bench::alternate(
             {u"select.5m"_s, 0, {}, u"libpq COPY binary"_s, unit(), true, 0, 1.5}, kRuns,
             [&] { return select(*session, rows); }, [&] { return peer.copyBinary(); }))
        && ok;
    pg->setSingleOnly(true);
    ok = report(bench::alternate(
             {u"select.5m.single"_s, 0, {}, u"libpq single-row"_s, unit(), true, 0, 1.3}, kRuns,
             [&] { return select(*session, rows); }, [&] { return peer.singleRows(); }))
        && ok;
    return ok;
}

bool catalogue(const PostgresFixture& server, int tables)
{
    std::printf("making %d tables\n", tables);
    // In pieces: one transaction would need a lock for each table.
    for (int from = 0; from < tables; from += 1000) {
        const QString made = server.psql(
            u"DO $$ BEGIN FOR i IN %1..%2 LOOP EXECUTE format('CREATE TABLE t_%s (id bigint, a "
            u"text,"
            " b numeric(12,2), c timestamptz, d int, e jsonb, f text[], g date, h boolean,"
            " i varchar(20))', i); END LOOP; END $$"_s.arg(from + 1)
                .arg(from + 1000));
        if (!made.isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(made));
            return false;
        }
    }
    server.psql(u"VACUUM ANALYZE pg_class; VACUUM ANALYZE pg_attribute"_s);
    Service service(server.superuser());
    const Peer peer(server);
    auto& contract = service.as<Catalogue>();
    return report(bench::alternate(
        {u"catalogue.20k"_s, 0, {}, u"bare pg_attribute query"_s, unit(), true, 0, 1.3}, kRuns,
        [&] {
            const bench::Stopwatch clock;
            const auto snapshot = await(contract.completion(), 60'000);
            return snapshot && int(snapshot->relations.size()) >= tables ? clock.ms() / 1000 : -1;
        },
        [&] { return peer.attributes(); }));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const PostgresFixture server(
        u"pg"_s, {u"shared_buffers=1GB"_s, u"max_locks_per_transaction=2000"_s});
    if (!server.problem().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.problem()));
        return 1;
    }
    const bool rows = selects(server, numberOf("PILOTHOUSE_BENCH_ROWS", 5'000'000));
    const bool names = catalogue(server, numberOf("PILOTHOUSE_BENCH_TABLES", 20'000));
    return rows && names ? 0 : 1;
}
