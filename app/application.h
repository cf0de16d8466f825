// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: makes what lives as long as the program (runtime, settings, hub, sampler,
// theme, profiles) and the window on top of it.
#pragma once

#include "app/appearance.h"
#include "app/cli/arguments.h"
#include "app/profiles/profileopener.h"
#include "app/profiles/profilestore.h"
#include "app/profiles/secretstore.h"
#include "app/sandbox/sandboxcontrol.h"
#include "app/shell/session.h"
#include "app/shell/shellcontext.h"
#include "core/history/metricrecorder.h"
#include "core/runtime.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "core/task.h"
#include "ui/drafts.h"
#include "ui/states/notificationlist.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>

class QApplication;

namespace pilothouse::app
{

class MainWindow;
class Watchdog;

class Application final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    Application(QApplication& qtApplication, Watchdog& watchdog, Arguments arguments);
    ~Application() override;

    // Shows the window and opens the profile: the one asked for, else the last one, else the first
    // run. The session of a tour is neither read nor written.
    void start();

    MainWindow* window() const { return m_window.get(); }
    Runtime& runtime() { return m_runtime; }
    ServiceHub& hub() { return m_hub; }
    Watchdog& watchdog() { return m_watchdog; }
    ProfileOpener& opener() { return m_opener; }
    bool hasProfile() const { return !m_profileFile.isEmpty(); }

Q_SIGNALS:
    void profileReady(); // its services are in the hub, its tabs are open
    void profileUnreadable(const QString& message); // the one the command line asked for

private:
    void makeWindow();
    void renewWindow(); // in another language
    ui::PanelFactory firstRunFactory();
    void editConnections(const ServiceId& service);
    void openFirst();
    void openProfile(const QString& path);
    void showWindow();
    void showFirstRun();
    void showProfile();
    void refreshChoices();
    void offerSandbox();
    ShellContext shellContext();

    QElapsedTimer m_sinceStart; // until the first session was painted
    Watchdog& m_watchdog;
    const Arguments m_arguments;
    Runtime m_runtime; // outlives everything below
    QSettings m_settings;
    ui::Theme m_theme;
    Appearance m_appearance;
    std::shared_ptr<AuditLog> m_audit;
    ServiceHub m_hub;
    Sampler m_sampler;
    ui::TimeContext m_time;
    const std::unique_ptr<QTemporaryDir> m_tourDrafts; // those of a tour are nobody's work
    ui::Drafts m_drafts;
    TaskList m_tasks;
    ui::NotificationList m_notifications;
    std::vector<ui::ModuleDescriptor> m_modules;
    ProfileStore m_profiles;
    SecretStore m_secrets;
    ProfileOpener m_opener;
    SandboxControl m_sandbox;
    std::unique_ptr<Session> m_session; // null in a tour
    std::unique_ptr<MetricRecorder> m_recorder; // null in a tour
    std::unique_ptr<MainWindow> m_window;
    QString m_profileFile;
    QString m_askedFor; // the profile the command line names, until it is open
};

} // namespace pilothouse::app
