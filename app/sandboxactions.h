// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxActions: one action of the shell, thus a line of the palette, per server that the sandbox
// starts on demand. It starts the server, or stops it when it runs, as a task with progress; to
// stop it, it asks.
#pragma once

#include "app/sandbox/sandboxcontrol.h"

#include <QObject>

#include <memory>

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::app
{

class ShellActions;

class SandboxActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxActions)

public:
    // All three outlive it.
    SandboxActions(SandboxControl& control, ShellActions& actions, ui::Workbench& workbench,
        QObject* parent = nullptr);

    void look(); // asks the sandbox which servers it has

Q_SIGNALS:
    void started(); // a server of the sandbox came up; the profile names it now

private:
    void show(const SandboxStatus& status);
    void start(const QString& server);
    void stop(const QString& server, const QString& title);

    SandboxControl& m_control;
    ShellActions& m_actions;
    ui::Workbench& m_workbench;
    std::unique_ptr<QObject> m_asking;
    bool m_stopping = false; // its dialog is open
};

} // namespace pilothouse::app
