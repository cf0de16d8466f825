// SPDX-License-Identifier: GPL-3.0-or-later
// LineSplitter: pieces of a body as lines, without their LF or CRLF. Pure.
#pragma once

#include <QByteArray>

#include <functional>

namespace pilothouse
{

class LineSplitter final
{
public:
    enum class State { Open, Stopped, TooLong };
    // False: no more lines wanted.
    using OnLine = std::function<bool(QByteArrayView line)>;

    LineSplitter(qint64 longest, OnLine onLine);

    State feed(QByteArrayView piece);
    State finish(); // the last line may come without an end
    qint64 lines() const { return m_lines; }

private:
    bool give(QByteArrayView line);

    qint64 m_longest;
    OnLine m_onLine;
    QByteArray m_rest;
    qint64 m_lines = 0;
    State m_state = State::Open;
};

} // namespace pilothouse
