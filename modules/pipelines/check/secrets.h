// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that somebody wrote into a document: passwords in addresses, keys, tokens. Pure.
#pragma once

#include "core/text.h"
#include "pipelines/api/value.h"

#include <optional>

namespace pilothouse::pipelines
{

// What it looks like, never the secret itself. `name` is that of the setting: the value of one
// called password is a secret whatever it says.
std::optional<Text> secretIn(const QString& name, const Value& value);

} // namespace pilothouse::pipelines
