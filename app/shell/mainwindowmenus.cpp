// SPDX-License-Identifier: GPL-3.0-or-later
// The window's actions and the menus that open from its controls.
#include "app/shell/mainwindow.h"

#include "app/shell/connectionpopover.h"
#include "app/shell/helpdialog.h"
#include "app/shell/navigation.h"
#include "app/shell/palettecontroller.h"
#include "app/shell/rail.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/shellactions.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/shell/tabstrip.h"
#include "app/shell/timerangepopover.h"
#include "app/shell/topbar.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"

#include <QMenu>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;
using ui::Theme;
using ui::Token;

namespace
{

QMenu* makeMenu(QWidget* window, const QString& name)
{
    auto* menu = new QMenu(window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(name);
    return menu;
}

void popUp(QMenu* menu, const QWidget* below)
{
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 2)));
    menu->setFocus(Qt::PopupFocusReason);
}

} // namespace

void MainWindow::buildActions()
{
    using K = QKeySequence;
    const auto add
        = [this](const char* id, const QString& text, const QList<K>& keys, const QString& icon,
              auto handler, ShellActions::Reach reach = ShellActions::Reach::Always) {
              QAction* action = m_actions->add(QString::fromLatin1(id), text, keys, icon, reach);
              connect(action, &QAction::triggered, this, handler);
              return action;
          };
    add("palette", tr("Command palette"), {K(Qt::CTRL | Qt::Key_K)}, u"search"_s,
        [this] { m_palette->open(); });
    add(
        "shortcuts", tr("All shortcuts for this view"), {K(Qt::CTRL | Qt::Key_F1), K(u"?"_s)},
        u"help"_s, [this] { showShortcuts(); }, ShellActions::Reach::Fallback);
    for (int slot = 1; slot <= 12; ++slot) {
        QAction* action
            = m_actions->add(u"module.%1"_s.arg(slot), QString(), {railKey(slot)}, u"layers"_s);
        connect(action, &QAction::triggered, this,
            [this, action] { openModule(action->data().toString()); });
    }
    add("rail", tr("Expand or collapse the rail"), {K(Qt::CTRL | Qt::Key_B)}, u"layout"_s,
        [this] { m_rail->setExpanded(!m_rail->isExpanded(), true); });
    add("profile", tr("Switch profile"), {K(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, u"plug"_s,
        [this] { openProfileMenu(); });
    add("connections", tr("Edit connections"), {}, u"plug"_s,
        [this] { Q_EMIT connectionsRequested({}); });
    add("tab.next", tr("Next tab"), {K(Qt::CTRL | Qt::Key_Tab)}, u"arrow-right"_s,
        [this] { m_tabs->stepTab(1); });
    add("tab.previous", tr("Previous tab"),
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), K(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab)},
        u"arrow-left"_s, [this] { m_tabs->stepTab(-1); });
    add("tab.new", tr("New tab"), {K(Qt::CTRL | Qt::Key_T)}, u"plus"_s,
        [this] { openNewTabMenu(m_tabs->activeGroup()->newTabButton()); });
    add("tab.close", tr("Close tab"), {K(Qt::CTRL | Qt::Key_W)}, u"close"_s,
        [this] { m_tabs->close(m_tabs->currentPanel()); });
    add("tab.reopen", tr("Reopen the tab closed last"), {K(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
        u"undo"_s, [this] { m_tabs->reopen(); });
    add("tab.splitRight", tr("Split right"), {K(Qt::CTRL | Qt::Key_Backslash)}, u"split"_s,
        [this] { m_tabs->split(Qt::Horizontal); });
    // On most keyboards Shift makes a bar of the backslash.
    add("tab.splitBelow", tr("Split below"),
        {K(Qt::CTRL | Qt::SHIFT | Qt::Key_Backslash), K(Qt::CTRL | Qt::SHIFT | Qt::Key_Bar)},
        u"split-down"_s, [this] { m_tabs->split(Qt::Vertical); });
    const auto panes = [this] {
        return collectPanes({m_topBar, m_rail}, *m_tabs, m_status);
    };
    add("pane.next", tr("Next pane"), {K(Qt::Key_F6)}, u"arrow-right"_s,
        [panes] { stepPane(panes(), true); });
    add("pane.previous", tr("Previous pane"), {K(Qt::SHIFT | Qt::Key_F6)}, u"arrow-left"_s,
        [panes] { stepPane(panes(), false); });
    add("back", tr("Back, including time range changes"), {K(Qt::ALT | Qt::Key_Left)},
        u"arrow-left"_s, [this] { m_history->back(); });
    add("forward", tr("Forward"), {K(Qt::ALT | Qt::Key_Right)}, u"arrow-right"_s,
        [this] { m_history->forward(); });
    // The panel's own retry has the same key and comes first.
    add(
        "refresh", tr("Refresh this panel"), {K(Qt::Key_F5)}, u"refresh"_s,
        [this] {
            if (Panel* panel = m_tabs->currentPanel())
                panel->refresh();
        },
        ShellActions::Reach::Fallback);
    add("live", tr("Live on or off"), {K(Qt::CTRL | Qt::Key_L)}, u"play"_s,
        [this] { m_context.time.setLive(!m_context.time.isLive()); });
    add("range", tr("Time range"), {K(Qt::CTRL | Qt::Key_R)}, u"clock"_s,
        [this] { m_timeRange->openAt(m_topBar->rangeButton(), Popover::Side::BelowRight); });
    add("notifications", tr("Notifications"), {}, u"bell"_s, [this] { m_status->bell()->click(); });
    add("tasks", tr("Tasks"), {}, u"list"_s, [this] { m_status->taskButton()->click(); });
    add("settings", tr("Settings"), {K(Qt::CTRL | Qt::Key_Comma)}, u"sliders"_s,
        [this] { showSettings(); });
    add("help", tr("Help and diagnostics"), {K(Qt::Key_F1)}, u"help"_s, [this] { showHelp(); });
    add("quit", tr("Quit Pilothouse"), {K(Qt::CTRL | Qt::Key_Q)}, u"close"_s, [this] { close(); });
}

void MainWindow::openNewTabMenu(QWidget* at)
{
    const auto& theme = Theme::of(this);
    QMenu* menu = makeMenu(this, tr("New tab"));
    const ui::ModuleDescriptor* module = nullptr;
    for (const NewTab& tab : m_registry.newTabs()) {
        if (module && module != tab.module)
            menu->addSeparator();
        module = tab.module;
        QString text = ui::words(tab.panel->title);
        if (!tab.onlyService)
            text = tr("%1 · %2").arg(text, tab.serviceTitle);
        QAction* action
            = menu->addAction(ui::icon(theme, tab.panel->iconName, Token::Text3, 14), text);
        connect(
            action, &QAction::triggered, this, [this, kind = tab.panel->kind, id = tab.service] {
                m_workbench->openPanel(kind, id, {});
            });
    }
    if (module)
        menu->addSeparator();
    if (menu->isEmpty()) {
        QAction* welcome
            = menu->addAction(ui::icon(theme, u"anchor"_s, Token::Text3, 14), tr("Welcome"));
        connect(welcome, &QAction::triggered, this, &MainWindow::firstRunRequested);
    }
    QAction* reopen = menu->addAction(
        ui::icon(theme, u"undo"_s, Token::Text3, 14), tr("Reopen the tab closed last"));
    reopen->setEnabled(m_tabs->canReopen());
    connect(reopen, &QAction::triggered, m_tabs, &TabArea::reopen);
    popUp(menu, at);
}

void MainWindow::openTabMenu(QWidget* at)
{
    QMenu* menu = makeMenu(this, tr("Tabs"));
    for (const auto& id : {u"tab.splitRight"_s, u"tab.splitBelow"_s})
        menu->addAction(m_actions->action(id));
    menu->addSeparator();
    Panel* current = m_tabs->currentPanel();
    TabGroup* group = m_tabs->activeGroup();
    const auto groups = m_tabs->groups();
    const auto place = groups.indexOf(group);
    if (current && groups.size() > 1) {
        QAction* next = menu->addAction(tr("Move to the next group"));
        connect(next, &QAction::triggered, this, [this, current, groups, place] {
            m_tabs->move(current, groups[(place + 1) % groups.size()], -1);
        });
    }
    const int index = current ? group->indexOf(current) : -1;
    QAction* left = menu->addAction(tr("Move left"));
    left->setEnabled(index > 0);
    connect(left, &QAction::triggered, this,
        [this, current, group, index] { m_tabs->move(current, group, index - 1); });
    QAction* right = menu->addAction(tr("Move right"));
    right->setEnabled(index >= 0 && index + 1 < group->count());
    connect(right, &QAction::triggered, this,
        [this, current, group, index] { m_tabs->move(current, group, index + 2); });
    menu->addSeparator();
    for (const auto& id : {u"tab.close"_s, u"tab.reopen"_s})
        menu->addAction(m_actions->action(id));
    QAction* others = menu->addAction(tr("Close the others in this group"));
    others->setEnabled(group->count() > 1);
    connect(others, &QAction::triggered, this, [this, current, group] {
        const auto panels = group->panels();
        for (Panel* panel : panels)
            if (panel != current)
                m_tabs->close(panel);
    });
    menu->popup(qobject_cast<TabStrip*>(at) ? QCursor::pos()
                                            : at->mapToGlobal(QPoint(0, at->height() + 2)));
}

void MainWindow::openProfileMenu()
{
    const auto& theme = Theme::of(this);
    QMenu* menu = makeMenu(this, tr("Switch profile"));
    for (const ProfileChoice& choice : m_choices) {
        QAction* action = menu->addAction(ui::icon(theme, environmentIcon(choice.environment),
                                              environmentToken(choice.environment), 14),
            tr("%1 · %2").arg(choice.name, environmentName(choice.environment)));
        action->setEnabled(choice.usable);
        if (choice.file == m_profileFile) {
            QFont font = action->font();
            font.setWeight(QFont::DemiBold);
            action->setFont(font);
        }
        connect(action, &QAction::triggered, this, [this, file = choice.file] {
            afterOpenWork(tr("Roll back and switch"), [this, file] { Q_EMIT profileChosen(file); });
        });
    }
    menu->addSeparator();
    connect(menu->addAction(ui::icon(theme, u"plug"_s, Token::Text3, 14), tr("Edit connections…")),
        &QAction::triggered, this, [this] { Q_EMIT connectionsRequested({}); });
    connect(menu->addAction(ui::icon(theme, u"plus"_s, Token::Text3, 14), tr("New profile…")),
        &QAction::triggered, this, &MainWindow::firstRunRequested);
    popUp(menu, m_topBar->switcher());
}

void MainWindow::openLayoutMenu()
{
    QMenu* menu = makeMenu(this, tr("Layout of the window"));
    for (const auto& id : {u"rail"_s, u"tab.splitRight"_s, u"tab.splitBelow"_s, u"pane.next"_s})
        menu->addAction(m_actions->action(id));
    menu->popup(m_topBar->layoutButton()->mapToGlobal(
        QPoint(m_topBar->layoutButton()->width() - menu->sizeHint().width(),
            m_topBar->layoutButton()->height() + 2)));
}

void MainWindow::showMoreConnections(QWidget* at)
{
    QMenu* menu = makeMenu(this, tr("More connections"));
    const auto hidden = m_status->pills()->hiddenServices();
    for (const ServiceId& id : hidden) {
        const Service* service = m_context.hub.service(id);
        if (!service)
            continue;
        const QString title = service->config.title.isEmpty() ? id : service->config.title;
        const QString state = ui::glyphWord(healthGlyph(m_context.hub, id));
        QAction* action = menu->addAction(tr("%1 · %2").arg(title, state));
        connect(action, &QAction::triggered, this, [this, id, at] { showConnection(id, at); });
    }
    menu->popup(at->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

void MainWindow::showShortcuts()
{
    (new ShortcutSheet(*m_actions, m_tabs->currentPanel(), this))->open();
}

void MainWindow::showHelp()
{
    (new HelpDialog(m_context, *m_actions, this))->open();
}

void MainWindow::showSettings()
{
    (new SettingsDialog(m_context, *m_actions, this))->open();
}

} // namespace pilothouse::app
