// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxactions.h"

#include "app/shell/shellactions.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "ui/workbench.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

Act destructive(Text button, const QString& icon)
{
    Act act;
    act.button = std::move(button);
    act.icon = icon;
    act.destructive = true;
    return act;
}

} // namespace

SandboxActions::SandboxActions(
    SandboxControl& control, ShellActions& actions, ui::Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_actions(actions)
    , m_workbench(workbench)
    , m_hub(workbench.hub())
{
    if (!m_control.isAvailable())
        return;
    offerAll();
    connect(&m_control, &SandboxControl::statusChanged, this, &SandboxActions::look);
    // A server that went, or came, without us: the words of its action are to follow. Several go at
    // once, and a program is started for the answer.
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(1s);
    connect(&m_lookSoon, &QTimer::timeout, this, &SandboxActions::look);
    connect(&m_hub, &ServiceHub::healthChanged, this, &SandboxActions::onHealthChanged);
}

SandboxActions::~SandboxActions()
{
    m_hub.setStarters({});
}

QAction* SandboxActions::offer(const QString& id, const QString& text, const QString& iconName)
{
    if (QAction* known = m_actions.action(id))
        return known;
    return m_actions.add(id, text, {}, iconName);
}

// There before the first answer, and whatever it says: to start what runs changes nothing.
void SandboxActions::offerAll()
{
    connect(offer(u"sandbox.all.start"_s, tr("Start the sandbox"), u"cube"_s), &QAction::triggered,
        this, [this] { start({}); });
    QAction* stopping = offer(u"sandbox.all.stop"_s, tr("Stop the sandbox…"), u"stop"_s);
    connect(stopping, &QAction::triggered, this, &SandboxActions::stopAll);
    QAction* resetting = offer(u"sandbox.all.reset"_s, tr("Reset the sandbox…"), u"trash"_s);
    connect(resetting, &QAction::triggered, this, &SandboxActions::resetAll);
    for (QAction* action : {stopping, resetting}) {
        action->setProperty("destructive", true);
        action->setVisible(false); // until the answer says that there is something
    }
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
    bool runs = false;
    bool holds = !status.profile.isEmpty();
    m_addresses.clear();
    for (const SandboxServer& server : status.servers) {
        runs = runs || server.isRunning();
        holds = holds || server.isThere();
        for (const int port : server.ports)
            m_addresses.insert(u"127.0.0.1:%1"_s.arg(port));
        showServer(server);
    }
    offerStarters(status);
    m_actions.action(u"sandbox.all.stop"_s)->setVisible(runs);
    m_actions.action(u"sandbox.all.reset"_s)->setVisible(holds);
}

void SandboxActions::showServer(const SandboxServer& server)
{
    const QString id = u"sandbox."_s + server.name;
    QAction* action = m_actions.action(id);
    if (!action) {
        action = offer(id, {}, u"cube"_s);
        connect(action, &QAction::triggered, this,
            [this, action, name = server.name, title = server.title] {
                if (action->data().toBool())
                    stop(name, title);
                else
                    start({name});
            });
        QAction* resetting
            = offer(id + u".reset"_s, tr("Reset %1 in the sandbox…").arg(server.title), u"trash"_s);
        resetting->setProperty("destructive", true);
        connect(resetting, &QAction::triggered, this,
            [this, name = server.name, title = server.title] { reset(name, title); });
    }
    const bool running = server.isRunning();
    action->setData(running);
    action->setProperty("destructive", running);
    action->setText(running ? tr("Stop %1 in the sandbox…").arg(server.title)
                            : tr("Start %1 in the sandbox").arg(server.title));
    m_actions.action(id + u".reset"_s)->setVisible(server.isThere());
}

// The error page of a panel whose server stands still offers to start it.
void SandboxActions::offerStarters(const SandboxStatus& status)
{
    std::map<ServiceId, ServerStarter> starters;
    const auto ids = m_hub.ids();
    for (const SandboxServer& server : status.servers) {
        if (server.isRunning())
            continue;
        for (const ServiceId& id : ids)
            for (const int port : server.ports)
                if (m_hub.service(id)->config.address.contains(u"127.0.0.1:%1"_s.arg(port)))
                    starters[id] = {tr("Start in the sandbox"), // on a page that names it
                        [this, name = server.name] {
                            start({name});
                        }};
    }
    m_hub.setStarters(std::move(starters));
}

void SandboxActions::stop(const QString& server, const QString& title)
{
    Act act = destructive(PH_TEXT("SandboxActions", "Stop"), u"stop"_s);
    act.title = PH_TEXT("SandboxActions", "Stop %1 in the sandbox").arg(title);
    act.question = PH_TEXT("SandboxActions", "Stop %1 in the sandbox?").arg(title);
    act.consequence = PH_TEXT("SandboxActions",
        "What runs on it breaks off, and its panels lose their server. Servers that need it stop "
        "too. Its data stay.");
    act.make = [this, server] {
        return m_control.stopTask({server});
    };
    ask(std::move(act));
}

void SandboxActions::stopAll()
{
    Act act = destructive(PH_TEXT("SandboxActions", "Stop"), u"stop"_s);
    act.title = PH_TEXT("SandboxActions", "Stop the sandbox");
    act.question = PH_TEXT("SandboxActions", "Stop all servers of the sandbox?");
    act.consequence = PH_TEXT("SandboxActions",
        "What runs on them breaks off, and their panels lose their servers. All data stay.");
    act.make = [this] {
        return m_control.stopTask();
    };
    ask(std::move(act));
}

void SandboxActions::reset(const QString& server, const QString& title)
{
    Act act = destructive(PH_TEXT("SandboxActions", "Reset"), u"trash"_s);
    act.title = PH_TEXT("SandboxActions", "Reset %1 in the sandbox").arg(title);
    act.question = PH_TEXT("SandboxActions", "Delete the data of %1 in the sandbox?").arg(title);
    act.consequence = PH_TEXT("SandboxActions",
        "It stops, and everything in it is deleted, also what you wrote yourself; the same with "
        "servers that need it. The next start loads the demo data anew.");
    act.make = [this, server] {
        return m_control.resetTask({server});
    };
    ask(std::move(act));
}

void SandboxActions::resetAll()
{
    Act act = destructive(PH_TEXT("SandboxActions", "Reset"), u"trash"_s);
    act.title = PH_TEXT("SandboxActions", "Reset the sandbox");
    act.question = PH_TEXT("SandboxActions", "Delete the whole sandbox?");
    act.consequence = PH_TEXT("SandboxActions",
        "All its servers stop. Their data, also what you wrote yourself, their passwords and the "
        "sandbox's profile are deleted. The next start makes everything anew.");
    act.make = [this] {
        return m_control.resetTask();
    };
    ask(std::move(act), [this] { Q_EMIT forgotten(); });
}

void SandboxActions::ask(Act act, std::function<void()> done)
{
    if (m_asked)
        return;
    m_asked = true;
    m_workbench.confirm(std::move(act), this, [this, done = std::move(done)](Task* task) {
        m_asked = false;
        if (done && task && task->status().state == TaskStatus::State::Done)
            done();
    });
}

void SandboxActions::start(const QStringList& servers)
{
    Task* task = m_workbench.startTask(m_control.startTask(servers));
    connect(task, &Task::finished, this, [this, task] {
        if (task->status().state != TaskStatus::State::Done)
            return;
        Q_EMIT started();
        // Their panels try again once they are known to answer: not a minute later.
        const auto ids = m_hub.ids();
        for (const ServiceId& id : ids)
            if (m_hub.service(id)->health.state == HealthReport::State::Failing)
                m_workbench.sampler().probeNow(id);
    });
}

void SandboxActions::onHealthChanged(const ServiceId& id)
{
    const Service* service = m_hub.service(id);
    if (!service)
        return;
    const bool down = service->health.state == HealthReport::State::Failing;
    if (down == m_down.contains(id))
        return;
    if (down)
        m_down.insert(id);
    else
        m_down.remove(id);
    if (std::any_of(m_addresses.begin(), m_addresses.end(),
            [&](const QString& address) { return service->config.address.contains(address); }))
        m_lookSoon.start();
}

} // namespace pilothouse::app
