// SPDX-License-Identifier: GPL-3.0-or-later
// SparkJob: a streaming node on Spark as a PySpark program in a job's folder. Pure.
#pragma once

#include "pipelines/generate/jobfiles.h"

namespace pilothouse::pipelines
{

// Its problems are told in `values`.
std::optional<StreamJob> sparkJob(const Pipeline& pipeline, const Catalogue& catalogue,
    const Node& node, const NodeValues& fields, Values& values, bool batch);

} // namespace pilothouse::pipelines
