// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes to values: well-formed, cut, malformed and hostile replies.
#include "queue/redis/redisreply.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace Qt::StringLiterals;

namespace
{

Result<std::optional<Reply>> decode(const QByteArray& bytes, ReplyBudget& budget)
{
    const ReaderHandle reader = makeReader(&budget);
    redisReaderFeed(reader.get(), bytes.constData(), size_t(bytes.size()));
    return takeReply(reader.get(), budget);
}

Result<std::optional<Reply>> decode(const QByteArray& bytes)
{
    ReplyBudget budget;
    return decode(bytes, budget);
}

Reply bytesReply(const char* text)
{
    return {Reply::Type::Bytes, text, 0, {}};
}

} // namespace

class RedisReplyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellFormed_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<Reply>("reply");
        using T = Reply::Type;
        QTest::newRow("status") << QByteArray("+OK\r\n") << Reply{T::Status, "OK", 0, {}};
        QTest::newRow("error") << QByteArray("-ERR no\r\n") << Reply{T::Error, "ERR no", 0, {}};
        QTest::newRow("integer") << QByteArray(":-9223372036854775807\r\n")
                                 << Reply{T::Integer, {}, -9223372036854775807LL, {}};
        QTest::newRow("nil") << QByteArray("$-1\r\n") << Reply{};
        QTest::newRow("nil array") << QByteArray("*-1\r\n") << Reply{};
        QTest::newRow("binary") << QByteArray("$4\r\n\0\r\n\xff\r\n", 10)
                                << Reply{T::Bytes, QByteArray("\0\r\n\xff", 4), 0, {}};
        QTest::newRow("empty text") << QByteArray("$0\r\n\r\n") << Reply{T::Bytes, "", 0, {}};
        QTest::newRow("empty array") << QByteArray("*0\r\n") << Reply{T::Array, {}, 0, {}};
        QTest::newRow("nested") << QByteArray("*3\r\n*2\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n*0\r\n")
                                << Reply{T::Array, {}, 0,
                                       {Reply{T::Array, {}, 0,
                                            {bytesReply("a"), Reply{T::Integer, {}, 1, {}}}},
                                           bytesReply("b"), Reply{T::Array, {}, 0, {}}}};
    }
    void wellFormed()
    {
        QFETCH(QByteArray, wire);
        QFETCH(Reply, reply);
        const auto whole = decode(wire);
        QVERIFY(whole.has_value());
        QVERIFY(whole->has_value());
        QVERIFY(**whole == reply);

        // Byte by byte: never an answer before the last byte, always the same one after it.
        ReplyBudget budget;
        const ReaderHandle reader = makeReader(&budget);
        for (qsizetype i = 0; i < wire.size(); ++i) {
            redisReaderFeed(reader.get(), wire.constData() + i, 1);
            const auto part = takeReply(reader.get(), budget);
            QVERIFY(part.has_value());
            QCOMPARE(part->has_value(), i + 1 == wire.size());
            if (*part)
                QVERIFY(**part == reply);
        }
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("another protocol") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("tls alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
        QTest::newRow("length of letters") << QByteArray("$abc\r\n");
        QTest::newRow("negative length") << QByteArray("$-5\r\n");
        QTest::newRow("array of letters") << QByteArray("*xx\r\n");
        QTest::newRow("too deep") << QByteArray("*1\r\n").repeated(50) + ":1\r\n";
    }
    void malformed()
    {
        QFETCH(QByteArray, wire);
        const auto result = decode(wire);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, Error::Kind::Protocol);
    }

    void announcedElementsCostNothing()
    {
        ReplyBudget budget;
        const auto result = decode("*2000000000\r\n:1\r\n", budget);
        QVERIFY(result.has_value());
        QVERIFY(!result->has_value()); // it waits for the rest, holding two values
        QVERIFY(budget.used < 1000);
    }

    void tooLargeIsRefused()
    {
        ReplyBudget budget;
        budget.limit = 100'000;
        auto result = decode("$5000000\r\n" + QByteArray(200'000, 'x'), budget);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, u"too-large"_s);

        ReplyBudget many;
        many.limit = 100'000;
        result = decode("*100000\r\n" + QByteArray(":1\r\n").repeated(50'000), many);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, u"too-large"_s);
    }

    // The budget is per reply: a long conversation of small answers is never too large.
    void budgetStartsAnew()
    {
        ReplyBudget budget;
        budget.limit = 10'000;
        const ReaderHandle reader = makeReader(&budget);
        for (int i = 0; i < 1000; ++i) {
            const QByteArray wire = "$1000\r\n" + QByteArray(1000, 'x') + "\r\n";
            redisReaderFeed(reader.get(), wire.constData(), size_t(wire.size()));
            const auto reply = takeReply(reader.get(), budget);
            QVERIFY(reply.has_value() && reply->has_value());
        }
    }

    // No input crashes the reader or leaves the error kinds.
    void noise()
    {
        QRandomGenerator random(7);
        const QByteArray alphabet = "+-:$*0123456789\r\nabc\0\xff";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray wire;
            const int length = random.bounded(1, 60);
            for (int i = 0; i < length; ++i)
                wire += alphabet[random.bounded(int(alphabet.size()))];
            ReplyBudget budget;
            budget.limit = 1 << 20;
            const auto result = decode(wire, budget);
            if (!result)
                QCOMPARE(result.error().kind, Error::Kind::Protocol);
        }
    }

    void errorsByPrefix_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<Error::Kind>("kind");
        using K = Error::Kind;
        QTest::newRow("no auth") << QByteArray("NOAUTH Authentication required.") << K::Auth;
        QTest::newRow("wrong") << QByteArray("WRONGPASS invalid username-password pair") << K::Auth;
        QTest::newRow("not asked for") << QByteArray("ERR AUTH <password> called without any "
                                                     "password configured")
                                       << K::Auth;
        QTest::newRow("rules") << QByteArray("NOPERM User viewer has no permissions") << K::Auth;
        QTest::newRow("type") << QByteArray("WRONGTYPE Operation against a key") << K::Conflict;
        QTest::newRow("replica") << QByteArray("READONLY You can't write") << K::Refused;
        QTest::newRow("loading") << QByteArray("LOADING Redis is loading") << K::Timeout;
        QTest::newRow("unknown") << QByteArray("ERR unknown command 'X'") << K::Unsupported;
        QTest::newRow("moved") << QByteArray("MOVED 1 10.0.0.1:6379") << K::Unsupported;
        QTest::newRow("no group") << QByteArray("NOGROUP No such consumer group") << K::NotFound;
        QTest::newRow("full") << QByteArray("OOM command not allowed") << K::Refused;
    }
    void errorsByPrefix()
    {
        QFETCH(QByteArray, words);
        QFETCH(Error::Kind, kind);
        const Error error = errorOf(words, u"cache"_s);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.detail, QString::fromUtf8(words)); // verbatim
        QCOMPARE(error.where, u"cache"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, RedisReplyTest)
#include "tst_redisreply.moc"
