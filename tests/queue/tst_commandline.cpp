// SPDX-License-Identifier: GPL-3.0-or-later
// Commands in their written form: quoting, splitting, secrets, keys as entity names.
#include "queue/api/commandline.h"
#include "queue/api/console.h"
#include "queue/api/keyspace.h"
#include "queue/api/server.h"
#include "queue/api/streams.h"
#include "queue/api/values.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace Qt::StringLiterals;

class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("cart:user:1") << u"cart:user:1"_s;
        QTest::newRow("empty") << QByteArray("") << u"\"\""_s;
        QTest::newRow("space") << QByteArray("a b") << u"\"a b\""_s;
        QTest::newRow("quotes") << QByteArray("a\"b\\") << u"\"a\\\"b\\\\\""_s;
        QTest::newRow("line breaks") << QByteArray("a\r\n\tb") << u"\"a\\r\\n\\tb\""_s;
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe", 3) << u"\"\\x00\\xff\\xfe\""_s;
        QTest::newRow("korean") << u"핸드드립"_s.toUtf8() << u"핸드드립"_s;
        QTest::newRow("emoji") << u"🧭"_s.toUtf8() << u"🧭"_s;
        QTest::newRow("cut utf-8") << QByteArray("\xed\x95") << u"\"\\xed\\x95\""_s;
        QTest::newRow("overlong") << QByteArray("\xc0\xaf") << u"\"\\xc0\\xaf\""_s;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\"\\xed\\xa0\\x80\""_s;
        QTest::newRow("apostrophe") << QByteArray("it's") << u"\"it's\""_s;
    }
    void quotes()
    {
        QFETCH(QByteArray, word);
        QFETCH(QString, text);
        QCOMPARE(quoted(word), text);
        const auto back = parsed(text);
        QVERIFY(back.has_value());
        QCOMPARE(back->size(), size_t(1));
        QCOMPARE(back->front(), word);
    }

    // What is written is what is read back, whatever the bytes are.
    void everyByteComesBack()
    {
        QRandomGenerator random(20260301);
        for (int round = 0; round < 3000; ++round) {
            Command command;
            const int words = random.bounded(1, 5);
            for (int w = 0; w < words; ++w) {
                QByteArray word;
                const int length = random.bounded(0, 12);
                for (int i = 0; i < length; ++i)
                    word += char(random.bounded(256));
                command.push_back(word);
            }
            command.front().prepend('x'); // a random AUTH would be hidden
            const auto back = parsed(written(command));
            QVERIFY2(back.has_value(), qPrintable(written(command)));
            QCOMPARE(*back, command);
            for (const QByteArray& word : command)
                QCOMPARE(keyOfEntity(entityName(word)), word);
        }
    }

    void brokenQuotes_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("open") << u"SET a \"b"_s;
        QTest::newRow("open single") << u"SET a 'b"_s;
        QTest::newRow("no space") << u"SET \"a\"b c"_s;
        QTest::newRow("in the middle") << u"SET a\"b\" c"_s;
        QTest::newRow("escape at the end") << u"SET \"a\\"_s;
    }
    void brokenQuotes()
    {
        QFETCH(QString, line);
        const auto result = parsed(line);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, Error::Kind::Protocol);
    }

    void splitsLikeAShell()
    {
        const auto r = parsed(u"  HSET 'a b'  \"c\\x41\\n\"   한국  "_s);
        QVERIFY(r.has_value());
        QCOMPARE(*r, (Command{"HSET", "a b", "cA\n", u"한국"_s.toUtf8()}));
        QVERIFY(parsed(u"   "_s)->empty());
    }

    void secretsAreNotWritten()
    {
        QCOMPARE(written({"AUTH", "ann", "hunter2"}), u"AUTH *** ***"_s);
        QCOMPARE(
            written({"acl", "setuser", "ann", ">hunter2", "on"}), u"acl setuser ann *** ***"_s);
        QCOMPARE(written({"CONFIG", "SET", "maxmemory", "1", "requirepass", "hunter2"}),
            u"CONFIG SET maxmemory 1 requirepass ***"_s);
        QCOMPARE(written({"HELLO", "3", "AUTH", "ann", "hunter2"}), u"HELLO 3 AUTH *** ***"_s);
        QVERIFY(!shortened({"AUTH", "hunter2"}, 100).contains(u"hunter2"_s));
    }

    void longWordsAreShortened()
    {
        const QString s = shortened({"SET", "key", QByteArray(1'000'000, 'x')}, 200);
        QVERIFY(s.size() <= 200);
        QVERIFY(s.contains(u"1000000 B"_s));
    }

    void namesOfKeys()
    {
        QCOMPARE(entityName("cart:\xff"), u"cart:\\xff"_s);
        QCOMPARE(entityName("a\\b"), u"a\\\\b"_s);
        QCOMPARE(keyOfEntity(u"cart:\\xff"_s), QByteArray("cart:\xff"));
    }

    void globNamesMatchOnlyThemselves()
    {
        QCOMPARE(globEscaped("a*b?[c]\\^"), QByteArray("a\\*b\\?\\[c\\]\\\\\\^"));
    }

    void typesByTheServersWord()
    {
        for (const KeyType t : {KeyType::String, KeyType::Hash, KeyType::List, KeyType::Set,
                 KeyType::SortedSet, KeyType::Stream})
            QCOMPARE(typeOf(wordOf(t)), t);
        QCOMPARE(typeOf("ReJSON-RL"), KeyType::Other);
        QCOMPARE(typeOf("none"), KeyType::Unknown);
    }
};

PH_TEST_MAIN(QCoreApplication, CommandLineTest)
#include "tst_commandline.moc"
