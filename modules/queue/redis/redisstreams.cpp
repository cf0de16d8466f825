// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisstreams.h"

#include <QLocale>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> odd(const char* command)
{
    return tl::unexpected(Error{Error::Kind::Protocol, {},
        QString::fromLatin1(command) + u": the answer has another shape"_s, {}, {}});
}

QByteArray textField(const Reply& pairs, QByteArrayView name)
{
    const Reply* field = fieldOf(pairs, name);
    return field ? field->bytes : QByteArray();
}

} // namespace

Result<std::vector<StreamGroup>> groupsOf(const Reply& reply)
{
    if (!reply.isArray())
        return odd("XINFO GROUPS");
    std::vector<StreamGroup> out;
    for (const Reply& item : reply.items) {
        StreamGroup group;
        group.name = textField(item, "name");
        group.consumers = integerField(item, "consumers");
        group.pending = integerField(item, "pending");
        group.lastDelivered = textField(item, "last-delivered-id");
        const Reply* lag = fieldOf(item, "lag"); // 7.0+; null when entries were deleted in between
        if (lag && lag->type == Reply::Type::Integer)
            group.lag = lag->integer;
        out.push_back(std::move(group));
    }
    return out;
}

Result<std::vector<StreamConsumer>> consumersOf(const Reply& reply)
{
    if (!reply.isArray())
        return odd("XINFO CONSUMERS");
    std::vector<StreamConsumer> out;
    for (const Reply& item : reply.items)
        out.push_back(
            {textField(item, "name"), integerField(item, "pending"), integerField(item, "idle")});
    return out;
}

Result<std::vector<PendingEntry>> pendingOf(const Reply& reply)
{
    if (!reply.isArray())
        return odd("XPENDING");
    std::vector<PendingEntry> out;
    for (const Reply& item : reply.items) {
        if (item.items.size() != 4)
            return odd("XPENDING");
        out.push_back({item.items[0].bytes, item.items[1].bytes, item.items[2].integer,
            item.items[3].integer});
    }
    return out;
}

Call<std::vector<StreamGroup>> RedisStreams::groups(const QByteArray& key)
{
    return m_core->reads().run(kReadLimit, [key](RedisConnection& c, const Token& token) {
        return c.read({"XINFO", "GROUPS", key}, token).and_then(groupsOf);
    });
}

Call<std::vector<StreamConsumer>> RedisStreams::consumers(
    const QByteArray& key, const QByteArray& group)
{
    return m_core->reads().run(kReadLimit, [key, group](RedisConnection& c, const Token& token) {
        return c.read({"XINFO", "CONSUMERS", key, group}, token).and_then(consumersOf);
    });
}

Call<std::vector<PendingEntry>> RedisStreams::pending(const PendingQuery& query)
{
    return m_core->reads().run(kReadLimit, [query](RedisConnection& c, const Token& token) {
        Command command{"XPENDING", query.key, query.group};
        if (query.minIdleMs > 0)
            command.insert(command.end(), {"IDLE", QByteArray::number(query.minIdleMs)});
        command.push_back(query.after.isEmpty() ? QByteArray("-") : '(' + query.after);
        command.insert(command.end(), {"+", QByteArray::number(query.count)});
        if (!query.consumer.isEmpty())
            command.push_back(query.consumer);
        return c.read(command, token).and_then(pendingOf);
    });
}

Act RedisStreams::acknowledge(
    const QByteArray& key, const QByteArray& group, const std::vector<QByteArray>& ids)
{
    ActParts parts;
    parts.word = u"acknowledge"_s;
    parts.title = PH_TEXT("queue", "Acknowledge…");
    parts.question = PH_PLURAL("queue", "Acknowledge %n pending entries?").plural(int(ids.size()));
    parts.consequence
        = PH_TEXT("queue", "The group counts them as done; no consumer gets them again.");
    parts.button = PH_TEXT("queue", "Acknowledge");
    parts.icon = u"check"_s;
    parts.key = key;
    Command command{"XACK", key, group};
    command.insert(command.end(), ids.begin(), ids.end());
    parts.commands = {std::move(command)};
    auto body = unlessNothing(parts.commands, Error::Kind::NotFound,
        PH_TEXT("queue", "None of them was pending any more."));
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisStreams::claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer,
    qint64 minIdleMs, const std::vector<QByteArray>& ids)
{
    ActParts parts;
    parts.word = u"claim"_s;
    parts.title = PH_TEXT("queue", "Claim…");
    parts.question = PH_PLURAL("queue", "Give %n pending entries to %1?")
                         .arg(entityName(consumer))
                         .plural(int(ids.size()));
    parts.consequence
        = PH_TEXT("queue", "Entries somebody else touched in the meantime stay where they are.");
    parts.button = PH_TEXT("queue", "Claim");
    parts.icon = u"user"_s;
    parts.key = key;
    Command command{"XCLAIM", key, group, consumer, QByteArray::number(minIdleMs)};
    command.insert(command.end(), ids.begin(), ids.end());
    command.push_back("JUSTID");
    parts.commands = {std::move(command)};
    auto body = [commands = parts.commands](RedisConnection& c, const Token& token,
                    TaskProgress& progress) -> Result<Text> {
        const auto moved = c.change(commands, token, progress);
        if (!moved)
            return tl::unexpected(moved.error());
        if (moved->items.empty())
            return fail(Error::Kind::Conflict, {}, c.where(),
                PH_TEXT("queue",
                    "None was claimed: somebody else touched or acknowledged them meanwhile."));
        return PH_PLURAL("queue", "%n entries claimed").plural(int(moved->items.size()));
    };
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisStreams::createGroup(
    const QByteArray& key, const QByteArray& group, const QByteArray& from)
{
    ActParts parts;
    parts.word = u"create-group"_s;
    parts.title = PH_TEXT("queue", "Add consumer group…");
    parts.question = PH_TEXT("queue", "Add the consumer group %1 to %2?")
                         .arg(entityName(group))
                         .arg(entityName(key));
    parts.button = PH_TEXT("queue", "Add group");
    parts.icon = u"plus"_s;
    parts.key = key;
    parts.commands = {{"XGROUP", "CREATE", key, group, from}};
    return m_core->act(std::move(parts));
}

Act RedisStreams::removeGroup(const QByteArray& key, const StreamGroup& group)
{
    ActParts parts;
    parts.word = u"delete-group"_s;
    parts.title = PH_TEXT("queue", "Delete consumer group…");
    parts.question = PH_TEXT("queue", "Delete the consumer group %1 of %2?")
                         .arg(entityName(group.name))
                         .arg(entityName(key));
    parts.consequence = PH_TEXT("queue", "Its position and its pending entries are forgotten.");
    parts.button = PH_TEXT("queue", "Delete group");
    parts.icon = u"trash"_s;
    parts.key = key;
    parts.destructive = true;
    parts.effects = {{u"list"_s, PH_TEXT("queue", "Pending entries forgotten"),
                         QLocale().toString(group.pending)},
        {u"user"_s, PH_TEXT("queue", "Consumers"), QLocale().toString(group.consumers)}};
    parts.commands = {{"XGROUP", "DESTROY", key, group.name}};
    auto body = unlessNothing(
        parts.commands, Error::Kind::NotFound, PH_TEXT("queue", "The group was gone already."));
    return m_core->act(std::move(parts), std::move(body));
}

} // namespace pilothouse::queue
