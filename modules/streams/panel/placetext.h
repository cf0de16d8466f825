// SPDX-License-Identifier: GPL-3.0-or-later
// Places in a topic and sets of partitions as they are typed: "begin", "end", an offset as
// "88002131" or "88,002,131", a time as "2026-03-17 13:40", "13:40:05.120", "now" or "-15m"; and
// partitions as "0-3, 17". Pure.
#pragma once

#include "core/text.h"
#include "streams/api/messages.h"

#include <QTimeZone>

namespace pilothouse::streams
{

struct TypedPlace {
    TopicPlace place;
    Text problem; // empty: it is one
};
// An empty text is `whenEmpty`. Times are in `zone`; a clock alone is of the day of `now`.
TypedPlace readPlace(
    const QString& text, TopicPlace::Kind whenEmpty, const QTimeZone& zone, const QDateTime& now);
// As it would be typed; times to the millisecond.
QString writtenPlace(const TopicPlace& place, const QTimeZone& zone);

struct TypedPartitions {
    std::vector<int> partitions; // sorted, each once; empty: all
    Text problem;
};
// `count`: of the topic's partitions; 0: not known.
TypedPartitions readPartitions(const QString& text, int count);
QString writtenPartitions(const std::vector<int>& partitions);

} // namespace pilothouse::streams
