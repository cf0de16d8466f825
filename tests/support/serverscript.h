// SPDX-License-Identifier: GPL-3.0-or-later
// ServerScript: one of tests/support/servers, run in a folder of its own; its `ready` line as
// facts.
#pragma once

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace pilothouse::test
{

class ServerScript final
{
public:
    explicit ServerScript(
        const QString& path, const QStringList& options = {}, int limitMs = 40'000)
    {
        m_process.start(path, QStringList{m_folder.path()} + options);
        QByteArray said;
        (void)QTest::qWaitFor(
            [&] {
                said += m_process.readAllStandardOutput();
                return (said.contains("ready ") && said.endsWith('\n'))
                    || m_process.state() == QProcess::NotRunning;
            },
            limitMs);
        for (const QByteArray& pair : said.trimmed().split(' ')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0)
                m_facts.insert(pair.first(equals), QString::fromUtf8(pair.sliced(equals + 1)));
        }
        if (m_facts.isEmpty())
            m_problem = QString::fromUtf8(m_process.readAllStandardError()) + path;
    }
    ~ServerScript()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    Q_DISABLE_COPY_MOVE(ServerScript)

    bool isReady() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }
    QString fact(const char* name) const { return m_facts.value(name); }
    QString folder() const { return m_folder.path(); }
    QString password() const // of the file the script names
    {
        QFile file(fact("password"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().trimmed())
                                              : QString();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QHash<QByteArray, QString> m_facts;
    QString m_problem;
};

} // namespace pilothouse::test
