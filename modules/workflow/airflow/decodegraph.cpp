// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/decodegraph.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

double secondsOf(const QJsonValue& delta)
{
    if (!delta.isObject())
        return -1;
    const QJsonObject o = delta.toObject();
    return o.value("days"_L1).toDouble() * 86'400 + o.value("seconds"_L1).toDouble()
        + o.value("microseconds"_L1).toDouble() / 1e6;
}

// What the public list of tasks says of one.
void fill(TaskInfo& task, const QJsonObject& json)
{
    task.operatorName = json.value("operator_name"_L1).toString();
    task.triggerRule = json.value("trigger_rule"_L1).toString();
    task.pool = json.value("pool"_L1).toString();
    task.mapped = task.mapped || json.value("is_mapped"_L1).toBool();
    task.dependsOnPast = json.value("depends_on_past"_L1).toBool();
    task.waitsForDownstream = json.value("wait_for_downstream"_L1).toBool();
    task.retries = int(json.value("retries"_L1).toDouble());
    task.retryDelay = secondsOf(json.value("retry_delay"_L1));
    // A number since 3.2 (0: off), before it a boolean that doubles.
    const QJsonValue backoff = json.value("retry_exponential_backoff"_L1);
    const double factor = backoff.isBool() ? (backoff.toBool() ? 2 : 1) : backoff.toDouble();
    task.retryFactor = std::max(factor, 1.0);
    task.longestRetryDelay = secondsOf(json.value("max_retry_delay"_L1));
    task.executionTimeout = secondsOf(json.value("execution_timeout"_L1));
}

QHash<QString, QJsonObject> byId(const QJsonArray& tasks)
{
    QHash<QString, QJsonObject> out;
    for (const QJsonValue& value : tasks) {
        const QJsonObject task = value.toObject();
        out.insert(task.value("task_id"_L1).toString(), task);
    }
    return out;
}

// Kahn's order, ties in the given order; what hangs in a circle comes last.
void sortByEdges(DagStructure& structure)
{
    const size_t n = structure.tasks.size();
    QHash<QString, size_t> index;
    for (size_t i = 0; i < n; ++i)
        index.insert(structure.tasks[i].id, i);
    std::vector<int> waits(n, 0);
    std::vector<std::vector<size_t>> out(n);
    for (const TaskEdge& edge : structure.edges) {
        const auto from = index.constFind(edge.from), to = index.constFind(edge.to);
        if (from == index.constEnd() || to == index.constEnd())
            continue;
        out[*from].push_back(*to);
        ++waits[*to];
    }
    std::vector<size_t> order;
    order.reserve(n);
    for (size_t i = 0; i < n; ++i)
        if (waits[i] == 0)
            order.push_back(i);
    for (size_t at = 0; at < order.size(); ++at)
        for (const size_t next : out[order[at]])
            if (--waits[next] == 0)
                order.push_back(next);
    std::vector<bool> placed(n, false);
    for (const size_t i : order)
        placed[i] = true;
    for (size_t i = 0; i < n; ++i)
        if (!placed[i])
            order.push_back(i);
    std::vector<TaskInfo> sorted;
    sorted.reserve(n);
    for (const size_t i : order)
        sorted.push_back(std::move(structure.tasks[i]));
    structure.tasks = std::move(sorted);
}

// Edges of the drawn graph, where groups have join nodes; walked through to tasks.
class Joins final
{
public:
    void add(TaskEdge edge)
    {
        m_out[edge.from].push_back(m_edges.size());
        m_edges.push_back(std::move(edge));
    }

    std::vector<TaskEdge> resolved(const QSet<QString>& tasks) const
    {
        std::vector<TaskEdge> out;
        QSet<std::pair<QString, QString>> seen;
        for (const TaskEdge& edge : m_edges) {
            if (!tasks.contains(edge.from))
                continue;
            QSet<QString> visited;
            walk(edge, edge.to, edge.label, tasks, visited, [&](TaskEdge found) {
                const auto key = std::pair(found.from, found.to);
                if (!seen.contains(key)) {
                    seen.insert(key);
                    out.push_back(std::move(found));
                }
            });
        }
        return out;
    }

private:
    template <class F>
    void walk(const TaskEdge& first, const QString& at, const QString& label,
        const QSet<QString>& tasks, QSet<QString>& visited, const F& found) const
    {
        if (tasks.contains(at)) {
            found({first.from, at, label, first.setupTeardown});
            return;
        }
        if (visited.contains(at))
            return;
        visited.insert(at);
        for (const size_t i : m_out.value(at)) {
            const TaskEdge& next = m_edges[i];
            walk(first, next.to, label.isEmpty() ? next.label : label, tasks, visited, found);
        }
    }

    std::vector<TaskEdge> m_edges;
    QHash<QString, std::vector<size_t>> m_out;
};

// The nodes of one level into tasks and groups. `value`: where a node's properties are (Airflow 2
// keeps them one level down).
struct NodeWalk {
    DagStructure& out;
    const QHash<QString, QJsonObject>& known;
    bool nested; // properties under "value"

    void level(const QJsonArray& nodes, const QString& group)
    {
        for (const QJsonValue& item : nodes) {
            const QJsonObject node = item.toObject();
            const QJsonObject value = nested ? node.value("value"_L1).toObject() : node;
            const QString id = node.value("id"_L1).toString();
            const QString type = node.value("type"_L1).toString();
            const QString label = value.value("label"_L1).toString();
            const bool mapped = value.value(nested ? "isMapped"_L1 : "is_mapped"_L1).toBool();
            if (node.value("children"_L1).isArray()) {
                out.groups.push_back({id, label, group, mapped});
                level(node.value("children"_L1).toArray(), id);
                continue;
            }
            if (type.isEmpty() ? id.endsWith("_join_id"_L1) && label.isEmpty() : type != "task"_L1)
                continue;
            TaskInfo task;
            task.id = id;
            task.label = label.isEmpty() ? id : label;
            task.group = group;
            task.mapped = mapped;
            const QString kind
                = value.value(nested ? "setupTeardownType"_L1 : "setup_teardown_type"_L1)
                      .toString();
            task.setup = kind == "setup"_L1;
            task.teardown = kind == "teardown"_L1;
            if (const auto it = known.constFind(id); it != known.constEnd())
                fill(task, *it);
            if (const QString op = value.value("operator"_L1).toString(); !op.isEmpty())
                task.operatorName = op;
            out.tasks.push_back(std::move(task));
        }
    }
};

void takeEdges(DagStructure& structure, const QJsonArray& edges, bool nested)
{
    QSet<QString> tasks;
    for (const TaskInfo& task : structure.tasks)
        tasks.insert(task.id);
    Joins joins;
    for (const QJsonValue& item : edges) {
        const QJsonObject edge = item.toObject();
        joins.add({edge.value("source_id"_L1).toString(), edge.value("target_id"_L1).toString(),
            edge.value("label"_L1).toString(),
            edge.value(nested ? "isSetupTeardown"_L1 : "is_setup_teardown"_L1).toBool()
                || edge.value("is_setup_teardown"_L1).toBool()});
    }
    structure.edges = joins.resolved(tasks);
}

MapNode::Kind kindOf(const QString& type)
{
    if (type == "dag"_L1)
        return MapNode::Kind::Dag;
    if (type.startsWith("asset"_L1) || type.startsWith("dataset"_L1))
        return MapNode::Kind::Asset;
    if (type == "trigger"_L1)
        return MapNode::Kind::Trigger;
    return type == "sensor"_L1 ? MapNode::Kind::Sensor : MapNode::Kind::Other;
}

} // namespace

DagStructure structureOfTasks(const QString& dag, const QJsonArray& tasks)
{
    DagStructure structure;
    structure.dag = dag;
    for (const QJsonValue& value : tasks) {
        const QJsonObject json = value.toObject();
        TaskInfo task;
        task.id = json.value("task_id"_L1).toString();
        fill(task, json);
        for (const QJsonValue& next : json.value("downstream_task_ids"_L1).toArray())
            structure.edges.push_back({task.id, next.toString(), {}, false});
        structure.tasks.push_back(std::move(task));
    }
    sortByEdges(structure);
    inferGroups(structure);
    return structure;
}

DagStructure structureOfUi(const QString& dag, const QJsonObject& graph, const QJsonArray& tasks)
{
    DagStructure structure;
    structure.dag = dag;
    const auto known = byId(tasks);
    NodeWalk{structure, known, false}.level(graph.value("nodes"_L1).toArray(), {});
    takeEdges(structure, graph.value("edges"_L1).toArray(), false);
    return structure;
}

DagStructure structureOfObject(
    const QString& dag, const QJsonObject& graph, const QJsonArray& tasks)
{
    DagStructure structure;
    structure.dag = dag;
    const auto known = byId(tasks);
    NodeWalk{structure, known, true}.level(
        graph.value("nodes"_L1).toObject().value("children"_L1).toArray(), {});
    takeEdges(structure, graph.value("edges"_L1).toArray(), true);
    sortByEdges(structure);
    return structure;
}

DagMap mapOfUi(const QJsonObject& json)
{
    DagMap map;
    for (const QJsonValue& value : json.value("nodes"_L1).toArray()) {
        const QJsonObject o = value.toObject();
        MapNode node;
        node.id = o.value("id"_L1).toString();
        node.label = o.value("label"_L1).toString();
        node.kind = kindOf(o.value("type"_L1).toString());
        if (node.kind == MapNode::Kind::Dag)
            node.dag = node.id.startsWith("dag:"_L1) ? node.id.mid(4) : node.label;
        else if (node.kind == MapNode::Kind::Trigger || node.kind == MapNode::Kind::Sensor)
            node.dag = node.id.section(u':', 1, 1); // "trigger:from:to:task"
        map.nodes.push_back(std::move(node));
    }
    for (const QJsonValue& value : json.value("edges"_L1).toArray()) {
        const QJsonObject o = value.toObject();
        map.edges.emplace_back(
            o.value("source_id"_L1).toString(), o.value("target_id"_L1).toString());
    }
    return map;
}

} // namespace pilothouse::workflow
