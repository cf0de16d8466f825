// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata, coordinators, offsets and settings: requests and answers. Pure.
#pragma once

#include "streams/api/topics.h"
#include "streams/kafka/wireapi.h"

#include <QHash>

namespace pilothouse::streams
{

struct WireBroker {
    int id = -1;
    QString host;
    int port = 0;
    QString rack;
};

struct WireMetadata {
    std::vector<WireBroker> brokers;
    QString cluster;
    int controller = -1;
    std::vector<TopicInfo> topics; // by name
};

// No value: all topics; an empty list: none, just the brokers. Never makes a topic.
WireCall metadataCall(const std::optional<QStringList>& topics);
Result<WireMetadata> metadataOf(const WireAnswer& answer);

// Consumer groups' coordinators; one key per call where the broker takes only one.
WireCall coordinatorsCall(const QStringList& groups);
WireCall coordinatorCall(const QString& group);
struct WireCoordinator {
    QString group;
    int node = -1;
    qint16 code = 0;
};
Result<std::vector<WireCoordinator>> coordinatorsOf(const WireAnswer& answer);
Result<WireCoordinator> coordinatorOf(const WireAnswer& answer, const QString& group);

// `times`: what is asked of each partition: -1 the end, -2 the begin, or ms since 1970.
struct OffsetAsk {
    QString topic;
    int partition = 0;
    qint64 time = -1;
};
struct OffsetTold {
    QString topic;
    int partition = 0;
    qint16 code = 0;
    qint64 timestamp = -1;
    qint64 offset = -1;
};
inline constexpr qint64 kEndOffset = -1;
inline constexpr qint64 kBeginOffset = -2;
WireCall offsetsCall(std::vector<OffsetAsk> asks, Isolation isolation);
Result<std::vector<OffsetTold>> offsetsOf(const WireAnswer& answer);

// `kind`: 2 topic, 4 broker. Empty `names`: all settings.
struct ConfigAsk {
    qint8 kind = 2;
    QString name;
    QStringList names;
};
struct ConfigTold {
    QString name;
    std::optional<Error> problem;
    std::vector<ConfigEntry> entries; // by name
};
WireCall configsCall(std::vector<ConfigAsk> asks, bool withHelp);
Result<std::vector<ConfigTold>> configsOf(const WireAnswer& answer);

// The protocol's "the answer has another shape".
tl::unexpected<Error> oddAnswer(const char* request);

} // namespace pilothouse::streams
