// SPDX-License-Identifier: GPL-3.0-or-later
// The watchdog sees every stall of the event loop, adds up events in a row, and is not fooled by a
// loop inside an event.
#include "app/watchdog.h"

#include "tests/support/testmain.h"

#include <QEventLoop>
#include <QTimer>

using namespace pilothouse;
using namespace std::chrono_literals;

namespace
{

void burn(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < until) { }
}

app::Watchdog& watchdog()
{
    static app::Watchdog instance;
    return instance;
}

} // namespace

class WatchdogTest : public QObject
{
    Q_OBJECT

private:
    // Runs `work` as one event of the main loop and waits until the loop has been idle after it.
    void run(const std::function<void()>& work)
    {
        bool done = false;
        QTimer::singleShot(0, this, [&] {
            work();
            done = true;
        });
        QTRY_VERIFY(done);
    }

private Q_SLOTS:
    void seesOneLongEvent()
    {
        watchdog().restartWindow();
        run([] { burn(40ms); });
        QVERIFY2(
            watchdog().windowMaxMs() >= 40, qPrintable(QString::number(watchdog().windowMaxMs())));
        QVERIFY(watchdog().maxMs() >= watchdog().windowMaxMs());
    }

    void addsUpEventsInARow()
    {
        watchdog().restartWindow();
        int ran = 0;
        run([&] {
            for (int i = 0; i < 10; ++i)
                QMetaObject::invokeMethod(
                    this,
                    [&ran] {
                        burn(5ms);
                        ++ran;
                    },
                    Qt::QueuedConnection);
        });
        QTRY_COMPARE(ran, 10);
        // A loaded machine may put a gap between two of them, but not between all.
        QVERIFY2(
            watchdog().windowMaxMs() >= 9.5, qPrintable(QString::number(watchdog().windowMaxMs())));
    }

    void aLoopInsideAnEventIsNoStall()
    {
        watchdog().restartWindow();
        run([] {
            QEventLoop loop;
            QTimer::singleShot(3000, &loop, &QEventLoop::quit);
            QTimer::singleShot(20, &loop, [] { burn(15ms); });
            loop.exec();
        });
        QVERIFY2(
            watchdog().windowMaxMs() < 2000, qPrintable(QString::number(watchdog().windowMaxMs())));
        QVERIFY2(
            watchdog().windowMaxMs() >= 15, qPrintable(QString::number(watchdog().windowMaxMs())));
    }

    void quantiles()
    {
        app::Watchdog own;
        for (int i = 0; i < 999; ++i) {
            own.enter();
            burn(0ms);
            own.leave();
            burn(1ms);
        }
        own.enter();
        burn(30ms);
        own.leave();
        burn(1ms);
        own.enter(); // closes the spell before it
        own.leave();
        QVERIFY(own.quantileMs(0.5) < own.quantileMs(1.0));
        QVERIFY(own.quantileMs(1.0) >= 28);
        QVERIFY(own.maxMs() >= 30);
    }
};

int main(int argc, char** argv)
{
    app::WatchedApplication application(argc, argv, watchdog());
    WatchdogTest test;
    return test::runTrapped(&test, argc, argv);
}
#include "tst_watchdog.moc"
