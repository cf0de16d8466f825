// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/shell/connectionpopover.h"
#include "app/shell/navigation.h"
#include "app/shell/palettecontroller.h"
#include "app/shell/rail.h"
#include "app/shell/session.h"
#include "app/shell/shellactions.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/shell/taskpopover.h"
#include "app/shell/timerangepopover.h"
#include "app/shell/topbar.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/pill.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/panel.h"
#include "ui/states/notificationlist.h"
#include "ui/states/notificationpopup.h"
#include "ui/states/stateframe.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;
using ui::Theme;
using ui::Token;

// Two pixels over everything in the colour of the environment.
class MainWindow::EnvironmentLine final : public QWidget
{
public:
    explicit EnvironmentLine(QWidget* parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    void setToken(Token token)
    {
        m_token = token;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(rect(), Theme::of(this).color(m_token));
    }

private:
    Token m_token = Token::LineStrong;
};

namespace
{

// What the work area shows while no tab is open.
QWidget* makeLanding(MainWindow* window)
{
    auto* landing = new ui::StateFrame(window);
    ui::EmptyInfo info;
    info.iconName = u"helm"_s;
    info.heading = MainWindow::tr("No tab is open");
    info.line = MainWindow::tr("Pick a module on the rail, or jump to any object by its name.");
    // Without keys: the window's own actions have them.
    info.actions = {{u"palette"_s, MainWindow::tr("Command palette"), u"search"_s, {}, false},
        {u"new"_s, MainWindow::tr("New tab"), u"plus"_s, {}, false}};
    landing->showEmpty(info);
    return landing;
}

} // namespace

MainWindow::MainWindow(ShellContext context, Session* session)
    : m_context(std::move(context))
    , m_registry(m_context.modules, m_context.hub)
    , m_session(session)
    , m_actions(new ShellActions(this, m_context.settings))
    , m_workbench(new ShellWorkbench(m_context, m_registry, this))
    , m_history(new NavigationHistory(m_context.time, this))
{
    setWindowTitle(u"Pilothouse"_s);
    setAccessibleName(u"Pilothouse"_s);
    setWindowIcon(QIcon(u":/pilothouse/icons/helm.svg"_s));
    ui::setPlate(this, Token::Ground);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumSize(860, 520);
    buildLayout();
    buildActions();
    wire();
    refreshRail();
    restoreWindow();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    if (m_session)
        m_session->setCollector({});
    // Panels use the workbench until they are gone, so they go before the other children.
    const std::unique_ptr<TabArea> first(m_tabs);
}

void MainWindow::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_line = new EnvironmentLine(this);
    m_topBar = new TopBar(m_context.time, this);
    m_rail = new Rail(this);
    auto* landing = makeLanding(this);
    m_tabs = new TabArea(
        [this](const QString& kind, const QString& service, QWidget* parent) {
            return m_registry.make(kind, service, *m_workbench, parent);
        },
        landing, this);
    m_status = new StatusBar(m_context, this);
    m_toasts = new ui::ToastStack(
        this, m_context.notifications, Theme::of(this).metric(ui::Metric::StatusBar));
    m_connection = new ConnectionPopover(m_context.hub, m_context.sampler, this);
    m_taskList = new TaskPopover(m_context.tasks, this);
    m_timeRange = new TimeRangePopover(m_context.time, this);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_tabs, 1);
    column->addWidget(m_topBar);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    connect(qobject_cast<ui::StateFrame*>(landing), &ui::StateFrame::actionTriggered, this,
        [this](const QString& id) {
            m_actions->action(id == u"palette"_s ? u"palette"_s : u"tab.new"_s)->trigger();
        });
}

void MainWindow::wire()
{
    m_workbench->setParts(m_tabs, m_toasts);
    m_history->setArea(m_tabs);
    m_palette = new PaletteController(m_context, m_registry, *this);

    connect(m_rail, &Rail::chosen, this, &MainWindow::openModule);
    connect(m_rail, &Rail::helpChosen, this, &MainWindow::showHelp);
    connect(m_rail, &Rail::settingsChosen, this, &MainWindow::showSettings);
    connect(m_rail, &Rail::widthChanged, m_topBar, &TopBar::setRailWidth);
    m_topBar->setRailWidth(m_rail->width());

    connect(m_topBar->switcher(), &QAbstractButton::clicked, this, &MainWindow::openProfileMenu);
    connect(m_topBar->paletteField(), &QAbstractButton::clicked, m_actions->action(u"palette"_s),
        &QAction::trigger);
    connect(m_topBar->rangeButton(), &QAbstractButton::clicked, this,
        [this] { m_timeRange->openAt(m_topBar->rangeButton(), Popover::Side::BelowRight); });
    connect(m_topBar->liveButton(), &QAbstractButton::clicked, &m_context.time,
        &ui::TimeContext::setLive);
    connect(&m_context.time, &ui::TimeContext::liveChanged, m_topBar->liveButton(),
        &QAbstractButton::setChecked);
    m_topBar->liveButton()->setChecked(m_context.time.isLive());
    connect(m_topBar->layoutButton(), &QAbstractButton::clicked, this, &MainWindow::openLayoutMenu);

    connect(m_tabs, &TabArea::currentChanged, this, &MainWindow::onCurrentChanged);
    connect(m_tabs, &TabArea::panelAdded, this, [this](ui::Panel* panel) {
        const auto frames = panel->findChildren<ui::StateFrame*>();
        for (ui::StateFrame* frame : frames) {
            connect(frame, &ui::StateFrame::connectionEditRequested, this,
                &MainWindow::connectionsRequested);
            connect(frame, &ui::StateFrame::serverStartRequested, this, [this](const QString& id) {
                if (const ServerStarter* starter = m_context.hub.starter(id))
                    starter->start();
            });
        }
    });
    connect(m_tabs, &TabArea::newTabRequested, this, &MainWindow::openNewTabMenu);
    connect(m_tabs, &TabArea::menuRequested, this, &MainWindow::openTabMenu);
    connect(m_status->pills(), &PillRow::clicked, this, &MainWindow::showConnection);
    connect(m_status->pills(), &PillRow::moreClicked, this, &MainWindow::showMoreConnections);
    connect(m_status->taskButton(), &QAbstractButton::clicked, this,
        [this] { m_taskList->openAt(m_status->taskButton(), Popover::Side::AboveRight); });
    connect(m_connection, &ConnectionPopover::panelRequested, this, [this](const QString& id) {
        if (const Service* service = m_context.hub.service(id))
            m_workbench->open({{service->config.ns, {}}, {}, {}});
    });

    auto* list = new ui::NotificationPopup(m_context.notifications, this);
    const auto openList = [this, list] {
        list->openAbove(m_status->bell());
    };
    connect(m_status->bell(), &QAbstractButton::clicked, this, openList);
    connect(m_toasts, &ui::ToastStack::listRequested, this, openList);
    const auto showCause = [this](const QString& cause, const QString& action) {
        if (action == kOfferAction) {
            m_context.notifications.spend(cause);
            m_workbench->takeUp(cause);
        } else if (action == kTasksAction)
            m_taskList->openAt(m_status->taskButton(), Popover::Side::AboveRight);
        else if (auto* pill = m_status->pills()->pill(cause.section(u':', 0, 0)))
            showConnection(cause.section(u':', 0, 0), pill);
    };
    connect(m_toasts, &ui::ToastStack::actionTriggered, this, showCause);
    connect(list, &ui::NotificationPopup::actionTriggered, this, showCause);

    connect(&m_context.hub, &ServiceHub::added, this, &MainWindow::refreshRail);
    const auto changed = [this](const ServiceId& id) {
        m_changedServices.insert(id);
    };
    connect(&m_context.hub, &ServiceHub::added, this, changed);
    connect(&m_context.hub, &ServiceHub::aboutToRemove, this, changed);
    connect(&m_context.hub, &ServiceHub::removed, this, &MainWindow::refreshRail);
    connect(&m_context.hub, &ServiceHub::healthChanged, this, &MainWindow::refreshHealth);

    if (m_session) {
        m_session->setCollector([this] { return collectSession(); });
        connect(m_tabs, &TabArea::changed, m_session, &Session::touch);
        connect(&m_context.time, &ui::TimeContext::rangeChanged, m_session, &Session::touch);
        // What panels remember changes by what the user does to them.
        qApp->installEventFilter(this);
    }
}

void MainWindow::setAppPanels(std::vector<ui::PanelFactory> panels)
{
    m_registry.setAppPanels(std::move(panels));
}

void MainWindow::setProfileChoices(std::vector<ProfileChoice> choices)
{
    m_choices = std::move(choices);
}

void MainWindow::setProfile(const ProfileInfo& profile, const QString& file)
{
    const bool again = !file.isEmpty() && file == m_profileFile;
    if (!again)
        forgetTabs();
    m_profile = profile;
    m_profileFile = file;
    m_topBar->setProfile(profile);
    m_line->setToken(
        profile.name.isEmpty() ? Token::LineStrong : environmentToken(profile.environment));
    setWindowTitle(profile.name.isEmpty() ? u"Pilothouse"_s : profile.name % u" – Pilothouse"_s);
    refreshRail();
    // A profile read again leaves the tabs of services that are the same as they are.
    const QSet<QString> changed = std::exchange(m_changedServices, {});
    if (again)
        m_tabs->renew(changed);
    if (file.isEmpty() || again)
        return;
    const QJsonObject saved = m_profiles[file].toObject();
    const QJsonObject time = saved[u"time"_s].toObject();
    if (!time.isEmpty()) {
        const TimeRange range{QDateTime::fromString(time[u"from"_s].toString(), Qt::ISODateWithMs),
            QDateTime::fromString(time[u"to"_s].toString(), Qt::ISODateWithMs)};
        if (time[u"live"_s].toBool(true) || !range.isValid())
            m_context.time.setSpan(std::chrono::seconds(qMax(10, time[u"span"_s].toInt(3600))));
        else
            m_context.time.setRange(range);
    }
    m_tabs->restore(saved[u"area"_s].toObject());
    // A profile seen for the first time opens what its first module shows first.
    if (m_tabs->panels().isEmpty() && !saved.contains(u"area"_s)) {
        const auto modules = m_registry.inProfile();
        const auto first = std::find_if(modules.begin(), modules.end(),
            [](const ui::ModuleDescriptor* module) { return module->needsService; });
        if (first != modules.end())
            openModule((*first)->id);
    }
}

void MainWindow::showFirstRun()
{
    setProfile({}, {});
    m_workbench->show(u"app.firstrun"_s, {});
}

void MainWindow::refreshRail()
{
    std::vector<Rail::Entry> entries;
    for (const ui::ModuleDescriptor* module : m_registry.inProfile())
        entries.push_back(
            {module->id, ui::words(module->title), module->iconName, module->railSlot});
    m_rail->setEntries(entries);
    for (int slot = 1; slot <= 12; ++slot) {
        const auto module = std::find_if(entries.begin(), entries.end(),
            [slot](const Rail::Entry& entry) { return entry.slot == slot; });
        QAction* action = m_actions->action(u"module.%1"_s.arg(slot));
        action->setVisible(module != entries.end());
        action->setEnabled(module != entries.end());
        if (module != entries.end()) {
            action->setText(module->name);
            action->setData(module->id);
            action->setProperty("pilothouseIcon", module->iconName);
        }
    }
    onCurrentChanged(m_tabs->currentPanel());
    refreshHealth();
}

void MainWindow::refreshHealth()
{
    for (const ui::ModuleDescriptor* module : m_registry.inProfile()) {
        const auto rank = [](ui::Glyph glyph) {
            return glyph == ui::Glyph::Error ? 3
                : glyph == ui::Glyph::Warn   ? 2
                : glyph == ui::Glyph::Ok     ? 0
                                             : 1;
        };
        ui::Glyph worst = ui::Glyph::Ok;
        const auto ids = m_context.hub.ofModule(module->id);
        for (const ServiceId& id : ids) {
            const ui::Glyph glyph = healthGlyph(m_context.hub, id);
            if (rank(glyph) > rank(worst))
                worst = glyph;
        }
        m_rail->setHealth(module->id, module->needsService ? worst : ui::Glyph::None);
    }
}

void MainWindow::onCurrentChanged(Panel* panel)
{
    m_rail->setActive(panel ? PanelRegistry::moduleOf(panel->kind()) : QString());
    for (const auto& id : {u"tab.close"_s, u"tab.splitRight"_s, u"tab.splitBelow"_s, u"refresh"_s})
        m_actions->action(id)->setEnabled(panel != nullptr);
}

void MainWindow::openModule(const QString& id)
{
    const ui::ModuleDescriptor* module = m_registry.module(id);
    if (!module || module->panels.empty())
        return;
    // The tab of this module that is open, the current one's successor when it is one itself.
    QList<Panel*> open;
    const auto all = m_tabs->panels();
    for (Panel* panel : all)
        if (PanelRegistry::moduleOf(panel->kind()) == id)
            open.append(panel);
    if (!open.isEmpty()) {
        const auto now = open.indexOf(m_tabs->currentPanel());
        m_tabs->activate(open[(now + 1) % open.size()]);
        return;
    }
    const auto services = m_context.hub.ofModule(id);
    m_workbench->show(module->panels.front().kind, services.value(0));
}

void MainWindow::showConnection(const QString& id, QWidget* pill)
{
    m_connection->openFor(id, pill);
}

void MainWindow::raiseAndShow()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (!m_actions->handleFallback(*event))
        QWidget::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::InputMethod:
        if (auto* widget = qobject_cast<QWidget*>(watched); widget && widget->window() == this)
            m_session->touch();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT visibilityChanged(isVisible() && !isMinimized());
}

void MainWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT visibilityChanged(!isMinimized());
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT visibilityChanged(false);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_line->setGeometry(0, 0, width(), 2);
    m_line->raise();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_openWorkGivenUp && !m_tabs->openWork().isEmpty()) {
        event->ignore();
        if (m_closing)
            return;
        afterOpenWork(tr("Roll back and quit"), [this] {
            m_openWorkGivenUp = true;
            close();
            m_openWorkGivenUp = false;
        });
        return;
    }
    if (m_session)
        m_session->flush();
    QWidget::closeEvent(event);
}

void MainWindow::afterOpenWork(const QString& button, std::function<void()> then)
{
    const QStringList titles = m_tabs->openWork();
    if (titles.isEmpty()) {
        then();
        return;
    }
    if (!m_closing) {
        m_closing = new ui::ChoiceDialog(
            tr("%n tab(s) have an open transaction", nullptr, int(titles.size())),
            titles.join(u'\n'), {button}, tr("Stay"), this);
        m_closing->open();
    }
    connect(m_closing, &ui::ChoiceDialog::chosen, this, std::move(then));
}

} // namespace pilothouse::app
