// SPDX-License-Identifier: GPL-3.0-or-later
// Program: the driven application as a child process with folders of its own, the journal it tells
// and the answers it gives.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <functional>
#include <vector>

namespace pilothouse::test
{

class Program final
{
public:
    // Below `folder`: state, config, cache, run, tmp, stdout and stderr of every start.
    explicit Program(QString folder);
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    // Beyond XDG_*, HOME and TMPDIR.
    void setVariable(const QString& name, const QString& value);
    // Another program than the driven one: the shipped one for --tour and --doctor.
    void setProgram(const QString& program) { m_program = program; }

    bool start(const QStringList& arguments); // false: it did not
    qint64 pid() const { return m_process.processId(); }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    // Waits for an event of this name; false when it does not come, or the process ends.
    bool await(const QString& event, int limit = 30'000);
    // The answer, empty when there is none.
    QJsonObject ask(const QString& command, int limit = 30'000);
    // Asks `see` until `good` says so.
    bool see(const std::function<bool(const QJsonObject&)>& good, int limit = 30'000);
    QJsonObject seen() const { return m_seen; } // the last time
    void kill(); // -9, and reaps
    int finish(int limit = 120'000); // the exit code; -1: a signal, -2: still running, then killed

    const std::vector<QJsonObject>& events() const { return m_events; }
    void forget(); // events before now
    QString output() const { return m_output; } // everything, of all starts
    QString folder() const { return m_folder; }
    QString stateFolder() const; // of pilothouse
    QString configFolder() const;
    static qint64 now(); // ns of the steady clock, comparable with the events' "ns"

private:
    void take();

    const QString m_folder;
    QString m_program;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QByteArray m_bytes;
    QString m_output;
    std::vector<QJsonObject> m_events;
    QJsonObject m_seen;
};

} // namespace pilothouse::test
