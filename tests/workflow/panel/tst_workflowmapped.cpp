// SPDX-License-Identifier: GPL-3.0-or-later
// Mapped tasks in grid, card and log, and why a task does not run, with real keys.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/logview/logview.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/mappedlist.h"
#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/whybox.h"
#include "workflow/panel/whypane.h"
#include "workflow/panel/workflowpanel.h"
#include "workflow/panel/worktext.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListView>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowMappedTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    TaskCard* card() { return m_panel->card(); }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void keysAreReadBack()
    {
        QCOMPARE(mappedKey(u"a.b"_s, 12), u"a.b[12]"_s);
        QCOMPARE(mappedKey(u"a.b"_s, -1), u"a.b"_s);
        QCOMPARE(taskOfKey(u"a.b[12]"_s), std::make_pair(u"a.b"_s, 12));
        QCOMPARE(taskOfKey(u"a.b"_s), std::make_pair(u"a.b"_s, -1));
    }

    void instancesAreMerged()
    {
        MappedModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<TaskInstance> all(5);
        for (int i = 0; i < 5; ++i)
            all[size_t(i)].ref.map = i;
        model.take({all.begin(), all.begin() + 3});
        QCOMPARE(model.rowCount(), 3);
        const QPersistentModelIndex second(model.index(1));
        all[1].state = u"failed"_s;
        model.take(all);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(second.isValid() && model.at(second.row()).state == "failed"_L1);
        model.take({all.begin(), all.begin() + 2});
        QCOMPARE(model.rowCount(), 2);
    }

    // Page by page; what failed is there from the start, and the list finds it by its state.
    void oneOfThousandsThatFailedIsFound()
    {
        fillMapped(*m_world);
        const QString run = m_world->runs[u"stock_mapped"_s].back().ref.run;
        {
            std::lock_guard lock(m_world->mutex);
            for (int map = 0; map < 5000; ++map) {
                TaskInstance one;
                one.ref = {u"stock_mapped"_s, run, u"load"_s, map};
                one.title = QString::number(map);
                one.state = map == 4711 ? u"failed"_s : u"success"_s;
                m_world->instances[one.ref] = one;
            }
            for (Cell& cell : m_world->cells[{u"stock_mapped"_s, run}])
                if (cell.task == "load"_L1)
                    cell.children = {{u"success"_s, 4999}, {u"failed"_s, 1}};
        }
        openPanel(u"load"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_COMPARE(grid()->rows().size(), 3 + 500 + 1 + 1);
        const int failed = grid()->rows().indexOf(u"load[4711]"_s);
        QCOMPARE(failed, 2 + 500);
        QCOMPARE(grid()->cellAt(failed, 1)->state, u"failed"_s);
        int more = failed + 1;
        QCOMPARE(grid()->rows().at(more).more, 4499);
        QCOMPARE(grid()->cellWords(more, 1), u"4499 more instances"_s);
        // The row stands for the task until it is opened.
        grid()->setCurrent(run, grid()->rows().at(more).id);
        QCOMPARE(card()->task().task, u"load"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(grid()->rows().size(), 3 + 1000 + 1 + 1);
        QCOMPARE(grid()->currentTask(), u"load[500]"_s);
        QCOMPARE(grid()->cellAt(grid()->rows().indexOf(u"load[500]"_s), 1)->state, u"success"_s);
        more = grid()->rows().size() - 2;
        QCOMPARE(grid()->rows().at(more).more, 3999);
        // One far behind that is chosen elsewhere has its row.
        grid()->setCurrent(run, u"load[3210]"_s);
        QVERIFY(grid()->rows().indexOf(u"load[3210]"_s) > 0);
        QCOMPARE(grid()->currentTask(), u"load[3210]"_s);
        // The list beside it.
        grid()->setCurrent(run, u"load"_s);
        QTRY_VERIFY(card()->showsInstances());
        QTRY_COMPARE(card()->instances()->current(), 4711);
        card()->instances()->filter()->setText(u"failed"_s);
        QCOMPARE(card()->instances()->list()->model()->rowCount(), 1);
    }

    void gridOpensAMappedTask()
    {
        fillMapped(*m_world);
        openPanel(u"load"_s);
        QCOMPARE(grid()->rows().size(), 3);
        const int before = asked(u"mapped"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_COMPARE(grid()->rows().size(), 8);
        QCOMPARE(grid()->rows().at(3).label, u"[1] tpe"_s);
        QCOMPARE(grid()->cellAt(3, 1)->state, u"failed"_s);
        QCOMPARE(grid()->cellAt(5, 1)->state, u"running"_s);
        QVERIFY(asked(u"mapped"_s) <= before + 1);
        QVERIFY(grid()->cellWords(1, 1).contains(u"2 success"_s)); // the counts of the whole
        picture(u"mapped-grid"_s);
        // Each run has its own instances.
        QTest::keyClick(grid(), Qt::Key_Left);
        QTRY_COMPARE(grid()->rows().size(), 6);
        QTest::keyClick(grid(), Qt::Key_Right);
        QTRY_COMPARE(grid()->rows().size(), 8);
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(grid()->rows().size(), 3);
        QVERIFY(GridRows::instancesOf(grid()->book()->runs()[1], grid()->rows().at(1)) == 5);
    }

    void anInstanceIsChosenInTheGrid()
    {
        fillMapped(*m_world);
        m_world->logs[{u"load"_s, 1, 2}] = {"ERROR no stock in tpe"};
        openPanel(u"load"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_COMPARE(grid()->rows().size(), 8);
        QTest::keyClick(grid(), Qt::Key_Down);
        QTest::keyClick(grid(), Qt::Key_Down);
        QCOMPARE(grid()->currentTask(), u"load[1]"_s);
        QCOMPARE(card()->task().map, 1);
        QVERIFY(!card()->showsInstances());
        QTRY_VERIFY(card()->instance().has_value());
        QCOMPARE(card()->instance()->state, u"failed"_s);
        QTRY_COMPARE(m_panel->log()->task().map, 1);
        QTRY_VERIFY(
            m_panel->log()->view().store() && m_panel->log()->view().store()->rowCount() == 1);
        picture(u"mapped-instance"_s);
        // Clear is of this instance.
        QTest::keyClick(grid(), Qt::Key_Delete);
        QTRY_VERIFY([this] {
            std::lock_guard lock(m_world->mutex);
            return m_world->clears.size() == 1;
        }());
        std::lock_guard lock(m_world->mutex);
        QCOMPARE(m_world->clears.back().tasks, (std::vector{std::pair(u"load"_s, 1)}));
    }

    void theCardListsTheInstances()
    {
        fillMapped(*m_world);
        m_world->logs[{u"load"_s, 1, 2}] = {"ERROR no stock in tpe"};
        m_world->logs[{u"load"_s, 2, 1}] = {"INFO fine", "INFO done"};
        openPanel(u"load"_s);
        QTRY_VERIFY(card()->showsInstances());
        MappedList* list = card()->instances();
        const QAbstractItemModelTester tester(
            list->list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(list->list()->model()->rowCount(), 5);
        QCOMPARE(list->counts(), u"2 success, 1 failed, 1 running, 1 no_status"_s);
        // What failed is shown first, with its log.
        QTRY_COMPARE(list->current(), 1);
        QTRY_COMPARE(m_panel->log()->task().map, 1);
        picture(u"mapped-card"_s);
        list->list()->setFocus();
        QTest::keyClick(list->list(), Qt::Key_Down);
        QTRY_COMPARE(m_panel->log()->task().map, 2);
        QTRY_VERIFY(
            m_panel->log()->view().store() && m_panel->log()->view().store()->rowCount() == 2);
        QCOMPARE(grid()->currentTask(), u"load"_s);
        QTest::keyClicks(list->filter(), u"run"_s);
        QCOMPARE(list->list()->model()->rowCount(), 1);
        QTest::keyClick(list->filter(), Qt::Key_Escape);
        QCOMPARE(list->list()->model()->rowCount(), 5);
        QTest::keyClicks(list->filter(), u"tpe"_s);
        QCOMPARE(list->list()->model()->rowCount(), 1);
        list->list()->setCurrentIndex(list->list()->model()->index(0, 0));
        QTest::keyClick(list->filter(), Qt::Key_Return);
        QVERIFY(list->list()->hasFocus());
        QTest::keyClick(list->list(), Qt::Key_Return);
        QCOMPARE(grid()->currentTask(), u"load[1]"_s);
        QVERIFY(!card()->showsInstances());
        for (auto* button : card()->findChildren<ui::Button*>())
            if (button->text() == u"All instances"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(grid()->currentTask(), u"load"_s);
        QVERIFY(card()->showsInstances());
    }

    void aChangedInstanceIsReadAgain()
    {
        fillMapped(*m_world);
        openPanel(u"load"_s);
        QTRY_COMPARE(card()->instances()->list()->model()->rowCount(), 5);
        {
            std::lock_guard lock(m_world->mutex);
            const QString run = m_world->runs[u"stock_mapped"_s].back().ref.run;
            m_world->instances[{u"stock_mapped"_s, run, u"load"_s, 3}].state = u"success"_s;
            auto& cell = m_world->cells[{u"stock_mapped"_s, run}][1];
            cell.children = {{u"success"_s, 3}, {u"failed"_s, 1}, {u"no_status"_s, 1}};
            m_world->touch(u"stock_mapped"_s, run);
        }
        QTRY_COMPARE_WITH_TIMEOUT(
            card()->instances()->counts(), u"3 success, 1 failed, 1 no_status"_s, 8000);
    }

    // Only of the run one looks at is it known now; what is over stays as it was.
    void ofARunThatIsNotLookedAtOnlyWhatIsOverIsKnown()
    {
        fillMapped(*m_world);
        openPanel(u"load"_s);
        const QString dag = u"stock_mapped"_s;
        const RunRef now{dag, runAt(dag, 1)};
        const RunRef before{dag, runAt(dag, 0)};
        MappedTasks mapped(m_bench->hub(), m_panel->feed());
        const auto one = [&mapped](const RunRef& run, int map) {
            return mapped.instance({run.dag, run.run, u"load"_s, map});
        };
        QVERIFY(!one(now, 0)); // nobody asked
        mapped.setWanted(now, {u"load"_s});
        QTRY_VERIFY(mapped.instances(now, u"load"_s));
        const QStringList states{
            u"success"_s, u"failed"_s, u"success"_s, u"running"_s, u"no_status"_s};
        for (int map = 0; map < 5; ++map) {
            QVERIFY(one(now, map));
            QCOMPARE(one(now, map)->state, states[map]);
        }
        QVERIFY(!one(now, 5));
        mapped.setWanted(before, {u"load"_s});
        QTRY_VERIFY(mapped.instances(before, u"load"_s));
        QVERIFY(one(before, 2));
        QVERIFY(mapped.instances(now, u"load"_s)); // it was read, and may have changed since
        for (int map = 0; map < 3; ++map)
            QCOMPARE(one(now, map) ? one(now, map)->state : QString(), states[map]);
        QVERIFY(!one(now, 3));
        QVERIFY(!one(now, 4));
        mapped.setWanted(now, {u"load"_s});
        QVERIFY(one(now, 3));
    }

    void theCardSaysWhyByItself()
    {
        fillMapped(*m_world);
        m_world->dependencies = {{u"Trigger Rule"_s, u"not done"_s}};
        const QString run = m_world->runs[u"stock_mapped"_s].back().ref.run;
        m_world->cells[{u"stock_mapped"_s, run}][1].state = u"running"_s; // of the whole
        openPanel(u"load"_s);
        QVERIFY(card()->why()->isHidden());
        QTest::keyClick(grid(), Qt::Key_Down);
        QCOMPARE(grid()->currentTask(), u"total"_s);
        QTRY_VERIFY(card()->why()->isVisible());
        QTRY_VERIFY(card()->why()->sentence().contains(WorkText::strong(u"load"_s)));
        QVERIFY(!card()->why()->lines().filter(u"all_success"_s).isEmpty());
        QTRY_VERIFY(!card()->why()->lines().filter(u"Pool stock"_s).isEmpty()); // next
        picture(u"why-card"_s);
        QCOMPARE(m_panel->side()->view(), card());
        // A task that is done has nothing to explain.
        QTest::keyClick(grid(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(grid(), Qt::Key_Down);
        QCOMPARE(grid()->currentTask(), u"list"_s);
        QTRY_VERIFY(!card()->why()->isVisible());
        const int before = asked(u"dependencies"_s);
        QTest::keyClick(grid(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(card()->why()->isVisible());
        QTRY_VERIFY(asked(u"dependencies"_s) == before + 1);
        QTest::keyClick(grid(), Qt::Key_W);
        QCOMPARE(m_panel->side()->view(), m_panel->why());
    }

    void thePoolOfTheTaskIsShown()
    {
        fillMapped(*m_world);
        m_world->pools.push_back({u"aaa_full"_s, {}, 1, 1, 1, 0, 0, 0, 0, false, false});
        openPanel(u"load"_s);
        QTest::keyClick(grid(), Qt::Key_Down);
        QTRY_COMPARE(m_panel->dags()->poolShown(), u"Pool stock"_s);
    }

    void upstreamFailedSaysWhich()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        grid()->setCurrent(m_world->runs[u"orders_hourly"_s][6].ref.run, u"cache_top_sku"_s);
        QTRY_VERIFY(card()->why()->isVisible());
        QTRY_VERIFY(card()->why()->sentence().contains(WorkText::strong(u"load_fct_orders"_s)));
    }
};

PH_TEST_MAIN(QApplication, WorkflowMappedTest)
#include "tst_workflowmapped.moc"
