// SPDX-License-Identifier: GPL-3.0-or-later
// SshServer: tests/support/servers/sshd, and an `ssh` for PATH that knows it: the program finds the
// host `jump` as it would in a user's own configuration.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace pilothouse::test
{

class SshServer final
{
public:
    SshServer()
    {
        m_process.start(
            QString::fromLatin1(PH_SERVERS_FOLDER) + QLatin1String("/sshd"), {m_folder.path()});
        QByteArray said;
        (void)QTest::qWaitFor(
            [&] {
                said += m_process.readAllStandardOutput();
                return said.contains("config=") || m_process.state() == QProcess::NotRunning;
            },
            40'000);
        if (!said.contains("config=")) {
            m_problem = QString::fromUtf8(m_process.readAllStandardError());
            return;
        }
        QDir(m_folder.path()).mkdir(QLatin1String("bin"));
        QFile wrapper(m_folder.filePath(QLatin1String("bin/ssh")));
        if (wrapper.open(QIODevice::WriteOnly)) {
            wrapper.write("#!/bin/sh\nexec "
                + QFile::encodeName(QStandardPaths::findExecutable(QLatin1String("ssh"))) + " -F "
                + QFile::encodeName(configFile()) + " \"$@\"\n");
            wrapper.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    ~SshServer()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(SshServer)

    QString problem() const { return m_problem; }
    QString configFile() const { return m_folder.filePath(QLatin1String("ssh_config")); }
    // For PATH: our ssh before all others.
    QString path() const
    {
        return m_folder.filePath(QLatin1String("bin")) + QLatin1Char(':')
            + qEnvironmentVariable("PATH");
    }
    // ssh processes, clients only, that use it.
    QList<qint64> clients() const
    {
        QList<qint64> out;
        for (const QString& pid : QDir(QLatin1String("/proc")).entryList(QDir::Dirs)) {
            QFile f(QLatin1String("/proc/") + pid + QLatin1String("/cmdline"));
            if (pid.toLongLong() > 0 && f.open(QIODevice::ReadOnly)
                && f.readAll().contains(configFile().toUtf8()))
                out << pid.toLongLong();
        }
        return out;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
};

} // namespace pilothouse::test
