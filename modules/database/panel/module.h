// SPDX-License-Identifier: GPL-3.0-or-later
// The database module as the window knows it.
#pragma once

#include "ui/moduledescriptor.h"

#include <memory>

namespace pilothouse
{
class History;
}

namespace pilothouse::database
{

// Panels share the history of statements and one completion snapshot per service.
ui::ModuleDescriptor databaseModule(std::shared_ptr<History> history);

} // namespace pilothouse::database
