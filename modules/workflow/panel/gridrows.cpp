// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/gridrows.h"

#include "workflow/panel/worktext.h"

#include <functional>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kRunsLookedAt = 60; // for tasks that left the code
}

QString mappedKey(const QString& task, int map)
{
    return map < 0 ? task : QString(task + u'[' + QString::number(map) + u']');
}

std::pair<QString, int> taskOfKey(const QString& key)
{
    const qsizetype at = key.lastIndexOf(u'[');
    bool number = false;
    const int map = at > 0 && key.endsWith(u']')
        ? QStringView(key).sliced(at + 1, key.size() - at - 2).toInt(&number)
        : -1;
    return number ? std::pair(key.left(at), map) : std::pair(key, -1);
}

// A row, and below a mapped task that is open its instances: the first ones, those that failed,
// and a row for the rest.
void GridRows::put(const GridRow& row, const Opened& opened, const Shown& shown)
{
    m_rows.push_back(row);
    const auto instances = row.mapped && !row.group ? opened.constFind(row.id) : opened.constEnd();
    if (instances == opened.constEnd())
        return;
    m_rows.back().open = true;
    const int most = shown.value(row.id, kPageIndexes);
    int count = 0;
    int bad = 0;
    GridRow rest;
    for (const MappedIndex& index : *instances) {
        if (++count > most && (!index.bad || ++bad > kMostBad)) {
            ++rest.more;
            continue;
        }
        GridRow one;
        one.id = mappedKey(row.id, index.map);
        one.label = u'[' + QString::number(index.map) + u']';
        if (!index.title.isEmpty() && index.title != QString::number(index.map))
            one.label += u' ' + index.title;
        one.depth = row.depth + 1;
        one.map = index.map;
        one.gone = row.gone;
        m_groupOf.insert(one.id, row.id);
        m_rows.push_back(std::move(one));
    }
    if (rest.more == 0)
        return;
    rest.id = row.id + u"[+]"_s; // no task and no instance has such a name
    rest.of = row.id;
    rest.label = WorkText::tr("%n more instances", nullptr, rest.more);
    rest.depth = row.depth + 1;
    m_groupOf.insert(rest.id, row.id);
    m_rows.push_back(std::move(rest));
}

void GridRows::build(
    const RunBook& book, const QSet<QString>& folded, const Opened& opened, const Shown& shown)
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
        const std::function<void(const QString&, int)> walk = [&](const QString& in, int depth) {
            for (const auto& [isGroup, id] : children.value(in)) {
                GridRow row;
                row.id = id;
                row.depth = depth;
                row.group = isGroup;
                row.label = isGroup ? groups[id]->label : tasks[id]->label;
                if (row.label.isEmpty())
                    row.label = id;
                row.mapped = isGroup ? groups[id]->mapped : tasks[id]->mapped;
                row.open = isGroup ? !folded.contains(id) : !row.mapped;
                if (isGroup)
                    row.members = members.value(id);
                put(row, opened, shown);
                if (isGroup && row.open)
                    walk(id, depth + 1);
            }
        };
        walk({}, 0);
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
            row.open = !row.mapped;
            row.gone = book.structure().has_value();
            put(row, opened, shown);
        }
    }
    for (int i = 0; i < size(); ++i)
        m_index.insert(m_rows[size_t(i)].id, i);
}

int GridRows::rowShowing(const QString& task) const
{
    // An instance whose task is not open is shown by the task.
    const bool instance = !m_index.contains(task) && !m_groupOf.contains(task);
    for (QString id = instance ? taskOfKey(task).first : task; !id.isEmpty();
         id = m_groupOf.value(id))
        if (const int row = m_index.value(id, -1); row >= 0)
            return row;
    return -1;
}

int GridRows::instancesOf(const RunEntry& run, const GridRow& row)
{
    const auto countOf = [&run](const QString& id) {
        int all = 0;
        if (const Cell* cell = run.cell(id))
            for (const auto& [state, count] : cell->children)
                all += count;
        return all;
    };
    if (!row.group)
        return countOf(row.id);
    int most = 0; // of a mapped group each member has as many as the group
    for (const QString& member : row.members)
        most = std::max(most, countOf(member));
    return most;
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
