// SPDX-License-Identifier: GPL-3.0-or-later
// What the program must know of Kafka before it is used.
#pragma once

#include "core/adapterdescriptor.h"

namespace pilothouse::streams
{

AdapterDescriptor kafkaDescriptor();

} // namespace pilothouse::streams
