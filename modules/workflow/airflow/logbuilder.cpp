// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/logbuilder.h"

#include <utility>

namespace pilothouse::workflow
{

void LogBuilder::add(
    QByteArrayView text, qint64 time, LogLevel level, QByteArrayView source, bool continued)
{
    const quint32 index = sourceIndex(source);
    for (bool more = true; more;) {
        const qsizetype end = text.indexOf('\n');
        more = end >= 0;
        QByteArrayView line = more ? text.first(end) : text;
        text = more ? text.sliced(end + 1) : QByteArrayView();
        if (line.endsWith('\r'))
            line.chop(1);
        LogLines::Row row;
        if (line.size() > kLongestLine) {
            qsizetype keep = kLongestLine;
            while (keep > 0 && (uchar(line[keep]) & 0xc0) == 0x80) // not inside a character
                --keep;
            line.truncate(keep);
            row.cut = true;
        }
        m_lines.text.append(line);
        row.end = quint32(m_lines.text.size());
        row.time = time;
        row.source = index;
        row.level = level;
        row.continued = continued;
        m_lines.rows.push_back(row);
        continued = true;
        if (more && text.isEmpty()) // the line end closes the event
            break;
    }
    m_lastLevel = level;
    m_lastTime = time;
}

quint32 LogBuilder::sourceIndex(QByteArrayView source)
{
    if (source.isEmpty())
        return 0;
    if (m_sourceIndex > 0 && source == QByteArrayView(m_source))
        return m_sourceIndex;
    m_source = source.toByteArray();
    auto it = m_sources.find(m_source);
    if (it == m_sources.end()) {
        it = m_sources.insert(m_source, quint32(m_lines.sources.size()));
        m_lines.sources.append(m_source);
    }
    m_sourceIndex = *it;
    return m_sourceIndex;
}

LogLines LogBuilder::take(qint64 bytesRead, bool live)
{
    LogLines out = std::exchange(m_lines, LogLines());
    m_sources.clear();
    m_sourceIndex = 0;
    out.bytesRead = bytesRead;
    out.live = live;
    return out;
}

} // namespace pilothouse::workflow
