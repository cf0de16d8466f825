// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting on calls, streams and tasks in tests: conditions with a limit, never clocks.
#pragma once

#include "core/call.h"
#include "core/stream.h"
#include "core/task.h"

#include <QTest>

#include <optional>

namespace pilothouse::test
{

// Spins the event loop until the call is answered; Internal "await: no answer" after `limit` ms.
template <class T>
Result<T> await(Call<T> call, int limit = 30'000)
{
    QObject context;
    auto answer = std::make_shared<std::optional<Result<T>>>();
    const auto held = std::move(call).onDone(
        &context, [answer](Result<T> r) { answer->emplace(std::move(r)); });
    (void)QTest::qWaitFor([&] { return answer->has_value(); }, limit);
    if (!answer->has_value())
        return fail(Error::Kind::Internal, QString::fromLatin1("await: no answer"));
    return std::move(**answer);
}

template <class T>
struct Collected {
    std::vector<T> values;
    std::optional<VoidResult> end; // empty: it did not end in time
};

template <class T>
Collected<T> collect(Stream<T> stream, int limit = 60'000)
{
    QObject context;
    auto out = std::make_shared<Collected<T>>();
    const auto held = std::move(stream).attach(
        &context,
        [out](
            std::vector<T>&& v) { std::move(v.begin(), v.end(), std::back_inserter(out->values)); },
        [out](VoidResult end) { out->end = std::move(end); });
    (void)QTest::qWaitFor([&] { return out->end.has_value(); }, limit);
    return std::move(*out);
}

// Starts the task and waits for its end.
inline TaskStatus::State finish(Task& task, int limit = 30'000)
{
    task.start();
    (void)QTest::qWaitFor([&] { return task.isFinished(); }, limit);
    return task.status().state;
}

} // namespace pilothouse::test
