// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Activity: who is connected, who waits for whom, and what ends it. Runs on a connection
// opened in advance, so it answers when all slots are taken.
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <QDateTime>
#include <QMap>

#include <vector>

namespace pilothouse::database
{

struct SessionInfo {
    int pid = 0;
    int leaderPid = 0; // of a parallel worker; 0: none
    QString database;
    QString user;
    QString application;
    QString client; // address and port, "local" for a unix socket
    QString backendType; // "client backend" …
    QString state; // active, idle in transaction …
    QString waitEventType;
    QString waitEvent;
    QString query; // as the server shows it, also "<insufficient privilege>"
    QDateTime backendStart;
    QDateTime transactionStart; // invalid: none
    QDateTime queryStart;
    QDateTime stateChange;
    bool ours = false; // a connection of this program
    std::vector<int> blockedBy; // pg_blocking_pids; 0 stands for a prepared transaction
    bool operator==(const SessionInfo&) const = default;
};

// Only of sessions that wait or block.
struct LockInfo {
    int pid = 0; // 0: a prepared transaction
    QString type; // relation, transactionid, tuple …
    QString relation; // "schema.table" when it is in this database, else the oid
    QString mode; // "RowExclusiveLock"
    bool granted = false;
    QDateTime waitStart; // server 14 and later
    qint64 count = 1; // equal locks folded into one
    QString target = {}; // of what is no relation: the transaction's id, "(page,row)", the key
    bool operator==(const LockInfo&) const = default;
};

struct PreparedTransaction {
    QString gid;
    QString owner;
    QString database;
    QDateTime prepared;
    bool operator==(const PreparedTransaction&) const = default;
};

struct ActivitySnapshot {
    QDateTime serverTime; // UTC; ages are counted from here, not from our clock
    std::vector<SessionInfo> sessions;
    std::vector<LockInfo> locks;
    std::vector<PreparedTransaction> prepared;
    int maxConnections = 0;
    int reservedConnections = 0; // superuser_reserved_connections
    bool operator==(const ActivitySnapshot&) const = default;
};

// The blocking forest: roots first by number of sessions below, then by the longest wait.
struct BlockingNode {
    int pid = 0;
    int blockedTotal = 0; // that wait for it, directly or through others; each counted once
    int listedUnder = -1; // its own waiters stand below it there, not here; -1: they stand here
    QDateTime waitingSince; // invalid: it does not wait
    QString wantedType; // of the lock it waits for: relation, transactionid, tuple …
    QString wantedMode;
    QString wantedRelation;
    std::vector<BlockingNode> children;
    bool operator==(const BlockingNode&) const = default;
};

// Pure. A session blocked by several stands below each of them; of blockers that wait for one
// another, below the first that waits itself. What waits for it is listed once. A cycle (a deadlock
// about to be found) is cut at its smallest pid. Parallel workers are folded into their leader.
std::vector<BlockingNode> blockingForest(const ActivitySnapshot& snapshot);
// How many sessions wait for this one, directly or through others.
int blockedBehind(const ActivitySnapshot& snapshot, int pid);

// The lock modes that conflict with `mode`, by the server's documented table; table-level modes.
QStringList conflictingModes(const QString& mode);

class Activity
{
public:
    virtual ~Activity() = default;

    // Opens the reserved connection; the first health probe does it too.
    virtual Call<bool> prepare() = 0;
    virtual Call<ActivitySnapshot> snapshot() = 0;
    // pg_cancel_backend / pg_terminate_backend with what it ends. Refused (Error) when the session
    // is gone, when nothing runs that could be cancelled, or when the role may not.
    virtual Call<Act> cancelAct(int pid) = 0;
    virtual Call<Act> terminateAct(int pid) = 0;
};

} // namespace pilothouse::database
