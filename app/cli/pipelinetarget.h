// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands check and generate for: --target and --providers.
#pragma once

#include "app/cli/pipelinecommand.h"
#include "pipelines/api/target.h"

namespace pilothouse::app::pipelinecommand
{

// Airflow 3 of the sandbox unless told otherwise; none: said in `output`.
std::optional<pipelines::Target> targetFor(
    const PipelineArguments& arguments, CommandOutput& output);

// Of the catalogue's own words.
QString language();

} // namespace pilothouse::app::pipelinecommand
