// SPDX-License-Identifier: GPL-3.0-or-later
// Health: some broker answers, and every partition has a leader and all its copies.
#include "streams/kafka/kafkafacets.h"

namespace pilothouse::streams
{

Call<HealthReport> KafkaHealth::probe()
{
    return m_core->facets().run(
        kFacetLimit, [](KafkaClient& client, const Token& token) -> Result<HealthReport> {
            client.askAgain(); // the sampler asks by itself only while it is let in
            const auto opened = client.brokers(token);
            if (!opened)
                return tl::unexpected(opened.error());
            const auto begin = Clock::now();
            const auto metadata = client.metadata(std::nullopt, token);
            if (!metadata)
                return tl::unexpected(metadata.error());
            HealthReport report;
            report.latency = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
            report.version = client.version();
            report.state = HealthReport::State::Healthy;
            int leaderless = 0;
            int behind = 0;
            for (const TopicInfo& topic : metadata->topics) {
                for (const PartitionInfo& part : topic.partitions) {
                    leaderless += part.leader < 0 ? 1 : 0;
                    behind += part.inSync.size() < part.replicas.size() ? 1 : 0;
                }
            }
            if (leaderless > 0)
                report.text
                    = PH_PLURAL("streams", "%n partition(s) have no leader.").plural(leaderless);
            else if (behind > 0)
                report.text
                    = PH_PLURAL("streams", "%n partition(s) lack copies in sync.").plural(behind);
            if (!report.text.isEmpty())
                report.state = HealthReport::State::Degraded;
            return report;
        });
}

} // namespace pilothouse::streams
