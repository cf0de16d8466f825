// SPDX-License-Identifier: GPL-3.0-or-later
// How nodes hang together: ports, cycles, triggers, names and tables that are there twice, checks
// nobody waits for. Private to check().
#pragma once

#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

void checkEdges(CheckContext& context);
void checkInputs(CheckContext& context);
void checkCycles(CheckContext& context);
void checkNames(CheckContext& context); // of nodes and groups, and of tables they write
void checkQuality(CheckContext& context);

} // namespace pilothouse::pipelines
