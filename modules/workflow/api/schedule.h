// SPDX-License-Identifier: GPL-3.0-or-later
// When a DAG runs by itself, in the words every list has for it.
#pragma once

#include "core/text.h"
#include "workflow/api/dags.h"

namespace pilothouse::workflow
{

Text scheduleOf(const DagInfo& dag); // "daily", "0 6 * * *", "by hand"

} // namespace pilothouse::workflow
