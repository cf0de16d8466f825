// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: environment line, rail, top bar, tabs and status bar, wired to each other and to
// what the application hands in.
#pragma once

#include "app/shell/panelregistry.h"
#include "app/shell/shellcontext.h"

#include <QJsonObject>
#include <QPointer>
#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

namespace pilothouse::ui
{
class ChoiceDialog;
class Panel;
class ToastStack;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class ConnectionPopover;
class NavigationHistory;
class PaletteController;
class Rail;
class Session;
class ShellActions;
class ShellWorkbench;
class StatusBar;
class TabArea;
class TaskPopover;
class TimeRangePopover;
class TopBar;

// One line of the profile menu.
struct ProfileChoice {
    QString name;
    QString file;
    Environment environment = Environment::Sandbox;
    bool usable = true;
};

class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(ShellContext context, Session* session);
    ~MainWindow() override;

    // Panels of the application itself; the first one greets when no profile is open.
    void setAppPanels(std::vector<ui::PanelFactory> panels);
    void setProfileChoices(std::vector<ProfileChoice> choices);

    // Remembers the tabs of the profile before it and restores those of this one; its services are
    // in the hub. An empty file: no profile is open.
    void setProfile(const ProfileInfo& profile, const QString& file);
    void forgetTabs(); // before the hub is cleared: panels go first, their session stays
    void showFirstRun();

    TabArea* tabs() const { return m_tabs; }
    ShellWorkbench* workbench() const { return m_workbench; }
    ShellActions* actions() const { return m_actions; }
    Rail* rail() const { return m_rail; }
    TopBar* topBar() const { return m_topBar; }
    StatusBar* statusBar() const { return m_status; }
    ui::ToastStack* toasts() const { return m_toasts; }
    const PanelRegistry& registry() const { return m_registry; }
    PaletteController* palette() const { return m_palette; }

    QJsonObject collectSession();
    void raiseAndShow(); // a second start asked for it

    // `then` at once, or once the user gave up the open work of the tabs; `button` says so.
    void afterOpenWork(const QString& button, std::function<void()> then);

Q_SIGNALS:
    void profileChosen(const QString& file);
    void firstRunRequested();
    void connectionsRequested(const QString& service); // add, edit, test, remove; empty: any
    void visibilityChanged(bool seen);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class EnvironmentLine;

    void buildLayout();
    void buildActions();
    void wire();
    void refreshRail();
    void refreshHealth();
    void openModule(const QString& id);
    void openNewTabMenu(QWidget* at);
    void openTabMenu(QWidget* at);
    void openProfileMenu();
    void openLayoutMenu();
    void showConnection(const QString& id, QWidget* pill);
    void showMoreConnections(QWidget* at);
    void showShortcuts();
    void showHelp();
    void showSettings();
    void onCurrentChanged(ui::Panel* panel);
    void restoreWindow();

    ShellContext m_context;
    PanelRegistry m_registry;
    Session* m_session;
    ShellActions* m_actions;
    ShellWorkbench* m_workbench;
    NavigationHistory* m_history;
    EnvironmentLine* m_line = nullptr;
    TopBar* m_topBar = nullptr;
    Rail* m_rail = nullptr;
    TabArea* m_tabs = nullptr;
    StatusBar* m_status = nullptr;
    ui::ToastStack* m_toasts = nullptr;
    PaletteController* m_palette = nullptr;
    ConnectionPopover* m_connection = nullptr;
    TaskPopover* m_taskList = nullptr;
    TimeRangePopover* m_timeRange = nullptr;
    ProfileInfo m_profile;
    QString m_profileFile;
    std::vector<ProfileChoice> m_choices;
    QJsonObject m_profiles; // session of each profile, by file
    QPointer<ui::ChoiceDialog> m_closing;
    bool m_openWorkGivenUp = false;
    QSet<QString> m_changedServices; // added, removed or made anew since the profile was shown
};

} // namespace pilothouse::app
