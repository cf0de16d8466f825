// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/metricfile.h"

#include <algorithm>
#include <limits>

namespace pilothouse::detail
{

namespace
{

constexpr qint64 kNever = std::numeric_limits<qint64>::max();

constexpr auto kSchema
    = "CREATE TABLE IF NOT EXISTS series(id INTEGER PRIMARY KEY, service TEXT NOT NULL,"
      " metric TEXT NOT NULL, UNIQUE(service, metric));"
      "CREATE TABLE IF NOT EXISTS sample(series INTEGER NOT NULL, time INTEGER NOT NULL,"
      " value REAL NOT NULL, PRIMARY KEY(series, time)) WITHOUT ROWID;"
      "CREATE TABLE IF NOT EXISTS chunk(id INTEGER PRIMARY KEY, series INTEGER NOT NULL,"
      " level INTEGER NOT NULL, time INTEGER NOT NULL, spans BLOB NOT NULL,"
      " UNIQUE(series, level, time));"
      "CREATE TABLE IF NOT EXISTS mark(level INTEGER PRIMARY KEY, time INTEGER NOT NULL);"
      "PRAGMA user_version=1;";

} // namespace

void MetricFile::bindAll(sqlite3_stmt* s, std::initializer_list<qint64> values)
{
    int i = 0;
    for (const qint64 value : values)
        sqlite3_bind_int64(s, ++i, value);
}

MetricFile::MetricFile(const QString& file, const MetricHistory::Limits& limits)
    : SqliteFile(file, kSchema, PH_TEXT("core", "The history of metrics cannot be written."))
    , m_limits(limits)
{
}

Result<qint64> MetricFile::number(
    const char* sql, std::initializer_list<qint64> values, qint64 none) const
{
    const auto s = prepare(sql);
    if (!s)
        return problem();
    bindAll(s.get(), values);
    const int step = sqlite3_step(s.get());
    if (step != SQLITE_ROW && step != SQLITE_DONE)
        return problem();
    if (step == SQLITE_DONE || sqlite3_column_type(s.get(), 0) == SQLITE_NULL)
        return none;
    return sqlite3_column_int64(s.get(), 0);
}

VoidResult MetricFile::change(const char* sql, std::initializer_list<qint64> values) const
{
    const auto s = prepare(sql);
    if (!s)
        return problem();
    bindAll(s.get(), values);
    if (const int step = sqlite3_step(s.get()); step != SQLITE_DONE && step != SQLITE_ROW)
        return problem();
    return {};
}

Result<qint64> MetricFile::marked(int level) const
{
    return number("SELECT time FROM mark WHERE level=?", {level}, 0);
}

Result<qint64> MetricFile::seriesId(const QString& service, const QString& metric, bool make)
{
    const auto key = std::pair(service, metric);
    if (const auto known = m_series.find(key); known != m_series.end())
        return known->second;
    if (make) {
        const auto add = prepare("INSERT OR IGNORE INTO series(service, metric) VALUES(?,?)");
        if (!add)
            return problem();
        bind(add.get(), 1, service);
        bind(add.get(), 2, metric);
        if (sqlite3_step(add.get()) != SQLITE_DONE)
            return problem();
    }
    const auto find = prepare("SELECT id FROM series WHERE service=? AND metric=?");
    if (!find)
        return problem();
    bind(find.get(), 1, service);
    bind(find.get(), 2, metric);
    const int step = sqlite3_step(find.get());
    if (step == SQLITE_DONE)
        return 0;
    if (step != SQLITE_ROW)
        return problem();
    return sqlite3_column_int64(find.get(), 0);
}

Result<std::vector<qint64>> MetricFile::everySeries() const
{
    const auto s = prepare("SELECT id FROM series");
    if (!s)
        return problem();
    std::vector<qint64> all;
    int step = SQLITE_DONE;
    while ((step = sqlite3_step(s.get())) == SQLITE_ROW)
        all.push_back(sqlite3_column_int64(s.get(), 0));
    if (step != SQLITE_DONE)
        return problem();
    return all;
}

VoidResult MetricFile::append(const std::vector<MetricPoint>& points)
{
    SqliteTransaction transaction(*this);
    if (!transaction.begun())
        return transaction.begun();
    const auto s = prepare("INSERT OR IGNORE INTO sample(series, time, value) VALUES(?,?,?)");
    if (!s)
        return problem();
    std::map<std::pair<QString, QString>, qint64> ids;
    for (const MetricPoint& point : points) {
        const auto id = seriesId(point.service, point.metric, true);
        if (!id)
            return tl::unexpected(id.error());
        ids[{point.service, point.metric}] = *id;
        sqlite3_bind_int64(s.get(), 1, *id);
        sqlite3_bind_int64(s.get(), 2, point.time);
        sqlite3_bind_double(s.get(), 3, point.value);
        const int step = sqlite3_step(s.get());
        sqlite3_reset(s.get());
        if (step != SQLITE_DONE)
            return problem();
    }
    if (auto done = transaction.commit(); !done)
        return done;
    m_series.merge(ids); // not before: an id of what is undone would be wrong
    return {};
}

Result<std::vector<MetricSpan>> MetricFile::read(const QString& service, const QString& metric,
    qint64 from, qint64 to, int most, const Token& token)
{
    const auto id = seriesId(service, metric, false);
    if (!id)
        return tl::unexpected(id.error());
    if (*id == 0 || from >= to)
        return std::vector<MetricSpan>();
    const qint64 width = (to - from) / std::max(most, 1);
    const auto firstSample = number("SELECT min(time) FROM sample WHERE series=?", {*id}, kNever);
    const auto firstMinute = number(
        "SELECT min(time) FROM chunk WHERE series=? AND level=?", {*id, kMinutes.id}, kNever);
    const auto minutes = marked(kMinutes.id);
    const auto quarters = marked(kQuarters.id);
    for (const auto* one : {&firstSample, &firstMinute, &minutes, &quarters})
        if (!*one)
            return tl::unexpected(one->error());
    // From here on samples, before it minutes, before them quarters. Whole hours of samples and
    // whole days of minutes are removed.
    qint64 samplesFrom = *minutes;
    if (width < kMinutes.slot && *firstSample != kNever)
        samplesFrom = std::min(samplesFrom, floorTo(*firstSample, kMinutes.chunk));
    qint64 minutesFrom = *quarters;
    if (width < kQuarters.slot && *firstMinute != kNever)
        minutesFrom = std::min(minutesFrom, floorTo(*firstMinute, kQuarters.chunk));
    minutesFrom = std::min(minutesFrom, samplesFrom);

    SpanMerger merger(from, width);
    const auto into = [&merger](const MetricSpan& span) {
        merger.add(span);
    };
    if (auto done = readChunks(kQuarters, *id, from, std::min(to, minutesFrom), into); !done)
        return tl::unexpected(done.error());
    if (token.stopped())
        return fail(Error::Kind::Cancelled, {});
    if (auto done
        = readChunks(kMinutes, *id, std::max(from, minutesFrom), std::min(to, samplesFrom), into);
        !done)
        return tl::unexpected(done.error());
    if (auto done = readSamples(*id, std::max(from, samplesFrom), to, merger); !done)
        return tl::unexpected(done.error());
    return merger.take();
}

VoidResult MetricFile::readSamples(qint64 series, qint64 from, qint64 to, SpanMerger& into) const
{
    if (from >= to)
        return {};
    const auto s = prepare("SELECT time, value FROM sample WHERE series=? AND time>=? AND time<?"
                           " ORDER BY time");
    if (!s)
        return problem();
    bindAll(s.get(), {series, from, to});
    int step = SQLITE_DONE;
    while ((step = sqlite3_step(s.get())) == SQLITE_ROW) {
        const double value = sqlite3_column_double(s.get(), 1);
        into.add({sqlite3_column_int64(s.get(), 0), 0, value, value, value});
    }
    if (step != SQLITE_DONE)
        return problem();
    return {};
}

VoidResult MetricFile::readChunks(const ChunkLevel& level, qint64 series, qint64 from, qint64 to,
    const std::function<void(const MetricSpan&)>& each) const
{
    if (from >= to)
        return {};
    const auto s = prepare("SELECT time, spans FROM chunk WHERE series=? AND level=? AND time>=?"
                           " AND time<? ORDER BY time");
    if (!s)
        return problem();
    bindAll(s.get(), {series, level.id, floorTo(from, level.chunk), to});
    int step = SQLITE_DONE;
    while ((step = sqlite3_step(s.get())) == SQLITE_ROW) {
        const auto bytes
            = QByteArray::fromRawData(static_cast<const char*>(sqlite3_column_blob(s.get(), 1)),
                sqlite3_column_bytes(s.get(), 1));
        unpackSpans(level, sqlite3_column_int64(s.get(), 0), bytes, [&](const MetricSpan& span) {
            if (span.time + span.span > from && span.time < to)
                each(span);
        });
    }
    if (step != SQLITE_DONE)
        return problem();
    return {};
}

Result<qint64> MetricFile::bytes() const
{
    const auto pages = number("PRAGMA page_count", {}, 0);
    const auto size = number("PRAGMA page_size", {}, 0);
    if (!pages || !size)
        return tl::unexpected((pages ? size : pages).error());
    return *pages * *size;
}

} // namespace pilothouse::detail
