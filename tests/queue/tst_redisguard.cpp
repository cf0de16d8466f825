// SPDX-License-Identifier: GPL-3.0-or-later
// Protected connections: every command the server knows, in several shapes, read and as an act, and
// what hides a write in code. The judge is the server: its data, its settings, what it was called
// for.
#include "tests/queue/redislive.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class RedisGuardTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisFixture> m_server;

    static QByteArrayList lines(const QByteArray& text) { return text.split('\n'); }

    // Names of all commands, subcommands as "config|set", with their flags.
    QHash<QByteArray, QByteArray> allCommands() const
    {
        QHash<QByteArray, QByteArray> out;
        const QByteArrayList names = lines(m_server->cli({u"COMMAND"_s, u"LIST"_s}));
        QByteArray script;
        for (const QByteArray& name : names)
            script += "COMMAND INFO " + name + "\nECHO ----\n";
        const QByteArray answers = m_server->script(script);
        qsizetype from = 0;
        for (const QByteArray& name : names) {
            const qsizetype to = answers.indexOf("----\n", from);
            out.insert(name, answers.sliced(from, to - from).contains("\nwrite\n") ? "write" : "");
            from = to + 5;
        }
        return out;
    }

    QByteArray fingerprint() const
    {
        return m_server->digest() + m_server->cli({u"CONFIG"_s, u"GET"_s, u"*"_s})
            + m_server->cli({u"ACL"_s, u"LIST"_s}) + m_server->cli({u"MODULE"_s, u"LIST"_s})
            + m_server->cli({u"FUNCTION"_s, u"LIST"_s})
            + m_server->cli({u"EVAL"_s, u"return redis.call('PTTL','s') < 0"_s, u"0"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RedisFixture>();
        PH_NEED_SERVER(*m_server);
        m_server->script("SET s 10\nHSET h f 1\nRPUSH l 1 2\nSADD t a b\nZADD z 1 a\n"
                         "XADD x 1-0 f v\nXGROUP CREATE x g 0\nPFADD p a b c\nPFADD p2 d e\n");
    }

    void everyCommandOfTheServer_data()
    {
        QTest::addColumn<WriteMode>("mode");
        QTest::newRow("never") << WriteMode::Never;
        QTest::newRow("off") << WriteMode::Off;
    }
    void everyCommandOfTheServer()
    {
        QFETCH(WriteMode, mode);
        const auto commands = allCommands();
        QVERIFY(commands.size() > 200);
        const std::vector<Command> shapes{
            {}, {"s"}, {"s", "1"}, {"h", "f", "2"}, {"x", "*", "f", "v"}};
        const QByteArray before = fingerprint();
        m_server->cli({u"CONFIG"_s, u"RESETSTAT"_s});
        RedisClient client(m_server->config(mode));
        auto& console = client.as<Console>();
        int refusedWrites = 0;
        for (auto it = commands.cbegin(); it != commands.cend(); ++it) {
            for (const Command& shape : shapes) {
                Command command{it.key().toUpper()};
                command.insert(command.end(), shape.begin(), shape.end());
                const auto answer = await(console.read(command));
                if (*it == "write") {
                    QVERIFY2(!answer.has_value(), it.key().constData());
                    QCOMPARE(answer.error().code, u"guard"_s);
                }
                if (shape.size() == 2) { // and as an act, past the question
                    client.apply(console.write(command));
                    if (*it == "write") {
                        ++refusedWrites;
                        QVERIFY2(!client.outcome.has_value(), it.key().constData());
                        QCOMPARE(client.outcome.error().kind, Error::Kind::Refused);
                    }
                }
            }
        }
        QVERIFY(refusedWrites > 80);
        const QByteArray stats = m_server->cli({u"INFO"_s, u"commandstats"_s});
        for (auto it = commands.cbegin(); it != commands.cend(); ++it) {
            if (*it == "write")
                QVERIFY2(
                    !stats.contains(QByteArray("cmdstat_" + it.key() + ":")), it.key().constData());
        }
        for (const char* name : {"eval", "eval_ro", "evalsha", "fcall", "fcall_ro", "debug",
                 "shutdown", "module|load", "function|load", "script|load", "config|set",
                 "acl|setuser", "replicaof", "pfcount", "publish", "keys", "monitor"}) {
            const QByteArray line = QByteArray("cmdstat_") + name + ":";
            QVERIFY2(!stats.contains(line), name);
        }
        QCOMPARE(fingerprint(), before);
    }

    void hiddenWrites_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line : {"EVAL \"return redis.call('SET','s','1')\" 0",
                 "eval \"return redis.call('S'..'ET','s','1')\" 0",
                 "EVAL_RO \"return redis.call('GET','s')\" 0", "FCALL f 0",
                 "SCRIPT LOAD \"return 1\"", "SCRIPT FLUSH",
                 "FUNCTION LOAD \"#!lua name=m\\nredis.register_function('f',function() end)\"",
                 "FUNCTION RESTORE x", "MODULE LOAD /tmp/evil.so", "MODULE LOADEX /tmp/evil.so",
                 "CONFIG SET dir /tmp", "CONFIG SET slowlog-log-slower-than 0", "CONFIG REWRITE",
                 "CONFIG RESETSTAT", "DEBUG SET-ACTIVE-EXPIRE 0", "DEBUG POPULATE 10",
                 "SORT l STORE l2", "GETEX s EX 10", "GETDEL s", "SPOP t",
                 "GEOSEARCHSTORE a b FROMLONLAT 1 1 BYRADIUS 1 m", "BITFIELD s SET u8 0 1",
                 "XREADGROUP GROUP g me STREAMS x >", "XAUTOCLAIM x g me 0 0", "PFCOUNT p p2",
                 "PFMERGE p p2", "CLIENT KILL TYPE normal", "CLIENT PAUSE 1000", "MULTI",
                 "REPLICAOF 127.0.0.1 1", "FLUSHALL ASYNC", "SWAPDB 0 1", "SELECT 1",
                 "MIGRATE 127.0.0.1 1 s 0 100", "ACL SETUSER evil on nopass +@all", "SLOWLOG RESET",
                 "LATENCY RESET", "MEMORY PURGE", "BGSAVE", "SAVE", "BGREWRITEAOF",
                 "SHUTDOWN NOSAVE", "CLUSTER RESET", "SUBSCRIBE a", "MONITOR", "PUBLISH a b",
                 "XREAD BLOCK 0 STREAMS x $", "KEYS *", "MEMORY USAGE s SAMPLES 0"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void hiddenWrites()
    {
        QFETCH(QString, line);
        const QByteArray before = fingerprint();
        RedisClient client(m_server->config(WriteMode::Never));
        const auto command = parsed(line);
        QVERIFY(command.has_value());
        const auto answer = await(client.as<Console>().read(*command));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().code, u"guard"_s);
        QVERIFY(!answer.error().hint.isEmpty()); // it says why
        QCOMPARE(client.apply(client.as<Console>().write(*command)), TaskStatus::State::Refused);
        QCOMPARE(fingerprint(), before);
    }

    // The contracts' own acts are held back by the same guard.
    void contractsAreGuardedToo()
    {
        const QByteArray before = fingerprint();
        RedisClient client(m_server->config(WriteMode::Never));
        auto& keys = client.as<Keyspace>();
        const auto removal = await(keys.remove({"s"}));
        QVERIFY(removal.has_value());
        ValueEdit edit;
        edit.kind = ValueEdit::Kind::SetText;
        edit.key = "s";
        edit.value = "x";
        edit.expected = "10";
        for (const Act& act : {*removal, keys.removePrefix("s", 1), keys.persist("s"),
                 keys.expire("s", milliseconds(1)), keys.rename("s", "s9"), keys.copy("s", "s9"),
                 client.as<Values>().edit(edit), client.as<Streams>().createGroup("x", "n", "$"),
                 client.as<Server>().clearSlowLog(), client.as<Server>().setSlowThreshold(1)}) {
            QVERIFY2(client.apply(act) == TaskStatus::State::Refused, qPrintable(act.statement));
            QCOMPARE(client.outcome.error().code, u"guard"_s);
        }
        QCOMPARE(fingerprint(), before);
    }

    void readsStillWork()
    {
        RedisClient client(m_server->config(WriteMode::Never));
        for (const char* line : {"GET s", "HGETALL h", "LRANGE l 0 -1", "XINFO STREAM x",
                 "MEMORY USAGE s", "OBJECT ENCODING s", "INFO", "PING", "DBSIZE", "TTL s",
                 "CLIENT LIST", "SLOWLOG GET 1", "CONFIG GET maxmemory", "XPENDING x g"}) {
            const auto answer
                = await(client.as<Console>().read(*parsed(QString::fromLatin1(line))));
            QVERIFY2(answer.has_value(), line);
        }
    }

    void liftedWritesEndAgain()
    {
        RedisClient client(m_server->config(WriteMode::Off));
        const auto set = [&] {
            return client.apply(client.as<Console>().write({"SET", "w", "1"}));
        };
        QCOMPARE(set(), TaskStatus::State::Refused);
        client.gate->lift();
        QCOMPARE(set(), TaskStatus::State::Done);
        client.gate->drop();
        QCOMPARE(set(), TaskStatus::State::Refused);
        m_server->cli({u"DEL"_s, u"w"_s});
    }
};

PH_TEST_MAIN(QCoreApplication, RedisGuardTest)
#include "tst_redisguard.moc"
