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

// Of counters that grow by our own asking, too, what is left without it. Takes one count a send for
// the reads and writes of the event loop.
double withoutOurs(OthersCounts& others, const QString& id, double total, const RedisSetup& setup)
{
    if (id == "ops.total"_L1)
        return others.commands.take(total, setup.commands);
    if (id == "ops.reads"_L1)
        return others.reads.take(total, setup.sends);
    if (id == "ops.writes"_L1)
        return others.writes.take(total, setup.sends);
    return total;
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
            auto out = metricsOf(parsedInfo(text->bytes), EntityId{ns, {}});
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
            std::vector<Command> commands{{"INFO"}};
            QStringList streams;
            for (const QString& id : ids) {
                if (!id.startsWith(kStreamPrefix))
                    continue;
                streams += id;
                commands.push_back(
                    {"XINFO", "STREAM", keyOfEntity(QStringView(id).sliced(kStreamPrefix.size()))});
            }
            const auto answers = c.readAll(commands, token);
            if (!answers)
                return tl::unexpected(answers.error());
            if (answers->front().isError())
                return tl::unexpected(errorOf(answers->front().bytes, c.where()));
            const ServerInfo info = parsedInfo(answers->front().bytes);
            const QDateTime now = QDateTime::currentDateTimeUtc();
            std::vector<MetricSample> out;
            for (const QString& id : ids) {
                if (const auto value = metricOf(info, id))
                    out.push_back({id, now, withoutOurs(*others, id, *value, c.setup())});
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
