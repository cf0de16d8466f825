// SPDX-License-Identifier: GPL-3.0-or-later
// The worst case of tries and waits against what was promised. Private to check().
#pragma once

#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

void checkServiceLevels(CheckContext& context);

} // namespace pilothouse::pipelines
