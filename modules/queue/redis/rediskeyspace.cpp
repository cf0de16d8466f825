// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/rediskeyspace.h"

#include "queue/redis/rediswalk.h"

#include <QLocale>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr StreamOptions kBatches{256, milliseconds(50)}; // values are whole batches here
constexpr size_t kRemoveStep = 200;

std::vector<QByteArray> namesOf(const Reply& step)
{
    std::vector<QByteArray> out;
    out.reserve(step.items[1].items.size());
    for (const Reply& name : step.items[1].items)
        out.push_back(name.bytes);
    return out;
}

// The server always has the next step and the next details before it while the answers to the last
// are decoded, so both sides work at the same time. Lengths need the types first: then the details
// of one step are over before the next are asked for.
VoidResult surveyKeys(RedisConnection& connection, const Token& token, Sink<DetailBatch>& sink,
    const ScanQuery& query, DetailFields fields)
{
    struct Step {
        std::vector<QByteArray> keys;
        NameBatch names;
        bool last = false;
    };
    RedisWalk walk(connection, token, query);
    if (const auto begun = walk.begin(); !begun)
        return begun;
    const auto receive = [&]() -> Result<Step> {
        const auto answer = walk.receive();
        if (!answer)
            return tl::unexpected(answer.error());
        return Step{namesOf(*answer), walk.decoded(*answer), walk.atEnd()};
    };
    const auto askFor = [&](const Step& step) {
        return walk.sendNext()
            .and_then([&] { return queueDetails(connection, step.keys, fields, token); })
            .and_then([&] { return connection.flush(token); });
    };
    const bool ahead = !fields.testFlag(DetailField::Length);
    auto step = receive();
    if (!step)
        return tl::unexpected(step.error());
    if (const auto asked = askFor(*step); !asked)
        return asked;
    qint64 sent = 0;
    for (;;) {
        Step following;
        if (!step->last) {
            auto next = receive();
            if (!next)
                return tl::unexpected(next.error());
            following = std::move(*next);
            if (ahead)
                if (const auto asked = askFor(following); !asked)
                    return asked;
        }
        auto details = takeDetails(connection, step->keys, fields, token);
        if (!details)
            return tl::unexpected(details.error());
        if (!ahead) {
            if (const auto lengths = addLengths(connection, *details, token); !lengths)
                return lengths;
            if (!step->last)
                if (const auto asked = askFor(following); !asked)
                    return asked;
        }
        sent += qint64(details->size());
        if (!sink.push(DetailBatch{std::move(*details), step->names.visited, step->names.total}))
            return fail(Error::Kind::Cancelled, {});
        if (step->last || (query.limit > 0 && sent >= query.limit))
            return {};
        step = std::move(following);
    }
}

Result<KeyFacts> factsOf(RedisConnection& connection, const Token& token, const QByteArray& key)
{
    const std::vector<Command> commands{{"TYPE", key}, {"PTTL", key}, {"MEMORY", "USAGE", key},
        {"OBJECT", "ENCODING", key}, {"OBJECT", "IDLETIME", key}};
    const auto answers = connection.readAll(commands, token);
    if (!answers)
        return tl::unexpected(answers.error());
    KeyFacts facts;
    KeyDetail& d = facts.detail;
    d.name = key;
    const auto& a = *answers;
    if (a[0].isError())
        return tl::unexpected(errorOf(a[0].bytes, connection.where()));
    d.typeName = a[0].bytes;
    d.type = typeOf(d.typeName);
    d.gone = d.typeName == "none";
    if (a[1].type == Reply::Type::Integer && a[1].integer != -2)
        d.ttl = a[1].integer;
    if (a[2].type == Reply::Type::Integer)
        d.memory = a[2].integer;
    if (a[3].type == Reply::Type::Bytes)
        facts.encoding = a[3].bytes;
    if (a[4].type == Reply::Type::Integer)
        facts.idle = a[4].integer;
    std::vector<KeyDetail> one{d};
    if (const auto lengths = addLengths(connection, one, token); !lengths)
        return tl::unexpected(lengths.error());
    d = one.front();
    return facts;
}

Result<Text> removeByPrefix(RedisConnection& connection, const Token& token, TaskProgress& progress,
    const QByteArray& pattern, qint64 known)
{
    ScanQuery query;
    query.pattern = pattern;
    RedisWalk walk(connection, token, query);
    if (const auto begun = walk.begin(); !begun)
        return tl::unexpected(begun.error());
    qint64 removed = 0;
    std::vector<QByteArray> keys;
    for (;;) {
        auto step = walk.receive();
        if (!step)
            return tl::unexpected(step.error());
        for (QByteArray& name : namesOf(*step))
            keys.push_back(std::move(name));
        while (keys.size() >= kRemoveStep || (walk.atEnd() && !keys.empty())) {
            if (token.stopped())
                return fail(Error::Kind::Cancelled, {});
            const size_t n = std::min(keys.size(), kRemoveStep);
            Command command{"UNLINK"};
            command.insert(command.end(), keys.end() - qsizetype(n), keys.end());
            keys.resize(keys.size() - n);
            const auto done = connection.change({&command, 1}, token, progress);
            if (!done)
                return tl::unexpected(done.error());
            removed += done->integer;
            progress.set(removed, std::max(known, removed), TaskStatus::Unit::Keys);
            token.alive(kSilence);
        }
        if (walk.atEnd() && removed == 0)
            return fail(Error::Kind::NotFound, {}, connection.where(),
                PH_TEXT("queue", "No key begins so any more."));
        if (walk.atEnd())
            return PH_PLURAL("queue", "%n key(s) deleted").plural(int(removed));
        if (const auto sent = walk.sendNext(); !sent)
            return tl::unexpected(sent.error());
    }
}

QString countText(qint64 n)
{
    return QLocale().toString(n);
}

// COPY and PERSIST answer 0 for a key that is gone, too.
Result<bool> isThere(RedisConnection& c, const QByteArray& key, const Token& token)
{
    return c.read({"EXISTS", key}, token).map([](const Reply& reply) { return reply.integer > 0; });
}

// For commands that answer 0 when the new name is taken.
ActBody ontoFreeName(std::vector<Command> commands, const QByteArray& key)
{
    return [commands = std::move(commands), key](
               RedisConnection& c, const Token& token, TaskProgress& progress) -> Result<Text> {
        const auto done = c.change(commands, token, progress);
        if (!done)
            return tl::unexpected(done.error());
        if (done->integer == 0 && isThere(c, key, token) == false)
            return fail(Error::Kind::NotFound, {}, c.where(), keyGone());
        if (done->integer == 0)
            return fail(Error::Kind::Conflict, {}, c.where(),
                PH_TEXT("queue", "A key of the new name is there already."));
        return Text();
    };
}

} // namespace

Result<std::vector<KeyDetail>> countEffects(
    RedisConnection& connection, const Token& token, const std::vector<QByteArray>& keys, Act& act)
{
    if (const auto opened = connection.open(token); !opened)
        return tl::unexpected(opened.error());
    const DetailFields fields = DetailField::Type | DetailField::Ttl | DetailField::Memory;
    if (const auto queued = queueDetails(connection, keys, fields, token); !queued)
        return tl::unexpected(queued.error());
    if (const auto sent = connection.flush(token); !sent)
        return tl::unexpected(sent.error());
    auto details = takeDetails(connection, keys, fields, token);
    if (!details)
        return tl::unexpected(details.error());
    if (const auto lengths = addLengths(connection, *details, token); !lengths)
        return tl::unexpected(lengths.error());
    qint64 there = 0, elements = 0, bytes = 0;
    for (const KeyDetail& d : *details) {
        there += d.gone ? 0 : 1;
        elements += d.type == KeyType::String ? 0 : d.length.value_or(0);
        bytes += d.memory.value_or(0);
    }
    act.effects.push_back({u"key"_s, PH_TEXT("queue", "Keys deleted"), countText(there)});
    if (elements > 0)
        act.effects.push_back(
            {u"list"_s, PH_TEXT("queue", "Elements in them"), countText(elements)});
    act.effects.push_back({u"cpu"_s, PH_TEXT("queue", "Memory freed, about"),
        QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat)});
    return details;
}

Stream<NameBatch> RedisKeyspace::scan(const ScanQuery& query)
{
    const auto [lane, mark] = m_core->walk();
    return lane->stream<NameBatch>(
        kSilence,
        [query, mark = mark](
            RedisConnection& connection, const Token& token, Sink<NameBatch>& sink) -> VoidResult {
            RedisWalk walk(connection, token, query);
            if (const auto begun = walk.begin(); !begun)
                return begun;
            qint64 found = 0;
            while (true) {
                auto batch = walk.take();
                if (!batch)
                    return tl::unexpected(batch.error());
                found += batch->size();
                const bool enough = query.limit > 0 && found >= query.limit;
                if (!sink.push(std::move(*batch)) || enough || walk.atEnd()) {
                    if (!walk.atEnd())
                        connection.close(); // a step is under way that nobody will read
                    return token.stopped() && !enough ? fail(Error::Kind::Cancelled, {})
                                                      : VoidResult();
                }
            }
        },
        kBatches);
}

Stream<DetailBatch> RedisKeyspace::survey(const ScanQuery& query, DetailFields fields)
{
    const auto [lane, mark] = m_core->walk();
    return lane->stream<DetailBatch>(
        kSilence,
        [query, fields, mark = mark](
            RedisConnection& connection, const Token& token, Sink<DetailBatch>& sink) {
            auto result = surveyKeys(connection, token, sink, query, fields);
            if (!result || query.limit > 0)
                connection.close(); // answers may be under way that nobody will read
            return result;
        },
        kBatches);
}

Call<std::vector<KeyDetail>> RedisKeyspace::details(
    const std::vector<QByteArray>& keys, DetailFields fields)
{
    return m_core->reads().run(kReadLimit,
        [keys, fields](
            RedisConnection& connection, const Token& token) -> Result<std::vector<KeyDetail>> {
            if (const auto opened = connection.open(token); !opened)
                return tl::unexpected(opened.error());
            if (const auto queued = queueDetails(connection, keys, fields, token); !queued)
                return tl::unexpected(queued.error());
            if (const auto sent = connection.flush(token); !sent)
                return tl::unexpected(sent.error());
            auto details = takeDetails(connection, keys, fields, token);
            if (details && fields.testFlag(DetailField::Length)) {
                if (const auto lengths = addLengths(connection, *details, token); !lengths)
                    return tl::unexpected(lengths.error());
            }
            return details;
        });
}

Call<KeyFacts> RedisKeyspace::facts(const QByteArray& key)
{
    return m_core->reads().run(kReadLimit, [key](RedisConnection& connection, const Token& token) {
        return factsOf(connection, token, key);
    });
}

Act RedisKeyspace::expire(const QByteArray& key, milliseconds ttl)
{
    ActParts parts;
    parts.word = u"set-ttl"_s;
    parts.title = PH_TEXT("queue", "Set time to live…");
    parts.question = PH_TEXT("queue", "Set the time to live of %1?").arg(entityName(key));
    parts.consequence = PH_TEXT("queue", "The key is deleted by the server when it has passed.");
    parts.button = PH_TEXT("queue", "Set time to live");
    parts.icon = u"clock"_s;
    parts.key = key;
    parts.commands = {{"PEXPIRE", key, QByteArray::number(qint64(ttl.count()))}};
    auto body = unlessNothing(parts.commands, Error::Kind::NotFound, keyGone());
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisKeyspace::persist(const QByteArray& key)
{
    ActParts parts;
    parts.word = u"persist"_s;
    parts.title = PH_TEXT("queue", "Keep for ever");
    parts.question = PH_TEXT("queue", "Keep %1 for ever?").arg(entityName(key));
    parts.consequence = PH_TEXT("queue", "Its time to live is removed.");
    parts.button = PH_TEXT("queue", "Keep for ever");
    parts.icon = u"pin"_s;
    parts.key = key;
    parts.commands = {{"PERSIST", key}};
    ActBody body = [key, commands = parts.commands](RedisConnection& c, const Token& token,
                       TaskProgress& progress) -> Result<Text> {
        const auto done = c.change(commands, token, progress);
        if (!done)
            return tl::unexpected(done.error());
        if (done->integer > 0)
            return Text();
        if (isThere(c, key, token) == false)
            return fail(Error::Kind::NotFound, {}, c.where(), keyGone());
        return PH_TEXT("queue", "It had no time to live.");
    };
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisKeyspace::rename(const QByteArray& key, const QByteArray& to)
{
    ActParts parts;
    parts.word = u"rename"_s;
    parts.title = PH_TEXT("queue", "Rename…");
    parts.question = PH_TEXT("queue", "Rename %1 to %2?").arg(entityName(key)).arg(entityName(to));
    parts.consequence = PH_TEXT("queue", "Nothing happens when the new name is taken.");
    parts.button = PH_TEXT("queue", "Rename");
    parts.icon = u"edit"_s;
    parts.key = key;
    parts.commands = {{"RENAMENX", key, to}};
    auto body = ontoFreeName(parts.commands, key);
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisKeyspace::copy(const QByteArray& key, const QByteArray& to)
{
    ActParts parts;
    parts.word = u"copy"_s;
    parts.title = PH_TEXT("queue", "Copy…");
    parts.question = PH_TEXT("queue", "Copy %1 to %2?").arg(entityName(key)).arg(entityName(to));
    parts.consequence = PH_TEXT("queue", "Nothing happens when the new name is taken.");
    parts.button = PH_TEXT("queue", "Copy");
    parts.icon = u"copy"_s;
    parts.key = key;
    parts.commands = {{"COPY", key, to}};
    auto body = ontoFreeName(parts.commands, key);
    return m_core->act(std::move(parts), std::move(body));
}

Act RedisKeyspace::removal(const std::vector<QByteArray>& keys)
{
    ActParts parts;
    parts.word = u"delete"_s;
    parts.title = PH_TEXT("queue", "Delete…");
    parts.question = keys.size() == 1
        ? PH_TEXT("queue", "Delete %1?").arg(entityName(keys.front()))
        : PH_PLURAL("queue", "Delete %n key(s)?").plural(int(keys.size()));
    parts.consequence = PH_TEXT("queue", "The values are gone; the server keeps no copy.");
    parts.button = PH_TEXT("queue", "Delete");
    parts.icon = u"trash"_s;
    parts.key = keys.size() == 1 ? keys.front() : QByteArray();
    parts.destructive = true;
    Command command{"UNLINK"};
    command.insert(command.end(), keys.begin(), keys.end());
    parts.commands = {std::move(command)};
    ActBody body = [asked = qint64(keys.size()), commands = parts.commands](RedisConnection& c,
                       const Token& token, TaskProgress& progress) -> Result<Text> {
        const auto done = c.change(commands, token, progress);
        if (!done)
            return tl::unexpected(done.error());
        if (done->integer == 0)
            return fail(Error::Kind::NotFound, {}, c.where(), keyGone());
        if (done->integer < asked)
            return PH_TEXT("queue", "%1 of %2 keys deleted; the others were gone already.")
                .arg(countText(done->integer))
                .arg(countText(asked));
        return Text();
    };
    return m_core->act(std::move(parts), std::move(body));
}

Call<Act> RedisKeyspace::remove(const std::vector<QByteArray>& keys)
{
    // The act is made here, on its own thread; the lane only counts what it would remove.
    return m_core->reads().run(kReadLimit,
        [keys, act = removal(keys)](
            RedisConnection& connection, const Token& token) mutable -> Result<Act> {
            if (const auto counted = countEffects(connection, token, keys, act); !counted)
                return tl::unexpected(counted.error());
            return std::move(act);
        });
}

Act RedisKeyspace::removePrefix(const QByteArray& prefix, qint64 known)
{
    const QByteArray pattern = globEscaped(prefix) + '*';
    ActParts parts;
    parts.word = u"delete-prefix"_s;
    parts.title = PH_TEXT("queue", "Delete these keys…");
    parts.question
        = PH_TEXT("queue", "Delete all keys that begin with %1?").arg(entityName(prefix));
    parts.consequence = PH_TEXT("queue",
        "They are found by SCAN and deleted in steps of 200; it can be stopped in between.");
    parts.button = PH_TEXT("queue", "Delete keys");
    parts.icon = u"trash"_s;
    parts.key = prefix;
    parts.destructive = true;
    parts.effects = {{u"key"_s, PH_TEXT("queue", "Keys found so far"), countText(known)}};
    parts.statement
        = written({"SCAN", "0", "MATCH", pattern, "COUNT", "1000"}) + u"\nUNLINK key …"_s;
    ActBody body
        = [pattern, known](RedisConnection& c, const Token& token, TaskProgress& progress) {
              return removeByPrefix(c, token, progress, pattern, known);
          };
    return m_core->act(std::move(parts), std::move(body));
}

} // namespace pilothouse::queue
