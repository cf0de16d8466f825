// SPDX-License-Identifier: GPL-3.0-or-later
// Events are states of now (the server keeps no history): a long statement or a lock wait is an
// ongoing event with a stable id; a deadlock is a step of the server's counter between two calls.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"

#include <map>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int kLongStatementSeconds = 30;
constexpr int kLockWaitSeconds = 1;

QString sessionWord(const SessionInfo& s)
{
    return s.application.isEmpty() ? s.user : s.application;
}

// "48211 alembic ← 48377 merge ← 48398": the chain from the root blocker to the waiting session.
QString chainOf(const std::map<int, const SessionInfo*>& sessions, const SessionInfo& waiting,
    const SessionInfo** root)
{
    QStringList links{u"%1 %2"_s.arg(waiting.pid).arg(sessionWord(waiting))};
    const SessionInfo* at = &waiting;
    for (int depth = 0; depth < 20 && !at->blockedBy.empty(); ++depth) {
        const int by = at->blockedBy.front();
        const auto it = sessions.find(by);
        if (it == sessions.end()) {
            links.prepend(QString::number(by));
            *root = nullptr;
            break;
        }
        at = it->second;
        *root = at;
        links.prepend(u"%1 %2"_s.arg(at->pid).arg(sessionWord(*at)));
    }
    return links.join(u" ← "_s);
}

EntityId sessionEntity(const Context& context, int pid)
{
    return {context.config.ns, joinName({u"session"_s, QString::number(pid)})};
}

EntityId lockedEntity(const Context& context, const QString& relation)
{
    auto parts = splitName(relation).value_or(QStringList());
    if (parts.size() == 1)
        parts.prepend(u"pg_catalog"_s); // regclass leaves out what the search path shows
    return parts.size() == 2 ? entityOf(context, parts[0], parts[1])
                             : EntityId{context.config.ns, {}};
}

void addLockWait(const Context& context, const ActivitySnapshot& s, const SessionInfo& session,
    const std::map<int, const SessionInfo*>& sessions, std::vector<Event>& out)
{
    Event e;
    e.begin = session.queryStart;
    e.entity = {context.config.ns, {}};
    for (const LockInfo& lock : s.locks)
        if (lock.pid == session.pid && !lock.granted) {
            if (lock.waitStart.isValid())
                e.begin = lock.waitStart;
            if (!lock.relation.isEmpty())
                e.entity = lockedEntity(context, lock.relation);
        }
    if (!e.begin.isValid() || e.begin.secsTo(s.serverTime) < kLockWaitSeconds)
        return;
    const SessionInfo* root = nullptr;
    e.detail = chainOf(sessions, session, &root);
    e.id = u"lock-wait:%1:%2"_s.arg(session.pid).arg(e.begin.toMSecsSinceEpoch());
    e.ongoing = true;
    e.severity
        = e.begin.secsTo(s.serverTime) >= 60 ? Event::Severity::Error : Event::Severity::Warning;
    e.kind = u"lock-wait"_s;
    e.title = PH_TEXT("postgres", "%1 waits for a lock").arg(sessionWord(session));
    e.cause = sessionEntity(context, root ? root->pid : session.blockedBy.front());
    out.push_back(std::move(e));
}

void addLongStatement(const Context& context, const ActivitySnapshot& s, const SessionInfo& session,
    std::vector<Event>& out)
{
    if (session.state != "active"_L1 || session.backendType != "client backend"_L1 || session.ours
        || !session.queryStart.isValid()
        || session.queryStart.secsTo(s.serverTime) < kLongStatementSeconds)
        return;
    Event e;
    e.id = u"slow-statement:%1:%2"_s.arg(session.pid).arg(session.queryStart.toMSecsSinceEpoch());
    e.begin = session.queryStart;
    e.ongoing = true;
    e.severity = Event::Severity::Warning;
    e.kind = u"slow-statement"_s;
    e.title = PH_TEXT("postgres", "Statement of %1 runs for %2 s")
                  .arg(sessionWord(session))
                  .arg(session.queryStart.secsTo(s.serverTime));
    e.detail = session.query;
    e.entity = sessionEntity(context, session.pid);
    out.push_back(std::move(e));
}

} // namespace

Call<EventPage> PgEvents::since(const QDateTime& from, const QString& cursor, int limit)
{
    return m_lane->run(10s,
        [from, cursor, limit, context = m_context](
            Connection& connection, const Token& token) -> Result<EventPage> {
            const auto s = readActivity(connection, token);
            if (!s)
                return tl::unexpected(s.error());
            const auto counted
                = connection.exec("SELECT deadlocks FROM pg_stat_database WHERE datname ="
                                  " current_database()",
                    {}, token);
            if (!counted)
                return tl::unexpected(counted.error());
            EventPage page;
            std::map<int, const SessionInfo*> sessions;
            for (const SessionInfo& session : s->sessions)
                sessions[session.pid] = &session;
            for (const SessionInfo& session : s->sessions) {
                if (!session.blockedBy.empty())
                    addLockWait(*context, *s, session, sessions, page.events);
                else
                    addLongStatement(*context, *s, session, page.events);
            }
            const qint64 deadlocks = PQntuples(counted->get()) == 1
                ? QByteArray(PQgetvalue(counted->get(), 0, 0)).toLongLong()
                : 0;
            bool known = false;
            const qint64 before = cursor.section(u'@', 0, 0).toLongLong(&known);
            if (known && deadlocks > before) {
                Event e;
                e.id = u"deadlock:%1"_s.arg(deadlocks);
                // When exactly is not known: between the last look and this one.
                e.begin = QDateTime::fromMSecsSinceEpoch(
                    cursor.section(u'@', 1, 1).toLongLong(), Qt::UTC);
                e.end = s->serverTime;
                e.severity = Event::Severity::Error;
                e.kind = u"deadlock"_s;
                e.title = PH_PLURAL("postgres", "%n deadlock(s)").plural(int(deadlocks - before));
                e.entity = {context->config.ns, joinName({context->settings.database})};
                page.events.push_back(std::move(e));
            }
            std::erase_if(
                page.events, [&](const Event& e) { return !e.ongoing && e.end && *e.end < from; });
            std::ranges::sort(page.events, {}, &Event::begin);
            if (limit > 0 && page.events.size() > static_cast<size_t>(limit)) {
                page.events.resize(static_cast<size_t>(limit));
                page.more = true;
            }
            page.cursor = u"%1@%2"_s.arg(deadlocks).arg(s->serverTime.toMSecsSinceEpoch());
            return page;
        });
}

} // namespace pilothouse::database::postgres
