// SPDX-License-Identifier: GPL-3.0-or-later
// The pipeline editor by real keys and by the mouse: drawn from an empty canvas, refused where it
// makes no sense, undone and redone, saved, found again, copied to another document.
#include "pipelines/panel/belowpane.h"
#include "pipelines/panel/codefield.h"
#include "pipelines/panel/fieldeditor.h"
#include "pipelines/panel/fieldform.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/kindmodel.h"
#include "pipelines/panel/problempane.h"
#include "tests/pipelines/panel/editorfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/editor/codeeditor.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::test;

class TestPipelineEditor : public QObject, EditorFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openEditor(); }
    void cleanup() { closeEditor(); }

    void models()
    {
        KindModel kinds(builtInCatalogue(), u"en"_s);
        const QAbstractItemModelTester first(
            &kinds, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(kinds.rowCount() > 30);
        // By words of any language, all of which must be there.
        for (const QString& words : {u"主題"_s, u"토픽"_s, u"KAFKA topic"_s}) {
            kinds.setFilter(words);
            QVERIFY2(kinds.firstKind() >= 0, qPrintable(words));
        }
        kinds.setFilter(u"nobody has this"_s);
        QCOMPARE(kinds.rowCount(), 0);
        kinds.setFilter({});
        ProblemModel problems;
        const QAbstractItemModelTester second(
            &problems, QAbstractItemModelTester::FailureReportingMode::QtTest);
        problems.setProblems(
            {{Problem::Severity::Error, Text::verbatim(u"bad"_s), {3, 4}, u"load"_s, u"sql"_s}});
        QCOMPARE(problems.rowCount(), 1);
        QVERIFY(problems.index(0).data(ProblemModel::ContextRole).toString().contains(u"load"_s));
        problems.setProblems({});
    }

    void startsEmpty()
    {
        QCOMPARE(m_panel->state(), ui::Panel::State::Empty);
        QVERIFY(!m_panel->hasUnsavedWork());
        newDocument();
        QCOMPARE(m_panel->state(), ui::Panel::State::Ready);
        QCOMPARE(m_panel->title(), u"shop"_s);
        QVERIFY(!m_panel->hasUnsavedWork());
    }

    // Source → ingest → SQL → check → store, without a mouse.
    void drawnByKeys()
    {
        newDocument();
        for (const QString& words : {u"kafka topic"_s, u"ingest table"_s, u"process.sql"_s,
                 u"not_null"_s, u"process.sql"_s})
            addByKeys(words);
        QCOMPARE(pipeline().nodes.size(), size_t(5));
        QCOMPARE(pipeline().nodes[0].kind, u"source.kafka"_s);
        QCOMPARE(pipeline().nodes[1].kind, u"ingest.table"_s);
        const auto connect = [this](const QString& from, const QString& to) {
            view()->choose(from);
            key(Qt::Key_C);
            QVERIFY(m_panel->canvas()->editing()->isConnecting());
            for (int tries = 0; tries < 20 && view()->current() != to; ++tries)
                key(Qt::Key_Tab);
            for (int tries = 0; tries < 20 && view()->current() != to; ++tries)
                QTest::keyClick(view(), Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(view()->current(), to);
            key(Qt::Key_Return);
            QVERIFY2(!m_panel->canvas()->editing()->isConnecting(), qPrintable(from + to));
            settled();
        };
        connect(pipeline().nodes[0].id, pipeline().nodes[1].id);
        connect(pipeline().nodes[1].id, pipeline().nodes[2].id);
        connect(pipeline().nodes[2].id, pipeline().nodes[3].id);
        connect(pipeline().nodes[3].id, pipeline().nodes[4].id);
        QVERIFY2(pipeline().edges.size() == 4, qPrintable(m_panel->said()));

        // Renamed, and everything taken back and done again.
        view()->choose(u"kafka"_s);
        key(Qt::Key_F2);
        auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(name);
        QTest::keyClicks(name, u"orders"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(pipeline().node(u"orders"));
        QCOMPARE(pipeline().edges.front().from, u"orders"_s);
        const Document whole = m_panel->session()->document();
        picture(u"editor-keys"_s);
        int steps = 0;
        for (; m_panel->session()->history().canUndo(); ++steps)
            QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(steps >= 10);
        QVERIFY(pipeline().nodes.empty());
        while (m_panel->session()->history().canRedo())
            QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_panel->session()->document(), whole);
    }

    void drawnByMouse()
    {
        newDocument();
        const auto drop = [this](const QString& kind, QPoint at) {
            QMimeData data;
            data.setData(QLatin1String(PipelineCanvas::kindFormat), kind.toUtf8());
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view(), &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view(), &dropped);
            settled();
        };
        drop(u"source.kafka"_s, {40, 60});
        const QRectF box = view()->nodeRect(u"kafka"_s);
        QVERIFY2((box.topLeft() - QPointF(40, 60)).manhattanLength() < 3, "where it was dropped");
        drop(u"ingest.table"_s, {280, 60});
        drop(u"process.sql"_s, {520, 60});
        drop(u"quality.not_null"_s, {520, 200});
        drop(u"process.python"_s, {280, 200});
        QCOMPARE(pipeline().nodes.size(), size_t(5));
        drag(port(u"kafka"_s, true), port(u"table"_s, false));
        QVERIFY2(pipeline().edges.size() == 1, qPrintable(m_panel->said()));
        drag(port(u"table"_s, true), port(u"sql"_s, false));
        QCOMPARE(pipeline().edges.size(), size_t(2));

        // A stream does not fit into a table; the pointer says why before one lets go.
        const QPoint from = port(u"kafka"_s, true);
        QTest::mousePress(view(), Qt::LeftButton, {}, from);
        moveTo(from + QPoint(40, 10));
        moveTo(port(u"sql"_s, false, u"in"_s));
        const QString why = m_panel->canvas()->editing()->whyNot();
        QVERIFY2(why.contains(u"stream"_s) && why.contains(u"table"_s), qPrintable(why));
        picture(u"editor-refused"_s);
        QTest::mouseRelease(view(), Qt::LeftButton, {}, port(u"sql"_s, false, u"in"_s));
        QCOMPARE(pipeline().edges.size(), size_t(2));
        QCOMPARE(m_panel->said(), why);
        // Nor does anything follow itself around a circle.
        drag(port(u"sql"_s, true), port(u"not_null"_s, false));
        QCOMPARE(pipeline().edges.size(), size_t(3));
        drag(port(u"not_null"_s, true), port(u"sql"_s, false, u"after"_s));
        QCOMPARE(pipeline().edges.size(), size_t(3));
        QVERIFY2(m_panel->said().contains(u"circle"_s), qPrintable(m_panel->said()));

        // Several at once, with their edges.
        view()->setSelected({u"kafka"_s, u"table"_s});
        const QRectF before = view()->nodeRect(u"table"_s);
        const QPoint held = view()->nodeRect(u"kafka"_s).center().toPoint() - QPoint(40, 0);
        drag(held, held + QPoint(0, 60));
        settled();
        QCOMPARE(view()->nodeRect(u"table"_s).topLeft(), before.topLeft() + QPointF(0, 60));
        QCOMPARE(m_panel->session()->history().last().redo.size(), size_t(1));
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        settled();
        QCOMPARE(view()->nodeRect(u"table"_s).topLeft(), before.topLeft());
    }

    void keepsAndFinds()
    {
        newDocument();
        addByKeys(u"process.sql"_s);
        addByKeys(u"process.python"_s);
        QVERIFY(m_panel->hasUnsavedWork());
        const QString file = m_bench->folder() + u"/shop.pipeline.yaml"_s;
        m_panel->session()->saveAs(file);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
        addByKeys(u"not_null"_s);
        const QJsonObject state = m_panel->saveState();
        // Closed without a save, its tab comes back with everything, history too.
        m_panel.reset();
        m_panel = newPanel();
        m_panel->restoreState(state);
        QVERIFY(ready(*m_panel));
        QCOMPARE(pipeline().nodes.size(), size_t(3));
        QVERIFY(m_panel->hasUnsavedWork());
        QVERIFY(!m_panel->said().isEmpty());
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_panel->hasUnsavedWork());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("not_null"));
    }

    void betweenDocuments()
    {
        newDocument();
        addByKeys(u"process.sql"_s);
        addByKeys(u"process.python"_s);
        (void)m_panel->session()->edit(
            Text::verbatim(u"t"_s), {AddEdge{{u"sql"_s, {}, u"python"_s, {}, {}}, -1}});
        settled();
        QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        const QString yaml = QApplication::clipboard()->text();
        QVERIFY2(
            yaml.contains(u"process.sql"_s) && yaml.contains(u"sql -> python"_s), qPrintable(yaml));
        const auto first = std::move(m_panel);
        m_panel = newPanel();
        newDocument();
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier);
        settled();
        QCOMPARE(pipeline().nodes.size(), size_t(2));
        QCOMPARE(pipeline().edges.size(), size_t(1));
        // As text from anywhere; with names of their own.
        QApplication::clipboard()->setText(yaml);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier);
        settled();
        QCOMPARE(pipeline().nodes.size(), size_t(4));
        QVERIFY(pipeline().node(u"sql_2"));
        QCOMPARE(pipeline().edges.back().from, u"sql_2"_s);
        const Document before = m_panel->session()->document();
        for (const QString& hostile : {u"rm -rf /"_s, u"pipeline: 1\nname: &a x\nnodes: *a\n"_s,
                 u"pipeline: 1\nname: x\nnodes:\n\tsql: {kind: process.sql}\n"_s,
                 QString(5 << 20, u'x')}) {
            QApplication::clipboard()->setText(hostile);
            QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier);
            QCOMPARE(m_panel->session()->document(), before);
            QVERIFY(!m_panel->said().isEmpty());
        }
    }

    void groupsNotesAndOrder()
    {
        newDocument();
        addByKeys(u"process.sql"_s);
        addByKeys(u"process.python"_s);
        addByKeys(u"not_null"_s);
        view()->setSelected({u"sql"_s, u"python"_s});
        const QRectF before = view()->geometry().nodes[size_t(view()->shownPlace(u"sql"_s))];
        QTest::keyClick(view(), Qt::Key_G, Qt::ControlModifier);
        settled();
        QCOMPARE(pipeline().groups.size(), size_t(1));
        QCOMPARE(pipeline().node(u"sql")->group, u"group"_s);
        const QRectF after = view()->geometry().nodes[size_t(view()->shownPlace(u"sql"_s))];
        QVERIFY2((after.topLeft() - before.topLeft()).manhattanLength() < 3, "nothing moves");
        QTest::keyClick(view(), Qt::Key_Space, Qt::ControlModifier);
        settled();
        QVERIFY(m_panel->session()->document().layout.closed.contains(u"group"_s));
        QVERIFY(view()->nodeRect(u"sql"_s).isNull());
        QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
        settled();
        QVERIFY(!view()->nodeRect(u"sql"_s).isNull());
        view()->choose(u"group"_s);
        QTest::keyClick(view(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        settled();
        QVERIFY(pipeline().groups.empty());

        view()->setSelected({u"sql"_s, u"python"_s, u"not_null"_s});
        QTest::keyClick(view(), Qt::Key_Up, Qt::ControlModifier | Qt::AltModifier);
        settled();
        QCOMPARE(view()->nodeRect(u"sql"_s).top(), view()->nodeRect(u"not_null"_s).top());
        const double left = view()->nodeRect(u"sql"_s).left();
        view()->choose(u"sql"_s);
        QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        settled();
        QCOMPARE(view()->nodeRect(u"sql"_s).left(), left + 8 * view()->zoom());
        const auto steps = m_panel->session()->history().steps().size();
        QTest::keyClick(view(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        settled();
        QCOMPARE(m_panel->session()->history().steps().size(), steps + 1);
        QVERIFY(m_panel->session()->document().layout.places.empty());

        key(Qt::Key_N, Qt::ShiftModifier);
        settled();
        QCOMPARE(pipeline().notes.size(), size_t(1));
        QTRY_VERIFY(m_panel->inspector()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"why: "_s);
        QVERIFY(pipeline().notes.front().text.contains(u"why"_s));
        picture(u"editor-notes"_s);
        view()->setFocus();
        view()->choose(u"python"_s);
        key(Qt::Key_Delete);
        QVERIFY(!pipeline().node(u"python"));
    }

    void choicesOfTheTarget()
    {
        const CataloguePtr catalogue = builtInCatalogue();
        const FieldSpec& rule = *catalogue->scheduleField(u"assets_rule");
        FieldForm form(catalogue, u"en"_s);
        FieldSpec always = rule;
        always.when.clear();
        Target old{u"airflow"_s, u"2.8.4"_s, {}, {}};
        form.show({{always}, {}, std::nullopt, {}}, old);
        auto* box = qobject_cast<QComboBox*>(form.editor(u"assets_rule"_s)->input());
        const auto any = [&box] {
            return box->model()->index(box->findData(u"any"_s), 0);
        };
        QVERIFY(!any().flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY2(any().data(Qt::ToolTipRole).toString().contains(u"2.9"_s),
            qPrintable(any().data(Qt::ToolTipRole).toString()));
        QVERIFY(any().data().toString().startsWith(u"One is enough · "_s));
        QVERIFY(box->model()->index(box->findData(u"all"_s), 0).flags() & Qt::ItemIsEnabled);
        // A newer target has it.
        old.version = u"2.9.0"_s;
        form.show({{always}, {}, std::nullopt, {}}, old);
        box = qobject_cast<QComboBox*>(form.editor(u"assets_rule"_s)->input());
        QVERIFY(any().flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(any().data().toString(), u"One is enough"_s);
    }

    // A kind of the user's own is placed, checked and generated as any; a broken file is named.
    void kindsOfOnesOwn()
    {
        const QString folder = m_bench->folder() + u"/nodes"_s;
        QVERIFY(QDir().mkpath(folder + u"/templates"_s));
        const auto put = [&folder](const QString& name, const QByteArray& text) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        put(u"process.greet.yaml"_s,
            "kind: process.greet\ncategory: process\nicon: bell\ntitle: Greeting\n"
            "summary: Says hello.\nruns: task\noutputs:\n  - {name: out, type: table, title: "
            "Rows}\n"
            "fields:\n  - {name: whom, type: text, title: Whom, required: true}\n"
            "templates:\n  - {unit: airflow, file: greet.py, imports: ['airflow.sdk:task']}\n");
        put(u"templates/greet.py"_s,
            "@task({{> task }})\ndef run_{{ node }}():\n    return \"hello \" + {{ whom }}\n\n"
            "{{ node }} = run_{{ node }}()\n");
        put(u"process.broken.yaml"_s, "kind: process.broken\ncategory: nowhere\n");
        const KnownKinds kinds = kindsWith(folder);
        QVERIFY(kinds.catalogue->kind(u"process.greet"));
        QVERIFY(!kinds.problems.empty());
        m_panel = std::make_unique<EditorPanel>(*m_bench, m_book, kinds.catalogue);
        m_panel->setBrokenKinds({kinds.problems.front().where() + u": nowhere"_s});
        m_panel->resize(1388, 800);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        newDocument();
        addByKeys(u"greeting"_s);
        QCOMPARE(pipeline().nodes.front().kind, u"process.greet"_s);
        QTRY_VERIFY(!m_panel->problems()->problems().empty()); // the name is missing
        m_panel->inspector()->focusField(u"whom"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"the world"_s);
        QTRY_VERIFY(m_panel->problems()->problems().empty());
        QTRY_VERIFY(m_panel->below()->code()->text().contains(u"\"hello \" + \"the world\""_s));
        // The last row of the palette.
        QListView* list = m_panel->palette()->list();
        const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
        QVERIFY2(last.data().toString().startsWith(u"process.broken.yaml:"_s),
            qPrintable(last.data().toString()));
        list->scrollToBottom();
        picture(u"editor-own-kinds"_s);
    }

    // In a window of 1440 × 900 six cards in a row are seen whole, with their names.
    void sixInARowFit()
    {
        Pipeline row;
        row.name = u"row"_s;
        for (int at = 0; at < 6; ++at) {
            Node node;
            node.id = u"step_%1"_s.arg(at);
            node.kind = u"process.sql"_s;
            row.nodes.push_back(node);
            if (at > 0)
                row.edges.push_back({u"step_%1"_s.arg(at - 1), {}, node.id, {}, {}});
        }
        m_panel->createNew(row);
        QVERIFY(ready(*m_panel));
        picture(u"editor-six"_s);
        for (const Node& node : pipeline().nodes)
            QVERIFY2(
                QRectF(view()->rect()).contains(view()->nodeRect(node.id)), qPrintable(node.id));
        QVERIFY2(view()->zoom() >= 0.65, qPrintable(QString::number(view()->zoom())));
    }

    // Code is a field among fields, opens large with a key, and everything typed there stays.
    void codeOpensLarge()
    {
        newDocument();
        addByKeys(u"process.python"_s);
        m_panel->inspector()->focusField(u"code"_s);
        auto* field = m_panel->inspector()->findChild<CodeField*>(u"code"_s);
        QVERIFY(field && field->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(),
            u"rows = [(1, 'a line that is far longer than "_s
            u"a narrow form is wide, so that it must wrap')]"_s);
        picture(u"code-field"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QVERIFY(field->large());
        QTRY_VERIFY2(field->large()->focusProxy()->hasFocus(), focused());
        QVERIFY(field->large()->width() > 2 * field->width());
        QCOMPARE(field->large()->text(), field->code()->text());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"return rows"_s);
        const auto written = [this] {
            const Setting* set = find(pipeline().nodes.front().params, u"code");
            return set ? set->value.text : QString();
        };
        QVERIFY2(written().endsWith(u"\nreturn rows"_s), qPrintable(written()));
        if (const QString folder = qEnvironmentVariable("PH_PICTURES"); !folder.isEmpty())
            QVERIFY(field->large()->window()->grab().save(folder + u"/code-large.png"_s));
        // Esc closes what is innermost: the find bar first.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(field->large());
        field->large()->setFocus();
        QTRY_VERIFY(field->large()->focusProxy()->hasFocus());
        const QString whole = field->large()->text();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!field->large());
        m_panel->activateWindow(); // no window manager does it here
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QTRY_VERIFY2(field->code()->focusProxy()->hasFocus(), focused());
        QCOMPARE(field->code()->text(), whole);
        QCOMPARE(written(), whole);
        // By its button too; and a step taken back is taken back.
        auto* open = field->findChild<ui::IconButton*>();
        QVERIFY(open);
        QTest::mouseClick(open, Qt::LeftButton);
        QVERIFY(field->large());
        QTRY_VERIFY2(field->large()->focusProxy()->hasFocus(), focused());
        QTest::keyClick(field->large()->focusProxy(), Qt::Key_Escape);
        QTRY_VERIFY(!field->large());
        m_panel->session()->undo();
        QVERIFY(written() != whole);
        QCOMPARE(field->code()->text(), written());
    }

    void forms()
    {
        newDocument();
        addByKeys(u"process.sql"_s);
        // What is missing is told, and leads to its field.
        QTRY_VERIFY(!m_panel->problems()->problems().empty());
        const auto& all = m_panel->problems()->problems();
        const auto missing = std::find_if(all.begin(), all.end(),
            [](const Problem& problem) { return problem.field == u"sql"_s; });
        QVERIFY(missing != all.end());
        Q_EMIT m_panel->problems()->chosen(*missing);
        QWidget* code = QApplication::focusWidget();
        QVERIFY2(m_panel->inspector()->isAncestorOf(code), focused());
        const auto steps = m_panel->session()->history().steps().size();
        QTest::keyClicks(code, u"SELECT 1"_s);
        const Setting* set = find(pipeline().node(u"sql")->params, u"sql");
        QVERIFY(set);
        QCOMPARE(set->value.text, u"SELECT 1"_s);
        QCOMPARE(m_panel->session()->history().steps().size(), steps + 1);
        view()->setFocus();
        key(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier); // the document, below the canvas
        QTRY_VERIFY(m_panel->shownText().contains(u"SELECT 1"_s));
        picture(u"editor-form"_s);
        m_panel->session()->undo();
        QVERIFY(!find(pipeline().node(u"sql")->params, u"sql"));
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
    TestPipelineEditor test;
    return runTrapped(&test, argc, argv);
}

#include "tst_pipelineeditor.moc"
