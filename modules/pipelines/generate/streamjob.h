// SPDX-License-Identifier: GPL-3.0-or-later
// StreamJob: the files of one streaming node: what the worker is told (resources/worker/README.md),
// the worker itself, and how a supervisor, systemd or Compose runs it. Behind an edge "available
// now" it is a batch instead, which a task of the DAG starts. Pure.
#pragma once

#include "pipelines/generate/units.h"

namespace pilothouse::pipelines
{

struct StreamJob {
    Unit unit;
    std::vector<GeneratedFile> files;
    bool isBatch = false; // its files are the DAG's
    std::vector<std::pair<QString, QString>> connections = {}; // id and type, as the job needs them
};
// Whether the DAG runs this streaming node, each time up to the end there is.
bool runsAsBatch(const Pipeline& pipeline, const Catalogue& catalogue, const Node& node);
// Of the nodes the worker runs; what it cannot run yet is a problem.
std::vector<StreamJob> streamJobs(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values);
// What the tasks of batches are told, by node: `job`, its folder, and `connections`.
NodeValues batchValues(const std::vector<StreamJob>& jobs);

} // namespace pilothouse::pipelines
