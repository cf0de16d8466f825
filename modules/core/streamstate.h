// SPDX-License-Identifier: GPL-3.0-or-later
// The shared half of a stream: the buffer between a lane and the GUI thread, and how it is drained.
#pragma once

#include "core/error.h"
#include "core/runtime.h"

#include <QPointer>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pilothouse
{

struct StreamOptions {
    size_t capacity = 50'000; // values waiting for the GUI
    milliseconds interval{50}; // the GUI hears of new values at most this often
};

namespace detail
{

template <class T>
class StreamState final : public std::enable_shared_from_this<StreamState<T>>
{
public:
    StreamState(std::shared_ptr<Post> post, StreamOptions options, milliseconds silence)
        : m_post(std::move(post))
        , m_options(options)
        , m_silence(silence)
    {
    }

    const std::shared_ptr<JobState>& job() const { return m_job; }

    // Lane side. Waits while full; false once nobody wants more.
    bool push(std::vector<T>&& values, const Token& token)
    {
        std::unique_lock lock(m_mutex);
        while (m_buffer.size() >= m_options.capacity && !token.job()->stop) {
            m_room.wait_for(lock, milliseconds(100));
            token.alive(m_silence); // the GUI is slow, not the peer
        }
        if (token.stopped())
            return false;
        if (m_buffer.empty())
            m_buffer = std::move(values);
        else
            std::move(values.begin(), values.end(), std::back_inserter(m_buffer));
        announce();
        return true;
    }

    // Any thread; the first end counts.
    void end(VoidResult result)
    {
        std::lock_guard lock(m_mutex);
        if (m_end)
            return;
        m_end = std::move(result);
        announce();
    }

    // GUI side.
    void attach(QObject* context, std::function<void(std::vector<T>&&)> onItems,
        std::function<void(VoidResult)> onEnd)
    {
        m_context = context;
        m_onItems = std::move(onItems);
        m_onEnd = std::move(onEnd);
        std::lock_guard lock(m_mutex);
        if (!m_buffer.empty() || m_end)
            announce();
    }
    void setPaused(bool paused)
    {
        m_paused = paused;
        std::lock_guard lock(m_mutex);
        if (!paused && (!m_buffer.empty() || m_end))
            announce();
    }
    void mute()
    {
        const auto items = std::exchange(m_onItems, {});
        const auto end = std::exchange(m_onEnd, {});
        m_context.clear();
        m_room.notify_all();
    }
    bool ended() const { return m_delivered; }

private:
    void announce() // mutex held
    {
        if (m_announced)
            return;
        m_announced = true;
        m_post->run([self = this->shared_from_this()] { self->drainSoon(); });
    }

    void drainSoon()
    {
        const auto wait = std::chrono::duration_cast<milliseconds>(
            m_lastDrain + m_options.interval - Clock::now());
        if (wait.count() <= 0 || !m_context)
            drain();
        else
            QTimer::singleShot(
                wait, m_context.data(), [self = this->shared_from_this()] { self->drain(); });
    }

    void drain()
    {
        std::vector<T> values;
        std::optional<VoidResult> end;
        {
            std::lock_guard lock(m_mutex);
            m_announced = false;
            if (!m_context || m_paused)
                return;
            values.swap(m_buffer);
            end = m_end;
        }
        m_room.notify_all();
        m_lastDrain = Clock::now();
        const auto keep = this->shared_from_this();
        if (!values.empty() && m_onItems)
            m_onItems(std::move(values));
        if (end && m_context && !m_delivered) {
            m_delivered = true;
            const auto onEnd = std::exchange(m_onEnd, {});
            if (onEnd)
                onEnd(std::move(*end));
        }
    }

    const std::shared_ptr<Post> m_post;
    const std::shared_ptr<JobState> m_job = std::make_shared<JobState>();
    const StreamOptions m_options;
    const milliseconds m_silence;

    std::mutex m_mutex;
    std::condition_variable m_room;
    std::vector<T> m_buffer;
    std::optional<VoidResult> m_end;
    bool m_announced = false;

    // GUI thread only.
    QPointer<QObject> m_context;
    std::function<void(std::vector<T>&&)> m_onItems;
    std::function<void(VoidResult)> m_onEnd;
    Clock::time_point m_lastDrain{};
    bool m_paused = false;
    bool m_delivered = false;
};

} // namespace detail

} // namespace pilothouse
