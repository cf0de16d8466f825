// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a value is what its field wants. Pure; forms use it while one types.
#pragma once

#include "core/text.h"
#include "pipelines/api/catalogue.h"

namespace pilothouse::pipelines
{

// Why a value cannot be in the field; none: it can. `value` is as it comes to be, with the
// environment's values in place; an empty one is fine here.
std::optional<Text> valueProblem(const FieldSpec& field, const Value& value);
// The choice that is set, if any.
const ChoiceSpec* choiceOf(const FieldSpec& field, const Value& value);

} // namespace pilothouse::pipelines
