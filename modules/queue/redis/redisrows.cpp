// SPDX-License-Identifier: GPL-3.0-or-later
// Query, preview and actions: a command's answer as a table, a look into a key, what can be done.
#include "queue/redis/redisfacets.h"

#include "queue/redis/redisconsole.h"
#include "queue/redis/rediskeyspace.h"
#include "queue/redis/redisvalues.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray cellOf(const Reply& reply)
{
    switch (reply.type) {
    case Reply::Type::Null:
        return {};
    case Reply::Type::Integer:
        return QByteArray::number(reply.integer);
    case Reply::Type::Array: {
        QByteArray out = "[";
        for (const Reply& item : reply.items) {
            if (out.size() > 1)
                out += ", ";
            out += cellOf(item);
        }
        return out + ']';
    }
    case Reply::Type::Status:
    case Reply::Type::Error:
    case Reply::Type::Bytes:
        break;
    }
    return reply.bytes.isNull() ? QByteArray("") : reply.bytes;
}

RowSet rowsOfPage(const ValuePage& page, KeyType type)
{
    RowSet set;
    const auto fill = [&](QStringList columns, auto cells) {
        set.columns = std::move(columns);
        for (qsizetype i = 0; i < set.columns.size(); ++i)
            set.types += u"bytes"_s;
        for (const ValueRow& row : page.rows)
            set.rows.push_back(cells(row));
    };
    using Cells = std::vector<QByteArray>;
    if (type == KeyType::Hash)
        fill({u"field"_s, u"value"_s}, [](const ValueRow& r) { return Cells{r.field, r.value}; });
    else if (type == KeyType::List)
        fill({u"index"_s, u"value"_s}, [](const ValueRow& r) {
            return Cells{QByteArray::number(r.index), r.value};
        });
    else if (type == KeyType::SortedSet)
        fill({u"member"_s, u"score"_s}, [](const ValueRow& r) { return Cells{r.value, r.score}; });
    else if (type == KeyType::Stream)
        fill({u"id"_s, u"fields"_s}, [](const ValueRow& r) {
            QByteArray all;
            for (const auto& [name, value] : r.pairs)
                all += (all.isEmpty() ? "" : " ") + name + '=' + value;
            return Cells{r.field, all};
        });
    else
        fill({u"member"_s}, [](const ValueRow& r) { return Cells{r.value}; });
    set.truncated = !page.next.isEmpty();
    return set;
}

} // namespace

RowSet rowsOf(const Reply& reply, int limit)
{
    RowSet set;
    set.columns = {u"value"_s};
    set.types = {u"bytes"_s};
    if (!reply.isArray()) {
        set.rows.push_back({cellOf(reply)});
        return set;
    }
    // A list of lists of the same length is a table.
    size_t width = 0;
    for (const Reply& item : reply.items)
        width = std::max(width, item.isArray() ? item.items.size() : size_t(0));
    for (size_t i = 1; i < width; ++i) {
        set.columns += u"value %1"_s.arg(i + 1);
        set.types += u"bytes"_s;
    }
    for (const Reply& item : reply.items) {
        if (int(set.rows.size()) >= limit) {
            set.truncated = true;
            break;
        }
        std::vector<QByteArray> row;
        if (width > 0 && item.isArray()) {
            for (const Reply& cell : item.items)
                row.push_back(cellOf(cell));
        } else {
            row.push_back(cellOf(item));
        }
        row.resize(size_t(set.columns.size()));
        set.rows.push_back(std::move(row));
    }
    return set;
}

QStringList RedisRows::languages() const
{
    return {u"redis"_s};
}

Call<RowSet> RedisRows::run(const QString& language, const QString& text, const QVariantMap&,
    const std::optional<TimeRange>&, int limit)
{
    auto command = parsed(text);
    if (language != "redis"_L1)
        command = fail(Error::Kind::Unsupported, language, m_core->config().id);
    else if (command && command->empty())
        command = fail(
            Error::Kind::Protocol, {}, m_core->config().id, PH_TEXT("queue", "Type a command."));
    if (!command)
        return Call<RowSet>::ready(m_core->runtime(), tl::unexpected(command.error()));
    return m_core->facets().run(
        kFacetLimit, [command = *command, limit](RedisConnection& c, const Token& token) {
            return readOnly(c, command, token).map([limit](const Reply& reply) {
                return rowsOf(reply, limit);
            });
        });
}

Call<RowSet> RedisRows::preview(const EntityId& entity, int rows)
{
    const qsizetype hash = entity.name.lastIndexOf(u'#');
    return m_core->facets().run(kFacetLimit,
        [name = entity.name, hash, rows](RedisConnection& c, const Token& token) -> Result<RowSet> {
            QByteArray key = keyOfEntity(name);
            auto type = c.read({"TYPE", key}, token);
            if (type && type->bytes == "none" && hash > 0) { // a consumer group: its stream
                key = keyOfEntity(QStringView(name).first(hash));
                type = c.read({"TYPE", key}, token);
            }
            if (!type)
                return tl::unexpected(type.error());
            PageQuery query;
            query.key = key;
            query.type = typeOf(type->bytes);
            query.count = std::clamp(rows, 1, 1000);
            query.newestFirst = query.type == KeyType::Stream;
            if (query.type == KeyType::String)
                return c.read({"GETRANGE", key, "0", "4095"}, token).map([](const Reply& r) {
                    return rowsOf(r, 1);
                });
            if (type->bytes == "none")
                return fail(Error::Kind::NotFound, name, c.where());
            const Command read = pageCommand(query);
            if (read.empty())
                return fail(Error::Kind::Unsupported, QString::fromUtf8(type->bytes), c.where());
            return c.read(read, token)
                .and_then([&](const Reply& r) { return pageOf(query, r); })
                .map([&](const ValuePage& page) { return rowsOfPage(page, query.type); });
        });
}

Call<std::vector<Act>> RedisActions::forEntity(const EntityId& entity)
{
    if (entity.ns != m_core->config().ns || entity.name.isEmpty())
        return Call<std::vector<Act>>::ready(m_core->runtime(), std::vector<Act>());
    const QByteArray key = keyOfEntity(entity.name);
    const Act hour = m_keyspace.expire(key, std::chrono::hours(1));
    const Act persist = m_keyspace.persist(key);
    return m_core->facets().run(kFacetLimit,
        [key, hour, persist, remove = m_keyspace.removal({key})](
            RedisConnection& c, const Token& token) mutable -> Result<std::vector<Act>> {
            const auto details = countEffects(c, token, {key}, remove);
            if (!details)
                return tl::unexpected(details.error());
            std::vector<Act> acts;
            const KeyDetail& detail = details->front();
            if (detail.gone)
                return acts;
            acts.push_back(hour);
            if (detail.ttl.value_or(KeyDetail::kNoTtl) != KeyDetail::kNoTtl)
                acts.push_back(persist);
            acts.push_back(std::move(remove));
            return acts;
        });
}

} // namespace pilothouse::queue
