// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow panel with real keys, on contracts in memory.
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"
#include "workflow/panel/calendarview.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/whypane.h"
#include "workflow/panel/workflowmodule.h"
#include "workflow/panel/workflowpanel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowPanelTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<WorkflowPanel> m_panel;

    void openPanel(const QJsonObject& state = {}, QSize size = {1389, 766})
    {
        m_panel = std::make_unique<WorkflowPanel>(*m_bench, u"shop-airflow"_s);
        m_panel->restoreState(state);
        m_panel->resize(size);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    RunGrid* grid() { return m_panel->runs()->grid(); }
    QString newest() { return m_world->runs[u"orders_hourly"_s].back().ref.run; }
    void openOrders()
    {
        fillOrders(*m_world);
        openPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QTRY_COMPARE(grid()->columns(), 17);
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        grid()->setFocus();
    }
    int asked(const QString& method)
    {
        std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    QStringList sent()
    {
        std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }
    // PH_PICTURES names a folder: what was tested can be looked at.
    void picture(const QString& name)
    {
        if (const QString folder = qEnvironmentVariable("PH_PICTURES"); !folder.isEmpty())
            QVERIFY(m_panel->grab().save(folder + u'/' + name + u".png"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<FakeWorld>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        FakeWorkflow::join(m_bench->hub(), m_world);
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
    }

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
        QTRY_VERIFY(m_panel->why()->sentence().contains(u"<b>load_fct_orders</b>"_s));
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

    void filterNamesTagsAndStates()
    {
        fillOrders(*m_world);
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openPanel();
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
        openPanel();
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
        openPanel({}, {900, 500});
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
        openPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
    }

    void emptyServer()
    {
        openPanel();
        QTRY_COMPARE(m_panel->state(), State::Empty);
    }

    void stateIsKept()
    {
        openOrders();
        grid()->setCurrent(m_world->runs[u"orders_hourly"_s][3].ref.run, u"join_events"_s);
        const QJsonObject state = m_panel->saveState();
        openPanel(state);
        QTRY_COMPARE(grid()->currentTask(), u"join_events"_s);
        QCOMPARE(grid()->currentRun(), m_world->runs[u"orders_hourly"_s][3].ref.run);
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
