// SPDX-License-Identifier: GPL-3.0-or-later
// DbtProject: the dbt project of the models that a pipeline's nodes hold, with the checks behind
// them as dbt's own tests. Each node stays a task: a model runs itself, a check its tests. Pure.
#pragma once

#include "pipelines/generate/units.h"

namespace pilothouse::pipelines
{

struct DbtProject {
    Unit unit;
    std::vector<GeneratedFile> files;
    NodeValues tasks; // of each node in it: `job`, the project's folder, and what it selects
};
// None if no node holds a model.
std::optional<DbtProject> dbtProject(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values);

// A text as dbt reads it back from YAML: nothing in it is rendered or called.
QString dbtText(const QString& text);

} // namespace pilothouse::pipelines
