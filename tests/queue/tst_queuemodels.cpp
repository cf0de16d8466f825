// SPDX-License-Identifier: GPL-3.0-or-later
// Trie, key tree, values, slow log and formats, without a widget.
#include "queue/api/replytext.h"
#include "queue/panel/commanddocs.h"
#include "queue/panel/consolehistory.h"
#include "queue/panel/keytreemodel.h"
#include "queue/panel/slowlogmodel.h"
#include "queue/panel/valueformats.h"
#include "queue/panel/valuemodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSet>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace Qt::StringLiterals;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class QueueModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trieCountsEachNameOnce()
    {
        KeyTrie trie(":");
        for (const char* name : {"a:b:1", "a:b:2", "a:b:1", "a:c", "d", "a:", "", "a"})
            trie.add(name);
        QCOMPARE(trie.keys(), 7);
        const FolderLines root = trie.lines({}, 100);
        QCOMPARE(root.lines.size(), size_t(4)); // a: | "" a d
        QCOMPARE(root.lines[0], (KeyLine{"a:", true, 4, -1}));
        QCOMPARE(root.lines[1].path, QByteArray(""));
        QCOMPARE(root.leaves, 3);
        const FolderLines a = trie.lines("a:", 100);
        QCOMPARE(a.lines[0], (KeyLine{"a:b:", true, 2, -1}));
        QCOMPARE(a.lines[1].path, QByteArray("a:")); // a key that ends with the separator
        QCOMPARE(a.lines[2].path, QByteArray("a:c"));
        QVERIFY(trie.lines("nothing:", 10).lines.empty());
    }

    void trieSumsSizesUpwards()
    {
        KeyTrie trie(":");
        trie.add("a:b:1");
        trie.add("a:2");
        KeyDetail detail;
        detail.name = "a:b:1";
        detail.memory = 100;
        trie.measure(detail);
        trie.measure(detail); // a walk may name it twice
        detail.name = "a:2";
        detail.memory = 11;
        trie.measure(detail);
        QCOMPARE(trie.memory(), 111);
        QCOMPARE(trie.lines("a:", 9).lines[0].memory, 100);
        trie.remove("a:b:1");
        QCOMPARE(trie.keys(), 1);
        QCOMPARE(trie.lines("a:", 9).lines.size(), size_t(1)); // an empty folder is no line
    }

    void trieAgainstAPlainList()
    {
        QRandomGenerator random(11);
        KeyTrie trie("::");
        QSet<QByteArray> names;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray name;
            for (int part = random.bounded(1, 5); part > 0; --part)
                name += QByteArray::number(random.bounded(12)) + (part > 1 ? "::" : "");
            names.insert(name);
            trie.add(name);
        }
        QCOMPARE(trie.keys(), qint64(names.size()));
        const std::function<qint64(const QByteArray&)> count = [&](const QByteArray& path) {
            qint64 sum = 0;
            const FolderLines folder = trie.lines(path, 1'000'000);
            for (const KeyLine& line : folder.lines) {
                if (!line.folder) {
                    if (!names.contains(line.path))
                        return qint64(-1'000'000);
                    ++sum;
                    continue;
                }
                const qint64 below = count(line.path);
                if (below != line.keys)
                    return qint64(-1'000'000);
                sum += below;
            }
            return sum;
        };
        QCOMPARE(count({}), qint64(names.size()));
    }

    void treeMergesByName()
    {
        KeyTrie trie(":");
        KeyTreeModel model(":");
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const auto merge = [&] {
            for (const auto& [path, limit] : model.openFolders())
                model.merge(trie.lines(path, limit));
        };
        for (const char* name : {"b:1", "b:3", "d:1", "x"})
            trie.add(name);
        merge();
        QCOMPARE(model.rowCount(), 3);
        const QPersistentModelIndex d = model.index(1, 0);
        QCOMPARE(d.data().toString(), u"d:"_s);
        const QPersistentModelIndex b = model.index(0, 0);
        model.fetchMore(b);
        merge();
        QCOMPARE(model.rowCount(b), 2);
        const QPersistentModelIndex three = model.index(1, 0, b);
        for (const char* name : {"a:1", "b:2", "c:1", "b:0", "y"})
            trie.add(name);
        merge();
        QCOMPARE(d.data().toString(), u"d:"_s); // the same line, further down
        QCOMPARE(d.row(), 3);
        QCOMPARE(three.data().toString(), u"3"_s);
        QCOMPARE(three.row(), 3);
        QCOMPARE(b.data(KeyTreeModel::KeysRole).toLongLong(), 4);
        trie.remove("b:3");
        trie.remove("d:1");
        merge();
        QVERIFY(!three.isValid());
        QVERIFY(!d.isValid());
        QCOMPARE(model.indexOf("b:2").data().toString(), u"2"_s);
    }

    void treeMergesAnything()
    {
        QRandomGenerator random(5);
        KeyTrie trie(":");
        KeyTreeModel model(":");
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 4; ++i) {
                QByteArray name = QByteArray::number(random.bounded(6)) + ':'
                    + QByteArray::number(random.bounded(8));
                if (random.bounded(3) == 0)
                    trie.remove(name);
                else
                    trie.add(name);
            }
            for (const auto& [path, limit] : model.openFolders())
                model.merge(trie.lines(path, limit));
            if (model.rowCount() > 0) {
                const QModelIndex at = model.index(random.bounded(model.rowCount()), 0);
                if (model.canFetchMore(at))
                    model.fetchMore(at);
            }
        }
        qint64 keys = 0;
        for (int i = 0; i < model.rowCount(); ++i)
            keys += model.index(i, 0).data(KeyTreeModel::KeysRole).toLongLong();
        QCOMPARE(keys, trie.keys());
    }

    void flatListIsSortedAndBounded()
    {
        QRandomGenerator random(7);
        KeyTrie trie(":");
        QList<QByteArray> names;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray name = QByteArray::number(random.bounded(40)) + ':'
                + QByteArray::number(random.bounded(9)) + ':' + QByteArray::number(i);
            trie.add(name);
            names.append(name);
        }
        trie.add(QByteArray("zz"));
        names.append("zz");
        std::sort(names.begin(), names.end());
        const FolderLines first = trie.flat(1000);
        QCOMPARE(first.leaves, qint64(names.size()));
        QCOMPARE(first.lines.size(), size_t(1000));
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(first.lines[size_t(i)].path, names[i]);
        QCOMPARE(trie.flat(10'000).lines.back().path, QByteArray("zz"));
        QVERIFY(trie.flat(0).lines.empty());
        KeyTreeModel model(":");
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.merge(first);
        QCOMPARE(model.rowCount(), 1001); // and the line that loads more
        QCOMPARE(model.index(0, 0).data().toString(), QString::fromUtf8(names[0]));
    }

    void historyWalksWhatBeginsAsTyped()
    {
        ConsoleHistory history;
        history.setLines({u"GET a"_s, u"SET a 1"_s, u"GET b"_s, u"SET a 1"_s});
        QCOMPARE(history.lines().size(), 3);
        history.add(u"GET a"_s); // the newest now
        QCOMPARE(history.older(u"x"_s), u"x"_s); // nothing begins so
        history.leave();
        QCOMPARE(history.older(u"get"_s), u"GET a"_s);
        QCOMPARE(history.older(u"GET a"_s), u"GET b"_s);
        QCOMPARE(history.older(u"GET b"_s), u"GET b"_s); // the oldest stays
        QCOMPARE(history.newer(u"GET b"_s), u"GET a"_s);
        QCOMPARE(history.newer(u"GET a"_s), u"get"_s); // what was typed
        for (int i = 0; i < 600; ++i)
            history.add(QString::number(i));
        QCOMPARE(history.lines().size(), ConsoleHistory::kKeep);
    }

    void commandsAndTheirDocsAreRead()
    {
        const auto text = [](const char* value) {
            return Reply{Reply::Type::Bytes, value, 0, {}};
        };
        const auto list = [](std::vector<Reply> items) {
            return Reply{Reply::Type::Array, {}, 0, std::move(items)};
        };
        std::vector<Reply> client(10);
        client[0] = text("client");
        client[9] = list({list({text("client|list")})});
        QCOMPARE(commandNames(list({list({text("set")}), list(client), Reply()})),
            (QStringList{u"CLIENT"_s, u"CLIENT LIST"_s, u"SET"_s}));
        const auto argument
            = [&](const char* name, const char* type, std::vector<Reply> more = {}) {
                  std::vector<Reply> all{text("name"), text(name), text("type"), text(type)};
                  all.insert(all.end(), more.begin(), more.end());
                  return list(all);
              };
        const Reply optional = list({text("optional")});
        const Reply docs = list({text("set"),
            list({text("summary"), text("Sets a string."), text("arguments"),
                list({argument("key", "key"), argument("value", "string"),
                    argument("condition", "oneof",
                        {text("flags"), optional, text("arguments"),
                            list({argument("nx", "pure-token", {text("token"), text("NX")}),
                                argument("xx", "pure-token", {text("token"), text("XX")})})}),
                    argument("seconds", "integer",
                        {text("token"), text("EX"), text("flags"), optional})})})});
        QCOMPARE(commandDocs(docs, u"SET"_s),
            (CommandDocs{u"key value [NX | XX] [EX seconds]"_s, u"Sets a string."_s}));
        QCOMPARE(commandDocs(docs, u"NOSUCH"_s), CommandDocs());
        QCOMPARE(commandDocs(Reply(), u"SET"_s), CommandDocs());
    }

    void repliesAreWrittenAsOnTheCommandLine()
    {
        const auto text = [](const QByteArray& value) {
            return Reply{Reply::Type::Bytes, value, 0, {}};
        };
        Reply nested{Reply::Type::Array, {}, 0,
            {text("a"), Reply{Reply::Type::Array, {}, 0, {text("b"), Reply()}},
                Reply{Reply::Type::Integer, {}, 7, {}}}};
        QCOMPARE(replyLines(nested).lines,
            (QStringList{u"1) \"a\""_s, u"2) 1) \"b\""_s, u"   2) (nil)"_s, u"3) (integer) 7"_s}));
        QCOMPARE(replyLines(text("(nil)")).lines, QStringList{u"\"(nil)\""_s});
        QCOMPARE(replyLines(Reply{Reply::Type::Array, {}, 0, {}}).lines, QStringList{u"(empty)"_s});
        const ReplyLines cut = replyLines(nested, {2, 100});
        QVERIFY(cut.cut && cut.shown == 2 && cut.elements == 4);
        const ReplyLines longText = replyLines(text(QByteArray(5000, 'x')), {10, 100});
        QVERIFY(longText.cut && longText.lines[0].size() < 130);
        const ReplyLines half = replyLines(text(u"a臺臺臺"_s.toUtf8()), {10, 5});
        QVERIFY2(half.lines[0].startsWith(u"\"a臺"_s), qPrintable(half.lines[0]));
        QVERIFY(!half.lines[0].contains(QChar::ReplacementCharacter));
        QCOMPARE(replyLines(text("# Server\r\nversion:7\r\n")).lines.mid(0, 2),
            (QStringList{u"# Server"_s, u"version:7"_s}));
    }

    void longFolderOffersMore()
    {
        KeyTrie trie(":");
        for (int i = 0; i < 2500; ++i)
            trie.add(QByteArray("k" + QByteArray::number(i)));
        KeyTreeModel model(":");
        model.merge(trie.lines({}, KeyTreeModel::kLeafStep));
        QCOMPARE(model.rowCount(), 1001);
        const QModelIndex more = model.index(1000, 0);
        QVERIFY(more.data(KeyTreeModel::MoreRole).toBool());
        QVERIFY(more.data().toString().contains(u"2,500"_s));
        model.showMore(more);
        model.merge(trie.lines({}, model.openFolders().front().second));
        QCOMPARE(model.rowCount(), 2001);
    }

    void valuesByType()
    {
        ValueModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        model.setSubject(KeyType::Hash);
        ValuePage page;
        page.rows = {{"f", "{\"a\":1}", -1, {}, {}, 7}, {"n", "007", -1, {}, {}, 3}};
        page.total = 9;
        page.next = "5";
        model.append(page);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 1).data().toString(), u"007"_s); // leading zeros stay
        QCOMPARE(model.index(0, 2).data().toString(), u"json"_s);
        QCOMPARE(model.next(), QByteArray("5"));
        model.remove(0);
        QCOMPARE(model.total(), 8);

        model.setSubject(KeyType::Stream);
        page = {};
        page.rows = {{"2-0", {}, -1, {}, {{"a", "1"}}, 1}};
        model.append(page);
        QCOMPARE(model.columnCount(), 3);
        model.prepend({{"3-0", {}, -1, {}, {{"b", "2"}}, 1}, {"2-0", {}, -1, {}, {}, 0}}, 10);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.index(0, 3).data().toString(), u"2"_s);
        QCOMPARE(model.index(1, 3).data().toString(), QString());
    }

    void kindsOfValues_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("kind");
        QTest::newRow("text") << QByteArray("SPRING10") << u"str"_s;
        QTest::newRow("int") << QByteArray("-42") << u"int"_s;
        QTest::newRow("num") << QByteArray("4870.00") << u"num"_s;
        QTest::newRow("time") << QByteArray("1773727498") << u"time"_s;
        QTest::newRow("json") << QByteArray("[1,2]") << u"json"_s;
        QTest::newRow("half json") << QByteArray("{\"a\":") << u"str"_s;
        QTest::newRow("binary") << QByteArray("\xff\x00", 2) << u"bin"_s;
        QTest::newRow("empty") << QByteArray("") << u"str"_s;
        QTest::newRow("minus") << QByteArray("-") << u"str"_s;
    }
    void kindsOfValues()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, kind);
        QCOMPARE(ValueModel::wordOf(ValueModel::kindOf(value)), kind);
    }

    void slowLogMerges()
    {
        SlowLogModel model;
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        model.update(
            {{2, now, 120'000, {"GET", "a"}, "1:1", "app"}, {1, now, 9, {"SET"}, "1:1", ""}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, SlowLogModel::Duration).data().toString(), u"120.0"_s);
        const QPersistentModelIndex two = model.index(0, 0);
        model.update({{3, now, 1, {"X"}, "", ""}, {2, now, 120'000, {"GET", "a"}, "1:1", "app"}});
        QCOMPARE(two.row(), 1);
        model.update({{0, now, 1, {"Y"}, "", ""}}); // cleared
        QCOMPARE(model.rowCount(), 1);
        model.update({});
        QCOMPARE(model.rowCount(), 0);
    }

    void jsonKeepsItsTokens()
    {
        const QByteArray json
            = "{\"n\":9007199254740993,\"e\":{},\"a\":[1.50,\"x\\\"y\"],\"u\":\"\\u00e9\"}";
        const QString indented = indentedJson(json);
        QVERIFY(indented.contains(u"9007199254740993"_s));
        QVERIFY(indented.contains(u"1.50"_s));
        QVERIFY(indented.contains(u"\\u00e9"_s));
        QCOMPARE(compactJson(indented.toUtf8()), std::optional(json));
        QVERIFY(indentedJson("{").isEmpty());
        QVERIFY(!compactJson("nope").has_value());
    }

    void editedJsonKeepsTheStoredFormatting_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("edited");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("blanks only") << QByteArray("{ \"a\" : 1.10,  \"a\":2e3 }")
                                     << QByteArray("{\n  \"a\": 1.10, \"a\": 2e3}")
                                     << QByteArray("{ \"a\" : 1.10,  \"a\":2e3 }");
        QTest::newRow("compact") << QByteArray("{\"a\":1,\"b\":[]}")
                                 << QByteArray("{\n  \"a\": 2,\n  \"b\": []\n}")
                                 << QByteArray("{\"a\":2,\"b\":[]}");
        QTest::newRow("one value") << QByteArray("{ \"a\" : 1.10,  \"b\":2e3 }\n")
                                   << QByteArray("{\n  \"a\": 1.20,\n  \"b\": 2e3\n}")
                                   << QByteArray("{ \"a\" : 1.20,  \"b\":2e3 }\n");
        QTest::newRow("one more") << QByteArray("[ 1,  2 ]") << QByteArray("[\n  1,\n  2, 3\n]")
                                  << QByteArray("[ 1,  2, 3 ]");
        QTest::newRow("one less") << QByteArray("[ 1,  2, 3 ]") << QByteArray("[\n  1,\n  3\n]")
                                  << QByteArray("[ 1,   3 ]");
        QTest::newRow("as shown") << QByteArray("[\n  1,\n  2\n]") << QByteArray("[\n  1, 3\n]")
                                  << QByteArray("[\n  1, 3\n]");
        QTest::newRow("everything")
            << QByteArray("[ 1 ]") << QByteArray("{ }") << QByteArray("{ }");
        QTest::newRow("was no JSON")
            << QByteArray("[ 1") << QByteArray("[ 1 ]") << QByteArray("[ 1 ]");
    }

    void editedJsonKeepsTheStoredFormatting()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, edited);
        QFETCH(QByteArray, sent);
        QCOMPARE(editedJson(stored, edited), std::optional(sent));
        QCOMPARE(compactJson(sent), compactJson(edited));
        QVERIFY(!editedJson(stored, edited + ',').has_value());
    }

    void hexComesBack()
    {
        QByteArray all;
        for (int i = 0; i < 600; ++i)
            all += char(i * 7);
        QCOMPARE(bytesOfHexDump(hexDump(all)), std::optional(all));
        QVERIFY(!bytesOfHexDump(u"00000000  zz  |..|"_s).has_value());
    }

    void durations()
    {
        using namespace std::chrono_literals;
        QCOMPARE(durationText(4'360s), u"1 h 12 m 40 s"_s);
        QCOMPARE(parsedDuration(u"1h 12m 40s"_s), std::optional<std::chrono::milliseconds>(4'360s));
        QCOMPARE(parsedDuration(u"90"_s), std::optional<std::chrono::milliseconds>(90s));
        QCOMPARE(parsedDuration(u"2d"_s), std::optional<std::chrono::milliseconds>(48h));
        QVERIFY(!parsedDuration(u"soon"_s));
        QVERIFY(!parsedDuration(u"0"_s));
        QVERIFY(!parsedDuration(u""_s));
    }
};

PH_TEST_MAIN(QCoreApplication, QueueModelsTest)
#include "tst_queuemodels.moc"
