// SPDX-License-Identifier: GPL-3.0-or-later
// How the queue module appears in the window.
#pragma once

#include "ui/moduledescriptor.h"

#include <memory>

namespace pilothouse
{
class History;
}

namespace pilothouse::queue
{

// Without a history the console keeps what was typed to itself.
ui::ModuleDescriptor queueModule(std::shared_ptr<History> history = {});

} // namespace pilothouse::queue
