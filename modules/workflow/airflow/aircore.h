// SPDX-License-Identifier: GPL-3.0-or-later
// AirCore: what the parts of one adapter share: the setup, the session, the lanes and the making of
// acts.
#pragma once

#include "core/act.h"
#include "core/adapter.h"
#include "core/lane.h"
#include "workflow/airflow/airconnection.h"

#include <vector>

namespace pilothouse::workflow
{

class AirHelpers;
using AirLane = Lane<AirConnection>;

inline constexpr milliseconds kFacetLimit{10'000};
inline constexpr milliseconds kActSilence{60'000};

// What an act says and sends. `requests` are both the preview and what goes over the wire.
struct ActParts {
    QString word; // stable, for the audit log: "pause"
    Text title;
    Text question;
    Text consequence;
    Text button;
    QString icon;
    EntityId target;
    std::vector<AirRequest> requests;
    std::vector<ActEffect> effects;
    bool destructive = false;
    std::optional<Error> impossible; // this server cannot do it: the act says so and sends nothing
};

class AirCore;

// Makes acts of what is to be sent. A copy may be used on a lane.
struct ActMaker {
    Act operator()(ActParts parts) const;

    std::weak_ptr<AirCore> core;
    ServiceConfig config;
    std::shared_ptr<AuditLog> audit;
    int major = 3;
};

// GUI thread. Held by the adapter and, weakly, by acts that wait for their confirmation.
class AirCore final : public std::enable_shared_from_this<AirCore>
{
public:
    explicit AirCore(AdapterContext context);
    ~AirCore();
    Q_DISABLE_COPY_MOVE(AirCore)

    const ServiceConfig& config() const { return m_setup->config; }
    const AirSetup& setup() const { return *m_setup; }
    AirSession& session() const { return *m_session; }
    Runtime& runtime() const { return *m_context.runtime; }
    int connections() const { return m_setup->open.load(); }
    // The major version, as far as known; acts are written for it.
    int major() const { return m_session->login().major == 2 ? 2 : 3; }
    QByteArray api() const { return major() == 3 ? "/api/v2" : "/api/v1"; }

    // f: Result<T>(AirConnection&, const Token&), on the least used of three lanes. One answer
    // takes `parts` times the configured limit at most.
    template <class F>
    auto read(F f, int parts = 1)
    {
        auto [lane, mark] = pick(m_reads, kReadLanes, QString::fromLatin1("read"));
        return lane->run(m_setup->answerLimit * parts,
            [f = std::move(f), mark = mark](
                AirConnection& connection, const Token& token) { return f(connection, token); });
    }
    template <class F>
    auto facet(F f)
    {
        return m_facets->run(kFacetLimit, std::move(f));
    }
    // A lane for a log and the mark that says it is in use.
    std::pair<AirLane*, std::shared_ptr<void>> logLane(bool follow);

    ActMaker actMaker();
    Act act(ActParts parts) { return actMaker()(std::move(parts)); }
    std::unique_ptr<Task> actTask(
        const pilothouse::TaskInfo& info, const std::vector<AirRequest>& requests, int writtenFor);

private:
    static constexpr size_t kReadLanes = 3;

    struct Used {
        std::unique_ptr<AirLane> lane;
        std::shared_ptr<int> mark; // use_count() - 1 jobs run or wait on it
    };
    std::pair<AirLane*, std::shared_ptr<void>> pick(
        std::vector<Used>& lanes, size_t most, const QString& name);
    std::unique_ptr<AirLane> makeLane(const QString& part);

    const AdapterContext m_context;
    const std::shared_ptr<const AirSetup> m_setup;
    const std::shared_ptr<AirSession> m_session;
    const std::shared_ptr<AirHelpers> m_helpers;
    std::unique_ptr<AirLane> m_facets;
    std::unique_ptr<AirLane> m_acts;
    std::vector<Used> m_reads;
    std::vector<Used> m_logs;
    std::vector<Used> m_follows;
};

} // namespace pilothouse::workflow
