// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/writes.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

std::optional<TableWrite> tableWriteOf(const CheckContext& context, const CheckedNode& node)
{
    if (!node.kind || node.kind->runs == Runs::Thing || !node.kind->field(u"table"))
        return {};
    const bool givesTable = std::ranges::any_of(
        node.kind->outputs, [](const PortSpec& port) { return port.type == PortType::Table; });
    const QString table = context.value(node, u"table").text;
    if (!givesTable || table.isEmpty())
        return {};
    const QString mode = context.value(node, u"mode").text;
    if (mode == u"statement") // the table is not used then
        return {};
    const QString target = context.value(node, u"target").text;
    return TableWrite{&node, target.isEmpty() ? context.value(node, u"connection").text : target,
        table, context.value(node, u"columns"), mode == u"replace" || mode == u"view"};
}

} // namespace pilothouse::pipelines
