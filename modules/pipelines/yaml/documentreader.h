// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a *.pipeline.yaml with messages that name the line. What is wrong is told and read around
// as far as that makes sense. Pure.
#pragma once

#include "core/yaml/yamltree.h"
#include "pipelines/api/store.h"

namespace pilothouse::pipelines
{

// Larger texts are refused.
inline constexpr YamlLimits kDocumentLimits{16 << 20, 1'000'000, 48};

StoredFile readDocument(const QByteArray& text);

} // namespace pilothouse::pipelines
