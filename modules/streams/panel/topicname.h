// SPDX-License-Identifier: GPL-3.0-or-later
// Names of topics and values of settings, checked as Kafka checks them, while one types. Pure.
// Source: org.apache.kafka.common.internals.Topic and TopicConfig of Kafka 4.3.
#pragma once

#include "core/text.h"
#include "streams/api/cluster.h"

namespace pilothouse::streams
{

// What is wrong with it; empty: nothing.
Text topicNameProblem(const QString& name);
// Another topic with which it would share the name of its metrics ("a.b" and "a_b"); empty: none.
QString collidingTopic(const QString& name, const QStringList& topics);
// By the type of what stands there now, and by the words Kafka knows.
Text configProblem(const ConfigEntry& entry, const QString& value);
// The settings a topic has had since Kafka 3; for completion where no topic can be asked.
const QStringList& topicSettings();

} // namespace pilothouse::streams
