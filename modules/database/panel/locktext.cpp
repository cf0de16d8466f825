// SPDX-License-Identifier: GPL-3.0-or-later
// No guess: where the server does not say what is held, no sentence is made.
#include "database/panel/locktext.h"

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostSentences = 5; // one for each thing waited for; a card has no room for more

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

namespace
{

const LockInfo* wantedBy(const ActivitySnapshot& snapshot, int pid)
{
    const auto it = std::find_if(snapshot.locks.begin(), snapshot.locks.end(),
        [pid](const LockInfo& l) { return l.pid == pid && !l.granted; });
    return it == snapshot.locks.end() ? nullptr : &*it;
}

bool isBlockedBy(const SessionInfo& session, int pid)
{
    return std::find(session.blockedBy.begin(), session.blockedBy.end(), pid)
        != session.blockedBy.end();
}

// Who waits for another's transaction keeps its place at the row meanwhile: that names the table.
QString rowTable(const ActivitySnapshot& snapshot, int pid)
{
    const auto it = std::find_if(snapshot.locks.begin(), snapshot.locks.end(),
        [pid](const LockInfo& l) { return l.pid == pid && l.granted && l.type == "tuple"_L1; });
    return it == snapshot.locks.end() ? QString() : it->relation;
}

// The strongest lock of `pid` that those it blocks run into; one it has over one it asks for.
struct TableLock {
    const LockInfo* lock = nullptr;
    QString wanted;
};
TableLock tableLock(const ActivitySnapshot& snapshot, int pid)
{
    TableLock best;
    const auto better = [&best](const LockInfo& lock) {
        if (!best.lock || lock.granted != best.lock->granted)
            return !best.lock || lock.granted;
        return modes().indexOf(lock.mode) > modes().indexOf(best.lock->mode);
    };
    for (const SessionInfo& waiter : snapshot.sessions) {
        const LockInfo* wanted = wantedBy(snapshot, waiter.pid);
        if (!wanted || wanted->type != "relation"_L1 || !isBlockedBy(waiter, pid))
            continue;
        for (const LockInfo& lock : snapshot.locks)
            if (lock.pid == pid && lock.type == wanted->type && lock.relation == wanted->relation
                && conflictingModes(lock.mode).contains(wanted->mode) && better(lock))
                best = {&lock, wanted->mode};
    }
    return best;
}

} // namespace

LockExplanation LockText::explain(const ActivitySnapshot& snapshot, int pid)
{
    LockExplanation out;
    QStringList sentences;
    const SessionInfo* self = sessionOf(snapshot, pid);
    if (self && !self->blockedBy.empty())
        sentences.append(waitSentence(snapshot, *self));

    const TableLock table = tableLock(snapshot, pid);
    if (table.lock) {
        out.mode = table.lock->mode;
        out.relation = table.lock->relation;
        // A lock asked for stops what comes after it as one that is held does.
        QStringList stopped = conflictingModes(out.mode);
        int readsBehind = 0;
        for (const LockInfo& lock : snapshot.locks)
            if (!lock.granted && lock.type == "relation"_L1 && lock.relation == out.relation) {
                stopped += conflictingModes(lock.mode);
                if (lock.mode == modes().last())
                    readsBehind = lock.pid;
            }
        for (const QString& mode : modes())
            (stopped.contains(mode) ? out.stops : out.letsThrough).append(shortMode(mode));
        const QString reads = out.letsThrough.contains("AccessShare"_L1) ? tr("Reads go on.")
            : out.mode == modes().last() || readsBehind == 0
            ? tr("Reads wait too.")
            : tr("Reads wait too: %1 asks for AccessExclusiveLock, and they stand behind it.")
                  .arg(readsBehind);
        sentences.append((table.lock->granted
                ? tr("It holds %1 on %2. Others need %3, and the two conflict. %4 The lock ends "
                     "with COMMIT or ROLLBACK.")
                : tr("It asks for %1 on %2 and is before others that need %3: they stand behind "
                     "it. %4"))
                             .arg(out.mode, out.relation, table.wanted, reads));
    }
    for (const SessionInfo& waiter : snapshot.sessions)
        if (isBlockedBy(waiter, pid) && sentences.size() < kMostSentences)
            if (const QString said = holdSentence(snapshot, waiter, table.lock != nullptr);
                !said.isEmpty() && !sentences.contains(said))
                sentences.append(said);
    out.sentence = sentences.join(u' ');
    return out;
}

// What others wait for that is no table lock.
QString LockText::holdSentence(
    const ActivitySnapshot& snapshot, const SessionInfo& waiter, bool tableSaid)
{
    const LockInfo* wanted = wantedBy(snapshot, waiter.pid);
    if (!wanted)
        return tableSaid ? QString()
                         : tr("Others wait for it; the server does not say for which lock.");
    if (wanted->type == "relation"_L1)
        return tableSaid ? QString()
                         : tr("Others wait for it with a lock on %1.").arg(wanted->relation);
    if (wanted->type == "transactionid"_L1) {
        const QString table = rowTable(snapshot, waiter.pid);
        return table.isEmpty()
            ? tr("Others wait for its transaction %1 to end, because of a row it has changed or "
                 "locked.")
                  .arg(wanted->target)
            : tr("Others wait for its transaction %1 to end: it has changed or locked a row of %2.")
                  .arg(wanted->target, table);
    }
    if (wanted->type == "virtualxid"_L1)
        return tr("Others wait for its transaction to end, whatever it holds.");
    if (wanted->type == "tuple"_L1)
        return tr("Others stand behind it for a row of %1.").arg(wanted->relation);
    if (wanted->type == "advisory"_L1)
        return tr("Others wait for the advisory lock %1 that it has or asks for.")
            .arg(wanted->target);
    return tr("Others wait for a lock of the kind \"%1\" that it has or asks for.")
        .arg(wanted->type);
}

QString LockText::waitSentence(const ActivitySnapshot& snapshot, const SessionInfo& session)
{
    QStringList holders;
    for (const int pid : session.blockedBy)
        if (const QString name = pid == 0 ? tr("a prepared transaction") : QString::number(pid);
            !holders.contains(name))
            holders.append(name);
    const QString by = holders.join(u", "_s);
    const LockInfo* wanted = wantedBy(snapshot, session.pid);
    if (!wanted)
        return tr("It waits for %1.").arg(by);
    if (wanted->type == "relation"_L1)
        return tr("It waits for %1 on %2, behind %3.").arg(wanted->mode, wanted->relation, by);
    if (wanted->type == "transactionid"_L1) {
        const QString table = rowTable(snapshot, session.pid);
        return table.isEmpty()
            ? tr("It waits for transaction %1 of %2 to end.").arg(wanted->target, by)
            : tr("It waits for a row of %1, until transaction %2 of %3 ends.")
                  .arg(table, wanted->target, by);
    }
    if (wanted->type == "virtualxid"_L1)
        return tr("It waits for the transaction of %1 to end.").arg(by);
    if (wanted->type == "tuple"_L1)
        return tr("It waits for a row of %1, behind %2.").arg(wanted->relation, by);
    if (wanted->type == "advisory"_L1)
        return tr("It waits for the advisory lock %1, behind %2.").arg(wanted->target, by);
    return tr("It waits for a lock of the kind \"%1\", behind %2.").arg(wanted->type, by);
}

QString LockText::wanted(const BlockingNode& node)
{
    if (node.wantedType == "transactionid"_L1)
        return tr("row (transaction)");
    if (node.wantedType == "virtualxid"_L1)
        return tr("transaction");
    if (node.wantedType == "tuple"_L1)
        return tr("row");
    if (node.wantedType == "advisory"_L1)
        return tr("advisory lock");
    return node.wantedMode;
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
