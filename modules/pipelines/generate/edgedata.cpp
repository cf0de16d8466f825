// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/edgedata.h"

#include "pipelines/generate/units.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Without names, the first output that has the type of an input, else the first.
const PortSpec* outputOf(const NodeKind& from, const NodeKind* to, const Edge& edge)
{
    const PortSpec* input = to ? to->input(edge.toPort) : nullptr;
    if (edge.fromPort.isEmpty() && input)
        for (const PortSpec& port : from.outputs)
            if (port.type == input->type)
                return &port;
    return from.output(edge.fromPort);
}

EdgeData nothing(Text why)
{
    EdgeData data;
    data.why = std::move(why);
    return data;
}

} // namespace

EdgeData edgeData(
    const Pipeline& pipeline, const Catalogue& catalogue, const Edge& edge, const Target& target)
{
    const Node* from = pipeline.node(edge.from);
    const Node* to = pipeline.node(edge.to);
    if (!from)
        return nothing(PH_TEXT("pipelines", "There is no node %1.").arg(edge.from));
    const NodeKind* kind = catalogue.kind(from->kind);
    const EdgeData told{EdgeData::Kind::Told, {}, from->id, {}};
    if (!kind)
        return told; // an operator of its own: all one can ask for is what it told
    const PortSpec* output = outputOf(*kind, to ? catalogue.kind(to->kind) : nullptr, edge);
    std::vector<Problem> problems; // told by the checks
    Values values(pipeline, target, problems);
    const NodeValues fields = nodeValues(pipeline, catalogue, values);
    const Bindings& own = fields.at(from->id);
    if (output && output->type == PortType::Stream) {
        if (from->kind == u"ingest.table") {
            if (const auto source = topicBefore(pipeline, fields, from->id))
                return {EdgeData::Kind::Topic, source->connection,
                    deadLettersOf(own, source->topic), {}};
            return nothing(
                PH_TEXT("pipelines", "No topic is connected to %1 yet.").arg(from->shownTitle()));
        }
        if (const QString topic = textOf(own, u"topic"_s); !topic.isEmpty())
            return {EdgeData::Kind::Topic, textOf(own, u"connection"_s), topic, {}};
        return nothing(PH_TEXT("pipelines", "%1 names no topic yet.").arg(from->shownTitle()));
    }
    const QString table = textOf(own, u"table"_s);
    const bool writes = textOf(own, u"mode"_s) != u"statement";
    if (output && output->type == PortType::Table && !table.isEmpty() && writes) {
        if (!kind->services.contains(u"postgres"_s))
            return nothing(PH_TEXT("pipelines", "Tables of %1 cannot be looked at from here.")
                               .arg(from->shownTitle()));
        const QString into = textOf(own, u"target"_s);
        return {
            EdgeData::Kind::Table, into.isEmpty() ? textOf(own, u"connection"_s) : into, table, {}};
    }
    if (kind->runs == Runs::Task)
        return told;
    return nothing(PH_TEXT("pipelines", "%1 names no table yet.").arg(from->shownTitle()));
}

} // namespace pilothouse::pipelines
