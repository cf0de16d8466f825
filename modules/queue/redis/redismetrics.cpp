// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: one INFO serves them all; streams add the rate at which entries arrive.
#include "queue/redis/redisfacets.h"

#include "queue/redis/redisinfo.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStreams = 50; // of which the rate is known
const QString kStreamPrefix = u"stream.entries:"_s;

// Calls of all commands together, by what they do to keys.
struct Calls {
    double reads = 0;
    double writes = 0;
};

// None where the server does not say which of its commands do what.
Result<std::optional<Calls>> callsOf(
    const ServerInfo& stats, RedisConnection& connection, const Token& token)
{
    const auto calls = commandCalls(stats);
    const auto known = connection.know({calls.keyBegin(), calls.keyEnd()}, token);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    Calls sum;
    for (auto it = calls.cbegin(); it != calls.cend(); ++it) {
        const CommandTable::Access access = connection.table().access(it.key());
        if (access == CommandTable::Access::Reads)
            sum.reads += double(*it);
        else if (access == CommandTable::Access::Writes)
            sum.writes += double(*it);
    }
    return sum;
}

} // namespace

QString streamMetric(const QByteArray& stream)
{
    return kStreamPrefix + entityName(stream);
}

Call<std::vector<MetricInfo>> RedisMetrics::catalogue()
{
    return m_core->facets().run(kFacetLimit,
        [ns = m_core->config().ns](
            RedisConnection& c, const Token& token) -> Result<std::vector<MetricInfo>> {
            const auto text = c.read({"INFO"}, token);
            if (!text)
                return tl::unexpected(text.error());
            const auto tellsCalls = c.know({}, token);
            if (!tellsCalls)
                return tl::unexpected(tellsCalls.error());
            auto out = metricsOf(parsedInfo(text->bytes), *tellsCalls, EntityId{ns, {}});
            const auto streams = findStreams(c, token, kStreams);
            if (!streams)
                return tl::unexpected(streams.error());
            for (const QByteArray& stream : *streams) {
                MetricInfo metric;
                metric.id = streamMetric(stream);
                metric.title = PH_TEXT("queue", "Entries added to %1").arg(entityName(stream));
                metric.kind = MetricInfo::Kind::Counter;
                metric.unit = MetricInfo::Unit::PerSecond;
                metric.entity = EntityId{ns, entityName(stream)};
                out.push_back(std::move(metric));
            }
            return out;
        });
}

Call<std::vector<MetricSample>> RedisMetrics::sample(const QStringList& ids)
{
    return m_core->facets().run(kFacetLimit,
        [ids, others = m_others](
            RedisConnection& c, const Token& token) -> Result<std::vector<MetricSample>> {
            const bool calls = ids.contains(kReadsMetric) || ids.contains(kWritesMetric);
            std::vector<Command> commands{{"INFO"}};
            QStringList streams;
            for (const QString& id : ids) {
                if (!id.startsWith(kStreamPrefix))
                    continue;
                streams += id;
                commands.push_back(
                    {"XINFO", "STREAM", keyOfEntity(QStringView(id).sliced(kStreamPrefix.size()))});
            }
            if (calls)
                commands.push_back({"INFO", "commandstats"});
            const auto answers = c.readAll(commands, token);
            if (!answers)
                return tl::unexpected(answers.error());
            if (answers->front().isError())
                return tl::unexpected(errorOf(answers->front().bytes, c.where()));
            const ServerInfo info = parsedInfo(answers->front().bytes);
            const QDateTime now = QDateTime::currentDateTimeUtc();
            std::vector<MetricSample> out;
            for (const QString& id : ids) {
                if (auto value = metricOf(info, id)) {
                    if (id == "ops.total"_L1)
                        value = others->commands.take(*value, c.setup().commands);
                    out.push_back({id, now, *value});
                }
            }
            if (calls) {
                const auto sums = callsOf(parsedInfo(answers->back().bytes), c, token);
                if (!sums)
                    return tl::unexpected(sums.error());
                if (*sums && ids.contains(kReadsMetric))
                    out.push_back(
                        {kReadsMetric, now, others->reads.take((*sums)->reads, c.setup().reads)});
                if (*sums && ids.contains(kWritesMetric))
                    out.push_back({kWritesMetric, now,
                        others->writes.take((*sums)->writes, c.setup().writes)});
            }
            for (qsizetype i = 0; i < streams.size(); ++i) {
                // 7.0+ counts every entry ever added; a deleted stream is a gap
                const Reply* added = fieldOf((*answers)[size_t(i) + 1], "entries-added");
                if (added && added->type == Reply::Type::Integer)
                    out.push_back({streams[i], now, double(added->integer)});
            }
            return out;
        });
}

} // namespace pilothouse::queue
