// SPDX-License-Identifier: GPL-3.0-or-later
// Flows as JSON lists of tasks, each with id, operator and dependencies, in the words their authors
// use: one DAG ({"dag_id": …, "tasks": […]}), many ([…] or {"dags": […]}), or a bare list of
// tasks. Pure.
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/flow/jsontext.h"

namespace pilothouse::pipelines
{

// The words of one DAG or task; what it has not is written with the first of the list.
struct FlowWords {
    static const QStringList& ids(); // "task_id", "id", "name"
    static const QStringList& operators(); // "operator", "type", "kind", "class"
    static const QStringList& dependencies(); // "dependencies", "depends_on", "upstream" …
    static const QStringList& dagIds(); // "dag_id", "id", "name"
    // Of these the map has, or the first.
    static QString in(const Value& map, const QStringList& words);
};

// Where the DAGs of a text are.
struct FlowDag {
    QString name;
    const JsonNode* dag = nullptr; // the map around the tasks; null: a bare list
    const JsonNode* tasks = nullptr;
};
// What a bare list of tasks is called.
inline constexpr QStringView kBareFlow = u"flow";

std::vector<FlowDag> dagsIn(const JsonNode& root);
StoredFile readFlow(const QByteArray& text);
// Of a DAG alone; edges in the order of the tasks that wait.
StoredPipeline readDag(const QByteArray& text, const FlowDag& dag);

} // namespace pilothouse::pipelines
