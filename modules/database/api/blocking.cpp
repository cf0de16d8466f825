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

// Sets of sessions as bits: with hundreds of them in one queue, every pair is asked for.
class Bits final
{
public:
    explicit Bits(size_t size)
        : m_words((size + 63) / 64)
    {
    }
    bool has(size_t i) const { return (m_words[i / 64] >> (i % 64) & 1) != 0; }
    void set(size_t i) { m_words[i / 64] |= quint64(1) << (i % 64); }
    void unite(const Bits& other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
    }

private:
    std::vector<quint64> m_words;
};

struct Graph {
    std::map<int, const SessionInfo*> sessions;
    std::map<int, const LockInfo*> wanted; // the lock a pid waits for
    std::vector<int> pids; // all that wait or block, ascending
    std::vector<std::vector<size_t>> blockers; // by index of the waiting one
    std::vector<Bits> behind; // who waits for it, directly or through others
    std::vector<std::vector<size_t>> shown; // by index of the blocker: who stands below it

    explicit Graph(const ActivitySnapshot& snapshot);
    std::vector<size_t> standsBelow(size_t waiting) const;
    size_t index(int pid) const
    {
        return size_t(std::ranges::lower_bound(pids, pid) - pids.begin());
    }
    int count(size_t i) const
    {
        int n = 0;
        for (size_t other = 0; other < pids.size(); ++other)
            n += other != i && behind[i].has(other) ? 1 : 0;
        return n;
    }
};

Graph::Graph(const ActivitySnapshot& snapshot)
{
    std::map<int, int> leader; // worker → leader
    for (const SessionInfo& s : snapshot.sessions) {
        sessions[s.pid] = &s;
        if (s.leaderPid != 0 && s.leaderPid != s.pid)
            leader[s.pid] = s.leaderPid;
    }
    const auto folded = [&](int pid) {
        const auto it = leader.find(pid);
        return it == leader.end() ? pid : it->second;
    };
    for (const LockInfo& lock : snapshot.locks)
        if (!lock.granted)
            wanted.try_emplace(folded(lock.pid), &lock);

    std::map<int, QSet<int>> pairs; // waiting → blocking
    for (const SessionInfo& s : snapshot.sessions)
        for (const int by : s.blockedBy)
            if (const int waiting = folded(s.pid); waiting != folded(by)) {
                pairs[waiting].insert(folded(by));
                pids.push_back(waiting);
                pids.push_back(folded(by));
            }
    std::ranges::sort(pids);
    pids.erase(std::unique(pids.begin(), pids.end()), pids.end());

    blockers.resize(pids.size());
    shown.resize(pids.size());
    behind.assign(pids.size(), Bits(pids.size()));
    for (const auto& [waiting, by] : pairs)
        for (const int b : by) {
            blockers[index(waiting)].push_back(index(b));
            behind[index(b)].set(index(waiting));
        }
    for (size_t middle = 0; middle < pids.size(); ++middle)
        for (size_t i = 0; i < pids.size(); ++i)
            if (i != middle && behind[i].has(middle))
                behind[i].unite(behind[middle]);
    for (size_t i = 0; i < pids.size(); ++i)
        for (const size_t b : standsBelow(i))
            shown[b].push_back(i);
}

// Below the first of a queue of blockers rather than its last, so a long queue stays flat; and
// below every blocker that no other of them waits for.
std::vector<size_t> Graph::standsBelow(size_t waiting) const
{
    const auto& all = blockers[waiting];
    const auto above = [this](size_t a, size_t b) { // and not both, in a circle
        return behind[a].has(b) && !behind[b].has(a);
    };
    std::vector<size_t> out;
    for (const size_t b : all) {
        const bool waits = !blockers[b].empty();
        const bool elsewhere = std::ranges::any_of(all, [&](size_t other) {
            return other != b && !blockers[other].empty() && !behind[waiting].has(other)
                && (waits ? above(other, b) : above(b, other));
        });
        if (!elsewhere)
            out.push_back(b);
    }
    return out;
}

QDateTime waitingSince(const Graph& graph, int pid)
{
    const auto lock = graph.wanted.find(pid);
    if (lock == graph.wanted.end())
        return {};
    if (lock->second->waitStart.isValid())
        return lock->second->waitStart;
    const auto session = graph.sessions.find(pid);
    return session == graph.sessions.end() ? QDateTime() : session->second->queryStart;
}

bool earlier(const QDateTime& a, const QDateTime& b)
{
    return a.isValid() && (!b.isValid() || a < b);
}

// `under`: where the waiters of a session are listed; `path`: the blockers above, against circles.
BlockingNode nodeOf(
    size_t i, const Graph& graph, std::map<size_t, int>& under, std::vector<size_t>& path)
{
    BlockingNode node;
    node.pid = graph.pids[i];
    node.blockedTotal = graph.count(i);
    node.waitingSince = waitingSince(graph, node.pid);
    if (const auto it = graph.wanted.find(node.pid); it != graph.wanted.end()) {
        node.wantedType = it->second->type;
        node.wantedMode = it->second->mode;
        node.wantedRelation = it->second->relation;
    }
    const auto [first, isNew] = under.try_emplace(i, path.empty() ? -1 : graph.pids[path.back()]);
    if (!isNew) {
        if (!graph.shown[i].empty())
            node.listedUnder = first->second;
        return node;
    }
    std::vector<size_t> waiting = graph.shown[i];
    std::ranges::stable_sort(waiting, [&](size_t a, size_t b) {
        return earlier(waitingSince(graph, graph.pids[a]), waitingSince(graph, graph.pids[b]));
    });
    path.push_back(i);
    for (const size_t child : waiting)
        if (std::ranges::find(path, child) == path.end())
            node.children.push_back(nodeOf(child, graph, under, path));
    path.pop_back();
    return node;
}

} // namespace

std::vector<BlockingNode> blockingForest(const ActivitySnapshot& snapshot)
{
    const Graph graph(snapshot);
    struct Root {
        size_t index;
        int blocked;
        QDateTime longest;
    };
    std::vector<Root> roots;
    for (size_t i = 0; i < graph.pids.size(); ++i) {
        // What only a cycle holds begins at its smallest pid.
        const auto above = [&](size_t other) {
            return other != i && graph.behind[other].has(i)
                && (!graph.behind[i].has(other) || other < i);
        };
        bool top = true;
        for (size_t other = 0; top && other < graph.pids.size(); ++other)
            top = !above(other);
        if (!top)
            continue;
        Root root{i, graph.count(i), {}};
        for (const size_t waiting : graph.shown[i])
            if (const auto since = waitingSince(graph, graph.pids[waiting]);
                earlier(since, root.longest))
                root.longest = since;
        roots.push_back(root);
    }
    std::ranges::sort(roots, [](const Root& a, const Root& b) {
        if (a.blocked != b.blocked)
            return a.blocked > b.blocked;
        return a.longest != b.longest ? earlier(a.longest, b.longest) : a.index < b.index;
    });
    std::vector<BlockingNode> forest;
    std::map<size_t, int> under;
    std::vector<size_t> path;
    for (const Root& root : roots)
        forest.push_back(nodeOf(root.index, graph, under, path));
    return forest;
}

int blockedBehind(const ActivitySnapshot& snapshot, int pid)
{
    const Graph graph(snapshot);
    const size_t i = graph.index(pid);
    return i < graph.pids.size() && graph.pids[i] == pid ? graph.count(i) : 0;
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
