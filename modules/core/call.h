// SPDX-License-Identifier: GPL-3.0-or-later
// Call<T>: the handle of one answer that is under way. For reads only; writes are Tasks.
#pragma once

#include "core/error.h"
#include "core/runtime.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace pilothouse
{

namespace detail
{

// `answer` is written by the lane before it posts; everything else belongs to the GUI thread.
template <class T>
struct CallState {
    std::optional<Result<T>> answer;
    std::optional<Result<T>> early; // arrived before a handler was attached
    std::function<void(Result<T>)> handler;
    QPointer<QObject> context;
    bool done = false;
    bool muted = false;

    void deliver(Result<T> result)
    {
        if (done || muted)
            return;
        done = true;
        if (!handler) {
            early = std::move(result);
            return;
        }
        const auto h = std::exchange(handler, {});
        if (context)
            h(std::move(result));
    }
};

} // namespace detail

// Move-only. Destroying or replacing it cancels the work and silences the handler, so "latest wins"
// is an assignment. All members are for the GUI thread.
template <class T>
class [[nodiscard]] Call final
{
public:
    Call() = default;
    Call(std::shared_ptr<detail::CallState<T>> state, std::shared_ptr<detail::JobState> job,
        std::shared_ptr<detail::Watch> watch, std::shared_ptr<detail::Post> post)
        : m_state(std::move(state))
        , m_job(std::move(job))
        , m_watch(std::move(watch))
        , m_post(std::move(post))
    {
    }
    ~Call() { cancel(); }
    Call(Call&&) noexcept = default;
    Call& operator=(Call&& other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
            m_job = std::move(other.m_job);
            m_watch = std::move(other.m_watch);
            m_post = std::move(other.m_post);
        }
        return *this;
    }

    // The handler never runs from inside this function, never after `context` is gone, and at most
    // once; it gets Timeout at the deadline even when the lane is stuck.
    template <class F>
    Call onDone(QObject* context, F handler) &&
    {
        if (!m_state)
            return std::move(*this);
        m_state->context = context;
        m_state->handler = std::move(handler);
        if (m_state->early) {
            m_state->done = false;
            m_post->run([state = m_state] {
                if (!state->early)
                    return;
                auto result = std::move(*state->early);
                state->early.reset();
                state->deliver(std::move(result));
            });
        }
        return std::move(*this);
    }

    void cancel()
    {
        if (auto state = std::exchange(m_state, nullptr)) {
            state->muted = true;
            const auto dying = std::exchange(state->handler, {});
            m_watch->requestStop(m_job);
        }
        m_job.reset();
    }

    bool running() const { return m_state && !m_state->done && !m_state->early; }

    // A call that is answered without any lane (a cached value, a refusal). Delivered through
    // `post`, never at once, like every other answer.
    static Call ready(Runtime& runtime, Result<T> result)
    {
        auto state = std::make_shared<detail::CallState<T>>();
        state->early = std::move(result);
        auto job = std::make_shared<detail::JobState>();
        job->finished = true;
        return Call(std::move(state), std::move(job), runtime.watch(), runtime.post());
    }

private:
    std::shared_ptr<detail::CallState<T>> m_state;
    std::shared_ptr<detail::JobState> m_job;
    std::shared_ptr<detail::Watch> m_watch;
    std::shared_ptr<detail::Post> m_post;
};

} // namespace pilothouse
