// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the queue module against a real server: what is read is what the server holds,
// and each act does to the server what its preview says.
#include "core/facets/health.h"
#include "tests/queue/redislive.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class RedisContractTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RedisFixture> m_server;
    std::unique_ptr<RedisClient> m_client;

    QByteArray cli(const QStringList& words) { return m_server->cli(words); }

    ValuePage wholeValue(PageQuery query)
    {
        ValuePage all;
        for (int guard = 0; guard < 10'000; ++guard) {
            auto page = await(m_client->as<Values>().page(query));
            if (!page) {
                qWarning("%s", qPrintable(page.error().detail));
                return {};
            }
            all.total = page->total;
            std::move(page->rows.begin(), page->rows.end(), std::back_inserter(all.rows));
            if (page->next.isEmpty())
                return all;
            query.cursor = page->next;
        }
        return {};
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

    // ---- Keyspace
    void scanFindsEveryKeyOnce()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"30000"_s, u"cart:user"_s});
        m_server->script("SET \"a b\\r\\n\\x00\\xff\" 1\n");
        cli({u"SLOWLOG"_s, u"RESET"_s});
        const auto found = collect(m_client->as<Keyspace>().scan({}));
        QVERIFY(found.end && found.end->has_value());
        QSet<QByteArray> names;
        for (const NameBatch& batch : found.values) {
            for (int i = 0; i < batch.size(); ++i)
                names.insert(batch.at(i).toByteArray());
        }
        QCOMPARE(names.size(), 30001);
        QVERIFY(names.contains(QByteArray("a b\r\n\0\xff", 7)));
        QCOMPARE(found.values.back().total, 30001);
        QVERIFY(found.values.back().visited >= 30001);
        QCOMPARE(cli({u"SLOWLOG"_s, u"LEN"_s}), QByteArray("0"));
    }

    void scanByPatternAndType()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"2000"_s, u"cart:user"_s});
        cli({u"HSET"_s, u"cart:h"_s, u"f"_s, u"v"_s});
        ScanQuery query;
        query.type = KeyType::Hash;
        auto found = collect(m_client->as<Keyspace>().scan(query));
        qint64 n = 0;
        for (const NameBatch& b : found.values)
            n += b.size();
        QCOMPARE(n, 1);
        query = {};
        query.pattern = "cart:user:199*";
        found = collect(m_client->as<Keyspace>().scan(query));
        n = 0;
        for (const NameBatch& b : found.values)
            n += b.size();
        QCOMPARE(n, 11); // 199, 1990 … 1999
        QCOMPARE(found.values.back().visited, found.values.back().total);
    }

    void scanPausesAndStops()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"200000"_s, u"k"_s});
        ScanQuery query;
        query.hold = std::make_shared<std::atomic<bool>>(false);
        QObject context;
        qint64 seen = 0;
        bool ended = false, held = false;
        auto stream = m_client->as<Keyspace>().scan(query).attach(
            &context,
            [&](std::vector<NameBatch>&& batches) {
                for (const NameBatch& b : batches)
                    seen += b.size();
                if (!std::exchange(held, true))
                    query.hold->store(true);
            },
            [&](VoidResult) { ended = true; });
        QTRY_VERIFY(seen > 0);
        qint64 calls = -1; // held: no SCAN arrives at the server any more
        QTRY_VERIFY([&] {
            const QByteArray now = cli({u"INFO"_s, u"commandstats"_s});
            const qsizetype at = now.indexOf("cmdstat_scan:calls=");
            const qint64 n = now.sliced(at + 19, now.indexOf(',', at) - at - 19).toLongLong();
            return std::exchange(calls, n) == n;
        }());
        QVERIFY(!ended);
        query.hold->store(false);
        QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
        QVERIFY(seen >= 200'000);
    }

    void detailsOfEveryType()
    {
        m_server->script("SET s hello EX 1000\nHSET h a 1 b 2\nRPUSH l 1 2 3\nSADD t x\n"
                         "ZADD z 1 a 2 b\nXADD x * f v\n");
        const auto details = await(m_client->as<Keyspace>().details(
            {"s", "h", "l", "t", "z", "x", "gone"}, DetailFields(kAllDetails)));
        QVERIFY(details.has_value());
        const auto& d = *details;
        QCOMPARE(d.size(), size_t(7));
        const KeyType types[] = {KeyType::String, KeyType::Hash, KeyType::List, KeyType::Set,
            KeyType::SortedSet, KeyType::Stream};
        const qint64 lengths[] = {5, 2, 3, 1, 2, 1};
        for (size_t i = 0; i < 6; ++i) {
            QCOMPARE(d[i].type, types[i]);
            QCOMPARE(d[i].length, std::optional(lengths[i]));
            QVERIFY(d[i].memory.value_or(0) > 0);
            QCOMPARE(d[i].ttl.value_or(0) == KeyDetail::kNoTtl, i != 0);
        }
        QVERIFY(*d[0].ttl > 990'000 && *d[0].ttl <= 1'000'000);
        QVERIFY(d[6].gone);

        const auto facts = await(m_client->as<Keyspace>().facts("h"));
        QVERIFY(facts.has_value());
        QCOMPARE(facts->encoding, QByteArray("listpack"));
        QCOMPARE(facts->detail.length, std::optional<qint64>(2));
        QVERIFY(facts->idle.has_value());
    }

    void surveyKnowsEveryKey()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"5000"_s, u"k"_s});
        cli({u"EXPIRE"_s, u"k:7"_s, u"500"_s});
        const auto all = collect(m_client->as<Keyspace>().survey(
            {}, DetailField::Type | DetailField::Ttl | DetailField::Memory));
        QVERIFY(all.end && all.end->has_value());
        QSet<QByteArray> names;
        qint64 expiring = 0;
        for (const DetailBatch& b : all.values) {
            for (const KeyDetail& k : b.keys) {
                names.insert(k.name);
                QCOMPARE(k.type, KeyType::String);
                QVERIFY(k.memory.value_or(0) > 0);
                expiring += k.ttl.value_or(0) > 0 ? 1 : 0;
            }
        }
        QCOMPARE(names.size(), 5000);
        QVERIFY(expiring >= 1);
    }

    // ---- Values
    void stringByWindows()
    {
        cli({u"SETRANGE"_s, u"big"_s, u"209715199"_s, u"z"_s}); // 200 MB
        const auto first = await(m_client->as<Values>().text("big", 0, 4096));
        QVERIFY(first.has_value());
        QCOMPARE(first->total, 209'715'200);
        QCOMPARE(first->bytes, QByteArray(4096, '\0'));
        const auto last = await(m_client->as<Values>().text("big", 209'715'190, 4096));
        QCOMPARE(last->bytes, QByteArray(9, '\0') + 'z');
    }

    void pagesHoldEveryElement()
    {
        m_server->script(
            "EVAL \"for i=1,1000 do redis.call('HSET','h','f'..i,'v'..i) "
            "redis.call('RPUSH','l',i) redis.call('SADD','t',i) "
            "redis.call('ZADD','z',i,'m'..i) redis.call('XADD','x',i..'-0','n',i) end\" 0\n");
        const QHash<QByteArray, KeyType> keys{{"h", KeyType::Hash}, {"l", KeyType::List},
            {"t", KeyType::Set}, {"z", KeyType::SortedSet}, {"x", KeyType::Stream}};
        for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
            PageQuery query;
            query.key = it.key();
            query.type = *it;
            const ValuePage all = wholeValue(query);
            QCOMPARE(all.total, 1000);
            QSet<QByteArray> distinct;
            for (const ValueRow& row : all.rows)
                distinct.insert(row.field + '/' + row.value + '/' + row.score);
            QCOMPARE(distinct.size(), 1000);
        }
        PageQuery newest;
        newest.key = "x";
        newest.type = KeyType::Stream;
        newest.newestFirst = true;
        QCOMPARE(
            await(m_client->as<Values>().page(newest))->rows.front().field, QByteArray("1000-0"));
        PageQuery matched;
        matched.key = "z";
        matched.type = KeyType::SortedSet;
        matched.match = "m99?";
        QCOMPARE(wholeValue(matched).rows.size(), size_t(10));
    }

    void wrongTypeIsSaid()
    {
        cli({u"SET"_s, u"s"_s, u"1"_s});
        PageQuery query;
        query.key = "s";
        query.type = KeyType::Hash;
        const auto page = await(m_client->as<Values>().page(query));
        QVERIFY(!page.has_value());
        QCOMPARE(page.error().kind, Error::Kind::Conflict);
        QVERIFY(page.error().detail.startsWith(u"WRONGTYPE"_s));
    }

    void editsOfEveryType()
    {
        m_server->script("SET s old EX 1000\nHSET h f old g x\nRPUSH l a b c\nSADD t x\n"
                         "ZADD z 1 m\nXADD x 1-0 f v\n");
        using K = ValueEdit::Kind;
        const auto edit = [this](ValueEdit e) {
            const Act act = m_client->as<Values>().edit(e);
            const auto state = m_client->apply(act);
            if (state != TaskStatus::State::Done)
                qWarning("%s", qPrintable(act.statement));
            return state == TaskStatus::State::Done;
        };
        const QByteArray odd("\0\"new\"\r\n\xff", 9);
        ValueEdit e;
        e.kind = K::SetText, e.key = "s", e.value = odd, e.expected = "old";
        QVERIFY(edit(e));
        QVERIFY(cli({u"TTL"_s, u"s"_s}).toInt() > 900); // its time to live is kept
        QCOMPARE(await(m_client->as<Values>().text("s", 0, 100))->bytes, odd);

        e = {};
        e.kind = K::SetField, e.key = "h", e.field = "f", e.value = "new", e.expected = "old";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"HGET"_s, u"h"_s, u"f"_s}), QByteArray("new"));
        e = {};
        e.kind = K::RemoveField, e.key = "h", e.field = "g";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"HLEN"_s, u"h"_s}), QByteArray("1"));

        e = {};
        e.kind = K::SetItem, e.key = "l", e.index = 1, e.value = "B", e.expected = "b";
        QVERIFY(edit(e));
        e = {};
        e.kind = K::RemoveItem, e.key = "l", e.index = 0, e.expected = "a";
        QVERIFY(edit(e));
        e = {};
        e.kind = K::PushFront, e.key = "l", e.value = "0";
        QVERIFY(edit(e));
        e.kind = K::PushBack, e.value = "9";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"LRANGE"_s, u"l"_s, u"0"_s, u"-1"_s}), QByteArray("0\nB\nc\n9"));

        e = {};
        e.kind = K::AddMember, e.key = "t", e.value = "y";
        QVERIFY(edit(e));
        e.kind = K::RemoveMember, e.value = "x";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"SMEMBERS"_s, u"t"_s}), QByteArray("y"));

        e = {};
        e.kind = K::SetScore, e.key = "z", e.value = "m", e.score = "2.5", e.expected = "1";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"ZSCORE"_s, u"z"_s, u"m"_s}), QByteArray("2.5"));
        e = {};
        e.kind = K::RemoveScored, e.key = "z", e.value = "m";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"EXISTS"_s, u"z"_s}), QByteArray("0"));

        e = {};
        e.kind = K::AddEntry, e.key = "x", e.pairs = {{"a", "1"}, {"b", "2"}};
        QVERIFY(edit(e));
        QCOMPARE(cli({u"XLEN"_s, u"x"_s}), QByteArray("2"));
        e = {};
        e.kind = K::RemoveEntry, e.key = "x", e.field = "1-0";
        QVERIFY(edit(e));
        QCOMPARE(cli({u"XLEN"_s, u"x"_s}), QByteArray("1"));
    }

    void editOfAChangedValueIsAConflict()
    {
        cli({u"HSET"_s, u"h"_s, u"f"_s, u"theirs"_s});
        ValueEdit e;
        e.kind = ValueEdit::Kind::SetField, e.key = "h", e.field = "f", e.value = "mine",
        e.expected = "what I saw";
        QVERIFY(m_client->apply(m_client->as<Values>().edit(e)) != TaskStatus::State::Done);
        QCOMPARE(m_client->outcome.error().kind, Error::Kind::Conflict);
        QCOMPARE(cli({u"HGET"_s, u"h"_s, u"f"_s}), QByteArray("theirs"));
    }

    void previewIsWhatIsSent()
    {
        cli({u"SET"_s, u"a b"_s, u"1"_s});
        const Act act = m_client->as<Keyspace>().expire("a b", std::chrono::minutes(5));
        QCOMPARE(act.statement, u"PEXPIRE \"a b\" 300000"_s);
        QCOMPARE(act.language, u"redis"_s);
        QCOMPARE(m_client->apply(act), TaskStatus::State::Done);
        QVERIFY(cli({u"TTL"_s, u"a b"_s}).toInt() > 290);
        const QByteArray log = [&] {
            QFile file(m_client->folder.filePath(u"audit.jsonl"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        QVERIFY(log.contains("PEXPIRE"));
        QVERIFY(log.contains("set-ttl"));
        QCOMPARE(m_client->apply(m_client->as<Keyspace>().persist("a b")), TaskStatus::State::Done);
        QCOMPARE(cli({u"TTL"_s, u"a b"_s}), QByteArray("-1"));
    }

    void renameAndCopyOverwriteNothing()
    {
        m_server->script("SET a 1\nSET b 2\n");
        QVERIFY(
            m_client->apply(m_client->as<Keyspace>().rename("a", "b")) != TaskStatus::State::Done);
        QCOMPARE(m_client->outcome.error().kind, Error::Kind::Conflict);
        QVERIFY(
            m_client->apply(m_client->as<Keyspace>().copy("a", "b")) != TaskStatus::State::Done);
        QCOMPARE(cli({u"GET"_s, u"b"_s}), QByteArray("2"));
        QCOMPARE(m_client->apply(m_client->as<Keyspace>().copy("a", "c")), TaskStatus::State::Done);
        QCOMPARE(
            m_client->apply(m_client->as<Keyspace>().rename("a", "d")), TaskStatus::State::Done);
        QCOMPARE(cli({u"MGET"_s, u"c"_s, u"d"_s}), QByteArray("1\n1"));
        // A name with quotes and a line break is previewed and sent as it is; its time goes along.
        cli({u"PEXPIRE"_s, u"d"_s, u"600000"_s});
        const Act odd = m_client->as<Keyspace>().rename("d", "e \"f\"\ng\\");
        QCOMPARE(odd.statement, u"RENAMENX d \"e \\\"f\\\"\\ng\\\\\""_s);
        QCOMPARE(m_client->apply(odd), TaskStatus::State::Done);
        QCOMPARE(cli({u"GET"_s, u"e \"f\"\ng\\"_s}), QByteArray("1"));
        QVERIFY(cli({u"TTL"_s, u"e \"f\"\ng\\"_s}).toInt() > 500);
    }

    void removalIsCountedFirst()
    {
        m_server->script("RPUSH l 1 2 3\nSET s x\n");
        const auto act = await(m_client->as<Keyspace>().remove({"l", "s", "gone"}));
        QVERIFY(act.has_value());
        QVERIFY(act->destructive);
        QCOMPARE(act->statement, u"UNLINK l s gone"_s);
        QCOMPARE(act->effects.front().value, u"2"_s);
        QCOMPARE(act->effects[1].value, u"3"_s);
        QCOMPARE(cli({u"DBSIZE"_s}), QByteArray("2"));
        QCOMPARE(m_client->apply(*act), TaskStatus::State::Done);
        QCOMPARE(cli({u"DBSIZE"_s}), QByteArray("0"));
    }

    void prefixIsRemovedAndNothingElse()
    {
        cli({u"DEBUG"_s, u"POPULATE"_s, u"3000"_s, u"a*b"_s});
        m_server->script("SET aXb:1 keep\nSET other keep\n");
        QCOMPARE(m_client->apply(m_client->as<Keyspace>().removePrefix("a*b:", 3000)),
            TaskStatus::State::Done);
        QCOMPARE(cli({u"DBSIZE"_s}), QByteArray("2"));
        QCOMPARE(cli({u"GET"_s, u"aXb:1"_s}), QByteArray("keep"));
    }

    // ---- Streams
    void groupsPendingClaimAndAcknowledge()
    {
        m_server->script("XADD x 1-0 f 1\nXADD x 2-0 f 2\nXADD x 3-0 f 3\n"
                         "XGROUP CREATE x g 0\nXREADGROUP GROUP g alice COUNT 2 STREAMS x >\n");
        auto& streams = m_client->as<Streams>();
        const auto groups = await(streams.groups("x"));
        QVERIFY(groups.has_value());
        QCOMPARE(groups->size(), size_t(1));
        QCOMPARE(groups->front().pending, 2);
        QCOMPARE(groups->front().lag, std::optional<qint64>(1));
        const auto consumers = await(streams.consumers("x", "g"));
        QCOMPARE(consumers->front().name, QByteArray("alice"));
        auto pending = await(streams.pending({"x", "g", {}, 0, {}, 100}));
        QCOMPARE(pending->size(), size_t(2));
        QCOMPARE(pending->front().deliveries, 1);

        const Act claim = streams.claim("x", "g", "bob", 0, {"1-0"});
        QCOMPARE(claim.statement, u"XCLAIM x g bob 0 1-0 JUSTID"_s);
        QCOMPARE(m_client->apply(claim), TaskStatus::State::Done);
        pending = await(streams.pending({"x", "g", "bob", 0, {}, 100}));
        QCOMPARE(pending->size(), size_t(1));
        QCOMPARE(m_client->apply(streams.acknowledge("x", "g", {"1-0", "2-0"})),
            TaskStatus::State::Done);
        pending = await(streams.pending({"x", "g", {}, 0, {}, 100}));
        QVERIFY(pending->empty());

        m_server->script("XDEL x 2-0\nXGROUP SETID x g 2-0\n"); // now its lag cannot be known
        QVERIFY(!await(streams.groups("x"))->front().lag.has_value());
        QCOMPARE(m_client->apply(streams.createGroup("x", "g2", "$")), TaskStatus::State::Done);
        QCOMPARE(
            m_client->apply(streams.removeGroup("x", groups->front())), TaskStatus::State::Done);
        QCOMPARE(await(streams.groups("x"))->size(), size_t(1));
        QVERIFY(!await(streams.consumers("x", "nobody")).has_value());
    }

    // ---- Console and server
    void consoleReadsAndRefuses()
    {
        cli({u"SET"_s, u"a"_s, u"1"_s});
        auto& console = m_client->as<Console>();
        QCOMPARE(await(console.read({"GET", "a"}))->bytes, QByteArray("1"));
        QCOMPARE(await(console.judge({"SET", "a", "2"}))->kind, CommandVerdict::Kind::Writes);
        const auto refused = await(console.read({"SET", "a", "2"}));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, u"guard"_s);
        QCOMPARE(m_client->apply(console.write({"SET", "a", "3"})), TaskStatus::State::Done);
        QCOMPARE(cli({u"GET"_s, u"a"_s}), QByteArray("3"));
        // What flushing would take is counted before it is asked for.
        cli({u"SET"_s, u"b"_s, u"1"_s});
        const QByteArray keys = cli({u"DBSIZE"_s});
        for (const char* word : {"FLUSHALL", "flushdb"}) {
            const auto flush = await(console.judge({word, "ASYNC"}));
            QVERIFY(flush.has_value());
            QCOMPARE(flush->effects.size(), size_t(1));
            QCOMPARE(QString(flush->effects[0].value).remove(u',').toUtf8(), keys);
        }
        QVERIFY(await(console.judge({"SET", "a", "2"}))->effects.empty());
    }

    void serverSpeaksOfItself()
    {
        auto& server = m_client->as<Server>();
        QVERIFY(!await(server.info())->text("redis_version").isEmpty());
        cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"0"_s});
        cli({u"GET"_s, u"slow"_s});
        const auto log = await(server.slowLog(128));
        QVERIFY(log.has_value());
        QCOMPARE(log->thresholdMicros, std::optional<qint64>(0));
        QVERIFY(!log->entries.empty());
        const auto clients = await(server.clients(100));
        QVERIFY(clients.has_value());
        QVERIFY(std::any_of(clients->begin(), clients->end(),
            [](const ClientEntry& c) { return c.name == "pilothouse"; }));
        QCOMPARE(m_client->apply(server.setSlowThreshold(20'000)), TaskStatus::State::Done);
        QCOMPARE(m_client->apply(server.clearSlowLog()), TaskStatus::State::Done);
        QCOMPARE(await(server.slowLog(128))->entries.size(), size_t(0));
        QCOMPARE(await(server.slowLog(128))->thresholdMicros, std::optional<qint64>(20'000));
        cli({u"CONFIG"_s, u"SET"_s, u"slowlog-log-slower-than"_s, u"10000"_s});
    }

    // ---- Ways to connect
    void unixSocketAndDatabase()
    {
        m_server->script("SELECT 3\nSET here 1\n");
        ServiceConfig config = m_server->config();
        config.address = m_server->socket();
        config.options.insert(u"database"_s, 3);
        RedisClient client(config);
        QCOMPARE(await(client.as<Console>().read({"GET", "here"}))->bytes, QByteArray("1"));
        QCOMPARE(await(client.as<Console>().read({"DBSIZE"}))->integer, 1);
    }

    void passwordAndAclUser()
    {
        RedisFixture server({u"hunter2-marked"_s, {}});
        PH_NEED_SERVER(server);
        server.script("ACL SETUSER viewer on >viewer-marked ~* &* -@all +@read +@connection +info "
                      "+slowlog|get +slowlog|len\nSET a 1\n");
        {
            RedisClient client(server.config(), u"hunter2-marked"_s);
            QCOMPARE(await(client.as<Console>().read({"GET", "a"}))->bytes, QByteArray("1"));
        }
        ServiceConfig config = server.config();
        config.user = u"viewer"_s;
        RedisClient viewer(config, u"viewer-marked"_s); // may not even ask for command flags
        QCOMPARE(await(viewer.as<Console>().read({"GET", "a"}))->bytes, QByteArray("1"));
        const auto found = collect(viewer.as<Keyspace>().scan({}));
        QVERIFY(found.end && found.end->has_value());
        QCOMPARE(found.values.front().size(), 1);
        QVERIFY(await(viewer.as<HealthFacet>().probe()).has_value());
        QCOMPARE(viewer.apply(viewer.as<Keyspace>().persist("a")), TaskStatus::State::Failed);
        QCOMPARE(viewer.outcome.error().kind, Error::Kind::Auth);

        RedisClient wrong(server.config(), u"wrong-marked"_s);
        const auto refused = await(wrong.as<Console>().read({"GET", "a"}));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, Error::Kind::Auth);
        QVERIFY(!refused.error().detail.contains(u"marked"_s));
        RedisClient none(server.config());
        QCOMPARE(await(none.as<Console>().read({"GET", "a"})).error().kind, Error::Kind::Auth);
    }
};

PH_TEST_MAIN(QCoreApplication, RedisContractTest)
#include "tst_rediscontract.moc"
