// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes on disk, partitions on the move, quotas, producers: requests and answers. Pure.
#pragma once

#include "streams/api/cluster.h"
#include "streams/api/topics.h"
#include "streams/kafka/wireapi.h"

namespace pilothouse::streams
{

// No value: all partitions of the broker; an empty list: its folders alone. What is named is asked
// for by topic, with its partitions.
WireCall logDirsCall(const std::optional<std::vector<TopicInfo>>& topics);
struct WireLogDirs {
    std::vector<LogSize> copies; // `broker` is the asker's to fill in
    std::optional<qint64> total; // bytes of the volumes
    std::optional<qint64> free;
    qint16 code = 0;
};
Result<WireLogDirs> logDirsOf(const WireAnswer& answer);

WireCall reassignmentsCall();
Result<std::vector<Reassignment>> reassignmentsOf(const WireAnswer& answer);

WireCall quotasCall();
Result<std::vector<Quota>> quotasOf(const WireAnswer& answer);

WireCall producersCall(const QString& topic, const std::vector<int>& partitions);
Result<std::vector<ProducerState>> producersOf(const WireAnswer& answer);

} // namespace pilothouse::streams
