// SPDX-License-Identifier: GPL-3.0-or-later
// Getting in: PLAIN and SCRAM, TLS with a private authority, client certificates, and every way of
// not getting in.
#include "core/facets/health.h"
#include "streams/api/messages.h"
#include "streams/api/topics.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class KafkaLoginTest final : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<OwnKafka>> m_servers;

    OwnKafka& server(int major, const QString& kind, const QString& certificate = u"server"_s)
    {
        auto& one = m_servers[u"%1 %2 %3"_s.arg(major).arg(kind, certificate)];
        if (!one)
            one = std::make_unique<OwnKafka>(
                OwnKafka::Options{.major = major, .kind = kind, .certificate = certificate});
        return *one;
    }
    static Result<std::vector<TopicInfo>> topics(
        const ServiceConfig& config, const Secret& password)
    {
        KafkaTestClient client(config, password);
        return await(client.as<Topics>().topics());
    }

    // Messages found by a search, which goes over librdkafka where that can log in.
    static int searched(const ServiceConfig& config, const Secret& password)
    {
        KafkaTestClient client(config, password);
        SearchQuery query;
        query.topic = u"inside"_s;
        const auto all = collect(client.as<Messages>().search(query));
        if (!all.end || !*all.end) {
            qWarning("search: %s", all.end ? qPrintable(wordsOf(*all.end)) : "no end");
            return -1;
        }
        int n = 0;
        for (const SearchBatch& batch : all.values)
            n += int(batch.hits.size());
        return n;
    }

private Q_SLOTS:
    void cleanup() { m_servers.clear(); } // one at a time: memory

    void passwords_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3.9") << 3;
        QTest::newRow("4") << 4;
    }
    void passwords()
    {
        QFETCH(int, major);
        OwnKafka& kafka = server(major, u"sasl-tls"_s);
        PH_NEED_KAFKA(kafka);
        kafka.ask({u"create"_s, u"inside"_s, u"1"_s});
        kafka.ask({u"fill"_s, u"inside"_s, u"50"_s});
        for (const QString& login : {u"plain"_s, u"scram-sha-256"_s, u"scram-sha-512"_s}) {
            ServiceConfig config = kafka.config();
            config.options.insert(u"login"_s, login);
            const auto in = topics(config, kafka.password());
            QVERIFY2(in.has_value(), qPrintable(login + u": "_s + wordsOf(in)));
            QCOMPARE(in->size(), size_t(1));
            QCOMPARE(searched(config, kafka.password()), 50);
            const auto wrong = topics(config, Secret(u"wrong"_s));
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().kind, Error::Kind::Auth);
            QCOMPARE(wrong.error().where, u"own-kafka"_s);
            QVERIFY(!wrong.error().hint.isEmpty());
        }
        // Who has no rights sees no topics, and that is not a failure.
        ServiceConfig viewer = kafka.config();
        viewer.user = u"viewer"_s;
        const auto seen = topics(viewer, kafka.password());
        QVERIFY(seen.has_value());
        QVERIFY(seen->empty());
        KafkaTestClient client(viewer, kafka.password());
        const auto one = await(client.as<Topics>().topic(u"inside"_s));
        QVERIFY(!one);
        QCOMPARE(one.error().kind, Error::Kind::Auth);

        // An authority nobody trusts.
        ServiceConfig stranger = kafka.config();
        stranger.tls.ca.replace(u"ca.crt"_s, u"other-ca.crt"_s);
        const auto untrusted = topics(stranger, kafka.password());
        QVERIFY(!untrusted);
        QCOMPARE(untrusted.error().kind, Error::Kind::Auth);

        // No TLS to a port that wants it: an error that helps, no endless wait.
        ServiceConfig plain = kafka.config();
        plain.tls = {};
        const auto none = topics(plain, kafka.password());
        QVERIFY(!none);
        QVERIFY(!none.error().detail.isEmpty());
    }

    void aRefusedLoginIsNotRepeated()
    {
        OwnKafka& kafka = server(4, u"sasl"_s);
        PH_NEED_KAFKA(kafka);
        KafkaTestClient client(kafka.config(), Secret(u"wrong"_s));
        for (int i = 0; i < 3; ++i) {
            const auto refused = await(client.as<Topics>().topics());
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Auth);
        }
        QCOMPARE(client.adapter->connections(), 0);
    }

    void clientCertificates()
    {
        OwnKafka& kafka = server(4, u"mutual"_s);
        PH_NEED_KAFKA(kafka);
        QVERIFY(topics(kafka.config(), {}).has_value());
        kafka.ask({u"create"_s, u"inside"_s, u"1"_s});
        kafka.ask({u"fill"_s, u"inside"_s, u"50"_s});
        QCOMPARE(searched(kafka.config(), {}), 50);
        ServiceConfig without = kafka.config();
        without.tls.cert.clear();
        without.tls.key.clear();
        const auto none = topics(without, {});
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::Auth);
    }

    // One that was good once: neither way of reading takes it, with or without its name.
    void anOldCertificate()
    {
        OwnKafka& kafka = server(4, u"tls"_s, u"expired"_s);
        PH_NEED_KAFKA(kafka);
        for (const auto mode : {TlsConfig::Mode::VerifyFull, TlsConfig::Mode::VerifyCa}) {
            ServiceConfig config = kafka.config();
            config.tls.mode = mode;
            const auto old = topics(config, {});
            QVERIFY(!old);
            QCOMPARE(old.error().kind, Error::Kind::Auth);
            QVERIFY(!old.error().detail.isEmpty());
            KafkaTestClient client(config);
            SearchQuery query;
            query.topic = u"inside"_s;
            const auto all = collect(client.as<Messages>().search(query));
            QVERIFY(all.end && !*all.end);
            QCOMPARE(all.end->error().kind, Error::Kind::Auth);
        }
    }

    void anotherName()
    {
        OwnKafka& kafka = server(3, u"tls"_s, u"wrong-name"_s);
        PH_NEED_KAFKA(kafka);
        const auto wrong = topics(kafka.config(), {});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, Error::Kind::Auth);
        ServiceConfig chain = kafka.config();
        chain.tls.mode = TlsConfig::Mode::VerifyCa;
        QVERIFY(topics(chain, {}).has_value());
        kafka.ask({u"create"_s, u"inside"_s, u"1"_s});
        kafka.ask({u"fill"_s, u"inside"_s, u"50"_s});
        QCOMPARE(searched(chain, {}), 50);
    }
};

PH_TEST_MAIN(QCoreApplication, KafkaLoginTest)
#include "tst_kafkalogin.moc"
