// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's script as tasks: progress, errors, cancelling, a script that is missing or broken.
#include "app/sandbox/sandboxcontrol.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "ui/words.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;

class SandboxControlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheScriptAboveTheProgram()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkpath(u"build/dev/tests"_s));
        QVERIFY(findSandboxScript(root.filePath(u"build/dev/tests"_s)).isEmpty());
        QVERIFY(QDir(root.path()).mkpath(u"packaging/sandbox"_s));
        const QString script = root.filePath(u"packaging/sandbox/sandbox"_s);
        write(script, "exit 0\n");
        QCOMPARE(findSandboxScript(root.filePath(u"build/dev/tests"_s)),
            QFileInfo(script).canonicalFilePath());
        // The real one is found from where this test runs.
        QVERIFY(findSandboxScript(QCoreApplication::applicationDirPath())
                    .endsWith(u"/packaging/sandbox/sandbox"));
    }

    void readsTheStatus()
    {
        SandboxControl control(script(
            "echo "
            "'{\"schema\":1,\"event\":\"status\",\"folder\":\"/f\",\"profile\":\"/f/profile.yaml\","
            "\"ready\":false,\"servers\":[{\"server\":\"postgres\",\"title\":\"PostgreSQL\","
            "\"installed\":true,"
            "\"state\":\"ready\",\"version\":\"15.20\",\"filled\":true,\"ports\":[20001]}]}'\nexit "
            "1\n"));
        const auto status = read(control);
        QVERIFY(status);
        QCOMPARE(status->profile, u"/f/profile.yaml"_s);
        QCOMPARE(status->servers.size(), 1);
        QCOMPARE(status->servers[0].version, u"15.20"_s);
        QCOMPARE(status->servers[0].ports, QList<int>{20001});
    }

    void aBrokenOrMissingScriptIsAnError()
    {
        QCOMPARE(read(SandboxControl(QString())).error().kind, Error::Kind::NotFound);
        QCOMPARE(read(SandboxControl(u"/nowhere/sandbox"_s)).error().kind, Error::Kind::Internal);
        QCOMPARE(
            read(SandboxControl(script("echo nonsense\n"))).error().kind, Error::Kind::Protocol);
        QVERIFY(read(SandboxControl(script("echo no python >&2; exit 3\n")))
                    .error()
                    .detail.contains("no python"_L1));
        SandboxControl missing{QString()};
        const auto task = missing.startTask();
        QCOMPARE(test::finish(*task), TaskStatus::State::Failed);
        SandboxControl absent(u"/nowhere/sandbox"_s);
        const auto other = absent.startTask();
        QCOMPARE(test::finish(*other), TaskStatus::State::Failed);
        QVERIFY(!other->outcome().error().detail.isEmpty());
    }

    void progressIsTheSumOfTheServers()
    {
        SandboxControl control(script("echo \"$*\" > \"$0.args\"\n"
                                      "echo "
                                      "'{\"schema\":1,\"event\":\"progress\",\"server\":"
                                      "\"postgres\",\"percent\":100,\"step\":\"ready\"}'\n"
                                      "echo "
                                      "'{\"schema\":1,\"event\":\"progress\",\"server\":\"redis\","
                                      "\"percent\":40,\"step\":\"fill\"}'\n"
                                      "echo "
                                      "'{\"schema\":1,\"event\":\"progress\",\"server\":\"redis\","
                                      "\"percent\":10,\"step\":\"fill\"}'\n"
                                      "while [ ! -e \"$0.go\" ]; do sleep 0.02; done\n"
                                      "echo '{\"schema\":1,\"event\":\"done\",\"seconds\":1}'\n"));
        QSignalSpy changed(&control, &SandboxControl::statusChanged);
        const auto task = control.startTask({u"postgres"_s, u"redis"_s});
        task->start();
        QTRY_COMPARE(task->status().done, 140);
        QCOMPARE(task->status().total, 200);
        QVERIFY(ui::words(task->status().step).contains("redis"_L1));
        write(m_dir.filePath(u"sandbox.go"_s), "");
        QTRY_VERIFY(task->isFinished());
        QCOMPARE(task->status().state, TaskStatus::State::Done);
        QTRY_COMPARE(changed.size(), 1);
        QFile args(m_dir.filePath(u"sandbox.args"_s));
        QVERIFY(args.open(QIODevice::ReadOnly));
        QCOMPARE(args.readAll(), QByteArray("start postgres redis --json\n"));
    }

    void aFailureCarriesItsWordsAndHint()
    {
        SandboxControl control(
            script("echo '{\"schema\":1,\"event\":\"error\",\"server\":\"redis\","
                   "\"text\":\"port 20001 is taken\",\"hint\":\"end that program\"}'\nexit 1\n"));
        const auto task = control.startTask();
        QCOMPARE(test::finish(*task), TaskStatus::State::Failed);
        QCOMPARE(task->outcome().error().detail, u"port 20001 is taken"_s);
        QCOMPARE(ui::words(task->outcome().error().hint), u"end that program"_s);
    }

    void cancellingReachesWhatTheScriptStarted()
    {
        SandboxControl control(script("sleep 600 & echo $! > \"$0.pid\"\nwait\n"));
        const auto task = control.startTask();
        task->start();
        const QString file = m_dir.filePath(u"sandbox.pid"_s);
        QTRY_VERIFY(QFileInfo(file).size() > 0);
        QFile pidFile(file);
        QVERIFY(pidFile.open(QIODevice::ReadOnly));
        const int pid = pidFile.readAll().trimmed().toInt();
        QVERIFY(pid > 0 && ::kill(pid, 0) == 0);
        task->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
        QCOMPARE(task->status().state, TaskStatus::State::Cancelled);
        QTRY_VERIFY(::kill(pid, 0) != 0 || isZombie(pid));
    }

private:
    static bool isZombie(int pid)
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
    }
    static void write(const QString& file, const QByteArray& body)
    {
        QFile f(file);
        if (!f.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        f.write("#!/bin/bash\n" + body);
        f.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString script(const QByteArray& body)
    {
        const QString file = m_dir.filePath(u"sandbox"_s);
        QFile::remove(file);
        write(file, body);
        return file;
    }
    template <class Control>
    Result<SandboxStatus> read(Control&& control)
    {
        std::optional<Result<SandboxStatus>> out;
        QObject context;
        control.readStatus(&context, [&](Result<SandboxStatus> s) { out = std::move(s); });
        if (!QTest::qWaitFor([&] { return out.has_value(); }, 30'000))
            return fail(Error::Kind::Internal, u"no answer"_s);
        return std::move(*out);
    }

    QTemporaryDir m_dir;
};

PH_TEST_MAIN(QCoreApplication, SandboxControlTest)
#include "tst_sandboxcontrol.moc"
