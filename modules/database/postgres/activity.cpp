// SPDX-License-Identifier: GPL-3.0-or-later
// pg_stat_activity with pg_blocking_pids; rows of pg_locks only for those that wait or block.
#include "database/postgres/activity.h"

#include <QLocale>

#include <cmath>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

class Row final
{
public:
    Row(const PGresult* r, int row)
        : m_r(r)
        , m_row(row)
    {
    }
    QString str(int c) const
    {
        return QString::fromUtf8(PQgetvalue(m_r, m_row, c), PQgetlength(m_r, m_row, c));
    }
    int num(int c) const { return QByteArray(PQgetvalue(m_r, m_row, c)).toInt(); }
    bool yes(int c) const { return PQgetvalue(m_r, m_row, c)[0] == 't'; }
    QDateTime when(int c) const
    {
        if (PQgetisnull(m_r, m_row, c))
            return {};
        return QDateTime::fromMSecsSinceEpoch(
            static_cast<qint64>(QByteArray(PQgetvalue(m_r, m_row, c)).toDouble() * 1000), Qt::UTC);
    }

private:
    const PGresult* m_r;
    int m_row;
};

std::vector<int> pidsOf(const QString& array) // "{1,2}"
{
    std::vector<int> out;
    for (const QString& part : array.mid(1, array.size() - 2).split(u',', Qt::SkipEmptyParts))
        out.push_back(part.toInt());
    return out;
}

// pg_blocking_pids() takes the lock manager's locks for a moment, so it is asked only for those
// that wait for a lock.
constexpr char kSessions[] = R"(
SELECT a.pid, coalesce((to_jsonb(a) ->> 'leader_pid')::int, 0), a.datname, a.usename,
       a.application_name,
       CASE WHEN a.client_addr IS NULL THEN 'local'
            ELSE host(a.client_addr) || ':' || a.client_port END,
       a.backend_type, a.state, a.wait_event_type, a.wait_event, a.query,
       extract(epoch FROM a.backend_start), extract(epoch FROM a.xact_start),
       extract(epoch FROM a.query_start), extract(epoch FROM a.state_change),
       a.application_name LIKE 'Pilothouse%',
       CASE WHEN a.wait_event_type = 'Lock' THEN pg_blocking_pids(a.pid) ELSE '{}' END
  FROM pg_stat_activity a
 ORDER BY a.backend_start)";

constexpr char kSettings[] = R"(
SELECT extract(epoch FROM clock_timestamp()), current_setting('max_connections'),
       current_setting('superuser_reserved_connections'))";

constexpr char kPrepared[] = R"(
SELECT gid, owner, database, extract(epoch FROM prepared) FROM pg_prepared_xacts ORDER BY prepared)";

// What a lock that is not on a relation stands for. Advisory keys as they were given: one number or
// two signed ones.
constexpr char kTarget[] = R"(
 coalesce(CASE l.locktype
  WHEN 'transactionid' THEN l.transactionid::text
  WHEN 'virtualxid' THEN l.virtualxid
  WHEN 'tuple' THEN '(' || l.page || ',' || l.tuple || ')'
  WHEN 'advisory' THEN CASE l.objsubid
   WHEN 1 THEN ((l.classid::bigint << 32) | l.objid::bigint)::text
   ELSE ((l.classid::bigint << 32) >> 32) || ', ' || ((l.objid::bigint << 32) >> 32) END
  WHEN 'object' THEN l.classid::regclass || ' ' || l.objid
 END, ''))";

QByteArray locksSql(const QByteArray& pids, int version)
{
    const QByteArray wait = version >= 140000 ? "extract(epoch FROM min(l.waitstart))" : "NULL";
    return "SELECT coalesce(l.pid, 0), l.locktype,"
           " CASE WHEN l.relation IS NULL THEN '' WHEN l.database IN (0, (SELECT oid FROM "
           "pg_database"
           " WHERE datname = current_database())) THEN l.relation::regclass::text ELSE"
           " l.relation::text END, l.mode, l.granted, "
        + wait + ", count(*)," + kTarget + " FROM pg_locks l WHERE coalesce(l.pid, 0) = ANY ('{"
        + pids + "}'::int[]) GROUP BY 1, 2, 3, 4, 5, 8 ORDER BY 1, 5, 2, 3, 4, 8 LIMIT 20000";
}

} // namespace

std::shared_ptr<ActLane> reservedLane(std::shared_ptr<const Context> context)
{
    Runtime& runtime = *context->runtime;
    return std::make_shared<ActLane>(runtime, u"pg-watch"_s, [context] {
        auto connection = std::make_shared<Connection>(context, u"watch"_s);
        connection->setSetup({"SET statement_timeout TO '5s'", "SET lock_timeout TO '1s'",
            "SET search_path TO pg_catalog"});
        return connection;
    });
}

Result<ActivitySnapshot> readActivity(Connection& connection, const Token& token)
{
    if (auto ready = connection.ensure(token); !ready)
        return tl::unexpected(ready.error());
    ActivitySnapshot s;
    const auto settings = connection.exec(kSettings, {}, token);
    if (!settings)
        return tl::unexpected(settings.error());
    const Row head(settings->get(), 0);
    s.serverTime = head.when(0);
    s.maxConnections = head.num(1);
    s.reservedConnections = head.num(2);

    const auto sessions = connection.exec(kSessions, {}, token);
    if (!sessions)
        return tl::unexpected(sessions.error());
    QByteArray pids;
    const auto involve = [&](int pid) {
        pids += (pids.isEmpty() ? "" : ",") + QByteArray::number(pid);
    };
    for (int i = 0; i < PQntuples(sessions->get()); ++i) {
        const Row r(sessions->get(), i);
        SessionInfo info{r.num(0), r.num(1), r.str(2), r.str(3), r.str(4), r.str(5), r.str(6),
            r.str(7), r.str(8), r.str(9), r.str(10), r.when(11), r.when(12), r.when(13), r.when(14),
            r.yes(15), pidsOf(r.str(16))};
        if (!info.blockedBy.empty())
            involve(info.pid);
        for (const int by : info.blockedBy)
            involve(by);
        s.sessions.push_back(std::move(info));
    }
    const auto prepared = connection.exec(kPrepared, {}, token);
    if (!prepared)
        return tl::unexpected(prepared.error());
    for (int i = 0; i < PQntuples(prepared->get()); ++i) {
        const Row r(prepared->get(), i);
        s.prepared.push_back({r.str(0), r.str(1), r.str(2), r.when(3)});
    }
    if (pids.isEmpty())
        return s;
    const auto locks
        = connection.exec(locksSql(pids, PQserverVersion(connection.raw())), {}, token);
    if (!locks)
        return tl::unexpected(locks.error());
    for (int i = 0; i < PQntuples(locks->get()); ++i) {
        const Row r(locks->get(), i);
        s.locks.push_back(
            {r.num(0), r.str(1), r.str(2), r.str(3), r.yes(4), r.when(5), r.num(6), r.str(7)});
    }
    return s;
}

Result<Act> makeSignalAct(Connection& connection, int pid, bool terminate,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> lane, const Token& token)
{
    const auto snapshot = readActivity(connection, token);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto session = std::ranges::find(snapshot->sessions, pid, &SessionInfo::pid);
    if (session == snapshot->sessions.end())
        return fail(Error::Kind::NotFound, {}, connection.service(),
            PH_TEXT("postgres", "Session %1 is gone.").arg(qint64(pid)));
    if (!terminate && session->state != "active"_L1)
        return fail(Error::Kind::Refused, {}, connection.service(),
            PH_TEXT("postgres", "No query runs that could be cancelled."));
    const auto right = connection.exec(
        "SELECT pg_has_role(a.usesysid, 'MEMBER') OR pg_has_role('pg_signal_backend', 'MEMBER')"
        " FROM pg_stat_activity a WHERE a.pid = "
            + QByteArray::number(pid),
        {}, token);
    if (right && PQntuples(right->get()) == 1 && PQgetvalue(right->get(), 0, 0)[0] == 'f')
        return fail(Error::Kind::Auth, {}, connection.service(),
            PH_TEXT("postgres", "The role must be a member of pg_signal_backend."));

    const QLocale locale = QLocale::c();
    const auto age = [&](const QDateTime& since) {
        return since.isValid() ? locale.toString(since.secsTo(snapshot->serverTime)) + u" s"_s
                               : u"–"_s;
    };
    Act act;
    const QString shown = session->application.isEmpty() ? session->user : session->application;
    if (terminate) {
        act.title = PH_TEXT("postgres", "Terminate…");
        act.question
            = PH_TEXT("postgres", "Terminate session %1 (%2)?").arg(qint64(pid)).arg(shown);
        act.consequence
            = PH_TEXT("postgres", "Its connection ends and its open transaction is rolled back.");
        act.button = PH_TEXT("postgres", "Terminate");
        act.typedName = QString::number(pid);
    } else {
        act.title = PH_TEXT("postgres", "Cancel query");
        act.question = PH_TEXT("postgres", "Cancel the query of session %1 (%2)?")
                           .arg(qint64(pid))
                           .arg(shown);
        act.consequence
            = PH_TEXT("postgres", "The query fails; the session and its connection stay.");
        act.button = PH_TEXT("postgres", "Cancel query");
    }
    act.destructive = true; // another's work ends: asked for in every write mode
    act.icon = u"stop"_s;
    act.target = {context->config.ns, {}};
    act.statement
        = (terminate ? u"SELECT pg_terminate_backend(%1)"_s : u"SELECT pg_cancel_backend(%1)"_s)
              .arg(pid);
    act.effects.push_back(
        {u"clock"_s, PH_TEXT("postgres", "Transaction open for"), age(session->transactionStart)});
    act.effects.push_back({u"lock"_s, PH_TEXT("postgres", "Sessions that wait for it"),
        locale.toString(blockedBehind(*snapshot, pid))});
    act.effects.push_back(
        {u"terminal"_s, PH_TEXT("postgres", "Last query"), session->query.left(200)});
    ActStatement statement;
    statement.sql = act.statement.toUtf8();
    statement.answersBool = true;
    finishAct(act, terminate ? u"terminate-session"_s : u"cancel-query"_s, std::move(statement),
        std::move(context), std::move(lane));
    return act;
}

Call<bool> PgActivity::prepare()
{
    return m_lane->run(15s, [](Connection& connection, const Token& token) -> Result<bool> {
        if (auto ready = connection.ensure(token); !ready)
            return tl::unexpected(ready.error());
        return true;
    });
}

Call<ActivitySnapshot> PgActivity::snapshot()
{
    return m_lane->run(10s,
        [](Connection& connection, const Token& token) { return readActivity(connection, token); });
}

Call<Act> PgActivity::signalAct(int pid, bool terminate)
{
    return m_lane->run(10s,
        [pid, terminate, context = m_context, lane = std::weak_ptr(m_lane)](
            Connection& connection, const Token& token) -> Result<Act> {
            auto kept = lane.lock();
            if (!kept)
                return fail(Error::Kind::Cancelled, {}, context->config.id);
            return makeSignalAct(connection, pid, terminate, context, std::move(kept), token);
        });
}

} // namespace pilothouse::database::postgres
