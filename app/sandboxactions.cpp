// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxactions.h"

#include "app/shell/shellactions.h"
#include "ui/workbench.h"

#include <QAction>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

SandboxActions::SandboxActions(
    SandboxControl& control, ShellActions& actions, ui::Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_actions(actions)
    , m_workbench(workbench)
{
    connect(&m_control, &SandboxControl::statusChanged, this, &SandboxActions::look);
}

void SandboxActions::look()
{
    if (!m_control.isAvailable())
        return;
    m_asking = std::make_unique<QObject>();
    m_control.readStatus(m_asking.get(), [this](const Result<SandboxStatus>& status) {
        if (status)
            show(*status);
    });
}

void SandboxActions::show(const SandboxStatus& status)
{
    for (const SandboxServer& server : status.servers) {
        if (!server.onDemand)
            continue;
        const QString id = u"sandbox."_s + server.name;
        QAction* action = m_actions.action(id);
        if (!action) {
            action = m_actions.add(id, {}, {}, u"cube"_s);
            connect(action, &QAction::triggered, this,
                [this, action, name = server.name, title = server.title] {
                    if (action->data().toBool())
                        stop(name, title);
                    else
                        start(name);
                });
        }
        const bool running = server.state == u"ready" || server.state == u"starting";
        action->setData(running);
        action->setProperty("destructive", running);
        action->setText(running ? tr("Stop %1 in the sandbox…").arg(server.title)
                                : tr("Start %1 in the sandbox").arg(server.title));
    }
}

void SandboxActions::stop(const QString& server, const QString& title)
{
    if (m_stopping)
        return;
    Act act;
    act.title = PH_TEXT("SandboxActions", "Stop %1 in the sandbox").arg(title);
    act.question = PH_TEXT("SandboxActions", "Stop %1 in the sandbox?").arg(title);
    act.consequence = PH_TEXT("SandboxActions",
        "What runs on it breaks off, and its panels lose their server. Its data stay.");
    act.button = PH_TEXT("SandboxActions", "Stop");
    act.icon = u"stop"_s;
    act.destructive = true;
    act.make = [this, server] {
        return m_control.stopTask({server});
    };
    m_stopping = true;
    m_workbench.confirm(std::move(act), this, [this](Task*) { m_stopping = false; });
}

void SandboxActions::start(const QString& server)
{
    Task* task = m_workbench.startTask(m_control.startTask({server}));
    connect(task, &Task::finished, this, [this, task] {
        if (task->status().state == TaskStatus::State::Done)
            Q_EMIT started();
    });
}

} // namespace pilothouse::app
