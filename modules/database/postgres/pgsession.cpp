// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/pgsession.h"

#include "database/postgres/explain.h"
#include "database/postgres/guard.h"

#include "core/wholefile.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

// No total: TCP keepalives say when the peer is gone; every turn of the wait counts as alive.
constexpr milliseconds kSilence = std::chrono::seconds(60);
constexpr milliseconds kExplain = std::chrono::hours(1);

std::unique_ptr<Lane<Connection>> laneOf(
    std::shared_ptr<const Context> context, const QString& label)
{
    Runtime& runtime = *context->runtime;
    return std::make_unique<Lane<Connection>>(
        runtime, u"pg-session"_s, [context = std::move(context), label] {
            return std::make_shared<Connection>(context, label);
        });
}

} // namespace

PgSession::PgSession(std::shared_ptr<const Context> context, QString label)
    : m_context(std::move(context))
    , m_label(std::move(label))
    , m_state(std::make_shared<SessionState>())
    , m_lane(laneOf(m_context, m_label))
{
}

PgSession::~PgSession() = default;

void PgSession::reconnect()
{
    m_state = std::make_shared<SessionState>();
    m_lane = laneOf(m_context, m_label);
}

Stream<QueryEvent> PgSession::run(const RunRequest& request)
{
    return m_lane->stream<QueryEvent>(kSilence,
        [request, state = m_state, single = m_singleOnly](
            Connection& connection, const Token& token, Sink<QueryEvent>& sink) {
            connection.askAgain();
            connection.setSilence(kSilence);
            Runner runner(connection, sink, token, *state);
            runner.singleOnly = single;
            auto done = runner.run(request);
            connection.setSilence(milliseconds(0));
            return done;
        });
}

Call<Plan> PgSession::explain(
    const QString& statement, const QMap<QString, QString>& params, ExplainMode mode)
{
    return m_lane->run(kExplain,
        [statement, params, mode](Connection& connection, const Token& token) -> Result<Plan> {
            auto bound = bind(statement, params, connection.service());
            if (!bound)
                return tl::unexpected(bound.error());
            connection.askAgain();
            return explainOn(connection, bound->text, bound->params, mode, token);
        });
}

Call<GuardState> PgSession::guard()
{
    return m_lane->run(std::chrono::seconds(15),
        [session = m_state](Connection& connection, const Token& token) -> Result<GuardState> {
            // Nothing of ours in the user's transaction: it would take its snapshot, fail with it,
            // and stand in the server's list of sessions in place of what holds the locks.
            if (!isInside(connection.transaction())) {
                if (auto ready = connection.ensure(token); !ready)
                    return tl::unexpected(ready.error());
                const auto may = roleMayWrite(connection, token);
                if (!may)
                    return tl::unexpected(may.error());
                session->roleMayWrite = *may;
            }
            GuardState state;
            state.roleMayWrite = session->roleMayWrite.value_or(true);
            if (!state.roleMayWrite)
                state.holder = GuardState::Holder::ServerRole;
            else if (!connection.context().gate->allows())
                state.holder = GuardState::Holder::Pilothouse;
            return state;
        });
}

Call<TransactionState> PgSession::look()
{
    return m_lane->run(std::chrono::seconds(15),
        [state = m_state](Connection& connection, const Token&) -> Result<TransactionState> {
            if (auto there = keepTransaction(connection, *state, false, lostWords()); !there)
                return tl::unexpected(there.error());
            return state->transaction.load();
        });
}

std::unique_ptr<Task> PgSession::saveCell(const QString& statement,
    const QMap<QString, QString>& params, qint64 row, int column, const QString& file)
{
    TaskInfo info;
    info.title = PH_TEXT("postgres", "Save a value to %1").arg(file);
    info.service = m_context->config.id;
    return m_lane->task(std::move(info), kSilence,
        [=](Connection& connection, const Token& token, TaskProgress& progress) -> Result<Text> {
            auto bound = bind(statement, params, connection.service());
            if (!bound)
                return tl::unexpected(bound.error());
            const Statement read = readStatement(bound->text);
            if (auto ready = ensureUntouched(connection, token); !ready)
                return tl::unexpected(ready.error());
            // It runs a second time, so it must be one that only reads, whatever the gate says.
            if (auto checked = checkReadOnly(connection, read, token); !checked)
                return tl::unexpected(checked.error());
            if (auto begun = beginReadOnly(connection, token); !begun)
                return tl::unexpected(begun.error());
            connection.setSilence(kSilence);
            const QByteArray sql = "SELECT * FROM (" + bound->text.toUtf8()
                + "\n) AS result OFFSET " + QByteArray::number(row) + " LIMIT 1";
            auto answer = connection.exec(sql, bound->params, token);
            connection.setSilence(milliseconds(0));
            endReadOnly(connection);
            if (!answer)
                return tl::unexpected(answer.error());
            if (PQntuples(answer->get()) < 1 || column >= PQnfields(answer->get()))
                return fail(Error::Kind::NotFound, {}, connection.service(),
                    PH_TEXT("postgres", "The row is not there any more."));
            const int size = PQgetlength(answer->get(), 0, column);
            WholeFile out(file);
            if (!out.open(QIODevice::WriteOnly)
                || out.write(PQgetvalue(answer->get(), 0, column), size) != size || !out.commit())
                return fail(Error::Kind::Internal, out.errorString(), {});
            progress.set(size, size, TaskStatus::Unit::Bytes);
            return PH_TEXT("postgres", "%1 bytes written").arg(qint64(size));
        });
}

std::unique_ptr<Session> PgQuery::open(const QString& label)
{
    return std::make_unique<PgSession>(m_context, label);
}

} // namespace pilothouse::database::postgres
