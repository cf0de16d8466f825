// SPDX-License-Identifier: GPL-3.0-or-later
// TimeContext: the one time axis of the window: range, live, cursor and zone, with its own history.
#pragma once

#include "core/timerange.h"

#include <QObject>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <vector>

namespace pilothouse::ui
{

class TimeContext final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Live: the range is the last span() and ends now. Not live: it stands still.
    bool isLive() const { return m_live; }
    TimeRange range() const;
    std::chrono::seconds span() const { return m_span; }
    std::optional<QDateTime> cursor() const { return m_cursor; }
    QTimeZone zone() const { return m_zone; }

    void setSpan(std::chrono::seconds span); // goes live
    void setRange(const TimeRange& range); // leaves live; remembered for back()
    void setLive(bool live);
    void setCursor(std::optional<QDateTime> cursor);
    void setZone(const QTimeZone& zone);
    bool canGoBack() const { return !m_back.empty(); }
    void back();
    void forward();

Q_SIGNALS:
    void rangeChanged();
    void remembered(); // back() has one step more
    void liveChanged(bool live);
    void cursorChanged();
    void zoneChanged();

private:
    struct State {
        bool live;
        std::chrono::seconds span;
        TimeRange range;
    };
    State current() const;
    void apply(const State& state);
    void remember();

    bool m_live = true;
    std::chrono::seconds m_span{3600};
    TimeRange m_fixed;
    std::optional<QDateTime> m_cursor;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<State> m_back;
    std::vector<State> m_forward;
};

} // namespace pilothouse::ui
