// SPDX-License-Identifier: GPL-3.0-or-later
// The table store: what goes in comes out, from memory and from the file, and nothing waits.
#include "tests/core/tablestore/tablerows.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include "core/lane.h"
#include "core/tablestore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <random>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

class TableStoreTest final : public QObject
{
    Q_OBJECT

private:
    TableStoreOptions small() const
    {
        TableStoreOptions options;
        options.residentBytes = 4 << 20;
        options.spillFolder = m_folder.path();
        options.rowsPerChunk = 4096;
        return options;
    }
    static CellView cellNow(TableStore& store, qint64 row, int column)
    {
        (void)QTest::qWaitFor([&] { return !store.cell(row, column).loading; }, 10'000);
        return store.cell(row, column);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void emptyStore()
    {
        Runtime runtime;
        TableStore store(runtime, columns(), small());
        QCOMPARE(store.rowCount(), 0);
        QCOMPARE(store.countKind(), TableStore::Count::Unknown);
        QVERIFY(store.cell(0, 0).isNull());
        store.finish(TableStore::Count::Exact);
        QCOMPARE(store.countKind(), TableStore::Count::Exact);
        QCOMPARE(store.reader()->rowCount(), 0);
    }

    void rowsAreSeenAfterFlush()
    {
        Runtime runtime;
        TableStore store(runtime, columns(), small());
        QSignalSpy appended(&store, &TableStore::rowsAppended);
        auto writer = store.writer();
        RowMaker make;
        QVERIFY(writer->append(make(0)));
        QCoreApplication::processEvents();
        QCOMPARE(store.rowCount(), 0);
        writer->flush();
        QTRY_COMPARE(store.rowCount(), 1);
        for (qint64 row = 1; row < 10; ++row)
            QVERIFY(writer->append(make(row)));
        writer->flush();
        QTRY_COMPARE(store.rowCount(), 10); // the tail grew, it is one chunk
        QVERIFY(appended.size() >= 2);
        QCOMPARE(appended.last().at(0).toLongLong(), 10);
        for (qint64 row = 0; row < 10; ++row)
            for (int c = 0; c < kColumns; ++c)
                QCOMPARE(difference(make, row, c, store.cell(row, c)), QString());
        QCOMPARE(writer->rows(), 10);
        QCOMPARE(store.spilledBytes(), 0);
    }

    void nullIsNotEmpty()
    {
        Runtime runtime;
        TableStore store(runtime, columns(2), small());
        auto writer = store.writer();
        const QByteArrayView row[] = {QByteArrayView(), QByteArrayView("", 0)};
        QVERIFY(writer->append(row));
        writer->flush();
        QTRY_COMPARE(store.rowCount(), 1);
        QVERIFY(store.cell(0, 0).isNull());
        QVERIFY(!store.cell(0, 1).isNull());
        QCOMPARE(store.cell(0, 1).size, 0);
    }

    void noColumnsAtAll()
    {
        Runtime runtime;
        TableStore store(runtime, {}, small());
        auto writer = store.writer();
        for (int i = 0; i < 5000; ++i)
            QVERIFY(writer->append({}));
        writer->flush();
        QTRY_COMPARE(store.rowCount(), 5000);
        QVERIFY(store.cell(4999, 0).isNull());
    }

    void longCellsAreCut()
    {
        Runtime runtime;
        TableStore store(runtime, columns(2), small());
        auto writer = store.writer();
        const QByteArray big = u"臺"_s.repeated(500'000).toUtf8(); // 1.5 MB, three bytes each
        const QByteArray just(1 << 20, 'x');
        const QByteArrayView rows[][2] = {{"a", "b"}, {big, just}, {"c", big}};
        for (const auto& row : rows)
            QVERIFY(writer->append(row));
        writer->flush();
        QTRY_COMPARE(store.rowCount(), 3);
        const CellView cut = store.cell(1, 0);
        QVERIFY(cut.isCut());
        QCOMPARE(cut.fullSize, 1'500'000);
        QVERIFY(cut.size <= 65'536 && cut.size > 65'532);
        QCOMPARE(cut.size % 3, 0); // a whole character
        QCOMPARE(cut.view(), QByteArrayView(big).first(cut.size));
        QVERIFY(!store.cell(1, 1).isCut());
        QCOMPARE(store.cell(1, 1).size, 1 << 20);
        QVERIFY(store.cell(2, 1).isCut());
        QVERIFY(!store.cell(2, 0).isCut());
        QCOMPARE(store.cell(2, 0).view(), QByteArrayView("c"));
    }

    void randomAccessThroughTheFile()
    {
        Runtime runtime;
        TableStore store(runtime, columns(), small());
        QSignalSpy loaded(&store, &TableStore::cellsLoaded);
        auto writer = store.writer();
        RowMaker make;
        constexpr qint64 kRows = 200'000; // about 35 MB in 4 MB
        for (qint64 row = 0; row < kRows; ++row)
            QVERIFY(writer->append(make(row)));
        writer.reset(); // publishes the rest
        store.finish(TableStore::Count::Exact);
        QCOMPARE(store.rowCount(), kRows);
        QVERIFY(store.spilledBytes() > 20'000'000);
        QVERIFY(store.residentBytes() <= 5 << 20);

        std::mt19937_64 random(7);
        for (int i = 0; i < 300; ++i) {
            const qint64 row = static_cast<qint64>(random() % kRows);
            const int column = static_cast<int>(random() % kColumns);
            QCOMPARE(difference(make, row, column, cellNow(store, row, column)), QString());
            QVERIFY(store.residentBytes() <= 5 << 20);
        }
        QVERIFY(!loaded.isEmpty());
        for (const auto& range : std::as_const(loaded))
            QVERIFY(range.at(0).toLongLong() <= range.at(1).toLongLong());
    }

    void manyRequestsInOneTurnAreOneRead()
    {
        Runtime runtime;
        TableStore store(runtime, columns(), small());
        auto writer = store.writer();
        RowMaker make;
        constexpr qint64 kRows = 400'000;
        for (qint64 row = 0; row < kRows; ++row)
            QVERIFY(writer->append(make(row)));
        writer.reset();
        store.finish(TableStore::Count::Exact);
        // All chunks at once, far more than fit: every one is answered or told to be asked again.
        QSignalSpy loaded(&store, &TableStore::cellsLoaded);
        QSet<qint64> missing;
        for (qint64 row = 0; row < kRows; row += 4096)
            if (store.cell(row, 0).loading)
                missing.insert(row);
        QVERIFY(missing.size() > 50);
        QTRY_VERIFY(loaded.size() >= missing.size());
        for (const auto& range : std::as_const(loaded))
            missing.remove(range.at(0).toLongLong());
        QVERIFY(missing.isEmpty());
        QVERIFY(store.residentBytes() <= 5 << 20);
    }

    void readerSeesEverything()
    {
        Runtime runtime;
        auto store = std::make_unique<TableStore>(runtime, columns(), small());
        auto writer = store->writer();
        RowMaker make;
        constexpr qint64 kRows = 100'000;
        for (qint64 row = 0; row < kRows; ++row)
            QVERIFY(writer->append(make(row)));
        writer->flush();
        const auto reader = store->reader();
        writer.reset();
        store.reset(); // the file stays for the reader
        Lane<> lane(runtime, u"export"_s);
        const auto answer = await(lane.run(
            std::chrono::seconds(30), [reader](NoConnection&, const Token&) -> Result<QString> {
                RowMaker again;
                QString wrong;
                qint64 next = 10;
                const auto ended
                    = reader->forEach(10, kRows, [&](qint64 row, std::span<const CellView> cells) {
                          if (row != next++)
                              wrong = u"order"_s;
                          for (int c = 0; c < kColumns && wrong.isEmpty(); ++c)
                              wrong = difference(again, row, c, cells[static_cast<size_t>(c)]);
                          return wrong.isEmpty();
                      });
                if (!ended)
                    return tl::unexpected<Error>(ended.error());
                return next == kRows ? wrong : u"stopped at %1"_s.arg(next);
            }));
        QVERIFY(answer);
        QCOMPARE(*answer, QString());
    }

    void readerWhileWritingAndSpilling()
    {
        // A snapshot from before the file existed still holds its rows afterwards.
        Runtime runtime;
        TableStore store(runtime, columns(), small());
        auto writer = store.writer();
        RowMaker make;
        for (qint64 row = 0; row < 9000; ++row)
            QVERIFY(writer->append(make(row)));
        writer->flush();
        const auto before = store.reader();
        QCOMPARE(before->rowCount(), 9000);
        for (qint64 row = 9000; row < 100'000; ++row)
            QVERIFY(writer->append(make(row)));
        qint64 seen = 0;
        QVERIFY(before->forEach(0, 1 << 30, [&](qint64 row, std::span<const CellView> cells) {
            ++seen;
            return difference(make, row, 9, cells[9]).isEmpty();
        }));
        QCOMPARE(seen, 9000);
        QVERIFY(store.reader()->rowCount() >= 98'000);
        for (const qint64 row : {0, 8999, 9000, 50'000})
            QCOMPARE(difference(make, row, 1, cellNow(store, row, 1)), QString());
    }

    void spillLimitKeepsWhatArrived()
    {
        Runtime runtime;
        TableStoreOptions options = small();
        options.spillLimit = 8 << 20;
        TableStore store(runtime, columns(), options);
        auto writer = store.writer();
        RowMaker make;
        qint64 accepted = 0;
        VoidResult result;
        while (result && accepted < 1'000'000)
            result = writer->append(make(accepted++));
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"spill-full"_s);
        QVERIFY(!result.error().hint.isEmpty());
        QVERIFY(!writer->append(make(accepted))); // and it stays so
        QCOMPARE(writer->rows(), accepted); // the row that met the limit is kept
        writer->flush();
        store.finish(TableStore::Count::AtLeast);
        QCOMPARE(store.rowCount(), accepted);
        for (qint64 row = 0; row < accepted; row += 997)
            QCOMPARE(difference(make, row, 2, cellNow(store, row, 2)), QString());
        QCOMPARE(difference(make, accepted - 1, 2, cellNow(store, accepted - 1, 2)), QString());
    }

    void folderThatCannotBeMade()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Runtime runtime;
        TableStoreOptions options = small();
        options.spillFolder = file.fileName() + u"/below"_s;
        TableStore store(runtime, columns(), options);
        auto writer = store.writer();
        RowMaker make;
        VoidResult result;
        for (qint64 row = 0; result && row < 200'000; ++row)
            result = writer->append(make(row));
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"spill-failed"_s);
        store.finish(TableStore::Count::AtLeast);
        QVERIFY(store.rowCount() > 10'000);
        QCOMPARE(difference(make, 9999, 5, store.cell(9999, 5)), QString());
    }

    void fileHasNoNameAndNoReaders()
    {
        QTemporaryDir parent;
        Runtime runtime;
        TableStoreOptions options = small();
        options.spillFolder = parent.filePath(u"spill"_s);
        TableStore store(runtime, columns(), options);
        auto writer = store.writer();
        RowMaker make;
        for (qint64 row = 0; row < 60'000; ++row)
            QVERIFY(writer->append(make(row)));
        store.finish(TableStore::Count::Exact);
        QVERIFY(store.spilledBytes() > 0);
        QVERIFY(QDir(options.spillFolder).isEmpty());
        struct stat folder {
        };
        QCOMPARE(::stat(qPrintable(options.spillFolder), &folder), 0);
        QCOMPARE(folder.st_mode & 0777u, 0700u);
        int found = 0; // among our own descriptors, by device and missing name
        for (const QFileInfo& fd :
            QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System)) {
            struct stat s {
            };
            if (::stat(qPrintable(fd.filePath()), &s) == 0 && S_ISREG(s.st_mode) && s.st_nlink == 0
                && s.st_size == store.spilledBytes()) {
                QCOMPARE(s.st_mode & 0777u, 0600u);
                ++found;
            }
        }
        QCOMPARE(found, 1);
    }

    void writerOutlivesStore()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"fill"_s);
        auto store = std::make_unique<TableStore>(runtime, columns(), small());
        auto ended = std::make_shared<std::atomic<int>>(0);
        auto job = lane.run(std::chrono::seconds(60),
            [writer = store->writer(), ended](NoConnection&, const Token&) -> Result<int> {
                RowMaker make;
                VoidResult result;
                for (qint64 row = 0; result; ++row) {
                    result = writer->append(make(row));
                    if (row % 1000 == 0)
                        writer->flush();
                }
                *ended = result.error().kind == Error::Kind::Cancelled ? 1 : 2;
                return 0;
            });
        QTRY_VERIFY(store->rowCount() > 50'000);
        QVERIFY(!store->cell(1, 1).view().isEmpty() || store->cell(1, 1).loading);
        QElapsedTimer clock;
        clock.start();
        store.reset();
        QVERIFY(clock.elapsed() < 500);
        QTRY_COMPARE(ended->load(), 1);
    }

    void destroyedWhileReading()
    {
        Runtime runtime;
        RowMaker make;
        for (int round = 0; round < 20; ++round) {
            auto store = std::make_unique<TableStore>(runtime, columns(), small());
            auto writer = store->writer();
            for (qint64 row = 0; row < 60'000; ++row)
                QVERIFY(writer->append(make(row)));
            store->finish(TableStore::Count::Exact);
            for (qint64 row = 0; row < 60'000; row += 4096)
                (void)store->cell(row, 0);
            if (round % 2)
                QCoreApplication::processEvents(); // the read is under way now
            store.reset();
        }
        QTRY_COMPARE(runtime.abandonedThreads(), 0);
    }
};

} // namespace pilothouse::test

PH_TEST_MAIN(QCoreApplication, pilothouse::test::TableStoreTest)
#include "tst_tablestore.moc"
