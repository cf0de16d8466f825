// SPDX-License-Identifier: GPL-3.0-or-later
// RedisCore: what the parts of one adapter share: the setup, the lanes and the making of acts.
#pragma once

#include "core/act.h"
#include "core/adapter.h"
#include "core/lane.h"
#include "queue/redis/redisconnection.h"

#include <vector>

namespace pilothouse::queue
{

using RedisLane = Lane<RedisConnection>;

inline constexpr milliseconds kReadLimit{15'000};
inline constexpr milliseconds kFacetLimit{8'000};
inline constexpr milliseconds kSilence{30'000};

// What an act says and sends. `commands` is both the preview and what goes over the wire.
struct ActParts {
    QString word; // stable, for the audit log: "set-ttl"
    Text title;
    Text question;
    Text consequence;
    Text button;
    QString icon;
    QByteArray key; // empty: the server itself
    std::vector<Command> commands;
    QString statement; // where the commands are only known while it runs
    std::vector<ActEffect> effects;
    bool destructive = false;
};

using ActBody = std::function<Result<Text>(RedisConnection&, const Token&, TaskProgress&)>;

// The commands as they are; an answer of 0 or of nothing at all is told as an error with `why`.
ActBody unlessNothing(std::vector<Command> commands, Error::Kind kind, Text why);

// GUI thread. Held by the adapter and, weakly, by acts that wait for their confirmation.
class RedisCore final : public std::enable_shared_from_this<RedisCore>
{
public:
    explicit RedisCore(AdapterContext context);
    Q_DISABLE_COPY_MOVE(RedisCore)

    const ServiceConfig& config() const { return m_setup->config; }
    Runtime& runtime() const { return *m_context.runtime; }
    int connections() const { return m_setup->open.load(); }
    EntityId entity(QByteArrayView key) const;

    RedisLane& reads() { return *m_reads; }
    RedisLane& facets() { return *m_facets; }
    RedisLane& acts() { return *m_acts; }
    // A lane for a walk and the mark that says it is in use; at most three, the least used one.
    std::pair<RedisLane*, std::shared_ptr<void>> walk();

    // Without `body` the commands are sent as they are (several: as one transaction).
    Act act(ActParts parts, ActBody body = {});

private:
    std::unique_ptr<RedisLane> makeLane(const QString& part);

    struct Walk {
        std::unique_ptr<RedisLane> lane;
        std::shared_ptr<int> mark; // use_count() - 1 walks run on it
    };

    const AdapterContext m_context;
    std::shared_ptr<const RedisSetup> m_setup;
    std::unique_ptr<RedisLane> m_reads;
    std::unique_ptr<RedisLane> m_facets;
    std::unique_ptr<RedisLane> m_acts;
    std::vector<Walk> m_walks;
};

} // namespace pilothouse::queue
