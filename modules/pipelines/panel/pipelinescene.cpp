// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/pipelinescene.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// The last part of a class path: "SQLExecuteQueryOperator".
QString shortKind(const QString& kind)
{
    return kind.section(u'.', -1);
}

class SceneMaker final
{
public:
    SceneMaker(const Pipeline& pipeline, const Layout& layout, const Catalogue* catalogue,
        const SceneWords& words)
        : m_pipeline(pipeline)
        , m_layout(layout)
        , m_catalogue(catalogue)
        , m_words(words)
    {
    }

    ui::GraphScene scene()
    {
        ui::GraphScene scene;
        for (const Group& group : m_pipeline.groups)
            scene.nodes.push_back(card(group));
        for (const Edge& edge : m_pipeline.edges) {
            usePort(edge.from, edge.fromPort, true);
            usePort(edge.to, edge.toPort, false);
        }
        for (const Node& node : m_pipeline.nodes)
            scene.nodes.push_back(card(node));
        for (const Note& note : m_pipeline.notes)
            scene.nodes.push_back(slip(note));
        for (const Edge& edge : m_pipeline.edges)
            scene.edges.push_back(line(edge));
        return scene;
    }

    std::optional<ui::GraphNode> card(const QString& id)
    {
        const Node* node = m_pipeline.node(id);
        if (!node)
            return {};
        for (const Edge& edge : m_pipeline.edges) {
            if (edge.from == id)
                usePort(edge.from, edge.fromPort, true);
            if (edge.to == id)
                usePort(edge.to, edge.toPort, false);
        }
        return card(*node);
    }

private:
    const NodeKind* kindOf(const QString& kind) const
    {
        return m_catalogue ? m_catalogue->kind(kind) : nullptr;
    }
    std::optional<QPointF> place(const QString& id) const
    {
        const auto at = m_layout.places.find(id);
        return at == m_layout.places.end() ? std::nullopt : std::optional(at->second);
    }
    void usePort(const QString& node, const QString& port, bool output)
    {
        std::vector<std::pair<QString, bool>>& used = m_used[node];
        const std::pair entry{port, output};
        if (std::find(used.begin(), used.end(), entry) == used.end())
            used.push_back(entry);
    }

    ui::GraphNode card(const Group& group) const
    {
        ui::GraphNode node;
        node.id = group.id;
        node.title = group.title.isEmpty() ? group.id : group.title;
        node.group = group.parent;
        node.isGroup = true;
        node.open = !m_layout.closed.contains(group.id);
        node.pinned = place(group.id);
        return node;
    }

    ui::GraphNode slip(const Note& from) const
    {
        ui::GraphNode node;
        node.id = from.id;
        node.title = from.text.section(u'\n', 0, 0);
        node.note = from.text.isEmpty() ? from.id : from.text;
        node.pinned = place(from.id);
        return node;
    }

    ui::GraphNode card(const Node& from)
    {
        const NodeKind* kind = kindOf(from.kind);
        ui::GraphNode node;
        node.id = from.id;
        node.title = from.shownTitle();
        node.group = from.group;
        node.pinned = place(from.id);
        node.icon = from.locked ? u"lock"_s : kind ? kind->icon : u"function"_s;
        if (from.locked)
            node.border = ui::GraphNode::Border::Dashed;
        node.iconTone = categoryTone(from.kind);
        node.rows.emplace_back(
            kind ? kind->title.in(m_words.language) : shortKind(from.kind), from.layer);
        node.rows.push_back(telling(from, kind));
        if (kind) {
            for (const PortSpec& port : kind->inputs)
                node.ports.push_back({port.name, shapeOf(port.type), toneOf(port.type), false});
            for (const PortSpec& port : kind->outputs)
                node.ports.push_back({port.name, shapeOf(port.type), toneOf(port.type), true});
        }
        // What an edge names without the catalogue knowing it.
        for (const auto& [name, output] : m_used.value(from.id)) {
            if (portAt(node.ports, name, output) < 0)
                node.ports.push_back({name, ui::PortShape::Square, ui::Token::StatusIdle, output});
        }
        m_ports.insert(from.id, node.ports);
        return node;
    }

    // What says most about a node: its first required parameter, else the first that is set.
    std::pair<QString, QString> telling(const Node& node, const NodeKind* kind) const
    {
        for (const FieldSpec& field : kind ? kind->fields : std::vector<FieldSpec>()) {
            const Setting* set = find(node.params, field.name);
            if (field.required && set && field.type != FieldType::Connection)
                return {field.title.in(m_words.language), shown(*set)};
        }
        if (!node.params.empty())
            return {node.params.front().name, shown(node.params.front())};
        return {};
    }
    static QString shown(const Setting& setting)
    {
        return setting.source ? setting.source->text.section(u'\n', 0, 0) : setting.value.shown();
    }

    static int portAt(const std::vector<ui::GraphPort>& ports, const QString& name, bool output)
    {
        for (size_t at = 0; at < ports.size(); ++at) {
            if (ports[at].output == output && (name.isEmpty() || ports[at].name == name))
                return int(at);
        }
        return -1;
    }

    ui::GraphEdge line(const Edge& from) const
    {
        ui::GraphEdge edge;
        edge.id = from.from + u':' + from.fromPort + u">"_s + from.to + u':' + from.toPort;
        edge.from = from.from;
        edge.to = from.to;
        edge.fromPort = portAt(m_ports.value(from.from), from.fromPort, true);
        edge.toPort = portAt(m_ports.value(from.to), from.toPort, false);
        edge.label = from.trigger;
        return edge;
    }

    const Pipeline& m_pipeline;
    const Layout& m_layout;
    const Catalogue* m_catalogue;
    const SceneWords& m_words;
    QHash<QString, std::vector<std::pair<QString, bool>>> m_used; // ports edges name
    QHash<QString, std::vector<ui::GraphPort>> m_ports;
};

} // namespace

ui::GraphScene sceneOf(const Pipeline& pipeline, const Layout& layout, const Catalogue* catalogue,
    const SceneWords& words)
{
    return SceneMaker(pipeline, layout, catalogue, words).scene();
}

std::optional<ui::GraphNode> cardOf(const Pipeline& pipeline, const Layout& layout,
    const Catalogue* catalogue, const SceneWords& words, const QString& id)
{
    return SceneMaker(pipeline, layout, catalogue, words).card(id);
}

ui::PortShape shapeOf(PortType type)
{
    switch (type) {
    case PortType::Stream:
        return ui::PortShape::Circle;
    case PortType::File:
        return ui::PortShape::Diamond;
    case PortType::Model:
        return ui::PortShape::Hexagon;
    case PortType::Check:
        return ui::PortShape::Triangle;
    case PortType::Table:
        break;
    }
    return ui::PortShape::Square;
}

ui::Token toneOf(PortType type)
{
    switch (type) {
    case PortType::Stream:
        return ui::Token::Series6;
    case PortType::File:
        return ui::Token::Series3;
    case PortType::Model:
        return ui::Token::Series7;
    case PortType::Check:
        return ui::Token::Series8;
    case PortType::Table:
        break;
    }
    return ui::Token::Series1;
}

ui::Token categoryTone(QStringView kind)
{
    static const std::array<std::pair<QStringView, ui::Token>, 7> tones{
        {{u"source.", ui::Token::Series6}, {u"publish.", ui::Token::Series6},
            {u"ingest.", ui::Token::Series2}, {u"process.", ui::Token::Series1},
            {u"quality.", ui::Token::Series8}, {u"store.", ui::Token::Series3},
            {u"serve.", ui::Token::Series7}}};
    for (const auto& [lead, tone] : tones) {
        if (kind.startsWith(lead))
            return tone;
    }
    return ui::Token::Text3;
}

} // namespace pilothouse::pipelines
