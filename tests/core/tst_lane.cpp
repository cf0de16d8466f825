// SPDX-License-Identifier: GPL-3.0-or-later
// How work lives: calls, lanes, deadlines, cancelling, and what is left when a job never returns.
#include "core/lane.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// A peer that accepts everything and never answers.
struct BlackHole {
    BlackHole() { Q_ASSERT(::socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0); }
    ~BlackHole()
    {
        ::close(fds[0]);
        ::close(fds[1]);
    }
    // Blocks like a client library would; returns when the socket is shut down.
    ssize_t read() const
    {
        char byte = 0;
        return ::recv(fds[0], &byte, 1, 0);
    }
    int fds[2] = {-1, -1};
};

// Measures the longest time the event loop did not come round.
class GapMeter final : public QObject
{
public:
    GapMeter()
    {
        m_clock.start();
        startTimer(1);
    }
    qint64 longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent*) override { m_longest = std::max(m_longest, m_clock.restart()); }

private:
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

class LaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversOnTheGuiThread()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        std::thread::id there;
        std::thread::id here;
        QObject owner;
        bool done = false;
        auto call = lane.run(5s,
                            [&there](NoConnection&, const Token&) -> Result<int> {
                                there = std::this_thread::get_id();
                                return 7;
                            })
                        .onDone(&owner, [&](Result<int> r) {
                            here = std::this_thread::get_id();
                            QCOMPARE(*r, 7);
                            done = true;
                        });
        QVERIFY(!done);
        QTRY_VERIFY(done);
        QCOMPARE(here, std::this_thread::get_id());
        QVERIFY(there != here);
    }

    void exceptionBecomesError()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        const auto r = test::await(lane.run(5s, [](NoConnection&, const Token&) -> Result<int> {
            throw std::runtime_error("inside the lane");
        }));
        QVERIFY(!r);
        QCOMPARE(r.error().kind, Error::Kind::Internal);
        QCOMPARE(r.error().detail, u"inside the lane"_s);
    }

    void lateHandlerStillHears()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        auto call = lane.run(5s, [](NoConnection&, const Token&) -> Result<int> { return 3; });
        QTRY_VERIFY(!call.running());
        int got = 0;
        QObject owner;
        auto held = std::move(call).onDone(&owner, [&](Result<int> r) { got = *r; });
        QCOMPARE(got, 0); // never from inside onDone
        QTRY_COMPARE(got, 3);
    }

    void latestWins()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        QObject owner;
        QList<int> seen;
        Call<int> call;
        for (int i = 0; i < 20; ++i)
            call = lane.run(5s, [i](NoConnection&, const Token&) -> Result<int> { return i; })
                       .onDone(&owner, [&](Result<int> r) { seen.append(*r); });
        QTRY_VERIFY(!call.running());
        QCOMPARE(seen, QList<int>{19});
    }

    void handlerNeverRunsAfterItsOwner()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        bool ran = false;
        auto owner = std::make_unique<QObject>();
        auto call = lane.run(5s, [](NoConnection&, const Token&) -> Result<int> { return 1; })
                        .onDone(owner.get(), [&](Result<int>) { ran = true; });
        owner.reset();
        QTRY_VERIFY(!call.running());
        QVERIFY(!ran);
    }

    void deadlineDeliversTimeoutWhileStuck()
    {
        BlackHole hole;
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        QElapsedTimer clock;
        clock.start();
        const auto r = test::await(lane.run(
            100ms, [&](NoConnection&, const Token&) -> Result<int> { return int(hole.read()); }));
        QVERIFY(!r);
        QCOMPARE(r.error().kind, Error::Kind::Timeout);
        QVERIFY(clock.elapsed() < 1000);
        // The lane goes on with a spare thread.
        const auto next = test::await(
            lane.run(5s, [](NoConnection&, const Token&) -> Result<int> { return 2; }));
        QCOMPARE(*next, 2);
        QCOMPARE(lane.wedged(), 1);
        ::shutdown(hole.fds[0], SHUT_RDWR);
        QTRY_COMPARE(lane.wedged(), 0);
        QCOMPARE(lane.threads(), 1);
    }

    void atMostTwoSpareThreads()
    {
        BlackHole hole;
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(test::await(lane.run(50ms,
                                     [&](NoConnection&, const Token&) -> Result<int> {
                                         return int(hole.read());
                                     }))
                         .error()
                         .kind,
                Error::Kind::Timeout);
        QCOMPARE(lane.threads(), 3);
        ::shutdown(hole.fds[0], SHUT_RDWR);
        QTRY_COMPARE(lane.threads(), 1);
    }

    void cancelWakesABlockedRead()
    {
        BlackHole hole;
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        std::atomic<bool> inside = false;
        std::atomic<bool> returned = false;
        QObject owner;
        auto call = lane.run(60s,
                            [&](NoConnection&, const Token& token) -> Result<int> {
                                Interrupt wake(token, [&] { ::shutdown(hole.fds[0], SHUT_RDWR); });
                                inside = true;
                                const auto n = hole.read();
                                returned = true;
                                return int(n);
                            })
                        .onDone(&owner, [](Result<int>) { QFAIL("cancelled calls are silent"); });
        QTRY_VERIFY(inside);
        QElapsedTimer clock;
        clock.start();
        call.cancel();
        QVERIFY(clock.elapsed() < 500);
        QTRY_VERIFY_WITH_TIMEOUT(returned, 2500);
        qInfo("cancel to return: %lld ms", clock.elapsed());
    }

    void aPeerThatIsGoneIsAnErrorNotTheEnd()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"test"_s);
        const auto r = test::await(lane.run(5s, [](NoConnection&, const Token&) -> Result<int> {
            BlackHole hole;
            ::shutdown(hole.fds[1], SHUT_RDWR);
            const auto written = ::write(hole.fds[0], "x", 1); // as client libraries do
            return written < 0 ? errno : 0;
        }));
        QCOMPARE(*r, EPIPE);
    }

    // The owner, the lane, and the runtime go while a job sits in a black hole.
    void goingDownInABlackHole_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("owner") << 0;
        QTest::newRow("lane") << 1;
        QTest::newRow("app") << 2;
    }
    void goingDownInABlackHole()
    {
        QFETCH(int, what);
        auto hole = std::make_shared<BlackHole>(); // the stuck thread keeps it
        GapMeter gap;
        auto runtime = std::make_unique<Runtime>();
        runtime->setExitLimit(100ms);
        auto lane = std::make_unique<Lane<>>(*runtime, u"hole"_s);
        auto owner = std::make_unique<QObject>();
        std::atomic<bool> inside = false;
        int answers = 0;
        auto call = lane->run(60s,
                            [hole, &inside](NoConnection&, const Token&) -> Result<int> {
                                inside = true;
                                return int(hole->read());
                            })
                        .onDone(owner.get(), [&](Result<int> r) {
                            ++answers;
                            QCOMPARE(r.error().kind, Error::Kind::Cancelled);
                        });
        QTRY_VERIFY(inside);
        if (what == 0)
            owner.reset();
        if (what >= 1) {
            lane.reset();
            QTRY_COMPARE(answers, 1);
        }
        QVERIFY2(gap.longest() <= 500, qPrintable(QString::number(gap.longest())));
        qInfo("GUI gap: %lld ms", gap.longest());
        if (what == 2) {
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(runtime->abandonedThreads(), 1);
            runtime.reset();
            QVERIFY(clock.elapsed() < 1000);
        }
        ::shutdown(hole->fds[0], SHUT_RDWR);
        call.cancel();
        lane.reset();
    }

    void stress()
    {
        constexpr int kCalls = 40'000;
        auto& random = *QRandomGenerator::global();
        Runtime runtime;
        std::vector<std::unique_ptr<Lane<>>> lanes;
        for (int i = 0; i < 4; ++i)
            lanes.push_back(std::make_unique<Lane<>>(runtime, u"stress"_s));
        std::vector<std::unique_ptr<QObject>> owners;
        std::vector<Call<QString>> calls;
        const auto dropAny = [&random](auto& from) {
            std::swap(from[random.bounded(qint64(from.size()))], from.back());
            from.pop_back();
        };
        int answered = 0;
        for (int i = 0; i < kCalls; ++i) {
            if (owners.empty() || random.bounded(10) == 0)
                owners.push_back(std::make_unique<QObject>());
            QObject* owner = owners[random.bounded(qint64(owners.size()))].get();
            auto call = lanes[random.bounded(qint64(lanes.size()))]->run(
                10s, [i](NoConnection&, const Token& token) -> Result<QString> {
                    if (token.stopped())
                        return fail(Error::Kind::Cancelled, {});
                    Interrupt nothing(token, [] {});
                    return QString::number(i);
                });
            if (random.bounded(50) != 0)
                call = std::move(call).onDone(owner, [&answered, i](Result<QString> r) {
                    ++answered;
                    if (r)
                        QCOMPARE(*r, QString::number(i));
                });
            calls.push_back(std::move(call));
            if (random.bounded(7) == 0)
                dropAny(owners);
            if (random.bounded(3) == 0)
                dropAny(calls);
            if (random.bounded(2000) == 0)
                lanes[random.bounded(qint64(lanes.size()))]
                    = std::make_unique<Lane<>>(runtime, u"again"_s);
            if (i % 64 == 0)
                QCoreApplication::processEvents();
        }
        const auto allDone = [&] {
            return std::none_of(
                calls.begin(), calls.end(), [](const auto& c) { return c.running(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), 60'000);
        QVERIFY(answered > 0);
        qInfo("%d of %d calls answered", answered, kCalls);
    }
};

PH_TEST_MAIN(QCoreApplication, LaneTest)
#include "tst_lane.moc"
