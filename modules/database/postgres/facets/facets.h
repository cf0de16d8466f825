// SPDX-License-Identifier: GPL-3.0-or-later
// The facets of PostgreSQL, on lanes of their own.
#pragma once

#include "core/facets/actions.h"
#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "database/postgres/activity.h"
#include "database/postgres/metalane.h"

namespace pilothouse::database::postgres
{

class PgHealth final : public HealthFacet
{
public:
    PgHealth(MetaLane& lane, Activity& activity)
        : m_lane(lane)
        , m_activity(activity)
    {
    }
    // Keeps the reserved connection open, too: it must be there before it is needed.
    Call<HealthReport> probe() override;

private:
    MetaLane& m_lane;
    Activity& m_activity;
    Call<bool> m_prepared;
};

class PgMetrics final : public MetricsFacet
{
public:
    PgMetrics(std::shared_ptr<const Context> context, MetaLane& lane)
        : m_context(std::move(context))
        , m_lane(lane)
    {
    }
    Call<std::vector<MetricInfo>> catalogue() override;
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override;

private:
    const std::shared_ptr<const Context> m_context;
    MetaLane& m_lane;
};

// Statements running long, lock waits with who holds the lock, deadlocks (from the counter).
class PgEvents final : public EventsFacet
{
public:
    PgEvents(std::shared_ptr<const Context> context, std::shared_ptr<ActLane> reserved)
        : m_context(std::move(context))
        , m_lane(std::move(reserved))
    {
    }
    Call<EventPage> since(const QDateTime& from, const QString& cursor, int limit) override;

private:
    const std::shared_ptr<const Context> m_context;
    const std::shared_ptr<ActLane> m_lane;
};

class PgSearch final : public SearchFacet
{
public:
    PgSearch(std::shared_ptr<const Context> context, MetaLane& lane)
        : m_context(std::move(context))
        , m_lane(lane)
    {
    }
    Call<std::vector<SearchItem>> snapshot(int limit) override;
    Call<std::vector<SearchItem>> find(const QString& text, int limit) override;

private:
    const std::shared_ptr<const Context> m_context;
    MetaLane& m_lane;
};

class PgLineage final : public LineageFacet
{
public:
    PgLineage(std::shared_ptr<const Context> context, MetaLane& lane)
        : m_context(std::move(context))
        , m_lane(lane)
    {
    }
    Call<std::vector<LineageEdge>> edges(const EntityId& entity, int hops) override;

private:
    const std::shared_ptr<const Context> m_context;
    MetaLane& m_lane;
};

// Query and Preview: always behind the write guard, whatever the gate says.
class PgRows final : public QueryFacet, public PreviewFacet
{
public:
    explicit PgRows(std::shared_ptr<const Context> context);
    QStringList languages() const override { return {QString::fromLatin1("sql")}; }
    Call<RowSet> run(const QString& language, const QString& text, const QVariantMap& params,
        const std::optional<TimeRange>& range, int limit) override;
    Call<RowSet> preview(const EntityId& entity, int rows) override;

private:
    const std::shared_ptr<const Context> m_context;
    Lane<Connection> m_lane;
};

class PgActions final : public ActionsFacet
{
public:
    PgActions(std::shared_ptr<const Context> context, MetaLane& lane, std::shared_ptr<ActLane> acts)
        : m_context(std::move(context))
        , m_lane(lane)
        , m_acts(std::move(acts))
    {
    }
    Call<std::vector<Act>> forEntity(const EntityId& entity) override;

private:
    const std::shared_ptr<const Context> m_context;
    MetaLane& m_lane;
    const std::shared_ptr<ActLane> m_acts;
};

// (schema, name) of an entity of this service; empty when it is another's or the service itself.
std::optional<std::pair<QString, QString>> objectOf(const Context& context, const EntityId& entity);
EntityId entityOf(const Context& context, const QString& schema, const QString& name);
// The id of the metric an edge takes its rate from; word is "reads" or "writes".
QString flowMetric(const QString& word, const QString& schema, const QString& name);

} // namespace pilothouse::database::postgres
