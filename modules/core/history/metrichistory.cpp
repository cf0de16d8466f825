// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/metrichistory.h"

#include "core/history/metricfile.h"

#include <algorithm>
#include <limits>

namespace pilothouse
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto kLimit = 10s;
constexpr auto kTidyLimit = 60s;
} // namespace

struct MetricHistory::Database : detail::MetricFile {
    using MetricFile::MetricFile;
};

MetricHistory::MetricHistory(Runtime& runtime, const QString& file, const Limits& limits)
    : m_lane(
        runtime, u"metrics"_s, [file, limits] { return std::make_shared<Database>(file, limits); })
{
}

Call<bool> MetricHistory::append(std::vector<MetricPoint> points)
{
    return m_lane.run(
        kTidyLimit, [points = std::move(points)](Database& d, const Token& token) -> Result<bool> {
            if (auto open = d.open(); !open)
                return tl::unexpected(open.error());
            if (auto done = d.append(points); !done)
                return tl::unexpected(done.error());
            qint64 now = 0;
            for (const MetricPoint& point : points)
                now = std::max(now, point.time);
            if (!d.tidiesNow(now))
                return true;
            if (auto done = d.tidy(now, token); !done)
                return tl::unexpected(done.error());
            return true;
        });
}

Call<std::vector<MetricSpan>> MetricHistory::read(
    const QString& service, const QString& metric, const TimeRange& range, int most)
{
    const qint64 from = range.from.toMSecsSinceEpoch();
    const qint64 to = range.to.toMSecsSinceEpoch();
    return m_lane.run(kLimit,
        [service, metric, from, to, most](
            Database& d, const Token& token) -> Result<std::vector<MetricSpan>> {
            if (auto open = d.open(); !open)
                return tl::unexpected(open.error());
            return d.read(service, metric, from, to, most, token);
        });
}

Call<std::map<QString, std::vector<MetricSpan>>> MetricHistory::readAll(
    const QString& service, const QStringList& metrics, const TimeRange& range)
{
    using All = std::map<QString, std::vector<MetricSpan>>;
    const qint64 from = range.from.toMSecsSinceEpoch();
    const qint64 to = range.to.toMSecsSinceEpoch();
    return m_lane.run(
        kLimit, [service, metrics, from, to](Database& d, const Token& token) -> Result<All> {
            if (auto open = d.open(); !open)
                return tl::unexpected(open.error());
            All all;
            for (const QString& metric : metrics) {
                if (token.stopped())
                    return fail(Error::Kind::Cancelled, {});
                auto spans
                    = d.read(service, metric, from, to, std::numeric_limits<int>::max(), token);
                if (!spans)
                    return tl::unexpected(spans.error());
                if (!spans->empty())
                    all.emplace(metric, std::move(*spans));
            }
            return all;
        });
}

Call<bool> MetricHistory::tidy(const QDateTime& now)
{
    return m_lane.run(kTidyLimit,
        [at = now.toMSecsSinceEpoch()](Database& d, const Token& token) -> Result<bool> {
            if (auto open = d.open(); !open)
                return tl::unexpected(open.error());
            if (auto done = d.tidy(at, token); !done)
                return tl::unexpected(done.error());
            return true;
        });
}

Call<qint64> MetricHistory::bytes()
{
    return m_lane.run(kLimit, [](Database& d, const Token&) -> Result<qint64> {
        if (auto open = d.open(); !open)
            return tl::unexpected(open.error());
        return d.bytes();
    });
}

} // namespace pilothouse
