// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/serverdag.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

Pipeline pipelineOf(const workflow::DagStructure& structure)
{
    const Text reason
        = PH_TEXT("pipelines", "It is written in code on the server and has no document here.");
    Pipeline pipeline;
    pipeline.name = structure.dag;
    for (const workflow::GroupInfo& from : structure.groups) {
        Group group{from.id, from.label == from.id ? QString() : from.label, from.parent, {}};
        group.locked = true;
        group.lockReason = reason;
        pipeline.groups.push_back(std::move(group));
    }
    for (const workflow::TaskInfo& from : structure.tasks) {
        Node node;
        node.id = from.id;
        node.kind = from.operatorName;
        node.title = from.label == from.id ? QString() : from.label;
        node.group = from.group;
        const auto task = [&](const QString& name, const QString& value) {
            if (!value.isEmpty())
                node.task.push_back({name, Value::ofText(value)});
        };
        task(u"trigger_rule"_s, from.triggerRule);
        task(u"pool"_s, from.pool);
        if (from.retries > 0)
            node.task.push_back({u"retries"_s, Value::ofNumber(from.retries)});
        node.locked = true;
        node.lockReason = reason;
        pipeline.nodes.push_back(std::move(node));
    }
    for (const workflow::TaskEdge& from : structure.edges) {
        Edge edge{from.from, {}, from.to, {}, {}};
        edge.locked = true;
        edge.lockReason = reason;
        pipeline.edges.push_back(std::move(edge));
    }
    return pipeline;
}

} // namespace pilothouse::pipelines
