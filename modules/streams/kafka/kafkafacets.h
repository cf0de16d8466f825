// SPDX-License-Identifier: GPL-3.0-or-later
// The facets over Kafka. Each asks on the lane of the facets.
#pragma once

#include "core/facets/events.h"
#include "core/facets/health.h"
#include "core/facets/lineage.h"
#include "core/facets/metrics.h"
#include "core/facets/rows.h"
#include "core/facets/search.h"
#include "streams/api/groups.h"
#include "streams/kafka/kafkacore.h"
#include "streams/kafka/usuallag.h"

namespace pilothouse::streams
{

class KafkaHealth final : public HealthFacet
{
public:
    explicit KafkaHealth(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<HealthReport> probe() override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// Names: streams/api/names.h.
class KafkaMetrics final : public MetricsFacet
{
public:
    explicit KafkaMetrics(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<MetricInfo>> catalogue() override;
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// What changed between two looks: leaders, copies in sync, groups; and lags that pass what is usual
// for their group. The cursor counts events; what the last look saw is kept here.
struct ClusterLook {
    std::map<std::pair<QString, int>, PartitionInfo> partitions;
    std::map<QString, QString> groups; // name → state
    std::map<int, bool> brokers;
    // Connector or "connector, task 1" → why it failed; of a Connect cluster that answers.
    std::map<QString, QString> failures;
    std::map<QString, QString> connectors; // what of it was seen → connector
};
class KafkaEvents final : public EventsFacet
{
public:
    // `lagPace`: between two looks at lags.
    explicit KafkaEvents(
        std::shared_ptr<KafkaCore> core, milliseconds lagPace = milliseconds(10'000))
        : m_core(std::move(core))
        , m_lagPace(lagPace)
    {
    }
    Call<EventPage> since(const QDateTime& from, const QString& cursor, int limit) override;

private:
    struct Kept {
        std::optional<ClusterLook> last;
        UsualLag usual;
        Clock::time_point nextLags;
        Clock::time_point nextConnect;
        // Of the last answer; kept while no Connect cluster is asked or none answers.
        std::map<QString, QString> failures, connectors;
        std::vector<std::pair<qint64, Event>> events; // by number, the newest last
        qint64 number = 0;
    };
    const std::shared_ptr<KafkaCore> m_core;
    const milliseconds m_lagPace;
    const std::shared_ptr<Kept> m_kept = std::make_shared<Kept>(); // of the lane
};

class KafkaSearch final : public SearchFacet
{
public:
    explicit KafkaSearch(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<SearchItem>> snapshot(int limit) override;
    Call<std::vector<SearchItem>> find(const QString& text, int limit) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

class KafkaLineage final : public LineageFacet
{
public:
    explicit KafkaLineage(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<std::vector<LineageEdge>> edges(const EntityId& entity, int hops) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

class KafkaPreview final : public PreviewFacet
{
public:
    explicit KafkaPreview(std::shared_ptr<KafkaCore> core)
        : m_core(std::move(core))
    {
    }
    Call<RowSet> preview(const EntityId& entity, int rows) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
};

// Pure: what is an event between two looks.
std::vector<Event> eventsBetween(
    const ClusterLook& before, const ClusterLook& now, const QDateTime& time, const QString& ns);
Event eventOf(const UsualLag::Change& change, const QDateTime& time, const QString& ns);

} // namespace pilothouse::streams
