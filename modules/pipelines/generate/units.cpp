// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/units.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

Value column(const QString& name, const QString& type, bool nullable)
{
    Value value;
    value.kind = Value::Kind::Map;
    value.entries = {{u"name"_s, Value::ofText(name)}, {u"type"_s, Value::ofText(type)},
        {u"nullable"_s, Value::ofBool(nullable)}};
    return value;
}

void addTopic(std::vector<Unit>& units, const Node& node, const QString& topic,
    const QString& connection, const Settings& settings)
{
    const auto found = std::find_if(units.begin(), units.end(),
        [&](const Unit& unit) { return unit.name == topic && unit.connection == connection; });
    if (found == units.end())
        units.push_back({UnitKind::Topic, topic, {node.id}, connection, settings, {}});
    else if (!found->nodes.contains(node.id))
        found->nodes.append(node.id);
}

// Columns as the document has them, and those every ingest adds.
Value columnsWith(const Value& given, const Bindings& fields, bool ingest)
{
    Value columns = given;
    for (Value& one : columns.items)
        if (!one.find(u"nullable"))
            one.entries.emplace_back(u"nullable"_s, Value::ofBool(true));
    if (!ingest)
        return columns;
    if (textOf(fields, u"extra"_s) == u"keep")
        columns.items.push_back(column(u"_rest"_s, u"jsonb"_s, true));
    columns.items.push_back(column(u"_extracted_at"_s, u"timestamptz"_s, false));
    columns.items.push_back(column(u"_ingested_at"_s, u"timestamptz"_s, false));
    columns.items.push_back(column(u"_source"_s, u"text"_s, false));
    // A stream counts its batches; those of tasks are named after their runs.
    columns.items.push_back(
        column(u"_batch_id"_s, fields.contains(u"flush_after"_s) ? u"bigint"_s : u"text"_s, false));
    return columns;
}

Result<QByteArray> ddl(const QString& table, Value columns, const Value* keys)
{
    static const auto made = Template::parse(uR"({{# schema }}
CREATE SCHEMA IF NOT EXISTS {{ schema|name }};
{{/ schema }}
CREATE TABLE IF NOT EXISTS {{ table|table }} (
{{* columns }}
    {{ .name|name }} {{ .type|type }}{{^ .nullable }} NOT NULL{{/ .nullable }}{{# .more }},{{/ .more }}
{{/ columns }}
{{# keyed }}
    PRIMARY KEY ({{ keys|name }})
{{/ keyed }}
);
)"_s,
        Language::Sql);
    if (!made)
        return tl::unexpected(made.error());
    for (Value& one : columns.items)
        one.entries.emplace_back(u"more"_s, Value::ofBool(keys || &one != &columns.items.back()));
    Bindings names{{u"table"_s, {Value::ofText(table)}}, {u"columns"_s, {columns}}};
    if (table.contains(u'.'))
        names[u"schema"_s] = {Value::ofText(table.section(u'.', 0, 0))};
    if (keys) {
        names[u"keyed"_s] = {Value::ofBool(true)};
        names[u"keys"_s] = {*keys};
    }
    const auto filled = made->fill(names);
    if (!filled)
        return tl::unexpected(filled.error());
    return filled->text.toUtf8();
}

} // namespace

NodeValues nodeValues(const Pipeline& pipeline, const Catalogue& catalogue, Values& values)
{
    NodeValues out;
    for (const Node& node : pipeline.nodes)
        if (const NodeKind* kind = catalogue.kind(node.kind))
            out.emplace(node.id, values.of(kind->fields, node.params, node.id));
    return out;
}

QString textOf(const Bindings& fields, const QString& name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? QString() : found->second.value.text;
}

QString deadLettersOf(const Bindings& fields, const QString& topic)
{
    const QString own = textOf(fields, u"dead_letters"_s);
    return own.isEmpty() ? topic + u".dlq"_s : own;
}

std::optional<TopicOf> topicBefore(
    const Pipeline& pipeline, const NodeValues& fields, const QString& node)
{
    for (const Edge& edge : pipeline.edges) {
        const auto from = fields.find(edge.from);
        if (edge.to != node || from == fields.end())
            continue;
        const Node* before = pipeline.node(edge.from);
        if (before && before->kind == u"ingest.table" && edge.fromPort == u"dead") {
            // Bad records of another node are messages too.
            if (const auto source = topicBefore(pipeline, fields, edge.from))
                return TopicOf{
                    before, source->connection, deadLettersOf(from->second, source->topic)};
            continue;
        }
        const QString topic = textOf(from->second, u"topic"_s);
        if (!topic.isEmpty())
            return TopicOf{before, textOf(from->second, u"connection"_s), topic};
    }
    return std::nullopt;
}

std::vector<Unit> topicUnits(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields)
{
    std::vector<Unit> units;
    for (const Node& node : pipeline.nodes) {
        const NodeKind* kind = catalogue.kind(node.kind);
        if (!kind)
            continue;
        const Bindings& own = fields.at(node.id);
        Settings settings;
        for (const char* name : {"partitions", "replication", "retention"}) {
            const auto found = own.find(QString::fromLatin1(name));
            if (found != own.end())
                settings.push_back({found->first, found->second.value});
        }
        if (kind->field(u"topic") && kind->field(u"partitions")
            && !textOf(own, u"topic"_s).isEmpty())
            addTopic(units, node, textOf(own, u"topic"_s), textOf(own, u"connection"_s), settings);
        if (node.kind != u"ingest.table")
            continue;
        if (const auto source = topicBefore(pipeline, fields, node.id)) {
            Settings dead{{u"partitions"_s, Value::ofNumber(1)}};
            const Setting* copies
                = source->node ? find(source->node->params, u"replication") : nullptr;
            dead.push_back({u"replication"_s, copies ? copies->value : Value::ofNumber(1)});
            addTopic(units, node, deadLettersOf(own, source->topic), source->connection, dead);
        }
    }
    return units;
}

std::vector<Unit> tableUnits(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values)
{
    std::vector<Unit> units;
    for (const Node& node : pipeline.nodes) {
        const NodeKind* kind = catalogue.kind(node.kind);
        const bool writes = kind
            && (kind->category == u"ingest" || node.kind == u"store.postgres"
                || node.kind == u"process.sql");
        // Copies rows from somewhere else into a table of the target.
        const bool copies
            = kind && kind->runs == Runs::Task && kind->field(u"target") && kind->field(u"table");
        if (!writes && !copies)
            continue;
        const Bindings& own = fields.at(node.id);
        const QString connection = copies ? textOf(own, u"target"_s) : textOf(own, u"connection"_s);
        const auto columns = own.find(u"columns"_s);
        const QString table = textOf(own, u"table"_s);
        const bool typed = columns != own.end()
            && std::all_of(columns->second.value.items.begin(), columns->second.value.items.end(),
                [](const Value& one) { return one.find(u"name") && one.find(u"type"); });
        if (!typed || table.isEmpty() || textOf(own, u"mode"_s) == u"view"
            || std::any_of(
                units.begin(), units.end(), [&](const Unit& unit) { return unit.name == table; }))
            continue;
        const Value all = columnsWith(columns->second.value, own, kind->category == u"ingest");
        const auto keys = own.find(u"keys"_s);
        auto statement = ddl(table, all, keys == own.end() ? nullptr : &keys->second.value);
        if (!statement) {
            values.problem(node.id, u"columns"_s, statement.error().hint);
            continue;
        }
        units.push_back({UnitKind::Table, table, {node.id}, connection, {{u"columns"_s, all}},
            std::move(*statement)});
    }
    return units;
}

} // namespace pilothouse::pipelines
