// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace pilothouse::app
{

FirstPaint::FirstPaint(QWidget* window)
    : QObject(window)
{
    window->installEventFilter(this);
    if (window->windowHandle())
        window->windowHandle()->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject*, QEvent* event)
{
    // Both draw everything that is out of date and send it to the screen; then the queue goes on.
    if (!m_seen && (event->type() == QEvent::UpdateRequest || event->type() == QEvent::Expose)) {
        m_seen = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT painted();
                deleteLater();
            },
            Qt::QueuedConnection);
    }
    return false;
}

} // namespace pilothouse::app
