// SPDX-License-Identifier: GPL-3.0-or-later
// No guess: where the server does not say what is held, no sentence is made.
#include "database/panel/locktext.h"

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

// Table-level modes from the weakest to the strongest, as the server orders them.
const QStringList& modes()
{
    static const QStringList kModes{u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s,
        u"ShareUpdateExclusiveLock"_s, u"ShareLock"_s, u"ShareRowExclusiveLock"_s,
        u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};
    return kModes;
}

QString shortMode(QString mode)
{
    return mode.endsWith("Lock"_L1) ? mode.chopped(4) : mode;
}

const SessionInfo* sessionOf(const ActivitySnapshot& snapshot, int pid)
{
    const auto it = std::find_if(snapshot.sessions.begin(), snapshot.sessions.end(),
        [pid](const SessionInfo& s) { return s.pid == pid; });
    return it == snapshot.sessions.end() ? nullptr : &*it;
}

} // namespace

QString ageText(qint64 seconds)
{
    if (seconds < 0)
        return {};
    if (seconds < 60)
        return u"%1 s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1 m %2 s"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return u"%1 h %2 m"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString ageText(const QDateTime& from, const QDateTime& now)
{
    return from.isValid() && now.isValid() ? ageText(std::max<qint64>(0, from.secsTo(now)))
                                           : QString();
}

RelationWait waitOn(const ActivitySnapshot& snapshot, const QString& relation)
{
    RelationWait out;
    const SessionInfo* first = nullptr;
    for (const LockInfo& lock : snapshot.locks) {
        const SessionInfo* waiter = sessionOf(snapshot, lock.pid);
        if (lock.granted || lock.relation != relation || !waiter || waiter->blockedBy.empty())
            continue;
        ++out.sessions;
        out.reads = out.reads || lock.mode == "AccessShareLock"_L1;
        const QDateTime since = lock.waitStart.isValid() ? lock.waitStart : waiter->queryStart;
        if (!first || (since.isValid() && since < out.since)) {
            first = waiter;
            out.since = since;
        }
    }
    // Up the chain; a deadlock about to be found is a circle.
    for (qsizetype steps = 0; first && steps < qsizetype(snapshot.sessions.size()); ++steps) {
        out.blocker = first->blockedBy.empty() ? first->pid : first->blockedBy.front();
        const SessionInfo* above = sessionOf(snapshot, out.blocker);
        if (first->blockedBy.empty() || !above)
            break;
        first = above;
    }
    return out;
}

LockExplanation LockText::explain(const ActivitySnapshot& snapshot, int pid)
{
    // What somebody waits for and this session holds.
    LockExplanation best;
    QString wanted;
    for (const LockInfo& waiting : snapshot.locks) {
        if (waiting.granted || waiting.pid == pid || waiting.relation.isEmpty())
            continue;
        const SessionInfo* waiter = sessionOf(snapshot, waiting.pid);
        if (!waiter
            || std::find(waiter->blockedBy.begin(), waiter->blockedBy.end(), pid)
                == waiter->blockedBy.end())
            continue;
        for (const LockInfo& held : snapshot.locks) {
            if (!held.granted || held.pid != pid || held.relation != waiting.relation
                || !conflictingModes(held.mode).contains(waiting.mode))
                continue;
            if (best.mode.isEmpty() || modes().indexOf(held.mode) > modes().indexOf(best.mode)) {
                best.mode = held.mode;
                best.relation = held.relation;
                wanted = waiting.mode;
            }
        }
    }
    if (best.mode.isEmpty()) {
        const bool holdsUp = std::any_of(
            snapshot.sessions.begin(), snapshot.sessions.end(), [pid](const SessionInfo& s) {
                return std::find(s.blockedBy.begin(), s.blockedBy.end(), pid) != s.blockedBy.end();
            });
        if (holdsUp)
            best.sentence = tr("Others wait for rows this transaction has changed. They go on when "
                               "it commits or rolls back.");
        return best;
    }
    const QStringList conflicts = conflictingModes(best.mode);
    for (const QString& mode : modes())
        (conflicts.contains(mode) ? best.stops : best.letsThrough).append(shortMode(mode));
    const bool readsPass = best.letsThrough.contains("AccessShare"_L1);
    best.sentence = tr("It holds %1 on %2. Others need %3, and the two conflict. %4 The lock ends "
                       "with COMMIT or ROLLBACK.")
                        .arg(best.mode, best.relation, wanted,
                            readsPass ? tr("Reads go on.") : tr("Reads wait too."));
    return best;
}

QString LockText::stateLine(const SessionInfo& session, const QDateTime& now)
{
    const QString age = ageText(session.stateChange, now);
    return age.isEmpty() ? session.state : session.state % u", "_s % age;
}

QString LockText::waitLine(const RelationWait& wait, const QDateTime& now)
{
    if (wait.sessions == 0)
        return {};
    const QString age = ageText(wait.since, now);
    if (age.isEmpty())
        return wait.reads ? tr("reads wait too") : tr("writes wait");
    return (wait.reads ? tr("reads wait too, %1") : tr("writes wait, %1")).arg(age);
}

QString LockText::locksHeld(const ActivitySnapshot& snapshot, int pid)
{
    QMap<QString, qint64> counts;
    for (const LockInfo& lock : snapshot.locks)
        if (lock.granted && lock.pid == pid && lock.type == "relation"_L1)
            counts[lock.mode] += lock.count;
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(it.value()).arg(it.key()));
    return parts.join(u", "_s);
}

} // namespace pilothouse::database
