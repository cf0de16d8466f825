// SPDX-License-Identifier: GPL-3.0-or-later
// The lock cockpit's sentences: what a session is, what it holds, what that lets through and stops.
// Made only from what the server says and its documented conflict table.
#pragma once

#include "database/api/activity.h"

#include <QCoreApplication>

namespace pilothouse::database
{

// "34 m 02 s", "6 h 12 m", "4 s"; empty for an invalid start.
QString ageText(const QDateTime& from, const QDateTime& now);
QString ageText(qint64 seconds);

struct LockExplanation {
    QString sentence; // empty when it neither waits nor stops anyone
    QString mode; // the strongest table lock others run into, held or asked for
    QString relation;
    QStringList letsThrough; // modes, without "Lock", that would be granted now: queue included
    QStringList stops;
};

// Who waits for a lock on one relation.
struct RelationWait {
    int sessions = 0; // 0: nobody
    bool reads = false; // even reading waits
    QDateTime since; // of the one that waits longest; invalid when the server does not say
    int blocker = 0; // pid at the root of the chain; 0: not known, or a prepared transaction
    bool operator==(const RelationWait&) const = default;
};
RelationWait waitOn(const ActivitySnapshot& snapshot, const QString& relation);

class LockText final
{
    Q_DECLARE_TR_FUNCTIONS(LockText)

public:
    static LockExplanation explain(const ActivitySnapshot& snapshot, int pid);
    // What a session of the tree waits for, short: a table lock's mode, "row", "advisory lock".
    static QString wanted(const BlockingNode& node);
    // "idle in transaction, 6 m 32 s"
    static QString stateLine(const SessionInfo& session, const QDateTime& now);
    // "writes wait, 34 m 02 s"; empty when nobody waits.
    static QString waitLine(const RelationWait& wait, const QDateTime& now);
    // "37 ShareLock" with the number of relations, for the card.
    static QString locksHeld(const ActivitySnapshot& snapshot, int pid);

private:
    static QString holdSentence(
        const ActivitySnapshot& snapshot, const SessionInfo& waiter, bool tableSaid);
    static QString waitSentence(const ActivitySnapshot& snapshot, const SessionInfo& session);
};

} // namespace pilothouse::database
