// SPDX-License-Identifier: GPL-3.0-or-later
// MetricFile: the database behind MetricHistory. On a lane.
#pragma once

#include "core/history/metrichistory.h"
#include "core/history/spanchunk.h"
#include "core/history/sqlitefile.h"

#include <map>

namespace pilothouse::detail
{

[[nodiscard]] inline qint64 floorTo(qint64 time, qint64 step)
{
    return time - time % step;
}

class MetricFile : public SqliteFile
{
public:
    MetricFile(const QString& file, const MetricHistory::Limits& limits);

    VoidResult append(const std::vector<MetricPoint>& points);
    Result<std::vector<MetricSpan>> read(const QString& service, const QString& metric, qint64 from,
        qint64 to, int most, const Token& token);
    VoidResult tidy(qint64 now, const Token& token);
    // Once an hour, also when the clock was ahead and is put right.
    bool tidiesNow(qint64 now) const
    {
        return now >= m_nextTidy || now < m_nextTidy - 2 * kMinutes.chunk;
    }
    Result<qint64> bytes() const;

private:
    Result<qint64> seriesId(const QString& service, const QString& metric, bool make);
    static void bindAll(sqlite3_stmt* s, std::initializer_list<qint64> values);
    Result<qint64> number(const char* sql, std::initializer_list<qint64> values, qint64 none) const;
    VoidResult change(const char* sql, std::initializer_list<qint64> values) const;
    Result<qint64> marked(int level) const; // everything before it is in chunks of that level
    VoidResult mark(int level, qint64 time) const;
    Result<std::vector<qint64>> everySeries() const;
    VoidResult seal(const ChunkLevel& level, qint64 until, const Token& token) const;
    VoidResult writeChunks(
        const ChunkLevel& level, qint64 series, const std::vector<MetricSpan>& spans) const;
    Result<std::vector<MetricSpan>> minutesOfSamples(qint64 series, qint64 from, qint64 to) const;
    Result<std::vector<MetricSpan>> quartersOfMinutes(qint64 series, qint64 from, qint64 to) const;
    VoidResult readSamples(qint64 series, qint64 from, qint64 to, SpanMerger& into) const;
    VoidResult readChunks(const ChunkLevel& level, qint64 series, qint64 from, qint64 to,
        const std::function<void(const MetricSpan&)>& each) const;
    VoidResult removeOld(qint64 now) const;
    VoidResult shrink(const Token& token) const;

    const MetricHistory::Limits m_limits;
    std::map<std::pair<QString, QString>, qint64> m_series;
    qint64 m_nextTidy = 0;
};

} // namespace pilothouse::detail
