// SPDX-License-Identifier: GPL-3.0-or-later
// StreamRates: what the sampler recorded of a cluster, as the lists and plots need it. What was not
// recorded is a gap, never a zero.
#pragma once

#include "core/sampler.h"
#include "streams/panel/lagtrend.h"

#include <QHash>
#include <QObject>

namespace pilothouse::streams
{

class StreamRates final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamRates)

public:
    static constexpr int kSparkPoints = 36;
    static constexpr int kSparkSeconds = 600;

    StreamRates(Sampler& sampler, ServiceId service, QObject* parent);

    std::optional<double> in(const QString& topic) const; // messages per second; none: not known
    std::optional<double> out(const QString& group, const QString& topic) const;
    QList<double> spark(const QString& topic) const; // ten minutes; NaN: nothing was recorded
    LagTrend trend(const QString& group, const QString& topic) const;
    std::optional<qint64> behindSince(const QString& group, const QString& topic) const; // ms, UTC
    std::vector<SeriesPoint> points(const QString& metric, const TimeRange& range) const;
    // Sampled every second while this is set; empty: none.
    void see(const QStringList& metrics);

Q_SIGNALS:
    void changed();

private:
    std::optional<double> latest(const QString& metric) const;

    Sampler& m_sampler;
    const ServiceId m_service;
    QStringList m_metrics;
    std::shared_ptr<Sampler::Seen> m_seen;
    mutable QHash<QString, QList<double>> m_sparks; // until the next sample
    mutable QHash<QString, LagTrend> m_trends; // by metric
    mutable QHash<QString, std::optional<qint64>> m_since; // by metric
};

} // namespace pilothouse::streams
