// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxControl: the sandbox's own script (packaging/sandbox) run as a process: its state, and
// starting, stopping and resetting as tasks with progress. GUI thread; nothing waits.
#pragma once

#include "core/task.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace pilothouse::app
{

struct SandboxServer {
    QString name; // "postgres"
    QString title;
    QString module;
    QString tool;
    QString state; // absent, stopped, starting, ready, failed
    QString version;
    bool installed = false;
    bool filled = false; // demo data is loaded
    bool onDemand = false; // starts only when asked for by its name
    QList<int> ports;
    bool isRunning() const { return state == u"ready" || state == u"starting"; }
    bool isThere() const { return !state.isEmpty() && state != u"absent"; }
    bool operator==(const SandboxServer&) const = default;
};

struct SandboxStatus {
    QString folder;
    QString profile; // file; empty when there is none yet
    bool ready = false;
    QList<SandboxServer> servers;
    bool operator==(const SandboxStatus&) const = default;
};

// The script beside the program: in the source tree of a build, or share/pilothouse of an
// installation. Empty when there is none.
QString findSandboxScript(const QString& programFolder);
Result<SandboxStatus> sandboxStatusOf(const QByteArray& output);

class SandboxControl final : public QObject
{
    Q_OBJECT

public:
    explicit SandboxControl(QString script, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SandboxControl)

    bool isAvailable() const { return !m_script.isEmpty(); }

    // Asks the script; one answer on the GUI thread while `context` lives, Timeout after 20 s.
    void readStatus(QObject* context, std::function<void(Result<SandboxStatus>)> done);

    // Not started yet. No names: all servers. A task's end is followed by statusChanged().
    std::unique_ptr<Task> startTask(const QStringList& servers = {});
    std::unique_ptr<Task> stopTask(const QStringList& servers = {});
    // Forgets data; without names also ports, passwords and the profile. Confirm it first.
    std::unique_ptr<Task> resetTask(const QStringList& servers = {});

Q_SIGNALS:
    void statusChanged(); // something was started or stopped from here

private:
    std::unique_ptr<Task> makeTask(
        const QString& command, const QStringList& servers, Text title, Text done);

    const QString m_script;
};

} // namespace pilothouse::app
