// SPDX-License-Identifier: GPL-3.0-or-later
// What starts tasks behind a stream: sensors, or an asset that a DAG of its own tells of.
#include "pipelines/api/edits.h"
#include "pipelines/generate/dagfile.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

void DagFile::collectTriggers()
{
    for (const Edge& edge : m_pipeline.edges) {
        const Node* from = m_pipeline.node(edge.from);
        const NodeKind* kind = from ? m_catalogue.kind(from->kind) : nullptr;
        if (!kind || kind->runs != Runs::Stream || !m_taskOf.contains(edge.to))
            continue;
        const Bindings& fields = m_fields.at(edge.from);
        const auto no = [&](Text why) {
            m_values.problem(edge.to, {}, std::move(why));
        };
        if (edge.trigger.isEmpty()) {
            no(PH_TEXT("Pipelines", "The edge from %1 has no trigger.").arg(edge.from));
        } else if (m_told.contains(edge.from)) {
            if (edge.trigger != u"available_now")
                no(PH_TEXT("Pipelines",
                    "%1 runs as a batch for another edge: all edges from it need that trigger.")
                        .arg(edge.from));
        } else if (edge.trigger == u"available_now") {
            continue; // told where its job is made
        } else if (edge.trigger != u"sensor" && edge.trigger != u"asset") {
            no(PH_TEXT("Pipelines", "No trigger is called %1.").arg(edge.trigger));
        } else if (textOf(fields, u"table"_s).isEmpty()) {
            no(PH_TEXT("Pipelines", "%1 writes no table to look at.").arg(edge.from));
        } else if (edge.trigger == u"sensor") {
            const QString id = freeId(m_pipeline, edge.to + u"_waits_for_"_s + edge.from).left(200);
            m_sensors.push_back({&edge, id, m_names.take(id, u"run_"_s)});
        } else if (std::none_of(m_assets.begin(), m_assets.end(),
                       [&](const Edge* one) { return one->from == edge.from; })) {
            m_assets.push_back(&edge);
        }
    }
}

// Each looks whether the stream has come to the end of the run's interval.
void DagFile::writeSensors()
{
    static const auto made = Template::parse(uR"(@task.sensor(
    {{> task }}
    poke_interval=60,
    mode="reschedule",
)
def run_{{ node }}():
    return reached(conn_id={{ connection }}, table={{ table }})

{{ node }} = run_{{ node }}()
)"_s,
        Language::Python);
    for (const Trigger& sensor : m_sensors) {
        const Bindings& fields = m_fields.at(sensor.edge->from);
        const Bindings names{{u"node"_s, {.code = sensor.name}},
            {u"task"_s, {.arguments = {{u"task_id"_s, {Value::ofText(sensor.id)}}}}},
            {u"connection"_s, fields.at(u"connection"_s)}, {u"table"_s, fields.at(u"table"_s)}};
        const auto text
            = made ? made->fill(names, 4) : Result<Filled>(tl::unexpected(made.error()));
        if (!text) {
            m_values.problem(sensor.edge->to, {}, text.error().hint);
            continue;
        }
        m_imports.insert(u"airflow.sdk:task"_s);
        needPart(u"reached"_s);
        m_body += u"\n    "_s + text->text;
    }
}

// A DAG of its own tells that a stream has written: its asset starts this one.
QString DagFile::arrivals() const
{
    static const auto made = Template::parse(uR"(with DAG(
    {{> dag }}
    schedule="* * * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
):
{{* streams }}

    @task(task_id={{ .stream }}, outlets=[Asset({{ .uri }})])
    def arrived():
        return moved_on(
            conn_id={{ .connection }},
            job={{ .job }},
            variable={{ .variable }},
        )

    arrived()
{{/ streams }}
)"_s,
        Language::Python);
    Value streams;
    streams.kind = Value::Kind::List;
    for (const Edge* edge : m_assets) {
        const auto text = [](const QString& value) {
            return Value::ofText(value);
        };
        Value one;
        one.kind = Value::Kind::Map;
        const QString job = m_pipeline.name + u'.' + edge->from;
        one.entries = {{u"stream"_s, text(edge->from)}, {u"uri"_s, text(assetOf(*edge))},
            {u"connection"_s, text(textOf(m_fields.at(edge->from), u"connection"_s))},
            {u"job"_s, text(job)}, {u"variable"_s, text(job + u".arrivals"_s)}};
        streams.items.push_back(std::move(one));
    }
    const Bindings names{{u"streams"_s, {std::move(streams)}},
        {u"dag"_s,
            {.arguments = {{u"dag_id"_s, {Value::ofText(m_pipeline.name + u"_arrivals"_s)}}}}}};
    const auto filled = made ? made->fill(names) : Result<Filled>(tl::unexpected(made.error()));
    return filled ? filled->text : QString();
}

QString DagFile::assetOf(const Edge& edge) const
{
    return u"pilothouse://"_s + m_pipeline.name + u'/' + edge.from;
}

} // namespace pilothouse::pipelines
