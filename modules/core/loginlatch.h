// SPDX-License-Identifier: GPL-3.0-or-later
// LoginLatch: the lanes of one service share it. After a refused login none of them tries again by
// itself: a few more wrong passwords, and the server locks the account.
#pragma once

#include "core/error.h"
#include "core/token.h"

#include <functional>
#include <mutex>
#include <optional>

namespace pilothouse
{

// Lane threads.
class LoginLatch final
{
public:
    LoginLatch() = default;
    LoginLatch(const LoginLatch&) = delete;
    LoginLatch& operator=(const LoginLatch&) = delete;

    // Runs `logIn`, or repeats the last refusal. `again`: somebody asked for this try. Before the
    // first login has succeeded lanes wait for each other, so that only one of them is refused.
    VoidResult enter(
        const Token& token, bool again, const std::function<VoidResult()>& logIn) const;

private:
    mutable std::timed_mutex m_turn;
    mutable std::mutex m_mutex; // guards what is below
    mutable std::optional<Error> m_refusal;
    mutable bool m_proven = false; // a login has succeeded, and none was refused since
};

} // namespace pilothouse
