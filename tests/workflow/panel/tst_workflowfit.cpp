// SPDX-License-Identifier: GPL-3.0-or-later
// How the workflow panel fits into narrow panes: nothing outside, squeezed or over another.
#include "tests/support/layoutfault.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/graph/graphview.h"
#include "workflow/panel/adminpanel.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/gridrows.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/overflow.h"
#include "workflow/panel/panebar.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/statelegend.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whypane.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSplitter>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

class WorkflowFitTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_host; // as wide as a pane

    void openIn(int width, int height = 690)
    {
        fillOrders(*m_world);
        m_host = std::make_unique<QWidget>();
        m_host->resize(width, height);
        m_panel = std::make_unique<WorkflowPanel>(*m_bench, u"shop-airflow"_s, m_host.get());
        m_panel->setGeometry(m_host->rect());
        m_host->show();
        QApplication::setActiveWindow(m_host.get());
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        grid()->setFocus();
    }

    void resize(int width)
    {
        m_host->resize(width, 690);
        m_panel->setGeometry(m_host->rect());
    }

    void compare()
    {
        trigger(u"Grid of the runs"_s);
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Left);
        QTest::keyClick(grid(), Qt::Key_Space);
        QTest::keyClick(grid(), Qt::Key_Right);
        QTest::keyClick(grid(), Qt::Key_Space);
    }

    QString wrong() const { return layoutFault(*m_panel); }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup()
    {
        m_panel.reset();
        m_host.reset();
        drop();
    }

    void everyPane_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("tabs");
        QTest::newRow("window of 1440") << 1389 << false;
        QTest::newRow("window of 1280") << 1229 << false;
        QTest::newRow("half of 1920") << 934 << false;
        QTest::newRow("half of 1440") << 691 << true;
        QTest::newRow("half of 1280") << 611 << true;
        QTest::newRow("half of 860") << 401 << true;
    }

    void everyPane()
    {
        QFETCH(int, width);
        QFETCH(bool, tabs);
        openIn(width);
        QVERIFY(m_panel->minimumSizeHint().width() <= 401);
        QCOMPARE(m_panel->paneBar()->isVisible(), tabs);
        QTRY_COMPARE(wrong(), QString());
        QVERIFY(grid()->isVisible());
        QCOMPARE(m_panel->graph()->isVisible(), !tabs);
        QCOMPARE(m_panel->dags()->isVisible(), !tabs);
        // Keys and the palette reach every pane, whatever stands in its place.
        trigger(u"Graph of the run"_s);
        QVERIFY(m_panel->graph()->isVisible());
        QVERIFY(m_panel->graph()->view()->hasFocus());
        QTRY_COMPARE(wrong(), QString());
        picture(u"graph-%1"_s.arg(width));
        trigger(u"Show the task"_s);
        QVERIFY(m_panel->side()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Why is"_s);
        QVERIFY(m_panel->why()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Log of the task"_s);
        QVERIFY(m_panel->log()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        picture(u"log-%1"_s.arg(width));
        trigger(u"Search the logs"_s);
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Trigger a run"_s);
        QVERIFY(m_panel->triggerSheet()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Clear tasks"_s);
        QTRY_COMPARE(wrong(), QString());
        picture(u"clear-%1"_s.arg(width));
        trigger(u"Map across DAGs"_s);
        QVERIFY(m_panel->graph()->isVisible() && m_panel->graph()->isMapShown());
        trigger(u"Filter DAGs"_s);
        QVERIFY(m_panel->dags()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Gantt"_s);
        QVERIFY(m_panel->runs()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        picture(u"gantt-%1"_s.arg(width));
    }

    void comparedRuns_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("shown"); // of runs, comparison, task
        QTest::newRow("window of 1440") << 1389 << 3;
        QTest::newRow("window of 1280") << 1229 << 3;
        QTest::newRow("half of 1920") << 934 << 2;
        QTest::newRow("half of 1440") << 691 << 1;
        QTest::newRow("half of 1280") << 611 << 1;
        QTest::newRow("half of 860") << 401 << 1;
    }

    void comparedRuns()
    {
        QFETCH(int, width);
        QFETCH(int, shown);
        openIn(width);
        compare();
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Compare);
        QVERIFY(m_panel->diff()->isVisible());
        const auto count = [this] {
            return int(m_panel->runs()->isVisible()) + int(m_panel->diff()->isVisible())
                + int(m_panel->side()->isVisible());
        };
        QCOMPARE(count(), shown);
        QTRY_COMPARE(wrong(), QString());
        picture(u"compare-%1"_s.arg(width));
        QCOMPARE(grid()->currentTask(), u"load_fct_orders"_s); // the focus moves, not the task
        trigger(u"Show the task"_s);
        QVERIFY(m_panel->side()->isVisible());
        QCOMPARE(count(), shown);
        QTRY_COMPARE(wrong(), QString());
        trigger(u"Grid of the runs"_s);
        QVERIFY(grid()->isVisible());
        QTRY_COMPARE(wrong(), QString());
        QTest::keyClick(m_panel.get(), Qt::Key_Escape);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Overview);
        QVERIFY(!m_panel->diff()->isVisible() && grid()->isVisible());
        QTRY_COMPARE(wrong(), QString());
    }

    void theServerInAHalf()
    {
        fillOrders(*m_world);
        m_host = std::make_unique<QWidget>();
        m_host->resize(611, 690);
        AdminPanel panel(*m_bench, u"shop-airflow"_s, m_host.get());
        panel.setGeometry(m_host->rect());
        m_host->show();
        QTRY_COMPARE(panel.state(), ui::Panel::State::Ready);
        QVERIFY2(panel.minimumSizeHint().width() <= 611,
            qPrintable(QString::number(panel.minimumSizeHint().width())));
        QCOMPARE(panel.width(), 611);
        for (const auto* one : panel.findChildren<QAbstractButton*>()) {
            if (!one->isVisible())
                continue;
            QVERIFY2(one->width() >= one->sizeHint().width(), qPrintable(one->text()));
            QVERIFY(panel.rect().contains(QRect(one->mapTo(&panel, QPoint()), one->size())));
        }
        const auto* filter = panel.findChild<ui::SearchField*>();
        QVERIFY(filter->isVisible() && filter->width() >= 180);
    }

    void anOpenLegendLeavesTheGridSomeRows()
    {
        openIn(1229);
        m_panel->runs()->legend()->setOpen(true);
        QTRY_VERIFY(grid()->height() > m_panel->runs()->height() / 3);
        QTRY_VERIFY(grid()->paintedCells() > 0);
        picture(u"legend"_s);
    }

    void theColumnsComeBackAsTheyWere()
    {
        openIn(1389);
        auto* across = m_panel->dags()->parentWidget();
        auto* split = qobject_cast<QSplitter*>(across);
        QVERIFY(split);
        const QList<int> first = split->sizes();
        QWidget* handle = split->handle(1);
        const QPoint at = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, at);
        QTest::mouseMove(handle, at + QPoint(40, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, at);
        const QList<int> sizes = split->sizes();
        QVERIFY(sizes != first);
        resize(611);
        QVERIFY(m_panel->paneBar()->isVisible());
        resize(1389);
        QVERIFY(!m_panel->paneBar()->isVisible());
        QVERIFY(m_panel->dags()->isVisible() && m_panel->graph()->isVisible());
        QTRY_COMPARE(split->sizes(), sizes);
    }

    void aLongNameIsWholeWhereThereIsRoom()
    {
        const QString dag = u"customer_lifetime_value_daily"_s;
        fillMany(*m_world, dag, 12, 3, 8);
        m_host = std::make_unique<QWidget>();
        m_panel = std::make_unique<WorkflowPanel>(*m_bench, u"shop-airflow"_s, m_host.get());
        resize(1389);
        m_host->show();
        QTRY_COMPARE(m_panel->runs()->dag(), dag);
        QTRY_COMPARE(grid()->columns(), 8);
        const auto label = m_panel->runs()->findChild<ui::PanelHeader*>()->findChild<QLabel*>();
        QTRY_COMPARE(label->text(), dag);
        QTRY_VERIFY(m_panel->dags()->width() >= m_panel->dags()->nameWidth());
        trigger(u"Trigger a run"_s);
        int names = 0;
        for (const auto* name : m_panel->triggerSheet()->findChildren<ui::ElidedLabel*>())
            names += name->isVisible() && name->text() == dag && !name->isCut() ? 1 : 0;
        QCOMPARE(names, 1);
        picture(u"long-name"_s);
    }

    void twoServersAreToldApart()
    {
        openIn(1389);
        QCOMPARE(m_panel->title(), u"orders_hourly"_s);
        ServiceConfig other = m_bench->hub().service(u"shop-airflow"_s)->config;
        other.id = u"shop-airflow-2"_s;
        other.title = u"Shop Airflow 2"_s;
        other.ns = u"airflow://shop-2"_s;
        const QSignalSpy told(m_panel.get(), &ui::Panel::titleChanged);
        m_bench->hub().add(other, {});
        QCOMPARE(m_panel->title(), u"orders_hourly · Shop Airflow"_s);
        QVERIFY(!told.isEmpty());
    }

    void aDagIsChosenInItsTab()
    {
        fillMany(*m_world, u"stock_daily"_s, 12, 3, 8);
        openIn(611);
        QTest::keyClick(m_panel.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_panel->dags()->isVisible() && !grid()->isVisible());
        const DagModel& dags = m_panel->dags()->model();
        QListView* list = m_panel->dags()->list();
        const QModelIndex other = dags.index(dags.indexOf(u"stock_daily"_s));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(other).center());
        QCOMPARE(m_panel->runs()->dag(), u"stock_daily"_s);
        QTRY_VERIFY(grid()->isVisible() && grid()->hasFocus());
    }

    void whatTheHeaderHasNoRoomForIsInItsMenu()
    {
        openIn(401);
        Overflow* more = m_panel->runs()->overflow();
        QVERIFY(more->isUsed() && !m_panel->runs()->pauseButton()->isVisible());
        QMenu* menu = more->button()->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction* action : menu->actions())
            texts += action->text();
        QVERIFY2(texts.contains(u"Trigger a run"_s) && texts.contains(u"Pause the DAG"_s),
            qPrintable(texts.join(u'|')));
        for (QAction* action : menu->actions())
            if (action->text() == "Trigger a run"_L1)
                action->trigger();
        QVERIFY(m_panel->triggerSheet()->isVisible());
        resize(1389);
        QVERIFY(!more->isUsed() && m_panel->runs()->pauseButton()->isVisible());
    }
};

PH_TEST_MAIN(QApplication, WorkflowFitTest)
#include "tst_workflowfit.moc"
