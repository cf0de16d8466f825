// SPDX-License-Identifier: GPL-3.0-or-later
// Stream<T>: many values from a lane to the GUI thread, at the pace of the slower side. A full
// buffer blocks the lane, so the server slows down and nothing is lost.
#pragma once

#include "core/error.h"
#include "core/runtime.h"

#include <QPointer>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <optional>
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

// What a lane job writes into. Lane thread only.
template <class T>
class Sink final
{
public:
    Sink(std::shared_ptr<detail::StreamState<T>> state, const Token& token)
        : m_state(std::move(state))
        , m_token(token)
    {
    }
    // False: nobody wants more, return.
    bool push(std::vector<T>&& values) { return m_state->push(std::move(values), m_token); }
    bool push(T value)
    {
        std::vector<T> one;
        one.push_back(std::move(value));
        return push(std::move(one));
    }

private:
    std::shared_ptr<detail::StreamState<T>> m_state;
    Token m_token;
};

// The handle; GUI thread only. Destroying or replacing it cancels.
template <class T>
class [[nodiscard]] Stream final
{
public:
    Stream() = default;
    Stream(std::shared_ptr<detail::StreamState<T>> state, std::shared_ptr<detail::Watch> watch)
        : m_state(std::move(state))
        , m_watch(std::move(watch))
    {
    }
    ~Stream() { cancel(); }
    Stream(Stream&&) noexcept = default;
    Stream& operator=(Stream&& other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
            m_watch = std::move(other.m_watch);
        }
        return *this;
    }

    // Both run on the GUI thread while `context` lives; `onEnd` once, after the last values.
    Stream attach(QObject* context, std::function<void(std::vector<T>&&)> onItems,
        std::function<void(VoidResult)> onEnd) &&
    {
        if (m_state)
            m_state->attach(context, std::move(onItems), std::move(onEnd));
        return std::move(*this);
    }

    // Asks the job to stop but still delivers what arrived and the end (Cancelled, or the result of
    // a job that finished anyway): what the Stop button does.
    void stop()
    {
        if (m_state)
            m_watch->requestStop(m_state->job());
    }
    void cancel()
    {
        if (auto state = std::exchange(m_state, nullptr)) {
            state->mute();
            m_watch->requestStop(state->job());
        }
    }
    void setPaused(bool paused)
    {
        if (m_state)
            m_state->setPaused(paused);
    }
    bool running() const { return m_state && !m_state->ended(); }

private:
    std::shared_ptr<detail::StreamState<T>> m_state;
    std::shared_ptr<detail::Watch> m_watch;
};

} // namespace pilothouse
