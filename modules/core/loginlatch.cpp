// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlatch.h"

namespace pilothouse
{

namespace
{
// A server that refuses does so at once; for one that hangs nobody waits longer than this.
constexpr milliseconds kOthersTurn{2000};
constexpr milliseconds kLookUp{20};
} // namespace

VoidResult LoginLatch::enter(
    const Token& token, bool again, const std::function<VoidResult()>& logIn) const
{
    std::unique_lock turn(m_turn, std::defer_lock);
    const auto proven = [this] {
        const std::lock_guard lock(m_mutex);
        return m_proven;
    };
    const auto until = Clock::now() + kOthersTurn;
    while (!proven() && Clock::now() < until && !turn.try_lock_for(kLookUp))
        if (token.stopped())
            return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
    if (!again) {
        const std::lock_guard lock(m_mutex);
        if (m_refusal)
            return tl::unexpected(*m_refusal);
    }
    auto done = logIn();
    const std::lock_guard lock(m_mutex);
    if (done) {
        m_refusal.reset();
        m_proven = true;
    } else if (done.error().kind == Error::Kind::Auth) {
        m_refusal = done.error();
        m_proven = false;
    }
    return done;
}

} // namespace pilothouse
