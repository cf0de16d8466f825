// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments: fields of tasks and of the schedule as arguments of Airflow's operators and DAGs, in
// the target's version. Pure.
#pragma once

#include "pipelines/generate/imports.h"
#include "pipelines/generate/values.h"

namespace pilothouse::pipelines
{

using ArgumentList = std::vector<std::pair<QString, Bound>>;

// What the settings say; fields equal to `otherwise` are left out.
ArgumentList taskArguments(const Catalogue& catalogue, const Settings& settings,
    const Settings& otherwise, const QString& node, Values& values, std::set<QString>& imports);
// All of `with DAG(…)` but its id. `assets` start it besides its schedule: their URIs.
ArgumentList dagArguments(const Pipeline& pipeline, const Catalogue& catalogue,
    const QStringList& assets, Values& values, std::set<QString>& imports);

} // namespace pilothouse::pipelines
