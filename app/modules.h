// SPDX-License-Identifier: GPL-3.0-or-later
// The table of modules and tools this program is built with: the only place that knows them all.
#pragma once

#include "core/adapterdescriptor.h"
#include "ui/moduledescriptor.h"

#include <vector>

namespace pilothouse::app
{

std::vector<AdapterDescriptor> adapters();
std::vector<ui::ModuleDescriptor> modules(Runtime& runtime, const QString& stateFolder);

} // namespace pilothouse::app
