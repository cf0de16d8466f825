// SPDX-License-Identifier: GPL-3.0-or-later
// What every change of a deploy shares: its line in the audit log, and the write gate of the
// Airflow service it goes by.
#pragma once

#include "core/task.h"
#include "core/writegate.h"
#include "pipelines/deploy/deployplaces.h"

namespace pilothouse::pipelines
{

// `act`: a stable word; `target`: what is changed.
TaskInfo auditedInfo(const DeployPlaces& places, const Text& title, const QString& act,
    const QString& target, const QString& statement);
// Refused (code "guard") where nothing may be written now. On the lane.
VoidResult mayWrite(const std::shared_ptr<WriteGate>& gate);

} // namespace pilothouse::pipelines
