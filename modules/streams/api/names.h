// SPDX-License-Identifier: GPL-3.0-or-later
// The names of this module's entities and metrics, made and taken apart in one place. Pure.
// A topic's entity is its name alone; what is not a topic has a part before a slash, which no
// topic's name can hold.
#pragma once

#include <QString>

#include <optional>

namespace pilothouse::streams
{

QString groupEntity(const QString& group); // "group/NAME"
QString connectorEntity(const QString& connector); // "connector/NAME"
QString brokerEntity(int broker); // "broker/1"
QString subjectEntity(const QString& subject); // "subject/NAME", of a schema

struct StreamEntity {
    enum class Kind { Cluster, Topic, Group, Connector, Broker, Subject };

    Kind kind = Kind::Cluster;
    QString name; // without the part before the slash
    bool operator==(const StreamEntity&) const = default;
};
StreamEntity parsedEntity(const QString& entity);

// Counters, of messages: what was written to a topic (the sum of its end offsets), what a group has
// committed of it. The gauge of what lies between: messages.
QString topicInMetric(const QString& topic); // "topic.in/<topic>"
QString groupOutMetric(const QString& group, const QString& topic); // "group.out/<group>/<topic>"
QString groupLagMetric(const QString& group, const QString& topic); // "group.lag/<group>/<topic>"

struct StreamMetric {
    enum class Kind { TopicIn, GroupOut, GroupLag };

    Kind kind = Kind::TopicIn;
    QString group; // may hold slashes
    QString topic;
    bool operator==(const StreamMetric&) const = default;
};
std::optional<StreamMetric> parsedMetric(const QString& id);

} // namespace pilothouse::streams
