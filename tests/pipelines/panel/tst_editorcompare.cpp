// SPDX-License-Identifier: GPL-3.0-or-later
// Two versions of a pipeline on one canvas, what starts a batch after a stream, and the waits of a
// task: by real keys and the mouse.
#include "pipelines/files/documentfile.h"
#include "pipelines/panel/belowpane.h"
#include "pipelines/panel/comparebar.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/deployedchip.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/retryplot.h"
#include "tests/pipelines/panel/editorfixture.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "ui/controls/segmentedcontrol.h"

#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QProcess>

using namespace pilothouse;
using namespace pilothouse::test;

class TestEditorCompare : public QObject, EditorFixture
{
    Q_OBJECT

    std::shared_ptr<FakeWorld> m_world;

    static Node node(const QString& id, const QString& kind, Settings params)
    {
        Node made;
        made.id = id;
        made.kind = kind;
        made.params = std::move(params);
        return made;
    }
    // orders → bronze → clean → old
    static Pipeline shop()
    {
        Pipeline pipeline;
        pipeline.id = u"5f0c"_s;
        pipeline.name = u"shop"_s;
        const auto text = [](const QString& name, const QString& value) {
            return Setting{name, Value::ofText(value)};
        };
        pipeline.nodes = {node(u"orders"_s, u"source.kafka"_s, {text(u"topic"_s, u"orders"_s)}),
            node(u"bronze"_s, u"ingest.table"_s, {text(u"table"_s, u"bronze.orders"_s)}),
            node(u"clean"_s, u"process.sql"_s, {text(u"sql"_s, u"SELECT 1"_s)}),
            node(u"old"_s, u"process.sql"_s, {text(u"sql"_s, u"SELECT 2"_s)})};
        pipeline.edges = {{u"orders"_s, {}, u"bronze"_s, {}, {}},
            {u"bronze"_s, {}, u"clean"_s, {}, {}}, {u"clean"_s, {}, u"old"_s, {}, {}}};
        return pipeline;
    }
    const ui::GraphNode& card(const QString& id) const
    {
        return view()->scene().nodes[size_t(view()->shownPlace(id))];
    }
    CompareBar* bar() const { return m_panel->compareBar(); }
    void put(const Pipeline& pipeline)
    {
        DeployVersion version;
        version.time = QDateTime::currentDateTimeUtc();
        version.document = pipeline.id;
        version.pipeline = pipeline.name;
        version.target = u"/shop-airflow"_s;
        version.text = storeFor(u"x.pipeline.yaml"_s).written(pipeline).value_or(QByteArray());
        QVERIFY(VersionShelf(DeployDock::versionsFolder(*m_bench)).put(version));
    }
    void open(const Pipeline& pipeline)
    {
        m_panel->createNew(pipeline);
        QVERIFY(ready(*m_panel));
        QTRY_VERIFY(m_panel->below()->draft().isMade());
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
    }

    QString chip() const
    {
        return m_panel->deployed()->isVisible() ? m_panel->deployed()->text() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<FakeWorld>();
        openEditor();
        FakeWorkflow::join(m_bench->hub(), m_world);
    }
    void cleanup() { closeEditor(); }

    // The header says which version stands there, and whether the document differs.
    void theHeaderNamesTheVersion()
    {
        put(shop());
        open(shop());
        QTRY_COMPARE(chip(), u"v1"_s);
        view()->choose(u"old"_s);
        key(Qt::Key_Delete);
        QTRY_COMPARE(chip(), u"v1 · edited"_s);
        QVERIFY(m_panel->deployed()->toolTip().contains(u"shop-airflow"_s));
        picture(u"editor-version"_s);
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(chip(), u"v1"_s);
        // Without a place to deploy to there is nothing to say; with one, that it is not there.
        Pipeline other = shop();
        other.id = u"0aff"_s;
        other.name = u"other"_s;
        open(other);
        QTRY_COMPARE(chip(), QString());
        ServiceConfig config = m_bench->hub().service(u"shop-airflow"_s)->config;
        config.options = {{u"dags"_s, m_bench->folder()}};
        m_bench->hub().remove(u"shop-airflow"_s);
        m_bench->hub().add(config, {});
        QTRY_COMPARE(chip(), u"not deployed"_s);
    }

    void theDocumentAgainstWhatIsDeployed()
    {
        put(shop());
        Pipeline now = shop();
        now.nodes.pop_back();
        now.edges.pop_back();
        now.nodes[2].params[0].value = Value::ofText(u"SELECT 3"_s);
        now.nodes.push_back(node(u"fresh"_s, u"process.sql"_s, {}));
        now.edges.push_back({u"clean"_s, {}, u"fresh"_s, {}, {}});
        open(now);
        QTRY_COMPARE(m_panel->below()->draft().versions().size(), size_t(1));
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bar()->isVisible());
        QTRY_VERIFY2(bar()->comparison(), qPrintable(bar()->said()));
        QCOMPARE(bar()->comparison()->created, 1);
        QCOMPARE(bar()->comparison()->changed, 1);
        QCOMPARE(bar()->comparison()->removed, 1);
        QTRY_VERIFY(view()->shownPlace(u"old"_s) >= 0);
        QCOMPARE(card(u"fresh"_s).change, ui::Glyph::Created);
        QCOMPARE(card(u"clean"_s).change, ui::Glyph::Changed);
        QCOMPARE(card(u"old"_s).change, ui::Glyph::Removed);
        QCOMPARE(card(u"orders"_s).change, ui::Glyph::None);
        QVERIFY(view()
                    ->nodeWords(view()->shownPlace(u"old"_s))
                    .contains(u"removed"_s, Qt::CaseInsensitive));
        settled();
        picture(u"editor-compare"_s);

        // It can still be edited; what is gone is only shown.
        view()->setFocus();
        view()->choose(u"old"_s);
        key(Qt::Key_Delete);
        QVERIFY(view()->shownPlace(u"old"_s) >= 0);
        view()->choose(u"fresh"_s);
        key(Qt::Key_Delete);
        QTRY_COMPARE(bar()->comparison()->created, 0);
        QCOMPARE(pipeline().nodes.size(), size_t(3));

        bar()->before()->setFocus();
        QTest::keyClick(bar()->before(), Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QCOMPARE(view()->shownPlace(u"old"_s), -1);
        QCOMPARE(card(u"clean"_s).change, ui::Glyph::None);
        QTRY_VERIFY(view()->hasFocus());
    }

    void twoOlderVersions()
    {
        put(shop());
        Pipeline second = shop();
        second.nodes.pop_back();
        second.edges.pop_back();
        put(second);
        open(shop());
        QTRY_COMPARE(m_panel->below()->draft().versions().size(), size_t(2));
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bar()->comparison());
        QCOMPARE(bar()->comparison()->created, 1); // v2 has it not
        // From v1 to v2: nothing of this can be edited.
        QTest::keyClick(bar()->before(), Qt::Key_End);
        QTest::keyClick(bar()->after(), Qt::Key_Down);
        QTRY_COMPARE(bar()->comparison()->removed, 1);
        QTRY_COMPARE(card(u"old"_s).change, ui::Glyph::Removed);
        view()->setFocus();
        view()->choose(u"clean"_s);
        key(Qt::Key_Delete);
        QVERIFY(m_panel->said().contains(u"older version"_s));
        QCOMPARE(pipeline().nodes.size(), size_t(4));
    }

    void theVersionsOfGit()
    {
        const QString folder = m_bench->folder() + u"/clone"_s;
        QVERIFY(QDir().mkpath(folder));
        const QString file = folder + u"/shop.pipeline.yaml"_s;
        const auto git = [&](const QStringList& words) {
            return QProcess::execute(u"git"_s,
                QStringList{u"-C"_s, folder, u"-c"_s, u"user.name=t"_s, u"-c"_s,
                    u"user.email=t@example.org"_s}
                    + words);
        };
        const auto write = [&](const Pipeline& pipeline) {
            QFile out(file);
            const QByteArray bytes = storeFor(file).written(pipeline).value_or(QByteArray());
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        };
        QCOMPARE(git({u"init"_s, u"-q"_s}), 0);
        QVERIFY(write(shop()));
        QCOMPARE(git({u"add"_s, u"."_s}), 0);
        QCOMPARE(git({u"commit"_s, u"-q"_s, u"-m"_s, u"First of all"_s}), 0);
        Pipeline second = shop();
        second.nodes.pop_back();
        second.edges.pop_back();
        QVERIFY(write(second));
        m_panel->openFile(file);
        QVERIFY(ready(*m_panel));
        view()->setFocus();
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(bar()->comparison(), qPrintable(bar()->said()));
        QVERIFY(bar()->before()->currentText().contains(u"First of all"_s));
        QCOMPARE(bar()->comparison()->removed, 1);
    }

    void nothingToCompareWithIsSaid()
    {
        open(shop());
        key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bar()->said().contains(u"never deployed"_s));
        QVERIFY(!bar()->comparison());
    }

    // The plate on the edge asks, the menu answers; again by keys.
    void aPlateAsksWhatStartsTheBatch()
    {
        open(shop());
        QCOMPARE(view()->scene().edges[1].button, true);
        QCOMPARE(view()->scene().edges[0].button, false);
        view()->setZoom(1);
        view()->showNode(u"bronze"_s);
        settled();
        const QRectF plate = view()->plateRect(1);
        QVERIFY(!plate.isNull());
        picture(u"editor-plate"_s);
        QTest::mouseClick(view(), Qt::LeftButton, {}, plate.center().toPoint());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->objectName(), u"trigger menu"_s);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(pipeline().edges[1].trigger, u"sensor"_s);
        QCOMPARE(view()->scene().edges[1].label, u"sensor"_s);
        view()->setFocus();
        view()->selectEdge(1);
        key(Qt::Key_T);
        menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(pipeline().edges[1].trigger, u"asset"_s);
        // A topic starts nothing.
        view()->selectEdge(0);
        key(Qt::Key_T);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!m_panel->said().isEmpty());
    }

    void theWaitsOfATask()
    {
        Pipeline pipeline = shop();
        pipeline.nodes[2].task
            = {{u"retries"_s, Value::ofNumber(2)}, {u"retry_delay"_s, Value::ofText(u"4m"_s)},
                {u"retry_exponential_backoff"_s, Value::ofBool(true)},
                {u"execution_timeout"_s, Value::ofText(u"11m"_s)}};
        open(pipeline);
        view()->choose(u"clean"_s);
        auto* pages = m_panel->inspector()->findChild<ui::SegmentedControl*>();
        QVERIFY(pages);
        pages->setCurrentIndex(1);
        auto* plot = m_panel->inspector()->findChild<RetryPlot*>();
        QVERIFY(plot);
        QCOMPARE(plot->plan().tries.size(), size_t(3));
        QCOMPARE(plot->plan().waits[0], (SecondsRange{240, 479}));
        QVERIFY2(plot->words().contains(u"4m to 7m59s"_s), qPrintable(plot->words()));
        picture(u"editor-retries"_s);
        QVERIFY(m_panel->session()->edit(Text(),
            {SetSetting{Section::Task, u"clean"_s, u"retries"_s,
                Setting{u"retries"_s, Value::ofNumber(1)}, -1}}));
        QCOMPARE(plot->plan().tries.size(), size_t(2));
    }

    // An open document is found by its file, so that no second tab shows it.
    void itKnowsWhatItShows()
    {
        QVERIFY(!m_panel->shows({{u"file"_s, u"/a.pipeline.yaml"_s}}));
        const QString file = m_bench->folder() + u"/a.pipeline.yaml"_s;
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(storeFor(file).written(shop()).value_or(QByteArray()));
        out.close();
        m_panel->openFile(file);
        QVERIFY(ready(*m_panel));
        QVERIFY(m_panel->shows({{u"file"_s, file}, {u"pipeline"_s, u"shop"_s}}));
        QVERIFY(!m_panel->shows({{u"file"_s, QString(file + u"2"_s)}}));
        QVERIFY(!m_panel->shows({}));
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
    TestEditorCompare test;
    return runTrapped(&test, argc, argv);
}

#include "tst_editorcompare.moc"
