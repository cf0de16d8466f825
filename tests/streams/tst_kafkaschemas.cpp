// SPDX-License-Identifier: GPL-3.0-or-later
// The contract Schemas: on a real registry (Apicurio), and on servers that answer badly.
#include "streams/api/decoding.h"
#include "streams/api/schemas.h"
#include "streams/kafka/restclient.h"
#include "tests/core/http/testserver.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/streamservers.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

using State = TaskStatus::State;

namespace
{

const QString kFirst
    = u"{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}"_s;
const QString kSecond
    = u"{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"},{\"name\":\"y\",\"type\":[\"null\",\"string\"],\"default\":null}]}"_s;
const QString kOther
    = u"{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"z\",\"type\":\"int\"}]}"_s;

SchemaInfo schemaOf(
    const QString& subject, const QString& text, SchemaInfo::Type type = SchemaInfo::Type::Avro)
{
    SchemaInfo out;
    out.subject = subject;
    out.text = text;
    out.type = type;
    return out;
}

// No broker: the registry alone is asked.
ServiceConfig configFor(const QString& url, WriteMode writes = WriteMode::On)
{
    ServiceConfig config;
    config.id = u"shop"_s;
    config.address = u"127.0.0.1:1"_s;
    config.ns = u"kafka://shop"_s;
    config.writes = writes;
    config.options.insert(u"registry"_s, url);
    return config;
}

} // namespace

class KafkaSchemasTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<StreamServer> m_server;

    // What a registry answers that is not one.
    static Error errorOf(const TestServer::Handler& handler, const QVariantMap& options = {})
    {
        TestServer server(handler);
        ServiceConfig config = configFor(u"http://127.0.0.1:%1/base"_s.arg(server.port()));
        config.options.insert(options);
        KafkaTestClient client(config);
        const auto told = await(client.as<Schemas>().subjects());
        return told ? Error() : told.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<StreamServer>(u"schema-registry"_s);
        PH_NEED_KAFKA(*m_server);
    }
    void cleanupTestCase() { m_server.reset(); }

    void subjectsAndVersions()
    {
        KafkaTestClient client(configFor(m_server->url() + u'/'));
        auto& schemas = client.as<Schemas>();
        QCOMPARE(await(schemas.subjects()).value_or(QStringList{u"?"_s}), QStringList());

        const Act act = schemas.registerSchema(schemaOf(u"a b/c-value"_s, kFirst));
        QCOMPARE(act.statement,
            u"POST "_s + m_server->url() + u"/subjects/a%20b%2Fc-value/versions\n"_s
                + u"{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"int\\\"}]}\",\"schemaType\":\"AVRO\"}"_s);
        QCOMPARE(act.language, u"http"_s);
        QVERIFY2(
            client.apply(schemas.registerSchema(schemaOf(u"a-value"_s, kFirst))) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        QVERIFY2(
            client.apply(schemas.registerSchema(schemaOf(u"a-value"_s, kSecond))) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        QCOMPARE(await(schemas.subjects()).value_or(QStringList()), QStringList{u"a-value"_s});
        QCOMPARE(await(schemas.versions(u"a-value"_s)).value_or(std::vector<int>()),
            (std::vector<int>{1, 2}));
        const auto newest = await(schemas.schema(u"a-value"_s, 0));
        QVERIFY2(newest.has_value(), qPrintable(wordsOf(newest)));
        QCOMPARE(newest->version, 2);
        QCOMPARE(newest->text, kSecond);
        QCOMPARE(newest->type, SchemaInfo::Type::Avro);
        const auto first = await(schemas.schema(u"a-value"_s, 1));
        QVERIFY(first.has_value());
        QCOMPARE(first->text, kFirst);
        for (int i = 0; i < 2; ++i) { // the second time from memory
            const auto byId = await(schemas.schemaById(newest->id));
            QVERIFY(byId.has_value());
            QCOMPARE(*byId, *newest);
        }
    }

    void errorsAreTheRegistrys()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        const auto noSubject = await(schemas.versions(u"nobody"_s));
        QVERIFY(!noSubject);
        QCOMPARE(noSubject.error().kind, Error::Kind::NotFound);
        QCOMPARE(noSubject.error().code, u"40401"_s);
        QVERIFY(noSubject.error().detail.contains("nobody"_L1));
        QVERIFY(!noSubject.error().detail.contains(u'{'));
        QCOMPARE(noSubject.error().where, u"shop"_s);
        const auto noNumber = await(schemas.schemaById(9999));
        QVERIFY(!noNumber);
        QCOMPARE(noNumber.error().code, u"40403"_s);
        QVERIFY(client.apply(schemas.registerSchema(schemaOf(u"odd-value"_s, u"{\"type"_s)))
                == State::Failed
            || !client.outcome);
        QCOMPARE(client.outcome.error().code, u"42201"_s);
        QCOMPARE(client.outcome.error().kind, Error::Kind::Refused);
    }

    void compatibility()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        const QString subject = u"level-value"_s;
        QVERIFY(client.apply(schemas.registerSchema(schemaOf(subject, kFirst))) == State::Done);
        const Act act = schemas.setLevel(subject, u"FULL"_s);
        QCOMPARE(act.statement,
            u"PUT "_s + m_server->url() + u"/config/level-value\n{\"compatibility\":\"FULL\"}"_s);
        QVERIFY2(client.apply(act) == State::Done, qPrintable(wordsOf(client.outcome)));
        QCOMPARE(await(schemas.level(subject)).value_or(QString()), u"FULL"_s);
        QVERIFY(client.apply(schemas.setLevel({}, u"BACKWARD"_s)) == State::Done);
        QCOMPARE(await(schemas.level({})).value_or(QString()), u"BACKWARD"_s);
        QCOMPARE(await(schemas.level(u"unknown"_s)).value_or(QString()), u"BACKWARD"_s);

        const auto good = await(schemas.check(schemaOf(subject, kSecond), 0));
        QVERIFY2(good.has_value(), qPrintable(wordsOf(good)));
        QVERIFY(good->compatible);
        const auto bad = await(schemas.check(schemaOf(subject, kOther), 0));
        QVERIFY(bad.has_value());
        QVERIFY(!bad->compatible);
        QVERIFY(await(schemas.check(schemaOf(u"fresh"_s, kOther), 0))->compatible);
        QCOMPARE(client.apply(schemas.registerSchema(schemaOf(subject, kOther))), State::Failed);
        QCOMPARE(client.outcome.error().code, u"INCOMPATIBLE_SCHEMA"_s);
        QCOMPARE(
            await(schemas.versions(subject)).value_or(std::vector<int>()), std::vector<int>{1});
    }

    // A transitive level looks at all versions, not at the newest only.
    void allVersionsCount()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        const QString subject = u"chain-value"_s;
        const auto with = [](const char* field) -> QString {
            return u"{\"type\":\"record\",\"name\":\"A\",\"fields\":[%1]}"_s.arg(
                QLatin1String(field));
        };
        const SchemaInfo first = schemaOf(subject, with("{\"name\":\"x\",\"type\":\"int\"}"));
        const SchemaInfo second = schemaOf(subject, with(""));
        const SchemaInfo third
            = schemaOf(subject, with("{\"name\":\"x\",\"type\":\"string\",\"default\":\"\"}"));
        QVERIFY(client.apply(schemas.registerSchema(first)) == State::Done);
        QVERIFY(client.apply(schemas.setLevel(subject, u"BACKWARD"_s)) == State::Done);
        QVERIFY2(client.apply(schemas.registerSchema(second)) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        const auto newest = await(schemas.check(third, 0));
        QVERIFY2(newest.has_value(), qPrintable(wordsOf(newest)));
        QVERIFY(newest->compatible);
        QVERIFY(client.apply(schemas.setLevel(subject, u"BACKWARD_TRANSITIVE"_s)) == State::Done);
        const auto all = await(schemas.check(third, 0));
        QVERIFY2(all.has_value(), qPrintable(wordsOf(all)));
        QVERIFY(!all->compatible);
        QCOMPARE(client.apply(schemas.registerSchema(third)), State::Failed);
        QCOMPARE(await(schemas.versions(subject)).value_or(std::vector<int>()),
            (std::vector<int>{1, 2}));
    }

    void referencesAndTypes()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        using Type = SchemaInfo::Type;
        QVERIFY(client.apply(schemas.registerSchema(schemaOf(
                    u"p"_s, u"syntax = \"proto3\"; message P { int32 a = 1; }"_s, Type::Protobuf)))
            == State::Done);
        SchemaInfo q = schemaOf(u"q"_s,
            u"syntax = \"proto3\"; import \"p.proto\"; message Q { P a = 1; }"_s, Type::Protobuf);
        q.references = {{u"p.proto"_s, u"p"_s, 1}};
        QVERIFY2(client.apply(schemas.registerSchema(q)) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        const auto read = await(schemas.schema(u"q"_s, 1));
        QVERIFY(read.has_value());
        QCOMPARE(read->type, Type::Protobuf);
        QCOMPARE(read->references, q.references);
        QVERIFY2(
            client.apply(schemas.registerSchema(schemaOf(u"j"_s,
                u"{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}"_s,
                Type::Json)))
                == State::Done,
            qPrintable(wordsOf(client.outcome)));
        QCOMPARE(await(schemas.schema(u"j"_s, 0))->type, Type::Json);
    }

    // Values of schemas this registry keeps, one that refers to another too.
    void valuesAreDecoded()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        using Type = SchemaInfo::Type;
        const auto idOf = [&](const SchemaInfo& schema) {
            if (client.apply(schemas.registerSchema(schema)) != State::Done) {
                qWarning("register: %s", qPrintable(wordsOf(client.outcome)));
                return 0;
            }
            return await(schemas.schema(schema.subject, 0)).value_or(SchemaInfo()).id;
        };
        const auto read = [&](int id, const QByteArray& payload) {
            QByteArray value(5, '\0');
            value[3] = char(id >> 8);
            value[4] = char(id & 0xff);
            Message message;
            message.value = value + payload;
            message.valueSize = message.value.size();
            const auto told = await(client.as<Decoding>().decode({message}, {}));
            if (!told)
                return QByteArray("no answer");
            const DecodedBytes& out = told->front().value;
            return out.problem ? out.problem->detail.toUtf8() : out.json;
        };
        const int first = idOf(schemaOf(u"d-value"_s, kFirst));
        QCOMPARE(read(first, QByteArray::fromHex("0e")), QByteArray("{\"x\":7}"));
        const int second = idOf(schemaOf(u"d-value"_s, kSecond));
        QVERIFY(second != first);
        QCOMPARE(
            read(second, QByteArray::fromHex("0e020274")), QByteArray("{\"x\":7,\"y\":\"t\"}"));

        SchemaInfo money = schemaOf(u"money"_s,
            u"syntax = \"proto3\"; package shop; message Money { int64 units = 1; }"_s,
            Type::Protobuf);
        QVERIFY(idOf(money) > 0);
        SchemaInfo sale = schemaOf(u"sale-value"_s,
            u"syntax = \"proto3\"; package shop; import \"money.proto\"; "
            "import \"google/protobuf/timestamp.proto\"; message Sale { Money total = 1; "
            "google.protobuf.Timestamp at = 2; }"_s,
            Type::Protobuf);
        sale.references = {{u"money.proto"_s, u"money"_s, 1}};
        const int proto = idOf(sale);
        QVERIFY(proto > 0);
        QCOMPARE(read(proto, QByteArray::fromHex("000a020807")),
            QByteArray("{\"total\":{\"units\":7}}"));

        SchemaInfo box = schemaOf(u"box-value"_s,
            u"{\"type\":\"record\",\"name\":\"Box\",\"fields\":[{\"name\":\"a\",\"type\":"
            "\"A\"}]}"_s);
        box.references = {{u"A"_s, u"d-value"_s, 1}};
        const int nested = idOf(box);
        QVERIFY(nested > 0);
        QCOMPARE(read(nested, QByteArray::fromHex("0e")), QByteArray("{\"a\":{\"x\":7}}"));
        QVERIFY(read(9999, "abcd").contains("9999"));
    }

    void deletedSubjects()
    {
        KafkaTestClient client(configFor(m_server->url()));
        auto& schemas = client.as<Schemas>();
        QVERIFY(client.apply(schemas.registerSchema(schemaOf(u"gone"_s, kFirst))) == State::Done);
        QVERIFY(m_server->send("DELETE", u"/subjects/gone"_s).has_value());
        QVERIFY(!await(schemas.subjects())->contains(u"gone"_s));
        QCOMPARE(await(schemas.deletedSubjects()).value_or(QStringList()), QStringList{u"gone"_s});
        QCOMPARE(
            await(schemas.versions(u"gone"_s)).value_or(std::vector<int>()), std::vector<int>{1});
    }

    void nothingIsWrittenOverAProtectedOne()
    {
        KafkaTestClient client(configFor(m_server->url(), WriteMode::Never));
        auto& schemas = client.as<Schemas>();
        QVERIFY(
            client.apply(schemas.registerSchema(schemaOf(u"never"_s, kFirst))) == State::Refused);
        QCOMPARE(client.outcome.error().code, u"guard"_s);
        QVERIFY(!await(schemas.versions(u"never"_s)));
    }

    void noRegistryNoContract()
    {
        KafkaTestClient client(configFor({}));
        QVERIFY(!client.adapter->as<Schemas>());
        KafkaTestClient odd(configFor(u"ftp://x"_s));
        const auto told = await(odd.as<Schemas>().subjects());
        QVERIFY(!told);
        QCOMPARE(told.error().kind, Error::Kind::Unsupported);
        QVERIFY(!told.error().hint.isEmpty());
    }

    void badAnswers()
    {
        using Write = TestServer::Write;
        const Error html = errorOf([](const ServerRequest&, const Write& write) {
            return write(TestServer::answer(200, "<html>hello</html>"));
        });
        QCOMPARE(html.kind, Error::Kind::Protocol);
        QVERIFY(html.detail.contains("<html>"_L1));
        const Error object = errorOf([](const ServerRequest&, const Write& write) {
            return write(TestServer::answer(200, "{}"));
        });
        QCOMPARE(object.kind, Error::Kind::Protocol);
        const Error cut = errorOf([](const ServerRequest&, const Write& write) {
            (void)write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[\"a\"");
            return false;
        });
        QCOMPARE(cut.kind, Error::Kind::Protocol);
        const Error broken = errorOf([](const ServerRequest&, const Write& write) {
            return write(TestServer::answer(
                500, "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}"));
        });
        QCOMPARE(broken.detail, u"Error in the backend data store"_s);
        QCOMPARE(broken.code, u"50001"_s);
        const Error locked = errorOf([](const ServerRequest&, const Write& write) {
            return write(
                TestServer::answer(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}"));
        });
        QCOMPARE(locked.kind, Error::Kind::Auth);
        QVERIFY(!locked.hint.isEmpty());
        const Error elsewhere = errorOf([](const ServerRequest&, const Write& write) {
            return write(TestServer::answer(302, {}, "Location: http://login/\r\n"));
        });
        QCOMPARE(elsewhere.kind, Error::Kind::Auth);
    }

    void aHungRegistryIsLeft()
    {
        std::atomic<bool> done = false;
        TestServer server([&done](const ServerRequest&, const TestServer::Write&) {
            while (!done)
                std::this_thread::sleep_for(milliseconds(10));
            return false;
        });
        KafkaTestClient client(configFor(u"http://127.0.0.1:%1"_s.arg(server.port())));
        auto call = client.as<Schemas>().subjects().onDone(this, [](const auto&) {});
        QTRY_VERIFY(server.requests() > 0);
        call.cancel();
        done = true;
    }

    // The real registry, as others reach theirs.
    static QStringList subjectsBy(const ServiceConfig& config, std::optional<Error>& problem)
    {
        KafkaTestClient client(config);
        const auto told = await(client.as<Schemas>().subjects());
        problem = told ? std::nullopt : std::optional(told.error());
        return told.value_or(QStringList());
    }

    void overTls()
    {
        const QUrl plain(m_server->url());
        const QString port = QString::number(plain.port());
        const QString script = QString::fromUtf8(PH_SERVERS_FOLDER) + u"/tls-relay"_s;
        KafkaTestClient writer(configFor(m_server->url()));
        QVERIFY(writer.apply(writer.as<Schemas>().registerSchema(schemaOf(u"sealed"_s, kFirst)))
            == State::Done);
        std::optional<Error> problem;
        for (const QString& certificate : {u"server"_s, u"wrong-name"_s, u"expired"_s}) {
            ServerScript relay(script, {port, certificate});
            PH_NEED_KAFKA(relay);
            ServiceConfig config
                = configFor(u"https://localhost:%1"_s.arg(relay.fact("port")) + plain.path());
            config.tls.mode = TlsConfig::Mode::VerifyFull;
            QVERIFY(subjectsBy(config, problem).isEmpty()); // the system knows no such authority
            QVERIFY(problem.has_value());
            QCOMPARE(problem->kind, Error::Kind::Auth);
            config.tls.ca = relay.fact("ca");
            const QStringList subjects = subjectsBy(config, problem);
            if (certificate == u"server"_s) {
                QVERIFY2(!problem, qPrintable(problem ? problem->detail : QString()));
                QVERIFY(subjects.contains(u"sealed"_s));
            } else {
                QVERIFY(problem.has_value());
                QCOMPARE(problem->kind, Error::Kind::Auth);
            }
        }
    }

    // Below a path of a gateway: all it is asked goes there, what it writes too.
    void belowAnotherPath()
    {
        const QByteArray prefix = "/team/data/registry/";
        TestServer gateway([&](const ServerRequest& request, const TestServer::Write& write) {
            if (!request.target.startsWith(prefix))
                return write(TestServer::answer(404, "{}"));
            const auto answer = m_server->send(request.method,
                QString::fromUtf8(request.target.sliced(prefix.size() - 1)), request.body);
            const int status = answer ? answer->status : answer.error().code.toInt();
            return write(TestServer::answer(
                status > 0 ? status : 502, answer ? answer->body : answer.error().detail.toUtf8()));
        });
        const QString root = u"http://127.0.0.1:%1"_s.arg(gateway.port());
        KafkaTestClient client(configFor(root + QString::fromUtf8(prefix)));
        auto& schemas = client.as<Schemas>();
        QVERIFY2(client.apply(schemas.registerSchema(schemaOf(u"gated"_s, kFirst))) == State::Done,
            qPrintable(wordsOf(client.outcome)));
        const auto read = await(schemas.schema(u"gated"_s, 0));
        QVERIFY2(read.has_value(), qPrintable(wordsOf(read)));
        QCOMPARE(read->text, kFirst);
        KafkaTestClient straight(configFor(m_server->url()));
        QVERIFY(await(straight.as<Schemas>().subjects())->contains(u"gated"_s));
        std::optional<Error> problem;
        QVERIFY(subjectsBy(configFor(root), problem).isEmpty()); // without the path
        QVERIFY(problem.has_value());
        QCOMPARE(problem->kind, Error::Kind::NotFound);
    }

    void throughSsh()
    {
        ServerScript sshd(QString::fromUtf8(PH_SERVERS_FOLDER) + u"/sshd"_s);
        PH_NEED_KAFKA(sshd);
        KafkaTestClient writer(configFor(m_server->url()));
        QVERIFY(writer.apply(writer.as<Schemas>().registerSchema(schemaOf(u"far"_s, kFirst)))
            == State::Done);
        ServiceConfig config = configFor(m_server->url());
        config.sshJump = u"jump"_s;
        config.options.insert(u"ssh_config"_s, sshd.fact("config"));
        std::optional<Error> problem;
        const QStringList subjects = subjectsBy(config, problem);
        QVERIFY2(!problem, qPrintable(problem ? problem->detail : QString()));
        QVERIFY(subjects.contains(u"far"_s));
    }

    void logins()
    {
        std::mutex mutex;
        QMap<QByteArray, QByteArray> seen;
        qputenv("PH_TEST_LOGIN", "Bearer open-sesame-77");
        TestServer server([&](const ServerRequest& request, const TestServer::Write& write) {
            const std::lock_guard lock(mutex);
            seen = request.headers;
            return write(TestServer::answer(200, "[]"));
        });
        const QString url = u"http://127.0.0.1:%1"_s.arg(server.port());
        ServiceConfig config = configFor(url);
        config.options.insert(u"registry_headers"_s, u"Authorization: env:PH_TEST_LOGIN; X-A: b"_s);
        {
            KafkaTestClient client(config);
            QVERIFY(await(client.as<Schemas>().subjects()).has_value());
            QCOMPARE(seen.value("authorization"), QByteArray("Bearer open-sesame-77"));
            QCOMPARE(seen.value("x-a"), QByteArray("b"));
        }
        config.options.remove(u"registry_headers"_s);
        config.user = u"pilot"_s;
        {
            KafkaTestClient client(config, Secret(u"secret"_s));
            QVERIFY(await(client.as<Schemas>().subjects()).has_value());
            QVERIFY(!seen.contains("authorization")); // not asked for
        }
        config.options.insert(u"registry_login"_s, u"service"_s);
        KafkaTestClient client(config, Secret(u"secret"_s));
        QVERIFY(await(client.as<Schemas>().subjects()).has_value());
        QCOMPARE(seen.value("authorization"), "Basic " + QByteArray("pilot:secret").toBase64());
        qunsetenv("PH_TEST_LOGIN");
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaSchemasTest)
#include "tst_kafkaschemas.moc"
