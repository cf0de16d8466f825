// SPDX-License-Identifier: GPL-3.0-or-later
// Runtime: what all lanes of a process share: the way back to the GUI thread, the thread that keeps
// deadlines, and the list of lanes that were retired but still sit in a blocking call.
#pragma once

#include "core/token.h"

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <memory>

namespace pilothouse
{

namespace detail
{
struct Post;
class Watch;
} // namespace detail

// Made by the application (or a test) on the GUI thread and destroyed there, after everything that
// holds a lane. The destructor asks all jobs to stop and waits at most `exitLimit` for their
// threads; a thread that still sits in a black hole then is abandoned, with everything it uses kept
// alive.
class Runtime final
{
public:
    Runtime();
    ~Runtime();
    Q_DISABLE_COPY_MOVE(Runtime)

    void setExitLimit(std::chrono::milliseconds limit) { m_exitLimit = limit; }

    // Shared by lanes; thread-safe.
    std::shared_ptr<detail::Post> post() const { return m_post; }
    std::shared_ptr<detail::Watch> watch() const { return m_watch; }

    // Lane threads still inside a job after their lane was destroyed.
    int abandonedThreads() const;

private:
    std::shared_ptr<detail::Post> m_post;
    std::shared_ptr<detail::Watch> m_watch;
    std::chrono::milliseconds m_exitLimit{2000};
};

namespace detail
{

// Runs functions on the GUI thread, in the order posted, many per event. Thread-safe. A post after
// the runtime is gone is dropped.
struct Post {
    virtual ~Post() = default;
    virtual void run(std::function<void()> f) = 0;
};

// Deadlines and interrupts; thread-safe. Interrupts run on threads of the watch, never on the
// caller's, and several at a time: one that hangs itself must not hold up the others.
class Watch
{
public:
    virtual ~Watch() = default;
    virtual void arm(const std::shared_ptr<JobState>& job) = 0; // expires it at its deadline
    virtual void requestStop(const std::shared_ptr<JobState>& job)
        = 0; // sets stop, runs interrupts
    virtual void track(std::shared_ptr<ThreadMark> mark) = 0; // a lane thread was started
};

} // namespace detail

} // namespace pilothouse
