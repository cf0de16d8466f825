// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow panel with real keys, on contracts in memory.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/graph/graphview.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "workflow/panel/calendarview.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/gridrows.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whypane.h"
#include "workflow/panel/workflowmodule.h"
#include "workflow/panel/workflowpanel.h"
#include "workflow/panel/worktext.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowPanelTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    QString newest() { return m_world->runs[u"orders_hourly"_s].back().ref.run; }
    void openOrders()
    {
        fillOrders(*m_world);
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QTRY_COMPARE(grid()->columns(), 17);
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        grid()->setFocus();
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void opensWithWhatNeedsALook()
    {
        openOrders();
        const QAbstractItemModelTester tester(
            &m_panel->dags()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_panel->title(), u"orders_hourly"_s);
        QCOMPARE(grid()->rows().size(), 11);
        QCOMPARE(grid()->currentRun(), newest());
        QTRY_VERIFY(m_panel->card()->instance().has_value());
        QCOMPARE(m_panel->card()->instance()->state, u"up_for_retry"_s);
        // The card shows the state's own glyph.
        const auto parts = m_panel->card()->findChild<ui::PanelHeader*>()->findChildren<QWidget*>();
        QVERIFY(std::any_of(parts.begin(), parts.end(), [](const QWidget* one) {
            return one->isVisible() && one->accessibleName() == ui::glyphWord(ui::Glyph::Retry);
        }));
        QTRY_VERIFY(m_panel->card()->usual().isKnown());
        QTRY_VERIFY(grid()->paintedCells() > 100);
        picture(u"overview"_s);
    }

    void keysMoveTheCell()
    {
        openOrders();
        const auto& rows = grid()->rows();
        const int row = rows.indexOf(u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_Left);
        QCOMPARE(grid()->cursor(), std::make_pair(row, 15));
        QTest::keyClick(grid(), Qt::Key_Up);
        QCOMPARE(grid()->currentTask(), rows.at(row - 1).id);
        QTest::keyClick(grid(), Qt::Key_Home);
        QCOMPARE(grid()->cursor().second, 0);
        QTest::keyClick(grid(), Qt::Key_End);
        QCOMPARE(grid()->cursor().second, 16);
        QTest::keyClick(grid(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(grid()->cursor(), std::make_pair(-1, 0)); // the run itself
        QTest::keyClick(grid(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(grid()->cursor(), std::make_pair(10, 16));
        QTest::keyClick(grid(), Qt::Key_PageUp);
        QVERIFY(grid()->cursor().first < 10);
    }

    void cellsAreReadOut()
    {
        openOrders();
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(grid());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 12);
        QCOMPARE(table->tableInterface()->columnCount(), 17);
        QAccessibleInterface* focused = table->focusChild();
        QVERIFY(focused);
        const QString words = focused->text(QAccessible::Name);
        QVERIFY2(words.contains(u"load_fct_orders"_s) && words.contains(u"up_for_retry"_s),
            qPrintable(words));
        QVERIFY(table->child(0)->text(QAccessible::Name).startsWith(u"run "_s));
    }

    void whyIsAskedByKey()
    {
        openOrders();
        m_world->dependencies = {{u"Trigger Rule"_s, u"upstream is not done"_s}};
        grid()->setCurrent(newest(), u"cache_top_sku"_s);
        QTest::keyClick(grid(), Qt::Key_W);
        QCOMPARE(m_panel->side()->view(), m_panel->why());
        QTRY_VERIFY(m_panel->why()->sentence().contains(WorkText::strong(u"load_fct_orders"_s)));
        QTRY_VERIFY(m_panel->why()->checks()->topLevelItemCount() >= 8);
        auto* last = m_panel->why()->checks()->topLevelItem(
            m_panel->why()->checks()->topLevelItemCount() - 1);
        QTRY_COMPARE((last = m_panel->why()->checks()->topLevelItem(
                          m_panel->why()->checks()->topLevelItemCount() - 1))
                         ->childCount(),
            1);
        picture(u"why"_s);
    }

    void ganttAndCalendar()
    {
        openOrders();
        QTest::keyClick(m_panel.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_panel->runs()->view(), int(RunsPane::Gantt));
        QTRY_VERIFY(m_panel->runs()->gantt()->bars().size() >= 8);
        picture(u"gantt"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(!m_panel->runs()->calendar()->days().isEmpty());
        m_panel->runs()->calendar()->setFocus();
        picture(u"calendar"_s);
        QTest::keyClick(m_panel->runs()->calendar(), Qt::Key_Return);
        QCOMPARE(m_panel->runs()->view(), int(RunsPane::Grid));
    }

    void eachTryHasItsOwnBarAndItsOwnWait()
    {
        const QDateTime at({2026, 3, 17}, {13, 0}, Qt::UTC);
        RunBook book(u"d"_s);
        RunInfo run;
        run.ref = {u"d"_s, u"r"_s};
        run.state = u"running"_s;
        run.start = run.after = at;
        book.merge(std::vector<RunInfo>{run});
        DagStructure structure;
        structure.tasks.resize(1);
        structure.tasks[0].id = structure.tasks[0].label = u"load"_s;
        book.setStructure(structure);
        GridRows rows;
        rows.build(book, {}, {});
        // Cleared an hour after its first try: scheduled and queued are still those of before.
        TaskInstance first;
        first.ref = {u"d"_s, u"r"_s, u"load"_s, -1};
        first.state = u"failed"_s;
        first.tryNumber = 1;
        first.scheduled = at.addSecs(1);
        first.queued = at.addSecs(2);
        first.start = at.addSecs(10);
        first.end = at.addSecs(20);
        TaskInstance second = first;
        second.state = u"running"_s;
        second.tryNumber = 2;
        second.queued = at.addSecs(3600);
        second.start = at.addSecs(3605);
        second.end = {};
        TaskInstance third = first; // cleared again, not looked at yet
        third.state = u"scheduled"_s;
        third.tryNumber = 3;
        second.end = at.addSecs(3700);
        GanttView gantt;
        gantt.setNow(at.addSecs(3800));
        gantt.show(book.newest(), rows, {first, second, third});
        QCOMPARE(gantt.bars().size(), size_t(3));
        QCOMPARE(gantt.bars()[0].scheduled, at.addSecs(1));
        QVERIFY(!gantt.bars()[1].scheduled.isValid());
        QCOMPARE(gantt.bars()[1].queued, at.addSecs(3600));
        QCOMPARE(gantt.bars()[1].start, at.addSecs(3605));
        QVERIFY(!gantt.bars()[2].queued.isValid() && !gantt.bars()[2].start.isValid());
        QVERIFY(!gantt.bars()[2].end.isValid());
    }

    void filterNamesTagsAndStates()
    {
        fillOrders(*m_world);
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        showPanel();
        QTRY_COMPARE(m_panel->dags()->model().rowCount(), 2);
        QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
        auto* filter = m_panel->dags()->filter();
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"tag:gold"_s);
        QCOMPARE(m_panel->dags()->model().rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(m_panel->dags()->model().rowCount(), 2);
        QTRY_VERIFY(!m_panel->feed().bars(u"stock_daily"_s).empty());
        QTest::keyClicks(filter, u"state:running"_s);
        QTRY_COMPARE(m_panel->dags()->model().rowCount(), 1);
        QCOMPARE(m_panel->dags()->model().row(0).info.id, u"orders_hourly"_s);
    }

    void groupsFoldAndTasksAreFound()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        showPanel();
        QTRY_COMPARE(grid()->rows().size(), 15);
        grid()->setFocus();
        grid()->setCurrent(m_world->runs[u"stock_daily"_s].back().ref.run, u"group_1"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(grid()->rows().size(), 11);
        const int group = grid()->rows().indexOf(u"group_1"_s);
        QTRY_VERIFY(grid()->cellAt(group, 7).has_value());
        const auto cell = grid()->cellAt(group, 7);
        QVERIFY(cell->group && !cell->children.empty());
        m_panel->runs()->finder()->setFocus();
        QTest::keyClicks(m_panel->runs()->finder(), u"task_4"_s);
        QCOMPARE(grid()->currentTask(), u"group_1.task_4"_s); // found inside: its group opened
    }

    void olderRunsComeAtTheLeft()
    {
        fillMany(*m_world, u"stock_daily"_s, 4, 0, 390);
        showPanel({}, {900, 500});
        QTRY_COMPARE(grid()->columns(), RunFeed::kFirstRuns);
        const QString seen = grid()->book()->runs().front().info.ref.run;
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Home);
        QTRY_COMPARE(grid()->columns(), RunFeed::kFirstRuns + RunFeed::kOlderRuns);
        QCOMPARE(grid()->currentRun(), seen); // what was chosen stays so
        QVERIFY(grid()->cursor().second == RunFeed::kOlderRuns);
        QTest::keyClick(grid(), Qt::Key_Home);
        QTRY_COMPARE(grid()->columns(), 390);
        QTest::keyClick(grid(), Qt::Key_Home);
        QTRY_VERIFY(grid()->book()->runs().front().cellsRead.isValid());
        QVERIFY(!grid()->book()->hasOlder());
    }

    void aServerThatFailsIsShownAndComesBack()
    {
        openOrders();
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken = Error{Error::Kind::Refused, u"shop-airflow"_s, u"refused"_s, {}, {}};
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Stale, 6000);
        picture(u"stale"_s);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken.reset();
        }
        m_panel->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Ready, 6000);
    }

    void nothingThereIsAnErrorPage()
    {
        m_world->broken = Error{Error::Kind::Auth, u"shop-airflow"_s, u"no token"_s, {}, {}};
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
    }

    void emptyServer()
    {
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Empty);
    }

    void stateIsKept()
    {
        openOrders();
        grid()->setCurrent(m_world->runs[u"orders_hourly"_s][3].ref.run, u"join_events"_s);
        const QJsonObject state = m_panel->saveState();
        showPanel(state);
        QTRY_COMPARE(grid()->currentTask(), u"join_events"_s);
        QCOMPARE(grid()->currentRun(), m_world->runs[u"orders_hourly"_s][3].ref.run);
    }

    void theVersionAndTheTypeStayWhenTheBarsComeLast()
    {
        fillOrders(*m_world);
        const QString dag = u"orders_hourly"_s;
        m_world->silent = {u"latest"_s};
        showPanel({{u"version"_s, 1}, {u"dag"_s, dag}, {u"run"_s, newest()}});
        QTRY_COMPARE(grid()->columns(), 17);
        QTRY_VERIFY(asked(u"latest"_s) > 0);
        QCOMPARE(grid()->book()->newest()->info.type, u"scheduled"_s);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->silent.clear();
        }
        QTRY_COMPARE(m_panel->feed().bars(dag).size(), size_t(RunFeed::kBars));
        QCOMPARE(grid()->book()->newest()->info.type, u"scheduled"_s);
        QCOMPARE(grid()->book()->newest()->info.versions, std::vector<int>{14});
    }

    void aHungServerIsSaidWhereTheRunsWouldStand()
    {
        fillOrders(*m_world);
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        fillMany(*m_world, u"third"_s, 3, 0, 2);
        showPanel({{u"version"_s, 1}, {u"dag"_s, u"orders_hourly"_s}});
        QTRY_COMPARE(grid()->columns(), 17);
        ui::StateFrame* runs = m_panel->runs()->frame();
        ui::StateFrame* graph = m_panel->graph()->frame();
        QTRY_COMPARE(graph->state(), ui::PanelState::Ready);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->silent = {u"page"_s, u"structure"_s};
        }
        const DagModel& dags = m_panel->dags()->model();
        QTRY_VERIFY(dags.indexOf(u"stock_daily"_s) >= 0);
        m_panel->dags()->list()->setCurrentIndex(dags.index(dags.indexOf(u"stock_daily"_s)));
        QTRY_COMPARE(m_panel->title(), u"stock_daily"_s);
        QTRY_COMPARE(runs->state(), ui::PanelState::Loading);
        QTRY_COMPARE(graph->state(), ui::PanelState::Loading);
        // Another DAG does not wait behind the one that hangs.
        QTRY_COMPARE(asked(u"page"_s), 2);
        m_panel->runs()->setDag(u"third"_s);
        QTRY_COMPARE(asked(u"page"_s), 3);
        m_panel->runs()->setDag(u"stock_daily"_s);
        {
            std::lock_guard lock(m_world->mutex);
            const Error late{Error::Kind::Timeout, u"shop-airflow"_s, u"no answer"_s, {}, {}};
            m_world->errors = {{u"page"_s, late}, {u"structure"_s, late}};
            m_world->silent.clear();
        }
        QTRY_COMPARE(runs->state(), ui::PanelState::Error);
        QTRY_COMPARE(graph->state(), ui::PanelState::Error);
        picture(u"hung"_s);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors.clear();
        }
        ui::Button* again = nullptr;
        for (auto* button : runs->findChildren<ui::Button*>())
            if (button->isVisible() && button->text() == u"Retry now"_s)
                again = button;
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(grid()->columns(), 8);
        QCOMPARE(runs->state(), ui::PanelState::Ready);
        QTRY_COMPARE(graph->state(), ui::PanelState::Ready);
    }

    void aDagWithoutRunsOffersOne()
    {
        fillMany(*m_world, u"never_ran"_s, 6, 2, 0);
        showPanel();
        QTRY_COMPARE(m_panel->runs()->frame()->state(), ui::PanelState::Empty);
        QTRY_VERIFY(!m_panel->graph()->view()->scene().nodes.empty()); // its tasks are there
        picture(u"no-runs"_s);
        ui::Button* trigger = nullptr;
        for (auto* button : m_panel->runs()->frame()->findChildren<ui::Button*>())
            if (button->isVisible() && button->text() == u"Trigger a run"_s)
                trigger = button;
        QVERIFY(trigger);
        QTest::mouseClick(trigger, Qt::LeftButton);
        QCOMPARE(m_panel->side()->sheet(), m_panel->triggerSheet());
    }

    // A DAG that never ran has nothing to hand it to: the keys work in the list.
    void theFocusIsNotLostWithoutRuns()
    {
        fillOrders(*m_world);
        m_world->runs.clear();
        showPanel();
        m_panel->setFocus(Qt::OtherFocusReason);
        QListView* list = m_panel->dags()->list();
        QTRY_COMPARE(m_panel->runs()->frame()->state(), ui::PanelState::Empty);
        QTRY_VERIFY2(list->hasFocus(),
            QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className()
                                        : "none");
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Slash);
        QTRY_VERIFY(m_panel->dags()->filter()->isAncestorOf(QApplication::focusWidget())
            || m_panel->dags()->filter()->hasFocus());
    }

    void linksOpen()
    {
        openOrders();
        const TaskRef ref{u"orders_hourly"_s, m_world->runs[u"orders_hourly"_s][5].ref.run,
            u"clean_orders"_s, -1};
        m_panel->open(taskLink(u"airflow://shop"_s, ref));
        QCOMPARE(grid()->currentTask(), ref.task);
        QCOMPARE(grid()->currentRun(), ref.run);
    }
};

PH_TEST_MAIN(QApplication, WorkflowPanelTest)
#include "tst_workflowpanel.moc"
