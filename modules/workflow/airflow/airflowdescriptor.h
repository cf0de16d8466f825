// SPDX-License-Identifier: GPL-3.0-or-later
// What the program knows of Airflow before it is used.
#pragma once

#include "core/adapterdescriptor.h"

namespace pilothouse::workflow
{

AdapterDescriptor airflowDescriptor();

} // namespace pilothouse::workflow
