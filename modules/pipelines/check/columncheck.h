// SPDX-License-Identifier: GPL-3.0-or-later
// Columns a node declares that none of its readers names. Says nothing where that cannot be told.
// Private to check().
#pragma once

#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

void checkColumns(CheckContext& context);

} // namespace pilothouse::pipelines
