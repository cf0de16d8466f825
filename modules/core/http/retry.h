// SPDX-License-Identifier: GPL-3.0-or-later
// When to try a request again: exponential backoff with jitter, Retry-After, never past the
// deadline. Pure: time and chance are given.
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace pilothouse
{

struct RetryPolicy {
    int attempts = 3; // in all; 1: never again
    std::chrono::milliseconds first{200};
    std::chrono::milliseconds longest{5000};
    bool operator==(const RetryPolicy&) const = default;
};

// The pause after attempt `attempt` (1, 2 …): between half and all of first * 2^(attempt-1), at
// most `longest`. `chance` is 0 … 1. (Half of it is chance so that clients that failed together do
// not come back together.)
std::chrono::milliseconds backoff(const RetryPolicy& policy, int attempt, double chance);

// The header's two forms, RFC 9110 10.2.3: seconds or a date. Empty when it is neither; zero for
// the past.
std::optional<std::chrono::milliseconds> parseRetryAfter(
    const QByteArray& header, const QDateTime& now);

// How long to wait before the next attempt; empty: give up, because the attempts are used up or the
// time left would not allow another one.
std::optional<std::chrono::milliseconds> nextPause(const RetryPolicy& policy, int attempt,
    double chance, std::optional<std::chrono::milliseconds> retryAfter,
    std::chrono::milliseconds left);

} // namespace pilothouse
