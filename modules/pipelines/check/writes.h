// SPDX-License-Identifier: GPL-3.0-or-later
// Which table a node writes, as far as its parameters tell. Private to check().
#pragma once

#include "pipelines/check/context.h"

namespace pilothouse::pipelines
{

struct TableWrite {
    const CheckedNode* node = nullptr;
    QString connection;
    QString table;
    Value columns; // declared; none: not told
    bool replaces = false; // all rows that were there
};

std::optional<TableWrite> tableWriteOf(const CheckContext& context, const CheckedNode& node);

} // namespace pilothouse::pipelines
