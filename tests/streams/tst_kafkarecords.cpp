// SPDX-License-Identifier: GPL-3.0-or-later
// Record batches: made and read again, packed by every codec, aborted, cut short, broken.
#include "streams/kafka/wireproduce.h"
#include "streams/kafka/wirerecords.h"
#include "tests/support/testmain.h"

#include <lz4frame.h>
#include <snappy-c.h>
#include <zlib.h>
#include <zstd.h>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kRecordsAt = 61; // where a batch's records begin

std::vector<Draft> someDrafts()
{
    Draft one;
    one.key = "k";
    one.value = QByteArray(5000, 'v');
    one.headers = {{"h", "1"}, {"h", QByteArray()}};
    one.timestamp = 1000;
    Draft tombstone;
    tombstone.key = QByteArray("\0\xff", 2);
    tombstone.timestamp = 3000;
    Draft empty;
    empty.value = "";
    empty.timestamp = 2000;
    return {one, tombstone, empty};
}

QByteArray batch(qint64 base, qint16 attributes = 0, qint64 producer = -1)
{
    const auto drafts = someDrafts();
    QByteArray out = batchOf({&drafts[0], &drafts[1], &drafts[2]}, 9);
    WireWriter w;
    w.int64(base);
    out.replace(0, 8, w.take());
    WireWriter a;
    a.int16(attributes);
    out.replace(21, 2, a.take());
    WireWriter p;
    p.int64(producer);
    out.replace(43, 8, p.take());
    return out;
}

QByteArray packedBatch(qint64 base, Codec codec, const QByteArray& packed)
{
    QByteArray out = batch(base, qint16(codec)).first(kRecordsAt) + packed;
    WireWriter w;
    w.int32(qint32(out.size() - 12));
    out.replace(8, 4, w.take());
    return out;
}

// The mark that ends a transaction.
QByteArray mark(qint64 base, qint64 producer, bool abort)
{
    Draft draft;
    draft.key = QByteArray::fromHex(abort ? "00000000" : "00000001");
    draft.value = "";
    QByteArray out = batchOf({&draft}, 9);
    WireWriter w;
    w.int64(base);
    out.replace(0, 8, w.take());
    out.replace(21, 2, QByteArray::fromHex("0030"));
    WireWriter p;
    p.int64(producer);
    out.replace(43, 8, p.take());
    return out;
}

struct Walked {
    std::vector<Message> messages;
    WalkResult result;
};

Walked walk(const QByteArray& records, qint64 from = 0,
    Isolation isolation = Isolation::Uncommitted,
    const std::vector<std::pair<qint64, qint64>>& aborted = {}, size_t most = 1000)
{
    FetchedPartition fetched;
    fetched.records = records;
    fetched.aborted = aborted;
    Decompressor decompressor;
    Walked out;
    out.result = walkRecords(fetched, from, isolation, decompressor, [&](const RawRecord& record) {
        out.messages.push_back(messageOf(u"t"_s, 0, record, 64 << 10));
        return out.messages.size() < most;
    });
    return out;
}

QByteArray plainRecords()
{
    return batch(0).sliced(kRecordsAt);
}

} // namespace

class KafkaRecordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashes()
    {
        QCOMPARE(crc32c("123456789"), 0xe3069283u);
        // As Kafka's own test of Utils.murmur2 has them.
        QCOMPARE(qint32(murmur2("21")), -973932308);
        QCOMPARE(qint32(murmur2("foobar")), -790332482);
        QCOMPARE(qint32(murmur2("a-little-bit-long-string")), -985981536);
        QCOMPARE(qint32(murmur2("a-little-bit-longer-string")), -1486304829);
        QCOMPARE(qint32(murmur2("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8")), -58897971);
        QCOMPARE(qint32(murmur2("abc")), 479470107);
    }

    void whatIsMadeIsRead()
    {
        const Walked all = walk(batch(100));
        QCOMPARE(all.messages.size(), size_t(3));
        QCOMPARE(all.result.next, 103);
        const auto drafts = someDrafts();
        for (size_t i = 0; i < 3; ++i) {
            const Message& m = all.messages[i];
            QCOMPARE(m.offset, qint64(100 + i));
            QCOMPARE(m.key, drafts[i].key);
            QCOMPARE(m.key.isNull(), drafts[i].key.isNull());
            QCOMPARE(m.value, drafts[i].value);
            QCOMPARE(m.value.isNull(), drafts[i].value.isNull());
            QCOMPARE(m.headers, drafts[i].headers);
            QCOMPARE(m.timestamp, *drafts[i].timestamp);
            QCOMPARE(m.codec, u"none"_s);
        }
        QVERIFY(all.messages[0].headers[1].value.isNull());
        QCOMPARE(all.messages[1].valueSize, -1);
        QCOMPARE(all.messages[2].valueSize, 0);
    }

    void theMiddleOfABatch()
    {
        const Walked some = walk(batch(100) + batch(200), 102, Isolation::Uncommitted, {}, 2);
        QCOMPARE(some.messages.size(), size_t(2));
        QCOMPARE(some.messages[0].offset, 102);
        QCOMPARE(some.messages[1].offset, 200);
        QCOMPARE(some.result.next, 201);
        QVERIFY(some.result.stopped);
    }

    void everyCodec_data()
    {
        QTest::addColumn<int>("codec");
        QTest::addColumn<QByteArray>("packed");
        const QByteArray plain = plainRecords();
        {
            z_stream stream{};
            QCOMPARE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
            QByteArray out(plain.size() + 100, '\0');
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
            stream.avail_in = uInt(plain.size());
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = uInt(out.size());
            QCOMPARE(deflate(&stream, Z_FINISH), Z_STREAM_END);
            out.truncate(qsizetype(stream.total_out));
            deflateEnd(&stream);
            QTest::newRow("gzip") << int(Codec::Gzip) << out;
        }
        {
            size_t size = snappy_max_compressed_length(size_t(plain.size()));
            QByteArray out(qsizetype(size), '\0');
            snappy_compress(plain.data(), size_t(plain.size()), out.data(), &size);
            out.truncate(qsizetype(size));
            QTest::newRow("snappy, bare") << int(Codec::Snappy) << out;
            WireWriter w;
            w.raw(QByteArrayView("\x82SNAPPY\0", 8));
            w.int32(1);
            w.int32(1);
            const qsizetype half = plain.size() / 2;
            for (const QByteArray& part : {plain.first(half), plain.sliced(half)}) {
                size = size_t(out.capacity()) + 1000;
                QByteArray block(qsizetype(size), '\0');
                snappy_compress(part.data(), size_t(part.size()), block.data(), &size);
                w.int32(qint32(size));
                w.raw(QByteArrayView(block).first(qsizetype(size)));
            }
            QTest::newRow("snappy, blocks") << int(Codec::Snappy) << w.take();
        }
        {
            QByteArray out(qsizetype(LZ4F_compressFrameBound(size_t(plain.size()), nullptr)), '\0');
            const size_t size = LZ4F_compressFrame(
                out.data(), size_t(out.size()), plain.data(), size_t(plain.size()), nullptr);
            out.truncate(qsizetype(size));
            QTest::newRow("lz4") << int(Codec::Lz4) << out;
        }
        {
            QByteArray out(qsizetype(ZSTD_compressBound(size_t(plain.size()))), '\0');
            const size_t size = ZSTD_compress(
                out.data(), size_t(out.size()), plain.data(), size_t(plain.size()), 3);
            out.truncate(qsizetype(size));
            QTest::newRow("zstd") << int(Codec::Zstd) << out;
        }
    }
    void everyCodec()
    {
        QFETCH(int, codec);
        QFETCH(QByteArray, packed);
        const Walked all = walk(packedBatch(7, Codec(codec), packed) + batch(10));
        QVERIFY(!all.result.problem);
        QCOMPARE(all.messages.size(), size_t(6));
        QCOMPARE(all.messages[0].value, someDrafts()[0].value);
        QCOMPARE(all.messages[0].codec, nameOf(Codec(codec)));
        // Cut short anywhere: told, stepped over, and what follows is still read.
        for (qsizetype cut = 0; cut < packed.size(); cut += 1 + cut / 10) {
            const Walked broken = walk(packedBatch(7, Codec(codec), packed.first(cut)) + batch(10));
            QVERIFY2(broken.result.problem, qPrintable(QString::number(cut)));
            QCOMPARE(broken.messages.back().offset, 12);
            QCOMPARE(broken.result.next, 13);
        }
    }

    void abortedTransactionsAreLeftOut()
    {
        constexpr qint16 kTransactional = 0x10;
        const QByteArray log = batch(0, kTransactional, 7) + batch(3, kTransactional, 8) + batch(6)
            + mark(9, 7, true) + batch(10, kTransactional, 7) + mark(13, 7, false)
            + mark(14, 8, false);
        const Walked committed = walk(log, 0, Isolation::Committed, {{7, 0}});
        QList<qint64> offsets;
        for (const Message& m : committed.messages)
            offsets.append(m.offset);
        QCOMPARE(offsets, (QList<qint64>{3, 4, 5, 6, 7, 8, 10, 11, 12}));
        QCOMPARE(committed.result.next, 15);
        QCOMPARE(walk(log).messages.size(), size_t(12)); // marks are no messages
    }

    void aBatchThatIsNotWholeWaits()
    {
        const QByteArray whole = batch(0) + batch(3);
        for (qsizetype cut = 0; cut < whole.size(); cut += 13) {
            const Walked some = walk(whole.first(cut));
            QCOMPARE(some.messages.size(), size_t(cut >= batch(0).size() ? 3 : 0));
            QCOMPARE(some.result.next, cut >= batch(0).size() ? 3 : 0);
        }
    }

    void aBatchThatLiesHurtsNobody()
    {
        const QByteArray good = batch(0);
        for (qsizetype at = 8; at < 200; ++at) {
            for (const char c : {'\0', '\x7f', '\xff'}) {
                QByteArray bad = good;
                bad[at] = c;
                const Walked some = walk(bad + batch(3));
                QVERIFY(some.messages.size() <= 6);
            }
        }
    }

    void largeValuesAreCut()
    {
        Draft draft;
        draft.value = QByteArray(1 << 20, 'x');
        FetchedPartition fetched;
        const QByteArray bytes = batchOf({&draft}, 5);
        fetched.records = bytes;
        Decompressor decompressor;
        std::vector<Message> out;
        walkRecords(fetched, 0, Isolation::Committed, decompressor, [&](const RawRecord& record) {
            out.push_back(messageOf(u"t"_s, 0, record, 100));
            return true;
        });
        QCOMPARE(out.front().value.size(), 100);
        QCOMPARE(out.front().valueSize, 1 << 20);
        QVERIFY(out.front().isCut());
        QCOMPARE(out.front().timestamp, 5);
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaRecordsTest)
#include "tst_kafkarecords.moc"
