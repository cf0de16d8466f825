// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisconnection.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// While it lives, a stop wakes a thread that waits on the socket.
class WakeOnStop final
{
public:
    WakeOnStop(const Token& token, int fd)
        : m_interrupt(token, [fd] { ::shutdown(fd, SHUT_RDWR); })
    {
    }

private:
    Interrupt m_interrupt;
};

VoidResult changedMeanwhile()
{
    return fail(Error::Kind::Conflict, {}, {},
        PH_TEXT("queue", "Somebody else changed it meanwhile. Load it again, then decide."));
}

} // namespace

Error RedisConnection::toldWhere(Error error) const
{
    error.where = m_setup->config.id;
    return error;
}

tl::unexpected<Error> RedisConnection::broken(Error error)
{
    // Why the other end hung up is told by who moves the bytes, not by the socket.
    if (error.code == "io"_L1 && m_pump) {
        if (const auto told = m_pump->error()) {
            error.kind = told->kind;
            error.detail = told->detail;
            error.hint = told->hint;
        }
    } else if (error.code == "io"_L1 && m_setup->tunnel) {
        const auto target = parsedAddress(m_setup->config.address);
        const QString words
            = target ? m_setup->tunnel->lastWords(target->host, target->port) : QString();
        if (!words.isEmpty())
            error.detail = words;
    }
    close();
    return tl::unexpected(toldWhere(std::move(error)));
}

void RedisConnection::close()
{
    if (m_context) {
        m_context.reset();
        m_setup->open.fetch_sub(1);
    }
    m_pump.reset();
    m_budget = {};
}

bool RedisConnection::isStale() const
{
    pollfd p{m_context->fd, POLLIN, 0};
    return ::poll(&p, 1, 0) > 0;
}

VoidResult RedisConnection::open(const Token& token)
{
    const bool again = std::exchange(m_again, false);
    if (m_context) {
        if (!isStale())
            return {};
        close();
    }
    return m_setup->login.enter(token, again, [&] { return logIn(token); });
}

VoidResult RedisConnection::logIn(const Token& token)
{
    auto channel = openChannel(*m_setup, token);
    if (!channel)
        return tl::unexpected(toldWhere(channel.error()));
    m_context.reset(redisConnectFd(channel->fd.get()));
    if (!m_context)
        return fail(Error::Kind::Internal, u"out of memory"_s, where());
    m_context->fd = channel->fd.release();
    m_context->flags &= ~REDIS_BLOCK; // we wait ourselves, with a deadline
    m_pump = std::move(channel->pump);
    installBuilder(m_context->reader, &m_budget);
    m_setup->open.fetch_add(1);
    m_until = Clock::now() + m_setup->connectLimit; // a server that hangs is found out at once
    auto introduced = introduce(token);
    m_until = Clock::time_point::max();
    if (!introduced)
        close();
    return introduced;
}

// Who we are, which database, and what the server says of the commands we use.
VoidResult RedisConnection::introduce(const Token& token)
{
    const QString& user = m_setup->config.user;
    const bool hasSecret = !m_setup->secret.isEmpty();
    if (hasSecret) {
        Command auth{"AUTH"};
        if (!user.isEmpty())
            auth.push_back(user.toUtf8());
        auth.push_back(m_setup->secret.reveal().toUtf8());
        append(auth);
    } else {
        append({"PING"});
    }
    if (const auto sent = flush(token); !sent)
        return sent;
    const auto first = next(token);
    if (!first)
        return tl::unexpected(first.error());
    if (first->isError()) {
        Error error = errorOf(first->bytes, where());
        if (hasSecret) // whatever the words, the server did not take user and password
            error.kind = error.kind == Error::Kind::Timeout ? error.kind : Error::Kind::Auth;
        return broken(std::move(error));
    }
    append({"CLIENT", "SETNAME", "pilothouse"});
    if (m_setup->database != 0)
        append({"SELECT", QByteArray::number(m_setup->database)});
    Command ask{"COMMAND", "INFO"};
    const auto& own = ownCommands();
    ask.insert(ask.end(), own.begin(), own.end());
    append(ask);
    if (const auto sent = flush(token); !sent)
        return sent;
    if (const auto named = next(token); !named) // old servers and strict rules refuse it: no harm
        return tl::unexpected(named.error());
    if (m_setup->database != 0) {
        const auto selected = next(token);
        if (!selected)
            return tl::unexpected(selected.error());
        if (selected->isError())
            return broken(errorOf(selected->bytes, where()));
    }
    const auto told = next(token);
    if (!told)
        return tl::unexpected(told.error());
    m_tellsFlags = told->isArray();
    if (m_tellsFlags)
        m_table.learn(own, *told);
    else
        m_table.trustReads(own); // not allowed to ask: the names we know as reads of every version
    if (m_table.exists("client|no-touch")) { // 7.2: looking does not disturb the eviction order
        append({"CLIENT", "NO-TOUCH", "ON"});
        if (const auto sent = flush(token); !sent)
            return sent;
        if (const auto done = next(token); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

// RESP arrays of bulk strings, straight into hiredis's output buffer.
void RedisConnection::append(const Command& command)
{
    QByteArray out;
    qsizetype size = 16;
    for (const QByteArray& word : command)
        size += word.size() + 16;
    out.reserve(size);
    out += '*' + QByteArray::number(qsizetype(command.size())) + "\r\n";
    for (const QByteArray& word : command) {
        out += '$' + QByteArray::number(word.size()) + "\r\n";
        out += word;
        out += "\r\n";
    }
    redisAppendFormattedCommand(m_context.get(), out.constData(), size_t(out.size()));
    count(command, 1);
}

void RedisConnection::count(const Command& command, qint64 times)
{
    m_setup->commands += times;
    const CommandTable::Access access = m_table.access(command);
    if (access == CommandTable::Access::Reads)
        m_setup->reads += times;
    else if (access == CommandTable::Access::Writes)
        m_setup->writes += times;
}

VoidResult RedisConnection::permit(const Command& command, const Token& token)
{
    const auto told = verdict(command, token);
    if (!told)
        return tl::unexpected(told.error());
    switch (told->kind) {
    case CommandVerdict::Kind::Reads:
        return {};
    case CommandVerdict::Kind::Refused:
        return tl::unexpected(toldWhere(told->reason));
    case CommandVerdict::Kind::Writes:
    case CommandVerdict::Kind::Unknown:
        break;
    }
    if (m_setup->gate->allows())
        return {};
    return tl::unexpected(guardError(command, where(),
        PH_TEXT("queue", "It changes the server, and this connection may not write now.")));
}

Result<CommandVerdict> RedisConnection::verdict(const Command& command, const Token& token)
{
    const CommandVerdict known = judge(command, m_table);
    const auto missing = m_table.missing(command);
    if (known.kind != CommandVerdict::Kind::Unknown || missing.empty())
        return known;
    if (const auto learnt = learn(missing, token); !learnt)
        return tl::unexpected(learnt.error());
    return judge(command, m_table);
}

VoidResult RedisConnection::learn(const std::vector<QByteArray>& names, const Token& token)
{
    if (const auto opened = open(token); !opened)
        return opened;
    Command ask{"COMMAND", "INFO"};
    ask.insert(ask.end(), names.begin(), names.end());
    append(ask);
    if (const auto sent = flush(token); !sent)
        return sent;
    const auto answer = next(token);
    if (!answer)
        return tl::unexpected(answer.error());
    m_table.learn(names, answer->isArray() ? *answer : Reply{});
    return {};
}

Result<bool> RedisConnection::know(const std::vector<QByteArray>& names, const Token& token)
{
    if (const auto opened = open(token); !opened)
        return tl::unexpected(opened.error());
    if (!m_tellsFlags)
        return false;
    std::vector<QByteArray> missing;
    std::ranges::copy_if(names, std::back_inserter(missing),
        [this](const QByteArray& name) { return !m_table.contains(name); });
    if (missing.empty())
        return true;
    if (const auto learnt = learn(missing, token); !learnt)
        return tl::unexpected(learnt.error());
    return true;
}

VoidResult RedisConnection::queue(const Command& command, const Token& token)
{
    if (const auto permitted = permit(command, token); !permitted)
        return permitted;
    append(command);
    return {};
}

VoidResult RedisConnection::queueEach(
    const Command& prefix, std::span<const QByteArray> words, const Token& token)
{
    Command first = prefix;
    first.push_back("x");
    if (const auto permitted = permit(first, token); !permitted)
        return permitted;
    QByteArray head = '*' + QByteArray::number(qsizetype(prefix.size() + 1)) + "\r\n";
    for (const QByteArray& word : prefix)
        head += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    QByteArray out;
    for (const QByteArray& word : words) {
        out += head;
        out += '$';
        out += QByteArray::number(word.size());
        out += "\r\n";
        out += word;
        out += "\r\n";
    }
    redisAppendFormattedCommand(m_context.get(), out.constData(), size_t(out.size()));
    count(first, qint64(words.size()));
    return {};
}

VoidResult RedisConnection::flush(const Token& token)
{
    const WakeOnStop wake(token, m_context->fd);
    for (;;) {
        int done = 0;
        if (redisBufferWrite(m_context.get(), &done) != REDIS_OK) {
            if (token.stopped())
                return broken({token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                    {}, {}, {}});
            const QString words = QString::fromLocal8Bit(m_context->errstr);
            return broken({Error::Kind::Protocol, {}, words, {}, u"io"_s});
        }
        if (done)
            return {};
        if (const auto ready = waitFor(m_context->fd, POLLOUT, token, m_until); !ready)
            return broken(ready.error());
    }
}

Result<Reply> RedisConnection::next(const Token& token)
{
    for (;;) {
        auto reply = takeReply(m_context->reader, m_budget);
        if (!reply)
            return broken(reply.error());
        if (*reply)
            return std::move(**reply);
        const WakeOnStop wake(token, m_context->fd);
        if (const auto ready = waitFor(m_context->fd, POLLIN, token, m_until); !ready)
            return broken(ready.error());
        if (redisBufferRead(m_context.get()) != REDIS_OK) {
            if (token.stopped())
                return broken({token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                    {}, {}, {}});
            const bool cut
                = m_context->reader->len > m_context->reader->pos || m_context->reader->ridx >= 0;
            return broken({Error::Kind::Protocol, {}, QString::fromLocal8Bit(m_context->errstr),
                cut ? PH_TEXT("queue", "The connection broke in the middle of an answer.")
                    : PH_TEXT("queue", "The server closed the connection."),
                u"io"_s});
        }
    }
}

Result<Reply> RedisConnection::once(const Command& command, const Token& token)
{
    if (const auto opened = open(token); !opened)
        return tl::unexpected(opened.error());
    if (const auto queued = queue(command, token); !queued)
        return tl::unexpected(queued.error());
    if (const auto sent = flush(token); !sent)
        return tl::unexpected(sent.error());
    return next(token);
}

Result<Reply> RedisConnection::read(const Command& command, const Token& token)
{
    const bool fresh = !m_context;
    auto reply = once(command, token);
    if (!reply && reply.error().code == "io"_L1 && !fresh && !token.stopped())
        reply = once(command, token);
    if (reply && reply->isError())
        return tl::unexpected(errorOf(reply->bytes, where()));
    return reply;
}

Result<std::vector<Reply>> RedisConnection::readAll(
    std::span<const Command> commands, const Token& token)
{
    if (const auto opened = open(token); !opened)
        return tl::unexpected(opened.error());
    for (const Command& command : commands) { // asking the guard may itself ask the server
        if (const auto permitted = permit(command, token); !permitted)
            return tl::unexpected(permitted.error());
    }
    for (const Command& command : commands)
        append(command);
    if (const auto sent = flush(token); !sent)
        return tl::unexpected(sent.error());
    std::vector<Reply> out;
    out.reserve(commands.size());
    for (size_t i = 0; i < commands.size(); ++i) {
        auto reply = next(token);
        if (!reply)
            return tl::unexpected(reply.error());
        out.push_back(std::move(*reply));
    }
    return out;
}

Result<Reply> RedisConnection::change(
    std::span<const Command> commands, const Token& token, TaskProgress& progress)
{
    if (const auto opened = open(token); !opened)
        return tl::unexpected(opened.error());
    // All are judged before the first is written: nothing half done by our own refusal.
    for (const Command& command : commands) {
        if (const auto permitted = permit(command, token); !permitted)
            return tl::unexpected(permitted.error());
    }
    return transact(commands, token, progress, commands.size() > 1);
}

Result<Reply> RedisConnection::transact(
    std::span<const Command> commands, const Token& token, TaskProgress& progress, bool transaction)
{
    if (transaction)
        append({"MULTI"});
    for (const Command& command : commands)
        append(command);
    if (transaction)
        append({"EXEC"});
    progress.sent();
    if (const auto sent = flush(token); !sent)
        return tl::unexpected(sent.error());
    Reply last;
    for (size_t i = 0; i < commands.size() + (transaction ? 2 : 0); ++i) {
        auto reply = next(token);
        if (!reply)
            return tl::unexpected(reply.error());
        last = std::move(*reply);
    }
    progress.answered();
    if (last.isError())
        return tl::unexpected(errorOf(last.bytes, where()));
    for (const Reply& each : last.items) { // what a transaction's commands answered
        if (transaction && each.isError())
            return tl::unexpected(errorOf(each.bytes, where()));
    }
    return last;
}

// Null when the key of `watched` was changed between the look and the change: nothing was done.
Result<Reply> RedisConnection::changeWatched(const Command& watched, const Holds& holds,
    std::span<const Command> commands, const Token& token, TaskProgress& progress)
{
    if (const auto opened = open(token); !opened)
        return tl::unexpected(opened.error());
    if (const auto permitted = permit(watched, token); !permitted)
        return tl::unexpected(permitted.error());
    for (const Command& command : commands) {
        if (const auto permitted = permit(command, token); !permitted)
            return tl::unexpected(permitted.error());
    }
    append({"WATCH", watched.at(1)});
    append(watched);
    if (const auto sent = flush(token); !sent)
        return tl::unexpected(sent.error());
    if (const auto ok = next(token); !ok)
        return tl::unexpected(ok.error());
    const auto now = next(token);
    if (!now)
        return tl::unexpected(now.error());
    const VoidResult held
        = now->isError() ? tl::unexpected(errorOf(now->bytes, where())) : holds(*now);
    if (!held) {
        close(); // drops the watch
        return tl::unexpected(toldWhere(held.error()));
    }
    return transact(commands, token, progress, true);
}

Result<Reply> RedisConnection::changeIf(const Command& watched, const QByteArray& expected,
    std::span<const Command> commands, const Token& token, TaskProgress& progress)
{
    const auto holds = [&](const Reply& now) -> VoidResult {
        if (now.isNull())
            return fail(Error::Kind::NotFound, {}, {}, elementGone());
        return now.bytes == expected ? VoidResult() : changedMeanwhile();
    };
    const auto done = changeWatched(watched, holds, commands, token, progress);
    if (done && done->isNull())
        return tl::unexpected(toldWhere(changedMeanwhile().error()));
    return done;
}

Result<Reply> RedisConnection::changeThere(const QByteArray& key, std::span<const Command> commands,
    const Token& token, TaskProgress& progress)
{
    const auto holds = [](const Reply& now) -> VoidResult {
        return now.integer > 0 ? VoidResult() : fail(Error::Kind::NotFound, {}, {}, keyGone());
    };
    // Others may change a busy key all the time: it is only to be there.
    constexpr int kTries = 20;
    for (int i = 0; i < kTries; ++i) {
        auto done = changeWatched({"EXISTS", key}, holds, commands, token, progress);
        if (!done || !done->isNull())
            return done;
    }
    return tl::unexpected(toldWhere(changedMeanwhile().error()));
}

} // namespace pilothouse::queue
