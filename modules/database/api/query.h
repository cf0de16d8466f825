// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Query: sessions in which the user's statements run. One session is one connection, made
// at its first statement; an editor tab owns one.
#pragma once

#include "core/call.h"
#include "core/stream.h"
#include "core/tablestore.h"
#include "core/task.h"
#include "database/api/plan.h"

#include <QMap>

#include <memory>
#include <variant>

namespace pilothouse::database
{

enum class TransactionState { None, Open, Failed, Unknown };
inline bool isInside(TransactionState state)
{
    return state == TransactionState::Open || state == TransactionState::Failed;
}

// The code of errors that say: the transaction that was open is gone with its connection.
inline constexpr char kTransactionLost[] = "transaction-lost";

struct RunRequest {
    QString text; // one statement or a script; split by splitScript()
    // Values of $1, $2 … (keys "1", "2") and :name; null QString is NULL. Sent apart from the text.
    QMap<QString, QString> params;
    TableStoreOptions store; // of each result
    bool stopAtError = true; // false: the rest of a script runs on
    qint64 rowLimit = 0; // stop reading after so many rows of each result; 0: all
    // Meant for the open transaction: nothing is sent when there is none any more.
    bool inTransaction = false;
};

// --- What a run tells, in order. `statement` is the index in the script
// ---------------------------

struct StatementStarted {
    int statement = 0;
    int position = 0; // of its first character in RunRequest::text
    int length = 0;
};
// The store lives on the GUI thread, is already being filled, and is finished (finish()) by the
// session; whoever shows it keeps the pointer. Rows become visible by its own signal.
struct ResultStarted {
    int statement = 0;
    std::shared_ptr<TableStore> store;
};
// At most ten times a second.
struct RowsSoFar {
    int statement = 0;
    qint64 rows = 0;
    qint64 bytes = 0; // payload
};
struct Notice {
    int statement = 0;
    QString severity; // as the server says it: NOTICE, WARNING …
    QString text;
    QString detail;
};
struct StatementFinished {
    int statement = 0;
    QString tag; // "SELECT 128400", "CREATE TABLE"
    qint64 rows = -1; // read or affected; -1: the statement has none
    double seconds = 0;
    bool cut = false; // stopped at rowLimit; the store says AtLeast
    TransactionState transaction = TransactionState::None;
};
struct StatementFailed {
    int statement = 0;
    Error error; // code is the SQLSTATE, "guard" for our own refusal, "spill-full", "row-size"
    int position = -1; // 0-based in RunRequest::text; -1: not known
    double seconds = 0;
    qint64 rows = -1; // arrived before it failed; they stay readable
    QString remedy; // a statement that helps, e.g. octet_length of the columns of a huge row
    TransactionState transaction = TransactionState::None;
};

using QueryEvent = std::variant<StatementStarted, ResultStarted, RowsSoFar, Notice,
    StatementFinished, StatementFailed>;

enum class ExplainMode {
    Plain, // nothing runs
    Analyze, // runs the statement; refused for one that writes
    AnalyzeInRollback, // runs it between BEGIN and ROLLBACK; needs writes
};

// Who keeps this session from writing.
struct GuardState {
    enum class Holder {
        Nobody, // the write gate allows
        Pilothouse, // statements are filtered by the adapter
        ServerRole, // the role itself may not write in this database
    };
    Holder holder = Holder::Nobody;
    bool roleMayWrite = true; // recommend a role without rights when true and guarded
    bool operator==(const GuardState&) const = default;
};

// GUI thread. Destroying it cancels what runs and closes the connection.
class Session
{
public:
    virtual ~Session() = default;

    // Ends with an error only when the connection fails or the run was stopped; a statement that
    // fails is an event. stop() on the stream cancels at the server and keeps what arrived. A
    // second run waits for the first.
    virtual Stream<QueryEvent> run(const RunRequest& request) = 0;
    virtual Call<Plan> explain(
        const QString& statement, const QMap<QString, QString>& params, ExplainMode mode)
        = 0;
    virtual Call<GuardState> guard() = 0;
    // Where the session stands, seen from here: the server hears nothing of it. A transaction that
    // went with its connection is an error with the code above, once.
    virtual Call<TransactionState> look() = 0;

    // Reads one cell whole into a file: runs `statement` again and takes row `row` (0-based), so
    // only for statements that only read.
    virtual std::unique_ptr<Task> saveCell(const QString& statement,
        const QMap<QString, QString>& params, qint64 row, int column, const QString& file)
        = 0;

    // As known after the last statement. An open transaction is the user's own BEGIN: sessions are
    // otherwise in autocommit and never idle in transaction. The statement after a transaction that
    // was lost is refused, whatever it is: on a new connection it would count at once.
    virtual TransactionState transaction() const = 0;
    virtual int backendPid() const = 0; // 0: not connected
    // Drops the connection (after suspend or an outage); the next statement makes a new one.
    virtual void reconnect() = 0;
};

class Query
{
public:
    virtual ~Query() = default;
    // `label` shows in the server's list of sessions (application_name).
    virtual std::unique_ptr<Session> open(const QString& label) = 0;
};

} // namespace pilothouse::database
