// SPDX-License-Identifier: GPL-3.0-or-later
// SandboxActions: the actions of the shell, thus lines of the palette, that start, stop and reset
// the sandbox and each of its servers, as tasks with progress. To stop and to reset they ask.
#pragma once

#include "app/sandbox/sandboxcontrol.h"
#include "core/act.h"
#include "core/service.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;

namespace pilothouse
{
class ServiceHub;
}

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
    ~SandboxActions() override;

    void look(); // asks the sandbox which servers it has, and how they are

Q_SIGNALS:
    void started(); // a server of the sandbox came up; the profile names it now
    void forgotten(); // the whole sandbox was reset: its profile is gone

private:
    QAction* offer(const QString& id, const QString& text, const QString& iconName);
    void offerAll();
    void show(const SandboxStatus& status);
    void showServer(const SandboxServer& server);
    void offerStarters(const SandboxStatus& status);
    void start(const QStringList& servers);
    void stop(const QString& server, const QString& title);
    void stopAll();
    void reset(const QString& server, const QString& title);
    void resetAll();
    void ask(Act act, std::function<void()> done = {});
    void onHealthChanged(const ServiceId& id);

    SandboxControl& m_control;
    ShellActions& m_actions;
    ui::Workbench& m_workbench;
    ServiceHub& m_hub; // outlives the workbench, too
    std::unique_ptr<QObject> m_asking;
    QSet<QString> m_addresses; // of its servers
    QSet<ServiceId> m_down; // services that fail
    QTimer m_lookSoon;
    bool m_asked = false; // a dialog of ours is open
};

} // namespace pilothouse::app
