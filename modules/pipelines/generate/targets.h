// SPDX-License-Identifier: GPL-3.0-or-later
// Targets by what a server has installed: a list of Python packages, as pip freeze or a lock file
// writes it. Pure.
#pragma once

#include "core/error.h"
#include "pipelines/api/target.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

// Lines "name==version"; everything else is passed over. Wrong when Airflow is not in it.
Result<Target> targetFromPackages(const QByteArray& list);
// What streaming jobs run on, as the sandbox locks it: lines "name==version".
QByteArray workerPackages();
// Airflow of this major version as the sandbox installs it; an empty version: there is none.
Target sandboxTarget(int major);

} // namespace pilothouse::pipelines
