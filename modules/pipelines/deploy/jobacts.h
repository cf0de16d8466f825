// SPDX-License-Identifier: GPL-3.0-or-later
// Starting, stopping and restarting a streaming job by itself, as acts with their question.
#pragma once

#include "core/act.h"
#include "core/lane.h"
#include "pipelines/deploy/deployplaces.h"

namespace pilothouse::pipelines
{

enum class JobAct { Start, Stop, Restart };

// Runs on `lane`, which outlives the task's start. Empty (no `make`) without a host of jobs.
Act jobAct(Lane<>& lane, const DeployPlaces& places, const QString& job, JobAct what);

} // namespace pilothouse::pipelines
