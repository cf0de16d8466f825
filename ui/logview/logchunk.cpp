// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logchunk.h"

#include <algorithm>
#include <cstring>

namespace pilothouse::ui
{

namespace
{

constexpr QByteArrayView kGroupBegin("::group::");
constexpr QByteArrayView kGroupEnd("::endgroup::");

constexpr size_t padded(size_t n)
{
    return (n + 7) & ~size_t(7);
}

LogFilter kindOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Warning:
        return LogFilter::Warnings;
    case LogLevel::Error:
    case LogLevel::Critical:
        return LogFilter::Errors;
    default:
        return LogFilter::All;
    }
}

} // namespace

std::shared_ptr<const LogChunk> LogChunk::fromImage(pilothouse::detail::ChunkImage image)
{
    Head head;
    if (!image.data() || image.size() < sizeof head)
        return {};
    std::memcpy(&head, image.data(), sizeof head);
    if (head.magic != kMagic || head.rows < 0 || head.textBytes < 0 || head.sources == 0)
        return {};
    const size_t rowsAt = sizeof head;
    const size_t endsAt = rowsAt + size_t(head.rows) * sizeof(Row);
    const size_t sourcesAt = endsAt + size_t(head.sources) * sizeof(quint32);
    const size_t textAt = padded(sourcesAt + head.sourceBytes);
    if (image.size() != textAt + size_t(head.textBytes))
        return {};
    std::shared_ptr<LogChunk> chunk(new LogChunk);
    chunk->m_head = head;
    chunk->m_rows = reinterpret_cast<const Row*>(image.data() + rowsAt);
    chunk->m_sourceEnds = reinterpret_cast<const quint32*>(image.data() + endsAt);
    chunk->m_sources = image.data() + sourcesAt;
    chunk->m_text = QByteArrayView(image.data() + textAt, head.textBytes);
    if ((head.rows > 0 && chunk->m_rows[head.rows - 1].end != head.textBytes)
        || chunk->m_sourceEnds[head.sources - 1] != head.sourceBytes)
        return {};
    chunk->m_image = std::move(image);
    return chunk;
}

LogLine LogChunk::line(int row) const
{
    const Row& r = m_rows[row];
    const quint32 from = row == 0 ? 0 : m_rows[row - 1].end;
    LogLine out;
    out.text = m_text.sliced(from, r.end - from - 1);
    out.facts.time = r.time;
    if (r.source > 0 && r.source < m_head.sources) {
        const quint32 begin = m_sourceEnds[r.source - 1];
        out.facts.source = QByteArrayView(m_sources + begin, m_sourceEnds[r.source] - begin);
    }
    out.facts.level = static_cast<LogLevel>(r.level);
    out.facts.continued = r.flags & 1;
    out.facts.cut = r.flags & 2;
    return out;
}

int LogChunk::rowAt(qsizetype textOffset) const
{
    const Row* const last = m_rows + m_head.rows;
    return static_cast<int>(std::upper_bound(m_rows, last, static_cast<quint32>(textOffset),
                                [](quint32 at, const Row& r) { return at < r.end; })
        - m_rows);
}

void LogChunkBuilder::add(QByteArrayView text, const LogFacts& facts)
{
    const bool tooLong = text.size() > kLongestLine;
    if (tooLong)
        text = text.first(kLongestLine);
    const qsizetype from = m_text.size();
    m_text.append(text.data(), text.size());
    // One line is one line: a line feed inside would break the search over the whole text.
    if (std::memchr(text.data(), '\n', size_t(text.size())))
        std::replace(m_text.begin() + from, m_text.end(), '\n', ' ');
    m_text.append('\n');
    m_escapes = m_escapes || std::memchr(text.data(), 0x1b, size_t(text.size()));

    LogChunk::Row row;
    row.time = facts.time;
    row.end = static_cast<quint32>(m_text.size());
    row.level = static_cast<quint8>(facts.level);
    row.flags = static_cast<quint8>((facts.continued ? 1u : 0u) | (facts.cut || tooLong ? 2u : 0u));
    if (!facts.source.isEmpty()) {
        const auto known = m_sourceIds.constFind(
            QByteArray::fromRawData(facts.source.data(), facts.source.size()));
        if (known != m_sourceIds.cend()) {
            row.source = *known;
        } else {
            row.source = static_cast<quint16>(m_sources.size());
            m_sources.append(facts.source.toByteArray());
            m_sourceIds.insert(m_sources.constLast(), row.source);
        }
    }
    m_rows.push_back(row);

    if (!facts.continued)
        m_kind = kindOf(facts.level);
    const auto mark = LogMark::of(m_kind, facts.continued, text.startsWith(kGroupBegin),
        text.startsWith(kGroupEnd), facts.level);
    m_marks.push_back(mark.bits);
    ++m_shown[size_t(m_kind)];
    if (!facts.continued)
        ++m_heads[size_t(m_kind)];
    if (facts.time != 0) {
        if (m_firstTime == 0)
            m_firstTime = facts.time;
        m_lastTime = std::max(m_lastTime, facts.time);
    }
}

std::shared_ptr<const LogChunk> LogChunkBuilder::build() const
{
    LogChunk::Head head;
    head.magic = LogChunk::kMagic;
    head.rows = rows();
    head.sources = static_cast<quint32>(m_sources.size());
    for (const QByteArray& source : m_sources)
        head.sourceBytes += static_cast<quint32>(source.size());
    head.textBytes = m_text.size();
    head.escapes = m_escapes ? 1 : 0;
    const size_t rowsAt = sizeof head;
    const size_t endsAt = rowsAt + m_rows.size() * sizeof(LogChunk::Row);
    const size_t sourcesAt = endsAt + size_t(head.sources) * sizeof(quint32);
    const size_t textAt = padded(sourcesAt + head.sourceBytes);
    pilothouse::detail::ChunkImage image(textAt + size_t(head.textBytes));
    if (!image.data())
        return {};
    std::memset(image.data() + sourcesAt, 0, textAt - sourcesAt); // the padding
    std::memcpy(image.data(), &head, sizeof head);
    if (!m_rows.empty())
        std::memcpy(image.data() + rowsAt, m_rows.data(), m_rows.size() * sizeof(LogChunk::Row));
    quint32 end = 0;
    for (qsizetype i = 0; i < m_sources.size(); ++i) {
        const QByteArray& source = m_sources[i];
        std::memcpy(image.data() + sourcesAt + end, source.constData(), size_t(source.size()));
        end += static_cast<quint32>(source.size());
        std::memcpy(image.data() + endsAt + size_t(i) * sizeof end, &end, sizeof end);
    }
    std::memcpy(image.data() + textAt, m_text.constData(), size_t(m_text.size()));
    return LogChunk::fromImage(std::move(image));
}

void LogChunkBuilder::clear()
{
    m_rows.clear();
    m_text.resize(0);
    m_sourceIds.clear();
    m_sources = {QByteArray()};
    m_marks.clear();
    m_shown = {};
    m_heads = {};
    m_firstTime = 0;
    m_lastTime = 0;
    m_escapes = false;
}

} // namespace pilothouse::ui
