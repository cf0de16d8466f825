// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two versions of a pipeline, by meaning: nodes, edges and settings by their
// names, whatever their order and however they are written. Pure.
#pragma once

#include "pipelines/api/document.h"

namespace pilothouse::pipelines
{

struct Change {
    enum class What { Pipeline, Environment, Group, Node, Edge, Note };
    enum class How { Added, Removed, Changed };

    What what = What::Pipeline;
    How how = How::Changed;
    QString id; // of the node, group or note; name of the environment; edgeWords()
    Edge edge; // of an edge, as in the version that has it (the later one)
    // Of a changed one: "title", "kind", "params.sql", "task.retries", "schedule.cron" …; of what
    // is added or removed empty.
    QString field;
    std::optional<Value> before; // none: was not set
    std::optional<Value> after; // none: is not set any more
    bool operator==(const Change&) const = default;
};
using Changes = std::vector<Change>;

// The pipeline's own first, then environments, groups, nodes, edges and notes; each in the order
// of the later version, what was removed behind it in the order of the earlier.
Changes changes(const Pipeline& before, const Pipeline& after);

// What a node, group or note looks like in a picture of both versions; none: as it was.
std::optional<Change::How> changeOf(const Changes& changes, Change::What what, QStringView id);

// Places and closed groups are told apart: ids that stand somewhere else.
QStringList moved(const Layout& before, const Layout& after);

// "orders:out -> clean:in"
QString edgeWords(const Edge& edge);

} // namespace pilothouse::pipelines
