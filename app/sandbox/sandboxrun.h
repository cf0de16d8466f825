// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxRun: one run of the sandbox script behind a Task: its lines become progress, its end the
// result.
#pragma once

#include "core/task.h"

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>

namespace pilothouse::app
{

class SandboxRun final : public QObject
{
    Q_OBJECT

public:
    SandboxRun(Task& task, const QString& script, const QStringList& arguments, Text done);
    ~SandboxRun() override;
    Q_DISABLE_COPY_MOVE(SandboxRun)

    void start();
    void cancel(); // interrupts the whole process group, harder after ten seconds

Q_SIGNALS:
    void ended();

private:
    void readLines();
    void takeEvent(const QJsonObject& event);
    void finish(int exitCode, bool crashed);
    void signalGroup(int number);

    QPointer<Task> m_task;
    const QString m_script;
    const QStringList m_arguments;
    const Text m_done;
    QProcess* m_process; // no parent, see the destructor
    QTimer m_harder;
    QByteArray m_errors; // the end of stderr
    QMap<QString, int> m_percent;
    Error m_error;
    qint64 m_group = 0; // known once it was signalled
    bool m_cancelled = false;
};

} // namespace pilothouse::app
