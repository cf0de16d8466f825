// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a task, the search over all logs of a run and the map across DAGs in the workflow
// panel, with real keys.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/graph/graphview.h"
#include "ui/logview/logview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/runsearch.h"
#include "workflow/panel/runsearchpane.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowLogsTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    LogPane* log() { return m_panel->log(); }
    qint64 rows() { return log()->view().store() ? log()->view().store()->rowCount() : -1; }
    QString newest() { return m_world->runs[u"orders_hourly"_s].back().ref.run; }
    // Every task that ran has tries and a log; the one that waits for its retry has two.
    void openOrders()
    {
        fillOrders(*m_world);
        const QString run = newest();
        for (const auto& cell : m_world->cells[{u"orders_hourly"_s, run}]) {
            if (!cell.start.isValid())
                continue;
            const TaskRef ref{u"orders_hourly"_s, run, cell.task, -1};
            for (int n = 1; n <= cell.tries; ++n) {
                TaskInstance one = m_world->instances[ref];
                one.tryNumber = n;
                m_world->tries[ref].push_back(one);
                m_world->logs[{cell.task, -1, n}]
                    = {"INFO begin of " + cell.task.toUtf8(), "WARN slow", "INFO end"};
            }
        }
        m_world->logs[{u"load_fct_orders"_s, -1, 2}]
            = {"INFO begin", "INFO merge", "ERROR blocker pid 48211", " while locking", "INFO end"};
        m_world->logs[{u"clean_orders"_s, -1, 1}] = {"INFO begin", "INFO pid 48211 is ours"};
        openPanel(u"load_fct_orders"_s);
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void theLogFollowsTheCell()
    {
        openOrders();
        QTRY_COMPARE(log()->tryNumber(), 2);
        QTRY_COMPARE(rows(), 5);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_VERIFY(
            log()->view().hasFocus() || log()->view().isAncestorOf(QApplication::focusWidget()));
        picture(u"log"_s);
        // The other try, by the arrow keys of its tabs.
        ui::SegmentedControl* tries = nullptr;
        for (auto* one : log()->findChildren<ui::SegmentedControl*>())
            if (one->accessibleName() == u"Tries"_s && one->isVisible())
                tries = one;
        QVERIFY(tries);
        auto* second = tries->findChildren<QAbstractButton*>().constLast();
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Left);
        QTRY_COMPARE(log()->tryNumber(), 1);
        QTRY_COMPARE(rows(), 3);
        // Another task has another log.
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Up);
        QTRY_COMPARE(log()->task().task, grid()->currentTask());
        QTRY_COMPARE(rows(), 3);
        // A task that has not started has none.
        QTest::keyClick(grid(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(rows() <= 0);
    }

    void oneSearchOverAllLogsOfTheRun()
    {
        openOrders();
        QTest::keyClick(m_panel.get(), Qt::Key_F,
            Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier));
        RunSearchPane* pane = m_panel->search();
        QTRY_VERIFY(pane->isVisible());
        QLineEdit* field = nullptr;
        QTRY_VERIFY((field = qobject_cast<QLineEdit*>(QApplication::focusWidget())));
        auto* around = pane->findChild<QLabel*>(u"around"_s);
        QVERIFY(around && !around->isVisible()); // no band below nothing
        QTest::keyClicks(field, u"48211"_s);
        QVERIFY(pane->progress().contains(u"Enter"_s));
        picture(u"search-typed"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(pane->search().found(), qint64(2));
        QTRY_VERIFY(!pane->search().isRunning());
        QCOMPARE(pane->search().searched(), 9); // eight that ran, one of them twice
        picture(u"search"_s);
        // The try that failed comes first; its hit opens the log at the line.
        QTest::keyClick(field, Qt::Key_Down);
        QTRY_VERIFY(pane->list().hasFocus());
        QCOMPARE(pane->list().currentIndex().parent().row(), 0);
        QVERIFY(around->isVisible());
        QVERIFY(!pane->progress().contains(u"Enter"_s));
        QSignalSpy reached(log(), &LogPane::lineReached);
        QTest::keyClick(&pane->list(), Qt::Key_Return);
        QTRY_VERIFY(log()->isVisible());
        QTRY_COMPARE(reached.size(), 1);
        QCOMPARE(log()->task().task, u"load_fct_orders"_s);
        QCOMPARE(log()->tryNumber(), 2);
        QCOMPARE(reached.front().front().toLongLong(), 2);
        QCOMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        // Back to the hits, and Esc closes them.
        QTest::keyClick(m_panel.get(), Qt::Key_F,
            Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier));
        QTRY_VERIFY(pane->isVisible());
        QTest::keyClick(&pane->list(), Qt::Key_Escape);
        QTRY_VERIFY(log()->isVisible());
    }

    void theMapLeadsToAnotherDag()
    {
        fillMapped(*m_world);
        m_world->map.nodes = {{u"dag:orders_hourly"_s, u"orders_hourly"_s, MapNode::Kind::Dag,
                                  u"orders_hourly"_s, {}},
            {u"asset:orders"_s, u"orders"_s, MapNode::Kind::Asset, {}, u"s3://shop/orders"_s},
            {u"dag:stock_mapped"_s, u"stock_mapped"_s, MapNode::Kind::Dag, u"stock_mapped"_s, {}}};
        m_world->map.edges = {{u"dag:orders_hourly"_s, u"asset:orders"_s},
            {u"asset:orders"_s, u"dag:stock_mapped"_s}};
        fillOrders(*m_world);
        showPanel();
        QTRY_COMPARE(m_panel->title(), u"orders_hourly"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_4, Qt::ControlModifier);
        GraphPane* graph = m_panel->graph();
        QVERIFY(graph->isMapShown());
        QVERIFY(graph->mapButton()->isChecked());
        QTRY_COMPARE(graph->view()->scene().nodes.size(), size_t(3));
        QTRY_VERIFY(graph->view()->hasFocus());
        // From node to node by the arrows, Enter opens the DAG.
        QTest::keyClick(graph->view(), Qt::Key_Home);
        QTRY_COMPARE(graph->view()->current(), u"dag:orders_hourly"_s);
        QTest::keyClick(graph->view(), Qt::Key_Right);
        QTRY_COMPARE(graph->view()->current(), u"asset:orders"_s);
        QTest::keyClick(graph->view(), Qt::Key_Return); // an asset leads nowhere
        QVERIFY(graph->isMapShown());
        QTest::keyClick(graph->view(), Qt::Key_Right);
        QTRY_COMPARE(graph->view()->current(), u"dag:stock_mapped"_s);
        picture(u"map"_s);
        QTest::keyClick(graph->view(), Qt::Key_Return);
        QTRY_COMPARE(m_panel->title(), u"stock_mapped"_s);
        QVERIFY(!graph->isMapShown());
        QVERIFY(!graph->mapButton()->isChecked());
    }
};

PH_TEST_MAIN(QApplication, WorkflowLogsTest)
#include "tst_workflowlogs.moc"
