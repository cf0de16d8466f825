// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/diff/comparison.h"

#include <algorithm>

namespace pilothouse::pipelines
{

Comparison compared(const Pipeline& before, const Pipeline& after)
{
    Comparison made{after, changes(before, after)};
    for (const Group& group : before.groups)
        if (!made.both.group(group.id) && !made.both.node(group.id))
            made.both.groups.push_back(group);
    for (const Node& node : before.nodes) {
        const auto how = changeOf(made.changes, Change::What::Node, node.id);
        if (how != Change::How::Removed)
            continue;
        made.both.nodes.push_back(node);
        ++made.removed;
    }
    for (const Edge& edge : before.edges) {
        const auto same = [&edge](const Edge& one) {
            return one.sameEnds(edge);
        };
        const bool hasEnds = made.both.node(edge.from) && made.both.node(edge.to);
        if (hasEnds && std::ranges::none_of(after.edges, same))
            made.both.edges.push_back(edge);
    }
    for (const Node& node : after.nodes) {
        const auto how = changeOf(made.changes, Change::What::Node, node.id);
        made.created += how == Change::How::Added;
        made.changed += how == Change::How::Changed;
    }
    return made;
}

} // namespace pilothouse::pipelines
