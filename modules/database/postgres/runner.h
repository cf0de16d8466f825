// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a script on a session's connection, statement by statement, and tells what happens.
#pragma once

#include "core/stream.h"
#include "database/api/query.h"
#include "database/postgres/connection.h"
#include "database/postgres/reader.h"

namespace pilothouse::database::postgres
{

// What the GUI thread may know of a session without asking its lane.
struct SessionState {
    std::atomic<TransactionState> transaction{TransactionState::None};
    std::atomic<int> pid{0};
    std::optional<bool> roleMayWrite; // as last asked; lane thread
};

// Refuses when the transaction the session was in, or was shown as being in, went with its
// connection; told once, then the session is in none.
VoidResult keepTransaction(Connection& connection, SessionState& state, bool shown, Text words);
// For the same, where the user asked for nothing.
Text lostWords();

struct Bound {
    QString text;
    Params params;
    std::function<int(int)> back; // position in `text` → in the statement as typed
};
// Fails when a parameter has no value.
Result<Bound> bind(
    QStringView statement, const QMap<QString, QString>& params, const QString& service);

class Runner final
{
public:
    Runner(Connection& connection, Sink<QueryEvent>& sink, const Token& token, SessionState& state)
        : m_connection(connection)
        , m_sink(sink)
        , m_token(token)
        , m_state(state)
    {
    }
    VoidResult run(const RunRequest& request);
    bool singleOnly = false; // row by row always; the bench compares both

private:
    Result<ReadEnd> runOne(const ReadJob& job, const Statement& statement);
    Result<ReadEnd> runAudited(const ReadJob& job, const Statement& statement);
    Result<ReadEnd> runGuarded(const ReadJob& job, const Statement& statement);
    bool tell(QueryEvent event) { return m_sink.push(std::move(event)); }

    Connection& m_connection;
    Sink<QueryEvent>& m_sink;
    Token m_token;
    SessionState& m_state;
};

// Makes the connection one on which nothing of the user's has run while writes were allowed; not
// while a transaction from then is open.
VoidResult ensureUntouched(Connection& connection, const Token& token);

} // namespace pilothouse::database::postgres
