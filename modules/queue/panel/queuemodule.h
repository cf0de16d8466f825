// SPDX-License-Identifier: GPL-3.0-or-later
// How the queue module appears in the window.
#pragma once

#include "ui/moduledescriptor.h"

namespace pilothouse::queue
{

ui::ModuleDescriptor queueModule();

} // namespace pilothouse::queue
