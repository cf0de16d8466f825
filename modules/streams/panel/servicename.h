// SPDX-License-Identifier: GPL-3.0-or-later
// What a service is called in a sentence: by its title, else by its id.
#pragma once

#include "core/servicehub.h"

namespace pilothouse::streams
{

inline QString serviceName(const ServiceHub& hub, const ServiceId& id)
{
    const Service* service = hub.service(id);
    return service && !service->config.title.isEmpty() ? service->config.title : id;
}

} // namespace pilothouse::streams
