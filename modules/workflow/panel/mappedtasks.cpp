// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/mappedtasks.h"

#include "core/servicehub.h"
#include "workflow/panel/runfeed.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr size_t kOneLook = 1000; // instances that are read every kAgain
constexpr int kPauseMs = 120; // walking over runs asks only where one stays
} // namespace

MappedTasks::MappedTasks(ServiceHub& hub, RunFeed& feed, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_feed(feed)
{
    m_clock.start();
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &MappedTasks::look);
    connect(&feed, &RunFeed::cellsChanged, this, [this](const QString& dag) {
        if (dag == m_run.dag && !m_tasks.isEmpty() && !m_soon.isActive())
            m_soon.start(0);
    });
}

void MappedTasks::setWanted(const RunRef& run, const QStringList& tasks)
{
    if (run == m_run && tasks == m_tasks)
        return;
    m_run = run;
    m_tasks = tasks;
    if (!tasks.isEmpty() && !run.run.isEmpty())
        m_soon.start(kPauseMs);
}

const std::vector<TaskInstance>* MappedTasks::instances(
    const RunRef& run, const QString& task) const
{
    const auto it = m_kept.find({run.dag, run.run, task, -1});
    return it == m_kept.end() || !it->second.read ? nullptr : &it->second.instances;
}

const TaskInstance* MappedTasks::instance(const TaskRef& task) const
{
    const auto* all = instances(task.runRef(), task.task);
    if (!all)
        return nullptr;
    const auto it = std::lower_bound(all->begin(), all->end(), task.map,
        [](const TaskInstance& one, int map) { return one.ref.map < map; });
    if (it == all->end() || it->ref.map != task.map)
        return nullptr;
    // Only the wanted run is looked at again: of another what was under way then is not known now.
    return task.runRef() == m_run || isFinal(it->state) ? &*it : nullptr;
}

std::vector<MappedIndex> MappedTasks::indexes(const RunRef& run, const QString& task) const
{
    std::vector<MappedIndex> found;
    if (const auto* all = instances(run, task))
        for (const TaskInstance& one : *all)
            found.push_back({one.ref.map, one.title,
                one.state == "failed"_L1 || one.state == "upstream_failed"_L1
                    || one.state == "up_for_retry"_L1});
    return found;
}

bool MappedTasks::isMapped(const RunBook& book, const QString& run, const QString& task)
{
    const RunEntry* entry = book.find(run);
    const Cell* cell = entry ? entry->cell(task) : nullptr;
    if (cell && !cell->group && !cell->children.empty())
        return true;
    if (!book.structure())
        return false;
    const auto& tasks = book.structure()->tasks;
    return std::any_of(tasks.begin(), tasks.end(),
        [&task](const TaskInfo& info) { return info.id == task && info.mapped; });
}

// The counts of the cell are fresher than what was read: they tell when to look again.
bool MappedTasks::isOld(const TaskRef& task, const Kept& kept) const
{
    if (!kept.read)
        return true;
    const RunBook* book = m_feed.book(task.dag);
    const RunEntry* run = book ? book->find(task.run) : nullptr;
    const Cell* cell = run ? run->cell(task.task) : nullptr;
    if (!cell || cell->children.empty())
        return false;
    QHash<StateWord, int> counts;
    for (const TaskInstance& one : kept.instances)
        ++counts[one.state];
    for (const auto& [state, count] : cell->children)
        if (counts.take(state) != count)
            return true;
    return !counts.isEmpty();
}

void MappedTasks::look()
{
    qint64 wait = -1;
    for (const QString& task : std::as_const(m_tasks)) {
        const TaskRef ref{m_run.dag, m_run.run, task, -1};
        Kept& kept = m_kept[ref];
        kept.used = m_clock.elapsed();
        if (kept.call.running() || !isOld(ref, kept))
            continue;
        // A task of thousands takes a request for each hundred.
        const qint64 pages = 1 + qint64(kept.instances.size()) / kOneLook;
        const qint64 due = kept.asked + kAgain * pages - m_clock.elapsed();
        if (due <= 0)
            ask(ref, kept);
        else
            wait = wait < 0 ? due : std::min(wait, due);
    }
    if (wait >= 0)
        m_soon.start(int(wait));
    trim();
}

void MappedTasks::ask(const TaskRef& task, Kept& kept)
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs)
        return;
    kept.asked = m_clock.elapsed();
    kept.call
        = runs->mapped(task).onDone(this, [this, task](Result<std::vector<TaskInstance>> answer) {
              if (!answer)
                  return; // the feed says what is wrong
              Kept& of = m_kept[task];
              const bool same = of.read && of.instances == *answer;
              of.instances = std::move(*answer);
              of.read = true;
              if (!same)
                  Q_EMIT changed(task.dag);
          });
}

void MappedTasks::trim()
{
    while (int(m_kept.size()) > kKept) {
        const auto oldest = std::min_element(m_kept.begin(), m_kept.end(),
            [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
        m_kept.erase(oldest);
    }
}

} // namespace pilothouse::workflow
