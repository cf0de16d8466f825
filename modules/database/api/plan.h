// SPDX-License-Identifier: GPL-3.0-or-later
// A query plan as a tree of values, with the figures the plan view draws.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace pilothouse::database
{

// Times are milliseconds. Rows are per loop as the server prints them; `totalRows` is rows × loops.
struct PlanNode {
    QString type; // "Hash Join"
    QString relation; // "gold.fct_orders", may be empty
    QString alias;
    QString index;
    QString relationship; // "Outer", "Inner", "InitPlan", "SubPlan" …
    QString subplanName; // "CTE spikes"
    QString detail; // join type, sort key, condition: the server's own words, one line

    double startupCost = 0;
    double totalCost = 0;
    double estimatedRows = 0;
    int width = 0;

    bool executed = false; // false without ANALYZE, and for a node that was never reached
    double loops = 0;
    double actualRows = 0; // per loop
    double totalRows = 0;
    double totalTime = 0; // all loops, children included; parallel workers run at the same time
    double selfTime = 0; // totalTime less the children, at least 0
    double rowsRemoved = 0; // by filter and join filter, all loops

    qint64 sharedHit = -1; // blocks; -1: not measured. Children included, as the server counts
    qint64 sharedRead = -1;
    qint64 tempWritten = -1; // blocks spilled by this node and its children
    int workersLaunched = -1;
    int workersPlanned = -1;

    std::vector<std::pair<QString, QString>> properties; // everything else, as printed
    std::vector<PlanNode> children;

    // How far the estimate is off: ≥ 1, actual/estimated or the inverse; 1 when not executed.
    double misestimate() const;
    bool underestimated() const { return executed && actualRows > estimatedRows; }
    bool operator==(const PlanNode&) const = default;
};

struct Plan {
    PlanNode root;
    double planningTime = 0; // ms
    double executionTime = 0; // ms; 0 without ANALYZE
    bool analyzed = false;
    bool rolledBack = false; // a writing statement ran inside a rollback
    int blockSize = 8192;
    QString json; // exactly as the server sent it
    bool operator==(const Plan&) const = default;
};

} // namespace pilothouse::database
