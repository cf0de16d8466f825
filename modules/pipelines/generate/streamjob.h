// SPDX-License-Identifier: GPL-3.0-or-later
// StreamJob: the files of one streaming node: what the worker is told (resources/worker/README.md),
// the worker itself, and how a supervisor, systemd or Compose runs it. Pure.
#pragma once

#include "pipelines/generate/units.h"

namespace pilothouse::pipelines
{

struct StreamJob {
    Unit unit;
    std::vector<GeneratedFile> files;
};
// Of the nodes the worker runs; what it cannot run yet is a problem.
std::vector<StreamJob> streamJobs(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values);

} // namespace pilothouse::pipelines
