// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sent to a schema registry or a Connect cluster at all, and what is asked before.
#include "streams/api/schemas.h"
#include "streams/kafka/restclient.h"
#include "tests/core/http/testserver.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

#include <mutex>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

using State = TaskStatus::State;

namespace
{

ServiceConfig configFor(const TestServer& server, WriteMode writes = WriteMode::On)
{
    ServiceConfig config;
    config.id = u"shop"_s;
    config.address = u"127.0.0.1:1"_s; // no broker
    config.ns = u"kafka://shop"_s;
    config.writes = writes;
    config.options.insert(u"registry"_s, u"http://127.0.0.1:%1"_s.arg(server.port()));
    return config;
}

} // namespace

class KafkaRestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeSent_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* method, const char* path, RestVerdict verdict) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QByteArray(path) << int(verdict);
        };
        row("GET", "/subjects", RestVerdict::Reads);
        row("POST", "/compatibility/subjects/a/versions/latest", RestVerdict::Reads);
        row("POST", "/compatibility/subjects/a/versions", RestVerdict::Reads);
        row("POST", "/compatibility/subjects/a/versions/1/more", RestVerdict::Refused);
        row("POST", "/subjects/a/versions", RestVerdict::Writes);
        row("PUT", "/config", RestVerdict::Writes);
        row("PUT", "/config/a", RestVerdict::Writes);
        row("PUT", "/connectors/a/pause", RestVerdict::Writes);
        row("POST", "/connectors/a/tasks/0/restart", RestVerdict::Writes);
        row("POST", "/connectors", RestVerdict::Refused);
        row("PUT", "/connectors/a/config", RestVerdict::Refused);
        row("DELETE", "/subjects/a", RestVerdict::Refused);
        row("PUT", "/config/", RestVerdict::Refused);
        row("PUT", "/mode", RestVerdict::Refused);
    }
    void whatMayBeSent()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, verdict);
        QCOMPARE(int(restVerdict(method, path)), verdict);
    }

    // Some registries take whatever they get, some cannot check at all, some know one version only.
    void theCheckComesFirst()
    {
        std::mutex mutex;
        QByteArrayList asked;
        QByteArray told;
        QByteArray level = "FULL_TRANSITIVE";
        bool all = false;
        TestServer server([&](const ServerRequest& request, const TestServer::Write& write) {
            const std::lock_guard lock(mutex);
            if (request.target.startsWith("/config/"))
                return write(TestServer::answer(200, "{\"compatibilityLevel\":\"" + level + "\"}"));
            asked.append(request.method + ' ' + request.target);
            if (request.target.startsWith("/subjects/"))
                return write(TestServer::answer(200, "{\"id\":7}"));
            if (told.isEmpty() || (!all && !request.target.contains("/latest")))
                return write(TestServer::answer(404, "<html>not here</html>"));
            return write(TestServer::answer(200, told));
        });
        KafkaTestClient client(configFor(server));
        auto& schemas = client.as<Schemas>();
        SchemaInfo schema;
        schema.subject = u"a-value"_s;
        schema.text = u"\"string\""_s;
        const auto tell = [&](const QByteArray& answer, bool everyVersion) {
            const std::lock_guard lock(mutex);
            asked.clear();
            told = answer;
            all = everyVersion;
        };
        const QByteArray every = "POST /compatibility/subjects/a-value/versions?verbose=true";
        const QByteArray latest
            = "POST /compatibility/subjects/a-value/versions/latest?verbose=true";
        const QByteArray post = "POST /subjects/a-value/versions";

        tell("{\"is_compatible\":false,\"messages\":[\"x has no default\"]}", true);
        QCOMPARE(client.apply(schemas.registerSchema(schema)), State::Failed);
        QCOMPARE(client.outcome.error().code, u"INCOMPATIBLE_SCHEMA"_s);
        QCOMPARE(client.outcome.error().detail, u"x has no default"_s);
        QCOMPARE(asked, QByteArrayList{every}); // nothing was sent

        tell("{\"is_compatible\":true}", false);
        QCOMPARE(client.apply(schemas.registerSchema(schema)), State::Done);
        QCOMPARE(asked, (QByteArrayList{every, latest, post}));

        level = "FULL"; // only the newest counts
        tell("{\"is_compatible\":true}", true);
        QCOMPARE(client.apply(schemas.registerSchema(schema)), State::Done);
        QCOMPARE(asked, (QByteArrayList{latest, post}));

        tell({}, false);
        const auto cannot = await(schemas.check(schema, 0));
        QVERIFY(!cannot);
        QCOMPARE(cannot.error().kind, Error::Kind::Unsupported);
        QCOMPARE(client.apply(schemas.registerSchema(schema)), State::Done);
        QVERIFY(client.outcome->key.contains("cannot check"));

        KafkaTestClient reader(configFor(server, WriteMode::Never));
        tell("{\"is_compatible\":true}", true);
        QCOMPARE(reader.apply(reader.as<Schemas>().registerSchema(schema)), State::Refused);
        QCOMPARE(reader.outcome.error().code, u"guard"_s);
        QVERIFY(asked.isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaRestTest)
#include "tst_kafkarest.moc"
