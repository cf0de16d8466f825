// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to runs and tasks, and the comparison of two runs, with real keys.
#include "tests/gui/accessiblewalk.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "workflow/panel/adminpanel.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/workflowmodule.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QJsonArray>
#include <QLineEdit>
#include <QTableWidget>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowActsTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<WorkflowPanel> m_panel;

    RunGrid* grid() { return m_panel->runs()->grid(); }
    QString runAt(int i) { return m_world->runs[u"orders_hourly"_s][size_t(i)].ref.run; }
    void openOrders(WriteMode writes = WriteMode::On)
    {
        FakeWorkflow::join(m_bench->hub(), m_world, writes);
        fillOrders(*m_world);
        m_panel = std::make_unique<WorkflowPanel>(*m_bench, u"shop-airflow"_s);
        m_panel->resize(1389, 766);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        QTRY_VERIFY(m_panel->card()->instance().has_value());
        grid()->setFocus();
    }
    QStringList sent()
    {
        std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }
    void sayDryRun(int count)
    {
        std::lock_guard lock(m_world->mutex);
        m_world->dryRun.instances.clear();
        const char* tasks[] = {"load_fct_orders", "cache_top_sku", "demand_features"};
        for (int i = 0; i < count; ++i) {
            TaskInstance one;
            one.ref = {
                u"orders_hourly"_s, runAt(i < 3 ? 6 : 11), QString::fromLatin1(tasks[i % 3]), -1};
            one.state = i % 3 == 0 ? u"failed"_s : u"upstream_failed"_s;
            m_world->dryRun.instances.push_back(one);
        }
    }
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
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
    }

    void clearShowsFirstWhatItTouches()
    {
        openOrders();
        sayDryRun(6);
        grid()->setCurrent(runAt(11), u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_Delete);
        ClearSheet* sheet = m_panel->clearSheet();
        QCOMPARE(m_panel->side()->sheet(), sheet);
        QVERIFY(!sheet->button()->isEnabled()); // still asking
        QTRY_VERIFY(sheet->preview().has_value());
        QVERIFY(sheet->button()->isEnabled());
        QVERIFY(sheet->button()->text().contains(u"6"_s));
        QCOMPARE(sheet->cells().size(), 6);
        picture(u"clear"_s);

        // Every box asks again; while it does the button is off.
        auto* past = sheet->findChildren<QCheckBox*>()[2];
        past->setFocus();
        QTest::keyClick(past, Qt::Key_Space);
        QVERIFY(!sheet->button()->isEnabled());
        QTRY_VERIFY(sheet->button()->isEnabled());
        {
            std::lock_guard lock(m_world->mutex);
            QVERIFY(m_world->clears.back().past);
            QVERIFY(m_world->clears.back().downstream);
        }
        QTest::keyClick(past, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QVERIFY(sent().front().startsWith(u"POST clear orders_hourly"_s));
        QCOMPARE(m_bench->acts().size(), size_t(1));
        QTRY_VERIFY(!m_panel->side()->sheet());
        QVERIFY(sheet->cells().isEmpty());
    }

    void nothingToClear()
    {
        openOrders();
        QTest::keyClick(grid(), Qt::Key_Delete);
        QTRY_VERIFY(m_panel->clearSheet()->preview().has_value());
        QVERIFY(!m_panel->clearSheet()->button()->isEnabled());
        QTest::keyClick(m_panel->clearSheet()->findChild<QCheckBox*>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->side()->sheet());
        QVERIFY(grid()->hasFocus());
    }

    void writesOff()
    {
        openOrders(WriteMode::Off);
        sayDryRun(3);
        QTest::keyClick(grid(), Qt::Key_Delete);
        QTRY_VERIFY(m_panel->clearSheet()->preview().has_value());
        QVERIFY(!m_panel->clearSheet()->button()->isEnabled());
        m_bench->hub().setWritesLifted(u"shop-airflow"_s, true);
        QTRY_VERIFY(m_panel->clearSheet()->button()->isEnabled());
    }

    void triggerFormIsChecked()
    {
        openOrders();
        {
            std::lock_guard lock(m_world->mutex);
            DagParam days{u"days"_s, 7,
                {{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}, {u"maximum"_s, 30}},
                u"how far back"_s, {}};
            DagParam mode{u"mode"_s, u"full"_s, {{u"enum"_s, QJsonArray{u"full"_s, u"delta"_s}}},
                {}, u"How"_s};
            DagParam extra{u"extra"_s, QJsonObject(), {{u"type"_s, u"object"_s}}, {}, u"How"_s};
            m_world->details[u"orders_hourly"_s].params = {days, mode, extra};
        }
        m_panel->refresh();
        QTRY_VERIFY(m_panel->feed().book(u"orders_hourly"_s)->details()
            && m_panel->feed().book(u"orders_hourly"_s)->details()->params.size() == 3);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QCOMPARE(m_panel->side()->sheet(), sheet);
        QVERIFY(sheet->isValid());
        auto* days = qobject_cast<QLineEdit*>(sheet->editor(u"days"_s));
        QVERIFY(days && days->text() == u"7"_s);
        QTRY_VERIFY(days->hasFocus());
        days->selectAll();
        QTest::keyClicks(days, u"31"_s);
        QVERIFY(!sheet->problem(u"days"_s).isEmpty());
        QTest::keyClick(days, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sent().isEmpty()); // not while something is wrong
        sheet->setText(u"days"_s, u"14"_s);
        sheet->setText(u"extra"_s, u"{\"a\": 1}"_s);
        picture(u"trigger"_s);
        QTest::keyClick(days, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().front(),
            u"POST dagRuns orders_hourly {\"days\":14,\"extra\":{\"a\":1},\"mode\":\"full\"}"_s);
    }

    void spaceComparesTwoRuns()
    {
        openOrders();
        m_world->sources[{u"orders_hourly"_s, 13}]
            = u"load_fct_orders = SQL(\n    pool=\"default_pool\",\n)\n"_s;
        m_world->sources[{u"orders_hourly"_s, 14}]
            = u"load_fct_orders = SQL(\n    pool=\"warehouse_write\",\n)\n"_s;
        grid()->setCurrent(runAt(14), u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_Space);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Overview);
        QTest::keyClick(grid(), Qt::Key_End);
        QTest::keyClick(grid(), Qt::Key_Space);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Compare);
        QCOMPARE(grid()->comparedA(), runAt(14));
        QCOMPARE(grid()->comparedB(), runAt(16));
        QTRY_COMPARE(m_panel->diff()->diff().rows.size(), size_t(11));
        QTRY_COMPARE(m_panel->diff()->code().size(), size_t(5));
        QVERIFY(m_panel->diff()->diff().changed() >= 3);
        QVERIFY(m_panel->diff()->fields()->rowCount() > 0);
        picture(u"compare"_s);
        QTest::keyClick(grid(), Qt::Key_X);
        QCOMPARE(grid()->comparedA(), runAt(16));
        QTest::keyClick(m_panel.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"## orders_hourly"_s));
    }

    void marking()
    {
        openOrders();
        Q_EMIT m_panel->card()->markAsked(u"success"_s);
        QTRY_COMPARE(sent(), QStringList{u"PATCH load_fct_orders success"_s});
    }

    void runsAreEndedAndDeleted()
    {
        openOrders();
        grid()->setCurrent(runAt(3), {});
        QTest::keyClick(grid(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        QTRY_COMPARE(grid()->columns(), 16); // gone at once
    }

    void backfillIsTriedFirst()
    {
        openOrders();
        m_world->dryRun.logicalDates = {
            QDateTime({2026, 3, 16}, {0, 0}, Qt::UTC), QDateTime({2026, 3, 16}, {1, 0}, Qt::UTC)};
        for (QAction* action : m_panel->panelActions())
            if (action->text().startsWith(u"Backfill"_s))
                action->trigger();
        QTRY_VERIFY(m_panel->backfillSheet()->preview().has_value());
        QVERIFY(m_panel->backfillSheet()->button()->text().contains(u"2"_s));
        m_panel->backfillSheet()->button()->click();
        QTRY_COMPARE(sent(), QStringList{u"POST backfill orders_hourly 2"_s});
    }

    void pause()
    {
        openOrders();
        Q_EMIT m_panel->runs()->pauseAsked();
        QTRY_COMPARE(sent(), QStringList{u"PATCH dags/orders_hourly paused=1"_s});
    }

    void everyControlHasAName()
    {
        openOrders();
        QCOMPARE(accessibleProblems(m_panel.get()), QStringList());
        QVERIFY(accessibleControlsSeen() > 8);
    }

    void narrow()
    {
        openOrders();
        m_panel->resize(1228, 700); // a window of 1280 x 800
        QTRY_VERIFY(m_panel->width() <= 1228);
        picture(u"narrow"_s);
        m_panel->resize(1868, 960);
        picture(u"wide"_s);
    }

    void serverTab()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        m_world->variables = {{u"secret"_s, std::nullopt, u"masked"_s, true}};
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.show();
        QTRY_COMPARE(panel.state(), State::Ready);
        QCOMPARE(panel.table()->rowCount(), 2); // scheduler, triggerer
        panel.setView(AdminPanel::Pools);
        QTRY_COMPARE(panel.table()->item(1, 0)->text(), u"warehouse_write"_s);
        panel.setView(AdminPanel::Variables);
        QTRY_COMPARE(panel.table()->rowCount(), 1);
        QVERIFY(!panel.table()->item(0, 1)->text().contains(u"secret"_s));
    }
};

PH_TEST_MAIN(QApplication, WorkflowActsTest)
#include "tst_workflowacts.moc"
