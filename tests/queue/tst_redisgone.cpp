// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on what is not there any more, or what is there already, against a real server: none of them
// counts as done, and nothing is made or overwritten by the way.
#include "queue/redis/redisreply.h"
#include "tests/queue/redislive.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using Kind = ValueEdit::Kind;

class RedisGoneTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisFixture> m_server;
    std::unique_ptr<RedisClient> m_client;

    QByteArray cli(const QStringList& words) { return m_server->cli(words); }

    // The kind of error an act ends with, and its words; none: it was done.
    std::optional<Error::Kind> refused(const Act& act, Text* words = nullptr)
    {
        if (m_client->apply(act) == TaskStatus::State::Done)
            return {};
        if (words)
            *words = m_client->outcome.error().hint;
        return m_client->outcome.error().kind;
    }

    Act edit(Kind kind, const QByteArray& key, const QByteArray& field, const QByteArray& value,
        std::optional<QByteArray> expected = {}, qint64 index = 0)
    {
        ValueEdit e;
        e.kind = kind, e.key = key, e.field = field, e.value = value, e.expected = expected;
        e.index = index;
        e.score = "1";
        return m_client->as<Values>().edit(e);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RedisFixture>();
        PH_NEED_SERVER(*m_server);
    }
    void init()
    {
        cli({u"FLUSHALL"_s});
        m_client = std::make_unique<RedisClient>(m_server->config());
    }
    void cleanup() { m_client.reset(); }

    void aKeyThatIsGone()
    {
        auto& keys = m_client->as<Keyspace>();
        const auto removal = await(keys.remove({"gone"}));
        QVERIFY(removal.has_value());
        for (const Act& act : {keys.expire("gone", std::chrono::seconds(90)), keys.persist("gone"),
                 keys.rename("gone", "new"), keys.copy("gone", "new"), *removal}) {
            Text words;
            QCOMPARE(refused(act, &words), Error::Kind::NotFound);
            QCOMPARE(words, keyGone());
        }
        QCOMPARE(refused(keys.removePrefix("gone:", 3)), Error::Kind::NotFound);
        QCOMPARE(cli({u"DBSIZE"_s}), QByteArray("0"));
    }

    void aKeyThatIsThere()
    {
        auto& keys = m_client->as<Keyspace>();
        m_server->script("SET a 1\nSET b 2\n");
        QCOMPARE(refused(keys.persist("a")), std::nullopt); // it has no time to live: as wished
        QVERIFY(!m_client->outcome->isEmpty());
        QCOMPARE(refused(keys.copy("a", "b")), Error::Kind::Conflict);
        const auto removal = await(keys.remove({"a", "gone"}));
        QCOMPARE(refused(*removal), std::nullopt);
        QCOMPARE(m_client->outcome->args, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(cli({u"KEYS"_s, u"*"_s}), QByteArray("b"));
    }

    void aPartThatIsGone()
    {
        m_server->script("HSET h f 1\nRPUSH l a b\nSADD s m\nZADD z 1 m\nXADD x 1-0 a b\n");
        for (const Act& act :
            {edit(Kind::RemoveField, "h", "gone", {}),
                edit(Kind::RemoveField, "h", "gone", {}, "seen"),
                edit(Kind::SetField, "h", "gone", "mine", "seen"),
                edit(Kind::RemoveMember, "s", {}, "gone"),
                edit(Kind::RemoveScored, "z", {}, "gone"),
                edit(Kind::SetScore, "z", {}, "gone", "2"), edit(Kind::RemoveEntry, "x", "9-0", {}),
                edit(Kind::SetItem, "l", {}, "mine", "seen", 7),
                edit(Kind::SetItem, "l", {}, "mine", {}, 7),
                edit(Kind::SetItem, "gone", {}, "mine"),
                edit(Kind::RemoveItem, "l", {}, {}, "seen", 7),
                edit(Kind::SetText, "gone", {}, "mine", "seen")}) {
            Text words;
            QCOMPARE(refused(act, &words), Error::Kind::NotFound);
            QVERIFY2(!words.isEmpty(), qPrintable(act.statement));
        }
        QCOMPARE(refused(edit(Kind::AddMember, "s", {}, "m")), Error::Kind::Conflict);
        QCOMPARE(refused(edit(Kind::AddMember, "s", {}, "n")), std::nullopt);
        QCOMPARE(refused(edit(Kind::RemoveMember, "s", {}, "n")), std::nullopt);
        QCOMPARE(cli({u"HGETALL"_s, u"h"_s}), QByteArray("f\n1"));
        QCOMPARE(cli({u"LRANGE"_s, u"l"_s, u"0"_s, u"-1"_s}), QByteArray("a\nb"));
        QCOMPARE(cli({u"EXISTS"_s, u"gone"_s}), QByteArray("0"));
    }

    void aPartThatIsThereStays()
    {
        m_server->script("HSET h f theirs\nZADD z 1 m\nSADD s m\nSET text t\n");
        const struct {
            Act act;
            QString statement;
        } taken[] = {{edit(Kind::AddField, "h", "f", "mine"), u"HSETNX h f mine"_s},
            {edit(Kind::AddScored, "z", {}, "m"), u"ZADD z NX 1 m"_s},
            {edit(Kind::AddMember, "s", {}, "m"), u"SADD s m"_s}};
        cli({u"ZADD"_s, u"z"_s, u"5"_s, u"m"_s});
        for (const auto& [act, statement] : taken) {
            QCOMPARE(act.statement, statement);
            Text words;
            QCOMPARE(refused(act, &words), Error::Kind::Conflict);
            QCOMPARE(m_client->outcome.error().code, ValueEdit::kTaken);
            QVERIFY(!words.isEmpty());
        }
        QCOMPARE(refused(edit(Kind::AddField, "text", "f", "mine")), Error::Kind::Conflict);
        QCOMPARE(m_client->outcome.error().code, u"WRONGTYPE"_s); // something else
        QCOMPARE(cli({u"HGETALL"_s, u"h"_s}), QByteArray("f\ntheirs"));
        QCOMPARE(cli({u"ZSCORE"_s, u"z"_s, u"m"_s}), QByteArray("5"));
        QCOMPARE(refused(edit(Kind::AddField, "h", "g", "new")), std::nullopt);
        QCOMPARE(refused(edit(Kind::AddScored, "z", {}, "n")), std::nullopt);
        QCOMPARE(cli({u"HGET"_s, u"h"_s, u"g"_s}), QByteArray("new"));
        QCOMPARE(cli({u"ZSCORE"_s, u"z"_s, u"n"_s}), QByteArray("1"));
    }

    void addingDoesNotMakeAKeyAnew()
    {
        ValueEdit entry;
        entry.kind = Kind::AddEntry, entry.key = "gone", entry.pairs = {{"a", "b"}};
        for (const Act& act :
            {edit(Kind::PushFront, "gone", {}, "v"), edit(Kind::PushBack, "gone", {}, "v"),
                edit(Kind::AddMember, "gone", {}, "v"), edit(Kind::AddField, "gone", "f", "v"),
                edit(Kind::AddScored, "gone", {}, "v"), m_client->as<Values>().edit(entry)}) {
            Text words;
            QCOMPARE(refused(act, &words), Error::Kind::NotFound);
            QCOMPARE(words, keyGone());
            QCOMPARE(cli({u"EXISTS"_s, u"gone"_s}), QByteArray("0"));
        }
    }

    // Somebody else writes to the key between the look and the change: it is only to be there.
    void aBusyKeyIsAddedTo()
    {
        m_server->script("HSET h f 1\nHSET late f 1\n");
        FaultProxy proxy(m_server->port());
        ServiceConfig config = m_server->config();
        config.address = u"127.0.0.1:%1"_s.arg(proxy.port());
        RedisClient client(config);
        const auto add = [&](const QByteArray& key, const QByteArray& field) {
            ValueEdit e;
            e.kind = Kind::AddField, e.key = key, e.field = field, e.value = "mine";
            return client.as<Values>().edit(e).make();
        };
        QCOMPARE(finish(*add("h", "first")), TaskStatus::State::Done); // it is logged in now
        const auto looks = [&] {
            // In no order: the line looked for may be the last, which has no end of line.
            for (const QByteArray& line : cli({u"INFO"_s, u"commandstats"_s}).split('\n')) {
                if (line.startsWith("cmdstat_exists:"))
                    return line;
            }
            return QByteArray();
        };
        const auto during = [&](const QByteArray& key, const QStringList& theirs) {
            const QByteArray before = looks();
            proxy.delay(std::chrono::seconds(3)); // the answer to the look is on its way
            auto task = add(key, "second");
            task->start();
            if (!QTest::qWaitFor([&] { return looks() != before; }))
                return task;
            cli(theirs);
            proxy.pass();
            (void)QTest::qWaitFor([&] { return task->isFinished(); }, 30'000);
            return task;
        };
        QCOMPARE(during("h", {u"HSET"_s, u"h"_s, u"f"_s, u"2"_s})->status().state,
            TaskStatus::State::Done);
        QCOMPARE(cli({u"HGET"_s, u"h"_s, u"second"_s}), QByteArray("mine"));
        const auto late = during("late", {u"DEL"_s, u"late"_s});
        QVERIFY(!late->outcome().has_value());
        QCOMPARE(late->outcome().error().kind, Error::Kind::NotFound);
        QCOMPARE(cli({u"EXISTS"_s, u"late"_s}), QByteArray("0"));
    }

    void aGroupThatIsGone()
    {
        m_server->script("XADD x 1-0 a b\nXGROUP CREATE x g 0\n");
        auto& streams = m_client->as<Streams>();
        QCOMPARE(refused(streams.acknowledge("x", "g", {"1-0"})), Error::Kind::NotFound);
        QCOMPARE(refused(streams.claim("x", "g", "me", 0, {"1-0"})), Error::Kind::Conflict);
        StreamGroup group;
        group.name = "other";
        QCOMPARE(refused(streams.removeGroup("x", group)), Error::Kind::NotFound);
    }
};

PH_TEST_MAIN(QCoreApplication, RedisGoneTest)
#include "tst_redisgone.moc"
