// SPDX-License-Identifier: GPL-3.0-or-later
// Settings against their fields: unknown, missing, wrong, not used, not possible on the target,
// secrets. Private to check().
#pragma once

#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

void checkFields(CheckContext& context); // of nodes, their tasks, the pipeline, its schedule
void checkEnvironments(CheckContext& context);

} // namespace pilothouse::pipelines
