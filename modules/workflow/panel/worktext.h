// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the workflow panels that are not a widget's own: durations, ages, what a state means.
#pragma once

#include "workflow/api/admin.h"
#include "workflow/api/runs.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace pilothouse::workflow
{

// "11 s", "2 m 36 s", "1 h 03 m", "3 d 02 h"; below ten seconds one digit more. Negative: "–".
QString durationText(double seconds);
// "+7 s", "−1 m 02 s", "0 s".
QString differenceText(double seconds);
// Seconds from start to end, or to `now` while it runs; negative: it has not started.
double spanOf(const QDateTime& start, const QDateTime& end, const QDateTime& now);

// The name of a run as people say it: the time it was due ("13:05", with the day where it is not
// today's), else its id.
QString runName(const RunInfo& run, const QTimeZone& zone, const QDateTime& now);
// run_after, which orders the runs (Airflow 2: the logical date), else logical date or start; UTC.
QDateTime whenOf(const RunInfo& run);

// What is usual, from past durations that ended well.
struct Usual {
    double median = -1; // seconds, -1: not known
    double high = -1; // nine of ten were shorter
    int count = 0;
    bool isKnown() const { return count >= 3; }
    bool operator==(const Usual&) const = default;
};
Usual usualOf(std::vector<double> seconds);

class WorkText final
{
    Q_DECLARE_TR_FUNCTIONS(WorkText)

public:
    // What a state word means, for the legend and tooltips; empty for a word we do not know.
    static QString meaning(const StateWord& word);
    // A name within rich text, in the weight the theme has for what is strong.
    static QString strong(const QString& text);
    // "UTC+08:00": where a time is typed or stands without its zone.
    static QString zoneName(const QTimeZone& zone);
    // What does not work in the server and since when, one line for each part; empty: all is well.
    static QString problems(const ServerState& server, const QTimeZone& zone);
    static bool isSchedulerSilent(const ServerState& server);
    // "3 success, 1 failed" in the order of the legend, unknown words last.
    static QString counts(const std::vector<std::pair<StateWord, int>>& states);
};

} // namespace pilothouse::workflow
