// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows of Redis before it is used.
#pragma once

#include "core/adapterdescriptor.h"

namespace pilothouse::queue
{

AdapterDescriptor redisDescriptor();

} // namespace pilothouse::queue
