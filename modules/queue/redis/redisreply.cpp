// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisreply.h"

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// An array grows as its elements arrive: a peer that announces a billion elements and sends none
// costs nothing. Only the innermost array grows, so pointers to the enclosing ones stay valid.
Reply* place(const redisReadTask* task)
{
    auto* budget = static_cast<ReplyBudget*>(task->privdata);
    budget->used += qint64(sizeof(Reply));
    if (budget->used > budget->limit) {
        budget->exceeded = true;
        return nullptr;
    }
    int depth = 0;
    for (const redisReadTask* above = task->parent; above; above = above->parent)
        ++depth;
    if (depth > ReplyBudget::kDeepest) {
        budget->tooDeep = true;
        return nullptr;
    }
    if (!task->parent)
        return new Reply;
    auto* array = static_cast<Reply*>(task->parent->obj);
    return &array->items.emplace_back();
}

void* makeString(const redisReadTask* task, char* data, size_t size)
{
    auto* budget = static_cast<ReplyBudget*>(task->privdata);
    budget->used += qint64(size);
    Reply* reply = place(task);
    if (!reply)
        return nullptr;
    reply->type = task->type == REDIS_REPLY_ERROR ? Reply::Type::Error
        : task->type == REDIS_REPLY_STATUS        ? Reply::Type::Status
                                                  : Reply::Type::Bytes;
    reply->bytes = QByteArray(data, qsizetype(size));
    return reply;
}

void* makeArray(const redisReadTask* task, size_t elements)
{
    Reply* reply = place(task);
    if (!reply)
        return nullptr;
    reply->type = Reply::Type::Array;
    reply->items.reserve(std::min<size_t>(elements, 4096));
    return reply;
}

void* makeInteger(const redisReadTask* task, long long value)
{
    Reply* reply = place(task);
    if (!reply)
        return nullptr;
    reply->type = Reply::Type::Integer;
    reply->integer = value;
    return reply;
}

void* makeNil(const redisReadTask* task)
{
    return place(task);
}

void freeReply(void* object)
{
    delete static_cast<Reply*>(object);
}

#if HIREDIS_MAJOR >= 1
void* makeDouble(const redisReadTask* task, double, char* text, size_t size)
{
    return makeString(task, text, size);
}
void* makeBool(const redisReadTask* task, int value)
{
    return makeInteger(task, value);
}
redisReplyObjectFunctions s_functions{
    makeString, makeArray, makeInteger, makeDouble, makeNil, makeBool, freeReply};
#else
void* makeArrayInt(const redisReadTask* task, int elements)
{
    return makeArray(task, size_t(std::max(elements, 0)));
}
redisReplyObjectFunctions s_functions{makeString, makeArrayInt, makeInteger, makeNil, freeReply};
#endif

} // namespace

void installBuilder(redisReader* reader, ReplyBudget* budget)
{
    reader->fn = &s_functions;
    reader->privdata = budget;
}

ReaderHandle makeReader(ReplyBudget* budget)
{
    ReaderHandle reader(redisReaderCreateWithFunctions(&s_functions));
    if (reader)
        reader->privdata = budget;
    return reader;
}

Result<std::optional<Reply>> takeReply(redisReader* reader, ReplyBudget& budget)
{
    void* object = nullptr;
    const bool good = redisReaderGetReply(reader, &object) == REDIS_OK;
    const std::unique_ptr<Reply> reply(static_cast<Reply*>(object));
    // One long string lies in the reader's buffer until it is whole.
    const bool tooLarge = budget.exceeded
        || (!reply && good && qint64(reader->len - reader->pos) + budget.used > budget.limit);
    if (tooLarge)
        return fail(Error::Kind::Protocol, u"reply larger than %1 bytes"_s.arg(budget.limit), {},
            PH_TEXT("queue", "Read this value in windows instead of as a whole."), u"too-large"_s);
    if (!good)
        return fail(Error::Kind::Protocol,
            budget.tooDeep ? u"arrays nested deeper than %1"_s.arg(ReplyBudget::kDeepest)
                           : QString::fromLocal8Bit(reader->errstr),
            {},
            PH_TEXT("queue", "This does not answer like a Redis server. Check address and TLS."));
    if (!reply)
        return std::optional<Reply>();
    budget.used = 0;
    return std::optional<Reply>(std::move(*reply));
}

Text keyGone()
{
    return PH_TEXT("queue", "The key is gone: it was deleted, or its time had passed.");
}

Text elementGone()
{
    return PH_TEXT("queue", "It is gone: somebody else deleted it, or the time of the key passed.");
}

Error errorOf(const QByteArray& words, const QString& where)
{
    const QByteArray prefix = words.left(words.indexOf(' ')).toUpper();
    const auto says = [&](const char* part) {
        return words.contains(part);
    };
    Error error{
        Error::Kind::Conflict, where, QString::fromUtf8(words), {}, QString::fromLatin1(prefix)};
    using Kind = Error::Kind;
    if (prefix == "NOAUTH" || prefix == "WRONGPASS" || says("AUTH <password> called without")
        || says("invalid password")) {
        error.kind = Kind::Auth;
        error.hint = PH_TEXT("queue", "Check user and password of this connection.");
    } else if (prefix == "NOPERM") {
        error.kind = Kind::Auth;
        error.hint = PH_TEXT("queue", "The server's access rules do not allow this for the user.");
    } else if (prefix == "READONLY") {
        error.kind = Kind::Refused;
        error.hint = PH_TEXT("queue", "This is a replica. Connect to its primary to write.");
    } else if (prefix == "LOADING" || prefix == "BUSY" || prefix == "MASTERDOWN"
        || prefix == "TRYAGAIN") {
        error.kind = Kind::Timeout;
        error.hint = PH_TEXT("queue", "The server is busy. It is asked again by itself.");
    } else if (prefix == "OOM" || prefix == "MISCONF" || prefix == "NOREPLICAS"
        || prefix == "DENIED") {
        error.kind = Kind::Refused;
    } else if (prefix == "MOVED" || prefix == "ASK" || prefix == "CLUSTERDOWN"
        || prefix == "CROSSSLOT") {
        error.kind = Kind::Unsupported;
        error.hint = PH_TEXT("queue", "The key lives on another node of the cluster.");
    } else if (says("unknown command") || says("unknown subcommand")
        || says("Unknown subcommand")) {
        error.kind = Kind::Unsupported;
    } else if (says("no such key")) {
        error.kind = Kind::NotFound;
        error.hint = keyGone();
    } else if (prefix == "NOGROUP") {
        error.kind = Kind::NotFound;
    } else if (says("index out of range")) {
        error.kind = Kind::NotFound;
        error.hint = PH_TEXT("queue", "The list is shorter by now; it has no item there.");
    } else if (says("max number of clients")) {
        error.kind = Kind::Refused;
        error.hint = PH_TEXT("queue", "The server takes no more connections (maxclients).");
    }
    return error;
}

Result<qint64> asInteger(const Reply& reply)
{
    if (reply.type == Reply::Type::Integer)
        return reply.integer;
    bool ok = false;
    const qint64 value = reply.isText() ? reply.bytes.toLongLong(&ok) : 0;
    if (!ok)
        return fail(Error::Kind::Protocol, u"a number was expected"_s);
    return value;
}

Result<QByteArray> asBytes(const Reply& reply)
{
    if (reply.isNull())
        return QByteArray();
    if (reply.isText())
        return reply.bytes.isNull() ? QByteArray("") : reply.bytes;
    if (reply.type == Reply::Type::Integer)
        return QByteArray::number(reply.integer);
    return fail(Error::Kind::Protocol, u"a text was expected"_s);
}

const Reply* fieldOf(const Reply& pairs, QByteArrayView key)
{
    for (size_t i = 0; i + 1 < pairs.items.size(); i += 2) {
        if (pairs.items[i].isText() && pairs.items[i].bytes == key)
            return &pairs.items[i + 1];
    }
    return nullptr;
}

qint64 integerField(const Reply& pairs, QByteArrayView key, qint64 otherwise)
{
    const Reply* field = fieldOf(pairs, key);
    if (!field)
        return otherwise;
    const auto value = asInteger(*field);
    return value ? *value : otherwise;
}

} // namespace pilothouse::queue
