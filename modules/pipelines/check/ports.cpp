// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/ports.h"

#include <QHash>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

Text noTable(PortType from)
{
    switch (from) {
    case PortType::Stream:
        return PH_TEXT(
            "pipelines", "A stream is no table. Put a node that writes it into one between them.");
    case PortType::File:
        return PH_TEXT(
            "pipelines", "A file is no table. Put a node that loads it into one between them.");
    case PortType::Check:
        return PH_TEXT("pipelines", "A check gives no rows. Connect it to what waits for it.");
    default:
        return PH_TEXT("pipelines", "A model is no table.");
    }
}

Text noStream(PortType from)
{
    switch (from) {
    case PortType::Table:
        return PH_TEXT(
            "pipelines", "A table is no stream. Put a node that publishes it between them.");
    case PortType::File:
        return PH_TEXT(
            "pipelines", "A file is no stream. Put a node that publishes it between them.");
    case PortType::Check:
        return PH_TEXT("pipelines", "A check gives no messages.");
    default:
        return PH_TEXT("pipelines", "A model is no stream.");
    }
}

Text noFile(PortType from)
{
    switch (from) {
    case PortType::Stream:
        return PH_TEXT("pipelines", "A stream is no file.");
    case PortType::Table:
        return PH_TEXT("pipelines", "A table is no file. Put a node that writes one between them.");
    case PortType::Check:
        return PH_TEXT("pipelines", "A check gives no file. Connect it to what waits for it.");
    default:
        return PH_TEXT("pipelines", "A model is no file.");
    }
}

Text noModel(PortType from)
{
    switch (from) {
    case PortType::Stream:
        return PH_TEXT("pipelines", "A stream is no model.");
    case PortType::Table:
        return PH_TEXT("pipelines", "A table is no model.");
    case PortType::Check:
        return PH_TEXT("pipelines", "A check gives no model. Connect it to what waits for it.");
    default:
        return PH_TEXT("pipelines", "A file is no model.");
    }
}

Text noPort(const NodeKind& kind, const QString& port, const QString& language)
{
    if (port.isEmpty())
        return PH_TEXT("pipelines", "%1 has no such port.").arg(kind.title.in(language));
    return PH_TEXT("pipelines", "%1 has no port %2.").arg(kind.title.in(language)).arg(port);
}

// Those of the name; all without one.
std::vector<const PortSpec*> candidates(const std::vector<PortSpec>& ports, const QString& name)
{
    std::vector<const PortSpec*> found;
    for (const PortSpec& port : ports) {
        if (name.isEmpty() || port.name == name)
            found.push_back(&port);
    }
    return found;
}

} // namespace

std::optional<Text> portFits(PortType from, PortType to)
{
    if (from == to)
        return {};
    switch (to) {
    case PortType::Table:
        return noTable(from);
    case PortType::Stream:
        return noStream(from);
    case PortType::File:
        return noFile(from);
    case PortType::Model:
        return noModel(from);
    case PortType::Check:
        break;
    }
    if (from == PortType::Stream)
        return PH_TEXT("pipelines", "A stream never ends: nothing can wait for it.");
    return {};
}

EdgePorts portsOf(const NodeKind* from, const NodeKind* to, const Edge& edge)
{
    const auto outputs
        = from ? candidates(from->outputs, edge.fromPort) : std::vector<const PortSpec*>();
    const auto inputs = to ? candidates(to->inputs, edge.toPort) : std::vector<const PortSpec*>();
    for (const PortSpec* output : outputs) {
        for (const PortSpec* input : inputs) {
            if (!portFits(output->type, input->type))
                return {output, input};
        }
    }
    return {outputs.empty() ? nullptr : outputs.front(), inputs.empty() ? nullptr : inputs.front()};
}

std::optional<Text> portsRefuse(
    const NodeKind* from, const NodeKind* to, const Edge& edge, const QString& language)
{
    const auto [output, input] = portsOf(from, to, edge);
    if (from && !output)
        return noPort(*from, edge.fromPort, language);
    if (to && !input)
        return noPort(*to, edge.toPort, language);
    return output && input ? portFits(output->type, input->type) : std::nullopt;
}

bool needsTrigger(const NodeKind* from, const NodeKind* to)
{
    return from && from->runs == Runs::Stream && (!to || to->runs == Runs::Task);
}

EdgeRule::EdgeRule(const Pipeline& pipeline, const Catalogue& catalogue, QString language)
    : m_catalogue(catalogue)
    , m_language(std::move(language))
{
    for (const Node& node : pipeline.nodes)
        m_nodes.insert(node.id, &node);
    for (const Edge& edge : pipeline.edges)
        m_into[edge.to].push_back(&edge);
}

const NodeKind* EdgeRule::kind(const QString& id) const
{
    const Node* found = m_nodes.value(id);
    return found ? m_catalogue.kind(found->kind) : nullptr;
}

EdgePorts EdgeRule::ports(const Edge& edge) const
{
    return portsOf(kind(edge.from), kind(edge.to), edge);
}

const std::vector<const Edge*>& EdgeRule::into(const QString& id) const
{
    static const std::vector<const Edge*> none;
    const auto found = m_into.constFind(id);
    return found == m_into.constEnd() ? none : *found;
}

bool EdgeRule::isTaken(const PortSpec& input, const Edge& edge) const
{
    return std::ranges::any_of(into(edge.to),
        [&](const Edge* other) { return !other->sameEnds(edge) && ports(*other).input == &input; });
}

EdgeFit EdgeRule::fits(const Edge& edge) const
{
    const Node* from = node(edge.from);
    const Node* to = node(edge.to);
    if (!from || !to)
        return {PH_TEXT("pipelines", "There is no node %1.").arg(from ? edge.to : edge.from)};
    if (from == to)
        return {PH_TEXT("pipelines", "A node cannot follow itself.")};
    const NodeKind* source = kind(edge.from);
    const NodeKind* sink = kind(edge.to);
    if (auto refused = portsRefuse(source, sink, edge, m_language))
        return {std::move(refused)};
    const PortSpec* input = portsOf(source, sink, edge).input;
    if (input && !input->many && isTaken(*input, edge))
        return {PH_TEXT("pipelines", "%1 of %2 takes one edge only.")
                    .arg(input->title.in(m_language))
                    .arg(to->shownTitle())};
    return {{}, needsTrigger(source, sink)};
}

EdgeFit edgeFits(
    const Pipeline& pipeline, const Catalogue& catalogue, const Edge& edge, const QString& language)
{
    return EdgeRule(pipeline, catalogue, language).fits(edge);
}

QStringList cycleBy(const Pipeline& pipeline, const Edge& edge)
{
    QHash<QString, QStringList> next;
    for (const Edge& one : pipeline.edges)
        next[one.from].append(one.to);
    QHash<QString, QString> before{{edge.to, QString()}};
    QStringList queue{edge.to};
    for (qsizetype i = 0; i < queue.size() && !before.contains(edge.from); ++i) {
        for (const QString& one : next.value(queue[i])) {
            if (before.contains(one))
                continue;
            before.insert(one, queue[i]);
            queue.append(one);
        }
    }
    QStringList cycle;
    if (before.contains(edge.from)) {
        for (QString at = edge.from; !at.isEmpty(); at = before.value(at))
            cycle.prepend(at);
    }
    return cycle;
}

const QStringList& triggers()
{
    static const QStringList words{u"asset"_s, u"sensor"_s, u"available_now"_s};
    return words;
}

} // namespace pilothouse::pipelines
