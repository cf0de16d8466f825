// SPDX-License-Identifier: GPL-3.0-or-later
// The Workbench every panel is given: links and panels into tabs, acts through their confirmation,
// errors and failed tasks into one toast per cause.
#pragma once

#include "app/shell/shellcontext.h"
#include "ui/noticebench.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

class QWidget;

namespace pilothouse::ui
{
struct Notice;
class ToastStack;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class PanelRegistry;
class TabArea;

// Of a failed task's toast: leads to the list of tasks.
inline constexpr QLatin1StringView kTasksAction("tasks");
// Of a notice that offers an act of its own.
inline constexpr QLatin1StringView kOfferAction("offer");

class ShellWorkbench final : public QObject, public ui::Workbench, public ui::NoticeBench
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShellWorkbench)

public:
    ShellWorkbench(ShellContext& context, const PanelRegistry& registry, QWidget* window);
    ~ShellWorkbench() override;

    // The window makes these after the workbench, because their panels are given it.
    void setParts(TabArea* area, ui::ToastStack* toasts);

    // The panel of this kind and service that is open, or a new one in a new tab; null when there
    // is no such panel. With a link, one that is not taken by another object.
    ui::Panel* show(const QString& kind, const ServiceId& service, const Link* link = nullptr);

    void open(const Link& link) override;
    void openPanel(
        const QString& kind, const ServiceId& service, const QJsonObject& state) override;
    ui::TimeContext& timeContext() override { return m_context.time; }
    ServiceHub& hub() override { return m_context.hub; }
    Sampler& sampler() override { return m_context.sampler; }
    QSettings& settings() override { return m_context.settings; }
    ui::Drafts& drafts() override { return m_context.drafts; }
    Task* startTask(std::unique_ptr<Task> task) override;
    void confirm(Act act, QObject* context, std::function<void(Task*)> done) override;
    void report(const Error& error) override;
    void notify(const QString& title, const QString& detail) override;
    void offer(const QString& title, const QString& detail, const QString& button, QObject* context,
        std::function<void()> act) override;
    void takeUp(const QString& cause); // what the notice of this cause offers
    // A profile that could not be read: stands until it can.
    void reportProfile(const QString& file, const Error& error);
    void settleProfile(const QString& file);

private:
    void run(const Act& act, QPointer<QObject> context, const std::function<void(Task*)>& done);
    void judgeHealth(const ServiceId& id);
    void judgeTask(const Task* task);
    void raise(const ServiceId& id, const Error& error, const QString& detail);

    ShellContext& m_context;
    const PanelRegistry& m_registry;
    QWidget* m_window;
    TabArea* m_area = nullptr;
    QPointer<ui::ToastStack> m_toasts;
    struct Offer {
        QPointer<QObject> context;
        std::function<void()> act;
    };
    QHash<QString, Offer> m_offers; // by cause, as long as their panel lives
    QHash<ServiceId, QSet<QString>> m_causes; // open ones, by service
    QSet<ServiceId> m_failing;
    QString m_taskCause; // of the task that ends now: told already, should its asker report it
};

} // namespace pilothouse::app
