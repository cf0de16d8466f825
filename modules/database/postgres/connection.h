// SPDX-License-Identifier: GPL-3.0-or-later
// One libpq connection on a lane: made with a deadline, waited on by poll(), cancelled at the
// server. Lane thread only.
#pragma once

#include "core/loginlatch.h"
#include "core/writegate.h"
#include "database/api/query.h"
#include "database/postgres/errors.h"
#include "database/postgres/handles.h"
#include "database/postgres/link.h"
#include "database/postgres/settings.h"

#include <functional>
#include <span>
#include <utility>

namespace pilothouse
{
class AuditLog;
class SshTunnel;
} // namespace pilothouse

namespace pilothouse::database::postgres
{

// What all connections of a service share; made once, never changed (the counters apart).
struct Context {
    ServiceConfig config;
    ConnectionSettings settings;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    std::shared_ptr<Budget> budget;
    std::shared_ptr<LoginLatch> login = std::make_shared<LoginLatch>();
    std::shared_ptr<detail::Post> post;
    Runtime* runtime = nullptr;
    // Where to connect: the settings, or the end of a tunnel, opened at the first call. Lanes only.
    std::function<Result<ConnectionSettings>(const Token&)> reach;
};

// One parameter; a null pointer is NULL.
using Params = std::vector<std::optional<QByteArray>>;

class Connection final
{
public:
    Connection(std::shared_ptr<const Context> context, QString label);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Connects when needed and runs `setup` statements then.
    VoidResult ensure(const Token& token);
    // Closes it when it ended while nothing ran, without a word to the server.
    void dropIfGone();
    // What the server said when it ended the last one that went so; told once.
    QString takeFarewell() { return std::exchange(m_farewell, {}); }
    // The next login is one the user asked for: it is tried also after a refusal.
    void askAgain() { m_again = true; }
    void setSetup(std::vector<QByteArray> statements) { m_setup = std::move(statements); }
    void setNoticeSink(std::function<void(const PGresult*)> sink) { m_notice = std::move(sink); }
    // For statements without a total deadline: every answer of the kernel counts as a sign of life.
    void setSilence(milliseconds limit) { m_silence = limit; }

    // Sends one statement by the extended protocol and returns its last result, an error as Error.
    Result<ResultHandle> exec(const QByteArray& sql, const Params& params, const Token& token);
    // What the server understands by the statement, as a node tree: names are OIDs in it. Parsed
    // and resolved, not planned and not run. Inside a transaction, whose settings it changes; the
    // server writes the tree to its log too.
    Result<QByteArray> parseTree(const QByteArray& sql, const Token& token);
    // The pieces of exec(), for streaming.
    VoidResult send(const QByteArray& sql, const Params& params);
    Result<ResultHandle> next(const Token& token); // null handle: the statement is over
    Result<ResultHandle> nextCome(); // the same, once the connection is not busy any more
    // `quiet` is called once, when nothing has come for 50 ms.
    VoidResult waitReadable(const Token& token, const std::function<void()>& quiet = {});
    VoidResult take(const Token& token); // what has come, without waiting; it may be nothing
    Error lost() const; // why the connection is gone

    // Reads and throws away what is left of the statement.
    void drain(const Token& token);
    void close();
    void dropUnlessIdle(); // closes it when it is lost or in the middle of a statement

    PGconn* raw() const { return m_conn.get(); }
    bool isOpen() const { return m_conn && PQstatus(m_conn.get()) == CONNECTION_OK; }
    int pid() const { return m_conn ? PQbackendPID(m_conn.get()) : 0; }
    TransactionState transaction() const;
    const std::shared_ptr<Link>& link() const { return m_link; }
    const Context& context() const { return *m_context; }
    const QString& service() const { return m_context->config.id; }
    bool fresh() const { return m_fresh; } // no statement of the user has run on it yet
    void used() { m_fresh = false; }

private:
    Result<ResultHandle> finish(Busy& busy, const Token& token);
    void stayAlive(const Token& token) const;
    VoidResult connect(const Token& token);
    static void onNotice(void* self, const PGresult* result);

    const std::shared_ptr<const Context> m_context;
    const QString m_label;
    std::vector<QByteArray> m_setup;
    std::function<void(const PGresult*)> m_notice;
    milliseconds m_silence{0};
    std::shared_ptr<Link> m_link = std::make_shared<Link>();
    ConnHandle m_conn;
    bool m_counted = false;
    bool m_again = false;
    bool m_fresh = true;
    QString m_farewell;
};

} // namespace pilothouse::database::postgres
