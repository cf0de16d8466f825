// SPDX-License-Identifier: GPL-3.0-or-later
// Units: topics and tables a pipeline needs, named once however many nodes use them. Pure.
#pragma once

#include "pipelines/api/generated.h"
#include "pipelines/generate/values.h"

namespace pilothouse::pipelines
{

// What the fields of every node of a known kind come to, by node.
using NodeValues = std::map<QString, Bindings>;
NodeValues nodeValues(const Pipeline& pipeline, const Catalogue& catalogue, Values& values);

QString textOf(const Bindings& fields, const QString& name); // empty: not set

// A topic with its columns' like: where a node's output of messages lies.
struct TopicOf {
    const Node* node = nullptr;
    QString connection;
    QString topic;
};
// Whose messages come in at this input of the node; none: nothing is connected.
std::optional<TopicOf> topicBefore(
    const Pipeline& pipeline, const NodeValues& fields, const QString& node);
// Where ingest.table puts what does not fit: the field, or the topic it reads with .dlq behind it.
QString deadLettersOf(const Bindings& fields, const QString& topic);

std::vector<Unit> topicUnits(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields);
std::vector<Unit> tableUnits(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values);

} // namespace pilothouse::pipelines
