// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/consumption.h"

namespace pilothouse::streams
{

namespace
{
constexpr size_t kMostSeen = 20'000; // groups and topics; those that are gone are never asked again
}

void Consumption::moved(const QString& group)
{
    const std::lock_guard lock(m_mutex);
    ++m_moves[group];
}

qint64 Consumption::counted(const QString& group, const QString& topic, const Commits& commits)
{
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= kMostSeen && !m_seen.contains({group, topic}))
        m_seen.clear();
    const auto [at, isNew] = m_seen.try_emplace({group, topic});
    Seen& seen = at->second;
    const quint64 moves = m_moves.value(group);
    if (isNew) {
        for (const auto& [partition, offset] : commits)
            seen.count += offset;
    } else if (commits != seen.commits) {
        bool jumped = moves != seen.moves;
        qint64 read = 0;
        for (const auto& [partition, offset] : commits) {
            const auto before = seen.commits.find(partition);
            if (before == seen.commits.end())
                continue; // its first commit does not tell where reading began
            jumped = jumped || offset < before->second;
            read += offset - before->second;
        }
        seen.count = jumped ? 0 : seen.count + read;
    }
    seen.commits = commits;
    seen.moves = moves;
    return seen.count;
}

} // namespace pilothouse::streams
