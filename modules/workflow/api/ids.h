// SPDX-License-Identifier: GPL-3.0-or-later
// How runs and tasks are addressed, and their names as entities.
#pragma once

#include "core/entityid.h"

#include <QHashFunctions>

#include <optional>
#include <tuple>

namespace pilothouse::workflow
{

struct RunRef {
    QString dag;
    QString run;
    bool operator==(const RunRef&) const = default;
    bool operator<(const RunRef& other) const // QString has no <=> in Qt 6.4
    {
        return std::tie(dag, run) < std::tie(other.dag, other.run);
    }
};

// One instance of a task in a run. `map` is the index of a mapped instance, -1: not mapped (or the
// mapped task as a whole, where the text says so).
struct TaskRef {
    QString dag;
    QString run;
    QString task;
    int map = -1;
    bool operator==(const TaskRef&) const = default;
    bool operator<(const TaskRef& other) const
    {
        return std::tie(dag, run, task, map)
            < std::tie(other.dag, other.run, other.task, other.map);
    }
    RunRef runRef() const { return {dag, run}; }
};

inline size_t qHash(const RunRef& ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.dag, ref.run);
}
inline size_t qHash(const TaskRef& ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.dag, ref.run, ref.task, ref.map);
}

// Entity names, by OpenLineage's habit: "dag", "dag.task"; a run and an instance are what a link's
// view tells: "run:RUN", "task:RUN/MAP". An asset is named by its URI with the namespace of the
// service.
EntityId dagEntity(const QString& ns, const QString& dag);
EntityId taskEntity(const QString& ns, const QString& dag, const QString& task);
Link runLink(const QString& ns, const RunRef& run);
Link taskLink(const QString& ns, const TaskRef& task);

// What a link of this module's namespace leads to. DAG ids may hold dots, so `dags` (the known ids)
// decides where the id ends; without a match all up to the first dot.
struct Target {
    QString dag;
    QString run; // empty: the newest
    QString task; // empty: the DAG
    int map = -1;
    bool operator==(const Target&) const = default;
};
Target targetOf(const Link& link, const QStringList& dags);

} // namespace pilothouse::workflow
