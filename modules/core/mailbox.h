// SPDX-License-Identifier: GPL-3.0-or-later
// Mailbox<T>: a live tail. A bounded ring filled from any thread and drained by one timer on the
// GUI thread; what did not fit is counted, never silently lost.
#pragma once

#include "core/runtime.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace pilothouse
{

namespace detail
{
template <class T>
struct MailboxState {
    std::mutex mutex;
    std::deque<T> ring;
    size_t capacity = 0;
    quint64 dropped = 0; // since the last drain
    bool closed = false;
    bool announced = false;
    std::function<void()> announce;
};
} // namespace detail

// The writing end; copies are cheap, any thread. After the mailbox is gone, put() returns false.
template <class T>
class MailboxWriter final
{
public:
    MailboxWriter() = default;
    explicit MailboxWriter(std::shared_ptr<detail::MailboxState<T>> state)
        : m_state(std::move(state))
    {
    }
    bool put(T value)
    {
        if (!m_state)
            return false;
        std::lock_guard lock(m_state->mutex);
        if (m_state->closed)
            return false;
        m_state->ring.push_back(std::move(value));
        if (m_state->ring.size() > m_state->capacity) { // the oldest goes: a tail shows the newest
            m_state->ring.pop_front();
            ++m_state->dropped;
        }
        if (!m_state->announced) {
            m_state->announced = true;
            m_state->announce();
        }
        return true;
    }

private:
    std::shared_ptr<detail::MailboxState<T>> m_state;
};

// The reading end; GUI thread. The handler runs at most 20 times a second with everything that
// arrived and the number of values dropped since the last time.
template <class T>
class Mailbox final
{
public:
    using Handler = std::function<void(std::vector<T>&& values, quint64 dropped)>;

    Mailbox(Runtime& runtime, size_t capacity, Handler handler)
        : m_handler(std::make_shared<Handler>(std::move(handler)))
        , m_timer(std::make_shared<QTimer>())
    {
        m_timer->setSingleShot(true);
        m_timer->setInterval(50);
        m_state->capacity = capacity;
        m_state->announce = [post = runtime.post(), timer = std::weak_ptr(m_timer)] {
            post->run([timer] {
                if (const auto t = timer.lock())
                    t->start();
            });
        };
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] { drain(); });
    }
    ~Mailbox()
    {
        std::lock_guard lock(m_state->mutex);
        m_state->closed = true;
    }
    Q_DISABLE_COPY_MOVE(Mailbox)

    MailboxWriter<T> writer() const { return MailboxWriter<T>(m_state); }
    quint64 droppedTotal() const { return m_droppedTotal; }

    // Paused: values keep arriving in the ring, and keep being dropped and counted when it is full.
    void setPaused(bool paused)
    {
        m_paused = paused;
        if (!paused)
            drain();
    }

private:
    void drain()
    {
        if (m_paused)
            return;
        std::vector<T> values;
        quint64 dropped = 0;
        {
            std::lock_guard lock(m_state->mutex);
            m_state->announced = false;
            values.assign(std::make_move_iterator(m_state->ring.begin()),
                std::make_move_iterator(m_state->ring.end()));
            m_state->ring.clear();
            dropped = std::exchange(m_state->dropped, 0);
        }
        m_droppedTotal += dropped;
        const auto handler = m_handler; // the handler may destroy this mailbox
        if (!values.empty() || dropped > 0)
            (*handler)(std::move(values), dropped);
    }

    std::shared_ptr<detail::MailboxState<T>> m_state = std::make_shared<detail::MailboxState<T>>();
    std::shared_ptr<Handler> m_handler;
    std::shared_ptr<QTimer> m_timer;
    quint64 m_droppedTotal = 0;
    bool m_paused = false;
};

} // namespace pilothouse
