// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/connectrule.h"

#include <algorithm>

namespace pilothouse::pipelines
{

ConnectRule::ConnectRule(const Pipeline& pipeline, const Catalogue& catalogue, QString language)
    : m_rule(pipeline, catalogue, std::move(language))
{
    for (const Edge& edge : pipeline.edges) {
        m_next[edge.from].append(edge.to);
        m_previous[edge.to].append(edge.from);
    }
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
    const Node* from = m_rule.node(edge.from);
    const Node* to = m_rule.node(edge.to);
    if (!from || !to)
        return PH_TEXT("pipelines", "Groups and notes are not connected, nodes are.");
    const EdgePorts ports = m_rule.ports(edge);
    const bool there = std::ranges::any_of(m_rule.into(edge.to), [&](const Edge* other) {
        if (other->from != edge.from)
            return false;
        const EdgePorts its = m_rule.ports(*other);
        return its.output == ports.output && its.input == ports.input
            && (its.input || other->toPort == edge.toPort);
    });
    if (there)
        return PH_TEXT("pipelines", "These are connected already.");
    if (auto refused = m_rule.fits(edge).refused)
        return refused;
    if (ports.input && ports.input->type == PortType::Check && needsTrigger(edge))
        return PH_TEXT("pipelines", "%1 never ends, so nothing can wait for it.")
            .arg(from->shownTitle());
    if (isCircle(edge))
        return PH_TEXT("pipelines", "This would be a circle: %1 comes after %2 already.")
            .arg(from->shownTitle())
            .arg(to->shownTitle());
    return {};
}

} // namespace pilothouse::pipelines
