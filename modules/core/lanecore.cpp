// SPDX-License-Identifier: GPL-3.0-or-later
// Threads own the core they work for, so a lane can be dropped while one of them is stuck.
#include "core/lanecore.h"

#include "core/threadsetup.h"

#include <algorithm>
#include <thread>

namespace pilothouse::detail
{

LaneCore::LaneCore(
    std::shared_ptr<Post> post, std::shared_ptr<Watch> watch, QString name, MakeResource make)
    : m_post(std::move(post))
    , m_watch(std::move(watch))
    , m_name(std::move(name))
    , m_make(std::move(make))
{
}

void LaneCore::enqueue(Job job)
{
    job.state->checkWedged = [weak = weak_from_this()] {
        if (const auto core = weak.lock())
            core->checkWedged();
    };
    const auto state = job.state;
    {
        std::lock_guard lock(m_mutex);
        if (m_retired) {
            state->finished = true;
            if (state->giveUp)
                state->giveUp(false);
            return;
        }
        m_queue.push_back(std::move(job));
        if (m_workers.empty())
            openThread();
    }
    if (state->due() != Clock::time_point::max())
        m_watch->arm(state);
    m_wake.notify_one();
    checkWedged();
}

void LaneCore::openThread()
{
    auto worker = std::make_shared<Worker>();
    m_workers.push_back(worker);
    auto mark = std::make_shared<ThreadMark>();
    m_watch->track(mark);
    std::thread([self = shared_from_this(), worker, mark]() mutable {
        setUpThread(self->m_name);
        self->work(worker);
        self.reset();
        mark->finished = true;
    }).detach();
}

void LaneCore::work(const std::shared_ptr<Worker>& worker)
{
    std::shared_ptr<void> resource;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_retired || !m_queue.empty(); });
        if (m_queue.empty())
            break; // retired
        Job job = std::move(m_queue.front());
        m_queue.pop_front();
        if (m_retired || job.state->stop || job.state->timedOut) {
            lock.unlock();
            job.state->finished = true;
            if (job.state->stop && job.state->giveUp)
                job.state->giveUp(false);
            job = {};
            lock.lock();
            continue;
        }
        worker->current = job.state;
        lock.unlock();
        if (!resource)
            resource = m_make();
        job.work(resource.get());
        job.state->finished = true;
        job.work = {};
        lock.lock();
        worker->current.reset();
        // A spare thread took over while this one was stuck: its connection is the one to drop.
        if ((job.state->stop || job.state->timedOut) && m_workers.size() > 1)
            break;
    }
    std::erase(m_workers, worker);
    lock.unlock();
    resource.reset();
}

void LaneCore::retire()
{
    std::deque<Job> queue;
    std::vector<std::shared_ptr<JobState>> running;
    {
        std::lock_guard lock(m_mutex);
        m_retired = true;
        queue.swap(m_queue);
        for (const auto& w : m_workers)
            if (w->current)
                running.push_back(w->current);
    }
    m_wake.notify_all();
    for (const auto& job : queue) {
        job.state->finished = true;
        if (job.state->giveUp)
            job.state->giveUp(false);
    }
    for (const auto& state : running) {
        if (state->giveUp)
            state->giveUp(false);
        m_watch->requestStop(state);
    }
}

void LaneCore::checkWedged()
{
    std::lock_guard lock(m_mutex);
    if (m_retired || m_queue.empty())
        return;
    const auto count = static_cast<int>(m_workers.size());
    if (wedgedLocked() == count && count <= kSpareThreads)
        openThread();
}

int LaneCore::wedgedLocked() const
{
    return static_cast<int>(std::count_if(m_workers.begin(), m_workers.end(),
        [](const auto& w) { return w->current && (w->current->stop || w->current->timedOut); }));
}

int LaneCore::wedged() const
{
    std::lock_guard lock(m_mutex);
    return wedgedLocked();
}

int LaneCore::threads() const
{
    std::lock_guard lock(m_mutex);
    return static_cast<int>(m_workers.size());
}

int LaneCore::waiting() const
{
    std::lock_guard lock(m_mutex);
    return static_cast<int>(m_queue.size());
}

} // namespace pilothouse::detail
