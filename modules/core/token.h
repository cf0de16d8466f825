// SPDX-License-Identifier: GPL-3.0-or-later
// Token: what a lane job is told about the world outside: was I cancelled, how much time is left,
// and what to do when somebody wants me to stop while I sit in a blocking call.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace pilothouse
{

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace detail
{

// Tells the runtime whether a lane thread has ended.
struct ThreadMark {
    std::atomic<bool> finished{false};
};

struct InterruptEntry {
    std::mutex running; // held while `f` runs
    std::atomic<bool> active{true};
    std::function<void()> f;
};

// The shared half of a queued or running job.
struct JobState {
    std::atomic<bool> stop{false};
    std::atomic<bool> timedOut{false};
    std::atomic<bool> finished{false};
    std::atomic<Clock::rep> deadline{Clock::time_point::max().time_since_epoch().count()};
    std::function<void(bool timeout)> giveUp; // delivers Timeout or Cancelled; must not block
    std::function<void()> checkWedged; // asks the lane whether it needs another thread

    std::mutex mutex; // guards interrupts
    std::list<std::shared_ptr<InterruptEntry>> interrupts;

    Clock::time_point due() const
    {
        return Clock::time_point(Clock::duration(deadline.load(std::memory_order_acquire)));
    }
};

} // namespace detail

// Valid during the job only; copies are cheap. Used on the lane's thread.
class Token
{
public:
    explicit Token(std::shared_ptr<detail::JobState> job)
        : m_job(std::move(job))
    {
    }

    // True once the caller no longer wants the answer: cancelled, owner gone, lane retired,
    // deadline.
    bool stopped() const
    {
        return m_job->stop.load(std::memory_order_relaxed)
            || m_job->timedOut.load(std::memory_order_relaxed) || Clock::now() >= m_job->due();
    }
    bool timedOut() const { return m_job->timedOut.load() || Clock::now() >= m_job->due(); }
    Clock::time_point deadline() const { return m_job->due(); }

    // Time left, at least zero, at most `cap` (also for jobs without a total deadline).
    milliseconds remaining(milliseconds cap = std::chrono::hours(1)) const;

    // Streams and tasks have a limit of silence instead of a total: call this on every sign of
    // life.
    void alive(milliseconds silenceLimit) const;

    const std::shared_ptr<detail::JobState>& job() const { return m_job; }

private:
    std::shared_ptr<detail::JobState> m_job;
};

// While it lives, `f` is run (on a thread of the watch) as soon as the job is asked to stop; at
// once when it already was. Wait::Yes: the destructor guarantees that `f` is not running and will
// not run. Wait::No: `f` may still be running afterwards, so it must own everything it uses
// (PQcancel may hang itself when the peer is dead, and must not hold up the lane).
class Interrupt final
{
public:
    enum class Wait { Yes, No };

    Interrupt(const Token& token, std::function<void()> f, Wait wait = Wait::Yes);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

private:
    std::shared_ptr<detail::JobState> m_job;
    std::shared_ptr<detail::InterruptEntry> m_entry;
    Wait m_wait;
};

} // namespace pilothouse
