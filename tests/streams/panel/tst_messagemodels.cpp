// SPDX-License-Identifier: GPL-3.0-or-later
// What lists of messages hold and say, filters and places as they are typed, exports as bytes.
#include "streams/panel/hitmodel.h"
#include "streams/panel/localdecode.h"
#include "streams/panel/messagefilter.h"
#include "streams/panel/messagemodel.h"
#include "streams/panel/messagewriter.h"
#include "streams/panel/placetext.h"
#include "streams/panel/topicsearch.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::streams;

namespace
{

Message messageAt(int partition, qint64 offset, qint64 time, const QByteArray& value = "{}")
{
    Message m;
    m.topic = u"t"_s;
    m.partition = partition;
    m.offset = offset;
    m.timestamp = time;
    m.timeKind = Message::TimeKind::Create;
    m.key = "k" + QByteArray::number(offset);
    m.value = value;
    m.valueSize = value.isNull() ? -1 : value.size();
    m.codec = u"none"_s;
    return m;
}

std::vector<Message> some(int count, qint64 firstOffset = 0)
{
    std::vector<Message> out;
    for (int i = 0; i < count; ++i)
        out.push_back(messageAt(i % 3, firstOffset + i, 1'000 + firstOffset + i));
    return out;
}

} // namespace

class TestMessageModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nullAndEmptyAreToldApart()
    {
        QCOMPARE(lookOf({}).kind, BytesLook::Kind::Null);
        QCOMPARE(lookOf(QByteArray("")).kind, BytesLook::Kind::Empty);
        QCOMPARE(lookOf(R"({"a":1})").kind, BytesLook::Kind::Json);
        QCOMPARE(lookOf("plain\ntext").kind, BytesLook::Kind::Text);
        const QByteArray avro("\0\0\0\4\x12\x02hi", 8);
        QCOMPARE(lookOf(avro), (BytesLook{BytesLook::Kind::Binary, u"00 00 00 04 12 02 68 69"_s}));
        QCOMPARE(framedSchema(avro), 1042);
        QVERIFY(!framedSchema("text here"));
        // A cut inside of a character does not make text binary.
        const QByteArray korean = QString(5000, QChar(0xAE40)).toUtf8();
        QCOMPARE(lookOf(korean.first(korean.size() - 1)).kind, BytesLook::Kind::Text);
        QCOMPARE(lookOf(korean.first(7), 400).kind, BytesLook::Kind::Text);
    }

    void aTailStaysBounded()
    {
        MessageModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setLimit(100);
        for (int i = 0; i < 10; ++i)
            model.append(some(30, i * 30));
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.leftOut(), 200);
        QCOMPARE(model.messageAt(0)->offset, 299); // the newest first
        QCOMPARE(model.messageAt(99)->offset, 200);
        model.append(some(500, 1'000)); // more at once than is kept
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.messageAt(0)->offset, 1'499);
        QCOMPARE(model.leftOut(), 700);
        QVERIFY(resets.isEmpty());
        // What does not match is set aside, comes back, and makes room first.
        model.showOnly([](const Message& message) { return message.offset >= 1'490; });
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.setAside(), 90);
        QCOMPARE(model.messageAt(0)->offset, 1'499);
        model.append(some(20, 2'000));
        QCOMPARE(model.rowCount(), 30);
        QCOMPARE(model.setAside(), 70);
        QCOMPARE(model.leftOut(), 720);
        model.showOnly([](const Message&) { return true; });
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.messageAt(99)->offset, 1'420);
        resets.clear();
        // By bytes too.
        model.setLimit(100, 1'000'000);
        std::vector<Message> large;
        for (int i = 0; i < 20; ++i)
            large.push_back(messageAt(0, 5'000 + i, 9'000 + i, QByteArray(100'000, 'x')));
        model.append(large);
        QVERIFY(model.bytes() <= 1'000'000);
        QCOMPARE(model.messageAt(0)->offset, 5'019);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void anExcerptIsCutAroundTheMatch()
    {
        MessageModel model;
        MessagePattern pattern;
        pattern.pattern = u"WELCOME5"_s;
        model.setPattern(pattern);
        const Message m = messageAt(0, 1, 1,
            R"({"order_id":1,"text":")" + QByteArray(500, 'a') + R"(","coupon":"WELCOME5"})");
        const BytesLook look = model.valueLook(m);
        QCOMPARE(look.kind, BytesLook::Kind::Json);
        QVERIFY2(
            look.text.startsWith(u'…') && look.text.contains(u"WELCOME5"), qPrintable(look.text));
        QCOMPARE(model.finder().marks(look.text).size(), 1);
        // Fields and expressions are marked too.
        pattern = {MessagePattern::Mode::Field, u"$.order.coupon"_s, u"WELCOME5"_s};
        QCOMPARE(
            MatchFinder(pattern).marks(uR"("coupon": "WELCOME5")"_s), (QList<TextSpan>{{11, 8}}));
        pattern = {MessagePattern::Mode::Regex, u"5[0-9]{2}"_s, {}};
        QCOMPARE(MatchFinder(pattern).marks(u"a 503 b 512"_s), (QList<TextSpan>{{2, 3}, {8, 3}}));
        // All values of an "in", the longer one where both begin alike.
        pattern = readFilter(u"$.country in (TW, TWN, KR)"_s).pattern;
        QCOMPARE(MatchFinder(pattern).marks(uR"({"country":"KR"})"_s), (QList<TextSpan>{{12, 2}}));
        QCOMPARE(MatchFinder(pattern).marks(uR"({"country":"TWN"})"_s), (QList<TextSpan>{{12, 3}}));
        pattern = readFilter(u"key in (904, 9)"_s).pattern;
        QVERIFY(MatchFinder(pattern).looksAt(MessagePattern::Key));
        QVERIFY(!MatchFinder(pattern).looksAt(MessagePattern::Value));
        QCOMPARE(MatchFinder(pattern).marks(u"904"_s), (QList<TextSpan>{{0, 3}}));
        QVERIFY(MatchFinder(pattern).marks(u"9041"_s).isEmpty());
    }

    void aFilterIsUnderstoodWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<MessagePattern>("wanted");
        using Mode = MessagePattern::Mode;
        const auto row = [](const char* typed, Mode mode, const QString& pattern,
                             const QString& equals, int where, bool exact) {
            QTest::newRow(typed) << QString::fromUtf8(typed)
                                 << MessagePattern{mode, pattern, equals, where, exact};
        };
        row("WELCOME5", Mode::Contains, u"WELCOME5"_s, {}, 7, false);
        row("  two words ", Mode::Contains, u"two words"_s, {}, 7, false);
        row("\"Exact\"", Mode::Contains, u"Exact"_s, {}, 7, true);
        row("key:904", Mode::Contains, u"904"_s, {}, MessagePattern::Key, false);
        row("header: trace", Mode::Contains, u"trace"_s, {}, MessagePattern::Headers, false);
        row("value:x", Mode::Contains, u"x"_s, {}, MessagePattern::Value, false);
        row("$.order.id = 5", Mode::Field, u"$.order.id"_s, u"5"_s, MessagePattern::Value, true);
        row("$.items[0].sku==\"a b\"", Mode::Field, u"$.items[0].sku"_s, u"a b"_s,
            MessagePattern::Value, true);
        row("/5[0-9]{2}/", Mode::Regex, u"5[0-9]{2}"_s, {}, 7, true);
        row("key:/^90/i", Mode::Regex, u"^90"_s, {}, MessagePattern::Key, false);
        row("is:tombstone", Mode::Tombstone, u"tombstone"_s, {}, MessagePattern::Value, true);
        row("value = null", Mode::Tombstone, u"tombstone"_s, {}, MessagePattern::Value, true);
        row("tombstone", Mode::Contains, u"tombstone"_s, {}, 7, false);
        row("$.c in (TW)", Mode::Field, u"$.c"_s, u"TW"_s, MessagePattern::Value, true);
        MessagePattern several{Mode::Field, u"$.country"_s, u"TW"_s, MessagePattern::Value, true};
        several.others = {u"K, R"_s, u"7"_s};
        for (const QString& typed :
            {u"$.country in (TW, \"K, R\",7)"_s, u"country IN (\"TW\", \"K, R\", 7)"_s})
            QTest::newRow(qPrintable(typed)) << typed << several;
        const auto oneOf = [](const char* typed, const QString& header, int where) {
            MessagePattern wanted{Mode::OneOf, u"a, b "_s, header, where, true};
            wanted.others = {u"a"_s, u"b"_s};
            QTest::newRow(typed) << QString::fromUtf8(typed) << wanted;
        };
        oneOf("key in (a, b)", {}, MessagePattern::Key);
        oneOf("Value in (a, \"b\")", {}, MessagePattern::Value);
        oneOf("header:region in (a, b)", u"region"_s, MessagePattern::Headers);
        row("$.key in (a)", Mode::Field, u"$.key"_s, u"a"_s, MessagePattern::Value, true);
    }
    void aFilterIsUnderstoodWhileItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(MessagePattern, wanted);
        const MessageFilter filter = readFilter(typed);
        QVERIFY(filter.isValid());
        QCOMPARE(filter.pattern, wanted);
        QCOMPARE(patternOf(patternJson(wanted)), wanted); // as it is kept
        QVERIFY(!filter.understood.isEmpty());
    }

    void aFilterSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("at");
        QTest::newRow("no value") << u"$.order.id"_s << 10;
        QTest::newRow("nothing after =") << u"$.order.id ="_s << 12;
        QTest::newRow("no path") << u"$..a = 1"_s << 0;
        QTest::newRow("open expression") << u"/abc"_s << 4;
        QTest::newRow("unknown option") << u"/abc/x"_s << 5;
        QTest::newRow("bad expression") << u"key:/a(b/"_s << 8;
        QTest::newRow("no value between commas") << u"$.a in (TW,,KR)"_s << 8;
        QTest::newRow("no values at all") << u"$.a in ()"_s << 8;
        QTest::newRow("nothing after key:") << u"key: "_s << 4;
        QTest::newRow("open list") << u"$.a in (TW, KR"_s << 14;
        QTest::newRow("open list of keys") << u"key in ("_s << 8;
        QTest::newRow("open quotation") << u"key in (a, \"b)"_s << 11;
    }
    void aFilterSaysWhatIsWrong()
    {
        QFETCH(QString, typed);
        QFETCH(int, at);
        const MessageFilter filter = readFilter(typed);
        QVERIFY(!filter.isValid());
        QVERIFY(filter.isEmpty());
        QCOMPARE(int(filter.problemAt), at);
    }

    void placesAreTyped()
    {
        const QTimeZone zone("Asia/Taipei");
        const QDateTime now(QDate(2026, 3, 17), QTime(6, 5), Qt::UTC);
        using Kind = TopicPlace::Kind;
        const auto read = [&](const QString& text) {
            return readPlace(text, Kind::End, zone, now);
        };
        QCOMPARE(read({}).place.kind, Kind::End);
        QCOMPARE(read(u"begin"_s).place.kind, Kind::Begin);
        QCOMPARE(read(u"88,002,131"_s).place, (TopicPlace{Kind::Offset, 88002131, {}}));
        QCOMPARE(read(u"2026-03-17 13:40"_s).place.time,
            QDateTime(QDate(2026, 3, 17), QTime(5, 40), Qt::UTC));
        QCOMPARE(read(u"2026-03-17T05:40:01.5Z"_s).place.time,
            QDateTime(QDate(2026, 3, 17), QTime(5, 40, 1, 500), Qt::UTC));
        QCOMPARE(read(u"13:40:00.120"_s).place.time,
            QDateTime(QDate(2026, 3, 17), QTime(5, 40, 0, 120), Qt::UTC));
        QCOMPARE(read(u"-15m"_s).place.time, now.addSecs(-900));
        QCOMPARE(read(u"now"_s).place.time, now);
        for (const auto* bad : {"yesterday", "-5", "2026-13-01", "25:00", "1:00:99", "-5 x"})
            QVERIFY2(!read(QString::fromLatin1(bad)).problem.isEmpty(), bad);
        const TopicPlace place{Kind::Time, 0, now};
        QCOMPARE(writtenPlace(place, zone), u"2026-03-17 14:05:00.000"_s);
        QCOMPARE(read(writtenPlace(place, zone)).place, place);
    }

    void partitionsAreTyped()
    {
        QCOMPARE(readPartitions(u"0-3, 17"_s, 48).partitions, (std::vector<int>{0, 1, 2, 3, 17}));
        QVERIFY(readPartitions(u"all"_s, 48).partitions.empty());
        QVERIFY(readPartitions(u"0-47"_s, 48).partitions.empty());
        QVERIFY(!readPartitions(u"48"_s, 48).problem.isEmpty());
        QVERIFY(!readPartitions(u"3-1"_s, 48).problem.isEmpty());
        QVERIFY(!readPartitions(u"x"_s, 0).problem.isEmpty());
        QCOMPARE(writtenPartitions({0, 1, 2, 3, 17, 20, 21}), u"0-3, 17, 20, 21"_s);
    }

    void jsonIsIndentedAsWritten()
    {
        QCOMPARE(indentedJson("{\"a\":[1.50,{\"b\":\"x{,}\\\"\"}],\"c\":{},\"d\":[ ]}"),
            QByteArray("{\n  \"a\": [\n    1.50,\n    {\n      \"b\": \"x{,}\\\"\"\n    }\n  ],\n"
                       "  \"c\": {},\n  \"d\": []\n}"));
        const DecodedBytes decoded = decodedBytesHere(R"({"id":5,"x":null})", true);
        QCOMPARE(decoded.format, u"JSON"_s);
        QCOMPARE(decoded.root.children.size(), 2u);
        QVERIFY(decoded.root.children[1].isNull);
        QCOMPARE(decodedBytesHere(R"({"id":)", false).format, u"Text"_s);
    }

    void hitsKeepEverythingAndTheirOrder()
    {
        Runtime runtime;
        QTemporaryDir folder;
        TableStoreOptions options;
        options.residentBytes = 256 << 10; // most of it goes to the file
        options.rowsPerChunk = 1'000;
        options.spillFolder = folder.path();
        HitStore store(runtime, u"t"_s, options);
        HitModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(&store);
        // Three partitions, their times interleaved, arriving partition by partition.
        constexpr int kEach = 4'000;
        for (int p = 0; p < 3; ++p)
            for (int i = 0; i < kEach; i += 250) {
                std::vector<Message> batch;
                for (int n = i; n < i + 250; ++n)
                    batch.push_back(messageAt(p, n, 10'000 + n * 3 + p, QByteArray(100, 'v')));
                store.append(std::move(batch));
                QTRY_VERIFY(!store.isBehind());
            }
        QTRY_COMPARE(store.rowCount(), 3 * kEach);
        QTRY_COMPARE(model.rowCount(), 3 * kEach);
        QVERIFY(store.spilledBytes() > 0);
        const auto at = [&](int row) -> const Message* {
            (void)QTest::qWaitFor([&] { return model.messageAt(row) != nullptr; });
            return model.messageAt(row);
        };
        QCOMPARE(at(0)->timestamp, 10'000 + (kEach - 1) * 3 + 2);
        QCOMPARE(at(3 * kEach - 1)->timestamp, 10'000);
        QCOMPARE(at(1)->partition, 1);
        // What is selected stays.
        const QPersistentModelIndex chosen(model.index(5, 0));
        const qint64 row = model.storeRow(5);
        model.sort(HitModel::Time, Qt::AscendingOrder);
        QCOMPARE(model.storeRow(chosen.row()), row);
        QCOMPARE(at(0)->timestamp, 10'000);
        model.setPartitions({1});
        QCOMPARE(model.rowCount(), kEach);
        QCOMPARE(at(0)->partition, 1);
        QCOMPARE(store.hitsBy().at(1), kEach);
        // A search that goes on may tell some twice.
        QCOMPARE(store.append({messageAt(1, kEach - 1, 1), messageAt(1, kEach, 2)}), 1);
        QTRY_COMPARE(model.rowCount(), kEach + 1);
        // Null and empty, headers and flags come back as they were.
        Message odd = messageAt(7, 1, -1, {});
        odd.key = QByteArray("");
        odd.headers = {{"a", "1"}, {"a", {}}, {"", "\xff"}};
        odd.transactional = true;
        odd.codec = u"zstd"_s;
        store.append({odd});
        QTRY_COMPARE(store.rowCount(), 3 * kEach + 2);
        QTRY_VERIFY(store.message(3 * kEach + 1));
        QCOMPARE(*store.message(3 * kEach + 1), odd);
        QVERIFY(store.message(3 * kEach + 1)->value.isNull());
        QVERIFY(!store.message(3 * kEach + 1)->key.isNull());
    }

    void manyHitsAreSortedBesideTheWindow()
    {
        Runtime runtime;
        HitStore store(runtime, u"t"_s);
        HitModel model;
        model.setStore(&store);
        constexpr int kHits = 60'000;
        for (int i = 0; i < kHits; i += 1'000) {
            std::vector<Message> batch;
            for (int n = i; n < i + 1'000; ++n)
                batch.push_back(messageAt(n % 3, n, (n * 7919) % 100'003));
            store.append(std::move(batch));
            QTRY_VERIFY(!store.isBehind());
        }
        QTRY_COMPARE(model.rowCount(), kHits);
        model.sort(HitModel::Time, Qt::AscendingOrder);
        QVERIFY(model.isSorting());
        store.append({messageAt(0, kHits, -1)}); // comes meanwhile
        QTRY_COMPARE(model.rowCount(), kHits + 1);
        QVERIFY(!model.isSorting());
        qint64 last = std::numeric_limits<qint64>::min();
        for (int row = 0; row < model.rowCount(); ++row) {
            const qint64 time = store.entry(model.storeRow(row)).time;
            QVERIFY(time >= last);
            last = time;
        }
    }

    void exportsLoseNothing()
    {
        Message m = messageAt(5, 88, 1'742'191'511'361, "line\nwith \"quotes\", and more");
        m.headers = {{"trace-id", "7f"}, {"trace-id", "\xfe\xff"}};
        QByteArray json;
        MessageWriter(MessageFormat::JsonLines).write(json, m);
        QVERIFY(json.endsWith('\n') && json.count('\n') == 1);
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(object[u"value"_s].toString().toUtf8(), m.value);
        QCOMPARE(object[u"offset"_s].toInteger(), 88);
        QCOMPARE(object[u"timestamp"_s].toString(), u"2025-03-17T06:05:11.361Z"_s);
        QCOMPARE(object[u"headers"_s][1][u"valueBase64"_s].toString(), u"/v8="_s);
        QByteArray csv;
        const MessageWriter table(MessageFormat::Csv);
        table.begin(csv);
        table.write(csv, m);
        QVERIFY(csv.contains("5,88,2025-03-17T06:05:11.361Z,CreateTime,k88,"
                             "\"line\nwith \"\"quotes\"\", and more\","));
        m.value = {};
        csv.clear();
        m.headers.clear();
        table.write(csv, m);
        QVERIFY2(csv.endsWith("k88,,\r\n"), csv.constData());
        m.value = QByteArray("");
        csv.clear();
        table.write(csv, m);
        QVERIFY2(csv.endsWith("k88,\"\",\r\n"), csv.constData());
        QByteArray raw;
        m.value = QByteArray("\0\xff", 2);
        MessageWriter(MessageFormat::Raw).write(raw, m);
        QCOMPARE(raw, QByteArray("\0\xff\n", 3));
    }

    void searchesAreSavedAndRead()
    {
        SearchQuery query;
        query.topic = u"shop.orders.v1"_s;
        query.partitions = {1, 5};
        query.from
            = {TopicPlace::Kind::Time, 0, QDateTime(QDate(2026, 3, 17), QTime(5, 40), Qt::UTC)};
        query.to = {TopicPlace::Kind::Offset, 5'000'000'000, {}};
        query.isolation = Isolation::Uncommitted;
        query.pattern = {MessagePattern::Mode::Field, u"$.a"_s, u"5"_s, 4, true};
        const SearchQuery read
            = queryOf(QJsonDocument::fromJson(QJsonDocument(queryJson(query)).toJson()).object());
        QCOMPARE(read.topic, query.topic);
        QCOMPARE(read.partitions, query.partitions);
        QCOMPARE(read.from, query.from);
        QCOMPARE(read.to, query.to);
        QCOMPARE(read.isolation, query.isolation);
        QCOMPARE(read.pattern, query.pattern);
    }
};

PH_TEST_MAIN(QCoreApplication, TestMessageModels)
#include "tst_messagemodels.moc"
