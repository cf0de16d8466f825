// SPDX-License-Identifier: GPL-3.0-or-later
// Structures and grids out of Airflow's replies, public and private. Pure.
#pragma once

#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse::workflow
{

// From the public list of tasks alone: edges by downstream_task_ids, groups inferred, tasks in
// topological order.
DagStructure structureOfTasks(const QString& dag, const QJsonArray& tasks);

// Groups, labels and edges of Airflow 3's /ui/structure/structure_data, joins resolved; what the
// public list says of its tasks is added. Asset nodes are left out.
DagStructure structureOfUi(const QString& dag, const QJsonObject& graph, const QJsonArray& tasks);

// The same of Airflow 2's /object/graph_data. Its nodes are by name, so the tasks are ordered here.
DagStructure structureOfObject(
    const QString& dag, const QJsonObject& graph, const QJsonArray& tasks);

// /ui/dependencies.
DagMap mapOfUi(const QJsonObject& json);

// One line of /ui/grid/ti_summaries, without a tree. False: not such a line.
bool cellsOfSummary(QByteArrayView line, RunCells& cells);

// /object/grid_data of Airflow 2: cells of every run it holds.
std::vector<RunCells> cellsOfGrid(const QString& dag, const QJsonObject& grid);

// Cells of one run out of its instances; mapped ones are put together as the server does. Without
// groups: the instances do not tell them.
std::vector<Cell> cellsOfInstances(const std::vector<TaskInstance>& instances);

} // namespace pilothouse::workflow
