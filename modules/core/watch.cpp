// SPDX-License-Identifier: GPL-3.0-or-later
// One timing thread, and up to four short-lived threads that run interrupts. All of them own what
// they use, so that one hanging in a dead socket can be left behind at exit.
#include "core/watch.h"

#include "core/threadsetup.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <thread>
#include <vector>

namespace pilothouse
{

namespace detail
{

namespace
{

// A stopped job that has not returned after this long counts as wedged.
constexpr milliseconds kWedgedAfter{300};
constexpr int kInterruptThreads = 4;

struct Inner {
    std::mutex mutex;
    std::condition_variable wake;
    std::multimap<Clock::time_point, std::weak_ptr<JobState>> due;
    std::multimap<Clock::time_point, std::weak_ptr<JobState>> wedgeChecks;
    std::deque<std::shared_ptr<InterruptEntry>> interrupts;
    int interruptThreads = 0;
    bool closed = false;

    std::mutex marksMutex;
    std::vector<std::shared_ptr<ThreadMark>> marks;
};

void runInterrupts(const std::shared_ptr<Inner>& inner)
{
    setUpThread(QString::fromLatin1("interrupt"));
    std::unique_lock lock(inner->mutex);
    while (!inner->interrupts.empty()) {
        auto entry = std::move(inner->interrupts.front());
        inner->interrupts.pop_front();
        lock.unlock();
        {
            std::lock_guard running(entry->running);
            if (entry->active.exchange(false))
                entry->f();
        }
        entry.reset();
        lock.lock();
    }
    --inner->interruptThreads;
}

void queueInterrupts(
    const std::shared_ptr<Inner>& inner, std::vector<std::shared_ptr<InterruptEntry>> entries)
{
    if (entries.empty())
        return;
    std::lock_guard lock(inner->mutex);
    for (auto& e : entries) {
        inner->interrupts.push_back(std::move(e));
        if (inner->interruptThreads < kInterruptThreads) {
            ++inner->interruptThreads;
            std::thread([inner] { runInterrupts(inner); }).detach();
        }
    }
}

std::vector<std::shared_ptr<InterruptEntry>> entriesOf(JobState& job)
{
    std::lock_guard lock(job.mutex);
    return {job.interrupts.begin(), job.interrupts.end()};
}

void expire(const std::shared_ptr<Inner>& inner, const std::shared_ptr<JobState>& job)
{
    if (job->finished || job->timedOut.exchange(true))
        return;
    if (job->giveUp)
        job->giveUp(true);
    queueInterrupts(inner, entriesOf(*job));
    if (job->checkWedged)
        job->checkWedged();
}

void keepTime(const std::shared_ptr<Inner>& inner)
{
    std::unique_lock lock(inner->mutex);
    while (!inner->closed) {
        const auto now = Clock::now();
        std::vector<std::shared_ptr<JobState>> expired;
        std::vector<std::shared_ptr<JobState>> wedged;
        while (!inner->due.empty() && inner->due.begin()->first <= now) {
            auto job = inner->due.begin()->second.lock();
            inner->due.erase(inner->due.begin());
            if (!job || job->finished)
                continue;
            if (job->due() > now) // a sign of life moved it
                inner->due.emplace(job->due(), job);
            else
                expired.push_back(std::move(job));
        }
        while (!inner->wedgeChecks.empty() && inner->wedgeChecks.begin()->first <= now) {
            if (auto job = inner->wedgeChecks.begin()->second.lock(); job && !job->finished)
                wedged.push_back(std::move(job));
            inner->wedgeChecks.erase(inner->wedgeChecks.begin());
        }
        if (!expired.empty() || !wedged.empty()) {
            lock.unlock();
            for (const auto& job : expired)
                expire(inner, job);
            for (const auto& job : wedged)
                if (job->checkWedged)
                    job->checkWedged();
            expired.clear();
            wedged.clear();
            lock.lock();
            continue;
        }
        auto next = now + std::chrono::hours(1);
        if (!inner->due.empty())
            next = std::min(next, inner->due.begin()->first);
        if (!inner->wedgeChecks.empty())
            next = std::min(next, inner->wedgeChecks.begin()->first);
        inner->wake.wait_until(lock, next);
    }
}

class WatchImpl final : public Watch
{
public:
    WatchImpl()
    {
        std::thread([inner = m_inner] { keepTime(inner); }).detach();
    }

    void arm(const std::shared_ptr<JobState>& job) override
    {
        std::lock_guard lock(m_inner->mutex);
        const auto due = job->due();
        const bool first = m_inner->due.empty() || due < m_inner->due.begin()->first;
        m_inner->due.emplace(due, job);
        if (first)
            m_inner->wake.notify_one();
    }

    void requestStop(const std::shared_ptr<JobState>& job) override
    {
        if (job->finished || job->stop.exchange(true))
            return;
        queueInterrupts(m_inner, entriesOf(*job));
        std::lock_guard lock(m_inner->mutex);
        const bool first = m_inner->wedgeChecks.empty();
        m_inner->wedgeChecks.emplace(Clock::now() + kWedgedAfter, job);
        if (first)
            m_inner->wake.notify_one();
    }

    void track(std::shared_ptr<ThreadMark> mark) override
    {
        std::lock_guard lock(m_inner->marksMutex);
        std::erase_if(m_inner->marks, [](const auto& m) { return m->finished.load(); });
        m_inner->marks.push_back(std::move(mark));
    }

    std::shared_ptr<Inner> m_inner = std::make_shared<Inner>();
};

} // namespace

std::shared_ptr<Watch> makeWatch()
{
    return std::make_shared<WatchImpl>();
}

int liveThreads(const std::shared_ptr<Watch>& watch)
{
    auto& inner = *static_cast<WatchImpl*>(watch.get())->m_inner;
    std::lock_guard lock(inner.marksMutex);
    return static_cast<int>(std::count_if(
        inner.marks.begin(), inner.marks.end(), [](const auto& m) { return !m->finished; }));
}

void closeWatch(const std::shared_ptr<Watch>& watch, milliseconds limit)
{
    const auto end = Clock::now() + limit;
    while (liveThreads(watch) > 0 && Clock::now() < end)
        std::this_thread::sleep_for(milliseconds(2));
    auto& inner = *static_cast<WatchImpl*>(watch.get())->m_inner;
    std::lock_guard lock(inner.mutex);
    inner.closed = true;
    inner.wake.notify_all();
}

} // namespace detail

// --- Token and Interrupt -------------------------------------------------------------------------

milliseconds Token::remaining(milliseconds cap) const
{
    const auto due = m_job->due();
    const auto now = Clock::now();
    if (due <= now)
        return milliseconds(0);
    return std::min(cap, std::chrono::duration_cast<milliseconds>(due - now));
}

void Token::alive(milliseconds silenceLimit) const
{
    m_job->deadline.store(
        (Clock::now() + silenceLimit).time_since_epoch().count(), std::memory_order_release);
}

Interrupt::Interrupt(const Token& token, std::function<void()> f, Wait wait)
    : m_job(token.job())
    , m_entry(std::make_shared<detail::InterruptEntry>())
    , m_wait(wait)
{
    m_entry->f = std::move(f);
    {
        std::lock_guard lock(m_job->mutex);
        m_job->interrupts.push_back(m_entry);
    }
    if ((m_job->stop || m_job->timedOut) && m_entry->active.exchange(false))
        m_entry->f(); // asked to stop before we registered: this thread is not yet blocked
}

Interrupt::~Interrupt()
{
    {
        std::lock_guard lock(m_job->mutex);
        m_job->interrupts.remove(m_entry);
    }
    m_entry->active = false;
    if (m_wait == Wait::Yes)
        std::lock_guard running(m_entry->running);
}

} // namespace pilothouse
