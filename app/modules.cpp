// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modules.h"

#include "queue/redis/redisdescriptor.h"

namespace pilothouse::app
{

std::vector<AdapterDescriptor> adapters()
{
    std::vector<AdapterDescriptor> table;
    table.push_back(queue::redisDescriptor());
    return table;
}

std::vector<ui::ModuleDescriptor> modules()
{
    std::vector<ui::ModuleDescriptor> table;
    return table;
}

} // namespace pilothouse::app
