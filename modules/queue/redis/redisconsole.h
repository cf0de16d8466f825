// SPDX-License-Identifier: GPL-3.0-or-later
// Console and Server over Redis.
#pragma once

#include "queue/api/console.h"
#include "queue/api/server.h"
#include "queue/redis/rediscore.h"

namespace pilothouse::queue
{

class RedisConsole final : public Console
{
public:
    explicit RedisConsole(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }

    Call<CommandVerdict> judge(const Command& command) override;
    Call<Reply> read(const Command& command) override;
    Act write(const Command& command) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

class RedisServer final : public Server
{
public:
    explicit RedisServer(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }

    Call<ServerInfo> info() override;
    Call<SlowLogPage> slowLog(int limit) override;
    Call<std::vector<ClientEntry>> clients(int limit) override;
    Act clearSlowLog() override;
    Act setSlowThreshold(qint64 micros) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

// Lane side: a read of the console or of a facet; a command that writes is Refused whatever the
// gate says, as reads are not confirmed.
Result<Reply> readOnly(RedisConnection& connection, const Command& command, const Token& token);
Result<SlowLogPage> readSlowLog(RedisConnection& connection, int limit, const Token& token);

} // namespace pilothouse::queue
