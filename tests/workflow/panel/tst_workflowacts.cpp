// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to runs and tasks, and the comparison of two runs, with real keys.
#include "tests/gui/accessiblewalk.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"
#include "workflow/panel/backfilllist.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/notesheet.h"
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
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowActsTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    QString runAt(int i) const { return PanelFixture::runAt(u"orders_hourly"_s, i); }
    void openOrders(WriteMode writes = WriteMode::On)
    {
        FakeWorkflow::join(m_bench->hub(), m_world, writes);
        fillOrders(*m_world);
        openPanel();
    }
    ui::IconButton* cardButton(const QString& icon)
    {
        for (auto* button : m_panel->card()->findChildren<ui::IconButton*>())
            if (button->iconName() == icon)
                return button;
        return nullptr;
    }
    static bool isOurs(const QAbstractButton* button)
    {
        return qobject_cast<const ui::Button*>(button)
            || qobject_cast<const ui::IconButton*>(button)
            || qobject_cast<const ui::SegmentedControl*>(button->parentWidget());
    }
    // Buttons that are on the screen and narrower, or lower, than their content.
    QStringList cut()
    {
        QStringList found;
        for (const auto* button : m_panel->findChildren<QAbstractButton*>())
            if (button->isVisible() && isOurs(button)
                && (button->width() < button->sizeHint().width()
                    || !button->parentWidget()->rect().contains(button->geometry())
                    || button->visibleRegion().boundingRect().width() < button->width()))
                found.append(button->text() + u'|' + button->accessibleName());
        return found;
    }
    void openPanel()
    {
        PanelFixture::openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(m_panel->card()->instance().has_value());
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

private Q_SLOTS:
    void init() { makeWorld(); }
    void cleanup() { drop(); }

    // In the palette an act that has nothing to act on says so.
    void anActSaysWhatItLacks()
    {
        openOrders();
        const auto act = [this](const QString& begin) -> QAction* {
            for (QAction* action : m_panel->panelActions())
                if (action->text().startsWith(begin))
                    return action;
            return nullptr;
        };
        const QString copy = u"Copy the comparison"_s;
        QVERIFY(!act(copy)->isEnabled());
        QCOMPARE(act(copy)->toolTip(), u"No two runs are compared"_s);
        grid()->setCurrent(runAt(11), {});
        QVERIFY(!act(u"Mark the task failed"_s)->isEnabled());
        QCOMPARE(act(u"Mark the task failed"_s)->toolTip(), u"No task is chosen"_s);
        QVERIFY(act(u"Delete the run"_s)->isEnabled());
        grid()->setCurrent(runAt(11), u"load_fct_orders"_s);
        QVERIFY(act(u"Mark the task failed"_s)->isEnabled());
        QTest::keyClick(grid(), Qt::Key_Space);
        grid()->setCurrent(runAt(10), u"load_fct_orders"_s);
        QTest::keyClick(grid(), Qt::Key_Space);
        QTRY_VERIFY(act(copy)->isEnabled());
        int exports = 0;
        for (const QAction* action : m_panel->panelActions())
            exports += action->property("words").toString().contains(u"export"_s) ? 1 : 0;
        QCOMPARE(exports, 2); // of the graph
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
        QCOMPARE(m_bench->acts().back().statement, sent().front());
        // Its run was started: nothing of it comes back.
        QTRY_VERIFY(!m_panel->side()->sheet());
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!sheet->isRestored());
        QCOMPARE(qobject_cast<QLineEdit*>(sheet->editor(u"days"_s))->text(), u"7"_s);
    }

    void triggerWaitsForTheParameters()
    {
        const QString dag = u"orders_hourly"_s;
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors[u"details"_s]
                = {Error::Kind::Timeout, {}, u"no answer in time"_s, {}, {}};
        }
        openOrders();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QCOMPARE(m_panel->side()->sheet(), sheet);
        QVERIFY(!m_panel->feed().book(dag)->details() && !sheet->isValid());
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        auto* said = sheet->findChild<QWidget*>(u"unread"_s);
        QVERIFY(said);
        QTRY_VERIFY(static_cast<ui::ElidedLabel*>(said)->text().contains("no answer"_L1));
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors.clear();
            m_world->details[dag].params = {DagParam{u"days"_s, 7, {}, {}, {}}};
        }
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->side()->sheet());
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(sheet->editor(u"days"_s));
        QVERIFY(sheet->isValid() && sent().isEmpty());
    }

    void whatWasTypedIsNotLost()
    {
        openOrders();
        {
            std::lock_guard lock(m_world->mutex);
            DagParam days{u"days"_s, 7, {{u"type"_s, u"integer"_s}}, {}, {}};
            DagParam dry{u"dry"_s, false, {{u"type"_s, u"boolean"_s}}, {}, {}};
            m_world->details[u"orders_hourly"_s].params = {days, dry};
        }
        m_panel->refresh();
        QTRY_VERIFY(m_panel->feed().book(u"orders_hourly"_s)->details()
            && m_panel->feed().book(u"orders_hourly"_s)->details()->params.size() == 2);
        TriggerSheet* sheet = m_panel->triggerSheet();
        const auto field = [&sheet] {
            return qobject_cast<QLineEdit*>(sheet->editor(u"days"_s));
        };
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(!sheet->isRestored());
        QTRY_VERIFY(field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field(), u"21"_s);
        auto* dry = qobject_cast<QCheckBox*>(sheet->editor(u"dry"_s));
        dry->setFocus();
        QTest::keyClick(dry, Qt::Key_Space);
        QTest::keyClick(dry, Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->side()->sheet());

        // The confirmation is turned down: the form stays as it is.
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(sheet->isRestored());
        QCOMPARE(field()->text(), u"21"_s);
        QVERIFY(qobject_cast<QCheckBox*>(sheet->editor(u"dry"_s))->isChecked());
        picture(u"trigger-restored"_s);
        QTRY_VERIFY(field()->hasFocus());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QVERIFY(m_bench->acts().front().statement.contains(u"\"days\":21"_s));
        QVERIFY(sent().isEmpty());
        QCOMPARE(m_panel->side()->sheet(), sheet);

        // Another window of the same profile finds it too; "Start over" lets it go.
        showPanel();
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        QTRY_VERIFY(m_panel->feed().book(u"orders_hourly"_s)->details()
            && m_panel->feed().book(u"orders_hourly"_s)->details()->params.size() == 2);
        grid()->setFocus();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        sheet = m_panel->triggerSheet();
        QCOMPARE(field()->text(), u"21"_s);
        for (auto* button : sheet->findChildren<ui::Button*>())
            if (button->text() == u"Start over"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(field()->text(), u"7"_s);
        QVERIFY(!sheet->isRestored());
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
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        auto* button = m_panel->runs()->pauseButton();
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QCOMPARE(m_bench->acts().front().statement, u"PATCH dags/orders_hourly paused=1"_s);
        QTRY_VERIFY(button->isEnabled());
        QVERIFY(sent().isEmpty()); // it was only shown
        m_bench->setAnswer(FakeWorkbench::Answer::Accept);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(sent(), QStringList{u"PATCH dags/orders_hourly paused=1"_s});
    }

    void notesOfRunAndTask()
    {
        openOrders();
        QTest::mouseClick(cardButton(u"edit"_s), Qt::LeftButton);
        NoteSheet* sheet = m_panel->noteSheet();
        QTRY_COMPARE(m_panel->side()->sheet(), sheet);
        QTRY_VERIFY(sheet->editor()->hasFocus());
        QTest::keyClicks(sheet->editor(), u"waits for the lock"_s);
        QTest::keyClick(sheet->editor(), Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->side()->sheet());
        QTest::mouseClick(cardButton(u"edit"_s), Qt::LeftButton);
        QTRY_COMPARE(sheet->editor()->toPlainText(), u"waits for the lock"_s); // not lost
        picture(u"note"_s);
        QTest::keyClick(sheet->editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent(), QStringList{u"PATCH note load_fct_orders [-1] waits for the lock"_s});
        QTRY_VERIFY(!m_panel->side()->sheet());
        trigger(u"Note of the run"_s);
        QTRY_COMPARE(m_panel->side()->sheet(), sheet);
        QVERIFY(sheet->editor()->toPlainText().isEmpty());
        QTest::keyClicks(sheet->editor(), u"late"_s);
        QTest::keyClick(sheet->editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 2);
        QCOMPARE(sent().back(), QString(u"PATCH note "_s + runAt(16) + u" late"_s));
    }

    void runningBackfills()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_world->backfills = {{1, u"orders_hourly"_s, now.addDays(-9), now.addDays(-8), false,
                                  now.addDays(-2), now.addDays(-1)},
            {2, u"orders_hourly"_s, now.addSecs(-4 * 3600), now, false, now.addSecs(-60), {}}};
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        for (RunInfo& run : m_world->runs[u"orders_hourly"_s])
            run.type = u"backfill"_s;
        openPanel();
        trigger(u"Backfills of the DAG"_s);
        BackfillList* list = m_panel->backfillList();
        QTRY_COMPARE(m_panel->side()->sheet(), list);
        QTRY_COMPARE(list->list()->topLevelItemCount(), 2);
        // What runs stands first, with the runs of its range counted.
        QTRY_COMPARE(list->list()->topLevelItem(0)->text(1), u"3 of 4"_s);
        QCOMPARE(list->list()->topLevelItem(1)->text(2), u"ended"_s);
        picture(u"backfills"_s);
        QTest::mouseClick(list->pauseButton(), Qt::LeftButton);
        QTRY_COMPARE(sent(), QStringList{u"PUT backfills/2/pause"_s});
        {
            std::lock_guard lock(m_world->mutex);
            m_world->backfills[1].paused = true;
        }
        list->refresh();
        QTRY_COMPARE(list->pauseButton()->text(), u"Go on…"_s);
        QTest::mouseClick(list->pauseButton(), Qt::LeftButton);
        QTRY_COMPARE(sent().back(), u"PUT backfills/2/unpause"_s);
        QTRY_VERIFY(list->cancelButton()->isEnabled());
        QTest::mouseClick(list->cancelButton(), Qt::LeftButton);
        QTRY_COMPARE(sent().back(), u"PUT backfills/2/cancel"_s);
        QCOMPARE(m_bench->acts().size(), size_t(3)); // each was shown
        list->list()->setFocus();
        QTest::keyClick(list->list(), Qt::Key_Down);
        QVERIFY(!list->pauseButton()->isEnabled()); // it has ended
        QTest::keyClick(list->list(), Qt::Key_Escape);
        QTRY_VERIFY(!m_panel->side()->sheet());
    }

    void aMissedDeadlineIsShown()
    {
        m_world->capabilities.deadlines = true;
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-600);
        m_world->deadlines[u"orders_hourly"_s]
            = {{runAt(15), u"hourly"_s, at, true}, {runAt(16), {}, at.addSecs(6000), false}};
        openPanel();
        QTRY_VERIFY(grid()->book()->deadline(runAt(15)));
        QVERIFY(grid()->cellWords(-1, 15).contains(u"deadline missed"_s));
        QVERIFY(grid()->tooltip(-1, 15).contains(u"Deadline missed"_s));
        QVERIFY(!grid()->cellWords(-1, 16).contains(u"deadline missed"_s));
        picture(u"deadline"_s);
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
        m_panel->resize(1228, 694); // a window of 1280 x 800
        QTRY_VERIFY(m_panel->width() <= 1228);
        QVERIFY(m_panel->runs()->pauseButton()->isVisible());
        QTRY_VERIFY2(cut().isEmpty(), qPrintable(cut().join(u"; "_s)));
        picture(u"narrow"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY2(cut().isEmpty(), qPrintable(cut().join(u"; "_s)));
        picture(u"narrow-trigger"_s);
        QTest::keyClick(m_panel->triggerSheet(), Qt::Key_Escape);
        m_panel->resize(1868, 960);
        QTRY_VERIFY2(cut().isEmpty(), qPrintable(cut().join(u"; "_s)));
        picture(u"wide"_s);
    }
};

PH_TEST_MAIN(QApplication, WorkflowActsTest)
#include "tst_workflowacts.moc"
