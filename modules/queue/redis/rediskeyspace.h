// SPDX-License-Identifier: GPL-3.0-or-later
// Keyspace over SCAN: never KEYS, never a size by visiting every element.
#pragma once

#include "queue/api/keyspace.h"
#include "queue/redis/rediscore.h"

namespace pilothouse::queue
{

class RedisKeyspace final : public Keyspace
{
public:
    explicit RedisKeyspace(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }

    Stream<NameBatch> scan(const ScanQuery& query) override;
    Stream<DetailBatch> survey(const ScanQuery& query, DetailFields fields) override;
    Call<std::vector<KeyDetail>> details(
        const std::vector<QByteArray>& keys, DetailFields fields) override;
    Call<KeyFacts> facts(const QByteArray& key) override;

    Act expire(const QByteArray& key, milliseconds ttl) override;
    Act persist(const QByteArray& key) override;
    Act rename(const QByteArray& key, const QByteArray& to) override;
    Act copy(const QByteArray& key, const QByteArray& to) override;
    Call<Act> remove(const std::vector<QByteArray>& keys) override;
    Act removePrefix(const QByteArray& prefix, qint64 known) override;

    // Without its effects; see countEffects.
    Act removal(const std::vector<QByteArray>& keys);

private:
    const std::shared_ptr<RedisCore> m_core;
};

// Lane side: what removing these keys would take away, added to the act.
Result<std::vector<KeyDetail>> countEffects(
    RedisConnection& connection, const Token& token, const std::vector<QByteArray>& keys, Act& act);

} // namespace pilothouse::queue
