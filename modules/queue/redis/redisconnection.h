// SPDX-License-Identifier: GPL-3.0-or-later
// RedisConnection: one connection on one lane: opened when first needed, dropped when broken,
// opened again at the next request. Everything that is sent passes the guard here.
#pragma once

#include "core/loginlatch.h"
#include "core/secret.h"
#include "core/task.h"
#include "core/tunnel/sshtunnel.h"
#include "core/tunnel/tlspump.h"
#include "core/writegate.h"
#include "queue/redis/redisguard.h"
#include "queue/redis/redisreply.h"
#include "queue/redis/redissocket.h"

#include <atomic>
#include <functional>
#include <span>

namespace pilothouse::queue
{

// Shared by the connections of one adapter; constant after it was made, but for the counters.
struct RedisSetup {
    ServiceConfig config;
    Secret secret;
    std::shared_ptr<WriteGate> gate;
    int database = 0;
    milliseconds connectLimit{5000};
    std::shared_ptr<SshTunnel> tunnel; // null: direct
    LoginLatch login;
    mutable std::atomic<int> open{0};
    mutable std::atomic<qint64> commands{0}; // sent by all of them
    mutable std::atomic<qint64> reads{0}; // of these, by the server's flags
    mutable std::atomic<qint64> writes{0};
};

// A descriptor for hiredis, and what moves its bytes when the server wants TLS.
struct RedisChannel {
    SocketHandle fd;
    std::shared_ptr<TlsPump> pump;
};
Result<RedisChannel> openChannel(const RedisSetup& setup, const Token& token);

// Lane thread only.
class RedisConnection final
{
public:
    explicit RedisConnection(std::shared_ptr<const RedisSetup> setup)
        : m_setup(std::move(setup))
    {
    }
    ~RedisConnection() { close(); }
    Q_DISABLE_COPY_MOVE(RedisConnection)

    // One command that only reads; an error reply is an Error. A connection that turns out to be
    // dead is opened again and the command sent once more.
    Result<Reply> read(const Command& command, const Token& token);
    // Pipelined reads; error replies stay among the answers.
    Result<std::vector<Reply>> readAll(std::span<const Command> commands, const Token& token);
    // A change: never sent twice. `progress` learns between which moments its outcome is unknown.
    // Several are sent as one transaction.
    Result<Reply> change(
        std::span<const Command> commands, const Token& token, TaskProgress& progress);
    // Like change, but only when `watched` still answers `expected` (Conflict otherwise).
    Result<Reply> changeIf(const Command& watched, const QByteArray& expected,
        std::span<const Command> commands, const Token& token, TaskProgress& progress);
    // Like change, but only while the key is there (NotFound otherwise).
    Result<Reply> changeThere(const QByteArray& key, std::span<const Command> commands,
        const Token& token, TaskProgress& progress);

    // Pipelines by hand: queue some, flush, take each answer. After an error the connection is
    // closed, unless the server has answered with it.
    VoidResult open(const Token& token);
    bool isOpen() const { return bool(m_context); }
    // The next login is one the user asked for: it is tried also after a refusal.
    void askAgain() { m_again = true; }
    VoidResult queue(const Command& command, const Token& token);
    // Many reads of one kind: the guard judges the first, each further one differs in one word
    // only.
    VoidResult queueEach(
        const Command& prefix, std::span<const QByteArray> words, const Token& token);
    VoidResult flush(const Token& token);
    Result<Reply> next(const Token& token);

    // What the command would do; asks the server for commands not yet known.
    Result<CommandVerdict> verdict(const Command& command, const Token& token);
    // Asks the server for those of `names` ("get", "config|get") the table lacks. False: it does
    // not tell us of its commands.
    Result<bool> know(const std::vector<QByteArray>& names, const Token& token);
    const CommandTable& table() const { return m_table; }
    const QString& where() const { return m_setup->config.id; }
    const RedisSetup& setup() const { return *m_setup; }
    void close();

private:
    VoidResult logIn(const Token& token);
    VoidResult introduce(const Token& token);
    VoidResult permit(const Command& command, const Token& token);
    void append(const Command& command);
    void count(const Command& command, qint64 times);
    Result<Reply> transact(
        std::span<const Command> commands, const Token& token, TaskProgress& progress, bool always);
    using Holds = std::function<VoidResult(const Reply& now)>;
    Result<Reply> changeWatched(const Command& watched, const Holds& holds,
        std::span<const Command> commands, const Token& token, TaskProgress& progress);
    VoidResult learn(const std::vector<QByteArray>& names, const Token& token);
    Result<Reply> once(const Command& command, const Token& token);
    bool isStale() const; // the peer has closed, or sent what nobody asked for
    tl::unexpected<Error> broken(Error error);
    Error toldWhere(Error error) const;

    const std::shared_ptr<const RedisSetup> m_setup;
    ReplyBudget m_budget;
    std::shared_ptr<TlsPump> m_pump; // ends after the context's descriptor is closed
    ContextHandle m_context;
    CommandTable m_table;
    bool m_tellsFlags = false;
    bool m_again = false;
    Clock::time_point m_until
        = Clock::time_point::max(); // of the introduction, beside the job's own
};

} // namespace pilothouse::queue
