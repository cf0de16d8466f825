// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/taskgraph.h"

#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::GraphEdge;
using ui::GraphNode;
using ui::Token;

namespace
{

void dress(GraphNode& node, const StateWord& state)
{
    node.word = state;
    node.glyph = stateGlyph(state);
    node.tone = stateColor(state);
    const Phase phase = phaseOf(state);
    const bool bad
        = state == "failed"_L1 || state == "up_for_retry"_L1 || state == "upstream_failed"_L1;
    node.soft = bad;
    node.border = bad || phase == Phase::Active ? GraphNode::Border::Toned
        : phase == Phase::Waiting               ? GraphNode::Border::Dashed
                                                : GraphNode::Border::Plain;
    node.faint = state == "no_status"_L1 || state == "removed"_L1;
}

QString subtitleOf(const Cell* cell, const QDateTime& now)
{
    if (!cell)
        return {};
    const QString ran = durationText(spanOf(cell->start, cell->end, now));
    if (cell->state == "success"_L1)
        return ran;
    const bool ranAtAll
        = cell->start.isValid() && (cell->state == "running"_L1 || cell->state == "failed"_L1);
    return ranAtAll ? u"%1, %2"_s.arg(cell->state, ran) : cell->state;
}

} // namespace

ui::GraphScene TaskGraph::scene(const DagStructure& structure, const RunEntry* run,
    const QSet<QString>& open, const QSet<QString>& ringed, const QDateTime& now)
{
    ui::GraphScene scene;
    QHash<QString, StateWord> stateOf;
    for (const GroupInfo& group : structure.groups) {
        GraphNode node;
        node.id = group.id;
        node.title = group.label.isEmpty() ? group.id : group.label;
        node.isGroup = true;
        node.open = open.contains(group.id);
        node.group = group.parent;
        StateWord worst;
        std::vector<std::pair<StateWord, int>> counts;
        const QString prefix = group.id + u'.';
        for (const TaskInfo& task : structure.tasks) {
            const bool inside = task.group == group.id || task.group.startsWith(prefix);
            // What would be cleared inside shows on the closed group.
            if (inside && !node.open && ringed.contains(task.id))
                node.change = Glyph::Changed;
            const Cell* cell = inside && run ? run->cell(task.id) : nullptr;
            if (!cell)
                continue;
            worst = worst.isEmpty() ? cell->state : worseOf(worst, cell->state);
            const auto known = std::find_if(counts.begin(), counts.end(),
                [cell](const auto& c) { return c.first == cell->state; });
            if (known == counts.end())
                counts.emplace_back(cell->state, 1);
            else
                ++known->second;
        }
        if (!worst.isEmpty()) {
            dress(node, worst);
            node.subtitle = WorkText::counts(counts);
        }
        scene.nodes.push_back(std::move(node));
    }
    for (const TaskInfo& task : structure.tasks) {
        GraphNode node;
        node.id = task.id;
        node.title = task.label.isEmpty() ? task.id : task.label;
        node.group = task.group;
        const Cell* cell = run ? run->cell(task.id) : nullptr;
        const StateWord state = cell ? cell->state : run ? stateWord(u"") : StateWord();
        if (run) {
            dress(node, state);
            node.subtitle = subtitleOf(cell, now);
            if (!cell)
                node.subtitle = state;
        } else {
            node.subtitle = task.operatorName;
        }
        if (task.mapped) {
            int all = 0;
            if (cell)
                for (const auto& [word, count] : cell->children)
                    all += count;
            // Of a task in a mapped group the server does not tell how many there are.
            node.badge = all > 0 ? u"[%1]"_s.arg(all) : tr("mapped");
        } else if (cell && cell->tries > 1) {
            node.badge = tr("try %1").arg(cell->tries);
        }
        if (ringed.contains(task.id))
            node.change = Glyph::Changed;
        stateOf.insert(task.id, state);
        scene.nodes.push_back(std::move(node));
    }
    for (const TaskEdge& edge : structure.edges) {
        GraphEdge line;
        line.from = edge.from;
        line.to = edge.to;
        line.label = edge.label;
        if (run) {
            const StateWord from = stateOf.value(edge.from);
            const StateWord to = stateOf.value(edge.to);
            // What has not begun is faint; what still runs shows in the edges that leave it.
            const StateWord shown = to == "no_status"_L1 ? to
                : phaseOf(from) == Phase::Active         ? from
                                                         : to;
            line.tone = stateColor(shown);
            line.dash = stateEdgeDash(shown);
            line.moving = stateEdgeMoves(shown);
            line.faint = shown == "no_status"_L1;
        }
        scene.edges.push_back(std::move(line));
    }
    return scene;
}

ui::GraphScene TaskGraph::map(const DagMap& map, const QHash<QString, StateWord>& newest)
{
    ui::GraphScene scene;
    for (const MapNode& from : map.nodes) {
        GraphNode node;
        node.id = from.id;
        node.title = from.label;
        switch (from.kind) {
        case MapNode::Kind::Dag:
            node.subtitle = tr("DAG");
            if (const StateWord state = newest.value(from.dag); !state.isEmpty()) {
                dress(node, state);
                node.subtitle = state;
            }
            break;
        case MapNode::Kind::Asset:
            node.subtitle = from.uri.isEmpty() || from.uri == from.label ? tr("asset") : from.uri;
            break;
        case MapNode::Kind::Trigger:
            node.subtitle = tr("triggers a DAG");
            break;
        case MapNode::Kind::Sensor:
            node.subtitle = tr("waits for a DAG");
            break;
        case MapNode::Kind::Other:
            break;
        }
        scene.nodes.push_back(std::move(node));
    }
    for (const auto& [from, to] : map.edges) {
        GraphEdge line;
        line.from = from;
        line.to = to;
        scene.edges.push_back(std::move(line));
    }
    return scene;
}

QStringList criticalPath(const DagStructure& structure, const RunEntry& run, const QDateTime& now)
{
    const auto endOf = [&](const QString& task) {
        const Cell* cell = run.cell(task);
        if (!cell || !cell->start.isValid())
            return QDateTime();
        return cell->end.isValid() ? cell->end : now;
    };
    QString at;
    for (const TaskInfo& task : structure.tasks)
        if (endOf(task.id).isValid() && (at.isEmpty() || endOf(task.id) > endOf(at)))
            at = task.id;
    QHash<QString, QStringList> before;
    for (const TaskEdge& edge : structure.edges)
        before[edge.to].append(edge.from);
    QStringList path;
    while (!at.isEmpty() && !path.contains(at)) {
        path.prepend(at);
        QString last;
        for (const QString& from : before.value(at))
            if (endOf(from).isValid() && (last.isEmpty() || endOf(from) > endOf(last)))
                last = from;
        at = last;
    }
    return path;
}

} // namespace pilothouse::workflow
