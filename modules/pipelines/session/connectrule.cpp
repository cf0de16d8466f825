// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/connectrule.h"

#include "pipelines/check/ports.h"

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{

const PortSpec* portOf(const std::vector<PortSpec>& ports, const QString& name)
{
    if (name.isEmpty())
        return ports.empty() ? nullptr : &ports.front();
    const auto at = std::ranges::find(ports, name, &PortSpec::name);
    return at == ports.end() ? nullptr : &*at;
}

} // namespace

ConnectRule::ConnectRule(const Pipeline& pipeline, const Catalogue& catalogue)
    : m_pipeline(pipeline)
    , m_catalogue(catalogue)
{
    for (const Node& node : pipeline.nodes)
        m_nodes.insert(node.id, &node);
    for (const Edge& edge : pipeline.edges) {
        m_next[edge.from].append(edge.to);
        m_previous[edge.to].append(edge.from);
    }
}

const PortSpec* ConnectRule::output(const Edge& edge) const
{
    const Node* node = m_nodes.value(edge.from);
    const NodeKind* kind = node ? m_catalogue.kind(node->kind) : nullptr;
    return kind ? portOf(kind->outputs, edge.fromPort) : nullptr;
}

const PortSpec* ConnectRule::input(const Edge& edge) const
{
    const Node* node = m_nodes.value(edge.to);
    const NodeKind* kind = node ? m_catalogue.kind(node->kind) : nullptr;
    return kind ? portOf(kind->inputs, edge.toPort) : nullptr;
}

QSet<QString> ConnectRule::reached(const QString& start, bool forth) const
{
    QSet<QString> found{start};
    QStringList open{start};
    while (!open.isEmpty()) {
        const QStringList next = (forth ? m_next : m_previous).value(open.takeLast());
        for (const QString& id : next) {
            if (found.contains(id))
                continue;
            found.insert(id);
            open.append(id);
        }
    }
    return found;
}

bool ConnectRule::isCircle(const Edge& edge) const
{
    if (m_toAt == edge.to && m_fromAt != edge.from)
        return m_after.contains(edge.from);
    if (m_fromAt != edge.from) {
        m_fromAt = edge.from;
        m_before = reached(edge.from, false);
        // From now on both ends may be the one that stays.
        m_toAt = edge.to;
        m_after = reached(edge.to, true);
    }
    return m_before.contains(edge.to);
}

std::optional<Text> ConnectRule::whyNot(const Edge& edge) const
{
    const Node* from = m_nodes.value(edge.from);
    const Node* to = m_nodes.value(edge.to);
    if (!from || !to)
        return PH_TEXT("pipelines", "Groups and notes are not connected, nodes are.");
    if (from == to)
        return PH_TEXT("pipelines", "A node cannot follow itself.");
    const PortSpec* out = output(edge);
    const PortSpec* in = input(edge);
    const NodeKind* before = m_catalogue.kind(from->kind);
    if (out && in && in->type == PortType::Check && before && before->runs == Runs::Stream)
        return PH_TEXT("pipelines", "%1 never ends, so nothing can wait for it.")
            .arg(from->shownTitle());
    if (out && in)
        if (auto why = portFits(out->type, in->type))
            return why;
    for (const Edge& other : m_pipeline.edges) {
        if (other.to != edge.to)
            continue;
        const bool sameInput = input(other) == in && (in || other.toPort == edge.toPort);
        if (other.from == edge.from && sameInput && (!out || output(other) == out))
            return PH_TEXT("pipelines", "These are connected already.");
        if (in && sameInput && !in->many)
            return PH_TEXT("pipelines", "%1 takes one edge here, and %2 is connected to it.")
                .arg(to->shownTitle())
                .arg(other.from);
    }
    if (isCircle(edge))
        return PH_TEXT("pipelines", "This would be a circle: %1 comes after %2 already.")
            .arg(from->shownTitle())
            .arg(to->shownTitle());
    return {};
}

} // namespace pilothouse::pipelines
