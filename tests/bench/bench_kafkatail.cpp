// SPDX-License-Identifier: GPL-3.0-or-later
// The tail pane on a broker of its own. kafka.tail: a topic from its begin, every message drawn or
// counted, against a bare librdkafka loop. kafka.stall: what the user feels while 50,000 messages a
// second come in and a wheel turns, and the memory taken meanwhile. PILOTHOUSE_BENCH_MESSAGES makes
// it smaller.
#include "app/watchdog.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/tailpane.h"

#include "tests/bench/benchfile.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/fakeworkbench.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QWheelEvent>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRuns = 5;
constexpr int kLimitMs = 120'000;
constexpr int kPartitions = 8;
constexpr int kRate = 50'000; // messages a second
constexpr int kBytes = 300; // of a message

int messagesWanted()
{
    const int n = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_MESSAGES");
    return n > 0 ? n : 1'000'000;
}

// The most this process holds while it is looked at, four times a second, above what it held
// before.
class MemoryWatch final
{
public:
    explicit MemoryWatch(qint64 before)
        : m_before(before)
        , m_thread([this] {
            while (!m_done) {
                m_most = std::max(m_most.load(), bench::proportionalMemory());
                std::this_thread::sleep_for(std::chrono::milliseconds(250));
            }
        })
    {
    }
    ~MemoryWatch() { stop(); }
    Q_DISABLE_COPY_MOVE(MemoryWatch)

    double stop() // MB
    {
        m_done = true;
        if (m_thread.joinable())
            m_thread.join();
        return double(m_most - m_before) / (1 << 20);
    }

private:
    const qint64 m_before;
    std::atomic<qint64> m_most = 0;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

// In an event loop that rests when there is nothing to do, as the program's does.
bool waitFor(const std::function<bool()>& reached)
{
    QEventLoop loop;
    QTimer look, limit;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (reached())
            loop.quit();
    });
    look.start(20);
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.start(kLimitMs);
    if (!reached())
        loop.exec();
    return reached();
}

class TailBench final
{
public:
    TailBench()
    {
        // On the listener without a proxy or login, as the peer.
        ServiceConfig config = m_kafka.config();
        config.address = m_kafka.innerAddress();
        m_service = config.id;
        m_workbench.hub().setDescriptors({kafkaDescriptor()});
        m_workbench.hub().add(config, Secret());
    }

    QString problem() const { return m_kafka.problem(); }
    bool fill() const
    {
        const QString parts = QString::number(kPartitions);
        return m_kafka.ask({u"create"_s, u"bench"_s, parts}).isNull()
            && m_kafka
                   .ask({u"fill"_s, u"bench"_s, QString::number(m_messages),
                       u"bytes=%1"_s.arg(kBytes)})
                   .isNull()
            && m_kafka.ask({u"create"_s, u"flood"_s, parts}).isNull();
    }

    // From the begin on, until each message is in the list, has left it or was counted.
    double tail()
    {
        const auto pane = paneAt(TailPane::From::Oldest);
        const bench::Stopwatch clock;
        pane->showTopic(u"bench"_s);
        const bool all = QTest::qWaitFor([&] { return accounted(*pane) >= m_messages; }, kLimitMs);
        const double time = clock.ms();
        return all && accounted(*pane) == m_messages ? time : -1;
    }

    double bareLoop() const
    {
        QProcess loop;
        loop.start(QString::fromUtf8(PH_KAFKA_LOOP),
            {m_kafka.innerAddress(), u"bench"_s, QString::number(kPartitions),
                QString::number(m_messages)});
        if (!loop.waitForReadyRead(kLimitMs) || loop.readAllStandardOutput() != "ready\n")
            return -1;
        const bench::Stopwatch clock;
        loop.write("\n");
        const bool told = loop.waitForReadyRead(kLimitMs);
        const double time = clock.ms();
        // Keys have one to three digits.
        const bool all = told
            && loop.readAllStandardOutput().trimmed().sliced(5).toLongLong()
                > qint64(m_messages) * kBytes;
        return loop.waitForFinished() && all ? time : -1;
    }

    // Ten seconds of flood, watched from when the pane follows; false when it was none. `memory`:
    // in MB, above `before`.
    bool flood(app::Watchdog& watchdog, qint64 before, double& memory)
    {
        const qint64 wanted = qint64(kRate) * 10;
        const auto pane = paneAt(TailPane::From::Newest);
        pane->showTopic(u"flood"_s);
        if (!waitFor([&] { return pane->readState().positions.size() == size_t(kPartitions); }))
            return false;
        watchdog = app::Watchdog(bench::Stopwatch::countsCpu() ? app::Watchdog::Count::Work
                                                               : app::Watchdog::Count::Time);
        QTimer wheel;
        QObject::connect(&wheel, &QTimer::timeout, pane.get(),
            [&, turns = 0]() mutable { turn(*pane, ++turns); });
        wheel.start(16);
        MemoryWatch watch(before);
        QProcess producer;
        producer.start(QString::fromUtf8(PH_SERVERS_FOLDER) + u"/kafka-ask"_s,
            {m_kafka.innerAddress(), u"fill"_s, u"flood"_s, QString::number(wanted),
                u"rate=%1"_s.arg(kRate), u"bytes=%1"_s.arg(kBytes)});
        QElapsedTimer clock;
        const bool all = waitFor([&] {
            if (!clock.isValid() && pane->readState().messages > 0)
                clock.start();
            return accounted(*pane) == wanted && pane->readState().messages == wanted;
        });
        const double seconds = double(clock.elapsed()) / 1000;
        memory = watch.stop();
        const bool written
            = (producer.state() == QProcess::NotRunning || producer.waitForFinished())
            && producer.exitCode() == 0;
        std::printf("  flood: %.0f messages/s, %lld in the list, %lld counted, +%.0f MB\n",
            double(wanted) / seconds, static_cast<long long>(pane->model()->rowCount()),
            static_cast<long long>(wanted - pane->model()->rowCount()), memory);
        // A producer that is too slow floods nobody.
        return all && written && seconds < double(wanted) / kRate * 1.05;
    }

private:
    std::unique_ptr<TailPane> paneAt(TailPane::From from)
    {
        auto pane = std::make_unique<TailPane>(m_workbench, m_service);
        pane->setFrom(from);
        pane->resize(1440, 900);
        pane->show();
        return pane;
    }
    static qint64 accounted(const TailPane& pane)
    {
        return pane.model()->rowCount() + pane.model()->leftOut() + pane.dropped();
    }
    // Down for a second, up for a second: the newest messages are looked at half of the time.
    static void turn(const TailPane& pane, int turns)
    {
        QWidget* view = pane.table()->viewport();
        const QPointF at(200, 200);
        QWheelEvent wheel(at, view->mapToGlobal(at), {}, {0, turns / 60 % 2 ? 240 : -120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view, &wheel);
    }

    const int m_messages = messagesWanted();
    OwnKafka m_kafka{{.major = 3}};
    FakeWorkbench m_workbench;
    ServiceId m_service;
};

bench::Figure figureOf(
    const QString& name, std::vector<double> runs, const QString& unit, double aim)
{
    bench::Figure out;
    out.name = name;
    out.ours = bench::median(std::move(runs));
    out.unit = unit;
    out.runs = kRuns;
    out.aim = aim;
    return out;
}

// The first of all: memory that was held before would be taken again unseen.
bool measureFlood(TailBench& bench, app::Watchdog& watchdog)
{
    const qint64 before = bench::proportionalMemory();
    std::vector<double> stalls, longest;
    double most = 0;
    const QString unit = bench::Stopwatch::countsCpu() ? u"CPU ms"_s : u"ms"_s;
    for (int i = -1; i < kRuns; ++i) {
        double memory = 0;
        if (!bench.flood(watchdog, before, memory)) {
            std::fprintf(stderr, "kafka.stall: not all came, or not at 50,000 a second\n");
            return false;
        }
        std::printf("  kafka.stall run %d: p99.9 %.2f ms, longest %.2f ms, %llu spells\n", i + 1,
            watchdog.quantileMs(0.999), watchdog.maxMs(),
            static_cast<unsigned long long>(watchdog.spells()));
        most = std::max(most, memory);
        if (i < 0)
            continue;
        stalls.push_back(watchdog.quantileMs(0.999));
        longest.push_back(watchdog.maxMs());
    }
    return bench::write(figureOf(u"kafka.stall"_s, stalls, unit, 16))
        && bench::write(figureOf(u"kafka.stall.longest"_s, longest, unit, 0))
        && bench::write(figureOf(u"kafka.stall.memory"_s, {most}, u"MB"_s, 150));
}

bool measureTail(TailBench& bench)
{
    bench::Figure tail;
    tail.name = u"kafka.tail"_s;
    tail.peerName = u"bare librdkafka loop"_s;
    tail.unit = bench::Stopwatch::countsCpu() ? u"CPU ms"_s : u"ms"_s;
    tail.aim = 1.25; // 0.8 of its rate
    const auto figure = bench::alternate(
        tail, kRuns, [&] { return bench.tail(); }, [&] { return bench.bareLoop(); });
    return figure && bench::write(*figure);
}

bool measure(app::Watchdog& watchdog)
{
    TailBench bench;
    if (!bench.problem().isEmpty() || !bench.fill()) {
        std::fprintf(stderr, "%s\n", qPrintable(bench.problem()));
        return false;
    }
    const QString only = qEnvironmentVariable("PILOTHOUSE_BENCH_ONLY");
    return (only == u"tail"_s || measureFlood(bench, watchdog))
        && (only == u"stall"_s || measureTail(bench));
}

} // namespace

int main(int argc, char** argv)
{
    auto watchdog = std::make_unique<app::Watchdog>();
    app::WatchedApplication app(argc, argv, *watchdog);
    return measure(*watchdog) ? 0 : 1;
}
