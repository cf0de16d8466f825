// SPDX-License-Identifier: GPL-3.0-or-later
// TreeWriter: writes a tree of values as YAML. Into an existing text it writes only what differs:
// everything else, comments, order of words and blank lines stays as it stands. Pure.
#pragma once

#include "core/error.h"
#include "core/yaml/yamltree.h"
#include "pipelines/api/value.h"

namespace pilothouse::pipelines
{

Value valueOf(const YamlNode& node);

// A new text.
QByteArray yamlText(const Value& map);
// `before` with `map` in place of what it holds. Both are maps at the top.
Result<QByteArray> yamlText(const Value& map, const QByteArray& before);

} // namespace pilothouse::pipelines
