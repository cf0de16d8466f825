// SPDX-License-Identifier: GPL-3.0-or-later
// How the columns of the queue panel share a width, and the menu of a key.
#include "queue/panel/inspector.h"
#include "queue/panel/keyspane.h"
#include "queue/panel/queuepanel.h"
#include "queue/panel/serverpane.h"
#include "ui/controls/button.h"

#include <QEvent>
#include <QMenu>
#include <QSplitter>

#include <algorithm>

namespace pilothouse::queue
{

namespace
{

// The least that shows whole words; checked by a test for every kind of value.
constexpr int kKeysLeast = 220;
constexpr int kValueLeast = 380;
constexpr int kServerLeast = 300;

} // namespace

// Narrower than this the window itself cannot make half of itself.
QSize QueuePanel::minimumSizeHint() const
{
    return {kValueLeast, Panel::minimumSizeHint().height()};
}

void QueuePanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrange();
}

void QueuePanel::arrange()
{
    const int handles = 2 * m_split->handleWidth();
    const int pair = kKeysLeast + kValueLeast + handles;
    const Fit fit = width() >= pair + kServerLeast ? Fit::Columns
        : width() >= pair                          ? Fit::Pair
                                                   : Fit::Stack;
    if (fit == m_fit)
        return;
    m_fit = fit;
    place();
}

// The value gets what is left over; where there is less room all three give way alike.
void QueuePanel::shareColumns()
{
    QList<int> sizes = m_columns;
    if (!isServerShown())
        sizes[2] = 0;
    const int room = m_split->width() - 2 * m_split->handleWidth();
    const int wanted = sizes[0] + sizes[1] + sizes[2];
    if (wanted > room && room > 0) {
        sizes[0] = std::max(kKeysLeast, sizes[0] * room / wanted);
        sizes[2] = sizes[2] > 0 ? std::max(kServerLeast, sizes[2] * room / wanted) : 0;
    }
    sizes[1] = std::max(kValueLeast, room - sizes[0] - sizes[2]);
    m_split->setSizes(sizes);
}

// Before the splitter shares its new width in its own way.
bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_split && event->type() == QEvent::Resize && m_fit == Fit::Columns)
        shareColumns();
    return Panel::eventFilter(watched, event);
}

// By the user's hand.
void QueuePanel::keepColumns()
{
    if (m_fit != Fit::Columns)
        return;
    if (m_column)
        m_columns = m_split->sizes();
    else
        m_columns[0] = m_split->sizes().value(0);
}

void QueuePanel::place()
{
    const bool columns = m_fit == Fit::Columns;
    const bool stack = m_fit == Fit::Stack;
    const bool server = isServerShown();
    m_keys->setMinimumWidth(kKeysLeast);
    m_inspector->setMinimumWidth(kValueLeast);
    m_server->setMinimumWidth(kServerLeast);
    m_server->setVisible(server);
    m_inspector->setVisible(columns || !server);
    m_split->setOrientation(stack ? Qt::Vertical : Qt::Horizontal);
    const int keys = m_columns.value(0);
    if (columns)
        shareColumns();
    else if (stack)
        m_split->setSizes({height() * 2 / 5, height() * 3 / 5, height() * 3 / 5});
    else
        m_split->setSizes({std::min(keys, width() / 3), width(), width()});
    if (m_serverButton) {
        m_serverButton->setVisible(!columns);
        m_serverButton->setChecked(server);
    }
    if (isVisible()) {
        m_server->setSeen(server);
        m_server->refresh();
    }
}

bool QueuePanel::isServerShown() const
{
    return m_fit == Fit::Columns ? m_column : m_instead;
}

void QueuePanel::setServerShown(bool shown)
{
    if (m_serverButton)
        m_serverButton->setChecked(shown);
    if (shown == isServerShown())
        return;
    (m_fit == Fit::Columns ? m_column : m_instead) = shown;
    place();
}

Inspector* QueuePanel::value()
{
    if (m_fit != Fit::Columns)
        setServerShown(false);
    return m_inspector;
}

QMenu* QueuePanel::keyMenu()
{
    auto* menu = new QMenu(this);
    const bool key = !m_keys->currentPath().isEmpty() && !m_keys->currentIsFolder();
    if (key)
        value()->show(m_keys->currentPath()); // what the entries are about
    for (QAction* action : m_inMenu) {
        if (action == m_inMenu.back())
            menu->addSeparator();
        if (key || !m_ofKey.contains(action))
            menu->addAction(action);
    }
    return menu;
}

} // namespace pilothouse::queue
