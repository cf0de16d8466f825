// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor has of a pipeline that is deployed, by real keys and the mouse: a node runs again,
// a job starts and stops, logs and forms open; below the canvas the code, its changes, and a sample
// of what flows along an edge.
#include "pipelines/deploy/targetfacts.h"
#include "pipelines/generate/generate.h"
#include "pipelines/panel/belowpane.h"
#include "pipelines/panel/datapane.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/plandiffview.h"
#include "tests/pipelines/panel/editorfixture.h"
#include "tests/pipelines/panel/fakepreview.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/editor/codeeditor.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace pilothouse;
using namespace pilothouse::test;

class TestEditorBelow : public QObject, EditorFixture
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;
    FakePreview m_database, m_kafka;

    BelowPane* below() const { return m_panel->below(); }
    EdgeSampler::State looked() const { return below()->data()->sampler().state(); }
    QStringList sent() const
    {
        const std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }
    static Node node(const QString& id, const QString& kind, Settings params)
    {
        Node made;
        made.id = id;
        made.kind = kind;
        made.params = std::move(params);
        return made;
    }
    static Setting text(const QString& name, const QString& value)
    {
        return {name, Value::ofText(value)};
    }
    // orders (topic) → bronze (job) → clean (SQL) → told (Python)
    static Pipeline shop()
    {
        Pipeline pipeline;
        pipeline.id = u"5f0c"_s;
        pipeline.name = u"shop"_s;
        Value columns{Value::Kind::List, {}, {}, {}};
        Value column{Value::Kind::Map, {}, {}, {}};
        column.entries
            = {{u"name"_s, Value::ofText(u"id"_s)}, {u"type"_s, Value::ofText(u"bigint"_s)}};
        columns.items = {column};
        pipeline.nodes
            = {node(u"orders"_s, u"source.kafka"_s,
                   {text(u"connection"_s, u"shop_kafka"_s), text(u"topic"_s, u"shop.orders"_s),
                       text(u"format"_s, u"json"_s)}),
                node(u"bronze"_s, u"ingest.table"_s,
                    {text(u"connection"_s, u"shop_db"_s), text(u"table"_s, u"bronze.orders"_s),
                        {u"columns"_s, columns}}),
                node(u"clean"_s, u"process.sql"_s,
                    {text(u"connection"_s, u"shop_db"_s), text(u"sql"_s, u"SELECT 1"_s)}),
                node(u"told"_s, u"process.python"_s, {text(u"code"_s, u"return 1"_s)})};
        pipeline.edges = {{u"orders"_s, {}, u"bronze"_s, {}, {}},
            {u"bronze"_s, {}, u"clean"_s, {}, u"sensor"_s}, {u"clean"_s, {}, u"told"_s, {}, {}}};
        return pipeline;
    }
    void openShop()
    {
        m_panel->createNew(shop());
        QVERIFY(ready(*m_panel));
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
        QTRY_VERIFY(m_panel->dock()->watch()->run());
    }
    QPoint middleOf(int edge) const
    {
        const ui::GraphEdge& line = view()->scene().edges[size_t(edge)];
        const QPointF from = m_panel->canvas()->editing()->portAt(line.from,
            view()
                ->scene()
                .nodes[size_t(view()->shownPlace(line.from))]
                .ports[size_t(line.fromPort)]
                .name,
            true);
        const QPointF to = m_panel->canvas()->editing()->portAt(line.to,
            view()
                ->scene()
                .nodes[size_t(view()->shownPlace(line.to))]
                .ports[size_t(line.toPort)]
                .name,
            false);
        return ((from + to) / 2).toPoint();
    }
    static RowSet rows(const QStringList& columns, int count)
    {
        RowSet set;
        set.columns = columns;
        for (qsizetype at = 0; at < columns.size(); ++at)
            set.types.append(at == 0 ? u"int8"_s : u"text"_s);
        for (int row = 0; row < count; ++row) {
            std::vector<QByteArray> cells{QByteArray::number(row)};
            while (cells.size() < size_t(columns.size()))
                cells.push_back("value " + QByteArray::number(row));
            set.rows.push_back(cells);
        }
        return set;
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<FakeWorld>();
        workflow::DagDetails details;
        details.info.id = u"shop"_s;
        m_world->details[u"shop"_s] = details;
        m_world->dags = {details.info};
        workflow::RunInfo run;
        run.ref = {u"shop"_s, u"run1"_s};
        run.state = u"success"_s;
        run.after = QDateTime::currentDateTimeUtc();
        m_world->runs[u"shop"_s] = {run};
        workflow::Cell clean;
        clean.task = u"clean"_s;
        clean.state = u"success"_s;
        m_world->cells[{u"shop"_s, u"run1"_s}] = {clean};
        openEditor();
        FakeWorkflow::join(m_bench->hub(), m_world);
        m_database.rows = {{u"shop.bronze.orders"_s, rows({u"id"_s, u"_source"_s}, 3)}};
        m_kafka.rows = {{u"shop.orders"_s, rows({u"offset"_s, u"key"_s, u"value"_s}, 80)}};
        m_database.silent = m_kafka.silent = false;
        m_database.asked.clear();
        m_kafka.asked.clear();
        ServiceConfig database;
        database.id = u"shop-db"_s;
        database.ns = u"postgres://shop"_s;
        database.options = {{u"database"_s, u"shop"_s}};
        m_database.join(m_bench->hub(), u"database"_s, database);
        ServiceConfig kafka;
        kafka.id = u"shop-kafka"_s;
        kafka.ns = u"kafka://shop"_s;
        m_kafka.join(m_bench->hub(), u"streams"_s, kafka);
        openShop();
    }
    void cleanup() { closeEditor(); }

    void aNodeRunsAgain()
    {
        view()->choose(u"clean"_s);
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QTRY_COMPARE(sent().size(), 1);
        const std::lock_guard lock(m_world->mutex);
        QCOMPARE(m_world->clears.front().tasks,
            (std::vector<std::pair<QString, int>>{{u"clean"_s, -1}}));
    }

    void whatStreamsDoesNotRunOnce()
    {
        view()->choose(u"bronze"_s);
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_panel->said().contains(u"streams"_s));
        view()->choose(u"clean"_s);
        key(Qt::Key_F8);
        QVERIFY(m_panel->said().contains(u"job of its own"_s));
        QVERIFY(m_bench->acts().empty());
    }

    void theMenuOfANodeHasWhatFitsIt()
    {
        const auto menuOf = [this](const QString& id) -> QStringList {
            const QPoint at = view()->nodeRect(id).center().toPoint();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, view()->mapToGlobal(at));
            QCoreApplication::sendEvent(view(), &event);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QStringList texts;
            if (menu)
                for (QAction* action : menu->actions())
                    texts.append(action->text());
            if (menu)
                QTest::keyClick(menu, Qt::Key_Escape);
            return texts;
        };
        const QStringList task = menuOf(u"clean"_s);
        QVERIFY(task.contains(u"Run the node again…"_s));
        QVERIFY(!task.contains(u"Stop the streaming job…"_s));
        QCOMPARE(view()->current(), u"clean"_s);
        const QStringList job = menuOf(u"bronze"_s);
        QVERIFY(!job.contains(u"Run the node again…"_s));
        for (const QString& words : {u"Start the streaming job…"_s, u"Stop the streaming job…"_s,
                 u"Restart the job from its checkpoint…"_s, u"Log of the node"_s})
            QVERIFY2(job.contains(words), qPrintable(words));
        const QStringList topic = menuOf(u"orders"_s);
        QVERIFY(!topic.contains(u"Log of the node"_s));
        QVERIFY(topic.contains(u"Canvas: rename"_s));
    }

    void aJobIsActedOnWithItsExactCommand()
    {
        view()->choose(u"bronze"_s);
        key(Qt::Key_F8); // the profile has neither a DAG folder nor a supervisor
        QVERIFY(!m_panel->said().isEmpty());
        QVERIFY(m_bench->acts().empty());

        const QString folder = m_bench->folder();
        ServiceConfig config = m_bench->hub().service(u"shop-airflow"_s)->config;
        config.options = {{u"dags"_s, folder}, {u"jobs"_s, QString(folder + u"/none.conf"_s)}};
        m_bench->hub().remove(u"shop-airflow"_s);
        m_bench->hub().add(config, {});
        QTRY_COMPARE(m_panel->dock()->watch()->airflow(), u"shop-airflow"_s);
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        key(Qt::Key_F8);
        key(Qt::Key_F8, Qt::ShiftModifier);
        key(Qt::Key_F8, Qt::ControlModifier);
        QCOMPARE(m_bench->acts().size(), size_t(3));
        const QString command = u"supervisorctl -c %1/none.conf "_s.arg(folder);
        QCOMPARE(m_bench->acts()[0].statement, QString(command + u"start shop.bronze"_s));
        QCOMPARE(m_bench->acts()[1].statement, QString(command + u"stop shop.bronze"_s));
        QCOMPARE(m_bench->acts()[2].statement, QString(command + u"restart shop.bronze"_s));
        QCOMPARE(m_bench->acts()[0].language, u"shell"_s);
        // Its log, below the canvas: there is no such supervisor, and that is said.
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(below()->page(), BelowPane::Log);
        QTRY_VERIFY(below()->log()->text().contains(u"none.conf"_s));
        QCOMPARE(below()->subtitle(), u"shop.bronze"_s);
    }

    // Forms are for the server that is there: what it cannot do is off, says why, and no key
    // reaches it.
    void formsAreForTheServer()
    {
        const auto tell = [this](const QString& version) {
            {
                const std::lock_guard lock(m_world->mutex);
                m_world->capabilities.version = version;
            }
            m_panel->refresh();
            QTRY_COMPARE(m_panel->facts()->target(version.left(1).toInt()).version, version);
        };
        tell(u"3.0.2"_s);
        view()->choose(u"told"_s);
        m_panel->inspector()->focusField(u"trigger_rule"_s);
        auto* box = qobject_cast<QComboBox*>(QApplication::focusWidget());
        QVERIFY2(box, focused());
        const QString rule = u"all_done_min_one_success"_s;
        const auto row = [box, rule] {
            return box->model()->index(box->findData(rule), 0);
        };
        QVERIFY(!row().flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY2(row().data().toString().contains(u"3.1"_s)
                && row().data().toString().contains(u"3.0.2"_s),
            qPrintable(row().data().toString()));
        const auto reached = [box, rule] {
            QTest::keyClick(box, Qt::Key_Home);
            for (int at = 0; at < box->count() && box->currentData() != rule; ++at)
                QTest::keyClick(box, Qt::Key_Down);
            return box->currentData() == rule;
        };
        QVERIFY(!reached());
        box->showPopup();
        QTRY_VERIFY(box->view()->isVisible());
        if (const QString folder = qEnvironmentVariable("PH_PICTURES"); !folder.isEmpty())
            QVERIFY(box->view()->window()->grab().save(folder + u"/choices-needs.png"_s));
        box->hidePopup();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        // A newer one has it, and the field under the cursor stays the same one.
        tell(u"3.1.0"_s);
        QVERIFY(row().flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(box));
        QVERIFY(reached());
        QTRY_COMPARE(find(pipeline().node(u"told")->task, u"trigger_rule")->value.text, rule);
        picture(u"editor-form-of-server"_s);
        // What is chosen and cannot be had stays in sight, with its reason.
        tell(u"3.0.2"_s);
        QCOMPARE(box->currentData().toString(), rule);
        QVERIFY(box->currentText().contains(u"3.1"_s));
    }

    // Names of the server's connections are offered, those of the document behind them; anything
    // may be typed.
    void connectionsAreOffered()
    {
        {
            const std::lock_guard lock(m_world->mutex);
            for (const QString& id : {u"shop_db"_s, u"shop_kafka"_s, u"shop_cache"_s}) {
                workflow::ConnectionInfo one;
                one.id = id;
                m_world->connections.push_back(one);
            }
        }
        m_panel->refresh();
        QTRY_COMPARE(m_panel->facts()->connections().size(), 3);
        view()->choose(u"clean"_s);
        m_panel->inspector()->focusField(u"connection"_s);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY2(line && line->completer(), focused());
        const auto offered = [line] {
            QStringList names;
            const QAbstractItemModel* model = line->completer()->completionModel();
            for (int row = 0; row < model->rowCount(); ++row)
                names.append(model->index(row, 0).data().toString());
            return names;
        };
        const auto now = [this] {
            return find(pipeline().node(u"clean")->params, u"connection")->value.text;
        };
        QTest::keyClick(line, Qt::Key_Down);
        QAbstractItemView* popup = line->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(offered(), QStringList({u"shop_cache"_s, u"shop_db"_s, u"shop_kafka"_s}));
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup->isVisible());
        line->selectAll();
        QTest::keyClicks(line, u"CACHE"_s);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(offered(), QStringList{u"shop_cache"_s});
        picture(u"editor-connections"_s);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(now(), u"shop_cache"_s);
        QCOMPARE(line->text(), u"shop_cache"_s);
        // What no server has stays as it is typed, and is offered at the next node.
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"warehouse"_s);
        QCOMPARE(now(), u"warehouse"_s);
        view()->choose(u"bronze"_s);
        m_panel->inspector()->focusField(u"connection"_s);
        line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY2(line, focused());
        QCOMPARE(line->text(), u"shop_db"_s);
        QTest::keyClick(line, Qt::Key_Down);
        QStringList names;
        for (int row = 0; row < line->completer()->completionModel()->rowCount(); ++row)
            names.append(line->completer()->completionModel()->index(row, 0).data().toString());
        QVERIFY2(names.contains(u"warehouse"_s), qPrintable(names.join(u' ')));
        line->completer()->popup()->hide();
    }

    void formsAndLogsOpenInTheWorkflowPanel()
    {
        key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_bench->links().size(), size_t(1));
        QCOMPARE(m_bench->links()[0].entity, (EntityId{u"airflow://shop"_s, u"shop"_s}));
        QCOMPARE(m_bench->links()[0].view, u"backfill"_s);
        key(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m_bench->links()[1].view, u"trigger"_s);
        view()->choose(u"clean"_s);
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_bench->links()[2],
            workflow::taskLink(u"airflow://shop"_s, {u"shop"_s, u"run1"_s, u"clean"_s, -1}));
        view()->choose(u"orders"_s);
        key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_bench->links().size(), size_t(3));
        QVERIFY(m_panel->said().contains(u"no log"_s));
    }

    // Click: the topic. E: what comes next. Back on a node the code is there again.
    void anEdgeShowsWhatFlowsAlongIt()
    {
        QTest::mouseClick(view(), Qt::LeftButton, {}, middleOf(0));
        QCOMPARE(below()->page(), BelowPane::Data);
        QTRY_COMPARE(looked(), EdgeSampler::State::Ready);
        QCOMPARE(m_kafka.asked.back(), (EntityId{u"kafka://shop"_s, u"shop.orders"_s}));
        QTRY_COMPARE(below()->data()->grid()->gridModel()->rowCount(), EdgeSampler::kRows);
        QVERIFY2(below()->subtitle().contains(u"shop.orders on shop-kafka"_s),
            qPrintable(below()->subtitle()));
        QVERIFY(below()->data()->grid()->isVisible());
        picture(u"editor-data"_s);

        view()->choose(u"bronze"_s);
        QCOMPARE(below()->page(), BelowPane::Code);
        key(Qt::Key_E);
        for (int tries = 0; tries < 3; ++tries) {
            const Edge* edge = m_panel->canvas()->chosenEdge();
            if (edge && edge->from == u"bronze")
                break;
            key(Qt::Key_E);
        }
        QTRY_COMPARE(looked(), EdgeSampler::State::Ready);
        QCOMPARE(
            m_database.asked.back(), (EntityId{u"postgres://shop"_s, u"shop.bronze.orders"_s}));
        QTRY_COMPARE(below()->data()->grid()->gridModel()->rowCount(), 3);
    }

    void nothingToLookAtIsSaid()
    {
        m_database.rows.clear();
        QTest::mouseClick(view(), Qt::LeftButton, {}, middleOf(1));
        QTRY_COMPARE(looked(), EdgeSampler::State::Failed);
        QVERIFY(!below()->data()->grid()->isVisible());
        QCOMPARE(below()->data()->frame()->state(), ui::PanelState::Empty); // not there yet
        // SQL that writes no table tells something at most.
        QTest::mouseClick(view(), Qt::LeftButton, {}, middleOf(2));
        QTRY_VERIFY(looked() != EdgeSampler::State::Asking);
        QCOMPARE(below()->data()->sampler().data().kind, EdgeData::Kind::Told);
        QCOMPARE(m_database.asked.size(), size_t(1));
    }

    void aSampleCanBeStopped()
    {
        m_kafka.silent = true;
        QTest::mouseClick(view(), Qt::LeftButton, {}, middleOf(0));
        QTRY_COMPARE(m_kafka.asked.size(), size_t(1));
        QCOMPARE(looked(), EdgeSampler::State::Asking);
        QTRY_COMPARE(below()->data()->frame()->state(), ui::PanelState::Loading);
        below()->data()->frame()->setFocus();
        Q_EMIT below()->data()->frame()->cancelRequested();
        QCOMPARE(looked(), EdgeSampler::State::Cancelled);
        m_kafka.silent = false;
        below()->refresh();
        QTRY_COMPARE(looked(), EdgeSampler::State::Ready);
    }

    // The lines of the chosen node, as they would be written now.
    void theCodeOfANode()
    {
        QTRY_VERIFY(below()->code()->text().contains(u"DAG"_s));
        view()->choose(u"clean"_s);
        QTRY_COMPARE(below()->files()->currentText(), u"shop.py"_s);
        QVERIFY(below()->subtitle().contains(u"lines"_s));
        const int line = below()->code()->line();
        QVERIFY(below()->code()->text().split(u'\n')[line].contains(u"clean"_s));
        QVERIFY(below()->code()->isReadOnly());
        picture(u"editor-code"_s);
        // An edit is in the code a moment later.
        QVERIFY(m_panel->session()->edit(Text(),
            {SetSetting{Section::Params, u"clean"_s, u"sql"_s,
                Setting{u"sql"_s, Value::ofText(u"SELECT 4711"_s)}, -1}}));
        QTRY_VERIFY(below()->code()->text().contains(u"4711"_s));
        // A node that streams has a file of its own.
        view()->choose(u"bronze"_s);
        QTRY_VERIFY(below()->files()->currentText().contains(u"bronze"_s));
    }

    void theChangesOfTheCode()
    {
        DeployVersion version;
        version.time = QDateTime::currentDateTimeUtc();
        version.document = u"5f0c"_s;
        version.pipeline = u"shop"_s;
        version.target = u"/shop-airflow"_s;
        QTRY_VERIFY(below()->draft().isMade());
        version.generated = below()->draft().generated();
        version.text = EditorFixture::text();
        const VersionShelf shelf(DeployDock::versionsFolder(*m_bench));
        QVERIFY(shelf.put(version));
        key(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(below()->page(), BelowPane::Difference);
        QTRY_VERIFY2(below()->subtitle().contains(u"+0"_s), qPrintable(below()->subtitle()));
        view()->choose(u"clean"_s);
        QVERIFY(m_panel->session()->edit(Text(),
            {SetSetting{Section::Params, u"clean"_s, u"sql"_s,
                Setting{u"sql"_s, Value::ofText(u"SELECT 4711"_s)}, -1}}));
        QTRY_VERIFY2(
            below()->subtitle().contains(u"against v1"_s) && !below()->subtitle().contains(u"+0"_s),
            qPrintable(below()->subtitle()));
        QVERIFY(below()->difference()->toPlainText().contains(u"4711"_s));
        picture(u"editor-diff"_s);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ui::Theme theme;
    theme.install(app);
    theme.setReduceMotion(true);
    theme.setMode(qEnvironmentVariable("PH_LIGHT").isEmpty() ? ui::Theme::Mode::Dark
                                                             : ui::Theme::Mode::Light);
    TestEditorBelow test;
    return runTrapped(&test, argc, argv);
}

#include "tst_editorbelow.moc"
