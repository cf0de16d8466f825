// SPDX-License-Identifier: GPL-3.0-or-later
// MetricHistory: what was measured, in one SQLite file, bounded in time and size. Samples as they
// came for 25 hours, then the least, most and mean of each minute for 31 days, then of each quarter
// of an hour for 400. Where nothing was recorded there is nothing: never a zero, never a line.
#pragma once

#include "core/lane.h"
#include "core/timerange.h"

#include <QStringList>

#include <map>
#include <vector>

namespace pilothouse
{

struct MetricPoint {
    QString service, metric;
    qint64 time = 0; // ms since epoch, UTC
    double value = 0; // of a counter: its rate per second
};

// What was measured in [time, time + span).
struct MetricSpan {
    qint64 time = 0; // ms since epoch, UTC
    qint64 span = 0; // ms; 0: one sample
    double least = 0;
    double most = 0;
    double mean = 0;
    bool operator==(const MetricSpan&) const = default;
};

// GUI thread; the file is only touched on its lane. One program at a time writes.
class MetricHistory final
{
public:
    struct Limits {
        qint64 samplesMs = 25LL * 3'600'000;
        qint64 minutesMs = 31LL * 86'400'000;
        qint64 quartersMs = 400LL * 86'400'000;
        qint64 bytes = 512LL << 20; // beyond: the oldest hours and days go first
    };

    MetricHistory(Runtime& runtime, const QString& file)
        : MetricHistory(runtime, file, Limits())
    {
    }
    MetricHistory(Runtime& runtime, const QString& file, const Limits& limits);
    Q_DISABLE_COPY_MOVE(MetricHistory)

    // In one transaction. A sample that is there already (same metric, same time) stays.
    [[nodiscard]] Call<bool> append(std::vector<MetricPoint> points);
    // In order of time, at most about `most` of them: neighbours are put together, their least and
    // most are kept. The finest record there is of each part of the range.
    [[nodiscard]] Call<std::vector<MetricSpan>> read(
        const QString& service, const QString& metric, const TimeRange& range, int most);
    // As it came, of several metrics of one service; those without a sample are left out.
    [[nodiscard]] Call<std::map<QString, std::vector<MetricSpan>>> readAll(
        const QString& service, const QStringList& metrics, const TimeRange& range);
    // Puts together what is over and removes what is too old, as of `now`; append() does so once an
    // hour of what is appended.
    [[nodiscard]] Call<bool> tidy(const QDateTime& now);
    [[nodiscard]] Call<qint64> bytes(); // on disk

private:
    struct Database;
    Lane<Database> m_lane;
};

} // namespace pilothouse
