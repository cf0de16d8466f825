// SPDX-License-Identifier: GPL-3.0-or-later
// Unsaved work reaches the disk within two seconds and comes back; a disk that refuses loses
// nothing.
#include "ui/drafts.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class DraftsTest final : public QObject
{
    Q_OBJECT

private:
    static QJsonObject text(const QString& t) { return {{u"text"_s, t}}; }

private Q_SLOTS:
    void newestContentIsOnDiskSoon()
    {
        QTemporaryDir dir;
        const QString key = u"database/shop-db/“1”/../x"_s; // a key is no path
        Runtime runtime;
        {
            Drafts drafts(runtime, dir.filePath(u"drafts"_s));
            QElapsedTimer clock;
            for (int i = 0; i <= 200; ++i)
                drafts.put(key, text(QString::number(i)));
            clock.start();
            QVERIFY(!drafts.isWritten(key));
            QTRY_VERIFY_WITH_TIMEOUT(drafts.isWritten(key), 20'000);
            qInfo("draft on disk after %lld ms (promise 2000)", clock.elapsed());
        } // no flush: as after kill -9
        QCOMPARE(QDir(dir.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
            QStringList{u"drafts"_s});
        Drafts again(runtime, dir.filePath(u"drafts"_s));
        QCOMPARE(again.keys(), QStringList{key});
        QCOMPARE(again.get(key)[u"text"_s].toString(), u"200"_s);
    }

    void removedStaysRemoved()
    {
        QTemporaryDir dir;
        Runtime runtime;
        Drafts drafts(runtime, dir.path());
        drafts.put(u"a"_s, text(u"x"_s));
        QTRY_VERIFY(drafts.isWritten(u"a"_s));
        drafts.remove(u"a"_s);
        QVERIFY(drafts.keys().isEmpty());
        QTRY_VERIFY(QDir(dir.path()).entryList(QDir::Files).isEmpty());
        QVERIFY(Drafts(runtime, dir.path()).keys().isEmpty());
    }

    void brokenFilesAreSkipped()
    {
        QTemporaryDir dir;
        QFile broken(dir.filePath(u"0.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"key\": \"half");
        broken.close();
        Runtime runtime;
        Drafts drafts(runtime, dir.path());
        QVERIFY(drafts.keys().isEmpty());
    }

    void refusingDiskKeepsTheDraftAndSaysSo()
    {
        Runtime runtime;
        // A folder below a file cannot be made by anyone, root included.
        QTemporaryDir dir;
        QFile file(dir.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Drafts drafts(runtime, dir.filePath(u"file/drafts"_s));
        QSignalSpy failed(&drafts, &Drafts::failed);
        drafts.put(u"a"_s, text(u"precious"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(drafts.get(u"a"_s)[u"text"_s].toString(), u"precious"_s);
        QVERIFY(!drafts.isWritten(u"a"_s));
        // Room again: it is tried again by itself.
        file.close();
        QVERIFY(file.remove());
        QTRY_VERIFY_WITH_TIMEOUT(drafts.isWritten(u"a"_s), 20'000);
    }
};

PH_TEST_MAIN(QCoreApplication, DraftsTest)
#include "tst_drafts.moc"
