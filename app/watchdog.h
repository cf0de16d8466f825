// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long the event loop was busy without a look at its queue: every stall of the window.
#pragma once

#include <QApplication>
#include <QtGlobal>

#include <array>
#include <chrono>

namespace pilothouse::app
{

// A histogram of busy spells. A spell is a row of events delivered with less than 0.1 ms between
// them, so that many small events count as the one stall the user feels. Costs nothing while idle.
class Watchdog final
{
public:
    using Duration = std::chrono::nanoseconds;
    // What a spell is counted by: the clock, as the user feels it, or the processor time of the
    // window's thread, for a measurement on a machine that has other work.
    enum class Count { Time, Work };

    explicit Watchdog(Count count = Count::Time);

    void enter(); // an outermost event begins
    void leave(); // and ends
    // The event in hand spins a loop of its own (a drag): its time is no stall, that of the events
    // inside is. Called before and after each of those.
    void suspend();
    void resume();

    double maxMs() const; // since the start
    double quantileMs(double q) const; // 0.999 for p99.9; exact to 5 %
    quint64 spells() const;

    // A window of its own for the tour: the longest spell since restartWindow().
    void restartWindow();
    double windowMaxMs() const;

private:
    static constexpr int kBuckets = 400; // from 10 µs, each 5 % wider

    using Clock = std::chrono::steady_clock;
    void close();
    Duration spent() const; // by what is counted
    Duration pending() const; // the spell that no later event has closed yet
    static int bucketOf(Duration spell);

    Count m_by;
    Clock::time_point m_end{}; // of the last event
    Duration m_begin{0}; // of the spell, by what is counted
    Duration m_until{0};
    bool m_open = false;
    bool m_nested = false;
    std::array<quint32, kBuckets> m_histogram{};
    quint64 m_count = 0;
    Duration m_max{0};
    Duration m_windowMax{0};
};

// The application object that feeds the watchdog: every event passes through notify().
class WatchedApplication final : public QApplication
{
    Q_OBJECT

public:
    WatchedApplication(int& argc, char** argv, Watchdog& watchdog);

    bool notify(QObject* receiver, QEvent* event) override;

private:
    Watchdog& m_watchdog;
    int m_depth = 0;
    int m_loopLevel = 0;
};

} // namespace pilothouse::app
