// SPDX-License-Identifier: GPL-3.0-or-later
// A line is copied only when it spans two pieces.
#include "core/http/linesplitter.h"

namespace pilothouse
{

LineSplitter::LineSplitter(qint64 longest, OnLine onLine)
    : m_longest(longest)
    , m_onLine(std::move(onLine))
{
}

bool LineSplitter::give(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.size() > m_longest) {
        m_state = State::TooLong;
        return false;
    }
    ++m_lines;
    if (!m_onLine(line)) {
        m_state = State::Stopped;
        return false;
    }
    return true;
}

LineSplitter::State LineSplitter::feed(QByteArrayView piece)
{
    while (m_state == State::Open && !piece.isEmpty()) {
        const qsizetype end = piece.indexOf('\n');
        if (end < 0) {
            m_rest.append(piece);
            if (m_rest.size() > m_longest + 1) // one more for a CR
                m_state = State::TooLong;
            break;
        }
        if (m_rest.isEmpty()) {
            give(piece.first(end));
        } else {
            m_rest.append(piece.first(end));
            const QByteArray line = std::exchange(m_rest, {});
            give(line);
        }
        piece = piece.sliced(end + 1);
    }
    return m_state;
}

LineSplitter::State LineSplitter::finish()
{
    if (m_state == State::Open && !m_rest.isEmpty())
        give(std::exchange(m_rest, {}));
    return m_state;
}

} // namespace pilothouse
