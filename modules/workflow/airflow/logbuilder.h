// SPDX-License-Identifier: GPL-3.0-or-later
// LogBuilder: packs lines of a log into pieces. Pure.
#pragma once

#include "workflow/api/logs.h"

#include <QHash>

namespace pilothouse::workflow
{

class LogBuilder final
{
public:
    static constexpr qsizetype kPiece = 256 * 1024; // a gigabyte is four thousand pieces
    static constexpr qsizetype kLongestLine = 1 << 20;

    // One event: its first line, and what follows a line end as continued lines. With `continued`
    // the first one belongs to the line above, too.
    void add(QByteArrayView text, qint64 time, LogLevel level, QByteArrayView source,
        bool continued = false);

    bool isEmpty() const { return m_lines.rows.empty(); }
    bool isFull() const { return m_lines.text.size() >= kPiece; }
    // What was gathered; begins the next piece.
    LogLines take(qint64 bytesRead, bool live);
    LogLevel lastLevel() const { return m_lastLevel; }
    qint64 lastTime() const { return m_lastTime; }

private:
    quint32 sourceIndex(QByteArrayView source);

    LogLines m_lines;
    QHash<QByteArray, quint32> m_sources;
    QByteArray m_source; // of the last row, and its index: most rows repeat it
    quint32 m_sourceIndex = 0;
    LogLevel m_lastLevel = LogLevel::None;
    qint64 m_lastTime = 0;
};

} // namespace pilothouse::workflow
