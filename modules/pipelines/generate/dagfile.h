// SPDX-License-Identifier: GPL-3.0-or-later
// DagFile: the Airflow DAG of a pipeline's tasks as one Python file. Pure.
#pragma once

#include "pipelines/api/generated.h"
#include "pipelines/generate/arguments.h"
#include "pipelines/generate/names.h"
#include "pipelines/generate/units.h"

namespace pilothouse::pipelines
{

class DagFile final
{
public:
    // `told`: what tasks are told beside their fields, those of streams that run as batches and
    // those of the dbt project.
    DagFile(const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields,
        const NodeValues& told, Values& values);

    // Nothing if no node is a task.
    std::optional<GeneratedFile> write();

private:
    // From a stream to a task: what starts the task.
    struct Trigger {
        const Edge* edge = nullptr;
        QString id; // of the sensor
        QString name; // of its variable
    };
    struct Task {
        const Node* node = nullptr;
        const NodeKind* kind = nullptr;
        QString name; // of its variable
    };

    void collect();
    void collectTriggers();
    void writeSensors();
    QString arrivals() const;
    QString assetOf(const Edge& edge) const;
    void writeGroup(const QString& group, int indent);
    void writeTask(const Task& task, int indent);
    bool writeOperator(const Task& task, ArgumentList arguments, int indent);
    std::optional<Filled> filled(const Task& task, const ArgumentList& arguments, int indent);
    const Template* templateOf(const NodeKind& kind, const TemplateSpec& spec);
    void needPart(const QString& name);
    QString parts();
    QString wiring();
    std::vector<std::pair<QString, QString>> taskEdges() const;
    bool hasTasks(const QString& group) const;

    const Pipeline& m_pipeline;
    const Catalogue& m_catalogue;
    const NodeValues& m_fields;
    const NodeValues& m_told;
    Values& m_values;
    Names m_names;
    std::vector<Task> m_tasks;
    std::map<QString, size_t> m_taskOf; // by node
    std::vector<Trigger> m_sensors;
    std::vector<const Edge*> m_assets; // one for each stream
    std::vector<std::pair<QString, QString>> m_edges; // between tasks, by node
    std::set<QString> m_imports;
    QStringList m_parts; // in the order they were asked for, what one needs before it
    std::map<QString, Template> m_templates; // by path
    QString m_body; // inside of the DAG
    std::vector<std::pair<QString, SourceRange>> m_lines; // of m_body
};

} // namespace pilothouse::pipelines
