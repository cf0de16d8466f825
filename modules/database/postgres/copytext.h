// SPDX-License-Identifier: GPL-3.0-or-later
// One line of COPY … TO STDOUT in text format, cut into its cells. Pure.
#pragma once

#include <QByteArrayView>

#include <vector>

namespace pilothouse::database::postgres
{

// Decodes in place: the views point into `line`, which loses its escapes. `line` ends with a line
// feed. False when the number of cells is not `columns`. A null view is NULL.
bool splitCopyLine(char* line, qsizetype size, size_t columns, std::vector<QByteArrayView>& cells);

} // namespace pilothouse::database::postgres
