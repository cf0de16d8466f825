// SPDX-License-Identifier: GPL-3.0-or-later
// What live tests of the Redis adapter share: a server, a runtime and an adapter on it.
#pragma once

#include "core/auditlog.h"
#include "queue/api/console.h"
#include "queue/api/keyspace.h"
#include "queue/api/server.h"
#include "queue/api/streams.h"
#include "queue/api/values.h"
#include "queue/redis/redisdescriptor.h"
#include "tests/support/await.h"
#include "tests/support/servers/redisfixture.h"

namespace pilothouse::test
{

// An adapter with its own runtime, as the hub would make it.
class RedisClient final
{
public:
    explicit RedisClient(ServiceConfig config, const QString& password = {})
        : gate(std::make_shared<WriteGate>(config.writes))
    {
        audit = std::make_shared<AuditLog>(folder.filePath(QString::fromLatin1("audit.jsonl")));
        adapter = queue::redisDescriptor().make(
            AdapterContext{std::move(config), Secret(password), gate, audit, &runtime});
    }
    ~RedisClient() { adapter.reset(); }

    template <class T>
    T& as() const
    {
        return *adapter->as<T>();
    }

    // Runs an act as the window does after its confirmation.
    TaskStatus::State apply(const Act& act)
    {
        const auto task = act.make();
        const auto state = finish(*task);
        outcome = task->outcome();
        return state;
    }

    QTemporaryDir folder;
    Runtime runtime;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    std::unique_ptr<Adapter> adapter;
    Result<Text> outcome;
};

} // namespace pilothouse::test

// In init(): a server that cannot start fails with CI=true and skips by hand.
#define PH_NEED_SERVER(server)                                                                     \
    do {                                                                                           \
        if (!(server).problem().isEmpty()) {                                                       \
            if (qEnvironmentVariable("CI") == QLatin1StringView("true"))                           \
                QFAIL(qPrintable((server).problem()));                                             \
            QSKIP(qPrintable((server).problem()));                                                 \
        }                                                                                          \
    } while (false)
