// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagemodel.h"

#include <algorithm>

namespace pilothouse::streams
{

void MessageModel::append(std::vector<Message> messages)
{
    std::sort(messages.begin(), messages.end(), isOlder);
    // Of a batch that would not fit, only what stays is put in.
    size_t first = messages.size();
    qint64 bytes = 0;
    while (first > 0 && messages.size() - first < size_t(m_rows)) {
        bytes += bytesHeld(messages[first - 1]);
        if (bytes > m_mostBytes && first < messages.size())
            break;
        --first;
    }
    m_leftOut += qint64(first);
    if (first == messages.size())
        return;
    beginInsertRows({}, 0, int(messages.size() - first) - 1);
    for (size_t i = first; i < messages.size(); ++i) {
        m_bytes += bytesHeld(messages[i]);
        m_messages.push_front(std::move(messages[i]));
    }
    endInsertRows();
    trim();
}

std::vector<Message> MessageModel::held() const
{
    std::vector<Message> out(m_aside.begin(), m_aside.end());
    out.insert(out.end(), m_messages.begin(), m_messages.end());
    std::sort(out.begin(), out.end(), isOlder);
    return out;
}

void MessageModel::showOnly(const std::function<bool(const Message&)>& wanted)
{
    std::vector<Message> all = held();
    beginResetModel();
    m_messages.clear();
    m_aside.clear();
    m_bytes = m_asideBytes = 0;
    for (Message& message : all) {
        const bool shown = wanted(message);
        (shown ? m_bytes : m_asideBytes) += bytesHeld(message);
        (shown ? m_messages : m_aside).push_front(std::move(message));
    }
    endResetModel();
}

void MessageModel::trim()
{
    // What is not shown goes first.
    while (!m_aside.empty()
        && (m_messages.size() + m_aside.size() > size_t(m_rows)
            || m_bytes + m_asideBytes > m_mostBytes)) {
        m_asideBytes -= bytesHeld(m_aside.back());
        m_aside.pop_back();
        ++m_leftOut;
    }
    size_t keep = m_messages.size();
    qint64 bytes = m_bytes;
    while (keep > 1 && (keep > size_t(m_rows) || bytes > m_mostBytes))
        bytes -= bytesHeld(m_messages[--keep]);
    if (keep == m_messages.size())
        return;
    beginRemoveRows({}, int(keep), int(m_messages.size()) - 1);
    m_leftOut += qint64(m_messages.size() - keep);
    m_messages.resize(keep);
    m_bytes = bytes;
    endRemoveRows();
}

void MessageModel::clear()
{
    beginResetModel();
    m_messages.clear();
    m_aside.clear();
    m_bytes = m_asideBytes = 0;
    m_leftOut = 0;
    forgetDecoded();
    endResetModel();
}

void MessageModel::setLimit(int rows, qint64 bytes)
{
    m_rows = std::max(1, rows);
    m_mostBytes = bytes;
    trim();
}

const Message* MessageModel::messageAt(int row) const
{
    return row >= 0 && size_t(row) < m_messages.size() ? &m_messages[size_t(row)] : nullptr;
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size());
}

} // namespace pilothouse::streams
