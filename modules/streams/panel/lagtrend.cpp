// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/lagtrend.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::streams
{

namespace
{

constexpr qint64 kWindow = 120'000; // ms
constexpr qint64 kLeast = 8000;
constexpr double kNoise = 0.0005; // of the lag and second: less is no way at all

} // namespace

LagTrend trendOf(const std::vector<SeriesPoint>& points)
{
    if (points.empty())
        return {};
    const qint64 newest = points.back().time;
    double n = 0, sumT = 0, sumV = 0, sumTT = 0, sumTV = 0;
    qint64 oldest = newest;
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        if (std::isnan(point->value) || newest - point->time > kWindow)
            break;
        const double t = double(point->time - newest) / 1000.0;
        oldest = point->time;
        n += 1;
        sumT += t;
        sumV += point->value;
        sumTT += t * t;
        sumTV += t * point->value;
    }
    const double spread = n * sumTT - sumT * sumT;
    if (n < 3 || newest - oldest < kLeast || spread <= 0)
        return {};
    LagTrend trend;
    trend.perSecond = (n * sumTV - sumT * sumV) / spread;
    const double lag = points.back().value;
    if (std::abs(trend.perSecond) < std::max(0.1, kNoise * lag)) {
        trend.way = LagTrend::Way::Steady;
    } else if (trend.perSecond > 0) {
        trend.way = LagTrend::Way::Grows;
    } else {
        trend.way = LagTrend::Way::Shrinks;
        trend.drained = milliseconds(std::llround(-lag / trend.perSecond * 1000.0));
    }
    return trend;
}

std::optional<qint64> behindSince(const std::vector<SeriesPoint>& points)
{
    std::optional<qint64> since;
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        if (std::isnan(point->value))
            return std::nullopt;
        if (point->value <= 0)
            return since;
        since = point->time;
    }
    return std::nullopt;
}

} // namespace pilothouse::streams
