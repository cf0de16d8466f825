// SPDX-License-Identifier: GPL-3.0-or-later
// The deploy sheet with keys and mouse: what changes, by hand or not, deploy, undo, roll back,
// promote.
#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/deploysheet.h"
#include "pipelines/panel/plandiffview.h"
#include "pipelines/panel/stagechain.h"
#include "tests/gui/accessiblewalk.h"
#include "tests/pipelines/deploy/fakeairflow.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = DeployDesk::State;

namespace
{

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

bool put(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

Pipeline pipeline(const QString& code)
{
    Pipeline pipeline;
    pipeline.id = u"5f0c"_s;
    pipeline.name = u"orders"_s;
    Node node;
    node.id = u"clean"_s;
    node.kind = u"process.python"_s;
    node.params = {{u"code"_s, Value::ofText(code), {}}};
    pipeline.nodes = {node};
    return pipeline;
}

} // namespace

class DeploySheetTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeAirflow> m_airflow, m_production;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<DeploySheet> m_sheet;

    QString path(const QString& name) const { return m_bench->folder() + u'/' + name; }
    QByteArray deployed() const { return textOf(path(u"dags/orders.py"_s)); }
    bool is(State state) const { return m_sheet->desk()->state() == state; }
    bool isOver(DeployRun::State state) const
    {
        return m_sheet->desk()->run() && m_sheet->desk()->run()->state() == state;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void deployAll(const QString& code)
    {
        m_sheet->open(pipeline(code), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        QVERIFY(m_sheet->button()->isEnabled());
        m_sheet->deploy();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Done), 20'000);
    }
    QString checked() const // the words of the checks
    {
        QStringList words;
        const QAbstractItemModel* model = m_sheet->checks()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            words.append(model->index(row, 0).data().toString());
        return words.join(u'\n');
    }
    // PH_PICTURES names a folder: what was tested can be looked at.
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const bool dark : {true, false}) {
            ui::Theme::of(m_sheet.get())
                .setMode(dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
            QCoreApplication::sendPostedEvents();
            const QString file = folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s);
            QVERIFY(m_sheet->grab().save(file));
        }
        ui::Theme::of(m_sheet.get()).setMode(ui::Theme::Mode::Dark);
    }

private Q_SLOTS:
    void init()
    {
        m_airflow = std::make_unique<FakeAirflow>();
        m_production = std::make_unique<FakeAirflow>();
        m_bench = std::make_unique<FakeWorkbench>();
        const auto join = [this](FakeAirflow& airflow, const QString& id, const QString& folder,
                              pilothouse::Environment environment) {
            QVERIFY(QDir().mkpath(path(folder)));
            airflow.folder = path(folder);
            ServiceConfig config;
            config.id = id;
            config.profile = u"shop"_s;
            config.writes = WriteMode::On;
            config.environment = environment;
            config.options = {{u"dags"_s, path(folder)}};
            airflow.join(m_bench->hub(), config);
        };
        join(*m_airflow, u"airflow-dev"_s, u"dags"_s, pilothouse::Environment::Sandbox);
        join(*m_production, u"airflow-prod"_s, u"prod"_s, pilothouse::Environment::Production);
        m_sheet = std::make_unique<DeploySheet>(*m_bench, builtInCatalogue(), path(u"deploys"_s));
        m_sheet->resize(452, 840);
        m_sheet->show();
        m_sheet->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
    }
    void cleanup()
    {
        m_sheet.reset();
        m_bench.reset();
    }

    void firstDeployByKeys()
    {
        QSignalSpy done(m_sheet.get(), &DeploySheet::deployed);
        m_sheet->open(pipeline(u"return 1"_s), "text");
        QVERIFY(is(State::Working));
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        m_sheet->setFocus();
        QVERIFY(m_sheet->units()->hasFocus());
        QCOMPARE(m_sheet->chain()->stages().size(), size_t(2));
        QCOMPARE(m_sheet->chain()->chosen(), u"airflow-dev"_s);
        QVERIFY(m_sheet->detail()->toPlainText().contains(u"+++ b/orders.py"_s));
        QVERIFY(m_sheet->detail()->toPlainText().contains(u"+"_s));
        // What was looked at and found right is told too, with how much of it.
        const QString checks = checked();
        for (const QString& words :
            {u"Settings are complete, and airflow"_s, u"No name and no table is there twice"_s,
                u"The code for Airflow"_s, u"Nothing there is written over"_s})
            QVERIFY2(checks.contains(words), qPrintable(checks));
        QVERIFY2(!checks.contains(u"limit"_s), "it has none");
        picture(u"new"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Done), 20'000);
        QCOMPARE(m_bench->acts().size(), size_t(1));
        QVERIFY(m_bench->acts().front().statement.contains(u"orders.py"_s));
        QCOMPARE(done.count(), 1);
        QVERIFY(deployed().contains("return 1"));
        QVERIFY(m_sheet->said().contains(u'1'));
        QVERIFY2(checked().contains(u"has imported it"_s), qPrintable(checked()));
        picture(u"done"_s);
        m_sheet->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        QVERIFY(!m_sheet->button()->isEnabled());
        picture(u"nothing"_s);
        QSignalSpy closed(m_sheet.get(), &DeploySheet::closed);
        m_sheet->setFocus();
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void cancelledInTheQuestionWritesNothing()
    {
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        m_sheet->open(pipeline(u"return 1"_s), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        m_sheet->deploy();
        QVERIFY(!QFile::exists(path(u"dags/orders.py"_s)));
        QVERIFY(is(State::Ready));
        QVERIFY(m_sheet->button()->isEnabled());
    }

    void aFileChangedByHandNeedsAChoice()
    {
        deployAll(u"return 1"_s);
        const QByteArray edited = deployed() + "\nby_hand = True\n";
        QVERIFY(put(path(u"dags/orders.py"_s), edited));
        m_sheet->open(pipeline(u"return 2"_s), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        QVERIFY(!m_sheet->button()->isEnabled());
        QVERIFY(m_sheet->said().contains(u"by hand"_s));
        const QString detail = m_sheet->detail()->toPlainText();
        QVERIFY2(detail.contains(u"! by_hand = True"_s), qPrintable(detail));
        QVERIFY(detail.contains(u"return 2"_s));
        QVERIFY(m_sheet->overwrite()->isVisible());
        picture(u"by-hand"_s);
        m_sheet->deploy(); // the button is off: nothing happens
        QCOMPARE(deployed(), edited);
        m_sheet->overwrite()->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(m_sheet->button()->isEnabled());
        m_sheet->deploy();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Done), 20'000);
        QVERIFY(deployed().contains("return 2") && !deployed().contains("by_hand"));
    }

    void aFailedImportIsToldAndTakenBack()
    {
        deployAll(u"return 1"_s);
        const QByteArray before = deployed();
        m_airflow->broken
            = u"  File \"%1/orders.py\", line 9, in <module>\nNameError: boom\n"_s.arg(
                m_airflow->folder);
        QSignalSpy failed(m_sheet.get(), &DeploySheet::importFailed);
        m_sheet->open(pipeline(u"return 3"_s), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        m_sheet->deploy();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Failed), 20'000);
        QCOMPARE(failed.count(), 1);
        QVERIFY(m_sheet->said().contains(u"boom"_s));
        QVERIFY(m_sheet->undoButton()->isVisible());
        picture(u"failed"_s);
        QTest::mouseClick(m_sheet->undoButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Undone), 20'000);
        QCOMPARE(deployed(), before);
        QVERIFY(!m_sheet->undoButton()->isVisible());
    }

    void rollBackAndPromote()
    {
        deployAll(u"return 1"_s);
        const QByteArray first = deployed();
        deployAll(u"return 2"_s);
        m_sheet->rollBackTo(1);
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        QVERIFY(m_sheet->button()->text().contains(u"v1"_s));
        m_sheet->deploy();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Done), 20'000);
        QCOMPARE(deployed(), first);

        QVERIFY(m_sheet->promoteButton()->isVisible());
        QTest::mouseClick(m_sheet->promoteButton(), Qt::LeftButton);
        QTRY_COMPARE(m_sheet->chain()->chosen(), u"airflow-prod"_s);
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        picture(u"production"_s);
        QVERIFY(!QFile::exists(path(u"prod/orders.py"_s)));
        m_sheet->deploy();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(DeployRun::State::Done), 20'000);
        QVERIFY(QFile::exists(path(u"prod/orders.py"_s)));
        QCOMPARE(m_sheet->desk()->stage()->service, u"airflow-prod"_s);
    }

    void whatIsWrongTurnsTheButtonOff()
    {
        Pipeline wrong = pipeline(u"return 1"_s);
        wrong.nodes.front().params.clear(); // the code is required
        m_sheet->open(wrong, "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        QVERIFY(!m_sheet->button()->isEnabled());
        QVERIFY(!m_sheet->said().isEmpty());
        QVERIFY2(!checked().contains(u"Settings are complete"_s), qPrintable(checked()));
        QVERIFY2(checked().contains(u"No name and no table is there twice"_s),
            "the rest was looked at all the same");
        picture(u"wrong"_s);
        QVERIFY(QDir(path(u"dags"_s)).removeRecursively());
        m_sheet->open(pipeline(u"return 1"_s), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Failed), 20'000);
        QVERIFY(!m_sheet->button()->isEnabled());
        picture(u"no-folder"_s);
    }

    void everythingHasAName()
    {
        deployAll(u"return 1"_s);
        m_sheet->open(pipeline(u"return 2"_s), "text");
        QTRY_VERIFY_WITH_TIMEOUT(is(State::Ready), 20'000);
        const QStringList nameless = accessibleProblems(m_sheet.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
};

PH_TEST_MAIN(QApplication, DeploySheetTest)
#include "tst_deploysheet.moc"
