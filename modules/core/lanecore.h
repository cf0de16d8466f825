// SPDX-License-Identifier: GPL-3.0-or-later
// The untyped half of a lane: a queue, one thread, and a spare one while a job does not come back.
#pragma once

#include "core/runtime.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pilothouse::detail
{

// What one thread of the lane works with (a connection); made on that thread at its first job and
// destroyed on it.
using MakeResource = std::function<std::shared_ptr<void>()>;

class LaneCore final : public std::enable_shared_from_this<LaneCore>
{
public:
    // A lane opens at most this many threads beside its first when jobs do not return.
    static constexpr int kSpareThreads = 2;

    LaneCore(
        std::shared_ptr<Post> post, std::shared_ptr<Watch> watch, QString name, MakeResource make);

    struct Job {
        std::shared_ptr<JobState> state;
        std::function<void(void* resource)> work; // must not throw
    };

    void enqueue(Job job);
    void retire(); // stops all jobs, lets the threads end by themselves; never waits
    void checkWedged(); // opens a spare thread when every thread sits in a job nobody waits for
    int wedged() const; // threads inside a job that was stopped or has expired
    int threads() const;
    int waiting() const;

    const std::shared_ptr<Post>& post() const { return m_post; }
    const std::shared_ptr<Watch>& watch() const { return m_watch; }
    const QString& name() const { return m_name; }

private:
    struct Worker {
        std::shared_ptr<JobState> current;
    };

    void openThread(); // mutex held
    void work(const std::shared_ptr<Worker>& worker);
    int wedgedLocked() const;

    const std::shared_ptr<Post> m_post;
    const std::shared_ptr<Watch> m_watch;
    const QString m_name;
    const MakeResource m_make;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    std::vector<std::shared_ptr<Worker>> m_workers;
    bool m_retired = false;
};

} // namespace pilothouse::detail
