// SPDX-License-Identifier: GPL-3.0-or-later
// A window of the real shell over a made-up module: two kinds of panel, services whose health a
// test sets, a session in a temporary folder.
#pragma once

#include "app/appearance.h"
#include "app/shell/mainwindow.h"
#include "app/shell/session.h"
#include "app/watchdog.h"
#include "core/auditlog.h"
#include "core/facets/search.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "ui/drafts.h"
#include "ui/oneobject.h"
#include "ui/openwork.h"
#include "ui/panel.h"
#include "ui/states/notificationlist.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

#include <map>

namespace pilothouse::test
{

// A field, a button with F5 of its own when asked for, and what it was told.
class MadePanel final : public ui::Panel, public ui::OpenWork, public ui::OneObject
{
    Q_OBJECT

public:
    MadePanel(ui::Workbench& workbench, QString kind, ServiceId service, QWidget* parent);

    QString title() const override { return m_title; }
    QString iconName() const override { return QString::fromLatin1("database"); }
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override { return m_kind; }
    void open(const Link& link) override { links.push_back(link); }
    bool isFor(const Link& link) const override
    {
        return !ownTabs || links.empty() || links.back() == link;
    }
    void refresh() override { ++refreshes; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool hasUnsavedWork() const override { return m_unsaved; }
    bool holdsOpenWork() const override { return openWork; }
    void askToClose(std::function<void()> close) override { closes.push_back(std::move(close)); }
    QList<QAction*> panelActions() const override { return m_actions; }

    QLineEdit* field() const { return m_field; }
    void setUnsaved(bool unsaved);
    void setTitle(const QString& title);
    void addAct(const QString& text) { m_actions << new QAction(text, this); }
    void addRetryKey(); // F5 belongs to the panel from now on
    ui::Workbench& bench() { return workbench(); }

    int refreshes = 0;
    int retries = 0;
    bool openWork = false;
    bool ownTabs = false; // it is of one object, like a table
    std::vector<std::function<void()>> closes; // it was asked for, and what closes it
    std::vector<Link> links;

private:
    QString m_kind;
    ServiceId m_service;
    QString m_title;
    QLineEdit* m_field;
    QList<QAction*> m_actions;
    bool m_unsaved = false;
};

// What the made services answer; set it before or while they are asked.
struct MadeService {
    Result<HealthReport> health
        = HealthReport{HealthReport::State::Healthy, milliseconds(3), {}, {}};
    std::vector<SearchItem> objects;
};

class ShellBench final
{
public:
    // The folder may be shared by two benches, one after the other: a restart.
    explicit ShellBench(const QString& folder);
    ~ShellBench();
    Q_DISABLE_COPY_MOVE(ShellBench)

    // Two services of the made module ("alpha", "beta") and the profile that holds them.
    void openProfile(
        const QStringList& services = {QString::fromLatin1("alpha"), QString::fromLatin1("beta")},
        Environment environment = Environment::Sandbox, WriteMode writes = WriteMode::On);

    app::MainWindow& window() { return *m_window; }
    MadePanel* panel() const; // the current one
    QList<MadePanel*> panels() const;
    std::map<ServiceId, MadeService>& answers() { return m_answers; }
    ServiceHub& hub() { return m_hub; }
    Sampler& sampler() { return m_sampler; }
    app::Session& session() { return *m_session; }
    ui::TimeContext& time() { return m_time; }
    ui::NotificationList& notifications() { return m_notifications; }
    TaskList& tasks() { return m_tasks; }
    Runtime& runtime() { return m_runtime; }

private:
    AdapterDescriptor descriptor();

    Runtime m_runtime;
    std::map<ServiceId, MadeService> m_answers;
    QSettings m_settings;
    app::Appearance m_appearance;
    ServiceHub m_hub;
    Sampler m_sampler;
    ui::TimeContext m_time;
    ui::Drafts m_drafts;
    TaskList m_tasks;
    ui::NotificationList m_notifications;
    app::Watchdog m_watchdog;
    std::vector<ui::ModuleDescriptor> m_modules;
    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace pilothouse::test
