// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/sparkjob.h"

#include "pipelines/api/duration.h"
#include "pipelines/generate/imports.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char kRequirements[] = "pyspark==3.5.3\n";

// Types of columns as Spark has them; what it has no type for is text.
QString sparkType(const QString& written)
{
    static const std::map<QString, QString> types{{u"smallint"_s, u"smallint"_s},
        {u"int2"_s, u"smallint"_s}, {u"integer"_s, u"int"_s}, {u"int"_s, u"int"_s},
        {u"int4"_s, u"int"_s}, {u"bigint"_s, u"bigint"_s}, {u"int8"_s, u"bigint"_s},
        {u"real"_s, u"float"_s}, {u"float4"_s, u"float"_s}, {u"float"_s, u"double"_s},
        {u"double"_s, u"double"_s}, {u"double precision"_s, u"double"_s},
        {u"float8"_s, u"double"_s}, {u"boolean"_s, u"boolean"_s}, {u"bool"_s, u"boolean"_s},
        {u"date"_s, u"date"_s}, {u"timestamp"_s, u"timestamp"_s},
        {u"timestamptz"_s, u"timestamp"_s}, {u"timestamp with time zone"_s, u"timestamp"_s},
        {u"bytea"_s, u"binary"_s}, {u"binary"_s, u"binary"_s}};
    static const QRegularExpression decimal(
        u"\\A(?:numeric|decimal)\\s*(?:\\(\\s*(\\d{1,2})\\s*(?:,\\s*(\\d{1,2})\\s*)?\\))?\\z"_s);
    const QString type = written.simplified().toLower();
    if (const auto found = types.find(type); found != types.end())
        return found->second;
    if (const auto match = decimal.match(type); match.hasMatch()) {
        const QString scale = match.captured(2).isEmpty() ? u"0"_s : match.captured(2);
        return match.captured(1).isEmpty() ? u"decimal(38,10)"_s
                                           : u"decimal(%1,%2)"_s.arg(match.captured(1), scale);
    }
    return u"string"_s;
}

Value listOf(std::vector<Value> items)
{
    Value list;
    list.kind = Value::Kind::List;
    list.items = std::move(items);
    return list;
}

Bound text(const QString& words)
{
    return {Value::ofText(words)};
}

Bound fieldsOf(const Bindings& own)
{
    std::vector<Value> fields;
    if (const auto columns = own.find(u"columns"_s); columns != own.end()) {
        for (const Value& one : columns->second.value.items) {
            const Value* name = one.find(u"name");
            const Value* type = one.find(u"type");
            fields.push_back(listOf({Value::ofText(name ? name->text : one.text),
                Value::ofText(sparkType(type ? type->text : QString()))}));
        }
    }
    return {listOf(std::move(fields)), FieldType::List};
}

} // namespace

std::optional<StreamJob> sparkJob(const Pipeline& pipeline, const Catalogue& catalogue,
    const Node& node, const NodeValues& fields, Values& values, bool batch)
{
    const NodeKind& kind = *catalogue.kind(node.kind);
    const auto topic = topicBefore(pipeline, fields, node.id);
    if (!topic) {
        values.problem(node.id, {}, PH_TEXT("Pipelines", "No topic is connected to it."));
        return std::nullopt;
    }
    const auto spec = std::ranges::find(kind.templates, u"spark"_s, &TemplateSpec::unit);
    const auto written = spec == kind.templates.end()
        ? catalogue.texts.end()
        : catalogue.texts.find(kind.folder + u"/templates/"_s + spec->file);
    if (written == catalogue.texts.end()) {
        values.problem(
            node.id, {}, PH_TEXT("Pipelines", "%1 cannot be generated yet.").arg(kind.title.en));
        return std::nullopt;
    }
    const Bindings& own = fields.at(node.id);
    const auto seconds = [&](const QString& name, const QString& otherwise) -> QString {
        const auto found = durationOf(textOf(own, name));
        return found ? QString::number(*found) + u" seconds"_s : otherwise;
    };
    if (!textOf(own, u"window"_s).isEmpty()) {
        if (textOf(own, u"time_column"_s).isEmpty())
            values.problem(node.id, u"time_column"_s,
                PH_TEXT("Pipelines", "A window needs the column with the time of the event."));
        if (!own.contains(u"aggregates"_s))
            values.problem(node.id, u"aggregates"_s,
                PH_TEXT("Pipelines", "A window needs an aggregate, as count(*)."));
    }
    JobFiles files(pipeline, node, batch);
    files.uses(topic->connection, u"kafka"_s);
    files.uses(textOf(own, u"connection"_s), u"spark"_s);
    files.uses(textOf(own, u"target"_s), u"postgres"_s);

    Bindings names = own;
    const auto before = topic->node ? fields.find(topic->node->id) : fields.end();
    const QString start = before == fields.end() ? QString() : textOf(before->second, u"start"_s);
    names.insert_or_assign(u"source_connection"_s, text(topic->connection));
    names.insert_or_assign(u"source_topic"_s, text(topic->topic));
    names.insert_or_assign(u"source_start"_s, text(start.isEmpty() ? u"earliest"_s : start));
    names.insert_or_assign(u"application"_s, text(files.name()));
    names.insert_or_assign(u"schema"_s, fieldsOf(own));
    names.insert_or_assign(u"lateness_text"_s, text(seconds(u"lateness"_s, u"600 seconds"_s)));
    const QString window = seconds(u"window"_s, {});
    names.insert_or_assign(u"window_text"_s, text(window));
    names.insert_or_assign(u"slide_text"_s, text(seconds(u"slide"_s, window)));
    names.insert_or_assign(
        u"interval_text"_s, text(seconds(u"trigger_interval"_s, u"10 seconds"_s)));
    names.try_emplace(u"group_by"_s, Bound{listOf({}), FieldType::List});
    Value connections;
    connections.kind = Value::Kind::Map;
    for (const auto& [id, type] : files.made().connections)
        connections.entries.emplace_back(id, Value::ofText(type));
    names.insert_or_assign(u"connections"_s, Bound{connections, FieldType::Map});

    const auto made = Template::parse(written->second, Language::Python);
    const auto filled = made ? made->fill(names) : Result<Filled>(tl::unexpected(made.error()));
    if (!filled) {
        values.problem(node.id, {}, filled.error().hint);
        return std::nullopt;
    }
    files.add(u"job.py"_s, filled->text.toUtf8(), "#");
    files.add(u"requirements.txt"_s, kRequirements, "#");
    files.addRunners({"job.py", false, "apache/spark:3.5.3-python3"});
    files.made().unit.settings.push_back(
        {u"checkpoint"_s, Value::ofText(textOf(own, u"checkpoint"_s))});
    return std::move(files.made());
}

} // namespace pilothouse::pipelines
