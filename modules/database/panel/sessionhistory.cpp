// SPDX-License-Identifier: GPL-3.0-or-later
// The server's own start times stretch the first span back, where it tells them.
#include "database/panel/sessionhistory.h"

#include <algorithm>
#include <optional>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<SessionSpan> spanOf(const ActivitySnapshot& snapshot, const SessionInfo& s)
{
    SessionSpan span;
    span.to = snapshot.serverTime;
    span.from = snapshot.serverTime;
    if (!s.blockedBy.empty()) {
        span.kind = SessionSpan::Kind::Waiting;
        const auto lock = std::find_if(snapshot.locks.begin(), snapshot.locks.end(),
            [&](const LockInfo& l) { return l.pid == s.pid && !l.granted; });
        QString relation;
        if (lock != snapshot.locks.end()) {
            relation = lock->relation;
            if (lock->waitStart.isValid())
                span.from = lock->waitStart;
        }
        const QString holder = QString::number(s.blockedBy.front());
        span.text = relation.isEmpty() ? holder : relation % u", "_s % holder;
        return span;
    }
    if (s.state.startsWith("idle in transaction"_L1)) {
        span.kind = SessionSpan::Kind::IdleInTransaction;
        if (s.stateChange.isValid())
            span.from = s.stateChange;
        return span;
    }
    if (s.state != "active"_L1 && s.state != "fastpath function call"_L1)
        return {};
    if (s.queryStart.isValid())
        span.from = s.queryStart;
    span.text = s.query.left(80).simplified();
    return span;
}

} // namespace

void SessionHistory::add(const ActivitySnapshot& snapshot)
{
    const QDateTime now = snapshot.serverTime;
    if (!now.isValid())
        return;
    if (!m_since.isValid())
        m_since = now;
    const bool gap = m_last.isValid() && m_last.secsTo(now) > kGapSeconds;
    for (const SessionInfo& s : snapshot.sessions) {
        auto span = spanOf(snapshot, s);
        if (!span)
            continue;
        auto& spans = m_spans[s.pid];
        const bool goesOn = !spans.empty() && !gap && spans.back().kind == span->kind
            && spans.back().text == span->text && spans.back().to >= m_last;
        if (goesOn) {
            spans.back().to = now;
            continue;
        }
        if (!spans.empty())
            span->from = std::max(span->from, spans.back().to);
        span->from = std::max(span->from, now.addSecs(-kKeepSeconds));
        spans.push_back(std::move(*span));
    }
    m_last = now;
    const QDateTime oldest = now.addSecs(-kKeepSeconds);
    m_spans.removeIf([&oldest](const QHash<int, std::deque<SessionSpan>>::iterator& it) {
        while (!it->empty() && it->front().to < oldest)
            it->pop_front();
        return it->empty();
    });
}

const std::deque<SessionSpan>& SessionHistory::of(int pid) const
{
    static const std::deque<SessionSpan> kNone;
    const auto it = m_spans.constFind(pid);
    return it == m_spans.constEnd() ? kNone : *it;
}

void SessionHistory::clear()
{
    m_spans.clear();
    m_since = m_last = {};
}

} // namespace pilothouse::database
