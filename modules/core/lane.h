// SPDX-License-Identifier: GPL-3.0-or-later
// Lane<Conn>: one thread with one connection, on which client libraries may block. Owned and used
// on the GUI thread; destroying it stops its jobs and never waits for them.
#pragma once

#include "core/call.h"
#include "core/lanecore.h"
#include "core/stream.h"
#include "core/task.h"

#include <exception>
#include <type_traits>

namespace pilothouse
{

// For lanes that compute and hold no connection.
struct NoConnection {
};

namespace detail
{

// Runs a job body and turns whatever escapes into an Error: no exception leaves a lane.
template <class R, class F>
R guarded(F&& f)
{
    try {
        return f();
    } catch (const std::exception& e) {
        return fail(Error::Kind::Internal, QString::fromUtf8(e.what()));
    } catch (...) {
        return fail(Error::Kind::Internal, QString::fromLatin1("unknown exception"));
    }
}

} // namespace detail

template <class Conn = NoConnection>
class Lane final
{
public:
    // `make` runs on the lane's thread at its first job; each spare thread makes its own.
    Lane(
        Runtime& runtime, const QString& name,
        std::function<std::shared_ptr<Conn>()> make = [] { return std::make_shared<Conn>(); })
        : m_core(std::make_shared<detail::LaneCore>(runtime.post(), runtime.watch(), name,
            [make = std::move(make)]() -> std::shared_ptr<void> { return make(); }))
    {
    }
    ~Lane() { m_core->retire(); }
    Q_DISABLE_COPY_MOVE(Lane)

    // f: Result<T>(Conn&, const Token&). `limit` counts from now, waiting in the queue included.
    template <class F>
    auto run(milliseconds limit, F f)
    {
        using R = std::invoke_result_t<F, Conn&, const Token&>;
        using T = typename R::value_type;
        auto call = std::make_shared<detail::CallState<T>>();
        auto job = std::make_shared<detail::JobState>();
        job->deadline = (Clock::now() + limit).time_since_epoch().count();
        job->giveUp = [call, post = m_core->post()](bool timeout) {
            post->run([call, timeout] {
                call->deliver(fail(timeout ? Error::Kind::Timeout : Error::Kind::Cancelled, {}));
            });
        };
        m_core->enqueue(
            {job, [f = std::move(f), call, job, post = m_core->post()](void* c) mutable {
                 R result
                     = detail::guarded<R>([&] { return f(*static_cast<Conn*>(c), Token(job)); });
                 if (job->stop)
                     return;
                 call->answer = std::move(result);
                 post->run([call] { call->deliver(std::move(*call->answer)); });
             }});
        return Call<T>(std::move(call), std::move(job), m_core->watch(), m_core->post());
    }

    // f: VoidResult(Conn&, const Token&, Sink<T>&). `silence`: longest time without a sign of life
    // from the peer (token.alive()); a push that waits for the GUI does not count as silence.
    template <class T, class F>
    Stream<T> stream(milliseconds silence, F f, StreamOptions options = {})
    {
        auto state = std::make_shared<detail::StreamState<T>>(m_core->post(), options, silence);
        auto job = state->job();
        job->deadline = (Clock::now() + silence).time_since_epoch().count();
        job->giveUp = [weak = std::weak_ptr(state)](bool timeout) {
            if (const auto s = weak.lock())
                s->end(fail(timeout ? Error::Kind::Timeout : Error::Kind::Cancelled, {}));
        };
        m_core->enqueue({job, [f = std::move(f), state](void* c) mutable {
                             Token token(state->job());
                             Sink<T> sink(state, token);
                             state->end(detail::guarded<VoidResult>(
                                 [&] { return f(*static_cast<Conn*>(c), token, sink); }));
                         }});
        return Stream<T>(std::move(state), m_core->watch());
    }

    // f: Result<Text>(Conn&, const Token&, TaskProgress&). The task is not started yet.
    template <class F>
    std::unique_ptr<Task> task(TaskInfo info, milliseconds silence, F f)
    {
        return makeLaneTask(std::move(info), m_core, silence,
            [f = std::move(f)](void* c, const Token& token, TaskProgress& progress) mutable {
                return detail::guarded<Result<Text>>(
                    [&] { return f(*static_cast<Conn*>(c), token, progress); });
            });
    }

    // Threads that sit in a job nobody waits for any more; shown in the connection's pill.
    int wedged() const { return m_core->wedged(); }
    int threads() const { return m_core->threads(); }

private:
    std::shared_ptr<detail::LaneCore> m_core;
};

} // namespace pilothouse
