// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow panel as it is used for a while: figures stay true, grid and graph choose together,
// keys lead in and out again.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/graph/graphview.h"
#include "ui/states/stateframe.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/graphpins.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runsearchpane.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/whypane.h"
#include "workflow/panel/workflowpanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowUseTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    const QString m_dag = u"orders_hourly"_s;
    QString newest() { return m_world->runs[m_dag].back().ref.run; }
    void openOrders()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(!view()->scene().nodes.empty());
        QTRY_VERIFY(view()->isSettled());
    }
    void openGroups()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        showPanel();
        QTRY_COMPARE(grid()->rows().size(), 15);
        QTRY_VERIFY(!grid()->currentRun().isEmpty());
        QTRY_VERIFY(!view()->scene().nodes.empty());
        QTRY_VERIFY(view()->isSettled());
        grid()->setFocus();
    }
    ui::GraphView* view() const { return m_panel->graph()->view(); }
    const ui::GraphNode* node(const QString& id) const
    {
        for (const ui::GraphNode& one : view()->scene().nodes)
            if (one.id == id)
                return &one;
        return nullptr;
    }
    QString value(const QString& check) const
    {
        const QTreeWidget* checks = m_panel->why()->checks();
        for (int i = 0; i < checks->topLevelItemCount(); ++i)
            if (checks->topLevelItem(i)->text(0).startsWith(check))
                return checks->topLevelItem(i)->data(0, Qt::AccessibleTextRole).toString();
        return {};
    }
    QStringList shown(const QWidget* in) const
    {
        QStringList texts;
        for (const auto* label : in->findChildren<QLabel*>())
            if (label->isVisible())
                texts.append(label->text());
        return texts;
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void theGridHasAMenu()
    {
        openOrders();
        QTest::keyClick(grid(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(m_panel->findChild<QMenu*>(u"grid menu"_s));
        auto* menu = m_panel->findChild<QMenu*>(u"grid menu"_s);
        QStringList texts;
        for (const QAction* action : menu->actions())
            texts.append(action->text());
        QVERIFY2(texts.contains(u"Clear tasks…"_s) && texts.contains(u"Mark the task failed…"_s)
                && texts.contains(u"Cancel the run…"_s) && texts.contains(u"Delete the run…"_s),
            qPrintable(texts.join(u", "_s)));
        menu->close();
    }

    // However the one before was looked at.
    void anotherDagIsSeenAsAnyOther()
    {
        fillOrders(*m_world);
        fillMany(*m_world, u"stock_daily"_s, 6, 0, 8);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(view()->isSettled() && view()->scene().nodes.size() > 6);
        view()->setZoom(0.3);
        const int row = m_panel->dags()->model().indexOf(u"stock_daily"_s);
        QVERIFY(row >= 0);
        m_panel->dags()->list()->setCurrentIndex(m_panel->dags()->model().index(row));
        QTRY_COMPARE(view()->scene().nodes.size(), size_t(6));
        QTRY_VERIFY(view()->isSettled() && view()->zoom() > 0.6);
    }

    // As a tab does that comes to the front: also while the runs are on the way.
    void theFocusIsHandedOn()
    {
        fillOrders(*m_world);
        showPanel();
        m_panel->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY2(grid()->hasFocus(),
            QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className()
                                        : "none");
        QTest::keyClick(grid(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(m_panel->runs()->gantt()->hasFocus());
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(grid()->hasFocus());
        QListView* list = m_panel->dags()->list();
        QTRY_VERIFY(list->currentIndex().isValid()); // the DAGs came, the open one is marked
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(grid()->hasFocus());
    }

    void whatHoldsATaskIsReadAgain()
    {
        fillOrders(*m_world);
        const QDateTime start = QDateTime::currentDateTimeUtc();
        {
            std::lock_guard lock(m_world->mutex);
            for (Cell& cell : m_world->cells[{m_dag, newest()}])
                if (cell.task == "load_fct_orders"_L1)
                    cell.state = u"scheduled"_s;
            m_world->instances[{m_dag, newest(), u"load_fct_orders"_s, -1}].state = u"scheduled"_s;
        }
        openPanel(u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_W);
        QTRY_VERIFY(value(u"Pool"_s).contains(u"4 of 4"_s));
        {
            std::lock_guard lock(m_world->mutex);
            for (PoolInfo& pool : m_world->pools)
                pool.open = 2;
            m_world->server.components.front().heartbeat = start.addSecs(-300);
        }
        // Without a key: the poller brings both.
        QTRY_VERIFY_WITH_TIMEOUT(value(u"Pool"_s).contains(u"2 of 4"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_panel->why()->sentence().contains(u"last heard from 5 m"_s), 20'000);
        QVERIFY(!m_panel->why()->sentence().contains(u"for 5 m"_s));
    }

    void whetherItRunsIsLookedAt()
    {
        fillOrders(*m_world);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        {
            std::lock_guard lock(m_world->mutex);
            for (Cell& cell : m_world->cells[{m_dag, newest()}])
                if (cell.task == "load_fct_orders"_L1)
                    cell.state = u"running"_s;
            TaskInstance& one = m_world->instances[{m_dag, newest(), u"load_fct_orders"_s, -1}];
            one.state = u"running"_s;
            one.start = now.addSecs(-600);
            one.end = {};
            one.host = u"vm"_s;
            m_world->schedulers = {{u"SchedulerJob"_s, u"running"_s, now.addSecs(-9000), {},
                                       now.addSecs(-200), u"vm"_s},
                {u"SchedulerJob"_s, u"running"_s, now.addSecs(-150), {}, now, u"vm"_s}};
        }
        openPanel(u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_W);
        QTRY_VERIFY(m_panel->why()->sentence().contains(u"has not been heard since"_s));
        QVERIFY(value(u"The scheduler that started it"_s).contains(u"now"_s));
    }

    void aGroupIsClearedAsItsTasks()
    {
        openGroups();
        const QString run = m_world->runs[u"stock_daily"_s].back().ref.run;
        {
            std::lock_guard lock(m_world->mutex);
            TaskInstance one;
            one.ref = {u"stock_daily"_s, run, u"group_1.task_4"_s, -1};
            one.state = u"success"_s;
            m_world->dryRun.instances = {one};
        }
        view()->setGroupOpen(u"group_1"_s, true);
        grid()->setCurrent(run, u"group_1"_s);
        QTRY_COMPARE(view()->current(), u"group_1"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_panel->clearSheet()->preview().has_value());
        {
            std::lock_guard lock(m_world->mutex);
            const auto& tasks = m_world->clears.back().tasks;
            QCOMPARE(tasks.size(), size_t(4));
            for (const auto& task : tasks)
                QVERIFY(task.first.startsWith(u"group_1."_s));
            QVERIFY(m_world->clears.back().downstream);
        }
        // Closed, it shows that something in it is touched; open, its task does.
        QTRY_COMPARE(node(u"group_1.task_4"_s)->change, ui::Glyph::Changed);
        QCOMPARE(node(u"group_1"_s)->change, ui::Glyph::None);
        view()->setGroupOpen(u"group_1"_s, false);
        QTRY_COMPARE(node(u"group_1"_s)->change, ui::Glyph::Changed);
        QCOMPARE(node(u"group_2"_s)->change, ui::Glyph::None);
    }

    void gridAndGraphChooseTogether()
    {
        openOrders();
        QTRY_COMPARE(view()->selected(), QStringList{u"load_fct_orders"_s});
        QTest::mouseClick(
            view(), Qt::LeftButton, {}, view()->nodeRect(u"join_events"_s).center().toPoint());
        QCOMPARE(grid()->currentTask(), u"join_events"_s);
        QCOMPARE(view()->selected(), QStringList{u"join_events"_s});
        QTest::keyClick(grid(), Qt::Key_Up);
        QVERIFY(grid()->currentTask() != u"join_events"_s);
        QCOMPARE(view()->current(), grid()->currentTask());
        QCOMPARE(view()->selected(), QStringList{grid()->currentTask()});
        QCOMPARE(m_panel->card()->task().task, grid()->currentTask());
    }

    void runningNodesCountOn()
    {
        fillOrders(*m_world);
        {
            std::lock_guard lock(m_world->mutex);
            for (Cell& cell : m_world->cells[{m_dag, newest()}])
                if (cell.task == "load_fct_orders"_L1) {
                    cell.state = u"running"_s;
                    cell.start = QDateTime::currentDateTimeUtc().addSecs(-20);
                    cell.end = {};
                }
        }
        showPanel();
        QTRY_VERIFY(node(u"load_fct_orders"_s));
        QTRY_VERIFY(node(u"load_fct_orders"_s)->subtitle.startsWith(u"running, "_s));
        const QString before = node(u"load_fct_orders"_s)->subtitle;
        QTRY_VERIFY_WITH_TIMEOUT(node(u"load_fct_orders"_s)->subtitle != before, 5000);
    }

    void aTryHasOneButton()
    {
        fillOrders(*m_world);
        const TaskRef ref{m_dag, newest(), u"clean_orders"_s, -1};
        TaskInstance one = m_world->instances[ref];
        one.tryNumber = 1;
        one.state = u"failed"_s;
        m_world->tries[ref].push_back(one);
        one.state = u"success"_s; // marked
        m_world->tries[ref].push_back(one);
        m_world->instances[ref].tryNumber = 2;
        m_world->instances[ref].maxTries = 1;
        openPanel(u"load_fct_orders"_s);
        grid()->setCurrent(newest(), u"clean_orders"_s);
        const auto buttons = [this] {
            QStringList texts;
            for (const auto* tabs : m_panel->log()->findChildren<ui::SegmentedControl*>())
                for (const auto* button : tabs->findChildren<QAbstractButton*>())
                    if (button->isVisible() && button->text().startsWith(u"Try"_s))
                        texts.append(button->text());
            return texts;
        };
        QTRY_COMPARE(buttons(), QStringList{u"Try 1"_s});
        QTRY_VERIFY(shown(m_panel->card()).contains(u"2 of 2"_s));
    }

    void aSkippedTaskDidNotRun()
    {
        openOrders();
        const QString run = runAt(m_dag, 3);
        grid()->setCurrent(run, u"notify_owner"_s);
        QTRY_COMPARE(m_panel->card()->instance().has_value(), true);
        QCOMPARE(m_panel->card()->instance()->state, u"skipped"_s);
        QTRY_VERIFY(shown(m_panel->log()).contains(u"notify_owner did not run"_s));
        grid()->setCurrent(newest(), u"cache_top_sku"_s);
        QTRY_VERIFY(shown(m_panel->log()).contains(u"cache_top_sku has not started"_s));
    }

    void escLeavesOneThingAfterTheOther()
    {
        openOrders();
        QTest::keyClick(grid(), Qt::Key_W);
        QCOMPARE(m_panel->side()->view(), m_panel->why());
        QTest::keyClick(grid(), Qt::Key_Escape);
        QCOMPARE(m_panel->side()->view(), m_panel->card());
        // From the graph too.
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_W);
        QCOMPARE(m_panel->side()->view(), m_panel->why());
        QTest::keyClick(view(), Qt::Key_Slash);
        auto* field = view()->findChild<ui::SearchField*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"gdelt"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->hasFocus()); // Enter goes on to the next, and opens nothing
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QTRY_VERIFY(view()->hasFocus());
        QCOMPARE(m_panel->side()->view(), m_panel->why());
        QTest::keyClick(view(), Qt::Key_Escape);
        QCOMPARE(m_panel->side()->view(), m_panel->card());
        // The comparison.
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Space);
        QTest::keyClick(grid(), Qt::Key_Left);
        QTest::keyClick(grid(), Qt::Key_Space);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Compare);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Overview);
    }

    void searchesStayWithTheirDag()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openOrders();
        QTest::keyClick(view(), Qt::Key_Slash);
        auto* field = view()->findChild<ui::SearchField*>();
        QTest::keyClicks(field, u"gdelt"_s);
        QCOMPARE(view()->matches(), 2);
        QTest::keyClicks(m_panel->runs()->finder(), u"gdelt"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_panel->search()->isVisible());
        m_panel->show({u"stock_daily"_s, {}, {}, -1});
        QTRY_COMPARE(m_panel->title(), u"stock_daily"_s);
        QVERIFY(!m_panel->search()->isVisible());
        QVERIFY(m_panel->log()->isVisible());
        QVERIFY(m_panel->runs()->finder()->text().isEmpty());
        QTRY_VERIFY(!field->isVisible() && field->text().isEmpty());
    }

    void typingInTheFilterOpensNothing()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openOrders();
        DagPane* dags = m_panel->dags();
        QTRY_COMPARE(dags->model().rowCount(), 2);
        QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(dags->filter()->hasFocus());
        QTest::keyClicks(dags->filter(), u"stock"_s);
        QCOMPARE(dags->model().rowCount(), 1);
        QCOMPARE(m_panel->title(), m_dag);
        QVERIFY(!dags->list()->currentIndex().isValid());
        QTest::keyClick(dags->filter(), Qt::Key_Escape);
        QVERIFY(dags->filter()->text().isEmpty());
        QTRY_VERIFY(dags->list()->hasFocus());
        QCOMPARE(m_panel->title(), m_dag);
        QCOMPARE(dags->list()->currentIndex().row(), dags->model().indexOf(m_dag));
        dags->filter()->setFocus();
        QTest::keyClicks(dags->filter(), u"stock"_s);
        QTest::keyClick(dags->filter(), Qt::Key_Down);
        QCOMPARE(m_panel->title(), u"stock_daily"_s);
        QTest::keyClick(dags->filter(), Qt::Key_Escape);
        QTest::keyClicks(dags->filter(), u"orders"_s);
        QCOMPARE(m_panel->title(), u"stock_daily"_s);
        QTest::keyClick(dags->filter(), Qt::Key_Return);
        QCOMPARE(m_panel->title(), m_dag);
        // `?` in the list is for the window.
        QKeyEvent question(QEvent::KeyPress, Qt::Key_Question, Qt::ShiftModifier, u"?"_s);
        QApplication::sendEvent(dags->list(), &question);
        QVERIFY(!question.isAccepted());
        QCOMPARE(m_panel->title(), m_dag);
    }

    void tabFromTheFilterOpensNothing()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openOrders();
        DagPane* dags = m_panel->dags();
        QTRY_COMPARE(dags->model().rowCount(), 2);
        dags->filter()->setFocus();
        QTest::keyClicks(dags->filter(), u"stock"_s);
        for (int i = 0; i < 3 && !dags->list()->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(dags->list()->hasFocus());
        QCOMPARE(m_panel->title(), m_dag);
        QVERIFY(!dags->list()->currentIndex().isValid());
        QTest::keyClick(dags->list(), Qt::Key_Backtab);
        QCOMPARE(m_panel->title(), m_dag);
        dags->list()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(dags->list(), Qt::Key_Down);
        QCOMPARE(m_panel->title(), u"stock_daily"_s);
    }

    void keysOfTheGraphAreListed()
    {
        openOrders();
        QHash<QString, QStringList> keys;
        for (const QAction* action : m_panel->panelActions())
            for (const QKeySequence& key : action->shortcuts())
                keys[key.toString(QKeySequence::PortableText)].append(action->text());
        for (const QString& key : {u"/"_s, u"Tab"_s, u"E"_s, u"W"_s, u"Space"_s, u"Right"_s})
            QVERIFY2(!keys.value(key).isEmpty(), qPrintable(key));
    }

    // With the tab closed and another opened: by service and DAG.
    void pinsOutliveTheTab()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openOrders();
        view()->setCurrent(u"join_events"_s);
        trigger(u"Graph: pin the node"_s);
        const auto at = node(u"join_events"_s)->pinned;
        QVERIFY(at.has_value());
        m_panel->show({u"stock_daily"_s, {}, {}, -1});
        QTRY_COMPARE(m_panel->title(), u"stock_daily"_s);
        QTRY_VERIFY(!node(u"join_events"_s) && !view()->scene().nodes.empty());
        for (const ui::GraphNode& one : view()->scene().nodes)
            QVERIFY(!one.pinned);
        m_panel.reset();
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(node(u"join_events"_s));
        QTRY_COMPARE(node(u"join_events"_s)->pinned, at);
        trigger(u"Graph: let all pins go"_s);
        QVERIFY(!node(u"join_events"_s)->pinned);
        m_panel.reset();
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(node(u"join_events"_s));
        QVERIFY(!node(u"join_events"_s)->pinned);
    }

    void keptPinsAreBounded()
    {
        GraphPins pins(m_bench->settings(), u"other"_s);
        GraphPins::Places many;
        for (int i = 0; i < GraphPins::kMostPins + 50; ++i)
            many.insert(QString::number(i), QPointF(i, 1.5));
        for (int i = 0; i < GraphPins::kMostDags + 5; ++i)
            pins.keep(u"dag %1"_s.arg(i), many);
        QVERIFY(pins.of(u"dag 0"_s).isEmpty()); // the oldest
        QCOMPARE(pins.of(u"dag 20"_s).size(), GraphPins::kMostPins);
        QVERIFY(GraphPins(m_bench->settings(), u"third"_s).of(u"dag 20"_s).isEmpty());
        pins.keep(u"dag 20"_s, {});
        QVERIFY(pins.of(u"dag 20"_s).isEmpty());
    }

    void graphIsSavedNarrowedAndPinned()
    {
        openOrders();
        const auto choose = [this](const QString& id, const QString& text) {
            QMenu* menu = m_panel->graph()->menuFor(id);
            for (QAction* action : menu->actions())
                if (action->text() == text) {
                    action->trigger();
                    menu->deleteLater();
                    return true;
                }
            menu->deleteLater();
            return false;
        };
        const int all = int(view()->shownNodes().size());
        QVERIFY(choose(u"join_events"_s, u"Only what is next to it"_s));
        QTRY_VERIFY(view()->isSettled());
        QCOMPARE(view()->neighbourhood(), 1);
        QCOMPARE(view()->shownNodes().size(), size_t(4));
        QVERIFY(choose({}, u"Every node again"_s));
        QTRY_COMPARE(int(view()->shownNodes().size()), all);
        QVERIFY(!node(u"join_events"_s)->pinned);
        QVERIFY(choose(u"join_events"_s, u"Pin it here"_s));
        QVERIFY(node(u"join_events"_s)->pinned);
        QVERIFY(choose(u"join_events"_s, u"Let it go"_s));
        QVERIFY(!node(u"join_events"_s)->pinned);
        QTemporaryDir folder;
        for (const QString& name : {u"run.svg"_s, u"run.png"_s}) {
            QVERIFY(m_panel->graph()->saveAs(folder.filePath(name)));
            QVERIFY(QFileInfo(folder.filePath(name)).size() > 1000);
        }
        QVERIFY(choose({}, u"Save as SVG…"_s));
        QVERIFY(m_panel->graph()->findChild<QDialog*>());
        int listed = 0;
        for (const QAction* action : m_panel->panelActions())
            listed += action->text().startsWith(u"Graph: save"_s) ? 1 : 0;
        QCOMPARE(listed, 2);
    }
};

PH_TEST_MAIN(QApplication, WorkflowUseTest)
#include "tst_workflowuse.moc"
