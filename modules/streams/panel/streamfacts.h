// SPDX-License-Identifier: GPL-3.0-or-later
// What the feed of a cluster sums up: a topic on disk, how far a group is behind.
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace pilothouse::streams
{

// A topic on the brokers' disks.
struct TopicSize {
    qint64 bytes = 0; // of all copies
    qint64 leaders = 0; // of the copies that are written to
    std::optional<double> perSecond; // by which the latter grow; none: not known, or it shrank
    qint64 at = 0; // ms of the feed's clock
};

// How far a group is behind in one topic, as far as it is known.
struct TopicLag {
    QString topic;
    qint64 lag = 0;
    int partitions = 0;
    int uncommitted = 0; // partitions without a commit
    int lost = 0; // partitions whose next message is no longer kept
    int unknown = 0; // partitions that did not tell
};
struct GroupSummary {
    std::vector<TopicLag> topics; // the worst first
    qint64 total = 0;
    QDateTime read; // UTC
    std::optional<Error> problem; // why it could not be read anew

    const TopicLag* of(const QString& topic) const;
};

} // namespace pilothouse::streams
