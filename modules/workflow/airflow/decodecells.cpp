// SPDX-License-Identifier: GPL-3.0-or-later
// The grid: by far the largest replies, so no tree is built of Airflow 3's.
#include "workflow/airflow/decodegraph.h"

#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"
#include "workflow/airflow/jsonpull.h"

#include <QHash>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

StateWord wordOf(QByteArrayView text)
{
    // The words are short and few; the shared copy is found without a heap string of our own.
    constexpr qsizetype kLongest = 32;
    if (text.size() > kLongest)
        return QString::fromUtf8(text);
    char16_t wide[kLongest];
    for (qsizetype i = 0; i < text.size(); ++i)
        wide[i] = uchar(text[i]);
    return stateWord(QStringView(wide, text.size()));
}

Cell cellOf(JsonPull& pull, QByteArray& scratch)
{
    Cell cell;
    bool state = false;
    if (!pull.enter('{'))
        return cell;
    while (pull.next()) {
        const QByteArrayView key = pull.key();
        if (key == QByteArrayView("task_id")) {
            cell.task = QString::fromUtf8(pull.string(scratch));
        } else if (key == QByteArrayView("state")) {
            cell.state = wordOf(pull.string(scratch));
            state = true;
        } else if (key == QByteArrayView("min_start_date")) {
            cell.start = timeOf(pull.string(scratch));
        } else if (key == QByteArrayView("max_end_date")) {
            cell.end = timeOf(pull.string(scratch));
        } else if (key == QByteArrayView("dag_version_number")) {
            cell.version = int(pull.integer());
        } else if (key == QByteArrayView("has_note")) {
            cell.hasNote = pull.boolean();
        } else if (key == QByteArrayView("child_states") && pull.enter('{')) {
            while (pull.next()) {
                const StateWord word = wordOf(pull.key());
                cell.children.emplace_back(word, int(pull.integer()));
            }
        } else {
            pull.skip();
        }
    }
    if (!state)
        cell.state = stateWord({});
    return cell;
}

// Groups are told apart from mapped tasks by the ids below them: "transform" of
// "transform.extract".
void markGroups(std::vector<Cell>& cells)
{
    QSet<QString> prefixes;
    for (const Cell& cell : cells)
        if (const qsizetype dot = cell.task.lastIndexOf(u'.'); dot > 0)
            for (qsizetype at = dot; at > 0; at = cell.task.lastIndexOf(u'.', at - 1))
                prefixes.insert(cell.task.left(at));
    for (Cell& cell : cells)
        cell.group = !cell.children.empty() && prefixes.contains(cell.task);
}

void gridLevel(const QJsonObject& node, QHash<QString, size_t>& index, std::vector<RunCells>& runs,
    const QString& dag)
{
    const QString id = node.value("id"_L1).toString();
    const bool group = node.value("children"_L1).isArray();
    for (const QJsonValue& value : node.value("instances"_L1).toArray()) {
        const QJsonObject o = value.toObject();
        const QString run = o.value("run_id"_L1).toString();
        auto it = index.find(run);
        if (it == index.end()) {
            it = index.insert(run, runs.size());
            runs.push_back({{dag, run}, {}});
        }
        Cell cell;
        cell.task = id;
        cell.state = stateWord(o.value("state"_L1).toString());
        cell.start = timeOf(o.value("start_date"_L1).toString());
        cell.end = timeOf(o.value("end_date"_L1).toString());
        cell.tries = int(o.value("try_number"_L1).toDouble());
        cell.hasNote = !o.value("note"_L1).toString().isEmpty();
        cell.group = group;
        const QJsonObject mapped = o.value("mapped_states"_L1).toObject();
        for (auto m = mapped.begin(); m != mapped.end(); ++m)
            cell.children.emplace_back(stateWord(m.key()), int(m.value().toDouble()));
        runs[*it].cells.push_back(std::move(cell));
    }
    for (const QJsonValue& child : node.value("children"_L1).toArray())
        gridLevel(child.toObject(), index, runs, dag);
}

} // namespace

bool cellsOfSummary(QByteArrayView line, RunCells& cells)
{
    JsonPull pull(line);
    QByteArray scratch;
    if (!pull.enter('{'))
        return false;
    while (pull.next()) {
        const QByteArrayView key = pull.key();
        if (key == QByteArrayView("run_id")) {
            cells.run.run = QString::fromUtf8(pull.string(scratch));
        } else if (key == QByteArrayView("dag_id")) {
            cells.run.dag = QString::fromUtf8(pull.string(scratch));
        } else if (key == QByteArrayView("task_instances") && pull.enter('[')) {
            while (pull.next())
                cells.cells.push_back(cellOf(pull, scratch));
        } else {
            pull.skip();
        }
    }
    if (!pull.ok() || cells.run.run.isEmpty())
        return false;
    markGroups(cells.cells);
    return true;
}

std::vector<RunCells> cellsOfGrid(const QString& dag, const QJsonObject& grid)
{
    std::vector<RunCells> runs;
    QHash<QString, size_t> index;
    for (const QJsonValue& value : grid.value("dag_runs"_L1).toArray()) {
        const QString run = value.toObject().value("run_id"_L1).toString();
        index.insert(run, runs.size());
        runs.push_back({{dag, run}, {}});
    }
    for (const QJsonValue& node : grid.value("groups"_L1).toObject().value("children"_L1).toArray())
        gridLevel(node.toObject(), index, runs, dag);
    return runs;
}

DeadlineInfo deadlineOf(const QJsonObject& json)
{
    return {json.value("dag_run_id"_L1).toString(), json.value("alert_name"_L1).toString(),
        timeOf(json.value("deadline_time"_L1).toString()), json.value("missed"_L1).toBool(),
        json.value("dag_id"_L1).toString(), {}};
}

std::optional<DeadlineInfo> slaMissOf(const QJsonObject& json)
{
    const QJsonObject miss = json.value("sla_miss"_L1).toObject();
    if (miss.isEmpty())
        return {};
    return DeadlineInfo{json.value("dag_run_id"_L1).toString(), u"SLA"_s,
        timeOf(miss.value("timestamp"_L1).toString()), true, json.value("dag_id"_L1).toString(),
        json.value("task_id"_L1).toString()};
}

std::vector<Cell> cellsOfInstances(const std::vector<TaskInstance>& instances)
{
    std::vector<Cell> cells;
    QHash<QString, size_t> index;
    for (const TaskInstance& ti : instances) {
        const auto it = index.constFind(ti.ref.task);
        if (it == index.constEnd()) {
            index.insert(ti.ref.task, cells.size());
            Cell cell;
            cell.task = ti.ref.task;
            cell.state = ti.state;
            cell.start = ti.start;
            cell.end = ti.end;
            cell.tries = ti.tryNumber;
            cell.version = ti.version;
            cell.hasNote = !ti.note.isEmpty();
            if (ti.ref.map >= 0)
                cell.children.emplace_back(ti.state, 1);
            cells.push_back(std::move(cell));
            continue;
        }
        Cell& cell = cells[*it];
        cell.state = worseOf(cell.state, ti.state);
        if (ti.start.isValid() && (!cell.start.isValid() || ti.start < cell.start))
            cell.start = ti.start;
        if (ti.end.isValid() && (!cell.end.isValid() || ti.end > cell.end))
            cell.end = ti.end;
        cell.tries = std::max(cell.tries, ti.tryNumber);
        cell.hasNote = cell.hasNote || !ti.note.isEmpty();
        const auto child = std::find_if(cell.children.begin(), cell.children.end(),
            [&](const auto& c) { return c.first == ti.state; });
        if (child == cell.children.end())
            cell.children.emplace_back(ti.state, 1);
        else
            ++child->second;
    }
    return cells;
}

} // namespace pilothouse::workflow
