// SPDX-License-Identifier: GPL-3.0-or-later
// The library as one uses it: by keys and by mouse.
#include "pipelines/panel/libraryacts.h"
#include "pipelines/panel/librarypanel.h"
#include "pipelines/panel/pipelinedialog.h"
#include "pipelines/panel/pipelinesmodule.h"
#include "pipelines/panel/serverdagpanel.h"
#include "pipelines/panel/templates.h"
#include "tests/gui/accessiblewalk.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/layoutfault.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/graph/graphview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

class LibraryPanelTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::FakeWorkbench> m_bench;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Library> m_library;
    std::unique_ptr<LibraryPanel> m_panel;
    int m_drawn = 0; // small pictures that came

    QString at(const QString& name) const { return m_folder->filePath(name); }
    void put(const QString& name, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(at(name)).path());
        QFile file(at(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    void putTemplate(const QString& name, const QString& place, const QString& as)
    {
        for (const PipelineTemplate& one : pipelineTemplates()) {
            if (one.name == name)
                QVERIFY(
                    libraryacts::createFrom(at(place), templateText(one.file), as, {}).has_value());
        }
    }
    void show(QSize size = {1180, 700})
    {
        m_bench->settings().setValue("pipelines/folders", QStringList{m_folder->path()});
        m_library = std::make_shared<Library>(m_bench->hub(), m_bench->settings());
        m_panel = std::make_unique<LibraryPanel>(*m_bench, m_library);
        m_drawn = 0;
        connect(&m_panel->model(), &QAbstractItemModel::dataChanged, m_panel.get(),
            [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                m_drawn += roles.contains(Qt::DecorationRole);
            });
        m_panel->resize(size);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QTRY_VERIFY(m_panel->state() == ui::Panel::State::Ready
            || m_panel->state() == ui::Panel::State::Empty);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = dialog() ? dialog()->focusWidget() : m_panel->list();
        if (!dialog())
            QApplication::setActiveWindow(m_panel.get());
        QTest::keyClick(target, Qt::Key(key), modifiers);
    }
    PipelineDialog* dialog() const
    {
        return qobject_cast<PipelineDialog*>(QApplication::activeModalWidget());
    }
    // Into the field that has the focus in it.
    void type(const QString& text) { QTest::keyClicks(dialog()->focusWidget(), text); }
    bool currentIs(const QString& name) const
    {
        return m_panel->current() && m_panel->current()->item.name == name;
    }
    bool chooseName(const QString& name)
    {
        for (int row = 0; row < m_panel->model().rowCount(); ++row) {
            if (m_panel->model().row(row).item.name == name)
                return m_panel->choose(m_panel->model().row(row).id);
        }
        return false;
    }
    void picture(const QString& name, QWidget* of = nullptr)
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QApplication::processEvents();
        QVERIFY((of ? of : m_panel.get())->grab().save(folder + u'/' + name + u".png"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FakeWorkbench>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_panel.reset();
        m_library.reset();
        m_bench.reset();
    }

    void anEmptyLibrarySaysWhatToDo()
    {
        show();
        QCOMPARE(m_panel->state(), ui::Panel::State::Empty);
        picture(u"library-empty"_s);
        QStringList buttons;
        const auto all = m_panel->findChildren<ui::Button*>();
        for (ui::Button* button : all) {
            if (button->isVisible())
                buttons.append(button->text());
        }
        QVERIFY(buttons.join(u'|').contains(u"New pipeline"_s));
        QVERIFY(buttons.join(u'|').contains(u"Import"_s));
    }

    void aPipelineIsMadeByKeys()
    {
        show();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        QVERIFY(!dialog()->button()->isEnabled());
        type(u"my orders"_s);
        QVERIFY(!dialog()->button()->isEnabled());
        QVERIFY(!dialog()->problem().isEmpty());
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"my_orders"_s);
        QVERIFY2(dialog()->problem().isEmpty(),
            qPrintable(dialog()->nameField()->text() + u"|"_s + dialog()->problem()));
        picture(u"library-new"_s, dialog());
        key(Qt::Key_Return);
        QTRY_VERIFY(currentIs(u"my_orders"_s));
        QVERIFY(QFile::exists(at(u"my_orders.pipeline.yaml"_s)));
        // It is opened as the canvas of its file, and again by Enter.
        QCOMPARE(m_bench->panels().size(), size_t(1));
        key(Qt::Key_Return);
        QCOMPARE(m_bench->panels().size(), size_t(2));
        QCOMPARE(m_bench->panels().front().state, m_bench->panels().back().state);
        QCOMPARE(m_bench->panels().front().kind, u"pipelines.editor"_s);
        QCOMPARE(m_bench->panels().front().state.value(u"file"_s).toString(),
            at(u"my_orders.pipeline.yaml"_s));
    }

    void aTemplateIsAChoice()
    {
        QVERIFY(pipelineTemplates().size() >= 7);
        show();
        QTest::keyClick(m_panel.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        type(u"shop"_s);
        QComboBox* box = dialog()->templateBox();
        box->setFocus();
        for (int step = 0; step < box->count() && !box->currentText().startsWith(u"E-comm"_s);
             ++step)
            QTest::keyClick(box, Qt::Key_Down);
        key(Qt::Key_Return);
        QTRY_VERIFY(currentIs(u"shop"_s));
        QVERIFY(m_panel->current()->item.nodes > 8);
        QVERIFY(m_panel->current()->item.broken.isEmpty());
    }

    void renamedCopiedMovedAndThrownAwayByKeys()
    {
        putTemplate(u"etl_template"_s, u""_s, u"daily"_s);
        QVERIFY(QDir().mkpath(at(u"shop"_s)));
        show();
        QVERIFY(chooseName(u"daily"_s));
        m_panel->list()->setFocus();
        key(Qt::Key_F2);
        QTRY_VERIFY(dialog());
        type(u"nightly"_s);
        QCOMPARE(dialog()->nameField()->text(), u"nightly"_s);
        QVERIFY(dialog()->button()->isEnabled());
        key(Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(currentIs(u"nightly"_s));
        QVERIFY(!QFile::exists(at(u"daily.pipeline.yaml"_s)));

        key(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        QCOMPARE(dialog()->nameField()->text(), u"nightly_2"_s);
        type(u"copy"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(currentIs(u"copy"_s));

        key(Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(at(u"shop/copy.pipeline.yaml"_s)));
        QTRY_VERIFY(currentIs(u"copy"_s) && m_panel->current()->place == u"shop");

        m_bench->setAnswer(test::FakeWorkbench::Answer::Cancel);
        key(Qt::Key_Delete);
        QTRY_COMPARE(m_bench->acts().size(), size_t(1));
        QVERIFY(m_bench->acts().front().destructive);
        QCOMPARE(m_bench->acts().front().statement, at(u"shop/copy.pipeline.yaml"_s));
        QVERIFY(QFile::exists(at(u"shop/copy.pipeline.yaml"_s)));
        m_bench->setAnswer(test::FakeWorkbench::Answer::Accept);
        key(Qt::Key_Delete);
        QTRY_VERIFY(!QFile::exists(at(u"shop/copy.pipeline.yaml"_s)));
        QTRY_VERIFY(!chooseName(u"copy"_s));
        QVERIFY(m_bench->errors().empty());
    }

    void foldersCloseAndOpen()
    {
        putTemplate(u"etl_template"_s, u"shop"_s, u"daily"_s);
        show();
        QTRY_COMPARE(m_panel->model().rowCount(), 3);
        m_panel->list()->setFocus();
        m_panel->list()->setCurrentIndex(m_panel->model().index(1));
        key(Qt::Key_Left);
        QCOMPARE(m_panel->model().rowCount(), 2);
        key(Qt::Key_Right);
        QCOMPARE(m_panel->model().rowCount(), 3);
        key(Qt::Key_Return);
        QCOMPARE(m_panel->model().rowCount(), 2);
        // It stays so, and a search looks into it.
        const QJsonObject state = m_panel->saveState();
        m_panel = std::make_unique<LibraryPanel>(*m_bench, m_library);
        m_panel->restoreState(state);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
        QTRY_COMPARE(m_panel->model().rowCount(), 2);
        m_panel->list()->setFocus();
        QTest::keyClick(m_panel->list(), Qt::Key_Slash);
        QTRY_VERIFY(m_panel->filter()->hasFocus());
        QTest::keyClicks(m_panel->filter(), u"dai"_s);
        QCOMPARE(m_panel->model().documents(), 1);
        QTest::keyClick(m_panel->filter(), Qt::Key_Return);
        QVERIFY(m_panel->list()->hasFocus());
    }

    void aDropMovesTheFile()
    {
        putTemplate(u"etl_template"_s, u""_s, u"daily"_s);
        QVERIFY(QDir().mkpath(at(u"shop"_s)));
        show();
        QTRY_COMPARE(m_panel->model().rowCount(), 3);
        LibraryModel& model = m_panel->model();
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(1)}));
        QVERIFY(model.canDropMimeData(data.get(), Qt::MoveAction, -1, 0, model.index(2)));
        model.dropMimeData(data.get(), Qt::MoveAction, -1, 0, model.index(2));
        QTRY_VERIFY(QFile::exists(at(u"shop/daily.pipeline.yaml"_s)));
        QTRY_VERIFY(currentIs(u"daily"_s));
    }

    void aFlowIsImported()
    {
        put(u"elsewhere/flow.json"_s, R"([{"dag_id":"one","tasks":[]}])");
        show();
        m_panel->importFlow(at(u"elsewhere/flow.json"_s));
        QTRY_VERIFY(QFile::exists(at(u"one.pipeline.yaml"_s)));
        put(u"elsewhere/bad.json"_s, "[");
        m_panel->importFlow(at(u"elsewhere/bad.json"_s));
        QTRY_COMPARE(m_bench->errors().size(), size_t(1));
    }

    void everythingInOneList()
    {
        const auto world = std::make_shared<test::FakeWorld>();
        test::fillOrders(*world, 3, QDateTime::currentDateTimeUtc().addSecs(-600));
        test::FakeWorkflow::join(m_bench->hub(), world);
        putTemplate(u"shop_sales"_s, u"shop"_s, u"shop_hourly"_s);
        putTemplate(u"gdelt_wikimedia"_s, u"feeds"_s, u"world"_s);
        putTemplate(u"lambda_template"_s, u""_s, u"sales_lambda"_s);
        put(u"broken.pipeline.yaml"_s, "pipeline: 1\nname: broken\nnodes:\n\ta: 1\n");
        for (const auto mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::Light}) {
            auto* theme = qApp->property("pilothouseTheme").value<ui::Theme*>();
            theme->setMode(mode);
            show();
            QTRY_COMPARE(m_panel->model().servers(), 1);
            QTRY_COMPARE(m_panel->model().documents(), 4);
            QVERIFY(chooseName(u"shop_hourly"_s));
            m_panel->list()->setFocus();
            QTRY_COMPARE(m_drawn, 3); // small pictures
            picture(mode == ui::Theme::Mode::Dark ? u"library-dark"_s : u"library-light"_s);
            m_panel->resize(420, 600);
            picture(mode == ui::Theme::Mode::Dark ? u"library-narrow-dark"_s
                                                  : u"library-narrow-light"_s);
            const QString fault = test::layoutFault(*m_panel);
            QVERIFY2(fault.isEmpty() || fault == u"nothing is on screen", qPrintable(fault));
            QCOMPARE(test::accessibleProblems(m_panel.get()), QStringList());
            QVERIFY(test::accessibleControlsSeen() > 3);
        }
        QVERIFY(chooseName(u"orders_hourly"_s));
        key(Qt::Key_Return);
        QCOMPARE(m_bench->panels().back().kind, u"pipelines.dag"_s);
        QCOMPARE(m_bench->panels().back().service, u"shop-airflow"_s);
        qApp->property("pilothouseTheme").value<ui::Theme*>()->setMode(ui::Theme::Mode::Dark);
    }

    void aDagOfAServerIsACanvasToLookAt()
    {
        const auto world = std::make_shared<test::FakeWorld>();
        test::fillOrders(*world, 3, QDateTime::currentDateTimeUtc().addSecs(-600));
        test::FakeWorkflow::join(m_bench->hub(), world);
        ServerDagPanel panel(*m_bench, u"shop-airflow"_s);
        panel.restoreState(ServerDagPanel::stateOf(u"orders_hourly"_s));
        panel.resize(1180, 700);
        panel.show();
        QTRY_COMPARE(panel.state(), ui::Panel::State::Ready);
        QTRY_VERIFY(std::ranges::any_of(panel.view()->scene().nodes,
            [](const ui::GraphNode& node) { return node.glyph == ui::Glyph::Ok; }));
        QTRY_VERIFY(panel.view()->isSettled());
        picture(u"library-dag"_s, &panel);
        QTest::keyClick(panel.view(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_bench->links().size(), size_t(1));
        QCOMPARE(m_bench->links().front().entity.name, u"orders_hourly"_s);
        {
            const std::lock_guard lock(world->mutex);
            world->broken = Error{Error::Kind::Refused, u"shop-airflow"_s, u"gone"_s, {}, {}};
        }
        panel.refresh();
        QTRY_COMPARE(panel.state(), ui::Panel::State::Stale);
        QVERIFY(!panel.view()->scene().nodes.empty());
    }

    void thePaletteFindsThem()
    {
        putTemplate(u"etl_template"_s, u"shop"_s, u"daily"_s);
        m_bench->settings().setValue("pipelines/folders", QStringList{m_folder->path()});
        const ui::ModuleDescriptor module = pipelinesModule(m_bench->runtime(), m_bench->folder());
        QVERIFY(!module.needsService);
        int told = 0;
        QVERIFY(module.find(*m_bench, [&] { ++told; }).empty());
        QTRY_VERIFY(told > 0);
        const auto found = module.find(*m_bench, [] {});
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().kind, u"pipelines.editor"_s);
        QCOMPARE(found.front().words.first(), u"daily"_s);
    }

    // Own folders leave the list, those of the profile stay with it; files are never touched.
    void aFolderComesAndGoes()
    {
        const QString second = at(u"second"_s);
        const QString profiles = at(u"profile"_s);
        putTemplate(u"etl_template"_s, u"first"_s, u"one"_s);
        putTemplate(u"etl_template"_s, u"second"_s, u"two"_s);
        putTemplate(u"etl_template"_s, u"profile"_s, u"three"_s);
        auto world = std::make_shared<test::FakeWorld>();
        test::FakeWorkflow::join(m_bench->hub(), world);
        ServiceConfig config = m_bench->hub().service(u"shop-airflow"_s)->config;
        config.options = {{u"pipelines"_s, profiles}};
        m_bench->hub().remove(config.id);
        m_bench->hub().add(config, {});
        show();
        m_library->setRoots({at(u"first"_s), second});
        QTRY_VERIFY(chooseName(u"three"_s) && chooseName(u"two"_s));
        QTRY_VERIFY(m_panel->choose(second + u'/')); // once the folders are read
        key(Qt::Key_Delete, Qt::ShiftModifier);
        QTRY_VERIFY(!chooseName(u"two"_s));
        QCOMPARE(m_library->roots(), QStringList{at(u"first"_s)});
        QVERIFY(QFile::exists(second + u"/two.pipeline.yaml"_s));
        QVERIFY(m_panel->choose(profiles + u'/'));
        key(Qt::Key_Delete, Qt::ShiftModifier);
        QVERIFY(chooseName(u"three"_s));
        QCOMPARE(m_library->allRoots(), QStringList({at(u"first"_s), profiles}));
        // Without the profile's server its folder is not there.
        m_bench->hub().remove(config.id);
        QTRY_VERIFY(!chooseName(u"three"_s));
    }

    void theLastThatRanComesFirst()
    {
        auto world = std::make_shared<test::FakeWorld>();
        for (const auto& [name, minutes] : {std::pair{u"a"_s, 50}, std::pair{u"b"_s, 5}}) {
            putTemplate(u"etl_template"_s, u""_s, name);
            workflow::DagInfo dag;
            dag.id = name;
            world->dags.push_back(dag);
            workflow::RunInfo run;
            run.ref = {name, u"run"_s};
            run.state = u"success"_s;
            run.after = run.start = QDateTime::currentDateTimeUtc().addSecs(-60 * minutes);
            world->runs[name] = {run};
        }
        putTemplate(u"etl_template"_s, u""_s, u"c"_s);
        test::FakeWorkflow::join(m_bench->hub(), world);
        show();
        const auto names = [this]() -> QStringList {
            QStringList found;
            for (int row = 0; row < m_panel->model().rowCount(); ++row)
                if (!m_panel->model().row(row).isHeading())
                    found.append(m_panel->model().row(row).item.name);
            return found;
        };
        QTRY_VERIFY(m_library->servers().contains(u"shop-airflow"_s)
            && m_library->servers().at(u"shop-airflow"_s).newest.size() == 2);
        QCOMPARE(names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(names(), QStringList({u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(m_panel->order()->currentIndex(), 1);
        picture(u"library-order"_s);
        // It is kept.
        const QJsonObject state = m_panel->saveState();
        show();
        m_panel->restoreState(state);
        QCOMPARE(m_panel->order()->currentIndex(), 1);
        QCOMPARE(m_panel->model().order(), LibraryOrder::LastRun);
    }

    // No key twice, each act has one.
    void everyActHasAKey()
    {
        show();
        QStringList keys;
        const auto actions = m_panel->panelActions();
        for (const QAction* action : actions) {
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!keys.contains(action->shortcut().toString()), qPrintable(action->text()));
            keys.append(action->shortcut().toString());
        }
    }
};

PH_TEST_MAIN(QApplication, LibraryPanelTest)
#include "tst_librarypanel.moc"
