// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured is found again: as it came, by the minute, by the quarter; bounded, and with
// the holes it had.
#include "core/history/metrichistory.h"
#include "core/history/spanchunk.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace pilothouse;
using namespace pilothouse::detail;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
// A midnight.
constexpr qint64 kStart = 20'000 * kDay;

QDateTime at(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

// Largest files this process may write, as a full disk would.
class SmallFiles final
{
public:
    explicit SmallFiles(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallFiles)

private:
    rlimit m_before{};
};

} // namespace

class MetricHistoryTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    Runtime m_runtime;
    QString m_file;
    std::unique_ptr<MetricHistory> m_history;

    void open(const MetricHistory::Limits& limits = {})
    {
        m_history.reset();
        m_history = std::make_unique<MetricHistory>(m_runtime, m_file, limits);
    }
    // One sample each `step` in [from, to); its value is its number.
    bool fill(qint64 from, qint64 to, qint64 step, const QString& metric = u"m"_s)
    {
        std::vector<MetricPoint> points;
        for (qint64 time = from; time < to; time += step)
            points.push_back({u"s"_s, metric, time, double((time - from) / step)});
        return test::await(m_history->append(std::move(points))).has_value();
    }
    std::vector<MetricSpan> read(qint64 from, qint64 to, int most, const QString& metric = u"m"_s)
    {
        const auto told = test::await(m_history->read(u"s"_s, metric, {at(from), at(to)}, most));
        return told.value_or(std::vector<MetricSpan>{{-1, -1, -1, -1, -1}});
    }
    bool tidy(qint64 now) { return test::await(m_history->tidy(at(now))).has_value(); }

private Q_SLOTS:
    void init()
    {
        m_file = m_dir.filePath(
            QString::fromLatin1(QTest::currentTestFunction()) + u"/metrics.sqlite"_s);
        open();
    }
    void cleanup() { m_history.reset(); }

    void chunks()
    {
        const std::vector<MetricSpan> spans{
            {kStart, kMinute, 1, 3, 2}, {kStart + 59 * kMinute, kMinute, -1.5, 1e9, 7}};
        const QByteArray bytes = packSpans(kMinutes, kStart, spans);
        std::vector<MetricSpan> again;
        const auto take = [&](const MetricSpan& span) {
            again.push_back(span);
        };
        unpackSpans(kMinutes, kStart, bytes, take);
        QCOMPARE(again, spans);
        again.clear();
        unpackSpans(kMinutes, kStart, bytes.chopped(1), take);
        QCOMPARE(again.size(), size_t(1));
        again.clear();
        unpackSpans(kMinutes, kStart, QByteArray(14, '\xff'), take); // no such minute
        QVERIFY(again.empty());
    }

    void merged()
    {
        SpanMerger merger(0, 10);
        merger.add({0, 2, 1, 5, 3});
        merger.add({4, 2, -1, 2, 0});
        merger.add({12, 2, 7, 7, 7});
        const std::vector<MetricSpan> wanted{{0, 6, -1, 5, 1.5}, {12, 2, 7, 7, 7}};
        QCOMPARE(merger.take(), wanted);
    }

    void asItCame()
    {
        QVERIFY(read(kStart, kStart + kDay, 100).empty()); // nothing: no zero
        QVERIFY(fill(kStart, kStart + kMinute, 5 * kSecond));
        QVERIFY(fill(kStart, kStart + kMinute, 5 * kSecond)); // once more
        const auto all = read(kStart, kStart + kHour, 100'000);
        QCOMPARE(all.size(), size_t(12));
        QCOMPARE(all[3], (MetricSpan{kStart + 15 * kSecond, 0, 3, 3, 3}));
        QCOMPARE(read(kStart + 5 * kSecond, kStart + 10 * kSecond, 10).size(), size_t(1));
        QVERIFY(read(kStart, kStart + kHour, 100, u"other"_s).empty());
        const auto few = read(kStart, kStart + kMinute, 2);
        QCOMPARE(few.size(), size_t(2));
        QCOMPARE(few[0].least, 0.0);
        QCOMPARE(few[0].most, 5.0);
        QCOMPARE(few[0].mean, 2.5);
        open(); // as after kill -9: nothing was closed
        QCOMPARE(read(kStart, kStart + kHour, 100'000), all);
        QVERIFY(!(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    // Finest where it is new, coarser where it is old, one record at a time, and holes stay holes.
    void byMinuteAndQuarter()
    {
        const qint64 end = kStart + 4 * kDay;
        open({.samplesMs = 25 * kHour, .minutesMs = 2 * kDay});
        for (qint64 day = kStart; day < end; day += kDay) {
            QVERIFY(fill(day, day + 6 * kHour, 10 * kSecond));
            QVERIFY(fill(day + 8 * kHour, day + kDay, 10 * kSecond)); // two hours are missing
            QVERIFY(tidy(day + kDay + kMinute));
        }
        QVERIFY(tidy(end + 10 * kMinute));
        const auto all = read(kStart, end, 1'000'000);
        qint64 last = kStart;
        std::map<qint64, int> kinds;
        for (const MetricSpan& span : all) {
            QVERIFY2(span.time >= last, qPrintable(at(span.time).toString(Qt::ISODate)));
            last = span.time + span.span;
            ++kinds[span.span];
            const qint64 ofDay = (span.time - kStart) % kDay;
            QVERIFY(ofDay < 6 * kHour || ofDay >= 8 * kHour);
            QVERIFY(span.least <= span.mean && span.mean <= span.most);
        }
        QCOMPARE(kinds.size(), size_t(3));
        QCOMPARE(kinds[15 * kMinute], 2 * 22 * 4);
        // Of the last 25 hours, whole hours: samples; from there back two days: minutes.
        QCOMPARE(kinds[0], 24 * 360 - 2 * 360 + 360);
        QCOMPARE(kinds[kMinute], 21 * 60);
        // A wide look costs no samples, and tells the same extremes.
        const auto wide = read(kStart, end, 96);
        QVERIFY(wide.size() <= 97 && wide.size() >= 88);
        for (const MetricSpan& span : wide)
            if ((span.time - kStart) % kDay == 8 * kHour)
                QCOMPARE(span.least, 0.0);
    }

    void noBiggerThanItMay()
    {
        open({.bytes = 400'000});
        for (int day = 0; day < 20; ++day)
            for (int metric = 0; metric < 10; ++metric)
                QVERIFY(fill(kStart + day * kDay, kStart + (day + 1) * kDay, kMinute,
                    QString::number(metric)));
        for (int day = 1; day <= 20; ++day)
            QVERIFY(tidy(kStart + day * kDay + 10 * kMinute));
        QVERIFY(tidy(kStart + 23 * kDay));
        QVERIFY(tidy(kStart + 23 * kDay + kHour)); // the samples are too old now
        QVERIFY(*test::await(m_history->bytes()) <= 400'000);
        // The newest are what is left.
        const auto left = read(kStart, kStart + 20 * kDay, 100'000, u"3"_s);
        QVERIFY(!left.empty());
        QVERIFY(left.back().time >= kStart + 20 * kDay - kHour);
    }

    // A clock that jumps ahead and is put right costs nothing.
    void aClockThatJumps()
    {
        QVERIFY(fill(kStart, kStart + 2 * kHour, 10 * kSecond));
        QVERIFY(tidy(kStart + 2 * kHour));
        const auto before = read(kStart, kStart + 3 * kHour, 100'000);
        QVERIFY(fill(kStart + 1000 * kDay, kStart + 1000 * kDay + kMinute, 10 * kSecond));
        QVERIFY(tidy(kStart + 1000 * kDay + kMinute));
        QVERIFY(fill(kStart + 2 * kHour, kStart + 4 * kHour, 10 * kSecond));
        QVERIFY(tidy(kStart + 4 * kHour + 10 * kMinute));
        QCOMPARE(read(kStart, kStart + 2 * kHour, 100'000).size(), before.size());
        // What came after is kept by the minute as well.
        QVERIFY(fill(kStart + 4 * kHour, kStart + 6 * kHour, 10 * kSecond));
        QVERIFY(tidy(kStart + 6 * kHour + 10 * kMinute));
        const auto wide = read(kStart + 4 * kHour, kStart + 6 * kHour, 120);
        QCOMPARE(wide.size(), size_t(120));
        QCOMPARE(wide.front().span, kMinute);
    }

    void aFullDisk()
    {
        QVERIFY(fill(kStart, kStart + kMinute, kSecond));
        {
            const SmallFiles full(100'000);
            QVERIFY(!fill(kStart + kMinute, kStart + 10 * kHour, kSecond));
        }
        // Wholly or not at all, and it goes on by itself.
        QCOMPARE(read(kStart, kStart + kDay, 1'000'000).size(), size_t(60));
        QVERIFY(fill(kStart + kMinute, kStart + 2 * kMinute, kSecond));
        QCOMPARE(read(kStart, kStart + kDay, 1'000'000).size(), size_t(120));
    }

    void aDamagedFile()
    {
        QDir().mkpath(m_file.section(u'/', 0, -2));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        QVERIFY(fill(kStart, kStart + kMinute, kSecond));
        QCOMPARE(QDir(m_file.section(u'/', 0, -2)).entryList({u"*.damaged-*"_s}).size(), 1);
        MetricHistory none(m_runtime, u"/proc/none/metrics.sqlite"_s);
        const auto told = test::await(none.append({{u"s"_s, u"m"_s, kStart, 1}}));
        QVERIFY(!told && !told.error().hint.isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, MetricHistoryTest)
#include "tst_metrichistory.moc"
