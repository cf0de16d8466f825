// SPDX-License-Identifier: GPL-3.0-or-later
// Exports: what a search found, or a stretch of a topic, as a file, by a Task with progress. Values
// that lists hold cut are read whole once more; nothing is dropped. The file appears under its name
// when it is complete. What could not be decoded is there as its bytes, and counted.
#pragma once

#include "core/servicehub.h"
#include "core/task.h"
#include "streams/panel/hitstore.h"
#include "streams/panel/messagewriter.h"

namespace pilothouse::streams
{

// The hits stored so far, in the order they came.
std::unique_ptr<Task> exportHits(ServiceHub& hub, const ServiceId& service, const HitStore& store,
    const QString& file, MessageFormat format, MessageValues values);

// Every message of the range; with a pattern those that match. The query's cut, hold and resume are
// not used.
std::unique_ptr<Task> exportRange(ServiceHub& hub, const ServiceId& service, SearchQuery query,
    const QString& file, MessageFormat format, MessageValues values);

} // namespace pilothouse::streams
