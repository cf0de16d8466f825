// SPDX-License-Identifier: GPL-3.0-or-later
// The guard: which requests may be sent to Airflow. A table of verbs and paths; what is not in it
// is never sent. Pure.
#pragma once

#include <QByteArray>

namespace pilothouse::workflow
{

enum class AirVerdict {
    Reads, // always
    Writes, // when the gate allows
    Refused, // never
};

// `path`: below the address' prefix, as it is sent (escaped), without its query: "/api/v2/dags/x".
// `body` tells a dry run from the real thing.
AirVerdict judge(const QByteArray& method, const QByteArray& path, const QByteArray& body);

} // namespace pilothouse::workflow
