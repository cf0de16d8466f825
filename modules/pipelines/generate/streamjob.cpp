// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/streamjob.h"

#include "pipelines/api/duration.h"
#include "pipelines/generate/jobfiles.h"
#include "pipelines/generate/sparkjob.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue jsonOf(const Bindings& fields, const QString& name)
{
    const QString text = textOf(fields, name);
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray textsOf(const Bindings& fields, const QString& name)
{
    QJsonArray out;
    if (const auto found = fields.find(name); found != fields.end())
        for (const Value& item : found->second.value.items)
            out.append(item.text);
    return out;
}

QJsonArray columnsOf(const Bindings& fields)
{
    QJsonArray out;
    const auto found = fields.find(u"columns"_s);
    for (const Value& one :
        found == fields.end() ? std::vector<Value>() : found->second.value.items) {
        const Value* name = one.find(u"name");
        const Value* type = one.find(u"type");
        const Value* nullable = one.find(u"nullable");
        out.append(QJsonObject{{u"name"_s, name ? name->text : one.text},
            {u"type"_s, type ? type->text : u"text"_s},
            {u"nullable"_s, !nullable || nullable->isTrue()}});
    }
    return out;
}

double secondsOf(const Bindings& fields, const QString& name, double otherwise)
{
    const auto seconds = durationOf(textOf(fields, name));
    return seconds ? double(*seconds) : otherwise;
}

struct Job {
    const Pipeline& pipeline;
    const Catalogue& catalogue;
    const Node& node;
    const NodeValues& fields;
    Values& values;
    bool batch = false;

    const Bindings& own() const { return fields.at(node.id); }
};

StreamJob written(const Job& job, const QJsonObject& source, const QJsonObject& sink,
    const QJsonValue& dead, JobFiles& files)
{
    const Bindings& fields = job.own();
    QJsonObject told{{u"job"_s, 1}, {u"pipeline"_s, job.pipeline.name}, {u"node"_s, job.node.id},
        {u"document"_s, job.pipeline.id}, {u"group"_s, files.name()}, {u"source"_s, source},
        {u"sink"_s, sink}, {u"dead_letters"_s, dead}};
    if (const auto rows = fields.find(u"batch_size"_s); rows != fields.end())
        told[u"batch"_s] = QJsonObject{{u"rows"_s, rows->second.value.text.toInt()},
            {u"seconds"_s, secondsOf(fields, u"flush_after"_s, 1)}};
    if (const auto most = fields.find(u"max_bad"_s); most != fields.end())
        told[u"max_bad"_s] = most->second.value.text.toDouble();
    files.addWorker(QJsonDocument(told).toJson(QJsonDocument::Indented));
    files.addRunners({"-m pilothouse_worker job.json"});
    if (const auto found = source.find(u"start"_s); found != source.end())
        files.made().unit.settings.push_back({u"start"_s, Value::ofText(found->toString())});
    return std::move(files.made());
}

std::optional<StreamJob> ingestJob(const Job& job)
{
    const Bindings& fields = job.own();
    const auto topic = topicBefore(job.pipeline, job.fields, job.node.id);
    if (!topic) {
        job.values.problem(job.node.id, {}, PH_TEXT("Pipelines", "No topic is connected to it."));
        return std::nullopt;
    }
    static const Bindings kNone;
    const auto found = topic->node ? job.fields.find(topic->node->id) : job.fields.end();
    const Bindings& before = found == job.fields.end() ? kNone : found->second;
    const QString format = textOf(before, u"format"_s);
    const QString start = textOf(before, u"start"_s);
    const QJsonObject source{{u"kind"_s, u"kafka"_s}, {u"connection"_s, topic->connection},
        {u"topic"_s, topic->topic}, {u"format"_s, format.isEmpty() ? u"json"_s : format},
        {u"registry"_s, jsonOf(before, u"registry"_s)},
        {u"start"_s, start.isEmpty() ? u"earliest"_s : start}};
    const QJsonObject sink{{u"kind"_s, u"postgres"_s},
        {u"connection"_s, textOf(fields, u"connection"_s)},
        {u"table"_s, textOf(fields, u"table"_s)}, {u"mode"_s, textOf(fields, u"mode"_s)},
        {u"keys"_s, textsOf(fields, u"keys"_s)}, {u"extra"_s, textOf(fields, u"extra"_s)},
        {u"extracted_at"_s, jsonOf(fields, u"extracted_at"_s)}, {u"columns"_s, columnsOf(fields)}};
    const QJsonObject dead{
        {u"connection"_s, topic->connection}, {u"topic"_s, deadLettersOf(fields, topic->topic)}};
    JobFiles files(job.pipeline, job.node, job.batch);
    files.uses(topic->connection, u"kafka"_s);
    files.uses(textOf(fields, u"connection"_s), u"postgres"_s);
    files.uses(textOf(before, u"registry"_s), u"registry"_s);
    return written(job, source, sink, dead, files);
}

QJsonObject entriesOf(const Bindings& fields, const QString& name)
{
    QJsonObject out;
    if (const auto found = fields.find(name); found != fields.end())
        for (const auto& [key, value] : found->second.value.entries)
            out.insert(key, value.text);
    return out;
}

QJsonObject topicSink(const Bindings& fields)
{
    return {{u"kind"_s, u"kafka"_s}, {u"connection"_s, textOf(fields, u"connection"_s)},
        {u"topic"_s, textOf(fields, u"topic"_s)}, {u"key"_s, jsonOf(fields, u"key_at"_s)}};
}

std::optional<StreamJob> eventJob(const Job& job)
{
    const Bindings& fields = job.own();
    const auto resume = fields.find(u"resume"_s);
    const QJsonObject source{{u"kind"_s, u"sse"_s}, {u"url"_s, textOf(fields, u"url"_s)},
        {u"connection"_s, jsonOf(fields, u"login"_s)}, {u"events"_s, textsOf(fields, u"events"_s)},
        {u"headers"_s, entriesOf(fields, u"headers"_s)},
        {u"resume"_s, resume == fields.end() || resume->second.value.isTrue()},
        {u"silence"_s, secondsOf(fields, u"silence"_s, 60)}};
    JobFiles files(job.pipeline, job.node, false);
    return written(job, source, topicSink(fields), QJsonValue(), files);
}

std::optional<StreamJob> changeJob(const Job& job)
{
    const Bindings& fields = job.own();
    const QJsonObject source{{u"kind"_s, u"cdc"_s},
        {u"connection"_s, textOf(fields, u"database"_s)},
        {u"tables"_s, textsOf(fields, u"tables"_s)}, {u"slot"_s, textOf(fields, u"slot"_s)},
        {u"publication"_s, textOf(fields, u"publication"_s)},
        {u"snapshot"_s, textOf(fields, u"snapshot"_s) != u"no_data"},
        {u"tombstones"_s, textOf(fields, u"deletes"_s) != u"change"},
        {u"heartbeat"_s, secondsOf(fields, u"heartbeat"_s, 10)}};
    JobFiles files(job.pipeline, job.node, false);
    return written(job, source, topicSink(fields), QJsonValue(), files);
}

std::optional<StreamJob> sparkStream(const Job& job)
{
    return sparkJob(job.pipeline, job.catalogue, job.node, job.fields, job.values, job.batch);
}

using Writer = std::optional<StreamJob> (*)(const Job& job);
const std::map<QString, Writer>& writers()
{
    static const std::map<QString, Writer> byKind{{u"process.spark_streaming"_s, sparkStream},

        {u"ingest.table"_s, ingestJob}, {u"source.cdc"_s, changeJob}, {u"source.sse"_s, eventJob}};
    return byKind;
}

} // namespace

bool runsAsBatch(const Pipeline& pipeline, const Catalogue& catalogue, const Node& node)
{
    const NodeKind* kind = catalogue.kind(node.kind);
    if (!kind || kind->runs != Runs::Stream)
        return false;
    return std::ranges::any_of(pipeline.edges, [&](const Edge& edge) {
        const Node* to = edge.from == node.id ? pipeline.node(edge.to) : nullptr;
        const NodeKind* next = to ? catalogue.kind(to->kind) : nullptr;
        return to && (!next || next->runs == Runs::Task) && edge.trigger == u"available_now";
    });
}

std::vector<StreamJob> streamJobs(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values)
{
    std::vector<StreamJob> jobs;
    for (const Node& node : pipeline.nodes) {
        const NodeKind* kind = catalogue.kind(node.kind);
        if (!kind || kind->runs != Runs::Stream)
            continue;
        const Job one{
            pipeline, catalogue, node, fields, values, runsAsBatch(pipeline, catalogue, node)};
        const auto writer = writers().find(node.kind);
        std::optional<StreamJob> job;
        if (writer == writers().end())
            values.problem(node.id, {},
                PH_TEXT("Pipelines", "%1 cannot be generated yet.").arg(kind->title.en));
        else if (one.batch && kind->templates.empty())
            values.problem(node.id, {},
                PH_TEXT("Pipelines", "%1 has no end: let new rows or the time start what follows.")
                    .arg(kind->title.en));
        else
            job = writer->second(one);
        if (job)
            jobs.push_back(std::move(*job));
    }
    return jobs;
}

NodeValues batchValues(const std::vector<StreamJob>& jobs)
{
    NodeValues values;
    for (const StreamJob& job : jobs) {
        if (!job.isBatch)
            continue;
        Value connections;
        connections.kind = Value::Kind::Map;
        for (const auto& [id, type] : job.connections)
            connections.entries.emplace_back(id, Value::ofText(type));
        values[job.unit.nodes.constFirst()] = {{u"job"_s, {Value::ofText(job.unit.name)}},
            {u"connections"_s, {connections, FieldType::Map}}};
    }
    return values;
}

} // namespace pilothouse::pipelines
