// SPDX-License-Identifier: GPL-3.0-or-later
// MessageTable: a list of messages on screen, used by tail, search and dead letters. Rows that come
// above what is looked at do not move it; values that need a decoder are decoded as they show, and
// the column of keys grows to what it shows.
#pragma once

#include "core/call.h"
#include "core/service.h"
#include "streams/api/decoding.h"
#include "streams/panel/messagelist.h"

#include <QTableView>
#include <QTimer>

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::streams
{

class MessageDelegate;

class MessageTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageTable)

public:
    MessageTable(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);

    void setMessages(MessageList* list); // not owned
    MessageList* messages() const { return m_list; }
    // Null: none, or it is being read back. Valid until control returns to the event loop.
    const Message* current() const;
    std::vector<Message> selected() const; // by row
    bool choose(int partition, qint64 offset); // false: not listed
    void setHeadersShown(bool shown);
    void setChecking(bool several); // more than one row can be selected
    qint64 drawnRows() const;
    // Copy key, copy value, copy as JSON; for palette and menus.
    QList<QAction*> tableActions() const { return m_actions; }

Q_SIGNALS:
    void currentMessageChanged(); // another one, or it was read back
    void opened(); // Enter or double click on the current message
    void topLeft(bool atTop); // scrolled away from the newest, or back

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void applyTheme();
    void sizeColumns();
    void tellToday();
    void lookForDates(); // shown once one that is shown is of another day
    int keyWidth() const; // of the longest key shown so far, bounded
    void lookAtShown(); // once scrolling and arriving have come to rest
    void widenKeys();
    void decodeShown();
    void copy(const QByteArray& bytes) const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    MessageList* m_list = nullptr;
    MessageDelegate* m_delegate;
    QList<QAction*> m_actions;
    QTimer m_shownSoon;
    Call<std::vector<DecodedMessage>> m_decode;
    bool m_wasAtTop = true;
    int m_longestKey = 0; // px
    bool m_keyByHand = false; // its column has the width the user gave it
    bool m_sizing = false;
    bool m_sized = false;
    bool m_headersShown = true;
    bool m_dates = false;
};

} // namespace pilothouse::streams
