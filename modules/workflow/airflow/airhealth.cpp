// SPDX-License-Identifier: GPL-3.0-or-later
// Health and metrics.
#include "workflow/airflow/airfacets.h"

#include "workflow/airflow/airadmin.h"
#include "workflow/airflow/airruns.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds kHealthIdle{30};
constexpr std::chrono::seconds kHealthBusy{10};
constexpr std::chrono::seconds kSampleIdle{60};
constexpr std::chrono::seconds kSampleBusy{15};
constexpr qint64 kSkewShown = 30'000; // ms; from here on times in the window mislead

const QString kHeartbeat = u"scheduler.heartbeat.age"_s;

QString poolMetric(const QString& pool)
{
    return u"pool."_s + pool + u".occupied"_s;
}

MetricInfo gauge(const QString& id, Text title, MetricInfo::Unit unit, const EntityId& entity)
{
    MetricInfo info;
    info.id = id;
    info.title = std::move(title);
    info.unit = unit;
    info.entity = entity;
    return info;
}

// How many runs are in this state: the total of a list of one.
Result<qint64> countRuns(
    AirConnection& c, const QString& state, const QDateTime& since, const Token& token)
{
    AirRequest request;
    request.path = c.api() + "/dags/~/dagRuns";
    AirQuery query;
    query.add("state", state).add("limit", 1);
    if (since.isValid())
        query.add("end_date_gte", isoOf(since));
    request.query = query.text();
    const auto body = c.body(request, token);
    if (!body)
        return tl::unexpected(body.error());
    return pageOf(*body, u"dag_runs"_s).map([](const ListPage& page) { return page.total; });
}

void rememberHeartbeat(AirPulse& pulse, const ServerState& state)
{
    for (const ComponentHealth& part : state.components)
        if (part.name == "scheduler"_L1)
            pulse.heartbeat = part.heartbeat;
}

} // namespace

HealthReport reportOf(const ServerState& state, const QDateTime& now)
{
    HealthReport report;
    report.state = HealthReport::State::Healthy;
    const auto worse = [&report](HealthReport::State s, Text text) {
        if (s > report.state) {
            report.state = s;
            report.text = std::move(text);
        }
    };
    for (const ComponentHealth& part : state.components) {
        if (part.status.isEmpty() || part.status == "healthy"_L1)
            continue;
        const qint64 silent = part.heartbeat.isValid() ? part.heartbeat.secsTo(now) : -1;
        if (part.name == "metadatabase"_L1)
            worse(HealthReport::State::Failing,
                PH_TEXT("workflow", "Airflow does not reach its metadata database."));
        else if (part.name == "scheduler"_L1)
            worse(HealthReport::State::Failing,
                silent >= 0 ? PH_TEXT("workflow",
                    "The scheduler has been silent for %1 s: nothing new starts. Start it again.")
                                  .arg(silent)
                            : PH_TEXT("workflow", "No scheduler runs: nothing new starts."));
        else if (part.name == "triggerer"_L1)
            worse(HealthReport::State::Degraded,
                silent >= 0 ? PH_TEXT("workflow",
                    "The triggerer has been silent for %1 s: deferred tasks do not go on.")
                                  .arg(silent)
                            : PH_TEXT("workflow",
                                "The triggerer does not run: deferred tasks do not go on."));
        else
            worse(HealthReport::State::Degraded,
                silent >= 0 ? PH_TEXT("workflow",
                    "The DAG processor has been silent for %1 s: changed files are not seen.")
                                  .arg(silent)
                            : PH_TEXT("workflow",
                                "The DAG processor does not run: changed files are not seen."));
    }
    if (qAbs(state.skewMs) > kSkewShown)
        worse(HealthReport::State::Degraded,
            PH_TEXT("workflow", "The server's clock differs from this one by %1 s.")
                .arg(qAbs(state.skewMs) / 1000));
    return report;
}

void AirHealth::askAgain()
{
    m_core->session().refuseLogin({});
}

Call<HealthReport> AirHealth::probe()
{
    return m_core->facet(
        [pulse = m_pulse](AirConnection& c, const Token& token) -> Result<HealthReport> {
            {
                std::lock_guard lock(pulse->mutex);
                const auto age = Clock::now() - pulse->healthAt;
                if (pulse->health && pulse->health->state == HealthReport::State::Healthy
                    && age < (pulse->idle ? kHealthIdle : kHealthBusy) - milliseconds(500))
                    return *pulse->health;
                pulse->health.reset();
            }
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            const auto begin = Clock::now();
            const auto state = fetchState(c, token);
            if (!state)
                return tl::unexpected(state.error());
            // By the server's own clock, which made the heartbeats.
            HealthReport report = reportOf(*state,
                state->serverTime.isValid() ? state->serverTime : QDateTime::currentDateTimeUtc());
            report.latency = std::max(
                milliseconds(1), std::chrono::duration_cast<milliseconds>(Clock::now() - begin));
            report.version = u"Airflow "_s + c.session().login().version;
            std::lock_guard lock(pulse->mutex);
            pulse->health = report;
            pulse->healthAt = Clock::now();
            rememberHeartbeat(*pulse, *state);
            return report;
        });
}

Call<std::vector<MetricInfo>> AirMetrics::catalogue()
{
    using Unit = MetricInfo::Unit;
    return m_core->facet([ns = m_core->config().ns](AirConnection& c,
                             const Token& token) -> Result<std::vector<MetricInfo>> {
        const auto pools = fetchPools(c, token);
        if (!pools)
            return tl::unexpected(pools.error());
        const EntityId self{ns, {}};
        std::vector<MetricInfo> out{
            gauge(u"runs.running"_s, PH_TEXT("workflow", "Runs running"), Unit::Count, self),
            gauge(u"runs.queued"_s, PH_TEXT("workflow", "Runs queued"), Unit::Count, self),
            gauge(u"runs.failed.day"_s, PH_TEXT("workflow", "Runs failed in 24 h"), Unit::Count,
                self),
            gauge(u"tasks.running"_s, PH_TEXT("workflow", "Slots running"), Unit::Count, self),
            gauge(u"tasks.queued"_s, PH_TEXT("workflow", "Slots queued"), Unit::Count, self),
            gauge(kHeartbeat, PH_TEXT("workflow", "Silence of the scheduler"), Unit::Seconds, self),
        };
        for (const PoolInfo& pool : *pools) {
            MetricInfo info = gauge(poolMetric(pool.name),
                PH_TEXT("workflow", "Slots taken in %1").arg(pool.name), Unit::Count,
                {ns, QString(u"pool:"_s + pool.name)});
            info.labels.insert(u"pool"_s, pool.name);
            if (pool.size >= 0)
                info.limit = pool.size;
            out.push_back(std::move(info));
        }
        return out;
    });
}

Call<std::vector<MetricSample>> AirMetrics::sample(const QStringList& ids)
{
    return m_core->facet([ids, pulse = m_pulse](AirConnection& c,
                             const Token& token) -> Result<std::vector<MetricSample>> {
        std::vector<MetricSample> out;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        {
            // A sample that was not taken is left out: the series has a gap there, not a guess.
            std::lock_guard lock(pulse->mutex);
            const auto age = Clock::now() - pulse->sampledAt;
            if (age < (pulse->idle ? kSampleIdle : kSampleBusy) - milliseconds(500))
                return out;
            if (ids.contains(kHeartbeat) && pulse->heartbeat.isValid())
                out.push_back({kHeartbeat, now,
                    double(std::max<qint64>(0, pulse->heartbeat.msecsTo(now))) / 1000.0});
        }
        const auto pools = fetchPools(c, token);
        if (!pools)
            return tl::unexpected(pools.error());
        int running = 0, queued = 0;
        for (const PoolInfo& pool : *pools) {
            running += pool.running;
            queued += pool.queued;
            if (ids.contains(poolMetric(pool.name)))
                out.push_back({poolMetric(pool.name), now, double(pool.occupied)});
        }
        if (ids.contains(u"tasks.running"_s))
            out.push_back({u"tasks.running"_s, now, double(running)});
        if (ids.contains(u"tasks.queued"_s))
            out.push_back({u"tasks.queued"_s, now, double(queued)});
        qint64 active = running + queued;
        const std::pair<QString, QString> counts[] = {{u"runs.running"_s, u"running"_s},
            {u"runs.queued"_s, u"queued"_s}, {u"runs.failed.day"_s, u"failed"_s}};
        for (const auto& [id, state] : counts) {
            const bool past = state == "failed"_L1;
            if (!ids.contains(id))
                continue;
            const auto n = countRuns(c, state, past ? now.addDays(-1) : QDateTime(), token);
            if (!n)
                return tl::unexpected(n.error());
            out.push_back({id, now, double(*n)});
            active += past ? 0 : *n;
        }
        std::lock_guard lock(pulse->mutex);
        pulse->sampledAt = Clock::now();
        pulse->idle = active == 0;
        return out;
    });
}

} // namespace pilothouse::workflow
