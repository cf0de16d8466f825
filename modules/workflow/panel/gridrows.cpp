// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/gridrows.h"

#include <functional>

namespace pilothouse::workflow
{

namespace
{
constexpr int kRunsLookedAt = 60; // for tasks that left the code
}

void GridRows::build(const RunBook& book, const QSet<QString>& folded)
{
    m_rows.clear();
    m_tasks.clear();
    m_groups.clear();
    m_index.clear();
    m_groupOf.clear();
    QSet<QString> known;
    if (book.structure()) {
        const DagStructure& structure = *book.structure();
        QHash<QString, const GroupInfo*> groups;
        for (const GroupInfo& group : structure.groups) {
            groups.insert(group.id, &group);
            m_groupOf.insert(group.id, group.parent);
            known.insert(group.id);
            m_groups.append(group.id);
        }
        // Where a group stands is where its first task stands.
        QHash<QString, std::vector<std::pair<bool, QString>>> children; // is a group, id
        QHash<QString, const TaskInfo*> tasks;
        QHash<QString, std::vector<QString>> members;
        QSet<QString> placed;
        for (const TaskInfo& task : structure.tasks) {
            tasks.insert(task.id, &task);
            known.insert(task.id);
            m_tasks.push_back(task.id);
            m_groupOf.insert(task.id, task.group);
            children[task.group].emplace_back(false, task.id);
            for (QString g = task.group; !g.isEmpty() && groups.contains(g);
                 g = groups[g]->parent) {
                members[g].push_back(task.id);
                if (!placed.contains(g)) {
                    placed.insert(g);
                    auto& siblings = children[groups[g]->parent];
                    // Its task, or the group within it, was put there just now.
                    siblings.emplace_back(true, g);
                }
            }
        }
        const std::function<void(const QString&, int)> put = [&](const QString& in, int depth) {
            for (const auto& [isGroup, id] : children.value(in)) {
                GridRow row;
                row.id = id;
                row.depth = depth;
                row.group = isGroup;
                row.label = isGroup ? groups[id]->label : tasks[id]->label;
                if (row.label.isEmpty())
                    row.label = id;
                row.mapped = isGroup ? groups[id]->mapped : tasks[id]->mapped;
                row.open = !isGroup || !folded.contains(id);
                if (isGroup)
                    row.members = members.value(id);
                m_rows.push_back(row);
                if (isGroup && row.open)
                    put(id, depth + 1);
            }
        };
        put({}, 0);
    }
    int looked = 0;
    for (auto run = book.runs().rbegin(); run != book.runs().rend() && looked < kRunsLookedAt;
         ++run) {
        looked += run->cells.empty() ? 0 : 1;
        for (const Cell& cell : run->cells) {
            if (cell.group || known.contains(cell.task))
                continue;
            known.insert(cell.task);
            m_tasks.push_back(cell.task);
            GridRow row;
            row.id = row.label = cell.task;
            row.mapped = !cell.children.empty();
            row.gone = book.structure().has_value();
            m_rows.push_back(row);
        }
    }
    for (int i = 0; i < size(); ++i)
        m_index.insert(m_rows[size_t(i)].id, i);
}

int GridRows::rowShowing(const QString& task) const
{
    for (QString id = task; !id.isEmpty(); id = m_groupOf.value(id))
        if (const int row = m_index.value(id, -1); row >= 0)
            return row;
    return -1;
}

std::optional<Cell> GridRows::cell(const RunEntry& run, const GridRow& row)
{
    if (const Cell* told = run.cell(row.id))
        return *told;
    if (!row.group)
        return {};
    Cell sum;
    sum.task = row.id;
    sum.group = true;
    for (const QString& member : row.members) {
        const Cell* cell = run.cell(member);
        if (!cell)
            continue;
        sum.state = sum.state.isEmpty() ? cell->state : worseOf(sum.state, cell->state);
        if (cell->start.isValid() && (!sum.start.isValid() || cell->start < sum.start))
            sum.start = cell->start;
        if (cell->end.isValid() && (!sum.end.isValid() || cell->end > sum.end))
            sum.end = cell->end;
        const auto count = std::find_if(sum.children.begin(), sum.children.end(),
            [cell](const auto& c) { return c.first == cell->state; });
        if (count == sum.children.end())
            sum.children.emplace_back(cell->state, 1);
        else
            ++count->second;
    }
    if (sum.state.isEmpty())
        return {};
    if (!isFinal(sum.state))
        sum.end = {};
    return sum;
}

} // namespace pilothouse::workflow
