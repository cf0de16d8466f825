// SPDX-License-Identifier: GPL-3.0-or-later
// KindReader: one file of the catalogue, one kind. Pure.
#pragma once

#include "pipelines/catalogue/fieldreader.h"

namespace pilothouse::pipelines
{

// `id` is the file's name without ".yaml".
NodeKind readKind(
    ProblemList& problems, const YamlNode& root, const QString& id, const FieldReader& fields);

} // namespace pilothouse::pipelines
