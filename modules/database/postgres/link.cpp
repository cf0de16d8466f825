// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/link.h"

#include <thread>

#include <sys/socket.h>

namespace pilothouse::database::postgres
{

namespace
{

// A server that is well answers a cancel request within milliseconds.
constexpr milliseconds kCancelPatience{1200};
constexpr milliseconds kSettle{1000};

quint64 begin(Link& link)
{
    std::lock_guard lock(link.mutex);
    link.busy = true;
    return ++link.serial;
}

void cancelStatement(const std::shared_ptr<Link>& link, quint64 serial)
{
    std::function<void()> cancel;
    {
        std::lock_guard lock(link->mutex);
        if (!link->busy || link->serial != serial || !link->cancel)
            return;
        cancel = link->cancel;
        ++link->cancelling;
    }
    cancel();
    std::lock_guard lock(link->mutex);
    --link->cancelling;
    link->changed.notify_all();
}

void shutLater(const std::shared_ptr<Link>& link, quint64 serial)
{
    std::unique_lock lock(link->mutex);
    const auto over = [&] {
        return !link->busy || link->serial != serial;
    };
    if (!link->changed.wait_for(lock, kCancelPatience, over) && link->fd >= 0)
        ::shutdown(link->fd, SHUT_RDWR);
}

} // namespace

Busy::Busy(std::shared_ptr<Link> link, const Token& token)
    : m_link(std::move(link))
    , m_serial(begin(*m_link))
    , m_cancel(
          token, [link = m_link, serial = m_serial] { cancelStatement(link, serial); },
          Interrupt::Wait::No)
    , m_shut(
          token,
          [link = m_link, serial = m_serial, lane = std::this_thread::get_id()] {
              // On the lane itself: stopped before anything was sent, nothing to wait for.
              if (std::this_thread::get_id() != lane)
                  shutLater(link, serial);
          },
          Interrupt::Wait::No)
{
}

void Busy::sent(const Token& token)
{
    if (token.stopped())
        cancelStatement(m_link, m_serial);
}

bool Busy::settle()
{
    std::unique_lock lock(m_link->mutex);
    m_link->busy = false;
    m_settled = true;
    m_link->changed.notify_all();
    return m_link->changed.wait_for(lock, kSettle, [&] { return m_link->cancelling == 0; });
}

Busy::~Busy()
{
    // Not settled: the connection is lost or about to be dropped, there is no next statement to
    // hit.
    std::lock_guard lock(m_link->mutex);
    if (m_settled)
        return;
    m_link->busy = false;
    m_link->changed.notify_all();
}

} // namespace pilothouse::database::postgres
