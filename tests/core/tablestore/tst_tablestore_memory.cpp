// SPDX-License-Identifier: GPL-3.0-or-later
// Ten million rows (PILOTHOUSE_TEST_ROWS) while the process stays small, and every part of them can
// be read afterwards.
#include "tests/core/tablestore/tablerows.h"
#include "tests/support/testmain.h"

#include "core/lane.h"
#include "core/tablestore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

namespace
{

qint64 pssKb()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').at(1).toLongLong();
    return -1;
}

} // namespace

class TableStoreMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysFlat()
    {
        const qint64 rows = qEnvironmentVariable("PILOTHOUSE_TEST_ROWS", u"1000000"_s).toLongLong();
        QTemporaryDir folder;
        Runtime runtime;
        Lane<> lane(runtime, u"fill"_s);
        TableStoreOptions options;
        options.spillFolder = folder.path();
        TableStore store(runtime, columns(), options);

        const qint64 before = pssKb();
        QVERIFY(before > 0);
        qint64 peak = before;
        const auto sample = [&] {
            peak = std::max(peak, pssKb());
        };

        QString problem = u"running"_s;
        QElapsedTimer clock;
        clock.start();
        qint64 fillMs = 0;
        auto job = lane.run(std::chrono::minutes(10),
                           [writer = store.writer(), rows](
                               NoConnection&, const Token& token) -> Result<qint64> {
                               RowMaker make;
                               for (qint64 row = 0; row < rows; ++row) {
                                   if (auto ok = writer->append(make(row)); !ok)
                                       return tl::unexpected<Error>(ok.error());
                                   if (row % 65'536 == 0 && token.stopped())
                                       break;
                               }
                               writer->flush();
                               return writer->bytes();
                           })
                       .onDone(this, [&](Result<qint64> bytes) {
                           problem = bytes ? QString() : bytes.error().detail;
                           fillMs = clock.elapsed();
                           store.finish(TableStore::Count::Exact);
                       });
        const auto over = [&] {
            if (store.rowCount() > 0) // somebody looks at it while it comes
                (void)store.cell(clock.elapsed() * 7919 % store.rowCount(), 1);
            sample();
            return problem != u"running"_s;
        };
        (void)QTest::qWaitFor(over, 600'000);
        QCOMPARE(problem, QString());
        QCOMPARE(store.rowCount(), rows);

        RowMaker make;
        std::mt19937_64 random(11);
        for (int i = 0; i < 500; ++i) {
            const qint64 row = static_cast<qint64>(random() % static_cast<quint64>(rows));
            QVERIFY(QTest::qWaitFor([&] { return !store.cell(row, i % 10).loading; }, 20'000));
            QCOMPARE(difference(make, row, i % 10, store.cell(row, i % 10)), QString());
            if (i % 50 == 0)
                sample();
        }
        qint64 seen = 0;
        QVERIFY(store.reader()->forEach(0, rows, [&](qint64 row, std::span<const CellView> cells) {
            if (row % 1'000'000 == 0)
                sample();
            ++seen;
            return difference(make, row, 7, cells[7]).isEmpty();
        }));
        QCOMPARE(seen, rows);
        const double grownMb = static_cast<double>(peak - before) / 1024.0;
        qInfo("%lld rows in %.2f s (%.2f M rows/s), memory grew by %.1f MB, %.1f MB on file", rows,
            static_cast<double>(fillMs) / 1000.0,
            static_cast<double>(rows) / 1000.0 / static_cast<double>(std::max<qint64>(fillMs, 1)),
            grownMb, static_cast<double>(store.spilledBytes()) / 1048576.0);
        QVERIFY2(grownMb <= 150.0, "resident memory grows with the result");
    }
};

} // namespace pilothouse::test

PH_TEST_MAIN(QCoreApplication, pilothouse::test::TableStoreMemoryTest)
#include "tst_tablestore_memory.moc"
