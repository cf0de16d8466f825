// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/runner.h"

#include "core/auditlog.h"
#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/postgres/acts.h"
#include "database/postgres/guard.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Notice noticeOf(int statement, const PGresult* result)
{
    const auto field = [&](int code) {
        return QString::fromUtf8(PQresultErrorField(result, code));
    };
    return {statement, field(PG_DIAG_SEVERITY), field(PG_DIAG_MESSAGE_PRIMARY),
        field(PG_DIAG_MESSAGE_DETAIL)};
}

Error transactionLost(QString said, const QString& service, Text words)
{
    return Error{Error::Kind::Protocol, service, std::move(said), std::move(words),
        QString::fromLatin1(kTransactionLost)};
}

Error endedRefusal(const QString& service)
{
    return guardRefusal(PH_TEXT("postgres",
                            "Writes are off again. The open transaction may only be committed or "
                            "rolled back."),
        service);
}

Text lostDuring(const Statement& statement)
{
    if (statement.kind == Statement::Kind::TransactionEnd && !statement.rollback)
        return PH_TEXT("postgres",
            "The connection ended during the COMMIT: the transaction may be committed or rolled "
            "back.");
    return lostWords();
}

} // namespace

Text lostWords()
{
    return PH_TEXT("postgres",
        "The open transaction is gone: its connection ended, and the server rolled back what was "
        "not committed.");
}

VoidResult keepTransaction(Connection& connection, SessionState& state, bool shown, Text words)
{
    if (!shown && !isInside(state.transaction))
        return {};
    connection.dropIfGone();
    if (isInside(connection.transaction()))
        return {};
    state.transaction = TransactionState::None;
    state.pid = connection.pid();
    return tl::unexpected(
        transactionLost(connection.takeFarewell(), connection.service(), std::move(words)));
}

Result<Bound> bind(
    QStringView statement, const QMap<QString, QString>& params, const QString& service)
{
    if (params.isEmpty())
        return Bound{statement.toString(), {}, [](int at) {
                         return at;
                     }};
    auto bound = bindNames(statement);
    Bound out{bound.text, {}, {}};
    for (const QString& name : bound.names) {
        const auto it = params.find(name);
        if (it == params.end())
            return fail(Error::Kind::Refused, {}, service,
                PH_TEXT("postgres", "The parameter %1 has no value.").arg(name), u"parameter"_s);
        out.params.push_back(it->isNull() ? std::nullopt : std::optional(it->toUtf8()));
    }
    out.back = [bound = std::move(bound)](int at) {
        return static_cast<int>(bound.originalPosition(at));
    };
    return out;
}

VoidResult ensureUntouched(Connection& connection, const Token& token)
{
    if (connection.isOpen() && isInside(connection.transaction()))
        return tl::unexpected(endedRefusal(connection.service()));
    if (connection.isOpen() && !connection.fresh())
        connection.close(); // SET, prepared statements and temporary objects go with it
    return connection.ensure(token);
}

VoidResult Runner::run(const RunRequest& request)
{
    const auto spans = splitScript(request.text);
    for (size_t i = 0; i < spans.size(); ++i) {
        const int index = static_cast<int>(i);
        const auto& span = spans[i];
        if (!tell(StatementStarted{index, int(span.start), int(span.length)}))
            return fail(Error::Kind::Cancelled, {}, m_connection.service());
        const auto there = keepTransaction(m_connection, m_state, i == 0 && request.inTransaction,
            PH_TEXT("postgres",
                "Not sent: the open transaction is gone. Its connection ended, and the server "
                "rolled back what was not committed. The next statement starts on a new "
                "connection."));
        if (!there) {
            tell(StatementFailed{index, there.error(), -1, 0, -1, {}, TransactionState::None});
            return {};
        }
        const bool inside = isInside(m_state.transaction);
        bool unknown = false; // to the server: the transaction
        const auto start = Clock::now();
        auto bound = bind(QStringView(request.text).mid(span.start, span.length), request.params,
            m_connection.service());
        Result<ReadEnd> end;
        const Statement statement = bound ? readStatement(bound->text) : Statement();
        if (!bound) {
            end->error = bound.error();
        } else {
            m_connection.setNoticeSink([this, index, &unknown](const PGresult* r) {
                const QByteArrayView code(PQresultErrorField(r, PG_DIAG_SQLSTATE));
                unknown = unknown || code == QByteArrayView("25P01");
                tell(noticeOf(index, r));
            });
            ReadJob job{
                index, bound->text, bound->params, request.store, request.rowLimit, singleOnly};
            end = runOne(job, statement);
            m_connection.setNoticeSink({});
        }
        if (!end) // nobody knows any more what the next bytes on this connection would be
            m_connection.dropUnlessIdle();
        const auto state = m_connection.transaction();
        m_state.transaction = state;
        m_state.pid = m_connection.pid();
        if (!end) {
            Error error = end.error();
            if (inside && !isInside(state) && error.kind != Error::Kind::Cancelled)
                error = transactionLost(error.detail, error.where, lostDuring(statement));
            if (!m_token.stopped()) // why, beside the statement it hit
                tell(StatementFailed{index, error, -1, secondsSince(start), -1, {}, state});
            return tl::unexpected(std::move(error));
        }
        // Behind a pooler the session may have been given another server process.
        if (inside && unknown && !end->error && statement.kind == Statement::Kind::TransactionEnd)
            end->error = transactionLost({}, m_connection.service(),
                PH_TEXT("postgres",
                    "The server knew of no open transaction any more: nothing was committed."));
        if (m_token.stopped())
            return fail(Error::Kind::Cancelled, {}, m_connection.service());
        if (!end->error) {
            tell(StatementFinished{
                index, end->tag, end->rows, secondsSince(start), end->cut, state});
            continue;
        }
        const int at = end->position < 0
            ? -1
            : int(span.start) + (bound ? bound->back(end->position) : end->position);
        tell(StatementFailed{
            index, *end->error, at, secondsSince(start), end->rows, end->remedy, state});
        if (request.stopAtError)
            return {};
    }
    return {};
}

Result<ReadEnd> Runner::runOne(const ReadJob& job, const Statement& statement)
{
    if (!m_connection.context().gate->allows()) {
        // A transaction from before the gate closed may only be ended.
        if (m_connection.isOpen() && m_connection.transaction() != TransactionState::None) {
            if (statement.kind == Statement::Kind::TransactionEnd)
                return Reader(m_connection, m_sink, m_token, job).run(statement);
            ReadEnd refused;
            refused.error = endedRefusal(m_connection.service());
            return refused;
        }
        return runGuarded(job, statement);
    }
    if (auto ready = m_connection.ensure(m_token); !ready)
        return tl::unexpected(ready.error());
    m_state.pid = m_connection.pid();
    m_connection.used();
    if (!statement.plainlyReads() && statement.kind != Statement::Kind::Transaction
        && statement.kind != Statement::Kind::TransactionEnd)
        return runAudited(job, statement);
    return Reader(m_connection, m_sink, m_token, job).run(statement);
}

// Written down before it is sent and after it is answered; what cannot be written down is not sent.
Result<ReadEnd> Runner::runAudited(const ReadJob& job, const Statement& statement)
{
    const Context& context = m_connection.context();
    if (!context.audit)
        return Reader(m_connection, m_sink, m_token, job).run(statement);
    const auto id = context.audit->begin(
        AuditRecord{context.config.profile, wordOf(context.config.environment), context.config.id,
            joinName({context.settings.database}), u"statement"_s, statement.text});
    if (!id) {
        ReadEnd refused;
        refused.error = id.error();
        return refused;
    }
    auto end = Reader(m_connection, m_sink, m_token, job).run(statement);
    using Outcome = AuditLog::Outcome;
    if (!end) // the connection broke, or the run was stopped with it: it may have happened
        context.audit->end(*id, Outcome::Unknown, end.error().detail);
    else if (!end->error)
        context.audit->end(*id, Outcome::Done, end->tag);
    else
        context.audit->end(*id,
            end->error->kind == Error::Kind::Cancelled ? Outcome::Cancelled : Outcome::Failed,
            end->error->detail);
    return end;
}

Result<ReadEnd> Runner::runGuarded(const ReadJob& job, const Statement& statement)
{
    ReadEnd refused;
    if (auto reason = refusalOfKind(statement)) { // nothing is sent for these
        refused.error = guardRefusal(std::move(*reason), m_connection.service());
        return refused;
    }
    if (auto ready = ensureUntouched(m_connection, m_token); !ready)
        return tl::unexpected(ready.error());
    m_state.pid = m_connection.pid();
    if (auto checked = checkReadOnly(m_connection, statement, m_token); !checked) {
        if (!m_connection.isOpen())
            return tl::unexpected(checked.error());
        refused.error = checked.error();
        return refused;
    }
    if (auto begun = beginReadOnly(m_connection, m_token); !begun)
        return tl::unexpected(begun.error());
    auto end = Reader(m_connection, m_sink, m_token, job).run(statement);
    endReadOnly(m_connection);
    return end;
}

} // namespace pilothouse::database::postgres
