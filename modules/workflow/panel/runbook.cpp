// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runbook.h"

#include "workflow/panel/worktext.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{
// The server's order of runs: run_after, where it has one.
QDateTime orderOf(const RunInfo& run)
{
    return run.after.isValid() ? run.after : whenOf(run);
}

// The answer for the bars of the list tells states and times only (it names no type): what is
// known of a run besides stays.
RunInfo whole(RunInfo told, const RunInfo& known)
{
    if (!told.type.isEmpty())
        return told;
    RunInfo run = known;
    run.state = std::move(told.state);
    run.start = told.start;
    run.end = told.end;
    if (told.after.isValid())
        run.after = told.after;
    if (told.logical.isValid())
        run.logical = told.logical;
    return run;
}

bool isBefore(const RunInfo& a, const RunInfo& b)
{
    const QDateTime x = orderOf(a);
    const QDateTime y = orderOf(b);
    return x != y ? x < y : a.ref.run < b.ref.run;
}
} // namespace

const Cell* RunEntry::cell(const QString& id) const
{
    const int i = at.value(id, -1);
    return i < 0 ? nullptr : &cells[size_t(i)];
}

int RunBook::indexOf(const QString& run) const
{
    // What is asked for is nearly always new.
    for (auto i = qsizetype(m_runs.size()) - 1; i >= 0; --i)
        if (m_runs[size_t(i)].info.ref.run == run)
            return int(i);
    return -1;
}

const RunEntry* RunBook::find(const QString& run) const
{
    const int i = indexOf(run);
    return i < 0 ? nullptr : &m_runs[size_t(i)];
}

bool RunBook::isGroup(const QString& id, const QString& run) const
{
    if (id.isEmpty())
        return false;
    if (m_structure)
        for (const GroupInfo& group : m_structure->groups)
            if (group.id == id)
                return true;
    const RunEntry* entry = find(run);
    const Cell* cell = entry ? entry->cell(id) : nullptr;
    return cell && cell->group;
}

// A task need not bear the name of its group. Without a structure there is only the name.
QStringList RunBook::tasksOf(const QString& group, const QString& run) const
{
    QStringList found;
    if (m_structure) {
        QHash<QString, QString> parents;
        for (const GroupInfo& one : m_structure->groups)
            parents.insert(one.id, one.parent);
        for (const TaskInfo& task : m_structure->tasks)
            for (QString in = task.group; !in.isEmpty(); in = parents.value(in))
                if (in == group) {
                    found.append(task.id);
                    break;
                }
    } else if (const RunEntry* entry = find(run)) {
        for (const Cell& cell : entry->cells)
            if (!cell.group && cell.task.startsWith(group + u'.'))
                found.append(cell.task);
    }
    return found;
}

qint64 RunBook::total() const
{
    return m_total < 0 ? -1 : std::max<qint64>(m_total, qint64(m_runs.size()));
}

bool RunBook::put(const RunInfo& told)
{
    const int known = indexOf(told.ref.run);
    const RunInfo run = known >= 0 ? whole(told, m_runs[size_t(known)].info) : told;
    if (known >= 0) {
        RunEntry& entry = m_runs[size_t(known)];
        if (entry.info == run)
            return false;
        const bool sameWork = entry.info.state == run.state && entry.info.start == run.start
            && entry.info.end == run.end;
        const bool samePlace = orderOf(entry.info) == orderOf(run);
        entry.info = run;
        entry.cellsOld = entry.cellsOld || !sameWork;
        if (!samePlace)
            std::stable_sort(m_runs.begin(), m_runs.end(),
                [](const RunEntry& a, const RunEntry& b) { return isBefore(a.info, b.info); });
        return true;
    }
    RunEntry entry;
    entry.info = run;
    entry.met = QDateTime::currentDateTimeUtc();
    const auto place = std::upper_bound(m_runs.begin(), m_runs.end(), entry,
        [](const RunEntry& a, const RunEntry& b) { return isBefore(a.info, b.info); });
    m_runs.insert(place, std::move(entry));
    return true;
}

const DeadlineInfo* RunBook::deadline(const QString& run) const
{
    const auto it = m_deadlines.constFind(run);
    return it == m_deadlines.constEnd() ? nullptr : &*it;
}

bool RunBook::setDeadlines(const std::vector<DeadlineInfo>& deadlines)
{
    QHash<QString, DeadlineInfo> byRun;
    for (const DeadlineInfo& one : deadlines) {
        const auto known = byRun.find(one.run);
        if (known == byRun.end())
            byRun.insert(one.run, one);
        else if (one.missed != known->missed ? one.missed : one.time > known->time)
            *known = one;
    }
    if (byRun == m_deadlines)
        return false;
    m_deadlines = byRun;
    return true;
}

bool RunBook::merge(const RunPage& page, Page kind, const QDateTime& asked)
{
    bool changed = !m_read;
    // A change may be a run far older than what was paged in: it is not let in, or a hole between
    // it and its neighbours would look like history.
    const bool closed = kind == Page::Changed && !m_runs.empty() && m_more;
    const RunInfo oldest = m_runs.empty() ? RunInfo() : m_runs.front().info;
    for (const RunInfo& run : page.runs) {
        if (run.ref.dag != m_dag)
            continue;
        if (closed && isBefore(run, oldest))
            continue;
        const bool isNew = indexOf(run.ref.run) < 0;
        if (put(run)) {
            changed = true;
            if (isNew && kind == Page::Changed && m_total >= 0)
                ++m_total;
        }
    }
    if (kind == Page::Newest) {
        changed = dropMissing(page, asked) || changed;
        m_read = true;
        m_total = page.total;
        m_more = page.more;
    } else if (kind == Page::Older) {
        changed = changed || m_more != page.more;
        m_more = page.more && !page.runs.empty();
    }
    return changed;
}

bool RunBook::dropMissing(const RunPage& newest, const QDateTime& asked)
{
    if (!asked.isValid())
        return false;
    QSet<QString> there;
    const RunInfo* oldest = nullptr;
    for (const RunInfo& run : newest.runs) {
        there.insert(run.ref.run);
        if (!oldest || isBefore(run, *oldest))
            oldest = &run;
    }
    return std::erase_if(m_runs, [&](const RunEntry& entry) {
        const bool beyond = newest.more && (!oldest || isBefore(entry.info, *oldest));
        return !beyond && entry.met < asked && !there.contains(entry.info.ref.run);
    }) > 0;
}

bool RunBook::merge(const std::vector<RunInfo>& runs)
{
    RunPage page;
    page.runs = runs;
    return merge(page, Page::Changed);
}

bool RunBook::mergeCells(const std::vector<RunCells>& cells, const QDateTime& read)
{
    bool changed = false;
    for (const RunCells& of : cells) {
        const int i = indexOf(of.run.run);
        if (i < 0)
            continue;
        RunEntry& entry = m_runs[size_t(i)];
        changed = changed || !entry.cellsRead.isValid() || entry.cells != of.cells;
        entry.cellsRead = read;
        entry.cellsOld = false;
        if (entry.cells == of.cells && !entry.at.isEmpty())
            continue;
        entry.cells = of.cells;
        entry.at.clear();
        entry.at.reserve(qsizetype(of.cells.size()));
        for (size_t c = 0; c < of.cells.size(); ++c)
            entry.at.insert(of.cells[c].task, int(c));
    }
    return changed;
}

void RunBook::forget(const QString& run)
{
    const int i = indexOf(run);
    if (i < 0)
        return;
    m_runs.erase(m_runs.begin() + i);
    if (m_total > 0)
        --m_total;
}

void RunBook::dropCells(int keepFrom, int keepTo)
{
    for (int i = 0; i < int(m_runs.size()); ++i) {
        RunEntry& entry = m_runs[size_t(i)];
        if ((i >= keepFrom && i <= keepTo) || !entry.cellsRead.isValid())
            continue;
        entry.cells = {};
        entry.at = {};
        entry.cellsRead = {};
        entry.cellsOld = true;
    }
}

} // namespace pilothouse::workflow
