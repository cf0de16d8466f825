// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the database module that need no server.
#include "database/api/activity.h"
#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/api/statement.h"
#include "database/postgres/copyrows.h"
#include "database/postgres/copytext.h"
#include "database/postgres/explain.h"
#include "database/postgres/guard.h"
#include "database/postgres/settings.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace Qt::StringLiterals;

namespace
{

QStringList splitTexts(const QString& script)
{
    QStringList out;
    for (const auto& s : splitScript(script))
        out += script.mid(s.start, s.length);
    return out;
}

} // namespace

class PureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const QString& script, const QStringList& expected) {
            QTest::newRow(name) << script << expected;
        };
        row("two", u"select 1; select 2 ;"_s, {u"select 1"_s, u"select 2"_s});
        row("empty", u" ;; -- nothing\n /* ; */ ;"_s, {});
        row("texts", u"select ';', E'\\';', \";\", $$;$$, $a$ $$;$b$; $a$; x"_s,
            {u"select ';', E'\\';', \";\", $$;$$, $a$ $$;$b$; $a$"_s, u"x"_s});
        row("nested comment", u"a /* ; /* ; */ ; */ b; c"_s, {u"a /* ; /* ; */ ; */ b"_s, u"c"_s});
        row("dollar in a word", u"select a$b; select $1; select 1"_s,
            {u"select a$b"_s, u"select $1"_s, u"select 1"_s});
        row("atomic",
            u"create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3"_s,
            {u"create function f() returns int begin atomic select case when true then 1 end; select 2; end"_s,
                u"select 3"_s});
        row("unfinished", u"select 'a; select 2"_s, {u"select 'a; select 2"_s});
        row("rule", u"create rule r as on insert to t do (select 1; select 2); x"_s,
            {u"create rule r as on insert to t do (select 1; select 2)"_s, u"x"_s});
        row("comment after operator", u"select 1 +--2;\n3; x"_s, {u"select 1 +--2;\n3"_s, u"x"_s});
    }
    void splits()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, expected);
        QCOMPARE(splitTexts(script), expected);
    }

    void parameters()
    {
        QCOMPARE(parametersOf(u"select :day, $1, a::text, b[1:n], ':no', x := 3, :day"_s),
            (QStringList{u"day"_s, u"1"_s}));
        const auto bound = bindNames(u"select :day, :x where d > :day"_s);
        QCOMPARE(bound.text, u"select $1, $2 where d > $1"_s);
        QCOMPARE(bound.names, (QStringList{u"day"_s, u"x"_s}));
        QCOMPARE(bound.originalPosition(bound.text.indexOf(u"where"_s)), 16);
    }

    void binaryRows()
    {
        const QByteArray head("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19);
        const QByteArray row("\0\x03\0\0\0\x04\0\0\x12\x34\xff\xff\xff\xff\0\0\0\x02hi", 20);
        const QByteArray message = head + row; // the cells are views into it
        std::vector<QByteArrayView> cells;
        QVERIFY(postgres::splitBinaryRow(message, true, cells));
        QCOMPARE(cells.size(), size_t(3));
        QCOMPARE(postgres::binaryNumber<qint32>(cells[0]), 0x1234);
        QVERIFY(cells[1].isNull());
        QCOMPARE(cells[2], QByteArrayView("hi"));
        QVERIFY(postgres::splitBinaryRow(row, false, cells));
        QCOMPARE(cells.size(), size_t(3));
        QVERIFY(postgres::splitBinaryRow(head, true, cells)); // a result without rows
        QVERIFY(cells.empty());
        QVERIFY(
            postgres::splitBinaryRow(QByteArrayView("\xff\xff", 2), false, cells)); // the trailer
        QVERIFY(cells.empty());
        QVERIFY(!postgres::splitBinaryRow(row, true, cells));
        for (qsizetype cut = 1; cut < row.size(); ++cut)
            QVERIFY(!postgres::splitBinaryRow(QByteArrayView(row).first(cut), false, cells));
        QVERIFY(!postgres::splitBinaryRow(QByteArray(row + "x"), false, cells));
    }

    void names_data()
    {
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("plain") << QStringList{u"shop"_s, u"gold"_s, u"orders"_s};
        QTest::newRow("odd") << QStringList{u"a.b"_s, u"say \"hi\""_s, u"line\nbreak 🚀"_s};
        QTest::newRow("quote first") << QStringList{u"\"x"_s, u"."_s};
    }
    void names()
    {
        QFETCH(QStringList, parts);
        QCOMPARE(splitName(joinName(parts)).value_or(QStringList()), parts);
    }
    void quoting()
    {
        QCOMPARE(quoteName(u"orders"_s), u"orders"_s);
        QCOMPARE(quoteName(u"Order"_s), u"\"Order\""_s);
        QCOMPARE(quoteName(u"select"_s), u"\"select\""_s);
        QCOMPARE(quoteLiteral(u"it's \\"_s), u"E'it''s \\\\'"_s);
        QVERIFY(!splitName(u"a."_s));
        QVERIFY(!splitName(u"\"a"_s));
    }

    void copyLines()
    {
        std::vector<QByteArrayView> cells;
        QByteArray line("1\t\\N\t\ta\\tb\\\\c\\n\n");
        QVERIFY(postgres::splitCopyLine(line.data(), line.size(), 4, cells));
        QCOMPARE(cells[0], QByteArrayView("1"));
        QVERIFY(cells[1].isNull());
        QVERIFY(!cells[2].isNull() && cells[2].isEmpty());
        QCOMPARE(cells[3].toByteArray(), QByteArray("a\tb\\c\n"));
        QByteArray literal("\\\\N\n"); // the text \N, not NULL
        QVERIFY(postgres::splitCopyLine(literal.data(), literal.size(), 1, cells));
        QCOMPARE(cells[0].toByteArray(), QByteArray("\\N"));
        QByteArray few("1\t2\n");
        QVERIFY(!postgres::splitCopyLine(few.data(), few.size(), 3, cells));
    }

    void readsOrNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("reads");
        for (const char* text : {"select 1", "  (select 1) union select 2", "values (1)", "table t",
                 "with a as (select 1) select * from a", "show all", "explain select 1",
                 "explain (analyze, buffers) select 1", "explain analyze verbose table t",
                 "copy t to stdout", "copy (select 1) to stdout (format csv)",
                 "select substring('a' for 1)", "select \"into\", 'into' from t"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
        for (const char* text : {"insert into t values (1)", "select 1 into t",
                 "do $$ begin end $$", "with a as (delete from t returning *) select * from a",
                 "with a as materialized (update t set x=1 returning *) table a",
                 "explain analyze delete from t", "explain create table a as select 1",
                 "copy t to '/tmp/x'", "copy t to program 'cat'", "copy t from stdin",
                 "copy (delete from t returning *) to stdout", "select * from t for update",
                 "select 1 for no key update", "begin", "begin read write", "commit",
                 "lock table t", "notify x", "set x = 1", "call p()", "execute p", "truncate t",
                 "select 'unfinished", "select U&\"d\\0061ta\"", "refresh materialized view v",
                 "fetch all from c", "declare c cursor for select 1", "listen x", "vacuum", ""})
            QTest::newRow(text) << QString::fromUtf8(text) << false;
    }
    void readsOrNot()
    {
        QFETCH(QString, text);
        QFETCH(bool, reads);
        QCOMPARE(plainlyReads(text), reads);
        QCOMPARE(!postgres::refusalOfKind(readStatement(text)).has_value(), reads);
    }

    void namesOfStatement()
    {
        const auto used = namesIn(readStatement(
            u"select Evil ( 1 ), gold.\"Odd Fn\" /* c */ (2), t.total, a === b from gold.t"_s));
        QCOMPARE(used.called, (QStringList{u"evil"_s, u"Odd Fn"_s}));
        QCOMPARE(used.attribute, (QStringList{u"total"_s, u"t"_s}));
        QCOMPARE(used.operators, QStringList{u"==="_s});
        QVERIFY(used.all.contains(u"gold"_s));
        const auto cut = namesIn(readStatement(u"select "_s + QString(70, u'x') + u"()"_s));
        QCOMPARE(cut.called.constFirst().size(), 63);
    }

    void forest()
    {
        ActivitySnapshot s;
        const auto t = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
        const auto add = [&](int pid, std::vector<int> by, int leader = 0) {
            SessionInfo info;
            info.pid = pid;
            info.leaderPid = leader;
            info.blockedBy = std::move(by);
            info.queryStart = t.addSecs(pid);
            s.sessions.push_back(info);
            if (!info.blockedBy.empty())
                s.locks.push_back(
                    {pid, u"relation"_s, u"t"_s, u"RowExclusiveLock"_s, false, {}, 1});
        };
        add(1, {});
        add(2, {1});
        add(3, {2, 1});
        add(4, {1});
        add(9, {}, 1);
        add(5, {9}); // by a parallel worker of 1
        add(20, {21});
        add(21, {20}); // a deadlock about to be found
        const auto trees = blockingForest(s);
        QCOMPARE(trees.size(), size_t(2));
        QCOMPARE(trees[0].pid, 1);
        QCOMPARE(trees[0].blockedTotal, 4);
        QCOMPARE(trees[0].children.size(), size_t(3));
        QCOMPARE(trees[0].children[0].pid, 2);
        QCOMPARE(trees[0].children[0].children[0].pid, 3);
        QCOMPARE(trees[1].pid, 20);
        QCOMPARE(blockedBehind(s, 1), 4);
        QCOMPARE(blockedBehind(s, 3), 0);
        QCOMPARE(blockedBehind(s, 4711), 0);

        // Two that block one: it stands below both, and both count it and what waits behind it.
        s = {};
        add(1, {});
        add(2, {});
        add(3, {2, 1});
        add(4, {3});
        const auto both = blockingForest(s);
        QCOMPARE(both.size(), size_t(2));
        for (const BlockingNode& root : both) {
            QCOMPARE(root.blockedTotal, 2);
            QCOMPARE(root.children.size(), size_t(1));
            QCOMPARE(root.children[0].pid, 3);
            QCOMPARE(root.children[0].blockedTotal, 1);
            QCOMPARE(blockedBehind(s, root.pid), 2);
        }
        QCOMPARE(both[0].children[0].children.size(), size_t(1)); // listed once
        QCOMPARE(both[0].children[0].listedUnder, -1);
        QVERIFY(both[1].children[0].children.empty());
        QCOMPARE(both[1].children[0].listedUnder, both[0].pid);

        // A queue stays flat behind its first; those in it still count who is behind them.
        s = {};
        add(9, {});
        add(2, {9});
        add(3, {9, 2});
        add(4, {9, 2, 3});
        const auto queue = blockingForest(s);
        QCOMPARE(queue.size(), size_t(1));
        QCOMPARE(queue[0].blockedTotal, 3);
        QCOMPARE(queue[0].children.size(), size_t(1));
        QCOMPARE(queue[0].children[0].children.size(), size_t(2));
        QCOMPARE(queue[0].children[0].children[0].blockedTotal, 1);

        // A deadlock about to be found below a blocker is not lost.
        s = {};
        add(1, {});
        add(2, {1, 3});
        add(3, {1, 2});
        const auto circle = blockingForest(s);
        QCOMPARE(circle.size(), size_t(1));
        QCOMPARE(circle[0].blockedTotal, 2);
        QCOMPARE(circle[0].children.size(), size_t(2));

        QCOMPARE(conflictingModes(u"ShareLock"_s).size(), 5);
        QVERIFY(conflictingModes(u"RowExclusiveLock"_s).contains(u"ShareLock"_s));
    }

    void plan()
    {
        const QByteArray json
            = R"([{"Plan":{"Node Type":"Hash Join","Join Type":"Left","Plan Rows":10,
            "Actual Rows":1000,"Actual Loops":1,"Actual Total Time":50.0,"Plans":[
             {"Node Type":"Seq Scan","Relation Name":"t","Schema":"gold","Parent Relationship":"Outer",
              "Plan Rows":100,"Actual Rows":10,"Actual Loops":4,"Actual Total Time":5.0},
             {"Node Type":"Index Scan","Parent Relationship":"Inner","Plan Rows":1,"Actual Rows":0,
              "Actual Loops":0,"Actual Total Time":0.0}]},
            "Planning Time":0.5,"Execution Time":51.0}])";
        const auto plan = postgres::parsePlan(json, {});
        QVERIFY(plan);
        QVERIFY(plan->analyzed);
        QCOMPARE(plan->root.type, u"Hash Left Join"_s);
        QCOMPARE(plan->root.selfTime, 30.0);
        QCOMPARE(plan->root.misestimate(), 100.0);
        QVERIFY(plan->root.underestimated());
        QCOMPARE(plan->root.children[0].relation, u"gold.t"_s);
        QCOMPARE(plan->root.children[0].totalTime, 20.0);
        QVERIFY(!plan->root.children[1].executed);
        QVERIFY(!postgres::parsePlan("nonsense", {}));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("host") << u"db.example"_s << u"db.example"_s << 5432;
        QTest::newRow("port") << u"db:6000"_s << u"db"_s << 6000;
        QTest::newRow("v6") << u"[::1]:6000"_s << u"::1"_s << 6000;
        QTest::newRow("folder") << u"/run/postgresql"_s << u"/run/postgresql"_s << 5432;
        QTest::newRow("socket") << u"/run/x/.s.PGSQL.5433"_s << u"/run/x"_s << 5433;
        QTest::newRow("bad") << u"db:x"_s << QString() << 0;
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, host);
        QFETCH(int, port);
        ServiceConfig config;
        config.address = address;
        const auto s = postgres::settingsOf(config, {});
        QCOMPARE(s.has_value(), port != 0);
        if (s) {
            QCOMPARE(s->host, host);
            QCOMPARE(int(s->port), port);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, PureTest)
#include "tst_pure.moc"
