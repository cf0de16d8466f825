// SPDX-License-Identifier: GPL-3.0-or-later
// What is over is put together, what is too old or too much is removed.
#include "core/history/metricfile.h"

namespace pilothouse::detail
{

namespace
{

constexpr qint64 kHour = kMinutes.chunk;
constexpr qint64 kDay = kQuarters.chunk;
constexpr qint64 kLate = 5 * 60'000; // samples may still be on their way
// Marks beside those of the levels: when it was last tidied, and when that was after a jump.
constexpr int kTidied = 0;
constexpr int kJumped = -1;

} // namespace

VoidResult MetricFile::mark(int level, qint64 time) const
{
    return change("INSERT OR REPLACE INTO mark(level, time) VALUES(?,?)", {level, time});
}

VoidResult MetricFile::tidy(qint64 now, const Token& token)
{
    m_nextTidy = now + kHour;
    const auto before = marked(kTidied);
    const auto jumped = marked(kJumped);
    if (!before || !jumped)
        return tl::unexpected((before ? jumped : before).error());
    if (auto done = seal(kMinutes, floorTo(now - kLate, kHour), token); !done)
        return done;
    const auto minutes = marked(kMinutes.id);
    if (!minutes)
        return tl::unexpected(minutes.error());
    if (auto done = seal(kQuarters, floorTo(*minutes, kDay), token); !done)
        return done;
    if (auto done = mark(kTidied, now); !done)
        return done;
    // A clock that jumps ahead by years must not cost the record: an hour later it has been put
    // right, or it is right.
    const bool jumps = *before != 0 && now - *before > kDay;
    if (jumps)
        if (auto done = mark(kJumped, now); !done)
            return done;
    if (jumps || (now >= *jumped && now < *jumped + kHour))
        return shrink(token);
    if (auto done = removeOld(now); !done)
        return done;
    return shrink(token);
}

VoidResult MetricFile::seal(const ChunkLevel& level, qint64 until, const Token& token) const
{
    const auto from = marked(level.id);
    if (!from)
        return tl::unexpected(from.error());
    if (*from > until + level.chunk) // the clock was ahead
        return mark(level.id, until);
    if (*from >= until)
        return {};
    const auto all = everySeries();
    if (!all)
        return tl::unexpected(all.error());
    SqliteTransaction transaction(*this);
    if (!transaction.begun())
        return transaction.begun();
    for (const qint64 series : *all) {
        if (token.stopped())
            return fail(Error::Kind::Cancelled, {});
        const auto spans = level.id == kMinutes.id ? minutesOfSamples(series, *from, until)
                                                   : quartersOfMinutes(series, *from, until);
        if (!spans)
            return tl::unexpected(spans.error());
        if (auto done = writeChunks(level, series, *spans); !done)
            return done;
    }
    if (auto done = mark(level.id, until); !done)
        return done;
    return transaction.commit();
}

Result<std::vector<MetricSpan>> MetricFile::minutesOfSamples(
    qint64 series, qint64 from, qint64 to) const
{
    const auto s = prepare("SELECT time/60000*60000 AS minute, min(value), max(value), avg(value)"
                           " FROM sample WHERE series=? AND time>=? AND time<?"
                           " GROUP BY minute ORDER BY minute");
    if (!s)
        return problem();
    bindAll(s.get(), {series, from, to});
    std::vector<MetricSpan> spans;
    int step = SQLITE_DONE;
    while ((step = sqlite3_step(s.get())) == SQLITE_ROW)
        spans.push_back(
            {sqlite3_column_int64(s.get(), 0), kMinutes.slot, sqlite3_column_double(s.get(), 1),
                sqlite3_column_double(s.get(), 2), sqlite3_column_double(s.get(), 3)});
    if (step != SQLITE_DONE)
        return problem();
    return spans;
}

Result<std::vector<MetricSpan>> MetricFile::quartersOfMinutes(
    qint64 series, qint64 from, qint64 to) const
{
    SpanMerger merger(0, kQuarters.slot);
    auto done = readChunks(
        kMinutes, series, from, to, [&merger](const MetricSpan& span) { merger.add(span); });
    if (!done)
        return tl::unexpected(done.error());
    return merger.take();
}

VoidResult MetricFile::writeChunks(
    const ChunkLevel& level, qint64 series, const std::vector<MetricSpan>& spans) const
{
    const auto s
        = prepare("INSERT OR REPLACE INTO chunk(series, level, time, spans) VALUES(?,?,?,?)");
    if (!s)
        return problem();
    for (auto begin = spans.begin(); begin != spans.end();) {
        const qint64 start = floorTo(begin->time, level.chunk);
        auto end = begin;
        while (end != spans.end() && end->time < start + level.chunk)
            ++end;
        const QByteArray bytes = packSpans(level, start, std::vector<MetricSpan>(begin, end));
        bindAll(s.get(), {series, level.id, start});
        sqlite3_bind_blob64(s.get(), 4, bytes.constData(), quint64(bytes.size()), SQLITE_STATIC);
        const int step = sqlite3_step(s.get());
        sqlite3_reset(s.get());
        if (step != SQLITE_DONE)
            return problem();
        begin = end;
    }
    return {};
}

// Whole hours and days: what remains begins where the coarser record ends.
VoidResult MetricFile::removeOld(qint64 now) const
{
    const auto sealed = marked(kMinutes.id);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto all = everySeries();
    if (!all)
        return tl::unexpected(all.error());
    SqliteTransaction transaction(*this);
    if (!transaction.begun())
        return transaction.begun();
    const qint64 samples = std::min(*sealed, floorTo(now - m_limits.samplesMs, kHour));
    const qint64 minutes = floorTo(now - m_limits.minutesMs, kDay);
    const qint64 quarters = floorTo(now - m_limits.quartersMs, kDay);
    for (const qint64 series : *all) {
        if (auto done = change("DELETE FROM sample WHERE series=? AND time<?", {series, samples});
            !done)
            return done;
        for (const auto& [level, until] :
            {std::pair(kMinutes.id, minutes), std::pair(kQuarters.id, quarters)})
            if (auto done = change("DELETE FROM chunk WHERE series=? AND level=? AND time<?",
                    {series, level, until});
                !done)
                return done;
    }
    if (auto done = transaction.commit(); !done)
        return done;
    return execute("PRAGMA incremental_vacuum");
}

// The oldest day first, minutes before quarters, until it fits.
VoidResult MetricFile::shrink(const Token& token) const
{
    for (;;) {
        const auto size = bytes();
        if (!size)
            return tl::unexpected(size.error());
        if (*size <= m_limits.bytes || token.stopped())
            return {};
        const auto oldest = number("SELECT min(time) FROM chunk WHERE level=?", {kMinutes.id}, -1);
        const auto before = number("SELECT min(time) FROM chunk WHERE level=?", {kQuarters.id}, -1);
        if (!oldest || !before)
            return tl::unexpected((oldest ? before : oldest).error());
        if (*oldest < 0 && *before < 0)
            return {}; // samples alone: the hours to come will be chunks
        const ChunkLevel& level = *oldest < 0 ? kQuarters : kMinutes;
        const qint64 until = floorTo(*oldest < 0 ? *before : *oldest, kDay) + kDay;
        if (auto done = change("DELETE FROM chunk WHERE level=? AND time<?", {level.id, until});
            !done)
            return done;
        if (auto done = execute("PRAGMA incremental_vacuum"); !done)
            return done;
    }
}

} // namespace pilothouse::detail
