// SPDX-License-Identifier: GPL-3.0-or-later
// The plan and lock models under the model tester, and the sentences about locks.
#include "database/panel/lockmodel.h"
#include "database/panel/locktext.h"
#include "database/panel/planmodel.h"

#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QPersistentModelIndex>
#include <QTest>

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
        QCOMPARE(e.letsThrough, (QStringList{u"AccessShare"_s, u"RowShare"_s, u"Share"_s}));
        QCOMPARE(e.stops.size(), 5);
        QVERIFY(e.sentence.contains(u"gold.fct_orders"_s));
        QVERIFY(LockText::explain(a, 2).sentence.isEmpty());
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
