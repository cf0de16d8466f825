// SPDX-License-Identifier: GPL-3.0-or-later
// The keyspace walk on a lane: SCAN step by step, the next one under way while the last is decoded,
// its size following what the server says each step costs it. And pipelined details of many keys.
#pragma once

#include "queue/api/keyspace.h"
#include "queue/redis/redisconnection.h"
#include "queue/redis/scanpace.h"

namespace pilothouse::queue
{

class RedisWalk final
{
public:
    RedisWalk(RedisConnection& connection, const Token& token, const ScanQuery& query)
        : m_connection(connection)
        , m_token(token)
        , m_query(query)
    {
    }

    VoidResult begin(); // DBSIZE and the first step are under way
    bool atEnd() const { return m_ended; }
    // Waits for the step under way, sends the next, then decodes. Between takes of a walk other
    // reads may be queued on the connection with takeFirst(): see survey().
    Result<NameBatch> take();

    // The two halves of take(): the raw answer with the next step already sent, and its decoding.
    Result<Reply> receive();
    VoidResult sendNext(); // no-op at the end
    NameBatch decoded(const Reply& step);

private:
    VoidResult waitWhileHeld();
    VoidResult refreshPace();

    RedisConnection& m_connection;
    const Token& m_token;
    const ScanQuery m_query;
    ScanPace m_pace;
    QByteArray m_cursor = "0"; // opaque, 64 bits and more
    bool m_ended = false;
    bool m_costKnown = true; // the server lets us read its command statistics
    qint64 m_calls = 0; // at the last look
    qint64 m_micros = 0;
    qint64 m_steps = 0;
    qint64 m_nextLook = 2;
    qint64 m_visited = 0;
    qint64 m_total = 0;
    Clock::time_point m_sentAt;
};

// Queues what `fields` asks for; the answers are taken by takeDetails in the same order.
VoidResult queueDetails(RedisConnection& connection, std::span<const QByteArray> keys,
    DetailFields fields, const Token& token);
Result<std::vector<KeyDetail>> takeDetails(RedisConnection& connection,
    std::span<const QByteArray> keys, DetailFields fields, const Token& token);
// A second round for lengths, once the types are known.
VoidResult addLengths(
    RedisConnection& connection, std::vector<KeyDetail>& details, const Token& token);

} // namespace pilothouse::queue
