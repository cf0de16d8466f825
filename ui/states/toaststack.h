// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Toasts on a window: one per cause, at most three, then a count. Everything also lands in the
// notification list.

#include "ui/states/toast.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace pilothouse::ui
{

class Button;
class NotificationList;

// While `form` is on screen toasts step aside from it, or where the window has no room beside it,
// above its `buttons`, which stand in it.
void keepClear(QWidget* form, QWidget* buttons);

// Lies over the window, lower right above the status bar, and keeps itself there.
class ToastStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToastStack)

public:
    // `bottomMargin`: height of the status bar, in pixels.
    ToastStack(QWidget* window, NotificationList& list, int bottomMargin);

    void notify(const Notice& notice);
    void dismiss(const QString& cause); // the cause is gone
    [[nodiscard]] int shown() const; // toasts on screen, without the count

Q_SIGNALS:
    void actionTriggered(const QString& cause, const QString& actionId);
    void listRequested(); // the count was clicked

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rearrange();
    [[nodiscard]] QPoint placeFor(QSize size) const;
    void remove(const QString& cause);

    NotificationList& m_list;
    int m_bottomMargin;
    QList<Toast*> m_toasts; // oldest first
    QHash<QString, QDateTime> m_mutedUntil;
    bool m_due = false; // to be rearranged
    Button* m_more;
    QVBoxLayout* m_layout;
};

} // namespace pilothouse::ui
