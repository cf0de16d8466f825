// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/rediscore.h"

#include "core/log.h"

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kPreviewLimit = 100'000; // characters; a longer value is told by its size

std::shared_ptr<const RedisSetup> setupOf(const AdapterContext& context)
{
    auto setup = std::make_shared<RedisSetup>();
    setup->config = context.config;
    setup->secret = context.secret;
    setup->gate = context.gate ? context.gate : std::make_shared<WriteGate>(context.config.writes);
    setup->database = context.config.options.value(u"database"_s, 0).toInt();
    const int limit = context.config.options.value(u"connect_timeout"_s, 5000).toInt();
    setup->connectLimit = milliseconds(std::clamp(limit, 100, 60'000));
    if (!context.config.sshJump.isEmpty()) {
        SshOptions ssh;
        ssh.configFile = context.config.options.value(u"ssh_config"_s).toString();
        setup->tunnel
            = std::make_shared<SshTunnel>(context.config.sshJump, SshTunnel::Near::Unix, ssh);
    }
    if (!context.secret.isEmpty())
        redactInLogs(context.secret);
    return setup;
}

QString statementOf(const std::vector<Command>& commands)
{
    QStringList lines;
    const bool transaction = commands.size() > 1;
    if (transaction)
        lines += u"MULTI"_s;
    for (const Command& command : commands) {
        qsizetype bytes = 0;
        for (const QByteArray& word : command)
            bytes += word.size();
        // At most three bytes make a character: what is surely longer is not written out first.
        const QString exact = bytes <= 3 * kPreviewLimit ? written(command) : QString();
        lines += bytes <= 3 * kPreviewLimit && exact.size() <= kPreviewLimit
            ? exact
            : shortened(command, 2000);
    }
    if (transaction)
        lines += u"EXEC"_s;
    return lines.join(u'\n');
}

} // namespace

ActBody unlessNothing(std::vector<Command> commands, Error::Kind kind, Text why)
{
    return [commands = std::move(commands), kind, why = std::move(why)](
               RedisConnection& c, const Token& token, TaskProgress& progress) -> Result<Text> {
        const auto done = c.change(commands, token, progress);
        if (!done)
            return tl::unexpected(done.error());
        if (done->type == Reply::Type::Integer ? done->integer == 0 : done->isNull())
            return fail(kind, {}, c.where(), why);
        return Text();
    };
}

RedisCore::RedisCore(AdapterContext context)
    : m_context(std::move(context))
    , m_setup(setupOf(m_context))
    , m_reads(makeLane(u"read"_s))
    , m_facets(makeLane(u"facet"_s))
    , m_acts(makeLane(u"act"_s))
{
}

std::unique_ptr<RedisLane> RedisCore::makeLane(const QString& part)
{
    return std::make_unique<RedisLane>(*m_context.runtime, u"redis-"_s + part,
        [setup = m_setup] { return std::make_shared<RedisConnection>(setup); });
}

EntityId RedisCore::entity(QByteArrayView key) const
{
    return {config().ns, entityName(key)};
}

std::pair<RedisLane*, std::shared_ptr<void>> RedisCore::walk()
{
    constexpr size_t kMostLanes = 3;
    auto least = std::min_element(m_walks.begin(), m_walks.end(),
        [](const Walk& a, const Walk& b) { return a.mark.use_count() < b.mark.use_count(); });
    if (least == m_walks.end() || (least->mark.use_count() > 1 && m_walks.size() < kMostLanes)) {
        m_walks.push_back({makeLane(u"walk"_s), std::make_shared<int>(0)});
        least = std::prev(m_walks.end());
    }
    return {least->lane.get(), least->mark};
}

Act RedisCore::act(ActParts parts, ActBody body)
{
    Act act;
    act.title = std::move(parts.title);
    act.question = std::move(parts.question);
    act.consequence = std::move(parts.consequence);
    act.button = std::move(parts.button);
    act.icon = std::move(parts.icon);
    act.service = config().id;
    act.target = entity(parts.key);
    act.effects = std::move(parts.effects);
    act.statement = parts.statement.isEmpty() ? statementOf(parts.commands) : parts.statement;
    act.language = u"redis"_s;
    act.destructive = parts.destructive;
    if (act.destructive)
        act.typedName = act.target.name;
    if (!body)
        body = [commands = std::move(parts.commands)](
                   RedisConnection& connection, const Token& token, TaskProgress& progress) {
            return connection.change(commands, token, progress).map([](const Reply&) {
                return Text();
            });
        };

    TaskInfo info;
    info.title = act.title;
    info.service = config().id;
    info.audit = AuditRecord{config().profile,
        config().environment == Environment::Production    ? u"production"_s
            : config().environment == Environment::Staging ? u"staging"_s
                                                           : u"sandbox"_s,
        config().id, act.target.name, parts.word, act.statement};
    info.log = m_context.audit;
    if (!info.log)
        info.audit.reset();
    act.make = [weak = weak_from_this(), info, body]() -> std::unique_ptr<Task> {
        if (const auto core = weak.lock())
            return core->acts().task(info, kSilence, body);
        TaskInfo late = info;
        late.audit.reset();
        return std::make_unique<Task>(
            late,
            [](Task& task) {
                task.finish(TaskStatus::State::Refused,
                    fail(Error::Kind::Refused, {}, {},
                        PH_TEXT("queue", "The connection was removed meanwhile.")));
            },
            [] {});
    };
    return act;
}

} // namespace pilothouse::queue
