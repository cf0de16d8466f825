// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The notification list as the bell of the status bar shows it.

#include <QtWidgets/QFrame>

class QListView;
class QModelIndex;

namespace pilothouse::ui
{

class NotificationList;

// Opens upward from the bell; Delete clears the list; Enter, a double click and a click on its word
// take up the action of a notice.
class NotificationPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationPopup)

public:
    NotificationPopup(NotificationList& list, QWidget* parent);
    void openAbove(QWidget* anchor); // marks everything seen

Q_SIGNALS:
    void actionTriggered(const QString& cause, const QString& actionId);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeUp(const QModelIndex& index);

    NotificationList& m_list;
    QListView* m_view;
};

} // namespace pilothouse::ui
