// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisvalues.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

struct EditWords {
    QString word;
    Text title;
    Text question;
    QString icon;
    bool destructive = false;
};

EditWords wordsOf(const ValueEdit& edit)
{
    using Kind = ValueEdit::Kind;
    const QString key = entityName(edit.key);
    const QString field = entityName(edit.field).left(80);
    const QString value = entityName(edit.value.left(80));
    switch (edit.kind) {
    case Kind::SetText:
        return {u"set-value"_s, PH_TEXT("queue", "Save value"),
            PH_TEXT("queue", "Save the new value of %1?").arg(key), u"save"_s};
    case Kind::AddField:
        return {u"add-field"_s, PH_TEXT("queue", "Add field"),
            PH_TEXT("queue", "Add the field %1 to %2?").arg(field).arg(key), u"plus"_s};
    case Kind::SetField:
        return {u"set-field"_s, PH_TEXT("queue", "Save field"),
            PH_TEXT("queue", "Save the field %1 of %2?").arg(field).arg(key), u"save"_s};
    case Kind::RemoveField:
        return {u"delete-field"_s, PH_TEXT("queue", "Delete field"),
            PH_TEXT("queue", "Delete the field %1 of %2?").arg(field).arg(key), u"trash"_s, true};
    case Kind::SetItem:
        return {u"set-item"_s, PH_TEXT("queue", "Save item"),
            PH_TEXT("queue", "Save item %1 of %2?").arg(edit.index).arg(key), u"save"_s};
    case Kind::PushFront:
        return {u"push-front"_s, PH_TEXT("queue", "Add at the front"),
            PH_TEXT("queue", "Add an item at the front of %1?").arg(key), u"plus"_s};
    case Kind::PushBack:
        return {u"push-back"_s, PH_TEXT("queue", "Add at the end"),
            PH_TEXT("queue", "Add an item at the end of %1?").arg(key), u"plus"_s};
    case Kind::RemoveItem:
        return {u"delete-item"_s, PH_TEXT("queue", "Delete item"),
            PH_TEXT("queue", "Delete item %1 of %2?").arg(edit.index).arg(key), u"trash"_s, true};
    case Kind::AddMember:
    case Kind::AddScored:
        return {u"add-member"_s, PH_TEXT("queue", "Add member"),
            PH_TEXT("queue", "Add a member to %1?").arg(key), u"plus"_s};
    case Kind::RemoveMember:
    case Kind::RemoveScored:
        return {u"delete-member"_s, PH_TEXT("queue", "Delete member"),
            PH_TEXT("queue", "Delete the member %1 of %2?").arg(value).arg(key), u"trash"_s, true};
    case Kind::SetScore:
        return {u"set-score"_s, PH_TEXT("queue", "Save score"),
            PH_TEXT("queue", "Save the score of %1 in %2?").arg(value).arg(key), u"save"_s};
    case Kind::AddEntry:
        return {u"add-entry"_s, PH_TEXT("queue", "Add entry"),
            PH_TEXT("queue", "Add an entry to %1?").arg(key), u"plus"_s};
    case Kind::RemoveEntry:
        return {u"delete-entry"_s, PH_TEXT("queue", "Delete entry"),
            PH_TEXT("queue", "Delete the entry %1 of %2?").arg(field).arg(key), u"trash"_s, true};
    }
    return {};
}

// Adding a part by a command that answers 0 when there is one of that name; what else the name may
// hold stays. Such a command makes a key that is gone anew, so it is sent only while that is there.
ActBody newPart(const QByteArray& key, std::vector<Command> commands, Text taken)
{
    return [key, commands = std::move(commands), taken = std::move(taken)](
               RedisConnection& c, const Token& token, TaskProgress& progress) -> Result<Text> {
        const auto done = c.changeThere(key, commands, token, progress);
        if (!done)
            return tl::unexpected(done.error());
        if (done->items.empty() || done->items.back().integer == 0)
            return fail(Error::Kind::Conflict, {}, c.where(), taken, ValueEdit::kTaken);
        return Text();
    };
}

ActBody overSeen(const ValueEdit& edit, std::vector<Command> commands)
{
    return [check = checkOf(edit), expected = *edit.expected, commands = std::move(commands)](
               RedisConnection& c, const Token& token, TaskProgress& progress) {
        return c.changeIf(check, expected, commands, token, progress).map([](const Reply&) {
            return Text();
        });
    };
}

// Empty: the commands as they are.
ActBody bodyOf(const ValueEdit& edit, const std::vector<Command>& commands)
{
    using Kind = ValueEdit::Kind;
    if (!checkOf(edit).empty())
        return overSeen(edit, commands);
    switch (edit.kind) {
    case Kind::AddField:
        return newPart(edit.key, commands,
            PH_TEXT("queue", "A field of that name is there already. Edit the existing one."));
    case Kind::AddMember:
        return newPart(edit.key, commands, PH_TEXT("queue", "It is a member already."));
    case Kind::AddScored:
        return newPart(edit.key, commands,
            PH_TEXT("queue", "It is a member already. Edit the score of the existing one."));
    case Kind::PushFront:
    case Kind::PushBack:
    case Kind::AddEntry:
        return unlessNothing(commands, Error::Kind::NotFound, keyGone());
    case Kind::RemoveField:
    case Kind::RemoveMember:
    case Kind::RemoveScored:
    case Kind::RemoveEntry:
        return unlessNothing(commands, Error::Kind::NotFound, elementGone());
    default:
        return {};
    }
}

} // namespace

Call<TextWindow> RedisValues::text(const QByteArray& key, qint64 from, qint64 length)
{
    return m_core->reads().run(kReadLimit,
        [key, from, length](RedisConnection& c, const Token& token) -> Result<TextWindow> {
            const std::vector<Command> commands{{"STRLEN", key},
                {"GETRANGE", key, QByteArray::number(from), QByteArray::number(from + length - 1)}};
            auto answers = c.readAll(commands, token);
            if (!answers)
                return tl::unexpected(answers.error());
            for (const Reply& reply : *answers) {
                if (reply.isError())
                    return tl::unexpected(errorOf(reply.bytes, c.where()));
            }
            return TextWindow{std::move((*answers)[1].bytes), from, (*answers)[0].integer};
        });
}

Call<ValuePage> RedisValues::page(const PageQuery& query)
{
    return m_core->reads().run(
        kReadLimit, [query](RedisConnection& c, const Token& token) -> Result<ValuePage> {
            const Command read = pageCommand(query);
            if (read.empty())
                return fail(
                    Error::Kind::Unsupported, u"no view for values of this type"_s, c.where());
            const std::vector<Command> commands{{lengthOf(query.type), query.key}, read};
            const auto answers = c.readAll(commands, token);
            if (!answers)
                return tl::unexpected(answers.error());
            for (const Reply& reply : *answers) {
                if (reply.isError())
                    return tl::unexpected(errorOf(reply.bytes, c.where()));
            }
            auto page = pageOf(query, (*answers)[1]);
            if (!page) {
                Error error = page.error();
                error.where = c.where();
                return tl::unexpected(error);
            }
            page->total = (*answers)[0].integer;
            return page;
        });
}

Act RedisValues::edit(const ValueEdit& edit)
{
    EditWords words = wordsOf(edit);
    ActParts parts;
    parts.word = words.word;
    parts.button = words.title;
    parts.title = std::move(words.title);
    parts.question = std::move(words.question);
    parts.icon = words.icon;
    parts.key = edit.key;
    parts.destructive = words.destructive;
    parts.commands = commandsOf(edit);
    if (!checkOf(edit).empty())
        parts.consequence
            = PH_TEXT("queue", "Nothing is sent when somebody else changed it meanwhile.");
    ActBody body = bodyOf(edit, parts.commands);
    return m_core->act(std::move(parts), std::move(body));
}

} // namespace pilothouse::queue
