// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the workflow panel: what the server says of a value stands at its field, times are those
// of the profile's zone; and the menu of a DAG, with real keys.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/graph/graphview.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/taskgraph.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whybox.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowFormsTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    void openOrders()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
    }
    QMenu* menu() const { return m_panel->dags()->findChild<QMenu*>(u"dag menu"_s); }
    void choose(const QString& begin)
    {
        for (QAction* action : menu()->actions())
            if (action->text().startsWith(begin))
                action->trigger();
        menu()->close();
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void theServersWordsStandAtTheField()
    {
        openOrders();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QTRY_COMPARE(m_panel->side()->sheet(), sheet);
        QTRY_VERIFY(sheet->isValid());
        const QString words = u"The run_id provided 'a/b' does not match the pattern"_s;
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->actFails = Error{Error::Kind::Conflict, {}, words, {}, u"409"_s};
        }
        QTRY_VERIFY(sheet->logicalField()->hasFocus()); // it has been laid out
        sheet->runField()->setFocus();
        QTest::keyClicks(sheet->runField(), u"a/b"_s);
        QTest::keyClick(sheet->runField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sheet->told(sheet->runField()), words);
        QTRY_VERIFY(sheet->runField()->hasFocus());
        QVERIFY(m_bench->errors().empty()); // said once, where it belongs
        QCOMPARE(m_panel->side()->sheet(), sheet);
        picture(u"trigger-refused"_s);
        QTest::keyClicks(sheet->runField(), u"c"_s);
        QVERIFY(sheet->told(sheet->runField()).isEmpty());
        // Of the date: there.
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->actFails->detail = u"DAGRun logical date already exists"_s;
        }
        sheet->logicalField()->setText(u"2026-03-17T13:05:00"_s);
        QTest::keyClick(sheet->runField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!sheet->told(sheet->logicalField()).isEmpty());
        QTRY_VERIFY(sheet->logicalField()->hasFocus());
        // Anything else is reported as everywhere.
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->actFails = Error{Error::Kind::Timeout, {}, u"no answer"_s, {}, {}};
        }
        QTest::keyClick(sheet->runField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->errors().size(), size_t(1));
    }

    void timesAreThoseOfTheProfile()
    {
        m_bench->timeContext().setZone(QTimeZone("Asia/Taipei"));
        m_world->dryRun.logicalDates = {QDateTime({2026, 3, 16}, {0, 0}, Qt::UTC)};
        openOrders();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QTRY_VERIFY(sheet->isValid());
        QCOMPARE(sheet->logicalField()->accessibleName(), u"Logical date, UTC+08:00"_s);
        const QDateTime noon({2026, 3, 17}, {5, 0}, Qt::UTC);
        sheet->logicalField()->setText(u"2026-03-17T13:00:00"_s);
        QCOMPARE(sheet->request().logical, noon);
        sheet->logicalField()->setText(u"2026-03-17T05:00:00Z"_s); // says its own
        QCOMPARE(sheet->request().logical, noon);
        sheet->logicalField()->clear();
        QTest::keyClick(sheet, Qt::Key_Escape);

        trigger(u"Backfill…"_s);
        BackfillSheet* backfill = m_panel->backfillSheet();
        const auto edits = backfill->findChildren<QDateTimeEdit*>();
        QCOMPARE(edits.size(), 2);
        QVERIFY(edits[0]->accessibleName().contains(u"UTC+08:00"_s));
        edits[0]->setDateTime(QDateTime({2026, 3, 16}, {8, 0}, Qt::UTC)); // as on the wall
        QCOMPARE(backfill->request().from, QDateTime({2026, 3, 16}, {0, 0}, Qt::UTC));
        QTRY_VERIFY(backfill->preview().has_value());
        auto* dates = backfill->findChild<QListWidget*>();
        QTRY_COMPARE(dates->count(), 1);
        QCOMPARE(dates->item(0)->text(), u"2026-03-16 08:00"_s);
        picture(u"backfill-zone"_s);
    }

    void theMenuOfADag()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openOrders();
        QListView* list = m_panel->dags()->list();
        list->setFocus();
        const int row = m_panel->dags()->model().indexOf(u"stock_daily"_s);
        Q_EMIT list->customContextMenuRequested(
            list->visualRect(m_panel->dags()->model().index(row)).center());
        QCOMPARE(m_panel->title(), u"stock_daily"_s);
        QVERIFY(menu());
        QStringList texts;
        for (const QAction* action : menu()->actions())
            if (!action->isSeparator())
                texts.append(action->text());
        QCOMPARE(texts.size(), 6);
        choose(u"Copy"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"stock_daily"_s);
        QTRY_VERIFY(!menu());
        // By the key for menus, of the current row.
        list->setFocus();
        Q_EMIT list->customContextMenuRequested({-5, -5});
        QVERIFY(menu());
        choose(u"Pause"_s);
        QTRY_COMPARE(sent(), QStringList{u"PATCH dags/stock_daily paused=1"_s});
        QTRY_VERIFY(!menu());
        Q_EMIT list->customContextMenuRequested({-5, -5});
        choose(u"Trigger"_s);
        QCOMPARE(m_panel->side()->sheet(), m_panel->triggerSheet());
    }

    void viewsOfTheServerAreFound()
    {
        openOrders();
        trigger(u"Server: Variables"_s);
        QCOMPARE(m_bench->panels().size(), size_t(1));
        QCOMPARE(m_bench->panels().back().kind, u"workflow.admin"_s);
        QCOMPARE(m_bench->panels().back().state.value("view"_L1).toInt(), 2);
        trigger(u"Deadlines"_s);
        QCOMPARE(m_bench->notices().size(), size_t(1)); // none is missed, and it says so
    }

    void aMissedDeadlineIsFound()
    {
        fillOrders(*m_world);
        const QString dag = u"orders_hourly"_s;
        m_world->capabilities.deadlines = true;
        const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-600);
        m_world->deadlines[dag] = {{runAt(dag, 4), u"hourly"_s, at, true},
            {runAt(dag, 9), u"hourly"_s, at, true}, {runAt(dag, 12), {}, at, false}};
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(grid()->book()->deadline(runAt(dag, 4)));
        trigger(u"Deadlines"_s);
        QCOMPARE(grid()->currentRun(), runAt(dag, 9));
        trigger(u"Deadlines"_s);
        QCOMPARE(grid()->currentRun(), runAt(dag, 4));
        trigger(u"Deadlines"_s);
        QCOMPARE(grid()->currentRun(), runAt(dag, 9));
    }

    void aNoteOfASheetIsNotCut()
    {
        openOrders();
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->details[u"orders_hourly"_s].params
                = {DagParam{u"days"_s, 7, {{u"type"_s, u"integer"_s}}, {}, {}}};
        }
        m_panel->refresh();
        QTRY_VERIFY(m_panel->feed().book(u"orders_hourly"_s)->details()
            && !m_panel->feed().book(u"orders_hourly"_s)->details()->params.empty());
        m_panel->resize(1228, 694);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        sheet->setText(u"days"_s, u"x"_s);
        auto* note = sheet->findChild<SheetNote*>();
        QVERIFY(note && note->isVisible());
        QVERIFY(note->text().contains(u"1 field"_s));
        QTRY_VERIFY(note->width() >= note->fontMetrics().horizontalAdvance(note->text()) + 24);
        picture(u"trigger-note"_s);
        sheet->setText(u"days"_s, u"3"_s);
        QVERIFY(!note->isVisible());
    }

    void theNextTryIsSaidOnce()
    {
        openOrders();
        WhyBox* why = m_panel->card()->why();
        QTRY_VERIFY(why->isVisible());
        QTRY_VERIFY(why->sentence().contains(u"next try"_s));
        QVERIFY2(!why->lines().join(u'\n').contains(u"next try"_s),
            qPrintable(why->lines().join(u'\n')));
        picture(u"why-box"_s);
    }

    void assetsSayTheirAddressOnce()
    {
        DagMap map;
        map.nodes = {
            {u"asset:a"_s, u"s3://shop/orders"_s, MapNode::Kind::Asset, {}, u"s3://shop/orders"_s},
            {u"asset:b"_s, u"orders"_s, MapNode::Kind::Asset, {}, u"s3://shop/orders"_s}};
        const ui::GraphScene scene = TaskGraph::map(map, {});
        QCOMPARE(scene.nodes[0].subtitle, u"asset"_s);
        QCOMPARE(scene.nodes[1].subtitle, u"s3://shop/orders"_s);
    }

    void aMappedTaskWithoutACountShowsNoEmptyBrackets()
    {
        DagStructure structure;
        structure.tasks.resize(1);
        structure.tasks[0].id = structure.tasks[0].label = u"load"_s;
        structure.tasks[0].mapped = true;
        RunEntry run;
        run.info.ref = {u"d"_s, u"r"_s};
        Cell cell;
        cell.task = u"load"_s;
        cell.state = u"running"_s;
        run.cells = {cell};
        run.at = {{u"load"_s, 0}};
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(TaskGraph::scene(structure, &run, {}, {}, now).nodes[0].badge, u"mapped"_s);
        run.cells[0].children = {{u"running"_s, 3}};
        QCOMPARE(TaskGraph::scene(structure, &run, {}, {}, now).nodes[0].badge, u"[3]"_s);
    }
};

PH_TEST_MAIN(QApplication, WorkflowFormsTest)
#include "tst_workflowforms.moc"
