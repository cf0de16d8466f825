// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runtasks.h"

#include "workflow/panel/runfeed.h"

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{

// Whether the cells say something else than the instances that were read; of a mapped task how
// many are in each state.
bool differs(const RunEntry& run, const std::vector<TaskInstance>& instances)
{
    using Counts = std::map<StateWord, int>;
    std::map<QString, Counts> read;
    for (const TaskInstance& one : instances) {
        ++read[one.ref.task][one.state];
        const Cell* cell = one.ref.map < 0 ? run.cell(one.ref.task) : nullptr;
        if (cell && cell->tries > one.tryNumber)
            return true;
    }
    return std::any_of(read.begin(), read.end(), [&run](const auto& task) {
        const Cell* cell = run.cell(task.first);
        if (!cell)
            return false;
        Counts now(cell->children.begin(), cell->children.end());
        if (now.empty())
            now.emplace(cell->state, 1);
        return now != task.second;
    });
}

// A task that was marked stands among its tries twice: as it was, and as it is. The latter counts.
std::vector<TaskInstance> oneOfEachTry(std::vector<TaskInstance> tries)
{
    std::map<int, TaskInstance> byNumber;
    for (TaskInstance& one : tries)
        byNumber.insert_or_assign(one.tryNumber, std::move(one));
    std::vector<TaskInstance> found;
    for (auto& one : byNumber)
        found.push_back(std::move(one.second));
    return found;
}

} // namespace

RunTasks::RunTasks(ServiceHub& hub, RunFeed& feed, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_feed(feed)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RunTasks::ask);
    connect(&feed, &RunFeed::cellsChanged, this, &RunTasks::onCells);
}

void RunTasks::setRun(const RunRef& run)
{
    if (run == m_run)
        return;
    m_run = run;
    m_instances.clear();
    m_earlier.clear();
    m_earlierCalls.clear();
    m_call = {};
    m_read = false;
    Q_EMIT instancesChanged();
    if (m_wanted && !run.run.isEmpty())
        m_soon.start(120); // walking over runs asks only where one stays
}

void RunTasks::setTask(const TaskRef& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_tries.clear();
    m_triesRead = false;
    m_triesCall = {};
    Q_EMIT triesChanged();
    if (!task.task.isEmpty())
        askTries();
}

void RunTasks::notice(const TaskInstance& now)
{
    const bool same = !m_tries.empty() && m_tries.back().state == now.state
        && m_tries.back().tryNumber >= now.tryNumber;
    if (now.ref == m_task && !same && !m_triesCall.running())
        askTries();
}

void RunTasks::setWanted(bool instances)
{
    if (std::exchange(m_wanted, instances) == instances || !instances)
        return;
    if (!m_read && !m_run.run.isEmpty())
        m_soon.start(0);
}

void RunTasks::onCells(const QString& dag)
{
    if (dag != m_run.dag)
        return;
    const RunBook* book = m_feed.book(dag);
    const RunEntry* run = book ? book->find(m_run.run) : nullptr;
    if (!run)
        return;
    const bool single = m_task.run == m_run.run && m_task.map < 0;
    if (const Cell* cell = single ? run->cell(m_task.task) : nullptr) {
        const bool same = !m_tries.empty() && m_tries.back().state == cell->state
            && (cell->tries <= 0 || m_tries.back().tryNumber >= cell->tries);
        if (!same && !m_triesCall.running())
            askTries();
    }
    if (!m_wanted || m_soon.isActive() || m_call.running() || !m_read)
        return;
    const bool changed = differs(*run, m_instances);
    if (changed || m_instances.empty())
        m_soon.start(int(std::max<qint64>(0, kAgain - m_asked.elapsed())));
}

void RunTasks::ask()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs || m_run.run.isEmpty())
        return;
    m_asked.restart();
    m_call = runs->instances(m_run).onDone(this, [this](Result<std::vector<TaskInstance>> answer) {
        m_read = true;
        if (!answer)
            return; // the feed says what is wrong
        m_instances = std::move(*answer);
        askEarlier();
        Q_EMIT instancesChanged();
    });
}

void RunTasks::askTries()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs)
        return;
    m_triesCall
        = runs->tries(m_task).onDone(this, [this](Result<std::vector<TaskInstance>> answer) {
              const bool first = !std::exchange(m_triesRead, true);
              if (answer)
                  m_tries = oneOfEachTry(std::move(*answer));
              if (answer || first) // a task the scheduler has not seen yet has none
                  Q_EMIT triesChanged();
          });
}

void RunTasks::askEarlier()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs)
        return;
    for (const TaskInstance& one : m_instances) {
        const QString& task = one.ref.task;
        if (one.tryNumber < 2 || one.ref.map >= 0 || m_earlierCalls.size() >= kMostTries)
            continue;
        const auto known = m_earlier.find(task);
        if (m_earlierCalls[task].running()
            || (known != m_earlier.end() && int(known->second.size()) >= one.tryNumber))
            continue;
        m_earlierCalls[task] = runs->tries(one.ref).onDone(
            this, [this, task](Result<std::vector<TaskInstance>> answer) {
                if (!answer)
                    return;
                m_earlier[task] = oneOfEachTry(std::move(*answer));
                Q_EMIT instancesChanged();
            });
    }
}

std::vector<TaskInstance> RunTasks::withTries() const
{
    std::vector<TaskInstance> all;
    all.reserve(m_instances.size());
    for (const TaskInstance& one : m_instances) {
        const auto earlier = m_earlier.find(one.ref.task);
        if (earlier != m_earlier.end() && one.ref.map < 0)
            for (const TaskInstance& before : earlier->second)
                if (before.tryNumber < one.tryNumber)
                    all.push_back(before);
        all.push_back(one);
    }
    return all;
}

} // namespace pilothouse::workflow
