// SPDX-License-Identifier: GPL-3.0-or-later
// Range, live and the way back.
#include "ui/timecontext.h"

namespace pilothouse::ui
{

TimeRange TimeContext::range() const
{
    if (!m_live)
        return m_fixed;
    const auto now = QDateTime::currentDateTimeUtc();
    return {now.addSecs(-m_span.count()), now};
}

void TimeContext::setSpan(std::chrono::seconds span)
{
    remember();
    apply({true, span, {}});
}

void TimeContext::setRange(const TimeRange& range)
{
    if (!range.isValid())
        return;
    remember();
    apply({false, std::chrono::seconds(range.from.secsTo(range.to)), range});
}

void TimeContext::setLive(bool live)
{
    if (live != m_live)
        apply({live, m_span, range()});
}

void TimeContext::setCursor(std::optional<QDateTime> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = std::move(cursor);
    Q_EMIT cursorChanged();
}

void TimeContext::setZone(const QTimeZone& zone)
{
    if (!zone.isValid() || zone == m_zone)
        return;
    m_zone = zone;
    Q_EMIT zoneChanged();
}

void TimeContext::back()
{
    if (m_back.empty())
        return;
    m_forward.push_back(current());
    const auto state = m_back.back();
    m_back.pop_back();
    apply(state);
}

void TimeContext::forward()
{
    if (m_forward.empty())
        return;
    m_back.push_back(current());
    const auto state = m_forward.back();
    m_forward.pop_back();
    apply(state);
}

TimeContext::State TimeContext::current() const
{
    return {m_live, m_span, m_live ? TimeRange() : m_fixed};
}

void TimeContext::apply(const State& state)
{
    const bool liveBefore = m_live;
    m_live = state.live;
    m_span = state.span;
    m_fixed = state.range;
    if (liveBefore != m_live)
        Q_EMIT liveChanged(m_live);
    Q_EMIT rangeChanged();
}

void TimeContext::remember()
{
    constexpr size_t kSteps = 100;
    m_back.push_back(current());
    if (m_back.size() > kSteps)
        m_back.erase(m_back.begin());
    m_forward.clear();
    Q_EMIT remembered();
}

} // namespace pilothouse::ui
