// SPDX-License-Identifier: GPL-3.0-or-later
// Stream<T>: many values from a lane to the GUI thread, at the pace of the slower side. A full
// buffer blocks the lane, so the server slows down and nothing is lost.
#pragma once

#include "core/streamstate.h"

namespace pilothouse
{

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
