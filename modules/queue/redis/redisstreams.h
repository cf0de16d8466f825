// SPDX-License-Identifier: GPL-3.0-or-later
// Streams over Redis: XINFO, XPENDING, XCLAIM, XACK.
#pragma once

#include "queue/api/streams.h"
#include "queue/redis/rediscore.h"

namespace pilothouse::queue
{

class RedisStreams final : public Streams
{
public:
    explicit RedisStreams(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }

    Call<std::vector<StreamGroup>> groups(const QByteArray& key) override;
    Call<std::vector<StreamConsumer>> consumers(
        const QByteArray& key, const QByteArray& group) override;
    Call<std::vector<PendingEntry>> pending(const PendingQuery& query) override;
    Act acknowledge(const QByteArray& key, const QByteArray& group,
        const std::vector<QByteArray>& ids) override;
    Act claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer,
        qint64 minIdleMs, const std::vector<QByteArray>& ids) override;
    Act createGroup(
        const QByteArray& key, const QByteArray& group, const QByteArray& from) override;
    Act removeGroup(const QByteArray& key, const StreamGroup& group) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

// Pure.
Result<std::vector<StreamGroup>> groupsOf(const Reply& reply);
Result<std::vector<StreamConsumer>> consumersOf(const Reply& reply);
Result<std::vector<PendingEntry>> pendingOf(const Reply& reply);

} // namespace pilothouse::queue
