// SPDX-License-Identifier: GPL-3.0-or-later
// The blocking forest, from (pid, blocked by) pairs; and the table of conflicting lock modes.
#include "database/api/activity.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

struct Graph {
    std::map<int, int> leader; // worker → leader
    std::map<int, std::vector<int>> children; // blocker → waiting, each waiting pid once
    std::map<int, const SessionInfo*> sessions;
    std::map<int, const LockInfo*> wanted; // the lock a pid waits for

    int folded(int pid) const
    {
        const auto it = leader.find(pid);
        return it == leader.end() ? pid : it->second;
    }
};

BlockingNode nodeOf(int pid, const Graph& graph, QSet<int>& seen)
{
    BlockingNode node;
    node.pid = pid;
    seen.insert(pid);
    if (const auto it = graph.wanted.find(pid); it != graph.wanted.end()) {
        const auto session = graph.sessions.find(pid);
        node.waitingSince = it->second->waitStart;
        if (!node.waitingSince.isValid() && session != graph.sessions.end())
            node.waitingSince = session->second->queryStart;
        node.wantedMode = it->second->mode;
        node.wantedRelation = it->second->relation;
    }
    if (const auto it = graph.children.find(pid); it != graph.children.end())
        for (const int child : it->second)
            if (!seen.contains(child)) {
                node.children.push_back(nodeOf(child, graph, seen));
                node.blockedTotal += 1 + node.children.back().blockedTotal;
            }
    std::ranges::stable_sort(node.children, [](const BlockingNode& a, const BlockingNode& b) {
        return a.waitingSince.isValid()
            && (!b.waitingSince.isValid() || a.waitingSince < b.waitingSince);
    });
    return node;
}

} // namespace

std::vector<BlockingNode> blockingForest(const ActivitySnapshot& snapshot)
{
    Graph graph;
    for (const SessionInfo& s : snapshot.sessions) {
        graph.sessions[s.pid] = &s;
        if (s.leaderPid != 0 && s.leaderPid != s.pid)
            graph.leader[s.pid] = s.leaderPid;
    }
    for (const LockInfo& lock : snapshot.locks)
        if (!lock.granted)
            graph.wanted.try_emplace(graph.folded(lock.pid), &lock);

    std::map<int, std::vector<int>> blockers;
    for (const SessionInfo& s : snapshot.sessions)
        for (const int by : s.blockedBy) {
            const int waiting = graph.folded(s.pid);
            const int blocking = graph.folded(by);
            if (waiting != blocking)
                blockers[waiting].push_back(blocking);
        }
    QSet<int> roots;
    for (auto& [waiting, by] : blockers) {
        std::ranges::sort(by);
        // Below a blocker that waits itself, so the chain is seen whole.
        const auto chained = std::ranges::find_if(by, [&](int b) { return blockers.contains(b); });
        graph.children[chained != by.end() ? *chained : by.front()].push_back(waiting);
        for (const int b : by)
            if (!blockers.contains(b))
                roots.insert(b);
    }
    std::vector<BlockingNode> forest;
    QSet<int> seen;
    for (const int root : std::as_const(roots))
        forest.push_back(nodeOf(root, graph, seen));
    for (const auto& [waiting, by] : blockers) // what only a cycle holds
        if (!seen.contains(waiting))
            forest.push_back(nodeOf(waiting, graph, seen));
    const auto longest = [](const BlockingNode& n) {
        return n.children.empty() ? QDateTime() : n.children.front().waitingSince;
    };
    std::ranges::sort(forest, [&](const BlockingNode& a, const BlockingNode& b) {
        if (a.blockedTotal != b.blockedTotal)
            return a.blockedTotal > b.blockedTotal;
        const auto left = longest(a);
        const auto right = longest(b);
        if (left != right)
            return left.isValid() && (!right.isValid() || left < right);
        return a.pid < b.pid;
    });
    return forest;
}

QStringList conflictingModes(const QString& mode)
{
    // PostgreSQL manual, "Conflicting Lock Modes"; bit n is the n-th mode.
    static const QStringList modes{u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s,
        u"ShareUpdateExclusiveLock"_s, u"ShareLock"_s, u"ShareRowExclusiveLock"_s,
        u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};
    static constexpr unsigned kConflicts[]{0b10000000, 0b11000000, 0b11110000, 0b11111000,
        0b11101100, 0b11111100, 0b11111110, 0b11111111};
    const auto index = modes.indexOf(mode);
    QStringList out;
    if (index >= 0)
        for (int i = 0; i < modes.size(); ++i)
            if (kConflicts[index] & (1u << i))
                out.append(modes[i]);
    return out;
}

} // namespace pilothouse::database
