// SPDX-License-Identifier: GPL-3.0-or-later
// Consumption: what consumers of a group have read, counted from what the group has committed. A
// commit that was moved by somebody (a reset, its undo) is no consumption: there the count starts
// anew, which a series shows as a gap.
#pragma once

#include <QHash>
#include <QString>

#include <map>
#include <mutex>

namespace pilothouse::streams
{

// Any thread.
class Consumption final
{
public:
    using Commits = std::map<int, qint64>; // by partition

    // An act moves it. Told before and after the request, so that a sample taken between the two
    // is not taken for consumption either.
    void moved(const QString& group);
    // The count after these commits, which were read before this is called.
    qint64 counted(const QString& group, const QString& topic, const Commits& commits);

private:
    struct Seen {
        Commits commits;
        qint64 count = 0;
        quint64 moves = 0; // of the group, then
    };
    std::mutex m_mutex;
    QHash<QString, quint64> m_moves; // by group
    std::map<std::pair<QString, QString>, Seen> m_seen; // by group and topic
};

} // namespace pilothouse::streams
