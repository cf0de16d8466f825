// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/usuallag.h"

#include <algorithm>

namespace pilothouse::streams
{

namespace
{

constexpr qint64 kMargin = 100; // messages: less above a usual zero is nothing to tell

qint64 usualOf(const std::deque<qint64>& lags)
{
    std::vector<qint64> sorted(lags.begin(), lags.end());
    const auto at = sorted.begin() + qsizetype((sorted.size() - 1) * 95 / 100);
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

} // namespace

void UsualLag::lookAt(History& history, const Place& place, qint64 lag, std::vector<Change>& out)
{
    history.away = 0;
    if (history.lags.size() < kLeast) {
        history.lags.push_back(lag);
        return;
    }
    const qint64 usual = usualOf(history.lags);
    const bool above = lag > std::max(2 * usual, usual + kMargin);
    history.above = above ? history.above + 1 : 0;
    if (above && !history.told && history.above >= kInARow) {
        history.told = true;
        out.push_back({place, lag, usual, true});
    } else if (history.told && lag <= usual + kMargin / 2) {
        history.told = false;
        out.push_back({place, lag, usual, false});
    }
    if (history.above >= int(kMost)) { // so long that this is what is usual now
        history = {};
        history.lags.push_back(lag);
    } else if (!above && !history.told) { // what is unusual does not count
        history.lags.push_back(lag);
        if (history.lags.size() > kMost)
            history.lags.pop_front();
    }
}

std::vector<UsualLag::Change> UsualLag::look(const std::map<Place, qint64>& lags)
{
    for (auto& [place, history] : m_histories)
        ++history.away;
    std::vector<Change> out;
    for (const auto& [place, lag] : lags) {
        auto it = m_histories.find(place);
        if (it == m_histories.end()) {
            if (m_histories.size() >= kMostPlaces)
                continue;
            it = m_histories.emplace(place, History()).first;
        }
        lookAt(it->second, place, lag, out);
    }
    std::erase_if(m_histories, [](const auto& one) { return one.second.away > kMost; });
    return out;
}

} // namespace pilothouse::streams
