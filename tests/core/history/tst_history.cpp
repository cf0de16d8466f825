// SPDX-License-Identifier: GPL-3.0-or-later
// What was run is found again, also after a crash and beside a damaged file.
#include "core/history/history.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class HistoryTest final : public QObject
{
    Q_OBJECT

private:
    static HistoryEntry entry(const QString& service, const QString& text)
    {
        HistoryEntry e;
        e.service = service;
        e.text = text;
        e.time = QDateTime::currentDateTimeUtc();
        return e;
    }

private Q_SLOTS:
    void findsWhatWasRun()
    {
        QTemporaryDir dir;
        Runtime runtime;
        History history(runtime, dir.filePath(u"state/history.sqlite"_s));
        const auto first = test::await(history.begin(entry(u"a"_s, u"SELECT 1"_s)));
        QVERIFY(first.has_value());
        QVERIFY(test::await(history.begin(entry(u"b"_s, u"SELECT '臺北 ÄÖ'"_s))).has_value());
        HistoryEntry done;
        done.id = *first;
        done.outcome = HistoryEntry::Outcome::Done;
        done.rows = 1;
        done.seconds = 0.25;
        QCOMPARE(*test::await(history.finish(done)), true);

        // Another program instance sees it: as after kill -9, nothing was closed.
        History again(runtime, dir.filePath(u"state/history.sqlite"_s));
        const auto all = test::await(again.find({}, {}, 10));
        QCOMPARE(all->size(), size_t(2));
        QCOMPARE(all->front().service, u"b"_s);
        QCOMPARE(all->back().rows, 1);
        QCOMPARE(all->back().outcome, HistoryEntry::Outcome::Done);
        QCOMPARE(all->front().outcome, HistoryEntry::Outcome::Running);
        QCOMPARE(test::await(again.find(u"a"_s, {}, 10))->size(), size_t(1));
        QCOMPARE(test::await(again.find({}, u"äö"_s, 10))->size(), size_t(1));
        QCOMPARE(test::await(again.find({}, {}, 1))->size(), size_t(1));
        const auto mode = QFile::permissions(dir.filePath(u"state/history.sqlite"_s));
        QVERIFY(!(mode & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void damagedFileIsSetAside()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"history.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        Runtime runtime;
        History history(runtime, path);
        QVERIFY(test::await(history.begin(entry(u"a"_s, u"SELECT 1"_s))).has_value());
        QCOMPARE(QDir(dir.path()).entryList({u"*.damaged-*"_s}).size(), 1);
    }

    void unwritableFolderIsAnError()
    {
        Runtime runtime;
        History history(runtime, u"/proc/none/history.sqlite"_s);
        const auto r = test::await(history.begin(entry(u"a"_s, u"SELECT 1"_s)));
        QVERIFY(!r);
        QCOMPARE(r.error().code, u"history"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, HistoryTest)
#include "tst_history.moc"
