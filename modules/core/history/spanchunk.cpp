// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/spanchunk.h"

#include <QtEndian>

#include <algorithm>

namespace pilothouse::detail
{

namespace
{
constexpr qsizetype kRecord = 2 + 3 * 4;

void put(char* at, double value)
{
    qToLittleEndian(float(value), at);
}
double get(const char* at)
{
    return double(qFromLittleEndian<float>(at));
}
} // namespace

QByteArray packSpans(const ChunkLevel& level, qint64 start, const std::vector<MetricSpan>& spans)
{
    QByteArray out(qsizetype(spans.size()) * kRecord, Qt::Uninitialized);
    char* at = out.data();
    for (const MetricSpan& span : spans) {
        qToLittleEndian(quint16((span.time - start) / level.slot), at);
        put(at + 2, span.least);
        put(at + 6, span.most);
        put(at + 10, span.mean);
        at += kRecord;
    }
    return out;
}

void unpackSpans(const ChunkLevel& level, qint64 start, const QByteArray& bytes,
    const std::function<void(const MetricSpan&)>& each)
{
    const auto count = level.chunk / level.slot;
    for (qsizetype i = 0; i + kRecord <= bytes.size(); i += kRecord) {
        const char* at = bytes.constData() + i;
        const auto slot = qFromLittleEndian<quint16>(at);
        if (slot < count)
            each({start + slot * level.slot, level.slot, get(at + 2), get(at + 6), get(at + 10)});
    }
}

void SpanMerger::add(const MetricSpan& span)
{
    const qint64 part = m_width > 0 ? (span.time - m_from) / m_width : -1;
    if (m_count > 0 && (part != m_part || m_width == 0))
        close();
    const auto weight = double(std::max<qint64>(span.span, 1));
    if (m_count == 0) {
        m_open = span;
        m_part = part;
        m_sum = m_weight = 0;
    } else {
        m_open.least = std::min(m_open.least, span.least);
        m_open.most = std::max(m_open.most, span.most);
        m_open.span = span.time + span.span - m_open.time;
    }
    m_sum += span.mean * weight;
    m_weight += weight;
    ++m_count;
}

void SpanMerger::close()
{
    if (m_count > 1)
        m_open.mean = m_sum / m_weight;
    m_done.push_back(m_open);
    m_count = 0;
}

std::vector<MetricSpan> SpanMerger::take()
{
    if (m_count > 0)
        close();
    return std::move(m_done);
}

} // namespace pilothouse::detail
