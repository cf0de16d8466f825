// SPDX-License-Identifier: GPL-3.0-or-later
// Lag in time: the message a group reads next, and the newest one.
#include "streams/kafka/kafkafetch.h"
#include "streams/kafka/kafkagroups.h"

namespace pilothouse::streams
{

namespace
{

// What lies at the very end may be marks of transactions: so far back a message is looked for.
constexpr qint64 kBack = 5;

} // namespace

Call<std::vector<TimeLag>> KafkaGroups::timeLags(const QString& group)
{
    return m_core->offsets().run(kReadLimit,
        [group](KafkaClient& client, const Token& token) -> Result<std::vector<TimeLag>> {
            const auto lags = fetchLags(client, {group}, token);
            if (!lags)
                return tl::unexpected(lags.error());
            if (lags->front().problem)
                return tl::unexpected(*lags->front().problem);
            std::vector<TimeLag> out;
            std::vector<FirstAsk> asks;
            std::vector<size_t> asked; // index in `out` of each pair of asks
            for (const PartitionLag& part : lags->front().partitions) {
                out.push_back({part.topic, part.partition, {}});
                if (part.lag == 0)
                    out.back().behind = milliseconds(0);
                if (part.lag.value_or(0) <= 0 || !part.begin)
                    continue;
                const qint64 begin = *part.begin;
                const qint64 end = *part.end;
                asks.push_back({part.topic, part.partition, std::max(*part.committed, begin), end});
                asks.push_back(
                    {part.topic, part.partition, std::max(begin, end - kBack), end, true});
                asked.push_back(out.size() - 1);
            }
            const auto found = firstMessages(client, asks, 0, token);
            if (!found)
                return tl::unexpected(found.error());
            for (size_t i = 0; i < asked.size(); ++i) {
                const auto& next = (*found)[2 * i];
                const auto& newest = (*found)[2 * i + 1];
                if (!next) // only marks are left
                    out[asked[i]].behind = milliseconds(0);
                else if (newest && next->timestamp >= 0 && newest->timestamp >= 0)
                    out[asked[i]].behind
                        = milliseconds(std::max<qint64>(0, newest->timestamp - next->timestamp));
            }
            return out;
        });
}

} // namespace pilothouse::streams
