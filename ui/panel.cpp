// SPDX-License-Identifier: GPL-3.0-or-later
// The deferred refresh and the state signal.
#include "ui/panel.h"

#include <QShowEvent>

namespace pilothouse::ui
{

Panel::Panel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
{
}

void Panel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Panel::refreshWhenVisible()
{
    if (isVisible())
        refresh();
    else
        m_refreshPending = true;
}

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_refreshPending, false))
        refresh();
}

} // namespace pilothouse::ui
