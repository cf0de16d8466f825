// SPDX-License-Identifier: GPL-3.0-or-later
// Values over Redis: windows of every type, and the commands that change them.
#pragma once

#include "queue/api/values.h"
#include "queue/redis/rediscore.h"

namespace pilothouse::queue
{

class RedisValues final : public Values
{
public:
    explicit RedisValues(std::shared_ptr<RedisCore> core)
        : m_core(std::move(core))
    {
    }

    Call<TextWindow> text(const QByteArray& key, qint64 from, qint64 length) override;
    Call<ValuePage> page(const PageQuery& query) override;
    Act edit(const ValueEdit& edit) override;

private:
    const std::shared_ptr<RedisCore> m_core;
};

// Pure: the commands of an edit, and (where the edit has an expectation) the read that checks it.
std::vector<Command> commandsOf(const ValueEdit& edit);
Command checkOf(const ValueEdit& edit); // empty: nothing to check

// Pure: the command that reads a page, and the page out of its answer. Lists and streams page by
// position, the others by the server's cursor.
Command pageCommand(const PageQuery& query);
Result<ValuePage> pageOf(const PageQuery& query, const Reply& reply);
const char* lengthOf(KeyType type); // the command that counts its elements

} // namespace pilothouse::queue
