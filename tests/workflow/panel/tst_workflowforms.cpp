// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the workflow panel: what the server says of a value stands at its field, times are those
// of the profile's zone; and the menu of a DAG, with real keys.
#include "core/log.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/drafts.h"
#include "ui/graph/graphview.h"
#include "ui/states/notificationlist.h"
#include "ui/states/toaststack.h"
#include "workflow/panel/backfillsheet.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/readerdialog.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/taskgraph.h"
#include "workflow/panel/triggersheet.h"
#include "workflow/panel/whybox.h"

#include <QClipboard>
#include <QDateTimeEdit>
#include <QDirIterator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>

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

    // Neither as a draft nor in the settings, the audit log or the program's own log.
    void whatIsSecretIsNeverOnTheDisk()
    {
        fillOrders(*m_world);
        const QString dag = u"orders_hourly"_s;
        const QJsonObject text{{u"type"_s, u"string"_s}};
        QJsonObject hidden = text;
        hidden.insert(u"format"_s, u"password"_s);
        m_world->details[dag].params = {{u"country"_s, u"TW"_s, text, {}, {}},
            {u"pin"_s, {}, hidden, {}, {}}, {u"api_token"_s, u""_s, text, {}, {}}};
        LogOptions log;
        log.folder = m_bench->folder() + u"/logs"_s;
        log.verbose = true;
        const QtMessageHandler handler = qInstallMessageHandler(nullptr);
        startLogging(log);
        qInstallMessageHandler(handler);
        openPanel(u"load_fct_orders"_s);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QTRY_VERIFY(sheet->editor(u"pin"_s));
        const auto type = [sheet](const QString& name, const QString& typed) {
            auto* edit = qobject_cast<QLineEdit*>(sheet->editor(name));
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, typed);
            return edit->echoMode();
        };
        QCOMPARE(type(u"country"_s, u"visible-word"_s), QLineEdit::Normal);
        QCOMPARE(type(u"pin"_s, u"hunter2-pin"_s), QLineEdit::Password);
        QCOMPARE(type(u"api_token"_s, u"hunter2-token"_s), QLineEdit::Password);
        QVERIFY(sheet->isValid());
        const TriggerRequest request = sheet->request();
        QCOMPARE(request.conf.value(u"pin"_s).toString(), u"hunter2-pin"_s);
        QCOMPARE(request.secrets, QStringList({u"pin"_s, u"api_token"_s}));
        m_bench->settings().sync();
        m_bench->drafts().flush();
        const auto found = [this](const QByteArray& word) {
            QStringList files;
            QDirIterator all(
                m_bench->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
                    files.append(file.fileName());
            }
            return files.join(u' ');
        };
        QTRY_VERIFY(!found("visible-word").isEmpty()); // drafts are kept there
        QCOMPARE(found("hunter2"), QString());
        // They come back while the tab lives.
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(sheet->editor(u"pin"_s));
        QTRY_COMPARE(qobject_cast<QLineEdit*>(sheet->editor(u"pin"_s))->text(), u"hunter2-pin"_s);
        QCOMPARE(found("hunter2"), QString());
    }

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

    // As one types it, without a look at the parts of the field.
    void aTypedDateIsTakenAsTyped()
    {
        openOrders();
        trigger(u"Backfill…"_s);
        BackfillSheet* backfill = m_panel->backfillSheet();
        const auto edits = backfill->findChildren<QDateTimeEdit*>();
        QTRY_VERIFY(edits[0]->hasFocus());
        QTest::keyClicks(edits[0], u"2026-11-18"_s);
        QCOMPARE(edits[0]->dateTime(), QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QTest::keyClick(edits[0], Qt::Key_Tab);
        QTRY_VERIFY(edits[1]->hasFocus());
        QTest::keyClicks(edits[1], u"2026-11-19T06:30"_s);
        QCOMPARE(edits[1]->dateTime(), QDateTime({2026, 11, 19}, {6, 30}, Qt::UTC));
        QTest::keyClick(edits[1], Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_VERIFY(edits[0]->hasFocus());
        QTest::keyClicks(edits[0], u"2026-1-2 3:04"_s); // short parts, parted by hand
        QCOMPARE(edits[0]->dateTime(), QDateTime({2026, 1, 2}, {3, 4}, Qt::UTC));
    }

    void whatHasNoSectionComesFirst()
    {
        TriggerSheet sheet(*m_bench, u"shop-airflow"_s);
        const auto param = [](const QString& name, const QString& section) {
            return DagParam{name, 1, {}, {}, section};
        };
        sheet.open(u"a"_s,
            std::vector<DagParam>{param(u"days"_s, {}), param(u"budget"_s, u"Money"_s),
                param(u"mode"_s, {}), param(u"who"_s, u"People"_s), param(u"tax"_s, u"Money"_s)});
        sheet.resize(400, 900);
        sheet.show();
        const auto y = [&sheet](const QString& name) {
            return sheet.editor(name)->mapTo(&sheet, QPoint()).y();
        };
        QTRY_VERIFY(y(u"days"_s) < y(u"mode"_s));
        QVERIFY(y(u"mode"_s) < y(u"budget"_s));
        QVERIFY(y(u"budget"_s) < y(u"tax"_s));
        QVERIFY(y(u"tax"_s) < y(u"who"_s));
    }

    void theSourceIsShown()
    {
        m_world->sources[{u"orders_hourly"_s, 0}] = u"with DAG('orders_hourly'):\n    pass"_s;
        openOrders();
        trigger(u"Source of the DAG"_s);
        const auto shown = [this] {
            return m_panel->findChild<ReaderDialog*>();
        };
        QTRY_VERIFY(shown());
        QCOMPARE(shown()->text(), m_world->sources[(std::pair(u"orders_hourly"_s, 0))]);
        shown()->close();
    }

    void aDeletedDagIsSaidAndNothingIsSent()
    {
        openOrders();
        QVERIFY(m_panel->runs()->notice().isEmpty());
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->details.clear();
            m_world->dags.clear();
            DagInfo other;
            other.id = other.title = u"other"_s;
            m_world->dags.push_back(other);
        }
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        QTRY_VERIFY(m_panel->runs()->notice().contains(u"orders_hourly"_s));
        QVERIFY(!m_panel->runs()->pauseButton()->isEnabled());
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(m_panel->side()->sheet() != m_panel->triggerSheet());
        QVERIFY(m_panel->runs()->pauseButton()->toolTip().contains(u"orders_hourly"_s));
        picture(u"gone"_s);
    }

    void anEmptyListSaysSo()
    {
        openOrders();
        DagPane* dags = m_panel->dags();
        QVERIFY(!dags->allButton()->isVisible());
        dags->filter()->setText(u"is:paused"_s);
        QTRY_VERIFY(dags->allButton()->isVisible());
        QTest::mouseClick(dags->allButton(), Qt::LeftButton);
        QVERIFY(!dags->allButton()->isVisible());
        QCOMPARE(dags->model().rowCount(), 1);
    }

    void importErrorsAreMentioned()
    {
        m_world->importErrors = {{u"/dags/broken.py"_s, u"Traceback\nNameError: x"_s, {}}};
        openOrders();
        QTRY_VERIFY(m_panel->dags()->brokenButton()->isVisible());
        QTest::mouseClick(m_panel->dags()->brokenButton(), Qt::LeftButton);
        QCOMPARE(m_bench->panels().size(), size_t(1));
        QCOMPARE(m_bench->panels().back().state.value("view"_L1).toInt(), 5);
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
        QCOMPARE(texts.size(), 7);
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

    // Also to what is scrolled off: by a click, by the keyboard, and when one tries to start it.
    void whatIsToCorrectIsLedTo()
    {
        TriggerSheet sheet(*m_bench, u"shop-airflow"_s);
        std::vector<DagParam> params;
        for (int i = 0; i < 30; ++i)
            params.push_back(
                DagParam{u"days_%1"_s.arg(i), 7, QJsonObject{{u"type"_s, u"integer"_s}}, {}, {}});
        sheet.open(u"a"_s, params);
        sheet.resize(320, 500);
        sheet.show();
        QApplication::setActiveWindow(&sheet);
        QTRY_VERIFY(sheet.editor(u"days_0"_s)->hasFocus());
        QSignalSpy asked(&sheet, &TriggerSheet::triggerAsked);
        const auto seen = [&sheet](QWidget* field) {
            return field->visibleRegion().boundingRect() == field->rect();
        };
        QWidget* late = sheet.editor(u"days_24"_s);
        sheet.setText(u"days_24"_s, u"soon"_s);
        QVERIFY(!seen(late));
        SheetNote* link = nullptr;
        for (auto* note : sheet.findChildren<SheetNote*>())
            if (note->text().contains(u"1 field"_s))
                link = note;
        auto* press = link->findChild<ui::Button*>();
        QTRY_VERIFY(press->isVisible());
        QTest::mouseClick(press, Qt::LeftButton);
        QVERIFY(late->hasFocus());
        QTRY_VERIFY(seen(late));
        // A logical date is a field as the others.
        sheet.logicalField()->setText(u"yesterday"_s);
        QCOMPARE(sheet.logicalField()->property("state").toString(), u"error"_s);
        QVERIFY(link->text().contains(u"2 fields"_s));
        press->setFocus();
        QTest::keyClick(press, Qt::Key_Return);
        QVERIFY(late->hasFocus());
        QTest::keyClick(late, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sheet.logicalField()->hasFocus());
        QTRY_VERIFY(seen(sheet.logicalField()));
        QVERIFY(asked.isEmpty());
        const QString to = qEnvironmentVariable("PH_PICTURES");
        QVERIFY(to.isEmpty() || sheet.grab().save(to + u"/trigger-wrong.png"_s));
        sheet.logicalField()->setText(u"2026-03-17T13:05:00"_s);
        QVERIFY(sheet.logicalField()->property("state").toString().isEmpty());
        sheet.setText(u"days_24"_s, u"3"_s);
        QTest::keyClick(sheet.logicalField(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
    }

    void aToastLeavesTheFormAlone()
    {
        openOrders();
        ui::NotificationList list;
        ui::ToastStack toasts(m_panel.get(), list, 0);
        toasts.notify({u"a"_s, ui::ToastKind::Problem, u"Broken"_s, u"It is"_s, {}, {}, true});
        const auto place = [this](const QWidget* widget) {
            return QRect(widget->mapTo(m_panel.get(), QPoint()), widget->size());
        };
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        TriggerSheet* sheet = m_panel->triggerSheet();
        QTRY_VERIFY(sheet->isVisible() && !toasts.geometry().intersects(place(sheet)));
        picture(u"toast-beside-form"_s);
        trigger(u"Backfill…"_s);
        QTRY_VERIFY(!toasts.geometry().intersects(place(m_panel->backfillSheet())));
    }

    void labelsOfTheBackfillFormStandAway()
    {
        openOrders();
        trigger(u"Backfill…"_s);
        const auto* form = m_panel->backfillSheet()->findChild<QFormLayout*>();
        QTRY_VERIFY(form->itemAt(0, QFormLayout::FieldRole)->geometry().width() > 0);
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* name = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
            QVERIFY(!name || !field || name->geometry().right() + 8 < field->geometry().left());
        }
        picture(u"backfill-form"_s);
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
