// SPDX-License-Identifier: GPL-3.0-or-later
// The server's own tab: its lists, and what may be set there, with real keys.
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/controls/button.h"
#include "ui/words.h"
#include "workflow/panel/adminpanel.h"
#include "workflow/panel/readerdialog.h"
#include "workflow/panel/workflowmodule.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionViewItem>
#include <QTableWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowAdminTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;

    QStringList sent()
    {
        std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<FakeWorld>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
    }
    void cleanup() { m_bench.reset(); }

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

    void anImportErrorIsReadWhole()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        const QString trace = u"Traceback (most recent call last):\n  File x\nNameError: y"_s;
        m_world->importErrors = {{u"/dags/broken.py"_s, trace, {}}};
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.restoreState(AdminPanel::stateOf(AdminPanel::Errors));
        panel.show();
        QApplication::setActiveWindow(&panel);
        QTRY_COMPARE(panel.table()->rowCount(), 1);
        QTRY_VERIFY(panel.textField()->isVisible()); // without a click
        QCOMPARE(panel.textField()->toPlainText(), trace);
        panel.table()->setFocus();
        QTest::keyClick(panel.table(), Qt::Key_Return);
        auto* reader = panel.findChild<ReaderDialog*>();
        QVERIFY(reader);
        QCOMPARE(reader->text(), trace);
        reader->close();
    }

    void missedDeadlinesOfAllDags()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        m_world->capabilities.deadlines = true;
        const QDateTime due({2026, 3, 17}, {13, 0}, Qt::UTC);
        m_world->missed = {{u"r1"_s, u"late"_s, due, true, u"orders_hourly"_s, {}},
            {u"r3"_s, u"SLA"_s, due.addSecs(60), true, u"stock_daily"_s, u"load"_s}};
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.restoreState(AdminPanel::stateOf(AdminPanel::Deadlines));
        panel.show();
        QTRY_COMPARE(panel.table()->rowCount(), 2);
        QCOMPARE(panel.table()->item(0, 0)->text(), u"2026-03-17 13:00:00"_s);
        QCOMPARE(panel.table()->item(0, 1)->text(), u"orders_hourly"_s);
        QCOMPARE(panel.table()->item(1, 3)->text(), u"load"_s);
        QCOMPARE(panel.saveState(), AdminPanel::stateOf(AdminPanel::Deadlines));
    }

    void aServerWithoutDeadlinesSaysSo()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.restoreState(AdminPanel::stateOf(AdminPanel::Deadlines));
        panel.show();
        QTRY_COMPARE(panel.table()->rowCount(), 1);
        QCOMPARE(panel.state(), State::Ready);
        QVERIFY(panel.table()->item(0, 0)->text().contains(u"no deadlines"_s));
    }

    // Opened from the palette they are what one sees, and their keys work.
    void importErrorsHaveTheirOwnWayIn()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        m_world->importErrors = {{u"/dags/broken.py"_s, u"Traceback\nNameError: y"_s, {}}};
        const ui::ModuleDescriptor module = workflowModule();
        const ui::PanelFactory& factory = module.panels.back();
        const auto entry = std::find_if(
            factory.entries.begin(), factory.entries.end(), [](const ui::PanelEntry& one) {
                return ui::words(one.words).contains(u"Import error"_s);
            });
        QVERIFY(entry != factory.entries.end());
        QVERIFY(!ui::words(factory.words).contains(u"import"_s, Qt::CaseInsensitive));
        const std::unique_ptr<ui::Panel> panel(factory.make(*m_bench, u"shop-airflow"_s, nullptr));
        panel->restoreState(entry->state);
        panel->resize(1000, 600);
        panel->show();
        QApplication::setActiveWindow(panel.get());
        panel->setFocus();
        auto* admin = qobject_cast<AdminPanel*>(panel.get());
        QTRY_COMPARE(admin->table()->rowCount(), 1);
        QCOMPARE(admin->table()->item(0, 0)->text(), u"/dags/broken.py"_s);
        QTRY_VERIFY(admin->table()->hasFocus());
        QVERIFY(admin->textField()->toPlainText().contains(u"NameError"_s));
    }

    void slotsAndValuesAreSet()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        m_world->variables = {{u"countries"_s, u"[\"TW\"]"_s, {}, false},
            {u"secret"_s, std::nullopt, u"masked"_s, true}};
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.show();
        QApplication::setActiveWindow(&panel);
        QTRY_COMPARE(panel.state(), State::Ready);
        panel.setView(AdminPanel::Pools);
        QTRY_COMPARE(panel.table()->item(1, 0)->text(), u"warehouse_write"_s);
        panel.table()->setFocus();
        panel.table()->setCurrentCell(1, 0);
        QTRY_VERIFY(panel.numberField()->isVisible());
        QVERIFY(!panel.setButton()->isEnabled()); // nothing is different
        panel.numberField()->setFocus();
        panel.numberField()->selectAll();
        QTest::keyClicks(panel.numberField(), u"9"_s);
        QVERIFY(panel.setButton()->isEnabled());
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::mouseClick(panel.setButton(), Qt::LeftButton);
        QCOMPARE(m_bench->acts().size(), size_t(1));
        QCOMPARE(m_bench->acts().back().statement, u"PATCH pools/warehouse_write 9"_s);
        QVERIFY(sent().isEmpty());
        m_bench->setAnswer(FakeWorkbench::Answer::Accept);
        QTest::mouseClick(panel.setButton(), Qt::LeftButton);
        QTRY_COMPARE(sent(), QStringList{u"PATCH pools/warehouse_write 9"_s});

        panel.setView(AdminPanel::Variables);
        QTRY_COMPARE(panel.table()->rowCount(), 2);
        QTRY_COMPARE(panel.table()->item(0, 0)->text(), u"countries"_s);
        panel.table()->setCurrentCell(0, 0);
        QTRY_VERIFY(!panel.textField()->isReadOnly());
        panel.textField()->setFocus();
        panel.textField()->selectAll();
        QTest::keyClicks(panel.textField(), u"[\"KR\"]"_s);
        QVERIFY(panel.hasUnsavedWork());
        // Another line and back: the edit is still there.
        panel.table()->setCurrentCell(1, 0);
        QVERIFY(panel.textField()->toPlainText().isEmpty()); // never the mask as a value
        QVERIFY(!panel.setButton()->isEnabled());
        panel.table()->setCurrentCell(0, 0);
        QCOMPARE(panel.textField()->toPlainText(), u"[\"KR\"]"_s);
        QTest::mouseClick(panel.setButton(), Qt::LeftButton);
        QTRY_COMPARE(sent().size(), 2);
        QCOMPARE(sent().back(), u"PATCH variables/countries [\"KR\"]"_s);
        QTRY_VERIFY(!panel.hasUnsavedWork());
    }

    void whatWasTypedOutlivesTheTab()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        m_world->variables = {
            {u"countries"_s, u"[]"_s, {}, false}, {u"secret"_s, std::nullopt, u"masked"_s, true}};
        const auto open = [this](int view) {
            auto panel = std::make_unique<AdminPanel>(*m_bench, u"shop-airflow"_s);
            panel->resize(1000, 600);
            panel->restoreState(AdminPanel::stateOf(view));
            panel->show();
            QApplication::setActiveWindow(panel.get());
            return panel;
        };
        auto panel = open(AdminPanel::Variables);
        QSignalSpy told(panel.get(), &AdminPanel::unsavedWorkChanged);
        QTRY_COMPARE(panel->table()->rowCount(), 2);
        for (const int row : {0, 1}) {
            panel->table()->setCurrentCell(row, 0);
            panel->textField()->setFocus();
            panel->textField()->selectAll();
            QTest::keyClicks(panel->textField(), row == 0 ? u"[1]"_s : u"hunter2"_s);
        }
        QCOMPARE(told.size(), 1); // the tab has its mark
        panel->setView(AdminPanel::Pools);
        QTRY_COMPARE(panel->table()->item(1, 0)->text(), u"warehouse_write"_s);
        panel->table()->setCurrentCell(1, 0);
        panel->numberField()->setValue(9);
        panel->table()->setCurrentCell(0, 0);
        panel->table()->setCurrentCell(1, 0);
        QCOMPARE(panel->numberField()->value(), 9);
        panel.reset();

        panel = open(AdminPanel::Variables);
        QTRY_COMPARE(panel->table()->rowCount(), 2);
        QVERIFY(panel->hasUnsavedWork());
        panel->table()->setCurrentCell(0, 0);
        QCOMPARE(panel->textField()->toPlainText(), u"[1]"_s);
        panel->table()->setCurrentCell(1, 0);
        QCOMPARE(panel->textField()->toPlainText(), u"hunter2"_s);
        panel->setView(AdminPanel::Pools);
        QTRY_COMPARE(panel->table()->item(1, 0)->text(), u"warehouse_write"_s);
        panel->table()->setCurrentCell(1, 0);
        QCOMPARE(panel->numberField()->value(), 9);
        // A masked value is never on the disk.
        m_bench->drafts().flush();
        for (const QString& key : m_bench->drafts().keys())
            QVERIFY(!m_bench->drafts().get(key).value("text"_L1).toString().contains("hunter"_L1));
    }

    void headersStandAboveTheirCells()
    {
        FakeWorkflow::join(m_bench->hub(), m_world);
        fillOrders(*m_world);
        AdminPanel panel(*m_bench, u"shop-airflow"_s);
        panel.resize(1000, 600);
        panel.show();
        QTRY_COMPARE(panel.state(), State::Ready);
        QTableWidget* table = panel.table();
        QStyleOptionViewItem cell;
        cell.initFrom(table);
        // Qt's own formula for the text of an item, and the padding of a section.
        const int inset = table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, table);
        QCOMPARE(inset + 1, 8);
    }
};

PH_TEST_MAIN(QApplication, WorkflowAdminTest)
#include "tst_workflowadmin.moc"
