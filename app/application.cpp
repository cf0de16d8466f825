// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/firstpaint.h"
#include "app/firstrun/firstrunpanel.h"
#include "app/modules.h"
#include "app/paths.h"
#include "app/profiles/connectionsdialog.h"
#include "app/profiles/passwordprompt.h"
#include "app/sandboxactions.h"
#include "app/shell/mainwindow.h"
#include "app/shell/shellworkbench.h"
#include "core/auditlog.h"
#include "core/loginrenewal.h"
#include "ui/shownzone.h"
#include "ui/words.h"

#include <QApplication>
#include <QFile>
#include <QSysInfo>
#include <QTimer>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kPaceSeen = 5s;
constexpr auto kShownAtLatest = 150ms; // else with the tabs of the last session in it
constexpr auto kPasswordsWait = 100ms; // for the keychain; then the tabs come without
constexpr auto kPaceHidden = 30s; // minimised: who is down is still worth knowing

QElapsedTimer startedNow()
{
    QElapsedTimer clock;
    clock.start();
    return clock;
}

} // namespace

Application::Application(QApplication& qtApplication, Watchdog& watchdog, Arguments arguments)
    : m_sinceStart(startedNow())
    , m_watchdog(watchdog)
    , m_arguments(std::move(arguments))
    , m_settings(configFolder() + u"/settings.ini"_s, QSettings::IniFormat)
    , m_appearance(m_theme, m_settings)
    , m_audit(std::make_shared<AuditLog>(stateFolder() + u"/audit.jsonl"_s))
    , m_hub(m_runtime, m_audit)
    , m_sampler(m_hub)
    , m_tourDrafts(m_arguments.action == Arguments::Action::Tour ? std::make_unique<QTemporaryDir>()
                                                                 : nullptr)
    , m_drafts(m_runtime, m_tourDrafts ? m_tourDrafts->path() : stateFolder() + u"/drafts"_s)
    , m_modules(modules(m_runtime, stateFolder()))
    , m_profiles(m_runtime, ProfilePlaces::usual())
    , m_secrets(m_runtime, makeSystemKeychain())
    , m_opener(m_runtime, m_secrets, m_hub)
    , m_sandbox(findSandboxScript(QCoreApplication::applicationDirPath()))
{
    makePrivateFolder(stateFolder());
    makePrivateFolder(configFolder());
    m_theme.install(qtApplication);
    m_appearance.load();
    if (m_arguments.theme == u"dark"_s)
        m_appearance.overrideMode(ui::Theme::Mode::Dark);
    else if (m_arguments.theme == u"light"_s)
        m_appearance.overrideMode(ui::Theme::Mode::Light);
    if (!m_arguments.language.isEmpty())
        m_appearance.overrideLanguage(m_arguments.language);
    m_opener.setPatience(kPasswordsWait, adapters());
    if (m_arguments.action != Arguments::Action::Tour) {
        m_session = std::make_unique<Session>(m_runtime, stateFolder() + u"/session.json"_s);
        m_recorder = std::make_unique<MetricRecorder>(m_runtime, m_sampler, stateFolder());
        connect(m_recorder.get(), &MetricRecorder::failed, this, [this](const Error& error) {
            if (m_window)
                m_window->workbench()->report(error);
        });
    }

    m_secrets.setPrompt(promptOver([this] { return m_window.get(); }));
    connect(&m_opener, &ProfileOpener::aboutToReplace, this, [this] { m_window->forgetTabs(); });
    connect(&m_opener, &ProfileOpener::opened, this, &Application::showProfile);
    connect(&m_opener, &ProfileOpener::profileChanged, this, &Application::refreshChoices);
    connect(&m_opener, &ProfileOpener::openFailed, this,
        [this](const QString& file, const Error& error) {
            if (file == m_askedFor) {
                Q_EMIT profileUnreadable(profileProblem(error));
                return;
            }
            showWindow(); // the report stands in it
            m_window->workbench()->reportProfile(file, error);
            if (!m_opener.isOpen())
                m_window->showFirstRun();
        });
    LoginRenewal::of(m_hub).setFetch([this](const ServiceId& id, const LoginRenewal::Done& done) {
        m_opener.compareSecret(id, [this, id, done](bool other) {
            if (other)
                m_window->afterOpenWork(
                    tr("Roll back and reconnect"), [this, id] { m_opener.reconnect(id); });
            done(other);
        });
    });
    LoginRenewal::of(m_hub).setLacking(
        [this](const ServiceId& id) { return m_opener.lacksPassword(id); });
    connect(&m_profiles, &ProfileStore::entriesChanged, this, &Application::refreshChoices);
    connect(&m_profiles, &ProfileStore::fileChanged, this, [this](const QString& file) {
        if (file == m_profileFile)
            m_opener.reload();
    });
    connect(&m_drafts, &ui::Drafts::failed, this,
        [this](const Error& error) { m_window->workbench()->report(error); });
    if (m_session)
        connect(m_session.get(), &Session::failed, this,
            [this](const Error& error) { m_window->workbench()->report(error); });
    // Queued: whoever chose the language stands in the window that goes.
    connect(
        &m_appearance, &Appearance::languageChanged, this,
        [this] {
            // Whoever keeps the open work has the new words from the next start on.
            m_window->afterOpenWork(tr("Roll back and change the language"), [this] {
                QTimer::singleShot(0, this, &Application::renewWindow); // not from inside it
            });
        },
        Qt::QueuedConnection);
    connect(&qtApplication, &QCoreApplication::aboutToQuit, this, [this] {
        m_drafts.flush();
        if (m_session)
            m_session->flush();
    });
}

Application::~Application()
{
    m_window.reset(); // panels let go of services before the hub ends them
}

ShellContext Application::shellContext()
{
    const QStringList versions{versionText(), u"Qt "_s + QString::fromLatin1(qVersion()),
        QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture(),
        u"platform "_s + QGuiApplication::platformName()};
    return {m_runtime, m_hub, m_sampler, m_tasks, m_time, m_drafts, m_settings, m_notifications,
        m_appearance, m_watchdog, m_modules, stateFolder(), stateFolder() + u"/logs"_s, versions};
}

void Application::makeWindow()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(shellContext(), m_session.get());
    m_window->setAppPanels({firstRunFactory()});
    connect(m_window.get(), &MainWindow::connectionsRequested, this, &Application::editConnections);
    connect(m_window.get(), &MainWindow::profileChosen, this, &Application::openProfile);
    connect(m_window.get(), &MainWindow::firstRunRequested, this,
        [this] { m_window->workbench()->show(u"app.firstrun"_s, {}); });
    connect(m_window.get(), &MainWindow::visibilityChanged, this,
        [this](bool seen) { m_sampler.setPace(seen ? kPaceSeen : kPaceHidden); });
    refreshChoices();
    offerSandbox();
}

void Application::renewWindow()
{
    const QByteArray geometry = m_window->saveGeometry();
    if (m_session)
        m_session->flush();
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->show();
    if (hasProfile())
        showProfile();
    else
        m_window->showFirstRun();
}

void Application::offerSandbox()
{
    auto* actions = new SandboxActions(
        m_sandbox, *m_window->actions(), *m_window->workbench(), m_window.get());
    connect(actions, &SandboxActions::started, this, [this] {
        m_profiles.refresh();
        if (!hasProfile())
            openProfile(m_profiles.places().sandboxProfile());
    });
    // Opened again it is another sandbox, with other passwords.
    connect(actions, &SandboxActions::forgotten, this, [this] {
        m_profiles.refresh();
        if (!hasProfile() || QFile::exists(m_profileFile))
            return;
        m_profileFile.clear();
        showFirstRun(); // panels let go of services before these end
        m_opener.close();
    });
    // Not beside the first picture of the window: a program is started for the answer.
    QTimer::singleShot(2000, actions, &SandboxActions::look);
}

ui::PanelFactory Application::firstRunFactory()
{
    const auto make = [this](ui::Workbench& workbench, const ServiceId&, QWidget* parent) {
        FirstRunContext context{m_profiles, m_secrets, m_sandbox,
            [this](const QString& file) {
                m_window->afterOpenWork(
                    tr("Roll back and switch"), [this, file] { openProfile(file); });
            },
            m_appearance.language(),
            [this](const QString& language) { m_appearance.setLanguage(language); },
            [this](ui::Theme::Mode mode) { m_appearance.setMode(mode); },
            [this](ui::Density density) {
                m_appearance.setDensity(density);
            }};
        return new FirstRunPanel(workbench, std::move(context), parent);
    };
    return {
        FirstRunPanel::panelKind(), PH_TEXT("Application", "Welcome"), u"anchor"_s, false, make};
}

void Application::editConnections(const ServiceId& service)
{
    const Profile* open = m_opener.profile();
    auto* dialog = new ConnectionsDialog({m_runtime, m_hub.descriptors(), m_profiles, m_secrets},
        open ? std::optional(*open) : std::nullopt, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectionsDialog::saved, this, [this](const QString& file) {
        m_window->afterOpenWork(tr("Roll back and reconnect"), [this, file] { openProfile(file); });
    });
    connect(dialog, &ConnectionsDialog::passwordChanged, this, [this](const ServiceId& id) {
        m_window->afterOpenWork(
            tr("Roll back and reconnect"), [this, id] { m_opener.reconnect(id); });
    });
    dialog->open();
    if (!service.isEmpty())
        dialog->select(service);
}

void Application::start()
{
    makeWindow();
    if (!m_arguments.size.isEmpty()) {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMaximized);
        m_window->resize(m_arguments.size);
    }
    m_profiles.refresh();
    openFirst();
    QTimer::singleShot(kShownAtLatest, this, &Application::showWindow);
}

void Application::openFirst()
{
    if (!m_arguments.profile.isEmpty()) {
        const auto file = profileFile(m_arguments.profile, m_profiles.places());
        if (!file) {
            QTimer::singleShot(0, this, [this, message = profileProblem(file.error())] {
                Q_EMIT profileUnreadable(message);
            });
            return;
        }
        m_askedFor = *file;
        m_profiles.keep(*file);
        openProfile(*file);
        return;
    }
    // A tour without a profile shows the sandbox; without one, what a new user sees.
    if (m_arguments.action == Arguments::Action::Tour) {
        if (const QString sandbox = profileId(m_profiles.places().sandboxProfile());
            QFile::exists(sandbox))
            openProfile(sandbox);
        else
            showFirstRun();
        return;
    }
    const QString last = m_session ? m_session->content()[u"profile"_s].toString() : QString();
    if (!last.isEmpty() && QFile::exists(last))
        openProfile(last);
    else
        showFirstRun();
}

void Application::showWindow()
{
    if (!m_window->isVisible())
        m_window->show();
}

void Application::showFirstRun()
{
    showWindow();
    m_window->showFirstRun();
}

void Application::openProfile(const QString& path)
{
    const QString file = profileId(path);
    if (file == m_profileFile) {
        m_opener.reload();
        return;
    }
    m_opener.open(file); // what is open stays until it could be read
}

void Application::showProfile()
{
    const Profile* profile = m_opener.profile();
    if (!profile)
        return;
    m_askedFor.clear();
    m_profileFile = profile->file;
    if (m_recorder)
        m_recorder->setProfile(profile->name);
    m_window->workbench()->settleProfile(profile->file);
    if (const QTimeZone zone(profile->timezone.toUtf8()); zone.isValid()) {
        ui::setShownZone(zone);
        m_time.setZone(zone);
    }
    m_window->setProfile({profile->name, profile->environment, profile->writes}, profile->file);
    refreshChoices();
    if (m_session)
        m_session->touch();
    showWindow();
    if (m_sinceStart.isValid())
        connect(new FirstPaint(m_window.get()), &FirstPaint::painted, this,
            [clock = std::exchange(m_sinceStart, {})] {
                qInfo("session painted after %lld ms", static_cast<long long>(clock.elapsed()));
            });
    if (!m_opener.awaitsPasswords())
        Q_EMIT profileReady();
}

void Application::refreshChoices()
{
    if (!m_window)
        return;
    std::vector<ProfileChoice> choices;
    for (const ProfileEntry& entry : m_profiles.entries())
        choices.push_back({entry.name, entry.file, entry.environment, !entry.error.has_value()});
    m_window->setProfileChoices(std::move(choices));
}

} // namespace pilothouse::app
