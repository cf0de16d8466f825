// SPDX-License-Identifier: GPL-3.0-or-later
// The pipelines module as the window knows it. It needs no service: documents are files.
#pragma once

#include "ui/moduledescriptor.h"

namespace pilothouse
{
class Runtime;
}

namespace pilothouse::pipelines
{

// `stateFolder` keeps unsaved work and histories, below drafts/pipelines.
ui::ModuleDescriptor pipelinesModule(Runtime& runtime, const QString& stateFolder);

} // namespace pilothouse::pipelines
