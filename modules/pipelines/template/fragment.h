// SPDX-License-Identifier: GPL-3.0-or-later
// Fragments: program text a person wrote into a field, set into program text of ours. It is taken
// only if it closes what it opens, so that what stands around it stays as it is. Pure, any thread.
#pragma once

#include "core/error.h"

#include <QString>

namespace pilothouse::pipelines
{

// Statements of Python as the body of a function, each line indented but those inside of strings.
// An error: a string, bracket or line that is not closed, or a sign that hides where a line is.
Result<QString> pythonBody(const QString& code, int indent);
// A condition or query of SQL to stand in brackets; semicolons at its end are left out. An error:
// a string, comment or bracket that is not closed, or several statements.
Result<QString> sqlFragment(const QString& code);

} // namespace pilothouse::pipelines
