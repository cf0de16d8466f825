// SPDX-License-Identifier: GPL-3.0-or-later
// StreamBar: the consumer groups of a stream with lag and pending entries, and claiming those.
#pragma once

#include "core/call.h"
#include "queue/api/streams.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;
class QLabel;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class StreamBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamBar)

public:
    explicit StreamBar(std::function<Streams*()> streams, QWidget* parent = nullptr);

    void show(const QByteArray& key); // asks for its groups
    void refresh();
    const std::vector<StreamGroup>& groups() const { return m_groups; }
    QByteArray currentGroup() const;
    const std::vector<PendingEntry>& pending() const { return m_pending; }

    // "fulfilment ×2 lag 318, 12 pending"; an unknown lag is said to be unknown.
    static QString wordsOf(const StreamGroup& group);

Q_SIGNALS:
    void claimRequested(const QByteArray& group, const std::vector<QByteArray>& ids);
    void acknowledgeRequested(const QByteArray& group, const std::vector<QByteArray>& ids);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeGroups();
    void rebuild();
    void askPending();
    void updateWords();

    const std::function<Streams*()> m_streams;
    QByteArray m_key;
    std::vector<StreamGroup> m_groups;
    std::vector<PendingEntry> m_pending;
    int m_current = -1;
    Call<std::vector<StreamGroup>> m_askGroups;
    Call<std::vector<PendingEntry>> m_askPending;

    QBoxLayout* m_row = nullptr; // a column where there is no room for a row
    QList<QAbstractButton*> m_buttons;
    QLabel* m_none = nullptr;
    ui::ElidedLabel* m_oldest = nullptr;
    ui::Button* m_claim = nullptr;
    ui::Button* m_acknowledge = nullptr;
};

} // namespace pilothouse::queue
