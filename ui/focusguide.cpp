// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/focusguide.h"

#include <QEvent>
#include <QTimer>

namespace pilothouse::ui
{

FocusGuide::FocusGuide(
    QWidget& panel, std::function<QWidget*()> wanted, const QList<QWidget*>& parts)
    : QObject(&panel)
    , m_panel(panel)
    , m_wanted(std::move(wanted))
{
    panel.installEventFilter(this);
    for (QWidget* part : parts)
        part->installEventFilter(this);
}

bool FocusGuide::eventFilter(QObject* watched, QEvent* event)
{
    const auto awaited = watched == &m_panel ? QEvent::FocusIn : QEvent::Show;
    if (event->type() == awaited) // what else this event does comes first
        QTimer::singleShot(0, this, &FocusGuide::handOn);
    return QObject::eventFilter(watched, event);
}

void FocusGuide::handOn()
{
    if (!m_panel.hasFocus())
        return;
    if (QWidget* part = m_wanted(); part && part->isVisible())
        part->setFocus(Qt::OtherFocusReason);
}

} // namespace pilothouse::ui
