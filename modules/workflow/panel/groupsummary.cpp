// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/groupsummary.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

void add(GroupSummary& sum, const StateWord& state, int count)
{
    sum.state = sum.state.isEmpty() ? state : worseOf(sum.state, state);
    const auto known = std::find_if(
        sum.states.begin(), sum.states.end(), [&state](const auto& s) { return s.first == state; });
    if (known == sum.states.end())
        sum.states.emplace_back(state, count);
    else
        known->second += count;
}

bool isBad(const Cell& cell)
{
    return cell.state == "failed"_L1 || cell.state == "upstream_failed"_L1
        || cell.state == "up_for_retry"_L1 || failedInstances(cell) > 0;
}

} // namespace

int failedInstances(const Cell& cell)
{
    int failed = 0;
    for (const auto& [state, count] : cell.children)
        if (state == "failed"_L1)
            failed += count;
    return failed;
}

GroupSummary GroupSummary::of(const RunEntry* run, const QString& group, const QStringList& tasks)
{
    GroupSummary sum;
    sum.isRead = run && run->cellsRead.isValid();
    bool open = false; // something of it is still to come
    for (const QString& task : tasks) {
        const Cell* cell = run ? run->cell(task) : nullptr;
        if (!cell)
            continue; // another version of the code has it
        ++sum.tasks;
        add(sum, cell->state, 1);
        if (cell->start.isValid() && (!sum.start.isValid() || cell->start < sum.start))
            sum.start = cell->start;
        if (cell->end.isValid() && (!sum.end.isValid() || cell->end > sum.end))
            sum.end = cell->end;
        open = open || !isFinal(cell->state);
        if (isBad(*cell))
            sum.failed.push_back(*cell);
    }
    const Cell* told = run ? run->cell(group) : nullptr;
    if (sum.tasks == 0 && tasks.isEmpty() && told && told->group) {
        for (const auto& [state, count] : told->children) {
            sum.tasks += count;
            add(sum, state, count);
            open = open || !isFinal(state);
        }
        sum.start = told->start;
        sum.end = told->end;
    }
    if (sum.tasks == 0)
        sum.tasks = int(tasks.size());
    // What a run that is over has left undone does not come any more.
    if (open && run && run->isActive())
        sum.end = {};
    const auto& words = taskStates();
    std::stable_sort(sum.states.begin(), sum.states.end(), [&words](const auto& a, const auto& b) {
        return std::find(words.begin(), words.end(), a.first)
            < std::find(words.begin(), words.end(), b.first);
    });
    std::stable_sort(sum.failed.begin(), sum.failed.end(), [](const Cell& a, const Cell& b) {
        return a.state != b.state && worseOf(a.state, b.state) == a.state;
    });
    return sum;
}

} // namespace pilothouse::workflow
