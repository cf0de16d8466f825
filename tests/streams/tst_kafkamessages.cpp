// SPDX-License-Identifier: GPL-3.0-or-later
// The contract Messages against Kafka 3.9 and 4: pages, tails and searches find what was written.
#include "streams/api/messages.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>

#include <set>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class KafkaMessagesTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<OwnKafka>> m_servers;
    std::map<int, std::unique_ptr<KafkaTestClient>> m_clients;
    OwnKafka* m_kafka = nullptr;
    KafkaTestClient* m_client = nullptr;

    Messages& messages() const { return m_client->as<Messages>(); }
    static PageQuery pageOf(const QString& topic)
    {
        PageQuery query;
        query.topic = topic;
        return query;
    }
    static std::set<std::pair<int, qint64>> placesOf(const std::vector<Message>& all)
    {
        std::set<std::pair<int, qint64>> out;
        for (const Message& m : all)
            out.emplace(m.partition, m.offset);
        return out;
    }
    std::vector<Message> found(const SearchQuery& query, SearchProgress* last = nullptr)
    {
        const auto all = collect(messages().search(query));
        if (!all.end || !*all.end) {
            qWarning("search: %s", all.end ? qPrintable(wordsOf(*all.end)) : "no end");
            return {};
        }
        std::vector<Message> out;
        for (const SearchBatch& batch : all.values)
            out.insert(out.end(), batch.hits.begin(), batch.hits.end());
        if (last && !all.values.empty())
            *last = all.values.back().progress;
        return out;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3.9") << 3;
        QTest::newRow("4") << 4;
    }
    void init()
    {
        QFETCH_GLOBAL(int, major);
        auto& server = m_servers[major];
        if (!server) {
            server = std::make_unique<OwnKafka>(OwnKafka::Options{.major = major});
            if (server->problem().isEmpty()) {
                server->ask({u"create"_s, u"numbers"_s, u"3"_s});
                server->ask({u"fill"_s, u"numbers"_s, u"3000"_s});
            }
        }
        PH_NEED_KAFKA(*server);
        auto& client = m_clients[major];
        if (!client)
            client = std::make_unique<KafkaTestClient>(*server);
        m_kafka = server.get();
        m_client = client.get();
    }

    void bytesAreAsWritten()
    {
        m_kafka->ask({u"create"_s, u"bytes"_s, u"1"_s});
        m_kafka->ask({u"write"_s, u"bytes"_s},
            "{\"key\": \"k\", \"value\": {\"base64\": \"AP8=\"},"
            " \"headers\": [[\"h\", \"x\"], [\"h\", null]], \"timestamp\": 7}\n"
            "{\"key\": null, \"value\": \"\", \"timestamp\": 8}\n"
            "{\"key\": \"gone\", \"value\": null, \"timestamp\": 9}\n");
        const auto page = await(messages().page(pageOf(u"bytes"_s)));
        QVERIFY2(page.has_value(), qPrintable(wordsOf(page)));
        QCOMPARE(page->messages.size(), size_t(3));
        const Message& first = page->messages[0];
        QCOMPARE(first.key, QByteArray("k"));
        QCOMPARE(first.value, QByteArray("\0\xff", 2));
        QCOMPARE(first.headers, (std::vector<MessageHeader>{{"h", "x"}, {"h", QByteArray()}}));
        QVERIFY(first.headers[1].value.isNull());
        QCOMPARE(first.timestamp, 7);
        QCOMPARE(first.timeKind, Message::TimeKind::Create);
        QVERIFY(page->messages[1].key.isNull());
        QVERIFY(!page->messages[1].value.isNull());
        QVERIFY(page->messages[2].value.isNull());
        QVERIFY(page->atBegin && page->atEnd);
    }

    void everyCodec_data()
    {
        QTest::addColumn<QString>("codec");
        for (const char* codec : {"gzip", "snappy", "lz4", "zstd"})
            QTest::newRow(codec) << QString::fromLatin1(codec);
    }
    void everyCodec()
    {
        QFETCH(QString, codec);
        const QString topic = u"packed."_s + codec;
        m_kafka->ask({u"create"_s, topic, u"1"_s});
        m_kafka->ask({u"fill"_s, topic, u"2000"_s, u"codec="_s + codec});
        SearchQuery query;
        query.topic = topic;
        const auto all = found(query);
        QCOMPARE(all.size(), size_t(2000));
        // A search need not tell it.
        const auto one = await(messages().message(topic, 0, 0));
        QVERIFY(one.has_value());
        QCOMPARE(one->codec, codec);
        QVERIFY(all[1234].value.startsWith("record 1234 "));
    }

    void aLargeMessage()
    {
        m_kafka->ask({u"create"_s, u"large"_s, u"1"_s, u"1"_s, u"max.message.bytes=16000000"_s});
        m_kafka->ask({u"fill"_s, u"large"_s, u"2"_s, u"bytes=10000000"_s});
        const auto page = await(messages().page(pageOf(u"large"_s)));
        QVERIFY2(page.has_value(), qPrintable(wordsOf(page)));
        QCOMPARE(page->messages.size(), size_t(2));
        QVERIFY(page->messages[0].isCut());
        QCOMPARE(page->messages[0].value.size(), kCutValue);
        QCOMPARE(page->messages[0].valueSize, 10'000'000);
        const auto whole = await(messages().message(u"large"_s, 0, 1));
        QVERIFY(whole.has_value());
        QCOMPARE(whole->value.size(), 10'000'000);
        SearchQuery query;
        query.topic = u"large"_s;
        const auto both = found(query);
        QCOMPARE(both.size(), size_t(2));
        QCOMPARE(both[1].value.size(), kCutValue);
        QCOMPARE(both[1].valueSize, 10'000'000);
        const auto none = await(messages().message(u"large"_s, 0, 2));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    // Page by page, forwards and back, each message comes once.
    void pagesLeaveNothingOut()
    {
        PageQuery query = pageOf(u"numbers"_s);
        query.from = {TopicPlace::Kind::Begin, 0, {}};
        query.limit = 700;
        std::vector<Message> all;
        for (int i = 0; i < 20; ++i) {
            const auto page = await(messages().page(query));
            QVERIFY2(page.has_value(), qPrintable(wordsOf(page)));
            QVERIFY(page->messages.size() <= 700);
            all.insert(all.end(), page->messages.begin(), page->messages.end());
            query.positions = page->next;
            if (page->atEnd)
                break;
        }
        QCOMPARE(all.size(), size_t(3000));
        QCOMPARE(placesOf(all).size(), size_t(3000));

        PageQuery back = pageOf(u"numbers"_s);
        back.from = {TopicPlace::Kind::BeforeEnd, 400, {}};
        back.limit = 400;
        std::vector<Message> reverse;
        for (int i = 0; i < 30; ++i) {
            const auto page = await(messages().page(back));
            QVERIFY2(page.has_value(), qPrintable(wordsOf(page)));
            reverse.insert(reverse.end(), page->messages.begin(), page->messages.end());
            back.positions = page->previous;
            back.backwards = true;
            if (page->atBegin)
                break;
        }
        QCOMPARE(reverse.size(), size_t(3000));
        QCOMPARE(placesOf(reverse), placesOf(all));
    }

    void fromATime()
    {
        m_kafka->ask({u"create"_s, u"times"_s, u"2"_s, u"1"_s, u"retention.ms=-1"_s});
        m_kafka->ask({u"write"_s, u"times"_s},
            "{\"partition\": 0, \"value\": \"a\", \"timestamp\": 1000}\n"
            "{\"partition\": 1, \"value\": \"b\", \"timestamp\": 2000}\n"
            "{\"partition\": 0, \"value\": \"c\", \"timestamp\": 3000}\n");
        PageQuery query = pageOf(u"times"_s);
        query.from = {TopicPlace::Kind::Time, 0, QDateTime::fromMSecsSinceEpoch(2000, Qt::UTC)};
        const auto page = await(messages().page(query));
        QVERIFY(page.has_value());
        QCOMPARE(page->messages.size(), size_t(2));
        QCOMPARE(page->messages[0].value, QByteArray("b"));
        QCOMPARE(page->messages[1].value, QByteArray("c"));
    }

    // Clocks of producers, or ours, that are far off: nothing is lost, and places in time hold.
    void clocksThatAreWrong()
    {
        m_kafka->ask({u"create"_s, u"skewed"_s, u"1"_s, u"1"_s,
            u"message.timestamp.after.max.ms=9223372036854775807"_s});
        m_kafka->ask({u"write"_s, u"skewed"_s},
            "{\"value\": \"2100\", \"timestamp\": 4102444800000}\n"
            "{\"value\": \"1970\", \"timestamp\": 1}\n"
            "{\"value\": \"2001\", \"timestamp\": 1000000000000}\n");
        const auto page = await(messages().page(pageOf(u"skewed"_s)));
        QVERIFY2(page.has_value(), qPrintable(wordsOf(page)));
        QCOMPARE(page->messages.size(), size_t(3));
        SearchQuery query;
        query.topic = u"skewed"_s;
        SearchProgress last;
        const auto all = found(query, &last);
        QCOMPARE(all.size(), size_t(3));
        QCOMPARE(all[0].timestamp, 4102444800000);
        QCOMPARE(all[1].timestamp, 1);
        QCOMPARE(last.done(), last.total());
        // The first message of that time or later, then all that follow it.
        query.from = {TopicPlace::Kind::Time, 0, QDateTime::fromMSecsSinceEpoch(2, Qt::UTC)};
        QCOMPARE(found(query).size(), size_t(3));
        query.from.time = QDateTime::fromMSecsSinceEpoch(4102444800001, Qt::UTC);
        QCOMPARE(found(query).size(), size_t(0));
    }

    void onlyWhatIsCommitted()
    {
        m_kafka->ask({u"create"_s, u"paid"_s, u"1"_s});
        m_kafka->ask({u"transact"_s, u"paid"_s, u"3"_s, u"commit"_s});
        m_kafka->ask({u"transact"_s, u"paid"_s, u"4"_s, u"abort"_s});
        m_kafka->ask({u"transact"_s, u"paid"_s, u"2"_s, u"hang"_s});
        const auto committed = await(messages().page(pageOf(u"paid"_s)));
        QVERIFY(committed.has_value());
        QCOMPARE(committed->messages.size(), size_t(3));
        QVERIFY(committed->messages.front().transactional);
        PageQuery query = pageOf(u"paid"_s);
        query.isolation = Isolation::Uncommitted;
        const auto all = await(messages().page(query));
        QVERIFY(all.has_value());
        QCOMPARE(all->messages.size(), size_t(9));
        SearchQuery search;
        search.topic = u"paid"_s;
        QCOMPARE(found(search).size(), size_t(3)); // and it ends before what hangs
    }

    void searchesByBytes_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("equals");
        QTest::addColumn<int>("where");
        QTest::addColumn<QByteArray>("values");
        using Mode = MessagePattern::Mode;
        const auto row = [](const char* name, Mode mode, const char16_t* pattern,
                             const char16_t* equals, int where, const char* values) {
            QTest::newRow(name) << int(mode) << QString::fromUtf16(pattern)
                                << QString::fromUtf16(equals) << where << QByteArray(values);
        };
        row("value", Mode::Contains, u"WELCOME5", u"", MessagePattern::Value, "ac");
        row("key", Mode::Contains, u"k-b", u"", MessagePattern::Key, "b");
        row("header", Mode::Contains, u"trace-9", u"", MessagePattern::Headers, "c");
        row("anywhere", Mode::Contains, u"9", u"", MessagePattern::Anywhere, "bc");
        row("not text", Mode::Contains, u"金", u"", MessagePattern::Anywhere, "b");
        row("regex", Mode::Regex, u"WELCOME[0-9]\"", u"", MessagePattern::Value, "ac");
        row("field", Mode::Field, u"$.order.items[1].qty", u"2", MessagePattern::Value, "a");
        row("field text", Mode::Field, u"coupon", u"WELCOME5", MessagePattern::Value, "ac");
        row("none", Mode::Contains, u"nowhere", u"", MessagePattern::Anywhere, "");
    }
    void searchesByBytes()
    {
        QFETCH(int, mode);
        QFETCH(QString, pattern);
        QFETCH(QString, equals);
        QFETCH(int, where);
        QFETCH(QByteArray, values);
        if (m_kafka->ask({u"metadata"_s})
                .toObject()
                .value(u"topics"_s)
                .toObject()
                .contains(u"orders"_s)
            == false) {
            m_kafka->ask({u"create"_s, u"orders"_s, u"2"_s});
            m_kafka->ask({u"write"_s, u"orders"_s},
                "{\"key\": \"k-a\", \"value\": "
                "\"{\\\"n\\\":\\\"a\\\",\\\"coupon\\\":\\\"WELCOME5\\\","
                "\\\"order\\\":{\\\"items\\\":[{\\\"qty\\\":1},{\\\"qty\\\":2}]}}\"}\n"
                "{\"key\": \"k-b\", \"value\": \"{\\\"n\\\":\\\"b\\\",\\\"name\\\":\\\"金 "
                "9\\\"}\"}\n"
                "{\"key\": \"k-c\", \"value\": "
                "\"{\\\"n\\\":\\\"c\\\",\\\"coupon\\\":\\\"WELCOME5\\\"}\","
                " \"headers\": [[\"id\", \"trace-9\"]]}\n");
        }
        SearchQuery query;
        query.topic = u"orders"_s;
        query.pattern = {MessagePattern::Mode(mode), pattern, equals, where, true};
        SearchProgress last;
        QByteArray got;
        for (const Message& m : found(query, &last))
            got += m.key.right(1);
        std::sort(got.begin(), got.end());
        QCOMPARE(got, values);
        QCOMPARE(last.state.messages, 3);
        QCOMPARE(last.done(), last.total());
        QCOMPARE(last.hits, values.size());
    }

    void aPatternThatIsNone()
    {
        SearchQuery query;
        query.topic = u"numbers"_s;
        query.pattern = {MessagePattern::Mode::Regex, u"a("_s, {}, MessagePattern::Anywhere, true};
        const auto all = collect(messages().search(query));
        QVERIFY(all.end && !*all.end);
        QCOMPARE(all.end->error().kind, Error::Kind::Refused);
    }

    // Cut off somewhere and taken up again, a search finds what it would have found at once.
    void aSearchGoesOnWhereItWasCutOff()
    {
        SearchQuery query;
        query.topic = u"numbers"_s;
        query.pattern.pattern = u"7 "_s;
        const auto whole = placesOf(found(query));
        QVERIFY(whole.size() > 100);
        query.limit = 40;
        SearchProgress last;
        auto part = placesOf(found(query, &last));
        QCOMPARE(part.size(), size_t(40));
        query.limit = 0;
        query.resume = last.state.positions;
        for (const auto& place : placesOf(found(query)))
            part.insert(place);
        QCOMPARE(part, whole);
    }

    void aSearchBetweenTwoEnds()
    {
        SearchQuery query;
        query.topic = u"numbers"_s;
        query.partitions = {1};
        query.from = {TopicPlace::Kind::Offset, 100, {}};
        query.to = {TopicPlace::Kind::Offset, 150, {}};
        const auto some = found(query);
        QCOMPARE(some.size(), size_t(50));
        QCOMPARE(some.front().offset, 100);
        QCOMPARE(some.back().offset, 149);
    }

    void aSearchIsHeldAndCancelled()
    {
        SearchQuery query;
        query.topic = u"numbers"_s;
        query.hold = std::make_shared<std::atomic<bool>>(true);
        QObject context;
        qint64 seen = 0;
        bool ended = false;
        auto stream = messages().search(query).attach(
            &context,
            [&](std::vector<SearchBatch>&& b) { seen = b.back().progress.state.messages; },
            [&](VoidResult) { ended = true; });
        QTRY_VERIFY(m_client->adapter->connections() > 0);
        QVERIFY(!ended);
        QCOMPARE(seen, 0);
        query.hold->store(false);
        QTRY_VERIFY_WITH_TIMEOUT(ended, 30'000);
        QCOMPARE(seen, 3000);
    }

    void aTailFollows()
    {
        m_kafka->ask({u"create"_s, u"live"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"live"_s, u"10"_s});
        std::vector<Message> came;
        Mailbox<Message> box(m_client->runtime, 1000, [&](std::vector<Message>&& some, quint64) {
            std::move(some.begin(), some.end(), std::back_inserter(came));
        });
        TailQuery query;
        query.topic = u"live"_s;
        query.filter.pattern = u"1 "_s;
        QObject context;
        ReadState state;
        std::optional<VoidResult> end;
        auto stream = messages()
                          .tail(query, box.writer())
                          .attach(
                              &context, [&](std::vector<ReadState>&& s) { state = s.back(); },
                              [&](VoidResult e) { end = e; });
        QTRY_COMPARE_WITH_TIMEOUT(state.positions.size(), size_t(2), 20'000);
        QCOMPARE(state.messages, 0); // what was there before is not its business
        m_kafka->ask({u"fill"_s, u"live"_s, u"100"_s});
        QTRY_COMPARE_WITH_TIMEOUT(state.messages, 100, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), size_t(10), 20'000); // 1, 11 … 91
        QCOMPARE(state.matched, 10);
        QVERIFY(!end);
        m_kafka->ask({u"delete"_s, u"live"_s});
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 60'000);
        QCOMPARE(end->error().kind, Error::Kind::NotFound);
    }

    void whatDoesNotFitIsCounted()
    {
        quint64 dropped = 0;
        quint64 came = 0;
        Mailbox<Message> box(
            m_client->runtime, 100, [&](std::vector<Message>&& some, quint64 lost) {
                came += some.size();
                dropped += lost;
            });
        TailQuery query;
        query.topic = u"numbers"_s;
        query.from = {TopicPlace::Kind::Begin, 0, {}};
        QObject context;
        auto stream = messages()
                          .tail(query, box.writer())
                          .attach(
                              &context, [](std::vector<ReadState>&&) {}, [](VoidResult) {});
        QTRY_COMPARE_WITH_TIMEOUT(came + dropped, quint64(3000), 30'000);
    }

    void nobodyJoinsAGroup()
    {
        const auto groups = m_kafka->ask({u"group"_s, u"pilothouse"_s}).toObject();
        QVERIFY(groups.value(u"members"_s).toObject().isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaMessagesTest)
#include "tst_kafkamessages.moc"
