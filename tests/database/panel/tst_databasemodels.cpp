// SPDX-License-Identifier: GPL-3.0-or-later
// The plan and lock models under the model tester, and the sentences about locks.
#include "database/panel/lockmodel.h"
#include "database/panel/locktext.h"
#include "database/panel/objectpages.h"
#include "database/panel/planmodel.h"

#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QPersistentModelIndex>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace Qt::StringLiterals;

class DatabaseModelsTest final : public QObject
{
    Q_OBJECT

private:
    static SessionInfo session(int pid, std::vector<int> blockedBy = {})
    {
        SessionInfo s;
        s.pid = pid;
        s.application = u"app-%1"_s.arg(pid);
        s.state = u"active"_s;
        s.query = u"UPDATE gold.fct_orders\n SET x = 1"_s;
        s.blockedBy = std::move(blockedBy);
        return s;
    }
    static ActivitySnapshot snapshot(std::vector<SessionInfo> sessions)
    {
        ActivitySnapshot a;
        a.serverTime = QDateTime::currentDateTimeUtc();
        a.sessions = std::move(sessions);
        return a;
    }
    static LockInfo lock(int pid, const QString& mode, bool granted)
    {
        LockInfo l;
        l.pid = pid;
        l.type = u"relation"_s;
        l.relation = u"gold.fct_orders"_s;
        l.mode = mode;
        l.granted = granted;
        return l;
    }

private Q_SLOTS:
    void statementsOfPages()
    {
        ObjectPage page{{ObjectKind::Table, u"gold"_s, u"Order Items"_s, {}, {}},
            {u"order_id"_s, u"at"_s}, {}, {}};
        QCOMPARE(*pageStatement(page),
            u"SELECT * FROM gold.\"Order Items\" ORDER BY order_id DESC, at DESC LIMIT 100"_s);
        page.after = {u"5"_s, u"o'clock"_s};
        page.where = u"total > 3 -- big"_s;
        QCOMPARE(*pageStatement(page),
            u"SELECT * FROM gold.\"Order Items\" WHERE (total > 3 -- big\n) AND "
            u"(order_id, at) < ('5', 'o''clock') ORDER BY order_id DESC, at DESC LIMIT 100"_s);
        page.keys.clear();
        page.after.clear();
        page.where.clear();
        QCOMPARE(*pageStatement(page), u"SELECT * FROM gold.\"Order Items\" LIMIT 100"_s);
        page.skip = 300;
        page.order = {u"at"_s, true};
        QCOMPARE(*pageStatement(page),
            u"SELECT * FROM gold.\"Order Items\" ORDER BY at DESC, tableoid, ctid LIMIT 100 "
            u"OFFSET 300"_s);
        page.keys = {u"order_id"_s, u"at"_s}; // told apart by the rest of it
        QVERIFY(pageStatement(page)->endsWith(
            "ORDER BY at DESC, order_id DESC LIMIT 100 OFFSET 300"_L1));
    }

    void conditionsThatAreMoreThanOneAreRefused_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("second statement") << u"true); DROP TABLE gold.fct_orders; --"_s;
        QTest::newRow("parameter") << u"order_id = $1"_s;
        QTest::newRow("name") << u"order_id = :id"_s;
        QTest::newRow("locks") << u"true) FOR UPDATE --"_s;
        QTest::newRow("open text") << u"status = 'paid"_s;
        QTest::newRow("semicolon within the brackets") << u"1=1; drop table x"_s;
        QTest::newRow("closes the bracket before it") << u"total > 3) OR (total < 1"_s;
        QTest::newRow("another select") << u"true) UNION ALL SELECT * FROM t WHERE (true"_s;
        QTest::newRow("bracket of another kind") << u"tags[1) = 'a'"_s;
        QTest::newRow("left open") << u"(total > 3"_s;
        QTest::newRow("open comment") << u"total > 3 /* big"_s;
    }
    void conditionsThatAreMoreThanOneAreRefused()
    {
        QFETCH(QString, where);
        const auto sql = pageStatement(
            {{ObjectKind::Table, u"gold"_s, u"fct_orders"_s, {}, {}}, {}, {}, where});
        QVERIFY2(!sql, sql ? qPrintable(*sql) : "");
        QCOMPARE(sql.error().kind, Error::Kind::Unsupported);
    }

    void conditionsMayHoldWhatLooksLikeMore()
    {
        for (const QString& where : {u"status = 'a); drop table x'"_s, u"\"odd;)name\" = 1"_s,
                 u"tags[1] IN ('a', (select 'b')) -- ;)"_s, u"body = $q$ ; ) $q$"_s}) {
            qsizetype at = -1;
            const auto sql = pageStatement(
                {{ObjectKind::Table, u"gold"_s, u"t"_s, {}, {}}, {}, {}, where}, &at);
            QVERIFY2(sql, qPrintable(where));
            QCOMPARE(sql->mid(at, where.size()), where);
        }
    }

    void planIsATreeWithItsWorstEstimateMarked()
    {
        PlanModel model;
        QAbstractItemModelTester tester(&model);
        PlanNode scan;
        scan.type = u"Seq Scan"_s;
        scan.relation = u"dim_customer"_s;
        scan.executed = true;
        scan.estimatedRows = 40'200;
        scan.actualRows = 2'100'000;
        scan.loops = 1;
        scan.selfTime = 1284;
        PlanNode sort;
        sort.type = u"Sort"_s;
        sort.executed = true;
        sort.estimatedRows = sort.actualRows = 10;
        sort.selfTime = 212;
        sort.children = {scan};
        Plan plan;
        plan.analyzed = true;
        plan.root = sort;
        model.setPlan(plan);
        const auto root = model.index(0, 0);
        const auto child = model.index(0, 0, root);
        QCOMPARE(model.rowCount(root), 1);
        QCOMPARE(child.data().toString(), u"Seq Scan"_s);
        QCOMPARE(child.data(PlanModel::DetailRole).toString(), u"dim_customer"_s);
        QVERIFY(child.data(PlanModel::WorstRole).toBool());
        QVERIFY(!root.data(PlanModel::WorstRole).toBool());
        QCOMPARE(child.data(PlanModel::SelfShareRole).toDouble(), 1.0);
        QCOMPARE(child.siblingAtColumn(PlanModel::Rows).data().toString(), u"40k → 2.1 M"_s);
        model.setPlan({});
        QCOMPARE(model.rowCount(), 0);
    }

    void lockTreeKeepsItsRowsOverRefreshes()
    {
        LockModel model;
        QAbstractItemModelTester tester(&model);
        model.update(snapshot({session(1), session(2, {1}), session(3, {2}), session(9)}));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.waiting(), 2);
        const QPersistentModelIndex three = model.indexOf(3);
        QVERIFY(three.isValid());
        QCOMPARE(LockModel::Part(model.indexOf(1).data(LockModel::PartRole).toInt()),
            LockModel::Part::RootBlocker);
        QCOMPARE(LockModel::Part(model.indexOf(2).data(LockModel::PartRole).toInt()),
            LockModel::Part::WaitsAndBlocks);
        QCOMPARE(three.data(LockModel::SecondLineRole).toString(),
            u"UPDATE gold.fct_orders SET x = 1"_s);
        model.update(snapshot({session(1), session(2, {1}), session(3, {2}), session(4, {1})}));
        QVERIFY(three.isValid()); // the same row
        QCOMPARE(model.rowCount(model.indexOf(1)), 2);
        model.update(snapshot({session(1), session(3)}));
        QCOMPARE(model.rowCount(), 0);
        model.setView(LockModel::View::All);
        QCOMPARE(model.rowCount(), 2);
        model.update(snapshot({session(3), session(1), session(5)}));
        QCOMPARE(model.index(0, 0).data(LockModel::PidRole).toInt(), 3);
        model.setView(LockModel::View::Blocked);
        QCOMPARE(model.rowCount(), 0);
    }

    void sentenceFollowsTheConflictTable()
    {
        auto a = snapshot({session(1), session(2, {1})});
        a.locks = {lock(1, u"ShareLock"_s, true), lock(2, u"RowExclusiveLock"_s, false)};
        const auto e = LockText::explain(a, 1);
        QCOMPARE(e.mode, u"ShareLock"_s);
        // Another ShareLock would go with the one that is held, but not past the one asked for.
        QCOMPARE(e.letsThrough, (QStringList{u"AccessShare"_s, u"RowShare"_s}));
        QCOMPARE(e.stops.size(), 6);
        QVERIFY(e.sentence.contains(u"gold.fct_orders"_s));
        QVERIFY(e.sentence.contains(u"Reads go on"_s));
        QVERIFY(LockText::explain(a, 2).sentence.contains(u"waits for RowExclusiveLock on"_s));
        QVERIFY(LockText::explain(a, 3).sentence.isEmpty());
    }

    void readsBehindAnExclusiveLockWait()
    {
        auto a = snapshot({session(1), session(2, {1}), session(3, {2})});
        a.locks = {lock(1, u"RowExclusiveLock"_s, true), lock(2, u"AccessExclusiveLock"_s, false),
            lock(3, u"AccessShareLock"_s, false)};
        const auto holder = LockText::explain(a, 1);
        QCOMPARE(holder.mode, u"RowExclusiveLock"_s);
        QVERIFY(holder.sentence.contains(u"Reads wait too: 2 "_s));
        QVERIFY(!holder.sentence.contains(u"Reads go on"_s));
        QVERIFY(holder.letsThrough.isEmpty());
        const auto queued = LockText::explain(a, 2); // waits itself, and holds nothing
        QVERIFY(queued.sentence.contains(u"behind 1"_s));
        QVERIFY(queued.sentence.contains(u"It asks for AccessExclusiveLock"_s));
        QVERIFY(queued.sentence.contains(u"Reads wait too."_s));
        QVERIFY(!queued.sentence.contains(u"row"_s));
    }

    void theLockReallyWaitedForIsNamed()
    {
        // 1 has changed a row that 2 wants; 3 wants 1's advisory lock; 4 its table.
        auto a = snapshot({session(1), session(2, {1}), session(3, {1}), session(4, {1})});
        const auto other = [](int pid, const QString& type, const QString& target, bool granted) {
            LockInfo l;
            l.pid = pid;
            l.type = type;
            l.target = target;
            l.mode = u"ExclusiveLock"_s;
            l.granted = granted;
            return l;
        };
        LockInfo place = other(2, u"tuple"_s, u"(0,1)"_s, true);
        place.relation = u"gold.fct_orders"_s;
        a.locks
            = {lock(1, u"RowExclusiveLock"_s, true), other(1, u"transactionid"_s, u"77123"_s, true),
                place, other(2, u"transactionid"_s, u"77123"_s, false),
                other(3, u"advisory"_s, u"4711"_s, false), lock(4, u"ShareLock"_s, false)};
        const QString said = LockText::explain(a, 1).sentence;
        QVERIFY(said.contains(u"It holds RowExclusiveLock on gold.fct_orders"_s));
        QVERIFY(said.contains(u"wait for its transaction 77123 to end"_s));
        QVERIFY(said.contains(u"a row of gold.fct_orders"_s));
        QVERIFY(said.contains(u"advisory lock 4711"_s));
        QCOMPARE(LockText::explain(a, 2).sentence,
            u"It waits for a row of gold.fct_orders, until transaction 77123 of 1 ends."_s);
        QCOMPARE(
            LockText::explain(a, 3).sentence, u"It waits for the advisory lock 4711, behind 1."_s);
        LockModel model;
        model.update(a);
        QVERIFY(model.indexOf(2).data(LockModel::SecondRightRole).toString().contains(u"row"_s));
    }

    void everyBlockerShowsWhatWaitsForIt()
    {
        LockModel model;
        QAbstractItemModelTester tester(&model);
        const auto two = snapshot({session(1), session(2), session(3, {1, 2}), session(4, {3})});
        model.update(two);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rootBlockers(), 2);
        for (const int pid : {1, 2}) {
            const auto root = model.indexOf(pid);
            QCOMPARE(root.siblingAtColumn(LockModel::Waits).data().toString(), u"blocks 2"_s);
            QCOMPARE(LockModel::Part(root.data(LockModel::PartRole).toInt()),
                LockModel::Part::RootBlocker);
            QCOMPARE(model.index(0, 0, root).data(LockModel::PidRole).toInt(), 3);
        }
        const auto again = model.index(0, 0, model.indexOf(2)); // its waiter stands under 1's
        QCOMPARE(model.rowCount(again), 0);
        QVERIFY(again.data(LockModel::SecondLineRole).toString().contains(u"1"_s));
        const QPersistentModelIndex kept = again;
        model.update(two);
        QVERIFY(kept.isValid());
        model.setView(LockModel::View::All); // no blocker looks harmless here either
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(LockModel::Part(model.indexOf(2).data(LockModel::PartRole).toInt()),
            LockModel::Part::RootBlocker);
    }

    void agesAreShort()
    {
        QCOMPARE(ageText(4), u"4 s"_s);
        QCOMPARE(ageText(2042), u"34 m 02 s"_s);
        QCOMPARE(ageText(22320), u"6 h 12 m"_s);
        QVERIFY(ageText(QDateTime(), QDateTime::currentDateTimeUtc()).isEmpty());
    }
};

PH_TEST_MAIN(QCoreApplication, DatabaseModelsTest)
#include "tst_databasemodels.moc"
