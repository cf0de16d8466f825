// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Structure: the tasks of a DAG, their groups and edges, and how DAGs hang together.
#pragma once

#include "core/call.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace pilothouse::workflow
{

struct TaskInfo {
    QString id; // with its groups: "transform.extract"
    QString label; // "extract"
    QString group; // id of the group it is in, empty: none
    QString operatorName;
    QString triggerRule; // empty: not told
    QString pool;
    bool mapped = false;
    bool setup = false;
    bool teardown = false;
    bool dependsOnPast = false;
    bool waitsForDownstream = false;
    int retries = 0;
    double retryDelay = -1; // seconds, -1: not told
    double retryFactor = 1; // the delay grows so with each try; 1: it stays
    double longestRetryDelay = -1; // seconds, -1: none
    double executionTimeout = -1; // seconds
    bool operator==(const TaskInfo&) const = default;
};

// When a task that failed its `tryNumber`th try at `end` is tried again: with a growing delay at
// the earliest, as the server adds up to as much again (never beyond the longest). Invalid: not
// told.
QDateTime earliestRetry(const TaskInfo& task, int tryNumber, const QDateTime& end);

struct GroupInfo {
    QString id;
    QString label;
    QString parent; // empty: top
    bool mapped = false;
    bool operator==(const GroupInfo&) const = default;
};

struct TaskEdge {
    QString from; // task ids; joins of groups are resolved to tasks
    QString to;
    QString label;
    bool setupTeardown = false;
    bool operator==(const TaskEdge&) const = default;
};

struct DagStructure {
    // Told: by the server. Inferred: groups guessed from dots in task ids (marked in the window).
    enum class Groups { Told, Inferred };

    QString dag;
    int version = 0; // 0: as deployed now
    Groups groupsFrom = Groups::Told;
    std::vector<TaskInfo> tasks; // in the server's order of the grid, else topological
    std::vector<GroupInfo> groups;
    std::vector<TaskEdge> edges;
    bool operator==(const DagStructure&) const = default;
};

// Nodes of the map across DAGs.
struct MapNode {
    enum class Kind { Dag, Asset, Trigger, Sensor, Other };
    QString id;
    QString label;
    Kind kind = Kind::Dag;
    QString dag; // of a DAG, trigger or sensor
    QString uri; // of an asset
    bool operator==(const MapNode&) const = default;
};
struct DagMap {
    std::vector<MapNode> nodes;
    std::vector<std::pair<QString, QString>> edges; // node ids
    bool operator==(const DagMap&) const = default;
};

class Structure
{
public:
    virtual ~Structure() = default;

    // `version` 0: as deployed now. Private calls of the server bring the groups; where they do not
    // answer, the groups are inferred.
    virtual Call<DagStructure> structure(const QString& dag, int version) = 0;
    virtual Call<DagMap> map() = 0;
};

// Groups from dotted task ids: every proper prefix shared by two tasks or more. Pure; fills
// `group` of the tasks and `groups`, and sets Inferred.
void inferGroups(DagStructure& structure);

} // namespace pilothouse::workflow
