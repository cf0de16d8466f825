// SPDX-License-Identifier: GPL-3.0-or-later
// A DAG of a server as a pipeline to look at: its tasks are locked nodes, their kinds the names of
// operators. Pure.
#pragma once

#include "pipelines/api/document.h"
#include "workflow/api/structure.h"

namespace pilothouse::pipelines
{

Pipeline pipelineOf(const workflow::DagStructure& structure);

} // namespace pilothouse::pipelines
