// SPDX-License-Identifier: GPL-3.0-or-later
// MessageModel: the newest messages of a tail, newest first, held in memory and bounded by rows and
// bytes. Grows at its top and loses at its end: it is never reset while it follows. What another
// filter showed is set aside, within the same bounds.
#pragma once

#include "streams/panel/messagelist.h"

#include <deque>
#include <functional>

namespace pilothouse::streams
{

class MessageModel final : public MessageList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageModel)

public:
    static constexpr int kRows = 5'000;
    static constexpr qint64 kBytes = 64 << 20;

    using MessageList::MessageList;

    void append(std::vector<Message> messages); // in any order; sorted among themselves
    void clear();
    // Shown or set aside, oldest first.
    std::vector<Message> held() const;
    // Of what is held, those are shown which this says; the others are set aside and kept.
    void showOnly(const std::function<bool(const Message&)>& wanted);
    void setLimit(int rows, qint64 bytes = kBytes);
    int limit() const { return m_rows; }
    qint64 bytes() const { return m_bytes + m_asideBytes; }
    qsizetype setAside() const { return qsizetype(m_aside.size()); }
    // Messages that were shown, or would have been, and made room for newer ones.
    qint64 leftOut() const { return m_leftOut; }
    const std::deque<Message>& messages() const { return m_messages; }

    const Message* messageAt(int row) const override;
    int rowCount(const QModelIndex& parent = {}) const override;

private:
    void trim();

    std::deque<Message> m_messages; // newest first
    std::deque<Message> m_aside; // newest first
    qint64 m_bytes = 0;
    qint64 m_asideBytes = 0;
    qint64 m_leftOut = 0;
    int m_rows = kRows;
    qint64 m_mostBytes = kBytes;
};

} // namespace pilothouse::streams
