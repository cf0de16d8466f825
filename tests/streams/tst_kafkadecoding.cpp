// SPDX-License-Identifier: GPL-3.0-or-later
// The contract Decoding with a registry, and searching for a field of framed values on real
// brokers. Commands of the user's own, with all their ways of going wrong.
#include "streams/api/acts.h"
#include "streams/api/decoding.h"
#include "streams/kafka/registrydecoder.h"
#include "tests/core/http/testserver.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

using State = TaskStatus::State;

namespace
{

// {"id": 7, "item": "tea"} by fastavro.
const QByteArray kTea = QByteArray::fromHex("00000000010e06746561");
const QByteArray kBun = QByteArray::fromHex("00000000011006"
                                            "62756e"); // 8, "bun"

// A registry of one schema.
bool answerOf(const ServerRequest& request, const TestServer::Write& write)
{
    if (request.target == "/schemas/ids/1")
        return write(TestServer::answer(200,
            "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"T\\\",\\\"fields\\\":["
            "{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"long\\\"},{\\\"name\\\":\\\"item\\\","
            "\\\"type\\\":\\\"string\\\"}]}\"}"));
    if (request.target == "/schemas/ids/1/versions")
        return write(TestServer::answer(200, "[{\"subject\":\"tea-value\",\"version\":3}]"));
    return write(
        TestServer::answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"));
}

Message messageOf(const QByteArray& value)
{
    Message out;
    out.topic = u"tea"_s;
    out.value = value;
    out.valueSize = value.size();
    return out;
}

Token tokenFor(milliseconds limit)
{
    const auto job = std::make_shared<detail::JobState>();
    job->deadline = (Clock::now() + limit).time_since_epoch().count();
    return Token(job);
}

} // namespace

class KafkaDecodingTest final : public QObject
{
    Q_OBJECT

    static ServiceConfig configFor(const QString& registry)
    {
        ServiceConfig config;
        config.id = u"shop"_s;
        config.address = u"127.0.0.1:1"_s;
        config.ns = u"kafka://shop"_s;
        if (!registry.isEmpty())
            config.options.insert(u"registry"_s, registry);
        return config;
    }
    static QString urlOf(const TestServer& server)
    {
        return u"http://127.0.0.1:%1"_s.arg(server.port());
    }

private Q_SLOTS:
    void manyWithOneAsked()
    {
        TestServer server(answerOf);
        KafkaTestClient client(configFor(urlOf(server)));
        const std::vector<Message> messages(500, messageOf(kTea));
        const auto told = await(client.as<Decoding>().decode(messages, {}));
        QVERIFY2(told.has_value(), qPrintable(wordsOf(told)));
        QCOMPARE(told->size(), size_t(500));
        const DecodedBytes& value = told->back().value;
        QCOMPARE(value.format, u"Avro"_s);
        QCOMPARE(value.json, QByteArray("{\"id\":7,\"item\":\"tea\"}"));
        QVERIFY(value.schema.has_value());
        QCOMPARE(value.schema->subject, u"tea-value"_s);
        QCOMPARE(value.schema->version, 3);
        QCOMPARE(server.requests(), 2);
    }

    void aRegistryThatIsAwayIsAskedOnce()
    {
        TestServer server([](const ServerRequest&, const TestServer::Write& write) {
            return write(TestServer::answer(500, "{}"));
        });
        KafkaTestClient client(configFor(urlOf(server)));
        std::vector<Message> messages;
        for (char id = 1; id < 100; ++id) {
            QByteArray value = kTea;
            value[4] = id;
            messages.push_back(messageOf(value));
        }
        const auto told = await(client.as<Decoding>().decode(messages, {}));
        QVERIFY2(told.has_value(), qPrintable(wordsOf(told)));
        QVERIFY(server.requests() <= 2); // and once more
        for (const DecodedMessage& one : *told)
            QVERIFY(one.value.problem.has_value() && one.value.schemaId.has_value());
    }

    // What one message of a search costs, printed; a limit far above that of a slow machine.
    void manyFieldsInAMoment()
    {
        TestServer server(answerOf);
        ServiceConfig config = configFor(urlOf(server));
        const auto place = restPlacesOf(
            AdapterContext{config, {}, nullptr, nullptr, nullptr}, u"registry"_s, nullptr, nullptr);
        QCOMPARE(place.size(), size_t(1));
        RegistryDecoder decoder(place.front(), std::make_shared<SchemaCache>());
        const Token token = tokenFor(std::chrono::seconds(60));
        QCOMPARE(decoder.framedJson(kTea, {}, token).value_or("?"),
            QByteArray("{\"id\":7,\"item\":\"tea\"}"));
        constexpr int kMessages = 50'000;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < kMessages; ++i)
            (void)decoder.framedJson(kTea, {}, token);
        qInfo("%d framed values in %lld ms", kMessages, clock.elapsed());
        QVERIFY(clock.elapsed() < 10'000);
    }

    void withoutARegistry()
    {
        KafkaTestClient client(configFor({}));
        const auto told
            = await(client.as<Decoding>().decode({messageOf(kTea), messageOf("{\"a\":1}")}, {}));
        QVERIFY(told.has_value());
        QVERIFY(told->front().value.problem.has_value());
        QCOMPARE(told->back().value.format, u"JSON"_s);
    }

    void commands()
    {
        const Token token = tokenFor(std::chrono::seconds(60));
        const auto run = [&](const QStringList& command, const QByteArray& input,
                             milliseconds limit = milliseconds(10'000)) {
            return runCommand(command, input, limit, token);
        };
        QCOMPARE(run({u"tr"_s, u"a-z"_s, u"A-Z"_s}, "tea").value_or("?"), QByteArray("TEA"));
        QCOMPARE(run({u"true"_s}, QByteArray(2 << 20, 'x')).value_or("?"), QByteArray());
        const auto none = run({u"/no/such/program"_s}, "tea");
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
        const auto bad = run({u"sh"_s, u"-c"_s, u"echo broken >&2; exit 3"_s}, "tea");
        QVERIFY(!bad);
        QVERIFY(bad.error().detail.contains("broken"_L1));
        const auto slow = run({u"sleep"_s, u"60"_s}, "tea", milliseconds(200));
        QVERIFY(!slow);
        QCOMPARE(slow.error().kind, Error::Kind::Timeout);
        const auto endless = run({u"yes"_s}, "tea");
        QVERIFY(!endless);
        QCOMPARE(endless.error().kind, Error::Kind::Protocol);
        const auto late = runCommand(
            {u"sleep"_s, u"60"_s}, "tea", std::chrono::seconds(50), tokenFor(milliseconds(200)));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::Timeout);
    }

    void aCommandByTheContract()
    {
        KafkaTestClient client(configFor({}));
        DecodeChoice choice;
        choice.command = QStringList{u"tr"_s, u"a-z"_s, u"A-Z"_s};
        const auto told = await(client.as<Decoding>().decode({messageOf("{\"a\":1}")}, choice));
        QVERIFY(told.has_value());
        QCOMPARE(told->front().value.json, QByteArray("{\"A\":1}"));
        // Nobody waits any more: the process goes.
        choice.command = QStringList{u"sleep"_s, u"60"_s};
        QElapsedTimer clock;
        clock.start();
        {
            auto call
                = client.as<Decoding>().decode({messageOf("x")}, choice).onDone(this, [](auto) {});
        }
        choice.command = QStringList{u"cat"_s};
        QVERIFY(await(client.as<Decoding>().decode({messageOf("x")}, choice)).has_value());
        QVERIFY(clock.elapsed() < 5'000);
    }

    void fieldsOfFramedValuesAreFound()
    {
        OwnKafka kafka(OwnKafka::Options{.major = 4});
        PH_NEED_KAFKA(kafka);
        kafka.ask({u"create"_s, u"tea"_s, u"1"_s});
        TestServer server(answerOf);
        ServiceConfig config = kafka.config();
        config.options.insert(u"registry"_s, urlOf(server));
        KafkaTestClient client(config, kafka.password());
        ProduceRequest request;
        request.topic = u"tea"_s;
        for (const QByteArray& value :
            {kTea, kBun, QByteArray("{\"id\":9,\"item\":\"tea\"}"), QByteArray("tea"), kTea}) {
            Draft draft;
            draft.value = value;
            request.drafts.push_back(draft);
        }
        QVERIFY(client.apply(client.as<TopicActs>().produce(request)) == State::Done);
        SearchQuery query;
        query.topic = u"tea"_s;
        query.pattern.mode = MessagePattern::Mode::Field;
        query.pattern.pattern = u"$.item"_s;
        query.pattern.equals = u"tea"_s;
        std::vector<qint64> offsets;
        const auto all = collect(client.as<Messages>().search(query));
        QVERIFY(all.end && all.end->has_value());
        for (const SearchBatch& batch : all.values)
            for (const Message& hit : batch.hits)
                offsets.push_back(hit.offset);
        std::sort(offsets.begin(), offsets.end());
        QCOMPARE(offsets, (std::vector<qint64>{0, 2, 4}));
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaDecodingTest)
#include "tst_kafkadecoding.moc"
