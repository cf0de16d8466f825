// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of values: which command reads one, and how its answer becomes rows. Pure.
#include "queue/redis/redisvalues.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray number(qint64 n)
{
    return QByteArray::number(n);
}

void setValue(ValueRow& row, QByteArray value)
{
    row.fullSize = value.size();
    if (value.size() > ValueRow::kPartLimit)
        value.truncate(ValueRow::kPartLimit);
    row.value = std::move(value);
}

tl::unexpected<Error> odd()
{
    return tl::unexpected(
        Error{Error::Kind::Protocol, {}, u"the answer has not the shape of this type"_s, {}, {}});
}

// HSCAN, SSCAN, ZSCAN: cursor and a flat list.
Result<ValuePage> scannedPage(const PageQuery& query, const Reply& reply)
{
    if (reply.items.size() != 2 || !reply.items[0].isText() || !reply.items[1].isArray())
        return odd();
    ValuePage page;
    if (reply.items[0].bytes != "0")
        page.next = reply.items[0].bytes;
    const auto& flat = reply.items[1].items;
    const size_t step = query.type == KeyType::Set ? 1 : 2;
    for (size_t i = 0; i + step <= flat.size(); i += step) {
        ValueRow row;
        if (query.type == KeyType::Hash) {
            row.field = flat[i].bytes;
            setValue(row, flat[i + 1].bytes);
        } else {
            setValue(row, flat[i].bytes);
            if (query.type == KeyType::SortedSet)
                row.score = flat[i + 1].bytes;
        }
        page.rows.push_back(std::move(row));
    }
    return page;
}

qint64 startOf(const PageQuery& query)
{
    return query.cursor.isEmpty() ? query.from : query.cursor.toLongLong();
}

Result<ValuePage> positionedPage(const PageQuery& query, const Reply& reply)
{
    if (!reply.isArray())
        return odd();
    ValuePage page;
    const qint64 start = startOf(query);
    const bool scored = query.type == KeyType::SortedSet;
    const size_t step = scored ? 2 : 1;
    for (size_t i = 0; i + step <= reply.items.size(); i += step) {
        ValueRow row;
        setValue(row, reply.items[i].bytes);
        row.index = start + qint64(i / step);
        if (scored)
            row.score = reply.items[i + 1].bytes;
        page.rows.push_back(std::move(row));
    }
    if (qint64(page.rows.size()) == query.count)
        page.next = number(start + query.count);
    return page;
}

Result<ValuePage> streamPage(const PageQuery& query, const Reply& reply)
{
    if (!reply.isArray())
        return odd();
    ValuePage page;
    for (const Reply& item : reply.items) {
        if (item.items.size() != 2)
            return odd();
        ValueRow row;
        row.field = item.items[0].bytes;
        const auto& flat = item.items[1].items; // null for an entry that was deleted
        for (size_t i = 0; i + 1 < flat.size(); i += 2) {
            QByteArray value = flat[i + 1].bytes;
            row.fullSize += value.size();
            if (value.size() > ValueRow::kPartLimit)
                value.truncate(ValueRow::kPartLimit);
            row.pairs.emplace_back(flat[i].bytes, std::move(value));
        }
        page.rows.push_back(std::move(row));
    }
    if (int(page.rows.size()) == query.count)
        page.next = '(' + page.rows.back().field; // exclusive from here on
    return page;
}

} // namespace

const char* lengthOf(KeyType type)
{
    switch (type) {
    case KeyType::Hash:
        return "HLEN";
    case KeyType::List:
        return "LLEN";
    case KeyType::Set:
        return "SCARD";
    case KeyType::SortedSet:
        return "ZCARD";
    case KeyType::Stream:
        return "XLEN";
    case KeyType::String:
        return "STRLEN";
    case KeyType::Unknown:
    case KeyType::Other:
        break;
    }
    return nullptr;
}

Command pageCommand(const PageQuery& query)
{
    const qint64 start = startOf(query);
    const QByteArray count = number(query.count);
    const auto scan = [&](const char* name) {
        Command c{name, query.key, query.cursor.isEmpty() ? QByteArray("0") : query.cursor};
        if (!query.match.isEmpty())
            c.insert(c.end(), {"MATCH", query.match});
        c.insert(c.end(), {"COUNT", count});
        return c;
    };
    switch (query.type) {
    case KeyType::Hash:
        return scan("HSCAN");
    case KeyType::Set:
        return scan("SSCAN");
    case KeyType::List:
        return {"LRANGE", query.key, number(start), number(start + query.count - 1)};
    case KeyType::SortedSet:
        if (!query.match.isEmpty())
            return scan("ZSCAN");
        return {query.newestFirst ? "ZREVRANGE" : "ZRANGE", query.key, number(start),
            number(start + query.count - 1), "WITHSCORES"};
    case KeyType::Stream:
        if (query.newestFirst)
            return {"XREVRANGE", query.key, query.cursor.isEmpty() ? QByteArray("+") : query.cursor,
                "-", "COUNT", count};
        return {"XRANGE", query.key, query.cursor.isEmpty() ? QByteArray("-") : query.cursor, "+",
            "COUNT", count};
    case KeyType::String:
    case KeyType::Unknown:
    case KeyType::Other:
        break;
    }
    return {};
}

Result<ValuePage> pageOf(const PageQuery& query, const Reply& reply)
{
    switch (query.type) {
    case KeyType::Hash:
    case KeyType::Set:
        return scannedPage(query, reply);
    case KeyType::SortedSet:
        return query.match.isEmpty() ? positionedPage(query, reply) : scannedPage(query, reply);
    case KeyType::List:
        return positionedPage(query, reply);
    case KeyType::Stream:
        return streamPage(query, reply);
    case KeyType::String:
    case KeyType::Unknown:
    case KeyType::Other:
        break;
    }
    return odd();
}

std::vector<Command> commandsOf(const ValueEdit& edit)
{
    using Kind = ValueEdit::Kind;
    const QByteArray& key = edit.key;
    switch (edit.kind) {
    case Kind::SetText:
        return {{"SET", key, edit.value, "KEEPTTL"}};
    case Kind::AddField:
        return {{"HSETNX", key, edit.field, edit.value}};
    case Kind::SetField:
        return {{"HSET", key, edit.field, edit.value}};
    case Kind::RemoveField:
        return {{"HDEL", key, edit.field}};
    case Kind::SetItem:
        return {{"LSET", key, number(edit.index), edit.value}};
    case Kind::PushFront:
        return {{"LPUSHX", key, edit.value}};
    case Kind::PushBack:
        return {{"RPUSHX", key, edit.value}};
    case Kind::RemoveItem: {
        // The server removes by value only, so the place is marked first and then removed.
        const QByteArray mark = "pilothouse:removed:" + number(edit.index);
        return {{"LSET", key, number(edit.index), mark}, {"LREM", key, "1", mark}};
    }
    case Kind::AddMember:
        return {{"SADD", key, edit.value}};
    case Kind::RemoveMember:
        return {{"SREM", key, edit.value}};
    case Kind::AddScored:
        return {{"ZADD", key, "NX", edit.score, edit.value}};
    case Kind::SetScore:
        return {{"ZADD", key, edit.score, edit.value}};
    case Kind::RemoveScored:
        return {{"ZREM", key, edit.value}};
    case Kind::AddEntry: {
        Command c{"XADD", key, "NOMKSTREAM", edit.field.isEmpty() ? QByteArray("*") : edit.field};
        for (const auto& [name, value] : edit.pairs)
            c.insert(c.end(), {name, value});
        return {std::move(c)};
    }
    case Kind::RemoveEntry:
        return {{"XDEL", key, edit.field}};
    }
    return {};
}

Command checkOf(const ValueEdit& edit)
{
    using Kind = ValueEdit::Kind;
    if (!edit.expected)
        return {};
    switch (edit.kind) {
    case Kind::SetText:
        return {"GET", edit.key};
    case Kind::SetField:
    case Kind::RemoveField:
        return {"HGET", edit.key, edit.field};
    case Kind::SetItem:
    case Kind::RemoveItem:
        return {"LINDEX", edit.key, number(edit.index)};
    case Kind::SetScore:
        return {"ZSCORE", edit.key, edit.value};
    default:
        return {};
    }
}

} // namespace pilothouse::queue
