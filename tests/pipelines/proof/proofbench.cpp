// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipelines/proof/proofbench.h"

#include "app/shell/tabarea.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/fieldeditor.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/nodepalette.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "tests/pipelines/proof/hand.h"
#include "ui/controls/searchfield.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTableWidget>

#include <algorithm>

namespace pilothouse::test
{

namespace
{

constexpr int kDeployLimit = 90'000;
constexpr int kRunLimit = 180'000;

} // namespace

void ProofBench::start()
{
    QVERIFY2(m_sandbox.isReady(), qPrintable(m_sandbox.problem()));
    STEP(clear());
    for (const char* name : {"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_folder.filePath(QString::fromLatin1(name)).toUtf8());
    app::Arguments arguments;
    arguments.profile = m_sandbox.profile();
    arguments.theme = qEnvironmentVariable("PH_LIGHT").isEmpty() ? u"dark"_s : u"light"_s;
    arguments.size = QSize(1440, 900);
    m_application = std::make_unique<app::Application>(*qApp, m_watchdog, arguments);
    QSignalSpy ready(m_application.get(), &app::Application::profileReady);
    m_application->start();
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() > 0, 30'000);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

EditorPanel* ProofBench::editor()
{
    return qobject_cast<EditorPanel*>(window().tabs()->currentPanel());
}

ui::GraphView* ProofBench::view()
{
    return editor()->canvas()->view();
}

const Pipeline& ProofBench::pipeline()
{
    return editor()->session()->pipeline();
}

void ProofBench::picture(const QString& name)
{
    const QString folder = qEnvironmentVariable("PH_PICTURES");
    if (folder.isEmpty())
        return;
    QCoreApplication::processEvents();
    QVERIFY(window().grab().save(folder + u'/' + name + u".png"_s));
}

QString ProofBench::fieldWithFocus()
{
    for (QWidget* at = QApplication::focusWidget(); at; at = at->parentWidget())
        if (qobject_cast<FieldEditor*>(at))
            return at->objectName();
    return {};
}

QAbstractButton* ProofBench::button(QWidget* in, const QString& text)
{
    const auto all = in->findChildren<QAbstractButton*>();
    for (QAbstractButton* one : all)
        if (one->isVisible() && one->text() == text)
            return one;
    return nullptr;
}

void ProofBench::enterSettings()
{
    QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));
    Hand::key(Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY2(editor()->inspector()->isAncestorOf(QApplication::focusWidget()),
        qPrintable(Hand::focused()));
}

void ProofBench::leaveSettings()
{
    Hand::key(Qt::Key_Escape);
    QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));
}

void ProofBench::fill(const Fields& fields)
{
    for (const auto& [name, text] : fields) {
        QVERIFY2(Hand::tabUntil([&name = name] { return fieldWithFocus() == name; }),
            qPrintable(u"no key leads to "_s + name));
        if (auto* table = qobject_cast<QTableWidget*>(QApplication::focusWidget()))
            STEP(fillTable(table, text));
        else {
            if (!qobject_cast<QComboBox*>(QApplication::focusWidget()))
                Hand::key(Qt::Key_A, Qt::ControlModifier); // what stands there
            Hand::type(text);
        }
    }
}

void ProofBench::fillTable(QTableWidget* table, const QString& lines)
{
    const QStringList rows = lines.split(u'\n');
    for (const QString& row : rows) {
        Hand::type(row.section(u' ', 0, 0));
        Hand::key(Qt::Key_Tab);
        QString type = row.section(u' ', 1);
        const bool required = type.endsWith(u'!');
        if (required)
            type.chop(1);
        Hand::type(type);
        Hand::key(Qt::Key_Tab);
        QTRY_VERIFY2(table->hasFocus(), qPrintable(Hand::focused()));
        if (required)
            Hand::key(Qt::Key_Space);
        Hand::key(Qt::Key_Down);
        Hand::key(Qt::Key_Home);
    }
}

void ProofBench::addByKeys(const QString& words, const QString& id, const Fields& fields)
{
    QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));
    const size_t before = pipeline().nodes.size();
    Hand::key(Qt::Key_N);
    QTRY_VERIFY(editor()->picker()->search()->hasFocus());
    Hand::type(words);
    Hand::key(Qt::Key_Return);
    QTRY_COMPARE(pipeline().nodes.size(), before + 1);
    STEP(nameAndFill(id, fields));
}

void ProofBench::nameAndFill(const QString& id, const Fields& fields)
{
    QTRY_VERIFY(view()->isSettled() && view()->hasFocus());
    Hand::key(Qt::Key_F2);
    Hand::key(Qt::Key_A, Qt::ControlModifier);
    Hand::type(id + u'\n');
    QTRY_COMPARE(view()->current(), id);
    STEP(enterSettings());
    STEP(fill(fields));
    STEP(leaveSettings());
}

void ProofBench::goTo(const QString& id)
{
    QTRY_VERIFY2(view()->isSettled() && view()->hasFocus(), qPrintable(Hand::focused()));
    Hand::key(Qt::Key_Home);
    for (int tabs = 0; tabs < 40 && view()->current() != id; ++tabs)
        Hand::key(Qt::Key_Tab);
    QCOMPARE(view()->current(), id);
}

void ProofBench::connectByKeys(const QString& from, const QString& to)
{
    const size_t before = pipeline().edges.size();
    STEP(goTo(from));
    Hand::key(Qt::Key_C);
    for (const auto way : {Qt::Key_Tab, Qt::Key_Backtab})
        for (int tabs = 0; tabs < 40 && view()->current() != to && view()->hasFocus(); ++tabs)
            Hand::key(way, way == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
    QCOMPARE(view()->current(), to);
    Hand::key(Qt::Key_Return);
    QVERIFY2(pipeline().edges.size() == before + 1, qPrintable(editor()->said()));
}

void ProofBench::connectByMouse(const QString& from, const QString& to)
{
    QTRY_VERIFY(view()->isSettled());
    const size_t before = pipeline().edges.size();
    const auto* hand = editor()->canvas()->editing();
    Hand::drag(
        view(), hand->portAt(from, {}, true).toPoint(), hand->portAt(to, {}, false).toPoint());
    QVERIFY2(pipeline().edges.size() == before + 1, qPrintable(editor()->said()));
}

const ui::GraphNode* ProofBench::node(const QString& id)
{
    const int at = view()->shownPlace(id);
    return at < 0 ? nullptr : &view()->scene().nodes[size_t(at)];
}

QString ProofBench::shownState(const QString& id)
{
    const ui::GraphNode* found = node(id);
    return found ? found->word : QString();
}

QString ProofBench::shownStates()
{
    QStringList all;
    for (const ui::GraphNode& node : view()->scene().nodes)
        all.append(node.id + u'=' + node.word);
    return all.join(u' ');
}

QString ProofBench::sql(const QString& statement)
{
    return m_sandbox.psql(statement, u"shop"_s);
}

void ProofBench::produce(QStringList& ids)
{
    QProcess producer;
    producer.start(QLatin1String(PH_SHOP_EVENTS),
        {u"127.0.0.1:%1"_s.arg(m_sandbox.port(u"kafka"_s)),
            u"http://127.0.0.1:%1/apis/ccompat/v7"_s.arg(m_sandbox.port(u"schema-registry"_s)),
            QString::number(QDateTime::currentSecsSinceEpoch() % 1'000'000'000 * 1000),
            QString::number(kEvents), u"1"_s});
    QVERIFY(producer.waitForFinished(60'000));
    const QByteArray said = producer.readAllStandardOutput();
    const QByteArray wrong = producer.readAllStandardError();
    QVERIFY2(producer.exitCode() == 0, wrong.constData());
    const QJsonArray list = QJsonDocument::fromJson(said).array();
    for (const QJsonValue& id : list)
        ids.append(QString::number(id.toInteger()));
    QCOMPARE(ids.size(), kEvents);
}

void ProofBench::openEditor()
{
    Hand::key(Qt::Key_K, Qt::ControlModifier);
    Hand::type(u"pipeline editor"_s);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    Hand::key(Qt::Key_Return);
    QTRY_VERIFY2(editor(), qPrintable(Hand::focused()));
}

void ProofBench::saveAs(const QString& file)
{
    Hand::key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QFileDialog*>(QApplication::activeModalWidget()));
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    Hand::key(Qt::Key_A, Qt::ControlModifier);
    Hand::type(file + u'\n');
    QTRY_VERIFY(!editor()->hasUnsavedWork() && QFile::exists(file));
    QTRY_VERIFY(!QApplication::activeModalWidget());
    window().activateWindow(); // as a window manager does
    QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));
}

void ProofBench::deploy(const QString& name)
{
    Hand::key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    DeploySheet* sheet = editor()->dock()->sheet();
    QTRY_VERIFY(sheet->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(sheet->desk()->state(), DeployDesk::State::Ready, 30'000);
    picture(name + u"-plan"_s);
    QVERIFY2(!sheet->desk()->refusal(), qPrintable(sheet->said()));
    Hand::key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(sheet->desk()->run() || QApplication::activeModalWidget());
    picture(name + u"-asked"_s);
    if (QApplication::activeModalWidget())
        Hand::key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(sheet->desk()->run() && sheet->desk()->run()->isOver(), kDeployLimit);
    picture(name + u"-deployed"_s);
    QVERIFY2(sheet->desk()->run()->state() == DeployRun::State::Done, qPrintable(sheet->said()));
    Hand::key(Qt::Key_Escape);
    QTRY_VERIFY(!sheet->isVisible() && view()->hasFocus());
}

void ProofBench::runOnce()
{
    RunWatch* watch = editor()->dock()->watch();
    const QString before = watch->run() ? watch->run()->ref.run : QString();
    Hand::key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    const auto started = [&] {
        return watch->run() && watch->run()->ref.run != before;
    };
    // A DAG that is paused is asked for first, then the run.
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
        if (QApplication::activeModalWidget()) {
            picture(u"run-asked"_s);
            Hand::key(Qt::Key_Return, Qt::ControlModifier);
        }
        return started();
    })(),
        30'000);
    window().activateWindow(); // as a window manager does after a question
    QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));
}

void ProofBench::runToItsEnd(const QString& name)
{
    STEP(runOnce());
    picture(name + u"-running"_s);
    const RunWatch* watch = editor()->dock()->watch();
    QTRY_VERIFY2_WITH_TIMEOUT(watch->run() && workflow::isFinal(watch->run()->state),
        qPrintable(shownStates()), kRunLimit);
    // The last states of its tasks may come a moment later.
    const auto settled = [this, watch] {
        return std::ranges::all_of(watch->cells(), [this](const auto& cell) {
            return !node(cell.first)
                || (workflow::isFinal(cell.second.state)
                    && shownState(cell.first) == cell.second.state);
        });
    };
    QTRY_VERIFY2_WITH_TIMEOUT(
        !watch->cells().empty() && settled(), qPrintable(shownStates()), 30'000);
}

void ProofBench::clear()
{
    const QString data = m_sandbox.folder() + u"/data"_s;
    QFile::remove(data + u"/airflow3/dags/shop_proof.py"_s);
    QFile::remove(data + u"/streamjob/jobs/shop_proof.bronze.conf"_s);
    QDir(data + u"/streamjob/jobs/shop_proof.bronze"_s).removeRecursively();
    QProcess::execute(
        u"supervisorctl"_s, {u"-c"_s, data + u"/streamjob/supervisord.conf"_s, u"update"_s});
    const QString dropped
        = sql(u"DROP TABLE IF EXISTS bronze.proof_orders, silver.proof_orders, gold.proof_sales "
              "CASCADE; DELETE FROM pilothouse.stream_offsets WHERE job = 'shop_proof.bronze'"_s);
    QVERIFY2(!dropped.startsWith(u"ERROR") || dropped.contains(u"stream_offsets"_s),
        qPrintable(dropped));
}

} // namespace pilothouse::test
