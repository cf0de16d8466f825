// SPDX-License-Identifier: GPL-3.0-or-later
// Link: what a connection shares with the threads that interrupt it, and Busy, which makes one
// statement interruptible: cancel at the server first, shut the socket down when that does not
// help.
#pragma once

#include "core/token.h"

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace pilothouse::database::postgres
{

// How many connections of a service are open, and how many may be.
struct Budget {
    explicit Budget(int most)
        : limit(most)
    {
    }
    const int limit;
    std::atomic<int> open{0};

    bool take()
    {
        int now = open;
        while (now < limit)
            if (open.compare_exchange_weak(now, now + 1))
                return true;
        return false;
    }
    void give() { --open; }
};

struct Link {
    std::mutex mutex;
    std::condition_variable changed;
    int fd = -1; // -1 while not connected
    std::function<void()> cancel; // PQcancel or alike; owns what it uses, may hang
    bool busy = false;
    quint64 serial = 0; // of the statement that is busy
    int cancelling = 0; // cancel requests under way
};

class Busy final
{
public:
    Busy(std::shared_ptr<Link> link, const Token& token);
    ~Busy();
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    // Once the statement is over: waits (at most a second) for a cancel under way, so that it
    // cannot hit the next statement. False: the connection should be dropped.
    bool settle();
    // Call right after sending: a stop that came before had nothing to cancel yet.
    void sent(const Token& token);

private:
    std::shared_ptr<Link> m_link;
    quint64 m_serial;
    Interrupt m_cancel;
    Interrupt m_shut;
    bool m_settled = false;
};

} // namespace pilothouse::database::postgres
