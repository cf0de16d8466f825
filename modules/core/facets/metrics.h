// SPDX-License-Identifier: GPL-3.0-or-later
// Facet Metrics: what can be measured of a service, and the numbers now.
#pragma once

#include "core/call.h"
#include "core/entityid.h"

#include <QMap>
#include <QtNumeric>

#include <vector>

namespace pilothouse
{

struct MetricInfo {
    enum class Kind { Gauge, Counter }; // a counter is shown as its rate per second
    enum class Unit { None, Bytes, Seconds, Ratio, PerSecond, Count };

    QString id; // stable, e.g. "connections.active"; unique within the service
    Text title;
    Kind kind = Kind::Gauge;
    Unit unit = Unit::None;
    QMap<QString, QString> labels;
    EntityId entity; // what it measures
    double limit = qQNaN(); // a limit the server itself has (max_connections), NaN: none
    bool operator==(const MetricInfo&) const = default;
};

struct MetricSample {
    QString id;
    QDateTime time; // UTC, when the server answered
    double value = 0;
};

class MetricsFacet
{
public:
    virtual ~MetricsFacet() = default;
    virtual Call<std::vector<MetricInfo>> catalogue() = 0;
    // A metric the server does not tell now is left out: a gap, never a zero.
    virtual Call<std::vector<MetricSample>> sample(const QStringList& ids) = 0;
};

} // namespace pilothouse
