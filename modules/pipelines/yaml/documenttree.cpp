// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/documenttree.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

void add(Value& map, const QString& key, Value value)
{
    map.entries.emplace_back(key, std::move(value));
}

void addText(Value& map, const QString& key, const QString& text)
{
    if (!text.isEmpty())
        add(map, key, Value::ofText(text));
}

Value mapOf(const Settings& settings)
{
    Value map{Value::Kind::Map, {}, {}, {}};
    for (const Setting& setting : settings) {
        if (!setting.source)
            add(map, setting.name, setting.value);
    }
    return map;
}

void addSettings(Value& map, const QString& key, const Settings& settings)
{
    if (const Value inner = mapOf(settings); !inner.entries.empty())
        add(map, key, inner);
}

// Arguments that are program text, of nodes outside the catalogue.
void addSources(Value& map, const Settings& settings)
{
    Value inner{Value::Kind::Map, {}, {}, {}};
    for (const Setting& setting : settings) {
        if (setting.source)
            add(inner, setting.name, Value::ofText(setting.source->text));
    }
    if (!inner.entries.empty())
        add(map, u"source"_s, std::move(inner));
}

Value treeOf(const Node& node)
{
    Value map{Value::Kind::Map, {}, {}, {}};
    add(map, u"kind"_s, Value::ofText(node.kind));
    addText(map, u"title"_s, node.title);
    addText(map, u"group"_s, node.group);
    addText(map, u"layer"_s, node.layer);
    addText(map, u"note"_s, node.note);
    addSettings(map, u"params"_s, node.params);
    addSources(map, node.params);
    addSettings(map, u"task"_s, node.task);
    return map;
}

Value treeOf(const Group& group)
{
    Value map{Value::Kind::Map, {}, {}, {}};
    addText(map, u"title"_s, group.title);
    addText(map, u"group"_s, group.parent);
    addText(map, u"note"_s, group.note);
    return map;
}

Value treeOf(const Edge& edge)
{
    if (edge.trigger.isEmpty())
        return Value::ofText(edgeText(edge));
    Value map{Value::Kind::Map, {}, {}, {}};
    addText(map, u"edge"_s, edgeText(edge));
    addText(map, u"trigger"_s, edge.trigger);
    return map;
}

template <class List, class TreeOf>
void addMap(Value& map, const QString& key, const List& list, const TreeOf& entry)
{
    if (list.empty())
        return;
    Value inner{Value::Kind::Map, {}, {}, {}};
    for (const auto& one : list)
        entry(inner, one);
    add(map, key, std::move(inner));
}

} // namespace

QString edgeText(const Edge& edge)
{
    const auto end = [](const QString& node, const QString& port) -> QString {
        return port.isEmpty() ? node : node + u':' + port;
    };
    return end(edge.from, edge.fromPort) + u" -> "_s + end(edge.to, edge.toPort);
}

std::optional<Edge> parsedEdge(const QString& text)
{
    static const QRegularExpression pattern(
        u"^([\\w.-]+)(?::([\\w.-]+))? *-> *([\\w.-]+)(?::([\\w.-]+))?$"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    return Edge{match.captured(1), match.captured(2), match.captured(3), match.captured(4), {}};
}

Value treeOf(const Pipeline& pipeline)
{
    Value map{Value::Kind::Map, {}, {}, {}};
    add(map, u"pipeline"_s, Value::ofNumber(kSchemaVersion));
    addText(map, u"id"_s, pipeline.id);
    addText(map, u"name"_s, pipeline.name);
    addText(map, u"title"_s, pipeline.title);
    addText(map, u"owner"_s, pipeline.owner);
    if (!pipeline.tags.isEmpty()) {
        Value tags{Value::Kind::List, {}, {}, {}};
        for (const QString& tag : pipeline.tags)
            tags.items.push_back(Value::ofText(tag));
        add(map, u"tags"_s, std::move(tags));
    }
    addText(map, u"note"_s, pipeline.note);
    addSettings(map, u"schedule"_s, pipeline.schedule);
    addSettings(map, u"task"_s, pipeline.task);
    addMap(map, u"environments"_s, pipeline.environments,
        [](Value& inner, const Environment& one) { add(inner, one.name, mapOf(one.values)); });
    addMap(map, u"groups"_s, pipeline.groups,
        [](Value& inner, const Group& one) { add(inner, one.id, treeOf(one)); });
    addMap(map, u"nodes"_s, pipeline.nodes,
        [](Value& inner, const Node& one) { add(inner, one.id, treeOf(one)); });
    if (!pipeline.edges.empty()) {
        Value edges{Value::Kind::List, {}, {}, {}};
        for (const Edge& edge : pipeline.edges)
            edges.items.push_back(treeOf(edge));
        add(map, u"edges"_s, std::move(edges));
    }
    addMap(map, u"notes"_s, pipeline.notes,
        [](Value& inner, const Note& one) { add(inner, one.id, Value::ofText(one.text)); });
    return map;
}

} // namespace pilothouse::pipelines
