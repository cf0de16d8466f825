// SPDX-License-Identifier: GPL-3.0-or-later
// The streams module as the window knows it.
#pragma once

#include "ui/moduledescriptor.h"

namespace pilothouse::streams
{

ui::ModuleDescriptor streamsModule();

} // namespace pilothouse::streams
