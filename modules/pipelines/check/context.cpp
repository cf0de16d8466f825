// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

CheckContext::CheckContext(
    const Pipeline& checked, const Catalogue& kinds, const Target& made, QString shown)
    : pipeline(checked)
    , catalogue(kinds)
    , target(made)
    , language(std::move(shown))
    , values(checked, made.environment)
{
    QHash<QString, const NodeKind*> byId;
    for (const NodeKind& kind : catalogue.kinds)
        byId.insert(kind.id, &kind);
    nodes.reserve(pipeline.nodes.size());
    m_places.reserve(qsizetype(pipeline.nodes.size()));
    for (const Node& one : pipeline.nodes) {
        if (!m_places.contains(one.id))
            m_places.insert(one.id, nodes.size());
        nodes.push_back({&one, byId.value(one.kind), {}, {}});
    }
    for (const Edge& edge : pipeline.edges) {
        const auto from = m_places.constFind(edge.from);
        const auto to = m_places.constFind(edge.to);
        if (from == m_places.cend() || to == m_places.cend())
            continue; // told where edges are looked at
        nodes[*from].out.push_back(&edge);
        nodes[*to].in.push_back(&edge);
    }
}

const CheckedNode* CheckContext::node(const QString& id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.cend() ? nullptr : &nodes[*found];
}

Value CheckContext::written(const Setting* setting, const FieldSpec* field) const
{
    if (setting && !setting->source && !isEmpty(setting->value))
        return values.in(setting->value);
    return field ? field->standard : Value();
}

Value CheckContext::value(const CheckedNode& node, QStringView field) const
{
    return written(find(node.node->params, field), node.kind ? node.kind->field(field) : nullptr);
}

Problem& CheckContext::add(Problem::Severity severity, Text message, const QString& nodeId)
{
    problems.push_back({severity, std::move(message), {}, nodeId, {}});
    return problems.back();
}

Problem& CheckContext::add(Problem::Severity severity, Text message, const QString& nodeId,
    Section section, const QString& field)
{
    problems.push_back({severity, std::move(message), {}, nodeId, field, section});
    return problems.back();
}

} // namespace pilothouse::pipelines
