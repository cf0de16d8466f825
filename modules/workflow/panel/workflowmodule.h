// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow module as the window knows it.
#pragma once

#include "ui/moduledescriptor.h"

namespace pilothouse::workflow
{

ui::ModuleDescriptor workflowModule();

} // namespace pilothouse::workflow
