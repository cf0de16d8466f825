// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watchdog.h"

#include <QThread>

#include <algorithm>
#include <cmath>

#include <time.h> // clock_gettime is POSIX, not ctime

namespace pilothouse::app
{

namespace
{

constexpr auto kGap = std::chrono::microseconds(100);
constexpr double kFirstNs = 10'000;
constexpr double kStep = 1.05;

double toMs(std::chrono::nanoseconds d)
{
    return static_cast<double>(d.count()) / 1e6;
}

} // namespace

Watchdog::Watchdog(Count count)
    : m_by(count)
{
}

Watchdog::Duration Watchdog::spent() const
{
    if (m_by == Count::Time)
        return Clock::now().time_since_epoch();
    timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return std::chrono::seconds(t.tv_sec) + Duration(t.tv_nsec);
}

void Watchdog::enter()
{
    const auto now = Clock::now();
    if (m_open && now - m_end > kGap)
        close();
    if (!m_open) {
        m_open = true;
        m_begin = spent();
    }
    m_nested = false;
}

void Watchdog::leave()
{
    if (m_nested) { // its loop's own events were counted as they came
        if (m_open)
            close();
        m_nested = false;
        return;
    }
    m_end = Clock::now();
    m_until = spent();
}

void Watchdog::suspend()
{
    if (!m_nested)
        m_open = false;
}

void Watchdog::resume()
{
    m_nested = true;
}

void Watchdog::close()
{
    m_open = false;
    const Duration spell = m_until - m_begin;
    if (spell.count() <= 0)
        return;
    ++m_histogram[static_cast<size_t>(bucketOf(spell))];
    ++m_count;
    m_max = std::max(m_max, spell);
    m_windowMax = std::max(m_windowMax, spell);
}

Watchdog::Duration Watchdog::pending() const
{
    return m_open && m_until > m_begin ? m_until - m_begin : Duration{0};
}

int Watchdog::bucketOf(Duration spell)
{
    const double ratio = static_cast<double>(spell.count()) / kFirstNs;
    const int index = ratio <= 1 ? 0 : static_cast<int>(std::log(ratio) / std::log(kStep)) + 1;
    return std::min(index, kBuckets - 1);
}

double Watchdog::maxMs() const
{
    return toMs(std::max(m_max, pending()));
}

double Watchdog::quantileMs(double q) const
{
    if (m_count == 0)
        return 0;
    const auto wanted = static_cast<quint64>(std::ceil(q * static_cast<double>(m_count)));
    quint64 seen = 0;
    for (int i = 0; i < kBuckets; ++i) {
        seen += m_histogram[static_cast<size_t>(i)];
        if (seen >= wanted)
            return std::min(kFirstNs * std::pow(kStep, i) / 1e6, maxMs());
    }
    return maxMs();
}

quint64 Watchdog::spells() const
{
    return m_count;
}

void Watchdog::restartWindow()
{
    if (m_open)
        close();
    m_windowMax = Duration{0};
}

double Watchdog::windowMaxMs() const
{
    return toMs(std::max(m_windowMax, pending()));
}

WatchedApplication::WatchedApplication(int& argc, char** argv, Watchdog& watchdog)
    : QApplication(argc, argv)
    , m_watchdog(watchdog)
{
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int level = thread()->loopLevel();
    if (m_depth > 0 && level == m_loopLevel)
        return QApplication::notify(receiver, event); // an event sent by an event
    const int outerLevel = m_loopLevel;
    if (m_depth > 0)
        m_watchdog.suspend();
    const int outerDepth = m_depth;
    m_depth = 1;
    m_loopLevel = level;
    m_watchdog.enter();
    const bool handled = QApplication::notify(receiver, event);
    m_watchdog.leave();
    if (outerDepth > 0)
        m_watchdog.resume();
    m_depth = outerDepth;
    m_loopLevel = outerLevel;
    return handled;
}

} // namespace pilothouse::app
