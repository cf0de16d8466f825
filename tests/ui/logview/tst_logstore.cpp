// SPDX-License-Identifier: GPL-3.0-or-later
// The store of a log: lines come back as they were put in, from memory and from the file; counts,
// filters and jumps agree with a plain list; memory stays bounded.
#include "tests/support/testmain.h"
#include "ui/logview/logstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <dirent.h>
#include <sys/stat.h>

#include <future>
#include <random>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

struct Plain {
    QByteArray text;
    QByteArray source;
    qint64 time = 0;
    LogLevel level = LogLevel::None;
    bool continued = false;
};

std::vector<Plain> makeLines(int count, int lengthMost, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Plain> out;
    for (int i = 0; i < count; ++i) {
        Plain line;
        const int dice = int(random() % 100);
        line.continued = !out.empty() && dice < 20;
        if (!line.continued) {
            line.level = dice < 30 ? LogLevel::Error
                : dice < 45        ? LogLevel::Warning
                : dice < 50        ? LogLevel::Critical
                                   : LogLevel::Info;
            line.time = 1'700'000'000'000'000 + qint64(i) * 1000;
            line.source = "file" + QByteArray::number(int(random() % 50)) + ".py:7";
        }
        line.text = QByteArray::number(i) + ' '
            + QByteArray(int(random() % unsigned(lengthMost)), char('a' + i % 26));
        out.push_back(std::move(line));
    }
    return out;
}

void feed(LogStore& store, const std::vector<Plain>& lines, size_t from, size_t to)
{
    qint64 bytes = 0;
    for (size_t i = from; i < to; ++i)
        bytes += lines[i].text.size();
    store.feed(bytes,
        [part = std::vector<Plain>(lines.begin() + long(from), lines.begin() + long(to))](
            LogWriter& writer) {
            for (const Plain& line : part)
                writer.add(line.text, {line.time, line.source, line.level, line.continued, false});
        });
}

LogFilter kindOf(LogLevel level)
{
    return level == LogLevel::Warning                             ? LogFilter::Warnings
        : level == LogLevel::Error || level == LogLevel::Critical ? LogFilter::Errors
                                                                  : LogFilter::All;
}

} // namespace

class TestLogStore final : public QObject
{
    Q_OBJECT

    LogStoreOptions options(qint64 resident = 32 << 20)
    {
        LogStoreOptions o;
        o.residentBytes = resident;
        o.spillFolder = m_folder.path();
        return o;
    }
    // Every line, also those that must be read back.
    void compareAll(LogStore& store, const std::vector<Plain>& lines)
    {
        QCOMPARE(store.rowCount(), qint64(lines.size()));
        for (size_t i = 0; i < lines.size(); ++i) {
            LogLine line = store.line(qint64(i));
            if (line.loading) {
                QTRY_VERIFY(!store.line(qint64(i)).loading);
                line = store.line(qint64(i));
            }
            if (line.text != lines[i].text || line.facts.source != lines[i].source
                || line.facts.time != lines[i].time || line.facts.level != lines[i].level
                || line.facts.continued != lines[i].continued)
                QFAIL(qPrintable(u"line %1 differs"_s.arg(i)));
        }
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void smallLogStaysInMemory()
    {
        Runtime runtime;
        LogStore store(runtime, options());
        QSignalSpy appended(&store, &LogStore::rowsAppended);
        const auto lines = makeLines(1000, 80, 1);
        for (size_t i = 0; i < 1000; i += 100)
            feed(store, lines, i, i + 100);
        QTRY_COMPARE(store.rowCount(), 1000);
        QVERIFY(appended.size() >= 1);
        QVERIFY(!store.line(0).loading);
        compareAll(store, lines);
        QCOMPARE(store.spilledBytes(), 0);
        QVERIFY(store.hasTimes());
        QVERIFY(store.hasSources());
        QTRY_VERIFY(!store.isBusy());
    }

    void tailGrowsLineByLine()
    {
        Runtime runtime;
        LogStore store(runtime, options());
        const auto lines = makeLines(40, 30, 2);
        for (size_t i = 0; i < lines.size(); ++i) {
            feed(store, lines, i, i + 1);
            QTRY_COMPARE(store.rowCount(), qint64(i) + 1);
        }
        compareAll(store, lines);
    }

    void longLogGoesToTheFileAndComesBack()
    {
        Runtime runtime;
        LogStore store(runtime, options(4 << 20));
        const auto lines = makeLines(120'000, 300, 3);
        for (size_t i = 0; i < lines.size(); i += 2000)
            feed(store, lines, i, i + 2000);
        QTRY_COMPARE_WITH_TIMEOUT(store.rowCount(), qint64(lines.size()), 30'000);
        QVERIFY(store.spilledBytes() > (8 << 20));
        QVERIFY2(store.residentBytes() <= (4 << 20), "resident");
        QVERIFY(store.line(10).loading);
        compareAll(store, lines);
        QVERIFY(store.residentBytes() <= (4 << 20));
        // The file has no name: the folder is empty, but a descriptor of mode 0600 is open.
        QCOMPARE(
            QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
        bool found = false;
        if (DIR* fds = ::opendir("/proc/self/fd")) {
            while (const dirent* entry = ::readdir(fds)) {
                struct stat st {
                };
                if (::fstat(::atoi(entry->d_name), &st) == 0 && S_ISREG(st.st_mode)
                    && st.st_nlink == 0 && st.st_size == store.spilledBytes())
                    found = (st.st_mode & 0777) == 0600;
            }
            ::closedir(fds);
        }
        QVERIFY(found);
    }

    void filtersAndJumpsAgreeWithAPlainList()
    {
        Runtime runtime;
        LogStore store(runtime, options(4 << 20));
        const auto lines = makeLines(30'000, 20, 4);
        feed(store, lines, 0, 30'000);
        QTRY_COMPARE(store.rowCount(), 30'000);
        std::array<std::vector<qint64>, 3> shown;
        std::array<std::vector<qint64>, 3> heads;
        LogFilter kind = LogFilter::All;
        for (size_t i = 0; i < lines.size(); ++i) {
            if (!lines[i].continued)
                kind = kindOf(lines[i].level);
            shown[size_t(kind)].push_back(qint64(i));
            if (!lines[i].continued)
                heads[size_t(kind)].push_back(qint64(i));
        }
        QCOMPARE(store.warnings(), qint64(heads[1].size()));
        QCOMPARE(store.errors(), qint64(heads[2].size()));
        for (const LogFilter filter : {LogFilter::Warnings, LogFilter::Errors}) {
            const auto& want = shown[size_t(filter)];
            QCOMPARE(store.shownCount(filter), qint64(want.size()));
            for (size_t i = 0; i < want.size(); i += 37) {
                QCOMPARE(store.shownRow(filter, qint64(i)), want[i]);
                QCOMPARE(store.shownBefore(filter, want[i]), qint64(i));
            }
            qint64 row = -1;
            for (const qint64 head : heads[size_t(filter)]) {
                row = store.nextOf(filter, row, true);
                QCOMPARE(row, head);
            }
            QCOMPARE(store.nextOf(filter, row, true), -1);
            QCOMPARE(
                store.nextOf(filter, heads[size_t(filter)][5], false), heads[size_t(filter)][4]);
        }
        const auto at = store.reader()->rowAtTime(lines[20'000].time - 20'000);
        QVERIFY(at.has_value());
        qint64 want = 0;
        while (lines[size_t(want)].time < lines[20'000].time - 20'000)
            ++want;
        if (lines[20'000].time != 0)
            QCOMPARE(*at, want);
    }

    void groupsNest()
    {
        Runtime runtime;
        LogStore store(runtime, options());
        store.feed(1, [](LogWriter& w) {
            for (const char* text : {"a", "::group::outer", "b", "::group::inner", "c",
                     "::endgroup::", "d", "::endgroup::", "e", "::group::open"})
                w.add(text, {});
        });
        QTRY_COMPARE(store.rowCount(), 10);
        QVERIFY(store.mark(1).groupBegin());
        QCOMPARE(store.groupEnd(1), 8);
        QCOMPARE(store.groupEnd(3), 6);
        QCOMPARE(store.groupEnd(9), 10);
    }

    void hostileLinesStayAsTheyAre()
    {
        Runtime runtime;
        LogStore store(runtime, options());
        const QByteArray nul("a\0b", 3);
        const QByteArray bad("\xff\xfe broken \xc3");
        const QByteArray huge(5 << 20, 'x');
        const QByteArray tooLong(9 << 20, 'y');
        store.feed(1, [=](LogWriter& w) {
            w.add(nul, {});
            w.add(bad, {});
            w.add(huge, {});
            w.add(tooLong, {});
            w.add("two\nlines", {});
            w.add("", {});
            w.add("last", {});
        });
        QTRY_COMPARE(store.rowCount(), 7);
        QCOMPARE(store.line(0).text, nul);
        QCOMPARE(store.line(1).text, bad);
        QCOMPARE(store.line(2).text, huge);
        QVERIFY(!store.line(2).facts.cut);
        QVERIFY(store.line(3).facts.cut);
        QCOMPARE(store.line(3).text.size(), LogChunkBuilder::kLongestLine);
        QCOMPARE(store.line(4).text, "two lines");
        QCOMPARE(store.line(5).text, "");
        QCOMPARE(store.line(6).text, "last");
        QCOMPARE(store.longestLine(), qint64(tooLong.size()));
    }

    void saysBehindAndCaughtUp()
    {
        Runtime runtime;
        LogStoreOptions o = options();
        o.queueBytes = 1000;
        LogStore store(runtime, o);
        QSignalSpy caughtUp(&store, &LogStore::caughtUp);
        const auto lines = makeLines(5000, 100, 5);
        std::promise<void> letGo;
        store.feed(0, [&, go = letGo.get_future().share()](LogWriter&) { go.wait(); });
        feed(store, lines, 0, 5000);
        QVERIFY(store.behind());
        letGo.set_value();
        QTRY_COMPARE(caughtUp.size(), 1);
        QVERIFY(!store.behind());
        QTRY_COMPARE(store.rowCount(), 5000);
    }

    void fullFileKeepsWhatCame()
    {
        Runtime runtime;
        LogStoreOptions o = options(4 << 20);
        o.spillLimit = 6 << 20;
        LogStore store(runtime, o);
        QSignalSpy failed(&store, &LogStore::failed);
        const auto lines = makeLines(100'000, 300, 6);
        for (size_t i = 0; i < lines.size(); i += 2000)
            feed(store, lines, i, i + 2000);
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(!store.isBusy());
        QCOMPARE(failed[0][0].value<Error>().code, u"spill-full"_s);
        const qint64 rows = store.rowCount();
        QVERIFY(rows > 20'000 && rows < 100'000);
        compareAll(store, std::vector<Plain>(lines.begin(), lines.begin() + long(rows)));
    }

    void goesWhileItWorks()
    {
        Runtime runtime;
        for (int i = 0; i < 50; ++i) {
            LogStore store(runtime, options(1 << 20));
            const auto lines = makeLines(2000, 500, 7);
            feed(store, lines, 0, 2000);
            if (i % 2 == 0)
                QTRY_VERIFY(store.rowCount() > 0);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, TestLogStore)
#include "tst_logstore.moc"
