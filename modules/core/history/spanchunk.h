// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of one metric as bytes: per span its slot (16 bit), least, most and mean (32 bit floats),
// all little endian. Pure.
#pragma once

#include "core/history/metrichistory.h"

#include <QByteArray>

#include <functional>

namespace pilothouse::detail
{

// Samples become minutes, an hour of them in a chunk; minutes become quarters, a day in a chunk.
struct ChunkLevel {
    int id = 0;
    qint64 slot = 0; // ms
    qint64 chunk = 0; // ms
};
inline constexpr ChunkLevel kMinutes{1, 60'000, 3'600'000};
inline constexpr ChunkLevel kQuarters{2, 900'000, 86'400'000};

// `spans` lie in the chunk that begins at `start`, each fills one slot.
[[nodiscard]] QByteArray packSpans(
    const ChunkLevel& level, qint64 start, const std::vector<MetricSpan>& spans);
// Broken bytes give what can be read of them.
void unpackSpans(const ChunkLevel& level, qint64 start, const QByteArray& bytes,
    const std::function<void(const MetricSpan&)>& each);

// Puts spans together that fall into one part of `width` ms, counted from `from`.
class SpanMerger final
{
public:
    SpanMerger(qint64 from, qint64 width)
        : m_from(from)
        , m_width(width)
    {
    }
    void add(const MetricSpan& span); // in order of time
    std::vector<MetricSpan> take(); // ends it

private:
    void close();
    const qint64 m_from;
    const qint64 m_width; // 0: nothing is put together
    std::vector<MetricSpan> m_done;
    MetricSpan m_open;
    qint64 m_part = -1;
    double m_sum = 0, m_weight = 0;
    int m_count = 0;
};

} // namespace pilothouse::detail
