// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisconsole.h"

#include "queue/api/replytext.h"
#include "queue/redis/redisinfo.h"

#include <QLocale>

#include <numeric>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{
constexpr ReplyBounds kActReply{100, 500}; // the reply of a change is told where it was asked for
}

namespace
{

// How many keys FLUSHALL or FLUSHDB would delete now; nothing for other commands.
std::optional<qint64> keysFlushed(
    RedisConnection& connection, const Command& command, const Token& token)
{
    const QByteArray name = command.front().toLower();
    if (name == "flushdb")
        if (const auto size = connection.read({"DBSIZE"}, token))
            return size->integer;
    if (name == "flushall")
        if (const auto text = connection.read({"INFO", "keyspace"}, token)) {
            const ServerInfo info = parsedInfo(text->bytes);
            return std::accumulate(info.databases.begin(), info.databases.end(), qint64(0));
        }
    return std::nullopt;
}

} // namespace

Result<Reply> readOnly(RedisConnection& connection, const Command& command, const Token& token)
{
    const auto verdict = connection.verdict(command, token);
    if (!verdict)
        return tl::unexpected(verdict.error());
    if (verdict->kind == CommandVerdict::Kind::Refused) {
        Error error = verdict->reason;
        error.where = connection.where();
        return tl::unexpected(error);
    }
    if (verdict->kind != CommandVerdict::Kind::Reads)
        return tl::unexpected(guardError(command, connection.where(),
            PH_TEXT("queue", "Only commands that read are sent without asking.")));
    return connection.read(command, token);
}

Result<SlowLogPage> readSlowLog(RedisConnection& connection, int limit, const Token& token)
{
    const std::vector<Command> commands{{"SLOWLOG", "GET", QByteArray::number(limit)},
        {"CONFIG", "GET", "slowlog-log-slower-than"}, {"CONFIG", "GET", "slowlog-max-len"}};
    const auto answers = connection.readAll(commands, token);
    if (!answers)
        return tl::unexpected(answers.error());
    if (answers->front().isError())
        return tl::unexpected(errorOf(answers->front().bytes, connection.where()));
    auto entries = parsedSlowLog(answers->front());
    if (!entries)
        return tl::unexpected(entries.error());
    SlowLogPage page;
    page.entries = std::move(*entries);
    const auto setting = [&](size_t i, QByteArrayView name) -> std::optional<qint64> {
        const Reply* field = fieldOf((*answers)[i], name);
        return field ? std::optional(field->bytes.toLongLong()) : std::nullopt;
    };
    page.thresholdMicros = setting(1, "slowlog-log-slower-than");
    page.keeps = setting(2, "slowlog-max-len");
    return page;
}

Call<CommandVerdict> RedisConsole::judge(const Command& command)
{
    return m_core->reads().run(
        kReadLimit, [command](RedisConnection& c, const Token& token) -> Result<CommandVerdict> {
            c.askAgain();
            auto verdict = c.verdict(command, token);
            if (verdict && verdict->kind == CommandVerdict::Kind::Writes)
                if (const auto keys = keysFlushed(c, command, token))
                    verdict->effects.push_back(
                        {u"trash"_s, PH_TEXT("queue", "Keys deleted"), QLocale().toString(*keys)});
            return verdict;
        });
}

Call<Reply> RedisConsole::read(const Command& command)
{
    return m_core->reads().run(kReadLimit, [command](RedisConnection& c, const Token& token) {
        c.askAgain();
        return readOnly(c, command, token);
    });
}

Act RedisConsole::write(const Command& command)
{
    ActParts parts;
    parts.word = u"command"_s;
    parts.title = PH_TEXT("queue", "Run command…");
    parts.question = PH_TEXT("queue", "Run this command?");
    const QByteArray name = command.front().toLower();
    parts.consequence = name == "flushall"
        ? PH_TEXT("queue", "Every key of every database of this server is deleted for good.")
        : name == "flushdb" ? PH_TEXT("queue", "Every key of this database is deleted for good.")
                            : PH_TEXT("queue",
                                "It changes the server. It runs as typed, and what it changes is "
                                "not known beforehand.");
    parts.button = PH_TEXT("queue", "Run");
    parts.icon = u"terminal"_s;
    parts.key = command.size() > 1 ? command[1] : QByteArray();
    parts.destructive = true;
    parts.commands = {command};
    return m_core->act(std::move(parts),
        [commands = std::vector<Command>{command}](
            RedisConnection& connection, const Token& token, TaskProgress& progress) {
            return connection.change(commands, token, progress).map([](const Reply& reply) {
                return Text::verbatim(replyLines(reply, kActReply).lines.join(u'\n'));
            });
        });
}

Call<ServerInfo> RedisServer::info()
{
    return m_core->reads().run(
        kReadLimit, [](RedisConnection& c, const Token& token) -> Result<ServerInfo> {
            return c.read({"INFO"}, token).map([](const Reply& r) { return parsedInfo(r.bytes); });
        });
}

Call<SlowLogPage> RedisServer::slowLog(int limit)
{
    return m_core->reads().run(kReadLimit,
        [limit](RedisConnection& c, const Token& token) { return readSlowLog(c, limit, token); });
}

Call<std::vector<ClientEntry>> RedisServer::clients(int limit)
{
    return m_core->reads().run(kReadLimit, [limit](RedisConnection& c, const Token& token) {
        return c.read({"CLIENT", "LIST"}, token).map([limit](const Reply& r) {
            return parsedClients(r.bytes, limit);
        });
    });
}

// Changes of the server's settings are none the guard lets through; these two are sent by name.
Act RedisServer::clearSlowLog()
{
    ActParts parts;
    parts.word = u"clear-slow-log"_s;
    parts.title = PH_TEXT("queue", "Clear slow log…");
    parts.question = PH_TEXT("queue", "Clear the slow log?");
    parts.consequence = PH_TEXT("queue", "Its entries are gone for everybody.");
    parts.button = PH_TEXT("queue", "Clear");
    parts.icon = u"trash"_s;
    parts.commands = {{"SLOWLOG", "RESET"}};
    return m_core->act(std::move(parts));
}

Act RedisServer::setSlowThreshold(qint64 micros)
{
    ActParts parts;
    parts.word = u"set-slow-threshold"_s;
    parts.title = PH_TEXT("queue", "Change threshold…");
    parts.question = PH_TEXT("queue", "Change what counts as slow?");
    parts.consequence = PH_TEXT("queue", "It holds for everybody until the server starts again.");
    parts.button = PH_TEXT("queue", "Change");
    parts.icon = u"sliders"_s;
    parts.commands = {{"CONFIG", "SET", "slowlog-log-slower-than", QByteArray::number(micros)}};
    return m_core->act(std::move(parts));
}

} // namespace pilothouse::queue
