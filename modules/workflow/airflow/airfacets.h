// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of an Airflow service. The sampler asks every few seconds; the server is asked anew
// only so often that an idle window costs it one request in ten seconds, and a busy one less for
// all facets together than for a grid that is looked at.
#pragma once

#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/login.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "workflow/airflow/aircore.h"

namespace pilothouse::workflow
{

class AirActs;
class AirDags;

// What was seen last and when; one per service, used on its lane of facets (which may have a spare
// thread).
struct AirPulse {
    std::mutex mutex;
    bool idle = false; // nothing runs, nothing is queued
    std::optional<HealthReport> health;
    Clock::time_point healthAt{};
    QDateTime heartbeat; // of the scheduler
    Clock::time_point sampledAt{};
    Clock::time_point eventsAt{};
};

class AirHealth final : public HealthFacet, public LoginFacet
{
public:
    AirHealth(std::shared_ptr<AirCore> core, std::shared_ptr<AirPulse> pulse)
        : m_core(std::move(core))
        , m_pulse(std::move(pulse))
    {
    }
    Call<HealthReport> probe() override;
    void askAgain() override;

private:
    const std::shared_ptr<AirCore> m_core;
    const std::shared_ptr<AirPulse> m_pulse;
};

class AirMetrics final : public MetricsFacet
{
public:
    AirMetrics(std::shared_ptr<AirCore> core, std::shared_ptr<AirPulse> pulse)
        : m_core(std::move(core))
        , m_pulse(std::move(pulse))
    {
    }
    Call<std::vector<MetricInfo>> catalogue() override;
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override;

private:
    const std::shared_ptr<AirCore> m_core;
    const std::shared_ptr<AirPulse> m_pulse;
};

class AirEvents final : public EventsFacet
{
public:
    AirEvents(std::shared_ptr<AirCore> core, std::shared_ptr<AirPulse> pulse)
        : m_core(std::move(core))
        , m_pulse(std::move(pulse))
    {
    }
    Call<EventPage> since(const QDateTime& from, const QString& cursor, int limit) override;

private:
    const std::shared_ptr<AirCore> m_core;
    const std::shared_ptr<AirPulse> m_pulse;
};

class AirSearch final : public SearchFacet
{
public:
    explicit AirSearch(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<SearchItem>> snapshot(int limit) override;
    Call<std::vector<SearchItem>> find(const QString& text, int limit) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

class AirLineage final : public LineageFacet
{
public:
    explicit AirLineage(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<LineageEdge>> edges(const EntityId& entity, int hops) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

// XComs of the newest run of a task.
class AirPreview final : public PreviewFacet
{
public:
    explicit AirPreview(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<RowSet> preview(const EntityId& entity, int rows) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

class AirActions final : public ActionsFacet
{
public:
    AirActions(std::shared_ptr<AirCore> core, AirDags& dags, AirActs& acts)
        : m_core(std::move(core))
        , m_dags(dags)
        , m_acts(acts)
    {
    }
    Call<std::vector<Act>> forEntity(const EntityId& entity) override;

private:
    const std::shared_ptr<AirCore> m_core;
    AirDags& m_dags;
    AirActs& m_acts;
};

// Pure: what the parts of a server make of its health.
HealthReport reportOf(const ServerState& state, const QDateTime& now);
// Pure: the entity of an asset. A table's URI (postgres://shop-db:5432/shop/gold/orders) is the
// table itself: postgres://shop-db, shop.gold.orders; others are named by their URI.
EntityId assetEntity(const QString& ns, const QString& uri);

} // namespace pilothouse::workflow
