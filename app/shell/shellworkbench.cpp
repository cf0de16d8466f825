// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shellworkbench.h"

#include "app/shell/panelregistry.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/shell/topbar.h"
#include "core/servicehub.h"
#include "core/task.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/errors/errorwords.h"
#include "ui/oneobject.h"
#include "ui/panel.h"
#include "ui/states/toaststack.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/writemode.h"

#include <QFileInfo>
#include <QTimer>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;
using ui::words;

namespace
{

QString titleOf(const Service& service)
{
    return service.config.title.isEmpty() ? service.config.id : service.config.title;
}

QString causeOf(const ServiceId& id, const Error& error)
{
    // A refusal of our own guard is not the service's.
    return id % u':' % wordOf(error.kind) % (error.code == u"guard"_s ? u":guard"_s : QString());
}

ui::ConfirmRequest requestFor(const Act& act, const Service* service)
{
    ui::ConfirmRequest request;
    const Environment environment = service ? service->config.environment : Environment::Sandbox;
    request.environment = environmentToken(environment);
    request.environmentName = environmentName(environment);
    if (service) {
        request.target = service->config.profile.isEmpty()
            ? titleOf(*service)
            : service->config.profile % u", "_s % titleOf(*service);
        if (!service->config.user.isEmpty())
            request.user = words(PH_TEXT("ShellWorkbench", "as %1").arg(service->config.user));
    }
    request.question = words(act.question);
    request.consequence = words(act.consequence);
    for (const ActEffect& effect : act.effects)
        request.effects.append({effect.icon, words(effect.text), effect.value});
    request.statement = act.statement;
    if (act.destructive && environment == Environment::Production)
        request.typedName = act.typedName;
    request.actText = words(act.button);
    if (!act.icon.isEmpty())
        request.actIcon = act.icon;
    request.destructive = act.destructive;
    request.audited = service != nullptr;
    request.banner = environment == Environment::Production;
    return request;
}

} // namespace

ShellWorkbench::ShellWorkbench(
    ShellContext& context, const PanelRegistry& registry, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_registry(registry)
    , m_window(window)
{
    connect(&context.hub, &ServiceHub::healthChanged, this, &ShellWorkbench::judgeHealth);
    connect(&context.tasks, &TaskList::taskFinished, this, &ShellWorkbench::judgeTask);
    connect(&context.hub, &ServiceHub::removed, this, [this](const ServiceId& id) {
        const auto causes = m_causes.take(id);
        for (const QString& cause : causes)
            if (m_toasts)
                m_toasts->dismiss(cause);
        m_failing.remove(id);
    });
}

ShellWorkbench::~ShellWorkbench() = default;

void ShellWorkbench::setParts(TabArea* area, ui::ToastStack* toasts)
{
    m_area = area;
    m_toasts = toasts;
}

Panel* ShellWorkbench::show(const QString& kind, const ServiceId& service, const Link* link)
{
    const auto isFree = [link](const Panel* panel) {
        const auto* one = link ? dynamic_cast<const ui::OneObject*>(panel) : nullptr;
        return !one || one->isFor(*link);
    };
    Panel* current = m_area->currentPanel();
    QList<Panel*> candidates = m_area->panels();
    if (current)
        candidates.prepend(current);
    for (Panel* panel : std::as_const(candidates))
        if (panel->kind() == kind && panel->serviceId() == service && isFree(panel)) {
            m_area->activate(panel);
            return panel;
        }
    Panel* panel = m_registry.make(kind, service, *this);
    if (panel)
        m_area->add(panel);
    return panel;
}

void ShellWorkbench::open(const Link& link)
{
    const ServiceId id = m_context.hub.byNamespace(link.entity.ns);
    const Service* service = m_context.hub.service(id);
    if (!service) {
        notify(tr("%1 is not in this profile").arg(link.entity.ns), link.entity.name);
        return;
    }
    if (link.range && link.range->isValid())
        m_context.time.setRange(*link.range);
    const ui::ModuleDescriptor* module = m_registry.module(service->config.module);
    QString kind = module && module->panelFor ? module->panelFor(link) : QString();
    if (kind.isEmpty() && module && !module->panels.empty())
        kind = module->panels.front().kind;
    Panel* panel = kind.isEmpty() ? nullptr : show(kind, id, &link);
    if (panel)
        panel->open(link);
    else
        notify(tr("%1 has no panel in this version").arg(titleOf(*service)), link.entity.name);
}

void ShellWorkbench::openPanel(
    const QString& kind, const ServiceId& service, const QJsonObject& state)
{
    const QList<Panel*> panels = m_area->panels();
    for (Panel* there : panels) {
        const auto* one = dynamic_cast<const ui::OneObject*>(there);
        if (one && there->kind() == kind && there->serviceId() == service && one->shows(state)) {
            m_area->activate(there);
            return;
        }
    }
    Panel* panel = m_registry.make(kind, service, *this);
    if (!panel)
        return;
    if (!state.isEmpty())
        panel->restoreState(state);
    m_area->add(panel);
}

Task* ShellWorkbench::startTask(std::unique_ptr<Task> task)
{
    return m_context.tasks.start(std::move(task));
}

void ShellWorkbench::confirm(Act act, QObject* context, std::function<void(Task*)> done)
{
    const Service* service = m_context.hub.service(act.service);
    const QPointer<QObject> guard(context);
    if (service && !service->gate->allows()) {
        Error error;
        error.kind = Error::Kind::Refused;
        error.where = act.service;
        error.code = u"guard"_s;
        error.hint = ui::WriteModes::whyOff(*service->gate);
        report(error);
        QTimer::singleShot(0, context, [done = std::move(done)] { done(nullptr); });
        return;
    }
    // SQL and commands were typed, or their panel shows them; a request nobody has seen is shown.
    const bool unseen
        = act.language == "http"_L1 || act.language == "kafka"_L1 || act.language == "shell"_L1;
    const bool asks = act.destructive || unseen || !service || service->gate->asks();
    if (!asks) {
        run(act, guard, done);
        return;
    }
    auto* dialog = ui::ConfirmDialog::ask(requestFor(act, service), m_window);
    connect(dialog, &ui::ConfirmDialog::confirmed, this,
        [this, act = std::move(act), guard, done] { run(act, guard, done); });
    connect(dialog, &ui::ConfirmDialog::cancelled, this, [guard, done] {
        if (guard)
            done(nullptr);
    });
    connect(context, &QObject::destroyed, dialog, &QDialog::close);
}

void ShellWorkbench::run(
    const Act& act, QPointer<QObject> context, const std::function<void(Task*)>& done)
{
    if (!act.make)
        return;
    Task* task = startTask(act.make());
    const auto tell = [task, done, context] {
        if (context)
            done(task);
    };
    if (task->isFinished())
        QTimer::singleShot(0, this, tell);
    else
        connect(task, &Task::finished, this, tell, Qt::SingleShotConnection);
}

void ShellWorkbench::raise(const ServiceId& id, const Error& error, const QString& detail)
{
    if (!m_toasts)
        return;
    const Service* service = m_context.hub.service(id);
    ui::Notice notice;
    notice.cause = causeOf(id, error);
    notice.kind = ui::ToastKind::Problem;
    notice.title = ui::ErrorWords::heading(error, service ? titleOf(*service) : id);
    notice.detail = detail;
    if (service) {
        notice.actionId = u"show"_s;
        notice.actionText = tr("Show");
        notice.canMute = true;
        m_causes[id].insert(notice.cause);
    }
    m_toasts->notify(notice);
}

void ShellWorkbench::report(const Error& error)
{
    if (error.kind == Error::Kind::Cancelled || causeOf(error.where, error) == m_taskCause)
        return;
    QString detail = words(error.hint);
    if (detail.isEmpty())
        detail = error.detail.left(300);
    raise(error.where, error, detail);
}

void ShellWorkbench::judgeHealth(const ServiceId& id)
{
    const Service* service = m_context.hub.service(id);
    if (!service)
        return;
    if (service->health.state != HealthReport::State::Failing) {
        if (service->health.state == HealthReport::State::Unknown)
            return;
        // Only a service that comes back settles what was said; a healthy one settles nothing.
        if (!m_failing.remove(id))
            return;
        const auto causes = m_causes.take(id);
        for (const QString& cause : causes)
            if (m_toasts)
                m_toasts->dismiss(cause);
        return;
    }
    // The cause is told once, however often the sampler finds the service as it was.
    if (m_failing.contains(id) && m_causes[id].contains(causeOf(id, service->lastError)))
        return;
    m_failing.insert(id);
    int panels = 0; // those that have something to show
    const auto all = m_area ? m_area->panels() : QList<Panel*>();
    for (const Panel* panel : all)
        panels += panel->serviceId() == id && panel->drawnRows() > 0 ? 1 : 0;
    // A server that answers, but whose parts do not all work, gives no error: it says which part.
    const bool answers = service->lastError == Error() && !service->health.text.isEmpty();
    raise(id, service->lastError,
        answers          ? words(service->health.text)
            : panels > 0 ? tr("%n panel(s) show older values", nullptr, panels)
                         : words(service->lastError.hint));
}

// Whoever asked for it may be gone or look elsewhere: what did not end well is said by the shell.
void ShellWorkbench::judgeTask(const Task* task)
{
    if (!m_toasts || task->outcome() || task->status().state == TaskStatus::State::Cancelled)
        return;
    const Error& error = task->outcome().error();
    const ServiceId& id = task->info().service;
    const QString title = words(task->info().title);
    ui::Notice notice;
    notice.cause = u"task:"_s % id % u':' % title;
    // An act is watched by who asked for it; a job in the background is not.
    notice.kind = id.isEmpty() ? ui::ToastKind::Problem : ui::ToastKind::Warning;
    notice.title = title % u" · "_s % taskStateWord(*task);
    notice.detail = words(error.hint);
    if (notice.detail.isEmpty())
        notice.detail = error.detail.left(300);
    if (notice.detail.isEmpty()) {
        const Service* service = m_context.hub.service(id);
        notice.detail = ui::ErrorWords::heading(error, service ? titleOf(*service) : id);
    }
    notice.actionId = QString(kTasksAction);
    notice.actionText = tr("Show");
    m_toasts->notify(notice);
    m_taskCause = causeOf(error.where, error);
    QTimer::singleShot(0, this, [this] { m_taskCause.clear(); });
}

void ShellWorkbench::reportProfile(const QString& file, const Error& error)
{
    if (!m_toasts)
        return;
    ui::Notice notice;
    notice.cause = u"profile:"_s % file;
    notice.kind = ui::ToastKind::Problem;
    notice.title = tr("The profile %1 cannot be used").arg(QFileInfo(file).fileName());
    // Messages name file, line and column; the folder says nothing a toast has room for.
    notice.detail = QString(error.detail).remove(QFileInfo(file).path() + u'/')
        % (m_context.hub.ids().isEmpty() ? QString()
                                         : QString(u'\n' % tr("What was open stays as it was.")));
    m_toasts->notify(notice);
}

void ShellWorkbench::settleProfile(const QString& file)
{
    if (m_toasts)
        m_toasts->dismiss(u"profile:"_s % file);
}

void ShellWorkbench::notify(const QString& title, const QString& detail)
{
    if (!m_toasts)
        return;
    ui::Notice notice;
    notice.cause = u"note:"_s % title;
    notice.title = title;
    notice.detail = detail;
    m_toasts->notify(notice);
}

void ShellWorkbench::offer(const QString& title, const QString& detail, const QString& button,
    QObject* context, std::function<void()> act)
{
    if (!m_toasts)
        return;
    m_offers.removeIf([](const auto& at) { return !at.value().context; });
    ui::Notice notice;
    notice.cause = u"offer:"_s % title % u':' % detail;
    notice.title = title;
    notice.detail = detail;
    notice.actionId = QString(kOfferAction);
    notice.actionText = button;
    m_offers.insert(notice.cause, {context, std::move(act)});
    m_toasts->notify(notice);
}

void ShellWorkbench::takeUp(const QString& cause)
{
    const Offer offer = m_offers.take(cause);
    if (offer.context && offer.act)
        offer.act();
}

} // namespace pilothouse::app
