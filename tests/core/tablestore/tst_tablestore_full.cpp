// SPDX-License-Identifier: GPL-3.0-or-later
// The disk is really full: the test runs itself again in a mount namespace with a 16 MB tmpfs.
#include "tests/core/tablestore/tablerows.h"
#include "tests/support/testmain.h"

#include "core/tablestore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

class TableStoreFullTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void diskIsFull()
    {
        const QString mounted = qEnvironmentVariable("PILOTHOUSE_TEST_FULL_FOLDER");
        if (mounted.isEmpty()) {
            QTemporaryDir folder;
            QProcess inside;
            inside.setProcessChannelMode(QProcess::ForwardedChannels);
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PILOTHOUSE_TEST_FULL_FOLDER"_s, folder.path());
            inside.setProcessEnvironment(environment);
            // In a chroot the kernel makes no user namespace, and "/" is no mount to be made
            // private.
            inside.start(u"sh"_s,
                {u"-c"_s,
                    u"for how in -rm -m '-m --propagation unchanged'; do\n"
                    "  unshare $how true 2> /dev/null && break\n"
                    "done\n"
                    "exec unshare $how sh -c 'mount -t tmpfs -o size=16m none "
                    "\"$PILOTHOUSE_TEST_FULL_FOLDER\" && exec \"$0\"' \"$0\""_s,
                    QCoreApplication::applicationFilePath()});
            QVERIFY(inside.waitForFinished(60'000));
            QCOMPARE(inside.exitStatus(), QProcess::NormalExit);
            QCOMPARE(inside.exitCode(), 0);
            return;
        }

        Runtime runtime;
        TableStoreOptions options;
        options.residentBytes = 4 << 20;
        options.rowsPerChunk = 4096;
        options.spillLimit = qint64(1) << 30; // the disk ends first
        options.spillFolder = mounted;
        TableStore store(runtime, columns(), options);
        auto writer = store.writer();
        RowMaker make;
        qint64 accepted = 0;
        VoidResult result;
        while (result && accepted < 2'000'000)
            result = writer->append(make(accepted++));
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"spill-full"_s);
        QVERIFY(!result.error().detail.isEmpty());
        writer.reset();
        store.finish(TableStore::Count::AtLeast);
        QCOMPARE(store.rowCount(), accepted);
        QVERIFY(store.spilledBytes() > 8'000'000);
        for (qint64 row = 0; row < accepted; row += 1009) {
            QVERIFY(QTest::qWaitFor([&] { return !store.cell(row, 6).loading; }, 10'000));
            QCOMPARE(difference(make, row, 6, store.cell(row, 6)), QString());
        }
    }
};

} // namespace pilothouse::test

PH_TEST_MAIN(QCoreApplication, pilothouse::test::TableStoreFullTest)
#include "tst_tablestore_full.moc"
