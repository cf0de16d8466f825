// SPDX-License-Identifier: GPL-3.0-or-later
// UsualLag: what lag each group usually has on a topic, by its own recent looks, and when it passes
// that. Bounded: so many looks of so many groups, the oldest go. Pure; one thread.
#pragma once

#include <QString>

#include <deque>
#include <map>
#include <vector>

namespace pilothouse::streams
{

class UsualLag final
{
public:
    // Group and topic.
    using Place = std::pair<QString, QString>;

    static constexpr size_t kLeast = 12; // looks before anything is usual
    static constexpr size_t kMost = 180; // looks remembered
    static constexpr int kInARow = 3; // looks above before it is told: a burst is none
    static constexpr size_t kMostPlaces = 2000;

    struct Change {
        Place place;
        qint64 lag = 0;
        qint64 usual = 0; // nineteen of twenty looks had no more
        bool above = false; // false: it came back
        bool operator==(const Change&) const = default;
    };
    // One look; a lag that could not be told is left out.
    std::vector<Change> look(const std::map<Place, qint64>& lags);

private:
    struct History {
        std::deque<qint64> lags;
        int above = 0; // looks in a row
        bool told = false;
        size_t away = 0; // looks since it was there last
    };
    static void lookAt(History& history, const Place& place, qint64 lag, std::vector<Change>& out);

    std::map<Place, History> m_histories;
};

} // namespace pilothouse::streams
