// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamrates.h"

#include "streams/api/names.h"

#include <QDateTime>

namespace pilothouse::streams
{

StreamRates::StreamRates(Sampler& sampler, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_sampler(sampler)
    , m_service(std::move(service))
{
    connect(&sampler, &Sampler::sampled, this, [this](const QString& id) {
        if (id != m_service)
            return;
        m_sparks.clear();
        m_trends.clear();
        m_since.clear();
        Q_EMIT changed();
    });
}

std::optional<double> StreamRates::latest(const QString& metric) const
{
    const auto value = m_sampler.latest(m_service, metric);
    return value && !qIsNaN(*value) ? value : std::nullopt;
}

std::optional<double> StreamRates::in(const QString& topic) const
{
    return latest(topicInMetric(topic));
}

std::optional<double> StreamRates::out(const QString& group, const QString& topic) const
{
    return latest(groupOutMetric(group, topic));
}

std::vector<SeriesPoint> StreamRates::points(const QString& metric, const TimeRange& range) const
{
    return m_sampler.series(m_service, metric, range);
}

QList<double> StreamRates::spark(const QString& topic) const
{
    const auto known = m_sparks.constFind(topic);
    if (known != m_sparks.constEnd())
        return *known;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 from = now.toMSecsSinceEpoch() - kSparkSeconds * 1000LL;
    const qint64 step = kSparkSeconds * 1000LL / kSparkPoints;
    std::array<std::pair<double, int>, kSparkPoints> sums{};
    for (const SeriesPoint& point :
        points(topicInMetric(topic), {now.addSecs(-kSparkSeconds), now.addSecs(1)})) {
        const qint64 slot = (point.time - from) / step;
        if (qIsNaN(point.value) || slot < 0 || slot >= kSparkPoints)
            continue;
        sums[size_t(slot)].first += point.value;
        ++sums[size_t(slot)].second;
    }
    QList<double> values;
    bool any = false;
    for (const auto& [sum, count] : sums) {
        values.append(count > 0 ? sum / count : qQNaN());
        any = any || count > 0;
    }
    m_sparks.insert(topic, any ? values : QList<double>());
    return m_sparks.value(topic);
}

LagTrend StreamRates::trend(const QString& group, const QString& topic) const
{
    const QString metric = groupLagMetric(group, topic);
    const auto known = m_trends.constFind(metric);
    if (known != m_trends.constEnd())
        return *known;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const LagTrend trend = trendOf(points(metric, {now.addSecs(-150), now.addSecs(1)}));
    m_trends.insert(metric, trend);
    return trend;
}

std::optional<qint64> StreamRates::behindSince(const QString& group, const QString& topic) const
{
    const QString metric = groupLagMetric(group, topic);
    const auto known = m_since.constFind(metric);
    if (known != m_since.constEnd())
        return *known;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto since = streams::behindSince(points(metric, {now.addSecs(-7200), now.addSecs(1)}));
    m_since.insert(metric, since);
    return since;
}

void StreamRates::see(const QStringList& metrics)
{
    if (m_metrics == metrics)
        return;
    m_metrics = metrics;
    m_seen.reset();
    if (!metrics.isEmpty())
        m_seen = m_sampler.see(m_service, metrics);
}

} // namespace pilothouse::streams
