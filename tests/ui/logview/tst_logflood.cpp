// SPDX-License-Identifier: GPL-3.0-or-later
// A gigabyte (in CI a tenth): taken without a stall of the window, in flat memory, painted in time,
// searched with grep's result.
#include "tests/bench/benchfile.h"
#include "tests/support/cputime.h"
#include "tests/support/testmain.h"
#include "ui/logview/logview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

// The longest event of the main loop: by the clock, and by what this thread did in it, which a busy
// machine cannot lengthen.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ > 0) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        QElapsedTimer wall;
        wall.start();
        const double cpu = test::threadCpuMs();
        const bool done = QApplication::notify(receiver, event);
        wallMost = std::max(wallMost, double(wall.nsecsElapsed()) / 1e6);
        cpuMost = std::max(cpuMost, test::threadCpuMs() - cpu);
        --m_depth;
        return done;
    }
    void restart() { wallMost = cpuMost = 0; }

    double wallMost = 0;
    double cpuMost = 0;

private:
    int m_depth = 0;
};

TimedApplication& timed()
{
    return *static_cast<TimedApplication*>(qApp);
}

// Pieces as an adapter hands them on: 256 KB of lines of a hundred bytes.
constexpr int kPieceLines = 2600;

struct Piece {
    QByteArray text;
    std::vector<quint32> ends;
};

std::shared_ptr<const Piece> makePiece(qint64 first)
{
    auto piece = std::make_shared<Piece>();
    piece->text.reserve(kPieceLines * 101);
    for (qint64 i = first; i < first + kPieceLines; ++i) {
        const QByteArray number = QByteArray::number(i);
        piece->text += "line ";
        piece->text += number;
        piece->text += i % 100'003 == 17 ? " the needle " : " some words ";
        piece->text += QByteArray(83 - number.size(), char('a' + i % 26));
        piece->ends.push_back(static_cast<quint32>(piece->text.size()));
    }
    return piece;
}

} // namespace

class TestLogFlood final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setMode(Theme::Mode::Dark);
        m_theme.install(*qApp);
    }

    void aGigabyteWithoutAStall()
    {
        const qint64 asked = qEnvironmentVariable("PILOTHOUSE_TEST_LOG_LINES").toLongLong();
        const qint64 lines = asked > 0 ? asked : 1'040'000;
        Runtime runtime;
        LogView view(runtime);
        view.resize(1440, 700);
        LogStoreOptions options;
        options.spillFolder = m_folder.path();
        auto store = std::make_shared<LogStore>(runtime, options);
        view.setStore(store);
        view.setFollow(true);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        (void)QTest::qWaitForWindowExposed(&view);
        const qint64 memoryBefore = bench::proportionalMemory();

        // A stream's pace: some pieces twenty times a second at least, more when there is room.
        timed().restart();
        qint64 fed = 0;
        QTimer feeder;
        feeder.setInterval(5);
        connect(&feeder, &QTimer::timeout, this, [&] {
            for (int i = 0; i < 8 && fed < lines && !store->behind(); ++i) {
                const qint64 first = fed;
                fed += kPieceLines;
                store->feed(kPieceLines * 100, [first](LogWriter& writer) {
                    const auto piece = makePiece(first); // in place of the network
                    quint32 from = 0;
                    qint64 n = first;
                    for (const quint32 end : piece->ends) {
                        LogFacts facts{1'773'755'421'902'000 + n, "taskinstance.py:1093",
                            n % 5000 == 3 ? LogLevel::Error : LogLevel::Info, false, false};
                        writer.add(QByteArrayView(piece->text).sliced(from, end - from), facts);
                        from = end;
                        ++n;
                    }
                });
            }
        });
        QElapsedTimer clock;
        clock.start();
        feeder.start();
        const auto total = [&] {
            return (lines + kPieceLines - 1) / kPieceLines * kPieceLines;
        };
        QTRY_COMPARE_WITH_TIMEOUT(store->rowCount(), total(), 600'000);
        feeder.stop();
        const double seconds = double(clock.elapsed()) / 1000;
        const double megabytes = double(store->textBytes()) / 1e6;
        const qint64 grown = bench::proportionalMemory() - memoryBefore;
        qInfo("%.0f MB in %.1f s: %.0f MB/s; longest event %.1f ms (%.1f ms of work); memory +%.0f "
              "MB",
            megabytes, seconds, megabytes / seconds, timed().wallMost, timed().cpuMost,
            double(grown) / 1e6);
        QVERIFY2(grown <= 150'000'000, qPrintable(QString::number(grown)));
        QVERIFY2(timed().cpuMost <= 50, qPrintable(QString::number(timed().cpuMost)));
        QCOMPARE(view.visibleRows().back().first, total() - 1);

        // Painting anywhere in it.
        QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        view.setFollow(false);
        double sum = 0;
        double worst = 0;
        const int frames = 40;
        for (int i = 0; i < frames; ++i) {
            const qint64 row = total() / frames * i;
            view.verticalScrollBar()->setValue(int(row));
            (void)store->line(row + 20);
            QTRY_VERIFY(!store->line(row + 40).loading && !store->line(row).loading);
            const double begin = test::threadCpuMs();
            view.viewport()->render(&image);
            sum += test::threadCpuMs() - begin;
            worst = std::max(worst, test::threadCpuMs() - begin);
        }
        qInfo("frame of new rows: mean %.2f ms, worst %.2f ms", sum / frames, worst);

        // Searching all of it; the first matches are there long before its end.
        timed().restart();
        QElapsedTimer searching;
        searching.start();
        qint64 firstAt = -1;
        const auto context = std::make_unique<QObject>();
        connect(&view, &LogView::matchesChanged, context.get(), [&] {
            if (firstAt < 0 && view.matchPlace().count > 0)
                firstAt = searching.elapsed();
        });
        view.verticalScrollBar()->setValue(0);
        view.find({u"the needle"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!view.search().isRunning(), 120'000);
        const qint64 took = searching.elapsed();
        qint64 want = 0;
        for (qint64 i = 17; i < total(); i += 100'003)
            ++want;
        QCOMPARE(view.matchPlace().count, want);
        for (qint64 i = 17; i < total(); i += 100'003)
            QVERIFY(view.search().rows(LogFilter::All).contains(i));
        qInfo("searched in %lld ms (%.0f MB/s), first match after %lld ms; longest event %.1f ms "
              "(%.1f ms of work)",
            static_cast<long long>(took), megabytes * 1000 / double(std::max<qint64>(1, took)),
            static_cast<long long>(firstAt), timed().wallMost, timed().cpuMost);
        QVERIFY2(timed().cpuMost <= 50, qPrintable(QString::number(timed().cpuMost)));
    }
};

PH_TEST_MAIN(TimedApplication, TestLogFlood)
#include "tst_logflood.moc"
