// SPDX-License-Identifier: GPL-3.0-or-later
// redis.names, redis.details and redis.longest against a bare SCAN loop and redis-cli --memkeys on
// the same server in the same run. PILOTHOUSE_BENCH_KEYS makes it smaller.
#include "queue/redis/redishandles.h"
#include "tests/bench/benchfile.h"
#include "tests/queue/redislive.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kLimitMs = 600'000;

struct Bench {
    RedisFixture server;
    RedisClient client{server.config()};
    qint64 keys = 1'000'000;
    int count = 500; // COUNT our walk settled on
    bool good = true;

    double names()
    {
        const bench::Stopwatch clock;
        const auto found = collect(client.as<Keyspace>().scan({}), kLimitMs);
        const auto time = clock.ms();
        qint64 n = 0, steps = 0;
        for (const NameBatch& batch : found.values) {
            n += batch.size();
            ++steps;
        }
        if (!found.end || !*found.end || n < keys)
            return -1;
        count = int(n / std::max<qint64>(steps, 1));
        return time;
    }

    double bareScan() const
    {
        const ContextHandle c(redisConnectUnix(server.socket().toUtf8().constData()));
        if (!c || c->err)
            return -1;
        const bench::Stopwatch clock;
        QByteArray cursor = "0";
        qint64 n = 0;
        do {
            auto* reply = static_cast<redisReply*>(
                redisCommand(c.get(), "SCAN %s COUNT %d", cursor.constData(), count));
            if (!reply || reply->elements != 2)
                return -1;
            cursor = reply->element[0]->str;
            n += qint64(reply->element[1]->elements);
            freeReplyObject(reply);
        } while (cursor != "0");
        return n >= keys ? clock.ms() : -1;
    }

    double details()
    {
        const bench::Stopwatch clock;
        qint64 n = 0;
        QObject context;
        std::optional<VoidResult> end;
        const auto stream
            = client.as<Keyspace>()
                  .survey({}, DetailField::Type | DetailField::Ttl | DetailField::Memory)
                  .attach(
                      &context,
                      [&](std::vector<DetailBatch>&& batches) {
                          for (const DetailBatch& batch : batches)
                              n += qint64(batch.keys.size());
                      },
                      [&](VoidResult result) { end = std::move(result); });
        (void)QTest::qWaitFor([&] { return end.has_value(); }, kLimitMs);
        return end && *end && n >= keys ? clock.ms() : -1;
    }

    double memkeys() const
    {
        const bench::Stopwatch clock;
        QProcess cli;
        cli.start(u"redis-cli"_s, {u"-s"_s, server.socket(), u"--memkeys"_s});
        if (!cli.waitForFinished(kLimitMs) || cli.exitCode() != 0)
            return -1;
        return clock.ms();
    }

    // Every command of a walk stands in the slow log then; microseconds.
    std::vector<double> commandsOfAWalk()
    {
        server.cli({u"CONFIG"_s, u"SET"_s, u"slowlog-max-len"_s, u"200000"_s});
        server.cli({u"SLOWLOG"_s, u"RESET"_s});
        server.cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"0"_s});
        good = names() > 0 && good;
        server.cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"10000"_s});
        const auto log = await(client.as<Server>().slowLog(200'000), kLimitMs);
        std::vector<double> micros;
        if (!log)
            return micros;
        for (const SlowEntry& entry : log->entries) {
            if (entry.clientName == "pilothouse")
                micros.push_back(double(entry.micros));
        }
        std::sort(micros.begin(), micros.end());
        return micros;
    }

    // Of the details, by the server's own percentiles.
    double longestDetail()
    {
        server.cli({u"CONFIG"_s, u"RESETSTAT"_s});
        good = details() > 0 && good;
        const QString stats = QString::fromUtf8(server.cli({u"INFO"_s, u"latencystats"_s}));
        static const QRegularExpression line(
            u"latency_percentiles_usec_(scan|type|pttl|memory.usage):.*p99\\.9=([0-9.]+)"_s);
        double worst = 0;
        for (auto it = line.globalMatch(stats); it.hasNext();)
            worst = std::max(worst, it.next().captured(2).toDouble());
        return worst;
    }
};

bool measure()
{
    Bench bench;
    if (!bench.server.problem().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(bench.server.problem()));
        return false;
    }
    const int keys = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_KEYS");
    bench.keys = keys > 0 ? keys : bench.keys;
    bench.server.cli(
        {u"DEBUG"_s, u"POPULATE"_s, QString::number(bench.keys), u"cart:user"_s, u"64"_s});

    bench::Figure names;
    names.name = u"redis.names"_s;
    names.peerName = u"bare SCAN loop, same COUNT"_s;
    names.unit = bench::Stopwatch::countsCpu() ? u"CPU ms"_s : u"ms"_s;
    names.aim = 1.3;
    const auto first = bench::alternate(
        names, kRuns, [&] { return bench.names(); }, [&] { return bench.bareScan(); });

    bench::Figure details;
    details.name = u"redis.details"_s;
    details.peerName = u"redis-cli --memkeys"_s;
    details.unit = names.unit;
    details.aim = 0.5;
    const auto second = bench::alternate(
        details, kRuns, [&] { return bench.details(); }, [&] { return bench.memkeys(); });

    std::vector<double> p999, most;
    for (int i = 0; i < kRuns; ++i) {
        const auto micros = bench.commandsOfAWalk();
        if (micros.empty())
            return false;
        p999.push_back(micros[size_t(double(micros.size() - 1) * 0.999)] / 1000.0);
        most.push_back(micros.back() / 1000.0);
    }
    const double detail = bench.longestDetail() / 1000.0;
    std::printf("redis.longest: p99.9 of details %.3f ms, COUNT about %d\n", detail, bench.count);
    bench::Figure longest;
    longest.name = u"redis.longest"_s;
    longest.ours = std::max(bench::median(p999), detail);
    longest.unit = u"ms"_s;
    longest.runs = kRuns;
    longest.aim = 2.0;
    bench::Figure maximum = longest;
    maximum.name = u"redis.longest.maximum"_s;
    maximum.ours = *std::max_element(most.begin(), most.end());
    maximum.aim = 0; // reported, not aimed at
    return first && second && bench.good && bench::write(*first) && bench::write(*second)
        && bench::write(longest) && bench::write(maximum);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    return measure() ? 0 : 1;
}
