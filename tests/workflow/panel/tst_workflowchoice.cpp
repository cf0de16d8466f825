// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen in the workflow panel: a group as a whole, the neighbour of a run that was
// deleted, a DAG that the filter hides.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/graph/graphview.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/groupcard.h"
#include "workflow/panel/logpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/workflowpanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListView>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowChoiceTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    const QString m_dag = u"stock_daily"_s;
    QString newest() { return m_world->runs[m_dag].back().ref.run; }
    TaskCard* card() const { return m_panel->card(); }
    QString shown(const QWidget* in) const
    {
        QStringList texts;
        for (const auto* part : in->findChildren<QWidget*>()) {
            if (!part->isVisible())
                continue;
            texts.append(part->accessibleName());
            if (const auto* label = qobject_cast<const QLabel*>(part))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    void setSilent(const std::set<QString>& methods)
    {
        const std::lock_guard lock(m_world->mutex);
        m_world->silent = methods;
    }
    void setCell(
        const QString& task, const QString& state, const QDateTime& start, const QDateTime& end)
    {
        const std::lock_guard lock(m_world->mutex);
        for (Cell& cell : m_world->cells[{m_dag, newest()}])
            if (cell.task == task) {
                cell.state = state;
                cell.start = start;
                cell.end = end;
            }
    }
    void fillGroups()
    {
        fillMany(*m_world, m_dag, 12, 3, 8);
        m_world->details[m_dag].info = m_world->dags.back();
    }
    QJsonObject saved(const QString& task)
    {
        return {{u"version"_s, 1}, {u"dag"_s, m_dag}, {u"run"_s, newest()}, {u"task"_s, task}};
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void aGroupsTasksAreThoseBelowIt()
    {
        RunBook book(m_dag);
        RunPage page;
        RunInfo run;
        run.ref = {m_dag, u"one"_s};
        run.state = u"running"_s;
        run.after = QDateTime({2026, 3, 1}, {0, 0}, Qt::UTC);
        page.runs = {run};
        book.merge(page, RunBook::Page::Newest);
        const auto cell = [](const QString& id, const QString& state, int from, int to) {
            Cell one;
            one.task = id;
            one.state = state;
            const QDateTime zero({2026, 3, 1}, {0, 0}, Qt::UTC);
            if (from >= 0)
                one.start = zero.addSecs(from);
            if (to >= 0)
                one.end = zero.addSecs(to);
            return one;
        };
        Cell whole = cell(u"out"_s, u"running"_s, 5, -1);
        whole.group = true;
        Cell mapped = cell(u"out.in.c"_s, u"running"_s, 20, -1);
        mapped.children = {{u"failed"_s, 2}, {u"running"_s, 1}};
        book.mergeCells(
            {{run.ref,
                {whole, cell(u"bare"_s, u"failed"_s, 5, 9), cell(u"out.b"_s, u"success"_s, 9, 30),
                    mapped, cell(u"other"_s, u"failed"_s, 1, 2)}}},
            QDateTime::currentDateTimeUtc());
        // Before the structure has come the server's cell tells that it is one.
        QVERIFY(book.isGroup(u"out"_s, u"one"_s));
        QVERIFY(!book.isGroup(u"out.b"_s, u"one"_s));
        QCOMPARE(book.tasksOf(u"out"_s, u"one"_s), (QStringList{u"out.b"_s, u"out.in.c"_s}));
        DagStructure structure;
        structure.groups = {{u"out"_s, u"out"_s, {}, false},
            {u"out.in"_s, u"in"_s, u"out"_s, false}, {u"empty"_s, {}, {}, false}};
        for (const auto& [id, group] : {std::pair(u"bare"_s, u"out"_s),
                 std::pair(u"out.b"_s, u"out"_s), std::pair(u"out.in.c"_s, u"out.in"_s),
                 std::pair(u"out.new"_s, u"out"_s), std::pair(u"other"_s, QString())}) {
            workflow::TaskInfo task;
            task.id = id;
            task.group = group;
            structure.tasks.push_back(task);
        }
        book.setStructure(structure);
        QVERIFY(book.isGroup(u"empty"_s, {}) && !book.isGroup({}, {}));
        const QStringList tasks = book.tasksOf(u"out"_s, u"one"_s);
        QCOMPARE(tasks, (QStringList{u"bare"_s, u"out.b"_s, u"out.in.c"_s, u"out.new"_s}));
        auto sum = GroupSummary::of(book.find(u"one"_s), u"out"_s, tasks);
        QCOMPARE(sum.tasks, 3); // the new one is of another version
        using Counts = std::vector<std::pair<StateWord, int>>;
        QCOMPARE(sum.states, (Counts{{u"success"_s, 1}, {u"failed"_s, 1}, {u"running"_s, 1}}));
        QCOMPARE(sum.state, u"failed"_s);
        QCOMPARE(sum.start.time(), QTime(0, 0, 5));
        QVERIFY(!sum.end.isValid()); // one still runs
        QCOMPARE(sum.failed.size(), size_t(2));
        QCOMPARE(sum.failed[0].task, u"bare"_s);
        QCOMPARE(failedInstances(sum.failed[1]), 2);
        run.state = u"failed"_s;
        book.merge({run});
        sum = GroupSummary::of(book.find(u"one"_s), u"out"_s, tasks);
        QCOMPARE(sum.end.time(), QTime(0, 0, 30));
        QVERIFY(sum.isRead);
        sum = GroupSummary::of(nullptr, u"out"_s, tasks);
        QVERIFY(!sum.isRead);
        QCOMPARE(sum.tasks, 4);
    }

    // Of a tab that is restored the choice is there before anything is known of the DAG.
    void aGroupIsKnownOnceItsStructureIs()
    {
        fillGroups();
        setSilent({u"structure"_s, u"cells"_s});
        showPanel(saved(u"group_1"_s));
        QTRY_COMPARE(grid()->currentTask(), u"group_1"_s);
        QTRY_COMPARE(grid()->columns(), 8);
        setSilent({});
        QTRY_COMPARE(card()->group(), u"group_1"_s);
        QVERIFY(card()->task().task.isEmpty());
        QTRY_VERIFY(card()->groupCard()->isVisible());
        QTRY_VERIFY(m_panel->log()->task().task.isEmpty());
        QVERIFY2(!shown(card()).contains(u"no instance"_s), qPrintable(shown(card())));
        QVERIFY(!shown(m_panel->log()).contains(u"has not started"_s));
        QTRY_COMPARE(m_panel->graph()->view()->current(), u"group_1"_s);
        // One of its tasks is a task.
        grid()->setCurrent(newest(), u"group_2.task_2"_s);
        QVERIFY(card()->group().isEmpty());
        QCOMPARE(card()->task().task, u"group_2.task_2"_s);
    }

    void theCardOfAGroupSumsItUp()
    {
        fillGroups();
        const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-7200);
        setCell(u"group_1.task_1"_s, u"success"_s, start, start.addSecs(60));
        setCell(u"group_1.task_4"_s, u"failed"_s, start.addSecs(60), start.addSecs(75));
        setCell(u"group_1.task_7"_s, u"success"_s, start.addSecs(60), start.addSecs(90));
        setCell(u"group_1.task_10"_s, u"upstream_failed"_s, {}, {});
        showPanel(saved(u"group_1.task_1"_s));
        QTRY_COMPARE(grid()->rows().size(), 15);
        QTRY_COMPARE(card()->task().task, u"group_1.task_1"_s);
        QTRY_VERIFY(!m_panel->graph()->view()->scene().nodes.empty());
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Up); // the row of the group
        QCOMPARE(grid()->currentTask(), u"group_1"_s);
        QTRY_VERIFY(card()->groupCard()->isVisible());
        QTRY_VERIFY(card()->groupCard()->words().contains(u"success"_s));
        const auto* header = card()->findChild<ui::PanelHeader*>();
        QCOMPARE(header->title(), u"group_1"_s);
        const QString words = card()->groupCard()->words();
        for (const QString& part : {u"failed"_s, u"4"_s, u"1 m 30 s"_s,
                 u"2 success, 1 failed, 1 upstream_failed"_s, start.toString(u"HH:mm:ss"_s),
                 start.addSecs(90).toString(u"HH:mm:ss"_s), u"group_1.task_4"_s, u"15 s"_s})
            QVERIFY2(words.contains(part), qPrintable(part + u" in\n"_s + words));
        QVERIFY2(words.indexOf(u"\"group_1.task_4\""_s) < words.indexOf(u"\"group_1.task_10\""_s),
            qPrintable(words));
        picture(u"group-card"_s);
        // What is done with it as a whole: its tasks are cleared.
        for (const auto* button : card()->findChildren<QAbstractButton*>()) {
            if (button->text() == "Retry now…"_L1)
                QVERIFY(button->isEnabled());
            if (button->text() == "Mark as"_L1)
                QVERIFY(!button->isEnabled() && !button->toolTip().isEmpty());
        }
        // It counts on while one looks.
        setCell(u"group_1.task_10"_s, u"success"_s, start.addSecs(90), start.addSecs(120));
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->runs[m_dag].back().state = u"running"_s;
            m_world->touch(m_dag, newest());
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            card()->groupCard()->words().contains(u"3 success, 1 failed"_s), 20'000);
        // The way to what failed, by keys.
        QLabel* failed = nullptr;
        for (auto* label : card()->groupCard()->findChildren<QLabel*>())
            if (label->focusPolicy() == Qt::StrongFocus)
                failed = label;
        QVERIFY(failed);
        failed->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(failed->hasFocus());
        QTest::keyClick(failed, Qt::Key_Tab);
        QTest::keyClick(failed, Qt::Key_Return);
        QCOMPARE(grid()->currentTask(), u"group_1.task_4"_s);
        QCOMPARE(card()->task().task, u"group_1.task_4"_s);
        QVERIFY(card()->group().isEmpty());
        // From the graph.
        m_panel->graph()->view()->setCurrent(u"group_2"_s);
        QCOMPARE(grid()->currentTask(), u"group_2"_s);
        QCOMPARE(card()->group(), u"group_2"_s);
        // The run itself is no group.
        grid()->setCurrent(newest(), {});
        QVERIFY(card()->group().isEmpty());
        QVERIFY(!card()->groupCard()->isVisible());
    }

    // Also of a DAG that is opened for the first time, whose groups come later than the run.
    void groupsOfASmallDagStandOpen()
    {
        fillGroups();
        fillMany(*m_world, u"wide"_s, 90, 3, 8);
        setSilent({u"structure"_s});
        showPanel(saved(u"group_1.task_4"_s));
        QTRY_COMPARE(grid()->columns(), 8);
        QTRY_COMPARE(card()->task().task, u"group_1.task_4"_s);
        setSilent({});
        ui::GraphView* view = m_panel->graph()->view();
        QTRY_COMPARE(view->scene().nodes.size(), size_t(15));
        QTRY_COMPARE(view->current(), u"group_1.task_4"_s);
        QTRY_VERIFY(view->placeOf(u"group_1.task_4"_s));
        m_panel->show({u"wide"_s, {}, {}, -1});
        QTRY_VERIFY(
            m_panel->feed().book(u"wide"_s) && m_panel->feed().book(u"wide"_s)->structure());
        const auto isClosed = [view] {
            const auto& nodes = view->scene().nodes;
            return !nodes.empty()
                && std::none_of(nodes.begin(), nodes.end(),
                    [](const ui::GraphNode& node) { return node.isGroup && node.open; });
        };
        QTRY_VERIFY(isClosed());
    }

    void theNeighbourOfADeletedRunIsChosen()
    {
        fillMapped(*m_world);
        const QString dag = u"stock_mapped"_s;
        const QString first = runAt(dag, 0);
        const QString second = runAt(dag, 1);
        openPanel(u"load"_s);
        QTest::keyClick(grid(), Qt::Key_Return);
        QTRY_COMPARE(grid()->rows().size(), 8);
        grid()->setCurrent(second, u"load[3]"_s);
        QTest::keyClick(grid(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(grid()->columns(), 1);
        QCOMPARE(grid()->currentRun(), first);
        QCOMPARE(grid()->currentTask(), u"load"_s);
        QCOMPARE(card()->task().run, first);
        QTRY_COMPARE(grid()->rows().size(), 6); // its own instances
        for (int row = 0; row < grid()->rows().size(); ++row)
            QVERIFY2(grid()->cellAt(row, 0), qPrintable(grid()->rows().at(row).id));
        QTest::keyClick(grid(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(grid()->columns(), 0);
        QVERIFY(grid()->currentRun().isEmpty());
        QVERIFY(card()->task().task.isEmpty());
        QCOMPARE(grid()->rows().size(), 3);
    }

    // By somebody else: no list of changes tells of it, the newest page does.
    void aRunDeletedElsewhereGoes()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        const QString dag = u"orders_hourly"_s;
        const QString last = runAt(dag, 15);
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->runs[dag].pop_back();
        }
        QTest::keyClick(grid(), Qt::Key_F5);
        QTRY_COMPARE(grid()->columns(), 16);
        QCOMPARE(grid()->currentRun(), last);
        QCOMPARE(card()->task().run, last);
    }

    void pagesDropOnlyWhatTheyShouldHave()
    {
        const auto at = [](int hour) {
            RunInfo run;
            run.ref = {u"d"_s, u"r%1"_s.arg(hour)};
            run.state = u"success"_s;
            run.after = QDateTime({2026, 1, 1}, {hour, 0}, QTimeZone::utc());
            return run;
        };
        const auto asked = [] {
            return QDateTime::currentDateTimeUtc().addMSecs(1);
        };
        RunBook book(u"d"_s);
        RunPage page;
        page.runs = {at(5), at(4), at(3)};
        page.more = true;
        book.merge(page, RunBook::Page::Newest, asked());
        RunPage older;
        older.runs = {at(2), at(1)};
        book.merge(older, RunBook::Page::Older);
        QCOMPARE(book.runs().size(), 5);
        page.runs = {at(5), at(3)};
        QVERIFY(book.merge(page, RunBook::Page::Newest, asked())); // 1 and 2 lie beyond it
        QCOMPARE(book.runs().size(), 4);
        QCOMPARE(book.indexOf(u"r4"_s), -1);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        book.merge({at(6)}); // triggered while the page was under way
        book.merge(page, RunBook::Page::Newest, before);
        QVERIFY(book.find(u"r6"_s));
        page.more = false;
        QVERIFY(book.merge(page, RunBook::Page::Newest, asked()));
        QCOMPARE(book.runs().size(), 2);
    }

    void aDeletedRunIsNotCompared()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        const QString dag = u"orders_hourly"_s;
        QTest::keyClick(grid(), Qt::Key_Left);
        QTest::keyClick(grid(), Qt::Key_Space);
        QTest::keyClick(grid(), Qt::Key_Left);
        QTest::keyClick(grid(), Qt::Key_Space);
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Compare);
        QCOMPARE(grid()->currentRun(), runAt(dag, 14));
        QTest::keyClick(grid(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(grid()->columns(), 16);
        QCOMPARE(grid()->currentRun(), runAt(dag, 15)); // the newer neighbour
        QCOMPARE(m_panel->mode(), WorkflowPanel::Mode::Overview);
        QVERIFY(grid()->comparedA().isEmpty());
    }

    // As from the palette, the map, a link.
    void aDagOpenedFromElsewhereIsInTheList()
    {
        fillOrders(*m_world);
        fillGroups();
        showPanel({{u"version"_s, 1}, {u"dag"_s, m_dag}});
        DagPane* dags = m_panel->dags();
        QTRY_COMPARE(dags->model().rowCount(), 2);
        QTRY_COMPARE(m_panel->title(), m_dag);
        dags->filter()->setFocus();
        QTest::keyClicks(dags->filter(), u"stock"_s);
        QCOMPARE(dags->model().rowCount(), 1);
        m_panel->show({u"orders_hourly"_s, {}, {}, -1});
        QCOMPARE(m_panel->title(), u"orders_hourly"_s);
        QVERIFY(dags->filter()->text().isEmpty());
        QCOMPARE(
            dags->list()->currentIndex().data(DagModel::IdRole).toString(), u"orders_hourly"_s);
        // What the filter shows anyway leaves it alone.
        QTest::keyClicks(dags->filter(), u"s"_s);
        m_panel->show({m_dag, {}, {}, -1});
        QCOMPARE(m_panel->title(), m_dag);
        QCOMPARE(dags->filter()->text(), u"s"_s);
    }

    // From elsewhere: the DAG and its form at once, also while nothing is known yet.
    void aLinkOpensTheForm()
    {
        fillOrders(*m_world);
        showPanel();
        m_panel->open({dagEntity(u"airflow://shop"_s, u"orders_hourly"_s), {}, u"backfill"_s});
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
        QTRY_COMPARE(m_panel->side()->sheet(), m_panel->backfillSheet());
        QCOMPARE(m_panel->runs()->dag(), u"orders_hourly"_s);
        m_panel->open({dagEntity(u"airflow://shop"_s, u"orders_hourly"_s), {}, u"trigger"_s});
        QTRY_COMPARE(m_panel->side()->sheet(), m_panel->triggerSheet());
    }
};

PH_TEST_MAIN(QApplication, WorkflowChoiceTest)
#include "tst_workflowchoice.moc"
