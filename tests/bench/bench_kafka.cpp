// SPDX-License-Identifier: GPL-3.0-or-later
// kafka.search against kcat and grep, kafka.offsets200 against librdkafka asked one by one,
// kafka.groups, on one broker of our own. PILOTHOUSE_BENCH_MESSAGES and PILOTHOUSE_BENCH_GROUPS
// make it smaller.
#include "streams/api/groups.h"
#include "streams/api/messages.h"
#include "tests/bench/benchfile.h"
#include "tests/streams/kafkalive.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>

#include <algorithm>
#include <cstdio>

#include <librdkafka/rdkafka.h>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kLimitMs = 600'000;
constexpr int kPartitions = 200;

int numberOf(const char* name, int usual)
{
    const int given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : usual;
}

// Without the ten milliseconds that waiting in tests is rounded up to.
template <class T>
Result<T> answerOf(Call<T> call)
{
    QEventLoop loop;
    QObject context;
    std::optional<Result<T>> answer;
    const auto held = std::move(call).onDone(&context, [&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

template <class T>
double failed(const char* what, const Result<T>& result)
{
    std::fprintf(stderr, "%s: %s\n", what, qPrintable(wordsOf(result)));
    return -1;
}

struct Bench {
    OwnKafka server{{.major = 3}};
    std::unique_ptr<KafkaTestClient> client;
    int messages = numberOf("PILOTHOUSE_BENCH_MESSAGES", 1'000'000);
    int groups = numberOf("PILOTHOUSE_BENCH_GROUPS", 1000);
    qint64 hits = 0; // of the peer
    qint64 memory = 0; // the most while searching, above what it was

    bool fill()
    {
        const QString all = QString::number(messages);
        return server.ask({u"create"_s, u"bench"_s, u"8"_s}).isNull()
            && server.ask({u"fill"_s, u"bench"_s, all, u"bytes=300"_s}).isNull();
    }

    // What kcat and grep take to read the whole topic.
    double kcat()
    {
        const bench::Stopwatch clock;
        QProcess shell;
        shell.start(u"/bin/sh"_s,
            {u"-c"_s,
                u"kcat -C -q -e -o beginning -b %1 -t bench | grep -c 'record 77'"_s.arg(
                    server.innerAddress())});
        if (!shell.waitForFinished(kLimitMs) || shell.exitCode() != 0) {
            std::fprintf(stderr, "%s\n", shell.readAllStandardError().constData());
            return -1;
        }
        const double time = clock.ms();
        hits = shell.readAllStandardOutput().trimmed().toLongLong();
        return time;
    }

    double search()
    {
        SearchQuery query;
        query.topic = u"bench"_s;
        query.pattern.pattern = u"record 77"_s;
        query.pattern.where = MessagePattern::Value;
        const qint64 before = bench::proportionalMemory();
        const bench::Stopwatch clock;
        qint64 seen = 0, found = 0;
        QObject context;
        std::optional<VoidResult> end;
        const auto stream = client->as<Messages>().search(query).attach(
            &context,
            [&](std::vector<SearchBatch>&& batches) {
                for (const SearchBatch& batch : batches)
                    found += qint64(batch.hits.size());
                seen = batches.back().progress.state.messages;
            },
            [&](VoidResult result) { end = std::move(result); });
        (void)QTest::qWaitFor([&] { return end.has_value(); }, kLimitMs);
        const double time = clock.ms();
        memory = std::max(memory, bench::proportionalMemory() - before);
        if (end && *end && seen == messages && found == hits)
            return time;
        std::fprintf(stderr, "search: %lld of %d messages, %lld of %lld hits %s\n",
            static_cast<long long>(seen), messages, static_cast<long long>(found),
            static_cast<long long>(hits), end ? qPrintable(wordsOf(*end)) : "no end");
        return -1;
    }

    double offsets()
    {
        const bench::Stopwatch clock;
        const auto told = answerOf(client->as<Topics>().offsets({u"wide"_s}));
        const bool all = told && told->size() == size_t(kPartitions)
            && std::all_of(told->begin(), told->end(),
                [](const PartitionOffsets& one) { return one.end.has_value(); });
        return all ? clock.ms() : failed("offsets", told);
    }

    double oneByOne(rd_kafka_t* handle) const
    {
        const bench::Stopwatch clock;
        for (int i = 0; i < kPartitions; ++i) {
            int64_t begin = 0, end = 0;
            const auto code
                = rd_kafka_query_watermark_offsets(handle, "wide", i, &begin, &end, 10'000);
            if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
                std::fprintf(stderr, "librdkafka: %s\n", rd_kafka_err2str(code));
                return -1;
            }
        }
        return clock.ms();
    }

    // The list of all groups, and the lags of those that were made here: the first may be missing,
    // as its commit starts the coordinator.
    double lags() const
    {
        const bench::Stopwatch clock;
        const auto list = answerOf(client->as<Groups>().groups());
        if (!list)
            return failed("groups", list);
        QStringList names;
        for (const GroupInfo& group : list->groups)
            if (group.name.startsWith("many"_L1))
                names.append(group.name);
        const auto told = answerOf(client->as<Groups>().lags(names));
        const bool all = told && told->size() == size_t(names.size()) && names.size() >= groups - 1
            && std::all_of(told->begin(), told->end(), [](const GroupLag& lag) {
                   return lag.partitions.size() == size_t(kPartitions) && lag.total() > 0;
               });
        if (all)
            return clock.ms();
        std::fprintf(stderr, "%d of %d groups told of %d in the list\n",
            told ? int(told->size()) : 0, int(names.size()), int(list->groups.size()));
        return failed("lags", told);
    }
};

bool measureSearch(Bench& bench, const QString& unit)
{
    bench::Figure search;
    search.name = u"kafka.search"_s;
    search.peerName = u"kcat | grep -c"_s;
    search.unit = unit;
    search.aim = 0.67; // 1.5 times its rate
    if (bench.kcat() < 0)
        return false;
    const auto figure = bench::alternate(
        search, kRuns, [&] { return bench.search(); }, [&] { return bench.kcat(); });
    bench::Figure memory;
    memory.name = u"kafka.search.memory"_s;
    memory.ours = double(bench.memory) / (1 << 20);
    memory.unit = u"MB"_s;
    memory.runs = kRuns;
    memory.aim = 100;
    return figure && bench::write(*figure) && bench::write(memory);
}

bool measureOffsets(Bench& bench, const QString& unit)
{
    rd_kafka_conf_t* conf = rd_kafka_conf_new();
    const QByteArray address = bench.server.innerAddress().toUtf8();
    char words[256];
    rd_kafka_conf_set(conf, "bootstrap.servers", address.constData(), words, sizeof words);
    rd_kafka_t* handle = rd_kafka_new(RD_KAFKA_CONSUMER, conf, words, sizeof words);
    if (!handle)
        return false;
    bench::Figure offsets;
    offsets.name = u"kafka.offsets200"_s;
    offsets.peerName = u"librdkafka, one by one"_s;
    offsets.unit = unit;
    offsets.aim = 0.1;
    const auto figure = bench::alternate(
        offsets, kRuns, [&] { return bench.offsets(); }, [&] { return bench.oneByOne(handle); });
    rd_kafka_destroy(handle);

    const qint64 before = bench::proportionalMemory();
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i)
        times.push_back(bench.lags());
    bench::Figure groups;
    groups.name = u"kafka.groups"_s;
    groups.ours = bench::median(times);
    groups.unit = unit;
    groups.runs = kRuns;
    groups.aim = 2000;
    bench::Figure memory;
    memory.name = u"kafka.groups.memory"_s;
    memory.ours = double(bench::proportionalMemory() - before) / (1 << 20);
    memory.unit = u"MB"_s;
    memory.runs = kRuns;
    memory.aim = 150;
    return figure && *std::min_element(times.begin(), times.end()) >= 0 && bench::write(*figure)
        && bench::write(groups) && bench::write(memory);
}

bool measure()
{
    Bench bench;
    if (!bench.server.problem().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(bench.server.problem()));
        return false;
    }
    // On the listener without a proxy or login, as the peers.
    ServiceConfig config = bench.server.config();
    config.address = bench.server.innerAddress();
    bench.client = std::make_unique<KafkaTestClient>(config);
    const QString unit = bench::Stopwatch::countsCpu() ? u"CPU ms"_s : u"ms"_s;
    if (!bench.fill() || !measureSearch(bench, unit))
        return false;
    const QString parts = QString::number(kPartitions);
    return bench.server.ask({u"create"_s, u"wide"_s, parts}).isNull()
        && bench.server.ask({u"fill"_s, u"wide"_s, u"20000"_s}).isNull()
        && bench.server.ask({u"groups"_s, u"many"_s, QString::number(bench.groups), u"wide"_s})
               .isNull()
        && measureOffsets(bench, unit);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    return measure() ? 0 : 1;
}
