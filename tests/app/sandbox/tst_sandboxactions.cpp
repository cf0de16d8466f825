// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox and its servers as actions of the shell: their words follow the state, a click
// starts, stops or resets.
#include "app/sandboxactions.h"
#include "app/shell/shellactions.h"
#include "core/servicehub.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

class SandboxActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeSandboxIsOfferedBeforeItAnswers()
    {
        QVERIFY(m_shell.action(u"sandbox.all.start"_s));
        QVERIFY(m_shell.action(u"sandbox.all.start"_s)->isVisible());
        QVERIFY(!m_shell.action(u"sandbox.all.stop"_s)->isVisible());
        QVERIFY(!m_shell.action(u"sandbox.all.reset"_s)->isVisible());
    }

    void everyServerHasItsOwn()
    {
        m_sandboxActions.look();
        QTRY_VERIFY(action());
        QCOMPARE(action()->text(), u"Start Airflow 3 in the sandbox"_s);
        QVERIFY(m_shell.action(u"sandbox.airflow3.reset"_s)->isVisible());
        QVERIFY(m_shell.action(u"sandbox.all.reset"_s)->isVisible());
        const QAction* postgres = m_shell.action(u"sandbox.postgres"_s);
        QVERIFY(postgres);
        QCOMPARE(postgres->text(), u"Start PostgreSQL in the sandbox"_s);
        QVERIFY(!m_shell.action(u"sandbox.postgres.reset"_s)->isVisible()); // it holds nothing
    }

    void aClickStartsAndTheNextOneAsksToStop()
    {
        QSignalSpy started(&m_sandboxActions, &SandboxActions::started);
        action()->trigger();
        QTRY_COMPARE(started.size(), 1);
        QTRY_COMPARE(action()->text(), u"Stop Airflow 3 in the sandbox…"_s);
        QVERIFY(action()->property("destructive").toBool());
        m_workbench.setAnswer(test::FakeWorkbench::Answer::Cancel);
        action()->trigger();
        QCOMPARE(m_workbench.acts().size(), size_t(1));
        QVERIFY(m_workbench.acts().front().destructive);
        QCOMPARE(m_workbench.acts().front().question.args, QStringList{u"Airflow 3"_s});
        QCOMPARE(action()->text(), u"Stop Airflow 3 in the sandbox…"_s); // as it was
        m_workbench.setAnswer(test::FakeWorkbench::Answer::Accept);
        QTRY_VERIFY(
            (action()->trigger(), m_workbench.acts().size() == 2)); // once the first is over
        QTRY_COMPARE(action()->text(), u"Start Airflow 3 in the sandbox"_s);
        QVERIFY(!action()->property("destructive").toBool());
        QCOMPARE(started.size(), 1);
        QCOMPARE(calls(), QByteArray("start airflow3\nstop airflow3\n"));
    }

    void theWholeSandboxStartsStopsAndIsReset()
    {
        QFile::remove(m_dir.filePath(u"calls"_s));
        m_workbench.forget();
        m_workbench.setAnswer(test::FakeWorkbench::Answer::Accept);
        QSignalSpy started(&m_sandboxActions, &SandboxActions::started);
        QSignalSpy forgotten(&m_sandboxActions, &SandboxActions::forgotten);
        m_shell.action(u"sandbox.all.start"_s)->trigger();
        QTRY_COMPARE(started.size(), 1);
        QTRY_VERIFY(m_shell.action(u"sandbox.all.stop"_s)->isVisible());
        QVERIFY(m_workbench.acts().empty()); // to start it asks nothing
        m_shell.action(u"sandbox.all.stop"_s)->trigger();
        QTRY_VERIFY(!m_shell.action(u"sandbox.all.stop"_s)->isVisible());
        QTRY_VERIFY((m_shell.action(u"sandbox.airflow3.reset"_s)->trigger(),
            m_workbench.acts().size() == 2)); // once the dialog before is over
        QTRY_VERIFY(
            (m_shell.action(u"sandbox.all.reset"_s)->trigger(), m_workbench.acts().size() == 3));
        QTRY_COMPARE(forgotten.size(), 1);
        for (const Act& act : m_workbench.acts()) {
            QVERIFY(act.destructive);
            QVERIFY(!act.consequence.isEmpty());
        }
        QCOMPARE(calls(), QByteArray("start\nstop\nreset airflow3\nreset\n"));
    }

    void aServerThatGoesByItselfIsOfferedToBeStarted()
    {
        QFile up(m_dir.filePath(u"up"_s));
        QVERIFY(up.open(QIODevice::WriteOnly));
        m_sandboxActions.look();
        QTRY_COMPARE(action()->text(), u"Stop Airflow 3 in the sandbox…"_s);
        QVERIFY(up.remove());
        ServiceConfig config;
        config.id = u"shop-airflow"_s;
        config.address = u"http://127.0.0.1:20002"_s;
        m_workbench.hub().add(config, Secret());
        HealthReport failing;
        failing.state = HealthReport::State::Failing;
        Error refused;
        refused.kind = Error::Kind::Refused;
        m_workbench.hub().reportHealth(config.id, failing, refused);
        QTRY_COMPARE(action()->text(), u"Start Airflow 3 in the sandbox"_s);
        // So is it from the error page of its panels, while it stands still.
        const ServerStarter* starter = m_workbench.hub().starter(config.id);
        QVERIFY(starter);
        QCOMPARE(starter->title, u"Start in the sandbox"_s);
        QSignalSpy started(&m_sandboxActions, &SandboxActions::started);
        starter->start();
        QTRY_COMPARE(started.size(), 1);
        QTRY_VERIFY(!m_workbench.hub().starter(config.id));
        QVERIFY(up.remove());
        m_sandboxActions.look();
        QTRY_VERIFY(m_workbench.hub().starter(config.id));
    }

    void aFailureStartsNothing()
    {
        QVERIFY(QFile(m_dir.filePath(u"fail"_s)).open(QIODevice::WriteOnly));
        QSignalSpy started(&m_sandboxActions, &SandboxActions::started);
        QSignalSpy changed(&m_control, &SandboxControl::statusChanged);
        action()->trigger();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(started.size(), 0);
        QCOMPARE(action()->text(), u"Start Airflow 3 in the sandbox"_s);
    }

private:
    QAction* action() const { return m_shell.action(u"sandbox.airflow3"_s); }

    QByteArray calls() const
    {
        QFile file(m_dir.filePath(u"calls"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // A sandbox whose state is one file.
    QString script() const
    {
        QFile file(m_dir.filePath(u"sandbox"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write("#!/bin/bash\n"
                   "cd \"$(dirname \"$0\")\"\n"
                   "state=stopped\n"
                   "[ ! -e up ] || state=ready\n"
                   "if [ \"$1\" != status ]; then\n"
                   "    [ ! -e fail ] || exit 1\n"
                   "    echo \"${@:1:$#-1}\" >> calls\n" // without --json
                   "    if [ \"$1\" = start ]; then touch up; else rm -f up; fi\n"
                   "    exit 0\n"
                   "fi\n"
                   "echo '{\"schema\":1,\"event\":\"status\",\"folder\":\"/f\",\"profile\":\"\","
                   "\"ready\":true,\"servers\":["
                   "{\"server\":\"postgres\",\"title\":\"PostgreSQL\",\"state\":\"absent\"},"
                   "{\"server\":\"airflow3\",\"title\":\"Airflow 3\",\"on_demand\":true,"
                   "\"ports\":[20002],\"state\":\"'$state'\"}]}'\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    QWidget m_window;
    ShellActions m_shell{&m_window, m_settings};
    test::FakeWorkbench m_workbench;
    SandboxControl m_control{script()};
    SandboxActions m_sandboxActions{m_control, m_shell, m_workbench};
};

PH_TEST_MAIN(QApplication, SandboxActionsTest)
#include "tst_sandboxactions.moc"
