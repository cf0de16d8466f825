// SPDX-License-Identifier: GPL-3.0-or-later
// Sampler: the only poller. Health, metrics and events of every service, kept for two hours in
// memory, served to everyone. What was not recorded is a gap, never a zero.
#pragma once

#include "core/facets/events.h"
#include "core/facets/metrics.h"
#include "core/seriesring.h"
#include "core/servicehub.h"

#include <QObject>

#include <memory>

namespace pilothouse
{

// GUI thread. One timer; nothing is asked while setActive(false).
class Sampler final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kKeepSeconds = 7200;

    explicit Sampler(ServiceHub& hub, QObject* parent = nullptr);
    ~Sampler() override;
    Q_DISABLE_COPY_MOVE(Sampler)

    void setActive(bool active);
    void setPace(milliseconds pace); // 5 s by default
    void probeNow(const ServiceId& id); // F5, reconnect
    // Until the next probe is sent; zero while one is under way or none is planned.
    milliseconds untilProbe(const ServiceId& id) const;

    std::vector<MetricInfo> catalogue(const ServiceId& id) const;
    std::vector<SeriesPoint> series(
        const ServiceId& id, const QString& metric, const TimeRange& range) const;
    std::optional<double> latest(const ServiceId& id, const QString& metric) const;
    // What an earlier run has measured, in order of time; only of metrics in the catalogue.
    void restore(const ServiceId& id, const QString& metric, const std::vector<SeriesPoint>& older);
    // Of all services, oldest first.
    std::vector<Event> events(const TimeRange& range) const;

    // While a token lives, its metrics are sampled every second instead of every five.
    class Seen;
    [[nodiscard]] std::shared_ptr<Seen> see(const ServiceId& id, const QStringList& metrics);

Q_SIGNALS:
    void sampled(const QString& service);
    void eventsArrived(const QString& service);
    void catalogueChanged(const QString& service);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
